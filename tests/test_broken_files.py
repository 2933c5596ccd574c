"""A folder full of broken files, checked as a user would: no traceback, and the sound file is checked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_broken_input import BROKEN

SOUND = "<p>Vi svarer deg snarest, og alle får svar fra oss.</p>"
BYTES = {
    "png.html": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "zip.md": b"PK\x03\x04" + bytes(range(256)),
    "gzip.html": b"\x1f\x8b\x08\0" + bytes(64),
    "pdf.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "utf16-cut.html": "<p>Vi svarer deg</p>".encode("utf-16")[:-1],
    "latin1-says-utf8.html": "<meta charset=utf-8><p>Vi svarer på søknaden.</p>".encode("latin-1"),
    "half-a-letter.txt": "Vi svarer på".encode()[:-1],
    "bom-only.md": b"\xef\xbb\xbf",
    "all-bytes.txt": bytes(range(256)) * 8,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("broken")
    for number, content in enumerate(BROKEN.values()):
        ending = ("html", "md", "txt")[number % 3]
        (place / f"{number:02}.{ending}").write_text(content, "utf-8", errors="surrogatepass")
    for name, data in BYTES.items():
        (place / name).write_bytes(data)
    (place / "mappe.html").mkdir()
    (place / "mappe.html" / "inni.html").write_text(SOUND, "utf-8")
    (place / "borte.html").symlink_to(place / "finnes-ikke.html")
    (place / "ring").symlink_to(place)
    (place / "ring1.html").symlink_to(place / "ring2.html")
    (place / "ring2.html").symlink_to(place / "ring1.html")
    (place / "lukket.html").write_text(SOUND, "utf-8")
    (place / "lukket.html").chmod(0)
    (place / "zz-hel.html").write_text(SOUND, "utf-8")
    return place


@pytest.mark.parametrize("format", ["json", "lines", "sarif", "github"])
def test_no_traceback_and_nothing_lost(folder: Path, tmp_path: Path, format: str) -> None:
    assert len(list(folder.iterdir())) > 55
    done = subprocess.run(
        [sys.executable, "-m", "klarsprak", "check", "--format", format, str(folder)],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == 2  # some could not be read, and that is told
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    assert "klarsprak failed" not in errors
    assert "snarest" in done.stdout.decode()  # the sound file
    for name in ("png.html", "zip.md", "pdf.txt", "borte.html", "ring1.html"):
        assert name in errors
    if format == "json":
        report = json.loads(done.stdout)
        paths = {Path(f["path"]).name for f in report["files"]}
        assert {"zz-hel.html", "inni.html", "latin1-says-utf8.html"} <= paths
        failed = {Path(e["path"]).name for e in report["errors"]}
        assert not paths & failed
        assert len(paths | failed) >= len(BROKEN) + len(BYTES)
