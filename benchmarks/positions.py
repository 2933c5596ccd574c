"""Is every word where the readers say it is? `python benchmarks/positions.py DIR…`

For each word, pair of words and whole block of every file the readers know: the source at its place,
freed of markup and folded, must equal the text of the block. Besides, a word that stands
only once in the file must be found just there. Prints the counts; exits 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from klarsprak.decoding import UndecodableError, decode
from klarsprak.readers import format_of, read
from klarsprak.source import Source
from klarsprak.text import Block, Kind

PLACEHOLDER = "\ufffc"
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_UNREAD = re.compile(
    r"<(script|style|template|svg|noscript|select|textarea|object|pre)\b[^>]*>.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_CODE = re.compile(r"<(code|kbd|samp|tt|var|math)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>|<[!?/][^>]*>""")
_TEMPLATE = re.compile(r"\{[{%#].*?[}%#]\}|<[?%].*?[?%]>", re.DOTALL)
_UNSEEN = re.compile("[\x01-\x08\x0e-\x1b\x7f\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]")
_QUOTE = re.compile(r"(?<=\n)[ \t]*(?:>[ \t]?)+")
_BACKTICKS = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_ADDRESS = re.compile(r"(?:<|\A)(?=(?:https?|mailto|ftp):|[\w.+-]+@)([^\s<>]*)>?")
_MARKDOWN = re.compile(
    r"\]\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\]\[[^\]]*\]|\\(?=[!-/:-@\[-`{-~])|\{[#.:][^}]*\}|\[\^\w+\]|[*_~\[\]]"
)
_MARK = re.compile(r"!?\[.*[)\]]|#{1,6}[ \t]*#*", re.DOTALL)
_ATTRIBUTE_KINDS = frozenset({Kind.ALT, Kind.TITLE, Kind.DESCRIPTION})


def fold(text: str) -> str:
    """As a block's text is folded: single spaces, no soft hyphens, zero width or control characters, NFC."""
    return unicodedata.normalize("NFC", " ".join(_UNSEEN.sub("", text.replace("\0", "\ufffd")).split()))


def shown(raw: str, kind: Kind = Kind.PARAGRAPH) -> str:
    """What a reader of the page sees of this stretch of HTML."""
    if kind not in _ATTRIBUTE_KINDS:
        raw = _CODE.sub(PLACEHOLDER, _UNREAD.sub("", _COMMENT.sub("", raw)))
        raw = _TAG.sub("", raw)
    return fold(html.unescape(raw))


def agrees(source: Source, block: Block, start: int, end: int, format: str) -> bool:
    """Whether the source, at the place of block.text[start:end], says the same."""
    text, raw = block.text[start:end], source.content[slice(*block.to_source(start, end))]
    if block.text == PLACEHOLDER:  # what has no words: an image, an empty link or heading, a form, the page
        return bool(_TAG.fullmatch(raw) or (format == "markdown" and _MARK.fullmatch(raw)))
    if raw == text or fold(raw) == text or shown(raw, block.kind) == text:
        return True
    if format != "markdown":
        return False
    raw = _BACKTICKS.sub(PLACEHOLDER, _QUOTE.sub("", raw))
    raw = shown(_MARKDOWN.sub("", _ADDRESS.sub(r"\1", raw)))
    return raw in (text, fold(_MARKDOWN.sub("", text)))


def ranges(text: str) -> Iterator[tuple[str, int, int]]:
    """The words, the pairs of words and the whole."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    yield from (("words", *word) for word in words)
    yield from (("pairs", first[0], second[1]) for first, second in pairwise(words))
    yield "blocks", 0, len(text)


def measure(path: Path, counts: Counter[str], wrong: list[str]) -> None:
    """Adds the counts of one file, and what is wrong in it."""
    format = format_of(path.name)
    if format is None:
        return
    try:
        source = decode(str(path), path.read_bytes())
    except UndecodableError as error:
        wrong.append(str(error))
        return
    counts["files"] += 1
    for block in read(source, format):
        for what, start, end in ranges(block.text):
            text, span = block.text[start:end], block.to_source(start, end)
            copied = source.content[slice(*span)] == text
            right = copied or agrees(source, block, start, end, format)
            if PLACEHOLDER in text and not right:  # nobody but the reader knows where its code ends
                counts[f"{what} with code or a template, not checked"] += 1
                continue
            counts[f"{what} checked"] += 1
            counts[f"{what} copied as they stand"] += copied
            if copied and what == "words" and source.content.count(text) == 1:
                counts["words that stand only once, found there"] += 1
                right = span.start == source.content.find(text)
            if not right:
                counts[f"{what} wrong"] += 1
                wrong.append(f"{path.name}: {text!r} <- {source.content[slice(*span)]!r}")


def main() -> int:
    """Runs over the folders and files on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="+", type=Path)
    counts, wrong = Counter[str](), list[str]()
    for path in parser.parse_args().path:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                measure(file, counts, wrong)
    for what in sorted(counts):
        print(f"{counts[what]:>9,}  {what}")
    print(f"{len(wrong):>9,}  wrong in all")
    for line in wrong[:20]:
        print("   ", line[:200])
    return 1 if wrong or not counts["words checked"] else 0


if __name__ == "__main__":
    sys.exit(main())
