"""Two versions of the same texts: two files, two folders, or two revisions in git."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from klarsprak.decoding import UndecodableError, decode
from klarsprak.inputs import files
from klarsprak.inputs.files import File
from klarsprak.source import Problem, Source


class Versions(NamedTuple):
    """One text, before and after; None where it is missing."""

    path: str
    before: Source | None
    after: Source | None


def of_places(
    before: str, after: str, suffixes: Collection[str], *, any_suffix: bool = False
) -> Iterator[Versions | Problem]:
    """Two files, whatever they are called, or the files of two folders by their path in them."""
    if Path(before).is_dir() != Path(after).is_dir():
        yield Problem(after, f"compare two files or two folders; {before} is of the other kind")
        return
    sides: list[dict[str, Source]] = []
    for place in (before, after):
        found: dict[str, Source] = {}
        for item in files.find([place], suffixes, any_suffix=any_suffix):
            source = _read(item)
            if isinstance(source, Problem):
                yield source
            elif isinstance(item, File):
                key = item.path.relative_to(place).as_posix() if Path(place).is_dir() else ""
                found[key] = source
        sides.append(found)
    for key in sorted(sides[0].keys() | sides[1].keys()):
        yield Versions(key or after, sides[0].get(key), sides[1].get(key))


def of_revisions(
    before: str, after: str, paths: Sequence[str], suffixes: Collection[str]
) -> Iterator[Versions | Problem]:
    """The texts below `paths` that two git revisions hold differently, in the repository around the current
    folder; a text that was moved is followed."""
    for revision in (before, after):
        if (
            revision.startswith("-")
            or _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None
        ):
            yield Problem(revision, "neither a file nor a folder, nor a revision in git")
            return
    listed = _git("diff", "--name-status", "-z", "-M", "--relative", before, after, "--", *paths)
    if listed is None:
        yield Problem(f"{before}..{after}", "git cannot compare them; are the paths inside the repository?")
        return
    fields = iter(listed.decode("utf-8", "surrogateescape").split("\0")[:-1])
    for status in fields:
        old = next(fields)
        new = next(fields) if status[0] in "RC" else old
        if PurePosixPath(new).suffix.lower() not in suffixes:
            continue
        sides = [
            None if missing == status[0] else _at(revision, path)
            for revision, path, missing in ((before, old, "A"), (after, new, "D"))
        ]
        problems = [side for side in sides if isinstance(side, Problem)]
        if problems:
            yield from problems
            continue
        one, two = (side if isinstance(side, Source) else None for side in sides)
        yield Versions(new, one, two)


def _at(revision: str, path: str) -> Source | Problem:
    data = _git("show", f"{revision}:./{path}")
    if data is None:
        return Problem(path, f"git cannot show it at {revision}")
    try:
        return decode(path, data)
    except UndecodableError as error:
        return Problem(path, str(error).removeprefix(f"{path}: "))


def _read(item: File | Problem) -> Source | Problem:
    data = files.read(item) if isinstance(item, File) else item
    if isinstance(data, Problem):
        return data
    assert isinstance(item, File)
    try:
        return decode(item.name, data)
    except UndecodableError as error:
        return Problem(item.name, str(error).removeprefix(f"{item.name}: "))


def _git(*arguments: str) -> bytes | None:
    """What git prints; None when it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
