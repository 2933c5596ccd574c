"""What to write instead of a term, in the form of what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from klarsprak import inflection
from klarsprak.inflection import DEF, INF, PART, PART_MF, PASS, PASS_PAST, PERF, SG
from klarsprak.slots import LIGHT as LIGHT
from klarsprak.slots import Kept, kept
from klarsprak.text import Sentence
from klarsprak.wordform import ATTRIBUTIVE, AUXILIARY, COPULA, COPULA_NB, tag_of
from klarsprak.wordlist import SLOT, Entry, Pattern
from klarsprak.words import Word

_OWN_CLASS = re.compile(r"(?P<head>\S+) <(?P<cls>[^>]+)>(?P<rest>.*)")
PASS_PERF = "pass-perf"  # the perfect of a passive: «ble mottatt», «er mottatt», but not «er ankommet»
_BEFORE_IMPERATIVE = frozenset("og eller så ikke ikkje vennligst".split())
_ARTICLES = {"nb": {"m": "en", "f": "en", "n": "et"}, "nn": {"m": "ein", "f": "ei", "n": "eit"}}


def may_be_imperative(words: Sequence[Word], at: int) -> bool:
    """True where an imperative may stand. Anywhere else «opphør» and its kin are nouns."""
    return at == 0 or words[at - 1].lower in _BEFORE_IMPERATIVE


def suggest(
    pattern: Pattern, sentence: Sentence, first: int, last: int, between: Iterable[int]
) -> tuple[int, tuple[str, ...]]:
    """The first word to be replaced, and what may stand instead of it up to the word `last`, best first.

    `between` are the words inside the term that are not of it. The first word is the article before the
    term where a new noun wants another one: «en problematikk» becomes «et problem».
    """
    words, entry = sentence.words, pattern.entry
    tag = tag_of(pattern.tags, sentence, first)
    if tag in (PART, PART_MF) and COPULA & {word.lower for word in words[max(first - 3, 0) : first]}:
        tag += "."  # not before a noun
    noun = entry.term.partition(f"{SLOT} ")[2].partition(" ")[0]
    stays = kept([sentence.text[words[at].start : words[at].end] for at in between], noun, entry.standard)
    if tag == PERF and _is_passive(entry, words, first):
        tag = PASS_PERF
    found = sentence.text[words[first].start : words[last].end]
    if _wants_object(entry, tag, words, (first, last)):
        tag, stays = "", Kept("", stays.how, stays.lost)
    formed = [_inflect(better, entry, tag, stays, found) for better in entry.instead]
    able = [form for form in formed if form is not None]
    instead = able or [_inflect(better, entry, "", stays, found) or better for better in entry.instead]
    beside = first > 0 and words[first - 1].end + 1 == words[first].start
    article = words[first - 1].lower if tag == SG and beside and "forklar" not in entry.flags else ""
    if changed := _with_articles(instead, article, entry.standard):
        first, instead = first - 1, changed
    found = sentence.text[words[first].start : words[last].end]
    return first, tuple(dict.fromkeys(_capital(better, found) for better in instead))


def _is_passive(entry: Entry, words: Sequence[Word], at: int) -> bool:
    """True for a perfect after be or become, of a verb that has a passive."""
    auxiliary = next((w.lower for w in reversed(words[max(at - 3, 0) : at]) if w.lower in AUXILIARY), "")
    if auxiliary not in COPULA | COPULA_NB:
        return False
    verb = entry.term.split()[0].split("/")[0]
    forms = (
        inflection.forms_of(verb, "v", entry.standard)
        if entry.cls == "v"
        else inflection.paradigm(verb, entry.cls, entry.standard)
    )
    return forms is not None and bool(forms[PASS])


def _wants_object(entry: Entry, tag: str, words: Sequence[Word], ends: tuple[int, int]) -> bool:
    """True for a passive whose plain verb lacks what it is about: «her gjøres en vurdering», or where that
    cannot follow: «det gjøres en vurdering av saken» is not «det vurderes saken»."""
    first, last = ends
    near = [word.lower for word in words[max(first - 3, 0) : first]]
    passive = tag in (PASS, PASS_PAST, PASS_PERF) or (
        tag in (PERF, PART, PART_MF) and bool(COPULA & set(near))
    )
    takes = entry.term.rpartition(" ")[2].strip("()")
    if not passive or SLOT not in entry.term or takes not in ("av", "til"):
        return False
    formal = "det" in near or any(word.lower == "det" for word in words[first + 1 : last])
    return formal or words[last].lower != takes


def _inflect(better: str, entry: Entry, tag: str, stays: Kept, found: str) -> str | None:
    """`better` in the form `tag`; as it stands where that form is not known, None where there is none."""
    own = _OWN_CLASS.fullmatch(better)
    head, rest = (own["head"], own["rest"].strip()) if own else better.partition(" ")[::2]
    better = f"{head} {rest}".strip()
    forms = inflection.forms_of(head, entry.kind, entry.standard) if entry.kind else None
    if own and entry.kind:
        forms = inflection.paradigm(head, own["cls"], entry.standard)
    if forms is None:
        return better
    if entry.kind == "v":
        return _verb(forms, entry, tag, (stays, rest), found)
    tag, _, genitive = tag.partition("'")
    if (genitive and rest) or tag not in forms:
        return better
    same = forms[tag]
    if tag == DEF and found.endswith("a"):  # «fradelinga» wants «hjelpa», not «hjelpen»
        same = tuple(form for form in same if form.endswith("a")) or same
    ending = "s" if genitive and same[0][-1] not in "sxz" else ""
    return f"{same[0]}{ending} {rest}".strip()


def _verb(
    forms: inflection.Paradigm, entry: Entry, tag: str, words: tuple[Kept, str], found: str
) -> str | None:
    stays, rest = words
    before_noun, tag = not tag.endswith("."), tag.rstrip(".")
    if stays.lost:  # something of the found words is missing, and the reader must put it in
        return " ".join(part for part in (forms[INF][0], rest, "…") if part)
    if before_noun and tag in (PART, PART_MF, ATTRIBUTIVE):
        if rest or not forms.get(PART):
            return None  # «den ferdigstilte boligen» cannot become «den gjort ferdig boligen»
        if tag == ATTRIBUTIVE and entry.standard == "nn" and forms[PERF][:1] != forms.get(PART, ())[:1]:
            return None  # «skriven», «skrive», «skrivne»: nobody knows
        tag = PERF if tag == ATTRIBUTIVE else tag
    if tag in (PASS, PASS_PAST, PASS_PERF) and not forms[PASS]:
        return None  # «ble mottatt» is not «ble fått»
    if "seg" in rest.split() and tag in (PASS, PASS_PAST):
        tag = INF
    tag = PERF if tag == PASS_PERF else tag
    same = forms.get(tag) or forms[PERF if tag == PART_MF else INF]
    head = found.split()[0].lower()
    if tag == PART_MF or (tag == PERF and head[-1] == "d"):  # nynorsk «avgifta er kravd inn»
        same = tuple(form for form in same if form[-1] == "d") or same
    if tag == INF and head.endswith("a") and head not in entry.term.split()[0].split("/"):
        same = same[::-1]  # an infinitive in -a wants another one
    return " ".join(part for part in (same[0], stays.near, stays.how, rest) if part)


def _with_articles(instead: list[str], article: str, standard: str) -> list[str]:
    """The alternatives with articles of their own; empty where the article that stands there will do."""
    if article not in (*_ARTICLES[standard].values(), "ei"):
        return []
    own = [_ARTICLES[standard].get(_gender(better, standard), "") for better in instead]
    if all(a == article or (standard, a, article) == ("nb", "en", "ei") for a in own):
        return []
    return [f"{a} {better}".strip() for a, better in zip(own, instead, strict=True)]


def _gender(better: str, standard: str) -> str:
    cls = inflection.lexicon(standard).get((better.partition(" ")[0], "n"), " ")
    return "" if cls.partition(" ")[0].endswith("-") else cls[0]  # «hjelp» takes no article


def _capital(text: str, found: str) -> str:
    if found.isupper() and len(found) > 1:
        return text.upper()
    return text[0].upper() + text[1:] if found[0].isupper() else text
