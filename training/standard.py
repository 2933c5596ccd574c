"""The word table by which klarsprak tells nb, nn and other languages apart: klarsprak/standard.tsv.

    python -m training.standard TREEBANK_DIR

Three kinds of evidence, each a number per word (or ending) that is summed over a text:
- nn against nb: logistic regression over words and endings, learnt from the treebank's train part;
- Norwegian: how much commoner than a rare word it is in the treebank, with the neighbours that share it;
- other languages: function words by hand (training/function_words.tsv) and spaCy's stop words, and for
  Danish and Swedish the letter triples of their words (spacy-lookups-data) against those of the treebank.
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
from pathlib import Path

import numpy as np

from klarsprak.standard import endings
from training.ndt import Part, Standard, read

OUT = Path(__file__).parent.parent / "klarsprak" / "standard.tsv"
HAND = Path(__file__).parent / "function_words.tsv"
SPACY = ("cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "is", "it", "lt", "lv", "nl", "pl", "pt", "ro",
         "sk", "sq", "sv", "tl", "tr", "vi")  # fmt: skip
NEIGHBOURS = ("da", "sv")
# Common in Norwegian, but next to never written in the neighbour that also has such a word.
OURS = {
    "da": "å av eg nå mer nye vart vore heile mener kor mål vera sa me etter krav liv del to",
    "sv": "er for at å vil skal kor denne land slik mer hos både sett mens vart vore oss to dei og seg sine hun",
}


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    treebank = parser.parse_args().treebank
    texts = {s: sentences(treebank, s, "train") for s in ("nb", "nn")}
    rows: dict[str, dict[str, int]] = {}
    for feature, weight in lean(texts).items():
        rows.setdefault(feature, {})["nn"] = weight
    counts = Counter(word for sents in texts.values() for sent in sents for word in sent)
    for feature, weights in languages(counts).items():
        rows.setdefault(feature, {}).update(weights)
    lines = (f"{f}\t{' '.join(f'{k}{v:+d}' for k, v in sorted(rows[f].items()))}\n" for f in sorted(rows))
    OUT.write_text("".join(lines), encoding="utf-8")
    print(f"{OUT}: {len(rows)} rows, {OUT.stat().st_size / 1000:.0f} kB")


def sentences(treebank: Path, standard: Standard, part: Part) -> list[list[str]]:
    """The words of each sentence, lower case, without names (names tell of the place, not the standard)."""
    return [
        [t.form.lower() for t in sentence if t.form[0].isalpha() and "prop" not in t.feats]
        for _, sentence in read(treebank, standard, part)
    ]


def lean(texts: dict[Standard, list[list[str]]]) -> dict[str, int]:
    """Word or ending -> tenths of log odds that the text is nynorsk. Only what is well attested and tells."""
    seen = Counter(
        f for sents in texts.values() for sent in sents for w in set(sent) for f in (w, *endings(w))
    )
    index = {
        f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= (4 if f[0] != "-" else 15)))
    }
    rng = random.Random(1)
    samples: list[tuple[np.ndarray, int]] = []
    for standard, sents in texts.items():
        for sent in sents:
            pieces = [sent]
            if len(sent) > 8:  # headings, list items and links are short
                at = rng.randrange(len(sent) - 6)
                pieces.append(sent[at : at + rng.randint(3, 6)])
            for piece in pieces:
                found = [index[f] for w in piece for f in (w, *endings(w)) if f in index]
                if found:
                    samples.append((np.array(found), 1 if standard == "nn" else 0))
    weights, sums = np.zeros(len(index)), np.full(len(index), 1e-3)
    for _ in range(6):
        rng.shuffle(samples)
        for found, label in samples:
            error = 1 / (1 + math.exp(-max(min(weights[found].sum(), 30), -30))) - label
            step = error + 2e-4 * weights[found]
            np.add.at(sums, found, step * step)
            np.subtract.at(weights, found, 0.15 * step / np.sqrt(sums[found]))
    rounded = {f: round(10 * float(weights[i])) for f, i in index.items()}
    return {f: w for f, w in rounded.items() if abs(w) >= (3 if f[0] != "-" else 2)}


def languages(counts: Counter[str]) -> dict[str, dict[str, int]]:
    """Word or letter triple -> language -> tenths of log odds against a rare word."""
    hand = {line.split("\t")[0]: line.split("\t")[1].split() for line in HAND.read_text("utf-8").splitlines()}
    stop = {
        code: importlib.import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS if code in SPACY else set()
        for code in sorted({*SPACY, *hand})
    }
    lexicon = {code: words_of(code) for code in NEIGHBOURS}
    ours = {code: set(OURS.get(code, "").split()) for code in stop}
    total = sum(counts.values())
    rows: dict[str, dict[str, int]] = {}
    common = [word for word, n in counts.most_common() if n >= 8]
    for rank, word in enumerate(common):
        weight = round(10 * min(math.log(counts[word] / total / 1e-5), 4))
        row = rows[word] = {"no": weight}
        for code in stop:
            known = word in stop[code] or word in hand.get(code, ())
            if code in lexicon and rank >= 150:
                known = known or word in lexicon[code]
            if known and word not in ours[code]:
                row[code] = weight
    for code in stop:
        for word in sorted({*stop[code], *hand.get(code, ())}):
            if word.isalpha() and counts[word] < 8 and len(word) < 12:
                worth = 40 if word in hand.get(code, ()) else 30
                rows.setdefault(word, {})[code] = worth - (10 if counts[word] > 1 else 0)
    return rows


def words_of(code: str) -> set[str]:
    """The word forms of a neighbour."""
    folder = importlib.resources.files("spacy_lookups_data") / "data"
    forms = json.loads(gzip.decompress((folder / f"{code}_lemma_lookup.json.gz").read_bytes()))
    return {word for word in (*forms, *forms.values()) if word.islower()}


if __name__ == "__main__":
    main()
