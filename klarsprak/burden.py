"""The burden of a text on its reader: one number for texts of any length, so that two can be compared.

burden = weights x (findings per length, rare words, nominal style) - «du» and «vi». The weights are data
(burden.toml) and every term belongs to one of the four priorities, so the burden parts among them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from klarsprak import points
from klarsprak.finding import Report
from klarsprak.rulebook import Priority
from klarsprak.shape import Shape

TABLE = Path(__file__).with_name("burden.toml")
_TERMS = {  # of the shape: which priority a term speaks of
    "rare": Priority.KLART_SPRAK,
    "nominal": Priority.KLART_SPRAK,
    "address": Priority.BRUKERRETTING,
}


@dataclass(frozen=True)
class Burden:
    """Higher is heavier; below zero where a text is little but «du» and «vi»."""

    findings: Mapping[str, float]  # by priority
    shape: Mapping[str, float]  # rare, nominal, address

    @property
    def total(self) -> float:
        return sum(self.findings.values()) + sum(self.shape.values())

    def of(self, priority: Priority) -> float:
        """The part of `priority` in the total."""
        terms = (value for term, value in self.shape.items() if _TERMS[term] is priority)
        return self.findings[priority] + sum(terms)


@cache
def table() -> Mapping[str, Any]:
    """burden.toml."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def features(report: Report, shape: Shape, whole: Collection[str] = ()) -> dict[str, float]:
    """What the weights are put on: the findings by priority, then the terms of the shape.

    Findings: weight per 100 words, where the length is the words and `short` more. Those of rules about
    the `whole` text, which find a thing once, count as if they found it once in every `whole` hundred words.
    """
    length, weigh = report.words + table()["short"], points.weights()["weights"]
    found: dict[str, float] = dict.fromkeys(Priority, 0.0)
    for finding in report.findings:
        share = report.words / length / table()["whole"] if finding.rule in whole else 100 / length
        found[finding.priority] += weigh[finding.severity] * share
    return {
        **found,
        "rare": shape.rare_share,
        "nominal": shape.nominal_share,
        "address": shape.address_share,
    }


def burden(report: Report, shape: Shape, whole: Collection[str] = ()) -> Burden:
    """The burden of the text that `report` and `shape` are about."""
    weights, values = table()["weights"], features(report, shape, whole)
    return Burden(
        {priority: weights["findings"] * values[priority] for priority in Priority},
        {term: weights[term] * values[term] for term in _TERMS},
    )
