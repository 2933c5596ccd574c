"""What a page is for: service, news, decision, plan, portal. Rules about whole pages ask for it.

Signs are counted: words of the title and the headings, how the text begins and ends, its address, how much
of it is links. A kind must have signs enough, and more than any other kind; else nobody can tell, and rules
that need to know are silent. The signs stand in `pagekind.tsv`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from klarsprak.text import Block, Kind, PageKind, Text

_TITLE, _START, _END = 150, 350, 450  # characters that count as title, beginning and end
_LONG = 60_000  # characters that are looked at
_FEW = 25  # words: less is a fragment or a notice
_NEEDED = {
    PageKind.SERVICE: 4,
    PageKind.NEWS: 3,
    PageKind.DECISION: 4,
    PageKind.PLAN: 4,
    PageKind.PORTAL: 4,
}
_LEAD = {PageKind.SERVICE: 2}  # how much more than the next kind; else one
_LINKED = 4  # for a portal, when most blocks are nothing but a link


class _Sign(NamedTuple):
    """Found `least` times in a `part` of the page, it speaks with `weight` for a kind."""

    kind: PageKind
    part: str
    weight: int
    least: int
    pattern: re.Pattern[str]
    holds: tuple[str, ...]  # one of these is in whatever the pattern matches; empty: nobody knows


@cache
def _signs() -> tuple[_Sign, ...]:
    found = []
    for line in (files("klarsprak") / "pagekind.tsv").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            kind, part, weight, least, pattern, *holds = line.split("\t")
            compiled = re.compile(re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern), re.MULTILINE)
            parts = tuple(holds[0].split("|")) if holds else ()
            found.append(_Sign(PageKind(kind), part, int(weight), int(least), compiled, parts))
    return tuple(found)


def of(text: Text) -> PageKind:
    """The kind of page that `text` is; OTHER when nothing speaks clearly for one of them."""
    if text.profile != "web":
        return PageKind.DECISION if text.profile == "brev" else PageKind.OTHER
    if sum(len(sentence.words) for sentence in text.sentences) < _FEW:
        return PageKind.OTHER
    (kind, most), (_, second) = sorted(signs(text).items(), key=lambda pair: -pair[1])[:2]
    return kind if most >= _NEEDED[kind] and most - second >= _LEAD.get(kind, 1) else PageKind.OTHER


def signs(text: Text) -> dict[PageKind, int]:
    """How much speaks for each kind of page."""
    scores, blocks = dict.fromkeys(_NEEDED, 0), text.prose
    if not blocks:
        return scores
    parts = _parts(text.source.name, blocks)
    for sign in _signs():
        text_part = parts[sign.part]
        if sign.holds and not any(literal in text_part for literal in sign.holds):
            continue
        found = sign.pattern.finditer(text_part)
        if sum(1 for _ in zip(range(sign.least), found, strict=False)) == sign.least:
            scores[sign.kind] += sign.weight
    linked = sum(any(link.end - link.start > len(b.text) * 0.8 for link in b.links) for b in blocks)
    if linked >= 8 and linked * 2 > len(blocks):
        scores[PageKind.PORTAL] += _LINKED
    return scores


def _parts(name: str, blocks: tuple[Block, ...]) -> dict[str, str]:
    """What the signs are looked for in, lower-cased."""
    first = next((b for b in blocks if b.kind is Kind.HEADING and b.level == 1), blocks[0])
    body = "\n".join(b.text for b in blocks)[:_LONG].lower()
    title, sentence = first.text[:_TITLE].lower(), first.text[-1] == "." or len(first.text) > _TITLE
    return {
        "name": name.lower(),
        "title": title,
        "label": "" if sentence else title,
        "headings": "\n".join(b.text.lower() for b in blocks if _is_heading(b)),
        "start": body[:_START],
        "end": body[-_END:],
        "body": body,
    }


def _is_heading(block: Block) -> bool:
    """A heading, or a short line without a full stop: what is left of one in a plain text."""
    return block.kind is Kind.HEADING or (
        block.kind is Kind.PARAGRAPH
        and len(block.text) < 70
        and block.text.count(" ") < 8
        and block.text[-1] not in ".:;,"
    )
