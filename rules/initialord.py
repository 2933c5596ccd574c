import re
from collections.abc import Iterator, Mapping
from functools import cache

from klarsprak import CODE, Hit, Kind, Sentence, Severity, Text, rule
from klarsprak.phrases import cited
from klarsprak.wordlist import read

from ._lists import entries

# With the genitive, and as the first part of a compound: PPTs, PPT-tjenesten, SFO-en.
_INITIALS = re.compile(r"(?P<initials>[A-ZÆØÅ]{2,5})(?:s|-[a-zæøå]+)?")
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL = r"(?:(?:og|for|i|av|til|på|med|om|the|of|and) )?"
_EXPLAINS = (
    r"\b{0}\b(?:-\w+)?»? ?(?:\([^)]*[a-zæøå]{{5}}|– [a-zæøå]|= |står for|tyder|betyr|er (?:ei?t? )?forkort)"
)
# «Forbundet for … båter, FXQ, …»: after a name, so it is told; only for those that we do not know.
_CALLED = r"[A-ZÆØÅ][a-zæøå]{{3,}}(?: [\w-]+){{0,6}} [a-zæøå]{{4,}}, {0}, (?!og |eller )"
_LONGEST = 4  # longer ones that we do not know are mostly names, said as words


@rule(
    priority="klart-sprak",
    severity="medium",
    nb={
        "": "Ikke alle vet hva «{initials}» står for. Skriv det helt ut første gang: «{better}».",
        "ukjent": "Ikke alle vet hva «{initials}» står for. Kan du forklare det første gang?",
    },
    nn={
        "": "Ikkje alle veit kva «{initials}» står for. Skriv det heilt ut første gongen: «{better}».",
        "ukjent": "Ikkje alle veit kva «{initials}» står for. Kan du forklare det første gongen?",
    },
    once=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Initialord uten forklaring.

    Hvorfor: Den som ikke kjenner bokstavene, mister meningen. Skriv hele navnet første gang, med bokstavene i
    parentes, så kan du bruke dem videre i teksten.

    Ikke: PPT vurderer hva barnet trenger.
    Heller: Pedagogisk-psykologisk tjeneste (PPT) vurderer hva barnet trenger.

    Ikkje: PPT vurderer kva barnet treng.
    Heller: Pedagogisk-psykologisk teneste (PPT) vurderer kva barnet treng.

    Unntak: Det alle kjenner (EU, NRK, PDF), navn og tabeller. Legg det leserne dine kjenner, i accept.
    Initialord som klarsprak ikke kjenner, gir bare en påminnelse.
    Målt: Initialord vi kjenner, i offentlige sider og avistekst: To har lest, og 11 av 12 og 10 av 10 var
    verdt å forklare. Initialord vi ikke kjenner, er ofte navn; den andre mente at bare 11 av 31 burde
    forklares. Derfor er de bare info. Funn per 100 setninger: 0,4 på offentlige sider og 0,3 i avistekst.
    Kilde: Asker kommune: Forkortelser, https://www.asker.kommune.no/styringsdokumenter/sprakprofil-for-asker-kommune/slik-skriver-vi-korrekt/forkortelser/
    """
    first: dict[str, tuple[Sentence, int, int]] = {}
    for sentence in text.sentences:
        if sentence.block.kind is Kind.CELL or CODE in sentence.block.text:
            continue
        for start, end, initials in _unknown(sentence):
            known = first.get(initials)
            if known is None or known[0].block.kind is Kind.HEADING:  # a heading is no place to explain
                first[initials] = (sentence, start, end)
    whole = " ".join(block.text for block in text.blocks) if first else ""
    for initials, (sentence, start, end) in first.items():
        if initials.lower() not in text.accept and not _is_explained(initials, whole):
            place, long = sentence.place(start, end), _listed(sentence.standard).get(initials)
            if long is not None and long[:-3].lower() in whole.lower():
                continue  # the words stand there, in one form or another
            if long is None and len(initials) <= _LONGEST and not re.search(_CALLED.format(initials), whole):
                yield Hit(place, (), {"initials": initials}, "ukjent", Severity.INFO)
            elif long is not None:
                better = f"{long[0].upper() + long[1:] if start == 0 else long} ({initials})"
                alone = sentence.text[end : end + 1] != "-"  # «SFO-plass» cannot be both in full and short
                yield Hit(place, (better,) * alone, {"initials": initials, "better": better})


@cache
def _common() -> frozenset[str]:
    return frozenset(word for line in entries("_initialord_kjent") for word in line.split())


@cache
def _listed(standard: str) -> Mapping[str, str]:
    return {entry.term: entry.instead[0] for entry in read("initialord", standard)}


def _unknown(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Initials in the sentence that not everybody knows: where, and which."""
    if not re.search(r"[A-ZÆØÅ]{2}", sentence.text) or sentence.text.isupper():
        return
    for word in sentence.words:
        match = _INITIALS.fullmatch(sentence.text, word.start, word.end)
        if match is None or match["initials"] in _common() or _ROMAN.fullmatch(match["initials"]):
            continue
        if not _in_name(sentence, *match.span()) and not cited(sentence, *match.span()):
            yield word.start, word.start + len(match["initials"]), match["initials"]


def _in_name(sentence: Sentence, start: int, end: int) -> bool:
    """True for «Bodø VA AS» and for words that shout: beside other words with capitals, or a figure."""
    before, after = sentence.text[:start].split(" ")[-2:-1], sentence.text[end:].lstrip()[:1]
    neighbour = before[0] if before else ""
    shouts = neighbour.isupper() and len(neighbour) > 1
    name = neighbour[:1].isupper() and neighbour[-1:].isalnum() and sentence.text[: start - 1] != neighbour
    if sentence.text[start - 1 : start] == "@" or after == "@":
        return True
    return shouts or name or after.isupper() or after.isdigit() or neighbour[-1:].isdigit()


def _is_explained(initials: str, whole: str) -> bool:
    """True when the page says somewhere what the initials stand for."""
    words = r"[\w-]*[ -]+".join(_SMALL + letter for letter in initials)
    return (
        re.search(rf"\w \({initials}\b", whole) is not None
        or re.search(_EXPLAINS.format(initials), whole) is not None
        or re.search(rf"\b{words}\w+", whole.replace(initials, ""), re.IGNORECASE) is not None
    )
