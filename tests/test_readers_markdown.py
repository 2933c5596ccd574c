"""Markdown to blocks."""

import pytest

from klarsprak.readers import read
from klarsprak.source import Source
from klarsprak.text import CODE, Block, Kind


def blocks(content: str, name: str = "side.md") -> list[Block]:
    """The blocks with words; for those without, see test_readers_marks.py."""
    return [block for block in read(Source(name, content)) if block.text != CODE]


def kinds(content: str, name: str = "side.md") -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in blocks(content, name)]


def texts(content: str, name: str = "side.md") -> list[str]:
    return [block.text for block in blocks(content, name)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Du må svare.", [(Kind.PARAGRAPH, "Du må svare.")]),
        ("# Plass\n\nSøk nå.", [(Kind.HEADING, "Plass"), (Kind.PARAGRAPH, "Søk nå.")]),
        ("## Plass ##", [(Kind.HEADING, "Plass")]),
        ("Plass\n=====\nSøk nå.", [(Kind.HEADING, "Plass"), (Kind.PARAGRAPH, "Søk nå.")]),
        ("- pass\n- bilde\n  av deg", [(Kind.ITEM, "pass"), (Kind.ITEM, "bilde av deg")]),
        (
            "1. Fyll ut\n   - navn\n2. Send",
            [(Kind.ITEM, "Fyll ut"), (Kind.ITEM, "navn"), (Kind.ITEM, "Send")],
        ),
        ("- Ja\n\n  Mer om det", [(Kind.ITEM, "Ja"), (Kind.ITEM, "Mer om det")]),
        ("> Vi er\n> klare", [(Kind.QUOTE, "Vi er klare")]),
        ("> - Klar", [(Kind.QUOTE, "Klar")]),
        ("> [!NOTE]\n> Husk fristen.", [(Kind.PARAGRAPH, "Husk fristen.")]),
        ("| År | Sum |\n|---|---|\n| i år | 20 |", [(Kind.CELL, t) for t in ("År", "Sum", "i år", "20")]),
        ("> | a\\|b |\n> |---|\n> | å |", [(Kind.QUOTE, "a|b"), (Kind.QUOTE, "å")]),
        ("[Søk om plass](/s)", [(Kind.LINK, "Søk om plass")]),
        ("- [Søk om plass](/s)", [(Kind.ITEM, "Søk om plass")]),
        ("Se ![Et rødt **hus**](hus.png) her", [(Kind.PARAGRAPH, "Se her"), (Kind.ALT, "Et rødt hus")]),
        (
            "Storgata 1  \n0123 Byen\\\nNorge",
            [(Kind.PARAGRAPH, t) for t in ("Storgata 1", "0123 Byen", "Norge")],
        ),
        ("Storgata 1<br>0123 Byen", [(Kind.PARAGRAPH, "Storgata 1"), (Kind.PARAGRAPH, "0123 Byen")]),
    ],
)
def test_kinds(content, expected):
    assert kinds(content) == expected


def test_levels():
    assert [block.level for block in blocks("# a\n\n### b\n\nc\n-\n\nd")] == [1, 3, 2, 0]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("**Kom**mu*nen* svarer", "Kommunen svarer"),
        ("Kommunen  svarer\n   deg", "Kommunen svarer deg"),
        ("Kommunen\r\nsvarer", "Kommunen svarer"),
        (r"Kl. 10\-12 \*nå\* \a", r"Kl. 10-12 *nå* \a"),
        ("R&aring;d &amp; t&#248;y &copy;", "Råd & tøy ©"),
        ("Skriv `npm  start` nå", "Skriv \ufffc nå"),
        ("Skriv ``a ` b`` nå", "Skriv \ufffc nå"),
        ("Skriv <kbd>Ctrl *C*</kbd> nå", "Skriv \ufffc nå"),
        ("Du <b>må</b> svare <!-- notat -->nå", "Du må svare nå"),
        ("Det er ~~ikke~~ sant", "Det er ikke sant"),
        ("2 * 3 er seks, a_b_c", "2 * 3 er seks, a_b_c"),
        ("Sum[^1] er høy :smile:", "Sum er høy"),
        ("- [ ] Kjøp [x] brød", "Kjøp [x] brød"),
        ("Prisen er $5 eller $6 her", "Prisen er $5 eller $6 her"),
        ("Kl. 10:30:45 er det slutt", "Kl. 10:30:45 er det slutt"),
        ("Kom{.viktig} nå", "Kom nå"),
        ("Hei {{ navn }}, {% if x %}velkommen{% endif %}", "Hei \ufffc, velkommen"),
        ("{{< merk >}}\nHusk fristen.\n{{< /merk >}}", "Husk fristen."),
        ("pa\u030aske\u00adferie\u00a0nå", "påskeferie nå"),
    ],
)
def test_text(content, text):
    assert texts(content) == [text]


@pytest.mark.parametrize(
    "unread",
    [
        "```\nkode her\n```",
        "~~~ {.r}\nkode her\n~~~",
        "    kode her",
        "<!-- notat -->",
        "<script>\nvar a\n</script>",
        "[mål]: https://eksempel.no 'tittel'",
        "***",
        "::: tip Tips",
        "{: .klasse}",
        "![](bilde.png)",
        "$$\nx = y\n$$",
        "`kode`",
    ],
)
def test_what_is_no_text_for_readers(unread):
    assert texts(f"Før\n\n{unread}\n\nEtter") == ["Før", "Etter"]


def test_fences_of_containers_part_paragraphs():
    assert texts("::: tip Tips\nHusk fristen.\n:::\nMer om det") == ["Husk fristen.", "Mer om det"]
    assert texts("## Frister {#frister}") == ["Frister"]


