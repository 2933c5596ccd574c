from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule
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
    replaces=("kanselliord", "omstendelig", "nn-anbehetelse", "passiv", "passiv-bli"),
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
    Målt: 33 funn på 201 offentlige sider og brev og 23 filer, 18 i 7749 setninger avistekst. Én leser, som
    også rettet forslagene, mente at alle på sidene og 13 i avistekst var verdt å skrive om; to var det ikke.
    De tre siste har et adjektiv som verbet ikke får med («fagleg gode vurderingar»). Slike funn teller bare
    som info, og «…» i forslaget viser at noe mangler. En annen leste 30 på bokmål og 26 på nynorsk, og 52
    holdt; de fire andre var slike.
    Kilde: Språkrådet: Substantivtunge setningar, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/substantivtunge-setningar/
    """
    for hit in hits(text, Phrases.load("tynt_verb")):
        incomplete = hit.instead and hit.instead[0].endswith("…")  # a verb alone may say less
        yield hit._replace(severity=Severity.INFO) if incomplete else hit
