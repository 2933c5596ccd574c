from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="info",
    nb="«{found}» sier det samme to ganger. Holder det med {better}?",
    nn="«{found}» seier det same to gonger. Held det med {better}?",
)
def check(text: Text) -> Iterator[Hit]:
    """Smør på flesk.

    Hvorfor: Når to ord sier det samme, må leseren bruke tid på å finne ut om de likevel betyr ulike ting.

    Ikke: Vi må planlegge på forhånd, og kurset er helt gratis.
    Heller: Vi må planlegge, og kurset er gratis.

    Ikkje: Vi må planleggje på førehand, og kurset er heilt gratis.
    Heller: Vi må planleggje, og kurset er gratis.

    Unntak: Faste uttrykk som «ro og fred» er ikke med. Noen ganger er gjentakelsen til hjelp for leseren.
    Målt: 9 av 10 funn i offentlige sider og avistekst var verdt å endre. Funn per 100 setninger: under 0,1.
    Kilde: Tansa: Smør på flesk, https://blogg.tansa.com/sm%C3%B8r-pa-flesk-smaker-ikke-godt/
    """
    yield from hits(text, Phrases.load("smor_pa_flesk"))
