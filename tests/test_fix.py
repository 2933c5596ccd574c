"""--fix and --diff: what is safe is written, and nothing else is touched."""

import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak import Finding, Report, Source, Span, engine
from klarsprak.cli import main
from klarsprak.config import Settings
from klarsprak.decoding import decode, encode
from klarsprak.fix import apply, fix, safe
from klarsprak.phrases import Phrases
from klarsprak.wordlist import Entry

RULES = Settings(select=frozenset({"kanselliord", "omstendelig"}), standard="nb")
# Terms that may always be replaced, and what they become.
TERMS = {"samt": "og", "hvorvidt": "om", "på et senere tidspunkt": "senere", "vedrørende": "om"}


def check(source: Source) -> Report:
    return engine.check_one(source, RULES)


def fixed(content: str, name: str = "a.html") -> str:
    return fix(check(Source(name, content)), check).report.source.content


def run(*arguments: str, input: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--standard", "nb", *arguments], input=input)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.txt", "Ta med pass samt vitnemål.", "Ta med pass og vitnemål."),
        ("a.txt", "Hvorvidt du får plass, avgjør vi i mai.", "Om du får plass, avgjør vi i mai."),
        ("a.html", "<p>Pass <b>samt</b>\n a &amp; å.</p>", "<p>Pass <b>og</b>\n a &amp; å.</p>"),
        ("a.md", "Pass samt a.\r\n\r\n* Ta *pass* samt a.\r\n", "Pass og a.\r\n\r\n* Ta *pass* og a.\r\n"),
        ("a.md", "Ta [pass samt foto](samt.html).", "Ta [pass og foto](samt.html)."),
        ("a.md", "# Pass samt foto {#samt}", "# Pass og foto {#samt}"),
        ("a.md", "Ta med pass `samt` foto.", "Ta med pass `samt` foto."),
        ("a.html", "<p>Pass sa&shy;mt foto. Vi svarer.</p>", "<p>Pass sa&shy;mt foto. Vi svarer.</p>"),
        ("a.html", "<script>samt</script><p>Vi svarer.</p>", "<script>samt</script><p>Vi svarer.</p>"),
    ],
)  # fmt: skip
def test_safe_suggestions_are_put_in(name: str, before: str, after: str) -> None:
    assert fixed(before, name) == after


@pytest.mark.parametrize(
    ("name", "content"),
    [
        # Links find a heading, and a definition, by their words.
        ("a.md", "# Pass samt foto\n\nVi svarer."),
        ("a.md", "Pass samt foto\n--------------\n\nVi svarer."),
        ("a.md", "Ta med [pass samt foto].\n\n[pass samt foto]: a.html"),
        ("a.md", "Ta med [pass samt foto][].\n\n[pass samt foto]: a.html"),
        ("a.html", "<p>Vi skrev: <q>Ta med pass samt foto.</q></p>"),
        ("a.html", '<p title="pass samt foto">Vi <i class="samt">svarer</i>.</p><img alt="Pass samt foto.">'),
        ("a.html", "<p>Bruk {{ pass samt foto }} og {% samt %}.</p><!-- Ta med pass samt foto. -->"),
        ("a.md", "---\ntitle: Ta med pass samt foto.\n---\n\n    pass samt foto\n\n```\nsamt\n```\n"),
        ("a.md", "<!-- klarsprak: av -->\nTa med pass samt foto.\n<!-- klarsprak: på -->\n"),
        ("a.md", "> Ta med pass samt foto, skrev vi.\n"),
        ("a.md", "Se ![pass samt foto](samt.png 'samt') her.\n\n[a]: samt.html 'pass samt foto'\n"),
        ("a.mdx", 'import samt from "samt"\n\n<Boks tekst="pass samt foto" data={samt} />\n'),
        # Quoted, spoken, spoken of, glued to something, a name, one of several
        ("a.txt", "«Ta med pass samt foto», skrev vi."),
        ("a.txt", 'Vi skrev "ta med pass samt foto" i brevet.'),
        ("a.txt", "Vi skrev ‘ta med pass samt foto’ i brevet."),
        ("a.txt", "– Vi tok med pass samt foto, sier hun."),
        ("a.txt", "Ordet samt bør du unngå."),
        ("a.txt", "Ta med pass og/samt foto. Ta med samt-lista. Se samt_liste og samt.txt."),
        ("a.txt", "Dette står i boka Pass Samt Foto fra i fjor."),
        ("a.txt", "Ta med pass og bilde samt foto."),
        ("a.txt", "Ta med pass, samt foto."),
        ("a.txt", "Vi vil hjelpe deg samt at vi vil høre fra deg."),
        ("a.txt", "Du får svar til tross for at du søkte sent og at skjemaet mangler."),
        ("a.txt", "Kommunens samtlige skoler er stengt."),
        ("a.txt", "Utgifter vedrørende flytting får du ikke dekket."),
        ("a.txt", "Du får penger såfremt at du søker i tide."),
        ("a.txt", "Vi må være i forkant av utviklingen."),
        ("a.txt", "Kom på et tidlig tidspunkt av dagen."),
    ],
)  # fmt: skip
def test_what_the_place_speaks_against_is_not_written(name: str, content: str) -> None:
    assert fixed(content, name) == content


