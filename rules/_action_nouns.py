"""Nouns that hide an action, by their endings: vurdering, tilrettelegging, but not utdanning."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from klarsprak import Sentence

from ._lists import entries

_SUFFIX = {
    "nb": re.compile(r"((?:^[A-ZÆØÅ]|\b[a-zæøå])[a-zæøå]+(?:ing|sjon|het|els(?=e)))(?:a|e|en|er|ene)?\b"),
    "nn": re.compile(
        r"((?:^[A-ZÆØÅ]|\b[a-zæøå])[a-zæøå]+(?:ing|sjon|heit|leik|els(?=[ea])))(?:a|e|en|ar|er|ane|ene)?\b"
    ),
}
ENDINGS = ("ing", "sjon", "het", "heit", "leik", "els")  # fewer than two of these: no need to look closer
# Of the many nouns in -sjon only those beside a verb everybody uses.
_SJON = tuple(
    """administrasjon demonstrasjon implementasjon inspeksjon installasjon integrasjon introduksjon isolasjon
    kommunikasjon konsultasjon konstruksjon koordinasjon observasjon presentasjon produksjon reduksjon
    registrasjon rehabilitasjon rekonstruksjon representasjon restaurasjon transformasjon""".split()
)
_PREFIXES = frozenset(
    """an av be bort etter for fore fram frem fra frå gjen inn med mis mot ned om opp over på sam sammen saman
    til tilbake ut utbe under ved vider""".split()
)
_LISTED = re.compile(r"\s*(?:,|/|,?\s*\b(?:og|eller|samt|og/eller))\s*(?:\w+\s)?")


class Noun(NamedTuple):
    start: int
    end: int


@cache
def _is_thing(stem: str, standard: str) -> bool:
    """«byggetillatelse» is a «tillatelse», but «behandling» is no «handling»."""
    things = entries(f"substantivsyke.{standard}")
    if stem in ("kring", "ikring"):  # prepositions, but «sikring» is an action
        return True
    return stem in things or any(stem.endswith(t) and stem[: -len(t)] not in _PREFIXES for t in things)


def action_nouns(sentence: Sentence) -> list[Noun]:
    """Nouns that hide an action, of a list («måling, kontroll og retting») only the first."""
    found: list[Noun] = []
    seen: set[str] = set()
    text, end = sentence.text, -1
    for match in _SUFFIX[sentence.standard].finditer(text):
        stem = match[1].lower() + "e" * match[1].endswith("els")
        if _is_thing(stem, sentence.standard) or (stem.endswith("sjon") and not stem.endswith(_SJON)):
            continue
        listed = end >= 0 and _LISTED.fullmatch(text, end, match.start())
        end = match.end()
        if not listed and stem not in seen:  # said twice it is what the text is about
            seen.add(stem)
            found.append(Noun(match.start(), end))
    return found
