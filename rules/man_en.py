"""«Man» and «en» for the one who reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Hit, PageKind, Sentence, Severity, Text, rule
from klarsprak.phrases import cited

from ._clauses import is_finite
from ._speech import is_spoken

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from klarsprak.words import Word

_ONE = {"nb": ("en",), "nn": ("ein",)}
_YOU = frozenset("du deg din di ditt dine dere dykk".split())
_COUNTED = frozenset("bare berre kun minst høyst hver kvar bare den".split())  # «bare en kan få plassen»


def _may_be_subject(sentence: Sentence) -> bool:
    return any(True for _ in _ones(sentence))


def _ones(sentence: Sentence) -> Iterator[Word]:
    """«en må», «ein ikkje kan»: right before a finite verb."""
    words = sentence.words
    for at, word in enumerate(words[:-1]):
        if word.lower in _ONE[sentence.standard] and not (at and words[at - 1].lower in _COUNTED):
            following = at + 1 + (words[at + 1].lower in ("ikke", "ikkje", "selv", "sjølv", "også", "òg"))
            if following < len(words) and is_finite(words, following, sentence.standard):
                yield word


@rule(
    priority="brukerretting",
    severity="low",
    nb="Hvem er «{found}»? Skriv «du» til leseren, «vi» om dere selv, eller navnet på den som gjør det.",
    nn="Kven er «{found}»? Skriv «du» til lesaren, «vi» om dykk sjølve, eller namnet på den som gjer det.",
    needs=("morphologizer",),
    gate=_may_be_subject,
    pages=("tjeneste", "vedtak", "portal", "annet"),  # not news and plans: they speak of people at large
)
def check(text: Text) -> Iterator[Hit]:
    """Man og en.

    Hvorfor: «Man må søke» sier ikke om det er leseren, kommunen eller alle andre som må. «Du» gjør det
    klart.

    Ikke: Man må søke selv, og en må legge ved attest.
    Heller: Du må søke selv og legge ved attest.

    Ikkje: Ein må søkje sjølv innan fristen.
    Heller: Du må søkje sjølv innan fristen.

    Unntak: Tallordet og artikkelen «en», navn, sitater og «kan man si» får stå. Regelen sier fra én gang i
    hver setning.
    Målt: 53 av 55 funn på 201 offentlige sider var verdt å endre; de to andre var sitater i overskrifter. I
    avistekst, der få skriver til leseren, er «man» som regel greit; der er funnet bare info. Det mente også
    en annen leser, som ville ha info i alle tekster med replikker. Funn per 100 setninger: 1,3 på
    offentlige sider og 0,4 i avistekst.
    Kilde: Grane kommune: Språkprofil, https://grane.kommune.no/tjenester/administrasjon/for-ansatte/sprakprofil
    Kilde: Buskerud fylkeskommune: Viktige begreper i språkprofilen, http://www.bfk.no/Sprakprofil/Viktige-begreper-i-sprakprofilen/
    """
    docs = dict(text.parsed)
    to_reader = not all(sentence.forms.isdisjoint(_YOU) for sentence in text.sentences)
    if text.page is PageKind.OTHER and any(map(is_spoken, text.sentences)):
        to_reader = False  # an interview: those who speak say «du» to each other
    for sentence in text.sentences:
        if is_spoken(sentence):
            continue
        found = next(_found(sentence, docs.get(sentence)), None)
        if found is not None:
            severity = None if to_reader else Severity.INFO
            yield Hit(sentence.place(found.start, found.end), severity=severity)


def _found(sentence: Sentence, doc: Doc | None) -> Iterator[Word]:
    ones = [] if doc is None else [one for one in _ones(sentence) if _is_pronoun(doc, one)]
    for at, word in enumerate(sentence.words):
        capital = at > 0 and sentence.text[word.start].isupper()
        if (word in ones or (word.lower == "man" and not capital)) and not cited(
            sentence, word.start, word.end
        ):
            yield word


def _is_pronoun(doc: Doc, word: Word) -> bool:
    return any(token.pos_ == "PRON" for token in doc if token.idx == word.start)
