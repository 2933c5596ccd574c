"""How much stands before the verb of the main clause, by word forms alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from klarsprak import Kind, Sentence

from ._clauses import (
    BEFORE_NOUN,
    CONNECTORS,
    IMPERATIVES,
    OPENERS,
    SUBJECTS,
    SUBORDINATORS,
    is_finite,
    may_be_finite,
)

if TYPE_CHECKING:
    from klarsprak.words import Word

SHORT = 8  # words: no more than this is never looked into (a gate cannot know the options)
NOMINATIVES = frozenset("jeg eg du han hun ho vi me".split())
STARTERS = frozenset("for ved etter uten utan til bortsett slik i på av under".split())
PRONOUNS = NOMINATIVES | {"dere", "man"}


class Lead(NamedTuple):
    """What stands before the verb: words from `first` up to `verb`, or fewer."""

    first: int
    verb: int  # the first finite verb that is not in a subordinate clause, for certain
    sure: bool  # False: a verb before it may be overlooked, which only the model can tell
    clause: bool  # begins with a subordinate clause


@lru_cache(1 << 12)  # the gate of venstretung asks, and then its check
def lead(sentence: Sentence) -> Lead | None:
    """The words before the main verb, by word forms alone; None when they are few, or nobody can tell."""
    words, text, standard = sentence.words, sentence.text, sentence.standard
    if len(words) <= SHORT + 1 or sentence.block.kind is Kind.HEADING or _is_no_statement(text):
        return None
    start = words[0].lower in CONNECTORS  # «Men hvis …»
    opening, second = words[start].lower, words[start + 1].lower
    if opening in IMPERATIVES or (opening in NOMINATIVES and second not in ("som", "og", "eller")):
        return None
    first, waiting, closed = 0, 0, 0
    clause = opening in OPENERS or (
        opening in STARTERS and any(w.lower in ("at", "å") for w in words[start + 1 : start + 4])
    )
    for at, word in enumerate(words):
        gap = text[words[at - 1].end : word.start] if at else ""
        if ":" in gap:  # a label, then the sentence
            first, waiting = at, 0
        turned = clause and "," in gap
        if turned and (word.lower in IMPERATIVES or _inverted(words, at)):
            certain = True  # «…, logg inn» or «…, sender du»
        elif is_finite(words, at, standard):
            if waiting and not turned:
                waiting, closed = waiting - 1, closed + 1
                continue
            if closed and words[at - 1].lower in CONNECTORS:
                continue  # «som bor alene og har …»
            certain = turned
        elif word.lower in SUBORDINATORS or (at == start and word.lower in OPENERS):
            waiting += 1
            continue
        elif waiting or at == first:
            continue
        elif word.lower in PRONOUNS and gap == " " and words[at - 1].lower not in CONNECTORS:
            if not any(is_finite(words, n, standard) for n in range(at + 1, min(at + 4, len(words)))):
                return None  # «nå trener han»
            waiting += 1  # «opplysningene du har gitt»
            continue
        elif at < SHORT and may_be_finite(words, at, standard):
            return None
        else:
            continue
        return None if at - first <= SHORT else Lead(first, at, certain, clause)
    return None


def _inverted(words: Sequence[Word], at: int) -> bool:
    """«sender du», but not «og du» or «på det»."""
    return (
        at + 1 < len(words)
        and words[at + 1].lower in SUBJECTS
        and words[at].lower not in BEFORE_NOUN | CONNECTORS | SUBORDINATORS
    )


def _is_no_statement(text: str) -> bool:
    """Quotes, dialogue, questions, templates, and pieces of a list."""
    return text[0] in '«"“”–—-(' or "?" in text[-2:] or "{" in text or text[0].islower()
