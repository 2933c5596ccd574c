"""Metrics of a text, and its scores. The formula of the points is told in docs/poeng.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, fields

from klarsprak import points, readability
from klarsprak.finding import Finding, Scores
from klarsprak.rulebook import Rule
from klarsprak.text import Text

PASSIVE = frozenset({"passiv", "passiv-bli"})


@dataclass(frozen=True)
class Metrics:
    """Counts over the running text: paragraphs, and list items and cells that are whole sentences."""

    words: int  # of all Norwegian prose blocks, headings too
    sentences: int
    words_per_sentence: float | None
    lix: float | None
    passive_share: float | None  # sentences with a passive, of all sentences

    def to_dict(self) -> dict[str, float | int | None]:
        """As in the wire format; `words` stands beside the metrics there."""
        return {k: v for k, v in asdict(self).items() if k != "words"}


NAMES = tuple(f.name for f in fields(Metrics) if f.name != "words")  # of the metrics, in the wire format


def metrics(text: Text, findings: Iterable[Finding], rules: Collection[str]) -> Metrics:
    """LIX, mean sentence length, passive share. None where there is too little text to say, and for the
    passive when its rules are not among the `rules` that were run.

    What is counted: `klarsprak.readability`.
    """
    running = readability.running(text.sentences)
    count, lix = sum(shape.words for shape in running), readability.lix(running)
    passive = {f.span for f in findings if f.rule in PASSIVE}
    spans = [s.sentence.block.to_source(s.sentence.start, s.sentence.end) for s in running] if passive else []
    with_passive = sum(any(s.start <= p.start < s.end for p in passive) for s in spans)
    return Metrics(
        words=sum(len(s.words) for s in text.sentences),
        sentences=len(running),
        words_per_sentence=round(count / len(running), 1) if running else None,
        lix=round(lix.value, 1) if lix else None,
        passive_share=round(with_passive / len(running), 3) if lix and set(rules) >= PASSIVE else None,
    )


def scores(text: Text, findings: Iterable[Finding], measured: Metrics, rules: Iterable[Rule]) -> Scores:
    """Points 0-100 for each priority and one to six stars, after the `rules` that were run.

    A priority of which the text shows too little gets None.
    """
    taken = points.losses(text, findings, measured.words, rules)
    found = points.points(text, taken, measured.words)
    return Scores(found, points.stars(found))
