"""What somebody is quoted as saying, without quotation marks: «– Man må øve, sier læreren»."""

from __future__ import annotations

import re

from klarsprak import Sentence

_SAYS = re.compile(
    r"[,?!»] (?:sier|seier|sa|mener|meiner|forteller|fortel|fortalte|svarer|svarar|spør|skriver|skriv"
    r"|forklarer|forklarar|legger|legg|utdyper|utdjupar|fortsetter|held)\b"
)


def is_spoken(sentence: Sentence) -> bool:
    """True for a line of dialogue: with a dash before it, or with the one who says it."""
    return sentence.text[0] in "-–«" or ": –" in sentence.text or _SAYS.search(sentence.text) is not None


def is_reported(sentence: Sentence, verb: int) -> bool:
    """True when the verb that begins there says who spoke: «Vi åpner i mai, sier rektor»."""
    return any(match.start() < verb < match.end() for match in _SAYS.finditer(sentence.text))


def is_text(sentence: Sentence, start: int) -> bool:
    """False for a word with a capital inside a sentence, and for one in a compound or a name."""
    said, before = sentence.text, sentence.block.text[: sentence.start + start]
    if before.count("«") > before.count("»"):  # somebody else speaks, in more than one sentence
        return False
    first = start == sentence.words[0].start
    return (said[start].islower() or first) and not said.isupper()
