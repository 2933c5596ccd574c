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
_NAMED = re.compile(r"[^\r\n]{0,999}?\{#")
_UNDERLINED = re.compile(r"[^\r\n]{0,999}\r?\n {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|\Z)")
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
        report, made = _put_in(report, wanted, check)
        if not made:
            break
        changes += made
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
    text, (start, end) = source.content, finding.span
    near = max(0, start - _LABEL)
    if _ITEM.match(better) and _LINE_START.search(text[max(0, start - _INDENT) : start]):
        return False
    if _is_address(text, start, end) or text.rfind("<q", near, start) > text.rfind("</q>", near, start):
        return False
    return better != text[start:end] and _PLAIN.fullmatch(better) is not None


def _is_address(text: str, start: int, end: int) -> bool:
    """True where something else finds its way by these words: `[pass samt foto]` by its definition, and
    the heading `# Pass samt foto` by its words, unless it has a name of its own."""
    near = max(0, start - _LABEL)  # a line may be a megabyte long
    line = max(text.rfind("\n", near, start), text.rfind("\r", near, start)) + 1
    if ((line or not near) and _HEADING.match(text, line)) or _UNDERLINED.match(text, end):
        return _NAMED.match(text, end) is None
    closed = _CLOSED.match(text, end, end + _LABEL)
    opened = text.rfind("[", near, start) > text.rfind("]", near, start)
    return opened and closed is not None and not closed["target"]


def _put_in(
    report: Report, wanted: Sequence[Finding], check: Callable[[Source], Report]
) -> tuple[Report, int]:
    """All of them where each does away with a finding; else the later half and then the earlier, whose places
    have stayed where they were. A single one need only make nothing worse."""
    together = check(apply(report.source, wanted))
    expected = len(report.findings) - (len(wanted) if len(wanted) > 1 else 0)
    if len(together.findings) <= expected:
        return together, len(wanted)
    if len(wanted) == 1:
        return report, 0
    half = len(wanted) // 2
    report, later = _put_in(report, wanted[half:], check)
    report, earlier = _put_in(report, wanted[:half], check)
    return report, later + earlier


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
            if not path.stat().st_mode & 0o222:
                return "cannot be written: the file is read-only"
            if path.read_bytes() != encode(before):
                return "not fixed: the file has changed since it was read; try again"
            save(path, [encode(after)])
        except OSError as error:
            return f"cannot be written: {error.strerror or error}"
        return ""
