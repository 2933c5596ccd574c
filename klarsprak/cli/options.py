"""The options of `klarsprak check`, and those of them that `klarsprak compare` shares."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from klarsprak.rulebook import Severity
from klarsprak.text import PageKind


def _names(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.strip() for value in values for name in value.split(",") if name.strip())


def _choice(*values: str) -> click.Choice[str]:
    return click.Choice(values)


_SHARED = [  # what is looked for, how it is read, where the answer goes; in the order of the help
    click.option("--select", multiple=True, callback=_names, metavar="NAMES",
                 help="Only these rules or priorities, comma-separated."),
    click.option("--extend-select", "extend", multiple=True, callback=_names, metavar="NAMES",
                 help="Also these rules, that are off by default."),
    click.option("--ignore", multiple=True, callback=_names, metavar="NAMES",
                 help="Not these rules or priorities."),
    click.option("--standard", type=_choice("auto", "nb", "nn"), help="Written standard.  [default: auto]"),
    click.option("--profile", type=_choice("web", "brev", "some"),
                 help="Web page, letter or social media post.  [default: web]"),
    click.option("--page", type=_choice("auto", *(k.value for k in PageKind)),
                 help="Kind of page: decides what may be missing from it.  [default: auto]"),
    click.option("--pipeline", metavar="NAME", help="Another spaCy pipeline, installed or in a folder."),
    click.option("--as", "kind", type=_choice("html", "markdown", "plain"),
                 help="Read all input as this.  [default: by file ending]"),
    click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
                 help="Write the report here."),
    click.option("--config", type=click.Path(exists=True, dir_okay=False),
                 help="Configuration file.  [default: nearest .klarsprak.toml or pyproject.toml]"),
]  # fmt: skip
_CHECK = [
    click.option("--fail-on", type=_choice("never", *(s.value for s in Severity)),
                 help="Lowest severity that gives exit code 1.  [default: medium]"),
    click.option("--fix", is_flag=True,
                 help="Put in the suggestions that are safe, and report what is left."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--format", "format_", type=_choice("lines", "json", "sarif", "github"), default="lines",
                 show_default=True, help="Format of the report."),
    click.option("--quiet", "-q", is_flag=True, help="Findings only: no summary, no progress."),
    click.option("--no-cache", is_flag=True, help="Check unchanged files again."),
    click.option("--workers", type=click.IntRange(1), help="Processes.  [default: as many as pay off]"),
    click.option("--stdin-name", metavar="PATH", help="What to call the text on standard input."),
]  # fmt: skip


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """`command` with all of them."""
    for option in reversed([*_SHARED, *_CHECK]):
        command = option(command)
    return command


def with_shared(command: Callable[..., None]) -> Callable[..., None]:
    """`command` with those that it has in common with `check`."""
    for option in reversed(_SHARED):
        command = option(command)
    return command
