"""How well the passive rules find passives, beside a naive ending regex.

    python -m benchmarks.passive TREEBANK_DIR [--part dev|test] [--pipeline NAME] [--ungated] [--misses]

TREEBANK_DIR holds `ndt` (the Norwegian Dependency Treebank) and `ud` (Universal Dependencies). Gold:

* nb: `Voice=Pass`, and what an `aux:pass` belongs to, in the UD file.
* nn: UD has no passive feature there, so NDT says: a perfect participle that is the INFV of bli or
  verte, and verbs with the feature `st-form`. NDT gives the same form of the same verb now this tag, now
  `<st-verb>`, its tag for deponents («må gjerast»: 2 and 13 times). The second nynorsk row has one tag per
  verb: an infinitive in -st that a modal governs is passive whatever its tag where NDT calls the same form
  a passive anywhere, in any part, and we do not list it as a deponent. Nothing else changes; what NDT
  calls a passive stays one.

Each sentence is read as given, as a block of its own, and its standard is known. The rules run as they
are, and the model sees the sentences that pass their gates.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # for training/, when this file is run as a script

from klarsprak import Block, Kind, Parsed, Rule, Run, Sentence, Source, Text, catalog  # noqa: E402
from klarsprak.text import Standard  # noqa: E402
from training.ndt import Part, Token, read  # noqa: E402
from training.ud import FILES, aligned  # noqa: E402

RULES: tuple[Rule, ...] = (catalog()["passiv"], catalog()["passiv-bli"])
MODALS = frozenset("kunne skulle måtte ville burde".split())  # lemmas
# The rival: a form of bli or verte with something like a participle soon after, or an ending.
SOON = r"\b(?:\W+\w+){0,3}?\W+\w{2,}"
NAIVE = {
    "nb": re.compile(rf"\b(?:bli|blir|ble|blitt){SOON}(?:et|t|dd|d)\b|\b[a-zæøå]{{2,}}[eåaio]s\b"),
    "nn": re.compile(
        rf"\b(?:bli|blir|blei|vart|vert|verte|verta|vorte|blitt){SOON}(?:a|t|d|dd|de|te|ne|en|e)\b"
        r"|\b[a-zæøå]{2,}ast\b"
    ),
}


class Gold(NamedTuple):
    """A sentence, and where its passive main verbs end."""

    text: str
    passive: frozenset[int]
    second: frozenset[int]  # «ble hentet og kjørt»: neither right nor wrong when scored per verb
    other: frozenset[int] = frozenset()  # tagged as deponents, though the verb is a passive elsewhere


def bokmaal(treebank: Path, part: str) -> Iterator[Gold]:
    """The gold of UD Bokmål."""
    path = treebank / "ud" / FILES["nb"].format(part=part)
    for lines in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in lines.splitlines() if line[:1].isdigit()]
        if not rows:
            continue
        text, ends = spaced([row[1] for row in rows], ["SpaceAfter=No" not in row[9] for row in rows])
        bli = {int(row[6]) - 1 for row in rows if row[7] == "aux:pass"}
        passive = bli | {i for i, row in enumerate(rows) if "Voice=Pass" in row[5]}
        second = {i for i, row in enumerate(rows) if row[7] == "conj" and int(row[6]) - 1 in bli}
        yield Gold(text, at(ends, passive), at(ends, second - passive))


def nynorsk(treebank: Path, part: Part) -> Iterator[Gold]:
    """The gold of NDT nynorsk, in the sentences that UD Nynorsk cuts into the same tokens."""
    passives = st_passives(treebank)
    for _, _, sentence, after in aligned(treebank, "nn", part):
        text, ends = spaced([token.form for token in sentence], after)
        bli = {
            i
            for i, token in enumerate(sentence)
            if token.relation == "INFV"
            and token.feats & {"perf-part", "<perf-part>"}
            and sentence[token.head - 1].lemma in ("bli", "verte")
        }
        st = {i for i, token in enumerate(sentence) if "st-form" in token.feats}
        second = {
            i for i, token in enumerate(sentence) if token.relation == "KOORD" and token.head - 1 in bli
        }
        other = {
            i
            for i, token in enumerate(sentence)
            if token.form.lower() in passives
            and {"inf", "<st-verb>"} <= token.feats
            and governor(sentence, token) in MODALS
        }
        yield Gold(text, at(ends, bli | st), at(ends, second - bli), at(ends, other))


def st_passives(treebank: Path) -> set[str]:
    """Forms that NDT calls passives in -st somewhere, in any of its parts, but not our deponents."""
    parts: tuple[Part, ...] = ("train", "dev", "test")
    sentences = (sentence for part in parts for _, sentence in read(treebank, "nn", part))
    forms = {token.form.lower() for sentence in sentences for token in sentence if "st-form" in token.feats}
    deponents: frozenset[str] = import_module("klarsprak.rules._verbs").facts("nn")["d"]
    return forms - deponents


def governor(sentence: list[Token], token: Token) -> str:
    """The lemma of what governs the token, or the first of those it is coordinated with."""
    while token.relation == "KOORD" and token.head:
        token = sentence[token.head - 1]
    return sentence[token.head - 1].lemma if token.head else ""


def spaced(forms: list[str], after: list[bool]) -> tuple[str, list[int]]:
    """The text of a sentence, and where each token ends."""
    text, ends = "", []
    for form, space in zip(forms, after, strict=True):
        text += form
        ends.append(len(text))
        text += " " if space else ""
    return text.rstrip(), ends


def at(ends: list[int], tokens: set[int]) -> frozenset[int]:
    """Tokens by where they end."""
    return frozenset(ends[i] for i in tokens)


def sentence_of(text: str, standard: Standard) -> Sentence:
    """`text` as a block with a single sentence."""
    block = Block(Kind.PARAGRAPH, text, (Run(0, len(text), 0, len(text)),), standard=standard)
    return Sentence(block, 0, len(text))


def passes(rule: Rule, sentence: Sentence) -> bool:
    """Whether the gate of `rule` lets the sentence through to the model."""
    return rule.gate is None or rule.gate(sentence)


def by_rules(
    nlp: Language, golds: list[Gold], standard: Standard, gated: bool = True
) -> tuple[list[set[int]], int]:
    """Per sentence where the verbs end that the rules find; and how many sentences the model saw."""
    sentences = [sentence_of(gold.text, standard) for gold in golds]
    wanted = [s for s in sentences if not gated or any(passes(rule, s) for rule in RULES)]
    texts = [s.text.lower() if s.text.isupper() else s.text for s in wanted]
    docs = dict(zip(wanted, nlp.pipe(texts), strict=True))
    found = []
    for s in sentences:
        ends = set()
        for rule in RULES:
            seen = s in docs and (not gated or passes(rule, s))
            text = Text(
                Source("", s.text), standard, (s.block,), (s,), parsed=(Parsed(s, docs[s]),) if seen else ()
            )
            ends |= {hit.at.end for hit in rule.check(text)}
        found.append(ends)
    return found, len(wanted)


def by_regex(golds: list[Gold], standard: Standard) -> list[set[int]]:
    """What the rival finds."""
    return [{m.end() for m in NAIVE[standard].finditer(gold.text)} for gold in golds]


def row(name: str, golds: list[Gold], found: list[set[int]]) -> str:
    """One line of the table."""
    pairs = list(zip(golds, found, strict=True))
    return (
        f"{name:<32}"
        + score(
            sum(bool(g.passive) and bool(f) for g, f in pairs),
            sum(bool(f) for f in found),
            sum(bool(g.passive) for g in golds),
        )
        + score(
            sum(len(g.passive & f) for g, f in pairs),
            sum(len(f - (g.second - g.passive)) for g, f in pairs),
            sum(len(g.passive) for g in golds),
        )
    )


def score(both: int, found: int, gold: int) -> str:
    """Precision, recall and F."""
    p, r = both / max(found, 1), both / max(gold, 1)
    return f"   {p:.3f}  {r:.3f}  {2 * p * r / max(p + r, 1e-9):.3f}"


def misses(golds: list[Gold], found: list[set[int]]) -> Iterator[str]:
    """What differs from the gold, in its context."""
    for gold, ends in zip(golds, found, strict=True):
        right = gold.passive | gold.other
        for kind, wrong in (("extra", ends - right - gold.second), ("missed", gold.passive - ends)):
            for end in sorted(wrong):
                yield f"   {kind:<7} {gold.text[max(0, end - 60) : end]}] {gold.text[end : end + 25]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--pipeline", default=str(ROOT / "klarsprak/pipeline"), help="name or folder")
    parser.add_argument("--ungated", action="store_true", help="show the model every sentence")
    parser.add_argument("--misses", action="store_true", help="list what differs from the gold")
    asked = parser.parse_args()
    needed = {"tok2vec"}.union(*(rule.needs for rule in RULES))
    nlp = spacy.load(asked.pipeline)
    nlp.select_pipes(disable=[name for name in nlp.pipe_names if name not in needed])
    print(f"{asked.part:<32}   per sentence: P R F      per verb: P R F")
    standards: tuple[Standard, Standard] = ("nb", "nn")
    for standard in standards:
        golds = list((bokmaal if standard == "nb" else nynorsk)(asked.treebank, asked.part))
        found, seen = by_rules(nlp, golds, standard, not asked.ungated)
        print(row(f"{standard} klarsprak", golds, found))
        if standard == "nn":
            print(
                row(
                    "nn klarsprak, one tag per verb",
                    [g._replace(passive=g.passive | g.other) for g in golds],
                    found,
                )
            )
        print(row(f"{standard} ending regex", golds, by_regex(golds, standard)))
        passive = [sentence_of(g.text, standard) for g in golds if g.passive]
        told = sum(bool(found[i]) for i, g in enumerate(golds) if g.passive)
        print(f"   {len(golds)} sentences, {len(passive)} passive; to the model: {seen / len(golds):.1%}")
        reached, _ = by_rules(nlp, golds, standard, gated=False)
        ungated = sum(bool(ends) for ends, g in zip(reached, golds, strict=True) if g.passive)
        print(f"   passive sentences found with the gates: {told}, without: {ungated}")
        if asked.misses:
            print("\n".join(misses(golds, found)))


if __name__ == "__main__":
    main()
