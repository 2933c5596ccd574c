"""Make the shipped pipeline: `python -m training TREEBANK`. Takes about an hour on one processor core."""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin
from spacy.vocab import Vocab

import training.augment
import training.tokenizer  # noqa: F401  both register what config.cfg names
from klarsprak.lemmas import parse
from training import lemma_table, ship
from training.documents import gold_docs, train_docs
from training.ndt import FOLDERS
from training.score import MEASURES, one_sentence, score

CONFIG = Path(__file__).with_name("config.cfg")
SHIPPED = Path(__file__).parents[1] / "klarsprak" / "pipeline"
# Below these (per cent, test part) nothing is shipped.
FLOORS = {
    "nb": {"UPOS": 96.6, "LAS": 85.8, "lemma": 96.5},
    "nn": {"UPOS": 96.4, "LAS": 84.7, "lemma": 96.3},
}
SAME = 0.999  # share of the tokens that rounding must leave as they were


def corpora(treebank: Path, folder: Path) -> None:
    """Write train.spacy (both standards, shuffled) and dev.spacy (every third sentence of dev)."""
    vocab: Vocab = spacy.blank("nn").vocab
    learnt = [doc for standard in FOLDERS for doc in train_docs(treebank, standard, vocab)]
    random.Random(3).shuffle(learnt)
    chosen = [doc for standard in FOLDERS for doc in gold_docs(treebank, standard, "dev", vocab)[::3]]
    folder.mkdir(parents=True, exist_ok=True)
    DocBin(docs=learnt).to_disk(folder / "train.spacy")
    DocBin(docs=chosen).to_disk(folder / "dev.spacy")


def finish(trained: Path, treebank: Path, folder: Path) -> list[str]:
    """Round, save and score in `folder`; returns what forbids shipping."""
    folder.mkdir(parents=True, exist_ok=True)
    nlp = spacy.load(trained)
    texts = [doc.text for standard in FOLDERS for doc in gold_docs(treebank, standard, "dev", nlp.vocab)]
    before = list(nlp.pipe(one_sentence(nlp.make_doc(text)) for text in texts))
    print(f"{ship.round_weights(nlp):,} weights")
    ship.save(nlp, folder, {})
    nlp = spacy.load(folder)
    after = list(nlp.pipe(one_sentence(nlp.make_doc(text)) for text in texts))
    same = ship.same_share(before, after)
    print(f"{same:.3%} of the tokens are analysed as before rounding")
    problems = [] if same >= SAME else [f"rounding changed {1 - same:.2%} of the tokens"]
    performance: dict[str, float] = {}
    for standard in FOLDERS:
        content = lemma_table.written(lemma_table.learn(lemma_table.words(treebank, standard)), standard)
        (folder / f"lemmas-{standard}.txt").write_text(content, "utf-8")
        gold = gold_docs(treebank, standard, "test", nlp.vocab)
        scores = score(nlp, gold, standard, parse(content))
        print(standard, "  ".join(f"{name} {value:.2f}" for name, value in scores.items()))
        performance |= {f"{standard}_{MEASURES[name]}": round(scores[name] / 100, 4) for name in MEASURES}
        problems += [
            f"{standard} {name} {scores[name]:.2f} is below {floor}"
            for name, floor in FLOORS[standard].items()
            if scores[name] < floor
        ]
    ship.save(nlp, folder, performance)
    return problems


def main() -> int:
    """The command line; 1 when the pipeline is not good enough to ship."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("treebank", type=Path, help="folder with ndt/nob, ndt/nno and ud/")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="default: klarsprak/pipeline")
    parser.add_argument("--steps", type=int, help="training steps (default: as in config.cfg)")
    parser.add_argument("--work", type=Path, help="keep corpora and checkpoints in this folder")
    parser.add_argument("--trained", type=Path, help="ship this trained pipeline instead of training one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        trained = arguments.trained
        if trained is None:
            corpora(arguments.treebank, work)
            overrides = {f"paths.{part}": str(work / f"{part}.spacy") for part in ("train", "dev")}
            steps = {"training.max_steps": arguments.steps} if arguments.steps else {}
            train(CONFIG, work / "trained", overrides=overrides | steps)
            trained = work / "trained" / "model-best"
        finished = work / "finished"
        problems = finish(trained, arguments.treebank, finished)
        if problems:
            print("not shipped: " + "; ".join(problems), file=sys.stderr)
            return 1
        shutil.copytree(finished, arguments.out, dirs_exist_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
