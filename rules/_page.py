"""What a rule about a whole page needs: where to point, how the page begins, whom to ask."""

from __future__ import annotations

from klarsprak import Kind, Place, Sentence, Text


def anchor(text: Text) -> Place | None:
    """Where a remark about the whole page is shown: its h1, else the first heading or sentence of the main
    content; None for a page without any."""
    prose = text.prose
    title = next((block for block in prose if block.kind is Kind.HEADING and block.level == 1), None)
    if title is None and prose and prose[0].kind is Kind.HEADING:
        title = prose[0]
    if title is not None:
        return Place(title, 0, len(title.text))
    return next((sentence.whole for sentence in text.sentences), None)


def opening(text: Text, words: int = 50) -> tuple[Sentence, ...]:
    """The sentences of running text that begin within the first so many words; headings do not count."""
    taken, count = [], 0
    for sentence in text.sentences:
        if sentence.block.kind is Kind.HEADING:
            continue
        if count >= words:
            break
        taken.append(sentence)
        count += len(sentence.words)
    return tuple(taken)
