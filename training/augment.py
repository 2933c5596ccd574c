"""Changes made to training sentences on the fly: other quotes, dashes, case, and words nobody has seen."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

QUOTES = (("«", "»"), ("“", "”"), ("”", "”"), ('"', '"'), ("„", "“"))
DASHES = ("–", "-", "—")
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
LONG = 6  # letters; shorter words are seldom unknown
ENDING = 3  # letters at the end that stay: the model's SUFFIX


def other_marks(words: list[str], rng: random.Random) -> list[str]:
    """One other pair of quotes and one other dash throughout: the treebank has mostly `"` and `-`."""
    opening, closing = rng.choice(QUOTES)
    dash = rng.choice(DASHES)
    inside = False
    changed = []
    for word in words:
        if word == "«" or (word == '"' and not inside):
            changed.append(opening)
            inside = True
        elif word in ('"', "»"):
            changed.append(closing)
            inside = False
        else:
            changed.append(dash if word in ("-", "–") else word)
    return changed


def unseen(word: str, rng: random.Random) -> str:
    """The word with two other letters inside, so that the model must go by ending and context.

    Word vectors are hashed: an unknown word gets some random vector, and the model must have met such.
    """
    places = [at for at in range(1, len(word) - ENDING) if word[at].islower()]
    if len(word) < LONG or len(places) < 2 or not word.isalpha():
        return word
    for at in rng.sample(places, 2):
        word = word[:at] + rng.choice(LETTERS) + word[at + 1 :]
    return word


def augment(
    marks: float, upper: float, lower: float, first_lower: float, unknown: float
) -> Callable[[Language, Example], Iterator[Example]]:
    """The augmenter that training/config.cfg names.

    The first four are the shares of the documents that get other marks, ALL CAPS (rare, because the engine
    folds such blocks before the model sees them), small letters only, or a small first letter (list items);
    `unknown` is the share of the long words that become words nobody has seen.
    """
    rng = random.Random(7)

    def change(nlp: Language, example: Example) -> Iterator[Example]:
        annotations: dict[str, Any] = example.to_dict()
        tokens = annotations["token_annotation"]
        old: list[str] = tokens["ORTH"]
        new, lemmas = list(old), list(tokens["LEMMA"])
        for at, word in enumerate(old):
            if rng.random() < unknown:
                new[at] = unseen(word, rng)
                lemmas[at] = lemmas[at] if new[at] == word else ""  # not known, so nothing is learnt of it
        dice = rng.random()
        if dice < upper:
            new = [word.upper() for word in new]
        elif dice < upper + lower:
            new = [word.lower() for word in new]
        elif dice < upper + lower + first_lower:
            new[0] = new[0].lower()
        elif dice < upper + lower + first_lower + marks:
            new = other_marks(new, rng)
        if any(len(before) != len(after) for before, after in zip(old, new, strict=True)):
            yield example  # ß → SS would move every offset after it
            return
        tokens["ORTH"], tokens["LEMMA"] = new, lemmas
        text = "".join(word + token.whitespace_ for word, token in zip(new, example.reference, strict=True))
        yield Example.from_dict(nlp.make_doc(text), annotations)

    return change


registry.augmenters("klarsprak.augment.v1", func=augment)
