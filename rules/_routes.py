"""Whether a text shows a digital way."""

from __future__ import annotations

import re

from klarsprak import Block, Kind

# A way for those who have a screen: in words …
_DIGITAL = re.compile(
    r"\bpå (?:nett(?:et|sid\w+)?|web|internett)\b|\bnettskjema\w*|\b(?:digitalt|elektronisk)\b"
    r"|\bdigital(?:e|t)? (?:skjema|søknad|løysing|løsning)|\baltinn\b|\bid-?porten\b|\bminid\b|\bbank-?id\b"
    r"|\bmin ?side\b|\blogg(?:e|ar|er)? (?:deg )?(?:inn|på)\b|\blast(?:e|er|ar)? (?:\w+ )?opp\b|\be-?post\w*"
    r"|\b(?:selvbetjening|sjølvbetening)\w*|\bsøknadsportal\w*|\bsøk her\b|\S@\S+\.\w"
    r"|\bchatt?(?:e|er|ar|en)?\b",
    re.IGNORECASE,
)
# … or as a link to a form.
_FORM = re.compile(
    r"skjema|soknad|s%C3%B8knad|altinn|minside|idporten|acos|framsikt|visma|kommune24-7|mailto:",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?)(?:$|[?#])", re.IGNORECASE)


def has_route(block: Block) -> bool:
    """True when the block shows a digital way: in words, by a link to a form, or by a button."""
    if block.kind is Kind.IMAGE:  # its address leads nowhere
        return False
    return _DIGITAL.search(block.text) is not None or any(
        _FORM.search(link.target) and not _FILE.search(link.target) for link in block.links
    )
