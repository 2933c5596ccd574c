"""Finds the terms of a list by word form, and says what to write instead in the same form.

How a list is written: see `klarsprak.wordlist`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from klarsprak import inflection, wordlist
from klarsprak.inflection import (
    BASE, DEF, IMP, INF, NEUTER, PART, PART_MF, PASS, PASS_PAST, PAST, PERF, SG,
)  # fmt: skip
from klarsprak.text import Sentence, Text
from klarsprak.wordlist import SEG, Entry, Pattern
from klarsprak.words import Word

_SUBJECTS = frozenset("jeg eg du han hun ho vi me de dei dere dykk man en ein det den".split())
# What may stand between a verb and the rest of its phrase: «har vi ikke mulighet til å».
_LIGHT = _SUBJECTS | frozenset("ikke ikkje også òg alltid aldri nå no da då dermed derfor difor".split())
_DETERMINERS = frozenset("en ei et ein eit den det de dei noen noe nokon noko denne dette disse desse".split())
_STOP = frozenset(
    "som at om hvis viss dersom når fordi men for i på til av med ved fra frå under etter hos mot over å ha har"
    " er var vært vore blir ble blei vart bli kan skal må vil".split()
)  # words that end the search for the noun behind a slot
_AUXILIARY = frozenset(
    "ha har hadde hatt er var vært vore være vere vera bli blir ble blei verte vert vart blitt blei få får fikk"
    " fekk fått".split()
)
_ADJECTIVE = re.compile(r"(?:e|ig|sk|t)$")
_MODAL = frozenset("å kan kunne skal skulle må måtte vil ville bør burde".split())
_BEFORE_IMPERATIVE = frozenset("og eller så ikke ikkje vennligst".split())
_LAW = re.compile(r"\b(?:[Ll]ov|[Ff]orskrift)(?: \d[\d. ]*\w*)*(?: nr\. \d+)? om [^,.;:]*$")


class Match(NamedTuple):
    """A term in a sentence; offsets count within the sentence."""

    start: int
    end: int
    entry: Entry
    instead: tuple[str, ...]  # in the form, and with the capital, of what was found

    @property
    def fixable(self) -> bool:
        return "fiks" in self.entry.flags


class Phrases:
    """The terms of one rule, in both standards. `Phrases.load("kanselliord")` reads each on first use."""

    def __init__(self, name: str = "", terms: Mapping[str, Sequence[str]] | None = None) -> None:
        self._name = name
        self._terms = terms or {}
        self._indexes: dict[str, Mapping[str, tuple[Pattern, ...]]] = {}

    @classmethod
    @cache
    def load(cls, name: str) -> Phrases:
        """The list beside the rule `name` (the name of its file)."""
        return cls(name)

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """Terms in the sentence from left to right, without overlap; the longest where several begin."""
        index = self._index(sentence.standard)
        words, after = sentence.words, 0
        for at, word in enumerate(words):
            if at < after or (patterns := index.get(word.lower)) is None:
                continue
            for pattern in patterns:
                last = _last(pattern, sentence, at)
                if last is not None:
                    yield _match(pattern, sentence, at, *last)
                    after = last[0] + 1
                    break

    def search(self, text: Text) -> Iterator[tuple[Sentence, Match]]:
        """Terms in all sentences, but for what the house accepts, what it has its own words for,
        quotations and names of laws."""
        own = {key.partition("<")[0].strip().lower() for key in text.terms} if self._name else frozenset()
        for sentence in text.sentences:
            for match in self.find(sentence):
                names = {sentence.text[match.start : match.end].lower(), match.entry.term.lower()}
                if not names & text.accept and not names & own and not cited(sentence, match.start, match.end):
                    yield sentence, match

    def _index(self, standard: str) -> Mapping[str, tuple[Pattern, ...]]:
        if standard not in self._indexes:
            entries = [wordlist.entry(f"{t} = {'; '.join(better)}", standard) for t, better in self._terms.items()]
            self._indexes[standard] = wordlist.index(
                wordlist.read(self._name, standard) if self._name else entries
            )
        return self._indexes[standard]


def cited(sentence: Sentence, start: int, end: int) -> bool:
    """True for words that somebody else chose: in quotation marks or in the name of a law."""
    before = sentence.text[:start]
    if before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”"):
        return True
    if before.count('"') % 2 and '"' in sentence.text[end:]:
        return True
    return _LAW.search(before) is not None


def _last(pattern: Pattern, sentence: Sentence, at: int) -> tuple[int, tuple[int, ...]] | None:
    """The last word of the term that begins at word `at`, and the words that come in between."""
    words = sentence.words
    if pattern.tags == (IMP,) and not _may_be_imperative(words, at):
        return None
    first, between = at, list[int]()
    spare, stop = 0, None
    for need in pattern.rest:
        if need and pattern.entry.kind == "v" and stop is None and (at == first or words[at].lower in SEG):
            spare = 2  # a pronoun, a negation
        if not need:  # the slot
            spare, stop = 4, _STOP
            continue
        at += 1
        while at < len(words) and words[at].lower not in need:
            skip = words[at].lower
            if not spare or (skip not in _LIGHT if stop is None else skip in stop):
                return None
            between.append(at)
            spare, at = spare - 1, at + 1
        spare, stop = 0, None
        if at >= len(words):
            return None
    if pattern.optional and at + 1 < len(words) and words[at + 1].lower == pattern.optional:
        at += 1
    return (at, tuple(between)) if _unbroken(sentence, first, at) else None


def _unbroken(sentence: Sentence, first: int, last: int) -> bool:
    pairs = pairwise(sentence.words[first : last + 1])
    gaps = (sentence.text[left.end : right.start] for left, right in pairs)
    return all(gap.isspace() or gap == "- " for gap in gaps)  # «gårds- og bruksnummer»


def _may_be_imperative(words: Sequence[Word], at: int) -> bool:
    # Anywhere else «opphør» and its kin are nouns.
    return at == 0 or words[at - 1].lower in _BEFORE_IMPERATIVE


def _match(pattern: Pattern, sentence: Sentence, first: int, last: int, between: tuple[int, ...]) -> Match:
    words = sentence.words
    start, end = words[first].start, words[last].end
    found = sentence.text[start:end]
    tag = _tag(pattern.tags, words, first)
    kept = _kept([sentence.text[words[at].start : words[at].end] for at in between])
    instead = (_inflect(better, pattern.entry, tag, kept, found) for better in pattern.entry.instead)
    return Match(start, end, pattern.entry, tuple(dict.fromkeys(_capital(better, found) for better in instead)))


def _tag(tags: tuple[str, ...], words: Sequence[Word], at: int) -> str:
    """Which inflection the form is: where it may be several, the words before it decide."""
    if IMP in tags and _may_be_imperative(words, at):
        return IMP
    tags = tuple(tag for tag in tags if tag != IMP)
    before = {word.lower for word in words[max(at - 4, 0) : at]}
    if INF in tags and PAST in tags and before & _MODAL:  # nynorsk utarbeida
        return INF
    if PAST in tags and PERF in tags:
        return PERF if before & _AUXILIARY else PAST
    if NEUTER in tags and BASE in tags:
        return NEUTER if before & {"et", "eit", "det"} else BASE
    return tags[0] if tags else ""


def _kept(between: list[str]) -> str:
    """What of the words inside a term the new wording keeps: subject and negation, not the noun's own."""
    lower = [word.lower() for word in between]
    for at, word in enumerate(lower):
        is_subject = word in _SUBJECTS and at + 1 < len(lower) and lower[at + 1] in _DETERMINERS
        if word in _DETERMINERS and not is_subject:
            return " ".join(between[:at])
    return " ".join(word for word in between if word.lower() in _LIGHT or not _ADJECTIVE.search(word))


