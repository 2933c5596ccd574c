"""Links that do not say where they go."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from klarsprak import CODE, Block, Hit, Kind, Link, Place, Severity, Text, rule

from ._link_text import better_text
from ._lists import entries

URL = re.compile(
    r"https?://\S+|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE
)  # a short «vik.kommune.no» reads well
FILE = re.compile(r"\.(pdf|docx?|odt|rtf|xlsx?|ods|pptx?)(?:$|[?#])", re.IGNORECASE)
NAMES = {
    "pdf": "PDF",
    "doc": "Word",
    "xls": "Excel",
    "ppt": "PowerPoint",
    "odt": "ODT",
    "ods": "ODS",
    "rtf": "RTF",
}
TYPE = re.compile(
    r"\b(?:pdf|word|excel|powerpoint|docx?|xlsx?|pptx?|odt|ods|rtf|nedlast\w*|last(?:e|er|ar)? ned)\b",
    re.IGNORECASE,
)
# The same in running text, where no reader made a link of it. In e-mail the link must stand below.
LURE = re.compile(
    r"\b(?:klikk|trykk) (?:her|på (?:denne )?(?:lenken|linken|lenkja|lenka))\b"
    r"(?! (?:under|nedenfor|nedanfor|i ))",
    re.IGNORECASE,
)


@cache
def _generic(standard: str) -> dict[str, str]:
    """Link text -> case of the message."""
    listed = (line.partition("\t") for line in entries(f"lenketekst.{standard}"))
    return {text: kind for text, _, kind in listed}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@rule(
    priority="digitalt",
    severity="high",
    nb={
        "": "«{found}» sier ikke hvor lenken fører. Beskriv målet i lenketeksten.",
        "flere": "«{found}» fører til {count} ulike steder på denne siden. Beskriv målet i hver lenketekst.",
        "fil": "«{found}» sier ikke hvilket dokument det er. Skriv navnet på dokumentet og filtypen.",
        "adresse": "En nettadresse er tung å lese og høre. Skriv hva leseren finner der.",
        "filtype": "Lenken åpner en fil. Skriv filtypen i lenketeksten, så leseren er forberedt.",
        "tom": "Lenken har ikke noe navn. Skriv hvor den fører, så får den som bruker skjermleser, vite det.",
        "tekst": "«{found}» sier ikke hva leseren finner. Skriv navnet på siden eller tjenesten.",
    },
    nn={
        "": "«{found}» seier ikkje kvar lenkja fører. Skildre målet i lenkjeteksten.",
        "flere": "«{found}» fører til {count} ulike stader på denne sida. Skildre målet i kvar lenkjetekst.",
        "fil": "«{found}» seier ikkje kva dokument det er. Skriv namnet på dokumentet og filtypen.",
        "adresse": "Ei nettadresse er tung å lese og høyre. Skriv kva lesaren finn der.",
        "filtype": "Lenkja opnar ei fil. Skriv filtypen i lenkjeteksten, så lesaren er førebudd.",
        "tom": "Lenkja har ikkje namn. Skriv kvar ho fører, så får den som bruker skjermlesar, vite det.",
        "tekst": "«{found}» seier ikkje kva lesaren finn. Skriv namnet på sida eller tenesta.",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Lenketekst som ikke sier noe.

    Hvorfor: Mange leser bare lenkene, og den som bruker skjermleser, får dem opp som en liste. Da må hver
    lenke si hvor den fører. Suksesskriterium 2.4.4 i WCAG krever det av offentlige nettsteder.

    Ikke: <p>Prisene for byggesak finner du <a href="/gebyr">her</a>.</p>
    Heller: <p>Se <a href="/gebyr">prisene for byggesak</a>.</p>

    Ikkje: <p>Prisane for byggjesak finn du <a href="/gebyr">her</a>.</p>
    Heller: <p>Sjå <a href="/gebyr">prisane for byggjesak</a>.</p>

    Unntak: Sidetall, fotnoter og lenker med eget navn for skjermlesere (aria-label) er i orden. En kort
    adresse («vik.kommune.no») er lett å lese og huske.
    Målt: 10 funn av lenker i 16 nettsider og 10 Markdown-filer fra offentlige virksomheter. Alle er lest og
    riktige, men adresser som lenketekst kan være ønsket i teknisk dokumentasjon. En annen leser mente det
    samme om 10 av 10.
    Kilde: Uutilsynet, 2.4.4 Formål med lenke,
    https://www.uutilsynet.no/veiledning/244-formal-med-lenke-i-kontekst/1251
    """
    blocks = [
        block for block in text.blocks if block.main and block.standard and block.links and block.text != CODE
    ]
    targets: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        for link in block.links:
            targets[_plain(link.label or block.text[link.start : link.end])].add(link.target)
    for block in blocks:
        for link in block.links:
            if link.end > link.start:
                yield from _hits(block, link, targets)
    for block in text.blocks:  # a link without words is a block of its own
        if block.main and block.kind is Kind.LINK and block.text == CODE and block.links[0].target[:1] != "#":
            yield Hit(Place(block, 0, 1), case="tom")
    yield from _lures(text)


def _hits(block: Block, link: Link, targets: dict[str, set[str]]) -> Iterator[Hit]:
    words = block.text[link.start : link.end]
    name, generic = _plain(link.label or words), _generic(block.standard or "nb")
    place = Place(block, link.start, link.end)
    if name in generic:
        case = generic[name] or ("flere" if len(targets[name]) > 1 else "")
        better = better_text(block, link)
        yield Hit(
            better[0] if better else place,
            instead=better[1:] if better else (),
            values={"found": words, "count": len(targets[name])},
            case=case,
        )
    elif URL.fullmatch(words.strip("<>()")) and not link.label:
        yield Hit(place, case="adresse", severity=Severity.MEDIUM)
    elif (file := FILE.search(link.target)) and not TYPE.search(words + block.text[link.end : link.end + 15]):
        kind = NAMES[file[1].lower()[:3]]
        yield Hit(place, instead=(f"{words.rstrip('.:')} ({kind})",), case="filtype", severity=Severity.LOW)


def _lures(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        lower = sentence.text.lower()
        if "klikk" not in lower and "trykk" not in lower:
            continue
        for match in LURE.finditer(sentence.text):
            place = sentence.place(*match.span())
            if not any(link.start < place.end and place.start < link.end for link in sentence.block.links):
                yield Hit(place, case="tekst", severity=Severity.LOW)
