"""The reader spoken of as somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Sentence, Text, rule

from ._clauses import IMPERATIVES
from ._mentions import mentions

ADDRESS = {
    "nb": frozenset("du deg din di ditt dine dere".split()),
    "nn": frozenset("du deg din di ditt dine de dykk dykkar".split()),
}
FEW = 3  # mentions: fewer may be about somebody else …
FEW_DUTIES = 2  # … and so many say what the reader must or may do, or the text is about something else
# «Saksbehandleren skal …»: written for those who work there. «§ 4.»: the law speaks of everybody.
STAFF = re.compile(
    r"\b(?:saksbehandler(?:en)?|sakshandsamar(?:en)?|saksbehandlar(?:en)?|ansatte|tilsette|medarbeider(?:e|en|ne)?"
    r"|medarbeidar(?:ar|en|ane)?|veileder(?:en)?|rettleiar(?:en)?) (?:skal|må|bør|kan)\b",
    re.IGNORECASE,
)
LAW = re.compile(r"§+ ?\d+|\bkapittel \d", re.IGNORECASE)


def _addresses(sentence: Sentence) -> int:
    """How many times the sentence speaks to the reader."""
    said = sum(word.lower in ADDRESS[sentence.standard] for word in sentence.words)
    return said + (sentence.words[0].lower in IMPERATIVES)


def _is_for_citizens(text: Text) -> bool:
    begins_with_law = sum(LAW.match(block.text) is not None for block in text.blocks)
    return begins_with_law < 2 and not any(STAFF.search(sentence.text) for sentence in text.sentences)


@rule(
    priority="brukerretting",
    severity="medium",
    nb="Er det leseren som er «{label}»? Skriv i så fall «{you}».",
    nn="Er det lesaren som er «{label}»? Skriv i så fall «{you}».",
    profiles=("web", "brev"),
)
def check(text: Text, *, max_findings: int = 5) -> Iterator[Hit]:
    """Leseren omtalt som en annen.

    Hvorfor: «Søkeren må» får leseren til å lure på hvem det gjelder. «Du må» kan ikke misforstås.

    Ikke: Søkeren må legge ved politiattest. Søker får svar i brev, og søkeren kan klage på vedtaket.
    Heller: Du må legge ved politiattest. Du får svar i brev, og du kan klage på vedtaket.

    Ikkje: Søkjaren må leggje ved politiattest. Søkjaren får svar i brev, og søkjaren kan klage på vedtaket.
    Heller: Du må leggje ved politiattest. Du får svar i brev, og du kan klage på vedtaket.

    Unntak: Regelen sier fra når teksten nevner leseren i tredje person minst tre ganger, minst to av dem
    med «må», «kan» eller lignende, og oftere enn den sier «du». Lovtekst, statistikk («1200 søkere») og
    tekst til ansatte er unntatt.
    Målt: Ingen funn i 195 utdrag av avistekst på 40 setninger (dev- og testdelen av Norwegian UD) og ingen
    på 201 offentlige sider og brev, som alle sier «du». Treffsikkerheten er derfor bare prøvd på egne
    eksempler.
    Kilde: Grane kommune, Språkprofil,
    https://grane.kommune.no/tjenester/administrasjon/for-ansatte/sprakprofil
    Kilde: Buskerud fylkeskommune, Viktige begreper i språkprofilen,
    http://www.bfk.no/Sprakprofil/Viktige-begreper-i-sprakprofilen/
    """
    sentences = [s for s in text.sentences if s.block.kind is not Kind.QUOTE and s.words]
    found = [mention for sentence in sentences for mention in mentions(sentence)]
    if len(found) < FEW or sum(mention.duty for mention in found) < FEW_DUTIES:
        return
    if sum(map(_addresses, sentences)) >= len(found) or not _is_for_citizens(text):
        return
    for mention in found[:max_findings]:
        instead: tuple[str, ...] = ("din", "ditt", "dine") if mention.you == "din" else (mention.you,)
        if mention.at.text[0].isupper():
            instead = tuple(word.capitalize() for word in instead)
        yield Hit(mention.at, instead=instead, values={"label": mention.label, "you": mention.you})
