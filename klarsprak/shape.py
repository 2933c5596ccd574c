"""What the sentences of a text are made of: rare words, nouns beside verbs, «du» and «vi»."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.text import Parsed, Standard

NEEDS = frozenset({"morphologizer"})  # of the pipeline
TABLE = Path(__file__).with_name("frequency.tsv")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP"})
_VERBAL = frozenset({"VERB", "AUX", "PRON", "ADV"})
# The reader and the sender by a pronoun: it is seen who does what.
_ADDRESS = frozenset(
    "du deg din di ditt dine dere deres dykk dykkar vi me oss vår vårt våre jeg meg eg min mi mine".split()
)


class Shape(NamedTuple):
    """Counts over sentences, and shares in per cent."""

    words: int = 0  # with a letter in them
    common: int = 0  # of `judged`, those in a band that is wanted
    judged: int = 0  # words that are neither names nor figures
    nominal: int = 0  # nouns, names, prepositions, participles
    verbal: int = 0  # verbs, pronouns, adverbs
    address: int = 0  # «du», «vi» and their kin

    @property
    def rare_share(self) -> float:
        return 100 * (self.judged - self.common) / max(1, self.judged)

    @property
    def nominal_share(self) -> float:
        """One of each is added: so two words are not 0 or 100 per cent."""
        return 100 * (self.nominal + 1) / (self.nominal + self.verbal + 2)

    @property
    def address_share(self) -> float:
        return 100 * self.address / max(1, self.words)


def shape(parsed: Iterable[Parsed], common: int) -> Shape:
    """The counts for sentences that went through `NEEDS`; words from band `common` up are not rare.

    Nominal ratio: the Swedish measure of density (nouns, prepositions and participles beside pronouns,
    verbs and adverbs), see https://spraakbanken.gu.se/.
    """
    words = known = judged = nominal = verbal = address = 0
    for sentence, doc in parsed:
        names = {token.idx for token in doc if token.pos_ == "PROPN"}
        bands = frequency(sentence.standard)
        for word in sentence.words:
            if not any(map(str.isalpha, word.lower)):
                continue
            words += 1
            address += word.lower in _ADDRESS
            if word.start not in names:
                judged += 1
                known += bands.get(word.lower, 0) >= common
        for token in doc:
            if token.is_punct or token.is_space:
                continue
            participle = "VerbForm=Part" in str(token.morph)
            nominal += participle or token.pos_ in _NOMINAL
            verbal += not participle and token.pos_ in _VERBAL
    return Shape(words, known, judged, nominal, verbal, address)


@cache
def frequency(standard: Standard) -> dict[str, int]:
    """The band of each common word in lower case: band n means 2**n to 2**(n+1)-1 times in 250,000."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: int(band) for own, band, words in rows if own == standard for word in words.split()}
