"""What the four formats look like, and that nothing in a text or a name can break them."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import klarsprak
from klarsprak import Finding, Report, Scores, Source, Span, catalog
from klarsprak.explain import as_markdown
from klarsprak.reporters import FORMATS, Context, reporter, screen
from klarsprak.source import Problem

CONTENT = "<p>Søknaden behandles.</p>\n\t<p>Vi anmoder 😀 om\nsvar snarest mulig.</p>\n"
SCORES = Scores({"lettere": 80, "brukerretting": 60, "digitalt": None, "klart-sprak": 41}, 4)


def finding(found: str, rule: str = "passiv", severity: str = "low", **more: Any) -> Finding:
    start = CONTENT.index(found)
    priority = {"frist": "lettere"}.get(rule, "klart-sprak")
    message = more.pop("message", "Hvem gjør dette?")
    return Finding(
        rule, priority, severity, Span(start, start + len(found)), found.replace("\n", " "), message, **more
    )


FINDINGS = (
    finding("behandles", severity="info"),
    finding("anmoder 😀 om\nsvar", "kanselliord", "medium", instead=("ber 😀 om svar",), fixable=True),
    finding("snarest", "frist", "high", message="Når?", instead=("innen en uke", "innen 1. mai")),
)


def report(name: str = "docs/side.html", findings: tuple[Finding, ...] = FINDINGS, **more: Any) -> Report:
    given = {"standard": "nb", "kind": "web", "words": 8, "scores": SCORES, "metrics": {"lix": 43.1}, **more}
    return Report(source=Source(name, CONTENT), findings=findings, **given)


def render(format: str, *reports: Report, problems: tuple[Problem, ...] = (), **look: Any) -> str:
    context = Context("1.2", "nb_nn 3", catalog(), as_markdown, problems, **look)
    return "".join(reporter(format).render(iter(reports), context))


# lines


def test_a_line_for_each_finding_when_it_is_not_a_terminal() -> None:
    assert render("lines", report(), quiet=True) == (
        "docs/side.html:1:13: info passiv «behandles»: Hvem gjør dette?\n"
        "docs/side.html:2:8: middels kanselliord «anmoder 😀 om svar»: Hvem gjør dette? → ber 😀 om svar\n"
        "docs/side.html:3:6: høy frist «snarest»: Når? → innen en uke; innen 1. mai\n"
    )


def test_what_the_message_says_is_not_said_again() -> None:
    told = finding("behandles", message="«behandles»: skriv «vi behandler».", instead=("vi behandler",))
    assert render("lines", report(findings=(told,)), quiet=True) == (
        "docs/side.html:1:13: lav passiv: «behandles»: skriv «vi behandler».\n"
    )


def test_the_words_are_marked_in_their_line_on_a_terminal() -> None:
    shown = render("lines", report(unchecked=2), terminal=True, width=80)
    assert shown.startswith(
        "docs/side.html  bokmål · 8 ord · 2 avsnitt på andre språk · ★★★★☆☆\n"
        "     1:13  info passiv: Hvem gjør dette?\n"
        "           <p>Søknaden behandles.</p>\n"
        "                       ^^^^^^^^^\n"
        "      2:8  middels kanselliord: Hvem gjør dette?\n"
        "           <p>Vi anmoder 😀 om\n"
        "                 ^^^^^^^^^^^^^ → ber 😀 om svar\n"
        "      3:6  høy frist: Når?\n"
        "           svar snarest mulig.</p>\n"
        "                ^^^^^^^ → innen en uke; innen 1. mai\n"
    )
    assert "\x1b" not in shown


def test_colour_adds_nothing_but_colour() -> None:
    plain = render("lines", report(), terminal=True)
    colored = render("lines", report(), terminal=True, color=True)
    assert colored != plain
    assert re.sub(r"\x1b\[\d+m", "", colored) == plain


def test_the_summary() -> None:
    other = report("b.html", (), words=24, scores=Scores({"lettere": 100, "digitalt": 50}, 6))
    english = report("c.md", (), standard=None, words=0, scores=Scores())
    shown = render("lines", report(), other, english)
    assert shown[shown.index("c.md") :] == (
        "c.md: ikke sjekket (språk)\n"
        "3 funn i 1 av 3 filer: 1 høy, 1 middels, 1 info. 1 ikke sjekket.\n"
        "\n"
        "                            funn  poeng\n"
        "Lettere for innbyggerne        1     95\n"
        "Brukerretting                  0     60\n"
        "Digitalt først                 0     50\n"
        "Klart språk                    2     41\n"
        "Stjerner                         ★★★★★★\n"
        "\n"
        "Les mer: klarsprak explain frist\n"
    )


def test_the_summary_of_nothing_found_and_of_nothing_to_judge() -> None:
    assert render("lines", report(findings=())).startswith("Ingen funn i 1 fil.\n\n")
    assert "explain" not in render("lines", report(findings=()))
    english = report("c.md", (), standard=None, words=0, scores=Scores())
    assert render("lines", english) == ("c.md: ikke sjekket (språk)\nIngen funn i 1 fil. 1 ikke sjekket.\n")
    assert render("lines", english, quiet=True) == ""
    empty = Report(Source("d.md", "\n"), None, "web", 0, ())
    assert render("lines", empty).startswith("d.md: ikke sjekket (tom)\n")


@pytest.mark.parametrize("terminal", [True, False])
def test_a_text_cannot_steer_the_terminal(terminal: bool) -> None:
    content = "a\x1b[31mb\x07\u202ec\x9b2J\n"
    evil = Finding("passiv", "klart-sprak", "low", Span(0, len(content)), content, content, (content,))
    made = Report(Source("x\x1b[2J\ny.html", content), "nb", "web", 1, (evil,))
    shown = render("lines", made, terminal=terminal)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


LONG = "ord " * 40


@pytest.mark.parametrize(
    ("content", "found", "shown"),
    [
        pytest.param("  kort linje", "linje", "kort linje", id="indent goes"),
        pytest.param(f"{LONG}MIDT {LONG}", "MIDT", "… ord", id="cut on the left"),
        pytest.param(f"{LONG}MIDT {LONG}", "MIDT", "MIDT ord ord", id="cut on the right"),
        pytest.param(f"\t{LONG}", LONG.strip(), "ord ord", id="longer than the screen"),
        pytest.param("日本語 funn", "funn", "日本語 funn", id="wide characters"),
        pytest.param("a\u0301e\u0301 funn", "funn", "a\u0301e\u0301 funn", id="combining marks"),
        pytest.param("en linje\n  en til", "linje\n  en", "en linje", id="over a line end"),
    ],
)
def test_excerpts_show_the_words_at_the_marker(content: str, found: str, shown: str) -> None:
    start = content.index(found)
    text, before, length = screen.excerpt(Source("x", content), Span(start, start + len(found)), 60)
    assert shown in text
    assert screen.width(text) <= 62
    assert text.endswith("…") is (len(content) > 60)
    at = next(i for i in range(len(text) + 1) if screen.width(text[:i]) == before and text[i:] != "\u0301")
    assert text[at:].startswith(found[:4])
    assert 1 <= length <= 60


def test_an_excerpt_of_a_megabyte_on_one_line() -> None:
    content = "x" * 1_000_000
    text, before, length = screen.excerpt(Source("x", content), Span(500_000, 500_003), 80)
    assert (text[0], text[-1], length) == ("…", "…", 3)
    assert len(text) <= 84
    assert before < 80


# json


def test_json_is_the_wire_format() -> None:
    data = json.loads(render("json", report(), report("b.md", ()), problems=(Problem("c.md", "borte"),)))
    assert data["schema"] == "klarsprak.report/1"
    assert data["tool"] == {"name": "klarsprak", "version": "1.2", "pipeline": "nb_nn 3"}
    assert data["errors"] == [{"path": "c.md", "message": "borte"}]
    assert [file["path"] for file in data["files"]] == ["docs/side.html", "b.md"]
    file = data["files"][0]
    assert (file["standard"], file["kind"], file["words"]) == ("nb", "web", 8)
    assert file["scores"] == {
        "lettere": 80,
        "brukerretting": 60,
        "digitalt": None,
        "klart-sprak": 41,
        "stars": 4,
    }
    assert file["metrics"] == {"lix": 43.1}
    assert file["findings"][1] == {
        "rule": "kanselliord",
        "priority": "klart-sprak",
        "severity": "medium",
        "message": "Hvem gjør dette?",
        "text": "anmoder 😀 om svar",
        "instead": ["ber 😀 om svar"],
        "start": {"offset": 34, "line": 2, "column": 8},
        "end": {"offset": 51, "line": 3, "column": 5},
        "fixable": True,
    }


def test_json_of_nothing() -> None:
    assert json.loads(render("json"))["files"] == []


# sarif


def test_sarif() -> None:
    log = json.loads(render("sarif", report(), problems=(Problem("c d.md", "borte"),)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(catalog())
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in driver["rules"])
    first, second, third = run["results"]
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]
    assert driver["rules"][second["ruleIndex"]]["id"] == second["ruleId"] == "kanselliord"
    assert second["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/side.html", "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": 2,
            "startColumn": 8,
            "endLine": 3,
            "endColumn": 5,
            "charOffset": 34,
            "charLength": 17,
        },
    }
    assert second["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"charOffset": 34, "charLength": 17}, "insertedContent": {"text": "ber 😀 om svar"}}
    ]
    assert "fixes" not in first
    assert third["message"]["text"] == "«snarest»: Når? → innen en uke; innen 1. mai"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c%20d.md"


def fingerprints(*findings: Finding) -> list[str]:
    log = json.loads(render("sarif", report(findings=findings)))
    return [result["partialFingerprints"]["klarsprak/1"] for result in log["runs"][0]["results"]]


def test_a_finding_that_moves_is_known_again() -> None:
    first, second = (
        finding("behandles"),
        Finding("passiv", "klart-sprak", "low", Span(60, 69), "behandles", "Hvem?"),
    )
    other = finding("snarest")
    assert fingerprints(first) == fingerprints(second)
    assert len(set(fingerprints(first, second, other))) == 3
    assert fingerprints(first, second)[0] == fingerprints(first)[0]


def test_sarif_validates_against_the_official_schema() -> None:
    schema = os.environ.get("KLARSPRAK_SARIF_SCHEMA")
    if not schema:
        pytest.skip("KLARSPRAK_SARIF_SCHEMA names no file with the SARIF 2.1.0 schema")
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(json.loads(Path(schema).read_bytes()))
    for logs in [
        render("sarif"),
        render("sarif", report(), report("/fullt/navn.md"), report("å %.md"), problems=(Problem("-", "x"),)),
    ]:
        assert [error.message for error in validator.iter_errors(json.loads(logs))] == []


# github


def test_github_commands() -> None:
    shown = render("github", report(), problems=(Problem("c.md", "borte"),))
    assert shown == (
        "::notice file=docs/side.html,line=1,endLine=1,col=13,endColumn=22,title=passiv::"
        "«behandles»: Hvem gjør dette?\n"
        "::warning file=docs/side.html,line=2,endLine=3,title=kanselliord::"
        "«anmoder 😀 om svar»: Hvem gjør dette? → ber 😀 om svar\n"
        "::error file=docs/side.html,line=3,endLine=3,col=6,endColumn=13,title=frist::"
        "«snarest»: Når? → innen en uke; innen 1. mai\n"
        "::error file=c.md,title=klarsprak::borte\n"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    evil = finding("behandles", message="100 %\n::error::x\r")
    shown = render("github", report("a,b:c%\n.md", (evil,)))
    assert shown.count("\n") == 1
    assert "file=a%2Cb%3Ac%25%0A.md,line=1" in shown
    assert shown.endswith("::«behandles»: 100 %25%0A::error::x%0D\n")


@pytest.mark.parametrize("format", ["github", "sarif"])
def test_a_message_that_names_the_words_is_not_told_twice(format: str) -> None:
    named = finding("behandles", message="«behandles» er stivt. Kan du skrive «ser på»?", instead=("ser på",))
    shown = render(format, report(findings=(named,)))
    assert "«behandles» er stivt. Kan du skrive «ser på»?" in shown
    assert "«behandles»: " not in shown
    assert "→" not in shown


@pytest.mark.parametrize("format", FORMATS)
def test_reports_stream(format: str) -> None:
    """A reporter shows a report before it asks for the next but one: a crawl does not fit in memory."""
    asked: list[str] = []

    def reports() -> Iterator[Report]:
        for number in range(50):
            asked.append("")
            yield report(f"{number}.html")

    context = Context("1", "p", {}, as_markdown, ())
    shown = ""
    for part in reporter(format).render(reports(), context):
        shown += part
        assert len(asked) <= shown.count("frist") + 2
    assert len(asked) == 50


@pytest.mark.parametrize("format", FORMATS)
def test_problems_found_on_the_way_are_told_at_the_end(format: str) -> None:
    problems: list[Problem] = []

    def reports() -> Iterator[Report]:
        yield report()
        problems.append(Problem("sen.md", "for sent"))

    shown = "".join(reporter(format).render(reports(), Context("1", "p", {}, as_markdown, problems)))
    assert ("for sent" in shown) is (format != "lines"), "the command line tells them on standard error"


def keys(value: Any) -> Any:
    """The shape of a JSON value: keys all the way down, a list by its first item."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    return [keys(value[0])] if isinstance(value, list) and value else None


def test_the_documentation_shows_the_wire_format_as_it_is() -> None:
    page = (Path(__file__).parent.parent / "docs" / "rapport.md").read_text("utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    text = "Søknaden må sendes inn snarest til kommunen. " * 30
    made = json.loads(render("json", klarsprak.check(text), problems=(Problem("x", "y"),)))
    for data in (shown, made):
        for finding in data["files"][0]["findings"]:
            finding["instead"] = []
    assert keys(shown) == keys(made)
