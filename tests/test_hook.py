"""The hook, as pre-commit really runs it: the package installed from this repository."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CLEAR = "# Barnehage\n\nDu kan søke om plass hele året. Vi svarer deg innen tre uker.\n"
STIFF = (
    "# Barnehage\n\nSøknaden må innsendes snarest. Vi anmoder om at dere leser veiledningen først, så dere "
    "ikke glemmer noe.\n"
)


@pytest.mark.slow
def test_the_hook_stops_a_stiff_text_and_lets_a_clear_one_pass(tmp_path: Path) -> None:
    if not find_spec("pre_commit"):
        pytest.skip("pre-commit is not installed")
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit needs a git repository, and this is none")
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    environment.pop("GIT_DIR", None)
    site = tmp_path / "site"
    site.mkdir()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)

    assert run("git", "init", "--quiet").returncode == 0
    (site / "klar.md").write_text(CLEAR, "utf-8")
    (site / "stiv.md").write_text(STIFF, "utf-8")
    (site / "stiv.py").write_text(f'"""{STIFF}"""', "utf-8")
    assert run("git", "add", ".").returncode == 0

    hook = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "klarsprak", "--verbose", "--files"]
    clear = run(*hook, "klar.md", "stiv.py")
    assert clear.returncode == 0, clear.stdout + clear.stderr
    assert "Passed" in clear.stdout
    assert "Ingen funn i 1 fil." in clear.stdout

    stiff = run(*hook, "klar.md", "stiv.md")
    assert stiff.returncode == 1, stiff.stdout + stiff.stderr
    assert "Failed" in stiff.stdout
    assert "stiv.md:3:23: middels frist" in stiff.stdout
    assert "klar.md:" not in stiff.stdout
