"""Compounds too long to be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Severity, Text, rule

from ._lists import entries

LOW_OVER = 4  # letters more than the limit
# A law, a regulation or an authority is called what it is called.
OFFICIAL = re.compile(
    r".*(?:lov(?:en|a)?|forskrift(?:en|a)?|departement(?:et)?|direktorat(?:et)?|kommun(?:e|en|ane|ene|ar|er))s?"
)


@cache
def _accepted() -> tuple[str, ...]:
    return tuple(entries("langt_ord"))


@rule(
    priority="klart-sprak",
    severity="info",
    nb="«{found}» har {letters} bokstaver. Kan du løse det opp i flere ord?",
    nn="«{found}» har {letters} bokstavar. Kan du løyse det opp i fleire ord?",
    once=True,
)
def check(text: Text, *, max_letters: int = 22) -> Iterator[Hit]:
    """Svært langt ord.

    Hvorfor: Øyet tar et kort ord i ett blikk. Et ord med fire ledd må staves seg gjennom, og den som leser
    sakte, mister tråden.

    Ikke: Foreldrebetalingsmoderasjonen gjelder fra august.
    Heller: Du betaler mindre for barnehagen fra august.

    Ikkje: Foreldrebetalingsmoderasjonen gjeld frå august.
    Heller: Du betaler mindre for barnehagen frå august.

    Unntak: Navn, lover og navn på ytelser («arbeidsavklaringspenger») får stå. Hvert ord nevnes én gang.
    Målt: 1,0 funn per 100 setninger, både på offentlige sider og i avistekst. Lest: 30 funn på 20 bokstaver
    eller mer, før grensen ble satt til 22. Om lag 7 av 10 kunne løses opp uten tap. Derfor info. En annen
    leste 48 på 22 bokstaver eller mer og mente at 35 kunne løses opp; seks offisielle navn ble tatt ut.
    Kilde: Ordnett: Godt språk, https://cms.ordnett.no/sprakverktoy/sprakvett/godt-sprak/
    """
    seen = set()
    for sentence in text.sentences:
        for number, word in enumerate(sentence.words):
            if word.end - word.start < max_letters or word.lower in seen or not word.lower.isalpha():
                continue
            # A name, or the name of something in a program: «harStatsborgerskap».
            name = not sentence.text[word.start + bool(number == 0) : word.end].islower()
            if name or OFFICIAL.fullmatch(word.lower) or word.lower.startswith(_accepted()):
                continue
            seen.add(word.lower)
            letters = word.end - word.start
            yield Hit(
                sentence.place(word.start, word.end),
                values={"letters": letters},
                severity=Severity.LOW if letters > max_letters + LOW_OVER else None,
            )
