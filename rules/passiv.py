"""Passive by an -s or an -st: behandles, skal behandlast."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Text, rule

from ._agent import NB, NN, hit
from ._s_passive import needs_model, s_passives, sure_s_passives


@rule(
    priority="klart-sprak",
    severity="info",
    nb=NB,
    nn=NN,
    needs=("morphologizer",),
    gate=needs_model,
)
def check(text: Text) -> Iterator[Hit]:
    """Passiv med -s eller -st.

    Hvorfor: Passiv skjuler hvem som skal gjøre noe. Den som leser, må gjette om det er kommunen eller
    leseren selv. På nynorsk står passiv på -st bare i infinitiv, helst etter et modalverb.

    Ikke: Skjemaet fylles ut og sendes til skolen.
    Heller: Fyll ut skjemaet og send det til skolen.

    Ikkje: Skjemaet skal fyllast ut og sendast til skulen.
    Heller: Fyll ut skjemaet og send det til skulen.

    Unntak: Passiv er riktig når det er uviktig eller ukjent hvem som gjør noe, og når det er tingen
    setningen handler om. Funnet teller derfor bare med i tettheten av passiv og stopper aldri en tekst.

    Målt: På testdelen av trebanken finner de to passivreglene 98 av 100 setninger med passiv på bokmål og 94
    på nynorsk. Av setningene de sier fra om, har 97 av 100 passiv på bokmål og 93 på nynorsk. Trebanken
    merker «gjerast» og seks former til snart som passiv, snart som noe annet. Får samme verb samme merke,
    er det 97 på nynorsk også (benchmarks/passive.py).

    Kilde: Språkrådet: S-verb, http://www.sprakradet.no/sprakhjelp/Praktisk-grammatikk/S-verb_bokmaal/
    """
    docs = dict(text.parsed)
    for sentence in text.sentences:
        for word in sorted({*sure_s_passives(sentence), *s_passives(sentence, docs.get(sentence))}):
            yield hit(sentence, word.start, word.end)
