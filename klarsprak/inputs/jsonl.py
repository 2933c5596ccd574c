"""Pages in JSON lines, as Scrapy writes them: one object a line, with an address and a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from gzip import GzipFile
from typing import IO, NamedTuple

from klarsprak.inputs import unpack
from klarsprak.inputs.unit import Page, Reading, Unit, site, too_large
from klarsprak.source import Problem, Source

_DATES = ("fetched", "timestamp", "crawled_at", "date")  # keys under which crawlers tell when


class _Bad(NamedTuple):
    number: int
    why: str


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of a JSONL file, packed or not; all lines that cannot be used are one Problem."""
    bad: list[_Bad] = []
    count = 0
    try:
        with unpack.opened(unit.path) as file:
            for number, line in _lines(file, unit.reading.limit):
                item = _page(line, unit.reading) if line is not None else ""
                if isinstance(item, Page):
                    yield item
                elif line is None:
                    yield too_large(f"{unit.name}:{number}", unit.reading.limit)
                elif item is not None:
                    count += 1
                    bad = bad or [_Bad(number, item)]
    except unpack.BROKEN as error:
        yield Problem(unit.name, unpack.why(error))
    if bad:
        rest = f" ({count} such lines)" if count > 1 else ""
        yield Problem(unit.name, f"line {bad[0].number}: {bad[0].why}{rest}")


def _lines(file: IO[bytes] | GzipFile, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line; None for one that is longer than `limit`."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (more := file.readline(1 << 20)) and not more.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line


def _page(line: bytes, reading: Reading) -> Page | str | None:
    """The page in a line; what is wrong with it; or None when it is none on purpose."""
    if not line.strip():
        return None
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return "not JSON; the file may be cut off"
    if not isinstance(item, dict):
        return "not a JSON object"
    address, content = item.get(reading.url_field), item.get(reading.html_field)
    if not isinstance(address, str) or not isinstance(content, str):
        return f'no texts under "{reading.url_field}" and "{reading.html_field}"; tell which keys hold them'
    if item.get("status", 200) not in (200, "200") or not content.strip():
        return None
    dates = (item.get(key) for key in _DATES)
    told = next((date for date in dates if isinstance(date, str) and date[4:5] == date[7:8] == "-"), None)
    # JSON may hold half a pair of surrogates, which no text can.
    content = content.encode("utf-8", "replace").decode("utf-8")
    return Page(Source(address, content), address, site(address), "html", told[:10] if told else None)