FLAGGED = [
    (list_, entry)
    for list_ in ("kanselliord", "omstendelig", "smor_pa_flesk")
    for entry in Phrases.load(list_).entries("nb")
    if "fiks" in entry.flags
]


@pytest.mark.parametrize(("list_", "entry"), FLAGGED, ids=[entry.term for _, entry in FLAGGED])
def test_no_entry_is_put_in_where_others_speak_or_a_word_would_stand_twice(list_: str, entry: Entry) -> None:
    """For every entry that is put in by itself somewhere."""
    term, better = entry.term, entry.instead[0]
    settings = Settings(select=frozenset({list_.replace("_", "-")}), standard="nb")
    for content in (
        f"Vi skrev «vi {term} du kommer» i brevet.",
        f"Uttrykket {term} bør du unngå i brev.",
        f"Vi skriver om {{{term}}} i brevet.",
        f"Vi ringer {better} {term} du kommer.",
        f"Vi ringer {term} {better} du kommer.",
        f"Vi ringer-{term}-du kommer.",
        f"Vi leser boka Om {term.title()} hver dag.",
    ):
        found = engine.check_one(Source("a.txt", content), settings)
        assert term not in [finding.text.lower() for finding in safe(found)], content


def test_an_unsafe_suggestion_is_shown_and_never_written() -> None:
    report = check(Source("a.txt", "Vi anmoder om svar."))
    assert report.findings
    assert safe(report) == []


WORDS = st.sampled_from(
    [*TERMS, "du", "kommunen", "søker", "plass", "<b>svar</b>", "&aring;r", "æ&shy;øå", "."]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=12), min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
)
def test_fixing_is_done_once_touches_nothing_else_and_never_makes_it_worse(
    lines: list[list[str]], end: str
) -> None:
    content = "".join(f"<p>{' '.join(words)}.</p>{end}" for words in lines)
    before = check(Source("a.html", content))
    done = fix(before, check)
    after = done.report.source.content
    assert fix(done.report, check) == (done.report, 0)
    assert len(done.report.findings) <= len(before.findings)
    # The same but for the terms: what stands around them is found again, in order.
    terms = "|".join(TERMS)
    rest = [re.escape(part) for part in re.split(terms, content)]
    assert re.fullmatch(f"(?:{terms}|{'|'.join(TERMS.values())})".join(rest), after)
    assert (after != content) == bool(done.changes)


def finding(start: int, end: int, instead: str, fixable: bool = True) -> Finding:
    return Finding("x", "lettere", "low", Span(start, end), "", "", (instead,), fixable)


def report(content: str, *findings: Finding, encoding: str = "utf-8") -> Report:
    return Report(Source("a", content, encoding), "nb", "web", 1, findings)


