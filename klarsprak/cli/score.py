"""`klarsprak explain --score`: where the points of files went."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from klarsprak.cli.output import Fault, write
from klarsprak.rulebook import Priority, RuleError

if TYPE_CHECKING:
    from klarsprak.account import Account

WORST = 10  # places that are shown
WIDTH = 70  # characters of a sentence that are shown


def explain_scores(paths: tuple[str, ...], format_: str) -> int:
    """Print the accounts of `paths`; the exit code."""
    from klarsprak import intake
    from klarsprak.account import account
    from klarsprak.configfile import ConfigError
    from klarsprak.language import PipelineError
    from klarsprak.names import UnknownNameError

    try:
        config = intake.configuration(paths, stdin_name=None, config=None)
        found = intake.find(paths, config, any_suffix=False, stdin_name=None)
        accounts = (account(source, config.settings) for source in found.sources(sys.stdin.buffer.read))
        if format_ == "json":
            files = [_as_dict(one) for one in accounts]
            write(
                [
                    json.dumps({"schema": "klarsprak.score/1", "files": files}, ensure_ascii=False, indent=2),
                    "\n",
                ],
                None,
            )
        else:
            write((line for one in accounts for line in _lines(one)), None)
    except (ConfigError, UnknownNameError, PipelineError, RuleError) as error:
        raise Fault(str(error)) from error
    for path, message in found.problems:
        click.echo(f"klarsprak: {path}: {message}", err=True)
    return 2 if found.problems else 0


def _lines(one: Account) -> Iterator[str]:
    from klarsprak.points import reference

    report = one.report
    scores = report.scores
    filled = scores.stars or 0
    shown = "★" * filled + "☆" * (6 - filled) if filled else "for lite tekst til poeng"
    yield f"{report.source.name}: {report.words} ord, {shown}\n"
    for priority in Priority:
        value = scores.priorities.get(priority)
        usual = f"{reference()[priority]['mean']:.0f}"
        told = "–   for lite å gå etter" if value is None else f"{value:3} poeng (vanlig: {usual})"
        yield f"\n{priority.label:24} {told}\n"
        for cost in one.costs:
            if cost.loss.priority == priority:
                yield f"  {_minus(cost.points):>6}  {cost.loss.rule} ({len(cost.loss.findings)} funn)\n"
    if one.spots:
        yield "\nStedene som koster mest\n"
    for spot in one.spots[:WORST]:
        line, column = report.source.position(spot.span.start)
        text = " ".join(spot.text.split())
        text = text if len(text) <= WIDTH else text[: WIDTH - 1].rstrip() + "…"
        yield f"  {_minus(spot.points):>6}  {line}:{column} «{text}» {', '.join(spot.rules)}\n"
    yield "\n"


def _minus(points: float) -> str:
    return f"−{points:.1f}".replace(".", ",")


def _as_dict(one: Account) -> dict[str, Any]:
    report = one.report
    return {
        "path": report.source.name,
        "words": report.words,
        "scores": {**report.scores.priorities, "stars": report.scores.stars},
        "rules": [
            {
                "rule": cost.loss.rule,
                "priority": cost.loss.priority,
                "points": round(cost.points, 2),
                "findings": len(cost.loss.findings),
            }
            for cost in one.costs
        ],
        "places": [
            {
                "line": report.source.position(spot.span.start).line,
                "column": report.source.position(spot.span.start).column,
                "points": round(spot.points, 2),
                "rules": spot.rules,
                "text": spot.text,
            }
            for spot in one.spots[:WORST]
        ],
    }
