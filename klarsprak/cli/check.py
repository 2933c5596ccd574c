"""`klarsprak check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klarsprak.cli.options import with_options
from klarsprak.cli.output import Fault, report_context, with_progress, write
from klarsprak.rulebook import RuleError, Severity

if TYPE_CHECKING:
    from klarsprak.finding import Report

MANY = 64  # files; from here on a progress bar and more than one process pay off


@click.command(
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings (--diff: changes), 2 wrong use or "
    "unreadable files."
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@with_options
@click.pass_context
def check(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    fail_on: str | None,
    kind: str | None,
    format_: str,
    output: Path | None,
    quiet: bool,
    no_cache: bool,
    workers: int | None,
    config: str | None,
    stdin_name: str | None,
    fix: bool,
    diff: bool,
    **given: Any,
) -> None:
    """Check files, folders and patterns; - is standard input.

    A folder means all web pages, Markdown and text files in it that .gitignore does not leave out.
    Without PATH: the current folder.

    \b
    Examples:
      klarsprak check side.html
      klarsprak check innhold/ --select klart-sprak --fail-on low
      klarsprak check "docs/**/*.md" --format sarif -o funn.sarif
      klarsprak check innhold/ --diff
      curl -s https://example.no/ | klarsprak check - --as html
    """
    from klarsprak import engine, intake
    from klarsprak.batch import local
    from klarsprak.cache import Cache
    from klarsprak.configfile import ConfigError
    from klarsprak.fix import Fixer
    from klarsprak.language import PipelineError, check_installed
    from klarsprak.names import UnknownNameError
    from klarsprak.reporters import reporter
    from klarsprak.source import Problem

    if fix and diff:
        raise Fault("--fix writes and --diff only shows; choose one")
    paths = paths or (".",)
    worst = -1
    try:
        found_config = intake.configuration(paths, stdin_name=stdin_name, config=config)
        settings = found_config.settings.from_command_line(**given)
        settings.rules()  # wrong names are told before anything is read
        check_installed(settings.pipeline)
        found = intake.find(paths, found_config, any_suffix=kind is not None, stdin_name=stdin_name)
        if not found and not found.problems:
            left_out = f" ({found.excluded} excluded by the configuration)" if found.excluded else ""
            click.echo(f"klarsprak: nothing to check{left_out}", err=True)

        def watched(reports: Iterable[Report]) -> Iterator[Report]:
            nonlocal worst
            for report in reports:
                found.problems.extend(Problem(report.source.name, problem) for problem in report.problems)
                worst = max([worst, *(Severity(f.severity).rank for f in report.findings)])
                yield report

        path = None if no_cache else _cache_path()
        with Cache(path) if path else nullcontext() as cache:
            reports = local.check(
                found.sources(_stdin),
                settings,
                format=kind,
                cache=cache,
                workers=workers or max(1, min(len(found) * 2 // MANY, _cpus())),
            )
            if len(found) >= MANY and not quiet and sys.stderr.isatty():
                reports = with_progress(reports, len(found))

            fixer = Fixer(
                partial(engine.check_one, settings=settings, format=kind), found.problems, found.stdin
            )
            if diff:
                write(fixer.differences(watched(reports)), output)
            else:
                reports = watched(fixer.write(reports) if fix else reports)
                write(
                    reporter(format_).render(reports, report_context(found, settings, output, quiet)), output
                )
            if fixer.changes and not quiet:
                click.echo(f"klarsprak: {fixer}", err=True)
    except (ConfigError, UnknownNameError, PipelineError, RuleError) as error:
        raise Fault(str(error)) from error
    except KeyboardInterrupt:
        click.echo("klarsprak: stopped", err=True)
        context.exit(130)  # as shells have it; 1 would mean findings
    for problem in found.problems:
        click.echo(f"klarsprak: {problem.path}: {problem.message}", err=True)
    limit = fail_on or found_config.fail_on or Severity.MEDIUM
    failed = bool(fixer.changes) if diff else limit != "never" and worst >= Severity(limit).rank
    context.exit(2 if found.problems else int(failed))


def _stdin() -> bytes:
    if sys.stdin.isatty():
        click.echo("Reading standard input; end with Ctrl-D.", err=True)
    return sys.stdin.buffer.read()


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cache_path() -> Path | None:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "klarsprak" / "reports.sqlite"
    except RuntimeError:  # no home: do without
        return None
