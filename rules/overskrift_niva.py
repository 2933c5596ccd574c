"""Headings whose levels do not show how the page hangs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from klarsprak import CODE, Block, Hit, Kind, Place, Severity, Text, rule

from ._page import anchor

_FEW = 50  # words: a page with less is often made ready by a script
_LONGEST = 10  # words of a heading
_REMARK = re.compile(r"(?:merk|obs|nb|viktig|husk|tips|eksempel|døme|kilder?|kjelder?)\b", re.IGNORECASE)


@rule(
    priority="lettere",
    severity="medium",
    nb={
        "": "Siden har ingen hovedoverskrift (h1). Gjør tittelen til h1, så leseren hører hva siden gjelder.",
        "flere": "Siden har {count} hovedoverskrifter (h1). Ha én, og gjør de andre til h2.",
        "hopp": "Her hopper overskriftene fra nivå {before} til nivå {level}. Bruk nivå {better}.",
        "tom": "Overskriften er tom. Skriv hva avsnittet gjelder, eller ta den bort.",
        "lik": "Overskriften er den samme som en tidligere på samme nivå. Si hva som er annerledes her.",
        "fet": "Dette ser ut som en overskrift, men er et avsnitt i fet skrift. Merk det som overskrift.",
    },
    nn={
        "": "Sida har inga hovudoverskrift (h1). Gjer tittelen til h1, så lesaren høyrer kva sida gjeld.",
        "flere": "Sida har {count} hovudoverskrifter (h1). Ha éi, og gjer dei andre til h2.",
        "hopp": "Her hoppar overskriftene frå nivå {before} til nivå {level}. Bruk nivå {better}.",
        "tom": "Overskrifta er tom. Skriv kva avsnittet gjeld, eller ta ho bort.",
        "lik": "Overskrifta er den same som ei tidlegare på same nivå. Sei kva som er annleis her.",
        "fet": "Dette ser ut som ei overskrift, men er eit avsnitt i feit skrift. Merk det som overskrift.",
    },
    profiles=("web",),
)
def check(text: Text) -> Iterator[Hit]:
    """Overskrifter på feil nivå.

    Hvorfor: Den som bruker skjermleser, går fra overskrift til overskrift og hører nivåene. Én h1 sier hva
    siden gjelder; h2 og h3 viser hva som hører sammen. Et avsnitt i fet skrift er ikke med på den lista.

    Ikke: <h2>Barnehage</h2><h4>Slik søker du</h4><p>Logg inn og fyll ut søknaden.</p>
    Heller: <h2>Barnehage</h2><h3>Slik søker du</h3><p>Logg inn og fyll ut søknaden.</p>

    Ikkje: <h2>Barnehage</h2><h4>Slik søkjer du</h4><p>Logg inn og fyll ut søknaden.</p>
    Heller: <h2>Barnehage</h2><h3>Slik søkjer du</h3><p>Logg inn og fyll ut søknaden.</p>

    Unntak: Regelen spør bare hele sider om de har en h1. En fil der tittelen står i hodet, får den av malen.
    Like overskrifter under ulike kapitler er i orden.
    Målt: 13 funn i 16 nettsider og 10 Markdown-filer fra offentlige virksomheter. Alle er lest og riktige. I
    240 sider med engelsk dokumentasjon av programmer var 27 av 28 leste funn riktige. En annen leser mente
    det samme om de 13.
    Kilde: Uutilsynet, Tekst og struktur,
    https://uu.difi.no/krav-og-regelverk/losningsforslag-web/tekst-og-struktur
    Kilde: W3C, WCAG 2.1, 1.3.1 Info and Relationships, https://www.w3.org/TR/WCAG21/#info-and-relationships
    """
    headings = [b for b in text.blocks if b.main and b.kind is Kind.HEADING and b.level]
    yield from _titles(text, [block for block in headings if block.level == 1 and block.text != CODE])
    yield from (Hit(_whole(block), case="tom") for block in headings if block.text == CODE)
    yield from _jumps(headings)
    yield from _same([block for block in headings if block.text != CODE])
    yield from _bold([block for block in text.blocks if block.main and block.text != CODE])


def _whole(block: Block) -> Place:
    return Place(block, 0, len(block.text))


def _titles(text: Text, titles: Sequence[Block]) -> Iterator[Hit]:
    whole = any(block.kind is Kind.PAGE for block in text.blocks)
    words = sum(len(sentence.words) for sentence in text.sentences)
    if len(titles) > 1 and (whole or not any(block.kind is Kind.TITLE for block in text.blocks)):
        severity = None if whole else Severity.LOW
        yield Hit(_whole(titles[1]), values={"count": len(titles)}, case="flere", severity=severity)
    elif whole and words >= _FEW and not any(block.level == 1 for block in text.blocks):
        page = next(block for block in text.blocks if block.kind is Kind.PAGE)
        place = anchor(text)
        yield Hit(place if place and place.block.kind is Kind.HEADING else _whole(page))


def _jumps(headings: Sequence[Block]) -> Iterator[Hit]:
    """The first jump of each kind: it is the same habit everywhere."""
    seen = set()
    for before, block in pairwise(headings):
        jump = before.level, block.level
        if block.level > before.level + 1 and block.text != CODE and jump not in seen:
            seen.add(jump)
            values = {"before": before.level, "level": block.level, "better": before.level + 1}
            yield Hit(_whole(block), values=values, case="hopp", severity=Severity.LOW)


def _same(headings: Sequence[Block]) -> Iterator[Hit]:
    """A heading that stands twice under the same heading, where nothing else tells the two apart."""
    path: list[str] = []
    seen = set()
    for block in headings:
        path[block.level - 1 :] = [""] * (block.level - 1 - len(path)) + [block.text.lower()]
        if (key := tuple(path)) in seen and not block.links:
            yield Hit(_whole(block), case="lik", severity=Severity.LOW)
        seen.add(key)


def _bold(blocks: Sequence[Block]) -> Iterator[Hit]:
    """A short line in bold with running text below."""
    for block, below in pairwise(blocks):
        if (
            block.bold
            and block.standard
            and not below.bold
            and below.kind in (Kind.PARAGRAPH, Kind.ITEM)
            and below.text.count(" ") >= (6 if below.kind is Kind.PARAGRAPH else 2)
            and block.text.count(" ") < _LONGEST
            and block.text[0].isupper()
            and (block.text[-1].isalnum() or block.text[-1] == "?")
            and not re.search(r"\d", block.text)
            and not _REMARK.match(block.text)
        ):
            yield Hit(_whole(block), case="fet", severity=Severity.LOW)
