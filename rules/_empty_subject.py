"""«Det» as an empty subject, and the passive verb that goes with it, by word forms and the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from klarsprak import Hit, Sentence

from ._lists import entries
from ._verbs import participle, s_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MODALS = frozenset("kan kunne skal skulle må måtte bør burde vil ville".split())
_BLI = frozenset("bli blir vert verte verta".split())  # not in the past: then it is told, not asked for
_BETWEEN = frozenset(
    "ikke ikkje også òg da då derfor difor alltid normalt vanligvis vanlegvis her nå no".split()
)
# What comes after the verb when «det» stands for nothing: a clause, or what the sentence is really about.
_CLAUSE = frozenset("at å hvordan korleis hvem kven hvilke".split())
_NEW = frozenset(
    """en et ei ein eit noe noko noen nokon nokre ingen flere fleire mange ny nye nytt eget egen egne eigen
    eige eigne årlig årleg""".split()
)


_TIMES = frozenset("gang ganger gong gonger dag dager dagar".split())  # «det kan tas flere ganger»
# «det blir forbudt», «det kalles drop-in», «det må antas at»: nobody does anything
_STATES = frozenset(
    """forbudt forbode kalles kallast kalt kalla antas antakast hevdes hevdast sies seiast nevnes nemnast
    tenkes tenkjast""".split()
)


class Passive(NamedTuple):
    start: int  # of the first word: «det», or the verb before it
    end: int
    verb: int  # index of the passive verb


def passives(sentence: Sentence) -> Iterator[Passive]:
    """«det» and a passive verb, in either order: «det må søkes», «må det søkes», «blir det gitt»."""
    words, standard = sentence.words, sentence.standard
    for at, word in enumerate(words):
        if word.lower != "det":
            continue
        verbs = [n for n in range(at + 1, min(at + 6, len(words))) if words[n].lower not in _BETWEEN]
        before = words[at - 1].lower if at else ""
        auxiliary = before in _MODALS or before in _BLI
        if at and not auxiliary and s_form(before, standard) == "sure":
            yield Passive(words[at - 1].start, word.end, at - 1)
        elif auxiliary:
            yield from _verb(sentence, at - 1, verbs, [before])
        elif verbs:
            first = words[verbs[0]].lower
            if first in _MODALS or first in _BLI:
                yield from _verb(sentence, at, verbs[1:], [first])
            elif verbs[0] <= at + 2 and s_form(first, standard) == "sure":
                yield Passive(word.start, words[verbs[0]].end, verbs[0])


def _verb(sentence: Sentence, start: int, verbs: list[int], said: list[str]) -> Iterator[Passive]:
    """The passive that the auxiliaries of `said` wait for."""
    words, standard = sentence.words, sentence.standard
    if verbs and said[0] in _MODALS and words[verbs[0]].lower in _BLI:
        verbs, said = verbs[1:], ["bli"]
    if not verbs:
        return
    form = words[verbs[0]].lower
    passive = participle(form, standard) if said[0] in _BLI else s_form(form, standard) == "sure"
    if passive:
        yield Passive(words[start].start, words[verbs[0]].end, verbs[0])


@cache
def _complements(standard: str) -> tuple[tuple[tuple[str, str], str, str], ...]:
    """The forms of a verb, what follows it, and what to write instead of «det», the verb and that."""
    rows = (line.split("\t") for line in entries(f"upersonlig_det.{standard}"))
    return tuple(((s_form, participle), following, better) for s_form, participle, following, better in rows)


def known(sentence: Sentence, found: Passive) -> Hit | None:
    """A verb that has «det» before it only as an empty subject, with what follows it."""
    words = sentence.words
    form = words[found.verb].lower
    rest = [word for word in words[found.verb + 1 :] if word.start >= found.end]
    for forms, following, better in _complements(sentence.standard):
        count = len(following.split())
        if form in forms and " ".join(word.lower for word in rest[:count]) == following:
            place = sentence.place(found.start, rest[count - 1].end)
            plain = place.text.lower().startswith("det ") and len(place.text.split()) == count + 2 + (
                form != forms[0]
            )
            if not plain or better == "-":
                return Hit(place)
            return Hit(place, instead=(better[0].upper() + better[1:] if place.text[0] == "D" else better,))
    return None


def brings_news(sentence: Sentence, found: Passive, doc: Doc) -> bool:
    """Whether what the sentence is about comes after the verb: a clause, or something new."""
    rest = [word for word in sentence.words[found.verb + 1 :] if word.start >= found.end]
    rest = [word for word in rest if word.lower not in _BETWEEN]
    if not rest or sentence.text[found.end : rest[0].start].strip(" ,")[:1] in tuple(".;:!?("):
        return False
    if sentence.words[found.verb].lower in _STATES or any(word.lower in _TIMES for word in rest[:2]):
        return False
    if rest[0].lower in _NEW | _CLAUSE:
        return True
    token = next((token for token in doc if token.idx == rest[0].start), None)
    return token is not None and token.pos_ == "NOUN" and "Ind" in token.morph.get("Definite", [])
