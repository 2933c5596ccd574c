"""Where a sentence has s-passives: sure ones by verb facts, the others by the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Sentence
from klarsprak.words import Word

from . import _verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MODALS = frozenset("skal skulle kan kunne må måtte bør burde vil ville".split())


def sure_s_passives(sentence: Sentence) -> Iterator[Word]:
    """s-forms of verbs we know: nothing else looks like them, so the model need not be asked."""
    for word, kind in _s_forms(sentence):
        if kind == "sure" and not _capital(sentence, word):
            yield word


def may_be_s(sentence: Sentence) -> bool:
    """Whether any word looks like an s-passive."""
    return any(True for _ in _s_forms(sentence))


def needs_model(sentence: Sentence) -> bool:
    """The gate of the other s-passives."""
    return any(True for _ in _unsure(sentence))


def s_passives(sentence: Sentence, doc: Doc | None) -> Iterator[Word]:
    """The s-passives that the model must tell from nouns, names and deponents."""
    if doc is None:
        return
    for word, kind in _unsure(sentence):
        span = doc.char_span(word.start, word.end)
        if span is None or len(span) > 1 or span[0].pos_ not in ("VERB", "AUX"):
            continue
        morph = span[0].morph
        says_so = "Pass" in morph.get("Voice", []) and "Past" not in morph.get("Tense", [])
        if kind == "sure" or says_so or _after_modal(sentence, word):
            yield word


def _s_forms(sentence: Sentence) -> Iterator[tuple[Word, str]]:
    ending = _verbs.S_ENDING[sentence.standard]
    for word in sentence.words:
        kind = _verbs.s_form(word.lower, sentence.standard) if word.lower.endswith(ending) else ""
        if kind and sentence.text[word.end : word.end + 1] != "-":  # «tros- og livssynssamfunn»
            yield word, kind


def _unsure(sentence: Sentence) -> Iterator[tuple[Word, str]]:
    for word, kind in _s_forms(sentence):
        # A capital is a name, but for that of the first word.
        if word == sentence.words[0] if _capital(sentence, word) else kind == "maybe":
            yield word, kind


def _capital(sentence: Sentence, word: Word) -> bool:
    return sentence.text[word.start].isupper() and not sentence.text.isupper()


def _after_modal(sentence: Sentence, word: Word) -> bool:
    """«kan ses», but not «vi ses»."""
    before = [w.lower for w in sentence.words if w.start < word.start][-3:]
    return word.lower in _verbs.facts(sentence.standard)["k"] and not _MODALS.isdisjoint(before)
