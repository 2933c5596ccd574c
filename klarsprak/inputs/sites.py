"""From the host of a page to the Norwegian municipality behind it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple


class Municipality(NamedTuple):
    """A municipality as of 2024, from municipalities.tsv (its head tells the sources)."""

    number: str  # four digits
    name: str  # the Norwegian one
    county: str
    standard: str | None  # decision under språklova § 11: bokmål, nynorsk, nøytral; None when not known


# Spellings of names under kommune.no; only those that mean one municipality count.
_SPELLINGS = (("æ", ("ae", "a")), ("ø", ("o", "oe")), ("å", ("a", "aa")), (" ", ("-", "")))


def municipality(site: str, own: Mapping[str, str] | None = None) -> Municipality | None:
    """The municipality whose host is `site` or above it; None when there is none.

    `own` (host → number) wins, host by host; an empty number there says that the host is no municipality's.
    """
    numbers, hosts = _table()
    for host in _upwards(_unicode(site)):
        if own is not None and host in own:
            return numbers.get(own[host])
        if host in hosts:
            return numbers[hosts[host]]
    return None


def municipalities() -> tuple[Municipality, ...]:
    """All of them, in the order of their numbers."""
    return tuple(_table()[0].values())


def own_table(path: Path) -> dict[str, str]:
    """Host → number from a CSV file with `host;number` lines (a comma will do); lines with # say nothing.

    Raises ValueError, with line and remedy, for a number no municipality has, OSError for the file.
    """
    numbers = _table()[0]
    found: dict[str, str] = {}
    text = path.read_text("utf-8-sig")
    rows = csv.reader(text.splitlines(), delimiter=";" if ";" in text else ",")
    for row in rows:
        if not row or row[0].lstrip().startswith("#") or (rows.line_num == 1 and row[0].lower() == "host"):
            continue
        host, number = (cell.strip() for cell in (*row, "")[:2])
        number = number.zfill(4) if number else ""  # spreadsheets drop the zero of 0301
        if number and number not in numbers:
            raise ValueError(f"{path}, line {rows.line_num}: no municipality of 2024 has the number {number}")
        found[host.lower().removeprefix("www.")] = number
    return found


def _upwards(site: str) -> Iterator[str]:
    """The host and those above it: a.b.no, b.no."""
    while "." in site:
        yield site
        site = site.partition(".")[2]


def _unicode(site: str) -> str:
    if "xn--" not in site:
        return site
    try:
        return site.encode("ascii").decode("idna")
    except UnicodeError:
        return site


@cache
def _table() -> tuple[dict[str, Municipality], dict[str, str]]:
    """Number → municipality, host → number."""
    numbers: dict[str, Municipality] = {}
    hosts: dict[str, str] = {}
    derived: dict[str, set[str]] = {}
    text = (resources.files("klarsprak.inputs") / "municipalities.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        number, name, county, standard, known = line.split("\t")
        numbers[number] = Municipality(number, name, county, None if standard == "ukjent" else standard)
        hosts |= dict.fromkeys(known.split(), number)
        for label in _labels(name.lower()):
            derived.setdefault(f"{label}.kommune.no", set()).add(number)
    for host, of in derived.items():
        if len(of) == 1:
            hosts.setdefault(host, *of)
    return numbers, hosts


def _labels(name: str) -> Iterable[str]:
    """The ways to write a name as part of a host, with Norwegian letters (IDN) and without."""
    labels = {name.replace(" ", "-")}
    plain = {name}
    for letter, ways in _SPELLINGS:
        plain = {label.replace(letter, way) for label in plain for way in ways}
    # «bo» was the host of Bø in Telemark, which is no more: two letters are too few to derive.
    return labels | {label for label in plain if len(label) > 2}
