"""The lemma tables that stand beside the pipeline, learnt from the train part of the treebank.

Two lists per standard: the lemma of each (word class, form), and the change that each ending asks for, for
words that the treebank lacks. On the dev part they are right more often than an edit-tree lemmatizer, which
sees both standards at once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from klarsprak.lemmas import ENDING_FEATURES, LONGEST_ENDING, Tables, ending_key
from training.ndt import Standard, read, without_bars
from training.tree import Word, convert

_SURE = 0.6  # share of the words with an ending that must change in the same way …
_ENOUGH = 2  # … and how many words that must be; both chosen on the dev part
_PLAIN = re.compile(r"[^\d\s_\[#]+")
_LEFT_OUT = {"PROPN", "SYM", "X"}  # their lemma is the form


def words(treebank: Path, standard: Standard) -> Iterator[Word]:
    """All words of the train part."""
    for _, sentence in read(treebank, standard, "train"):
        yield from convert(without_bars(sentence)[0])


def learn(corpus: Iterable[Word]) -> Tables:
    """Tables from tagged words with lemmas."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, str, str, str]] = set()
    for word in corpus:
        form = word.form.lower()
        if word.upos in _LEFT_OUT or not _PLAIN.fullmatch(form) or " " in word.lemma:
            continue
        lemmas[word.upos, form][word.lemma] += 1
        if word.upos in ENDING_FEATURES:
            features = ending_key(word.upos, dict(pair.split("=") for pair in word.feats.split("|") if pair))
            seen.add((word.upos, features, form, word.lemma.lower()))
    known = {key: min(counts, key=lambda lemma: (-counts[lemma], lemma)) for key, counts in lemmas.items()}
    return Tables(known, _endings(seen))


def _endings(seen: set[tuple[str, str, str, str]]) -> dict[tuple[str, str, str], tuple[int, str]]:
    changes: dict[tuple[str, str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for upos, features, form, lemma in seen:
        for length in range(1, min(LONGEST_ENDING, len(form)) + 1):
            changes[upos, features, form[-length:]][_change(form, lemma)] += 1
    rules: dict[tuple[str, str, str], tuple[int, str]] = {}
    for key in sorted(changes, key=lambda key: (len(key[2]), key)):  # short endings first
        upos, features, ending = key
        counts = changes[key]
        change = min(counts, key=lambda change: (-counts[change], change))
        if counts[change] < _ENOUGH or counts[change] < _SURE * counts.total():
            continue
        shorter = (rules.get((upos, features, ending[at:])) for at in range(1, len(ending)))
        if next((rule for rule in shorter if rule is not None), None) != change:
            rules[key] = change
    return rules


def _change(form: str, lemma: str) -> tuple[int, str]:
    """(letters to take off the end, letters to put on)."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def written(tables: Tables, standard: Standard) -> str:
    """The file that `klarsprak.lemmas.parse` reads."""
    lines = [
        f"# Lemmas ({standard}) learnt from the train part of the Norwegian Dependency Treebank (CC0),",
        "# National Library of Norway. Made by training/lemma_table.py; do not edit.",
    ]
    for upos, entries in groupby(sorted(tables.words.items()), key=lambda entry: entry[0][0]):
        lines.append(f"[{upos}]")
        lines += [form if form == lemma else f"{form} {lemma}" for (_, form), lemma in entries]
    for (upos, features), rules in groupby(sorted(tables.endings.items()), key=lambda entry: entry[0][:2]):
        lines.append(f"[{upos} {features or '-'}]")
        lines += [f"{ending} {off} {on}" for (*_, ending), (off, on) in rules]
    return "\n".join(lines) + "\n"
