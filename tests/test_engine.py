"""What the engine promises: one cause one finding, the model only where it is needed, both standards."""

import subprocess
import sys
from pathlib import Path

import pytest

import klarsprak
from klarsprak import Finding, Source, Span, catalog, engine, rule
from klarsprak.config import Settings
from klarsprak.rulebook import Rule


def finding(name: str, start: int, end: int) -> Finding:
    return Finding(name, "klart-sprak", "low", Span(start, end), "x", "m")


def fake(name: str, replaces: tuple[str, ...] = ()) -> Rule:
    def check(text: klarsprak.Text) -> list[klarsprak.Hit]:
        return []

    check.__module__ = name.replace("-", "_")
    return rule(priority="klart-sprak", severity="low", nb="", nn="", replaces=replaces)(check)


def test_a_finding_inside_another_stays() -> None:
    found = [finding("kort", 5, 9), finding("lang", 0, 50)]
    assert engine.settle(found, [fake("kort"), fake("lang")]) == [found[1], found[0]]


def test_one_cause_gives_one_finding() -> None:
    weak, strong, elsewhere = finding("svak", 5, 9), finding("sterk", 0, 9), finding("svak", 20, 24)
    assert engine.settle([weak, strong, elsewhere], [fake("svak"), fake("sterk", ("svak",))]) == [
        strong,
        elsewhere,
    ]


def test_equal_findings_are_one() -> None:
    assert engine.settle([finding("a", 0, 1), finding("a", 0, 1)], [fake("a")]) == [finding("a", 0, 1)]


def test_a_replaced_rule_exists() -> None:
    assert {name for r in catalog().values() for name in r.replaces} <= set(catalog())


def test_other_languages_are_not_checked() -> None:
    report = klarsprak.check(
        "The council will process your application within four weeks. You will receive a letter when the"
        " decision has been made, and you may appeal against it."
    )
    assert report.standard is None
    assert report.findings == ()
    assert report.scores.stars is None


def test_each_block_is_judged_in_its_own_standard() -> None:
    report = klarsprak.check(
        "<p>Du må besørge at vi får alle opplysningene om søknaden, slik at vi kan behandle den.</p>"
        "<p>Me ber deg om å sende inn søknaden snarast, slik at vi ikkje treng å vente på han frå deg.</p>",
        format="html",
    )
    messages = {f.text.lower(): f.message for f in report.findings if f.rule in ("kanselliord", "frist")}
    assert messages["besørge"].startswith("«besørge» er et stivt ord")
    assert messages["snarast"] in {
        m.format(found="snarast") for m in catalog()["frist"].messages["nn"].values()
    }


def test_a_forced_standard_holds_for_all_blocks() -> None:
    report = klarsprak.check("Han kom heim.", Settings(standard="nn"))
    assert report.standard == "nn"


def test_accepted_words_are_left_alone() -> None:
    text = "Vi må besørge at du får svar fra oss innen fredag."
    assert any(f.rule == "kanselliord" for f in klarsprak.check(text).findings)
    settings = Settings(accept=frozenset({"besørge"}))
    assert not any(f.rule == "kanselliord" for f in klarsprak.check(text, settings).findings)


def test_severity_is_the_houses_to_set() -> None:
    settings = Settings(severity={"kanselliord": klarsprak.Severity.HIGH}, select=frozenset({"kanselliord"}))
    (found,) = klarsprak.check("Vi må besørge at du får svar fra oss innen fredag.", settings).findings
    assert found.severity == "high"


def test_a_file_is_read_by_its_ending(tmp_path: Path) -> None:
    page = tmp_path / "side.html"
    page.write_text("<p>Vi må besørge at du får svar fra oss innen fredag.</p>", "utf-8")
    report = klarsprak.check(page)
    assert {f.text for f in report.findings if f.rule == "kanselliord"} == {"besørge"}
    assert all(report.source.content[slice(*f.span)] == f.text for f in report.findings)


