"""What the commands share: faults, progress, and getting text out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klarsprak import __version__
from klarsprak.rulebook import catalog
from klarsprak.saving import save

if TYPE_CHECKING:
    from klarsprak.config import Settings
    from klarsprak.finding import Report
    from klarsprak.intake import Intake
    from klarsprak.reporters import Context

BAR = 30  # columns


class Fault(click.ClickException):
    """Wrong use, told in one line."""

    exit_code = 2


def with_progress(reports: Iterable[Report], total: int) -> Iterator[Report]:
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


def write(text: Iterable[str], output: Path | None) -> None:
    """To standard output as it comes, or to the file `output`."""
    if output is None:
        if not sys.stdout.isatty():
            # Pipes get UTF-8 whatever the locale; a terminal gets what it says that it can show.
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        for part in text:
            sys.stdout.write(part)
            sys.stdout.flush()
        return
    try:
        save(output, (part.encode("utf-8", "backslashreplace") for part in text))
    except OSError as error:
        raise Fault(f"cannot write {output}: {error.strerror or error}") from error


def report_context(found: Intake, settings: Settings, output: Path | None, quiet: bool) -> Context:
    """What the reporters need to know of the run."""
    from klarsprak.explain import as_markdown
    from klarsprak.language import describe
    from klarsprak.reporters import Context

    terminal = output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return Context(
        version=__version__,
        pipeline=describe(settings.pipeline),
        rules=catalog(),
        help=as_markdown,
        problems=found.problems,
        terminal=terminal,
        color=terminal and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size().columns,
        quiet=quiet,
    )
