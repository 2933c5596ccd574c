"""The table by which klarsprak tells nb, nn and other languages apart: klarsprak/standard.tsv.

    python -m training.standard TREEBANK_DIR

Every row is some weights and the features that have just these. A feature is a word or some letters of one;
weights are tenths of log odds, summed over a text:
- nn: for nynorsk against bokmål; logistic regression over the sentences of the treebank's train part;
- no: for Norwegian, of the words that are common in the treebank;
- da, de, en, …: for that language; function words by hand (training/function_words.tsv) and spaCy's stop
  words. A Norwegian word that Danish or Swedish shares weighs as much for them as for Norwegian;
- xx, and da and sv by letters: for any other language, Danish or Swedish against Norwegian; logistic
  regression over words (the treebank's against the lemma tables of spacy-lookups-data).
The same input gives the same file. Needs numpy and spacy-lookups-data (both only here).
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.resources
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from klarsprak.standard import features, own_words
from training.ndt import FOLDERS, Part, Standard, read

OUT = Path(__file__).parent.parent / "klarsprak" / "standard.tsv"
HAND = Path(__file__).parent / "function_words.tsv"
STOP_WORDS = "da de en es fi fr is it lt nl pl pt ro sv tr vi".split(" ")
LEXICONS = "ca cs de en es fr hr hu id it lb lt nl pt ro tl tr".split(" ")
NEIGHBOURS = ("da", "sv")
ROUNDS = 10
RADICAL = 0.1  # of the bokmål sentences also with a-endings, which are allowed and rare in the treebank
TOPIC = 4  # a word less than so many times as common in one standard as in the other may be by chance
ROWS = {"nn": 40_000, "xx": 2500, "da": 2000, "sv": 2000}  # how many of each are kept
COMMON = 12  # times in the train part, for a word to be known as Norwegian
# Common in Norwegian, but next to never written in the neighbour that also has such a word.
OURS = {
    "da": "å av eg nå mer vart vore heile kor vera me etter ble sier slik si seg no la tro vite stå "
    "rundt la fast same",
    "sv": "er for at å vil skal kor denne slik mens vart vore to dei og seg sine hun etter eg bare "
    "alt rett gjort anna gjorde mann lett både land",
}
# Found in Norwegian text or in Norsk Ordbank, but far commoner in the other language.
THEIRS = {
    "da": "anden andet blev blive bliver fik giver kunde mere mig nogen nu os sagde sagen sager sig "
    "siger skat sprog sproget sådan således været intet meget hvad noget uden efter op ud",
    "sv": "andra att bara borde ert ett goda hela jag kunde mig nu nya sig sina skall skriver till "
    "vad vara vid vill våra åt",
    "en": "the of and is this with you your are was were we not that by or from",
}
Table = dict[str, dict[str, int]]


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    treebank = parser.parse_args().treebank
    texts = {standard: sentences(treebank, standard, "train") for standard in FOLDERS}
    counts = Counter(word for sents in texts.values() for sent in sents for word in sent)
    rows: Table = {}
    for table in (lean(texts), known_words(counts), letters(counts)):
        for feature, weights in table.items():
            rows.setdefault(feature, {}).update(weights)
    alike: dict[str, list[str]] = {}
    for f in sorted(rows):
        alike.setdefault(" ".join(f"{k}{v:+d}" for k, v in sorted(rows[f].items())), []).append(f)
    lines = (f"{weights}\t{' '.join(alike[weights])}\n" for weights in sorted(alike))
    OUT.write_text("".join(lines), encoding="utf-8")
    print(f"{OUT.name}: {len(rows)} rows, {OUT.stat().st_size / 1000:.0f} kB")


def sentences(treebank: Path, standard: Standard, part: Part) -> list[list[str]]:
    """The words of each sentence, lower case, without names (they tell of the place, not the standard)."""
    texts = (" ".join(token.form for token in sentence) for _, sentence in read(treebank, standard, part))
    return [own_words(text) for text in texts]


def regress(
    samples: Iterable[tuple[Sequence[str], bool]], least: dict[bool, int], keep: int
) -> dict[str, int]:
    """Logistic regression by AdaGrad over bags of features, the weights averaged over the last rounds.

    `least`: how often a feature must occur, by whether it is letters (with a hyphen) or a word.
    Returns the `keep` weights that matter most, in tenths of log odds.
    """
    samples = list(samples)
    seen = Counter(feature for bag, _ in samples for feature in set(bag))
    index = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= least["-" in f]))}
    known = [(np.array([index[f] for f in bag if f in index], dtype=int), label) for bag, label in samples]
    rng = random.Random(1)
    weights, squares, mean = np.zeros(len(index)), np.full(len(index), 1e-2), np.zeros(len(index))
    for turn in range(ROUNDS):
        rng.shuffle(known)
        for found, label in known:
            error = 1 / (1 + math.exp(-max(min(weights[found].sum(), 30), -30))) - label
            step = error + 2e-4 * weights[found]
            np.add.at(squares, found, step * step)
            np.subtract.at(weights, found, 0.1 * step / np.sqrt(squares[found]))
        if turn >= ROUNDS // 2:
            mean += weights / (ROUNDS - ROUNDS // 2)
    rounded = {f: round(10 * float(mean[i])) for f, i in index.items()}
    telling = [feature for feature, weight in rounded.items() if abs(weight) > 1]
    best = sorted(telling, key=lambda f: -abs(rounded[f]) * seen[f] ** 0.5)
    return {f: rounded[f] for f in best[:keep]}


def lean(texts: dict[Standard, list[list[str]]]) -> Table:
    """nn against nb, from the sentences cut in scraps of one to four words.

    In whole sentences «ikkje» and «frå» explain everything, and the words that must tell alone when those
    are missing learn next to nothing.
    """
    rng = random.Random(1)
    pairs = [(s, [radical(word) for word in s]) for s in texts["nb"] if rng.random() < RADICAL]
    nb, nn = texts["nb"] + [copy for sent, copy in pairs if copy != sent], texts["nn"]
    lack = sum(map(len, nb)) / sum(map(len, nn)) - 1
    nn = nn + [sent for sent in nn if rng.random() < lack]  # or the words that both have would lean
    samples: list[tuple[Sequence[str], bool]] = []
    for sent, is_nn in [(sent, False) for sent in nb] + [(sent, True) for sent in nn]:
        samples += [([f for word in piece for f in features(word)], is_nn) for piece in scraps(sent, rng)]
    ours, theirs = (Counter(word for sent in sents for word in sent) for sents in (nb, nn))
    for word in sorted(ours.keys() & theirs.keys()):  # what a text is about says nothing
        if max(ours[word], theirs[word]) < TOPIC * min(ours[word], theirs[word]):
            samples += [(features(word), False), (features(word), True)]
    return {f: {"nn": w} for f, w in regress(samples, {False: 2, True: 5}, ROWS["nn"]).items()}


def scraps(sentence: list[str], rng: random.Random) -> Iterator[list[str]]:
    """The sentence in pieces of one to four words."""
    at = 0
    while at < len(sentence):
        end = at + rng.randint(1, 4)
        yield sentence[at:end]
        at = end


def known_words(counts: Counter[str]) -> Table:
    """The words that show a language by themselves."""
    hand = {line.split("\t")[0]: line.split("\t")[1].split() for line in HAND.read_text("utf-8").splitlines()}
    lists: dict[str, dict[str, int]] = {code: dict.fromkeys(words, 40) for code, words in hand.items()}
    for code in STOP_WORDS:
        for word in importlib.import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS:
            if word.isalpha() and len(word) < 7:
                lists.setdefault(code, {}).setdefault(word, 30)
    total = sum(counts.values())
    rows: Table = {}
    for word, n in counts.most_common():
        if n >= COMMON:
            weight = round(10 * min(math.log(n / total / 1e-5), 4))
            rows[word] = {"no": weight}
            for code, words in lists.items():
                shared = word in words or (code in NEIGHBOURS and word in lexicon(code))
                if shared and word not in OURS.get(code, "").split():
                    rows[word][code] = weight + 15 * (word in THEIRS.get(code, "").split())
    for code, words in lists.items():
        for word, weight in words.items():
            rare = counts[word] < 3 if code in NEIGHBOURS else counts[word] < COMMON
            if rare and (code not in NEIGHBOURS or word not in ordbank() or word in THEIRS[code].split()):
                rows.setdefault(word, {})[code] = weight - (10 if counts[word] > 1 else 0)
    return rows


def letters(counts: Counter[str]) -> Table:
    """What the letters of a word tell, when the word itself is not known."""
    rng = random.Random(1)
    ours = sorted(word for word, n in counts.items() if n < COMMON)
    rows: Table = {}
    for code in (*NEIGHBOURS, "xx"):
        codes = LEXICONS if code == "xx" else (code,)
        size = 40_000 // len(codes)
        theirs = [w for c in codes for w in sample(lexicon(c).difference(counts), size, rng)]
        only = ours if code == "xx" else [word for word in ours if word not in lexicon(code)]
        samples = [(features(word)[1:], True) for word in theirs] + [(features(w)[1:], False) for w in only]
        for feature, weight in regress(samples, {False: 0, True: 20}, ROWS[code]).items():
            rows.setdefault(feature, {})[code] = weight
    return rows


def sample(words: set[str], size: int, rng: random.Random) -> list[str]:
    """At most `size` of the words, always the same."""
    return rng.sample(sorted(words), min(size, len(words)))


@cache
def lexicon(code: str) -> set[str]:
    """The word forms of a language."""
    return {word for word in lookups(f"{code}_lemma_lookup") if word.isalpha() and word.islower()}


def radical(word: str) -> str:
    """The word in the other bokmål that is allowed: «boken» → «boka», «kastet» → «kasta»."""
    kind = {"en": "noun", "et": "verb"}.get(word[-2:])
    if not kind or len(word) < 6:  # not «siden», «tiden»
        return word
    lemmas, other = lookups("nb_lemma_exc")[kind], word[:-2] + "a"
    return other if set(lemmas.get(word, ())) & set(lemmas.get(other, ())) else word


@cache
def ordbank() -> set[str]:
    """The nouns, verbs, adjectives and adverbs of bokmål, every form (Norsk Ordbank)."""
    return {form for forms in lookups("nb_lemma_exc").values() for form in forms}


@cache
def lookups(name: str) -> Any:
    """One of the tables of spacy-lookups-data."""
    path = importlib.resources.files("spacy_lookups_data") / "data" / f"{name}.json.gz"
    return json.loads(gzip.decompress(path.read_bytes()))


if __name__ == "__main__":
    main()
