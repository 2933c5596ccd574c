"""For people: on a terminal with the words shown in their line, else a line for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.finding import Finding, Report
from klarsprak.reporters import Context, unnamed_alternatives, unnamed_words
from klarsprak.reporters.screen import clean, excerpt, painter
from klarsprak.reporters.summary import Summary, stars
from klarsprak.rulebook import Severity

STANDARDS = {"nb": "bokmål", "nn": "nynorsk"}
_COLORS = {"info": "34", "low": "36", "medium": "33", "high": "31"}  # ANSI: blue, cyan, yellow, red


def render(reports: Iterable[Report], context: Context) -> Iterator[str]:
    """Findings as they come, then the summary."""
    summary = Summary()
    for report in reports:
        summary.add(report)
        yield from _at_screen(report, context) if context.terminal else _by_line(report, context)
    if not context.quiet:
        yield from summary.lines(painter(context.color))


def _by_line(report: Report, context: Context) -> Iterator[str]:
    name = clean(report.source.name)
    if not context.quiet and (why := _unchecked(report)):
        yield f"{name}: {why}\n"
    for finding in report.findings:
        line, column = report.source.position(finding.span.start)
        label = Severity(finding.severity).label
        words = unnamed_words(finding)
        found = f" «{clean(words)}»" if words else ""
        message = f"{clean(finding.message)}{_instead(finding)}"
        yield f"{name}:{line}:{column}: {label} {finding.rule}{found}: {message}\n"


def _at_screen(report: Report, context: Context) -> Iterator[str]:
    paint = painter(context.color)
    name = paint("1", clean(report.source.name))
    if why := _unchecked(report):
        yield "" if context.quiet else f"{name}  {why}\n\n"
    if not report.findings:
        return
    others = f"{report.unchecked} avsnitt på andre språk" if report.unchecked else ""
    facts = [
        STANDARDS.get(report.standard or "", ""),
        report.page if report.page != "annet" else "",
        f"{report.words} ord",
        others,
        stars(report.scores.stars),
    ]
    yield f"{name}  {paint('2', ' · '.join(fact for fact in facts if fact))}\n"
    for finding in report.findings:
        line, column = report.source.position(finding.span.start)
        color = _COLORS[finding.severity]
        label = paint(color, Severity(finding.severity).label)
        place = f"{line}:{column}"
        yield f"  {place:>7}  {label} {paint('1', finding.rule)}: {clean(finding.message)}\n"
        text, before, length = excerpt(report.source, finding.span, context.width - 12)
        yield f"{'':11}{text}\n{'':11}{' ' * before}{paint(color, '^' * length)}{_instead(finding)}\n"
    yield "\n"


def _unchecked(report: Report) -> str:
    if report.standard:
        return ""
    return "ikke sjekket (språk)" if report.source.content.strip() else "ikke sjekket (tom)"


def _instead(finding: Finding) -> str:
    alternatives = unnamed_alternatives(finding)
    return f" → {clean(alternatives)}" if alternatives else ""
