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

from klarsprak.text import CODE, Block, Standard
from klarsprak.words import ADDRESS, MAYBE_ADDRESS

_ENOUGH = 4000  # characters of a block that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(ADDRESS)
_NORWEGIAN = re.compile(r"[a-zæøå]+")
_NAME = re.compile(r"(?<=[^\W\d_»,] )[A-ZÆØÅ][^\W\d_]*")  # a capital inside a sentence
# The letters of other alphabets, first and last, and the language they most often mean here.
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


_NEIGHBOURS = ("da", "sv")  # the rest is also told by letters that no Norwegian word has together
_CLIP = 2.5  # what the letters of one word may say at most, in log odds
_KNOWN, _UNKNOWN = -1.6, 1.2  # log odds against Norwegian of a word that is common there, and of another
_FOREIGN = -1.5  # log odds below which a text is not Norwegian; lower for scraps, which say little
_UNMARKED = 4.0  # what it counts against Danish and Swedish when no word is theirs only
_SHORT = 8  # words
_PAGE = 4.0  # log odds for a block to be in the standard of its page
_IN_PAGE = -2.5  # and this much lower for a block of a page that is Norwegian
_HINT = 3.0  # what it counts when the markup of one block, unlike its neighbours', names another language


class Guess(NamedTuple):
    """`code` is nb, nn, another language («und»: nobody can tell which), or None: cannot be told."""

    code: str | None
    confidence: float  # 0-1


class _Evidence(NamedTuple):
    nn: float  # log odds for nn against nb
    no: float  # log odds for Norwegian against a rare word
    others: tuple[tuple[str, float], ...]  # the same for other languages; xx: any other


class _Tally(NamedTuple):
    """The evidence of a text, summed."""

    words: int
    nn: float
    no: float
    strange: float  # against Norwegian, by how many of the words are known
    others: dict[str, float]
    marked: set[str]  # the languages that have a word here which Norwegian does not have


def features(word: str) -> tuple[str, ...]:
    """What `standard.tsv` may know of a word: itself, its letters by threes and fours, its end.

    All but the word itself begin with a hyphen; `_` is the edge of the word.
    """
    edged = f"_{word}_"
    grams = ["-" + edged[i : i + n] for n in (3, 4) for i in range(len(edged) - n + 1)]
    grams += ["-" + edged[-n:] for n in (5, 6) if len(edged) > n]
    return word, *grams


def own_words(text: str) -> list[str]:
    """The words of `text`, lower case, but for names: they tell of the place, not of the language."""
    return _WORD.findall((text if text.isupper() else _NAME.sub(" ", text)).lower())


def guess(text: str) -> Guess:
    """The language of `text`, by its words alone."""
    return _decide(_tally(text))


def assign(
    blocks: Sequence[Block], default: Standard | None = None
) -> tuple[Standard | None, list[Standard | None]]:
    """The standard of a page and of each of its blocks; None where it is not Norwegian.

    A block that says too little takes after the page. With a `default` nobody asks which of the two it is.
    Marks, which have no words, have no standard either, and their `lang` says nothing of the words.
    """
    if any(block.text == CODE for block in blocks):
        page, found = assign([block for block in blocks if block.text != CODE], default)
        known = iter(found)
        return page, [None if block.text == CODE else next(known) for block in blocks]
    tallies = [_tally(block.text) for block in blocks]
    usual = Counter(_declared(block) for block in blocks).most_common(1)[0][0] if blocks else None
    hinted = [_declared(block) == "other" != usual for block in blocks]
    margins = [_margin(t)[0] - _HINT * h for t, h in zip(tallies, hinted, strict=True)]
    page = default or _page(blocks, tallies, margins)
    if page is None:
        return None, [None] * len(blocks)
    return page, [
        _standard(page, tally, default is not None) if margin >= _limit(tally) + _IN_PAGE else None
        for tally, margin in zip(tallies, margins, strict=True)
    ]


def _page(blocks: Sequence[Block], tallies: Sequence[_Tally], margins: Sequence[float]) -> Standard | None:
    rows = list(zip(blocks, tallies, margins, strict=True))
    rows = [row for row in rows if row[0].main] or rows
    words = sum(tally.words for _, tally, _ in rows)
    ours = [tally for _, tally, margin in rows if margin >= _limit(tally)]
    if sum(tally.words for tally in ours) <= words / 10:
        return None  # nothing at all, or a foreign page with a Norwegian word or two
    nn = sum(tally.nn for tally in ours)
    declared = Counter(_declared(block) for block in blocks)
    return "nn" if nn + (declared["nn"] > declared["nb"]) > 0.5 else "nb"


