"""Whether a word has a capital because it is a name."""

from __future__ import annotations

from klarsprak import Place

_SENTENCE_BEGINS = ("", ".", ":", "!", "?", "–", "-", "•", "«")


def in_name(place: Place) -> bool:
    """True for words with a capital that no beginning of a sentence gives them: «ved Invalidene»."""
    before = place.block.text[: place.start].rstrip()
    capital = place.text[0].isupper() and not place.text.isupper()
    return capital and before[-1:] not in _SENTENCE_BEGINS


def before_name(place: Place) -> bool:
    """True for words right before one with a capital: «lensmann Moe»."""
    after = place.block.text[place.end : place.end + 2]
    return after[:1] == " " and after[1:].isupper() and not place.block.text.isupper()
