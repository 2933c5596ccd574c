"""Nynorsk forms that are both right, but not both in one text, or not what the house has chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak import Hit, House, Place, Sentence, Severity
from klarsprak.phrases import cited

from ._infinitives import Infinitive, infinitives
from ._speech import is_text

_MOST = 3  # findings of one kind that is not a fault in itself
_NECESSARY = {
    "nødvendig": "naudsynt",
    "nødvendige": "naudsynte",
    "naudsynt": "nødvendig",
    "naudsynte": "nødvendige",
}


def infinitive_hits(house: House, sentences: Sequence[Sentence]) -> Iterator[Hit]:
    found = [one for sentence in sentences for one in infinitives(sentence)]
    by = {ending: [one for one in found if one.ending == ending] for ending in "ae"}
    choice = house.infinitive
    if choice:
        wrong = by["e" if choice == "a" else "a"]
        case, values = "valg", {"choice": f"å … på -{choice}"}
    else:
        wrong, case, values = _mixed(by["a"], by["e"]), "infinitiv", {}
    for number, one in enumerate(wrong[:_MOST]):
        better = one.stem + ("e" if one.ending == "a" else "a")
        yield Hit(one.at, (better,), values, case, Severity.INFO if number else Severity.LOW)


def _mixed(in_a: list[Infinitive], in_e: list[Infinitive]) -> list[Infinitive]:
    """The fewer of the two, unless they are a split infinitive: -a in short stems, -e in the others."""
    split = all(one.short for one in in_a) and not any(one.short for one in in_e)
    return [] if split else min(in_a, in_e, key=len)


def we_hits(house: House, sentences: Sequence[Sentence]) -> Iterator[Hit]:
    by: dict[str, list[Place]] = {"vi": [], "me": []}
    for sentence in sentences:
        for word in () if by.keys().isdisjoint(sentence.forms) else sentence.words:
            if (
                word.lower in by
                and not cited(sentence, word.start, word.end)
                and is_text(sentence, word.start)
            ):
                by[word.lower].append(sentence.place(word.start, word.end))
    choice = house.we
    wrong = by["me" if choice == "vi" else "vi"] if choice else min(by["vi"], by["me"], key=len)
    for number, place in enumerate(wrong[:_MOST]):
        better = "me" if place.text.lower() == "vi" else "vi"
        better = better.capitalize() if place.text[0].isupper() else better
        severity = Severity.INFO if number else Severity.LOW
        yield Hit(place, (better,), {"choice": choice}, "valg" if choice else "vi", severity)


def necessary_hits(house: House, sentences: Sequence[Sentence]) -> Iterator[Hit]:
    choice = house.necessary
    for sentence in sentences if choice else ():
        for word in sentence.words:
            better = _NECESSARY.get(word.lower, "")
            if better.startswith(choice) and not cited(sentence, word.start, word.end):
                better = better.capitalize() if sentence.text[word.start].isupper() else better
                yield Hit(
                    sentence.place(word.start, word.end), (better,), {"choice": choice}, "valg", Severity.LOW
                )
