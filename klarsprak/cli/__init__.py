"""The command line: the one room that prints. What is heavy is imported when a command needs it."""

from __future__ import annotations

import click

from klarsprak import __version__
from klarsprak.cli import check, compare, rules


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    from klarsprak.language import describe

    if wanted and not context.resilient_parsing:
        click.echo(f"klarsprak {__version__} (pipeline {describe(None)})")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
              help="Show the version, and that of the language pipeline.")  # fmt: skip
def main() -> None:
    """Check public Norwegian, bokmål and nynorsk, for plain language."""


main.add_command(check.check)
main.add_command(compare.compare)
main.add_command(rules.rules)
main.add_command(rules.explain)
