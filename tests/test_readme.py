"""What the README shows is true."""

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from klarsprak import configfile
from klarsprak.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def code(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_the_output_shown_is_what_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = next(block for block in code("console") if block.startswith("$ "))
    command, *lines = shown.splitlines()
    monkeypatch.chdir(ROOT)
    words = command.removeprefix("$ klarsprak ").split()
    output = CliRunner().invoke(main, [*words, "--no-cache"]).output.splitlines()
    assert lines, "the README shows no output"
    assert [line.rstrip() for line in output if line.strip()] == [
        line.rstrip() for line in lines if line.strip()
    ]


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (settings,) = code("toml")
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    config = configfile.load(tmp_path / "pyproject.toml")
    assert config.settings.options == {"lang-setning": {"max_words": 22}}
    config.settings.rules()


def test_the_python_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = code("python")
    (tmp_path / "side.html").write_text("<p>Vi svarer deg så snart som mulig, og alle får svar.</p>", "utf-8")
    (tmp_path / "program.py").write_text(program, "utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path("program.py")
    assert capsys.readouterr().out.startswith("1 18 frist ")


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_hook_shown_exists() -> None:
    (hook,) = code("yaml")
    wanted = re.findall(r"- id: (\S+)", hook)
    assert wanted == re.findall(r"- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_commands_shown_are_files_and_options() -> None:
    commands = "\n".join(code("console"))
    assert "sh .ci/test" in commands
    assert (ROOT / ".ci/test").is_file()
    assert "sh .ci/test" in (ROOT / ".ci/run").read_text("utf-8"), "CI runs another test command"
