from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "«{found}» er et stivt ord for mange. Kan du skrive {better}?",
        "stryk": "«{found}» kan nesten alltid strykes. Prøv setningen uten.",
        "verbet": "«{found}» er tungt. Kan du bruke et verb i stedet?",
        "egen": "Dere har bestemt at dere skriver {better} heller enn «{found}».",
        "unngå": "Dere har bestemt at dere ikke bruker «{found}».",
    },
    nn={
        "": "«{found}» er eit stivt ord for mange. Kan du skrive {better}?",
        "stryk": "«{found}» kan du nesten alltid stryke. Prøv setninga utan.",
        "verbet": "«{found}» er tungt. Kan du bruke eit verb i staden?",
        "egen": "De har bestemt at de skriv {better} heller enn «{found}».",
        "unngå": "De har bestemt at de ikkje bruker «{found}».",
    },
    needs=("morphologizer",),
    gate=Phrases.load("kanselliord").has_homograph,
)
def check(text: Text) -> Iterator[Hit]:
    """Kanselliord.

    Hvorfor: Stive og gammeldagse ord skaper avstand og sinker leseren. Det finnes nesten alltid et ord som
    alle bruker til daglig. Listen er råd, ikke en svarteliste: I en lovtekst kan ordet være på sin plass.
    Dere kan godta ord (accept) og legge til egne (terms).

    Ikke: Skjemaet må benyttes av samtlige søkere.
    Heller: Alle søkere må bruke skjemaet.

    Ikkje: Kommunen oversende brevet vedrørande plassen i går.
    Heller: Kommunen sende brevet om plassen i går.

    Unntak: Sitater i «…» og navn på lover («lov om …», «forskrift om …») får stå.
    Målt: Bokmål: 12,0 funn per 100 setninger på offentlige sider og 5,7 i avistekst. 256 tilfeldige funn er
    lest, og 242 av dem (95 %) var verdt å skrive om. Så ble listen rettet. Av de 49 siste, som ble trukket
    etter det, holdt 48. Nynorsk: 1,6 på 41 sider og 2,0 i avistekst. 60 tilfeldige funn er lest, og 57 var
    verdt å skrive om.
    Kilde: Språkrådet: Kansellisten, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kansellisten/
    """
    yield from hits(text, Phrases.load("kanselliord"))
    if text.terms:
        yield from hits(text, Phrases(terms=text.terms), case="egen")
