"""Which Norwegian, and what is not Norwegian at all. The sentences are invented."""

from collections import Counter
from pathlib import Path

import pytest

from klarsprak.standard import Guess, assign, guess
from klarsprak.text import Block, Kind

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "other_languages.tsv").read_text(encoding="utf-8").splitlines()
]
CODES = sorted({code for code, _ in ROWS})

NB = """
Du må søke om barnehageplass innen 1. mars hvis du vil ha plass fra høsten.
Vi behandler søknaden din så snart vi har fått alle opplysningene.
Hvis du ikke er fornøyd med vedtaket, kan du klage innen tre uker.
Kommunen har ansvaret for veiene, men fylket har ansvaret for bussene.
Dersom vilkårene ikke er oppfylt, vil søknaden bli avslått.
Alle som bor her, har rett til å bruke biblioteket gratis hele året.
Jeg skjønner ikke hvorfor jeg har fått dette brevet fra dere.
Foreldrene betaler for oppholdet, og søsken får lavere pris.
Helsesykepleieren er på skolen hver tirsdag og gir råd til elevene.
Det anmodes om at vedlagte skjema returneres i utfylt stand.
Gjelder klagen en avgift, må den likevel betales innen fristen.
Betaling for tjenesten reguleres årlig og fastsettes av kommunestyret.
Mange av husene langs elven ble bygget for over hundre år siden.
"""
NN = """
Du må søkje om barnehageplass innan 1. mars dersom du vil ha plass frå hausten.
Vi behandlar søknaden din så snart vi har fått alle opplysningane.
Er du ikkje nøgd med vedtaket, kan du klage innan tre veker.
Kommunen har ansvaret for vegane, men fylket har ansvaret for bussane.
Dersom vilkåra ikkje er oppfylte, vil søknaden bli avslått.
Alle som bur her, har rett til å bruke biblioteket gratis.
Eg skjønar ikkje kvifor eg har fått dette brevet frå dykk.
Foreldra betaler for opphaldet, og sysken får lågare pris.
Helsesjukepleiaren er på skulen kvar tysdag og gjev råd til elevane.
Ein kan ikkje vente at alle les brevet med ein gong det kjem.
Gjeld klaga ei avgift, må ho likevel betalast innan fristen.
Betaling for tenesta vert regulert kvart år og fastsett av kommunestyret.
Mange av husa langs elva vart bygde for over hundre år sidan.
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def page(*texts: str, lang: str | None = None) -> list[Block]:
    return [Block(Kind.PARAGRAPH, text, (), lang=lang) for text in texts]


@pytest.mark.parametrize("text", lines(NB))
def test_bokmaal(text: str) -> None:
    assert guess(text).code == "nb"


@pytest.mark.parametrize("text", lines(NN))
def test_nynorsk(text: str) -> None:
    assert guess(text).code == "nn"


@pytest.mark.parametrize("code", CODES)
def test_other_languages_are_not_norwegian(code: str) -> None:
    texts = [text for other, text in ROWS if other == code]
    codes = Counter(guess(text).code for text in texts)
    assert len(texts) >= 15
    missed = codes["nb"] + codes["nn"] + codes[None]
    assert missed <= (
        1 if code in ("da", "sv") else 0
    )  # single sentences of the neighbours can pass for ours


@pytest.mark.parametrize("code", CODES)
def test_a_page_in_another_language_is_not_checked(code: str) -> None:
    texts = [text for other, text in ROWS if other == code]
    assert assign(page(*texts, lang="nb")) == (None, [None] * len(texts))
    assert guess(" ".join(texts)).code == code


def test_nothing_can_be_said_of_no_words() -> None:
    assert guess("") == guess("2024 – 17.05.") == Guess(None, 0.0)
    assert assign([]) == (None, [])
    assert assign(page("1 234,-")) == (None, [None])


def test_capitals_and_addresses_do_not_mislead() -> None:
    assert guess("SØKNADEN MÅ SENDES INNEN FREDAG, ELLERS BLIR DEN IKKE BEHANDLET").code == "nb"
    assert (
        guess("Les meir på https://www.example.org/apply-for-the-place-here før du søkjer om plass").code
        == "nn"
    )


@pytest.mark.parametrize("lang", ["no", "nb", "en", "nb-NO", None])
def test_the_words_decide_where_the_markup_lies(lang: str | None) -> None:
    standard, each = assign(page(*lines(NN), lang=lang))
    assert standard == "nn"
    assert set(each) == {"nn"}


def test_short_blocks_take_after_the_page() -> None:
    for text, standard in ((NB, "nb"), (NN, "nn")):
        blocks = page("Kontakt oss", *lines(text), "Les mer", "Aktuelt", "Rådhuset", "Send")
        assert assign(blocks) == (standard, [standard] * len(blocks))


def test_a_paragraph_in_the_other_standard_keeps_its_own() -> None:
    blocks = page(*lines(NN)[:6], lines(NB)[0] + " " + lines(NB)[1], *lines(NN)[6:])
    standard, each = assign(blocks)
    assert standard == "nn"
    assert each == ["nn"] * 6 + ["nb"] + ["nn"] * 7


def test_a_foreign_paragraph_on_a_norwegian_page_is_left_alone() -> None:
    for code in CODES:
        foreign = " ".join(text for other, text in ROWS if other == code)
        standard, each = assign(page(lines(NB)[0], foreign, lines(NB)[1]))
        assert (standard, each) == ("nb", ["nb", None, "nb"]), code


def test_a_short_block_that_alone_declares_another_language_is_left_alone() -> None:
    blocks = page(*lines(NB), lang="nb")
    link = Block(Kind.LINK, "Read this page in English", (), lang="en")
    assert assign([*blocks, link])[1][-1] is None


def test_the_declared_standard_breaks_a_tie() -> None:
    assert assign(page("Kommune", lang="nn"))[0] == "nn"
    assert assign(page("Kommune", lang="nb"))[0] == "nb"


def test_the_standard_that_is_asked_for_is_not_doubted() -> None:
    assert assign(page(*lines(NN)), "nb") == ("nb", ["nb"] * len(lines(NN)))
    foreign = " ".join(text for code, text in ROWS if code == "en")
    assert assign(page(lines(NB)[0], foreign), "nb") == ("nb", ["nb", None])


def test_a_foreign_menu_does_not_make_a_page_foreign() -> None:
    menu = [Block(Kind.LINK, text, (), main=False) for code, text in ROWS if code in ("en", "se")]
    assert assign([*menu, *page(*lines(NN)[:3])])[0] == "nn"
