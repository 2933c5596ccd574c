"""What stands between a thin verb and its noun, and what of it a plain verb can keep.

«foretar kommunen en grundig vurdering av» becomes «vurderer kommunen grundig»: the subject stays, the
article goes, and an adjective that tells how becomes an adverb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

SUBJECTS = frozenset("jeg eg du han hun ho vi me de dei dere dykk man det den".split())
_ADVERBS = "ikke ikkje også òg alltid aldri nå no da då dermed derfor difor imidlertid selv sjølv"
# What may stand between a verb and the rest of its phrase: «har vi ikke mulighet til å».
LIGHT = SUBJECTS | frozenset(_ADVERBS.split())
_OBJECTS = frozenset("meg deg oss ham henne dem".split())
_ARTICLES = frozenset("en ei et ein eit noen noe nokon noko nokre".split())
_OWN = frozenset("min mi din di sin si sitt sine vår vårt våre deres dykkar".split())  # «gjør sin vurdering»
_POINTING = frozenset("den det de dei denne dette disse desse".split())  # what they point at must stay
_ALWAYS = frozenset("denne dette disse desse".split())  # the others may be a subject
_NOUN_LIKE = re.compile(r"^[A-ZÆØÅ]|(?:en|ene|ane|inga)$")  # a name, or a noun in a definite form
_ADJECTIVES = frozenset("egen eigen inga ingen åpen open".split())  # only look like definite nouns
# Adjectives that tell how it is done, and so have an adverb; by the adverb.
_ALIKE = """automatisk daglig dagleg digital faglig fagleg fortløpende fortløpande forsvarlig forsvarleg
    fullstendig grundig helhetlig jevnlig jamleg kritisk løpende løpande muntlig munnleg månedlig
    månadleg nøye regelmessig saklig sakleg selvstendig sjølvstendig skjønnsmessig skriftlig skriftleg
    systematisk særskilt tilstrekkelig tilstrekkeleg tverrfaglig tverrfagleg tydelig tydeleg uavhengig
    ukentlig utførlig vekentleg årlig årleg"""
_HOW = {form: word for word in _ALIKE.split() for form in (word, word + "e")} | {
    form: forms.split("/")[1]
    for forms in """anonym/anonymt/anonyme bred/bredt/brede brei/breitt/breie detaljert/detaljert/detaljerte
    digital/digitalt/digitale elektronisk/elektronisk/elektroniske individuell/individuelt/individuelle
    konkret/konkret/konkrete kort/kort/korte manuell/manuelt/manuelle objektiv/objektivt/objektive
    samla/samla/samla samlet/samlet/samlede rask/raskt/raske""".split()
    for form in forms.split("/")
}
_HOW |= {word: word for word in ("mer", "meir", "litt")}
_NEW, _GREAT = frozenset(("ny", "nytt", "nye")), frozenset(("stor", "stort", "store"))
_MUCH = {"nb": "mye", "nn": "mykje"}
_AGAIN = re.compile(r".+(?:ing|else)|gjennomgang|kontroll|synfaring")  # «foreslå på nytt» is another thing
_JOINTS = frozenset(("og", "eller"))


class Kept(NamedTuple):
    """What stays: subject and negation right after the verb, then how it is done. `lost`: not everything."""

    near: str
    how: str
    lost: bool


def kept(between: Sequence[str], noun: str, standard: str) -> Kept:
    """What the plain verb that takes the place of `noun` keeps of the words inside a term."""
    at = 0
    while at < len(between) and not _begins_noun(between, at):
        at += 1
    near, rest = between[:at], [word.lower() for word in between[at:]]
    pointing = bool(rest) and rest[0] in _POINTING
    adverbs = _HOW | dict.fromkeys(_GREAT, _MUCH[standard])
    if _AGAIN.fullmatch(noun):
        adverbs |= dict.fromkeys(_NEW, "på nytt")
    adverbs |= {word: word for word in _JOINTS}
    told = [word for word in rest if word not in _ARTICLES | _OWN | _POINTING]
    how = [adverbs[word] for word in told if word in adverbs]
    lost = pointing or len(how) < len(told)
    return Kept(" ".join(near), "" if lost else " ".join(how), lost)


def _begins_noun(words: Sequence[str], at: int) -> bool:
    """True where the subject is at its end, and the noun phrase of the noun begins."""
    word = words[at].lower()
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if word in _ARTICLES | _OWN:
        return True
    if word in _POINTING:
        return word in _ALWAYS or bool(following and following not in _ARTICLES | _OWN | LIGHT)
    if word in LIGHT | _OBJECTS:
        return False
    return word in _ADJECTIVES or not _NOUN_LIKE.search(words[at])
