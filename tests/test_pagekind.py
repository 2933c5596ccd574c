"""What a page is for: told where something speaks for it, left open where nothing does."""

from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from klarsprak import PageKind, Source, engine
from klarsprak.cli import main
from klarsprak.config import Settings

SERVICE_NB = """Ledsagerbevis

Trenger du følge for å bli med på kino, konsert eller idrett? Med ledsagerbevis kommer følget ditt gratis inn.

Hvem kan få ledsagerbevis?

Du må være over åtte år og trenge hjelp av en annen i minst to år.

Slik søker du

Fyll ut søknaden på Min side, og legg ved et bilde av deg selv.

Kontakt

Ring innbyggertorget på telefon 55 00 11 22.
"""
SERVICE_NN = """Leidsagarbevis

Treng du følgje for å bli med på kino, konsert eller idrett? Med leidsagarbevis kjem følgjet ditt gratis inn.

Kven kan få leidsagarbevis?

Du må vere over åtte år og trenge hjelp av ein annan i minst to år.

Slik søkjer du

Fyll ut søknaden på Min side, og legg ved eit bilete av deg sjølv.

Kontakt

Ring innbyggjartorget på telefon 55 00 11 22.
"""
LETTER_NB = """Du får plass i Lia barnehage

Vi har behandlet søknaden din om barnehageplass. Barnet ditt kan begynne 15. august.

Svar ja eller nei på Min side innen 1. mai. Hører vi ikke fra deg, går plassen til et annet barn.

Med vennlig hilsen
Kari Li
Barnehagekontoret
"""
LETTER_NN = """Du får plass i Lia barnehage

Vi har behandla søknaden din om barnehageplass. Barnet ditt kan byrje 15. august.

Svar ja eller nei på Mi side innan 1. mai. Høyrer vi ikkje frå deg, går plassen til eit anna barn.

Med venleg helsing
Kari Li
Barnehagekontoret
"""
NEWS_NB = """Nå ruller den nye bussen

Publisert 3. mars 2031

I dag startet den nye bussruta mellom sentrum og sykehuset. Ordføreren var med på den første turen.

– Dette har vi ventet lenge på, sier ordfører Ola Vik. Passasjerene om bord var enige.
"""
NEWS_NN = """No rullar den nye bussen

Publisert 3. mars 2031

I dag starta den nye bussruta mellom sentrum og sjukehuset. Ordføraren var med på den første turen.

– Dette har vi venta lenge på, seier ordførar Ola Vik. Passasjerane om bord var samde.
"""
PLAN_NB = """Kommuneplan for Vik 2031–2042

1.1 Bakgrunn

Kommunestyret har vedtatt mål for arealbruk og vekst. Planen er bindende for kommunens egne virksomheter.

1.2 Mål

Folketallet skal øke. Tettstedet skal vokse innover, og dyrket mark skal vernes mot utbygging.

1.3 Tiltak i planperioden

Vi bygger to skoler og en bru. Tiltakene er kostnadsberegnet i økonomiplanen.
"""
PLAN_NN = """Kommuneplan for Vik 2031–2042

1.1 Bakgrunn

Kommunestyret har vedteke mål for arealbruk og vekst. Planen er bindande for verksemdene til kommunen.

1.2 Mål

Folketalet skal auke. Tettstaden skal vekse innover, og dyrka mark skal vernast mot utbygging.

1.3 Tiltak i planperioden

Vi byggjer to skular og ei bru. Kostnadene for tiltaka er rekna ut i økonomiplanen.
"""


def kind(
    text: str, standard: Any = "nb", name: str = "", profile: Any = "web", page: str = "auto"
) -> PageKind:
    settings = replace(Settings(), standard=standard, profile=profile, page=page)
    made = engine.to_text(Source(name, text), settings, "html" if text.startswith("<") else "plain")
    assert made is not None
    return made.page


