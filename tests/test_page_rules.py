"""Rules about whole pages: how they weigh what they miss, where they point, and their lists."""

from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

from klarsprak import Finding, Source, catalog, engine
from klarsprak.config import Settings

page_helpers = import_module("klarsprak.rules._page")
SHELL = "<html><body><main>{}</main></body></html>"
GARDEN = "<h1>Hagehjelp</h1><p>Hjelpen er gratis for alle som er over sytti år.</p>"
BIKE = (
    "<h1>Sykkelvei</h1><p>Veien er ny og går langs elva fra broen til skogen. Den er bred og har lys hele"
    " veien. Barn og voksne kan bruke den hele året, også når det er snø, for vi måker den hver morgen."
    " Den er gratis for alle innbyggere.</p>"
)


def check(rule: str, text: str, page: str = "tjeneste", standard: Any = "nb") -> list[Finding]:
    reader = "html" if text.startswith("<") else "plain"
    return engine.run(catalog()[rule], Source("", text), standard=standard, reader=reader, page=page)


def entries(standard: str) -> list[str]:
    lines = files("klarsprak.rules").joinpath(f"rundsending.{standard}.txt").read_text("utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line[0] != "#"]


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_the_list_is_sorted_and_unique(standard: str) -> None:
    lines = entries(standard)
    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    ("standard", "line"), [(standard, line) for standard in ("nb", "nn") for line in entries(standard)]
)
def test_every_place_nobody_can_find_fires(standard: str, line: str) -> None:
    alone = line.endswith("!")
    words = line.removesuffix("!").strip()
    sentence = f"Dette {words} den som kan svare." if alone else f"Ta kontakt med {words} i god tid."
    (finding,) = check("rundsending", sentence, "annet", standard)
    assert words in finding.text


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (SHELL.format(GARDEN), "high"),
        (GARDEN, "info"),
        (SHELL.format(GARDEN.replace("</p>", " Ta kontakt.</p>")), "high"),
        (GARDEN.replace("</p>", " Ta kontakt.</p>"), "low"),
    ],
)
def test_a_missing_contact_weighs_most_on_a_whole_page(text: str, severity: str) -> None:
    (finding,) = check("kontakt", text)
    assert finding.severity == severity


def test_a_contact_in_the_frame_of_the_page_counts() -> None:
    page = SHELL.format(GARDEN).replace("</body>", "<footer><a href='tel:55001122'>Ring</a></footer></body>")
    assert not check("kontakt", page)


def test_a_missing_step_weighs_most_where_nothing_can_stand_elsewhere() -> None:
    (whole,) = check("neste-steg", SHELL.format(BIKE).replace(" kan bruke den", " er der"))
    (part,) = check("neste-steg", BIKE.replace(" kan bruke den", " er der"))
    assert (whole.severity, part.severity) == ("high", "info")
    assert whole.text == part.text == "Sykkelvei"


def test_a_no_without_a_word_of_complaint_is_worse_than_a_yes() -> None:
    (no,) = check("klagerett", "Vi har avslått søknaden din.\n\nHilsen Kari", "vedtak")
    (yes,) = check("klagerett", "Vi har innvilget søknaden din.\n\nHilsen Kari", "vedtak")
    assert (no.severity, yes.severity) == ("high", "medium")


def test_what_is_missing_of_a_complaint_is_told_apart() -> None:
    text = "Vi har avslått søknaden din. Du kan klage på vedtaket."
    first, second = check("klagerett", text, "vedtak")
    assert "fristen" in first.message
    assert "Hvor sender" in second.message


def test_the_law_early_in_the_page_weighs_more_than_late() -> None:
    law = "Du må feie pipa hvert år etter brannloven § 4 i hele kommunen."
    (early,) = check("lovhenvisning", f"{law} {'Feieren ringer på døra om morgenen. ' * 5}")
    (late,) = check("lovhenvisning", f"{'Feieren ringer på døra om morgenen. ' * 5} {law}")
    assert (early.severity, late.severity) == ("medium", "low")


def test_a_digital_way_that_is_only_spoken_of_is_told_as_such() -> None:
    page = '<h1>Kano</h1><p>Du kan bestille kano{}. Se <a href="/pris">prisene</a>.</p>'
    (none,) = check("digital-handling", page.format(""))
    (told,) = check("digital-handling", page.format(" på nett"))
    assert "på nett?" in none.message
    assert "ingen lenke dit" in told.message


def test_one_finding_for_each_thing_missing() -> None:
    filler = "Båten ligger ved kaia og er rød, og når det blåser, blir den med til den neste bukta. " * 7
    found = check("tjeneste-felt", f"Båtplass\n\nDu kan søke om plass på Min side. {filler}")
    assert [f.text for f in found] == ["Båtplass"] * len(found)
    assert len({f.message for f in found}) == len(found) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Før.</p><h2>Under</h2><h1>Tittel på siden</h1><p>Vi skriver om det her.</p>", "Tittel på siden"),
        ("<h2>Første</h2><p>Vi skriver om det her.</p>", "Første"),
        ("<p>Vi skriver om det. Det er fint.</p><h2>Andre</h2>", "Vi skriver om det."),
    ],
)
def test_where_a_remark_about_the_page_is_shown(text: str, expected: str) -> None:
    made = engine.to_text(Source("", text), Settings(standard="nb"), "html")
    assert made is not None
    assert page_helpers.anchor(made).text == expected


def test_an_empty_page_has_no_place_to_point_at() -> None:
    made = engine.to_text(
        Source("", "<nav><p>Vi har en meny her.</p></nav>"), Settings(standard="nb"), "html"
    )
    assert made is None or page_helpers.anchor(made) is None
