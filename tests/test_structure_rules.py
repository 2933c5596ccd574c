"""Severities, messages and word lists of the rules about shape, deadlines, address, links and paper."""

from importlib.resources import files
from typing import Any

import pytest

from klarsprak import Finding, Source, catalog
from klarsprak.engine import run


def check(rule: str, text: str, standard: Any = "nb", **options: int) -> list[Finding]:
    reader = "html" if text.startswith("<") else "plain"
    return run(catalog()[rule], Source("", text), standard=standard, reader=reader, **options)


def entries(rule: str, standard: str) -> list[str]:
    lines = files("klarsprak.rules").joinpath(f"{rule}.{standard}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def listed(rule: str) -> list[tuple[str, str]]:
    return [(standard, line) for standard in ("nb", "nn") for line in entries(rule, standard)]


@pytest.mark.parametrize("rule", ["frist", "lenketekst", "papir_prosess", "substantivsyke", "tiltale"])
@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_lists_are_sorted_and_unique(rule: str, standard: str) -> None:
    terms = [line.partition("\t")[0] for line in entries(rule, standard)]
    assert terms == sorted(set(terms))


@pytest.mark.parametrize(("standard", "line"), listed("frist"))
def test_every_vague_time_fires(standard: str, line: str) -> None:
    phrase = line.partition("\t")[0]
    sentence = f"Vi gir deg svar {phrase} om det."  # the same in both standards
    assert [f.text for f in check("frist", sentence, standard)] == [phrase]


@pytest.mark.parametrize(("standard", "line"), listed("lenketekst"))
def test_every_empty_link_text_fires(standard: str, line: str) -> None:
    phrase = line.partition("\t")[0]
    told = {
        "nb": "Vi har skrevet om prisene for plass i barnehage.",
        "nn": "Vi har skrive om prisane for barnehage.",
    }
    page = f"<p>{told[standard]} <a href='/pris'>{{}}</a></p>"
    assert [f.text for f in check("lenketekst", page.format(phrase.capitalize()), standard)] == [
        phrase.capitalize()
    ]


@pytest.mark.parametrize(("standard", "line"), listed("papir_prosess"))
def test_every_paper_way_fires(standard: str, line: str) -> None:
    phrase = line.replace(" … ", " det utfylte ").replace("*", "")
    assert check("papir-prosess", f"Slik gjør du det: Husk at du må {phrase} før fristen.", standard)


@pytest.mark.parametrize(("standard", "line"), listed("tiltale"))
def test_every_label_for_the_reader_fires(standard: str, line: str) -> None:
    label = line.removesuffix(" !")
    ending = {"nb": "svar fra dem", "nn": "svar frå dei"}[standard]
    text = f"Det er slik at {{0}} må skrive under, at {{0}} kan klage og at {{0}} får {ending}."
    assert [f.text for f in check("tiltale", text.format(label), standard)] == [label] * 3


@pytest.mark.parametrize(("standard", "thing"), listed("substantivsyke"))
def test_every_lexicalised_noun_is_left_alone(standard: str, thing: str) -> None:
    frame = {
        "nb": "Vi foretar en vurdering av {0} med det samme.",
        "nn": "Vi føretek ei vurdering av {0} med ein gong.",
    }
    assert not check("substantivsyke", frame[standard].format(thing), standard)
    action = {"nb": "tilrettelegging", "nn": "tilrettelegging"}[standard]
    assert check("substantivsyke", frame[standard].format(action), standard)


SHORT_TAIL = "Vi har nå bygd ferdig den nye skolen ved kirken, der alle barna fra bygda kan begynne"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (f"{SHORT_TAIL} til høsten, og kantina er også klar til bruk.", "info"),
        (f"{SHORT_TAIL} til høsten, og kantina er nå endelig klar til bruk både tidlig og sent hver dag.",
         "low"),
        (f"{SHORT_TAIL} til høsten hvis de vil, når kantina og den store hallen er klare til å brukes.",
         "medium"),
        (f"{SHORT_TAIL} til høsten hvis de vil, når kantina og den store hallen er klare, men de som heller "
         "vil vente, kan gå på den gamle skolen ved fjorden ut året.", "high"),
    ],
)  # fmt: skip
def test_long_sentences_weigh_by_length_and_clauses(text: str, severity: str) -> None:
    assert [f.severity for f in check("lang-setning", text)] == [severity]


def test_long_sentence_says_how_long_and_where_to_part_it() -> None:
    (finding,) = check("lang-setning", f"{SHORT_TAIL} til høsten, og kantina er også klar til bruk.")
    assert "26 ord" in finding.message
    assert "«og kantina er …»" in finding.message


def test_length_is_an_option_and_nynorsk_gets_two_words_more() -> None:
    text = "Vi har no bygd ferdig den nye skulen ved kyrkja, der alle kan byrje til hausten, og alt er klart."
    assert not check("lang-setning", text, "nn")
    assert not check("lang-setning", text, "nn", max_words=18)
    assert check("lang-setning", text, "nn", max_words=17)
    assert check("lang-setning", text, "nn", max_words=18, nynorsk_extra=0)


def test_paper_is_high_alone_and_info_beside_a_digital_way() -> None:
    paper = "Attesten må sendes i posten til skolen."
    (alone,) = check("papir-prosess", paper)
    (beside,) = check("papir-prosess", f"Søk om plass på nett.\n\n{paper}")
    assert (alone.severity, beside.severity) == ("high", "info")
    assert alone.message != beside.message


def test_a_form_linked_to_is_a_digital_way_but_a_form_to_print_is_not() -> None:
    page = '<p>Her er <a href="{}">søknaden</a>.</p><p>Attesten må sendes i posten til skolen.</p>'
    (form,) = check("papir-prosess", page.format("https://skjema.vik.kommune.example/1"))
    (file,) = check("papir-prosess", page.format("/skjema.pdf"))
    assert (form.severity, file.severity) == ("info", "high")


def test_the_same_empty_link_text_to_two_places_is_counted() -> None:
    page = '<p>Om pris: <a href="/pris">les mer</a>. Om plass og opptak: <a href="{}">les mer</a>.</p>'
    assert all("2 ulike steder" in f.message for f in check("lenketekst", page.format("/plass")))
    assert not any("ulike steder" in f.message for f in check("lenketekst", page.format("/pris")))


def test_rolling_admission_is_a_fact() -> None:
    (finding,) = check("frist", "Barnehagen har løpende opptak hele året.")
    assert finding.severity == "info"
    assert "når som helst" in finding.message


def test_third_person_is_told_a_few_times_only() -> None:
    text = "Søkeren må svare oss i brev. " * 9
    assert len(check("tiltale", text)) == 5
    assert len(check("tiltale", text, max_findings=2)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "På bakgrunn av de nye opplysningene om helsen din fra legen har vi økt støtten.",
        "Alle foreldre med barn i skolen eller barnehagen i den nordlige delen av kommunen har fått brev.",
        "Barna på skolen ved fjorden spiser maten sin ute når det er sol, og det er de glade for.",
        "Gamle hus med tykke vegger holder bedre på varmen enn de nye husene vi bygger i dag.",
    ],
)
def test_the_gate_hides_nothing(text: str) -> None:
    rule, source = catalog()["venstretung"], Source("", text)
    assert run(rule, source, standard="nb", gated=False) == run(rule, source, standard="nb")
