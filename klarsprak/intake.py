"""From the arguments of a check to its configuration and its sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from glob import has_magic
from pathlib import Path

from klarsprak import configfile, readers
from klarsprak.config import Override
from klarsprak.configfile import Config
from klarsprak.decoding import UndecodableError, decode
from klarsprak.inputs import files
from klarsprak.inputs.files import File
from klarsprak.source import Problem, Source

STDIN = "-"


@dataclass
class Intake:
    """What is to be checked. `problems` grows while `sources` reads."""

    files: list[File] = field(default_factory=list)
    stdin: str | None = None  # the name of the text on standard input, when that is wanted
    excluded: int = 0  # files left out by the configuration
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.files) + (self.stdin is not None)

    def sources(self, read_stdin: Callable[[], bytes]) -> Iterator[Source]:
        """Each text, read when it is asked for; standard input first."""
        if self.stdin is not None:
            yield from self._decoded(self.stdin, read_stdin())
        for file in self.files:
            data = files.read(file)
            if isinstance(data, Problem):
                self.problems.append(data)
            else:
                yield from self._decoded(file.name, data)

    def _decoded(self, name: str, data: bytes) -> Iterator[Source]:
        try:
            yield decode(name, data)
        except UndecodableError as error:
            self.problems.append(Problem(name, str(error).removeprefix(f"{name}: ")))


def find(paths: Iterable[str], config: Config, *, any_suffix: bool, stdin_name: str | None) -> Intake:
    """What `paths` mean: files, folders, patterns, and - for standard input."""
    paths = list(paths)
    intake = Intake(stdin=(stdin_name or STDIN) if STDIN in paths else None)
    excludes = [Override(pattern, str(config.root), {}) for pattern in config.exclude]

    def excluded(name: str) -> bool:
        out = any(pattern.matches(name) for pattern in excludes)
        intake.excluded += out
        return out

    named = [path for path in paths if path != STDIN]
    for item in files.find(named, readers.SUFFIXES, any_suffix=any_suffix, excluded=excluded):
        if isinstance(item, Problem):
            intake.problems.append(item)
        else:
            intake.files.append(item)
    return intake


def configuration(paths: Iterable[str], *, stdin_name: str | None, config: str | None) -> Config:
    """The file `config`, or else the one nearest to all of `paths`. Raises ConfigError."""
    path = Path(config) if config else configfile.find(_common(paths, stdin_name))
    return configfile.load(path) if path else Config()


def _common(paths: Iterable[str], stdin_name: str | None) -> Path:
    """The folder that holds all of `paths`."""
    folders = []
    for given in paths:
        path = Path(stdin_name or "text" if given == STDIN else given).absolute()
        while has_magic(path.name) and not path.exists():
            path = path.parent
        folders.append(path if path.is_dir() else path.parent)
    try:
        return Path(os.path.commonpath([folder.resolve() for folder in folders]))
    except (ValueError, OSError):  # different drives, a NUL in a name: told when it is read
        return Path.cwd()
