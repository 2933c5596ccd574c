"""What a page is for: service, news, decision, plan, portal. Rules about whole pages ask for it."""

from __future__ import annotations

from klarsprak.text import PageKind, Text


def of(text: Text) -> PageKind:
    """The kind of page that `text` is; OTHER when nothing speaks clearly for one of them."""
    return PageKind.DECISION if text.profile == "brev" else PageKind.OTHER
