"""Rules of other packages, through the entry point group `klarsprak.rules`."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner

import klarsprak
from klarsprak import cache, cli, rulebook

RULE = """
from klarsprak import Hit, Text, rule

@rule(priority="klart-sprak", severity="low", nb="Si det enklere.", nn="Sei det enklare.")
def check(text: Text):
    for sentence in text.sentences:
        yield Hit(sentence.whole)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package beside klarsprak, with one rule."""
    folder = tmp_path / "fremmedpakke"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "alle_setninger.py").write_text(RULE)
    (folder / "passiv.py").write_text(RULE)
    (folder / "odelagt.py").write_text("import finnes_ikke_her")
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield folder
    monkeypatch.undo()
    forget()
    for name in [name for name in sys.modules if name.startswith("fremmedpakke")]:
        del sys.modules[name]


def forget() -> None:
    rulebook.catalog.cache_clear()
    cache.fingerprint.cache_clear()


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    entry = EntryPoint("fremmed", value, "klarsprak.rules")
    monkeypatch.setattr(rulebook, "entry_points", lambda group: [entry])
    forget()


def test_another_package_adds_a_rule(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "fremmedpakke.alle_setninger:check")
    report = klarsprak.check("Vi ser på saken din i morgen.")
    assert [f.rule for f in report.findings] == ["alle-setninger"]


def test_its_files_count_in_the_cache(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "fremmedpakke.alle_setninger:check")
    before = cache.fingerprint()
    (package / "ord.txt").write_text("nytt\n")
    cache.fingerprint.cache_clear()
    assert cache.fingerprint() != before


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("fremmedpakke", "names no rule; write it as package.module:check"),
        ("fremmedpakke.odelagt:check", "cannot be loaded: ModuleNotFoundError"),
        ("fremmedpakke.passiv:check", "there is a rule passiv already"),
    ],
)
def test_a_rule_that_cannot_be_used_is_told(
    package: Path, monkeypatch: pytest.MonkeyPatch, value: str, why: str
) -> None:
    offer(monkeypatch, value)
    for command in (["rules"], ["explain", "passiv"], ["check", "-"]):
        result = CliRunner().invoke(cli.main, command, input="Hei.")
        assert result.exit_code == 2
        assert f'entry point "fremmed" ({value})' in result.stderr
        assert why in result.stderr
