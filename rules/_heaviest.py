"""Where a rule about a whole text points: at the sentences that weigh most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from klarsprak import Hit, Severity
from klarsprak.readability import Shape

SHOWN = 3


def hits(
    shapes: Iterable[Shape],
    weight: Callable[[Shape], float],
    values: Mapping[str, object],
    severity: Severity | None,
) -> Iterator[Hit]:
    """The heaviest sentence bears what is said of the whole text, with `values`; two others say «også»."""
    heaviest = sorted(shapes, key=weight, reverse=True)[:SHOWN]
    for number, shape in enumerate(heaviest):
        yield Hit(
            shape.sentence.whole,
            values={**values, "words": shape.words, "long": shape.long},
            case="ogsaa" if number else "",
            severity=Severity.INFO if number else severity,
        )
