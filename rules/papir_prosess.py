"""Paper, or a counter, as the only way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

from ._lists import entries
from ._routes import has_route

# Paper for those who want or need it is a right, not a fault.
CHOICE = re.compile(
    r"\b(?:eller|også|òg|alternativt|heller|i stedet|i staden|kan ikkj?e|ikkj?e (?:kan|har|vil|bruk\w*)"
    r"|reservert|tren(?:ger|g) ikkj?e|slipper|slepp|(?:hvis|viss|dersom|når) du sender|ønskj?er du)\b",
    re.IGNORECASE,
)
# The sender's own post: «vi sender deg …», «du får … i posten»; and news.
SENDER = re.compile(
    r"\b(?:vi|kommunen|nav|du får|får du|send\w* (?:deg|dykk|dere)|ble|blei|vart|var|hadde)\b", re.IGNORECASE
)
# One of these stands in each entry of the lists: without it the sentence need not be searched.
KEYS = """post brev papir faks skjema skrank resepsjon rådhus kommunehus servicetorg servicekontor eksemplar
    stand førsteside returner blankett søknad oppmøte framm fremm svarkonv kopi ark underskr skann""".split()


@cache
def _pattern(standard: str) -> re.Pattern[str]:
    phrases = [
        re.escape(line).replace(r"\ …\ ", r" (?:[^\s.!?]+ ){0,4}?").replace(r"\*", r"\w*")
        for line in sorted(entries(f"papir_prosess.{standard}"), key=len, reverse=True)
    ]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


@rule(
    priority="digitalt",
    severity="high",
    nb={
        "": "Er papir eller oppmøte den eneste måten? Si hvordan leseren kan gjøre det på nett.",
        "valg": "Kan du nevne den digitale veien her også, så leseren ser at papir bare er et valg?",
    },
    nn={
        "": "Er papir eller oppmøte den einaste måten? Sei korleis lesaren kan gjere det på nett.",
        "valg": "Kan du nemne den digitale vegen her òg, så lesaren ser at papir berre er eit val?",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Papir som eneste vei.

    Hvorfor: De fleste vil gjøre unna saken på nett, med en gang. Må de skrive ut, signere og gå på posten,
    lar mange det ligge. Men alle har rett til å bruke papir, så papir som et valg er aldri en feil.

    Ikke: Skriv ut søknaden og lever den i skranken på rådhuset.
    Heller: Logg inn og søk. Vil du heller ha søknaden på papir? Ring servicetorget.

    Ikkje: Skriv ut søknaden og lever han i skranken på rådhuset.
    Heller: Logg inn og søk. Vil du heller ha søknaden på papir? Ring servicetorget.

    Unntak: Nevner avsnittet en digital vei eller at papir er et valg, sier regelen ingenting. Finnes den
    digitale veien et annet sted på siden, er funnet bare til opplysning.
    Målt: Ingen funn i 7749 setninger avistekst (dev- og testdelen av Norwegian UD), 3 på 201 offentlige sider
    og brev. Alle er lest og riktige. En annen leser mente det samme om én av dem; i de to andre, som er samme
    brev, finnes en digital vei, og de er nå bare info.
    Kilde: Difi, Kva er digitalt førsteval?,
    https://www.difi.no/fagomrader-og-tjenester/digitalt-forstevalg/hva-er-digitalt-forstevalg
    Kilde: Sivilombudet, Manglende svar på henvendelse i papirform,
    https://www.sivilombudet.no/uttalelser/manglende-svar-pa-henvendelse-i-papirform/
    """
    route: bool | None = None
    whole = "\n".join(sentence.text for sentence in text.sentences).lower()
    keys = [key for key in KEYS if key in whole]
    for sentence in text.sentences if keys else ():
        lower = sentence.text.lower()
        if sentence.block.kind is Kind.HEADING or not any(key in lower for key in keys):
            continue
        match = _pattern(sentence.standard).search(sentence.text)
        if match is None or _is_choice(sentence, match.start()):
            continue
        if route is None:
            route = any(block.main and has_route(block) for block in text.blocks)
        yield Hit(
            sentence.place(*match.span()),
            case="valg" if route else "",
            severity=Severity.INFO
            if route
            else Severity.MEDIUM
            if _is_offer(sentence, match.start())
            else None,
        )


def _is_offer(sentence: Sentence, at: int) -> bool:
    """«Du kan sende …»: there may be other ways, though none is told."""
    return re.search(r"\bkan (?:\w+ )?$", sentence.text[:at]) is not None


def _is_choice(sentence: Sentence, at: int) -> bool:
    around = sentence.block.text
    return (
        CHOICE.search(sentence.text) is not None
        or SENDER.search(sentence.text, max(0, at - 25), at + 25) is not None
        or CHOICE.search(around[max(0, sentence.start - 80) : sentence.start]) is not None
        or has_route(sentence.block)
    )
