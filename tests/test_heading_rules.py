"""Severities, options and lists of the rules about headings, images, language codes, addresses and files."""

from importlib.resources import files
from typing import Any

import pytest

from klarsprak import Finding, Source, catalog
from klarsprak.engine import run


def check(rule: str, text: str, standard: Any = "nb", **options: Any) -> list[Finding]:
    reader = "html" if text.startswith("<") else "markdown"
    return run(catalog()[rule], Source("", text), standard=standard, reader=reader, **options)


def empty_headings(standard: str) -> list[str]:
    lines = files("klarsprak.rules").joinpath(f"overskrift_innhold.{standard}.txt").read_text("utf-8")
    return [line for line in lines.splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_the_list_of_empty_headings_is_sorted_and_every_one_fires(standard: str) -> None:
    headings = empty_headings(standard)
    assert headings == sorted(set(headings))
    told = {"nb": "Du kan ikke søke før i mai, men vi svarer deg.", "nn": "Du kan ikkje søkje før i mai."}
    for heading in headings:
        page = f"<h2>{heading.capitalize()}</h2><p>{told[standard]}</p>"
        assert [f.text for f in check("overskrift-innhold", page, standard)] == [heading.capitalize()]


@pytest.mark.parametrize(
    ("image", "severity"),
    [
        ("<img src=a.png>", "medium"),
        ("<img src=a.png alt='IMG_1'>", "medium"),
        ("<img src=a.png alt='bilde'>", "low"),
        ("<a href=/x><img src=a.png alt=''></a>", "high"),
    ],
)
def test_how_much_an_image_weighs(image: str, severity: str) -> None:
    (finding,) = check("alt-tekst", f"<p>Her er den nye rampa ved biblioteket. {image}</p>")
    assert finding.severity == severity


def test_a_link_without_a_name_is_told_once() -> None:
    page = "<p>Her er den nye rampa. <a href=/x><img src=a.png alt=''></a> <a href=/y></a></p>"
    assert [len(check(rule, page)) for rule in ("alt-tekst", "lenketekst")] == [1, 1]
    assert len(check("alt-tekst", "Her er den nye rampa. [![](a.png)](/x)")) == 1


def test_an_address_is_told_once() -> None:
    address = "https://vik.kommune.example/tjenester/natur/kart"
    for page in (f"<p>Du finner kartet på <a href='{address}'>{address}</a>.</p>", f"Se <{address}>."):
        assert [len(check(rule, page)) for rule in ("bar-url", "lenketekst")] == [0, 1]


def test_the_same_jump_is_told_once() -> None:
    page = "<h2>Plass</h2><h4>Pris</h4><p>Det er gratis.</p><h2>Mat</h2><h4>Melk</h4><p>Vi har melk.</p>"
    (finding,) = check("overskrift-niva", page)
    assert (finding.text, finding.severity) == ("Pris", "low")
    assert "nivå 2 til nivå 4. Bruk nivå 3" in finding.message


def test_a_page_without_headings_is_told_at_its_start() -> None:
    words = "Du må søke om plass før fristen, og vi svarer innen to uker. " * 8
    (finding,) = check("overskrift-niva", f"<html lang=nb><p>{words}</p></html>")
    assert (finding.text, finding.severity) == ("", "medium")


@pytest.mark.parametrize(("lang", "severity"), [("en", "medium"), ("nn", "low")])
def test_the_wrong_language_weighs_more_when_it_is_read_with_foreign_sounds(lang: str, severity: str) -> None:
    words = "Du må søke om plass før fristen, og vi svarer innen to uker. " * 8
    (finding,) = check("sprakkode", f"<html lang={lang}><p>{words}</p></html>")
    assert finding.severity == severity
    assert f'lang="{lang}"' in finding.message
    assert 'Skriv lang="nb"' in finding.message


def test_options() -> None:
    image = "<p>Her er den nye rampa. <img src=a.png alt='Ny rampe ved inngangen til biblioteket'></p>"
    assert not check("alt-tekst", image)
    assert len(check("alt-tekst", image, max_length=20)) == 1
    address = "<p>Du finner kartet vårt på vik.kommune.no/kart.</p>"
    assert not check("bar-url", address)
    assert len(check("bar-url", address, max_length=10)) == 1
    page = "".join(f"<p>Du må svare innen fredag i uke {week}.</p>" for week in range(4))
    assert not check("faa-overskrifter", page)
    assert len(check("faa-overskrifter", page, max_words=20)) == 1