def _standard(page: Standard, tally: _Tally, fixed: bool) -> Standard:
    """The standard of a Norwegian block: that of the page, unless the words say clearly otherwise."""
    against = -tally.nn if page == "nn" else tally.nn
    if fixed or against < (_PAGE if tally.words >= _SHORT else 2 * _PAGE):
        return page
    return "nb" if page == "nn" else "nn"


def _declared(block: Block) -> str | None:
    """What the markup says: nb, nn, other or nothing («no» does not say which)."""
    code = (block.lang or "").lower().replace("_", "-").split("-")[0]
    return code if code in ("nb", "nn") else None if code in ("", "no") else "other"


def _tally(text: str) -> _Tally:
    text = text[:_ENOUGH]
    if MAYBE_ADDRESS.search(text):
        text = _ADDRESS.sub(" ", text)
    counts = Counter(_WORD.findall(text.lower()))
    own = Counter(own_words(text))  # names count for the language, but not for the standard
    nn = no = strange = 0.0
    others: dict[str, float] = {}
    marked = set()
    for word, n in counts.items():
        evidence = _evidence(word)
        nn += own[word] * evidence.nn
        no += n * evidence.no
        strange += own[word] * (_KNOWN if evidence.no else _UNKNOWN)
        for code, weight in evidence.others:
            others[code] = others.get(code, 0.0) + n * weight
            if not evidence.no and weight > _CLIP:
                marked.add(code)
    return _Tally(sum(counts.values()), nn, no, strange, others, marked)


def _margin(tally: _Tally) -> tuple[float, str]:
    """Log odds for Norwegian, and the language that speaks most against it."""
    xx = tally.others.get("xx", 0.0)
    rivals = {c: w + xx for c, w in tally.others.items() if c not in ("xx", *_NEIGHBOURS)}
    for code in _NEIGHBOURS:  # by letters alone, stiff bokmål would often pass for Danish
        rivals[code] = tally.others.get(code, 0.0) - _UNMARKED * (code not in tally.marked)
    code, most = max(rivals.items(), key=lambda item: item[1], default=("und", 0.0))
    return min(tally.no - most, -tally.strange - xx / 2), code if most > 3 else "und"


def _limit(tally: _Tally) -> float:
    return _FOREIGN if tally.words >= _SHORT else 2 * _FOREIGN


def _decide(tally: _Tally) -> Guess:
    if not tally.words:
        return Guess(None, 0.0)
    margin, code = _margin(tally)
    if margin < _limit(tally):
        return Guess(code, 1 - math.exp(margin / 2))
    if not tally.nn:
        return Guess(None, 0.0)
    return Guess("nn" if tally.nn > 0 else "nb", 1 / (1 + math.exp(-abs(tally.nn))))


@lru_cache(maxsize=50_000)
def _evidence(word: str) -> _Evidence:
    rows = _table()
    known = [row for feature in features(word) if (row := rows.get(feature)) is not None]
    nn = sum([row.nn for row in known])
    own = rows.get(word)
    if own and (own.no or own.others):
        return _Evidence(nn, own.no, own.others)
    others: dict[str, float] = {}
    for row in known:
        for code, weight in row.others:
            others[code] = others.get(code, 0.0) + weight
    others = {code: max(min(weight, _CLIP), -_CLIP) for code, weight in others.items()}
    for code in _foreign_letters(word):
        others[code] = others.get(code, 0.0) + 1
    return _Evidence(nn, 0.0, tuple(others.items()))


def _foreign_letters(word: str) -> Iterator[str]:  # each counts one
    if _NORWEGIAN.fullmatch(word):
        return
    if word[0] > "\u036f":
        for code, first, last in _SCRIPTS:
            if first <= word[0] <= last:
                yield code
    for letter in set(word):
        yield from _LETTERS.get(letter, ())


@cache
def _table() -> dict[str, _Evidence]:
    rows: dict[str, _Evidence] = {}
    for line in (files("klarsprak") / "standard.tsv").read_text(encoding="utf-8").splitlines():
        pairs, _, alike = line.partition("\t")  # by weights: half the size, and quick to load
        weights = {pair[:2]: int(pair[2:]) / 10 for pair in pairs.split()}
        nn, no = weights.pop("nn", 0.0), weights.pop("no", 0.0)
        rows.update(dict.fromkeys(alike.split(), _Evidence(nn, no, tuple(weights.items()))))
    return rows
