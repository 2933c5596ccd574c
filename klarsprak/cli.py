"""The command line: the one module that prints. What is heavy is imported when a command needs it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klarsprak import __version__
from klarsprak.options import with_options
from klarsprak.rulebook import Priority, RuleError, Severity, catalog

if TYPE_CHECKING:
    from klarsprak.config import Settings
    from klarsprak.finding import Report
    from klarsprak.intake import Intake
    from klarsprak.reporters import Context

MANY = 64  # files; from here on a progress bar and more than one process pay off
BAR = 30  # columns


class Fault(click.ClickException):
    """Wrong use, told in one line."""

    exit_code = 2


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"klarsprak {__version__} (pipeline {_pipeline(None)})")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
              help="Show the version, and that of the language pipeline.")  # fmt: skip
def main() -> None:
    """Check public Norwegian, bokmål and nynorsk, for plain language."""


@main.command(
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or unreadable files."
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
      curl -s https://example.no/ | klarsprak check - --as html
    """
    from klarsprak import intake
    from klarsprak.batch import local
    from klarsprak.cache import Cache
    from klarsprak.configfile import ConfigError
    from klarsprak.language import PipelineError, check_installed
    from klarsprak.names import UnknownNameError
    from klarsprak.reporters import reporter
    from klarsprak.source import Problem

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
                reports = _with_progress(reports, len(found))
            render = reporter(format_).render
            _write(render(watched(reports), _context(found, settings, output, quiet)), output)
    except (ConfigError, UnknownNameError, PipelineError, RuleError) as error:
        raise Fault(str(error)) from error
    except KeyboardInterrupt:
        click.echo("klarsprak: stopped", err=True)
        context.exit(130)  # as shells have it; 1 would mean findings
    for problem in found.problems:
        click.echo(f"klarsprak: {problem.path}: {problem.message}", err=True)
    limit = fail_on or found_config.fail_on or Severity.MEDIUM
    failed = limit != "never" and worst >= Severity(limit).rank
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


def _with_progress(reports: Iterable[Report], total: int) -> Iterator[Report]:
    """The same reports, with a bar on standard error that is gone whenever a report is shown."""
    waiting = iter(reports)
    for done in range(total + 1):
        full = BAR * done // total
        click.echo(f"\r{'█' * full}{'░' * (BAR - full)} {done}/{total}", nl=False, err=True)
        report = next(waiting, None)
        click.echo("\r\x1b[K", nl=False, err=True)
        if report is None:
            return
        yield report


def _write(text: Iterable[str], output: Path | None) -> None:
    if output is None:
        if not sys.stdout.isatty():
            # Pipes get UTF-8 whatever the locale; a terminal gets what it says that it can show.
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        for part in text:
            sys.stdout.write(part)
            sys.stdout.flush()
        return
    # Written beside and then moved, so that nobody ever reads half a report.
    special = output.exists() and not output.is_file()  # /dev/null
    part_file = output if special else output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with part_file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(text)
        if not special:
            part_file.replace(output)
    except BaseException as error:
        if not special:
            part_file.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Fault(f"cannot write {output}: {error.strerror or error}") from error
        raise


def _context(found: Intake, settings: Settings, output: Path | None, quiet: bool) -> Context:
    from klarsprak.explain import as_markdown
    from klarsprak.reporters import Context

    terminal = output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return Context(
        version=__version__,
        pipeline=_pipeline(settings.pipeline),
        rules=catalog(),
        help=as_markdown,
        problems=found.problems,
        terminal=terminal,
        color=terminal and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size().columns,
        quiet=quiet,
    )


def _pipeline(name: str | None) -> str:
    from klarsprak.language import describe

    return describe(name)


@main.command()
@click.option("--format", "format_", type=click.Choice(["table", "json", "markdown"]), default="table",
              show_default=True, help="markdown makes docs/regler.md.")  # fmt: skip
def rules(format_: str) -> None:
    """List the rules."""
    from klarsprak import explain

    try:
        known = catalog().values()
    except RuleError as error:
        raise Fault(str(error)) from error
    if format_ == "markdown":
        click.echo(explain.page(known), nl=False)
    elif format_ == "json":
        click.echo(explain.as_json(known))
    else:
        width = max((len(rule.name) for rule in known), default=0)
        for priority in Priority:
            click.secho(priority.label, bold=True)
            for rule in (r for r in known if r.priority == priority):
                off = "" if rule.default else " (av)"
                click.echo(f"  {rule.name:{width}}  {rule.severity.label:7}  {rule.title}{off}")


@main.command("explain")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
def explain_(names: tuple[str, ...]) -> None:
    """Explain a rule: why, what to write instead, options, sources."""
    from klarsprak import explain
    from klarsprak.names import UnknownNameError, rule_names

    try:
        wanted = [name for given in names for name in sorted(rule_names([given]))]
    except (UnknownNameError, RuleError) as error:
        raise Fault(str(error)) from error
    click.echo("\n".join(explain.as_text(catalog()[name]) for name in dict.fromkeys(wanted)), nl=False)
