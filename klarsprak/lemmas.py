"""Lemmas when the written standard is known: what the treebank taught us word by word, else by ending.

The pipeline is shared by bokmål and nynorsk, so its own lemmatizer mixes være with vere. The tables beside
the pipeline (lemmas-nb.txt, lemmas-nn.txt; made by training/lemma_table.py) are for one standard each.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The features that decide which ending a form has, per UPOS; other word classes have no ending rules.
ENDING_FEATURES = {
    "PROPN": ("Case",),
    "NOUN": ("Number", "Definite", "Gender", "Case"),
    "ADJ": ("Degree", "VerbForm", "Number", "Definite"),
    "VERB": ("Tense", "VerbForm", "Voice", "Mood"),
}
LONGEST_ENDING = 6
SHORTEST_TAIL = 5  # of a compound: «plassen» in «barnehageplassen»
SHORTEST_FRONT = 3


class Tables(NamedTuple):
    """What is known of one standard."""

    words: dict[tuple[str, str], str]  # (UPOS, lower-cased form) → lemma
    endings: dict[tuple[str, str, str], tuple[int, str]]  # (UPOS, features, ending) → (letters off, on)


def fix_lemmas(doc: Doc, standard: Literal["nb", "nn"], tables: Tables | None = None) -> None:
    """Set the lemmas of a tagged Doc in place; tokens we know nothing about keep the lemma they had.

    Needs UPOS and features. The pipeline's own lemmatizer need not have run: a token without a lemma gets its
    lower-cased form. `tables` take the place of the shipped ones.
    """
    tables = tables or load(standard)
    for token in doc:
        features = ending_key(token.pos_, token.morph.to_dict())
        found = lemma(token.text, token.pos_, features, tables)
        if found is not None:
            token.lemma_ = found
        elif not token.lemma:
            token.lemma_ = token.lower_


def ending_key(upos: str, features: dict[str, str]) -> str:
    """The features that matter to the ending, as `Number=Plur|Definite=Def`."""
    return "|".join(f"{name}={features[name]}" for name in ENDING_FEATURES.get(upos, ()) if name in features)


def lemma(text: str, upos: str, features: str, tables: Tables) -> str | None:
    """The lemma of a form: as learnt, else as the last part of a compound, else by its ending."""
    if upos == "PROPN":
        return text.removesuffix("s") if "Case=Gen" in features else text
    form = text.lower()
    if (known := tables.words.get((upos, form))) is not None:
        return known
    if upos not in ENDING_FEATURES:
        return None
    for at in range(SHORTEST_FRONT, len(form) - SHORTEST_TAIL + 1):
        if (tail := tables.words.get((upos, form[at:]))) is not None:
            return _front(text, at) + tail
    for length in range(min(LONGEST_ENDING, len(form) - 1), 0, -1):
        change = tables.endings.get((upos, features, form[-length:]))
        if change is not None and change[0] < len(form):
            stem = len(form) - change[0]
            return _front(text, stem) + change[1]
    return None


def _front(text: str, end: int) -> str:
    """`text[:end]` in lower case, but for what stands before the last hyphen: «EØS-sakene» → «EØS-sak»."""
    hyphen = text.rfind("-", 0, end) + 1
    return text[:hyphen] + text[hyphen:end].lower()


@cache
def load(standard: Literal["nb", "nn"]) -> Tables:
    """The tables of one standard, read on first use."""
    return parse(files("klarsprak.pipeline").joinpath(f"lemmas-{standard}.txt").read_text("utf-8"))


def parse(content: str) -> Tables:
    """Tables from their file: `[UPOS]` opens a list of `form lemma`, or `form` alone when that is the lemma;
    `[UPOS features]` one of `ending letters-off letters-on`.
    """
    tables = Tables({}, {})
    upos, features = "", None
    for line in content.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            upos, *rest = line.strip("[]").split(" ")
            features = rest[0] if rest else None
        elif features is None:
            form, _, known = line.partition(" ")
            tables.words[upos, form] = known or form
        else:
            ending, off, on = line.split(" ")
            tables.endings[upos, "" if features == "-" else features, ending] = int(off), on
    return tables
