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
    replaces=("kanselliord", "omstendelig"),
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
    Målt: Funn per 100 setninger: 0,5 på offentlige sider og 0,2 i aviser (bokmål), 0 og 0,2 (nynorsk).
    Én leser så på alle 89 funnene og fant 86 verdt å skrive om.
    Kilde: Språkrådet: Substantivtunge setningar, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/substantivtunge-setningar/
    """
    yield from hits(text, Phrases.load("tynt_verb"))
