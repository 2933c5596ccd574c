"""HTML to blocks: kinds, main content, languages, links, and what is no prose."""

import pytest

from klarsprak.readers import read
from klarsprak.source import Source
from klarsprak.text import CODE, Block, Kind


def blocks(content: str) -> list[Block]:
    """The blocks with words; for those without, see test_readers_marks.py."""
    return [block for block in read(Source("side.html", content)) if block.text != CODE]


def texts(content: str) -> list[str]:
    return [block.text for block in blocks(content)]


def kinds(content: str) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in blocks(content)]


def main(content: str) -> list[str]:
    return [block.text for block in blocks(content) if block.main]


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        ("<h2>Slik søker du</h2>", Kind.HEADING, "Slik søker du"),
        ('<div role="heading" aria-level="3">Frister</div>', Kind.HEADING, "Frister"),
        ("<p>Du får svar i mai.</p>", Kind.PARAGRAPH, "Du får svar i mai."),
        ("<div>Du får svar i mai.</div>", Kind.PARAGRAPH, "Du får svar i mai."),
        ("<ul><li>legitimasjon</li></ul>", Kind.ITEM, "legitimasjon"),
        ("<ul><li><p>legitimasjon</p></li></ul>", Kind.ITEM, "legitimasjon"),
        ("<dl><dt>Frist<dd>1. mars</dl>", Kind.ITEM, "Frist"),
        ("<table><tr><td>Gebyr</td></tr></table>", Kind.CELL, "Gebyr"),
        ("<table><tr><th>Gebyr</th></tr></table>", Kind.CELL, "Gebyr"),
        ('<table role="presentation"><tr><td>Kjære nabo</td></tr></table>', Kind.PARAGRAPH, "Kjære nabo"),
        ("<table><caption>Satser</caption></table>", Kind.CAPTION, "Satser"),
        ("<figure><figcaption>Rådhuset</figcaption></figure>", Kind.CAPTION, "Rådhuset"),
        ("<blockquote><p>Vi er klare.</p></blockquote>", Kind.QUOTE, "Vi er klare."),
        ("<blockquote><ul><li>Klar</ul></blockquote>", Kind.QUOTE, "Klar"),
        ("<p><a href='/s'>Søk om plass</a></p>", Kind.LINK, "Søk om plass"),
        ("<p>→ <a href='/s'>Søk om plass</a>.</p>", Kind.LINK, "→ Søk om plass."),
        ("<p>Her: <a href='/s'>Søk om plass</a></p>", Kind.PARAGRAPH, "Her: Søk om plass"),
        ("<ul><li><a href='/s'>Søk om plass</a></ul>", Kind.ITEM, "Søk om plass"),
        ("<h2><a href='/s'>Barnehage</a></h2>", Kind.HEADING, "Barnehage"),
        ("<button>Send inn</button>", Kind.BUTTON, "Send inn"),
        ("<input type=submit value='Send inn'>", Kind.BUTTON, "Send inn"),
        ("<details><summary>Hvem kan søke?</summary></details>", Kind.BUTTON, "Hvem kan søke?"),
        ("<label>Fullt navn <input></label>", Kind.LABEL, "Fullt navn"),
        ("<fieldset><legend>Bosted</legend></fieldset>", Kind.LABEL, "Bosted"),
        ("<img alt='Et rødt hus'>", Kind.ALT, "Et rødt hus"),
        ("<p title='Les dette'></p>", Kind.TITLE, "Les dette"),
        ("<title>Barnehage</title>", Kind.TITLE, "Barnehage"),
        ("<meta name=description content='Alt om plass'>", Kind.DESCRIPTION, "Alt om plass"),
    ],
)
def test_kinds(content, kind, text):
    assert kinds(content)[0] == (kind, text)


def test_headings_have_levels_and_nothing_else_has():
    content = "<h1>En</h1><h3>Tre</h3><p>Tekst</p><div role=heading>To</div><img alt='Fire' src=x>"
    assert [block.level for block in blocks(content)] == [1, 3, 0, 2, 0]


