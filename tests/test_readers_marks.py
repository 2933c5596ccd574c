"""Marks: blocks for what has a place on the page but no words."""

import pytest

from klarsprak import CODE, Block, Kind, Source, Text, engine
from klarsprak.config import Settings
from klarsprak.finding import Report
from klarsprak.readers import read


def marks(content: str, name: str = "side.html") -> list[Block]:
    return [block for block in read(Source(name, content)) if block.text == CODE]


def placed(content: str, name: str = "side.html") -> list[tuple[Kind, str]]:
    return [(b.kind, content[slice(*b.to_source(0, 1))]) for b in marks(content, name)]


@pytest.mark.parametrize(
    ("content", "kind", "place"),
    [
        ("<p>Her <img src=a.png> er vi</p>", Kind.IMAGE, "<img src=a.png>"),
        ("<p><img src='a.png' alt='x > y' /></p>", Kind.IMAGE, "<img src='a.png' alt='x > y' />"),
        ("<!doctype html>\n<html lang=nb ><p>Hei</p>", Kind.PAGE, "<html lang=nb >"),
        ("<HTML><p>Hei</p>", Kind.PAGE, "<HTML>"),
        ("<h2></h2><p>Hei</p>", Kind.HEADING, "<h2>"),
        ("<h2 class=x>&nbsp;<br></h2><p>Hei</p>", Kind.HEADING, "<h2 class=x>"),
        ("<p>Se <a href=/x></a> her</p>", Kind.LINK, "<a href=/x>"),
        ("<p>Se <a href=/x><i class=ikon></i> </a> her</p>", Kind.LINK, "<a href=/x>"),
        ("<form action=/send><label>Navn <input></label></form>", Kind.FORM, "<form action=/send>"),
        ("<form method=post><h2>Svar</h2><textarea></textarea></form>", Kind.FORM, "<form method=post>"),
        ("<form><button type=submit>Send</button></form>", Kind.FORM, "<form>"),
    ],
)
def test_html(content: str, kind: Kind, place: str) -> None:
    assert placed(content) == [(kind, place)]


@pytest.mark.parametrize(
    ("content", "kind", "place"),
    [
        ("Her ![Rådhuset](a.png 'x') er vi", Kind.IMAGE, "![Rådhuset](a.png 'x')"),
        ("Her ![Rådhuset][a]\n\n[a]: a.png", Kind.IMAGE, "![Rådhuset][a]"),
        ("Her er **![](a.png)**  \nvi", Kind.IMAGE, "![](a.png)"),
        ("Her er <img src=a.png> vi", Kind.IMAGE, "<img src=a.png>"),
        ("<p>\n<img src=a.png>\n</p>\n", Kind.IMAGE, "<img src=a.png>"),
        ("Les [](/x) her", Kind.LINK, "[](/x)"),
        ("Hei\n\n## \n\nDu", Kind.HEADING, "##"),
    ],
)
def test_markdown(content: str, kind: Kind, place: str) -> None:
    assert placed(content, "side.md") == [(kind, place)]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Hei</p>",
        "<h2>Hei</h2>",
        "<h2>{{ tittel }}</h2>",
        "<h2>{% include 'x' %}</h2>",
        "<h2 id=tittel></h2>",
        "<h2 hidden></h2>",
        "<h2><svg><title>Hei</title></svg></h2>",
        "<a href=/x>→</a>",
        "<a href=/x title=Hei></a>",
        "<a href=/x aria-label=Hei></a>",
        "<a href=/x aria-hidden=true></a>",
        "<a href=/x><span aria-label=Hei></span></a>",
        "<a href=/x><code>x</code></a>",
        "<a href=/x :title=y></a>",
        "<div aria-hidden=true><a href=/x></a><img src=a></div>",
        "<a href=/x><p>Hei</p></a>",
        "<a name=x></a>",
        "<form action=/sok><input name=q></form>",
        "<form role=search><input></form>",
        "<form><input type=search></form>",
        "<form><input type=hidden></form>",
        "<form><p>Hei</p></form>",
        "<form><main><input></main></form>",
        "<form><input name=__VIEWSTATE type=hidden><input></form>",
    ],
)
def test_no_marks(content: str) -> None:
    assert placed(content) == []


@pytest.mark.parametrize(
    "content", ["## Hei", "[![Kart](a.png)](x)", "## {{ x }}", "[`x`](y)", "<http://x.no>"]
)
def test_no_marks_but_images_in_markdown(content: str) -> None:
    assert [kind for kind, _ in placed(content, "side.md") if kind is not Kind.IMAGE] == []


@pytest.mark.parametrize(
    ("attributes", "alt"),
    [
        ("", None),
        ("alt=''", ""),
        ("alt", ""),
        ("alt=' Et  hus '", "Et hus"),
        ("alt='{{ x }} hus'", CODE + " hus"),
        ("{% if x %}alt='y'{% endif %}", CODE),
        (":alt=y", CODE),
        ("{{ resten }}", CODE),
        ("role=presentation", ""),
        ("width=1 height=1", ""),
    ],
)
def test_alternative_texts(attributes: str, alt: str | None) -> None:
    (image,) = marks(f"<img src=a.png {attributes}>")
    assert image.alt == alt


