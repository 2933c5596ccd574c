"""Verb facts for the rules, counted in the train part of the treebank.

    python -m training.verbs TREEBANK_DIR

Writes `rules/_verb.nb.txt` and `rules/_verb.nn.txt`: infinitives (`i`), perfect participles (`p`) and finite
forms that are hardly ever anything else (`f`). What we add or know better stands in `rules/_verb_own.*.txt`.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.ndt import Standard, read

RULES = Path(__file__).parents[1] / "rules"
HEAD = """\
# Made by training/verbs.py from the train part of the Norwegian Dependency Treebank (annotations CC0).
# i: infinitive. p: perfect participle. f: finite form, hardly ever anything else.
"""
WORD = re.compile(r"[a-zæøåéèêôòó]{2,}")
TENSES = {"pres", "pret", "<pres>", "<pret>"}
ENOUGH, SURE = 3, 0.98  # a finite form: times seen, and share of them
S_VERBS = {"pass", "st-form", "<st-form>", "<s-verb>", "<st-verb>"}


def facts(treebank: Path, standard: Standard) -> Iterator[tuple[str, str]]:
    """(form, code), in no order."""
    infinitives: set[str] = set()
    part, other, passive = Counter[str](), Counter[str](), set[str]()
    finite, seen = Counter[str](), Counter[str]()
    for _, sentence in read(treebank, standard, "train"):
        for token in sentence:
            form = token.form.lower()
            if token.pos == "verb" and not token.feats & S_VERBS:
                infinitives.add(token.lemma)
            if token.feats & {"perf-part", "<perf-part>"} and not token.feats & S_VERBS:
                part[form] += 1
            elif token.pos != "verb":
                other[form] += 1
            if token.relation == "INFV" and sentence[token.head - 1].lemma in ("bli", "verte"):
                passive.add(form)
            if token.index == 1 or not token.form[0].isupper():  # else a name
                seen[form] += 1
                finite[form] += token.pos == "verb" and bool(token.feats & TENSES)
    for form in infinitives:
        if WORD.fullmatch(form):
            yield form, "i"
    for form, count in part.items():
        # «lett», «svart», «likt» are participles too, but seldom.
        if WORD.fullmatch(form) and (count >= other[form] or form in passive):
            yield form, "p"
    for form, count in finite.items():
        # Forms in -erer are known by their ending (rules/_clauses.py).
        known = form.endswith("erer") and len(form) > 6
        if count >= ENOUGH and count >= SURE * seen[form] and WORD.fullmatch(form) and not known:
            yield form, "f"


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    treebank: Path = parser.parse_args().treebank
    standards: tuple[Standard, Standard] = ("nb", "nn")
    for standard in standards:
        lines = sorted(f"{form} {code}" for form, code in facts(treebank, standard))
        (RULES / f"_verb.{standard}.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
