"""What counts as a sentence and a word in LIX."""

import pytest

from benchmarks.lix import BY_HAND, TEXT
from klarsprak import Source, engine
from klarsprak.config import Settings
from klarsprak.readability import Lix, Shape, lix, running


def shapes(content: str, format: str = "markdown") -> tuple[Shape, ...]:
    text = engine.to_text(Source("a", content), Settings(standard="nb"), format)
    assert text is not None
    return running(text.sentences)


def test_a_text_counted_by_hand() -> None:
    found = shapes(TEXT)
    sentences, words, long = BY_HAND
    assert (len(found), sum(s.words for s in found), sum(s.long for s in found)) == BY_HAND
    assert lix(found) == Lix(words / sentences, 100 * long / words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi svarer innen 1. mars kl. 10.30 på tlf. 22 22 22 22.", [7]),
        ("Skriv til post@eksempel.no eller se www.eksempel.no nå.", [5]),
        ("Du får f.eks. hjelp. Det koster 1 950 kr.", [4, 3]),
        ("# En overskrift\n\nDu må oppgi:\n\n- navn\n- adresse og alder", [3]),
        ("- Ta med pass.\n- Møt presis.", [3, 2]),
        ("| pris | 100 |\n| --- | --- |\n| Barn betaler ikke. | gratis |", [3]),
        ("E-post og barne-tv teller som ett ord hver.", [8]),
    ],
)
def test_layout_figures_and_addresses_do_not_count(text: str, words: list[int]) -> None:
    assert [shape.words for shape in shapes(text)] == words


def test_layout_does_not_change_it() -> None:
    bare = "\n\n".join(part for part in TEXT.split("\n\n") if not part.startswith(("#", "-")))
    assert lix(shapes(bare)) == lix(shapes(TEXT))


@pytest.mark.parametrize("text", ["Vi svarer deg i mai. " * 4, "Ja og nei og så og mer og litt til. " * 4])
def test_too_little_text_has_none(text: str) -> None:
    assert lix(shapes(text, "plain")) is None
