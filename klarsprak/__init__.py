"""klarsprak finds what makes a public Norwegian text hard to read and to act on.

>>> import klarsprak
>>> report = klarsprak.check("Vi anmoder om at skjemaet innsendes snarest.")
>>> report.findings[0].rule
'kanselliord'
"""

from klarsprak.finding import Finding, Report, Scores
from klarsprak.rulebook import Hit, Priority, Rule, Severity, catalog, rule
from klarsprak.source import Position, Source, Span
from klarsprak.text import Block, Kind, Link, Parsed, Place, Run, Sentence, Text

__version__ = "0.1.0"
__all__ = [
    "Block",
    "Finding",
    "Hit",
    "Kind",
    "Link",
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
    "rule",
]
