from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Handlingen er gjemt i et substantiv. Kan du bruke verbet: {better}?",
        "verbet": "Hva er det som skjer? Prøv verbet direkte i stedet for «{found}».",
    },
    nn={
        "": "Handlinga er gøymd i eit substantiv. Kan du bruke verbet: {better}?",
        "verbet": "Kva er det som skjer? Prøv verbet direkte i staden for «{found}».",
    },
    replaces=("kanselliord", "omstendelig", "passiv", "passiv-bli"),
)
def check(text: Text) -> Iterator[Hit]:
    """Tynne verb.

    Hvorfor: «Foreta en vurdering» sier det samme som «vurdere», bare tyngre. Når handlingen står i verbet,
    blir setningen kortere, og det blir klarere hvem som gjør noe.

    Ikke: Kommunen foretar en grundig vurdering av søknaden.
    Heller: Kommunen vurderer søknaden grundig.

    Ikkje: Kommunen gjer ei grundig vurdering av søknaden.
    Heller: Kommunen vurderer søknaden grundig.

    Unntak: Når substantivet er navnet på noe («gi tilbakemelding» som knapp i et skjema), kan det stå.
    Målt: Funn per 100 setninger: 0,5 på 160 offentlige sider og 0,1 i avistekst (bokmål), 0,1 på 41 sider
    og 0,1 i avistekst (nynorsk). Hvor ofte regelen har rett, er bare anslått: Én leser så på 89 funn etter
    at listen var rettet, og mente at 86 (om lag 97 %) var verdt å skrive om. En annen leste 21 og var enig i
    17. Et adjektiv foran substantivet («fagleg gode vurderingar») går lett tapt i forslaget.
    Kilde: Språkrådet: Substantivtunge setningar, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/substantivtunge-setningar/
    """
    yield from hits(text, Phrases.load("tynt_verb"))
