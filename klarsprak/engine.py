"""Sources in, reports out: reads, tells the standard, parts sentences, runs rules, settles findings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from klarsprak import ignore, language, pagekind, readers, scoring
from klarsprak.config import Profile, Settings
from klarsprak.finding import Finding, Report, Scores
from klarsprak.fits import fits
from klarsprak.rulebook import Hit, Priority, Rule
from klarsprak.sentences import split
from klarsprak.source import Source
from klarsprak.standard import assign
from klarsprak.text import (
    CODE,
    NO_CHOICES,
    PROSE,
    Block,
    House,
    PageKind,
    Parsed,
    Place,
    Sentence,
    Standard,
    Text,
)

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
CHUNK = 64  # sources that share one run of the model: more is faster, and takes more memory
KINDS = {"web": "web", "brev": "letter", "some": "post"}


def check(
    sources: Iterable[Source], settings: Settings | None = None, *, format: str | None = None
) -> Iterator[Report]:
    """A report for each source, in order. `format` (html, markdown, plain) overrules the name's ending."""
    settings = settings or Settings()
    stream = iter(sources)
    while chunk := list(islice(stream, CHUNK)):
        jobs = [_Job.of(source, settings.for_path(source.name), format) for source in chunk]
        _parse(jobs, settings.pipeline)
        for job in jobs:
            yield job.report()


def check_one(source: Source, settings: Settings | None = None, *, format: str | None = None) -> Report:
    """The report of a single source."""
    (report,) = check([source], settings, format=format)
    return report


def run(
    rule: Rule,
    source: Source,
    *,
    standard: Standard | None = None,
    profile: Profile = "web",
    reader: str | None = None,
    pipeline: str | None = None,
    gated: bool = True,
    page: str = "auto",
    house: House = NO_CHOICES,
    **options: Any,
) -> list[Finding]:
    """The findings of one rule alone. `gated=False` shows the model every sentence, for tests of the gate."""
    settings = Settings(
        standard=standard or "auto", profile=profile, page=page, house=house, options={rule.name: options}
    )
    text = to_text(source, settings, reader)
    if text is None or not rule.is_about(text):
        return []
    wanted = {rule.name: _candidates(rule, text.sentences, gated)}
    needs = dict.fromkeys(wanted[rule.name], rule.needs)
    parsed = language.parse(needs, rule.needs, pipeline) if needs else {}
    return _findings(rule, text, wanted, parsed, settings)


def to_text(source: Source, settings: Settings, format: str | None = None) -> Text | None:
    """What the rules are given; None when nothing in the source is Norwegian."""
    blocks = tuple(readers.read(source, format))
    fixed: Standard | None = None if settings.standard == "auto" else settings.standard
    page, standards = assign(blocks, fixed)
    if page is None:
        return None
    blocks = tuple(replace(b, standard=s) for b, s in zip(blocks, standards, strict=True))
    text = Text(
        source=source,
        standard=page,
        blocks=blocks,
        sentences=tuple(_sentences(blocks)),
        profile=settings.profile,
        accept=settings.accept,
        terms=settings.terms,
        house=settings.house,
    )
    return replace(text, page=pagekind.of(text) if settings.page == "auto" else PageKind(settings.page))


def _sentences(blocks: Iterable[Block]) -> Iterator[Sentence]:
    for block in blocks:
        if block.main and block.standard and block.kind in PROSE:
            for start, end in split(block.text):
                yield Sentence(block, start, end)


