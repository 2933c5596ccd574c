"""A link text that says where the link goes, made of the words around it."""

from __future__ import annotations

import re

from klarsprak import Block, Link, Place

# «Klikk her for å lese om gebyr» → «Les om gebyr»; «Les om gebyr her» → «Les om gebyr».
_AIM = re.compile(
    r"(?:klikk|trykk)(?: på)? (?:her|lenken|lenkja|lenka) for å (\w+) ([^.,;:!?]{4,60})", re.IGNORECASE
)
_IMPERATIVES = {
    "bestille": "Bestill", "finne": "Finn", "laste": "Last", "lese": "Les", "logge": "Logg", "melde": "Meld",
    "se": "Se", "sjå": "Sjå", "søke": "Søk", "søkje": "Søk", "åpne": "Åpne", "opne": "Opne",
    "registrere": "Registrer",
}  # fmt: skip
_TOLD = re.compile(
    r"((?:les|se|sjå|finn|søk|bestill|meld deg|registrer deg|logg inn)\b[^.,;:!?]{4,60}) her(?=[.!]?$)",
    re.IGNORECASE,
)


def better_text(block: Block, link: Link) -> tuple[Place, str] | None:
    """The words around the link that say where it goes, and a link text made of them; None when unsure."""
    for match in _AIM.finditer(block.text):
        if (
            match.start() <= link.start < match.end()
            and match[1].lower() in _IMPERATIVES
            and _begins(block, match.start())
        ):
            return Place(block, *match.span()), f"{_IMPERATIVES[match[1].lower()]} {match[2]}"
    for match in _TOLD.finditer(block.text):
        if match.end() == link.end and _begins(block, match.start()):
            return Place(block, *match.span()), match[1]
    return None


def _begins(block: Block, at: int) -> bool:
    return at == 0 or block.text[at - 2 : at] in (". ", "! ", "? ", ": ")
