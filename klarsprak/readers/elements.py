"""What the elements of HTML are to the one who reads the page."""

from __future__ import annotations

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
