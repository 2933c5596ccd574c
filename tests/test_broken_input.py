"""Broken input ends without a traceback: in sensible blocks, or in an error that names the file."""

import re

import pytest

from klarsprak.decoding import UndecodableError, decode
from klarsprak.readers import read
from klarsprak.source import Source
from klarsprak.text import Block

LONG = "Vi svarer deg snart. " * 50_000  # about 1 MB, on one line

BROKEN = {
    "empty": "",
    "blank": " \n\t\r\n",
    "only a mark": "\ufeff",
    "tag without end": "<p>Vi svarer deg snart.</p><p",
    "attribute without end": "<p>Vi svarer deg snart.</p><a href='/om oss",
    "attribute without quotes": "<a href=/om title=><p>Vi svarer deg snart.</p>",
    "end tags only": "</p></div></html>Vi svarer deg snart.",
    "comment without end": "<p>Vi svarer deg snart.</p><!-- og",
    "comments that end oddly": "<!--><p>Vi svarer deg snart.</p><!---><!-- x --!>",
    "declaration without end": "<p>Vi svarer deg snart.</p><!doctype",
    "cdata": "<p>Vi svarer deg snart.</p><![CDATA[ <p>og</p> ]]>",
    "script without end": "<p>Vi svarer deg snart.</p><script>if (a < b) '</p>'",
    "script inside script": "<script><!-- <script>x</script> --></script><p>Vi svarer deg snart.</p>",
    "title without end": "<title>Vi svarer deg snart.",
    "textarea without end": "<p>Vi svarer deg snart.</p><textarea><p>og",
    "plaintext": "<p>Vi svarer deg snart.</p><plaintext><p>og</p>",
    "select": "<p>Vi svarer deg snart.<select><p>og<option>nå",
    "frameset": "<frameset><frame src=x></frameset><p>Vi svarer deg snart.</p>",
    "two bodies": "<body class=a><p>Vi svarer deg snart.</p></body><body lang=nn><html lang=nb>",
    "text in a table": "<table>Vi svarer deg snart.<tr><td>og</table>",
    "crossed tags": "<p><b><i>Vi svarer</b> deg</i> snart.</p></b>",
    "nested links": "<a href=1><a href=2>Vi svarer deg snart.</a></a></a>",
    "nested forms": "<form><form></form>Vi svarer deg snart.</form>",
    "wrong references": "<p>Vi svarer deg snart. &; &# &#x; &#x110000; &#0; &#xD800; &#1; &nosuch;</p>",
    "NULs": "<p>Vi svarer deg snart.</p>\0<\0p>\0</p\0>",
    "control characters": "<p>Vi svarer deg snart.</p>\x01\x02\x0b\x0c\x1f\x7f\x85\u2028",
    "lone surrogates": "<p>Vi svarer deg snart.</p>\ud800\udfff",
    "noncharacters": "<p>Vi svarer deg snart.</p>\ufdd0\ufdd1\uffff\U0010ffff",
    "template without end": "<p>Vi svarer deg snart.</p>{{ {% {# <% <?",
    "php without end": "<p>Vi svarer deg snart.</p><?php if ($a) {",
    "front matter without end": "---\ntitle: x\n\nVi svarer deg snart.",
    "fence without end": "Vi svarer deg snart.\n\n```\nog",
    "table without rows": "Vi svarer deg snart.\n\n| a |\n|---|---|",
    "link without end": "Vi svarer deg snart. [om oss](/om ![bilde",
    "reference to itself": "[a]: [a]\n\nVi svarer deg snart. [a][a]",
    "1 MB on one line": LONG,
    "1 MB in one paragraph": f"<p>{LONG}</p>",
    "1 MB of words without space": "vi" * 500_000,
    "10,000 nested divs": "<div>" * 10_000 + "Vi svarer deg snart." + "</div>" * 10_000,
    "10,000 nested divs without end": "<div>" * 10_000 + "Vi svarer deg snart.",
    "10,000 nested inline tags": "<p>" + "<b>" * 10_000 + "Vi svarer deg snart." + "</b>" * 10_000,
    "10,000 nested quotations": ">" * 10_000 + " Vi svarer deg snart.",
    "10,000 nested list items": "- " * 10_000 + "Vi svarer deg snart.",
    "10,000 nested brackets": "[" * 10_000 + "Vi svarer deg snart." + "]" * 10_000,
    "10,000 nested braces": "{" * 10_000 + "Vi svarer deg snart." + "}" * 10_000,
    "10,000 attributes": "<p " + "a=b " * 10_000 + ">Vi svarer deg snart.</p>",
    "10,000 columns": "|" * 10_000 + "\n" + "|-" * 10_000 + "\n\nVi svarer deg snart.",
}
NAMES = ["a.html", "a.md", "a.mdx", "a.txt"]


def check(content: str, name: str) -> list[Block]:
    found = list(read(Source(name, content)))
    for block in found:
        assert block.text == " ".join(block.text.split())
        assert block.runs[0].at == 0
        assert block.runs[-1].at + block.runs[-1].length == len(block.text)
        for word in re.finditer("snart", block.text):
            assert content[slice(*block.to_source(*word.span()))] == "snart"
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", BROKEN)
def test_broken_text_gives_blocks_that_stand_where_they_say(case, name):
    check(BROKEN[case], name)


@pytest.mark.parametrize(
    "case", [case for case, content in BROKEN.items() if "<" in content and "Vi svarer deg snart." in content]
)
def test_what_stands_before_or_in_broken_html_is_still_read(case):
    assert any("Vi svarer deg snart." in block.text for block in check(BROKEN[case], "a.html"))


# Repeated, each of these has sent some parser into squared time. Here that would be felt.
UNITS = [
    *(
        "<",
        "<a ",
        "<a href='",
        "<!--",
        "<!-- --!",
        "</",
        "</a",
        "<!",
        "<?",
        "<%",
        "&",
        "&a",
        "{{",
        "{%",
        "{# ",
    ),
    *("<script>", "<p>", "<b>x", "<td>", "<ul><li>", "<a><h1>", "<A ", '<A "', "{'", "{/*", "{#", "{.", "$"),
    *("a\u030a", "\u030a", "\u00ad", "\0", "a\n", "\r", "\n \t", "a: b\n", "---\n", "= ", "| a "),
    *("`", "``", "[", "![", "[x](", "*", "**_", "> ", "- ", "\\", "[^"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("unit", UNITS)
def test_repetition_is_read_in_good_time(unit, name):
    assert len(check(unit * 10_000, name)) <= 20_000


@pytest.mark.parametrize(
    ("data", "reads"),
    [
        ("<meta charset=utf-8><p>før og nå</p>".encode("cp1252"), "før og nå"),
        ("<meta charset=iso-8859-1><p>før og nå</p>".encode(), "før og nå"),
        ("<meta charset=utf-16><p>før og nå</p>".encode(), "før og nå"),
        ("<meta charset=tull><p>før og nå</p>".encode(), "før og nå"),
        ("\ufeff<p>før og nå</p>".encode("utf-16-be"), "før og nå"),
        ("<p>før og nå</p>".encode("utf-16-le"), "før og nå"),
        (b"<p>hei\0 p\xe5 deg</p>", "hei\ufffd på deg"),
    ],
)
def test_wrong_charsets_are_seen_through(data, reads):
    assert [block.text for block in read(decode("a.html", data))] == [reads]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0", bytes(range(256)), b"\xff\xfea", b"\0" * 64, b"%PDF-1.4"]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UndecodableError, match=r"^a\.html: "):
        decode("a.html", data)
