"""The command line in a process of its own: what it loads, pipes, terminals, several processes."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from workplace import CLEAR, STIFF, here, write  # noqa: F401

import klarsprak


def python(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["--version"], ["rules"], ["explain", "frist"]]
)
def test_small_commands_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from klarsprak.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "print({'spacy', 'thinc', 'numpy', 'lxml', 'markdown_it'} & set(sys.modules), file=sys.stderr)"
    )
    done = python("-c", code, *arguments)
    assert done.stderr.strip() == "set()"
    assert done.stdout


def test_version_tells_the_pipeline() -> None:
    done = python("-m", "klarsprak", "--version")
    assert re.fullmatch(
        rf"klarsprak {re.escape(klarsprak.__version__)} \(pipeline \S+ \d+\.\d+\.\d+\)\n", done.stdout
    )


# a real process


def test_a_text_that_needs_no_model_never_loads_it() -> None:
    write(a_md="Hei!\n\nVelkommen til oss i kommunen. Du finner oss i Storgata. Vi har åpent hver dag.\n")
    code = (
        "import sys; from klarsprak.cli import main\n"
        "try: main(['check', 'a.md', '--no-cache'])\n"
        "except SystemExit: print('spacy' in sys.modules, file=sys.stderr)"
    )
    assert python("-c", code).stderr == "False\n"


def test_pipes_get_utf8_whatever_the_locale() -> None:
    write(a_md=STIFF.replace("brevet", "brevet ★ 😀"))
    done = subprocess.run(
        [sys.executable, "-m", "klarsprak", "check", "a.md", "--format", "json"],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert json.loads(done.stdout.decode("utf-8"))["files"][0]["path"] == "a.md"


def test_names_that_are_not_utf8() -> None:
    with open(b"bl\xe5.md", "w", encoding="utf-8") as file:
        file.write(STIFF)
    for format in ("lines", "json", "sarif", "github"):
        done = python("-m", "klarsprak", "check", ".", "--format", format, "--fail-on", "low")
        assert (done.returncode, done.stderr) == (1, ""), format


def test_a_reader_that_goes_away_gets_no_traceback() -> None:
    for number in range(30):
        Path(f"{number}.md").write_text(STIFF * 200)
    process = subprocess.Popen(
        [sys.executable, "-m", "klarsprak", "check", "."],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert "Traceback" not in process.stderr.read()
    process.wait()
    process.stderr.close()


def on_a_terminal(*arguments: str, **more: str) -> str:
    """What a person sees: standard output and error on one terminal."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm", **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "klarsprak", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
    )
    os.close(slave)
    seen = b""
    while process.poll() is None or select.select([master], [], [], 0)[0]:
        if select.select([master], [], [], 0.1)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:  # the end, on Linux
                break
    process.wait()
    os.close(master)
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_the_words_in_their_line() -> None:
    write(a_md=STIFF)
    shown = on_a_terminal("check", "a.md", "--select", "kanselliord")
    assert "\x1b[36mlav\x1b[0m" in shown
    assert f"           {STIFF}{'':14}\x1b[36m^^^^^^^" in shown
    for more in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal("check", "a.md", **more)


def test_a_progress_bar_for_many_files_that_leaves_nothing_behind() -> None:
    for number in range(70):
        Path(f"{number:02}.md").write_text(CLEAR)
    shown = on_a_terminal("check", ".", "--workers", "1")
    assert "░ 1/70" in shown
    last = shown.rindex("\x1b[K")
    assert "/70" not in shown[last:]
    assert shown[last:].removeprefix("\x1b[K").startswith("\x1b[1mIngen funn i 70 filer.")
    assert "/70" not in on_a_terminal("check", ".", "--quiet")


def test_the_same_report_from_several_processes() -> None:
    for number in range(40):
        Path(f"{number:02}.md").write_text(STIFF if number % 3 else CLEAR)
    one = python("-m", "klarsprak", "check", ".", "--no-cache", "--format", "json", "--workers", "1")
    two = python("-m", "klarsprak", "check", ".", "--no-cache", "--format", "json", "--workers", "2")
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["files"][1]["findings"]
