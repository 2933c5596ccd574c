"""Noun by preposition by noun: «informasjon om behandling av søknader om dekning av utgifter»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak import Hit, Sentence, Severity, Text, rule
from klarsprak.phrases import cited

from ._action_nouns import action_nouns
from ._clauses import CONNECTORS, PREPOSITIONS, SUBJECTS, SUBORDINATORS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 4
_HEAVY = 3  # enough where two of the nouns hide an action: «samtykke til visning av informasjon»
_REACH = 5  # words from one preposition to the next
_INSIDE = ("DET", "ADJ", "NUM", "NOUN")
_BREAKS = (
    CONNECTORS
    | SUBORDINATORS
    | (SUBJECTS - {"den", "det", "de", "dei"})
    | frozenset(
        """å er var har hadde kan skal må vil bør blir ble blei vart får seg meg deg oss ikke ikkje dette
        denne""".split()
    )
)
# «på grunn av»: two prepositions that are one.
_NO_NOUN = frozenset(
    """grunn forhold tillegg løpet stedet staden tråd samsvar henhold vegne vegner hjelp siden sida hensyn
    omsyn forbindelse samband nærheten nærleiken dag går år kontakt lag stand gang sted stad hånd
    sammenheng samanheng motsetning motsetnad fare vei veg form bruk regi protest ledd døme eksempel
    bunn botn tur bakgrunn starten start slutten byrjinga begynnelsen midten kroner anna annet""".split()
)


def _may_be_chain(sentence: Sentence) -> bool:
    """The gate: prepositions with little between them that could not be a noun phrase, four of them, or three
    in a sentence with two nouns that hide an action."""
    words, prepositions = sentence.words, PREPOSITIONS[sentence.standard]
    run = longest = 0
    last = -_REACH
    for at, word in enumerate(words):
        if word.lower in prepositions:
            run = run + 1 if 1 < at - last <= _REACH + 1 else 1
            last, longest = at, max(run, longest)
        elif word.lower in _BREAKS or "," in sentence.text[words[at - 1].end : word.start]:
            run, last = 0, -_REACH
    return longest >= _LEAST or (longest == _HEAVY and len(action_nouns(sentence)) > 1)


@rule(
    priority="klart-sprak",
    severity="info",
    nb="{count} preposisjoner på rekke. Kan du bruke verb, eller dele setningen?",
    nn="{count} preposisjonar på rekkje. Kan du bruke verb, eller dele setninga?",
    needs=("morphologizer",),
    gate=_may_be_chain,
)
def check(text: Text) -> Iterator[Hit]:
    """Preposisjoner på rekke.

    Hvorfor: I «informasjon om behandling av søknader om dekning av utgifter» må leseren nøste opp hva som
    hører til hva. Med verb blir det klart hvem som gjør hva.

    Ikke: Her er informasjon om behandling av søknader om dekning av utgifter til transport.
    Heller: Slik søker du om å få dekket transporten.

    Ikkje: Her er informasjon om behandling av søknader om dekning av utgifter til transport.
    Heller: Slik søkjer du om å få dekt transporten.

    Unntak: Steder («i Bergen»), tall og faste uttrykk («på grunn av», «ved hjelp av») teller ikke. Regelen
    sier fra når fire ledd henger i hverandre, eller tre der to av substantivene skjuler en handling.
    Målt: 24 av 31 funn i avistekst og på offentlige sider var verdt å endre, derfor bare info. Funn per 100
    setninger: 0,1 på offentlige sider og 0,1 i avistekst.
    Kilde: Språkrådet: Substantivtunge setningar, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/substantivtunge-setningar/
    """
    for sentence, doc in text.parsed:
        if not _may_be_chain(sentence):
            continue
        for start, end, count in _chains(doc, PREPOSITIONS[sentence.standard]):
            hidden = (
                [noun for noun in action_nouns(sentence) if start <= noun.start < end]
                if count == _HEAVY
                else []
            )
            if (count >= _LEAST or len(hidden) > 1) and not cited(sentence, start, end):
                severity = Severity.LOW if count > _LEAST else None
                yield Hit(sentence.place(start, end), values={"count": count}, severity=severity)


def _chains(doc: Doc, prepositions: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of prepositions of each chain, from the noun it begins with to its last."""
    at = 0
    while at < len(doc):
        if not _is_noun(doc[at]):
            at += 1
            continue
        end, count = at, 0
        while (following := _next(doc, end, prepositions)) is not None:
            end, count = following, count + 1
        yield doc[at].idx, doc[end].idx + len(doc[end]), count
        at = end + 1


def _next(doc: Doc, noun: int, prepositions: frozenset[str]) -> int | None:
    """The noun of the preposition right after the one at `noun`."""
    if noun + 2 >= len(doc) or doc[noun + 1].pos_ != "ADP" or doc[noun + 1].lower_ not in prepositions:
        return None
    for at in range(noun + 2, min(noun + 2 + _REACH, len(doc))):
        if doc[at].pos_ not in _INSIDE or doc[at].lower_ in _NO_NOUN:
            return None
        after = doc[at + 1].pos_ if at + 1 < len(doc) else ""
        if _is_noun(doc[at]) and after not in _INSIDE:
            return at
    return None


def _is_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lower_ not in _NO_NOUN and token.text[0].islower()
