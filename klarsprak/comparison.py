"""Two versions of a text: which is plainer, by how much, and what was found in one and not in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from klarsprak import engine, language
from klarsprak.burden import Burden, burden, table
from klarsprak.config import Settings
from klarsprak.finding import Finding, Report
from klarsprak.rulebook import Priority, catalog
from klarsprak.shape import NEEDS, shape
from klarsprak.source import Source

SCHEMA = "klarsprak.compare/1"
Plainer = Literal["after", "before", "tie"]


@dataclass(frozen=True)
class Version:
    """One of the two."""

    report: Report
    burden: Burden | None  # None: no Norwegian words in it


@dataclass(frozen=True)
class Comparison:
    """Before and after. Findings of one rule with the same words are the same, wherever they stand."""

    before: Version
    after: Version
    gone: tuple[Finding, ...]  # of before
    new: tuple[Finding, ...]  # of after
    kept: tuple[Finding, ...]  # of after

    @property
    def plainer(self) -> Plainer:
        """`tie` where the burdens are nearer than the margin, or one has none."""
        return verdict(*self._burdens(lambda burden: burden.total))

    def plainer_on(self, priority: Priority) -> Plainer:
        """The same for one priority."""
        return verdict(*self._burdens(lambda burden: burden.of(priority)))

    def to_dict(self) -> dict[str, Any]:
        """One entry of `files` in the format `SCHEMA`."""
        return {
            "path": self.after.report.source.name,
            "plainer": self.plainer,
            "burden": _sides(*self._burdens(lambda burden: burden.total)),
            "words": {"before": self.before.report.words, "after": self.after.report.words},
            "priorities": {
                str(priority): {
                    "plainer": self.plainer_on(priority),
                    "burden": _sides(*self._burdens(lambda burden, p=priority: burden.of(p))),  # type: ignore[misc]
                    "points": {
                        "before": self.before.report.scores.priorities.get(priority),
                        "after": self.after.report.scores.priorities.get(priority),
                    },
                }
                for priority in Priority
            },
            "terms": {
                term: _sides(*self._burdens(lambda burden, t=term: burden.shape[t]))  # type: ignore[misc]
                for term in ("rare", "nominal", "address")
            },
            "gone": _listed(self.before.report, self.gone),
            "new": _listed(self.after.report, self.new),
            "kept": _listed(self.after.report, self.kept),
        }

    def _burdens(self, part: Callable[[Burden], float]) -> tuple[float | None, float | None]:
        before, after = self.before.burden, self.after.burden
        return (part(before) if before else None, part(after) if after else None)


def compare(
    before: Source, after: Source, settings: Settings | None = None, *, format: str | None = None
) -> Comparison:
    """Check both and weigh them. A version too short to show its written standard has that of the other."""
    settings = settings or Settings()
    one, two = (_version(source, settings, format) for source in (before, after))
    known = {v.report.standard for v in (one, two)} - {None}
    if len(known) == 1 and None in (one.report.standard, two.report.standard):
        settings = replace(settings, standard=known.pop())  # type: ignore[arg-type]
        one, two = (_version(source, settings, format) for source in (before, after))
    gone, _ = _match(one.report.findings, two.report.findings)
    new, kept = _match(two.report.findings, one.report.findings)
    return Comparison(one, two, gone, new, kept)


def verdict(before: float | None, after: float | None) -> Plainer:
    """Which burden is the lower, by more than the margin."""
    if before is None or after is None or abs(before - after) <= table()["margin"]:
        return "tie"
    return "after" if after < before else "before"


def overall(comparisons: Iterable[Comparison]) -> tuple[float | None, float | None]:
    """The burden before and after of several texts together, each weighed by its words."""
    sums = {"before": 0.0, "after": 0.0}
    words = Counter[str]()
    for one in comparisons:
        if one.before.burden and one.after.burden:
            for side, version in (("before", one.before), ("after", one.after)):
                assert version.burden is not None
                sums[side] += version.burden.total * version.report.words
                words[side] += version.report.words
    return tuple(sums[side] / words[side] if words[side] else None for side in sums)  # type: ignore[return-value]


def to_dict(comparisons: Iterable[Comparison]) -> dict[str, Any]:
    """All of them in the format `SCHEMA`."""
    comparisons = list(comparisons)
    sides = overall(comparisons)
    return {
        "schema": SCHEMA,
        "plainer": verdict(*sides),
        "burden": _sides(*sides),
        "files": [one.to_dict() for one in comparisons],
    }


def _version(source: Source, settings: Settings, format: str | None) -> Version:
    report = engine.check_one(source, settings, format=format)
    text = engine.to_text(source, settings.for_path(source.name), format)
    if text is None or not report.words:
        return Version(report, None)
    parsed = language.parse(dict.fromkeys(text.sentences, NEEDS), NEEDS, settings.pipeline)
    whole = {rule.name for rule in catalog().values() if rule.whole}
    return Version(report, burden(report, shape(parsed.values(), table()["common"]), whole))


def _match(
    findings: Iterable[Finding], others: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that the others lack, and those that they have."""
    left = Counter(map(_key, others))
    lacking, had = [], []
    for finding in findings:
        if left[_key(finding)] > 0:
            left[_key(finding)] -= 1
            had.append(finding)
        else:
            lacking.append(finding)
    return tuple(lacking), tuple(had)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text.lower()


def _sides(before: float | None, after: float | None) -> dict[str, float | None]:
    # Adding 0.0 turns -0.0 into 0.0.
    return {
        side: None if v is None else round(v, 2) + 0.0 for side, v in (("before", before), ("after", after))
    }


def _listed(report: Report, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return replace(report, findings=tuple(findings)).to_dict()["findings"]  # type: ignore[no-any-return]
