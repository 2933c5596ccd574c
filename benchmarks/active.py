"""The active rewrites that `passiv-av` offers in the treebank, to be judged by a person.

    python benchmarks/active.py TREEBANK_DIR

All parts of the treebank are read (the model was trained on one of them; the rule was not). Printed are,
for each standard, how many passives name their doer (as the rules about passives see it), how many
rewrites are offered, and each of them: the clause, what follows it, and the rewrite. A rewrite is right
when a proof-reader would let it stand in place of the clause: grammatical, same tense, same people doing
the same thing, and what follows still fits.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # for training/, when this file is run as a script


from klarsprak import Block, Kind, Parsed, Run, Sentence, Source, Text, catalog, language  # noqa: E402
from training.ndt import FOLDERS, Part, Standard, read, without_bars  # noqa: E402
from training.spacing import spaces  # noqa: E402

PARTS: tuple[Part, ...] = ("dev", "test", "train")
RULE, PASSIVES = catalog()["passiv-av"], (catalog()["passiv"], catalog()["passiv-bli"])


def sentences(treebank: Path, standard: Standard) -> Iterator[Sentence]:
    """Those that the gate of the rule lets through."""
    for part in PARTS:
        for _, barred in read(treebank, standard, part):
            forms = [token.form for token in without_bars(barred)[0]]
            text = "".join(f + " " * s for f, s in zip(forms, spaces(forms), strict=True)).strip()
            block = Block(Kind.PARAGRAPH, text, (Run(0, len(text), 0, len(text)),), standard=standard)
            sentence = Sentence(block, 0, len(text))
            if RULE.gate is None or RULE.gate(sentence):
                yield sentence


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    treebank = parser.parse_args().treebank
    for standard in FOLDERS:
        doers, offered = 0, []
        wanted = dict.fromkeys(sentences(treebank, standard), RULE.needs)
        for parsed in language.parse(wanted, RULE.needs).values():
            text = as_text(parsed)
            doers += sum(hit.case == "agent" for passive in PASSIVES for hit in passive.check(text))
            for hit in RULE.check(text):
                after = parsed.sentence.text[hit.at.end :][:40]
                offered.append(f"{hit.at.text} | {after}\n    {hit.instead[0]}")
        print(f"{standard}: {doers} passives with a doer, {len(offered)} rewrites offered")
        print("\n".join(offered))


def as_text(parsed: Parsed) -> Text:
    """A text of one sentence."""
    sentence = parsed.sentence
    return Text(
        Source("", sentence.text), sentence.standard, (sentence.block,), (sentence,), parsed=(parsed,)
    )


if __name__ == "__main__":
    main()
