"""Every rule against its table in tests/rules: what it must find, and what it must leave alone."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak import House, PageKind, Source, catalog
from klarsprak.configfile import HOUSE
from klarsprak.engine import run

TABLES = Path(__file__).parent / "rules"
SECTION = re.compile(r"## (?P<what>Treff|Ikke treff) \((?P<standard>nb|nn)(?P<rest>(?:, \w+)*)\)")
MARK = re.compile(r"\[(?P<found>[^\]→]+?)(?:\s*→\s*(?P<instead>[^\]]+))?\]")


def cases() -> Iterator[object]:
    for table in sorted(TABLES.glob("*.md")):
        section = None
        for number, line in enumerate(table.read_text("utf-8").splitlines(), 1):
            if line.startswith("## "):
                section = SECTION.fullmatch(line)
                assert section, f"{table}:{number}: not a section: {line}"
            elif line.startswith("- "):
                assert section, f"{table}:{number}: a line before the first section"
                words = section["rest"].replace(",", " ").split()
                yield pytest.param(
                    table.stem.replace("_", "-"),
                    line[2:].replace("¶", "\n\n"),
                    section["what"] == "Treff",
                    section["standard"],
                    words,
                    id=f"{table.stem}:{number}",
                )


def test_every_rule_has_a_table() -> None:
    assert {t.stem.replace("_", "-") for t in TABLES.glob("*.md")} == set(catalog())


@pytest.mark.parametrize("table", sorted(TABLES.glob("*.md")), ids=lambda t: t.stem)
def test_tables_hold_each_standard_both_ways(table: Path) -> None:
    sections = [
        SECTION.fullmatch(line) for line in table.read_text("utf-8").splitlines() if line.startswith("## ")
    ]
    standards = catalog()[table.stem.replace("_", "-")].standards
    assert {(s["what"], s["standard"]) for s in sections if s} == {
        (what, standard) for what in ("Treff", "Ikke treff") for standard in standards
    }


@pytest.mark.parametrize("table", sorted(TABLES.glob("*.md")), ids=lambda t: t.stem)
def test_tables_hold_at_least_five_of_each(table: Path) -> None:
    counts, section = Counter[tuple[str, str]](), ("", "")
    for line in table.read_text("utf-8").splitlines():
        if match := SECTION.fullmatch(line):
            section = match["what"], match["standard"]
        counts[section] += line.startswith("- ")
    assert min(count for (what, _), count in counts.items() if what) >= 5


@pytest.mark.parametrize(("name", "line", "hit", "standard", "words"), list(cases()))
def test_rule(name: str, line: str, hit: bool, standard: str, words: list[str]) -> None:
    expected, text, at = [], "", 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        expected.append((len(text), mark["found"], mark["instead"]))
        text += mark["found"]
        at = mark.end()
    text = (text + line[at:]).replace("⏎", "\n")  # as long as the sign that stands for it
    assert bool(expected) == hit, "a hit is marked with [brackets], a near miss is not"
    format = next((w for w in words if w in ("html", "markdown")), "plain")
    profile = next((w for w in words if w in ("brev", "some")), "web")
    page = next((w for w in words if w in tuple(PageKind)), "auto")
    house = House(*(next((w for w in words if w in choices), "") for choices in HOUSE.values()))
    found = run(
        catalog()[name],
        Source("", text),
        standard=standard,
        profile=profile,
        reader=format,
        page=page,
        house=house._replace(profile=house.profile or "moderne"),
    )
    assert [(f.span.start, text[slice(*f.span)]) for f in found] == [(at, words) for at, words, _ in expected]
    for finding, (_, _, instead) in zip(found, expected, strict=True):
        if instead:
            assert "; ".join(finding.instead) == instead
