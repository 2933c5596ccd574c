"""Reads the plain word lists that lie beside the rules."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `rules/<name>.txt` without comments, in order. A line may hold columns parted by tabs."""
    lines = files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip())
