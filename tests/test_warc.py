"""WARC and WACZ, written by warcio and the standard library, read by FastWARC."""

import gzip
import io
import resource
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from klarsprak.inputs.pages import Page, Unit, pages, units
from klarsprak.source import Problem

pytest.importorskip("fastwarc", reason="FastWARC is not installed: pip install 'klarsprak[crawl]'")
warcwriter = pytest.importorskip(
    "warcio.warcwriter", reason="warcio, the independent writer, is not installed"
)
from warcio.statusandheaders import StatusAndHeaders  # noqa: E402

HTML = "<!doctype html><html><body><main><p>Side {} om båt og fjell.</p></main></body></html>"
SITE = "https://www.fjellby.kommune.no"


class Archive:
    """A WARC in memory."""

    def __init__(self, packed: bool = True) -> None:
        self.out = io.BytesIO()
        self.writer = warcwriter.WARCWriter(self.out, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("test.warc", {"software": "test"}))

    def add(
        self,
        path: str,
        body: bytes | str,
        headers: tuple[tuple[str, str], ...] = (),
        status: str = "200 OK",
        type: str = "text/html; charset=utf-8",
        record: str = "response",
    ) -> "Archive":
        data = body.encode() if isinstance(body, str) else body
        http = StatusAndHeaders(status, [("Content-Type", type), *headers], protocol="HTTP/1.1")
        self.writer.write_record(
            self.writer.create_warc_record(
                path if "://" in path or ":" in path else SITE + path,
                record,
                payload=io.BytesIO(data),
                http_headers=http if record == "response" else None,
                warc_content_type="" if record == "response" else type,
                warc_headers_dict={"WARC-Date": "2024-05-06T07:08:09Z"},
            )
        )
        return self

    def many(self, count: int) -> "Archive":
        for number in range(count):
            self.add(f"/{number}", HTML.format(number) + f"<!-- {zlib.crc32(bytes([number])) * 10**60} -->")
        return self

    @property
    def data(self) -> bytes:
        return self.out.getvalue()


def read(folder: Path, name: str, data: bytes) -> tuple[list[Page], list[Problem]]:
    path = folder / name
    path.write_bytes(data)
    (unit,) = units([str(path)])
    assert isinstance(unit, Unit), unit
    items = list(pages(unit))
    problems = [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Page)], problems


def wacz(*archives: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in archives:
            file.writestr(name, data)
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        file.writestr("datapackage.json", "{}")
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    from fastwarc.stream_io import ZstdWriter

    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


def members(data: bytes) -> Iterator[bytes]:
    """What each gzip member holds: one record."""
    while data:
        unpacker = zlib.decompressobj(wbits=31)
        yield unpacker.decompress(data)
        data = unpacker.unused_data


PACKINGS: dict[str, Callable[[], bytes]] = {
    "x.warc": lambda: Archive(packed=False).many(20).data,
    "x.warc.gz": lambda: Archive().many(20).data,
    "whole.warc.gz": lambda: gzip.compress(Archive(packed=False).many(20).data),
    "x.warc.zst": lambda: b"".join(map(zstd, members(Archive().many(20).data))),
    "whole.warc.zst": lambda: zstd(Archive(packed=False).many(20).data),
    "x.wacz": lambda: wacz(("archive/x.warc.gz", Archive().many(20).data)),
}


@pytest.mark.parametrize("name", PACKINGS)
def test_every_packing_gives_the_same_pages(tmp_path: Path, name: str) -> None:
    found, problems = read(tmp_path, name, PACKINGS[name]())
    assert not problems
    assert [page.address for page in found] == [f"{SITE}/{number}" for number in range(20)]
    first = found[0]
    assert (first.site, first.format, first.fetched) == ("fjellby.kommune.no", "html", "2024-05-06")
    assert "Side 0 om båt og fjell." in first.source.content
    assert first.source.name == first.address


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add("/flyttet", "Flyttet", (("Location", "/ny"),), status="301 Moved Permanently")
        .add("/borte", HTML.format("borte"), status="404 Not Found")
        .add("/logo", b"\x89PNG\r\n\x1a\n", type="image/png")
        .add("/data", "{}", type="application/json")
        .add("/tom", " \n")
        .add("urn:text:1", "Utdrag", type="text/plain", record="resource")
        .add("dns:fjellby.kommune.no", "20240506 fjellby", type="text/dns", record="resource")
        .add("/ny", HTML.format("ny"))
    )
    found, problems = read(tmp_path, "x.warc.gz", archive.data)
    assert [page.address for page in found] == [f"{SITE}/ny"]
    assert not problems


