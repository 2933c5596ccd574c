"""`klarsprak compare`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klarsprak.cli.options import with_shared
from klarsprak.cli.output import Fault, write
from klarsprak.rulebook import Priority, RuleError, Severity

if TYPE_CHECKING:
    from klarsprak.comparison import Comparison
    from klarsprak.config import Settings
    from klarsprak.inputs.versions import Versions
    from klarsprak.source import Problem

_VERDICT = {"after": "klarere enn før", "before": "mindre klar enn før", "tie": "like klar som før"}


@click.command(
    epilog="Exit codes: 0 done, 1 --fail-if-worse and a text is less plain, 2 wrong use or unreadable files."
)
@click.argument("before")
@click.argument("after")
@click.argument("paths", nargs=-1, metavar="[-- PATH...]")
@click.option("--format", "format_", type=click.Choice(["lines", "json"]), default="lines", show_default=True,
              help="Format of the report.")  # fmt: skip
@click.option("--fail-if-worse", is_flag=True, help="Exit code 1 when any text is less plain than before.")
@with_shared
@click.pass_context
def compare(
    context: click.Context,
    /,
    before: str,
    after: str,
    paths: tuple[str, ...],
    format_: str,
    fail_if_worse: bool,
    kind: str | None,
    output: Path | None,
    config: str | None,
    **given: Any,
) -> None:
    """Which of two versions is plainer, and what was found in one and not in the other.

    BEFORE and AFTER are two files, two folders whose files have the same paths, or two revisions in git.

    \b
    Examples:
      klarsprak compare gammel.md ny.md
      klarsprak compare publisert/ utkast/ --format json
      klarsprak compare HEAD~1 HEAD -- innhold/
      klarsprak compare origin/main HEAD --fail-if-worse
    """
    from klarsprak import intake
    from klarsprak.configfile import ConfigError
    from klarsprak.language import PipelineError, check_installed
    from klarsprak.names import UnknownNameError

    problems: list[Problem] = []
    alone: list[Versions] = []
    try:
        found = intake.configuration(paths or (after,), stdin_name=None, config=config)
        settings = found.settings.from_command_line(**given)
        settings.rules()
        check_installed(settings.pipeline)
        compared = list(_compared(before, after, paths, settings, kind, problems, alone))
    except (ConfigError, UnknownNameError, PipelineError, RuleError) as error:
        raise Fault(str(error)) from error
    if format_ == "json":
        from klarsprak import comparison

        document = {
            **comparison.to_dict(compared),
            "unpaired": [{"path": v.path, "in": "before" if v.before else "after"} for v in alone],
            "errors": [{"path": path, "message": message} for path, message in problems],
        }
        write([json.dumps(document, ensure_ascii=False, indent=2), "\n"], output)
    else:
        write(_lines(compared, alone), output)
    for path, message in problems:
        click.echo(f"klarsprak: {path}: {message}", err=True)
    worse = fail_if_worse and any(one.plainer == "before" for one in compared)
    context.exit(2 if problems else int(worse))


def _compared(
    before: str,
    after: str,
    paths: tuple[str, ...],
    settings: Settings,
    kind: str | None,
    problems: list[Problem],
    alone: list[Versions],
) -> Iterator[Comparison]:
    from klarsprak import comparison, readers
    from klarsprak.inputs import versions
    from klarsprak.source import Problem

    places = not paths and os.path.lexists(before) and os.path.lexists(after)
    found = (
        versions.of_places(before, after, readers.SUFFIXES, any_suffix=kind is not None)
        if places
        else versions.of_revisions(before, after, paths, readers.SUFFIXES)
    )
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
        elif item.before is None or item.after is None:
            alone.append(item)
        elif not places or item.before.content != item.after.content or item.path == after:
            yield comparison.compare(item.before, item.after, settings, format=kind)


def _lines(compared: list[Comparison], alone: list[Versions]) -> Iterator[str]:
    from klarsprak.comparison import overall, verdict

    for one in compared:
        yield from _one(one)
    for versions in alone:
        yield f"{versions.path}: finnes bare {'før' if versions.before else 'etter'}\n"
    if not compared:
        yield "Ingen tekster å sammenlikne: ingen er endret.\n"
    elif len(compared) > 1:
        before, after = overall(compared)
        plainer = [one.plainer for one in compared]
        yield (
            f"{len(compared)} tekster: {plainer.count('after')} klarere, {plainer.count('before')} mindre "
            f"klare, {plainer.count('tie')} like klare. "
            f"Samlet: {_VERDICT[verdict(before, after)]}{_numbers(before, after)}.\n"
        )


def _one(one: Comparison) -> Iterator[str]:
    before, after = one.before, one.after
    name = after.report.source.name
    if before.burden is None or after.burden is None:
        yield f"{name}: det er for lite norsk tekst til å sammenlikne\n"
        return
    yield f"{name}: {_VERDICT[one.plainer]}{_numbers(before.burden.total, after.burden.total)}\n"
    for priority in Priority:
        numbers = _numbers(before.burden.of(priority), after.burden.of(priority))
        yield f"  {priority.label:24} {_VERDICT[one.plainer_on(priority)]}{numbers}\n"
    for sign, report, findings in (("-", before.report, one.gone), ("+", after.report, one.new)):
        for finding in findings:
            line, column = report.source.position(finding.span.start)
            label = Severity(finding.severity).label
            yield f"  {sign} {line}:{column} {label} {finding.rule} «{_short(finding.text)}»\n"
    yield f"  {len(one.gone)} funn er borte, {len(one.new)} er nye, {len(one.kept)} står igjen\n"


def _numbers(before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return ""
    # Adding 0.0 turns -0.0 into 0.0.
    one, two = (f"{round(value, 1) + 0.0:.1f}".replace(".", ",") for value in (before, after))
    return f" ({one} → {two})"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
