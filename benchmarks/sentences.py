"""Sentence ends against the treebank's running text: python benchmarks/sentences.py TREEBANK_DIR [--errors].

TREEBANK_DIR holds `ndt/nob`, `ndt/nno` (which sentences are headings, and in which file) and `ud/*` (the
spaces of the dev and test parts). Headings are blocks of their own; only blocks of two sentences and more
count. A sentence is right when both its ends are. Dev is for working on, test for looking at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from klarsprak.sentences import split

STANDARDS = {"nb": ("nob", "Bokmaal", "bokmaal"), "nn": ("nno", "Nynorsk", "nynorsk")}


def ud_sentences(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """Forms and text of every sentence of a UD file."""
    forms: list[str] = []
    text = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line[9:]
        elif line[:1].isdigit() and line.split("\t")[0].isdigit():
            forms.append(line.split("\t")[1].replace(" ", ""))
        elif not line and forms:
            yield tuple(forms), text
            forms = []


def ndt_sentences(folder: Path) -> dict[tuple[str, ...], tuple[str, bool]]:
    """Forms of every sentence -> file and whether it is a heading (NDT marks those with a bar)."""
    found = {}
    for path in sorted(folder.glob("*.conll")):
        for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
            rows = [line.split("\t") for line in sentence.splitlines()]
            forms = tuple(row[1].replace(" ", "") for row in rows if row[1] != "|")
            heading = len(forms) < len(rows) or any("<overskrift>" in row[5] for row in rows)
            found[forms] = path.stem, heading
            if forms[-1:] == (".",):  # NDT adds a full stop after an abbreviation that ends the sentence
                found.setdefault(forms[:-1], (path.stem, heading))
    return found


def blocks(treebank: Path, standard: str, part: str) -> Iterator[list[str]]:
    """Runs of at most 15 sentences of one text without a heading between."""
    ndt, folder, name = STANDARDS[standard]
    where = ndt_sentences(treebank / "ndt" / ndt)
    block: list[str] = []
    current = ""
    for forms, text in ud_sentences(treebank / "ud" / folder / f"no_{name}-ud-{part}.conllu"):
        file, heading = where.get(forms, (current, False))
        if block and (heading or file != current or len(block) == 15):
            yield block
            block = []
        current = file
        if not heading:
            block.append(text.strip())
    if block:
        yield block


def measure(treebank: Path, standard: str, part: str, errors: bool) -> tuple[int, float, float, float]:
    """Number of gold sentences, precision, recall and F1."""
    gold = found = right = 0
    for block in blocks(treebank, standard, part):
        if len(block) < 2:
            continue
        text = " ".join(block)
        truth, at = set(), 0
        for sentence in block:
            truth.add((at, at + len(sentence)))
            at += len(sentence) + 1
        guess = set(split(text))
        gold, found, right = gold + len(truth), found + len(guess), right + len(truth & guess)
        if errors:
            starts = [{start for start, _ in spans} for spans in (truth, guess)]
            for sign, places in (("missed  ", starts[0] - starts[1]), ("invented", starts[1] - starts[0])):
                for place in sorted(places):
                    print(f"{standard} {sign} {text[max(0, place - 50) : place]}‖{text[place : place + 30]}")
    precision, recall = right / found, right / gold
    return gold, precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the errors on dev; leave test alone")
    args = parser.parse_args()
    print(f"{'':8}{'sentences':>10}{'P':>8}{'R':>8}{'F1':>8}")
    for part in ("dev",) if args.errors else ("dev", "test"):
        for standard in STANDARDS:
            gold, *scores = measure(args.treebank, standard, part, args.errors)
            print(f"{standard} {part:5}{gold:10}" + "".join(f"{score:8.3f}" for score in scores))


if __name__ == "__main__":
    main()
