"""Which Norwegian: python benchmarks/standard.py TREEBANK_DIR [EVAL_DIR].

Share of UD dev and test sentences by length that get the right standard (wrong: the other one; none: cannot
be told; foreign: taken for another language), whole texts of the treebank's dev and test parts, and, with
EVAL_DIR, the pages of `dev/pages.jsonl` and how many of their lines are called foreign.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # for training/, when this file is run as a script

from klarsprak.standard import assign, guess
from klarsprak.text import Block, Kind, Standard
from klarsprak.words import words
from training.ndt import FOLDERS, Part, read

UD = {"nb": "Bokmaal/no_bokmaal", "nn": "Nynorsk/no_nynorsk"}
PARTS: tuple[Part, ...] = ("dev", "test")


def outcome(text: str, standard: str) -> str:
    """right, wrong, none or foreign."""
    code = guess(text).code
    return "right" if code == standard else {"nb": "wrong", "nn": "wrong", None: "none"}.get(code, "foreign")


def line(name: str, outcomes: Iterable[str]) -> None:
    """One line of the table."""
    counts = Counter(outcomes)
    total = counts.total()
    shares = "".join(f"{counts[kind] / total:9.2%}" for kind in ("right", "wrong", "none", "foreign"))
    print(f"{name:28}{total:6}{shares}")


def sentences(treebank: Path, standard: str, part: str) -> list[str]:
    """The texts of a UD file."""
    lines = (treebank / "ud" / f"{UD[standard]}-ud-{part}.conllu").read_text("utf-8").splitlines()
    return [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]


def documents(treebank: Path, standard: Standard, part: Part) -> list[str]:
    """The whole texts of one part of NDT."""
    texts: dict[str, list[str]] = {}
    for file, sentence in read(treebank, standard, part):
        texts.setdefault(file, []).extend(token.form for token in sentence if token.form != "|")
    return [" ".join(forms) for forms in texts.values()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("evaluation", type=Path, nargs="?")
    args = parser.parse_args()
    print(f"{'':28}{'n':>6}" + "".join(f"{kind:>9}" for kind in ("right", "wrong", "none", "foreign")))
    for part in PARTS:
        for standard in FOLDERS:
            texts = [(len(words(text)), text) for text in sentences(args.treebank, standard, part)]
            for least, most in ((1, 3), (4, 7), (8, 999)):
                name = (
                    f"{standard} {part}, {least}-{most} words"
                    if most < 999
                    else f"{standard} {part}, {least}+ words"
                )
                line(name, (outcome(text, standard) for n, text in texts if least <= n <= most))
            line(
                f"{standard} {part}, texts",
                (outcome(t, standard) for t in documents(args.treebank, standard, part)),
            )
    if args.evaluation:
        pages(args.evaluation / "dev" / "pages.jsonl")


def pages(path: Path) -> None:
    """Pages, one block a line."""
    right = total = foreign = blocks = 0
    for record in map(json.loads, path.read_text("utf-8").splitlines()):
        texts = [text.strip() for text in record["text"].split("\n") if text.strip()]
        page, standards = assign([Block(Kind.PARAGRAPH, text, ()) for text in texts])
        total += 1
        right += page == record["standard"]
        if page != record["standard"]:
            print(f"  {record['id']}: {page}, said to be {record['standard']}")
        blocks += len(texts)
        foreign += standards.count(None)
    print(f"pages: {right} of {total} right; {foreign} of {blocks} lines called foreign")


if __name__ == "__main__":
    main()