def test_other_formats(tmp_path: Path) -> None:
    archive = (
        Archive()
        .add("/a", HTML.format("a"), type="application/xhtml+xml")
        .add("/b", "Ren tekst", type="Text/Plain")
        .add("/c", "Bare tekst", type="text/plain", record="conversion")
    )
    found, _ = read(tmp_path, "x.warc.gz", archive.data)
    assert [page.format for page in found] == ["html", "plain", "plain"]


def test_an_address_that_comes_again_counts_once(tmp_path: Path) -> None:
    archive = Archive().add("/a", HTML.format("først")).add("/a", HTML.format("sist"))
    (page,), _ = read(tmp_path, "x.warc.gz", archive.data)
    assert "Side først" in page.source.content


@pytest.mark.parametrize(
    ("type", "meta", "codec"),
    [
        ("text/html; charset=iso-8859-1", "", "cp1252"),
        ('text/html; charset="windows-1252"', "utf-8", "cp1252"),
        ("text/html", "iso-8859-1", "cp1252"),
        ("text/html", "", "cp1252"),
        ("text/html; charset=ISO-8859-10", "", "iso8859-10"),
        ("text/html; charset=utf-16", "", "utf-16"),
        ("text/html; charset=iso-8859-1", "iso-8859-1", "utf-8"),
        ("text/html; charset=finnes-ikke", "", "utf-8"),
    ],
)
def test_charsets(tmp_path: Path, type: str, meta: str, codec: str) -> None:
    html = f'<html><head><meta charset="{meta}"></head><body><p>Søk på «båt»: æøå</p></body></html>'
    html = html if codec != "iso8859-10" else html.replace("«", "").replace("»", "š")
    (page,), problems = read(tmp_path, "x.warc.gz", Archive().add("/a", html.encode(codec), type=type).data)
    assert page.source.content == html
    assert not problems


def chunked(data: bytes) -> bytes:
    parts = [data[at : at + 50] for at in range(0, len(data), 50)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def brotli(data: bytes) -> bytes:
    from fastwarc.stream_io import BrotliWriter

    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress),
        ({"Content-Encoding": "deflate"}, zlib.compress),
        ({"Content-Encoding": "deflate"}, raw_deflate),
        ({"Content-Encoding": "br"}, brotli),
        ({"Content-Encoding": "zstd"}, zstd),
        ({"Transfer-Encoding": "chunked"}, chunked),
        (
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
            lambda data: chunked(gzip.compress(data)),
        ),
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, bytes),  # the crawler unpacked it
        ({"Content-Encoding": "br"}, bytes),
        ({"Content-Encoding": "deflate"}, bytes),
    ],
)
def test_packed_contents(tmp_path: Path, headers: dict[str, str], pack: Callable[[bytes], bytes]) -> None:
    html = HTML.format("pakket" * 99)
    archive = Archive().add("/a", pack(html.encode()), tuple(headers.items()))
    (page,), problems = read(tmp_path, "x.warc.gz", archive.data)
    assert page.source.content == html
    assert not problems


def test_a_bomb_in_a_page_is_bounded(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(800_000_000), 9)
    archive = Archive().add("/bombe", bomb, (("Content-Encoding", "gzip"),)).add("/b", HTML.format("b"))
    del bomb
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found, problems = read(tmp_path, "x.warc.gz", archive.data)
    assert [page.address for page in found] == [f"{SITE}/b"]
    assert [problem.path for problem in problems] == [f"{SITE}/bombe"]
    assert "50 MB" in problems[0].message
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 250, f"{grown:.0f} MB more for a page of which 50 MB may be read"


def test_a_large_record_is_left_out(tmp_path: Path) -> None:
    archive = Archive().add("/stor", bytes(60_000_000)).add("/b", HTML.format("b"))
    found, problems = read(tmp_path, "x.warc.gz", archive.data)
    assert len(found) == 1
    assert [problem.path for problem in problems] == [f"{SITE}/stor"]


def test_a_page_of_10_mb_is_read(tmp_path: Path) -> None:
    html = HTML.format("lang " * 2_000_000)
    (page,), _ = read(tmp_path, "x.warc.gz", Archive().add("/a", html).data)
    assert len(page.source.content) == len(html)


def test_damaged_packing_of_one_page_is_told(tmp_path: Path) -> None:
    broken = bytearray(gzip.compress(HTML.format("x" * 999).encode()))
    broken[15:30] = bytes(15)
    archive = Archive().add("/a", bytes(broken), (("Content-Encoding", "gzip"),)).add("/b", HTML.format("b"))
    found, problems = read(tmp_path, "x.warc.gz", archive.data)
    assert [page.address for page in found] == [f"{SITE}/b"]
    assert [problem.path for problem in problems] == [f"{SITE}/a"]


