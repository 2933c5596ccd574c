"""Infinitives of a nynorsk text, by their ending: å vere, å vera."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak import Place, Sentence
from klarsprak.phrases import cited

from ._verbs import facts

# In these the ending -a is right in a text with split infinitive too («å vera», but «å kaste»).
_SHORT = frozenset(
    """ber drep et far gjer grav hav jag klag kom laga lag lat lav lev les lov mal nem skap skjer spar spyrj
    stel sov svar tal tel tak tol vak var veg vel ver verj vev vit von""".split()
)
_BEFORE = frozenset("å skal skulle kan kunne må måtte vil ville bør burde".split())
# With -a whatever the others have: ta, dra, ha, la, and what is made of them.
_ALWAYS_A = re.compile(
    r"(?:an|att|av|del|etter|frå|fri|føre|gjen|god|inn|ivare|med|mot|ned|om|opp|over|på|til|unn|ut|ved)?ta"
    r"|(?:bi|for|inn|med|ned|opp|over|på|til|unn|ut)?dra|(?:inne)?ha|la"
)
_NOT_VERBS = frozenset("dette denne desse".split())  # «bør dette gå»
_VOWELS = frozenset("aeiouyæøå")


class Infinitive(NamedTuple):
    at: Place
    stem: str
    ending: str  # a or e

    @property
    def short(self) -> bool:
        return self.stem in _SHORT


def infinitives(sentence: Sentence) -> Iterator[Infinitive]:
    """Those after «å», and after a modal verb where the form is a known infinitive."""
    if sentence.forms.isdisjoint(_BEFORE):
        return
    words, known = sentence.words, facts("nn")["i"]
    for at, word in enumerate(words[1:], 1):
        form, before = word.lower, words[at - 1].lower
        if (
            before not in _BEFORE
            or form[-1] not in "ae"
            or not _VOWELS & set(form[:-1])
            or _ALWAYS_A.fullmatch(form)
        ):
            continue
        if form in _NOT_VERBS or sentence.text[word.start].isupper() or cited(sentence, word.start, word.end):
            continue
        if {form, form[:-1] + "a", form[:-1] + "e"} & known:
            yield Infinitive(sentence.place(word.start, word.end), form[:-1], form[-1])
