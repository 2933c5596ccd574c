"""What .gitignore files say about the entries of a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak import globs


class Level(NamedTuple):
    """The patterns of one folder, and how its own path begins."""

    folder: str
    patterns: tuple[globs.Glob, ...]  # the last that matches decides


def above(folder: Path) -> tuple[Level, ...]:
    """What the repository says about the entries of `folder`, from its root down to `folder` itself."""
    levels: list[Level] = []
    for place in (folder, *folder.parents):
        levels.append(level(place))
        if (place / ".git").exists():
            levels.append(_level(place, place / ".git" / "info" / "exclude"))
            return tuple(reversed(levels))
    return tuple(levels[:1])  # no repository: what lies above is none of this folder's business


def level(folder: Path) -> Level:
    """The .gitignore in `folder`."""
    return _level(folder, folder / ".gitignore")


def _level(folder: Path, path: Path) -> Level:
    return Level(f"{folder.as_posix().rstrip('/')}/", tuple(_patterns(path)))


def _patterns(path: Path) -> Iterator[globs.Glob]:
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
    except OSError:
        return  # none, or none that we may read: then nothing is ignored
    for line in lines:
        if pattern := globs.parse(line):
            yield pattern


def ignored(levels: tuple[Level, ...], path: str, *, folder: bool) -> bool:
    """True when `path` (absolute, forward slashes) is ignored. The deepest folder's last word counts."""
    for level in reversed(levels):
        relative = path.removeprefix(level.folder)
        for pattern in reversed(level.patterns):
            if pattern.matches(relative, folder=folder):
                return not pattern.negated
    return False
