"""What everyone outside the engine sees: findings, scores, reports. Free of spaCy, so it travels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from klarsprak.source import Source, Span

SCHEMA = "klarsprak.report/1"


@dataclass(frozen=True)
class Finding:
    """One place that could be plainer."""

    rule: str
    priority: str  # lettere, brukerretting, digitalt, klart-sprak
    severity: str  # info, low, medium, high
    span: Span  # in Source.content
    text: str  # as the reader of the page sees it
    message: str  # in the written standard of the text
    instead: tuple[str, ...] = ()  # best first
    fixable: bool = False


@dataclass(frozen=True)
class Scores:
    """Points 0-100 for each priority, and one to six stars. None: too little text to say."""

    priorities: dict[str, int | None] = field(default_factory=dict)
    stars: int | None = None


@dataclass(frozen=True)
class Report:
    """All that was found out about one source."""

    source: Source
    standard: str | None  # nb, nn; None: not Norwegian, not checked
    kind: str  # web, letter, post
    words: int
    findings: tuple[Finding, ...]
    scores: Scores = field(default_factory=Scores)
    metrics: dict[str, float | int | None] = field(default_factory=dict)
    page: str | None = None  # the kind of page, see klarsprak.text.PageKind; None: not checked
    unchecked: int = 0  # blocks in other languages, left alone
    problems: tuple[str, ...] = ()  # what is wrong with the file's own klarsprak comments

    def to_dict(self) -> dict[str, Any]:
        """One entry of `files` in the wire format (`SCHEMA`)."""
        return {
            "path": self.source.name,
            "standard": self.standard,
            "kind": self.kind,
            "page": self.page,
            "words": self.words,
            "unchecked_blocks": self.unchecked,
            "findings": [self._finding(f) for f in self.findings],
            "scores": {**self.scores.priorities, "stars": self.scores.stars},
            "metrics": self.metrics,
            "problems": list(self.problems),
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "rule": finding.rule,
            "priority": finding.priority,
            "severity": finding.severity,
            "message": finding.message,
            "text": finding.text,
            "instead": list(finding.instead),
            "start": self._place(finding.span.start),
            "end": self._place(finding.span.end),
            "fixable": finding.fixable,
        }

    def _place(self, offset: int) -> dict[str, int]:
        line, column = self.source.position(offset)
        return {"offset": offset, "line": line, "column": column}

    @classmethod
    def from_dict(cls, source: Source, data: dict[str, Any]) -> Report:
        """The inverse of `to_dict`, for the same source."""
        scores = dict(data["scores"])
        return cls(
            source=source,
            standard=data["standard"],
            kind=data["kind"],
            page=data["page"],
            words=data["words"],
            unchecked=data["unchecked_blocks"],
            findings=tuple(
                Finding(
                    rule=f["rule"],
                    priority=f["priority"],
                    severity=f["severity"],
                    span=Span(f["start"]["offset"], f["end"]["offset"]),
                    text=f["text"],
                    message=f["message"],
                    instead=tuple(f["instead"]),
                    fixable=f["fixable"],
                )
                for f in data["findings"]
            ),
            scores=Scores(stars=scores.pop("stars"), priorities=scores),
            metrics=data["metrics"],
            problems=tuple(data["problems"]),
        )
