"""Clauses by word forms alone: finite verbs nobody mistakes, words that open a clause, prepositions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from klarsprak import Sentence

from ._verbs import facts

if TYPE_CHECKING:
    from klarsprak.words import Word

# Words that open a subordinate clause wherever they stand.
SUBORDINATORS = frozenset(
    """at som hvis viss dersom fordi når mens medan ettersom hvorvidt hvordan korleis hvorfor kvifor
    hva kva hvem kven hvilken hvilket hvilke hvor kor selvom""".split()
)
# … and words that begin a sentence with one; elsewhere some of them are prepositions or adverbs.
OPENERS = frozenset(
    """hvis viss dersom fordi når mens medan ettersom siden sidan selvom selv sjølv enten anten om før inntil
    ifall""".split()
)
CONNECTORS = frozenset({"og", "eller", "men", "samt"})
PREPOSITIONS = {
    "nb": frozenset(
        "av for i på til med om ved fra under over etter mot mellom innen hos gjennom blant uten".split()
    ),
    "nn": frozenset(
        "av for i på til med om ved frå under over etter mot mellom innan hos gjennom blant utan".split()
    ),
}
# What public pages ask of the reader.
IMPERATIVES = frozenset(
    """bestill betal bruk fyll finn følg følgj gi gje gå gjør gjer ha hent husk hugs hold hald kom kontakt la
    legg les lever logg meld oppgi registrer ring se sjå send sjekk skriv spør svar søk ta unngå velg vel vær
    ver""".split()
)
SUBJECTS = frozenset("jeg eg du han hun ho vi me dere de dei man den det".split())
# A verb that is also a noun (søker, bruker) is a verb for certain only right after such a word …
BEFORE_VERB = frozenset("jeg eg du han hun ho vi me dere dei man som ikke ikkje".split())
# … and likely one early in a sentence, unless such a word stands before.
BEFORE_NOUN = (
    PREPOSITIONS["nb"]
    | PREPOSITIONS["nn"]
    | frozenset(
        """en et ei ein eit eitt den det de dei denne dette disse desse hver kvar ny nye alle flere fleire
        andre og eller""".split()
    )
)
_MODALS = frozenset("kan kunne skal skulle må måtte vil ville bør burde å får".split())
_S_FORM = re.compile(r"[a-zæøå]{2,}(?:[^\Wrn]es|[^n]res|(?<!e)(?<!er)nes)|gis|tas|fås|ytes")
_NOT_VERBS = frozenset(
    "deres felles norges fremdeles særdeles aldeles alles begges således annerledes likeledes".split()
)


@cache
def _forms(standard: str) -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms that are hardly ever anything else, and those that often are."""
    known = facts(standard)
    return known["f"] - known["h"] - known["x"], known["h"]


def is_finite(words: Sequence[Word], at: int, standard: str) -> bool:
    """True when `words[at]` is a finite verb for certain. False says nothing."""
    word = words[at].lower
    before = words[at - 1].lower if at else ""
    finite, homographs = _forms(standard)
    if word in finite or (word.endswith("erer") and len(word) > 6):
        return before != "å"  # «for å kunne søke»: an infinitive that looks like past tense
    if standard == "nb" and word[-1] == "s" and at and _S_FORM.fullmatch(word):
        return before not in _MODALS and word not in _NOT_VERBS
    if standard == "nn" and before == "det" and at == 1 and word.endswith("ast"):
        return True  # «det varslast skriftleg»: not good nynorsk, but a verb
    return word in homographs and before in BEFORE_VERB


def may_be_finite(words: Sequence[Word], at: int, standard: str) -> bool:
    """True when `words[at]`, early in a sentence, is more likely a verb than a noun."""
    return words[at].lower in _forms(standard)[1] and at > 0 and words[at - 1].lower not in BEFORE_NOUN


def has_finite(sentence: Sentence) -> bool:
    words, standard = sentence.words, sentence.standard
    return any(is_finite(words, at, standard) for at in range(len(words)))
