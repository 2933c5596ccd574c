"""Norwegian inflection for word lists: lemma and class give the forms, in both written standards.

A paradigm maps a tag to forms, the best first; the others are only recognised. Classes:

    v:et v:te v:de v:dde          weak verbs in bokmål (kastet, brukte, levde, bodde)
    v:a v:te v:de v:dde           weak verbs in nynorsk (kasta, brukte, levde, budde)
    v:gi                          like the verb «gi» of the lexicon, whatever stands before it
    v bringer brakte brakt        any verb: present, past, perfect; `/` parts equal forms, `-` is none;
                                  a fourth part is the passive in -s, -st; no present, no imperative
    m f n m:er n:er f:ar          nouns (bil, hytte, hus; søker, studie, nynorsk -ing); `m-` has no plural
    m:nb f:nb n:nb m:e v:nb       bokmål words in nynorsk texts, inflected in either way (in m:e: søker)
    m hjemmelen hjemler hjemlene  any noun: definite, plural, definite plural
    a, a-, a god godt gode        adjectives: regular, without inflection, or by their three forms

The lexicon (`inflection.nb.txt`, `inflection.nn.txt`) gives the class of every word that a list offers as an
alternative. Forms after Bokmålsordboka and Nynorskordboka, https://ordbokene.no/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

Forms = tuple[str, ...]
Paradigm = Mapping[str, Forms]

# `pass` is infinitive and present in -s, -st; `part` the plural and definite of the participle;
# `partmf` its masculine and feminine where they part from the perfect (nynorsk skriven: skrive).
INF, PRES, PAST, PERF, IMP, PASS = "inf", "pres", "past", "perf", "imp", "pass"
PASS_PAST, PART, PART_MF = "pass-past", "part", "partmf"
SG, DEF, PL, PL_DEF = "sg", "def", "pl", "pl-def"
BASE, NEUTER, PLURAL = "base", "neuter", "plural"

_CLUSTER = re.compile(r"[bdkpst][lnr]$|ml$")
_VOWELS = "aeiouyæøåé"
_WEAK = {
    ("nb", "et"): ("er", "et/a", "et/a"),
    ("nn", "a"): ("ar", "a", "a"),
    ("nb", "te"): ("er", "te", "t"),
    ("nn", "nb"): ("ar/er", "a/et", "a/et"),
    ("nn", "te"): ("er", "te", "t"),
    ("nb", "de"): ("er", "de", "d"),
    ("nn", "de"): ("er", "de", "t/d"),
    ("nb", "dde"): ("r", "dde", "dd"),
    ("nn", "dde"): ("r", "dde", "dd/tt"),
}
_NOUN = {
    ("nb", "m"): ("en", "er", "ene"),
    ("nb", "f"): ("en/a", "er", "ene"),
    ("nb", "n"): ("et", "", "ene/a"),
    ("nb", "m:er"): ("en", "e", "ne"),
    ("nb", "n:er"): ("et", "er", "ene/a"),
    ("nn", "m"): ("en", "ar", "ane"),
    ("nn", "m:er"): ("en", "er", "ene"),
    ("nn", "f"): ("a", "er", "ene"),
    ("nn", "f:ar"): ("a", "ar", "ane"),
    ("nn", "n"): ("et", "", "a"),
    ("nn", "m:nb"): ("en", "ar/er", "ane/ene"),
    ("nn", "f:nb"): ("a/en", "ar/er", "ane/ene"),
    ("nn", "n:nb"): ("et", "/er", "a/ene"),
    ("nn", "m:e"): ("en", "e", "ne"),
}


def paradigm(word: str, cls: str, standard: str) -> Paradigm:
    """The forms of the lemma `word` in class `cls`. Raises ValueError for a class nobody knows."""
    make = {"v": _verb, "m": _noun, "f": _noun, "n": _noun, "a": _adjective}.get(cls[0])
    if make is None:
        raise ValueError(f"{word}: unknown inflection class {cls!r}")
    return make(word, cls, standard)


def forms_of(word: str, kind: str, standard: str) -> Paradigm | None:
    """The paradigm of a word in the lexicon, None for any other. `kind` is v, n or a."""
    cls = lexicon(standard).get((word, kind))
    return None if cls is None else paradigm(word, cls, standard)


@cache
def lexicon(standard: str) -> Mapping[tuple[str, str], str]:
    """(word, kind) -> class, of the words that lists offer as alternatives. Kinds: v, n, a."""
    return dict(_lines(standard))


def _lines(standard: str) -> Iterator[tuple[tuple[str, str], str]]:
    for line in (files("klarsprak") / f"inflection.{standard}.txt").read_text("utf-8").splitlines():
        word, _, cls = line.partition("#")[0].strip().partition(" ")
        if word:
            yield (word, "n" if cls[0] in "mfn" else cls[0]), cls


def _verb(word: str, cls: str, standard: str) -> Paradigm:
    stem = word[:-1] if word.endswith("e") and any(c in _VOWELS for c in word[:-1]) else word
    fourth: list[Forms] = []
    if cls[1:2] == ":":
        endings = _WEAK.get((standard, cls[2:]))
        if endings is None:
            return _like(word, cls[2:], standard)
        # A double consonant is single before another: oppstille, oppstilte.
        short = stem[:-1] if stem[-1] == stem[-2] else stem
        pres, past, perf = (
            tuple((stem if e[0] in _VOWELS or stem == word else short) + e for e in ending.split("/"))
            for ending in endings
        )
    else:
        pres, past, perf, *fourth = _parts(word, cls, (3, 4))
    passive: Forms = (word + "s",) if standard == "nb" else (stem + "ast",)
    if cls == "v:nb":
        passive += (word + "s",)
    if fourth:
        passive = fourth[0]
    forms = {INF: (word,), PRES: pres, PAST: past, PERF: perf}
    forms[IMP] = (_imperative(word, stem, pres[0]),) if pres else ()
    forms[PASS] = passive
    if standard == "nb":
        forms[PASS_PAST] = tuple(p + "s" for p in past if p.endswith(("te", "de")) and passive)
        forms[PART] = tuple(f for p in perf for f in _plural_nb(p, weak=cls == "v:et") if passive)
        return forms
    if stem != word:
        forms[INF] = (stem + "e", stem + "a")
    if passive:
        # «lagt», «kravd»: the participle inflects as lagde, kravde where it has a form in -d.
        own = [p for p in perf if p[-1] == "d"] or perf
        forms[PART] = tuple(p if p[-1] == "a" else _strong(p) if p[-1] == "e" else p + "e" for p in own)
        forms[PART_MF] = tuple(p + "n" for p in perf if p[-1] == "e")
    return forms


def _imperative(word: str, stem: str, present: str) -> str:
    if len(present) < len(stem) and stem.startswith(present):  # spørre: spør
        return present
    if _CLUSTER.search(stem):  # endre, handle, ordne
        return word
    return stem[:-1] if stem.endswith(("mm", "j")) else stem  # stemme: stem; nynorsk tenkje: tenk


def _strong(perf: str) -> str:
    """Plural of a strong participle: skrevet, skrive: skrevne, skrivne; trukket: trukne."""
    stem = perf.removesuffix("t").removesuffix("e")
    return (stem[:-1] if stem[-1] == stem[-2] else stem) + "ne"


def _plural_nb(perf: str, weak: bool) -> Forms:
    if weak:
        return (perf[:-2] + "ede", perf[:-2] + "ete") if perf.endswith("et") else ()
    return (_strong(perf) if perf.endswith("et") else perf + "e",)


def _like(word: str, model: str, standard: str) -> Paradigm:
    known = forms_of(model, "v", standard)
    if known is None or not word.endswith(model):
        raise ValueError(f"{word}: unknown inflection class v:{model}")
    prefix = word.removesuffix(model)
    return {tag: tuple(prefix + form for form in forms) for tag, forms in known.items()}


def _noun(word: str, cls: str, standard: str) -> Paradigm:
    if " " in cls:
        definite, plural, plural_definite = _parts(word, cls)
        return {SG: (word,), DEF: definite, PL: plural, PL_DEF: plural_definite}
    endings = _NOUN.get((standard, cls.rstrip("-")))
    if endings is None:
        raise ValueError(f"{word}: unknown inflection class {cls!r}")
    stem = word.removesuffix("e")
    definite, plural, plural_definite = (
        tuple((stem if e else word) + e for e in ending.split("/")) for ending in endings
    )
    if cls[-1] == "-":
        return {SG: (word,), DEF: definite}
    return {SG: (word,), DEF: definite, PL: plural, PL_DEF: plural_definite}


def _adjective(word: str, cls: str, standard: str) -> Paradigm:
    if " " in cls:
        forms = _parts(word, cls)
        return {BASE: forms[0], NEUTER: forms[1], PLURAL: forms[2]}
    if cls == "a-" or word.endswith(("a", "e")):
        return {BASE: (word,), NEUTER: (word,), PLURAL: (word,)}
    short = word[:-1] if word[-1] == word[-2] else word
    if word.endswith(("t", "ig", "sk", "leg")):
        neuter = word
    else:
        neuter = (word[:-1] if word.endswith("d") and standard == "nn" else short) + "t"
    if word.endswith(("el", "en", "er")):  # disponibel, disponible
        plural = word[:-2] + word[-1] + "e"
    else:
        plural = word[:-2] + "ede" if word.endswith("et") and standard == "nb" else word + "e"
    return {BASE: (word,), NEUTER: (neuter,), PLURAL: (plural,)}


def _parts(word: str, cls: str, wanted: tuple[int, ...] = (3,)) -> list[Forms]:
    parts = [() if p == "-" else tuple(p.split("/")) for p in cls.split()[1:]]
    if len(parts) not in wanted:
        raise ValueError(f"{word}: three forms wanted, not {cls!r}")
    return parts
