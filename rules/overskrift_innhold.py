"""Headings that would fit any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Kind, PageKind, Place, Text, rule

from ._lists import entries

# Reports and decisions have headings that those who look things up expect.
_EXPECTED = frozenset({PageKind.PLAN, PageKind.DECISION, PageKind.PORTAL})


@cache
def _empty(standard: str) -> frozenset[str]:
    return frozenset(entries(f"overskrift_innhold.{standard}"))


@rule(
    priority="lettere",
    severity="low",
    nb="«{found}» passer over hvilken tekst som helst. Skriv det leseren får vite, gjerne som et spørsmål.",
    nn="«{found}» passar over kva tekst som helst. Skriv det lesaren får vite, gjerne som eit spørsmål.",
    profiles=("web",),
)
def check(text: Text) -> Iterator[Hit]:
    """Overskrift uten innhold.

    Hvorfor: Leseren blar etter svaret sitt og leser overskriftene først. «Generelt» og «Diverse» hjelper
    ingen å velge. En overskrift som bare passer over dette avsnittet, gjør det.

    Ikke: <h2>Generelt</h2><p>En plass koster 1200 kroner i måneden.</p>
    Heller: <h2>Hva koster en plass?</h2><p>En plass koster 1200 kroner i måneden.</p>

    Ikkje: <h2>Generelt</h2><p>Ein plass kostar 1200 kroner i månaden.</p>
    Heller: <h2>Kva kostar ein plass?</h2><p>Ein plass kostar 1200 kroner i månaden.</p>

    Unntak: Planer, rapporter, vedtak og menysider har ofte faste overskrifter. Der sier regelen ingenting,
    og overskrifter som er lenker, lar den være.
    Målt: 5 funn på 201 offentlige sider og brev og i 26 nettsider og Markdown-filer. Alle er lest og riktige.
    Ingen funn i 6401 setninger avistekst.
    Kilde: Digdir, Prinsipp 2: Gjør teksten oversiktlig,
    https://profilveileder.digdir.no/sprakprofil/prinsipp-2-gjor-teksten-oversiktlig/38
    Kilde: Bygland kommune, Ti skriveråd for gode tekstar,
    https://www.bygland.kommune.no/ti-skriveraad-for-gode-tekstar.573706.nn.html
    """
    if text.page in _EXPECTED:
        return
    for block in text.prose:
        if block.kind is not Kind.HEADING or block.links:
            continue
        words = " ".join(re.findall(r"[^\W\d_]+", block.text.lower()))
        if words in _empty(block.standard or text.standard):
            yield Hit(Place(block, 0, len(block.text)))
