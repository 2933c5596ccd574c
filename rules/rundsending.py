"""Readers who are sent on without being told where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Kind, Text, rule

from ._lists import entries
from ._page import PHONE_OR_MAIL

# The reader is told to go there.
_TOWARDS = (
    r"(?:(?<!i )(?:kontakt(?:e|er)? med|kontakte?|kontaktar)|\bhenvend(?:e)? deg (?:til|hos)"
    r"|\bvend(?:e)? deg til|\bspør(?:re|je)?"
    r"|\b(?:under)?søke? (?:dette |det )?(?:hos|med)|\bsjekke? (?:dette |det )?med|\bring(?:e|je)?"
    r"|\b(?:rettes|sendes|meldes|henvises|rettast|sendast|meldast|send|rett|meld) (?:\w+ )?(?:til|hos)"
    r"|\bsender? du(?: \w+)? til|\bgå til|\boppsøke?)"
)
# Somebody else does it: «vi hjelper deg å ta kontakt med …».
_HELPER = re.compile(
    r"\b(?:hjelp\w*|bistår?|samarbeid\w*|koordinat\w*)\b|\b(?:vi|me) (?:kan|tar|tek|kontakt\w*|send\w*) ",
    re.IGNORECASE,
)


@cache
def _keys(standard: str) -> frozenset[str]:
    """One word of each entry: without it the sentence need not be searched."""
    terms = entries(f"rundsending.{standard}")
    own = frozenset(("selv", "sjølv"))
    return own | {term.split()[-1] for term in terms if not term.endswith("!")}


@cache
def _wanted(standard: str) -> tuple[frozenset[str], ...]:
    """The words of each entry: a sentence that has those of none need not be searched either."""
    terms = (line.partition(" !")[0] for line in entries(f"rundsending.{standard}"))
    return tuple(frozenset(term.lower().split()) for term in terms)


@cache
def _pattern(standard: str) -> re.Pattern[str]:
    alone: list[str] = []
    places: list[str] = []
    for line in sorted(entries(f"rundsending.{standard}"), key=len, reverse=True):
        term = line.partition(" !")[0]
        (alone if line.endswith("!") else places).append(re.escape(term))
    return re.compile(
        rf"{_TOWARDS} (?:din |den |det |di )?(?:{'|'.join(places)})\b"
        rf"|\b(?:{'|'.join(alone)})\b(?! (?-i:[A-ZÆØÅ]))",
        re.IGNORECASE,
    )


@rule(
    priority="brukerretting",
    severity="medium",
    nb="«{found}» sender leseren videre uten å si hvor. Skriv hvem hun skal kontakte, eller ta imot "
    "henne selv.",
    nn="«{found}» sender lesaren vidare utan å seie kvar. Skriv kven ho skal kontakte, eller ta imot "
    "henne sjølv.",
)
def check(text: Text) -> Iterator[Hit]:
    """Leseren sendes rundt.

    Hvorfor: Leseren vet ikke hvem som er «rette instans». Den som skriver, vet det. Ett sted å ringe, som
    sender saken videre, sparer alle for feil telefoner.

    Ikke: Ta kontakt med rette instans hvis du er i tvil.
    Heller: Er du i tvil? Ring innbyggertorget, så finner vi rett person.

    Ikkje: Ta kontakt med rette instans viss du er i tvil.
    Heller: Er du i tvil? Ring innbyggjartorget, så finn vi rett person.

    Unntak: Står navn, nummer eller adresse i samme setning, er leseren hjulpet.
    Målt: Ingen funn på 201 offentlige sider og brev, 2 på 39 andre sider fra nettet, begge riktige. Ingen
    funn i 31 282 setninger avis- og rapporttekst.
    Kilde: Difi, Kvalitet på nett, kriteriesett,
    https://www.difi.no/fagomrader-og-tjenester/digitalisering-og-samordning/kvalitet-pa-nett/kriteriesett/print
    """
    for sentence in text.sentences:
        keys = _keys(sentence.standard)
        if sentence.block.kind is Kind.HEADING or sentence.forms.isdisjoint(keys):
            continue
        if not any(words <= sentence.forms for words in _wanted(sentence.standard)):
            continue
        match = _pattern(sentence.standard).search(sentence.text)
        if (
            match is None
            or _HELPER.search(sentence.text[: match.start()])
            or PHONE_OR_MAIL.search(sentence.block.text)
        ):
            continue
        place = sentence.place(*match.span())
        if not any(link.start < place.end and place.start < link.end for link in sentence.block.links):
            yield Hit(place)
