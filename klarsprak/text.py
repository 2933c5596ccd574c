"""What a rule is given: blocks of words, free of markup, parted in sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from klarsprak.source import Source, Span
from klarsprak.words import Word, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

Standard = Literal["nb", "nn"]  # the two written standards of Norwegian


class Kind(StrEnum):
    """What a block is to the one who reads the page."""

    HEADING = "overskrift"
    PARAGRAPH = "avsnitt"
    ITEM = "listepunkt"
    CELL = "celle"
    CAPTION = "bildetekst"
    QUOTE = "sitat"
    LINK = "lenke"  # a block that is nothing but a link
    BUTTON = "knapp"
    LABEL = "etikett"  # of a form field
    ALT = "alternativ tekst"
    TITLE = "tittel"  # of the page, or a title attribute
    DESCRIPTION = "metabeskrivelse"
    # What has a place but no words: its text is `CODE`.
    IMAGE = "bilde"  # an image; `links` holds its address, `alt` its alternative text
    PAGE = "side"  # the page itself, at its start tag; `lang` as declared there
    FORM = "skjema"  # a form to fill in


# Running text. The rest is judged only by the rules that are about it.
# What code, formulas and template values become in a block's text: one word without letters, so that
# no word rule can fire on it, while the sentence around it keeps its shape.
CODE = "\ufffc"
PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.CAPTION, Kind.HEADING})


class Run(NamedTuple):
    """`length` characters of a block's text, from `at`, came from `content[start:end]`.

    Equally long: copied character by character (a line end or no-break space as a space). Otherwise
    atomic: one stands for the other as a whole, as when a reader turns `&aring;` into å.
    """

    at: int
    length: int
    start: int
    end: int


class Link(NamedTuple):
    """A link inside a block: `block.text[start:end]` is its text (empty when it holds only an image)."""

    start: int
    end: int
    target: str  # href as written, entities resolved
    label: str = ""  # accessible name from aria-label or the image's alt, when the text does not say it


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item, cell, … : what is read in one breath."""

    kind: Kind
    text: str  # white space folded to single spaces, soft hyphens dropped
    runs: tuple[Run, ...]
    lang: str | None = None  # as the markup declares it, e.g. "nn-NO"; a hint, not the truth
    level: int = 0  # 1-6 for headings
    main: bool = True  # False: navigation, header, footer, cookie notice, search
    links: tuple[Link, ...] = ()
    standard: Standard | None = None  # set by the engine; None: not Norwegian, or nobody can tell
    alt: str | None = None  # of an image; None: it has no such attribute, empty: it says it is decoration
    bold: bool = False  # all of it is emphasised: a paragraph that may be meant as a heading

    def to_source(self, start: int, end: int) -> Span:
        """Where `text[start:end]` (not empty) stands in the source."""
        first, last = self._run(start), self._run(end - 1)
        return Span(
            first.start + (start - first.at) if _copied(first) else first.start,
            last.start + (end - last.at) if _copied(last) else last.end,
        )

    def copied(self, start: int, end: int) -> bool:
        """True when the source holds `text[start:end]` character by character: safe to rewrite."""
        span = self.to_source(start, end)
        return span.end - span.start == end - start and all(
            _copied(run) for run in self.runs if run.at < end and run.at + run.length > start
        )

    def _run(self, offset: int) -> Run:
        return self.runs[max(bisect_right(self.runs, offset, key=lambda run: run.at) - 1, 0)]


def _copied(run: Run) -> bool:
    return run.length == run.end - run.start


class PageKind(StrEnum):
    """What a page is for. Decides which questions make sense, e.g. whether a next step is missing."""

    SERVICE = "tjeneste"  # tells citizens of something they can get, apply for, pay or report
    NEWS = "nyhet"
    DECISION = "vedtak"  # a decision or letter to one person
    PLAN = "plan"  # plans, reports, minutes, regulations: long, for those who look things up
    PORTAL = "portal"  # a front page or a menu: links to other pages
    OTHER = "annet"


class House(NamedTuple):
    """What a municipality has chosen among the forms that the official norm leaves free."""

    profile: str = "moderne"  # nynorsk: moderne (near to common usage) or tradisjonell
    infinitive: str = ""  # nynorsk: e, a, or empty for either (but not both in one text)
    we: str = ""  # nynorsk: vi, me, or empty for either
    necessary: str = ""  # nynorsk: nødvendig, naudsynt, or empty for either


NO_CHOICES = House()


class Place(NamedTuple):
    """`block.text[start:end]`."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a prose block; offsets count within the block's text."""

    block: Block
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words with offsets within the sentence; addresses, #tags and @names are not words."""
        return words(self.text)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words in lower case: most rules can tell from these that there is nothing for them."""
        return frozenset([word.lower for word in self.words])

    @property
    def standard(self) -> Standard:
        assert self.block.standard is not None  # only Norwegian blocks are parted in sentences
        return self.block.standard

    @property
    def whole(self) -> Place:
        return Place(self.block, self.start, self.end)

    def place(self, start: int, end: int) -> Place:
        """`self.text[start:end]` as a place in the block."""
        return Place(self.block, self.start + start, self.start + end)


class Parsed(NamedTuple):
    """A sentence and its spaCy Doc. `doc.text == sentence.text`, unless the sentence is in capitals:
    then the Doc is of the lower-cased copy, which is equally long."""

    sentence: Sentence
    doc: Doc


@dataclass(frozen=True)
class Text:
    """All a rule is given: parsed, free of markup."""

    source: Source
    standard: Standard  # of the whole; each block has its own
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]  # of Norwegian prose blocks in the main content, in reading order
    profile: str = "web"  # web, brev or some: the channel
    accept: frozenset[str] = frozenset()  # words and phrases (lower case) the house accepts
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the house's own term lists
    house: House = NO_CHOICES
    page: PageKind = PageKind.OTHER
    parsed: tuple[Parsed, ...] = ()  # the sentences that passed the gate of the rule being run

    @property
    def prose(self) -> tuple[Block, ...]:
        """The Norwegian blocks of running text in the main content."""
        return tuple(b for b in self.blocks if b.main and b.standard and b.kind in PROSE)
