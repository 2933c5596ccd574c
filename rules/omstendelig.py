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
    replaces=("kanselliord", "nn-anbehetelse"),
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
    Målt: Bokmål: 4,0 funn per 100 setninger på offentlige sider og 1,8 i avistekst. Den som laget listen,
    leste 172 tilfeldige funn, og 166 var verdt å skrive om. Nynorsk: 1,5 på 41 sider og 1,2 i avistekst; 48
    av 52 holdt. Så ble listen rettet. En annen leste 57 på bokmål og 54 på nynorsk. Alle var verdt å skrive
    om, men første forslag passet ikke i 14 av dem, og de vanligste er byttet.
    Kilde: Språkrådet: Kansellisten, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kansellisten/
    """
    yield from hits(text, Phrases.load("omstendelig"))