def test_binary_that_calls_itself_html_is_told(tmp_path: Path) -> None:
    archive = Archive().add("/a", b"%PDF-1.7 " + bytes(range(256)))
    found, problems = read(tmp_path, "x.warc.gz", archive.data)
    assert not found
    assert "PDF" in problems[0].message


@pytest.mark.parametrize("name", PACKINGS)
@pytest.mark.parametrize("part", [0.3, 0.62, 0.9])
def test_a_cut_archive_gives_its_whole_pages_and_one_problem(tmp_path: Path, name: str, part: float) -> None:
    data = PACKINGS[name]()
    found, problems = read(tmp_path, name, data[: int(len(data) * part)])
    whole = [HTML.format(number) for number in range(20)]
    assert [page.source.content.partition("<!-- ")[0] for page in found] == whole[: len(found)]
    assert all(page.source.content.endswith(" -->") for page in found)
    assert len(found) >= 20 * part - 3 or name.startswith("whole.")
    assert [problem.path for problem in problems] == [name]
    assert "cut off or damaged" in problems[0].message


@pytest.mark.parametrize("name", ["x.warc.gz", "x.warc"])
def test_a_hole_in_an_archive_costs_few_pages(tmp_path: Path, name: str) -> None:
    data = bytearray(PACKINGS[name]())
    middle = len(data) // 2
    data[middle : middle + 60] = bytes(60)
    found, problems = read(tmp_path, name, bytes(data))
    assert len(found) >= 18
    assert {f"{SITE}/0", f"{SITE}/19"} <= {page.address for page in found}
    assert len(problems) == 1


def test_no_archive_at_all(tmp_path: Path) -> None:
    for name, data in [("a.warc.gz", b"hei"), ("b.warc", bytes(1000)), ("c.wacz", b"PK"), ("d.wacz", b"")]:
        found, problems = read(tmp_path, name, data)
        assert not found
        assert len(problems) == 1, name


def test_wacz_of_several_archives_packed_or_not(tmp_path: Path) -> None:
    archives = [
        (f"archive/{name}.warc.gz", Archive().add(f"/{name}", HTML.format(name)).data) for name in "ba"
    ]
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        found, problems = read(tmp_path, f"{method}.wacz", wacz(*archives, method=method))
        assert [page.address for page in found] == [f"{SITE}/a", f"{SITE}/b"]
        assert not problems


def test_wacz_with_a_broken_archive_keeps_the_others(tmp_path: Path) -> None:
    broken = bytearray(Archive().many(9).data)
    broken[len(broken) // 2 :] = bytes(len(broken) - len(broken) // 2)
    good = Archive().add("/god", HTML.format("god")).data
    data = wacz(("archive/a.warc.gz", bytes(broken)), ("archive/b.warc.gz", good))
    found, problems = read(tmp_path, "x.wacz", data)
    assert found[-1].address == f"{SITE}/god"
    assert 3 <= len(found) < 10
    assert len(problems) == 1


def test_wacz_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(wacz(("archive/a.warc.gz", Archive().many(9).data)))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"pages/pages.jsonl"))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (200).to_bytes(4, "little")  # size when unpacked, in the list of contents
    found, problems = read(tmp_path, "x.wacz", bytes(data))
    assert len(found) < 9
    assert len(problems) == 1


def test_wacz_without_pages_is_told(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "x.wacz", wacz())
    assert not found
    assert "archive/" in problems[0].message


def test_sitemap_filters_an_archive(tmp_path: Path) -> None:
    (tmp_path / "kart.txt").write_text(f"{SITE}/3\n{SITE}/7/\n", "utf-8")
    (tmp_path / "x.warc.gz").write_bytes(Archive().many(9).data)
    (unit,) = units([str(tmp_path / "x.warc.gz")], sitemap=tmp_path / "kart.txt")
    assert isinstance(unit, Unit)
    assert [page.address for page in pages(unit) if isinstance(page, Page)] == [f"{SITE}/3", f"{SITE}/7"]


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    archive = Archive(packed=False)
    for number in range(300):
        archive.add(f"/{number}", HTML.format("x" * 400_000))
    path = tmp_path / "x.warc"
    path.write_bytes(archive.data)
    del archive
    (unit,) = units([str(path)])
    assert isinstance(unit, Unit)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(isinstance(page, Page) for page in pages(unit)) == 300
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 60, f"{grown:.0f} MB more for 120 MB of pages"
