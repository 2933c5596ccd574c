"""GitHub's workflow commands: findings as annotations in a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.finding import Finding, Report
from klarsprak.reporters import Context, whole_message
from klarsprak.source import Source

LEVELS = {"info": "notice", "low": "notice", "medium": "warning", "high": "error"}


def render(reports: Iterable[Report], context: Context) -> Iterator[str]:
    """A command for each finding and each problem."""
    for report in reports:
        for finding in report.findings:
            yield _command(report.source, finding)
    for problem in context.problems:
        yield f"::error file={_property(problem.path)},title=klarsprak::{_data(problem.message)}\n"


def _command(source: Source, finding: Finding) -> str:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    where = f"file={_property(source.name)},line={start.line},endLine={end.line}"
    if start.line == end.line:  # GitHub takes columns only within a line
        where += f",col={start.column},endColumn={end.column}"
    message = whole_message(finding)
    return f"::{LEVELS[finding.severity]} {where},title={_property(finding.rule)}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
