"""Points and stars: the properties that docs/poeng.md promises."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from workplace import here, write  # noqa: F401

import klarsprak
from klarsprak import Finding, Priority, Scores, Source, Span, account, catalog, engine, points
from klarsprak.cli import main
from klarsprak.config import Settings

HEADING = "# Slik søker du om plass"
HEAVY = " ".join(
    """
    Søknaden om SFO-plass må innsendes snarest, og den behandles fortløpende av kommunen. Vi
    anmoder om at du vedlegger dokumentasjon vedrørende inntekt. ALLE SØKERE FÅR SVAR.
    Arealplankartet er ikke endret. Det vil bli foretatt en vurdering av behovet.
    Kommuneplanbestemmelsene gjelder for alle. Du finner skjemaet på nettsiden. Vi hjelper deg
    gjerne på telefon eller i kundetorget.
    """.split()
)
HEAVY_NN = " ".join(
    """
    Søknaden om plass må sendast inn snarast, og han vert handsama fortløpande. Vi oppmodar om at
    du legg ved dokumentasjon vedkomande inntekt. ALLE SØKJARAR FÅR SVAR. Det vil verte gjort ei
    vurdering av behovet. Kommuneplanføresegnene gjeld for alle. Du finn skjemaet på nettsida til
    kommunen vår.
    """.split()
)
PLAIN = "Vi hjelper deg gjerne, og du kan ringe oss når du vil. " * 12
ORDINARY = sorted(r.name for r in catalog().values() if not r.whole and not r.once)
WHOLE = sorted(r.name for r in catalog().values() if r.whole)
SEVERITIES = ("info", "low", "medium", "high")


def scores(content: str, name: str = "a.html", **settings: object) -> Scores:
    (report,) = engine.check([Source(name, content)], Settings(**settings))  # type: ignore[arg-type]
    return report.scores


def of(findings: Sequence[Finding], times: int = 1) -> Scores:
    """What a plain text of 144 words gets with these findings; the text and they `times` over."""
    text = engine.to_text(Source("a.txt", PLAIN * times), Settings(standard="nb"))
    assert text is not None
    words = sum(len(s.words) for s in text.sentences)
    taken = points.losses(text, [*findings] * times, words, catalog().values())
    found = points.points(text, taken, words)
    return Scores(found, points.stars(found))


@st.composite
def found(draw: st.DrawFn) -> list[Finding]:
    several = draw(
        st.lists(st.tuples(st.sampled_from(ORDINARY + WHOLE), st.sampled_from(SEVERITIES)), max_size=12)
    )
    return [
        Finding(rule, catalog()[rule].priority, severity, Span(n, n + 1), "x", f"{rule} {n}")
        for n, (rule, severity) in enumerate(several)
    ]


@given(found(), st.data())
def test_taking_a_finding_away_never_lowers_a_score(findings: list[Finding], data: st.DataObject) -> None:
    if not findings:
        return
    gone = data.draw(st.integers(0, len(findings) - 1))
    before, after = of(findings), of(findings[:gone] + findings[gone + 1 :])
    for priority, value in before.priorities.items():
        left = after.priorities[priority]
        assert left is None or (value is not None and left >= value)
    assert before.stars is not None
    assert after.stars is not None
    assert after.stars >= before.stars


@given(found())
def test_findings_and_words_twice_over_score_the_same(findings: list[Finding]) -> None:
    assert of(findings) == of(findings, times=2)


@pytest.mark.parametrize(("standard", "body"), [("nb", HEAVY), ("nn", HEAVY_NN)])
def test_a_text_that_stands_twice_scores_the_same(standard: str, body: str) -> None:
    one = "\n\n".join(f"## Del {n}\n\n{body}" for n in ("én", "to", "tre"))
    once = scores(f"{HEADING}\n\n{one}", "a.md", standard=standard, ignore=frozenset({"overskrift-niva"}))
    twice = scores(
        f"{HEADING}\n\n{one}\n\n{one}", "a.md", standard=standard, ignore=frozenset({"overskrift-niva"})
    )
    assert once.priorities["klart-sprak"] is not None
    assert once.priorities["klart-sprak"] < 70
    for priority, value in once.priorities.items():
        other = twice.priorities[priority]
        assert (value is None) == (other is None)
        assert value is None or other is None or abs(value - other) <= 1  # the heading is there once


def test_a_word_that_is_told_of_once_counts_wherever_it_stands() -> None:
    only = Settings(select=frozenset({"langt-ord"}))
    word = "kommuneplanbestemmelsesoversikt"
    rare = klarsprak.check(f"Dette er {word}. {PLAIN}", only)
    often = klarsprak.check(f"Dette er {word}. Her er {word}. Det er {word}. {PLAIN}", only)
    assert len(rare.findings) == len(often.findings) == 1
    points_ = [report.scores.priorities["klart-sprak"] for report in (often, rare)]
    assert points_[0] is not None
    assert points_[1] is not None
    assert points_[0] < points_[1]


def test_boilerplate_does_not_count() -> None:
    main = "<main><h1>Plass i SFO</h1><p>{}</p><p><a href='/sok'>Søk om plass</a></main>"
    page = "<html lang='nb'><body>{}" + main + "{}</body>"
    links = "<a href='/x'>her</a> <a href='http://www.eksempel.no/x'>http://www.eksempel.no/x</a>"
    bare = scores(page.format("", HEAVY, ""))
    full = scores(
        page.format(f"<nav>{links}<img src='x.png'></nav>", HEAVY, f"<footer><p>{HEAVY} {links}</p></footer>")
    )
    assert bare.priorities["klart-sprak"] is not None
    assert full == bare


def test_too_little_text_has_no_points() -> None:
    few = scores("Vi anmoder om svar snarest.", "a.txt")
    assert set(few.priorities.values()) == {None}
    assert few.stars is None


def test_one_remark_about_the_whole_page_does_not_sink_it() -> None:
    contact = Finding("kontakt", "lettere", "high", Span(0, 1), "x", "Hvem?")
    assert of([contact]).priorities["lettere"] == 80
    assert of([contact] * 3).priorities["lettere"] == 80


def test_one_rule_takes_half_at_most() -> None:
    many = [Finding("kanselliord", "klart-sprak", "high", Span(n, n + 1), "x", "") for n in range(100)]
    value = of(many).priorities["klart-sprak"]
    assert value is not None
    assert 50 <= value < 55


def test_the_stars_do_not_hide_the_weakest_priority() -> None:
    even, hidden = dict.fromkeys(map(str, Priority), 85), dict.fromkeys(map(str, Priority), 100)
    hidden["digitalt"] = 40
    assert sum(even.values()) == sum(hidden.values())
    one, other = points.stars(dict(even)), points.stars(dict(hidden))
    assert one is not None
    assert other is not None
    assert other < one


def test_what_a_text_says_nothing_of_counts_as_nothing_found() -> None:
    known: dict[str, int | None] = dict.fromkeys(map(str, Priority), 80)
    assert points.total({**known, "digitalt": None}) == points.total({**known, "digitalt": 100})
    assert points.total(dict.fromkeys(map(str, Priority))) is None


def test_stars_go_from_one_to_six_and_never_down_with_better_points() -> None:
    reached = [points.stars(dict.fromkeys(map(str, Priority), value)) for value in range(101)]
    assert reached[0] == 1
    assert reached[100] == 6
    assert reached == sorted(reached, key=lambda star: star or 0)
    assert set(reached) == {1, 2, 3, 4, 5, 6}


def test_the_account_adds_up() -> None:
    told = account.account(Source("a.txt", f"{HEAVY}\n\n{HEAVY}"))
    assert told.report.scores.priorities["klart-sprak"] is not None
    for priority in Priority:
        value = told.report.scores.priorities[priority]
        took = [cost.points for cost in told.costs if cost.loss.priority == priority]
        assert sum(took) == pytest.approx(100 - (100 if value is None else value), abs=0.5)
    assert sum(s.points for s in told.spots) == pytest.approx(sum(c.points for c in told.costs))
    assert [s.points for s in told.spots] == sorted((s.points for s in told.spots), reverse=True)


def test_explain_score_tells_rules_and_places() -> None:
    write(a_txt=HEAVY)
    shown = CliRunner().invoke(main, ["explain", "--score", "a.txt"])
    assert shown.exit_code == 0
    assert "kanselliord (" in shown.stdout
    assert "1:1 «Søknaden om SFO-plass" in shown.stdout
    told = json.loads(CliRunner().invoke(main, ["explain", "--score", "a.txt", "--format", "json"]).stdout)
    (file,) = told["files"]
    assert {row["rule"] for row in file["rules"]} >= {"kanselliord", "frist"}
    assert len(file["places"]) <= 10


def test_explain_score_of_what_cannot_be_read() -> None:
    shown = CliRunner().invoke(main, ["explain", "--score", "finnes-ikke.md"])
    assert shown.exit_code == 2
    assert "finnes-ikke.md" in shown.stderr


def test_the_page_about_points_tells_the_numbers_that_are_used() -> None:
    page = (Path(__file__).parents[1] / "docs" / "poeng.md").read_text("utf-8")
    numbers = points.reference()
    told = [f"{limit:.1f}".replace(".", ",") for limit in numbers["stars"]["limits"]]
    assert f"Grensene er {', '.join(told[:-1])} og {told[-1]}." in page
    for priority in Priority:
        row = numbers[priority]
        cells = [str(row["texts"]), f"{row['mean']:.1f}".replace(".", ","), *map(str, row["shares"])]
        assert f"| `{priority}` | {' | '.join(cells)} |" in page
