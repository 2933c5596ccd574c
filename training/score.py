"""Scores and speed of a pipeline on a part of the treebank: `python -m training.score PIPELINE TREEBANK`.

One gold sentence is one document, as the engine feeds the model. Punctuation is left out of UAS and LAS,
as in spaCy's own scores. The gold is our conversion of NDT (training/tree.py).
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from klarsprak.lemmas import Tables, fix_lemmas, load
from training.documents import gold_docs
from training.ndt import FOLDERS, Part, Standard

MEASURES = {"UPOS": "pos_acc", "morph": "morph_acc", "UAS": "dep_uas", "LAS": "dep_las", "lemma": "lemma_acc"}
LABELS = ("nsubj", "nsubj:pass", "aux:pass", "obj", "ccomp", "acl:relcl", "advcl", "mark")


def one_sentence(doc: Doc) -> Doc:
    """The Doc, marked as one sentence, so that the parser does not split it."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def score(
    nlp: Language, gold: list[Doc], standard: Standard, tables: Tables | None = None
) -> dict[str, float]:
    """Per cent: MEASURES, `lemma-raw` (the pipeline's own, before fix_lemmas) and the F of each of LABELS."""
    predicted = list(nlp.pipe(one_sentence(nlp.make_doc(doc.text)) for doc in gold))
    examples = [Example(mine, theirs) for mine, theirs in zip(predicted, gold, strict=True)]
    raw = Scorer(nlp).score(examples).get("lemma_acc")
    for doc in predicted:
        fix_lemmas(doc, standard, tables)
    # The Scorer leaves lemmas out when no component of the pipeline makes them.
    found = Scorer(nlp).score(examples) | Scorer.score_token_attr(examples, "lemma")
    scores = {name: 100 * found[key] for name, key in MEASURES.items() if found.get(key) is not None}
    if raw is not None:
        scores["lemma-raw"] = 100 * raw
    by_label = found.get("dep_las_per_type") or {}
    return scores | {name: 100 * by_label[name]["f"] for name in LABELS if name in by_label}


def speed(nlp: Language, gold: list[Doc], standard: Standard) -> dict[str, float]:
    """Tokens a CPU second: the tokenizer, the pipeline up to and with each component, and fix_lemmas."""
    texts = [doc.text for doc in gold]
    speeds = {}

    def timed(name: str, work: Callable[[], list[Doc]]) -> list[Doc]:
        started = time.process_time()
        docs = work()
        speeds[name] = sum(map(len, docs)) / (time.process_time() - started)
        return docs

    docs = timed("tokenizer", lambda: [nlp.make_doc(text) for text in texts])
    for place, name in enumerate(nlp.pipe_names, 1):
        with nlp.select_pipes(enable=nlp.pipe_names[:place]):
            docs = timed(name, lambda: list(nlp.pipe(texts, batch_size=128)))
    load(standard)
    timed("fix_lemmas", lambda: [_with_lemmas(doc, standard) for doc in docs])
    return speeds


def _with_lemmas(doc: Doc, standard: Standard) -> Doc:
    fix_lemmas(doc, standard)
    return doc


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.score", description=__doc__)
    parser.add_argument("pipeline", help="folder or name of a spaCy pipeline")
    parser.add_argument("treebank", type=Path, help="folder with ndt/ and ud/")
    parser.add_argument("--part", choices=["dev", "test"], default="test")
    arguments = parser.parse_args()
    part: Part = arguments.part
    nlp = spacy.load(arguments.pipeline)
    for standard in FOLDERS:
        gold = gold_docs(arguments.treebank, standard, part, nlp.vocab)
        print(f"{standard} {part}: {len(gold)} sentences, {sum(map(len, gold))} tokens")
        print("  " + "  ".join(f"{name} {value:.1f}" for name, value in score(nlp, gold, standard).items()))
        print("  tokens/s, up to and with each component: ", end="")
        print("  ".join(f"{name} {value:,.0f}" for name, value in speed(nlp, gold, standard).items()))


if __name__ == "__main__":
    main()
