"""Marks of an HTML page: what has a place but no words. Images, forms, the page itself, and links and
headings that say nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from klarsprak.readers.align import Stream, Tag
from klarsprak.readers.collect import OPAQUE, VOID, Collected
from klarsprak.text import CODE, Link, Run

# Attributes that leave an empty element empty; any other may be where a script fills it.
_PLAIN = frozenset("class style lang dir align href target rel role aria-level".split())
_SCRIPTED = (*":@[({*#", "v-", "x-", "ng-", "data-bind")  # Vue, Angular and their kin: they make text
_PROOF = ("src", "href", "action", "id", "class", "lang")
_NO_FIELD = frozenset({"hidden", "submit", "button", "image", "reset"})
_HOLDS_PAGE = frozenset({"main", "nav", "header", "footer", "h1"})
_SEARCH = re.compile(r"(?<![a-zæøå])(?:s[oø]k|search|filter|sort)(?![a-zæøå])|søkefelt", re.IGNORECASE)
_TEMPLATE = re.compile(f"{OPAQUE}+")


@dataclass(slots=True, eq=False)
class Form:
    """A form, and what was seen inside it so far."""

    other: bool  # around the page or for a search: no form to the one who reads
    fields: bool = False  # something to fill in, or a button that sends something

    def holds(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element inside it."""
        kind = attributes.get("type", "").lower()
        if tag in ("select", "textarea") or (tag == "input" and kind not in _NO_FIELD):
            self.fields = True
            self.other = self.other or kind == "search"
        elif tag in ("input", "button"):
            self.fields = self.fields or kind in ("submit", "image")
            self.other = self.other or attributes.get("name") == "__VIEWSTATE"
        elif tag in _HOLDS_PAGE:
            self.other = True


def form_of(attributes: Mapping[str, str]) -> Form:
    """A form that begins with these attributes."""
    told = (attributes.get(key, "") for key in ("role", "class", "id", "action", "name", "aria-label"))
    return Form(other=_SEARCH.search(" ".join(told)) is not None)


@dataclass(slots=True, eq=False)
class Open:
    """A link or heading that is open."""

    attributes: Mapping[str, str]
    place: Tag | None
    heard: int  # how much the reader had heard before it
    images: int = 0  # of those inside it, the ones that are said to be decoration
    silent: bool = False  # known at its end: it said nothing

    def is_silent(self) -> bool:
        """True when it does not say itself what it is."""
        self.silent = not says(self.attributes) and not is_hidden(self.attributes)
        return self.silent

    @property
    def stays_empty(self) -> bool:
        return not self.images and self.attributes.keys() <= _PLAIN


def at(stream: Stream, place: Tag, attributes: Mapping[str, str], target: str | None) -> Collected | None:
    """A block without words at a start tag, linked to the target; None without proof of the place."""
    key = next((key for key in _PROOF if attributes.get(key)), None)
    if key and stream.attribute(place, key, attributes[key]) is None:
        return None
    label = (attributes.get("aria-label") or attributes.get("title") or "").strip()
    links = () if target is None else (Link(0, 1, target, label),)
    end = stream.content.index(">", place.end) + 1
    return stand_in(place.start - len(place.name) - 1, end, links)


def says(attributes: Mapping[str, str]) -> bool:
    """True when the attributes of a link, or of an element inside it, may say what the link is."""
    get = attributes.get
    if get("aria-label") or get("title") or "aria-labelledby" in attributes:
        return True
    return any(_is_odd(key) for key in attributes)


def stand_in(start: int, end: int, links: tuple[Link, ...] = ()) -> Collected:
    """A block without words at `content[start:end]`."""
    return Collected(CODE, (Run(0, 1, start, end),), links)


def declared(attributes: Mapping[str, str], name: str) -> str | None:
    """The value of an attribute; None when there is none, CODE where a template may make it."""
    value = attributes.get(name)
    if value is not None:
        return " ".join(_TEMPLATE.sub(CODE, value.replace(VOID, "")).split())
    return CODE if any(key.endswith(name) or _is_odd(key) for key in attributes) else None


def language(attributes: Mapping[str, str]) -> str | None:
    """What a page says its language is; CODE where a template may say it."""
    return attributes.get("xml:lang") or declared(attributes, "lang") or None


def alternative(attributes: Mapping[str, str]) -> str | None:
    """The alternative text of an image; empty too for what says in another way that it is decoration."""
    alt = declared(attributes, "alt")
    if alt is None and (
        attributes.get("role") in ("presentation", "none")
        or is_hidden(attributes)
        or (attributes.get("width") == "1" and attributes.get("height") == "1")
    ):
        return ""
    return alt


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """True for what nobody is to see or hear."""
    style = attributes.get("style", "").replace(" ", "")
    return attributes.get("aria-hidden") == "true" or "hidden" in attributes or "display:none" in style


def _is_odd(key: str) -> bool:
    """True for an attribute that a template or a script makes, or by which it makes the text."""
    return key.startswith(_SCRIPTED) or VOID in key or OPAQUE in key
