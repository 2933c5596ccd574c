"""Folders, mirrors, lists, JSONL and sitemaps: from places to pages."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from klarsprak.inputs import unit as unit_module
from klarsprak.inputs import warc
from klarsprak.inputs.folder import address_of, format_of
from klarsprak.inputs.pages import Page, Unit, pages, units
from klarsprak.inputs.sitemap import key
from klarsprak.source import Problem

HTML = "<!doctype html><html><body><main><p>{}</p></main></body></html>"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*places: object, **options: object) -> tuple[list[Page], list[Problem]]:
    found: list[Page] = []
    problems: list[Problem] = []
    for item in units([str(place) for place in places], **options):  # type: ignore[arg-type]
        for page in pages(item) if isinstance(item, Unit) else [item]:
            (found if isinstance(page, Page) else problems).append(page)  # type: ignore[arg-type]
    return found, problems


def test_a_folder_gives_its_pages_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path / "b.html", HTML.format("Båten går."))
    write(tmp_path / "a.md", "Hei")
    write(tmp_path / "under" / "c.txt", "Der")
    write(tmp_path / "style.css", "p {}")
    write(tmp_path / ".git" / "d.html", HTML.format("Skjult"))
    found, problems = read(tmp_path)
    assert [(page.address, page.format, page.site) for page in found] == [
        ("a.md", "markdown", ""),
        ("b.html", "html", ""),
        ("under/c.txt", "plain", ""),
    ]
    assert not problems


def test_a_large_folder_is_parted_in_200(tmp_path: Path) -> None:
    for number in range(401):
        write(tmp_path / "f" / f"{number:03}.html", HTML.format(number))
    got = list(units([str(tmp_path / "f")]))
    assert [u.name for u in got if isinstance(u, Unit)] == ["f/part-00001", "f/part-00002", "f/part-00003"]
    assert [len(u.files) for u in got if isinstance(u, Unit)] == [200, 200, 1]
    assert got == list(units([str(tmp_path / "f")]))


def test_two_folders_of_one_name_have_two_units(tmp_path: Path) -> None:
    for parent in "xy":
        write(tmp_path / parent / "f" / "a.html", HTML.format(parent))
    names = [u.name for u in units([str(tmp_path / "x/f"), str(tmp_path / "y/f")]) if isinstance(u, Unit)]
    assert names == ["f/part-00001", "f/part-00001~2"]


@pytest.mark.parametrize(
    ("root", "name", "address"),
    [
        ("m", "www.fjellby.kommune.no/skole/index.html", "https://www.fjellby.kommune.no/skole/"),
        ("m", "www.fjellby.kommune.no/index.html", "https://www.fjellby.kommune.no/"),
        ("m", "fjellby.no/sak?id=3.html", "https://fjellby.no/sak?id=3.html"),
        ("m", "fjellby.no/sak@id=3", "https://fjellby.no/sak?id=3"),
        ("m", "fjellby.no+8080/a.html", "https://fjellby.no:8080/a.html"),
        ("m", "2024/fjellby.no/a.html.gz", "https://fjellby.no/a.html"),
        ("fjellby.no", "skole/a.html", "https://fjellby.no/skole/a.html"),
        ("m", "skole/a.html", "skole/a.html"),
        ("m", "fjellby.no", "fjellby.no"),
    ],
)
def test_address_of_a_file_in_a_mirror(root: str, name: str, address: str) -> None:
    assert address_of(Path("/data") / root, name) == address


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.HTM", "html"),
        ("a.html.gz", "html"),
        ("sak.aspx?id=3", "?"),
        ("om-oss", "?"),
        ("vedtak-nr.-12", "?"),
        ("bilde.png", None),
        ("arkiv.zip?x=1", None),
    ],
)
def test_what_is_a_page_by_its_name(name: str, format: str | None) -> None:
    assert format_of(name) == format


def test_pages_without_an_ending_count_when_they_look_like_html(tmp_path: Path) -> None:
    write(tmp_path / "fjellby.no" / "om-oss", HTML.format("Om oss"))
    write(tmp_path / "fjellby.no" / "sak.aspx?id=1", "<!-- laget av X -->\n" + HTML.format("Sak"))
    write(tmp_path / "fjellby.no" / "feed", "<?xml version='1.0'?><rss></rss>")
    found, problems = read(tmp_path)
    assert {page.address for page in found} == {
        "https://fjellby.no/om-oss",
        "https://fjellby.no/sak.aspx?id=1",
    }
    assert {page.site for page in found} == {"fjellby.no"}
    assert not problems


def test_httrack_tells_address_and_date(tmp_path: Path) -> None:
    comment = (
        "<!-- Mirrored from www.fjellby.kommune.no/skole/index.html by HTTrack Website Copier/3.x "
        "[XR&CO'2014], Mon, 02 Sep 2024 08:15:00 GMT -->"
    )
    write(tmp_path / "side.html", f"<!doctype html><html>\n{comment}\n<body><p>Skolen</p></body></html>")
    (page,), _ = read(tmp_path)
    assert page.address == "https://www.fjellby.kommune.no/skole/"
    assert page.site == "fjellby.kommune.no"
    assert page.fetched == "2024-09-02"


def test_a_packed_page_is_unpacked(tmp_path: Path) -> None:
    write(tmp_path / "a.html.gz", gzip.compress(HTML.format("Pakket").encode()))
    (page,), _ = read(tmp_path)
    assert "Pakket" in page.source.content


def test_a_bomb_and_a_cut_gzip_are_told(tmp_path: Path) -> None:
    write(tmp_path / "bombe.html.gz", gzip.compress(bytes(60_000_000)))
    write(tmp_path / "kuttet.html.gz", gzip.compress(HTML.format("Kuttet " * 99).encode())[:-20])
    write(tmp_path / "hel.html", HTML.format("Hel"))
    found, problems = read(tmp_path)
    assert [page.address for page in found] == ["hel.html"]
    assert [problem.path for problem in problems] == ["bombe.html.gz", "kuttet.html.gz"]
    assert "50 MB" in problems[0].message
    assert "cut off" in problems[1].message


def test_charset_of_meta_and_flaws(tmp_path: Path) -> None:
    latin = '<!doctype html><html><head><meta charset="iso-8859-1"></head><body><p>Få på gå</p></body></html>'
    write(tmp_path / "latin.html", latin.encode("cp1252"))
    # One character cut in two, in a text that is UTF-8 otherwise.
    write(tmp_path / "feil.html", HTML.format("Søknad på æøå " * 20).encode() + "å".encode()[:1])
    by_name = {page.address: page.source.content for page in read(tmp_path)[0]}
    assert "Få på gå" in by_name["latin.html"]
    assert "Søknad på æøå" in by_name["feil.html"]


def test_a_list_may_tell_addresses(tmp_path: Path) -> None:
    write(tmp_path / "data" / "1.html", HTML.format("En"))
    write(tmp_path / "data" / "2.html", HTML.format("To"))
    write(tmp_path / "liste.txt", "# sider\ndata/1.html\thttps://fjellby.no/en\ndata/2.html\n\ndata/3.html\n")
    found, problems = read(f"@{tmp_path / 'liste.txt'}")
    assert found[0].address == "https://fjellby.no/en"
    assert found[1].source.content == HTML.format("To")
    assert [Path(problem.path).name for problem in problems] == ["3.html"]


def test_a_place_that_is_nothing_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.png", b"\x89PNG")
    problems = read(tmp_path / "borte", tmp_path / "a.png", f"@{tmp_path}/borte.txt")[1]
    assert ["no such file" in problems[0].message, "neither a page" in problems[1].message] == [True, True]
    assert "the list cannot be read" in problems[2].message


def lines(*items: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


@pytest.mark.parametrize("packed", [False, True])
def test_jsonl(tmp_path: Path, packed: bool) -> None:
    text = lines(
        {"url": "https://www.fjellby.no/a", "html": "<p>Å nei</p>", "timestamp": "2024-05-06T07:08:09Z"},
        {"url": "https://fjellby.no/b", "html": "<p>Borte</p>", "status": 404},
        {"url": "https://fjellby.no/c", "html": "  "},
    ).encode()
    write(tmp_path / ("x.jsonl.gz" if packed else "x.jl"), gzip.compress(text) if packed else text)
    (page,), problems = read(tmp_path)
    assert (page.address, page.site, page.fetched) == ("https://www.fjellby.no/a", "fjellby.no", "2024-05-06")
    assert page.source.content == "<p>Å nei</p>"
    assert not problems


def test_jsonl_keys_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", lines({"adr": "https://fjellby.no/a", "side": "<p>Hei</p>"}))
    assert read(path, url_field="adr", html_field="side")[0][0].source.content == "<p>Hei</p>"
    (problem,) = read(path)[1]
    assert 'no texts under "url" and "html"' in problem.message


def test_jsonl_bad_lines_are_one_problem(tmp_path: Path) -> None:
    good = lines({"url": "https://fjellby.no/a", "html": "<p>Hei</p>"})
    path = write(tmp_path / "x.jsonl", "[1]\n{\n" + good + '{"url": "https://fjel')
    found, problems = read(path)
    assert len(found) == 1
    assert [problem.message for problem in problems] == ["line 1: not a JSON object (3 such lines)"]


def test_jsonl_endless_line_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = lines({"url": "https://fjellby.no/a", "html": "<p>Hei</p>"})
    path = write(tmp_path / "x.jsonl", "x" * 3_000_000 + "\n" + good)
    (unit,) = [u for u in units([str(path)]) if isinstance(u, Unit)]
    got = list(pages(unit._replace(reading=unit.reading._replace(limit=1_000_000))))
    assert [type(item) for item in got] == [Problem, Page]
    assert "larger than 1 MB" in got[0].message  # type: ignore[union-attr]


def test_jsonl_half_a_surrogate_is_replaced(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", r'{"url": "https://fjellby.no/a", "html": "<p>\ud83d</p>"}')
    (page,), _ = read(path)
    assert page.source.content.encode() == b"<p>?</p>"


def test_an_address_counts_once_in_a_unit(tmp_path: Path) -> None:
    first, again = ({"url": "https://fjellby.no/a", "html": f"<p>{word}</p>"} for word in ("Først", "Sist"))
    (page,), _ = read(write(tmp_path / "x.jsonl", lines(first, again)))
    assert "Først" in page.source.content


SITEMAP = '<?xml version="1.0"?><{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{1}</{0}>'


def locations(*addresses: str, tag: str = "url") -> str:
    return "".join(f"<{tag}><loc> {address} </loc></{tag}>" for address in addresses)


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    items = [{"url": f"https://www.fjellby.no/{name}", "html": "<p>Hei</p>"} for name in ("a/", "b", "c?x=1")]
    return write(tmp_path / "x.jsonl", lines(*items))


def addresses_with(crawl: Path, sitemap: Path) -> list[str]:
    return [page.address.removeprefix("https://www.fjellby.no/") for page in read(crawl, sitemap=sitemap)[0]]


def test_sitemap_filters(tmp_path: Path, crawl: Path) -> None:
    xml = SITEMAP.format("urlset", locations("http://fjellby.no/a", "https://fjellby.no/c?x=1#del"))
    assert addresses_with(crawl, write(tmp_path / "s.xml", xml)) == ["a/", "c?x=1"]
    assert addresses_with(crawl, write(tmp_path / "s.xml.gz", gzip.compress(xml.encode()))) == ["a/", "c?x=1"]
    assert addresses_with(crawl, write(tmp_path / "s.txt", "https://fjellby.no/b\n")) == ["b"]


def test_sitemap_index_lies_beside_its_sitemaps(tmp_path: Path, crawl: Path) -> None:
    child = SITEMAP.format("urlset", locations("https://fjellby.no/b"))
    write(tmp_path / "del1.xml.gz", gzip.compress(child.encode()))
    index = SITEMAP.format("sitemapindex", locations("https://fjellby.no/kart/del1.xml.gz", tag="sitemap"))
    assert addresses_with(crawl, write(tmp_path / "indeks.xml", index)) == ["b"]


@pytest.mark.parametrize("content", ["<urlset><url>", "\xff\xfe", None])
def test_a_sitemap_that_cannot_be_read_stops_all(tmp_path: Path, crawl: Path, content: str | None) -> None:
    path = tmp_path / "s.xml"
    if content is not None:
        path.write_bytes(content.encode("latin-1"))
    found, problems = read(crawl, sitemap=path)
    assert not found
    assert [problem.path for problem in problems] == [str(path)]


def test_sitemap_key_forgets_what_does_not_tell_pages_apart() -> None:
    assert key("HTTP://www.Fjellby.no/s%C3%B8k/#a") == key("https://fjellby.no/søk") == "fjellby.no/søk"
    assert key("https://fjellby.no/?a=1") != key("https://fjellby.no/?a=2")


def test_without_fastwarc_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    monkeypatch.setattr(warc, "available", lambda: False)
    write(tmp_path / "x.warc.gz", b"")
    write(tmp_path / "y.html", HTML.format("Hei"))
    found, problems = read(tmp_path)
    assert len(found) == 1
    assert "klarsprak[crawl]" in problems[0].message


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.Fjellby.kommune.no:443/a", "fjellby.kommune.no"),
        ("http://[::1", ""),
        ("a/b.html", ""),
    ],
)
def test_site_of_an_address(address: str, site: str) -> None:
    assert unit_module.site(address) == site
