"""Treebank sentences → the documents that the pipeline is trained and scored on.

The engine gives the model one sentence at a time, most often without its neighbours, and headings and list
items without a full stop. So about half of the training documents are single sentences, every heading is a
document, and a tenth of the documents lose their last full stop.
"""

import random
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.ndt import Part, Standard, Token, read, without_bars
from training.spacing import spaces
from training.tree import Word, convert
from training.ud import aligned

Item = tuple[list[Word], list[bool]]  # a sentence, and whether a space follows each of its words

LENGTHS = (1, 1, 1, 1, 1, 2, 3, 4, 6, 8)  # sentences in a document; drawn anew for each
LOSES_STOP = 0.1
IMPERATIVE_COPIES = 3  # «Søk om …» opens one treebank sentence in a hundred, but half of a public web page


def make_doc(vocab: Vocab, items: Iterable[Item]) -> Doc:
    """A gold document of the given sentences."""
    words: list[Word] = []
    after: list[bool] = []
    heads: list[int] = []
    for sentence, spacing in items:
        start = len(words)
        heads += [start + (word.head - 1 if word.head else place) for place, word in enumerate(sentence)]
        words += sentence
        after += spacing
    after[-1] = False
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=after,
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.label for word in words],
    )


def train_docs(treebank: Path, standard: Standard, vocab: Vocab, seed: int = 1) -> list[Doc]:
    """All training documents of one standard, in the order of the files."""
    rng = random.Random(seed)
    docs: list[list[Item]] = []
    imperatives: list[list[Item]] = []
    current: list[Item] = []
    current_file, wanted = "", 0

    def close() -> None:
        nonlocal current
        if current:
            sentence, spacing = current[-1]
            if len(sentence) > 3 and sentence[-1].form == "." and rng.random() < LOSES_STOP:
                current[-1] = (sentence[:-1], spacing[:-1]) if _is_leaf(sentence) else current[-1]
            docs.append(current)
        current = []

    for file, barred in read(treebank, standard, "train"):
        tokens, heading = without_bars(barred)
        if not tokens:
            continue
        words = convert(_without_added_stop(tokens))
        item = words, spaces([word.form for word in words])
        if "Mood=Imp" in words[0].feats.split("|"):
            imperatives += [[item]] * IMPERATIVE_COPIES
        if heading:
            close()
            docs.append([item])
            continue
        if file != current_file or len(current) >= wanted:
            close()
            current_file, wanted = file, rng.choice(LENGTHS)
        current.append(item)
    close()
    return [make_doc(vocab, items) for items in docs + imperatives]


def gold_docs(treebank: Path, standard: Standard, part: Part, vocab: Vocab) -> list[Doc]:
    """Dev or test, one sentence a document, spaced as in UD."""
    return [
        make_doc(vocab, [(convert(sentence), spacing)])
        for _, _, sentence, spacing in aligned(treebank, standard, part)
    ]


def gold_blocks(treebank: Path, standard: Standard, part: Part, vocab: Vocab, longest: int = 15) -> list[Doc]:
    """Dev or test as running text: up to `longest` sentences of one file; headings on their own."""
    docs: list[list[Item]] = []
    current: list[Item] = []
    current_file = ""
    for file, heading, sentence, spacing in aligned(treebank, standard, part):
        item = convert(sentence), spacing
        if heading or file != current_file or len(current) >= longest:
            docs += [current] if current else []
            current, current_file = [], file
        if heading:
            docs.append([item])
        else:
            current.append(item)
    docs += [current] if current else []
    return [make_doc(vocab, items) for items in docs]


def _without_added_stop(tokens: list[Token]) -> list[Token]:
    """NDT adds a full stop to a sentence that ends in an abbreviation; the text had one only."""
    if len(tokens) < 3 or tokens[-1].form != ".":
        return tokens
    before = tokens[-2].form
    added = before.endswith(".") and before not in (".", "..", "...")
    return tokens[:-1] if added and all(token.head != len(tokens) for token in tokens) else tokens


def _is_leaf(sentence: list[Word]) -> bool:
    """Whether nothing hangs on the last word."""
    return all(word.head != len(sentence) for word in sentence)