def test_the_links_of_an_image() -> None:
    (image,) = marks("<img src='a.png' alt='' title='Hus'>")
    assert image.links == ((0, 1, "a.png", "Hus"),)
    silent = marks("<a href=/x><img src=a.png alt=''><img src=b.png alt=''></a>")
    assert [[link.target for link in b.links] for b in silent] == [["a.png", "/x"], ["b.png", "/x"]]
    told = marks("<a href=/x><img src=a.png alt=''> Kart</a><a href=/y><img src=b.png alt=Kart></a>")
    assert [len(b.links) for b in told] == [1, 1]
    silent = marks("[![](a.png)](/x) [![](b.png) Kart](/x)", "side.md")
    assert [[link.target for link in b.links] for b in silent] == [["a.png", "/x"], ["b.png"]]


def test_an_image_in_a_heading_has_its_level() -> None:
    found = marks("<h1><a href=/><img src=a.png alt='Vik kommune'></a></h1><p><img src=b.png alt=''></p>")
    assert [(b.kind, b.level) for b in found] == [(Kind.IMAGE, 1), (Kind.IMAGE, 0)]


def test_the_language_of_the_page() -> None:
    declared = [
        marks(f"<html {attribute}><p>Hei</p>")[0].lang
        for attribute in (
            "lang=nn-NO",
            "xml:lang=nn",
            "lang=''",
            "class=x",
            "lang='{{ x }}'",
            "<?php l(); ?>",
        )
    ]
    assert declared == ["nn-NO", "nn", None, None, CODE, CODE]


def test_main_content() -> None:
    content = "<html><nav><img src=a></nav><main>Hei <img src=b><h2></h2></main><a href=x></a>"
    assert [(b.kind, b.main) for b in marks(content)] == [
        (Kind.PAGE, True),
        (Kind.IMAGE, False),
        (Kind.IMAGE, True),
        (Kind.HEADING, True),
        (Kind.LINK, False),
    ]


def test_an_image_does_not_decide_what_is_main() -> None:
    found = read(Source("side.html", "<p>Hei</p><main><img src=a></main>"))
    assert [(b.kind, b.main) for b in found] == [(Kind.PARAGRAPH, True), (Kind.IMAGE, True)]


@pytest.mark.parametrize(
    ("content", "name", "bold"),
    [
        ("<p><b>Slik søker du</b></p>", "a.html", True),
        ("<p><strong>Slik <i>søker</i></strong> <b>du</b></p>", "a.html", True),
        ("<p><b>Frist:</b> i dag</p>", "a.html", False),
        ("<p>Slik søker du</p>", "a.html", False),
        ("<h2><b>Slik søker du</b></h2>", "a.html", False),
        ("<b><a href=x>Slik søker du</a></b>", "a.html", False),
        ("**Slik søker du**", "a.md", True),
        ("**Slik** <b>søker du</b>", "a.md", True),
        ("**Frist:** i dag", "a.md", False),
        ("Slik søker du", "a.md", False),
        ("## **Slik søker du**", "a.md", False),
    ],
)
def test_bold_paragraphs(content: str, name: str, bold: bool) -> None:
    (block,) = read(Source(name, content))
    assert block.bold is bold


def test_marks_change_nothing_of_what_is_said_of_the_words() -> None:
    words = "<p>Du må søkje om plass i barnehage før fristen, og vi svarar innan to veker.</p>" * 5
    page = "<html lang=en><body><img lang=en src=a.png><h2 lang=en></h2><a href=x></a>{}<form><input></form>"
    plain, marked = (engine.to_text(Source("a.html", c), Settings()) for c in (words, page.format(words)))
    assert isinstance(plain, Text)
    assert isinstance(marked, Text)
    assert marked.standard == plain.standard == "nn"
    assert [s.text for s in marked.sentences] == [s.text for s in plain.sentences]
    assert [b.text for b in marked.prose] == [b.text for b in plain.prose]
    assert {b.standard for b in marked.blocks if b.text == CODE} == {None}
    reports = [next(engine.check([Source("a.html", c)])) for c in (words, page.format(words))]
    assert reports[0].words == reports[1].words
    assert reports[0].metrics == reports[1].metrics
    assert [report.unchecked for report in reports] == [0, 0]


def test_a_finding_of_a_mark_has_a_place_and_no_words() -> None:
    content = "<p>Fristen for å søke om plass er i mars.\r\n<img src=a.png title=''> <a href=/x></a></p>"
    settings = Settings(select=frozenset({"alt-tekst", "lenketekst"}))
    (report,) = engine.check([Source("a.html", content)], settings)
    places = [(f.rule, f.text, content[slice(*f.span)]) for f in report.findings]
    assert places == [
        ("alt-tekst", "", "<img src=a.png title=''>"),
        ("lenketekst", "", "<a href=/x>"),
    ]
    assert not any(CODE in f.message for f in report.findings)
    assert report.source.position(report.findings[0].span.start) == (2, 1)
    assert Report.from_dict(report.source, report.to_dict()) == report
