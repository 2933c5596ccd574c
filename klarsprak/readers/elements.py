"""What the elements of HTML are to the one who reads the page."""

from __future__ import annotations

from collections.abc import Mapping

from klarsprak.readers.align import RAW
from klarsprak.text import Kind

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "img",
    "input", "ins", "mark", "meter", "nobr", "output", "picture", "progress", "q", "rb", "rp", "rt", "ruby",
    "s", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "u", "wbr",
    "code", "kbd", "samp", "tt", "var", "math", "script", "style", "svg",
})  # fmt: skip
CODE = frozenset({"code", "kbd", "samp", "tt", "var", "math"})  # one word nobody can judge
SKIPPED = RAW | {
    "template", "noscript", "svg", "object", "select", "datalist", "textarea", "pre", "listing", "audio",
    "video", "canvas", "plaintext",
}  # fmt: skip
# Of those and of what they hold: may say what the link or heading around them is.
TELLING = frozenset({
    "title", "desc", "text", "object", "video", "audio", "iframe", "canvas", "noscript", "template", "select",
    "textarea",
})  # fmt: skip
KINDS = {
    **{f"h{level}": Kind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), Kind.ITEM),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(("caption", "figcaption"), Kind.CAPTION),
    **dict.fromkeys(("button", "summary"), Kind.BUTTON),
    **dict.fromkeys(("label", "legend"), Kind.LABEL),
    "blockquote": Kind.QUOTE,
    "title": Kind.TITLE,
}
PRESSED = frozenset({"submit", "button", "reset"})  # inputs that show their value as a button does
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
BOLD = frozenset({"b", "strong"})


def heading_level(attributes: Mapping[str, str]) -> int:
    """The level of an element with role="heading"; 2 where it says none, as in WAI-ARIA."""
    value = attributes.get("aria-level")
    return int(value) if value in ("1", "2", "3", "4", "5", "6") else 2
