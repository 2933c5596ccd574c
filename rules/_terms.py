"""What the rules with a term list share."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Text
from klarsprak.phrases import Phrases

LEAVE_OUT = "(stryk)"  # the alternative that says: the text is better without


def hits(text: Text, phrases: Phrases, case: str = "") -> Iterator[Hit]:
    """A hit for each term found; of case `stryk` where leaving the term out is all there is to say."""
    for sentence, match in phrases.search(text):
        instead = tuple(better for better in match.instead if better.lower() != LEAVE_OUT)
        yield Hit(
            sentence.place(match.start, match.end),
            instead=instead,
            values={"better": either(instead)},
            case=case if instead else "stryk",
            fixable=match.fixable,
        )


def either(words: tuple[str, ...]) -> str:
    """«a», «b» eller «c»: the same in both standards."""
    quoted = [f"«{word}»" for word in words]
    return " eller ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)
