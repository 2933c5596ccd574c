"""Where the reader is spoken of as somebody else: søkeren, brukeren, foresatte."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klarsprak import Place, Sentence

from ._clauses import BEFORE_NOUN, BEFORE_VERB, PREPOSITIONS
from ._lists import entries

_DUTY = frozenset("må skal kan bør får plikter pliktar vil".split())
_MAY_FOLLOW = _DUTY | frozenset("har er ikke ikkje selv sjølv oppgir oppgjev sender mottar mottek".split())
_OTHERS = frozenset(
    """alle noen nokon andre ingen min mi mitt mine din di ditt dine sin si sitt sine vår vårt våre deres
    deira hans hennes hennar""".split()
)


class Mention(NamedTuple):
    at: Place
    label: str
    you: str
    duty: bool  # «søkeren må …»


class Label(NamedTuple):
    base: str
    owner: bool  # «søkerens»
    verb: bool  # may also be a verb: «bruker»


@cache
def _labels(standard: str) -> dict[str, Label]:
    """By form."""
    listed = [line.partition(" !")[:2] for line in entries(f"tiltale.{standard}")]
    owners = {form + "s": Label(form, True, False) for form, _ in listed}
    return owners | {form: Label(form, False, bool(mark)) for form, mark in listed}


def mentions(sentence: Sentence) -> Iterator[Mention]:
    words, labels = sentence.words, _labels(sentence.standard)
    for at, word in enumerate(words):
        if word.lower not in labels:
            continue
        label = labels[word.lower]
        before = words[at - 1].lower if at else ""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        if label.verb and not _is_noun(before, after):
            continue
        if (
            before[:1].isdigit()
            or before in _OTHERS
            or after == "av"
            or "du" in (w.lower for w in words[max(0, at - 3) : at])
        ):
            continue  # «1200 søkere», «dine foresatte», «du som er leietaker», «mottaker av stønad»
        spoken_to = before in PREPOSITIONS[sentence.standard] or (
            at > 1 and words[at - 2].lower in ("vi", "me", "jeg", "eg")  # «vi svarer klageren»
        )
        you = "din" if label.owner else "deg" if spoken_to else "du"
        yield Mention(sentence.place(word.start, word.end), label.base, you, after in _DUTY)


def _is_noun(before: str, after: str) -> bool:
    """Whether a form that is also a verb is the noun here: «søker må …», «til søker»."""
    subject = after in _MAY_FOLLOW and before not in BEFORE_VERB and before != "å"
    return subject or before in BEFORE_NOUN - {"om", "og", "eller", "de", "den", "det", "dei"}
