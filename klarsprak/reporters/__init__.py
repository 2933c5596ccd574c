"""From reports to characters. One module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from klarsprak.finding import Finding, Report
from klarsprak.rulebook import Rule
from klarsprak.source import Problem

FORMATS = ("lines", "json", "sarif", "github")


@dataclass(frozen=True)
class Context:
    """What a reporter may need beside the reports."""

    version: str  # of klarsprak
    pipeline: str  # name and version of the language model
    rules: Mapping[str, Rule]
    help: Callable[[Rule], str]  # a rule explained, in Markdown
    problems: Sequence[Problem]  # complete only when the reports have come to an end
    terminal: bool = False  # lay out for a person at a screen
    color: bool = False
    width: int = 80  # columns
    quiet: bool = False  # findings only


class Reporter(Protocol):
    """A module of this package."""

    def render(self, reports: Iterable[Report], context: Context) -> Iterator[str]:
        """The characters, bit by bit, so that a million reports can stream through."""
        ...


def whole_message(finding: Finding) -> str:
    """The message, with the words it is about and the alternatives where it does not name them itself."""
    words, alternatives = unnamed_words(finding), unnamed_alternatives(finding)
    return (
        (f"«{words}»: " if words else "") + finding.message + (f" → {alternatives}" if alternatives else "")
    )


def unnamed_words(finding: Finding, limit: int = 60) -> str:
    """The words found, cut to `limit` characters; "" when the message names them."""
    text = finding.text
    if text in finding.message:
        return ""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def unnamed_alternatives(finding: Finding) -> str:
    """The alternatives; "" when the message names them all."""
    if all(alternative in finding.message for alternative in finding.instead):
        return ""
    return "; ".join(finding.instead)


def reporter(format: str) -> Reporter:
    """The module for one of `FORMATS`."""
    return cast(Reporter, import_module(f"klarsprak.reporters.{format}"))