def test_of_overlapping_changes_the_first_and_longest_is_made() -> None:
    found = report("abcdef", finding(2, 4, "x"), finding(0, 2, "y"), finding(0, 3, "z"))
    assert [f.instead[0] for f in safe(found)] == ["z"]


@pytest.mark.parametrize("better", ["a<b", "*a*", "a_b`", "[a]", "a&b", "a\nb", 'a"b', "a|b"])
def test_what_could_mean_something_to_the_markup_is_not_written(better: str) -> None:
    assert safe(report("abc", finding(0, 1, better))) == []


def test_what_the_encoding_cannot_write_is_not_written() -> None:
    assert safe(report("abc", finding(0, 1, "1\u202f000"), encoding="cp1252")) == []


def test_a_change_that_brings_more_findings_is_left_out() -> None:
    def worse(source: Source) -> Report:
        """Every z is one more finding than the a that it came from; b may become c."""
        marks = {"a": 1, "b": 1, "z": 2}
        found = [
            finding(at, at + 1, {"a": "z", "b": "c"}.get(sign, sign), sign in "ab")
            for at, sign in enumerate(source.content)
            for _ in range(marks.get(sign, 0))
        ]
        return Report(source, "nb", "web", 1, tuple(found))

    done = fix(worse(Source("a", "a b a")), worse)
    assert (done.report.source.content, done.changes) == ("a c a", 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_keep_their_encoding_mark_and_permissions(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Ta med pass samt bevis på årsinntekt.\r\nVi svarer.\r\n".encode(encoding))
    path.chmod(0o640)
    result = run("--fix", "--fail-on", "never", "--select", "kanselliord", str(path))
    assert result.exit_code == 0, result.output
    assert path.read_bytes() == "Ta med pass og bevis på årsinntekt.\r\nVi svarer.\r\n".encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert "1 change in 1 file" in result.stderr
    assert "samt" not in result.stdout


def test_diff_shows_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    content = "Hei.\n\nTa med pass samt foto."
    path.write_text(content, "utf-8")
    result = run("--diff", str(path))
    assert result.exit_code == 1
    assert "-Ta med pass samt foto.\n\\ No newline at end of file\n+Ta med pass og foto.\n" in result.stdout
    assert path.read_text("utf-8") == content
    path.write_text("Ta med pass og foto.\n", "utf-8")
    assert run("--diff", str(path)).exit_code == 0


def test_a_diff_can_be_applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("a.md")
    path.write_text("Ta med pass samt foto.\nVi\x0csvarer deg i mai.\n\nDu hører fra oss.\n", "utf-8")
    Path("a.patch").write_text(run("--diff", "a.md").stdout, "utf-8")
    subprocess.run(["git", "apply", "a.patch"], check=True)
    assert path.read_text("utf-8").startswith("Ta med pass og foto.\nVi\x0csvarer")


def test_standard_input_is_only_shown() -> None:
    text = "Ta med pass samt foto til møtet med oss.\n".encode()
    assert "+Ta med pass og foto" in run("--diff", "-", input=text).stdout
    result = run("--fix", "-", input=text)
    assert result.exit_code == 2
    assert "standard input cannot be fixed in place" in result.stderr


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_fixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klarsprak import fix as module

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ta med pass samt foto.\n", "utf-8")
    real = module.save

    def refuse(path: Path, parts: list[bytes]) -> None:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        real(path, parts)

    monkeypatch.setattr(module, "save", refuse)
    result = run("--fix", str(tmp_path))
    assert result.exit_code == 2
    assert "a.txt: cannot be written: Permission denied" in result.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == "Ta med pass samt foto.\n"
    assert (tmp_path / "b.txt").read_text("utf-8") == "Ta med pass og foto.\n"


def test_fix_and_diff_exclude_each_other() -> None:
    assert "choose one" in run("--fix", "--diff", ".").output


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["utf-8", "utf-16-le", "cp1252"]),
)
def test_what_is_read_is_written_back_byte_for_byte(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    try:
        source = decode("a.txt", data)
    except ValueError:
        return
    assert encode(apply(source, [])) == data
