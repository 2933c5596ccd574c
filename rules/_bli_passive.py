"""Where a sentence has passives with bli or verte: the model's word classes, weighed against verb facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Sentence

from . import _verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BLI = frozenset("bli blir ble blei blitt vert verta verte vart vorte vorten".split())
_NEAR = 6  # tokens: further away the participle alone is marked, not the whole clause
_REACH = 14  # tokens from bli to its participle: «blir søknaden om plass i den nye barnehagen behandlet»


def may_be_bli(sentence: Sentence) -> bool:
    """The gate of passives with bli and verte."""
    words = [word.lower for word in sentence.words]
    return not BLI.isdisjoint(words) and any(
        word in BLI
        and any(_verbs.like_participle(w, sentence.standard) for w in words[i + 1 : i + 1 + _REACH])
        for i, word in enumerate(words)
    )


def bli_passives(sentence: Sentence, doc: Doc) -> Iterator[tuple[int, int]]:
    """blir behandlet, vart vedteken: from the form of bli to the end of the participle."""
    words = {(word.start, word.end) for word in sentence.words}
    for token in doc:
        if token.lower_ not in BLI or _span(token) not in words:
            continue
        if token.pos_ in ("AUX", "VERB") or token.lower_ != "vert":  # also the one who has guests
            participle = _participle_of(token, sentence.standard)
            if participle is not None and _span(participle) in words:
                near = participle.i - token.i <= _NEAR
                yield (token if near else participle).idx, participle.idx + len(participle)


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _participle_of(bli: Token, standard: str) -> Token | None:
    mistaken = None  # a participle that the model took for something else: «ble revet», a definite noun
    for token in bli.doc[bli.i + 1 : bli.i + 1 + _REACH]:
        form = token.lower_
        if form in BLI or form in ("å", "enn") or token.text in ".:;!?" or token.pos_ == "SCONJ":
            break
        known = _verbs.participle(form, standard)
        if not known and _is_participle(token) and _before_participle(token, standard):
            continue  # «blir søpla hentet»
        if _is_participle(token) and token.pos_ in ("VERB", "ADJ") and not _attributive(token):
            return token if _verbs.like_participle(form, standard) else None
        if known and token.pos_ == "ADJ" and not _attributive(token):
            return token if _verbs.like_participle(form, standard) else None
        if known and not mistaken and _verbs.like_participle(form, standard) and _fits(bli, token):
            mistaken = token
        elif token.pos_ in ("VERB", "AUX") or _is_predicate(token):
            break
    return mistaken


def _is_participle(token: Token) -> bool:
    return _has(token, "VerbForm", "Part") and not _has(token, "Tense", "Pres")


def _before_participle(token: Token, standard: str) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and _is_participle(after) and _verbs.participle(after.lower_, standard)


def _fits(bli: Token, token: Token) -> bool:
    """Whether something that looks like a participle has a subject, and no other clause, before it."""
    if not _may_be_mistaken(token) or _has(token, "Tense", "Pres") or token.i - bli.i > _NEAR:
        return False
    between = bli.doc[bli.i + 1 : token.i]
    if any(t.pos_ in ("PUNCT", "VERB", "AUX") for t in between):
        return False
    last = token.doc[token.i - 1]
    if last.pos_ == "ADJ" and (_has(last, "Definite", "Def") or _has(last, "Number", "Plur")):
        return False
    if last.pos_ in ("DET", "ADP", "CCONJ", "NUM") and last.lower_ not in ("annet", "anna"):
        return False
    subjects = ("NOUN", "PROPN", "PRON")
    # «I fjor ble arbeidet …»: after an adverb the noun itself is the subject.
    before = [t for t in bli.doc[max(0, bli.i - 2) : bli.i] if t.lower_ not in ("ikke", "ikkje")][-1:]
    return any(t.pos_ in subjects for t in between) or any(
        t.pos_ in (*subjects, "AUX", "PART", "PUNCT", "CCONJ") or t.lower_ == "som" for t in before
    )


def _may_be_mistaken(token: Token) -> bool:
    return token.pos_ in ("NOUN", "VERB") or (token.pos_ == "PROPN" and token.text.islower())


def _is_predicate(token: Token) -> bool:
    """«blir syk …»: an adjective that is no adverb, and has no noun after it."""
    after = token.doc[token.i + 1].pos_ if token.i + 1 < len(token.doc) else ""
    return (
        token.pos_ == "ADJ"
        and _has(token, "Degree", "Pos")
        and not _has(token, "Definite", "Def")
        and not token.lower_.endswith(("t", "ig", "eg", "ende", "ande"))
        and token.doc[token.i - 1].pos_ != "ADP"
        and after not in ("NOUN", "PROPN", "ADJ", "NUM")
    )


def _attributive(token: Token) -> bool:
    """«ble den vedtatte planen», «bli den utvalgte», «blir til nytta»: part of a noun phrase."""
    if token.pos_ != "ADJ":
        return False
    before = token.doc[token.i - 1].pos_
    after = token.doc[token.i + 1].pos_ if token.i + 1 < len(token.doc) else ""
    definite = _has(token, "Definite", "Def")
    if before == "ADP" or (before == "DET" and definite):
        return True
    return after in ("NOUN", "PROPN") and (definite or before in ("DET", "ADJ", "CCONJ"))


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])
