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
_INSIDE = r"[^.;:!?()«»–]+?"
_OPENERS = (
    "dersom|hvis|viss|når|etter|før|i|på|ved|med|uten|utan|under|av|fra|frå|så fremt|så framt|så sant|selv om"
    "|sjølv om|med mindre|fordi|ettersom|gjennom|som følge|som følgje|for å|i tillegg"
)
_PATTERNS = (
    # The auxiliary, an insertion, and the verb it waits for.
    re.compile(
        rf"\b(?P<verb>{_MODAL}|{_WITH_PARTICIPLE})(?P<inside>, (?:{_OPENERS})\b {_INSIDE}, | – {_INSIDE} – )"
        r"(?:(?:ikke|ikkje|også|òg|likevel) )?(?P<next>[a-zæøå]+)",
        re.IGNORECASE,
    ),
    # «at, dersom …, blir»: the conjunction waits for its clause.
    re.compile(
        rf"\b(?:at|som|fordi)(?P<verb>)(?P<inside>, (?:{_OPENERS})\b {_INSIDE}, )(?P<next>[a-zæøå]+)",
        re.IGNORECASE,
    ),
)
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
    Målt: Sjelden i dataene: ingen funn på 201 offentlige sider og 6 i 32 000 setninger avistekst og annet,
    alle 6 verdt å endre.
    Kilde: Språkrådet, Setninger med omvendt eller vanskelig ordstilling,
    https://www.sprakradet.no/klarsprak/om-skriving/sprak-i-lover-og-forskrifter/skriverad/setningsbygning/setninger-med-omvendt-eller-vanskelig-ordstilling/
    """
    for sentence in text.sentences:
        said = sentence.text
        if said.count(",") > 1 or said.count(" – ") > 1:
            for pattern in _PATTERNS:
                for match in pattern.finditer(said):
                    if _goes_on(sentence, match) and (hit := _hit(sentence, match, match.start(), min_words)):
                        yield hit
        for match in _BRACKETS.finditer(said) if "(" in said else ():
            if hit := _hit(sentence, match, match.start("inside"), min_brackets, "parentes"):
                yield hit


def _goes_on(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the verb, or the clause, that was interrupted comes after the insertion."""
    following, verb, standard = match["next"].lower(), match["verb"].lower(), sentence.standard
    if not verb:
        at = next(n for n, word in enumerate(sentence.words) if word.start >= match.start("next"))
        return any(
            is_finite(sentence.words, n, standard) for n in range(at, min(at + 3, len(sentence.words)))
        )
    if verb in _MODAL.split("|"):
        return following in facts(standard)["i"] or following.endswith(("ere", "es", "ast"))
    return participle(following, standard)


def _hit(sentence: Sentence, match: re.Match[str], start: int, least: int, case: str = "") -> Hit | None:
    first, end = match.span("inside")
    count = sum(first <= word.start < end for word in sentence.words)
    if count < least or cited(sentence, first, end):
        return None
    place = sentence.place(start, first + len(sentence.text[first:end].rstrip()))
    return Hit(place, values={"words": count}, case=case, severity=Severity.LOW if case else None)
