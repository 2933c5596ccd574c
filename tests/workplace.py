"""What the tests of the command line share: a folder of their own, and texts."""

from pathlib import Path

import pytest

STIFF = "Vi anmoder om at du svarer på brevet vårt i løpet av denne uken.\n"  # kanselliord: low
CLEAR = "Vi ber deg svare på brevet vårt i løpet av denne uken.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, and an empty cache."""
    work = tmp_path / "arbeid"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return work


def write(**files: str) -> None:
    """a_md="…" writes a.md."""
    for name, content in files.items():
        Path(name.replace("_", ".")).write_text(content, "utf-8")
