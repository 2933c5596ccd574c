"""The names people type (rules, priorities, options), and the one they probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from klarsprak.rulebook import Priority, by_any_name


class UnknownNameError(ValueError):
    """A name that is not there; the message tells the nearest that is."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        near = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
        if near:
            remedy = f'did you mean "{near[0]}"?'
        elif kind == "rule":
            remedy = "`klarsprak rules` lists them"
        else:
            remedy = f"known: {', '.join(known)}" if known else "it has none"
        super().__init__(f'unknown {kind} "{name}"; {remedy}')
        self.name = name


def rule_names(names: Iterable[str]) -> frozenset[str]:
    """The rules meant by `names`: rules, former names of rules, or priorities (all their rules).

    Raises UnknownNameError.
    """
    rules = by_any_name()
    meant: set[str] = set()
    for name in names:
        if name in rules:
            meant.add(rules[name].name)
        elif name in set(Priority):
            meant.update(r.name for r in rules.values() if r.priority == name)
        else:
            raise UnknownNameError("rule", name, [*rules, *Priority])
    return frozenset(meant)
