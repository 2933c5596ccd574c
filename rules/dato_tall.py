import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Severity, Text, rule
from klarsprak.words import ADDRESS

from ._figures import FORMS

_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(ADDRESS)
# Laws are cited without the full stop: «lov 10 februar 1967».
_LAW = re.compile(
    r"\b(?:\w*lov(?:en|a|er)?|lov\w*|forskrift\w*|res\.?|resolusjon|rundskriv|dom)(?: av)? $", re.IGNORECASE
)
_LAW_AFTER = re.compile(r" \d{4} nr\b")
# «utgave 3 mai 2024» is no day.
_NUMBERED = re.compile(
    r"(?:§|\b(?:nr\.?|nummer|utg[aå]ve|versjon|kapittel|side|s\.|del|kl\.?|klokk[ae]n?|uke|veke|punkt|pkt\.?"
    r"|tabell|figur|vedlegg|rom|trinn|nivå|klasse|bind|sak|linje|bane|etasje)) $",
    re.IGNORECASE,
)
_LIGHT = frozenset(("kroner", "strek"))


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "dag": "Sett punktum etter dagen: «{better}».",
        "dato": "Skriv måneden med bokstaver: «{better}».",
        "tusen": "Del store tall med mellomrom, ikke punktum: «{better}».",
        "lang": "Del store tall med mellomrom: «{better}».",
        "klokka": "Sett punktum og mellomrom etter «kl»: «{better}».",
        "strek": "Bruk tankestrek uten mellomrom mellom klokkeslettene: «{better}».",
        "telefon": "Del telefonnummeret to og to, så er det lettere å taste: «{better}».",
        "kroner": "Skriv «kroner» i stedet for «,-»: «{better}».",
    },
    nn={
        "dag": "Set punktum etter dagen: «{better}».",
        "dato": "Skriv månaden med bokstavar: «{better}».",
        "tusen": "Del store tal med mellomrom, ikkje punktum: «{better}».",
        "lang": "Del store tal med mellomrom: «{better}».",
        "klokka": "Set punktum og mellomrom etter «kl»: «{better}».",
        "strek": "Bruk tankestrek utan mellomrom mellom klokkesletta: «{better}».",
        "telefon": "Del telefonnummeret to og to, så er det lettare å taste: «{better}».",
        "kroner": "Skriv «kroner» i staden for «,-»: «{better}».",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Dato, tall og klokkeslett.

    Hvorfor: Tall som er skrevet på samme måte hver gang, er lettere å lese og vanskeligere å misforstå.

    Ikke: Fristen er 17 mai kl 12, og gebyret er 1.000 kroner.
    Heller: Fristen er 17. mai kl. 12, og gebyret er 1000 kroner.

    Ikkje: Fristen er 17 mai kl 12, og gebyret er 1.000 kroner.
    Heller: Fristen er 17. mai kl. 12, og gebyret er 1000 kroner.

    Unntak: Tabeller, nettadresser, saksnummer, lovparagrafer, versjoner og ISO-datoer. «Kl. 9» og «kl. 09.00»
    er begge riktige.
    Målt: 44 av 44 funn i offentlige sider og avistekst var verdt å endre. Funn per 100 setninger: 1,3 på
    offentlige sider og 0,3 i avistekst.
    Kilde: Språkrådet: Tall, tid og dato, https://sprakradet.no/godt-og-korrekt-sprak/rettskriving-og-grammatikk/tall-tid-dato/
    """
    for sentence in text.sentences:
        if sentence.block.kind is Kind.CELL or not _DIGIT.search(sentence.text):
            continue
        taken = [match.span() for match in _ADDRESS.finditer(sentence.text)]
        for form in FORMS:
            for match in form.pattern.finditer(sentence.text):
                start, end = match.span("at" if match["at"] else "kr")
                if any(start < b and a < end for a, b in taken) or _LAW.search(sentence.text[:start]):
                    continue
                if form.case == "dag" and (
                    _NUMBERED.search(sentence.text[:start]) or _LAW_AFTER.match(sentence.text, end)
                ):
                    continue
                taken.append((start, end))
                better = form.better(match)
                yield Hit(
                    sentence.place(start, end),
                    (better,),
                    {"better": better},
                    form.case,
                    severity=Severity.INFO if form.case in _LIGHT else None,
                    fixable=form.fixable,
                )
