"""The rules' own documentation: complete, true, and in docs/regler.md."""

import json
import re
from pathlib import Path

import pytest

from klarsprak import Rule, Source, catalog, engine, explain, rule

DOC = Path(__file__).parent.parent / "docs" / "regler.md"
RULES = pytest.mark.parametrize("name", list(catalog()))
EXAMPLE = '''Rar regel.

Hvorfor: Første linje
    andre linje.

Ikke: Stort og vanskelig.
Heller: Lite.

Ikke: <p>To</p>
Heller: <p>En</p>

Ikkje: Vanskeleg | vondt.
Heller: Lett.

Unntak: Når det må.
Målt: 9 av 10.
Kilde: Boka, https://example.no/a
Kilde: Lova, https://example.no/b
'''  # fmt: skip


def example() -> Rule:
    def check(
        text: object, *, max_words: int = 25, strict: bool = False, words: tuple[str, ...] = ("a",)
    ) -> list[None]:
        return []

    check.__doc__ = EXAMPLE
    check.__module__ = "klarsprak.rules.rar_regel"
    return rule(priority="lettere", severity="low", nb="", nn="", profiles=["brev"], aliases=("rart",))(check)  # type: ignore[arg-type]


def test_the_fields_of_a_docstring() -> None:
    explained = explain.explain(example())
    assert explained.why == "Første linje andre linje."
    assert explained.pairs == (
        ("nb", "Stort og vanskelig.", "Lite."),
        ("nb", "<p>To</p>", "<p>En</p>"),
        ("nn", "Vanskeleg | vondt.", "Lett."),
    )
    assert (explained.exceptions, explained.measured) == ("Når det må.", "9 av 10.")
    assert explained.sources == ("Boka, https://example.no/a", "Lova, https://example.no/b")
    assert explained.options == {"max-words": 25, "strict": False, "words": ("a",)}


def test_for_the_terminal() -> None:
    shown = explain.as_text(example())
    assert shown.startswith("rar-regel: Rar regel\nLettere for innbyggerne · alvor: lav · bare brev\n\n")
    assert "  Ikkje:  Vanskeleg | vondt.\n  Heller: Lett.\n" in shown
    assert (
        '  [tool.klarsprak.rules.rar-regel]\n  max-words = 25\n  strict = false\n  words = ["a"]\n' in shown
    )
    assert "Het før: rart" in shown
    assert "Kilde: Boka, https://example.no/a\nKilde: Lova, https://example.no/b\n" in shown


def test_as_markdown() -> None:
    shown = explain.as_markdown(example())
    assert "| nn | Vanskeleg \\| vondt. | Lett. |" in shown
    assert "| nb | `<p>To</p>` | `<p>En</p>` |" in shown
    assert "**Valg:** `max-words = 25`, `strict = false`" in shown
    assert "klarsprak: av" not in shown
    assert "**Kilde:** [Boka](https://example.no/a)" in shown


def test_as_json() -> None:
    (entry,) = json.loads(explain.as_json([example()]))
    assert entry == {
        "name": "rar-regel",
        "title": "Rar regel",
        "priority": "lettere",
        "severity": "low",
        "profiles": ["brev"],
        "standards": ["nb", "nn"],
        "pages": None,
        "default": True,
        "options": {"max-words": 25, "strict": False, "words": ["a"]},
        "aliases": ["rart"],
    }


def test_a_heller_out_of_place_is_a_fault() -> None:
    broken = example()
    broken.check.__doc__ = "Rar.\n\nHeller: Bedre."
    with pytest.raises(ValueError, match="rar-regel"):
        explain.explain(broken)


@RULES
def test_every_rule_is_explained(name: str) -> None:
    found = catalog()[name]
    explained = explain.explain(found)
    assert found.title
    assert explained.why
    assert {pair.standard for pair in explained.pairs} == found.standards
    assert explained.sources
    assert all(re.search(r", https?://\S+$", source) for source in explained.sources)


@RULES
def test_what_a_rule_advises_against_is_found_and_what_it_advises_is_not(name: str) -> None:
    found = catalog()[name]
    profile = "web" if "web" in found.profiles else min(found.profiles)
    page = min(found.pages) if found.pages else "auto"
    for standard, bad, good in explain.explain(found).pairs:
        for text, expected in ((bad, True), (good, False)):
            source = Source("example", text)
            reader = "html" if text.startswith("<") else "plain"
            findings = engine.run(found, source, standard=standard, profile=profile, reader=reader, page=page)
            assert bool(findings) is expected, text


def test_the_page_of_rules_is_fresh() -> None:
    told = "docs/regler.md is stale: klarsprak rules --format markdown > docs/regler.md"
    assert DOC.read_text("utf-8") == explain.page(catalog().values()), told


def test_the_page_links_to_what_it_has() -> None:
    page = explain.page(catalog().values())
    for name in catalog():
        assert f"| [{name}](#{name}) |" in page
        assert f"\n### {name}\n" in page
