from collections.abc import Iterator

from klarsprak import Hit, Sentence, Text, rule
from klarsprak.phrases import Match, Phrases

from ._terms import either

_READER = frozenset(
    "du deg din di ditt dine dere deres dykk dykkar søker søkeren søkjar søkjaren søkar søkaren".split()
)


@rule(
    priority="brukerretting",
    severity="low",
    nb={
        "": "«{found}» kan virke strengt. Kan du skrive {better}?",
        "stryk": "«{found}» kan virke strengt. Kan du stryke det?",
        "hjelp": "«{found}» kan virke strengt. Kan du si hva leseren skal gjøre, og hvem som hjelper?",
        "hva": "«{found}» kan virke truende. Kan du heller si rolig hva som skjer, og når?",
    },
    nn={
        "": "«{found}» kan verke strengt. Kan du skrive {better}?",
        "stryk": "«{found}» kan verke strengt. Kan du stryke det?",
        "hjelp": "«{found}» kan verke strengt. Kan du seie kva lesaren skal gjere, og kven som hjelper?",
        "hva": "«{found}» kan verke trugande. Kan du heller seie roleg kva som skjer, og når?",
    },
    replaces=("kanselliord", "omstendelig"),
)
def check(text: Text) -> Iterator[Hit]:
    """Streng tone.

    Hvorfor: Ord om plikt og skyld får leseren til å forsvare seg. Si heller hva leseren skal gjøre, når, og
    hva som skjer hvis det ikke blir gjort.

    Ikke: Du plikter å levere skjemaet. For sent innkomne søknader blir avvist.
    Heller: Lever skjemaet innen 1. april, så rekker vi å behandle søknaden din.

    Ikkje: Du pliktar å levere skjemaet. For seint innkomne søknader blir avviste.
    Heller: Lever skjemaet innan 1. april, så rekk vi å behandle søknaden din.

    Unntak: Leseren skal få vite om plikter og følger. Regelen gjelder bare ordene, og bare der du snakker
    til leseren.
    Målt: Bare ett funn i 10 626 setninger (offentlige sider og avistekst), og det var verdt å endre. Det er
    for få til å si hvor ofte regelen har rett.
    Kilde: Arendal kommune, Hvordan skal vi skrive på vår nye nettside?,
    https://arendalsfolk.no/2015/11/25/hvordan-skal-vi-skrive-pa-var-nye-nettside/
    """
    for sentence, match in Phrases.load("tone").search(text):
        if "forklar" in match.entry.flags or not sentence.forms.isdisjoint(_READER):
            yield _hit(sentence, match)


def _hit(sentence: Sentence, match: Match) -> Hit:
    case = next((better.strip("()") for better in match.instead if better[0] == "("), "")
    instead = tuple(better for better in match.instead if better[0] != "(")
    return Hit(sentence.place(match.start, match.end), instead, {"better": either(instead)}, case)
