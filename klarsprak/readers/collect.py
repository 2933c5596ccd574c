"""Text with its map back to the source, collected piece by piece and folded on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from klarsprak.readers.compose import clusters, slices
from klarsprak.text import CODE, Link, Run

# Stand-ins that `mask` puts in place of template syntax, length for length.
OPAQUE = "\ufdd0"  # a run of these reads as one word nobody can judge
VOID = "\ufdd1"  # a run of these reads as nothing

# Control characters, soft hyphen, zero width space and non-joiner, direction marks, word joiner, byte
# order mark. The zero width joiner stays: it holds emoji together.
_UNSEEN = "\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff" + VOID
_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # what \s has beside " "
_ANY_ODD = re.compile(rf"[{_SPACES}{_UNSEEN}{OPAQUE}]")  # one set of characters: found fast, and mostly not
_ODD = re.compile(rf"[^\S ]\s*| \s+|[{_UNSEEN}]+|{OPAQUE}+")
_UNSEEN_ONLY = re.compile(rf"[{_UNSEEN}]+")
_READABLE = re.compile(r"[^\W_]")


class Collected(NamedTuple):
    """The makings of a block; an empty text when there is nothing to read or part of it has no place."""

    text: str
    runs: tuple[Run, ...]
    links: tuple[Link, ...]

    @property
    def is_mark(self) -> bool:
        """True for what has a place but no words."""
        return self.text == CODE

    def links_only(self) -> list[Collected]:
        """When links are all there is to read (arrows and bullets beside them do not count): each of them.

        One link keeps what stands beside it; a row of several is a menu, and no sentence.
        """
        starts = [0, *(link.end for link in self.links)]
        stops = [*(link.start for link in self.links), len(self.text)]
        between = zip(starts, stops, strict=True)
        if not self.links or any(_READABLE.search(self.text, *gap) for gap in between):
            return []
        if len(self.links) == 1:
            return [self]
        return [self._part(link) for link in self.links if _READABLE.search(self.text, link.start, link.end)]

    def _part(self, link: Link) -> Collected:
        runs, _ = slices(self.runs, 0, link.start, link.end)
        return Collected(
            self.text[link.start : link.end],
            tuple(run._replace(at=run.at - link.start) for run in runs),
            (Link(0, link.end - link.start, link.target, link.label),),
        )


_NOTHING = Collected("", (), ())


class Collector:
    """Collects one text at a time: copied stretches, atoms, placeholders, links; `take` hands it over.

    White space is folded to single spaces (no-break spaces too), soft hyphens and zero width characters
    are dropped, letters with loose accents are composed (NFC). `at` is the length so far.
    """

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.at = 0
        self.broken = False  # part of the text has no proven place: then none of it can be used
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._links: list[Link] = []
        self._space = True  # at the start, and after a space, no further space is wanted

    def copy(self, text: str, start: int) -> None:
        """`text` stands in the source, character by character, from `start`."""
        if "  " not in text and not _ANY_ODD.search(text):
            self._keep(text, start)
            return
        done = 0
        for odd in _ODD.finditer(text):
            here, stop = odd.span()
            if here > done:
                self._keep(text[done:here], start + done)
            done = stop
            if (char := text[here]).isspace():
                self._blank(start + here, start + stop)
            elif char == OPAQUE:
                self.placeholder(start + here, start + stop)
        if done < len(text):
            self._keep(text[done:] if done else text, start + done)

    def atom(self, text: str, start: int, end: int) -> None:
        """`content[start:end]` as a whole stands for `text`: an entity, a line end."""
        if text.isspace():
            self._blank(start, end)
        elif text and not _UNSEEN_ONLY.fullmatch(text):
            self._add(text, start, end)

    def pieces(self, found: Iterable[tuple[str, int, int]]) -> None:
        """Texts with where they stand: copied when equally long, else atoms."""
        for text, start, end in found:
            if len(text) == end - start:
                self.copy(text, start)
            else:
                self.atom(text, start, end)

    def placeholder(self, start: int, end: int) -> None:
        """`content[start:end]` is code or the like: one opaque word."""
        self._add(CODE, start, end)

    @property
    def wants_space(self) -> bool:
        """Whether white space would be kept now."""
        return not self._space

    @property
    def is_empty(self) -> bool:
        return not (self._parts or self._links or self.broken)

    def link(self, start: int, target: str, label: str = "") -> None:
        """What was collected since `start` (an earlier `at`) is a link."""
        self._links.append(Link(start, self.at, target, label))

    def take(self) -> Collected:
        """What was collected, trimmed. The collector is empty afterwards."""
        text, runs, links, broken = "".join(self._parts), self._runs, self._links, self.broken
        self._clear()
        if broken or not _READABLE.search(text):
            return _NOTHING
        if text[-1] == " ":
            text = text[:-1]
            last = runs.pop()
            if last.length > 1:
                runs.append(Run(last.at, last.length - 1, last.start, last.end - 1))
        if not unicodedata.is_normalized("NFC", text):
            text, runs, links = _composed(text, runs, links)
        return Collected(text, tuple(runs), tuple(_trimmed(link, text) for link in links))

    def _keep(self, text: str, start: int) -> None:
        # Without odd white space, but a single space may stand first or last.
        if self._space and text.startswith(" "):
            text, start = text[1:], start + 1
        if text:
            self._add(text, start, start + len(text))
            self._space = text[-1] == " "

    def _blank(self, start: int, end: int) -> None:
        if not self._space:
            self._add(" ", start, end)
            self._space = True

    def _add(self, text: str, start: int, end: int) -> None:
        length = len(text)
        if self._runs and length == end - start:
            last = self._runs[-1]
            if last.end == start and last.length == last.end - last.start:
                self._runs[-1] = Run(last.at, last.length + length, last.start, end)
                length = 0
        if length:
            self._runs.append(Run(self.at, length, start, end))
        self._parts.append(text)
        self.at += len(text)
        self._space = False


def _composed(text: str, runs: list[Run], links: list[Link]) -> tuple[str, list[Run], list[Link]]:
    """`text` in NFC. A letter made of several characters becomes an atom, even across markup."""
    whole = Collector()
    moved = [0] * (len(text) + 1)  # where each offset went
    which = 0
    for here, stop in clusters(text):
        letter = unicodedata.normalize("NFC", text[here:stop])
        parts, which = slices(runs, which, here, stop)
        if letter == text[here:stop]:
            for run in parts:
                whole._add(text[run.at : run.at + run.length], run.start, run.end)
        else:
            whole._add(letter, parts[0].start, parts[-1].end)
        moved[here + 1 : stop + 1] = [whole.at] * (stop - here)
    there = [Link(moved[link.start], moved[min(link.end, len(text))], *link[2:]) for link in links]
    return "".join(whole._parts), whole._runs, there


def _trimmed(link: Link, text: str) -> Link:
    start, end = link.start, min(link.end, len(text))
    words = text[start:end]
    if words[:1] == " " or words[-1:] == " ":
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
    return Link(start, max(start, end), link.target, link.label)