@pytest.mark.parametrize(
    "unread",
    [
        "<script>var a = 'tekst';</script>",
        "<style>p { color: red }</style>",
        "<template><p>mal</p></template>",
        "<noscript><p>slå på</p></noscript>",
        "<pre>tekst  her</pre>",
        "<svg><title>ikon</title><text>tegn</text></svg>",
        "<select><option>Oslo</select>",
        "<textarea>skriv</textarea>",
        "<iframe>ramme</iframe>",
        "<!-- notat -->",
        "<?php echo 'hei' ?>",
        "<meta name=keywords content='barn, hage'>",
        "<p>{{ tittel }}</p>",
        "<p>…</p>",
    ],
)
def test_what_is_no_text_for_readers(unread):
    assert texts(f"<p>Før</p>{unread}<p>Etter</p>") == ["Før", "Etter"]


def test_blocks_end_where_readers_see_an_end():
    assert texts("<p>En<p>To<div>Tre<p>Fire</div>Fem") == ["En", "To", "Tre", "Fire", "Fem"]
    assert texts("<p>Storgata 1<br>0123 Byen<br/></p>") == ["Storgata 1", "0123 Byen"]
    assert texts("<p>Ring <button>Ring oss</button> nå</p>") == ["Ring", "Ring oss", "nå"]
    assert texts("<min-boks>Én</min-boks><min-boks>To</min-boks>") == ["Én", "To"]


def test_inline_tags_do_not_part_words():
    assert texts("<p>Kom<b>mu</b><i>nen</i> <span>svarer</span> <em>deg</em>.</p>") == [
        "Kommunen svarer deg."
    ]


def test_white_space_is_folded():
    assert texts("<p>\n   Du \t må\r\n  svare \n</p>") == ["Du må svare"]
    assert texts("<p>10&nbsp;000\u00a0\u00a0kr\u2009nå </p>") == ["10 000 kr nå"]
    assert texts("<p>Du <b> må </b> <i> svare</i></p>") == ["Du må svare"]


def test_soft_hyphens_zero_width_characters_and_loose_accents():
    assert texts("<p>kom&shy;mu\u00adne&ZeroWidthSpace;sty\u200bre</p>") == ["kommunestyre"]
    assert texts("<p>pa\u030aske e<b>\u0301</b>n o&#x308;l</p>") == ["påske én öl"]
    assert texts("<p>familie 👨‍👩‍👧 her</p>") == ["familie 👨‍👩‍👧 her"]


def test_code_in_a_sentence_is_one_opaque_word():
    assert texts("<p>Skriv <code>npm <b>start</b></code> og vent.</p>") == ["Skriv \ufffc og vent."]
    assert texts("<p>Trykk <kbd>Enter</kbd>-tasten</p>") == ["Trykk \ufffc-tasten"]
    assert texts("<p>Skriv <code></code>noe</p>") == ["Skriv noe"]


def test_references_are_decoded_as_browsers_do():
    assert texts("<p>R&aring;d &amp; t&#248;y &copy 2020 &ampamp &unknown; &notit; &#150; A &lt; B</p>") == [
        "Råd & tøy © 2020 &amp &unknown; ¬it; – A < B"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<main><p>Inne</p></main><p>Ute</p>", ["Inne"]),
        ("<div role=main><p>Inne</p></div><p>Ute</p>", ["Inne"]),
        ("<div id=innhold><p>Inne</p></div><p>Ute</p>", ["Inne"]),
        ("<div id=main-content>Inne</div><div id=content-2>Ute</div>", ["Inne"]),
        ("<main><p>En</p></main><main><p>To</p></main>Ute", ["En", "To"]),
        ("<div class=cookie-wall><main>Inne</main></div>", ["Inne"]),
        ("<header>Ute</header><nav>Ute</nav><aside>Ute</aside><footer>Ute</footer><p>Inne</p>", ["Inne"]),
        ("<form><label>Ute</label></form><p>Inne</p>", ["Inne"]),
        ("<form id=aspnet><h1>Inne</h1><nav>Ute</nav></form>", ["Inne"]),
        ("<article><header>Inne</header><p>Inne</p></article>", ["Inne", "Inne"]),
        ("<div class='site-header'>Ute</div><div class=meny>Ute</div><p>Inne</p>", ["Inne"]),
        ("<p hidden>Ute</p><p aria-hidden=true>Ute</p><p style='display: none'>Ute</p>Inne", ["Inne"]),
        ("<a class=skip-link href='#m'>Ute</a><p>Inne</p>", ["Inne"]),
        ("<div class='cookie-banner'>Ute</div><p>Inne</p>", ["Inne"]),
        ("<div role=search>Ute</div><p>Inne</p>", ["Inne"]),
    ],
)
def test_the_main_content(content, expected):
    assert main(content) == expected
    assert {block.text for block in blocks(content)} - set(expected) <= {"Ute"}


