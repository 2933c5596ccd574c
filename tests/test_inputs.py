"""Which files the arguments mean, and what is said of those that cannot be read."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak import globs
from klarsprak.inputs import files
from klarsprak.source import Problem

SUFFIXES = {".html", ".md", ".txt"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(*given: str, any_suffix: bool = False) -> list[str]:
    found = list(files.find(given, SUFFIXES, any_suffix=any_suffix))
    assert not [item for item in found if isinstance(item, Problem)]
    return [item.name for item in found if isinstance(item, files.File)]


def problem(*given: str) -> Problem:
    (item,) = files.find(given, SUFFIXES)
    assert isinstance(item, Problem)
    return item


def test_a_folder_means_known_endings_below_it_in_order(here: Path) -> None:
    make(here, "b.md", "a.html", "A.HTML", "c.png", "sub/d.txt", "sub/deep/e.md", "another/f.md", "README")
    assert names(".") == ["A.HTML", "a.html", "b.md", "another/f.md", "sub/d.txt", "sub/deep/e.md"]
    assert names("sub") == ["sub/d.txt", "sub/deep/e.md"]
    assert names(str(here / "sub")) == ["sub/d.txt", "sub/deep/e.md"], "shown from the current folder"


def test_hidden_and_foreign_folders_are_left_out(here: Path) -> None:
    make(here, ".git/a.md", ".cache/a.md", "node_modules/x/a.md", ".skjult.md", "a.md")
    assert names(".") == [".skjult.md", "a.md"]
    assert names(".cache") == [".cache/a.md"], "unless it is asked for"


def test_each_file_once(here: Path) -> None:
    make(here, "docs/a.md", "docs/b.md")
    assert names("docs/b.md", "docs", "./docs/a.md", "docs/*.md") == ["docs/b.md", "docs/a.md"]


def test_files_outside_the_current_folder_keep_their_name(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(here, "a.md", "sub/b.md")
    monkeypatch.chdir(here / "sub")
    assert names("../a.md", "b.md") == ["../a.md", "b.md"]


def test_patterns(here: Path) -> None:
    make(here, "docs/a.md", "docs/sub/b.md", "docs/c.png", "docs/d.tpl", "[x].md")
    assert names("docs/*.md") == ["docs/a.md"]
    assert names("docs/**/*.md") == ["docs/a.md", "docs/sub/b.md"]
    assert names("docs/*") == ["docs/a.md", "docs/sub/b.md"], "what it catches by chance is left alone"
    assert names("docs/*.tpl", any_suffix=True) == ["docs/d.tpl"]
    assert names("[x].md") == ["[x].md"], "a file of that very name comes first"


def test_gitignore_is_respected_below_but_not_for_what_is_named(here: Path) -> None:
    make(here, "a.md", "build/b.md", "docs/c.md", "docs/utkast/d.md", "docs/utkast/viktig.md", "e.kladd.md")
    (here / ".gitignore").write_text("build/\n*.kladd.md\n")
    (here / "docs" / ".gitignore").write_text("utkast/*\n!viktig.md\n")
    assert names(".") == ["a.md", "docs/c.md", "docs/utkast/viktig.md"]
    assert names("build") == ["build/b.md"]
    assert names("e.kladd.md") == ["e.kladd.md"]


def test_gitignore_above_counts_within_a_repository_only(here: Path) -> None:
    make(here, "repo/docs/a.md", "repo/docs/b.md")
    (here / ".gitignore").write_text("a.md\n")
    (here / "repo" / ".gitignore").write_text("/docs/b.md\n")
    assert names("repo/docs") == ["repo/docs/a.md", "repo/docs/b.md"]
    (here / "repo" / ".git").mkdir()
    assert names("repo/docs") == ["repo/docs/a.md"]


PATTERNS = """
# kommentar
*.kladd.md
/rot.md
bygg/
docs/*.html
docs/**/dypt.md
**/overalt/x.md
alt/**
!alt/unntak.md
[ab]?.md
[!c]x.txt
\\#hash.md
\\!rop.md
med mellomrom.md
a*b*c.md
/en/to
tre/**/fire/fem.md
"""
PATHS = """
x.kladd.md docs/x.kladd.md rot.md docs/rot.md bygg/a.md docs/bygg/a.md bygg.md docs/a.html docs/sub/a.html
docs/dypt.md docs/a/b/dypt.md dypt.md overalt/x.md q/overalt/x.md alt/a.md alt/b/c.md alt/unntak.md aa.md
cc.md b1.md bakerst.md ax.txt cx.txt x/cx.txt #hash.md !rop.md abc.md axxbyyc.md ab.md en/to/a.md
x/en/to/a.md tre/fire/fem.md tre/x/y/fire/fem.md tre/fem.md vanlig.md docs/vanlig.md
"""


def test_gitignore_as_git_reads_it(here: Path) -> None:
    git = ["git", "-c", "core.excludesFile=/dev/null"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    (here / ".gitignore").write_text(f"{PATTERNS}bakerst.md   \n", "utf-8")
    paths = [*PATHS.split(), "med mellomrom.md"]
    make(here, *paths)
    tracked = subprocess.run(
        [*git, "ls-files", "-z", "--others", "--exclude-standard"], capture_output=True, text=True, check=True
    )
    expected = {name for name in tracked.stdout.split("\0") if name.endswith((".md", ".html", ".txt"))}
    assert set(names(".")) == expected
    assert 5 < len(expected) < len(paths) - 15, "the table has both kinds"


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("brev", "brev/a/b.md", True),
        ("brev/", "brev", False),
        ("*.md", "a/b.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/**", "a/b/c.md", True),
        ("a/**", "a", False),
        ("", "a", False),
        ("[", "a", False),
        ("[z-a]", "a", False),
        ("x.md", "xxmd", False),
    ],
)
def test_patterns_cover_what_lies_in_a_folder(pattern: str, path: str, covered: bool) -> None:
    assert globs.covers(pattern, path) is covered


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("finnes-ikke.html", "no such file or folder; check the spelling"),
        ("*.html", "no file matches this pattern"),
        ("x.rst", 'unknown file ending ".rst"; tell how to read it: --as html, markdown or plain'),
        ("LESMEG", "no file ending; tell how to read it: --as html, markdown or plain"),
        ("ror.html", "not a file but a pipe, socket or device; give its text on standard input: -"),
        ("ring.html", "a symbolic link that leads back to itself"),
        ("ingenting.html", "a symbolic link to nothing"),
        ("x.rst/y.html", "cannot be read: Not a directory"),
        ("nul\0.html", "not a path: embedded null byte"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_remedy(here: Path, given: str, message: str) -> None:
    make(here, "x.rst", "LESMEG")
    os.mkfifo(here / "ror.html")
    (here / "ring.html").symlink_to(here / "ring.html")
    (here / "ingenting.html").symlink_to(here / "borte.html")
    (here / "x.md").write_text("x")
    if given == "*.html":
        for path in here.glob("*.html"):
            path.unlink()
    assert problem(given) == Problem(given, message)


def test_a_folder_with_an_ending_is_a_folder(here: Path) -> None:
    make(here, "x.html/y.html")
    assert names("x.html") == ["x.html/y.html"]
    assert names(".") == ["x.html/y.html"]


def test_links_to_folders_are_not_followed(here: Path) -> None:
    make(here, "a/b.md")
    (here / "a" / "rundt").symlink_to(here / "a")
    (here / "a" / "rundt.md").symlink_to(here / "a")
    (here / "a" / "c.md").symlink_to(here / "a" / "b.md")
    assert names("a") == ["a/b.md", "a/c.md"]


def test_broken_links_in_a_folder_do_not_stop_the_others(here: Path) -> None:
    make(here, "a/b.md", "a/z.md")
    (here / "a" / "m.md").symlink_to(here / "a" / "m.md")
    found = list(files.find(["a"], SUFFIXES))
    assert [getattr(item, "name", None) or getattr(item, "path", None) for item in found] == [
        "a/b.md",
        "a/m.md",
        "a/z.md",
    ]
    assert isinstance(found[1], Problem)


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of a user who may not read everything, as root may."""
    folder = Path(tempfile.mkdtemp())
    if root := os.geteuid() == 0:
        os.chown(folder, 65534, -1)
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    shutil.rmtree(folder)


def test_files_and_folders_without_permission(nobody: Path) -> None:
    make(nobody, "a.md", "lukket/b.md")
    (nobody / "a.md").chmod(0)
    (nobody / "lukket").chmod(0)
    why = "may not be read; check its permissions"
    assert files.read(files.File("a.md", nobody / "a.md")) == Problem("a.md", why)
    found = list(files.find([str(nobody)], SUFFIXES))
    (nobody / "lukket").chmod(0o700)
    assert found == [files.File(f"{nobody}/a.md", nobody / "a.md"), Problem(f"{nobody}/lukket", why)]


def test_a_file_that_goes_away_before_it_is_read(here: Path) -> None:
    gone = files.File("a.md", here / "a.md")
    assert files.read(gone) == Problem("a.md", "no such file or folder; check the spelling")


def test_excluded_files(here: Path) -> None:
    make(here, "a.md", "b.md")
    found = files.find(["."], SUFFIXES, excluded=lambda name: name == "a.md")
    assert [item.name for item in found if isinstance(item, files.File)] == ["b.md"]
