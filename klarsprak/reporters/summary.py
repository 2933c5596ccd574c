"""What all reports come to: findings by priority, points, stars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from klarsprak.finding import Report
from klarsprak.reporters.screen import Paint
from klarsprak.rulebook import Priority, Severity

MOST_STARS = 6


@dataclass
class Summary:
    """Counts, kept while the reports stream by."""

    files: int = 0
    with_findings: int = 0
    unchecked: int = 0  # files without Norwegian
    severities: Counter[str] = field(default_factory=Counter)
    priorities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    points: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # priority -> points, words
    stars: list[tuple[int, int]] = field(default_factory=list)  # stars, words

    def add(self, report: Report) -> None:
        """Count `report`."""
        self.files += 1
        self.unchecked += report.standard is None
        self.with_findings += bool(report.findings)
        for finding in report.findings:
            self.severities[finding.severity] += 1
            self.priorities[finding.priority] += 1
            self.rules[finding.rule] += 1
        for priority, points in report.scores.priorities.items():
            if points is not None:
                self.points.setdefault(priority, []).append((points, report.words))
        if report.scores.stars is not None:
            self.stars.append((report.scores.stars, report.words))

    def lines(self, paint: Paint) -> Iterator[str]:
        """The summary; points and stars of several files are means, weighted by words."""
        yield f"{paint('1', self._count())}\n"
        if self.files == self.unchecked:
            return
        yield "\n" + paint("2", f"{'':28}funn  poeng") + "\n"
        for priority in Priority:
            points = _mean(self.points.get(priority, []))
            shown = "–" if points is None else str(round(points))
            yield f"{priority.label:28}{self.priorities[priority]:4}{shown:>7}\n"
        if (mean := _mean(self.stars)) is not None:
            yield f"{'Stjerner':28}{stars(round(mean)):>11}\n"
        if self.rules:
            commonest = min(self.rules, key=lambda name: (-self.rules[name], name))
            yield f"\nLes mer: klarsprak explain {commonest}\n"

    def _count(self) -> str:
        total = self.severities.total()
        files = "1 fil" if self.files == 1 else f"{self.files} filer"
        some = f"{self.with_findings} av " if 0 < self.with_findings < self.files else ""
        line = f"{total or 'Ingen'} funn i {some}{files}"
        if total:
            counts = ((self.severities[s], s.label) for s in reversed(Severity))
            line += ": " + ", ".join(f"{count} {label}" for count, label in counts if count)
        if self.unchecked:
            line += f". {self.unchecked} ikke sjekket"
        return f"{line}."


def stars(number: int | None) -> str:
    """One to six stars as characters; empty for None."""
    return "" if number is None else "★" * number + "☆" * (MOST_STARS - number)


def _mean(weighted: list[tuple[int, int]]) -> float | None:
    words = sum(count for _, count in weighted)
    return sum(value * count for value, count in weighted) / words if words else None
