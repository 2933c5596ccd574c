"""Whether the text says who does it."""

from __future__ import annotations

import re
from functools import lru_cache

from klarsprak import Hit, Sentence

_PARTICLES = frozenset(
    """bort fast fram frem gjennom heim hjem inn innom med ned om opp over på til tilbake ut utover ved videre
    vidare""".split()
)
# After «av»: a cause, a clause or a whole, not the one who does it.
_NOT_AGENT = frozenset(
    """at den det denne dette der all alle alt hensyn omsyn å hva kva grunn grunnen grunner grunna grunnar
    gårde garde""".split()
)
# Those who may be the doer, unless a preposition stands before them.
_ACTOR = re.compile(
    r"vi|jeg|eg|nav|man|(?:fast|over)?lege(?:n|ne)?|.*(?:kommunen|kontoret|avdelingen|avdelinga|etaten|enheten|"
    r"eininga|seksjonen|nemnda|utvalget|utvalet|(?<!om)rådet|styret|direktoratet|tilsynet|verket|forvalteren|"
    r"forvaltaren|direktøren|lederen|leiaren|behandler(?:en)?|behandlar(?:en)?|handsamar(?:en)?|senteret|skolen|"
    r"skulen|rektor|barnehagen|styrer(?:en)?|styrar(?:en)?|fylket|staten|sretten|esteretten|politiet|bydelen|"
    r"myndighetene|styresmaktene|banken|kassen|kassa|vernet|ansatte|tilsette|teamet|team|koordinator(?:en)?|"
    r"rådgiver(?:en)?|rådgivar(?:en)?|forvaltningen|forvaltninga|departementet|administrasjonen)"
)
_PREPOSITIONS = frozenset("til i på hos fra frå med for om ved mot etter under mellom".split())


def hit(sentence: Sentence, start: int, end: int) -> Hit:
    """The passive verb at `start` to `end`, with the message for whether its doer is named."""
    return Hit(sentence.place(start, end), case="agent" if has_agent(sentence, end) else "")


def has_agent(sentence: Sentence, end: int) -> bool:
    """Whether what follows the verb that ends at `end` says who does it: «sendes ut av skolen»."""
    after = [word.lower for word in sentence.words if word.start >= end][:4]
    while after and after[0] in _PARTICLES:
        del after[0]
    return len(after) > 1 and after[0] == "av" and after[1] not in _NOT_AGENT and not after[1][0].isdigit()


def names_actor(sentence: Sentence) -> bool:
    """Whether somebody who may be the doer stands anywhere in the sentence, but not after a preposition."""
    words = [word.lower for word in sentence.words]
    return any(
        _may_act(word) and _PREPOSITIONS.isdisjoint(words[max(0, i - 2) : i]) for i, word in enumerate(words)
    )


@lru_cache(1 << 14)
def _may_act(form: str) -> bool:
    return _ACTOR.fullmatch(form) is not None
