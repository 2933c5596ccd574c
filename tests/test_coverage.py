"""The pages about what the rules cover and how often they are right, and the list beside other tools."""

import re
from pathlib import Path

import pytest

from benchmarks import coverage as benchmark
from klarsprak.rulebook import Severity, catalog
from klarsprak.text import Standard

ROOT = Path(__file__).parent.parent
NAMED = re.compile(r"\[([a-z-]+)\]\(regler\.md#([a-z-]+)\)")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["dekning.md", "treffsikkerhet.md"])
def test_every_rule_is_named_and_every_name_is_a_rule(name: str) -> None:
    found = NAMED.findall(page(name))
    assert all(shown == target for shown, target in found)
    assert {shown for shown, _ in found} == set(catalog())


def test_a_rule_that_is_often_wrong_only_informs_or_is_off() -> None:
    lines = page("treffsikkerhet.md").split("\n")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    named = [(NAMED.match(row[0]), row) for row in rows if len(row) > 5]
    shares = {match[1]: row[4].removesuffix(" %") for match, row in named if match}
    assert set(shares) == set(catalog())
    said = {match[1]: row[1].partition(" ")[0] for match, row in named if match}
    assert said == {name: rule.severity.label for name, rule in catalog().items()}
    for name, share in shares.items():
        rule = catalog()[name]
        if rule.default and rule.severity != Severity.INFO and share != "–":
            assert int(share) >= 95, name


def test_every_rule_is_in_one_category() -> None:
    placed = [rule for category in benchmark.categories() for rule in category.rules]
    assert sorted(placed) == sorted(catalog())


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_each_category_of_ours_is_found_in_the_heavy_texts(standard: Standard) -> None:
    counts = benchmark.found(standard)
    missing = [
        category.what
        for category in benchmark.categories()
        if category.rules and not any(counts[rule] for rule in category.rules)
    ]
    assert not missing


def test_what_others_have_and_we_have_not_is_explained() -> None:
    names = {
        "starts": "samme begynnelse",
        "double-word": "Samme ord to ganger",
        "spelling": "Stavekontroll",
        "comma": "Komma foran",
        "personal-data": "Personopplysninger",
    }
    lacking = {category.name for category in benchmark.categories() if not category.rules}
    assert lacking <= set(names)
    for name in lacking:
        assert names[name] in page("dekning.md")
