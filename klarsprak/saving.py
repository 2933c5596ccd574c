"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def save(path: Path, parts: Iterable[bytes]) -> None:
    """Write `parts` beside `path` and then move them there, so that nobody ever reads half a file.

    Keeps the permissions of a file that is there, and follows links. A device or pipe is written straight
    to. Raises OSError.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():  # /dev/null
        with path.open("wb") as file:
            file.writelines(parts)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.writelines(parts)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
