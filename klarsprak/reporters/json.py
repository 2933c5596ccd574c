"""The wire format, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from klarsprak.finding import SCHEMA, Report
from klarsprak.reporters import Context


def render(reports: Iterable[Report], context: Context) -> Iterator[str]:
    """One object; a line for each file, so that a big one can be read by line too."""
    tool = {"name": "klarsprak", "version": context.version, "pipeline": context.pipeline}
    yield f'{{"schema": {_json(SCHEMA)},\n "tool": {_json(tool)},\n "files": ['
    for number, report in enumerate(reports):
        yield (",\n  " if number else "\n  ") + _json(report.to_dict())
    errors = [problem._asdict() for problem in context.problems]
    yield f'],\n "errors": {_json(errors)}}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
