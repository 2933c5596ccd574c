"""klarsprak finds what makes a public Norwegian text hard to read and to act on.

>>> import klarsprak
>>> report = klarsprak.check("Vi anmoder om at skjemaet innsendes snarest.")
>>> report.findings[0].rule
'kanselliord'
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.finding import Finding, Report, Scores
from klarsprak.rulebook import Hit, Priority, Rule, Severity, catalog, rule
from klarsprak.source import Position, Source, Span
from klarsprak.text import CODE, Block, House, Kind, Link, PageKind, Parsed, Place, Run, Sentence, Text

if TYPE_CHECKING:
    from klarsprak.comparison import Comparison
    from klarsprak.config import Settings

__version__ = "0.1.0"
__all__ = [
    "CODE",
    "Block",
    "Finding",
    "Hit",
    "House",
    "Kind",
    "Link",
    "PageKind",
    "Parsed",
    "Place",
    "Position",
    "Priority",
    "Report",
    "Rule",
    "Run",
    "Scores",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Text",
    "catalog",
    "check",
    "compare",
    "rule",
]


def check(
    text_or_path: str | PathLike[str], settings: Settings | None = None, *, format: str | None = None
) -> Report:
    """Check one text, or one file.

    A `str` is a text (plain, unless `format` is "html" or "markdown"); a `pathlib.Path` is a file,
    whose ending tells the format. Raises OSError and klarsprak.decoding.UndecodableError for a file
    that cannot be read, and ValueError for a setting that does not exist.
    """
    from klarsprak import engine  # late: `import klarsprak` loads neither parsers nor spaCy

    source, format = _source(text_or_path, format)
    (report,) = engine.check([source], settings, format=format)
    return report


def compare(
    before: str | PathLike[str],
    after: str | PathLike[str],
    settings: Settings | None = None,
    *,
    format: str | None = None,
) -> Comparison:
    """Which of two versions of a text is plainer: two texts or two files, as in `check`.

    >>> klarsprak.compare("Skjemaet må innsendes snarest.", "Send skjemaet innen 1. mai.").plainer
    'after'
    """
    from klarsprak import comparison

    (one, of_one), (two, of_two) = _source(before, format), _source(after, format)
    if of_one != of_two:
        raise ValueError("two files, or two texts of one format")
    return comparison.compare(one, two, settings, format=of_one)


def _source(text_or_path: str | PathLike[str], format: str | None) -> tuple[Source, str | None]:
    """With the format to read it in; None: as its name tells."""
    if isinstance(text_or_path, str):
        return Source("<text>", text_or_path), format or "plain"
    from klarsprak.decoding import decode

    return decode(str(text_or_path), Path(text_or_path).read_bytes()), format
