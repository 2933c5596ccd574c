"""Changes made to training sentences on the fly, towards real web text: quotes, dashes, case."""

import random
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

QUOTES = (("«", "»"), ("“", "”"), ("”", "”"), ('"', '"'), ("„", "“"))
DASHES = ("–", "-", "—")


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


def augment(
    marks: float, upper: float, lower: float, first_lower: float
) -> Callable[[Language, Example], Iterator[Example]]:
    """The augmenter that training/config.cfg names; each number is the share of the documents it changes.

    ALL CAPS is rare here, because the engine folds such blocks to lower case before the model sees them;
    `first_lower` imitates list items that begin with a small letter.
    """
    rng = random.Random(7)

    def change(nlp: Language, example: Example) -> Iterator[Example]:
        dice = rng.random()
        if dice > marks + upper + lower + first_lower:
            yield example
            return
        gold = example.reference
        words = [token.text for token in gold]
        if dice < upper:
            new = [word.upper() for word in words]
        elif dice < upper + lower:
            new = [word.lower() for word in words]
        elif dice < upper + lower + first_lower:
            new = [words[0].lower(), *words[1:]]
        else:
            new = other_marks(words, rng)
        if any(len(before) != len(after) for before, after in zip(words, new, strict=True)):
            yield example  # ß → SS would move every offset after it
            return
        annotations = example.to_dict()
        annotations["token_annotation"]["ORTH"] = new
        text = "".join(word + token.whitespace_ for word, token in zip(new, gold, strict=True))
        yield Example.from_dict(nlp.make_doc(text), annotations)

    return change


registry.augmenters("klarsprak.augment.v1", func=augment)
