"""How common words are: klarsprak/frequency.tsv, counted in the train part of the treebank.

    python -m training.frequency TREEBANK_DIR

A row is a written standard, a band and the words in it: band n means 2**n to 2**(n+1)-1 times among some
250,000 words. Names are left out: how common a name is says nothing of the text that mentions it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from training.ndt import FOLDERS, Standard, read

OUT = Path(__file__).parents[1] / "klarsprak" / "frequency.tsv"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SEEN = 4  # times, and in two files: fewer is chance
HEAD = """\
# Made by training/frequency.py from the train part of the Norwegian Dependency Treebank (annotations CC0).
# Written standard, band n (seen 2**n to 2**(n+1)-1 times), words.
"""


def bands(treebank: Path, standard: Standard) -> dict[int, list[str]]:
    """Words by band."""
    count, files = Counter[str](), defaultdict[str, set[str]](set)
    for file, sentence in read(treebank, standard, "train"):
        for token in sentence:
            if "prop" not in token.feats and WORD.fullmatch(token.form):
                form = token.form.lower()
                count[form] += 1
                files[form].add(str(file))
    found = defaultdict[int, list[str]](list)
    for form, times in count.items():
        if times >= SEEN and len(files[form]) > 1:
            found[times.bit_length() - 1].append(form)
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    treebank: Path = parser.parse_args().treebank
    rows = [
        f"{standard}\t{band}\t{' '.join(sorted(words))}\n"
        for standard in FOLDERS
        for band, words in sorted(bands(treebank, standard).items())
    ]
    OUT.write_text(HEAD + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
