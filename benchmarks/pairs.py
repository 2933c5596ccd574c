"""Does the burden fall when a text is made plainer? Texts before and after an edit, beside LIX and length.

    python benchmarks/pairs.py FILE [--fit] [--misses]

FILE has a JSON object a line: `before`, `after`, `standard`, `kind` (sentence, paragraph, phrase),
`evidence`, `source_title`. Scored are the sentences and paragraphs whose evidence is `guide` or
`revision-klarspråk`; rows that change the written standard (`before_standard`) are left out. A pair is
decided when the two differ (the burden: by more than its margin), and right when *after* is the plainer.

The first table has the shipped weights, which have seen these pairs. The second tells what to expect of
others: the weights are fitted anew without the pairs of one source, which are then judged. `--fit` prints
the weights for klarsprak/burden.toml.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from klarsprak import Priority, Source, burden, catalog, engine, language, shape  # noqa: E402
from klarsprak.config import Settings  # noqa: E402

SCORED = ("guide", "revision-klarspråk")
TERMS = ("findings", "rare", "nominal", "address")
SIGN = np.array([1, 1, 1, -1])  # only the findings, rare words and nouns may weigh
OTHERS = 0.5  # what a pair that is not scored weighs when fitting
RIDGE = 0.05
SCALE = 10  # points of burden for one unit of log odds
FAMILIES = ("gammelnavsk", "skriveråd", "mattilsynet", "altinn", "designsystem", "nav")

Row = dict[str, Any]


class Side(NamedTuple):
    """What is measured of one text."""

    terms: tuple[float, ...]  # as TERMS
    lix: float
    length: float  # words per sentence


class Pair(NamedTuple):
    """A row, measured."""

    row: Row
    before: Side
    after: Side


def measure(text: str, standard: Any) -> Side:
    """The terms of the burden, LIX and mean sentence length over all sentences, headings too."""
    source, settings = Source("text", text), Settings(standard=standard)
    report, read = (
        engine.check_one(source, settings, format="plain"),
        engine.to_text(source, settings, "plain"),
    )
    if read is None:
        raise ValueError(f"not Norwegian: {text[:60]}")
    parsed = language.parse(dict.fromkeys(read.sentences, shape.NEEDS), shape.NEEDS)
    whole = {rule.name for rule in catalog().values() if rule.whole}
    values = burden.features(report, shape.shape(parsed.values(), burden.table()["common"]), whole)
    words = [w.lower for s in read.sentences for w in s.words if any(map(str.isalpha, w.lower))]
    length = len(words) / max(1, len(read.sentences))
    long = 100 * sum(len(w) > 6 for w in words) / max(1, len(words))
    findings = sum(values[priority] for priority in Priority)
    return Side((findings, *(values[term] for term in TERMS[1:])), length + long, length)


def family(row: Row) -> str:
    """Which source a row is from; the editions and chapters of a guide are one."""
    title = str(row["source_title"]).lower()
    return next((name for name in FAMILIES if name in title), title)


def differences(pairs: Sequence[Pair]) -> np.ndarray:
    """Before minus after, a row for each pair, a column for each term."""
    rows = [np.subtract(pair.before.terms, pair.after.terms) for pair in pairs]
    return np.array(rows).reshape(-1, len(TERMS))


def fit(scored: Sequence[Pair], others: Sequence[Pair]) -> np.ndarray:
    """Weights of logistic regression on the differences, none of the wrong sign; without a constant, since
    the order of the two is ours."""
    table = np.vstack([differences(scored), differences(others)]) * SIGN
    share = np.r_[np.ones(len(scored)), np.full(len(others), OTHERS)]
    scale = np.sqrt((table**2).mean(axis=0)) + 1e-9
    table, weights = table / scale, np.full(len(TERMS), 0.3)
    for _ in range(3000):
        wrong = share / (1 + np.exp(table @ weights))
        slope = RIDGE * weights - (table * wrong[:, None]).sum(axis=0) / share.sum()
        weights = np.maximum(0, weights - 0.5 * slope)
    return np.asarray(SCALE * SIGN * weights / scale)


def shipped() -> np.ndarray:
    """The weights of burden.toml."""
    return np.array([burden.table()["weights"][term] for term in TERMS])


def told(values: Sequence[float] | np.ndarray, margin: float) -> tuple[int, int, int]:
    """Pairs, decided, right, for values that are above zero where *after* is plainer."""
    decided = [value for value in values if abs(value) > margin + 1e-9]
    return len(values), len(decided), sum(value > 0 for value in decided)


def line(name: str, counts: tuple[int, int, int]) -> str:
    """One row of a table."""
    pairs, decided, right = counts
    shares = (
        f"{100 * decided / max(1, pairs):5.1f} %",
        f"{100 * right / decided:5.1f} %" if decided else "–",
    )
    return f"| {name:32} | {pairs:3} | {shares[0]} | {shares[1]:>7} |"


def groups(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """All, then by kind, by standard and by evidence."""
    found = {"all": list(pairs)}
    for field in ("kind", "standard", "evidence"):
        for pair in pairs:
            found.setdefault(str(pair.row[field]), []).append(pair)
    return found


def crossvalidate(scored: Sequence[Pair], others: Sequence[Pair], margin: float) -> None:
    """Each source judged by weights that have not seen it, nor other rows of its own."""
    judged: list[float] = []
    for name in sorted({family(pair.row) for pair in scored}):
        held = [p for p in scored if family(p.row) == name]
        weights = fit(
            [p for p in scored if family(p.row) != name], [p for p in others if family(p.row) != name]
        )
        values = differences(held) @ weights
        judged.extend(values)
        shown = " ".join(f"{weight:5.2f}" for weight in weights)
        print(f"{line(name[:32], told(values, margin))} {shown} |")
    print(line("all sources together", told(judged, margin)) + f" {'':23} |")


def spread(scored: Sequence[Pair], others: Sequence[Pair], margin: float, folds: int = 5) -> None:
    """The same in folds of equal size over all pairs, twenty times, to tell how much is chance."""
    decided, right = [], []
    for seed in range(20):
        order = np.random.default_rng(seed).permutation(len(scored))
        for part in np.array_split(order, folds):
            out = set(part.tolist())
            weights = fit([p for i, p in enumerate(scored) if i not in out], others)
            count = told(differences([scored[i] for i in sorted(out)]) @ weights, margin)
            decided.append(100 * count[1] / count[0])
            right.append(100 * count[2] / max(1, count[1]))
    for name, values in (("decided", decided), ("right of decided", right)):
        low, high = np.percentile(values, [10, 90])
        print(f"{name}: mean {np.mean(values):.1f} %, standard deviation {np.std(values):.1f}, "
              f"10-90 per cent of the folds {low:.0f}-{high:.0f} %")  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--fit", action="store_true", help="print the weights that fit all pairs")
    parser.add_argument("--misses", action="store_true", help="list the pairs that are judged wrongly")
    asked = parser.parse_args()
    rows = [json.loads(row) for row in asked.file.read_text("utf-8").splitlines() if row.strip()]
    pairs = [
        Pair(row, measure(row["before"], row["standard"]), measure(row["after"], row["standard"]))
        for row in rows
        if not row.get("before_standard")
    ]
    scored = [p for p in pairs if p.row["evidence"] in SCORED and p.row["kind"] != "phrase"]
    others = [p for p in pairs if p not in scored]
    margin = float(burden.table()["margin"])
    weights = fit(scored, others) if asked.fit else shipped()
    if asked.fit:
        print("\n".join(f"{term} = {weight:.3g}" for term, weight in zip(TERMS, weights, strict=True)), "\n")

    rivals: list[tuple[str, float, Callable[[Pair], float]]] = [
        ("burden", margin, lambda p: float(np.subtract(p.before.terms, p.after.terms) @ weights)),
        ("findings alone", 0, lambda p: p.before.terms[0] - p.after.terms[0]),
        ("LIX", 0, lambda p: p.before.lix - p.after.lix),
        ("mean sentence length", 0, lambda p: p.before.length - p.after.length),
    ]
    print(f"| {'':32} | pairs | decided | right of decided |\n| --- | ---: | ---: | ---: |")
    for name, own in groups(scored).items():
        for rival, limit, value in rivals:
            print(line(f"{name}: {rival}", told([value(pair) for pair in own], limit)))
    print(line("not scored: burden", told([rivals[0][2](pair) for pair in others], margin)))
    print(f"\nWithout the source itself:\n\n| {'source':32} | pairs | decided | right | {' '.join(TERMS)} |")
    print("| --- | ---: | ---: | ---: | --- |")
    crossvalidate(scored, others, margin)
    print("\nIn folds of a fifth, drawn twenty times:")
    spread(scored, others, margin)
    if asked.misses:
        for pair in scored:
            if rivals[0][2](pair) < -margin:
                print(pair.row["id"], round(rivals[0][2](pair), 1), np.round(differences([pair]), 1)[0])


if __name__ == "__main__":
    main()
