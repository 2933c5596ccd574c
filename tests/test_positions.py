"""The promise: what a block says stands where it says, in generated HTML, Markdown and plain text.

The markup is built word by word, so that each word's place and reading are known beforehand. Besides, the
source at every range of words, freed of markup and folded, must equal the text.
"""

import importlib.util
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.decoding import decode, encode
from klarsprak.readers import read
from klarsprak.source import Source
from klarsprak.text import Block, Kind

_spec = importlib.util.spec_from_file_location(
    "positions", Path(__file__).parent.parent / "benchmarks" / "positions.py"
)
assert _spec is not None
assert _spec.loader is not None
positions = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(positions)

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")

# How a word may be written, its place between ⟦ and ⟧, and how it reads. ¤ is a number of its own.
ANYWHERE = [
    ("⟦ord¤⟧", "ord¤"),
    ("⟦på¤⟧", "på¤"),
    ("⟦pa\u030a¤⟧", "på¤"),
    ("⟦e\u0301n¤⟧", "én¤"),
    ("⟦kom\u00admu\u200bne¤⟧", "kommune¤"),
    ("\u00ad⟦hus¤⟧\u00ad", "hus¤"),
    ("⟦«ja¤»⟧,", "«ja¤»,"),
]
REFERENCES = [
    ("⟦b&aring;t¤⟧", "båt¤"),
    ("⟦&oslash;l¤&#33;⟧", "øl¤!"),
    ("⟦s&#248;k¤⟧", "søk¤"),
    ("⟦a&#x30a;r¤⟧", "år¤"),
    ("⟦kom&shy;mu¤⟧&shy;", "kommu¤"),
]
HTML = [
    *ANYWHERE,
    *REFERENCES,
    ("⟦&Aring⟧", "Å"),
    ("<b>⟦o</b>rd¤⟧", "ord¤"),
    ("<a href='/x?a=1&amp;b'>⟦len<i>ke¤⟧</i></a>", "lenke¤"),
    ("⟦a<b>\u030a</b>r¤⟧", "år¤"),
    ("⟦o<!-- > ord -->rd¤⟧", "ord¤"),
    ("<span title='ord'>⟦x¤⟧</span>", "x¤"),
    ("⟦x<wbr>y¤⟧<script>if (a<b) '</p>'</script>", "xy¤"),
    ("⟦a < b¤⟧", "a < b¤"),
]
MARKDOWN = [
    *ANYWHERE,
    *[(written, read) for written, read in REFERENCES],
    ("**⟦ord¤⟧**", "ord¤"),
    ("*⟦o*rd¤⟧", "ord¤"),
    ("~~⟦ord¤⟧~~", "ord¤"),
    ("[⟦lenke¤⟧](/x 'tittel')", "lenke¤"),
    ("[**⟦len**ke¤⟧](</x y>)", "lenke¤"),
    ("⟦\\*ord¤⟧", "*ord¤"),
    ("⟦a_b_c¤⟧", "a_b_c¤"),
    ("<b>⟦ord¤⟧</b>", "ord¤"),
    ("⟦ord¤⟧[^1]", "ord¤"),
]
SPACES = [" ", " ", "\n", "  \t", "\u00a0", " \u00ad "]


@dataclass
class Page:
    """A text being written, and what is known of it."""

    content: str = ""
    blocks: list[tuple[Kind, str]] = field(default_factory=list)
    words: list[tuple[int, int, str]] = field(default_factory=list)  # place, and how it reads
    number: int = 0

    def add(self, kind: Kind, words: list[tuple[str, str]], spaces: list[str], prefix: str = "") -> None:
        text = ""
        for index, (written, read_as) in enumerate(words):
            if index:
                self.content += spaces[index % len(spaces)].replace("\n", "\n" + prefix)
                text += " "
            self.number += 1
            written, read_as = written.replace("¤", str(self.number)), read_as.replace("¤", str(self.number))
            before, rest = written.split("⟦")
            word, after = rest.split("⟧")
            self.content += before
            start = len(self.content)
            self.content += word
            self.words.append((start, len(self.content), read_as.rstrip(",")))
            self.content += after
            text += read_as
        row_of_links = kind is Kind.PARAGRAPH and all(
            re.search(r"href=|\]\(", written) for written, _ in words
        )
        self.blocks += [(kind, word) for word in text.split()] if row_of_links else [(kind, text)]


def runs_of(forms: list[tuple[str, str]], size: int = 6) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.sampled_from(forms), min_size=1, max_size=size)


