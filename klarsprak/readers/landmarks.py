"""What is the main content of a page, and what is furniture: navigation, header, cookie notice, search.

Measured on pages of a municipality (8,118 of them): `main` and its kin find all of the text that is the
page's own, where article extractors lose a fifth (collapsed accordions, short lists). So inside the main
content nothing is left out for being hidden or for being a list of links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

# `where` is a set of these, kept as an int: what holds inside an element.
MAIN = 1  # inside <main> or role="main"
NAMED = 2  # inside an element with an id that means main content
FURNITURE = 4  # navigation and the like, wherever it stands
AROUND = 8  # header, footer, hidden …: furniture unless inside the main content
FORM = 16  # likewise, but some systems wrap the whole page in a form
ARTICLE = 32  # its headers and footers belong to it
LAYOUT = 64  # inside a table that only arranges things
HEAD = 128  # the title and description of the page
HIDDEN = 256  # nobody sees it, at first or ever

_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "tablist",
    "toolbar", "breadcrumb",
})  # fmt: skip
_NAMED = re.compile(r"(?:main-?content|content|innhold|hovedinnhold|page-?content)", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|brodsmule[rs]?|brødsmule[rs]?|cookies?|cookiebot|consent|samtykke|skip-?links?"
    r"|skip-to-\w+|pagination|share|sharing|del-siden|sr-only|screen-reader(?:-text)?|visually-?hidden|print-only)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
# Whole class names and ids, for pages whose builders had not heard of landmarks.
_AROUND = re.compile(
    r"(?:^|\s)(?:(?:site-?|page-?|global-?|main-?)?(?:header|footer|menu|nav|navbar|navigation)"
    r"|meny|hovedmeny|toppmeny|bunnmeny|navigasjon|search|search-?form|sok|søk|sidebar)(?:$|\s)",
    re.IGNORECASE,
)
TAGS = frozenset({"main", "nav", "dialog", "header", "footer", "aside", "form", "article", "table", "head"})


def enter(where: int, tag: str, attributes: Mapping[str, str]) -> int:
    """What holds inside an element, given what holds around it."""
    if tag in TAGS:
        where = _tag(where, tag, attributes)
    if attributes:
        get = attributes.get
        role = get("role")
        if role == "main":
            where = where & ~FURNITURE | MAIN
        elif role in _ROLES:
            where |= FURNITURE
        name, identity = get("class", ""), get("id", "")
        if name or identity:
            where |= _names(name, identity)
        if (
            get("aria-hidden") == "true"
            or "hidden" in attributes
            or "display:none" in get("style", "").replace(" ", "")
        ):
            where |= AROUND | HIDDEN
    return where


def main(seen: Set[int], others: Set[int] = frozenset()) -> Set[int]:
    """Those of the `where`s on a page that are its main content, as those where words were `seen` tell."""
    everything = seen | others
    for inside in (MAIN, NAMED):
        if any(where & inside for where in seen):
            return {
                where for where in everything if where & HEAD or (where & inside and not where & FURNITURE)
            }
    around = FURNITURE | AROUND | FORM
    if all(where & (around | HEAD) for where in seen):
        around = FURNITURE | AROUND
    return {where for where in everything if not where & around}


def _tag(where: int, tag: str, attributes: Mapping[str, str]) -> int:
    if tag == "main":
        return where & ~FURNITURE | MAIN
    if tag in ("nav", "dialog"):
        return where | FURNITURE
    if tag == "article":
        return where | ARTICLE
    if tag == "form":
        return where | FORM
    if tag == "head":
        return where | HEAD
    if tag == "table":
        return where | LAYOUT if attributes.get("role") in ("presentation", "none") else where & ~LAYOUT
    if tag == "aside" or not where & ARTICLE:  # aside, header, footer
        return where | AROUND
    return where


@lru_cache(maxsize=4096)  # a page has few distinct ones, and a site repeats them
def _names(name: str, identity: str) -> int:
    both = f"{name} {identity}"
    return (
        (FURNITURE if _FURNITURE.search(both) else 0)
        | (AROUND if _AROUND.search(both) else 0)
        | (NAMED if _NAMED.fullmatch(identity) else 0)
    )
