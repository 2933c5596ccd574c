from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "«{found}» er en omvei. Kan du skrive {better}?",
        "stryk": "«{found}» sier lite. Kan du stryke det og gå rett på sak?",
    },
    nn={
        "": "«{found}» er ein omveg. Kan du skrive {better}?",
        "stryk": "«{found}» seier lite. Kan du stryke det og gå rett på sak?",
    },
    replaces=("kanselliord",),
)
def check(text: Text) -> Iterator[Hit]:
    """Omstendelige uttrykk.

    Hvorfor: Mange ord om lite gjør setningene lange og gjemmer det viktige. Ett ord sier oftest det samme.

    Ikke: Vi har ikke mulighet til å åpne hallen på nåværende tidspunkt.
    Heller: Vi kan ikke åpne hallen nå.

    Ikkje: Vi har ikkje høve til å opne hallen på noverande tidspunkt.
    Heller: Vi kan ikkje opne hallen no.

    Unntak: I juridiske tekster kan «med hjemmel i» og «forutsatt at» ha en egen mening. «I forhold til» er
    riktig når du sammenligner to ting («høyt i forhold til inntekten»).
    Målt: Funn per 100 setninger: 1,9 på 160 offentlige sider og 0,9 i avistekst (bokmål), 0,8 på 41 sider
    og 0,8 i avistekst (nynorsk). Hvor ofte regelen har rett, er bare anslått: Én leser så på 105 tilfeldige
    funn etter at listen var rettet, og mente at 102 (om lag 97 %) var verdt å skrive om.
    Kilde: Språkrådet: Kansellisten, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kansellisten/
    """
    yield from hits(text, Phrases.load("omstendelig"))
