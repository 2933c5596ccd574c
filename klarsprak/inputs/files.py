"""Files, folders and patterns, as given on the command line, to the files they mean."""

from __future__ import annotations

import errno
import glob
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak.inputs import gitignore
from klarsprak.source import Problem

SKIPPED = frozenset({"node_modules", "__pycache__"})  # beside hidden folders


class File(NamedTuple):
    """A file to check."""

    name: str  # for people: from the current folder when it lies below it
    path: Path


def find(
    given: Iterable[str],
    suffixes: Collection[str],
    *,
    any_suffix: bool = False,
    excluded: Callable[[str], bool] = lambda name: False,
) -> Iterator[File | Problem]:
    """The files that `given` mean, each once, folders in the order of names.

    A folder means the files in and below it whose ending is in `suffixes`, but for hidden ones and
    those that .gitignore leaves out. A file given by name must have a known ending too, unless `any_suffix`.
    """
    seen: set[str] = set()
    for argument in given:
        for item in _one(argument, suffixes, any_suffix):
            if isinstance(item, Problem):
                yield item
            elif (key := os.path.abspath(item.path)) not in seen and not excluded(item.name):
                seen.add(key)
                yield item


def read(file: File) -> bytes | Problem:
    """The bytes of `file`."""
    try:
        return file.path.read_bytes()
    except OSError as error:
        return Problem(file.name, _why(error))


def _one(argument: str, suffixes: Collection[str], any_suffix: bool) -> Iterator[File | Problem]:
    path = Path(argument)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and glob.has_magic(argument) and not path.is_symlink():
            yield from _matches(argument, suffixes, any_suffix)
        else:
            yield Problem(
                _name(path), "a symbolic link to nothing" if _dangling(path, error) else _why(error)
            )
        return
    if stat.S_ISDIR(mode):
        yield from _below(path, suffixes)
    elif not stat.S_ISREG(mode):
        yield Problem(
            _name(path), "not a file but a pipe, socket or device; give its text on standard input: -"
        )
    elif any_suffix or path.suffix.lower() in suffixes:
        yield File(_name(path), path)
    else:
        kind = f'unknown file ending "{path.suffix}"' if path.suffix else "no file ending"
        yield Problem(_name(path), f"{kind}; tell how to read it: --as html, markdown or plain")


def _matches(pattern: str, suffixes: Collection[str], any_suffix: bool) -> Iterator[File | Problem]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Problem(pattern, "no file matches this pattern")
    for match in matches:
        # What a pattern catches by chance is left alone, as in a folder.
        if os.path.isdir(match) or any_suffix or Path(match).suffix.lower() in suffixes:
            yield from _one(match, suffixes, any_suffix)


def _below(root: Path, suffixes: Collection[str]) -> Iterator[File | Problem]:
    top = root.resolve()
    waiting = [(root, top, gitignore.above(top))]
    while waiting:
        folder, real, levels = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(_name(folder), _why(error))
            continue
        folders = []
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            path = folder / entry.name
            if gitignore.ignored(levels, f"{real.as_posix()}/{entry.name}", folder=is_folder):
                continue
            if is_folder:
                if not entry.name.startswith(".") and entry.name not in SKIPPED:
                    own = real / entry.name
                    folders.append((path, own, (*levels, gitignore.level(own))))
            elif path.suffix.lower() in suffixes and not _is_folder(path):
                yield from _one(str(path), suffixes, any_suffix=False)
        waiting += reversed(folders)


def _is_folder(path: Path) -> bool:
    """A link to a folder is not followed: what it shows lies elsewhere, or leads round in a ring."""
    return path.is_symlink() and path.is_dir()


def _dangling(path: Path, error: OSError | ValueError) -> bool:
    return isinstance(error, FileNotFoundError) and path.is_symlink()


def _name(path: Path) -> str:
    full = os.path.abspath(path)
    here = os.path.join(os.getcwd(), "")
    return full[len(here) :] if full.startswith(here) and full != here else str(path)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "a symbolic link that leads back to itself"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return f"not a path: {error}"
