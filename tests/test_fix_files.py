"""--fix on real files: nothing but the spans of findings is touched, in any encoding."""

import os
import re
import unicodedata
from pathlib import Path

import pytest

from klarsprak import Report, Source, engine
from klarsprak.config import Settings
from klarsprak.decoding import UndecodableError, decode, encode
from klarsprak.fix import apply, fix, safe

EVAL = os.environ.get("KLARSPRAK_EVAL")
FILES = (
    sorted(path for kind in ("html", "markdown") for path in (Path(EVAL) / "dev" / kind).iterdir())
    if EVAL
    else []
)
# The rules with changes that are put in, and those that see sentences and words shift around them.
SETTINGS = Settings()
# Put into markup, code and addresses too: there they must stay.
STIFF = {
    "og": "samt",
    "alle": "samtlige",
    "hvis": "såfremt",
    "nå": "på nåværende tidspunkt",
    "før": "i forkant av",
}
ONE = r"\S.{0,60}?"  # what may stand where a finding was

pytestmark = pytest.mark.skipif(not EVAL, reason="KLARSPRAK_EVAL does not name the folder of the dev data")


def check(source: Source) -> Report:
    return engine.check_one(source, SETTINGS)


def versions(path: Path) -> list[Source]:
    """The file as it is, and in the encodings and with the line ends that others would save it in."""
    source = decode(path.name, path.read_bytes())
    text = source.content.replace("\r\n", "\n")
    stiff = text
    for plain, worse in STIFF.items():
        stiff = re.sub(rf"\b{plain}\b", worse, stiff)
    forms = {
        "stiff": stiff.encode(),
        "crlf": text.replace("\n", "\r\n").encode(),
        "nfd": unicodedata.normalize("NFD", text).encode(),
        "utf-8-sig": text.encode("utf-8-sig"),
        "utf-16": text.encode("utf-16"),
        "cp1252": re.sub(r"charset=[\w-]+", "charset=windows-1252", text).encode("cp1252", "ignore"),
        "latin-1": re.sub(r"charset=[\w-]+", "charset=iso-8859-1", text).encode("latin-1", "ignore"),
    }
    found = [source]
    for data in forms.values():
        try:
            found.append(decode(path.name, data))
        except UndecodableError:  # a text with signs that make it look like something else
            continue
    return found


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_file_is_changed_in_the_spans_of_its_findings_alone(path: Path) -> None:
    try:
        sources = versions(path)
    except UndecodableError:
        pytest.skip("not text")
    if not safe(check(sources[0])):
        sources = sources[:2]  # nothing to change: the encodings have nothing to show
    for source in sources:
        before = check(source)
        done = fix(before, check)
        after = done.report.source
        assert len(done.report.findings) <= len(before.findings)
        assert fix(done.report, check) == (done.report, 0)
        # What stands between the findings is found again in order, to the byte.
        spans = [finding.span for finding in safe(before)]
        edges = [0, *(edge for span in spans for edge in span), len(source.content)]
        rest = [source.content[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        assert re.fullmatch(ONE.join(map(re.escape, rest)), after.content, re.DOTALL)
        data = encode(after)
        again = decode(path.name, data)
        assert (again.encoding, again.bom, again.content) == (source.encoding, source.bom, after.content)
        assert encode(apply(source, [])) == encode(source)
        # No line end of another kind comes in.
        for end in ("\r\n", "\r", "\n"):
            assert (end in after.content) <= (end in source.content)
