"""What a page says of its language, and what its words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from klarsprak import CODE, Block, Hit, Kind, Place, Severity, Text, rule

_FEW = 60  # words: less does not show for certain which of the two standards a page is in
_NORWEGIAN = frozenset({"nb", "nn", "no"})


@rule(
    priority="digitalt",
    severity="low",
    nb={
        "": 'Siden sier ikke hvilket språk den er på. Skriv lang="{code}" i html-elementet.',
        "no": 'lang="no" sier ikke at siden er på nynorsk. Skriv lang="nn".',
        "feil": 'Siden er på {name}, men sier lang="{told}". Skriv lang="{code}".',
        "del": "Dette ser ut til å være på et annet språk. Si hvilket med lang, så det blir lest riktig opp.",
    },
    nn={
        "": 'Sida seier ikkje kva språk ho er på. Skriv lang="{code}" i html-elementet.',
        "no": 'lang="no" seier ikkje at sida er på nynorsk. Skriv lang="nn".',
        "feil": 'Sida er på {name}, men seier lang="{told}". Skriv lang="{code}".',
        "del": "Dette ser ut til å vere på eit anna språk. Sei kva for eit med lang, så det blir lese rett.",
    },
    profiles=("web",),
    whole=True,
)
def check(text: Text, *, min_words: int = 12) -> Iterator[Hit]:
    """Språkkode som mangler eller er feil.

    Hvorfor: Skjermlesere og nettlesere velger stemme, orddeling og oversetting etter språkkoden. Med engelsk
    kode blir norsk tekst lest opp med engelsk uttale. Suksesskriterium 3.1.1 og 3.1.2 i WCAG krever at siden
    og avsnitt på andre språk har riktig kode.

    Ikke: <html><p>Fristen for å søke er 1. mars. Du får svar innen fire uker.</p></html>
    Heller: <html lang="nb"><p>Fristen for å søke er 1. mars. Du får svar innen fire uker.</p></html>

    Ikkje: <html><p>Fristen for å søkje er 1. mars. Du får svar innan fire veker.</p></html>
    Heller: <html lang="nn"><p>Fristen for å søkje er 1. mars. Du får svar innan fire veker.</p></html>

    Unntak: «no» godtas på sider i bokmål. Sider med lite tekst, korte sitat, navn og titler på andre språk
    lar regelen være.
    Målt: 4 funn på 14 nettsider fra offentlige virksomheter. Alle er lest og riktige.
    Kilde: W3C, WCAG 2.1, 3.1 Readable, https://www.w3.org/TR/WCAG21/#readable
    """
    page = next((block for block in text.blocks if block.kind is Kind.PAGE), None)
    if page is None or CODE in (page.lang or ""):
        return  # a part of a page, or a template that gets its language later
    if (case := _case(text, _code(page))) is not None:
        name = {"nb": "bokmål", "nn": "nynorsk"}[text.standard]
        yield Hit(
            Place(page, 0, 1),
            values={"code": text.standard, "told": page.lang, "name": name},
            case=case,
            severity=Severity.MEDIUM if case == "feil" and _code(page) not in _NORWEGIAN else None,
        )
    main = [block for block in text.blocks if block.main and block.text != CODE]
    for before, block in pairwise([None, *main]):
        if block and _is_unmarked(block, min_words) and not (before and _is_unmarked(before, 1)):
            yield Hit(Place(block, 0, len(block.text)), case="del")


def _code(block: Block) -> str:
    """The language that the markup says, without region: nb of «nb-NO»."""
    return (block.lang or "").replace("_", "-").partition("-")[0].lower()


def _case(text: Text, told: str) -> str | None:
    """What is wrong with the language that the page says it is in, as a case of the message."""
    if not told:
        return ""
    words = Counter[bool]()
    for sentence in text.sentences:
        # What says its language itself is no matter of the page's.
        words[_code(sentence.block) == told and sentence.standard == text.standard] += len(sentence.words)
    if told == text.standard or (told == "no" and text.standard == "nb") or words[True] <= words[False]:
        return None
    return None if words[True] < _FEW else "no" if told == "no" else "feil"


def _is_unmarked(block: Block, least: int) -> bool:
    """True for running text of at least so many words that is in no Norwegian, though the page says so."""
    if (
        block.standard
        or block.kind not in (Kind.PARAGRAPH, Kind.ITEM)
        or _code(block) not in {*_NORWEGIAN, ""}
    ):
        return False
    words = re.findall(r"[^\W\d_]+", block.text)
    return len(words) >= least and sum(word.islower() for word in words) > len(words) * 0.6
