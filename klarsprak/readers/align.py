"""Where the parser's texts and tags stand in the source.

libxml2 tells no positions, but it never reorders text. So the source is cut into tags and text the way
HTML5 does, the text is decoded, and each text the parser hands over is found again at a cursor in that
stream: proven by equality, or it has no place. Needs libxml2 2.14, the first with an HTML5 tokenizer.
"""

from __future__ import annotations

import html
import re
from html.entities import html5 as _ENTITIES
from typing import NamedTuple, TypeAlias

RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})  # no text in the parser's eyes
_RCDATA = frozenset({"title", "textarea"})
NOTED = frozenset({"html", "form", "h1", "h2", "h3", "h4", "h5", "h6"})  # start tags, even without attributes
_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW | _RCDATA}

_TAG = re.compile(  # a well-formed tag; every part begins with a character the part before cannot hold
    r"""<(/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+(?=[\s>])))?)*+)\s*+/?>"""
)
_TAG_OPEN = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_STEP = re.compile(  # any other tag, one attribute at a time
    r"""[\s/]*+(?:(?P<gt>>)|(?:=?[^\s/>=]*+)(?:\s*+=\s*+(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s>]*))?)"""
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?)?"""
)
_OTHER = re.compile(r"<!--(?:-?>)?|<[!?]|</(?:>|[^a-zA-Z])")
_COMMENT_END = re.compile(r"--!?>")
_DECLARATION_END = re.compile(r">")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;?)|\r\n?")


_BLANKS = re.compile(r"\s*")
_LONGEST = max(map(len, _ENTITIES)) + 1


# Text, start, end: content[start:end] reads as the text; copied when they are equally long, else an atom.
Piece: TypeAlias = tuple[str, int, int]  # made by the thousand, so a bare tuple


class Tag(NamedTuple):
    """A start tag; its attributes stand in `content[start:end]`, right behind the name."""

    at: int  # offset in the stream of decoded text
    name: str
    start: int
    end: int


def pieces(content: str, start: int, end: int, *, attribute: bool = False) -> list[Piece]:
    """The text `content[start:end]` with its entities and line ends decoded as HTML5 does."""
    text = content[start:end]
    if "&" not in text and "\r" not in text:
        return [(text, start, end)] if text else []
    found = []
    done = 0
    for match in _REFERENCE.finditer(text):
        here, stop = match.span()
        if text[here] == "\r":
            decoded = "\n"
        else:
            decoded, stop = _reference(text, here, stop, attribute)
            if not decoded:
                continue
        if here > done:
            found.append((text[done:here], start + done, start + here))
        found.append((decoded, start + here, start + stop))
        done = stop
    if done < len(text):
        found.append((text[done:], start + done, end))
    return found


def _reference(text: str, start: int, end: int, attribute: bool) -> tuple[str, int]:
    """What the reference text[start:end] stands for ("" when nothing) and where it ends."""
    reference = text[start:end]
    if reference[1] == "#":
        decoded = html.unescape(reference)  # which drops control characters, as the parser does not
        code = reference[2:].rstrip(";")
        decoded = decoded or chr(int(code[1:], 16) if code[0] in "xX" else int(code))
        return ("" if decoded == reference else decoded), end
    if reference[-1] == ";" and reference[1:] in _ENTITIES:
        return _ENTITIES[reference[1:]], end
    for stop in range(min(len(reference), _LONGEST), 1, -1):  # '&copyfoo': the longest known name counts
        if (decoded := _ENTITIES.get(reference[1:stop], "")) and reference[stop - 1] != ";":
            after = text[start + stop : start + stop + 1]
            if attribute and (after == "=" or after.isalnum()):
                return "", end
            return decoded, start + stop
    return "", end


class Stream:
    """The decoded text of a page, with a cursor that follows the parser."""

    def __init__(self, content: str) -> None:
        self.content = content = content.replace("\0", "\ufffd")  # as the parser does
        self._pieces: list[Piece] = []
        self._offsets: list[int] = []
        self._tags: list[Tag] = []
        self._length = 0
        self._cut()
        self._text = "".join([piece[0] for piece in self._pieces])
        self._at = self._which = self._tag = 0  # the cursor: in the text, in the pieces, in the tags

    def take(self, text: str) -> list[Piece] | None:
        """The pieces of the source that `text`, which comes next, was made of; None without proof."""
        start = self._find(text)
        if start < 0:
            return None
        end = self._at = start + len(text)
        which, offsets, known = self._which, self._offsets, self._pieces
        while which + 1 < len(offsets) and offsets[which + 1] <= start:
            which += 1
        found = []
        while True:
            at, piece = offsets[which], known[which]
            whole, first, last = piece
            stop = at + len(whole)
            if start > at or end < stop:  # a part; of an atom, the whole stands for each part
                low, high = max(start - at, 0), min(end - at, len(whole))
                copied = len(whole) == last - first
                part = whole[low:high]
                piece = (part, first + low, first + high) if copied else (part, first, last)
            found.append(piece)
            if stop >= end:
                break
            which += 1
        self._which = which
        return found

    def skip(self, text: str) -> None:
        """Moves past `text`, which nobody wants to read."""
        start = self._find(text)
        if start >= 0:
            self._at = start + len(text)

    def tag(self, name: str) -> Tag | None:
        """The start tag of the element `name` that opens here: one with attributes, or one that is NOTED."""
        for which in range(self._tag, len(self._tags)):
            tag = self._tags[which]
            if tag.at > self._at + 200:  # white space may be behind, never much else
                break
            if tag.name == name:
                self._tag = which + 1
                return tag
        return None

    def attribute(self, tag: Tag, name: str, value: str) -> list[Piece] | None:
        """The pieces of the source that make the attribute's value; None unless they make exactly `value`."""
        at = tag.start
        while at < tag.end and (match := _ATTRIBUTE.match(self.content, at, tag.end)):
            group = next((group for group in (2, 3, 4) if match[group] is not None), None)
            if match[1].lower() == name:
                if group is None:
                    return None
                found = pieces(self.content, *match.span(group), attribute=True)
                return found if "".join(piece[0] for piece in found) == value else None
            at = match.end()
        return None

    def _find(self, text: str) -> int:
        stream, at = self._text, self._at
        if stream.startswith(text, at):
            return at
        # The parser drops white space here and there, and hardly anything else. Anything short could be
        # found by chance, so only a long text may be looked for.
        bare = _BLANKS.match(stream, at).end()  # type: ignore[union-attr]
        words = text.lstrip()
        start = bare - (len(text) - len(words))
        if not words:
            return stream.find(text, at, bare)
        if start >= at and stream.startswith(text, start):
            return start
        return stream.find(text, at, at + len(text) + 400) if len(text.strip()) > 15 else -1

    def _keep(self, start: int, end: int) -> None:
        for piece in pieces(self.content, start, end):
            self._pieces.append(piece)
            self._offsets.append(self._length)
            self._length += len(piece[0])

    def _cut(self) -> None:
        """Cuts the source into tags and text."""
        content, size = self.content, len(self.content)
        at = start = 0  # where to look for the next "<", where the text before it starts
        while (here := content.find("<", at)) >= 0:
            if tag := _TAG.match(content, here):
                (first, last), end = tag.span(3), tag.end()
            elif tag := _TAG_OPEN.match(content, here):
                first = tag.end()
                last, end = self._loose(first)
            elif other := _OTHER.match(content, here):
                self._keep(start, here)
                at = start = self._after(other)
                continue
            else:  # this "<" is text
                at = here + 1
                continue
            self._keep(start, here)
            at = start = end
            if tag[1] or end > size:  # an end tag; or the file ends inside the tag, which the parser drops
                continue
            name = tag[2].lower()
            if first < last or name in NOTED:
                self._tags.append(Tag(self._length, name, first, last))
            if name == "plaintext":
                self._keep(end, size)
                return
            if name in _END:
                at = start = self._raw(name, end)
        self._keep(start, size)

    def _loose(self, at: int) -> tuple[int, int]:
        """Where the attributes of a tag that is not well-formed end, and the tag: past the file if never."""
        while step := _STEP.match(self.content, at):
            if step["gt"]:
                return at, step.end()
            if step.end() in (at, len(self.content)):
                break
            at = step.end()
        return at, len(self.content) + 1

    def _raw(self, name: str, start: int) -> int:
        """Where the content of a script, a title or the like ends; only titles and text areas hold text."""
        size = len(self.content)
        if self.content[start - 2] == "/":
            # After <script/> the parser sees text where browsers see program code: that text has no place.
            code = self.content.find("<", start)
            return start if name in _RCDATA else code if code >= 0 else size
        closing = _END[name].search(self.content, start)
        stop = closing.start() if closing else size
        if name in _RCDATA:
            self._keep(start, stop)
        return stop

    def _after(self, other: re.Match[str]) -> int:
        """The end of a comment, a declaration or an end tag without a name."""
        if other[0] in ("<!-->", "<!--->", "</>"):
            return other.end()
        closing = _COMMENT_END if other[0] == "<!--" else _DECLARATION_END
        end = closing.search(self.content, other.end() - (closing is _DECLARATION_END))
        return end.end() if end else len(self.content)
