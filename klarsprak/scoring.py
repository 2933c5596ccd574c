"""Metrics of a text, and its points for the four priorities. The formula is told in docs/poeng.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields

from klarsprak.finding import Finding, Scores
from klarsprak.rulebook import Priority, Severity
from klarsprak.text import CODE, Kind, Sentence, Text

WEIGHT = {Severity.INFO: 0.25, Severity.LOW: 1.0, Severity.MEDIUM: 2.0, Severity.HIGH: 4.0}
# Weight per 100 words that halves the points. Provisional, read off the range of real public pages:
# what the four priorities can find differs in number, so each has its own.
HALVES = {
    Priority.LETTERE: 1.0,
    Priority.BRUKERRETTING: 1.5,
    Priority.DIGITALT: 1.5,
    Priority.KLART_SPRAK: 8.0,
}
MIN_WORDS = 50  # below this there is too little text for points
LIX_WORDS, LIX_SENTENCES = 100, 5  # below this LIX says nothing
LONG_WORD = 6  # letters; longer words count in LIX (Björnsson 1968)
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

    LIX = words / sentences + 100 x words longer than six letters / words (Björnsson 1968). Headings,
    labels, cells and list items that do not end as a sentence are left out: they are not sentences,
    and would make the mean meaningless. Addresses, numbers, #tags and @names are not words.
    """
    running = [s for s in text.sentences if _is_sentence(s)]
    lengths = [[_letters(w.lower) for w in s.words] for s in running]
    words = [n for sentence in lengths for n in sentence if n]
    count, sentences = len(words), sum(any(s) for s in lengths)
    enough = count >= LIX_WORDS and sentences >= LIX_SENTENCES
    lix = count / sentences + 100 * sum(n > LONG_WORD for n in words) / count if enough else None
    passive = {f.span for f in findings if f.rule in PASSIVE}
    spans = [s.block.to_source(s.start, s.end) for s in running] if passive else []
    with_passive = sum(any(s.start <= p.start < s.end for p in passive) for s in spans)
    return Metrics(
        words=sum(len(s.words) for s in text.sentences),
        sentences=sentences,
        words_per_sentence=round(count / sentences, 1) if sentences else None,
        lix=round(lix, 1) if lix is not None else None,
        passive_share=round(with_passive / sentences, 3) if enough and set(rules) >= PASSIVE else None,
    )


def _is_sentence(sentence: Sentence) -> bool:
    kind = sentence.block.kind
    return kind is Kind.PARAGRAPH or (kind in {Kind.ITEM, Kind.CELL} and sentence.text[-1:] in ".!?:")


def _letters(word: str) -> int:
    return len(word) if word.isalpha() else sum(c.isalpha() for c in word)


def scores(text: Text, findings: Sequence[Finding], measured: Metrics) -> Scores:
    """Points 0-100 for each priority and one to six stars.

    points = 100 x 0.5 ** (weight of the findings per 100 words / the priority's half), so taking a
    finding away never lowers them. A priority of which the text shows too little gets None.
    """
    points: dict[str, int | None] = {}
    for priority in Priority:
        weight = sum(WEIGHT[Severity(f.severity)] for f in findings if f.priority == priority)
        if not _enough(priority, text, measured, weight):
            points[priority] = None
            continue
        per_100 = 100 * weight / measured.words
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
