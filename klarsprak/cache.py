"""Reports of files that have not changed, kept in one SQLite file."""

from __future__ import annotations

import inspect
import json
import sqlite3
import zlib
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from klarsprak.finding import Report
from klarsprak.rulebook import Rule, catalog
from klarsprak.source import Source

MAX_ROWS = 50_000  # about 1 kB each
_PACKAGE = Path(__file__).parent
_BROKEN = (OSError, sqlite3.Error, ValueError, KeyError, TypeError, zlib.error)


class Cache:
    """Reports by the content of a file and all else that decides what is found in it.

    May be deleted at any time. Several processes may use one at once; one that is locked, broken or on
    a read-only disk is as good as empty, and never an error.
    """

    def __init__(self, path: Path) -> None:
        self._db: sqlite3.Connection | None = None
        for _ in range(2):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                db = sqlite3.connect(path, timeout=5)
                db.execute("PRAGMA journal_mode=WAL")
                db.execute(
                    "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, report BLOB, used INTEGER)"
                )
                db.commit()
                self._db = db
                return
            except sqlite3.OperationalError:
                return  # locked, or no place to write: do without
            except sqlite3.DatabaseError:
                path.unlink(missing_ok=True)  # not a database: it would be in the way for ever
            except OSError:
                return

    def get(self, source: Source, key: str) -> Report | None:
        """The report of the same content under the same `key`, or None."""
        if self._db is None:
            return None
        try:
            row = self._db.execute(
                "SELECT report FROM reports WHERE key = ?", (_digest(source, key),)
            ).fetchone()
            return Report.from_dict(source, json.loads(zlib.decompress(row[0]))) if row else None
        except _BROKEN:
            return None

    def put(self, report: Report, key: str) -> None:
        """Keep `report` until `commit`, then for the next run."""
        if self._db is None:
            return
        packed = zlib.compress(json.dumps(report.to_dict()).encode())
        try:
            self._db.execute(
                "INSERT OR REPLACE INTO reports VALUES (?, ?, strftime('%s', 'now'))",
                (_digest(report.source, key), packed),
            )
        except sqlite3.Error:
            self._db = None  # the next run does the work again

    def commit(self) -> None:
        """Write what was put. Called often, so that other processes wait but shortly."""
        if self._db is not None:
            try:
                self._db.commit()
            except sqlite3.Error:
                self._db = None

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._db is None:
            return
        try:
            (rows,) = self._db.execute("SELECT count(*) FROM reports").fetchone()
            if rows > MAX_ROWS:
                self._db.execute(
                    "DELETE FROM reports WHERE rowid IN (SELECT rowid FROM reports ORDER BY used LIMIT ?)",
                    (rows - MAX_ROWS // 2,),
                )
            self._db.commit()
            self._db.close()
        except sqlite3.Error:
            return  # nothing is lost but the saving of time


def _digest(source: Source, key: str) -> bytes:
    parts = "\0".join((fingerprint(), key, source.encoding, source.content))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@cache
def fingerprint() -> str:
    """Changes with every file of klarsprak, and of packages that add rules: code, rules, lists, pipeline."""
    places = {_PACKAGE, *map(_home, catalog().values())}
    stats = [
        (p.name, s.st_size, s.st_mtime_ns)
        for place in sorted(places)
        for p in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if p.suffix != ".pyc" and p.is_file() and (s := p.stat())
    ]
    return blake2b(repr(stats).encode(), digest_size=16).hexdigest()


def _home(rule: Rule) -> Path:
    """The folder of a rule and its lists; of a module without a package, the file alone."""
    file = Path(inspect.getfile(rule.check))
    return file.parent if "." in rule.check.__module__ else file


def pipeline_id(name: str | None) -> str:
    """What tells one pipeline from another without loading it: version or time of the last change."""
    if name is None:
        return "klarsprak"  # shipped: in the fingerprint
    meta = Path(name) / "meta.json"
    if meta.is_file():
        return f"{name} {meta.stat().st_mtime_ns}"
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
