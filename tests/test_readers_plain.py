"""Plain text to blocks."""

import pytest

from klarsprak.readers import format_of, read
from klarsprak.source import Source
from klarsprak.text import Kind


def kinds(content: str) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in read(Source("brev.txt", content))]


P, ITEM, HEADING = Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING


def test_blank_lines_part_paragraphs_and_line_ends_are_spaces():
    assert kinds("Du må svare\nfør påske.\n\n \t\r\nVi hjelper deg\r\nmed resten.\rRing oss.") == [
        (P, "Du må svare før påske."),
        (P, "Vi hjelper deg med resten. Ring oss."),
    ]


@pytest.mark.parametrize("marker", ["-", "*", "•", "–", "1)", "a)", "12)", "\t-", "  *"])
def test_list_markers_are_not_part_of_the_item(marker):
    assert kinds(f"Ta med dette:\n{marker} Pass fra politiet\n") == [
        (P, "Ta med dette:"),
        (ITEM, "Pass fra politiet"),
    ]


def test_numbers_with_a_full_stop_mark_items_but_not_dates():
    assert kinds("1. Fyll ut skjemaet\n2. Send det inn") == [
        (ITEM, "Fyll ut skjemaet"),
        (ITEM, "Send det inn"),
    ]
    assert kinds("1. pass\n2. bilde") == [(ITEM, "pass"), (ITEM, "bilde")]
    assert kinds("1. juni får du svar fra oss.") == [(P, "1. juni får du svar fra oss.")]
    assert kinds("Møtet er\n17. mai hos oss.") == [(P, "Møtet er 17. mai hos oss.")]


def test_items_go_on_over_the_line():
    assert kinds("- Pass eller\n  annen legitimasjon\n- Bilde av\ndeg selv\nSend alt til oss.") == [
        (ITEM, "Pass eller annen legitimasjon"),
        (ITEM, "Bilde av deg selv"),
        (P, "Send alt til oss."),
    ]


def test_a_short_line_by_itself_is_a_heading():
    assert kinds("Slik søker du\n\nDu søker på nettet.") == [
        (HEADING, "Slik søker du"),
        (P, "Du søker på nettet."),
    ]


def test_a_heading_may_stand_right_above_its_text():
    text = "Du fyller ut skjemaet på nettet, og vi svarer deg innen tre uker."
    assert kinds(f"Slik søker du\n{text}") == [(HEADING, "Slik søker du"), (P, text)]
    assert kinds(f"Slik søker du.\n{text}") == [(P, f"Slik søker du. {text}")]
    assert kinds("Kari Nordmann\nStorgata 12\n0123 Byen") == [(P, "Kari Nordmann Storgata 12 0123 Byen")]
    assert kinds(f"Slik søker du\n- {text}") == [(P, "Slik søker du"), (ITEM, text)]


@pytest.mark.parametrize(
    "line",
    [
        "Du søker på nettet.",
        "Hva nå?",
        "Ta med:",
        "Kjære nabo,",
        "dette er midt i noe",
        "En linje med litt for mange ord til overskrift her",
    ],
)
def test_other_lines_are_not(line):
    assert kinds(f"{line}\n\nMer kommer her.")[0] == (P, line)


def test_the_last_line_is_no_heading_for_nothing_follows_it():
    assert kinds("Slik søker du") == [(P, "Slik søker du")]


def test_long_lines_were_not_wrapped_so_each_is_a_paragraph():
    long = "Vi sender deg brev når saken er ferdig, og da får du vite hvordan du kan klage. " * 2
    assert kinds(f"{long}\nKort linje her.") == [(P, long.strip()), (P, "Kort linje her.")]


def test_lines_of_dashes_part_paragraphs():
    assert kinds("Hei du.\n----\nHa det.") == [(P, "Hei du."), (P, "Ha det.")]


def test_nothing_gives_nothing():
    assert kinds("") == kinds(" \n\r\n\t") == kinds("***\n\n…") == []


def test_spans_point_past_markers_and_over_line_ends():
    content = "- Pass eller\r\n  bilde"
    (block,) = read(Source("a.txt", content))
    assert content[slice(*block.to_source(0, len(block.text)))] == "Pass eller\r\n  bilde"
    assert content[slice(*block.to_source(11, 16))] == "bilde"


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.html", "html"),
        ("mappe.txt/A.HTM", "html"),
        ("a.njk", "html"),
        ("a.md", "markdown"),
        ("a.mdx", "markdown"),
        ("a.qmd", "markdown"),
        ("a.txt", "plain"),
        ("a.pdf", None),
        ("README", None),
        ("-", None),
    ],
)
def test_the_ending_tells_the_format(name, format):
    assert format_of(name) == format
