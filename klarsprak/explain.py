"""The rules explained from their docstrings: on the command line, in docs/regler.md, in SARIF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import fill
from typing import Any, NamedTuple

from klarsprak.rulebook import Priority, Rule
from klarsprak.text import PageKind

PROFILES = {"web": "nettsider", "brev": "brev", "some": "innlegg i sosiale medier"}
STANDARDS = {"nb": "bokmål", "nn": "nynorsk"}
WIDTH = 88  # columns on the terminal
_FIELD = re.compile(r"^(Hvorfor|Ikke|Ikkje|Heller|Unntak|Målt|Kilde):[ \t]*", re.MULTILINE)


class Pair(NamedTuple):
    """A text that the rule is about, and the same said better. HTML when it begins with «<»."""

    standard: str  # nb or nn
    bad: str
    good: str


@dataclass(frozen=True)
class Explanation:
    """The docstring of a rule, by its fields."""

    rule: Rule
    why: str
    pairs: tuple[Pair, ...]
    exceptions: str
    measured: str
    sources: tuple[str, ...]  # title, address

    @property
    def options(self) -> Mapping[str, Any]:
        """Defaults by the name used in configuration files."""
        return {name.replace("_", "-"): default for name, default in self.rule.options.items()}


def explain(rule: Rule) -> Explanation:
    """The explanation of `rule`. Raises ValueError when a field is out of place."""
    parts = _FIELD.split(rule.doc)
    fields: dict[str, list[str]] = {}
    pairs: list[Pair] = []
    bad: tuple[str, str] | None = None
    for name, value in zip(parts[1::2], parts[2::2], strict=True):
        text = "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", value.strip()))
        if name in {"Ikke", "Ikkje"}:
            bad = ("nb" if name == "Ikke" else "nn", text)
        elif name == "Heller":
            if bad is None:
                raise ValueError(f"{rule.name}: «Heller» without «Ikke» or «Ikkje» before it")
            pairs.append(Pair(bad[0], bad[1], text))
            bad = None
        else:
            fields.setdefault(name, []).append(text)
    return Explanation(
        rule=rule,
        why="\n\n".join(fields.get("Hvorfor", [])),
        pairs=tuple(pairs),
        exceptions="\n\n".join(fields.get("Unntak", [])),
        measured="\n\n".join(fields.get("Målt", [])),
        sources=tuple(fields.get("Kilde", [])),
    )


def facts(rule: Rule) -> str:
    """Priority, severity and, where it matters, the profiles, in one line."""
    line = f"{rule.priority.label} · alvor: {rule.severity.label}"
    if len(rule.profiles) < len(PROFILES):
        line += " · bare " + ", ".join(title for name, title in PROFILES.items() if name in rule.profiles)
    if len(rule.standards) < len(STANDARDS):
        line += " · bare " + ", ".join(title for name, title in STANDARDS.items() if name in rule.standards)
    if rule.pages is not None:
        line += " · bare på sider av typen " + ", ".join(p for p in PageKind if p in rule.pages)
    return line if rule.default else line + " · av, slå på med extend-select"


def as_text(rule: Rule) -> str:
    """For the terminal."""
    return "\n".join([f"{rule.name}: {rule.title}", facts(rule), *_text_lines(explain(rule))]) + "\n"


def _text_lines(explained: Explanation) -> Iterator[str]:
    if explained.why:
        yield from ("", _wrapped(explained.why))
    for pair in explained.pairs:
        no = "Ikke:" if pair.standard == "nb" else "Ikkje:"
        yield from ("", _wrapped(pair.bad, f"  {no:8}"), _wrapped(pair.good, "  Heller: "))
    for title, text in (("Unntak", explained.exceptions), ("Målt", explained.measured)):
        if text:
            yield from ("", _wrapped(f"{title}: {text}"))
    if explained.options:
        yield from ("", "Valg i oppsettet:", f"  [tool.klarsprak.rules.{explained.rule.name}]")
        yield from (f"  {name} = {toml(value)}" for name, value in explained.options.items())
    if explained.rule.aliases:
        yield from ("", f"Het før: {', '.join(explained.rule.aliases)}")
    if explained.sources:
        yield ""
        yield from (f"Kilde: {source}" for source in explained.sources)


def _wrapped(text: str, first: str = "") -> str:
    """Lines of `WIDTH`, the first after `first` and the others below where it ends."""
    rest = " " * len(first)
    paragraphs = [
        fill(
            part,
            WIDTH,
            initial_indent=rest,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in text.split("\n\n")
    ]
    return first + "\n\n".join(paragraphs)[len(first) :]


def toml(value: object) -> str:
    """`value` as it is written in a configuration file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (tuple, list, frozenset, set)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return f"[{', '.join(toml(item) for item in items)}]"
    return str(value)


