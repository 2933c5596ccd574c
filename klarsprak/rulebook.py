"""What a rule is, and the catalog of all rules."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import Any, NamedTuple

from klarsprak.text import PageKind, Place, Sentence, Text


class Priority(StrEnum):
    """The four priorities of 17 November 2010, in the minister's order."""

    LETTERE = "lettere"
    BRUKERRETTING = "brukerretting"
    DIGITALT = "digitalt"
    KLART_SPRAK = "klart-sprak"

    @property
    def label(self) -> str:
        """For people, in bokmål."""
        return _PRIORITY_LABELS[self]


class Severity(StrEnum):
    """How much a finding weighs, lightest first. `info` counts but never blocks."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for info … 3 for high."""
        return list(Severity).index(self)

    @property
    def label(self) -> str:
        """For people, in bokmål."""
        return _SEVERITY_LABELS[self]


_PRIORITY_LABELS = {
    Priority.LETTERE: "Lettere for innbyggerne",
    Priority.BRUKERRETTING: "Brukerretting",
    Priority.DIGITALT: "Digitalt først",
    Priority.KLART_SPRAK: "Klart språk",
}
_SEVERITY_LABELS = {
    Severity.INFO: "info",
    Severity.LOW: "lav",
    Severity.MEDIUM: "middels",
    Severity.HIGH: "høy",
}


class Hit(NamedTuple):
    """What a rule yields. The engine makes it a Finding: it knows the rule, the source and the standard."""

    at: Place
    instead: tuple[str, ...] = ()  # best first, in the inflection of the place
    values: Mapping[str, object] = MappingProxyType({})  # fills the message; {found} is always there
    case: str = ""  # which message, for a rule that has several
    severity: Severity | None = None  # other than the rule's own
    fixable: bool = False  # putting instead[0] in the place is right wherever it is offered


Check = Callable[..., Iterable[Hit]]
Gate = Callable[[Sentence], bool]
Messages = str | Mapping[str, str]


@dataclass(frozen=True)
class Rule:
    """One rule: its name is its file's name, its documentation its docstring."""

    name: str
    priority: Priority
    severity: Severity
    messages: Mapping[str, Mapping[str, str]]  # standard -> case -> template
    check: Check
    needs: frozenset[str] = frozenset()  # components of the pipeline: morphologizer, parser, lemmatizer
    gate: Gate | None = None  # which sentences the model must see; the rule gets only those
    profiles: frozenset[str] = frozenset({"web", "brev", "some"})
    standards: frozenset[str] = frozenset({"nb", "nn"})  # of the texts it can say something about
    pages: frozenset[PageKind] | None = None  # kinds of page where its question makes sense; None: all
    whole: bool = False  # judges the text as a whole: finds a thing once, however long the text is
    once: bool = False  # tells of a word in one place only, though it is the same in others
    default: bool = True  # False: runs only where somebody asks for it by name
    replaces: tuple[str, ...] = ()  # rules that see the same cause: where both find, this one speaks
    aliases: tuple[str, ...] = ()

    @property
    def doc(self) -> str:
        return inspect.getdoc(self.check) or ""

    @property
    def title(self) -> str:
        return self.doc.partition("\n")[0].rstrip(".")

    @property
    def options(self) -> Mapping[str, Any]:
        """The keyword-only parameters of the check, with their defaults."""
        return {p.name: p.default for p in inspect.signature(self.check).parameters.values()
                if p.kind is p.KEYWORD_ONLY}  # fmt: skip

    def is_about(self, text: Text) -> bool:
        """True when the question of the rule makes sense for a text like this one."""
        return (
            text.profile in self.profiles
            and text.standard in self.standards
            and (self.pages is None or text.page in self.pages)
        )

    def message(self, standard: str, hit: Hit) -> str:
        """The message of `hit` in nb or nn."""
        return self.messages[standard][hit.case].format(**{"found": hit.at.text, **hit.values})


def rule(
    *,
    priority: str,
    severity: str,
    nb: Messages,
    nn: Messages,
    needs: Iterable[str] = (),
    gate: Gate | None = None,
    profiles: Iterable[str] = ("web", "brev", "some"),
    standards: Iterable[str] = ("nb", "nn"),
    pages: Iterable[str] | None = None,
    whole: bool = False,
    once: bool = False,
    default: bool = True,
    replaces: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make `check(text, *, options) -> Iterable[Hit]` a rule, named after its file.

    `nb` and `nn` are the messages: one template, or several by the `case` of the hit.
    A rule that reads `text.parsed` says which components it `needs`, and by `gate` which sentences
    the model must see: cheap, by word forms only, and never by what another rule found. `standards`
    and `pages` say in which texts it runs; a rule about the `whole` text finds a thing once at most; one
    that tells of a word `once` leaves out the other places where it stands; a
    rule that is not `default` runs only when selected by name.
    """

    def make(check: Check) -> Rule:
        return Rule(
            name=check.__module__.rpartition(".")[2].replace("_", "-"),
            priority=Priority(priority),
            severity=Severity(severity),
            messages={"nb": _cases(nb), "nn": _cases(nn)},
            check=check,
            needs=frozenset(needs),
            gate=gate,
            profiles=frozenset(profiles),
            standards=frozenset(standards),
            pages=None if pages is None else frozenset(map(PageKind, pages)),
            whole=whole,
            once=once,
            default=default,
            replaces=replaces,
            aliases=aliases,
        )

    return make


def _cases(messages: Messages) -> Mapping[str, str]:
    return {"": messages} if isinstance(messages, str) else messages


class RuleError(ValueError):
    """A rule of another package that cannot be used; the message tells which, and why."""


@cache
def catalog() -> Mapping[str, Rule]:
    """Every rule by name: one module in klarsprak.rules, one rule called `check`.

    Other packages add theirs through the entry point group `klarsprak.rules`, whose values are rules.
    Raises RuleError for one that is no rule, or bears a name that is taken.
    """
    package = import_module("klarsprak.rules")
    modules = [
        import_module(f"klarsprak.rules.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
        if not module.name.startswith("_")
    ]
    rules: dict[str, Rule] = {module.check.name: module.check for module in modules}
    for entry in entry_points(group="klarsprak.rules"):
        added = _load(entry)
        if added.name in rules:
            raise RuleError(
                f'entry point "{entry.name}" ({entry.value}): there is a rule {added.name} already'
            )
        rules[added.name] = added
    return dict(sorted(rules.items()))


def _load(entry: EntryPoint) -> Rule:
    place = f'entry point "{entry.name}" ({entry.value})'
    try:
        found = entry.load()
    except Exception as error:  # whatever goes wrong while another package is imported
        raise RuleError(f"{place} cannot be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(found, Rule):
        raise RuleError(f"{place} names no rule; write it as package.module:check")
    return found


def by_any_name() -> Mapping[str, Rule]:
    """Rules by name and by every former name."""
    return {name: r for r in catalog().values() for name in (r.name, *r.aliases)}
