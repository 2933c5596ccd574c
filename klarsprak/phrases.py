"""Finds the terms of a list by word form. How a list is written: see `klarsprak.wordlist`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from klarsprak import wordlist
from klarsprak.inflection import IMP, INF, PART, PAST, PERF
from klarsprak.suggest import LIGHT, may_be_imperative, suggest
from klarsprak.text import House, Sentence, Text
from klarsprak.usage import MODAL, in_usage, usage
from klarsprak.wordlist import NOTHING, SEG, Entry, Pattern
from klarsprak.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Words that end the search for the noun behind a slot.
_STOP = frozenset(
    "som at om hvis viss dersom når fordi men for i på til av med ved fra frå under etter hos mot over å"
    " ha har hatt er var vært vore blir ble blei vart bli kan skal må vil gjort fått tatt teke".split()
)
_OTHER_PROFILE = {"moderne": "tradisjonell", "tradisjonell": "moderne"}
_PREPOSITIONS = frozenset("om av på til for i med over etter fra frå ved".split())
_LAW = re.compile(r"\b(?:[Ll]ov|[Ff]orskrift)(?: \d[\d. ]*\w*)*(?: nr\. \d+)? om [^,.;:]*$")


_ANY = ""  # stands for any next word


class Match(NamedTuple):
    """A term in a sentence; offsets count within the sentence."""

    start: int
    end: int
    entry: Entry
    instead: tuple[str, ...]  # in the form, and with the capital, of what was found
    infinitive: bool = False  # the alternatives begin with an infinitive

    @property
    def fixable(self) -> bool:
        return "fiks" in self.entry.flags


class Phrases:
    """The terms of one rule, in both standards. `Phrases.load("kanselliord")` reads each on first use."""

    def __init__(self, name: str = "", terms: Mapping[str, Sequence[str]] | None = None) -> None:
        self._name = name
        self._terms = terms or {}
        self._indexes: dict[str, Mapping[str, tuple[Pattern, ...]]] = {}
        self._telling: dict[str, frozenset[str]] = {}
        self._by_next: dict[tuple[str, str], dict[str, tuple[Pattern, ...]]] = {}
        self._unsure: dict[str, frozenset[str]] = {}

    @classmethod
    @cache
    def load(cls, name: str) -> Phrases:
        """The list beside the rule `name` (the name of its file)."""
        return cls(name)

    def entries(self, standard: str) -> list[Entry]:
        """The entries for nb or nn. Raises ValueError for a line that cannot be read."""
        if self._name:
            return wordlist.read(self._name, standard)
        # A house may list a word without saying what to write instead. Its list serves both standards: an
        # inflection class that only the other one has makes an entry of the other one.
        lines = (f"{term} = {'; '.join(better) or '(unngå)'}" for term, better in self._terms.items())
        return [wordlist.entry(line, standard) for line in lines if wordlist.readable(line, standard)]

    def find(self, sentence: Sentence, doc: Doc | None = None, profile: str = "") -> Iterator[Match]:
        """Terms in the sentence from left to right, without overlap; the longest where several begin.

        Homographs are found only with the `doc` of the sentence, which says what they are. `profile` leaves
        out what is only for the other kind of nynorsk.
        """
        index, other = self._index(sentence.standard), _OTHER_PROFILE.get(profile)
        forms = sentence.forms
        if self._telling_words(sentence.standard).isdisjoint(forms):
            return
        words, after = sentence.words, 0
        for at, word in enumerate(words):
            if at < after or word.lower not in index:
                continue
            following = words[at + 1].lower if at + 1 < len(words) else ""
            for pattern in self._beginning(word.lower, following, sentence.standard):
                last_set = pattern.rest[-1] if pattern.rest else forms
                if other in pattern.entry.flags or (last_set and last_set.isdisjoint(forms)):
                    continue
                rest = _rest(pattern, sentence, at)
                if rest is not None:
                    last, between = rest
                    if pattern.entry.tags and not _is_tagged(pattern.entry, words, at, last, doc):
                        continue
                    after = last + 1
                    if pattern.entry.instead != NOTHING:
                        first, instead = suggest(pattern, sentence, at, last, between)
                        infinitive = _is_infinitive(pattern, words, at)
                        yield Match(words[first].start, words[last].end, pattern.entry, instead, infinitive)
                    break

    def search(self, text: Text) -> Iterator[tuple[Sentence, Match]]:
        """Terms in all sentences, but for what the house accepts, what it has its own words for,
        quotations and names of laws."""
        own = {term.partition("<")[0].strip().lower() for term in text.terms} if self._name else set()
        leave = text.accept | own
        docs = {id(parsed.sentence): parsed.doc for parsed in text.parsed}
        house: House | None = None
        for sentence in text.sentences:
            for match in self.find(sentence, docs.get(id(sentence)), text.house.profile):
                if leave and not leave.isdisjoint(_names(sentence, match)):
                    continue
                if not cited(sentence, match.start, match.end):
                    if sentence.standard == "nn":
                        house = house or usage(text)
                        match = _chosen(match, house)
                    yield sentence, match

    def has_homograph(self, sentence: Sentence) -> bool:
        """True when a word of the sentence may begin a term that only the tagger can tell from another
        word: the gate of a rule whose list has such terms."""
        forms = self._homographs(sentence.standard)
        return not sentence.forms.isdisjoint(forms)

    def _homographs(self, standard: str) -> frozenset[str]:
        if standard not in self._unsure:
            unsure = [entry for entry in self.entries(standard) if entry.tags]
            self._unsure[standard] = frozenset(wordlist.index(unsure))
        return self._unsure[standard]

    def _index(self, standard: str) -> Mapping[str, tuple[Pattern, ...]]:
        if standard not in self._indexes:
            self._indexes[standard] = wordlist.index(self.entries(standard))
        return self._indexes[standard]

    def _telling_words(self, standard: str) -> frozenset[str]:
        """At least one of these is in every sentence with a term: of each term its longest word, in all
        forms. Most terms begin with a common word, which tells nothing."""
        if standard not in self._telling:
            self._telling[standard] = wordlist.telling_words(self._index(standard))
        return self._telling[standard]

    def _beginning(self, first: str, following: str, standard: str) -> tuple[Pattern, ...]:
        """The patterns that may begin with these two words. Most terms begin with a common word, so the
        patterns of a word are told apart by the next when it is first met."""
        by_next = self._by_next.get((standard, first))
        if by_next is None:
            by_next = self._by_next[standard, first] = _by_next(self._index(standard)[first])
        return by_next.get(following, by_next[_ANY])


def _by_next(patterns: Sequence[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    """The patterns, in their order, by the word that follows the first."""
    following = {_ANY}.union(*(pattern.adjacent or () for pattern in patterns))
    return {
        word: tuple(p for p in patterns if p.adjacent is None or (word != _ANY and word in p.adjacent))
        for word in following
    }


def _names(sentence: Sentence, match: Match) -> set[str]:
    """What a house may call the term that it accepts: as found, as listed, and «anmode» for «anmode om»."""
    found, term = sentence.text[match.start : match.end].lower(), match.entry.term.lower()
    head, *rest = term.split()
    if match.entry.kind == "v" and len(rest) == 1 and rest[0] in _PREPOSITIONS:
        return {found, term, found.split()[0], *head.split("/")}
    return {found, term}


def _chosen(match: Match, house: House) -> Match:
    """The match with its alternatives as the house writes nynorsk."""
    instead = tuple(in_usage(better, house, match.infinitive) for better in match.instead)
    plain = tuple(in_usage(better, house) for better in match.entry.instead)
    return match._replace(instead=instead, entry=replace(match.entry, instead=plain))


def _is_infinitive(pattern: Pattern, words: Sequence[Word], at: int) -> bool:
    """True where the verb that begins the term is an infinitive: the forms of some verbs are alike."""
    if pattern.entry.kind != "v" or INF not in pattern.tags:
        return False
    before = {word.lower for word in words[max(at - 4, 0) : at]}
    return bool(before & MODAL) or not {PAST, PERF, PART} & set(pattern.tags)


def cited(sentence: Sentence, start: int, end: int) -> bool:
    """True for words that somebody else chose: in quotation marks or in the name of a law."""
    before = sentence.text[:start]
    if before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”"):
        return True
    if before.count('"') % 2 and '"' in sentence.text[end:]:
        return True
    return _LAW.search(before) is not None


def _is_tagged(entry: Entry, words: Sequence[Word], first: int, last: int, doc: Doc | None) -> bool:
    """True when the tagger calls the word that decides one of the parts of speech of the entry."""
    if doc is None:
        return False
    start = words[first if entry.kind == "v" else last].start
    return any(token.pos_ in entry.tags for token in doc if token.idx == start)


def _rest(pattern: Pattern, sentence: Sentence, first: int) -> tuple[int, tuple[int, ...]] | None:
    """The last word of the term that begins at word `first`, and the words inside that are not of it."""
    words, verb = sentence.words, pattern.entry.kind == "v"
    if pattern.tags == (IMP,) and not may_be_imperative(words, first):
        return None
    at, between, in_slot = first, list[int](), False
    for need in pattern.rest:
        if need == wordlist.SLOT_SET:
            in_slot = True
            continue
        spare = 4 if in_slot else 2 if verb and (at == first or words[at].lower in SEG) else 0
        at += 1
        while at < len(words) and words[at].lower not in need:
            word = words[at].lower
            if not spare or (word in _STOP if in_slot else word not in LIGHT):
                return None
            between.append(at)
            spare, at = spare - 1, at + 1
        if at == len(words):
            return None
        in_slot = False
    if pattern.optional and at + 1 < len(words) and words[at + 1].lower == pattern.optional:
        at += 1
    return (at, tuple(between)) if _unbroken(sentence, first, at) else None


def _unbroken(sentence: Sentence, first: int, last: int) -> bool:
    pairs = pairwise(sentence.words[first : last + 1])
    gaps = (sentence.text[left.end : right.start] for left, right in pairs)
    return all(gap.isspace() or gap == "- " for gap in gaps)  # «gårds- og bruksnummer»
