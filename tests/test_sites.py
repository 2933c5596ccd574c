"""Hosts and municipalities."""

from collections import Counter
from pathlib import Path

import pytest

from klarsprak.inputs.sites import municipalities, municipality, own_table

# Språkrådet, «Språkvedtak»: municipalities, bokmål, nynorsk, nøytral for each county of 2024.
DECISIONS = {
    "Østfold": (12, 11, 0, 1),
    "Akershus": (21, 14, 0, 7),
    "Buskerud": (18, 10, 3, 5),
    "Oslo": (1, 0, 0, 1),
    "Innlandet": (46, 22, 7, 17),
    "Vestfold": (6, 3, 0, 3),
    "Telemark": (17, 2, 8, 7),
    "Agder": (25, 7, 6, 12),
    "Rogaland": (23, 2, 9, 12),
    "Vestland": (43, 0, 41, 2),
    "Møre og Romsdal": (27, 0, 15, 12),
    "Trøndelag": (38, 7, 0, 31),
    "Nordland": (41, 20, 0, 21),
    "Troms": (21, 7, 0, 14),
    "Finnmark": (18, 14, 0, 4),
}


def test_all_municipalities_are_there_once() -> None:
    assert len(municipalities()) == len({one.number for one in municipalities()}) == 357
    assert {one.number[:2] for one in municipalities()} == {
        *("03 11 15 18 31 32 33 34 39 40 42 46 50 55 56".split()),
    }


@pytest.mark.parametrize("county", DECISIONS)
def test_counties_add_up(county: str) -> None:
    here = [one for one in municipalities() if one.county == county]
    total, *sums = DECISIONS[county]
    counts = Counter(one.standard for one in here)
    assert len(here) == total
    assert len({one.number[:2] for one in here}) == 1
    known = [counts[standard] for standard in ("bokmål", "nynorsk", "nøytral")]
    assert all(count <= told for count, told in zip(known, sums, strict=True))
    assert sum(known) + counts[None] == total


def test_few_standards_are_unknown() -> None:
    assert sum(one.standard is None for one in municipalities()) == 16


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("oslo.kommune.no", "Oslo"),
        ("minside.oslo.kommune.no", "Oslo"),
        ("baerum.kommune.no", "Bærum"),
        ("bærum.kommune.no", "Bærum"),
        ("xn--brum-voa.kommune.no", "Bærum"),
        ("voss.herad.no", "Voss"),
        ("kvam.no", "Kvam"),
        ("ha.no", "Hå"),
        ("sarpsborg.com", "Sarpsborg"),
        ("karasjok.kommune.no", "Karasjok"),
        ("aas.kommune.no", "Ås"),
    ],
)
def test_host_to_municipality(site: str, name: str) -> None:
    found = municipality(site)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "site", ["", "kommune.no", "no", "nav.no", "bo.kommune.no", "våler.kommune.no", "a..no"]
)
def test_what_is_no_municipality_or_more_than_one(site: str) -> None:
    assert municipality(site) is None


def test_two_of_one_name_are_told_apart() -> None:
    numbers = [
        municipality(host)
        for host in (
            "valer.kommune.no",
            "vaaler-he.kommune.no",
            "heroy.kommune.no",
            "heroy-no.kommune.no",
        )
    ]
    assert [one.number if one else None for one in numbers] == ["3114", "3419", "1515", "1818"]


def test_own_table_wins(tmp_path: Path) -> None:
    path = tmp_path / "egen.csv"
    path.write_text("host;number\n# våre\nwww.Fjellby.no;301\nkvam.no;\noslo.kommune.no;4601\n", "utf-8")
    own = own_table(path)
    assert own == {"fjellby.no": "0301", "kvam.no": "", "oslo.kommune.no": "4601"}
    found = [municipality(site, own) for site in ("skole.fjellby.no", "kvam.no", "oslo.kommune.no")]
    assert [one.name if one else None for one in found] == ["Oslo", None, "Bergen"]


def test_own_table_with_a_wrong_number(tmp_path: Path) -> None:
    path = tmp_path / "egen.csv"
    path.write_text("fjellby.no,9999\n", "utf-8")
    with pytest.raises(ValueError, match=r"line 1: .*9999"):
        own_table(path)
