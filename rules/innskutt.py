"""Words that part what belongs together: «kan, dersom …, utsette»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Sentence, Severity, Text, rule
from klarsprak.phrases import cited

from ._clauses import is_finite
from ._verbs import facts, participle

_MODAL = "kan|kunne|skal|skulle|må|måtte|vil|ville|bør|burde"
_WITH_PARTICIPLE = "har|hadde|er|var|blir|ble|blei|vert|vart|får|fikk|fekk"
_OPENERS = (
    "dersom|hvis|viss|når|etter|før|i|på|ved|med|uten|utan|under|av|fra|frå|så fremt|så framt|så sant|selv om"
    "|sjølv om|med mindre|fordi|ettersom|gjennom|som følge|som følgje|for å|i tillegg|eller"
)
# The auxiliary that waits for its verb, or the conjunction («at, dersom …, blir») that waits for its clause.
_START = re.compile(
    rf"\b(?:(?P<verb>{_MODAL}|{_WITH_PARTICIPLE})|at|som|fordi|når)"
    rf"(?P<sign>,| –)(?= )(?:(?<=–)| (?:{_OPENERS})\b)",
    re.IGNORECASE,
)
_END = re.compile(r"(?P<sign>,| –) (?:(?:ikke|ikkje|også|òg|likevel) )?(?P<next>[a-zæøå]+)", re.IGNORECASE)
_NO_INSERTION = re.compile(r"[.;:!?()«»]")
_INNER = 3  # commas inside an insertion: «på grunn av sykdom, skade eller …»
_BRACKETS = re.compile(r"(?<=\w) (?P<inside>\([^()]+\)) (?=[a-zæøå]+ [a-zæøå])")


@rule(
    priority="klart-sprak",
    severity="medium",
    nb={
        "": "{words} ord står mellom ord som hører sammen. Flytt dem, eller lag en egen setning.",
        "parentes": "Parentesen er på {words} ord midt i setningen. Kan den bli en egen setning?",
    },
    nn={
        "": "{words} ord står mellom ord som høyrer saman. Flytt dei, eller lag ei eiga setning.",
        "parentes": "Parentesen er på {words} ord midt i setninga. Kan han bli ei eiga setning?",
    },
)
def check(text: Text, *, min_words: int = 5, min_brackets: int = 10) -> Iterator[Hit]:
    """Innskudd midt i setningen.

    Hvorfor: Når et langt innskudd skiller verbet fra resten, må leseren huske begynnelsen til innskuddet er
    slutt. Begynn eller slutt med innskuddet, eller gi det en egen setning.

    Ikke: Kommunen kan, dersom det er særlige grunner til det og søkeren ber om det, utsette fristen.
    Heller: Har du særlige grunner? Be oss om å utsette fristen.

    Ikkje: Kommunen kan, dersom det er særlege grunnar til det og søkjaren ber om det, utsetje fristen.
    Heller: Har du særlege grunnar? Be oss om å utsetje fristen.

    Unntak: Korte innskudd (under `min-words` ord), parenteser under `min-brackets` ord, parenteser sist i
    setningen, oppramsinger og nødvendige bisetninger med «som» teller ikke.
    Målt: Sjelden i dataene: ett funn på 201 offentlige sider og åtte i 34 000 setninger avistekst og
    annet, alle ni verdt å endre.
    Kilde: Språkrådet, Setninger med omvendt eller vanskelig ordstilling,
    https://www.sprakradet.no/klarsprak/om-skriving/sprak-i-lover-og-forskrifter/skriverad/setningsbygning/setninger-med-omvendt-eller-vanskelig-ordstilling/
    """
    for sentence in text.sentences:
        said = sentence.text
        for start in _START.finditer(said) if said.count(",") > 1 or said.count(" –") > 1 else ():
            end = next((e for e in _ends(said, start) if _goes_on(sentence, start, e)), None)
            if end and (
                hit := _hit(sentence, start.start(), (start.end("sign"), end.end("sign")), min_words)
            ):
                yield hit
        for match in _BRACKETS.finditer(said) if "(" in said else ():
            span = match.span("inside")
            if hit := _hit(sentence, span[0], span, min_brackets, "parentes"):
                yield hit


def _ends(said: str, start: re.Match[str]) -> Iterator[re.Match[str]]:
    """Where the insertion may be over: at one of the next commas, or dashes."""
    for number, end in enumerate(_END.finditer(said, start.end())):
        inside = said[start.end() : end.start()]
        if number > _INNER or _NO_INSERTION.search(inside) or " – " in inside:
            return
        if end["sign"] == start["sign"]:
            yield end


def _goes_on(sentence: Sentence, start: re.Match[str], end: re.Match[str]) -> bool:
    """Whether the verb, or the clause, that was interrupted comes after the insertion."""
    following, verb, standard = end["next"].lower(), (start["verb"] or "").lower(), sentence.standard
    words = sentence.words
    if not verb:
        at = next(n for n, word in enumerate(words) if word.start >= end.start("next"))
        return any(is_finite(words, n, standard) for n in range(at, min(at + 2, len(words))))
    if verb in _MODAL.split("|"):
        return following in facts(standard)["i"] or following.endswith(("ere", "es", "ast"))
    return participle(following, standard)


def _hit(sentence: Sentence, start: int, inside: tuple[int, int], least: int, case: str = "") -> Hit | None:
    first, end = inside
    count = sum(first <= word.start < end for word in sentence.words)
    if count < least or cited(sentence, first, end):
        return None
    severity = Severity.LOW if case else None
    return Hit(sentence.place(start, end), values={"words": count}, case=case, severity=severity)