def test_html_blocks_are_read_as_html():
    content = "Før\n\n<div lang=nn>\n<h2>Du må *svare*</h2><nav>Meny</nav>\n</div>\n\nEtter"
    found = blocks(content)
    assert [(block.kind, block.text, block.main, block.lang) for block in found] == [
        (Kind.PARAGRAPH, "Før", True, None),
        (Kind.HEADING, "Du må *svare*", True, "nn"),
        (Kind.PARAGRAPH, "Meny", False, "nn"),
        (Kind.PARAGRAPH, "Etter", True, None),
    ]
    heading = found[1]
    assert content[slice(*heading.to_source(0, 2))] == "Du"
    assert heading.to_source(0, 2).start == content.index("Du")


def test_html_that_does_not_stand_in_the_source_as_it_is_is_left_out():
    assert texts("> <div>\n> Tekst\n> </div>\n\nEtter") == ["Etter"]


def test_links_know_their_words_and_target():
    content = (
        "Les [om *oss*](</om oss?a=å> 'tittel'), [ring][1], <https://nav.no> "
        'eller <a href="/x?a=1&amp;b=2">her</a>.\n\n[1]: tel:1'
    )
    block = blocks(content)[0]
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [
        ("om oss", "/om oss?a=å"),
        ("ring", "tel:1"),
        ("https://nav.no", "https://nav.no"),
        ("her", "/x?a=1&b=2"),
    ]


def test_a_link_with_only_an_image_is_labelled_by_its_text():
    block = blocks("Se [![Kart over *byen*](kart.png)](/kart) og [her](/x)")[0]
    assert block.kind is Kind.PARAGRAPH
    assert [(block.text[link.start : link.end], link.label) for link in block.links] == [
        ("", "Kart over byen"),
        ("her", ""),
    ]


def test_a_target_made_by_a_template_is_shown_as_written():
    assert blocks('Se [om oss]({{< ref "om" >}})')[0].links[0].target == '{{< ref "om" >}}'


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: Om plass", ["Om plass"]),
        ('title: "Om \\"plass\\""', ['Om "plass"']),
        ("title: 'Om ''plass'''", ["Om 'plass'"]),
        ("tittel: Om plass # notat", ["Om plass"]),
        ("description: Alt om\n  plass i\n  barnehage", ["Alt om plass i barnehage"]),
        ("ingress: >-\n  Alt om\n  plass\nforfatter: Kari", ["Alt om plass"]),
        ("summary: |\n  Alt om\n\n  plass", ["Alt om plass"]),
        ("lead:\n  Alt om plass", ["Alt om plass"]),
        ("title:\n  - Om plass", []),
        ("title:\n  nb: Om plass", []),
        ("title: [Om, plass]", []),
        ('title: "Om\\u00e5 plass"', []),
        ("author: Kari\ndate: 2026-01-01\ntags: [plass]", []),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter(front, expected, line_end):
    content = f"---\n{front}\n---\n\nDu må svare.\n".replace("\n", line_end)
    assert texts(content) == [*expected, "Du må svare."]
    for block in blocks(content):
        first, last = block.text.split()[0], block.text.split()[-1]
        span = block.to_source(0, len(block.text))
        assert content[slice(*span)].replace("\\", "").startswith(first)
        assert content[slice(*span)].replace("\\", "").replace("''", "'").endswith(last)


def test_front_matter_of_toml_and_its_kinds_and_language():
    found = blocks('+++\ntitle = "Om plass"\ndescription = \'Alt om plass\'\nlang = "nn"\n+++\nDu må svare.')
    assert [(block.kind, block.text, block.lang) for block in found] == [
        (Kind.TITLE, "Om plass", "nn"),
        (Kind.DESCRIPTION, "Alt om plass", "nn"),
        (Kind.PARAGRAPH, "Du må svare.", "nn"),
    ]


def test_a_line_of_dashes_later_on_is_no_front_matter():
    assert texts("Hei\n\n---\ntitle: x\n---\n") == ["Hei", "title: x"]
    assert texts("---\ntitle: aldri lukket") == ["title: aldri lukket"]


def test_mdx():
    content = """import Boks from './boks'
import { A } from 'a'

export const x = { a: '}' }

# Plass {x}

<Boks farge={{ a: 1 }} tittel="a > b">

Du må *svare* {/* notat */}innen <Dato dag={1}>mandag</Dato> til {navn}.

</Boks>

<Kort />
Mer om `{kode}` her.

```js
<Boks>
```
<>Slutt</>
"""
    assert texts(content, "side.mdx") == [
        "Plass \ufffc",
        "Du må svare innen mandag til \ufffc.",
        "Mer om \ufffc her.",
        "Slutt",
    ]


def test_braces_that_are_not_closed_are_text_in_mdx():
    assert texts("Du {må svare <Nå", "side.mdx") == ["Du {må svare <Nå"]


def test_quarto():
    content = "---\ntitle: Rapport\n---\n\n::: {.callout-note}\nHusk fristen.\n:::\n"
    content += "\n```{r}\nx <- 1\n```\nEtter $x^2$ år\n"
    assert texts(content, "side.qmd") == ["Rapport", "Husk fristen.", "Etter \ufffc år"]


def test_lone_carriage_returns_and_nuls_do_not_shift_what_follows():
    content = "Hei\rdu\r\n\r\n- en\0to\r- tre"
    for block in blocks(content):
        for start in range(len(block.text)):
            raw = content[slice(*block.to_source(start, start + 1))]
            assert raw.replace("\0", "\ufffd") == block.text[start] or raw.isspace()
    assert texts(content) == ["Hei du", "en\ufffdto", "tre"]
