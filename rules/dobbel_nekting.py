"""Two negations that the reader must set off against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Sentence, Text, rule
from klarsprak.phrases import cited

from ._clauses import is_finite
from ._lists import entries

_NO = r"\b(?:ikke|ikkje|ingen|ingenting|inkje|intet|aldri)\b(?! (?:bare|berre|minst|desto|sant|lenger enn))"
_SECOND = frozenset("mindre uten utan".split())
_FIRST = frozenset("ikke ikkje ingen ingenting inkje intet aldri".split())
_WORD = r"[^\s.,;:!?()«»–]+"
_LINKS = r"(?!(?:der|og|eller|men|hvis|viss|dersom|fordi|at|som|når|mens|medan|så|enn|om|å|for)\b)"
_AND = r"(?!(?:og|men|eller)\b)"
_WITHOUT = r"(?P<second>med mindre|uten (?:å|at)|utan (?:å|at))\b"
_CASES = {
    # «får ikke plass med mindre», «kan ikke parkere uten å betale»
    "mindre": rf"{_NO}(?:,? (?!(?:fordi|som|at|men|så|der|og)\b){_WORD}){{1,16}}?,? {_WITHOUT}",
    # «betyr ikke at du ikke kan», «ingen som ikke»
    "at": rf"{_NO}(?: {_AND}{_WORD}){{0,4}}? (?:at|som) (?P<second>(?:{_WORD} ){{0,4}}?{_NO})",
    # «får ikke plass hvis du ikke søker»
    "vilkår": rf"{_NO}(?: {_AND}{_WORD}){{0,8}}? (?:hvis|viss|dersom) (?P<second>(?:{_WORD} ){{0,3}}?{_NO})",
    # «Hvis du ikke søker, får du ikke plass»
    "omvendt": rf"^(?:hvis|viss|dersom)\b[^.,;:!?()«»]*{_NO}[^.,;:!?()«»]*, "
    rf"(?P<second>(?!(?:og|eller|men|om|at|og/eller)\b)(?:{_WORD} ){{1,4}}?{_NO})",
    "": rf"{_NO}(?: {_LINKS}{_WORD}){{0,6}}? (?P<second>{_NO})",
}


@cache
def _patterns(standard: str) -> dict[str, re.Pattern[str]]:
    denials = "|".join(entries(f"dobbel_nekting.{standard}"))
    step = r"(?: (?:helt|heilt|så|alltid|nødvendigvis|lenger|noe|noko|blir|er|bli|være|vere|kan))?"
    cases = {**_CASES, "ord": rf"{_NO}{step} (?P<second>{denials})\b"}
    return {case: re.compile(pattern, re.IGNORECASE) for case, pattern in cases.items()}


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "": "To nektinger i samme setning. Kan du si det uten, for eksempel hva som gjelder?",
        "mindre": "«Ikke … {second}» er to nektinger. Kan du si når det går, med «bare hvis» eller «må»?",
        "at": "To nektinger opphever hverandre. Kan du si hva som faktisk gjelder?",
        "vilkår": "To nektinger i samme setning. Kan du si hva leseren må gjøre, og hva som skjer da?",
        "omvendt": "To nektinger i samme setning. Kan du si hva leseren må gjøre for å få det til?",
        "ord": "«{second}» nekter også. Kan du si det uten nekting?",
    },
    nn={
        "": "To nektingar i same setninga. Kan du seie det utan, til dømes kva som gjeld?",
        "mindre": "«Ikkje … {second}» er to nektingar. Kan du seie når det går, med «berre viss» eller «må»?",
        "at": "To nektingar opphevar kvarandre. Kan du seie kva som faktisk gjeld?",
        "vilkår": "To nektingar i same setninga. Kan du seie kva lesaren må gjere, og kva som skjer då?",
        "omvendt": "To nektingar i same setninga. Kan du seie kva lesaren må gjere for å få det til?",
        "ord": "«{second}» nektar òg. Kan du seie det utan nekting?",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """To nektinger.

    Hvorfor: Den som leser «ikke» to ganger, må regne seg fram til hva som gjelder. Mange regner feil. Si
    heller hva leseren kan, må eller får.

    Ikke: Du får ikke avslag med mindre du ikke har levert dokumentasjon.
    Heller: Du får ja hvis du har levert dokumentasjon.

    Ikkje: Du får ikkje avslag med mindre du ikkje har levert dokumentasjon.
    Heller: Du får ja viss du har levert dokumentasjon.

    Unntak: «Ikke bare … men også» og «verken … eller» er én nekting. Nektinger i hver sin setning eller
    bundet sammen med «og» teller ikke, og heller ikke det andre har sagt.
    Målt: 41 av 44 funn i avistekst og på offentlige sider var to nektinger som kan skrives om; reglene for
    unntak ble rettet under lesingen, og i andre tekster (blogg, Stortinget) var det 2 av 3. En annen leser
    mente at 11 av 13 var verdt å endre. Derfor bare info. Funn per 100 setninger: under 0,1 på offentlige
    sider og 0,2 i avistekst.
    Kilde: KS, Klarspråk for alle, https://pdfslide.tips/documents/klarsprk-for-alle-2018-10-18-klart-sprk-for-flest-mulig-klarsprk-er-ikke.html
    """
    for sentence in text.sentences:
        if sentence.forms.isdisjoint(_FIRST):
            continue
        # All but «ikke nekte» take two words of these.
        both = not sentence.forms.isdisjoint(_SECOND) or sum(w.lower in _FIRST for w in sentence.words) > 1
        for case, pattern in _patterns(sentence.standard).items():
            if case != "ord" and not both:
                continue
            match = pattern.search(sentence.text)
            if match and _belongs(sentence, match, case) and not cited(sentence, match.start(), match.end()):
                values = {"second": match["second"].lower()}
                yield Hit(sentence.place(*match.span()), values=values, case=case)
                break


def _belongs(sentence: Sentence, match: re.Match[str], case: str) -> bool:
    """Whether the two are of one thought: no dash between them, and in one clause no other verb or name."""
    said = match[0].lower()
    if (
        " - " in said or said.endswith(" av ingenting") or " dag " in said
    ):  # «ikke av ingenting», «ikke en dag uten»
        return False
    if not case and any(f" {word} " in said for word in ("hva", "kva", "hvor", "kor", "hvorfor", "kvifor")):
        return False
    if case == "at":  # «Kan det ikke tenkes at …?»
        return not sentence.text.endswith("?")
    if case:
        return True
    between = [
        n for n, word in enumerate(sentence.words) if match.start() < word.start < match.start("second")
    ]
    return not any(
        is_finite(sentence.words, n, sentence.standard) or sentence.text[sentence.words[n].start].isupper()
        for n in between
    )
