"""Where a sentence has passives: the model's word classes, weighed against verb facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Hit, Sentence
from klarsprak.words import Word

from . import _verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BLI = re.compile("bli|blir|ble|blei|blitt|vert|verta|verte|vart|vorte|vorten")
MODAL = re.compile("skal|skulle|kan|kunne|må|måtte|bør|burde|vil|ville")
_PARTICLE = re.compile(
    "bort|fast|fram|frem|gjennom|heim|hjem|inn|innom|med|ned|om|opp|over|på|til|tilbake|ut|utover|ved|videre|vidare"
)
# After «av»: a cause, a clause or a whole, not the one who does it.
_NOT_AGENT = re.compile(
    "at|den|det|denne|dette|der|alle?|alt|hensyn|omsyn|å|hva|kva|grunne[rn]|grunna[rn]|gårde|garde|[0-9].*"
)
_NEAR = 6  # tokens: further away the participle alone is marked, not the whole clause
_REACH = 14  # tokens from bli to its participle: «blir søknaden om plass i den nye barnehagen behandlet»


def sure_s_passives(sentence: Sentence) -> Iterator[Word]:
    """s-forms of verbs we know: nothing else looks like them, so the model need not be asked."""
    for word in sentence.words:
        if _verbs.s_form(word.lower, sentence.standard) == "sure" and not (
            _capital(sentence, word) or _first_part(sentence, word)
        ):
            yield word


def needs_model(sentence: Sentence) -> bool:
    """The gate of the other s-passives."""
    return any(True for _ in _unsure(sentence))


def s_passives(sentence: Sentence, doc: Doc | None) -> Iterator[Word]:
    """The s-passives that the model must tell from nouns, names and deponents."""
    if doc is None:
        return
    for word, kind in _unsure(sentence):
        span = doc.char_span(word.start, word.end)
        if span is None or len(span) > 1 or span[0].pos_ not in ("VERB", "AUX"):
            continue
        says_so = _has(span[0], "Voice", "Pass") and not _has(span[0], "Tense", "Past")
        if kind == "sure" or says_so or _after_modal(sentence, word):
            yield word


def _after_modal(sentence: Sentence, word: Word) -> bool:
    """«kan ses», but not «vi ses»."""
    before = [w.lower for w in sentence.words if w.start < word.start][-3:]
    return word.lower in _verbs.facts(sentence.standard)["k"] and any(map(MODAL.fullmatch, before))


def _unsure(sentence: Sentence) -> Iterator[tuple[Word, str]]:
    for word in sentence.words:
        kind = "" if _first_part(sentence, word) else _verbs.s_form(word.lower, sentence.standard)
        capital = kind and _capital(sentence, word)
        # A capital is a name, but for that of the first word.
        if (kind == "maybe" and not capital) or (capital and word == sentence.words[0]):
            yield word, kind


def _first_part(sentence: Sentence, word: Word) -> bool:
    """«tros- og livssynssamfunn»."""
    return sentence.text[word.end : word.end + 1] == "-"


def _capital(sentence: Sentence, word: Word) -> bool:
    return sentence.text[word.start].isupper() and not sentence.text.isupper()


def may_be_bli(sentence: Sentence) -> bool:
    """The gate of passives with bli and verte."""
    words = [word.lower for word in sentence.words]
    return any(
        BLI.fullmatch(word)
        and any(_verbs.like_participle(w, sentence.standard) for w in words[i + 1 : i + 1 + _REACH])
        for i, word in enumerate(words)
    )


def bli_passives(sentence: Sentence, doc: Doc) -> Iterator[tuple[int, int]]:
    """blir behandlet, vart vedteken: from the form of bli to the end of the participle."""
    words = {(word.start, word.end) for word in sentence.words}
    for token in doc:
        if not BLI.fullmatch(token.lower_) or _span(token) not in words:
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
        if BLI.fullmatch(form) or form in ("å", "enn") or token.text in ".:;!?" or token.pos_ == "SCONJ":
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


def hit(sentence: Sentence, start: int, end: int) -> Hit:
    """The passive verb at `start` to `end`, and whether the text says who does it."""
    return Hit(sentence.place(start, end), case="agent" if has_agent(sentence, end) else "")


def has_agent(sentence: Sentence, end: int) -> bool:
    """Whether what follows the verb that ends at `end` says who does it: «sendes ut av skolen»."""
    after = [word.lower for word in sentence.words if word.start >= end][:4]
    while after and _PARTICLE.fullmatch(after[0]):
        del after[0]
    return len(after) > 1 and after[0] == "av" and not _NOT_AGENT.fullmatch(after[1])
