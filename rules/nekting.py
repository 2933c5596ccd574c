"""A text that says more of what is not than of what is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Sentence, Text, rule

_NEGATION = re.compile(
    r"\b(?:ikke|ikkje|ingen|ingenting|inkje|intet|aldri|verken|hverken|korkje)\b"
    r"(?! (?:bare|berre|minst|sant))",
    re.IGNORECASE,
)
# Of danger one may say what not to do.
_DANGER = re.compile(
    r"\b(?:fare|farleg|farlig|livsfar|advar|åtvar|forby|forbud|forbod|brann|eksplo|gift|smitt|skade|ulykk|nød|usikker"
    r"|is(?:en)?\b|straum|strøm|ras|skred|flaum|flom|beredskap|politi|vold|vald|mobb|rus\b|drikk)",
    re.IGNORECASE,
)
_SHORT = 4  # words


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "": "{share} prosent av setningene i teksten nekter. Kan noen av dem si hva leseren kan eller må?",
        "også": "Også denne setningen nekter. Kan den si hva leseren kan eller må?",
    },
    nn={
        "": "{share} prosent av setningane i teksten nektar. Kan nokre av dei seie kva lesaren kan eller må?",
        "også": "Denne setninga nektar òg. Kan ho seie kva lesaren kan eller må?",
    },
    pages=(
        "tjeneste",
        "annet",
        "portal",
    ),  # a decision must say what it does not give; news tell what was not
    whole=True,
)
def check(text: Text, *, max_percent: int = 25, min_sentences: int = 12) -> Iterator[Hit]:
    """Mange nektinger i teksten.

    Hvorfor: Det er lettere å forstå hva man skal gjøre, enn hva man ikke skal gjøre. Har teksten mange
    «ikke» og «ingen», må leseren selv finne ut hva som da gjelder.

    Ikke: Du får ikke plass uten søknad. Vi svarer ikke på brev. Ingen får to plasser. Du kan ikke bytte
    dag. Vi tar ikke imot barn om natta. Du får ikke svar på telefon. Vi ringer deg snart. Ta med pass til
    timen. Barnehagen åpner klokka sju. Du får svar i mai. Du kan bytte plass senere. Ta gjerne med barnet.
    Heller: Du må søke for å få plass. Skriv til oss på nett. Hvert barn får én plass. Dagen er fast. Vi har
    åpent på dagtid. Du får svar på nett. Vi ringer deg snart. Ta med pass til timen. Barnehagen åpner
    klokka sju. Du får svar i mai. Du kan bytte plass senere. Ta gjerne med barnet.

    Ikkje: Du får ikkje plass utan søknad. Vi svarar ikkje på brev. Ingen får to plassar. Du kan ikkje byte
    dag. Vi tek ikkje imot barn om natta. Du får ikkje svar på telefon. Vi ringjer deg snart. Ta med pass
    til timen. Barnehagen opnar klokka sju. Du får svar i mai. Du kan byte plass seinare. Ta gjerne med
    barnet.
    Heller: Du må søkje for å få plass. Skriv til oss på nett. Kvart barn får éin plass. Dagen er fast. Vi
    har ope på dagtid. Du får svar på nett. Vi ringjer deg snart. Ta med pass til timen. Barnehagen opnar
    klokka sju. Du får svar i mai. Du kan byte plass seinare. Ta gjerne med barnet.

    Unntak: Setninger om fare, forbud og sikkerhet teller ikke med: Der er «ikke» på sin plass. Regelen ser
    bare på tekster med minst tolv setninger (`min-sentences`), og viser de tre setningene som nekter mest.
    Målt: Fire av 201 offentlige sider har over 25 prosent. Av de tolv setningene regelen viste der, mente
    leseren at åtte burde si hva leseren kan eller må. Bare info, derfor.
    Kilde: KS, Klarspråk for alle, https://pdfslide.tips/documents/klarsprk-for-alle-2018-10-18-klart-sprk-for-flest-mulig-klarsprk-er-ikke.html
    Kilde: Arendal kommune: Hvordan skal vi skrive på vår nye nettside?, https://arendalsfolk.no/2015/11/25/hvordan-skal-vi-skrive-pa-var-nye-nettside/
    """
    running = [s for s in text.sentences if s.block.kind is not Kind.HEADING and len(s.words) >= _SHORT]
    if len(running) < min_sentences:
        return
    negated = [s for s in running if _count(s) and not _DANGER.search(s.text)]
    share = round(100 * len(negated) / len(running))
    if share <= max_percent:
        return
    worst = sorted(negated, key=_count, reverse=True)[:3]  # sorted() keeps the order of equals
    for number, sentence in enumerate(worst):
        yield Hit(sentence.whole, values={"share": share}, case="også" if number else "")


def _count(sentence: Sentence) -> int:
    return len(_NEGATION.findall(sentence.text))