def _inflect(better: str, entry: Entry, tag: str, kept: str, found: str) -> str:
    """`better` in the form `tag`; as it stands where that form cannot be made."""
    head, _, rest = better.partition(" ")
    forms = inflection.forms_of(head, entry.kind, entry.standard) if entry.kind else None
    if forms is None:
        return better
    if entry.kind == "v":
        return _verb(forms, entry, tag, (kept, rest), found)
    tag, _, genitive = tag.partition("'")
    if genitive and rest or tag not in forms:
        return better
    same = forms[tag]
    if tag == DEF and found.endswith("a"):  # «fradelinga» wants «hjelpa», not «hjelpen»
        same = tuple(form for form in same if form.endswith("a")) or same
    ending = "s" if genitive and same[0][-1] not in "sxz" else ""
    return f"{same[0]}{ending} {rest}".strip()


def _verb(forms: inflection.Paradigm, entry: Entry, tag: str, words: tuple[str, str], found: str) -> str:
    kept, rest = words
    if rest and tag in (PART, PART_MF) or "seg" in rest.split() and tag in (PASS, PASS_PAST):
        tag = INF  # «den ferdigstilte boligen» cannot become «den gjort ferdig boligen»
    same = forms.get(tag) or forms[PERF if tag == PART_MF else INF]
    if tag == INF and entry.term.split()[0].endswith("e") and found.split()[0].endswith("a"):
        same = same[::-1]  # an infinitive in -a wants another one
    return " ".join(part for part in (same[0], kept, rest) if part)


def _capital(text: str, found: str) -> str:
    if found.isupper() and len(found) > 1:
        return text.upper()
    return text[0].upper() + text[1:] if found[0].isupper() else text
