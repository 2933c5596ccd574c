"""Sentence length and LIX, counted so that layout does not distort them. Told in docs/lix.md."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from klarsprak.text import Kind, Sentence

LONG = 6  # letters; longer words count in LIX (C. H. Björnsson, Läsbarhet, 1968)
WORDS, SENTENCES = 100, 5  # with fewer, LIX says nothing


class Shape(NamedTuple):
    """A sentence of the running text. Words without a letter (numbers, times, dates) do not count."""

    sentence: Sentence
    words: int
    long: int


class Lix(NamedTuple):
    """LIX and its two halves."""

    words_per_sentence: float
    long_words: float  # per cent

    @property
    def value(self) -> float:
        return self.words_per_sentence + self.long_words


@lru_cache(maxsize=4)  # several rules and the metrics ask for that of the same text
def running(sentences: tuple[Sentence, ...]) -> tuple[Shape, ...]:
    """The sentences of paragraphs, and list items and cells that are whole sentences. Headings, labels and
    scraps of lists are left out: they end without a full stop and would make the mean meaningless."""
    shapes = []
    for sentence in sentences:
        if is_sentence(sentence):
            letters = [_letters(word.lower) for word in sentence.words]
            if count := sum(map(bool, letters)):
                shapes.append(Shape(sentence, count, sum(n > LONG for n in letters)))
    return tuple(shapes)


def is_sentence(sentence: Sentence) -> bool:
    """True for running text."""
    kind = sentence.block.kind
    return kind is Kind.PARAGRAPH or (kind in {Kind.ITEM, Kind.CELL} and sentence.text[-1:] in ".!?:")


def lix(shapes: Iterable[Shape]) -> Lix | None:
    """Words per sentence + per cent of words longer than six letters; None for too little text.

    Source: C. H. Björnsson, Läsbarhet, Stockholm 1968.
    """
    shapes = list(shapes)
    words = sum(shape.words for shape in shapes)
    if words < WORDS or len(shapes) < SENTENCES:
        return None
    return Lix(words / len(shapes), 100 * sum(shape.long for shape in shapes) / words)


@lru_cache(1 << 16)
def _letters(word: str) -> int:
    return len(word) if word.isalpha() else sum(c.isalpha() for c in word)
