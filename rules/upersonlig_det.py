"""«Det» as an empty subject, and a passive after it: «det bes om», «det kan søkes om»."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule
from klarsprak.phrases import cited

from ._agent import has_agent
from ._empty_subject import brings_news, known, passives
from ._page import speaks_to_nobody
from ._promises import promises


@rule(
    priority="klart-sprak",
    severity="medium",
    nb="«Det» skjuler hvem som gjør noe. Skriv «du» eller «vi», eller be leseren om det rett ut.",
    nn="«Det» skjuler kven som gjer noko. Skriv «du» eller «vi», eller be lesaren om det rett ut.",
    needs=("morphologizer",),
    gate=lambda sentence: any(True for _ in passives(sentence)),
    pages=("tjeneste", "vedtak", "portal", "annet"),  # a report may say «det må antas», and news what is done
    replaces=("passiv", "passiv-bli", "nn-st-presens", "omstendelig", "tynt-verb", "kanselliord"),
)
def check(text: Text) -> Iterator[Hit]:
    """Upersonlig «det».

    Hvorfor: «Det bes om», «det kan søkes om» og «det blir gitt» sier verken hvem som gjør noe, eller hvem det
    gjelder. Leseren må gjette om det er noe å gjøre.

    Ikke: Det bes om at alle vedlegg lastes opp.
    Heller: Last opp alle vedlegg.

    Ikkje: Det blir bede om at alle vedlegg blir lasta opp.
    Heller: Last opp alle vedlegga.

    Unntak: «Det» som viser til noe («Det behandles konfidensielt»), vær og tid («det regner»), «det finnes»,
    fortid («det ble holdt et møte») og setninger som sier hvem som gjør det («av kommunen»), får stå.
    Målt: 41 av 43 funn på 201 offentlige sider var verdt å endre. Funn per 100 setninger: 1,0 på offentlige
    sider og 0,1 i avistekst; i nyheter og planer ser regelen ikke. En annen leser mente at alle 22 hun
    leste på sidene, men bare 4 av 8 i avistekst, var verdt å endre. Derfor er funnet bare info der teksten
    ikke snakker til noen.
    Kilde: Språkrådet: Upersonlige setninger (passiv), https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-setningsbygning-i-lover-og-forskrifter/upersonlige-setninger-passiv/
    """
    severity = Severity.INFO if speaks_to_nobody(text) else None  # … so it is no place for «du»
    for sentence, doc in text.parsed:
        promised = list(promises(sentence))
        for found in passives(sentence):
            if (
                any(has_agent(sentence, word.end) for word in sentence.words[found.verb : found.verb + 4])
                or cited(sentence, found.start, found.end)
                or any(start < found.end and found.start < end for start, end in promised)
            ):
                continue
            if hit := known(sentence, found):
                yield hit._replace(severity=severity or hit.severity)
            elif brings_news(sentence, found, doc):
                yield Hit(sentence.place(found.start, found.end), severity=severity)
