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
    Målt: Bokmål: 11,5 funn per 100 setninger på offentlige sider (8,3 uten én kommunes veiviser på 29 sider)
    og 5,1 i avistekst. Den som laget listen, leste 305 tilfeldige funn, og 290 (95 %) var verdt å skrive om.
    En annen leste 129, og 127 (98 %) holdt. Av 39 første forslag passet 34; listen ble rettet, og så passet
    43 av 45 nye. Nynorsk: 1,6 på 41 sider og 1,9 i avistekst. To har lest: 57 av 60 og 84 av 88 var verdt å
    skrive om.
    Kilde: Språkrådet: Kansellisten, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kansellisten/
    """
    yield from hits(text, Phrases.load("kanselliord"))
    if text.terms:
        yield from hits(text, Phrases(terms=text.terms), case="egen")
