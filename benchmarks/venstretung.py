"""Whether the rule venstretung sees the verb where the treebank has it, and how often it speaks.

    python -m benchmarks.venstretung TREEBANK_DIR [--part dev|test] [--pipeline NAME] [--misses]

TREEBANK_DIR holds `ud`. The gold verb of a sentence is the first finite one of the root and its auxiliaries
and copulas. A finding is right when the words it marks end where the gold verb begins. Each sentence is
read as given, as a block of its own, and its standard is known.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # for training/, when this file is run as a script

from benchmarks.passive import sentence_of, spaced  # noqa: E402
from klarsprak import Source, Text, catalog  # noqa: E402
from klarsprak.language import parse  # noqa: E402
from klarsprak.text import Standard  # noqa: E402
from training.ndt import Part  # noqa: E402
from training.ud import FILES  # noqa: E402

RULE = catalog()["venstretung"]
LIMIT = RULE.options["max_words"]


class Gold(NamedTuple):
    """A sentence, where its main verb begins (None: it has none), and the words before that."""

    text: str
    verb: int | None
    before: int


def golds(treebank: Path, standard: Standard, part: Part) -> Iterator[Gold]:
    """The sentences of a UD file."""
    path = treebank / "ud" / FILES[standard].format(part=part)
    for lines in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in lines.splitlines() if line[:1].isdigit()]
        if not rows:
            continue
        text, ends = spaced([row[1] for row in rows], ["SpaceAfter=No" not in row[9] for row in rows])
        root = next(row[0] for row in rows if row[7] == "root")
        finite = (i for i, row in enumerate(rows) if "VerbForm=Fin" in row[5] and _is_main(row, root))
        verb = next(finite, None)
        if verb is None:
            yield Gold(text, None, 0)
        else:
            yield Gold(text, ends[verb] - len(rows[verb][1]), sum(row[3] != "PUNCT" for row in rows[:verb]))


def _is_main(row: list[str], root: str) -> bool:
    return row[0] == root or (row[6] == root and row[7] in ("aux", "aux:pass", "cop"))


def measure(treebank: Path, standard: Standard, part: Part, pipeline: str | None) -> Iterator[str]:
    """The row of one part, and what was marked elsewhere."""
    by_sentence = {sentence_of(gold.text, standard): gold for gold in golds(treebank, standard, part)}
    asked = [s for s in by_sentence if RULE.gate and RULE.gate(s)]
    parsed = parse(dict.fromkeys(asked, RULE.needs), RULE.needs, pipeline)
    right, wrong = 0, []
    for sentence, gold in by_sentence.items():
        seen = (parsed[sentence],) if sentence in parsed else ()
        text = Text(Source("", gold.text), standard, (sentence.block,), (sentence,), parsed=seen)
        for hit in RULE.check(text):
            if gold.verb is not None and gold.text[hit.at.end : gold.verb].strip(' ,»)]}–-"') == "":
                right += hit.at.end <= gold.verb
            else:
                wrong.append(f"   {gold.text[: hit.at.end]}] {gold.text[hit.at.end : hit.at.end + 40]}")
    total, found = len(by_sentence), right + len(wrong)
    heavy = sum(gold.before > LIMIT for gold in by_sentence.values())
    yield (
        f"{standard} {part:<5} {total:>6} sentences  findings {found:>3} ({found / total:.1%})  verb right "
        f"{right:>3} ({right / max(found, 1):.1%})  gold > {LIMIT} words {heavy:>3}  "
        f"to the model {len(asked) / total:.1%}"
    )
    yield from wrong


def main() -> None:
    """Print a row for each standard and part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), help="both when left out")
    parser.add_argument("--pipeline", help="name or folder, other than the shipped one")
    parser.add_argument("--misses", action="store_true", help="list what was marked elsewhere")
    asked = parser.parse_args()
    standards: tuple[Standard, Standard] = ("nb", "nn")
    parts: tuple[Part, ...] = (asked.part,) if asked.part else ("dev", "test")
    for standard in standards:
        for part in parts:
            row, *wrong = measure(asked.treebank, standard, part, asked.pipeline)
            print("\n".join([row, *wrong] if asked.misses else [row]))


if __name__ == "__main__":
    main()
