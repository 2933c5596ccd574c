"""What the rules with a term list share."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Text
from klarsprak.phrases import Phrases


def hits(text: Text, phrases: Phrases, case: str = "") -> Iterator[Hit]:
    """A hit for each term found. An alternative in brackets, «(stryk)», is a case of the message instead."""
    for sentence, match in phrases.search(text):
        advice = next((better.strip("()").lower() for better in match.instead if better[0] == "("), "")
        instead = tuple(better for better in match.instead if better[0] != "(")
        yield Hit(
            sentence.place(match.start, match.end),
            instead=instead,
            values={"better": either(instead)},
            case=case if instead else advice,
            fixable=match.fixable,
        )


def either(words: tuple[str, ...]) -> str:
    """«a», «b» eller «c»: the same in both standards."""
    quoted = [f"«{word}»" for word in words]
    return " eller ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)
