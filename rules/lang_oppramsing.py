"""Running text that would be a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Text, rule

from ._clauses import PREPOSITIONS, SUBJECTS, SUBORDINATORS
from ._verbs import facts

_ITEM = r"[\w-]+(?: [\w-]+){0,4}"
_ROW = re.compile(rf"[^\W\d][\w-]*(?:, {_ITEM}){{2,}},? (?:og|eller|samt) {_ITEM}")
_JOINT = re.compile(r",? (?:og|eller|samt) |, ")
_CLAUSE = SUBJECTS | SUBORDINATORS | frozenset(("men", "så", "å", "ikke", "ikkje"))


@rule(
    priority="klart-sprak",
    severity="info",
    nb="Her ramser du opp {items} ting. Kan du sette dem i en punktliste?",
    nn="Her ramsar du opp {items} ting. Kan du setje dei i ei punktliste?",
    profiles=("web", "brev"),
)
def check(text: Text, *, min_items: int = 5) -> Iterator[Hit]:
    """Lang oppramsing.

    Hvorfor: En punktliste viser hvor mange ting det er, og leseren kan krysse av etter hvert.

    Ikke: Ta med legitimasjon, siste lønnsslipp, leiekontrakten, kontoutskrift og skattemelding.
    Heller: Ta med legitimasjon og siste lønnsslipp.

    Ikkje: Ta med legitimasjon, siste lønsslipp, leigekontrakten, kontoutskrift og skattemelding.
    Heller: Ta med legitimasjon og siste lønsslipp.

    Unntak: Navn og steder, og punkter som ikke er av samme slag.
    Målt: 0,3 funn per 100 setninger. Lest: 27 funn, 23 ville gjort seg som liste; på offentlige sider 10 av
    11. Derfor info. En annen leste 27, og 20 holdt.
    Kilde: Språkrådet, Lange og innholdsrike setninger,
    https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-setningsbygning-i-lover-og-forskrifter/lange-og-innholdsrike-setninger/
    """
    for sentence in text.sentences:
        if sentence.block.kind is Kind.PARAGRAPH and sentence.text.count(",") >= min_items - 2:
            for match in _ROW.finditer(sentence.text):
                items = _JOINT.split(match.group())
                if len(items) >= min_items and _are_things(items, sentence.standard):
                    # What follows the last thing is no longer in the row.
                    end = match.end() - len(items[-1]) + len(items[-1].split(" ")[0])
                    yield Hit(sentence.place(match.start(), end), values={"items": len(items)})


def _are_things(items: list[str], standard: str) -> bool:
    """No clauses, and no row of names or numbers."""
    known = facts(standard)
    words = {word for item in items[:-1] for word in item.lower().split()}
    first = {item.lower().split()[0] for item in items[1:]}
    plain = sum(item[0].islower() for item in items)
    return (
        words.isdisjoint(_CLAUSE | known["f"])
        and first.isdisjoint(known["i"] | PREPOSITIONS[standard])
        and plain > len(items) * 2 / 3
    )
