"""The cache saves work, never changes what is found, and is never in the way."""

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from klarsprak import Source, engine
from klarsprak.batch import local
from klarsprak.cache import Cache, pipeline_id
from klarsprak.config import Settings
from klarsprak.finding import Finding, Report, Scores
from klarsprak.names import UnknownNameError
from klarsprak.source import Span

TEXT = "Vi anmoder om svar.\n\nSkjemaet benyttes av alle."


def report(source: Source) -> Report:
    finding = Finding(
        "kanselliord", "klart-sprak", "low", Span(3, 10), "anmoder", "Si det enklere.", ("ber",), True
    )
    return Report(
        source, "nb", "web", 8, (finding,), Scores({"lettere": 80, "digitalt": None}, 5), {"lix": 31.5}
    )


def test_a_report_comes_back_whole(tmp_path: Path) -> None:
    source = Source("a.txt", TEXT)
    with Cache(tmp_path / "c.sqlite") as cache:
        cache.put(report(source), "key")
    with Cache(tmp_path / "c.sqlite") as cache:
        assert cache.get(source, "key") == report(source)
        assert cache.get(source, "other settings") is None
        assert cache.get(Source("a.txt", TEXT + "!"), "key") is None


def test_the_name_of_the_source_is_that_of_the_asker(tmp_path: Path) -> None:
    """A file that was moved, or two alike, share the work but not the name."""
    with Cache(tmp_path / "c.sqlite") as cache:
        cache.put(report(Source("a.txt", TEXT)), "key")
        moved = cache.get(Source("b.txt", TEXT), "key")
    assert moved is not None
    assert moved.source.name == "b.txt"


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be taken for one" * 40])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "c.sqlite").write_bytes(content)
    source = Source("a.txt", TEXT)
    with Cache(tmp_path / "c.sqlite") as cache:
        cache.put(report(source), "key")
        assert cache.get(source, "key") == report(source)


def test_a_row_of_another_shape_is_as_good_as_none(tmp_path: Path) -> None:
    source = Source("a.txt", TEXT)
    with Cache(tmp_path / "c.sqlite") as cache:
        cache.put(report(source), "key")
    with sqlite3.connect(tmp_path / "c.sqlite") as db:
        db.execute("UPDATE reports SET report = ?", (b"\x00garbage",))
    with Cache(tmp_path / "c.sqlite") as cache:
        assert cache.get(source, "key") is None


def test_no_place_to_write_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    source = Source("a.txt", TEXT)
    with Cache(tmp_path / "file" / "c.sqlite") as cache:
        cache.put(report(source), "key")
        assert cache.get(source, "key") is None


def _write(args: tuple[Path, int]) -> None:
    path, start = args
    with Cache(path) as cache:
        for i in range(start, start + 50):
            cache.put(report(Source("a.txt", f"{TEXT} {i}")), "key")
            cache.commit()


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_write, [(path, 0), (path, 50)]))
    with Cache(path) as cache:
        assert all(cache.get(Source("a.txt", f"{TEXT} {i}"), "key") for i in range(100))


def test_cached_and_fresh_reports_are_equal_and_in_order(tmp_path: Path) -> None:
    sources = [Source(f"{i}.txt", f"{TEXT} Svar nummer {i} kommer snarest.") for i in range(5)]
    settings = Settings(select=frozenset({"kanselliord", "frist"}))
    fresh = list(local.check(sources, settings))
    with Cache(tmp_path / "c.sqlite") as cache:
        list(local.check(sources[1:3], settings, cache=cache))
        mixed = list(local.check(sources, settings, cache=cache))
        again = list(local.check(sources, settings, cache=cache))
    assert fresh == mixed == again
    assert [r.source.name for r in again] == [s.name for s in sources]


def test_other_settings_are_other_work(tmp_path: Path) -> None:
    source = Source("a.txt", TEXT)
    with Cache(tmp_path / "c.sqlite") as cache:
        (found,) = local.check([source], Settings(select=frozenset({"kanselliord"})), cache=cache)
        (none,) = local.check([source], Settings(select=frozenset({"frist"})), cache=cache)
    assert found.findings
    assert not none.findings


def test_processes_find_what_one_finds() -> None:
    sources = [Source(f"{i}.txt", f"{TEXT} Nummer {i}.") for i in range(70)]
    settings = Settings(select=frozenset({"kanselliord"}))
    assert list(local.check(sources, settings, workers=2)) == list(local.check(sources, settings))


def test_pipelines_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    assert len({pipeline_id(None), pipeline_id("nb_core_news_sm"), pipeline_id(str(tmp_path))}) == 3


def test_one_file_that_breaks_klarsprak_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    split = engine.split

    def broken(text: str) -> list[tuple[int, int]]:
        if "krasj" in text:
            raise IndexError("string index out of range")
        return split(text)

    monkeypatch.setattr(engine, "split", broken)
    sources = [Source("a.txt", TEXT), Source("b.txt", "Dette er en krasj for alle."), Source("c.txt", TEXT)]
    first, second, third = local.check(sources, Settings())
    assert first.findings == third.findings != ()
    assert "klarsprak failed (IndexError" in second.problems[0]


def test_wrong_settings_are_raised() -> None:
    with pytest.raises(UnknownNameError, match="passivv"):
        list(local.check([Source("a.txt", TEXT)], Settings(select=frozenset({"passivv"}))))
