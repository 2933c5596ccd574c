"""Which Norwegian a text is in, or which other language, by the words it uses. No model, no network.

`standard.tsv` (made by training/standard.py) says of words and endings how they lean. Markup lies: pages in
nynorsk say `lang="no"`, Norwegian pages say `lang="en"`. So the words decide, and `lang` only where they
say nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from klarsprak.text import Block, Standard

_ENOUGH = 4000  # characters of a block that are looked at
_WORD = re.compile(r"[^\W\d_]+")
# The letters of other alphabets, by their first and last code point, and the language they most often mean here.
_SCRIPTS = (
    ("uk", "\u0400", "\u052f"),
    ("ar", "\u0600", "\u077f"),
    ("ti", "\u1200", "\u139f"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("hi", "\u0900", "\u097f"),
    ("ta", "\u0b80", "\u0bff"),
    ("th", "\u0e00", "\u0e7f"),
    ("zh", "\u3040", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
)
# Letters that Norwegian words do not have: evidence for those who do.
_LETTERS = {
    "ä": ("sv", "de", "fi", "et"),
    "ö": ("sv", "de", "fi", "et", "tr", "hu", "is"),
    "ü": ("de", "tr", "hu", "et"),
    "ß": ("de",),
    **dict.fromkeys("đŋŧ", ("se",)),
    **dict.fromkeys("čšž", ("se", "lt", "lv", "cs", "sk", "hr")),
    "á": ("se", "is", "es", "hu", "cs", "vi"),
    **dict.fromkeys("łąęćńśźż", ("pl",)),
    **dict.fromkeys("ąęėįųū", ("lt",)),
    **dict.fromkeys("āēīļņķ", ("lv",)),
    **dict.fromkeys("ñ¿", ("es",)),
    **dict.fromkeys("çëè", ("fr", "sq", "pt")),
    **dict.fromkeys("ãõ", ("pt",)),
    **dict.fromkeys("șțăî", ("ro",)),
    **dict.fromkeys("ığş", ("tr",)),
    **dict.fromkeys("þð", ("is",)),
    **dict.fromkeys("ươđạảấầẩậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", ("vi",)),
}


class Guess(NamedTuple):
    """`code` is nb, nn, another language («und»: some other, nobody can tell which), or None: cannot be told."""

    code: str | None
    confidence: float  # 0-1


class _Evidence(NamedTuple):
    nn: float  # log odds for nn against nb
    no: float  # log odds for Norwegian against a rare word
    others: tuple[tuple[str, float], ...]


class _Tally(NamedTuple):
    """The evidence of a text, summed."""

    words: int
    nn: float
    no: float
    others: Counter[str]


def endings(word: str) -> tuple[str, ...]:
    """The features of a word besides itself: its last two, three and four letters, marked with a hyphen."""
    return tuple(f"-{word[-n:]}" for n in (2, 3, 4) if len(word) > n + 1)


def guess(text: str) -> Guess:
    """The language of `text`, by its words alone."""
    return _decide(_tally(text))


def assign(
    blocks: Sequence[Block], default: Standard | None = None
) -> tuple[Standard | None, list[Standard | None]]:
    """The standard of a page and of each of its blocks; None where it is not Norwegian.

    A block that says too little takes after the page. With a `default` nobody asks which of the two it is.
    """
    tallies = [_tally(block.text) for block in blocks]
    guesses = [_decide(tally) for tally in tallies]
    foreign = [g.code not in ("nb", "nn", None) for g in guesses]
    page = default or _page(blocks, tallies, guesses, foreign)
    standards: list[Standard | None] = []
    for block, tally, own, other in zip(blocks, tallies, guesses, foreign, strict=True):
        if other or page is None or (own.code is None and _declared(block) == "other" and tally.no <= 0):
            standards.append(None)
        elif default is None and own.code in ("nb", "nn") and own.confidence > 0.95 and tally.words > 5:
            standards.append("nn" if own.code == "nn" else "nb")
        else:
            standards.append(page)
    return page, standards


def _page(
    blocks: Sequence[Block], tallies: Sequence[_Tally], guesses: Sequence[Guess], foreign: Sequence[bool]
) -> Standard | None:
    ours = [t for t, other in zip(tallies, foreign, strict=True) if not other]
    nn = sum(t.nn for t in ours)
    if not any(g.code in ("nb", "nn") for g in guesses):  # only scraps, or nothing Norwegian
        whole = guess(" ".join(b.text for b in blocks))
        if any(foreign) or whole.code not in ("nb", "nn", None):
            return None
    if abs(nn) < 1:
        declared = {_declared(b) for b in blocks}
        if "nn" in declared and "nb" not in declared:
            return "nn"
    return "nn" if nn > 0 else "nb"


def _declared(block: Block) -> str | None:
    """What the markup says: nb, nn, other or nothing («no» does not say which)."""
    code = (block.lang or "").lower().replace("_", "-").split("-")[0]
    return code if code in ("nb", "nn") else None if code in ("", "no") else "other"


def _tally(text: str) -> _Tally:
    counts = Counter(_WORD.findall(text[:_ENOUGH].lower()))
    nn = no = 0.0
    others: Counter[str] = Counter()
    for word, n in counts.items():
        evidence = _evidence(word)
        nn += n * evidence.nn
        no += n * evidence.no
        for code, weight in evidence.others:
            others[code] += n * weight  # type: ignore[assignment]
    return _Tally(sum(counts.values()), nn, no, others)


def _decide(tally: _Tally) -> Guess:
    code, most = max(tally.others.items(), key=lambda item: item[1], default=("und", 0.0))
    margin = tally.no - most
    if margin < -3:
        return Guess(code, 1 - math.exp(margin / 2))
    if tally.words >= 8 and tally.no / tally.words < 0.4:
        return Guess("und", 0.5)
    if margin < 1:
        return Guess(None, 0.0)
    sure = 1 / (1 + math.exp(-abs(tally.nn)))
    return Guess("nn" if tally.nn > 0 else "nb", sure) if sure > 0.6 else Guess(None, 0.0)


@lru_cache(maxsize=50_000)
def _evidence(word: str) -> _Evidence:
    rows = _table()
    own = rows.get(word)
    nn = (own.nn if own else 0.0) + sum(rows[e].nn for e in endings(word) if e in rows)
    others = dict(own.others) if own else {}
    if not own or not own.no:
        for code in _foreign_letters(word):
            others[code] = others.get(code, 0.0) + 2
    return _Evidence(nn, own.no if own else 0.0, tuple(others.items()))


def _foreign_letters(word: str) -> Iterator[str]:
    if word[0] > "\u036f":
        for code, first, last in _SCRIPTS:
            if first <= word[0] <= last:
                yield code
    for letter in set(word):
        yield from _LETTERS.get(letter, ())


@cache
def _table() -> dict[str, _Evidence]:
    rows = {}
    for line in (files("klarsprak") / "standard.tsv").read_text(encoding="utf-8").splitlines():
        feature, _, pairs = line.partition("\t")
        weights = {pair[:2]: int(pair[2:]) / 10 for pair in pairs.split()}
        nn, no = weights.pop("nn", 0.0), weights.pop("no", 0.0)
        rows[feature] = _Evidence(nn, no, tuple(weights.items()))
    return rows
