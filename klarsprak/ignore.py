"""«klarsprak: av» comments: what the writer has looked at and wants to keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from klarsprak.finding import Finding
from klarsprak.names import UnknownNameError, rule_names
from klarsprak.source import Source, Span

_COMMENT = re.compile(
    r"<!--\s*klarsprak\s*:(.*?)--!?>|\{/\*\s*klarsprak\s*:(.*?)\*/\}", re.DOTALL | re.IGNORECASE
)
# Where a comment is no comment: shown as an example, or part of a script.
_ELSEWHERE = {
    "markdown": re.compile(
        r"^[ >]*(?P<mark>`{3,}|~{3,}).*?(?:\n[ >]*(?P=mark)|\Z)", re.DOTALL | re.MULTILINE
    ),
    "html": re.compile(
        r"<(?P<tag>script|style|textarea|title)\b.*?(?:</(?P=tag)|\Z)", re.DOTALL | re.IGNORECASE
    ),
}
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_VERBS = ("av", "på", "neste")


class Order(NamedTuple):
    """What one comment says."""

    span: Span  # of the comment
    verb: str
    names: tuple[str, ...]  # rules or priorities as written; empty: all rules

    @property
    def rules(self) -> frozenset[str] | None:
        """The rules meant; None: all. Unknown names mean nothing here; `apply` tells of them."""
        if not self.names:
            return None
        return frozenset().union(*(_rules(name) for name in self.names))


def _rules(name: str) -> frozenset[str]:
    try:
        return rule_names([name])
    except UnknownNameError:
        return frozenset()


def orders(source: Source, format: str | None) -> Iterator[Order]:
    """The comments to klarsprak in `source`, in order. `format`: html, markdown, plain (no comments).

    None: unknown, read as HTML.
    """
    content, format = source.content, format or "html"
    comments = list(_COMMENT.finditer(content)) if format in _ELSEWHERE else []
    if not comments:
        return
    elsewhere = [m.span() for m in _ELSEWHERE[format].finditer(content)]
    for comment in comments:
        start = comment.start()
        nearest = elsewhere[max(bisect_right(elsewhere, (start, start)) - 1, 0)] if elsewhere else (0, 0)
        if nearest[0] < start < nearest[1] or (format == "markdown" and _in_code(source, start)):
            continue
        text = normalize("NFC", comment[1] or comment[2] or "").lower().partition("(")[0]
        verb, *names = re.split(r"[\s,]+", text.strip(" \t\r\n,"))
        if verb == "neste" and names[:1] == ["linje"]:
            names = names[1:]
        yield Order(Span(*comment.span()), "på" if verb == "paa" else verb, tuple(names))


def _in_code(source: Source, offset: int) -> bool:
    line, column = source.position(offset)
    return any(m.start() < column - 1 < m.end() for m in _CODE.finditer(source.line(line)))


def apply(source: Source, findings: Sequence[Finding], format: str | None) -> tuple[list[Finding], list[str]]:
    """The findings that no comment has turned off, and what is wrong with the comments.

    What counts is where a finding starts. A comment that turns off what is not there is not wrong.
    """
    given = list(orders(source, format))
    return _kept(source, findings, given), list(_problems(source, given))


def _kept(source: Source, findings: Sequence[Finding], given: Sequence[Order]) -> list[Finding]:
    lines = [(_next_line(source, o.span.end), o.rules) for o in given if o.verb == "neste"]
    switches = [(o.span.end, o.verb == "av", o.rules) for o in given if o.verb in {"av", "på"}]
    by_rule: dict[str, tuple[list[int], list[bool]]] = {}
    kept = []
    for finding in findings:
        if finding.rule not in by_rule:
            own = [(at, off) for at, off, rules in switches if rules is None or finding.rule in rules]
            by_rule[finding.rule] = ([at for at, _ in own], [off for _, off in own])
        places, off = by_rule[finding.rule]
        last = bisect_right(places, finding.span.start) - 1
        if last >= 0 and off[last]:
            continue
        if not any(
            span.start <= finding.span.start < span.end and (rules is None or finding.rule in rules)
            for span, rules in lines
        ):
            kept.append(finding)
    return kept


def _next_line(source: Source, offset: int) -> Span:
    """The first line with something on it after the one where `offset` stands."""
    match = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)\s*([^\r\n]*)").match(source.content, offset)
    return Span(*match.span(1)) if match else Span(offset, offset)


def _problems(source: Source, given: Iterable[Order]) -> Iterator[str]:
    for order in given:
        line = source.position(order.span.start).line
        if order.verb not in _VERBS:
            yield f"line {line}: {UnknownNameError('word after «klarsprak:»', order.verb, _VERBS)}"
            continue
        for name in order.names:
            try:
                rule_names([name])
            except UnknownNameError as error:
                yield f"line {line}: {error}"
