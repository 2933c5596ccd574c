"""What is checked and how: the settings of a check. `configfile` reads them from a file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from klarsprak import globs
from klarsprak.names import UnknownNameError, rule_names
from klarsprak.rulebook import Priority, Rule, Severity, catalog
from klarsprak.text import NO_CHOICES, House, PageKind

Standards = Literal["auto", "nb", "nn"]
Profile = Literal["web", "brev", "some"]
PAGE_KINDS = tuple(map(str, PageKind))
_REPLACED = frozenset(
    {"select", "standard", "profile", "page", "house", "pipeline", "overrides"}
)  # the rest is added to


@dataclass(frozen=True)
class Override:
    """Other settings for some paths."""

    pattern: str  # as in .gitignore
    root: str  # absolute: the folder that the pattern counts from
    changes: Mapping[str, Any]  # fields of Settings

    def matches(self, name: str) -> bool:
        """True when the source `name` (relative to the current folder) is one that the pattern means."""
        path = os.path.relpath(name, self.root).replace(os.sep, "/")
        return not path.startswith("../") and globs.covers(self.pattern, path)


@dataclass(frozen=True)
class Settings:
    """All that decides what is found, beside the text. Names are checked when `rules` is called."""

    select: frozenset[str] | None = None  # names of rules or priorities; None: all
    extend: frozenset[str] = frozenset()  # also these, that are not among the rules by default
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)  # by rule
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)  # by rule
    standard: Standards = "auto"
    profile: Profile = "web"
    page: str = "auto"  # or one of PAGE_KINDS
    house: House = NO_CHOICES
    accept: frozenset[str] = frozenset()  # words and phrases, lower case
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # lower case -> alternatives
    pipeline: str | None = None
    overrides: tuple[Override, ...] = ()  # the later win

    def for_path(self, name: str) -> Settings:
        """The settings for the source `name`, free of overrides."""
        if not self.overrides:
            return self
        settings = replace(self, overrides=())
        for override in self.overrides:
            if override.matches(name):
                settings = settings.changed(override.changes)
        return settings

    def changed(self, changes: Mapping[str, Any]) -> Settings:
        """With `changes` on top: one value replaces another, sets and tables grow."""
        values: dict[str, Any] = {}
        for name, value in changes.items():
            old = getattr(self, name)
            if name in _REPLACED:
                values[name] = value
            elif name == "options":
                values[name] = {**old, **{r: {**old.get(r, {}), **o} for r, o in value.items()}}
            else:
                values[name] = old | value
        return replace(self, **values)

    def rules(self) -> list[Rule]:
        """The enabled rules by name. Raises UnknownNameError for a rule or option that does not exist."""
        wanted = self._selected() | rule_names(self.extend)
        unwanted = rule_names(self.ignore)
        for name in (*self.severity, *self.options):
            if name not in catalog():
                raise UnknownNameError("rule", name, catalog())
        for name, options in self.options.items():
            for option in options:
                if option not in catalog()[name].options:
                    raise UnknownNameError(f"option of {name}", option, catalog()[name].options)
        return [r for r in catalog().values() if r.name in wanted and r.name not in unwanted]

    def _selected(self) -> frozenset[str]:
        """A rule that is not among the default ones is selected by its own name only."""
        if self.select is None:
            return frozenset(r.name for r in catalog().values() if r.default)
        by_name = rule_names(name for name in self.select if name not in set(Priority))
        by_priority = rule_names(name for name in self.select if name in set(Priority))
        return by_name | {name for name in by_priority if catalog()[name].default}

    def key(self) -> str:
        """A text that is equal for settings that find the same. Overrides left out: see `for_path`."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "overrides"}
        return json.dumps(values, sort_keys=True, default=_plain)

    def from_command_line(
        self,
        *,
        select: Iterable[str] = (),
        extend: Iterable[str] = (),
        ignore: Iterable[str] = (),
        **single: str | None,
    ) -> Settings:
        """What is typed wins over what is in the file, whatever the path. What the file ignores for
        some paths stays ignored there."""
        given = {name: value for name, value in single.items() if value is not None}
        selected = frozenset(select)
        hidden = {*given, *(["select"] if selected else [])}
        overrides = tuple(
            replace(o, changes={k: v for k, v in o.changes.items() if k not in hidden})
            for o in self.overrides
        )
        settings = replace(self, overrides=overrides, **given)  # type: ignore[arg-type]
        if selected:
            settings = replace(settings, select=selected, extend=frozenset(), ignore=frozenset())
        return settings.changed({"extend": frozenset(extend), "ignore": frozenset(ignore)})


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else dict(value)  # type: ignore[call-overload]
