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

    if isinstance(text_or_path, str):
        source = Source("<text>", text_or_path)
        format = format or "plain"
    else:
        from klarsprak.decoding import decode

        source = decode(str(text_or_path), Path(text_or_path).read_bytes())
    (report,) = engine.check([source], settings, format=format)
    return report
