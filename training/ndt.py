"""Reading the Norwegian Dependency Treebank (NDT) as the NorNE repository holds it, and its three parts.

Columns and tags: Kinn, Solberg and Eriksen, "NDT Guidelines for Morphological Annotation" and "NDT
Guidelines for Syntactic Annotation", National Library of Norway 2014.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

Part = Literal["train", "dev", "test"]
Standard = Literal["nb", "nn"]

FOLDERS: dict[Standard, str] = {"nb": "nob", "nn": "nno"}

# Per source: the first file of dev and the first of test; what sorts before is train. From the READMEs of
# UD_Norwegian-Bokmaal and UD_Norwegian-Nynorsk. kk006_0000, which the former forgets, is train by its
# sentence count (15,696).
_STARTS: dict[Standard, dict[str, tuple[str, str]]] = {
    "nb": {
        "ap": ("ap012_0003", "ap014_0003"),
        "blogg-bm": ("blogg-bm003_0001", "blogg-bm003_0003"),
        "bt": ("bt005_0002", "bt005_0006"),
        "db": ("db013_0005", "db014_0003"),
        "kk": ("kk006_0001", "kk007_0001"),
        "nou": ("nou004_0001", "nou004_0002"),
        "sp-bm": ("sp-bm002_0000", "sp-bm003_0000"),
        "st": ("st005_0001", "st005_0003"),
        "vg": ("vg002_0004", "vg002_0005"),
    },
    "nn": {
        "blogg-nn": ("blogg-nn003_0002", "blogg-nn003_0003"),
        "dot": ("dot014_0008", "dot015_0003"),
        "firda-nn": ("firda-nn004_0006", "firda-nn005_0003"),
        "kk-nn": ("kk-nn006_0003", "kk-nn007_0003"),
        "mom": ("mom003_0005", "mom003_0006"),
        "st-nn": ("st-nn002_0001", "st-nn002_0002"),
        "vtb-nn": ("vtb-nn006_0005", "vtb-nn007_0002"),
    },
}


@dataclass(frozen=True, slots=True)
class Token:
    """One line of the treebank, with NDT's own tags."""

    index: int  # in the sentence, from 1
    form: str
    lemma: str
    pos: str
    feats: frozenset[str]
    head: int  # 0 at the root
    relation: str


def part_of(standard: Standard, file: str) -> Part:
    """Which part the file (its name without ending) belongs to."""
    source = re.match(r"\D*", file)
    assert source is not None  # \D* matches anything
    if source[0] not in _STARTS[standard]:
        raise ValueError(f"{file}: not a text of the {standard} treebank")
    dev, test = _STARTS[standard][source[0]]
    return "train" if file < dev else "dev" if file < test else "test"


def read_file(path: Path) -> Iterator[list[Token]]:
    """The sentences of one file of ten tab-separated columns."""
    sentence: list[Token] = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            index, form, lemma, pos, _, feats, head, relation, *_ = line.split("\t")
            tags = frozenset(feats.split("|")) - {"_"}
            sentence.append(Token(int(index), form, lemma, pos, tags, int(head), relation))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def read(treebank: Path, standard: Standard, part: Part) -> Iterator[tuple[str, list[Token]]]:
    """(file, sentence) for all of one part, in the order of the files."""
    folder = treebank / "ndt" / FOLDERS[standard]
    paths = sorted(folder.glob("*.conll"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no .conll files")
    for path in paths:
        if part_of(standard, path.stem) == part:
            for sentence in read_file(path):
                yield path.stem, sentence


def without_bars(sentence: list[Token]) -> tuple[list[Token], bool]:
    """The sentence without the `|` that closes headings, and whether it is a heading.

    What hung on a bar is hung on the bar's own head.
    """
    heading = any(token.form == "|" or "<overskrift>" in token.feats for token in sentence)
    bars = {token.index for token in sentence if token.form == "|" and token.pos == "clb"}
    if not bars:
        return sentence, heading
    heads = {token.index: token.head for token in sentence}
    kept = [token for token in sentence if token.index not in bars]
    new = {token.index: place for place, token in enumerate(kept, 1)} | {0: 0}

    def head_of(index: int) -> int:
        while index in bars:
            index = heads[index]
        return new[index]

    return [replace(t, index=new[t.index], head=head_of(t.head)) for t in kept], heading