def as_json(rules: Iterable[Rule]) -> str:
    """For other programs."""
    entries = [
        {
            "name": rule.name,
            "title": rule.title,
            "priority": rule.priority,
            "severity": rule.severity,
            "profiles": sorted(rule.profiles),
            "standards": sorted(rule.standards),
            "pages": sorted(rule.pages) if rule.pages is not None else None,
            "default": rule.default,
            "options": explain(rule).options,
            "aliases": rule.aliases,
        }
        for rule in rules
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2, default=list)


def as_markdown(rule: Rule, *, comments: bool = False) -> str:
    """For SARIF and docs/regler.md, without a heading. `comments` keep klarsprak off the examples."""
    explained = explain(rule)
    parts = [explained.why]
    if explained.pairs:
        rows = [f"| {p.standard} | {_cell(p.bad)} | {_cell(p.good)} |" for p in explained.pairs]
        table = "\n".join(["| | Ikke | Heller |", "| --- | --- | --- |", *rows])
        parts.append(
            f"<!-- klarsprak: av (eksempler) -->\n\n{table}\n\n<!-- klarsprak: på -->" if comments else table
        )
    parts += [
        f"**{t}:** {text}"
        for t, text in (("Unntak", explained.exceptions), ("Målt", explained.measured))
        if text
    ]
    if explained.options:
        options = ", ".join(f"`{name} = {toml(value)}`" for name, value in explained.options.items())
        parts.append(f"**Valg:** {options}")
    if explained.rule.aliases:
        parts.append(f"**Het før:** {', '.join(f'`{a}`' for a in explained.rule.aliases)}")
    parts += [f"**Kilde:** {_linked(source)}" for source in explained.sources]
    return "\n\n".join(part for part in parts if part)


def _cell(text: str) -> str:
    shown = text.replace("\n", " ").replace("|", "\\|")
    return f"`{shown}`" if text.startswith("<") else shown


def _linked(source: str) -> str:
    """«Title, address» as a link."""
    match = re.fullmatch(r"(.*?),?\s*(https?://\S+)", source)
    return f"[{match[1]}]({match[2]})" if match and match[1] else source


def page(rules: Iterable[Rule]) -> str:
    """docs/regler.md."""
    by_priority: dict[Priority, list[Rule]] = {priority: [] for priority in Priority}
    for rule in rules:
        by_priority[rule.priority].append(rule)
    parts = [
        "# Reglene i klarsprak",
        "Denne siden er laget av `klarsprak rules --format markdown`. Rett i reglene, ikke her.",
        "| Regel | Hva den ser etter | Alvor |\n| --- | --- | --- |\n"
        + "\n".join(
            f"| [{r.name}](#{r.name}) | {r.title} | {r.severity.label} |"
            for own in by_priority.values()
            for r in own
        ),
    ]
    for priority, own in by_priority.items():
        if own:
            parts.append(f"## {priority.label}")
        for rule in own:
            parts += [
                f"### {rule.name}",
                f"**{rule.title}** · {facts(rule)}",
                as_markdown(rule, comments=True),
            ]
    return "\n\n".join(parts) + "\n"
