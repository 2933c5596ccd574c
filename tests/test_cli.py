"""The command line as people and machines use it."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from workplace import CLEAR, STIFF, here, write  # noqa: F401

import klarsprak
from klarsprak.cli import main

ENGLISH = "The council asks you to answer our letter in the course of this week.\n"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def check(*arguments: str, stdin: str | bytes | None = None) -> Result:
    result = run("check", *arguments, stdin=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def found(*arguments: str, stdin: str | bytes | None = None) -> list[tuple[str, str]]:
    """Path and rule of each finding."""
    data = json.loads(check("--format", "json", *arguments, stdin=stdin).stdout)
    return [(file["path"], finding["rule"]) for file in data["files"] for finding in file["findings"]]


# exit codes and what is told


def test_a_clear_text() -> None:
    write(a_md=CLEAR)
    result = check("a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Ingen funn i 1 fil.")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "low"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "high"), 0),
        (("--fail-on", "never"), 0),
    ],
)
def test_fail_on(arguments: tuple[str, ...], code: int) -> None:
    write(a_md=STIFF)
    result = check("a.md", "--select", "kanselliord", *arguments)
    assert result.exit_code == code
    assert "a.md:1:4: lav kanselliord" in result.stdout


def test_fail_on_from_the_configuration_unless_typed() -> None:
    Path(".klarsprak.toml").write_text('fail-on = "low"\n')
    write(a_md=STIFF)
    assert check("a.md").exit_code == 1
    assert check("a.md", "--fail-on", "never").exit_code == 0


def test_severity_from_the_configuration_decides() -> None:
    Path(".klarsprak.toml").write_text('[rules.kanselliord]\nseverity = "high"\n')
    write(a_md=STIFF)
    assert check("a.md").exit_code == 1


def test_what_cannot_be_read_is_told_and_the_others_are_checked() -> None:
    write(a_md=STIFF, z_md=STIFF)
    Path("bilde.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    os.mkfifo("ror.md")
    Path("ring.md").symlink_to("ring.md")
    Path("mappe.md").mkdir()
    result = check("--format", "json", ".", "borte.md", "*.html")
    assert result.exit_code == 2
    data = json.loads(result.stdout)
    assert [file["path"] for file in data["files"]] == ["a.md", "z.md"]
    told = {error["path"]: error["message"] for error in data["errors"]}
    assert set(told) == {"bilde.md", "ror.md", "ring.md", "borte.md", "*.html"}
    assert "PNG" in told["bilde.md"]
    for path, message in told.items():
        assert f"klarsprak: {path}: {message}\n" in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_to_check_is_no_fault() -> None:
    result = check(".")
    assert result.exit_code == 0
    assert "nothing to check" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "kanseliord"), 'unknown rule "kanseliord"; did you mean "kanselliord"?'),
        (("--ignore", "klarsprak"), 'unknown rule "klarsprak"; did you mean "klart-sprak"?'),
        (("--format", "xml"), "'xml' is not one of"),
        (("--fail-on", "bad"), "'bad' is not one of"),
        (("--config", "borte.toml"), "does not exist"),
        (("--output", "borte/rapport.json"), "cannot write borte/rapport.json: No such file or directory"),
        (("--pipeline", "finnes_ikke"), "no pipeline finnes_ikke"),
        (("--pipeline", "finnes/ikke"), "no pipeline finnes/ikke"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], message: str) -> None:
    write(a_md=STIFF)
    result = check("a.md", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_faults_in_the_configuration_tell_file_and_line() -> None:
    Path("pyproject.toml").write_text('[tool.klarsprak]\nignore = ["pasiv"]\n')
    write(a_md=CLEAR)
    result = check("a.md")
    assert result.exit_code == 2
    assert re.search(r'pyproject\.toml:2: unknown rule "pasiv"; did you mean "passiv"\?', result.stderr)


def test_a_wrong_name_in_a_comment_is_told() -> None:
    write(a_md=f"<!-- klarsprak: av kanseliord -->\n\n{STIFF}")
    result = check("a.md")
    assert result.exit_code == 2
    assert 'klarsprak: a.md: line 1: unknown rule "kanseliord"; did you mean "kanselliord"?' in result.stderr
    assert "a.md:3:4: lav kanselliord" in result.stdout


def test_comments_turn_rules_off() -> None:
    write(
        a_md=f"{STIFF}\n<!-- klarsprak: av kanselliord (sitat) -->\n\n{STIFF}\n<!-- klarsprak: på -->\n\n"
        f"{STIFF}",
        b_html=f"<p>{CLEAR}</p>\n<!-- klarsprak: neste linje -->\n<p>{STIFF}</p>\n<p>{STIFF}</p>",
    )
    data = json.loads(check("--format", "json", "--select", "kanselliord", "a.md", "b.html").stdout)
    lines = [[finding["start"]["line"] for finding in file["findings"]] for file in data["files"]]
    assert lines == [[1, 9], [6]]


# what is checked


def test_without_a_path_the_current_folder() -> None:
    write(b_md=STIFF, a_html=f"<p>{STIFF}</p>", c_py=STIFF)
    assert found("--select", "kanselliord") == [("a.html", "kanselliord"), ("b.md", "kanselliord")]


def test_standard_input() -> None:
    assert found("-", "--select", "kanselliord", stdin=STIFF) == [("-", "kanselliord")]
    assert found("-", "--select", "kanselliord", "--stdin-name", "brev/a.md", stdin=STIFF) == [
        ("brev/a.md", "kanselliord")
    ]


def test_standard_input_as_another_format() -> None:
    script = f"<script>{STIFF}</script>"
    assert found("-", "--as", "plain", "--select", "kanselliord", stdin=script)
    assert not found("-", "--as", "html", "--select", "kanselliord", stdin=script)
    assert not found("-", "--stdin-name", "a.html", "--select", "kanselliord", stdin=script)


def test_standard_input_that_is_no_text() -> None:
    result = check("-", stdin=b"\x00\x01\x02\xff" * 100)
    assert result.exit_code == 2
    assert "klarsprak: -: " in result.stderr


def test_unknown_endings_need_as() -> None:
    Path("a.tpl").write_text(STIFF)
    assert check("a.tpl").exit_code == 2
    assert found("a.tpl", "--as", "plain", "--select", "kanselliord") == [("a.tpl", "kanselliord")]


def test_names_by_comma_and_again() -> None:
    write(a_md=STIFF)
    assert found("a.md", "--select", "frist,kanselliord") == [("a.md", "kanselliord")]
    assert found("a.md", "--select", "frist", "--select", "klart-sprak") == [("a.md", "kanselliord")]
    assert found("a.md", "--ignore", "kanselliord, frist") == []


def test_excluded_paths_and_settings_by_path() -> None:
    Path(".klarsprak.toml").write_text(
        'exclude = ["arkiv/"]\naccept = ["anmoder"]\n[per-path."sitat/"]\nignore = ["kanselliord"]\n'
    )
    for folder in ("arkiv", "sitat", "nytt"):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text(
            "Vi anmoder deg om å svare. Svaret ditt innsendes til oss denne uken.\n"
        )
    paths = {path for path, _ in found(".", "--select", "kanselliord")}
    assert paths == {"nytt/a.md"}
    data = json.loads(check(".", "--format", "json", "--select", "kanselliord").stdout)
    assert [[f["text"] for f in file["findings"]] for file in data["files"]] == [["innsendes"], []]
    assert "1 excluded by the configuration" in check("arkiv").stderr


def test_the_configuration_nearest_to_the_paths_counts() -> None:
    Path("a").mkdir()
    Path("a/.klarsprak.toml").write_text('ignore = ["kanselliord"]\n')
    Path("a/x.md").write_text(STIFF)
    write(y_md=STIFF)
    assert found("a/x.md") == []
    assert found("a/*.md") == []
    assert found("a/x.md", "y.md") == [("a/x.md", "kanselliord"), ("y.md", "kanselliord")]
    assert found("y.md", "--config", "a/.klarsprak.toml") == []
    assert found("-", "--stdin-name", "a/ny.md", stdin=STIFF) == []


def test_other_languages_are_told_but_not_judged() -> None:
    write(a_md=ENGLISH * 3)
    result = check("a.md")
    assert result.exit_code == 0
    assert "a.md: ikke sjekket (språk)\n" in result.stdout


def test_the_standard_can_be_fixed() -> None:
    write(a_md=STIFF)
    data = json.loads(check("--format", "json", "--standard", "nn", "a.md").stdout)
    assert data["files"][0]["standard"] == "nn"


def test_the_profile_is_told() -> None:
    write(a_md=STIFF)
    data = json.loads(check("--format", "json", "--profile", "brev", "a.md").stdout)
    assert data["files"][0]["kind"] == "letter"


# where the report goes


def test_output_is_whole_or_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md=STIFF)
    result = check("a.md", "--format", "json", "--output", "rapport.json")
    assert (result.exit_code, result.stdout) == (0, "")
    whole = Path("rapport.json").read_bytes()
    assert json.loads(whole)["files"][0]["path"] == "a.md"

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("klarsprak.batch.local.check", broken)
    assert run("check", "a.md", "--format", "json", "--output", "rapport.json").exit_code != 0
    assert Path("rapport.json").read_bytes() == whole
    assert sorted(p.name for p in Path().iterdir()) == ["a.md", "rapport.json"]


def test_output_to_a_device() -> None:
    write(a_md=STIFF)
    assert check("a.md", "--output", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_quiet_gives_findings_only() -> None:
    write(a_md=STIFF, b_md=ENGLISH * 3)
    shown = check("--quiet", "--select", "kanselliord", ".").stdout
    assert re.fullmatch(r"a\.md:1:4: lav kanselliord[^\n]*\n", shown)


@pytest.mark.parametrize("format", ["lines", "json", "sarif", "github"])
def test_every_format_of_everything(format: str) -> None:
    write(a_md=STIFF, b_md=ENGLISH * 3, c_html="", d_md="\n\n")
    result = check("--format", format, ".", "borte.md")
    assert result.exit_code == 2
    assert "anmoder" in result.stdout
    if format in {"json", "sarif"}:
        json.loads(result.stdout)


# the cache


def test_unchanged_files_are_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md=STIFF)
    first = check("a.md", "--format", "json").stdout

    def broken(*_: object, **__: object) -> object:
        raise AssertionError("the engine ran")

    monkeypatch.setattr("klarsprak.engine._Job.of", broken)
    assert check("a.md", "--format", "json").stdout == first
    assert "the engine ran" in run("check", "a.md", "--no-cache").stderr
    assert "the engine ran" in run("check", "a.md", "--profile", "brev").stderr
    write(a_md=CLEAR)
    assert "the engine ran" in run("check", "a.md").stderr


def test_without_a_place_for_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md=STIFF)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert check("a.md", "--fail-on", "low").exit_code == 1


def test_ctrl_c_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md=STIFF)

    def interrupted(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("klarsprak.engine._Job.of", interrupted)
    result = run("check", "a.md", "--no-cache")
    assert result.exit_code == 130
    assert result.stderr == "klarsprak: stopped\n"


# rules, explain, version, help


def test_rules_are_listed() -> None:
    shown = run("rules").stdout
    for name, rule in klarsprak.catalog().items():
        assert re.search(
            rf"^  {name} .*{re.escape(rule.title)}{'' if rule.default else r' .av.'}$", shown, re.MULTILINE
        )
    entries = json.loads(run("rules", "--format", "json").stdout)
    assert [entry["name"] for entry in entries] == list(klarsprak.catalog())
    assert run("rules", "--format", "markdown").stdout.startswith("# Reglene i klarsprak\n")


def test_explain() -> None:
    result = run("explain", "kanselliord", "passiv")
    assert result.exit_code == 0
    assert re.search(r"^kanselliord: .*^passiv: ", result.stdout, re.MULTILINE | re.DOTALL)
    result = run("explain", "passivt")
    assert result.exit_code == 2
    assert 'unknown rule "passivt"; did you mean "passiv"?' in result.stderr
