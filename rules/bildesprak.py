from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="info",
    nb="«{found}» er et språklig bilde. Ikke alle forstår det. Kan du skrive {better}?",
    nn="«{found}» er eit språkleg bilete. Ikkje alle forstår det. Kan du skrive {better}?",
    default=False,
)
def check(text: Text) -> Iterator[Hit]:
    """Språklige bilder.

    Hvorfor: Et bilde må tolkes. Den som har norsk som andrespråk, eller som leser bokstavelig, kan miste
    meningen. Regelen er av til dere slår den på: I en tale eller et leserinnlegg kan bildet være poenget.

    Ikke: Avdelingene må slutte å jobbe i siloer.
    Heller: Avdelingene må slutte å jobbe hver for seg.

    Ikkje: Avdelingane må slutte å jobbe i siloar.
    Heller: Avdelingane må slutte å jobbe kvar for seg.

    Unntak: Bilder som alle bruker til daglig, som «i gang» og «på plass», er ikke med.
    Målt: 16 av 16 funn i offentlige sider og avistekst var bilder. Funn per 100 setninger: under 0,1 på
    offentlige sider og 0,2 i avistekst.
    Kilde: KS, Stavanger kommune og NTB Arkitekst: Klarspråk for alle, https://pdfslide.tips/documents/klarsprk-for-alle-2018-10-18-klart-sprk-for-flest-mulig-klarsprk-er-ikke.html
    """
    yield from hits(text, Phrases.load("bildesprak"))
