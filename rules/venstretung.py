"""Many words before the verb of the main clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Hit, Sentence, Severity, Text, rule

from ._lead import Lead, lead
from ._speech import is_reported

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Dates are long and light: «fra og med 1. mars til og med 31. mai».
LIGHT = frozenset(
    "januar februar mars april mai juni juli august september oktober november desember og med".split()
)


def _ask(sentence: Sentence) -> bool:
    found = lead(sentence)
    return found is not None and not found.sure


def _main_verb(doc: Doc) -> Token | None:
    root = next(token for token in doc if token.head.i == token.i)
    heads = [root, *(child for child in root.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    return min((t for t in heads if "VerbForm=Fin" in str(t.morph)), key=lambda t: t.i, default=None)


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Det står {words} ord før verbet «{verb}». Kan du si først hvem som gjør hva?",
        "ledd": "Leseren må gjennom {words} ord før hovedsaken («{verb}»). Kan du si det viktigste først?",
    },
    nn={
        "": "Det står {words} ord før verbet «{verb}». Kan du seie først kven som gjer kva?",
        "ledd": "Lesaren må gjennom {words} ord før hovudsaka («{verb}»). Kan du seie det viktigaste først?",
    },
    needs=("morphologizer", "parser"),
    gate=_ask,
)
def check(text: Text, *, max_words: int = 8, max_clause_words: int = 12) -> Iterator[Hit]:
    """Mange ord før verbet.

    Hvorfor: Verbet forteller hva som skjer. Står det langt ute i setningen, må leseren huske alt som kom
    før. Begynn heller med den som gjør noe, og ta med resten etterpå.

    Ikke: På bakgrunn av de nye opplysningene om helsen din i brevet fra legen har vi økt støtten.
    Heller: Vi har økt støtten fordi legen skriver at du er blitt sykere.

    Ikkje: På bakgrunn av dei nye opplysningane om helsa di i brevet frå legen har vi auka støtta.
    Heller: Vi har auka støtta fordi legen skriv at du er blitt sjukare.

    Unntak: En leddsetning først («Når du har søkt, …») er lettere å lese enn et langt ledd uten verb, og
    får være lengre: `max-clause-words`. Datoer, spørsmål, replikker og oppramsinger etter kolon telles
    ikke.
    Målt: 1,9 prosent av setningene i bokmål og 2,3 i nynorsk i avistekst (dev- og testdelen av Norwegian
    UD); 76 funn på 201 offentlige sider og brev. I avistekst stod verbet der trebanken har det i 155 av 161
    funn; de 6 andre er lest, og setningene var tunge likevel. Modellen må se 3,3 prosent av setningene
    (benchmarks/venstretung.py).
    Kilde: Språkrådet, Setninger med omvendt eller vanskelig ordstilling,
    https://www.sprakradet.no/klarsprak/om-skriving/sprak-i-lover-og-forskrifter/skriverad/setningsbygning/setninger-med-omvendt-eller-vanskelig-ordstilling/
    """
    docs = dict(text.parsed)
    for sentence in text.sentences:
        found = lead(sentence)
        if found is None:
            continue
        if found.sure:
            yield from _hit(sentence, found, found.verb, max_words, max_clause_words)
        elif verb := _main_verb(docs[sentence]):
            at = sum(word.end <= verb.idx for word in sentence.words)
            if at <= found.verb:  # else model and word forms disagree: quiet
                yield from _hit(sentence, found, at, max_words, max_clause_words)


def _hit(sentence: Sentence, found: Lead, verb: int, max_words: int, max_clause_words: int) -> Iterator[Hit]:
    before = sentence.words[found.first : verb]
    count = sum(not (word.lower[0].isdigit() or word.lower in LIGHT) for word in before)
    limit = max_clause_words if found.clause else max_words
    if is_reported(sentence, sentence.words[verb].start):
        return  # «…, sier læreren»: what is said comes first
    if count <= limit or (not found.clause and _is_list(sentence.text[before[0].start : before[-1].end])):
        return
    yield Hit(
        sentence.place(before[0].start, before[-1].end),
        values={"words": count, "verb": sentence.text[sentence.words[verb].start : sentence.words[verb].end]},
        case="ledd" if found.clause else "",
        severity=Severity.MEDIUM if count > limit + 4 else None,
    )


def _is_list(lead_text: str) -> bool:
    """«Barnehager, skoler, sykehjem og …»: long, but light."""
    return lead_text.count(",") >= 3
