"""A count noun without an article: «Søker sender klage til kommune»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from klarsprak import Hit, Kind, Sentence, Text, rule
from klarsprak.phrases import cited

from ._lists import entries

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
_THINGS = frozenset(
    "anke klage søknad henvendelse førespurnad henvending kontrakt".split()
)  # «bistår med søknad»
_OWN = ("det", "nummod", "nmod:poss", "amod", "case:poss")
# «som søker», «av eier»: what somebody is, and who acts, may stand bare.
_BEFORE = frozenset("som per pr uten utan hver kvar én ein en et eit ei ingen og eller samt".split())


@cache
def _nouns(standard: str) -> frozenset[str]:
    return frozenset(entries(f"nakent_substantiv.{standard}"))


def _has_noun(sentence: Sentence) -> bool:
    nouns = _nouns(sentence.standard)
    return sentence.block.kind is not Kind.HEADING and not sentence.forms.isdisjoint(nouns)


@rule(
    priority="klart-sprak",
    severity="info",
    nb="«{found}» står uten artikkel. Skriv for eksempel «søknaden» eller «søknaden din».",
    nn="«{found}» står utan artikkel. Skriv til dømes «søknaden» eller «søknaden din».",
    needs=("morphologizer", "parser"),
    gate=_has_noun,
    default=False,
)
def check(text: Text) -> Iterator[Hit]:
    """Nakent substantiv.

    Hvorfor: «Søker sender klage til kommune» likner en overskrift eller et telegram. Med «du», artikkel eller
    bestemt form blir det vanlig språk, og leseren ser hvem og hva det gjelder.

    Ikke: Søker må sende klage til kommune innen tre uker.
    Heller: Du må sende klagen til kommunen innen tre uker.

    Ikkje: Søkjar må sende klage til kommune innan tre veker.
    Heller: Du må sende klaga til kommunen innan tre veker.

    Unntak: Overskrifter, oppramsinger, «som søker» og andre ord uten artikkel etter «som» og «uten» får stå.
    Regelen er av når ingen har bedt om den, for mange substantiv står riktig uten artikkel.
    Målt: 36 av 40 funn på offentlige sider og i avistekst var substantiv uten artikkel som burde hatt det.
    Funn per 100 setninger: 0,9 på offentlige sider.
    Kilde: Språkrådet: Ordformer og stiltrekk, https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-ordvalg-i-lover-og-forskrifter/ordformer-og-stiltrekk/
    """
    for sentence, doc in text.parsed:
        for token in doc if _has_noun(sentence) else ():
            if token.lower_ in _nouns(sentence.standard) and _is_bare(token):
                start, end = token.idx, token.idx + len(token)
                if not cited(sentence, start, end):
                    yield Hit(sentence.place(start, end))


def _is_bare(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return (  # the tagger takes «søker» for a verb; the parser knows better
        token.dep_ in (_PARTS[:3] if token.lower_ in _THINGS else _PARTS)
        and not any(child.dep_ in _OWN or child.dep_ == "conj" for child in token.children)
        and (
            before is None
            or (before.lower_ not in _BEFORE and before.pos_ not in ("DET", "NUM", "PROPN", "ADJ"))
        )
        and (token.i == 0 or token.text.islower())
        and not (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "etter")  # «skole etter skole»
    )