@dataclass
class _Job:
    """One source on its way through the engine."""

    source: Source
    settings: Settings
    format: str | None
    text: Text | None
    rules: list[Rule]
    wanted: dict[str, list[Sentence]]  # by rule: the sentences its gate lets through
    parsed: dict[Sentence, Parsed]

    @classmethod
    def of(cls, source: Source, settings: Settings, format: str | None) -> _Job:
        text = to_text(source, settings, format)
        rules = [r for r in settings.rules() if r.is_about(text)] if text else []
        wanted = {r.name: _candidates(r, text.sentences) for r in rules if r.needs} if text else {}
        return cls(source, settings, format, text, rules, wanted, {})

    def report(self) -> Report:
        kind = KINDS[self.settings.profile]
        if self.text is None:
            unknown = Scores(dict.fromkeys(map(str, Priority)))
            return Report(self.source, None, kind, 0, (), unknown, dict.fromkeys(scoring.NAMES))
        found = [
            f for r in self.rules for f in _findings(r, self.text, self.wanted, self.parsed, self.settings)
        ]
        kept, problems = ignore.apply(
            self.source, settle(found, self.rules), self.format or readers.format_of(self.source.name)
        )
        metrics = scoring.metrics(self.text, found, {r.name for r in self.rules})
        return Report(
            source=self.source,
            standard=self.text.standard,
            kind=kind,
            page=str(self.text.page),
            words=metrics.words,
            findings=tuple(kept),
            scores=scoring.scores(self.text, kept, metrics, self.rules),
            metrics=metrics.to_dict(),
            unchecked=sum(
                b.main and b.kind in PROSE and b.standard is None and b.text != CODE for b in self.text.blocks
            ),
            problems=tuple(problems),
        )


def _candidates(rule: Rule, sentences: Sequence[Sentence], gated: bool = True) -> list[Sentence]:
    if not rule.needs:
        return []
    gate: Callable[[Sentence], bool] | None = rule.gate if gated else None
    return [s for s in sentences if gate(s)] if gate else list(sentences)


def _parse(jobs: Sequence[_Job], pipeline: str | None) -> None:
    """Run the model once over what the rules of all jobs want, and no component further than needed."""
    wanted: dict[Sentence, frozenset[str]] = {}
    for job in jobs:
        for rule in job.rules:
            for sentence in job.wanted.get(rule.name, ()):
                wanted[sentence] = wanted.get(sentence, frozenset()) | rule.needs
    if not wanted:
        return
    components = frozenset[str]().union(*(rule.needs for job in jobs for rule in job.rules))
    parsed = language.parse(wanted, components, pipeline)
    for job in jobs:
        job.parsed = parsed


def _findings(
    rule: Rule,
    text: Text,
    wanted: dict[str, list[Sentence]],
    parsed: dict[Sentence, Parsed],
    settings: Settings,
) -> list[Finding]:
    if rule.needs:
        text = replace(text, parsed=tuple(parsed[s] for s in wanted[rule.name]))
    hits = rule.check(text, **settings.options.get(rule.name, {}))
    return [_finding(rule, hit, text, settings) for hit in hits if hit.at.text.lower() not in text.accept]


def _finding(rule: Rule, hit: Hit, text: Text, settings: Settings) -> Finding:
    block = hit.at.block
    return Finding(
        rule=rule.name,
        priority=rule.priority,
        severity=settings.severity.get(rule.name) or hit.severity or rule.severity,
        span=block.to_source(hit.at.start, hit.at.end),
        text=_as_read(hit.at, text.source),
        message=rule.message(block.standard or text.standard, hit),
        instead=hit.instead,
        fixable=hit.fixable
        and bool(hit.instead)
        and block.copied(hit.at.start, hit.at.end)
        and fits(hit.at, hit.instead[0]),
    )


def _as_read(place: Place, source: Source) -> str:
    """The words as the reader of the page sees them: code too, which is one opaque sign to the rules."""
    text = place.text
    if place.block.text == CODE:
        return ""  # an image, an empty link: there is nothing to read
    if CODE not in text:
        return " ".join(text.split())
    parts = list(text)
    for at, sign in enumerate(text):
        if sign == CODE:
            raw = source.content[slice(*place.block.to_source(place.start + at, place.start + at + 1))]
            markdown = raw.startswith("`")
            parts[at] = raw.strip("`").strip() if markdown else html.unescape(_TAG.sub("", raw)).strip()
    return " ".join("".join(parts).split())


def settle(findings: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """Findings in reading order, one for each cause: a rule that `replaces` another has its say alone
    where the two overlap. Findings of different causes may overlap, and both stay."""
    replaces = {r.name: r.replaces for r in rules if r.replaces}
    found = sorted(dict.fromkeys(findings), key=lambda f: (f.span.start, -f.span.end, f.rule))
    strong = [f for f in found if f.rule in replaces]
    return [
        f
        for f in found
        if not any(
            f.rule in replaces[s.rule] and s.span.start < f.span.end and f.span.start < s.span.end
            for s in strong
        )
    ]
