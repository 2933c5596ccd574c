"""What to write instead of a term, in the form of what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from klarsprak import inflection
from klarsprak.inflection import BASE, DEF, IMP, INF, NEUTER, PART, PART_MF, PASS, PASS_PAST, PAST, PERF, SG
from klarsprak.text import Sentence
from klarsprak.wordlist import Entry, Pattern
from klarsprak.words import Word

_SUBJECTS = frozenset("jeg eg du han hun ho vi me de dei dere dykk man det den".split())
_ADVERBS = "ikke ikkje også òg alltid aldri nå no da då dermed derfor difor imidlertid selv sjølv"
# What may stand between a verb and the rest of its phrase: «har vi ikke mulighet til å».
LIGHT = _SUBJECTS | frozenset(_ADVERBS.split())
_DETERMINERS = frozenset(
    "en ei et ein eit den det de dei noen noe nokon noko denne dette disse desse".split()
)
_OWN_CLASS = re.compile(r"(?P<head>\S+) <(?P<cls>[^>]+)>(?P<rest>.*)")
_SUBJECT = re.compile(r"^[A-ZÆØÅ]|(?:en|ene|ane|inga)$")  # a name, or a noun in a definite form
_AUXILIARY = frozenset(
    "ha har hadde hatt er var vært vore være vere vera bli blir ble blei verte vert vart blitt"
    " få får fikk fekk fått".split()
)
# Nynorsk: a participle after one of these agrees, and its particle may follow: «er tekne i bruk».
_COPULA = frozenset("er var vore vere vera bli blir blei blitt verte vert vart vorte".split())
_DEFINITE = frozenset("den denne dette disse desse".split())  # «de» and «det» may be the subject
_MODAL = frozenset("å kan kunne skal skulle må måtte vil ville bør burde".split())
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
    tag = _tag(pattern.tags, words, first)
    if tag in (PART, PART_MF) and _COPULA & {word.lower for word in words[max(first - 3, 0) : first]}:
        tag += "."  # not before a noun
    kept = _kept([sentence.text[words[at].start : words[at].end] for at in between])
    found = sentence.text[words[first].start : words[last].end]
    instead = [_inflect(better, entry, tag, kept, found) for better in entry.instead]
    beside = first > 0 and words[first - 1].end + 1 == words[first].start
    article = words[first - 1].lower if tag == SG and beside and "forklar" not in entry.flags else ""
    if changed := _with_articles(instead, article, entry.standard):
        first, instead = first - 1, changed
    found = sentence.text[words[first].start : words[last].end]
    return first, tuple(dict.fromkeys(_capital(better, found) for better in instead))


def _tag(tags: tuple[str, ...], words: Sequence[Word], at: int) -> str:
    """Which inflection the form is: where it may be several, the words before it decide."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    asks = inflection.PRES in tags and after in _SUBJECTS  # nynorsk «Føreligg det …?»
    if IMP in tags and not asks and (at == 0 or tags == (IMP,)):
        return IMP
    tags = tuple(tag for tag in tags if tag != IMP)
    tags = tuple(tag for tag in tags if tag[-2:] != "'s") or tags  # «cookies» is a plural
    before = {word.lower for word in words[max(at - 4, 0) : at]}
    if INF in tags and PAST in tags and before & _MODAL:  # nynorsk «må utarbeida»
        return INF
    if PERF in tags and before & _AUXILIARY:
        return PERF
    if PART in tags and (before & _AUXILIARY or (at and words[at - 1].lower in _DEFINITE)):
        return PART  # nynorsk «blei innførte», «den innførte avgifta»
    if PAST in tags:
        return PAST
    if NEUTER in tags and BASE in tags:
        return NEUTER if before & {"et", "eit", "det"} else BASE
    return tags[0] if tags else ""


def _kept(between: list[str]) -> str:
    """What of the words inside a term the new wording keeps: subject and negation, not the noun's own."""
    lower = [word.lower() for word in between]
    for at, word in enumerate(lower):
        is_subject = word in _SUBJECTS and at + 1 < len(lower) and lower[at + 1] in _DETERMINERS
        if word in _DETERMINERS and not is_subject:
            return " ".join(between[:at])
    return " ".join(word for word in between if word.lower() in LIGHT or _SUBJECT.search(word))


def _inflect(better: str, entry: Entry, tag: str, kept: str, found: str) -> str:
    """`better` in the form `tag`; as it stands where that form cannot be made."""
    own = _OWN_CLASS.fullmatch(better)
    head, rest = (own["head"], own["rest"].strip()) if own else better.partition(" ")[::2]
    better = f"{head} {rest}".strip()
    forms = inflection.forms_of(head, entry.kind, entry.standard) if entry.kind else None
    if own and entry.kind:
        forms = inflection.paradigm(head, own["cls"], entry.standard)
    if forms is None:
        return better
    if entry.kind == "v":
        return _verb(forms, entry, tag, (kept, rest), found)
    tag, _, genitive = tag.partition("'")
    if (genitive and rest) or tag not in forms:
        return better
    same = forms[tag]
    if tag == DEF and found.endswith("a"):  # «fradelinga» wants «hjelpa», not «hjelpen»
        same = tuple(form for form in same if form.endswith("a")) or same
    ending = "s" if genitive and same[0][-1] not in "sxz" else ""
    return f"{same[0]}{ending} {rest}".strip()


def _verb(forms: inflection.Paradigm, entry: Entry, tag: str, words: tuple[str, str], found: str) -> str:
    kept, rest = words
    before_noun, tag = not tag.endswith("."), tag.rstrip(".")
    if rest and before_noun and tag in (PART, PART_MF):
        tag = INF  # «den ferdigstilte boligen» cannot become «den gjort ferdig boligen»
    if "seg" in rest.split() and tag in (PASS, PASS_PAST):
        tag = INF
    same = forms.get(tag) or forms[PERF if tag == PART_MF else INF]
    head = found.split()[0].lower()
    if tag == PART_MF or (tag == PERF and head[-1] == "d"):  # nynorsk «avgifta er kravd inn»
        same = tuple(form for form in same if form[-1] == "d") or same
    if tag == INF and head.endswith("a") and head not in entry.term.split()[0].split("/"):
        same = same[::-1]  # an infinitive in -a wants another one
    return " ".join(part for part in (same[0], kept, rest) if part)


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
