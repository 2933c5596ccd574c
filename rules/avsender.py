"""Letters and service pages whose sender hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import CODE, Hit, Text, rule

from ._page import anchor

# Names for a sender who could have said «vi» or its own name.
NAMES = re.compile(
    r"\b(?:kommunen|virksomheten|verksemda|etaten|administrasjonen|bydelen|myndigheten|styresmakta|organet"
    r"|enheten|eininga|forvaltningen|forvaltninga|undertegnede|underteikna)s?\b",
    re.IGNORECASE,
)
VAGUE = frozenset("virksomheten verksemda etaten administrasjonen organet undertegnede underteikna".split())
WE = re.compile(r"\b(?:vi|oss|vår|vårt|våre|me|eg|jeg|meg|min|mitt|mine)\b", re.IGNORECASE)
UNIT = re.compile(
    rf"[A-ZÆØÅ]\w+ (?:fylkes)?kommune\b|\bNAV\b|\bNav\b|{CODE}|[{{\[]|\b\w*(?:etaten|direktoratet"
    rf"|tilsynet|kontoret"
    r"|torget|departementet|avdeling(?:en|a)?|seksjon(?:en)?|skole|skule|barnehage|verket|senter(?:et)?"
    r"|teamet)\b",
)
FIRST, LAST = 100, 3  # words at the beginning, blocks at the end
FEW = 40  # words of running text: less is an excerpt


@rule(
    priority="brukerretting",
    severity="info",
    nb={
        "navn": "Avsenderen heter {names} i samme tekst. Skriv «vi», eller bruk ett navn.",
        "ingen": "Hvem skriver? Brevet sier verken «vi» eller navnet på et kontor i begynnelsen eller "
        "slutten.",
    },
    nn={
        "navn": "Avsendaren heiter {names} i same teksten. Skriv «vi», eller bruk eitt namn.",
        "ingen": "Kven skriv? Brevet seier korkje «vi» eller namnet på eit kontor i byrjinga eller slutten.",
    },
    pages=("tjeneste", "vedtak"),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Uklar avsender.

    Hvorfor: Leseren må vite hvem som skriver til henne, og hvem som skal gjøre noe. Heter den samme
    avsenderen både etaten, virksomheten og administrasjonen, ser det ut som tre.

    Ikke: Etaten har fått søknaden din. Virksomheten svarer deg i mai, og administrasjonen ringer deg først.
    Heller: Vi har fått søknaden din. Vi svarer deg i mai, og vi ringer deg først.

    Ikkje: Etaten har fått søknaden din. Verksemda svarar deg i mai, og administrasjonen ringjer deg først.
    Heller: Vi har fått søknaden din. Vi svarar deg i mai, og vi ringjer deg først.

    Unntak: «Kommunen» sammen med «vi» er vanlig og i orden. Et kontor med navn er en god avsender.
    Målt: Ingen funn på 201 offentlige sider og brev, derfor bare til opplysning. Ingen funn i 6401
    setninger avis- og rapporttekst.
    Kilde: Skellefteå kommune, Checklista för klarspråk,
    https://www.skelleftea.se/kommun/press-och-kommunikation/klarsprak-och-tonalitet/sprakhandboken/checklista-for-klarsprak
    """
    seen: dict[str, None] = {}
    for sentence in text.sentences:
        for match in NAMES.finditer(sentence.text):
            seen[match.group().lower().rstrip("s")] = None
            if len(seen) == 3 and VAGUE & seen.keys():
                names = ", ".join(seen)
                yield Hit(sentence.place(*match.span()), case="navn", values={"names": names})
                return
    if text.page == "vedtak" and _nobody(text) and (place := anchor(text)):
        yield Hit(place, case="ingen")


def _nobody(text: Text) -> bool:
    sentences, count, start = text.sentences, 0, []
    for sentence in sentences:
        if count < FIRST:
            start.append(sentence.text)
        count += len(sentence.words)
    said = "\n".join([*start, *(block.text for block in text.prose[-LAST:])])
    return count >= FEW and not WE.search(said) and not UNIT.search(said)
