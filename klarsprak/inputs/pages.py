"""From places that hold many pages (folders, mirrors, archives) to the pages in them, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from klarsprak.inputs import folder, jsonl, wacz, warc
from klarsprak.inputs.places import units as _units
from klarsprak.inputs.sitemap import addresses, key
from klarsprak.inputs.unit import Page, Reading, Unit
from klarsprak.source import Problem

__all__ = ["Page", "Reading", "Unit", "pages", "units"]

_READERS: dict[str, Callable[[Unit], Iterator[Page | Problem]]] = {
    "warc": warc.pages,
    "wacz": wacz.pages,
    "jsonl": jsonl.pages,
    "folder-part": folder.pages,
    "list": folder.pages,
}


def units(
    places: Iterable[str],
    *,
    sitemap: Path | None = None,
    url_field: str = "url",
    html_field: str = "html",
) -> Iterator[Unit | Problem]:
    """The units of work in the places, in a stable order; what cannot be read is a Problem.

    A place is a folder (loose pages, a mirror by wget or HTTrack, archives, all mixed), an archive
    (WARC, WACZ, JSONL), a page, or `@FILE`: a list of places, one a line, with an address after a tab
    if the place is a page. With a `sitemap` only the addresses in it count; when it cannot be read there
    is its Problem and nothing else.
    """
    return _units(places, Reading(sitemap, url_field, html_field))


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of `unit`, lazily: one is held at a time.

    An address that comes again in the unit is passed over (a stream cannot know what follows, so the first
    counts). Answers other than 200 and types that are no text are passed over in silence. Bad data is a
    Problem, never an exception; of an archive that breaks off or is damaged the readable pages come first.
    """
    wanted = None
    if unit.reading.sitemap:
        found = addresses(unit.reading.sitemap)
        if isinstance(found, Problem):
            yield found
            return
        wanted = found
    seen: set[int] = set()
    for page in _READERS[unit.kind](unit):
        if isinstance(page, Page):
            short = hash(page.address)  # 64 bits for an address: a set of millions stays small
            if short in seen or (wanted is not None and key(page.address) not in wanted):
                continue
            seen.add(short)
        yield page
