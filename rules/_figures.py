"""How figures are written that are not written right: dates, sums, times, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
)  # fmt: skip
_SPACE = "\u00a0"  # does not let a number be parted at the end of a line
# «1.249 kroner per kWh» may be a price with three decimals.
_PRICE = r"(?!(?: kr\w*)?,? (?:per|pr\.?) (?:kWh|liter|kilometer|km|euro|dollar)\b)"
_SUM = rf"(?= ?(?:kroner|kr\b|,-)){_PRICE}"
_MONEY = r"(?= ?(?:kroner|kr\b|millioner|,-|mill\b))"
_CUE = (
    r"\b(?:den|fra|frå|til|innen|innan|frist\w*|dato|(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)"
    r"(?: er)?:? "
)
_COUNTED = (
    r"(?= (?:innbyggere|innbyggjarar|personer|personar|mennesker|menneske|elever|elevar|kvadratmeter|tonn))"
)


class Form(NamedTuple):
    """A way to write figures that is not right, what is, and whether that is sure wherever it stands."""

    pattern: re.Pattern[str]
    case: str
    better: Callable[[re.Match[str]], str]
    fixable: bool = False


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", _SPACE)


def _date(match: re.Match[str]) -> str:
    year = f" {match['year']}" if match["year"] and len(match["year"]) == 4 else ""
    return f"{int(match['day'])}. {_MONTHS[int(match['month']) - 1]}{year}"


def _phone(match: re.Match[str]) -> str:
    digits = match["at"]
    return " ".join(digits[i : i + 2] for i in range(0, 8, 2))


FORMS = (
    Form(
        re.compile(
            r"(?<![\d.,:/§–-])(?<!\d og )(?<!\d til )(?<!\d - )(?<!\d – )"
            rf"\b(?P<at>([1-9]|[12]\d|3[01]) (?:{'|'.join(_MONTHS)})\b)(?!-)"
        ),
        "dag",
        lambda match: match["at"].replace(" ", ". ", 1),
        fixable=True,
    ),
    Form(
        re.compile(
            rf"{_CUE}(?P<at>(?P<day>[12]?\d|3[01])/(?P<month>0?[1-9]|1[0-2])"
            r"(?:[-/.](?P<year>\d{4}|\d\d))?)(?![\d/])",
            re.IGNORECASE,
        ),
        "dato",
        _date,
    ),
    Form(
        re.compile(
            rf"(?<![\d.,/:-])(?P<at>[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\.?\d){_SUM})"
            rf"|\bkr\.? (?P<kr>[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?!\.?\d| mil){_PRICE}"
        ),
        "tusen",
        lambda match: _grouped((match["at"] or match["kr"]).replace(".", "")),
        fixable=True,
    ),
    Form(
        re.compile(rf"(?<![\d.,/:§-])(?P<at>[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?:{_COUNTED}|(?= mill))"),
        "tusen",
        lambda match: _grouped(match["at"].replace(".", "")),
    ),
    Form(
        re.compile(rf"(?<![\d.,/:-])(?P<at>[1-9]\d{{4,6}}){_MONEY}|\bkr\.? (?P<kr>[1-9]\d{{4,6}})(?!\d)"),
        "lang",
        lambda match: _grouped(match["at"] or match["kr"]),
    ),
    Form(
        re.compile(r"\b(?P<at>[Kk]l(?: ?|\.)(?P<hour>\d{1,2}(?:[.:]\d\d)?))(?![\d.:]*\d)"),
        "klokka",
        lambda match: f"{match['at'][:2]}. {match['hour']}",
    ),
    Form(
        re.compile(r"\b[Kk]l\.? ?(?P<at>\d{1,2}(?:[.:]\d\d)? ?- ?\d{1,2}(?:[.:]\d\d)?)(?![\d.:-]*\d)"),
        "strek",
        lambda match: re.sub(r" ?- ?", "–", match["at"]),
    ),
    Form(
        re.compile(
            r"\b(?:[Tt]lf\.?|[Tt]elefon(?:nummer)?|[Rr]ing(?: oss)?(?: på)?):? (?P<at>[2-7]\d{7})(?!\d)"
        ),
        "telefon",
        _phone,
    ),
    Form(
        re.compile(r"(?<![\d.,])(?P<at>(?:kr\.? )?(?P<sum>\d{1,3}(?:[ \u00a0]\d{3})+|\d+),-)(?!\d)"),
        "kroner",
        lambda match: f"{match['sum']} kroner",
    ),
)
