"""The UD dev and test parts lend their spacing to the same sentences of NDT; nothing is learnt from them."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.ndt import Part, Standard, Token, read, without_bars

FILES: dict[Standard, str] = {
    "nb": "Bokmaal/no_bokmaal-ud-{part}.conllu",
    "nn": "Nynorsk/no_nynorsk-ud-{part}.conllu",
}


def read_forms(path: Path) -> Iterator[tuple[list[str], list[bool]]]:
    """Forms, and whether a space follows each, of every sentence of a CoNLL-U file."""
    forms: list[str] = []
    after: list[bool] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if columns[0].isdigit():
            forms.append(columns[1])
            after.append("SpaceAfter=No" not in columns[9])
        elif not line and forms:
            yield forms, after
            forms, after = [], []


def aligned(
    treebank: Path, standard: Standard, part: Part
) -> Iterator[tuple[str, bool, list[Token], list[bool]]]:
    """(file, is a heading, sentence, spaces) of all sentences that both treebanks tokenise alike."""
    waiting: dict[tuple[str, ...], list[list[bool]]] = defaultdict(list)
    for forms, after in read_forms(treebank / "ud" / FILES[standard].format(part=part)):
        waiting[_key(forms)].append(after)
    for file, barred in read(treebank, standard, part):
        sentence, heading = without_bars(barred)
        key = _key([token.form for token in sentence])
        if waiting[key]:
            yield file, heading, sentence, waiting[key].pop(0)
        elif sentence and sentence[-1].form == "." and waiting[key[:-1]] and not _governs(sentence):
            # NDT adds a full stop to a sentence that ends in an abbreviation
            yield file, heading, sentence[:-1], waiting[key[:-1]].pop(0)


def _key(forms: list[str]) -> tuple[str, ...]:
    return tuple(form.replace(" ", "") for form in forms)


def _governs(sentence: list[Token]) -> bool:
    """Whether anything hangs on the last token."""
    return any(token.head == len(sentence) for token in sentence)