HTML_SHAPES = {
    "paragraph": ("<p>", "</p>\n", Kind.PARAGRAPH),
    "open": ("<p class=x>", "\n", Kind.PARAGRAPH),
    "heading": ("<h2>", "</h2>", Kind.HEADING),
    "item": ("<ul>\n<li>", "</li></ul>\n", Kind.ITEM),
    "nested": ("<ol><li><ul><li><div>", "</div></ul></ol>", Kind.ITEM),
    "cell": ("<table><tr><td>", "</td></tr></table>", Kind.CELL),
    "quote": ("<blockquote><p>\n ", "</blockquote>", Kind.QUOTE),
    "button": ("<button>", "</button>", Kind.BUTTON),
    "after": ("<nav></nav><!-- ord -->", "<br/>", Kind.PARAGRAPH),
    "alone": ("<p hidden> <b> ", "</b></p>", Kind.PARAGRAPH),
}
SPACE_LISTS = st.lists(st.sampled_from(SPACES), min_size=1, max_size=4)


@st.composite
def html_pages(draw: st.DrawFn) -> Page:
    page = Page(
        draw(st.sampled_from(["", "<!doctype html>\n<html lang=nb><title></title><body>\n", "<main>"]))
    )
    for shape in draw(st.lists(st.sampled_from(sorted(HTML_SHAPES)), min_size=1, max_size=5)):
        before, after, kind = HTML_SHAPES[shape]
        page.content += before
        page.add(kind, draw(runs_of(HTML)), draw(SPACE_LISTS))
        page.content += after
    return page


MARKDOWN_SHAPES = {  # before, before each further line, after, kind
    "paragraph": ("", "", "\n\n", Kind.PARAGRAPH),
    "lazy": ("> ", "", "\n\n", Kind.QUOTE),
    "item": ("- ", "  ", "\n\n***\n\n", Kind.ITEM),
    "nested": ("1. å\n   - ", "     ", "\n\n***\n\n", Kind.ITEM),
    "quoted": ("> - ", ">   ", "\n\n***\n\n", Kind.QUOTE),
    "setext": ("", "", "\n===\n\n", Kind.HEADING),
}
MARKDOWN_LINES = {  # of a single line each
    "heading": ("## ", " ##\n\n", Kind.HEADING),
    "cell": ("| å | ø |\n|---|---|\n| a\\|b | ", " |\n\n", Kind.CELL),
    "second": ("å | ø\n--|--\n", "|x\n\n", Kind.CELL),
}


@st.composite
def markdown_pages(draw: st.DrawFn) -> Page:
    page = Page(draw(st.sampled_from(["", "---\ntitle: å\n---\n\n", "\ufeff"])).replace("\ufeff", ""))
    for shape in draw(
        st.lists(st.sampled_from(sorted(MARKDOWN_SHAPES | MARKDOWN_LINES)), min_size=1, max_size=5)
    ):
        words, spaces = draw(runs_of(MARKDOWN)), draw(SPACE_LISTS)
        if shape in MARKDOWN_LINES:
            before, after, kind = MARKDOWN_LINES[shape]
            page.content += before
            page.add(kind, words, [space.replace("\n", " ") for space in spaces])
        else:
            before, further, after, kind = MARKDOWN_SHAPES[shape]
            page.content += before
            page.add(kind, words, spaces, further)
        page.content += after
    return page


@st.composite
def plain_pages(draw: st.DrawFn) -> Page:
    page = Page()
    for before, further in draw(
        st.lists(st.sampled_from([("", ""), ("- ", "  "), ("\t• ", " ")]), min_size=1, max_size=5)
    ):
        page.content += before
        kind = Kind.ITEM if before else Kind.PARAGRAPH
        page.add(kind, draw(runs_of(ANYWHERE)), draw(SPACE_LISTS), further)
        page.content += ".\n \n"
        page.blocks[-1] = (kind, page.blocks[-1][1] + ".")
    return page


def check(name: str, page: Page) -> list[Block]:
    """Texts, kinds and the place of every word are as they were written."""
    source = Source(name, page.content)
    found = list(read(source))
    expected = [text for _, text in page.blocks]
    assert [
        block.text for block in found if block.text in expected or re.search(r"\d", block.text)
    ] == expected
    told = {}
    for block in found:
        check_runs(block, len(page.content))
        for what, start, end in positions.ranges(block.text):
            assert positions.agrees(
                source, block, start, end, name.split(".")[-1].replace("md", "markdown")
            ), what
        for word in re.finditer(r"[^\s,.]*\d[^\s,.]*", block.text):
            told[word[0]] = (*block.to_source(*word.span()),)
    for start, end, read_as in page.words:
        if " " not in read_as and read_as in told:
            assert told[read_as] == (start, end), read_as
    assert len(told) == sum(1 for word in page.words if re.search(r"\d", word[2]))
    return found


