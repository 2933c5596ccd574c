"""Forms of words, and the lexicon they come from."""

import pytest

from klarsprak import inflection
from klarsprak.inflection import (
    BASE,
    DEF,
    IMP,
    INF,
    NEUTER,
    PART,
    PART_MF,
    PASS,
    PAST,
    PERF,
    PL,
    PL_DEF,
    PLURAL,
    PRES,
    SG,
)


@pytest.mark.parametrize(
    ("word", "cls", "standard", "expected"),
    [
        ("benytte", "v:et", "nb", {PRES: "benytter", PAST: "benyttet", PASS: "benyttes", PART: "benyttede"}),
        ("bruke", "v:te", "nb", {PAST: "brukte", PERF: "brukt", IMP: "bruk", PART: "brukte"}),
        ("oppstille", "v:te", "nb", {PAST: "oppstilte", PERF: "oppstilt", IMP: "oppstill"}),
        ("prøve", "v:de", "nb", {PAST: "prøvde", PERF: "prøvd"}),
        ("avgi", "v:gi", "nb", {PRES: "avgir", PAST: "avga", PERF: "avgitt", PART: "avgitte", PASS: "avgis"}),
        ("skrive", "v skriver skrev skrevet", "nb", {PART: "skrevne", IMP: "skriv"}),
        ("trekke", "v trekker trakk trukket", "nb", {PART: "trukne"}),
        ("stemme", "v stemmer stemte stemt", "nb", {IMP: "stem"}),
        ("endre", "v:et", "nb", {IMP: "endre"}),
        ("spørre", "v spør spurte spurt", "nb", {IMP: "spør"}),
        (
            "utarbeide",
            "v:a",
            "nn",
            {INF: "utarbeide", PRES: "utarbeidar", PASS: "utarbeidast", PART: "utarbeida"},
        ),
        ("leggje", "v legg la lagt/lagd", "nn", {IMP: "legg", PASS: "leggjast", PART: "lagde"}),
        ("skrive", "v skriv skreiv skrive", "nn", {PART: "skrivne", PART_MF: "skriven", PASS: "skrivast"}),
        ("ta", "v tek/tar tok teke/tatt takast", "nn", {PASS: "takast", PART_MF: "teken"}),
        ("anskaffelse", "m", "nb", {DEF: "anskaffelsen", PL: "anskaffelser", PL_DEF: "anskaffelsene"}),
        ("kjøp", "n", "nb", {DEF: "kjøpet", PL: "kjøp", PL_DEF: "kjøpene"}),
        ("søker", "m:er", "nb", {DEF: "søkeren", PL: "søkere", PL_DEF: "søkerne"}),
        ("løyving", "f:ar", "nn", {DEF: "løyvinga", PL: "løyvingar", PL_DEF: "løyvingane"}),
        ("lov", "f", "nn", {DEF: "lova", PL: "lover", PL_DEF: "lovene"}),
        ("løyve", "n", "nn", {DEF: "løyvet", PL: "løyve", PL_DEF: "løyva"}),
        ("disponibel", "a", "nb", {NEUTER: "disponibelt", PLURAL: "disponible"}),
        ("vesentleg", "a", "nn", {BASE: "vesentleg", NEUTER: "vesentleg", PLURAL: "vesentlege"}),
        ("lovpålagd", "a", "nn", {NEUTER: "lovpålagt", PLURAL: "lovpålagde"}),
        ("gjeldende", "a-", "nb", {NEUTER: "gjeldende", PLURAL: "gjeldende"}),
    ],
)
def test_paradigms(word: str, cls: str, standard: str, expected: dict[str, str]) -> None:
    forms = inflection.paradigm(word, cls, standard)
    assert {tag: forms[tag][0] for tag in expected} == expected


def test_a_present_of_another_stem_is_no_imperative() -> None:
    assert inflection.paradigm("være", "v er var vært -", "nb")[IMP] == ("vær",)


def test_both_infinitives_of_nynorsk() -> None:
    assert inflection.paradigm("kjøpe", "v:te", "nn")[INF] == ("kjøpe", "kjøpa")


def test_no_plural_and_no_passive_where_there_is_none() -> None:
    assert PL not in inflection.paradigm("hjelp", "f-", "nb")
    assert inflection.paradigm("være", "v er var vært -", "nb")[PASS] == ()


@pytest.mark.parametrize("cls", ["v:xx", "z", "m en to", "v bare to", "a en", "n:ar"])
def test_a_class_that_nobody_knows(cls: str) -> None:
    with pytest.raises(ValueError, match="ord"):
        inflection.paradigm("ord", cls, "nb")


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_the_lexicon_inflects_without_exception(standard: str) -> None:
    for (word, kind), cls in inflection.lexicon(standard).items():
        forms = inflection.paradigm(word, cls, standard)
        assert all(form == form.strip() and form for some in forms.values() for form in some), word
        assert word in forms[{"v": INF, "n": SG, "a": BASE}[kind]]
