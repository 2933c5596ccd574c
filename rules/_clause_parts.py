"""The parts of a passive clause: its subject and its doer, where each is a plain phrase of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._agent import PARTICLES, TIME

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Pronouns as they stand after «av», and as subjects.
AS_SUBJECT = {
    "nb": {"meg": "jeg", "deg": "du", "oss": "vi", "dem": "de", "henne": "hun", "ham": "han"},
    "nn": {"meg": "eg", "deg": "du", "oss": "vi", "dykk": "de", "henne": "ho"},
}
DIRECTION = frozenset(("ut", "bort"))  # «dregen ut av røyret»: where to, not by whom
_PRONOUNS = frozenset(AS_SUBJECT["nb"]) | frozenset(AS_SUBJECT["nn"])
_CONJUNCTIONS = frozenset("at fordi hvis viss dersom når da då før om siden sidan mens medan".split())
_LONGEST = 8  # words of a subject or doer that is still plain
_PARTS = frozenset(  # relations inside a plain noun phrase
    "det amod nmod case flat:name nmod:poss compound conj cc nummod advmod appos flat".split()
)
_NEXT_CLAUSE = frozenset(("CCONJ", "SCONJ", "VERB", "AUX", "PRON"))  # after a comma
_TIME_CASES = frozenset("innen innan før etter under siden sidan".split())
_MONTHS = frozenset(
    "januar februar mars april mai juni juli august september oktober november desember".split()
)
_VAGUE = frozenset("året årene åra tida tiden dagen".split())


def subject_of(verb: Token) -> Span | None:
    """The subject, when it is one short noun phrase."""
    heads = [t for t in verb.children if t.dep_ in ("nsubj:pass", "nsubj")]
    if len(heads) != 1 or heads[0].lower_ in ("det", "som", "der"):
        return None
    return _plain(heads[0])


def _plain(head: Token) -> Span | None:
    """The phrase of `head`, when it is in one piece, short, and free of clauses and punctuation."""
    inside = sorted(head.subtree)  # a title may stand inside the phrase of its name
    phrase = head.doc[inside[0].i : inside[-1].i + 1]
    plain = len(inside) == len(phrase) <= _LONGEST and all(
        t == head or (t.dep_ in _PARTS and t.pos_ not in ("PUNCT", "VERB", "AUX", "SCONJ")) for t in inside
    )
    return phrase if plain else None


def begins_clause(doc: Doc, at: int) -> bool:
    """Whether a main clause may begin at `at`."""
    before = doc[at - 1]
    return (
        at == 0
        or before.text in ":;–-"
        or (before.pos_ == "CCONJ" and (at == 1 or doc[at - 2].pos_ != "ADP"))
    )


def begins_dependent(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].lower_ in _CONJUNCTIONS and doc[at - 1].dep_ == "mark"


def shares_subject(verb: Token) -> bool:
    """«behandles av rådet og sendes ut»: the second verb has no subject of its own."""
    return any(
        child.dep_ == "conj" and not any(c.dep_.startswith(("nsubj", "expl")) for c in child.children)
        for child in verb.children
    )


def doer_of(doc: Doc, verb: Token) -> Span | None:
    """The phrase after the «av» behind the verb, when it is plainly somebody or something in particular."""
    at = verb.i + 1
    if at < len(doc) and doc[at].lower_ in PARTICLES - DIRECTION:
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ != "av":
        return None
    head = doc[at].head
    while head.dep_ in ("appos", "flat", "flat:name"):  # «av lederen Kari Moe»
        head = head.head
    if head.head != verb or head.i <= at or head.dep_ != "obl" or not _may_do(head) or _is_time(head):
        return None
    phrase = _plain(head)
    if phrase is None or phrase.start not in (at, verb.i + 1):
        return None
    end = next((t.left_edge.i for t in head.rights if t.dep_ == "nmod" and _is_time(t)), phrase.end)
    phrase = doc[at:end]
    if any(t.is_digit or t.lower_ in _VAGUE for t in phrase):
        return None
    if len(phrase) > 2 and any(t.lower_ in _PRONOUNS for t in phrase):
        return None  # «av deg og meg»
    after = doc[phrase.end] if phrase.end < len(doc) else None
    if after is None or after.text in ".!:;":
        return doc[at + 1 : phrase.end]
    if after.pos_ in ("CCONJ", "SCONJ") or after.lower_ in ("som", "der", "/", "-", "(", "«"):
        return None
    if after.text == ",":
        following = doc[phrase.end + 1] if phrase.end + 1 < len(doc) else None
        if following is None or following.pos_ not in _NEXT_CLAUSE or following.lower_ == "som":
            return None
    return doc[at + 1 : phrase.end]


def _is_time(token: Token) -> bool:
    """«av rådet innen tre uker», «i mai»: no part of the doer."""
    case = next((t.lower_ for t in token.children if t.dep_ == "case"), "")
    return case in _TIME_CASES or token.lower_ in _MONTHS or TIME.fullmatch(token.lower_) is not None


def _may_do(head: Token) -> bool:
    """Somebody in particular: a name, a definite or counted noun, a person's pronoun."""
    if head.pos_ == "PROPN":
        return True
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS | {"dere", "dei", "mange", "alle"}
    known = head.morph.get("Definite", []) + head.morph.get("Number", [])
    counted = any(t.dep_ in ("det", "nmod:poss", "nummod", "appos", "flat:name") for t in head.children)
    return head.pos_ in ("NOUN", "ADJ") and ("Def" in known or "Plur" in known or counted)
