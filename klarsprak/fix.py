"""Puts in the suggestions that are safe wherever they are offered, and touches nothing else."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from klarsprak.decoding import encode
from klarsprak.finding import Finding, Report
from klarsprak.saving import save
from klarsprak.source import Problem, Source

# A suggestion with other signs could mean something to HTML or Markdown.
_PLAIN = re.compile(r"[\w ,.;:?!%«»()\u00a0\u202f–-]+")
# At the beginning of a line «1. mai» is a list item to Markdown.
_ITEM = re.compile(r"\d+[.)](?:\s|$)|[-–+]\s")
_LINE_START = re.compile(r"(?:\A|[\r\n])[ \t>*+-]*\Z")
_INDENT = 80  # characters of a line that are looked at for that
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_UNDERLINED = re.compile(r"[^\r\n]*\r?\n {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|\Z)")
_LABEL = 999  # characters that CommonMark allows in the label of a link
_CLOSED = re.compile(r"[^\[\]]*\](?P<target>\(|\[[^\]])?")


class Fixed(NamedTuple):
    """What came of it."""

    report: Report  # of the new text, which is `report.source`
    changes: int


def fix(report: Report, check: Callable[[Source], Report]) -> Fixed:
    """The text of `report` with its safe suggestions put in, and checked again by `check`.

    What a change brings to light is mended too, until nothing more can be. A change after which there
    would be more findings than before is not made. So fixing twice is fixing once, and a text never
    gets worse.
    """
    changes = 0
    while wanted := safe(report):
        together = check(apply(report.source, wanted))
        if len(together.findings) <= len(report.findings):
            better, made = together, len(wanted)
        else:
            better, made = _one_by_one(report, wanted, check)
        if not made:
            break
        report, changes = better, changes + made
    return Fixed(report, changes)


def safe(report: Report) -> list[Finding]:
    """The findings whose first suggestion may be put in, in reading order, free of overlap."""
    chosen: list[Finding] = []
    for finding in sorted(report.findings, key=lambda f: (f.span.start, -f.span.end)):
        apart = not chosen or chosen[-1].span.end <= finding.span.start
        if finding.fixable and apart and _can_be_written(finding, report.source):
            chosen.append(finding)
    return chosen


def apply(source: Source, findings: Iterable[Finding]) -> Source:
    """`source` with the first suggestion in the place of each finding; they must not overlap."""
    content, at = list[str](), 0
    for finding in findings:
        content += source.content[at : finding.span.start], finding.instead[0]
        at = finding.span.end
    return replace(source, content="".join(content) + source.content[at:])


def diff(before: Source, after: Source) -> Iterator[str]:
    """The change as a unified diff, line by line."""
    # Not str.splitlines: it parts lines where no other tool does.
    old, new = (re.findall(r"[^\n]*\n|[^\n]+\Z", source.content) for source in (before, after))
    name = before.name.replace("\\", "/").lstrip("/")
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _can_be_written(finding: Finding, source: Source) -> bool:
    better = finding.instead[0]
    try:
        better.encode(source.encoding)
    except UnicodeEncodeError:
        return False
    start, end = finding.span
    before, after = source.content[:start], source.content[end:]
    if _ITEM.match(better) and _LINE_START.search(before[-_INDENT:]):
        return False
    if _is_address(before, after) or before.rfind("<q") > before.rfind("</q>"):
        return False
    return better != source.content[start:end] and _PLAIN.fullmatch(better) is not None


def _is_address(before: str, after: str) -> bool:
    """True where something else finds its way by these words: `[pass samt foto]` by its definition, and
    the heading `# Pass samt foto` by its words, unless it has a name of its own."""
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    rest = re.split(r"[\r\n]", after, maxsplit=1)[0]
    if _HEADING.match(line) or _UNDERLINED.match(after):
        return "{#" not in rest
    opened = before.rfind("[", -_LABEL) > before.rfind("]", -_LABEL)
    closed = _CLOSED.match(after[:_LABEL])
    return opened and closed is not None and not closed["target"]


def _one_by_one(
    report: Report, wanted: Sequence[Finding], check: Callable[[Source], Report]
) -> tuple[Report, int]:
    """From the last to the first, so that the places of those still to come stay where they are."""
    made = 0
    for finding in reversed(wanted):
        candidate = check(apply(report.source, [finding]))
        if len(candidate.findings) <= len(report.findings):
            report, made = candidate, made + 1
    return report, made


@dataclass
class Fixer:
    """Fixes the files of a run, one after the other, and counts."""

    check: Callable[[Source], Report]
    problems: list[Problem]  # grows by the files that could not be written
    stdin: str | None = None  # the name of what came on standard input: it has no file
    changes: int = 0
    files: int = 0

    def __str__(self) -> str:
        changes = "1 change" if self.changes == 1 else f"{self.changes} changes"
        return f"{changes} in {'1 file' if self.files == 1 else f'{self.files} files'}"

    def write(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Write the fixed files; the reports are those of the files as they are afterwards."""
        for report in reports:
            fixed = self._fixed(report)
            if fixed.changes and (why := self._hindrance(report.source, fixed.report.source)):
                self.problems.append(Problem(report.source.name, why))
                yield report
                continue
            self._add(fixed)
            yield fixed.report

    def differences(self, reports: Iterable[Report]) -> Iterator[str]:
        """What `write` would change, as unified diffs."""
        for report in reports:
            fixed = self._fixed(report)
            self._add(fixed)
            yield from diff(report.source, fixed.report.source)

    def _fixed(self, report: Report) -> Fixed:
        return fix(report, self.check) if safe(report) else Fixed(report, 0)

    def _add(self, fixed: Fixed) -> None:
        self.changes += fixed.changes
        self.files += bool(fixed.changes)

    def _hindrance(self, before: Source, after: Source) -> str:
        """Write the file; empty, or why it was not written."""
        if before.name == self.stdin:
            return "standard input cannot be fixed in place; --diff shows the changes"
        path = Path(before.name)
        try:
            if path.read_bytes() != encode(before):
                return "not fixed: the file has changed since it was read; try again"
            save(path, [encode(after)])
        except OSError as error:
            return f"cannot be written: {error.strerror or error}"
        return ""
