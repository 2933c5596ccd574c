"""`[tool.klarsprak]` in pyproject.toml, or .klarsprak.toml: found, read, and its faults told by line."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from klarsprak.config import PAGE_KINDS, Override, Settings
from klarsprak.names import UnknownNameError, rule_names
from klarsprak.rulebook import Rule, Severity, by_any_name
from klarsprak.termfile import ConfigError as ConfigError
from klarsprak.termfile import read_terms as read_terms
from klarsprak.text import House
from klarsprak.toml_lines import Key, line_of

NAMES = (".klarsprak.toml", "pyproject.toml")  # the first wins in the same folder
CHOICES = {
    "standard": ("auto", "nb", "nn"),
    "profile": ("web", "brev", "some"),
    "page": ("auto", *PAGE_KINDS),
    "fail-on": ("never", *Severity),
}
# The house's choices in nynorsk: key of the table -> values.
HOUSE = {
    "profile": ("moderne", "tradisjonell"),
    "infinitive": ("e", "a"),
    "we": ("vi", "me"),
    "necessary": ("nødvendig", "naudsynt"),
}
PATH_KEYS = (
    "select",
    "extend-select",
    "ignore",
    "standard",
    "profile",
    "page",
    "nynorsk",
    "accept",
    "terms",
    "rules",
)
KEYS = (*PATH_KEYS, "pipeline", "fail-on", "exclude", "per-path")


@dataclass(frozen=True)
class Config:
    """A configuration file as read."""

    settings: Settings = field(default_factory=Settings)
    fail_on: str | None = None
    exclude: tuple[str, ...] = ()  # patterns as in .gitignore, from `root`
    root: Path | None = None


def find(start: Path) -> Path | None:
    """The nearest configuration file in `start` or a folder above it, no further than the repository's."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
        if (folder / ".git").exists():
            return None
    return None


def _has_table(path: Path) -> bool:
    try:
        return b"tool.klarsprak" in path.read_bytes()
    except OSError:
        return False  # somebody else's file; nothing says that it is about us


def load(path: Path) -> Config:
    """Read `path`. Raises ConfigError, with the line, for unknown names and wrong types."""
    try:
        content = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(content)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))  # else: at the end of the document
        number = line[1] if line else max(len(content.splitlines()), 1)
        raise ConfigError(f"{path}:{number}: not valid TOML: {error}") from error
    prefix: Key = ("tool", "klarsprak") if path.name == "pyproject.toml" else ()
    reader = _Reader(path, content, prefix)
    for part in prefix:
        data = data.get(part, {})
        reader.typed(data, dict, "a table", ())
    return reader.config(data)