@pytest.mark.parametrize(
    "part",
    [
        "<div aria-hidden=true>Inne</div>",
        "<div hidden>Inne</div>",
        "<ul><li><a href=x>Inne</a></ul>",
        "<aside>Inne</aside>",
        "<form>Inne</form>",
        "<header>Inne</header>",
        "<div class=sidebar>Inne</div>",
    ],
)
def test_inside_main_little_is_left_out(part):
    assert main(f"<main>{part}</main>") == ["Inne"]


@pytest.mark.parametrize(
    "part",
    [
        "<nav>Ute</nav>",
        "<div class=breadcrumb>Ute</div>",
        "<div role=dialog>Ute</div>",
        "<dialog>Ute</dialog>",
    ],
)
def test_furniture_is_never_main(part):
    assert main(f"<main><p>Inne</p>{part}</main>") == ["Inne"]
    assert "Ute" in texts(f"<main>{part}</main>")


def test_the_nearest_lang_counts():
    content = "<html lang=nb><p>a</p><div lang='nn-NO'><p>b</p></div><p lang=''>c<p xml:lang=en>d"
    assert [block.lang for block in blocks(content)] == ["nb", "nn-NO", "nb", "en"]
    assert blocks("<p>a</p>")[0].lang is None
    assert [
        block.lang for block in blocks("<div lang=nb><p><i lang=nn>a</i></p><p>b <i lang=en>c</i></p></div>")
    ] == [
        "nn",
        "nb",
    ]


def test_links_know_their_words_and_target():
    (block,) = blocks(
        "<p>Les <a href='/om?a=1&amp;b=2'> om <b>oss</b> </a>, eller <a href=tel:1>ring</a>.</p>"
    )
    assert [block.text[link.start : link.end] for link in block.links] == ["om oss", "ring"]
    assert [link.target for link in block.links] == ["/om?a=1&b=2", "tel:1"]


def test_a_row_of_links_is_no_sentence():
    row = blocks("<div>Du er her: </div><div><a href=/>Hjem</a> / <a href=/b>Barn og <b>unge</b></a> ›</div>")
    assert [(block.kind, block.text) for block in row] == [
        (Kind.PARAGRAPH, "Du er her:"),
        (Kind.LINK, "Hjem"),
        (Kind.LINK, "Barn og unge"),
    ]
    assert [block.links for block in row[1:]] == [((0, 4, "/", ""),), ((0, 12, "/b", ""),)]
    assert len(blocks("<p><a href=/>Hjem</a> eller <a href=/b>Barn</a></p>")) == 1


def test_links_keep_their_words_when_letters_are_composed():
    (block,) = blocks("<p>pa\u030a <a href=x>A\u030apningstider</a> her</p>")
    (link,) = block.links
    assert block.text[link.start : link.end] == "Åpningstider"


def test_a_link_around_blocks_is_in_each_of_them():
    card = blocks("<a href=/plass><h3>Plass</h3><p>Søk her</p></a>")
    assert [(block.text, block.links[0].target) for block in card] == [
        ("Plass", "/plass"),
        ("Søk her", "/plass"),
    ]


