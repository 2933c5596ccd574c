"""The tokenizer of the shipped pipeline: spaCy's `nn` rules, its `nb` exceptions, and our abbreviations.

The result is ordinary spaCy tokenizer data: it is saved with the pipeline and needs no code of ours to load.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.util import registry

Rules = dict[str, list[dict[int, str]]]

ABBREVIATIONS = Path(__file__).with_name("abbreviations.txt")


def exceptions(own: Rules) -> Rules:
    """`own` (the rules of `nn`) with those of `nb`, our abbreviations and their capitalised forms added."""
    rules = dict(own)
    bokmaal: Any = spacy.blank("nb").tokenizer
    for text, pieces in bokmaal.rules.items():
        rules.setdefault(text, pieces)
    for text in ABBREVIATIONS.read_text("utf-8").splitlines():
        if not text.startswith("#"):
            rules.setdefault(text, [{ORTH: text}])
    for text in [text for text, pieces in rules.items() if len(pieces) == 1 and len(text) > 2]:
        capitalised = text[0].upper() + text[1:]  # «Jf.», «Kap.» begin sentences and table cells
        if text.endswith(".") and capitalised != text:
            rules.setdefault(capitalised, [{ORTH: capitalised}])
    return rules


def merge_tokenizer() -> Callable[[Language], Language]:
    """The `before_init` callback that training/config.cfg names."""

    def merge(nlp: Language) -> Language:
        tokenizer: Any = nlp.tokenizer
        tokenizer.rules = exceptions(tokenizer.rules)
        return nlp

    return merge


registry.callbacks("klarsprak.tokenizer.v1", func=merge_tokenizer)
