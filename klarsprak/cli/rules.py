"""`klarsprak rules` and `klarsprak explain`."""

from __future__ import annotations

import click

from klarsprak.cli.output import Fault
from klarsprak.rulebook import Priority, RuleError, catalog


@click.command()
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


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
def explain(names: tuple[str, ...]) -> None:
    """Explain a rule: why, what to write instead, options, sources."""
    from klarsprak.explain import as_text
    from klarsprak.names import UnknownNameError, rule_names

    try:
        wanted = [name for given in names for name in sorted(rule_names([given]))]
    except (UnknownNameError, RuleError) as error:
        raise Fault(str(error)) from error
    click.echo("\n".join(as_text(catalog()[name]) for name in dict.fromkeys(wanted)), nl=False)
