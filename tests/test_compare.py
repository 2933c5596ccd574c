"""Two versions of a text: the verdict, what is gone and new, and the command in files, folders and git."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from workplace import here  # noqa: F401

import klarsprak
from klarsprak import Priority, Source, comparison
from klarsprak.cli import main
from klarsprak.config import Settings
from klarsprak.shape import frequency

HEAVY = "Det bes om at dokumentasjon vedrørende inntektsforhold innsendes snarest.\n"
LIGHT = "Du må sende oss papirer som viser hva du tjener, innen 1. mai.\n"
HEAVY_NN = "Det vert bede om at dokumentasjon vedkomande inntektstilhøve vert innsend snarast.\n"
LIGHT_NN = "Du må sende oss papir som viser kva du tener, innan 1. mai.\n"


def compare(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["compare", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.no")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize(("heavy", "light"), [(HEAVY, LIGHT), (HEAVY_NN, LIGHT_NN)])
def test_the_lighter_text_is_plainer_whichever_comes_first(heavy: str, light: str) -> None:
    assert klarsprak.compare(heavy, light).plainer == "after"
    assert klarsprak.compare(light, heavy).plainer == "before"
    assert klarsprak.compare(heavy, heavy).plainer == "tie"


def test_plainer_by_sentence_shape_where_no_rule_finds_anything() -> None:
    nouns = "Betingelser for redusert foreldrebetaling avhenger av husholdningens samlede skattegrunnlag."
    verbs = "Du kan få betale mindre hvis dere som bor sammen, tjener lite."
    one = klarsprak.compare(nouns, verbs)
    assert one.before.burden is not None
    assert one.after.burden is not None
    shapes = (one.before.burden.shape, one.after.burden.shape)
    assert all(shapes[1][term] < shapes[0][term] for term in ("rare", "nominal", "address"))
    assert one.plainer == "after"


def test_the_burden_is_parted_among_the_priorities() -> None:
    one = klarsprak.compare(HEAVY, LIGHT)
    for version in (one.before, one.after):
        assert version.burden is not None
        assert sum(map(version.burden.of, Priority)) == pytest.approx(version.burden.total)


def test_a_finding_more_is_never_a_lighter_burden() -> None:
    few = klarsprak.compare(HEAVY, HEAVY, Settings(select=frozenset({"kanselliord"})))
    all_ = klarsprak.compare(HEAVY, HEAVY)
    assert few.after.burden is not None
    assert all_.after.burden is not None
    assert len(few.after.report.findings) < len(all_.after.report.findings)
    assert few.after.burden.total < all_.after.burden.total


def test_findings_gone_new_and_kept_are_told_by_their_words_not_by_their_place() -> None:
    before = "Vi anmoder om svar. Skjemaet må innsendes."
    after = "Nå gjelder noe annet enn før. Skjemaet må innsendes. Vi skriver vedrørende saken."
    one = klarsprak.compare(before, after, Settings(select=frozenset({"kanselliord"})))
    assert [f.text for f in one.gone] == ["anmoder om"]
    assert [f.text for f in one.new] == ["vedrørende"]
    assert [(f.text, f.span.start) for f in one.kept] == [("innsendes", after.index("innsendes"))]


def test_a_scrap_has_the_standard_of_the_other_version() -> None:
    one = klarsprak.compare("Innsendes snarest", LIGHT)
    assert one.before.report.standard == "nb"


def test_text_that_is_not_norwegian_is_not_weighed() -> None:
    one = klarsprak.compare("The council asks you to answer this letter.", LIGHT, format="plain")
    english = comparison.compare(
        Source("a.txt", "The council asks all of you to answer this long letter."),
        Source("b.txt", "Please answer the letter that the council has sent you."),
    )
    assert english.plainer == "tie"
    assert english.to_dict()["burden"] == {"before": None, "after": None}
    assert one.to_dict()["path"] == "<text>"


def test_common_words_are_known_in_both_standards_and_names_are_not() -> None:
    assert frequency("nb")["ikke"] > frequency("nb")["kanskje"] > 0
    assert frequency("nn")["ikkje"] > frequency("nn")["kanskje"] > 0
    assert "ikkje" not in frequency("nb")
    assert "norge" not in frequency("nb")


# the command


def test_two_files_whatever_they_are_called() -> None:
    Path("gammel.md").write_text(HEAVY, "utf-8")
    Path("ny.txt").write_text(LIGHT, "utf-8")
    result = compare("gammel.md", "ny.txt")
    assert result.exit_code == 0
    assert "ny.txt: klarere enn før" in result.stdout
    assert "- 1:" in result.stdout


def test_json_has_the_promised_fields() -> None:
    Path("a.md").write_text(HEAVY, "utf-8")
    Path("b.md").write_text(LIGHT, "utf-8")
    told = json.loads(compare("a.md", "b.md", "--format", "json").stdout)
    assert told["plainer"] == "after"
    assert told["burden"]["before"] > told["burden"]["after"]
    (file,) = told["files"]
    assert file["priorities"]["klart-sprak"]["plainer"] == "after"
    assert {f["rule"] for f in file["gone"]} >= {"kanselliord"}
    assert told["errors"] == told["unpaired"] == []


def test_fail_if_worse() -> None:
    Path("a.md").write_text(LIGHT, "utf-8")
    Path("b.md").write_text(HEAVY, "utf-8")
    assert compare("a.md", "b.md").exit_code == 0
    assert compare("a.md", "b.md", "--fail-if-worse").exit_code == 1
    assert compare("b.md", "a.md", "--fail-if-worse").exit_code == 0


def test_folders_are_paired_by_path_and_what_has_no_match_is_told() -> None:
    for name, text in {
        "før/side.md": HEAVY,
        "etter/side.md": LIGHT,
        "før/lik.md": HEAVY,
        "etter/lik.md": HEAVY,
        "før/under/borte.md": HEAVY,
        "etter/ny.md": LIGHT,
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    told = json.loads(compare("før", "etter", "--format", "json").stdout)
    assert [(f["path"], f["plainer"]) for f in told["files"]] == [("etter/side.md", "after")]
    assert told["unpaired"] == [
        {"path": "ny.md", "in": "after"},
        {"path": "under/borte.md", "in": "before"},
    ]


def test_a_git_range_and_a_path_in_it() -> None:
    git("init", "--quiet")
    for folder in ("inn", "ut"):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text(HEAVY * 4, "utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "tungt")
    Path("inn/a.md").rename("inn/å.md")
    Path("inn/å.md").write_text(HEAVY * 3 + LIGHT, "utf-8")
    Path("ut/a.md").write_text(LIGHT, "utf-8")
    Path("ut/b.md").write_text(LIGHT, "utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "lettere")
    told = json.loads(compare("HEAD~1", "HEAD", "--format", "json").stdout)
    assert {f["path"]: f["plainer"] for f in told["files"]} == {"inn/å.md": "after", "ut/a.md": "after"}
    assert told["unpaired"] == [{"path": "ut/b.md", "in": "after"}]
    told = json.loads(compare("HEAD~1", "HEAD", "--format", "json", "--", "inn").stdout)
    assert [f["path"] for f in told["files"]] == ["inn/å.md"]


@pytest.mark.parametrize("arguments", [("finnesikke", "HEAD"), ("HEAD", "--", "-x"), ("a.md", ".")])
def test_what_cannot_be_compared_is_told_and_gives_code_2(arguments: tuple[str, ...]) -> None:
    Path("a.md").write_text(HEAVY, "utf-8")
    result = compare(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("klarsprak: ")
    assert "Traceback" not in result.stderr
