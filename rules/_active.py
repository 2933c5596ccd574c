"""A passive clause said in the active: «Søknaden behandles av rådet» → «Rådet behandler søknaden».

Only where subject, verb and doer are plain enough to be sure, and nothing around them could come to mean
something else. How often it is right: benchmarks/active.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from . import _verbs
from ._agent import PARTICLES
from ._bli_passive import BLI
from ._clause_parts import AS_SUBJECT, begins_clause, begins_dependent, doer_of, shares_subject, subject_of
from ._conjugation import Forms, of_participle, of_s_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_MODALS = frozenset("skal skulle kan kunne må måtte bør burde vil ville".split())
_PERFECT = {"har": "har", "er": "har", "hadde": "hadde", "var": "hadde"}
_PRESENT, _PAST = frozenset(("blir", "vert")), frozenset(("ble", "blei", "vart"))
_AS_OBJECT = {
    "nb": {"jeg": "meg", "du": "deg", "vi": "oss", "de": "dem", "hun": "henne", "han": "ham"},
    "nn": {"eg": "meg", "du": "deg", "vi": "oss", "me": "oss", "de": "dykk", "ho": "henne"},
}
_ADVERBS = frozenset(
    "ikke ikkje aldri alltid også òg nå no ofte vanligvis vanlegvis normalt allerede allereie deretter derfor"
    " difor likevel senere seinare bare berre snart nylig nyleg jo altså fortsatt framleis stadig dermed"
    " dessuten gjerne truleg imidlertid".split()
)
# «sin» would come to belong to somebody else. Who calls `active` looks for these first.
BOUND = frozenset("sin si sitt sine seg selv sjølv hverandre kvarandre".split())
# Particles that stand before the object: «tok opp saken», but «sende saken tilbake».
_BEFORE_OBJECT = frozenset("opp inn fram frem fast ned over på".split())
_NEVER = frozenset("født fødd betinges".split())
_DEFINITE = re.compile(".{3,}(?:en|et|a|ane|ene)")


class Rewrite(NamedTuple):
    """`text` says in the active what the characters `start` to `end` of the sentence say in the passive."""

    start: int
    end: int
    text: str


class _Verb(NamedTuple):
    finite: Token
    last: Token  # the passive form
    active: tuple[str, str]  # finite part, and the rest where there is one: («skal», «behandle»)


def active(doc: Doc, standard: str, infinitive: str = "") -> Iterator[Rewrite]:
    """The clauses of a sentence in the active, where all of a clause is plain. Nynorsk infinitives end in
    `infinitive` (e or a; e when nothing is chosen)."""
    for token in doc:
        if token.pos_ in ("VERB", "ADJ") and token.lower_ not in _NEVER:
            rewrite = _rewritten(token, doc, standard, infinitive)
            if rewrite:
                yield rewrite


def _rewritten(last: Token, doc: Doc, standard: str, infinitive: str) -> Rewrite | None:
    doer = doer_of(doc, last)
    verb = _verb(last, standard, infinitive) if doer else None
    subject = subject_of(last) if verb else None
    if subject and subject.start == 0 and subject[0].pos_ == "PROPN" and _DEFINITE.fullmatch(subject.text):
        return None  # a name, or a noun that the model does not know: capital or not?
    if doer is None or verb is None or subject is None or shares_subject(last):
        return None
    finite = verb.finite.i
    first = subject.end == finite  # the subject stands first, or right after the finite verb
    if not first and (subject.start != finite + 1 or verb.finite == last):
        return None
    dependent = begins_dependent(doc, subject.start) if first else False
    if first and not dependent and not begins_clause(doc, subject.start):
        return None
    between = doc[max(finite + 1, subject.end) : last.i]
    adverbs = [t.text for t in between if t.lower_ in _ADVERBS]
    if any(t.lower_ not in _ADVERBS and t.lower_ not in BLI for t in between) or (dependent and adverbs):
        return None
    particle = doc[last.i + 1].lower_ if doc[last.i + 1].lower_ in PARTICLES else ""
    text = _said(verb, subject, adverbs, particle, doer, standard, subject_first=first)
    start = subject.start if first else finite
    if start == 0:
        text = text[0].upper() + text[1:]
    end = doc[doer.end - 1]
    return Rewrite(doc[start].idx, end.idx + len(end), text)


def _verb(last: Token, standard: str, infinitive: str) -> _Verb | None:
    helpers = [t for t in last.doc[: last.i] if t.head == last and t.dep_ in ("aux", "aux:pass", "cop")]
    forms = [t.lower_ for t in helpers]
    if helpers and forms[-1] in BLI:
        known = of_participle(last.lower_, standard)
        parts = _of_bli(forms, known, infinitive) if known else None
        return _Verb(helpers[0], last, parts) if parts else None
    known = of_s_form(last.lower_, standard) if _verbs.s_form(last.lower_, standard) else None
    if known is None:
        return None
    if not helpers and standard == "nb" and (known.present or known.past):
        return _Verb(last, last, (known.present or known.past, ""))
    if len(helpers) == 1 and forms[0] in _MODALS and known.infinitive:
        return _Verb(helpers[0], last, (forms[0], _ending(known.infinitive, infinitive)))
    return None


def _of_bli(forms: list[str], known: Forms, infinitive: str) -> tuple[str, str] | None:
    if len(forms) == 1 and forms[0] in (*_PAST, *_PRESENT):
        said = known.past if forms[0] in _PAST else known.present
        return (said, "") if said else None
    if len(forms) == 2 and forms[0] in _MODALS:
        return forms[0], _ending(known.infinitive, infinitive)
    if len(forms) == 2 and forms[0] in _PERFECT:
        return _PERFECT[forms[0]], known.perfect
    return None


def _ending(form: str, infinitive: str) -> str:
    return form[:-1] + "a" if infinitive == "a" and form.endswith("e") and len(form) > 3 else form


def _said(
    verb: _Verb,
    subject: Span,
    adverbs: list[str],
    particle: str,
    doer: Span,
    standard: str,
    *,
    subject_first: bool,
) -> str:
    finite, rest = verb.active
    if not subject_first and verb.finite.text[0].isupper():
        finite = finite.capitalize()
    who, thing = _as_subject(doer, standard), _as_object(subject, standard)
    pronoun = len(subject) == 1 and subject[0].pos_ == "PRON"
    start = [who, finite] if subject_first else [finite, who]
    before = particle in _BEFORE_OBJECT and not pronoun
    things = [particle, thing] if before else [thing, particle]
    middle = [thing, *adverbs, particle] if pronoun and not rest else [*adverbs, rest, *things]
    return " ".join(part for part in (*start, *middle) if part)


def _as_object(subject: Span, standard: str) -> str:
    first = subject[0]
    if len(subject) == 1 and first.pos_ == "PRON":
        return _AS_OBJECT[standard].get(first.lower_, first.lower_)
    keeps = first.i > 0 or first.pos_ == "PROPN" or first.text[1:2].isupper() or "-" in first.text
    return subject.text if keeps else subject.text[0].lower() + subject.text[1:]


def _as_subject(doer: Span, standard: str) -> str:
    return AS_SUBJECT[standard].get(doer.text.lower(), doer.text) if len(doer) == 1 else doer.text
