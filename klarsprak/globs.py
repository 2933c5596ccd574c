"""Patterns of paths, written and matched as in .gitignore."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Glob(NamedTuple):
    """One line of a .gitignore. Paths are relative to the folder of that file, with forward slashes."""

    regex: re.Pattern[str]
    negated: bool  # !pattern: takes back what an earlier line ignored
    folders_only: bool  # pattern/

    def matches(self, path: str, *, folder: bool) -> bool:
        """True when the pattern is about `path` itself, not about a folder above it."""
        return (folder or not self.folders_only) and self.regex.fullmatch(path) is not None


@cache
def parse(line: str) -> Glob | None:
    """The pattern on a line of a .gitignore; None for an empty line, a comment or a broken pattern."""
    line = re.sub(r"(?<!\\)[ \t\r\n]+$", "", line)
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[negated:]
    folders_only = line.endswith("/")
    line = line.rstrip("/")
    anywhere = "/" not in line
    line = line.lstrip("/")
    if not line:
        return None
    try:
        return Glob(
            re.compile(("(?:.*/)?" if anywhere else "") + _regex(line), re.DOTALL), negated, folders_only
        )
    except re.error:
        return None  # git, too, lets a pattern it cannot read match nothing


def covers(pattern: str, path: str) -> bool:
    """True when `pattern` matches the file `path`, or a folder it lies in."""
    glob = parse(pattern)
    if glob is None:
        return False
    parts = path.split("/")
    return any(glob.matches("/".join(parts[:n]), folder=n < len(parts)) for n in range(1, len(parts) + 1))


_TOKEN = re.compile(r"^\*\*/|/\*\*/|/\*\*$|\*+|\?|\[[!^]?\]?[^\]]*\]|\\.|.", re.DOTALL)


def _regex(pattern: str) -> str:
    return "".join(_piece(token) for token in _TOKEN.findall(pattern))


def _piece(token: str) -> str:
    if token == "**/":
        return "(?:.*/)?"
    if token == "/**/":
        return "/(?:.*/)?"
    if token == "/**":
        return "/.+"
    if token.startswith("*"):
        return "[^/]*"
    if token == "?":
        return "[^/]"
    if token.startswith("[") and len(token) > 2:
        body = token[1:-1]
        sign = "^" if body[0] in "!^" else ""
        escaped = re.sub(r"[\[\]^&~|]", lambda match: "\\" + match[0], body[len(sign) :])
        return f"(?!/)[{sign}{escaped}]"
    return re.escape(token[1] if token.startswith("\\") and len(token) == 2 else token)
