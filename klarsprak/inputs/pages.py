"""From places that hold many pages (folders, mirrors, archives) to the pages in them, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak.source import Problem, Source


class Unit(NamedTuple):
    """One piece of work: an input file, or at most 200 loose files of a folder."""

    name: str  # stable, for the manifest: the path relative to the place that was given
    path: Path
    kind: str  # "warc", "wacz", "jsonl", "folder-part" or "list"


class Page(NamedTuple):
    """One page as it was fetched."""

    source: Source  # its name is the address
    address: str
    site: str  # host in lower case without "www."; "" when only a file name is known
    format: str  # how to read it: "html", "markdown" or "plain"
    fetched: str | None  # ISO date (YYYY-MM-DD)


def units(places: Iterable[str], *, sitemap: Path | None = None) -> Iterator[Unit | Problem]:
    """The units of work in `places`, in a stable order."""
    raise NotImplementedError


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of `unit`, lazily. Bad data yields a Problem, never an exception."""
    raise NotImplementedError