class _Reader:
    """Turns the tables of one file into settings, knowing where in the file each key stands."""

    def __init__(self, path: Path, content: str, prefix: Key) -> None:
        self.path, self.prefix = path, prefix
        self.lines = content.splitlines()

    def config(self, data: Mapping[str, Any]) -> Config:
        tool = None if self.prefix else data.get("tool")
        if isinstance(tool, dict) and "klarsprak" in tool:
            raise self.error(
                f'"[tool.klarsprak]" is for pyproject.toml; in {self.path.name} the keys stand at the top: '
                "leave that line out, and write [rules.…] for [tool.klarsprak.rules.…]",
                ("tool", "klarsprak"),
            )
        self.known(data, (), KEYS, "key")
        overrides = []
        root = self.path.parent.resolve()
        for pattern, table in self.table(data, (), "per-path").items():
            key = ("per-path", pattern)
            self.typed(table, dict, "a table", key)
            self.known(table, key, PATH_KEYS, "key of per-path")
            overrides.append(Override(pattern, str(root), self.changes(table, key)))
        settings = Settings().changed(self.changes(data, ()))
        return Config(
            settings.changed(
                {"pipeline": self.get(data, (), "pipeline", str, "a string"), "overrides": tuple(overrides)}
            ),
            self.choice(data, (), "fail-on"),
            self.strings(data, (), "exclude"),
            root,
        )

    def changes(self, table: Mapping[str, Any], key: Key) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for name, setting in (("select", "select"), ("extend-select", "extend"), ("ignore", "ignore")):
            if name in table:
                changes[setting] = self.rules(table, key, name)
        for name in ("standard", "profile", "page"):
            if name in table:
                changes[name] = self.choice(table, key, name)
        if "nynorsk" in table:
            changes["house"] = self.house(table, key)
        if "accept" in table:
            changes["accept"] = frozenset(word.lower() for word in self.strings(table, key, "accept"))
        if "terms" in table:
            changes["terms"] = self.terms(table, key)
        severity: dict[str, Severity] = {}
        options: dict[str, dict[str, object]] = {}
        for name, own in self.table(table, key, "rules").items():
            at = (*key, "rules", name)
            if name not in by_any_name():
                self.unknown("rule", name, by_any_name(), at)
            rule = by_any_name()[name]
            self.typed(own, dict, "a table", at)
            for option, value in own.items():
                if option == "severity":
                    if value not in list(Severity):
                        self.unknown("severity", str(value), Severity, (*at, option))
                    severity[rule.name] = Severity(value)
                else:
                    parameter, value = self.option(rule, option, value, (*at, option))
                    options.setdefault(rule.name, {})[parameter] = value
        if severity:
            changes["severity"] = severity
        if options:
            changes["options"] = options
        return changes

    def option(self, rule: Rule, option: str, value: Any, key: Key) -> tuple[str, object]:
        defaults = {name.replace("_", "-"): default for name, default in rule.options.items()}
        if option not in defaults:
            self.unknown(f"option of {rule.name}", option, (*defaults, "severity"), key)
        default = defaults[option]
        if isinstance(default, bool):
            self.typed(value, bool, "true or false", key)
        elif isinstance(default, int):
            self.typed(value, int, "a whole number", key)
            self.sensible(option, value, key)
        elif isinstance(default, float):
            self.typed(value, (int, float), "a number", key)
            self.sensible(option, value, key)
        elif isinstance(default, str):
            self.typed(value, str, "a string", key)
        else:
            self.typed(value, list, "a list of strings", key)
            for item in value:
                self.typed(item, str, "a list of strings", key)
            value = type(default)(value)
        return option.replace("-", "_"), value

    def sensible(self, option: str, value: float, key: Key) -> None:
        """A limit of zero would flag everything, or divide by it; a share above 100 per cent nothing."""
        least = 1 if option.startswith(("max-", "per-")) else 0
        most = 100 if option.endswith("percent") else math.inf
        if not least <= value <= most or not math.isfinite(value):
            wanted = f"at least {least}" if most == math.inf else f"from {least} to {most}"
            raise self.error(f"{'.'.join(key)} must be {wanted}, not {value}", key)

    def house(self, table: Mapping[str, Any], key: Key) -> House:
        own, at = self.table(table, key, "nynorsk"), (*key, "nynorsk")
        self.known(own, at, tuple(HOUSE), "key of nynorsk")
        for name, value in own.items():
            self.typed(value, str, "a string", (*at, name))
            if value not in HOUSE[name]:
                self.unknown(name, value, HOUSE[name], (*at, name))
        return House(**own)

    def rules(self, table: Mapping[str, Any], key: Key, name: str) -> frozenset[str]:
        names = self.strings(table, key, name)
        try:
            rule_names(names)
        except UnknownNameError as error:
            raise self.error(str(error), (*key, name), error.name) from error
        return frozenset(names)

    def terms(self, table: Mapping[str, Any], key: Key) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in self.strings(table, key, "terms"):
            path = self.path.parent / name
            try:
                content = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
                raise self.error(
                    f'term list "{name}" cannot be read: {why}', (*key, "terms"), name
                ) from error
            found |= read_terms(path, content)
        return found

    def strings(self, table: Mapping[str, Any], key: Key, name: str) -> tuple[str, ...]:
        value = self.get(table, key, name, list, "a list of strings") or []
        for item in value:
            self.typed(item, str, "a list of strings", (*key, name))
        return tuple(value)

    def choice(self, table: Mapping[str, Any], key: Key, name: str) -> str | None:
        value: str | None = self.get(table, key, name, str, "a string")
        if value is not None and value not in CHOICES[name]:
            self.unknown(name, value, CHOICES[name], (*key, name))
        return value

    def table(self, table: Mapping[str, Any], key: Key, name: str) -> Mapping[str, Any]:
        return self.get(table, key, name, dict, "a table") or {}

    def get(self, table: Mapping[str, Any], key: Key, name: str, kind: type, what: str) -> Any:
        if name in table:
            self.typed(table[name], kind, what, (*key, name))
        return table.get(name)

    def typed(self, value: Any, kind: type | tuple[type, ...], what: str, key: Key) -> None:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(f"{'.'.join(key) or 'tool.klarsprak'} must be {what}, not {_shown(value)}", key)

    def known(self, table: Mapping[str, Any], key: Key, names: tuple[str, ...], kind: str) -> None:
        for name in table:
            if name not in names:
                self.unknown(kind, name, names, (*key, name))

    def unknown(self, kind: str, name: str, known: Iterable[str], key: Key) -> NoReturn:
        error = UnknownNameError(kind, name, known)
        raise self.error(str(error), key, name) from error

    def error(self, message: str, key: Key, value: str | None = None) -> ConfigError:
        return ConfigError(f"{self.path}:{line_of(self.lines, (*self.prefix, *key), value)}: {message}")


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
