"""Where the points of a text went: per rule, and the places that cost the most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from klarsprak import engine, points
from klarsprak.config import Settings
from klarsprak.finding import Finding, Report
from klarsprak.points import Loss
from klarsprak.rulebook import Priority, Rule
from klarsprak.source import Source, Span
from klarsprak.text import Text


class Cost(NamedTuple):
    """What a rule took, in points of its priority; those of a priority add up to what it lacks of 100."""

    loss: Loss
    points: float


class Spot(NamedTuple):
    """A sentence, or what was found outside of sentences, and what its findings took of all priorities."""

    span: Span
    text: str
    points: float
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """`costs` dearest first, for the priorities that have points; all `spots`, dearest first."""

    report: Report
    costs: tuple[Cost, ...]
    spots: tuple[Spot, ...]


def account(source: Source, settings: Settings | None = None, *, format: str | None = None) -> Account:
    """Check `source`, and account for its points."""
    settings = settings or Settings()
    report = engine.check_one(source, settings, format=format)
    text = engine.to_text(source, settings.for_path(source.name), format)
    if text is None:
        return Account(report, (), ())
    rules = settings.for_path(source.name).rules()
    costs = tuple(sorted(_costs(text, report, rules), key=lambda cost: (-cost.points, cost.loss.rule)))
    return Account(report, costs, tuple(_spots(text, costs)))


def _costs(text: Text, report: Report, rules: list[Rule]) -> Iterator[Cost]:
    taken = points.losses(text, report.findings, report.words, rules)
    for priority in Priority:
        if report.scores.priorities.get(priority) is None:
            continue
        own = [loss for loss in taken if loss.priority == priority]
        yield from (Cost(loss, points.lost(loss, own)) for loss in own)


def _spots(text: Text, costs: tuple[Cost, ...]) -> list[Spot]:
    sentences = {s.block.to_source(s.start, s.end): s.text for s in text.sentences}
    spans = sorted(sentences)
    starts = [span.start for span in spans]
    found: dict[Span, list[tuple[float, Finding]]] = {}
    for cost in costs:
        for finding, part in zip(cost.loss.findings, cost.loss.parts, strict=True):
            at = bisect_right(starts, finding.span.start) - 1
            inside = at >= 0 and finding.span.start < spans[at].end
            found.setdefault(spans[at] if inside else finding.span, []).append((cost.points * part, finding))
    spots = [
        Spot(
            span,
            sentences.get(span) or own[0][1].text,
            sum(cost for cost, _ in own),
            tuple(dict.fromkeys(finding.rule for _, finding in own)),
        )
        for span, own in found.items()
    ]
    return sorted(spots, key=lambda spot: (-spot.points, spot.span))
