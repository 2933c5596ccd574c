import re
from collections import defaultdict
from collections.abc import Iterator

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule
from klarsprak.phrases import Match, Phrases

from ._terms import either

# Signs that the words after a term explain it, or that it was the words before that did.
_AFTER = re.compile(
    r"\s*(?:\([^)]*\w\s+\w|=|:\s|[–-]\s|,? (?:altså|det vil si|det vil seie|dvs|som betyr|som tyder)\b"
    r"|[^.]*\b(?:betyr|vil si|vil seie|er en|er ei|er et|er ein|er eit|er å|er når)\b)"
)
_BEFORE = re.compile(
    r"(?:\(|\b(?:kalles|kallast|heter|heiter|kalt|kalla)(?: (?:også|òg|en|ei|et|ein|eit|for))* «?)$"
    r"|\b[hk]va er\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "kommu eller regle tjene tenes vedta søker søkje bruke saken andre skriv byggj områd klage klaga".split()
)


@rule(
    priority="klart-sprak",
    severity="medium",
    nb={
        "forklar": "Ikke alle kjenner «{term}». Forklar det første gang du bruker det.",
        "": "«{found}» er fagspråk. Kan du skrive {better}?",
    },
    nn={
        "forklar": "Ikkje alle kjenner «{term}». Forklar det første gongen du bruker det.",
        "": "«{found}» er fagspråk. Kan du skrive {better}?",
    },
    replaces=("kanselliord",),
    needs=("morphologizer",),
    gate=Phrases.load("faguttrykk").has_homograph,
    once=True,
)
def check(text: Text, *, words_around: int = 12) -> Iterator[Hit]:
    """Faguttrykk uten forklaring.

    Hvorfor: Leseren må forstå ordene for å vite hva hun har rett og plikt til. Det offisielle navnet kan
    stå, men det trenger en forklaring første gang. Regelen tier når ordet er forklart ett sted på siden:
    i parentes, med «det vil si» eller med et vanlig ord i nærheten.

    Ikke: Du må ha ferdigattest før du flytter inn.
    Heller: Du må ha ferdigattest (godkjenning av at byggearbeidet er ferdig) før du flytter inn.

    Ikkje: Du må ha ferdigattest før du flyttar inn.
    Heller: Du må ha ferdigattest (godkjenning av at byggjearbeidet er ferdig) før du flyttar inn.

    Unntak: Tekster for fagfolk. Legg ordene leserne dine kjenner i accept.
    Målt: Bokmål: 6,4 funn per 100 setninger på offentlige sider (3,3 uten én kommunes veiviser om helse og
    omsorg på 29 sider) og 0,7 i avistekst. Den som laget listen, leste 121 tilfeldige funn, og 116 (96 %) var
    verdt å forklare eller bytte ut. En annen leste 34, og bare 28 holdt: Ord som «hjemmeboende» og
    «helsefremmende» er kjent nok, og ble tatt ut. Av 74 som ble trukket etter det, holdt 71 (96 %). Nynorsk:
    0,6 på 41 sider og 0,7 i avistekst. To har lest: 27 av 28 og 48 av 51 holdt.
    Kilde: Asker kommune: Ord og uttrykk i plan- og byggesaker, https://www.asker.kommune.no/plan-bygg-og-eiendom/byggesaker/ord-og-uttrykk/
    """
    mentions = defaultdict[str, list[tuple[Sentence, Match]]](list)
    for sentence, match in Phrases.load("faguttrykk").search(text):
        # A table has no room to explain, and «Nav Klageinstans» is what it is called.
        if sentence.block.kind is not Kind.CELL and not _in_name(sentence, match):
            mentions[match.entry.term].append((sentence, match))
    for found in mentions.values():
        if not any(_explained(sentence, match, words_around) for sentence, match in found):
            # A heading is no place to explain: the first mention under it is.
            sentence, match = min(found, key=lambda mention: mention[0].block.kind is Kind.HEADING)
            yield _hit(sentence, match)


def _in_name(sentence: Sentence, match: Match) -> bool:
    """Whether the term is a later word of a name: it and the word before it have capitals, others not."""
    if sentence.text.isupper():
        return False
    word = sentence.text[: match.start].rstrip(" ").rpartition(" ")[2]
    return word[:1].isupper() and word[-1:].isalpha() and sentence.text[match.start].isupper()


def _hit(sentence: Sentence, match: Match) -> Hit:
    place = sentence.place(match.start, match.end)
    if "forklar" not in match.entry.flags:
        values = {"better": either(match.instead)}
        return Hit(place, match.instead, values, severity=Severity.LOW, fixable=match.fixable)
    better = match.instead if match.entry.kind == "v" else match.entry.instead
    term = place.text if match.entry.kind == "v" else match.entry.term
    return Hit(place, tuple(f"{place.text} ({b})" for b in better), {"term": term}, case="forklar")


def _explained(sentence: Sentence, match: Match, reach: int) -> bool:
    before, after = sentence.text[: match.start], sentence.text[match.end :]
    if _AFTER.match(after) or _BEFORE.search(before):
        return True
    plain = {word[:5] for better in match.entry.instead for word in better.lower().split() if len(word) > 4}
    plain -= _COMMON | {match.entry.term.lower()[:5]}
    near = [w for w in sentence.words if w.end <= match.start][-reach:]
    near += [w for w in sentence.words if w.start >= match.end][:reach]
    return any(word.lower[:5] in plain for word in near)
