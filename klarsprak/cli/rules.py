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
@click.option("--score", is_flag=True, help="The names are files: tell where their points went.")
@click.option("--format", "format_", type=click.Choice(["lines", "json"]), default="lines", show_default=True,
              help="With --score.")  # fmt: skip
@click.pass_context
def explain(context: click.Context, names: tuple[str, ...], score: bool, format_: str) -> None:
    """Explain a rule: why, what to write instead, options, sources.

    With --score, explain the points of files: what each rule took, and the ten worst places.
    """
    from klarsprak.explain import as_text
    from klarsprak.names import UnknownNameError, rule_names

    if score:
        from klarsprak.cli.score import explain_scores

        context.exit(explain_scores(names, format_))
    try:
        wanted = [name for given in names for name in sorted(rule_names([given]))]
    except (UnknownNameError, RuleError) as error:
        raise Fault(str(error)) from error
    click.echo("\n".join(as_text(catalog()[name]) for name in dict.fromkeys(wanted)), nl=False)
