"""Passives that promise something in a case: vil bli vurdert, skal behandles, du blir kontaktet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from klarsprak import Sentence

from ._bli_passive import BLI
from ._lists import entries

_MODALS = frozenset("skal vil må kan".split())
_BY_READER = ("send", "ettersend", "oversend")  # after må and kan the reader does it: «skjemaet må sendes»
_NOT = frozenset("ikke ikkje aldri".split())
_YOU = frozenset("du dere de dykk".split())
# «du kan vente at saken behandles»: no longer the modal's
_JOINTS = frozenset("at som når hvis dersom fordi å".split())
# «brevet sier når planen vil bli satt i gang» tells where the answer is
_ASKS = frozenset("når hvordan hvor hvem hvorfor korleis kor kven kvifor".split())
_REACH = 5  # words from the modal to the verb, and from bli to its participle


@cache
def _phrases(standard: str, code: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in entries(f"ansvar_uklart.{standard}"):
        kind, first, *rest = line.split()
        if kind == code:
            found.setdefault(first, []).append(rest)
    return found


def promises(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From the first word of the passive to its last."""
    s_forms, participles = (_phrases(sentence.standard, code) for code in "sp")
    if sentence.forms.isdisjoint(BLI) and s_forms.keys().isdisjoint(sentence.forms):
        return
    words = sentence.words
    forms = [word.lower for word in words]
    for i, form in enumerate(forms):
        if form in s_forms:
            verbs, phrases = range(i, i + 1), s_forms
        elif form in BLI:
            verbs, phrases = range(i + 1, min(i + 1 + _REACH, len(forms))), participles
        else:
            continue
        for verb in verbs:
            ends = [_end(forms, verb, rest) for rest in phrases.get(forms[verb], ())]
            last = next((end for end in ends if end is not None), None)
            if last is not None:
                if "å" in forms[last + 1 : last + 2]:  # «det kan vurderes å flytte»: nobody's case
                    break
                taken_up = forms[last] == "til" and _NOT.isdisjoint(forms[i:last])
                if taken_up or _is_promise(forms, i, forms[verb]):
                    yield words[i].start, words[last].end
                break


def _is_promise(forms: list[str], at: int, verb: str) -> bool:
    """Whether the passive at `at` is to come: «skal behandles», «vil bli sendt», «du blir kontaktet»."""
    if forms[at] in ("blir", "vert"):
        return not _YOU.isdisjoint(forms[max(0, at - 1) : at + 2])
    if forms[at] in BLI and forms[at] not in ("bli", "verta", "verte"):
        return False
    before = forms[max(0, at - _REACH) : at]
    clause = max((i + 1 for i, form in enumerate(before) if form in _JOINTS), default=0)
    modals = _MODALS.intersection(before[clause:])
    modal = max((i for i, form in enumerate(before) if form in modals and i >= clause), default=0)
    if not _NOT.isdisjoint(before[max(modal - 1, 0) :]):
        return False  # «svaret skal ikke endres», «som ikke kan besvares» promise nothing
    asked = max((i for i, form in enumerate(before) if form in _ASKS), default=-1)
    if asked >= 0 and asked + 1 >= clause and at - len(before) + asked > 0:
        return False
    return bool(modals & {"vil", "skal"} if verb.startswith(_BY_READER) else modals)


def _end(forms: list[str], at: int, rest: list[str]) -> int | None:
    """Where a phrase whose first word is at `at` ends; None when its other words do not follow.

    Other words may stand in between: «følges saken opp».
    """
    for part in rest:
        near = forms[at + 1 : at + 4]
        if part not in near:
            return None
        at += 1 + near.index(part)
    return at
