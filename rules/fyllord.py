from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._terms import hits


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "": "«{found}» fyller bare opp. Stryk det, eller skriv {better}.",
        "stryk": "«{found}» fyller bare opp. Kan du stryke det?",
    },
    nn={
        "": "«{found}» fyller berre opp. Stryk det, eller skriv {better}.",
        "stryk": "«{found}» fyller berre opp. Kan du stryke det?",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Fyllord.

    Hvorfor: Ord som ikke sier noe, stjeler plass fra dem som gjør det. Uten dem kommer leseren raskere fram.

    Ikke: I bunn og grunn må du rett og slett søke på nytt.
    Heller: Du må søke på nytt.

    Ikkje: I botn og grunn må du rett og slett søkje på nytt.
    Heller: Du må søkje på nytt.

    Unntak: Et fyllord kan gi teksten en vennlig tone. Når du stryker det, kan rekkefølgen på ordene endre
    seg, så regelen retter aldri selv.
    Målt: 28 av 34 funn i avistekst kunne strykes; derfor bare info. Funn per 100 setninger: ingen på
    offentlige sider og 0,9 i avistekst.
    Kilde: Språkrådet: Kansellisten, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kansellisten/
    """
    yield from hits(text, Phrases.load("fyllord"))
