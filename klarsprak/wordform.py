"""Which inflection a form is, where the same letters may be several: the words around it decide."""

from __future__ import annotations

import re
from itertools import pairwise

from klarsprak import inflection
from klarsprak.inflection import BASE, IMP, INF, NEUTER, PART, PART_MF, PAST, PERF
from klarsprak.slots import SUBJECTS
from klarsprak.text import Sentence

AUXILIARY = frozenset(
    "ha har hadde hatt er var vært vore være vere vera bli blir ble blei verte vert vart blitt"
    " få får fikk fekk fått".split()
)
# Nynorsk: a participle after one of these agrees, and its particle may follow: «er tekne i bruk».
COPULA = frozenset("er var vore vere vera bli blir blei blitt verte vert vart vorte".split())
COPULA_NB = frozenset("ble blitt være vært".split())
_DEFINITE = frozenset("den denne dette disse desse".split())  # «de» and «det» may be the subject
_MODAL = frozenset("å kan kunne skal skulle må måtte vil ville bør burde".split())
# A participle after one of these describes the noun that follows: «en innhentet uttalelse».
_ARTICLE = frozenset("en et ein ei eit hver hvert kvar kvart".split())
_PREPOSITION = frozenset(
    "av blant etter for fra frå gjennom hos i med mellom mot om over på til under uten utan ved".split()
)
_ADVERB = re.compile(
    r".{2,}(?:ig|leg|isk|vis|elt|alt|ant)|tidligere|tidlegare|nylig|nyleg|allerede|allereie|digitalt"
)
_NO_NOUN = frozenset("at av for fra frå i med og om på som til ved å".split())  # no noun phrase begins so
_DEFINITE_NOUN = re.compile(r"[A-ZÆØÅ].*|.{2,}(?:en|ene|ane|inga)")
ATTRIBUTIVE = "attributive"  # a participle before its noun, of which neither gender nor number is known


def tag_of(tags: tuple[str, ...], sentence: Sentence, at: int) -> str:
    """Which inflection the form is: where it may be several, the words around it decide. Empty: unknown."""
    words = sentence.words
    after = words[at + 1].lower if at + 1 < len(words) else ""
    asks = inflection.PRES in tags and after in SUBJECTS  # nynorsk «Føreligg det …?»
    if IMP in tags and not asks and (at == 0 or tags == (IMP,)):
        return IMP
    tags = tuple(tag for tag in tags if tag != IMP)
    tags = tuple(tag for tag in tags if tag[-2:] != "'s") or tags  # «cookies» is a plural
    before = _before(sentence, at)
    if INF in tags and PAST in tags and before & _MODAL:  # nynorsk «må utarbeida»
        return INF
    if {PERF, PART, PART_MF} & set(tags) and _is_attributive(sentence, at):
        return ATTRIBUTIVE if PERF in tags else next(tag for tag in tags if tag in (PART, PART_MF))
    if PERF in tags and before & AUXILIARY:
        return PERF
    if PART in tags and (before & AUXILIARY or (at and words[at - 1].lower in _DEFINITE)):
        return PART  # nynorsk «blei innførte», «den innførte avgifta»
    if PAST in tags and PERF in tags and _is_unclear(sentence, at):
        return ""
    if PAST in tags:
        return PAST
    if NEUTER in tags and BASE in tags:
        return NEUTER if before & {"et", "eit", "det"} else BASE
    return tags[0] if tags else ""


def _before(sentence: Sentence, at: int) -> set[str]:
    """The few words before that may govern the form; a comma ends what they govern."""
    near = sentence.words[max(at - 4, 0) : at + 1]
    commas = ["," in sentence.text[left.end : right.start] for left, right in pairwise(near)]
    start = max((i for i, comma in enumerate(commas, 1) if comma), default=0)
    return {word.lower for word in near[start:-1]}


def _is_attributive(sentence: Sentence, at: int) -> bool:
    """True for a participle that describes the noun after it: «med automatisk innhentet informasjon»."""
    words = sentence.words
    if at + 1 == len(words) or words[at].end + 1 < words[at + 1].start:
        return False
    if at and words[at - 1].end + 1 < words[at].start:
        return False  # a comma
    after = words[at + 1]
    shown = sentence.text[after.start : after.end]
    if after.lower in SUBJECTS | _NO_NOUN | _ARTICLE | _DEFINITE or _DEFINITE_NOUN.fullmatch(shown):
        return False  # «i fjor innhentet kommunen»
    if at == 0:
        return True  # no verb in the past begins a sentence, but in a question: «benyttet du …»
    lead = words[at - 1].lower
    if not _ADVERB.fullmatch(lead):
        return lead in _ARTICLE | _PREPOSITION or lead.isdigit()
    lead = words[at - 2].lower if at > 1 else ""
    if lead in AUXILIARY | SUBJECTS | {"som"}:  # «er automatisk innhentet», «som nylig innhentet»
        return False
    return lead in _ARTICLE | _PREPOSITION | _NO_NOUN or not lead


def _is_unclear(sentence: Sentence, at: int) -> bool:
    """True where the form may go on with what another verb began, «har laget planen og innhentet …», or
    describe the noun after it, «vi slettet automatisk innhentet informasjon»."""
    words = sentence.words
    if not at:
        return False
    if _ADVERB.fullmatch(words[at - 1].lower):
        next_word = words[at + 1].lower if at + 1 < len(words) else ""
        return at > 1 and words[at - 2].lower not in SUBJECTS | {"som"} and next_word not in SUBJECTS
    joined = words[at - 1].lower in ("og", "eller")
    if words[at - 1].end + 1 < words[at].start and at + 1 < len(words):
        after = words[at + 1]  # «da møtet var slutt, benyttet rektor …» is a past, with its subject after it
        shown = sentence.text[after.start : after.end]
        joined = after.lower not in SUBJECTS and not _DEFINITE_NOUN.fullmatch(shown)
    return joined and any(word.lower in AUXILIARY for word in words[:at])
