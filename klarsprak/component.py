"""klarsprak as a component in a spaCy pipeline: `nlp.add_pipe("klarsprak")`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory(
    "klarsprak", default_config={"standard": "auto", "profile": "web", "select": None, "ignore": []}
)
def make(
    nlp: Language, name: str, standard: Any, profile: Any, select: list[str] | None, ignore: list[str]
) -> Callable[[Doc], Doc]:
    """A component that sets `doc._.klarsprak`: Findings, whose spans are offsets in the Doc's text.

    It reads the text as plain paragraphs and brings the language model it needs, so it works after
    `spacy.blank("nb")` too.
    """
    # spaCy imports this module whenever it loads any pipeline, so the engine waits until it is wanted.
    from klarsprak import engine
    from klarsprak.config import Settings
    from klarsprak.source import Source

    for kind, value, known in (
        ("standard", standard, ("auto", "nb", "nn")),
        ("profile", profile, engine.KINDS),
    ):
        if value not in known:
            raise ValueError(f"no {kind} {value!r}: use {', '.join(known)}")

    if not Doc.has_extension("klarsprak"):
        Doc.set_extension("klarsprak", default=())
    settings = Settings(
        standard=standard,
        profile=profile,
        select=frozenset(select) if select is not None else None,
        ignore=frozenset(ignore),
    )

    def component(doc: Doc) -> Doc:
        (report,) = engine.check([Source("doc", doc.text)], settings, format="plain")
        doc._.klarsprak = report.findings
        return doc

    return component
