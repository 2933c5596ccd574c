"""What makes a long sentence heavy, and where to part it; by word forms alone."""

from __future__ import annotations

import re

from klarsprak import Sentence

from ._clauses import PREPOSITIONS, SUBORDINATORS, is_finite

_INSERTION = re.compile(r"\s[–-]\s(?:[^\s–]+\s){4,}[–-]\s|\((?:[^\s()]+\s){5,}[^()]*\)")
_SUBJECTS = "du|vi|de|dere|han|hun|ho|det|dette|den|jeg|eg|dei|man"
_JOINTS = re.compile(
    rf"[;,]\s+(?=(?:og|men|eller|for|mens|medan|så|slik at)\s)|\s+(?=slik at\s|(?:og|men) (?:{_SUBJECTS})\s)"
    r"|;\s+|\s[–-]\s+(?=\w)|,\s+(?=fordi\s)"
)
_ITEM = 4  # words: a comma with no more than this up to the next parts a list, not clauses
_MANY_ITEMS = 4


def words_without_list(sentence: Sentence) -> int:
    """Number of words without lists of short items («skole, barnehage, bibliotek og …»)."""
    words, text = sentence.words, sentence.text
    count, items, run = len(words), 0, 0
    since = 0
    for at in range(1, len(words) + 1):
        gap = text[words[at - 1].end : words[at].start] if at < len(words) else ","
        if "," in gap or (at < len(words) and words[at].lower in ("og", "eller") and items):
            if at - since <= _ITEM:
                items, run = items + 1, run + at - since
            else:
                count -= run if items >= _MANY_ITEMS else 0
                items, run = 0, 0
            since = at
    return count - (run if items >= _MANY_ITEMS else 0)


def is_heavy(sentence: Sentence) -> bool:
    """True when length is not all: two subordinate clauses, an insertion or six prepositions."""
    forms = [word.lower for word in sentence.words]
    return (
        sum(form in SUBORDINATORS for form in forms) >= 2
        or sum(form in PREPOSITIONS[sentence.standard] for form in forms) >= 6
        or _INSERTION.search(sentence.text) is not None
    )


def joint(sentence: Sentence) -> str | None:
    """The words at which the sentence is best parted: a joint with a verb soon after, near the middle."""
    words, text = sentence.words, sentence.text
    found = []
    for match in _JOINTS.finditer(text):
        before = text[: match.start()]
        if before.rfind("«") > before.rfind("»"):
            continue  # what somebody else said is not ours to part
        at = next((n for n, word in enumerate(words) if word.start >= match.end()), len(words))
        if 6 <= at <= len(words) - 6 and any(
            is_finite(words, n, sentence.standard) for n in range(at, at + 5)
        ):
            found.append((abs(at - len(words) / 2), text[words[at].start : words[at + 2].end]))
    return min(found)[1] if found else None
