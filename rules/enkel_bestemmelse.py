"""«Denne søknad»: a demonstrative, and a noun in the indefinite form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from klarsprak import Hit, Sentence, Text, rule
from klarsprak.inflection import DEF, PL, PL_DEF, SG, paradigm
from klarsprak.phrases import cited

from ._clauses import CONNECTORS, PREPOSITIONS, SUBJECTS, SUBORDINATORS, is_finite
from ._lists import entries
from ._verbs import facts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THESE = frozenset("disse desse".split())
_THIS = frozenset("denne dette".split()) | _THESE
# «denne gang», «dette år», «denne type»: set phrases and kinds.
_SET = frozenset(
    """gang gong type slag slags art kaliber år måned månad uke veke dag kveld vår sommer sommar høst haust
    vinter sesong natt morgen morgon formiddag ettermiddag side måte form
    omgang tilfelle sted stad tid timer timar sammenheng samanheng""".split()
)
_DEFINITE = {"nb": ("en", "et", "ene", "a", "ne"), "nn": ("en", "et", "ane", "ene", "inga")}
_NO_NOUN = SUBORDINATORS | CONNECTORS | SUBJECTS | frozenset("å ikke ikkje også òg selv sjølv seg".split())
# «faktum», definite forms taken for indefinite, times
_NOT_SURE = ("um", "et", "ene", "ane", "mer", "tider", "dager", "dagar")


def _may_be(sentence: Sentence) -> bool:
    """The gate: «denne», and a noun that does not look definite, perhaps after an adjective."""
    words = sentence.words
    return not sentence.forms.isdisjoint(_THIS) and any(
        word.lower in _THIS
        and _is_open(sentence, at + 1)
        and _is_open(sentence, at + 1 + words[at + 1].lower.endswith("e"))
        for at, word in enumerate(words[:-1])
    )


def _is_open(sentence: Sentence, at: int) -> bool:
    words, standard = sentence.words, sentence.standard
    if at >= len(words):
        return True
    form = words[at].lower
    return not (
        form in _NO_NOUN
        or form in PREPOSITIONS[standard]
        or form.endswith(_DEFINITE[standard])
        or form in facts(standard)["h"]
        or is_finite(words, at, standard)
    )


@rule(
    priority="klart-sprak",
    severity="low",
    nb="«{found}» er en stiv form. På vanlig norsk har også substantivet bestemt form etter «{this}».",
    nn="«{found}» er ikkje nynorsk. Substantivet skal òg ha bunden form etter «{this}».",
    needs=("morphologizer",),
    gate=_may_be,
)
def check(text: Text) -> Iterator[Hit]:
    """Enkel bestemmelse.

    Hvorfor: «Denne søknad» og «disse regler» er former fra eldre skriftspråk. De fleste sier «denne søknaden»
    og «disse reglene». På nynorsk er den enkle formen feil.

    Ikke: Denne søknad må leveres før fristen.
    Heller: Lever denne søknaden før fristen.

    Ikkje: Denne søknad gjeld barnehage.
    Heller: Denne søknaden gjeld barnehage.

    Unntak: Faste uttrykk og tidsuttrykk («denne gang», «dette år», «denne type»), navn og sitater.
    Målt: 17 av 19 funn i avistekst og annet var enkel bestemmelse som kan skrives om; to var faste uttrykk.
    Ingen funn på 201 offentlige sider. Funn per 100 setninger i avistekst: 0,2.
    Kilde: Språkrådet: Ordformer og stiltrekk, https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-ordvalg-i-lover-og-forskrifter/ordformer-og-stiltrekk/
    """
    for sentence, doc in text.parsed:
        for this, noun in _phrases(doc) if _may_be(sentence) else ():
            start, end = this.idx, noun.idx + len(noun)
            if not cited(sentence, start, end):
                yield Hit(
                    sentence.place(start, end),
                    instead=_instead(sentence, noun, start),
                    values={"this": this.lower_},
                )


def _phrases(doc: Doc) -> Iterator[tuple[Token, Token]]:
    for this in doc:
        if this.lower_ not in _THIS or this.pos_ != "DET":
            continue
        at = this.i + 1
        while at < len(doc) and doc[at].pos_ in ("ADJ", "NUM"):
            at += 1
        if at < len(doc) and _is_indefinite(doc[at]) and (at + 1 == len(doc) or doc[at + 1].pos_ != "NOUN"):
            plural = "Plur" in doc[at].morph.get("Number", [])
            if plural == (this.lower_ in _THESE):  # else no noun: «dette framkommer»
                yield this, doc[at]


def _is_indefinite(token: Token) -> bool:
    form = token.lower_
    return (
        token.pos_ == "NOUN"
        and "Ind" in token.morph.get("Definite", [])
        and token.text.islower()
        and token.lower_ not in _SET
        and not form.endswith(_NOT_SURE)
        and "Gen" not in token.morph.get("Case", [])
    )


@cache
def _definites(standard: str) -> dict[tuple[str, bool], str]:
    """(indefinite form, whether plural) -> definite form, of the listed nouns."""
    found: dict[tuple[str, bool], str] = {}
    for line in entries(f"enkel_bestemmelse.{standard}"):
        word, _, cls = line.partition(" ")
        forms = paradigm(word, cls, standard)
        for plural, (bare, definite) in enumerate(((SG, DEF), (PL, PL_DEF))):
            found |= {(form, bool(plural)): forms[definite][0] for form in forms.get(bare, ())}
    return found


def _instead(sentence: Sentence, noun: Token, start: int) -> tuple[str, ...]:
    """The phrase with the noun in its definite form, where the list tells how it is inflected."""
    known, plural, form = _definites(sentence.standard), "Plur" in noun.morph.get("Number", []), noun.lower_
    for at in (0, *range(2, len(form) - 3)):  # as it stands, or the last part of a compound
        if definite := known.get((form[at:], plural)):
            return (f"{sentence.text[start : noun.idx]}{form[:at]}{definite}",)
    return ()
