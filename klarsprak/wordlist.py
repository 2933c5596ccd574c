"""Term lists as they are written, and the patterns of word forms they stand for.

A list lies beside its rule as `rules/<rule>.nb.txt` and `.nn.txt`, one entry a line, sorted:

    anføre <v:te> = si; skrive; nevne        # kans
    på et senere tidspunkt <fiks> = senere   # eigen

Before `=` stands the term, and in `<…>` its inflection class (see `klarsprak.inflection`) and its flags;
after it the alternatives, best first; after `#` the source.

- `v` alone: the first word is a verb of the lexicon. `a+m`: a class for each word, an adjective and its noun.
- An alternative may bring its own class: `kunde <m> = innbygger <m:er>`.
- `fiks`: putting the first alternative there is right wherever it is offered.
- `NOUN`, `VERB`, `ADJ`, `ADV`, `ADP`, `PRON`: a homograph; the term is meant only where the tagger calls its
  first word (of a verb) or its last (of anything else) that. Without a tagged sentence it is never found.
- `moderne`, `tradisjonell`: only for who has chosen this kind of nynorsk.
- Other flags (`forklar`, `skrivemåte`, `bokmål`) mean what the rule says they mean.
- `gjøre/foreta … vurdering (av) <v>`: either verb; `…` stands for up to four words; the noun after it
  takes any form; the word in brackets is taken along when it is there.
- `når det kommer til stykket = –`: an exception, nothing is wrong with it though a shorter term is in it.
- `(stryk)` as alternative: better without. A rule may know other such words in brackets.
- `seg` is any reflexive. A verb may be parted from its phrase by a pronoun, a negation or the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from klarsprak import inflection

SLOT = "…"
SLOT_SET: frozenset[str] = frozenset()  # the slot among the words that must follow
NOTHING = ("–",)  # the alternative of an exception
FLAGS = ("fiks", "forklar", "skrivemåte", "bokmål", "moderne", "tradisjonell")
TAGS = ("NOUN", "VERB", "ADJ", "ADV", "ADP", "PRON")  # parts of speech, as in Universal Dependencies
_LINE = re.compile(r"(?P<term>[^<=]+?)\s*(?:<(?P<marks>[^>]*)>)?\s*=\s*(?P<instead>.+)")
_OWN_CLASS = re.compile(r"(^|; )(\S+) <([^>]+)>")
SEG = frozenset("seg meg deg oss dere dykk".split())


@dataclass(frozen=True)
class Entry:
    """One line of a list."""

    term: str
    cls: str  # inflection class, empty where nothing is inflected
    instead: tuple[str, ...]
    flags: frozenset[str]
    standard: str
    tags: frozenset[str] = frozenset()  # parts of speech that a homograph must have; empty: it is none

    @property
    def kind(self) -> str:
        """v, n or a; empty where nothing is inflected."""
        last = self.cls.rpartition("+")[2]
        return "" if not last else "n" if last[0] in "mfn" else last[0]


class Pattern(NamedTuple):
    """A word form that begins a term, and what must follow it."""

    rest: tuple[frozenset[str], ...]
    optional: str
    tags: tuple[str, ...]  # what the inflected form may be
    entry: Entry
    adjacent: frozenset[str] | None  # what the very next word must be one of; None: anything


def read(name: str, standard: str) -> list[Entry]:
    """The list of a rule. Raises ValueError for a line that cannot be read."""
    text = (files("klarsprak.rules") / f"{name}.{standard}.txt").read_text("utf-8")
    return [entry(line, standard) for line in text.splitlines() if line.strip() and line[0] != "#"]


def entry(line: str, standard: str) -> Entry:
    """The entry of one line. Raises ValueError when it cannot be read."""
    parts = _LINE.fullmatch(line.partition("#")[0].strip())
    if parts is None:
        raise ValueError(f"not a list entry: {line!r}")
    marks = (parts["marks"] or "").split()
    instead = tuple(alternative.strip() for alternative in parts["instead"].split(";"))
    cls = " ".join(m for m in marks if m not in FLAGS and m not in TAGS)
    flags, tags = (frozenset(m for m in marks if m in known) for known in (FLAGS, TAGS))
    return Entry(parts["term"], cls, instead, flags, standard, tags)


def readable(line: str, standard: str) -> bool:
    """True when the line is an entry whose words can be inflected in nb or nn."""
    try:
        one = entry(line, standard)
        index([one])
        for _, word, cls in _OWN_CLASS.findall("; ".join(one.instead)):
            inflection.paradigm(word, cls, standard)
    except ValueError:
        return False
    return True


def index(entries: Iterable[Entry]) -> Mapping[str, tuple[Pattern, ...]]:
    """First word form -> patterns, the longest first."""
    found: dict[str, list[Pattern]] = {}
    for one in entries:
        same: dict[tuple[str, tuple[frozenset[str], ...]], Pattern] = {}
        for first, pattern in _patterns(one):
            key = (first, pattern.rest)
            if key in same:
                tags = dict.fromkeys(same[key].tags + pattern.tags)
                same[key] = pattern._replace(tags=tuple(tags))
            else:
                same[key] = pattern
        for (first, _), pattern in same.items():
            found.setdefault(first, []).append(pattern)
    for patterns in found.values():
        if len(patterns) > 1:
            patterns.sort(key=lambda pattern: -len(pattern.rest))
    return {first: tuple(patterns) for first, patterns in found.items()}


def telling_words(index: Mapping[str, Sequence[Pattern]]) -> frozenset[str]:
    """Words of which a text must hold one, to hold any of the terms: the longest of each pattern."""
    found: set[str] = set()
    for first, patterns in index.items():
        for pattern in patterns:
            best: Iterable[str] = (first,)
            length = len(first)
            for words in pattern.rest:
                if words and (shortest := min(map(len, words))) > length:
                    best, length = words, shortest
            found.update(best)
    return frozenset(found)


def _patterns(one: Entry) -> Iterator[tuple[str, Pattern]]:
    term, _, optional = one.term.lower().rstrip(")").partition(" (")
    head, *rest = term.replace("- ", " ").split()
    if one.kind == "v":
        sets = tuple(
            _following(word, before, one.standard) for before, word in zip([head, *rest], rest, strict=False)
        )
        for verb in head.split("/"):
            for tag, form in _forms(verb, one.cls, one.standard):
                yield form, Pattern(sets, optional, (tag,), one, None)
    elif one.kind == "":
        yield head, _fixed(rest, optional, (), one)
    else:
        for tag, forms in _noun_phrase([head, *rest], one):
            yield forms[0], _fixed(forms[1:], optional, (tag,), one)


def _fixed(rest: Sequence[str], optional: str, tags: tuple[str, ...], one: Entry) -> Pattern:
    """A pattern whose words stand side by side, but where there is a slot."""
    sets = tuple(SLOT_SET if word == SLOT else frozenset((word,)) for word in rest)
    return Pattern(sets, optional, tags, one, sets[0] if sets and sets[0] != SLOT_SET else None)


def _following(word: str, before: str, standard: str) -> frozenset[str]:
    if word == SLOT:
        return SLOT_SET
    if word == "seg":
        return SEG
    known = inflection.forms_of(word, "n", standard) if before == SLOT else None
    return frozenset((word,)) if known is None else frozenset(f for forms in known.values() for f in forms)


def _forms(word: str, cls: str, standard: str) -> Iterator[tuple[str, str]]:
    known = (
        inflection.forms_of(word, "v", standard) if cls == "v" else inflection.paradigm(word, cls, standard)
    )
    if known is None:
        raise ValueError(f"{word}: not a verb of the lexicon")
    return ((tag, form) for tag, forms in known.items() for form in forms)


def _noun_phrase(words: list[str], one: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Tag and words of a noun or an adjective, alone or behind an adjective that agrees with it."""
    *classes, last = one.cls.split("+")
    for tag, form in _forms(words[-1], last, one.standard):
        before = [
            _agreeing(word, cls, tag, last[0] == "n", one.standard)
            for word, cls in zip(words[:-1], classes or ["a-"] * len(words[:-1]), strict=True)
        ]
        for combination in product(*before):
            yield tag, (*combination, form)
            if one.kind == "n" and form[-1] not in "sxz":
                yield tag + "'s", (*combination, form + "s")


def _agreeing(word: str, cls: str, tag: str, neuter: bool, standard: str) -> tuple[str, ...]:
    forms = inflection.paradigm(word, cls, standard)
    if tag != inflection.SG:
        return forms[inflection.PLURAL]
    return (*forms[inflection.NEUTER if neuter else inflection.BASE], *forms[inflection.PLURAL])
