"""Verb facts by word form, without a model: what may be an s-form or a participle, and what is finite."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

# A verb is known by its end where it begins with one of these, or with anything before a long verb:
# «ettersendes», «saksbehandlet».
_PREFIX = re.compile(
    r"(?:an|at|att|av|be|bort|etter|for|fore|fram|frem|fra|frå|gjen|inn|med|mis|mot|ned|om|opp|over|på|sam|til|unn|"
    r"under|ut|ute|ved|hen|fast|stad|fri|god|hjem|heim|kunn|klar|ferdig|offentlig|offentleg|bekjent|tilbake|"
    r"videre|vidare)-?"
)
_LONG = 6
S_ENDING = {"nb": "s", "nn": "ast"}
_PARTICIPLE = {
    "nb": re.compile(r".{2,}(?:et|t|dd|d|te|de|ne|a)"),
    "nn": re.compile(r".{2,}(?:t|d|te|de|ne|en|e|a)"),
}


@cache
def facts(standard: str) -> dict[str, frozenset[str]]:
    """Forms by code.

    i infinitive, p participle, f finite, h finite or something else, d never passive, m passive or not, k as
    m but passive after a modal, x no verb, s state after bli. `_verb.*` is counted, `_verb_own.*` ours.
    """
    codes: dict[str, set[str]] = {code: set() for code in "ipfdmkxsh"}
    for name in (f"_verb.{standard}.txt", f"_verb_own.{standard}.txt"):
        for line in (files(__package__) / name).read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#":
                form, code = line.split()
                codes[code].add(form)
    return {code: frozenset(forms) for code, forms in codes.items()}


@lru_cache(1 << 16)
def s_form(form: str, standard: str) -> str:
    """Whether `form` is an s-form of a verb we know ("sure"), looks like one ("maybe"), or neither ("")."""
    known = facts(standard)
    if form in known["d"] or form in known["x"]:
        return ""
    ending = S_ENDING[standard]
    if not form.endswith(ending) or len(form) < 3:
        return ""
    stem = form.removesuffix(ending)
    if stem.endswith("by") and stem not in known["i"]:  # «hjembys», «storbys»
        return ""
    either = form in known["m"] or form in known["k"]
    if not either and any(_known(i, standard, "i") for i in _infinitives(stem, standard)):
        return "sure"
    if standard == "nn":
        return "maybe" if len(form) > 5 else ""
    likely = stem.endswith("e") and len(form) > 4 and not form.endswith(("enes", "ernes"))
    return "maybe" if likely or either else ""


def _infinitives(stem: str, standard: str) -> tuple[str, ...]:
    if standard == "nb":
        # sies, gies, fåes, forbyes beside sis, gis, fås and forbys
        return (stem, stem[:-1]) if stem.endswith(("sie", "gie", "åe", "bye", "see")) else (stem,)
    # The lists need hold only one of byggje, byggja, bygge and bygga.
    return (stem, stem + "e", stem + "a", stem + "je", stem.removesuffix("j") + "e")


@lru_cache(1 << 16)
def participle(form: str, standard: str) -> bool:
    """Whether `form` is a perfect participle we know, or a regular one of a verb we know."""
    if _known(form, standard, "p", compound=True):
        return True
    if form.endswith("ert"):
        infinitives = [form.removesuffix("t") + "e"]
    elif form.endswith("et") and standard == "nb":
        infinitives = [form.removesuffix("t")]
    elif form.endswith("a") and standard == "nn":
        infinitives = [form, form.removesuffix("a") + "e"]
    else:
        return False
    return any(_known(i, standard, "i", compound=True) for i in infinitives)


@lru_cache(1 << 16)
def like_participle(form: str, standard: str) -> bool:
    """Whether `form` may be a participle at all: the model should look at it."""
    if form in facts(standard)["x"] or form in facts(standard)["s"]:
        return False
    return participle(form, standard) or (len(form) > 3 and bool(_PARTICIPLE[standard].fullmatch(form)))


def _known(form: str, standard: str, code: str, *, compound: bool = False) -> bool:
    known = facts(standard)[code]
    if form in known:
        return True
    prefix = _PREFIX.match(form)
    if prefix and len(form) - prefix.end() > 1 and form[prefix.end() :] in known:
        return True
    return compound and any(form[at:] in known for at in range(2, len(form) - _LONG + 1))