def check_runs(block: Block, size: int) -> None:
    """The runs cover the text, in order, and none is empty or outside the source."""
    at = start = 0
    for run in block.runs:
        assert run.at == at
        assert run.length > 0
        assert start <= run.start < run.end <= size
        at, start = run.at + run.length, run.end
    assert at == len(block.text)
    for link in block.links:
        assert 0 <= link.start <= link.end <= len(block.text)


@given(html_pages())
def test_html(page):
    found = check("side.html", page)
    texts = {text for _, text in page.blocks}
    told = [block for block in found if block.text in texts]
    for block, (kind, _) in zip(told, page.blocks, strict=True):
        assert block.kind is kind or (block.kind is Kind.LINK and kind is Kind.PARAGRAPH)


@given(markdown_pages())
def test_markdown(page):
    check("side.md", page)


@given(plain_pages())
def test_plain(page):
    check("side.txt", page)


@given(st.one_of(html_pages(), markdown_pages()), st.sampled_from([".html", ".md", ".txt"]))
def test_line_ends_of_windows_change_the_places_only(page, ending):
    """The same blocks; and each word stands where it stood, counted in the longer text."""
    windows = page.content.replace("\n", "\r\n")
    before = list(read(Source("side" + ending, page.content)))
    after = list(read(Source("side" + ending, windows)))
    assert [block.text for block in before] == [block.text for block in after]
    for one, other in zip(before, after, strict=True):
        for word in re.finditer(r"\S+", one.text):
            span = one.to_source(*word.span())
            raw = windows[slice(*other.to_source(*word.span()))]
            assert raw.replace("\r\n", "\n") == page.content[slice(*span)]


@given(
    html_pages(), st.sampled_from([("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-8", b"")])
)
def test_bytes_to_blocks_and_back(page, written):
    encoding, mark = written
    data = mark + page.content.encode(encoding)
    source = decode("side.html", data)
    assert [block.text for block in read(source)] == [
        block.text for block in read(Source("side.html", page.content))
    ]
    assert encode(source) == data


SCRAPS = st.sampled_from(
    [
        *"< > </ <p> </p> <b> </b> <a title='x'> <!-- --> <!> <br> <li> <td> <table> </table>".split(),
        *"<script> </script> <title> <textarea> </textarea> <select> <svg> <![CDATA[ ]]>".split(),
        *"& &amp &#x30a; &notit; {{ }} {% %} <? ?> <% %> { } {#x} export \\ ` `` ``` ~~~ * ** _".split(),
        *"[ ] ( ) ![ ](x) [^1] $ : # ## > - 1. | |---| --- === ~~ ^ +++ ::: ord år 😀".split(),
        *["\r", "\n", "\r\n", "\t", "\0", "\u030a", "\u00ad", "\u00a0", "\u2028", "\x85", "\x0c"],
    ]
)


@settings(max_examples=300)
@given(
    st.lists(SCRAPS, max_size=40),
    st.sampled_from(["a.html", "a.md", "a.mdx", "a.qmd", "a.txt"]),
    st.booleans(),
)
def test_scraps_of_markup_never_break_the_map(scraps, name, spaced):
    content = (" " if spaced else "").join(scraps)
    for block in read(Source(name, content)):
        check_runs(block, len(content))
        for word in re.finditer(r"ord|år", block.text):
            raw = content[slice(*block.to_source(*word.span()))]
            assert positions.fold(re.sub(r"[^ordår\u030a]", "", raw)) in (word[0], "ordord", "åror")


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_the_benchmark_can_find_a_fault(name, tmp_path):
    """Were the map wrong by one, it would be seen."""
    path = tmp_path / name
    path.write_text("Du må svare oss.", "utf-8")
    counts, wrong = positions.Counter(), []
    positions.measure(path, counts, wrong)
    assert not wrong
    assert counts["words checked"] == 4
    (block,) = read(Source(name, "Du må svare oss."))
    shifted = Block(block.kind, block.text, tuple(run._replace(start=run.start + 1) for run in block.runs))
    assert not positions.agrees(Source(name, "Du må svare oss. "), shifted, 3, 5, "html")