def test_scores_do_not_rise_with_findings() -> None:
    plain = "Du får svar fra oss innen fire uker.\n\n" * 12
    stiff = plain.replace("Du får", "Vi besørger at du får", 3)
    better, worse = klarsprak.check(plain).scores, klarsprak.check(stiff).scores
    assert worse.priorities["klart-sprak"] < better.priorities["klart-sprak"] == 100


def test_too_little_text_has_no_scores() -> None:
    report = klarsprak.check("Vi svarer deg innen fire uker.")
    assert set(report.scores.priorities.values()) == {None}
    assert report.scores.stars is None
    assert report.metrics["lix"] is None


def test_text_that_needs_no_model_never_imports_spacy() -> None:
    code = (
        "import sys, klarsprak; r = klarsprak.check('Hei! Badet åpner klokka ti. Velkommen til alle!');"
        "assert r.standard == 'nb', r; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_in_a_spacy_pipeline() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("nb")
    nlp.add_pipe("klarsprak", config={"ignore": ["frist"]})
    doc = nlp("Vi må besørge at du får svar. Søknaden behandles snarest av kommunen.")
    found = {f.rule: doc.char_span(*f.span).text for f in doc._.klarsprak}
    assert found["kanselliord"] == "besørge"
    assert found["passiv"] == "behandles"
    assert "frist" not in found


@pytest.mark.parametrize("name", sorted(catalog()))
def test_gate_and_needs_go_together(name: str) -> None:
    found = catalog()[name]
    assert found.gate is None or found.needs
    assert found.needs <= {"morphologizer", "parser", "trainable_lemmatizer"}


def test_two_sources_do_not_mix() -> None:
    sources = [Source("a.txt", "Søknaden behandles i mai."), Source("b.txt", "Vi behandler søknaden.")]
    first, second = engine.check(sources)
    assert [f.text for f in first.findings if f.rule == "passiv"] == ["behandles"]
    assert not [f for f in second.findings if f.rule == "passiv"]


def test_spacy_is_whole_after_it_was_loaded_without_its_command_line() -> None:
    code = (
        "import sys; from klarsprak import language; language.load();"
        "assert 'typer' not in sys.modules; import spacy; assert spacy.info(silent=True)['spacy_version'];"
        "import spacy.cli; assert spacy.cli.download"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("content", "format"),
    [
        ("Bruk `npm  start` i henhold til planen.", "markdown"),
        ("<p>Bruk <code>npm <b>start</b></code> i henhold til planen.</p>", "html"),
    ],
)
def test_a_finding_shows_code_as_its_reader_sees_it(content: str, format: str) -> None:
    options = {"lang-setning": {"max_words": 3}}
    settings = Settings(select=frozenset({"lang-setning"}), standard="nb", options=options)
    report = klarsprak.check(content, settings, format=format)
    assert [f.text for f in report.findings] == ["Bruk npm start i henhold til planen."]


def test_the_wire_format_is_the_same_without_norwegian() -> None:
    norwegian = klarsprak.check("Vi anmoder om svar på brevet vårt.").to_dict()
    english = klarsprak.check("This letter was sent to everybody in town last week.").to_dict()
    assert english["standard"] is None
    for table in ("scores", "metrics"):
        assert english[table].keys() == norwegian[table].keys()
        assert set(english[table].values()) == {None}


@pytest.mark.parametrize("setting", [{"profile": "sms"}, {"standard": "da"}])
def test_a_wrong_setting_of_the_component_is_told(setting: dict[str, str]) -> None:
    nlp = pytest.importorskip("spacy").blank("nb")
    with pytest.raises(ValueError, match=f"no {next(iter(setting))}"):
        nlp.add_pipe("klarsprak", config=setting)


def test_a_thin_verb_in_the_passive_is_one_cause() -> None:
    report = klarsprak.check("Det må foretas en vurdering av saken din før du får svar.")
    assert [f.rule for f in report.findings if f.text.startswith("foretas")] == ["tynt-verb"]
