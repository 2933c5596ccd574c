"""Passive by bli or verte and a participle: blir behandlet, vart vedteke."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Text, rule

from ._agent import NB, NN, hit
from ._bli_passive import bli_passives, may_be_bli


@rule(
    priority="klart-sprak",
    severity="info",
    nb=NB,
    nn=NN,
    needs=("morphologizer",),
    gate=may_be_bli,
)
def check(text: Text) -> Iterator[Hit]:
    """Passiv med bli eller verte.

    Hvorfor: «Søknaden blir behandlet» sier ikke hvem som behandler den. Teksten blir kortere og mer
    direkte når den som gjør noe, er subjektet.

    Ikke: Søknaden din blir vurdert av tildelingskontoret.
    Heller: Tildelingskontoret vurderer søknaden din.

    Ikkje: Søknaden din blir vurdert av tildelingskontoret.
    Heller: Tildelingskontoret vurderer søknaden din.

    Unntak: Tilstander («er stengt»), følelser («blir overrasket»), «få» med partisipp («får innvilget») og
    «bli stående» er ikke passiv. Passiv er riktig når det er uviktig hvem som gjør noe.

    Målt: På testdelen av trebanken finner de to passivreglene 98 av 100 setninger med passiv på bokmål og 94
    på nynorsk. Av setningene de sier fra om, har 97 av 100 passiv på bokmål og 93 på nynorsk. Trebanken
    merker «gjerast» og seks former til snart som passiv, snart som noe annet. Får samme verb samme merke,
    er det 97 på nynorsk også (benchmarks/passive.py).

    Kilde: Språkrådet: Aktiv og passiv på nynorsk, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/aktiv-og-passiv-pa-nynorsk/
    """
    for sentence, doc in text.parsed:
        for start, end in bli_passives(sentence, doc):
            yield hit(sentence, start, end)