def test_the_label_of_a_link_is_told_when_its_words_do_not_say_it():
    content = "<p>Se <a href=a aria-label='Les mer om plass'>her</a> og <a href=b><img alt='Kart'></a> nå</p>"
    paragraph = next(block for block in blocks(content) if block.kind is Kind.PARAGRAPH)
    assert [(paragraph.text[link.start : link.end], link.label) for link in paragraph.links] == [
        ("her", "Les mer om plass"),
        ("", "Kart"),
    ]


def test_an_anchor_without_href_is_no_link():
    assert blocks("<p><a name=topp>Toppen</a> av siden</p>")[0].links == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Hei {{ fornavn }}, du må svare.</p>", "Hei \ufffc, du må svare."),
        ("<p>Hei {{{ navn }}}!</p>", "Hei \ufffc!"),
        ("<p>Hei <?= $navn ?>.</p>", "Hei \ufffc."),
        ("<p>Hei <%= navn %>.</p>", "Hei \ufffc."),
        ("<p>Hei <?php echo $navn; ?>.</p>", "Hei \ufffc."),
        ("<p>Du må {% if x < 3 %}snart {% endif %}svare.</p>", "Du må snart svare."),
        ("<p>Du {% if x %}må{% else %}kan{% endif %} svare.</p>", "Du må\ufffckan svare."),
        ("<p>Du <?php if ($x) { ?>må<?php } else { ?>kan<?php } ?> svare.</p>", "Du må\ufffckan svare."),
        ("<p>Du {{#if x}}må{{else}}kan{{/if}} svare.</p>", "Du må\ufffckan svare."),
        ("<p>Du må{# <b>internt</b> #} svare{{!-- {{ notat }} --}}.</p>", "Du må svare."),
        ("<p>Du må {{- if .X }} snart {{- end }} svare.</p>", "Du må snart svare."),
        ("<p>Hei {% trans 'verda' %}.</p>", "Hei \ufffc."),
        ("<p>Hei <%- navn %>, <% if (x) { %>svar<% } %>.</p>", "Hei \ufffc, svar."),
        ("<p>{{< merk >}}Du må svare.{{< /merk >}}</p>", "Du må svare."),
        ("<p>Ring {{< telefon >}} nå.</p>", "Ring \ufffc nå."),
        ("<p>Du må{% comment %} ikke {% endcomment %} svare.</p>", "Du må svare."),
        ("<p {% if x %}class='y'{% endif %}>Du må svare.</p>", "Du må svare."),
        ("<p>Krøllene {{ og }} lukkes.</p>", "Krøllene \ufffc lukkes."),
        ("<p>Krøllene {{ lukkes aldri.</p><p>Slutt }}</p>", "Krøllene {{ lukkes aldri."),
    ],
)
def test_template_syntax_is_masked(content, text):
    assert texts(content)[0] == text


def test_a_target_made_by_a_template_is_shown_as_written():
    assert (
        blocks("<p>Se <a href='{{ url \"om\" }}?x'>om oss</a></p>")[0].links[0].target == '{{ url "om" }}?x'
    )


def test_a_text_without_a_proven_place_is_left_out():
    # The parser shows the program code after <script/> as text; a browser does not.
    assert texts("<p>Før</p><div><script/>var a = 1;</div><p>Etter</p>") == ["Før", "Etter"]


def test_an_old_libxml2_is_refused(monkeypatch):
    monkeypatch.setattr("klarsprak.readers.html.etree.LIBXML_VERSION", (2, 13, 9))
    with pytest.raises(RuntimeError, match=r"libxml2 2\.13\.9.*pip install"):
        blocks("<p>Hei</p>")


def test_the_format_is_told_by_name_then_by_content():
    assert [block.text for block in read(Source("x", "<p>Hei <b>du</b></p>"))] == ["Hei du"]
    assert [block.text for block in read(Source("x", "Hei <b>du</b>"))] == ["Hei <b>du</b>"]
    assert [block.text for block in read(Source("x.html", "Hei <b>du</b>"))] == ["Hei du"]
    assert [block.text for block in read(Source("x.html", "Hei *du*"), "markdown")] == ["Hei du"]
    with pytest.raises(ValueError, match="html, markdown and plain"):
        read(Source("x", ""), "docx")
