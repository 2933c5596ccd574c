"""A trained pipeline → the folder that is shipped: rounded weights, few strings, credits."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token

ROUNDED_BITS = 13  # of the 23 mantissa bits: float16 precision, which zip then packs to half
META = {
    "name": "nb_nn_klarsprak",
    "version": "1.0.0",
    "description": "Bokmål and nynorsk in one: part of speech, features, lemmas and dependencies.",
    "author": "klarsprak",
    "license": "MIT",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {
            "name": "Norwegian Dependency Treebank (NDT), train part",
            "url": "https://www.nb.no/sprakbanken/ressurskatalog/oai-nb-no-sbr-10/",
            "author": "National Library of Norway",
            "license": "CC0 1.0 (annotations)",
        },
        {
            "name": "NorNE, whose copy of NDT was used",
            "url": "https://github.com/ltgoslo/norne",
            "author": "Language Technology Group, University of Oslo; Schibsted; National Library of Norway",
            "license": "CC0 1.0 (annotations)",
        },
    ],
}


def round_weights(nlp: Language) -> int:
    """Round every weight in place; returns how many there are."""
    done: set[tuple[int, str]] = set()
    total = 0
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline]
    for pipe in pipes:
        for node in pipe.model.walk():
            for name in node.param_names:
                if node.has_param(name) and (node.id, name) not in done:
                    done.add((node.id, name))
                    weights = node.get_param(name)
                    node.set_param(name, rounded(weights))
                    total += weights.size
    return total


def rounded(weights: NDArray[np.float32], bits: int = ROUNDED_BITS) -> NDArray[np.float32]:
    """The nearest floats whose last `bits` bits are zero."""
    whole = np.ascontiguousarray(weights, dtype=np.float32).view(np.uint32).astype(np.int64)
    nearest = ((whole + (1 << (bits - 1))) >> bits) << bits
    return nearest.astype(np.uint32).view(np.float32).reshape(weights.shape)


def strings_needed(nlp: Language, folder: Path) -> Iterator[str]:
    """What the saved pipeline must be able to spell: labels, features, lemma endings, exceptions."""
    tokenizer: Any = nlp.tokenizer
    yield from spacy.blank(nlp.meta["lang"]).vocab.strings
    yield from tokenizer.rules
    for name, pipe in nlp.pipeline:
        yield name
        for label in map(str, getattr(pipe, "labels", ())):
            yield label
            for pair in label.split("|"):
                yield pair
                yield from pair.split("=")
    morphologizer: Any = nlp.get_pipe("morphologizer")
    for label, morph in morphologizer.cfg.get("labels_morph", {}).items():
        yield from (label, morph)
    parser: Any = nlp.get_pipe("parser")
    for move in parser.move_names:
        yield from (move, *move.split("-", 1))
    if nlp.has_pipe("trainable_lemmatizer"):
        trees = srsly.msgpack_loads((folder / "trainable_lemmatizer" / "trees").read_bytes())["trees"]
        for tree in trees:
            for part in ("orig", "subst"):
                if tree.get(part):
                    yield nlp.vocab.strings[tree[part]]


def save(nlp: Language, folder: Path, performance: dict[str, Any]) -> None:
    """Write the pipeline; the words of the treebank do not go along."""
    nlp.meta.update(META)
    nlp.meta["performance"] = performance
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # of this machine
    nlp.to_disk(folder)
    known = set(nlp.vocab.strings)
    kept = sorted(known.intersection(strings_needed(nlp, folder)))
    (folder / "vocab" / "strings.json").write_text(
        json.dumps(kept, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )


def same_share(first: list[Doc], second: list[Doc]) -> float:
    """Share of the tokens with the same tag, features, lemma, head and label in both."""
    pairs = [pair for docs in zip(first, second, strict=True) for pair in zip(*docs, strict=True)]
    return sum(_analysis(a) == _analysis(b) for a, b in pairs) / len(pairs)


def _analysis(token: Token) -> tuple[str, str, str, int, str]:
    return token.pos_, str(token.morph), token.lemma_, token.head.i, token.dep_
