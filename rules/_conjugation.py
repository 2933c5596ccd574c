"""The active forms of a verb, from its passive form: behandles → behandler, ble skrevet → skrev."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from . import _verbs

_PREFIX = re.compile(
    "(?:an|gjennom|at|av|be|etter|for|fore|fram|frem|fra|frå|gjen|inn|med|mis|mot|ned|om|opp|over|på|sam|til|unn|under"
    "|ut|ved|hen|fast|ferdig|videre|vidare|saks|tilbake)"
)


class Forms(NamedTuple):
    """Of one verb in the active. Empty where the passive form does not tell for sure."""

    infinitive: str
    present: str
    past: str
    perfect: str


def of_participle(form: str, standard: str) -> Forms | None:
    """The verb whose perfect participle is `form` (lower case); None unless it is a verb we know."""
    if form in (exact := _tables(standard)[True]):
        return exact[form]
    listed = _from_table(form, standard, participle=True)
    regular = _of_regular(form, standard)
    # «betalt» is no «talt» with a prefix, though «fastsett» is a «sett» with one.
    stranger = regular and not _from_table(regular.infinitive, standard, participle=False)
    return regular if stranger or not listed else listed


def _of_regular(form: str, standard: str) -> Forms | None:
    known = _verbs.facts(standard)["i"]
    if form.endswith("ert") or (form.endswith("erte") and standard == "nn"):
        stem = form.removesuffix("e").removesuffix("t")
        return Forms(stem + "e", stem + "er", stem + "te", stem + "t") if stem + "e" in known else None
    if form.endswith("et") and standard == "nb":
        infinitive = form[:-1]
        return Forms(infinitive, infinitive + "r", form, form) if infinitive in known else None
    if form.endswith("a"):
        infinitive = form[:-1] + "e"
        present = form + "r" if standard == "nn" else infinitive + "r"
        return Forms(infinitive, present, form, form) if infinitive in known or form in known else None
    if standard == "nn" and form.endswith(("te", "de")):
        form = form[:-1]  # the plural
    if form.endswith("dd") and form[:-2] in known:
        return Forms(form[:-2], form[:-2] + "r", form + "e", form)
    if form.endswith(("t", "d")):
        return _with_t_or_d(form, standard)
    return None


def _with_t_or_d(form: str, standard: str) -> Forms | None:
    """brukt, bestemt, bygd, tenkt."""
    known = _verbs.facts(standard)["i"]
    stem = form[:-1]
    ends = ("je", stem[-1] + "je", "e", stem[-1] + "e") if standard == "nn" else ("e", stem[-1] + "e")
    infinitive = next((stem + end for end in ends if {stem + end, stem + end[:-1] + "a"} & known), None)
    if infinitive is None:
        return None
    if standard == "nb":
        return Forms(infinitive, infinitive + "r", form + "e", form)
    # Nynorsk has «køyrt» of «køyrde»: only after these sounds the past is sure.
    past = form + "e" if form[-1] == "d" or stem[-1] in "pksft" else ""
    return Forms(infinitive, infinitive + "r", past, form)


def of_s_form(form: str, standard: str) -> Forms | None:
    """The verb whose s-passive is `form`: its infinitive and present; the past when `form` is in the past."""
    known = _verbs.facts(standard)["i"]
    if standard == "nn":
        return _of_ast(form.removesuffix("ast"))
    base = form.removesuffix("s")
    for infinitive in (base, base[:-1] if base.endswith(("sie", "gie", "åe", "bye", "see")) else base):
        listed = _from_table(infinitive, standard, participle=False)
        if listed:
            return listed
        if infinitive in known or (_long(infinitive, known)):
            return Forms(infinitive, infinitive + "r", "", "")
    if base in _verbs.facts(standard)["f"] and base.endswith(("te", "de")):
        return Forms("", "", base, "")
    return None


_SHORT = {"tak": "ta", "gjev": "gje", "drag": "dra", "be": "be"}


def _of_ast(stem: str) -> Forms | None:
    known = _verbs.facts("nn")["i"]
    for end, short in _SHORT.items():
        if stem.endswith(end) and (stem == end or _PREFIX.fullmatch(stem.removesuffix(end))):
            return Forms(stem.removesuffix(end) + short, "", "", "")
    if stem in known:
        return Forms(stem, "", "", "")
    if stem + "e" in known or stem + "a" in known or _long(stem + "e", known):
        return Forms(stem + "e", "", "", "")
    return None


def _long(form: str, known: frozenset[str]) -> bool:
    match = _PREFIX.match(form)
    return match is not None and form[match.end() :] in known and len(form) - match.end() > 3


def _from_table(form: str, standard: str, *, participle: bool) -> Forms | None:
    table = _tables(standard)[participle]
    if form in table:
        return table[form]
    match = _PREFIX.match(form)
    if match and form[match.end() :] in table:
        prefix = match[0]
        return Forms(*(prefix + part for part in table[form[match.end() :]]))
    return None


@cache
def _tables(standard: str) -> tuple[dict[str, Forms], dict[str, Forms]]:
    """By infinitive, and by participle."""
    by_infinitive: dict[str, Forms] = {}
    by_participle: dict[str, Forms] = {}
    text = (files(__package__) / f"_principal_parts.{standard}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            infinitive, present, past, participles = line.split()
            perfect, *agreeing = participles.split("/")
            forms = Forms(infinitive, present, past, perfect)
            by_infinitive[infinitive] = forms
            for one in (perfect, *agreeing):
                by_participle.setdefault(one, forms)
    return by_infinitive, by_participle
