"""Metrics of a text, and its points for the four priorities. The formula is told in docs/poeng.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields

from klarsprak import readability
from klarsprak.finding import Finding, Scores
from klarsprak.rulebook import Priority, Severity
from klarsprak.text import CODE, Text

WEIGHT = {Severity.INFO: 0.25, Severity.LOW: 1.0, Severity.MEDIUM: 2.0, Severity.HIGH: 4.0}
# Weight per 100 words that halves the points. Provisional, read off the range of real public pages:
# what the four priorities can find differs in number, so each has its own.
HALVES = {
    Priority.LETTERE: 1.0,
    Priority.BRUKERRETTING: 1.5,
    Priority.DIGITALT: 1.5,
    Priority.KLART_SPRAK: 8.0,
}
WHOLE = 3
MIN_WORDS = 50  # below this there is too little text for points
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


def scores(text: Text, findings: Sequence[Finding], measured: Metrics, whole: Collection[str] = ()) -> Scores:
    """Points 0-100 for each priority and one to six stars.

    points = 100 x 0.5 ** (weight of the findings per 100 words / the priority's half), so taking a
    finding away never lowers them. A finding of a rule about the `whole` text is made once, however long
    the text is: it weighs as if it came once in every `WHOLE` hundred words. A priority of which the text
    shows too little gets None.
    """
    points: dict[str, int | None] = {}
    for priority in Priority:
        own = [f for f in findings if f.priority == priority]
        weight = sum(WEIGHT[Severity(f.severity)] for f in own if f.rule not in whole)
        constant = sum(WEIGHT[Severity(f.severity)] for f in own if f.rule in whole) / WHOLE
        if not _enough(priority, text, measured, weight + constant):
            points[priority] = None
            continue
        per_100 = 100 * weight / measured.words + constant
        points[priority] = round(100 * 0.5 ** (per_100 / HALVES[priority]))
    known = [p for p in points.values() if p is not None]
    stars = min(6, 1 + int(sum(known) / len(known) * 6 / 100)) if known else None
    return Scores(points, stars)


def _enough(priority: Priority, text: Text, measured: Metrics, weight: float) -> bool:
    if measured.words < MIN_WORDS:
        return False
    # Without a link, and with nothing found, a text says nothing of how digital the service is.
    return (
        priority is not Priority.DIGITALT
        or weight > 0
        or any(b.links for b in text.blocks if b.main and b.text != CODE)
    )
