"""Points for the four priorities, stars, and where the points went. The formula is told in docs/poeng.md."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log, prod
from pathlib import Path
from typing import Any

from klarsprak.finding import Finding
from klarsprak.rulebook import Priority, Rule
from klarsprak.source import Span
from klarsprak.text import CODE, Text

WEIGHTS = Path(__file__).with_name("poeng.toml")
REFERENCE = Path(__file__).with_name("poeng-referanse.toml")


@dataclass(frozen=True)
class Loss:
    """What one rule takes of the points of its priority."""

    rule: str
    priority: str
    share: float  # 0-1, of what the other rules of the priority leave
    findings: tuple[Finding, ...]
    parts: tuple[float, ...]  # of each finding in the share; they add up to 1


@cache
def weights() -> Mapping[str, Any]:
    """poeng.toml."""
    return tomllib.loads(WEIGHTS.read_text("utf-8"))


@cache
def reference() -> Mapping[str, Any]:
    """poeng-referanse.toml: what texts usually get, and the limits of the stars."""
    return tomllib.loads(REFERENCE.read_text("utf-8"))


def losses(text: Text, findings: Iterable[Finding], words: int, rules: Iterable[Rule]) -> list[Loss]:
    """What each of the `rules` takes of a text with so many `words`; those that found nothing are left out.

    An ordinary rule: most · d / (d + halfway), where d is the weight of its findings per 100 words. A rule
    that tells of a word once counts it wherever it stands. A rule about the whole text takes a fixed share
    by its most severe finding. Findings in navigation, header and footer do not count.
    """
    known = {rule.name: rule for rule in rules}
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    if not by_rule or not words:
        return []
    boilerplate, taken = _boilerplate(text), []
    for name, own in sorted(by_rule.items()):
        if known[name].whole:
            taken.append(_whole(name, own))
        elif own := [finding for finding in own if not _inside(finding.span, boilerplate)]:
            times = [_times(finding.text, text) if known[name].once else 1 for finding in own]
            taken.append(_dense(name, own, times, words))
    return taken


def _dense(name: str, findings: list[Finding], times: list[int], words: int) -> Loss:
    weigh, priority = weights()["weights"], findings[0].priority
    heavy = [weigh[f.severity] * count for f, count in zip(findings, times, strict=True)]
    density = 100 * sum(heavy) / words
    share = weights()["most"] * density / (density + weights()["halfway"][priority])
    return Loss(name, priority, share, tuple(findings), tuple(one / sum(heavy) for one in heavy))


def _whole(name: str, findings: list[Finding]) -> Loss:
    takes = [weights()["whole"][finding.severity] for finding in findings]
    parts = tuple(take / sum(takes) for take in takes)
    return Loss(name, findings[0].priority, max(takes), tuple(findings), parts)


def _times(found: str, text: Text) -> int:
    """How often the words stand in what is judged."""
    words = re.compile(rf"(?<!\w){re.escape(found)}(?!\w)", re.IGNORECASE)
    return max(1, sum(len(words.findall(block.text)) for block in text.prose))


def _boilerplate(text: Text) -> list[Span]:
    return sorted(b.to_source(0, len(b.text)) for b in text.blocks if not b.main and b.text)


def _inside(span: Span, spans: list[Span]) -> bool:
    at = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return at >= 0 and span.end <= spans[at].end


def points(text: Text, taken: Iterable[Loss], words: int) -> dict[str, int | None]:
    """0-100 for each priority: the product of what its rules leave. None: too little text to say."""
    found: dict[str, int | None] = {}
    taken = list(taken)
    for priority in Priority:
        own = [loss for loss in taken if loss.priority == priority]
        # Without a link, and with nothing found, a text says nothing of how digital the service is.
        enough = priority is not Priority.DIGITALT or own or any(_links(text))
        known = words >= weights()["words"] and enough
        found[priority] = round(100 * prod(1 - loss.share for loss in own)) if known else None
    return found


def _links(text: Text) -> Iterable[bool]:
    return (bool(block.links) for block in text.blocks if block.main and block.text != CODE)


def total(found: Mapping[str, int | None]) -> float | None:
    """What the stars are given for: half the mean of the priorities, half the weakest, so that none is made
    up for by the others. A priority of which the text says nothing counts as one with nothing found."""
    if all(value is None for value in found.values()):
        return None
    values = [100 if value is None else value for value in found.values()]
    return (sum(values) / len(values) + min(values)) / 2


def stars(found: Mapping[str, int | None]) -> int | None:
    """One to six. Each star is a sixth of the reference pages, so their mean is 3.5."""
    reached = total(found)
    return None if reached is None else 1 + bisect_right(reference()["stars"]["limits"], reached)


def lost(loss: Loss, own: Iterable[Loss]) -> float:
    """How many of the points that the priority lacks the rule took, where `own` are all of the priority."""
    own = list(own)
    lacking = 100 * (1 - prod(1 - other.share for other in own))
    return lacking * log(1 - loss.share) / sum(log(1 - other.share) for other in own)