@pytest.mark.parametrize(
    ("text", "standard", "expected"),
    [
        (SERVICE_NB, "nb", PageKind.SERVICE),
        (SERVICE_NN, "nn", PageKind.SERVICE),
        (LETTER_NB, "nb", PageKind.DECISION),
        (LETTER_NN, "nn", PageKind.DECISION),
        (NEWS_NB, "nb", PageKind.NEWS),
        (NEWS_NN, "nn", PageKind.NEWS),
        (PLAN_NB, "nb", PageKind.PLAN),
        (PLAN_NN, "nn", PageKind.PLAN),
    ],
)
def test_each_kind_is_known_by_its_signs(text: str, standard: str, expected: PageKind) -> None:
    assert kind(text, standard) is expected


def test_a_page_of_links_is_a_portal() -> None:
    names = ["Barnehage", "Skole", "Vann", "Avløp", "Bolig", "Helse", "Kultur", "Idrett", "Skatt", "Valg"]
    items = "".join(f'<li><a href="/{n}">{n} og det du trenger å vite</a></li>' for n in names)
    assert kind(f"<h1>Hva vil du gjøre?</h1><ul>{items}</ul>") is PageKind.PORTAL


@pytest.mark.parametrize(
    "text",
    [
        "Søk om plass før 1. mars. Ring 55 00 11 22.",  # a notice
        "Konsert i kirken\n\nKom på konsert lørdag 3. mars. Det er gratis for barn, og voksne betaler "
        "i døra. Ta kontakt med oss på telefon 55 00 11 22 hvis du vil hjelpe til. Vi tilbyr kaffe og kaker.",
        "Lærer til ungdomstrinnet\n\nDu må ha godkjent utdanning. Stillingen er fast. Vi tilbyr gode "
        "lønnsvilkår. Du kan søke på stillingen til 1. mars. Ta kontakt med rektor på telefon 55 00 11 22.",
        "Svaner flyr sørover når isen legger seg. De kommer tilbake i april, og da bygger de reir i sivet "
        "ved vannet, der reven ikke når dem. Ungene kan svømme etter noen få timer.",
        "Vi har skrevet noen råd om hagen. Plant trær om høsten. Vann dem godt den første sommeren, og dekk "
        "jorda med bark. Da slipper du å luke så ofte, og jorda holder på fuktigheten når det er tørt.",
    ],
)
def test_nothing_is_told_where_nothing_speaks_for_it(text: str) -> None:
    assert kind(text) is PageKind.OTHER


def test_two_kinds_alike_are_none() -> None:
    text = "Høring: ny forskrift om gjerder\n\n" + "Vi vil vite hva du mener om gjerder rundt hagen din. " * 4
    assert kind(text) is PageKind.OTHER


def test_the_address_speaks_too() -> None:
    notice = "Sommerfest i parken\n\n" + "Kom i parken når skolen slutter, og ta med mat og godt humør. " * 3
    assert kind(notice) is PageKind.OTHER
    assert kind(notice, name="https://vik.kommune.example/aktuelt/sommerfest") is PageKind.NEWS


def test_a_press_text_about_a_report_is_no_report() -> None:
    text = "Politiet skriver i sin rapport at de ikke fant noe på stedet.\n\n" + "De lette i to dager. " * 8
    assert kind(text) is PageKind.OTHER


def test_the_channel_comes_first_and_a_setting_before_everything() -> None:
    assert kind(SERVICE_NB, profile="brev") is PageKind.DECISION
    assert kind(SERVICE_NB, profile="some") is PageKind.OTHER
    assert kind(SERVICE_NB, page="plan") is PageKind.PLAN
    assert kind(SERVICE_NB, profile="brev", page="annet") is PageKind.OTHER


@pytest.mark.parametrize("page", list(PageKind))
def test_the_command_line_takes_each_kind_by_its_name(page: PageKind) -> None:
    arguments = ["check", "--page", str(page), "--format", "json", "--fail-on", "never", "-"]
    done = CliRunner().invoke(main, arguments, input=SERVICE_NB)
    assert f'"page": "{page}"' in done.stdout, done.output
