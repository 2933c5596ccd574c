"""Many sources on this machine: what is cached is not done again, the rest is shared among processes."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice

from klarsprak import engine, language, readers
from klarsprak.cache import Cache, pipeline_id
from klarsprak.config import Settings
from klarsprak.finding import Report
from klarsprak.names import UnknownNameError
from klarsprak.rulebook import RuleError
from klarsprak.source import Source

SETTINGS_ERRORS = (UnknownNameError, RuleError, language.PipelineError)
_FIRST = "Det er et brev.\n\nDet er fint."  # heading and sentence
UNIT = 16  # sources a process gets at a time: more is faster, fewer share out better


@dataclass
class _Unit:
    """Some sources in order; `known` holds the reports that the cache had."""

    sources: Sequence[Source]
    keys: Sequence[str]
    known: dict[int, Report]
    rest: Iterable[Report] | Future[list[Report]] = ()

    def todo(self) -> list[Source]:
        return [s for i, s in enumerate(self.sources) if i not in self.known]


def check(
    sources: Iterable[Source],
    settings: Settings,
    *,
    format: str | None = None,
    cache: Cache | None = None,
    workers: int = 1,
) -> Iterator[Report]:
    """A report for each source, in order, as `engine.check` gives it.

    A source that makes klarsprak itself fail gets a report that says so, among its problems; the others
    are checked all the same. Wrong settings are raised: they are nobody's text.
    """
    stream = iter(sources)
    units = iter(lambda: _unit(list(islice(stream, UNIT)), settings, format, cache), None)
    if workers <= 1:
        for unit in units:
            unit.rest = _work(unit.todo(), settings, format)
            yield from _reports(unit, cache)
        return
    with ExitStack() as stack:
        pool: ProcessPoolExecutor | None = None
        waiting: deque[_Unit] = deque()
        for unit in units:
            if todo := unit.todo():
                pool = pool or stack.enter_context(_pool(workers, settings))
                unit.rest = pool.submit(_work, todo, settings, format)
            waiting.append(unit)
            if len(waiting) > 2 * workers:  # a bounded queue: memory does not grow with the work
                yield from _reports(waiting.popleft(), cache)
        while waiting:
            yield from _reports(waiting.popleft(), cache)


def _pool(workers: int, settings: Settings) -> ProcessPoolExecutor:
    """Where processes can be forked, the pipeline is loaded once, and they share it."""
    if sys.platform != "linux":
        return ProcessPoolExecutor(workers, initializer=_collect_seldom)
    # What rules learn on first use (lists, patterns) is learnt once, too.
    for standard in ("nb", "nn"):
        engine.check_one(Source("", _FIRST), replace(settings, standard=standard, overrides=()))
    if needs := frozenset[str]().union(*(rule.needs for rule in settings.rules())):
        language.load(settings.pipeline, needs)
    gc.freeze()  # what is loaded stays, and is not copied by being counted
    return ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _collect_seldom)


def _collect_seldom() -> None:
    # Words and findings make no cycles; to look for them anyway takes 7 % of the time.
    gc.set_threshold(100_000, 20, 100)


def _work(sources: list[Source], settings: Settings, format: str | None) -> list[Report]:
    try:
        return list(engine.check(sources, settings, format=format))
    except SETTINGS_ERRORS:
        raise
    except Exception:
        return [_alone(source, settings, format) for source in sources]  # finds the one to blame


def _alone(source: Source, settings: Settings, format: str | None) -> Report:
    try:
        (report,) = engine.check([source], settings, format=format)
        return report
    except Exception as error:
        fault = f"not checked: klarsprak failed ({type(error).__name__}: {error}). Please report it"
        return Report(source, None, "web", 0, (), problems=(fault,))


def _unit(sources: list[Source], settings: Settings, format: str | None, cache: Cache | None) -> _Unit | None:
    if not sources:
        return None
    keys = [_key(source, settings, format) if cache else "" for source in sources]
    known = {
        i: report
        for i, (source, key) in enumerate(zip(sources, keys, strict=True))
        if cache and (report := cache.get(source, key))
    }
    return _Unit(sources, keys, known)


def _key(source: Source, settings: Settings, format: str | None) -> str:
    own = settings.for_path(source.name)
    return "\0".join((own.key(), format or readers.format_of(source.name) or "", pipeline_id(own.pipeline)))


def _reports(unit: _Unit, cache: Cache | None) -> Iterator[Report]:
    rest = iter(unit.rest.result() if isinstance(unit.rest, Future) else unit.rest)
    for i, key in enumerate(unit.keys):
        if i in unit.known:
            yield unit.known[i]
            continue
        report = next(rest)
        if cache and not report.problems:
            cache.put(report, key)
        yield report
    if cache:
        cache.commit()
