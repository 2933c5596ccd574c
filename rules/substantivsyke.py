"""Actions hidden in nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

from ._lists import entries

SUFFIX = {
    "nb": re.compile(r"((?:^[A-ZÆØÅ]|\b[a-zæøå])[a-zæøå]+(?:ing|sjon|het|els(?=e)))(?:a|e|en|er|ene)?\b"),
    "nn": re.compile(
        r"((?:^[A-ZÆØÅ]|\b[a-zæøå])[a-zæøå]+(?:ing|sjon|heit|leik|els(?=[ea])))(?:a|e|en|ar|er|ane|ene)?\b"
    ),
}
ENDINGS = ("ing", "sjon", "het", "heit", "leik", "els")  # fewer than two of these: no need to look closer
# Of the many nouns in -sjon only those beside a verb everybody uses.
SJON = tuple(
    """administrasjon demonstrasjon implementasjon inspeksjon installasjon integrasjon introduksjon isolasjon
    kommunikasjon konsultasjon konstruksjon koordinasjon observasjon presentasjon produksjon reduksjon
    registrasjon rehabilitasjon rekonstruksjon representasjon restaurasjon transformasjon""".split()
)
PREFIXES = frozenset(
    """an av be bort etter for fore fram frem fra frå gjen inn med mis mot ned om opp over på sam sammen saman
    til tilbake ut utbe under ved vider""".split()
)
# Verbs that leave the saying to a noun. «Skje» only as in «tildeling skjer ved loddtrekning».
EMPTY = re.compile(
    r"\b(?:foreta(?:r|s|tt)?|foretok|gjennomføre[rs]?|gjennomført|utføre[rs]?|utført|f(?:inner?|ant) sted"
    r"|føretek|føreta(?:kast|tt)?|gjennomførast|utførast|finn(?:e|er)? stad|i forbindelse med|i samband med"
    r"|gj(?:ør(?:es?)?|ort|er[es]?|erast) (?:en|ei|ein|et|eit)"
    r"|skjer? (?:ved|gjennom|på grunnlag|på bakgrunn))\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"\s*(?:,|/|,?\s*\b(?:og|eller|samt|og/eller))\s*(?:\w+\s)?")
NEAR = 45  # characters: some seven words
MANY_WORDS = 12  # a noun for every twelve words or more: fewer is no burden


class Noun(NamedTuple):
    start: int
    end: int


@cache
def _is_thing(stem: str, standard: str) -> bool:
    """«byggetillatelse» is a «tillatelse», but «behandling» is no «handling»."""
    things = entries(f"substantivsyke.{standard}")
    return stem in things or any(stem.endswith(t) and stem[: -len(t)] not in PREFIXES for t in things)


def action_nouns(sentence: Sentence) -> list[Noun]:
    """Nouns that hide an action, of a list («måling, kontroll og retting») only the first."""
    found: list[Noun] = []
    seen: set[str] = set()
    text, end = sentence.text, -1
    for match in SUFFIX[sentence.standard].finditer(text):
        stem = match[1].lower() + "e" * match[1].endswith("els")
        if _is_thing(stem, sentence.standard) or (stem.endswith("sjon") and not stem.endswith(SJON)):
            continue
        listed = end >= 0 and LISTED.fullmatch(text, end, match.start())
        end = match.end()
        if not listed and stem not in seen:  # said twice it is what the text is about
            seen.add(stem)
            found.append(Noun(match.start(), end))
    return found


@rule(
    priority="klart-sprak",
    severity="low",
    nb="Her er handlingene gjort til substantiv: {nouns}. Kan du bruke verb og si hvem som gjør hva?",
    nn="Her er handlingane gjorde til substantiv: {nouns}. Kan du bruke verb og seie kven som gjer kva?",
)
def check(text: Text, *, max_nouns: int = 2) -> Iterator[Hit]:
    """Substantivsyke.

    Hvorfor: Et verb sier hva noen gjør. Blir handlingen gjort til substantiv («vurdering»,
    «tilrettelegging»), forsvinner den som gjør den, og setningen blir tung av preposisjoner. Særlig på
    nynorsk er verb det vanlige.

    Ikke: Kommunen foretar en vurdering av behovet ditt for tilrettelegging.
    Heller: Vi vurderer hva du trenger.

    Ikkje: Kommunen føretek ei vurdering av behovet ditt for tilrettelegging.
    Heller: Vi vurderer kva du treng.

    Unntak: Ord som navngir noe fast («utdanning», «melding», «forsikring»), regnes ikke, og ledd i en
    oppramsing regnes som ett. Lista er `substantivsyke.nb.txt` og `.nn.txt`.
    Målt: 0,1 prosent av setningene i avistekst (dev- og testdelen av Norwegian UD) og 0,2 prosent på 201
    offentlige sider og brev. Alle 15 funn er lest; 14 var tunge av substantiver. Regelen er forsiktig og
    overser mye: også ord uten slik ending skjuler handlinger.
    Kilde: Språkrådet, Substantivtunge setningar,
    https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/substantivtunge-setningar/
    """
    for sentence in text.sentences:
        if sentence.block.kind is Kind.HEADING or sum(map(sentence.text.count, ENDINGS)) < 2:
            continue
        nouns = action_nouns(sentence)
        if len(nouns) < 2:
            continue
        empty = EMPTY.search(sentence.text, max(0, nouns[0].start - NEAR), nouns[-1].start)
        acts = [noun for noun in nouns if sentence.text.startswith(" av ", noun.end)]  # «vurdering av …»
        heaped = len(acts) > 1 and acts[1].start - acts[0].end <= NEAR
        dense = len(nouns) * MANY_WORDS >= len(sentence.words)
        if sentence.text.count(",", nouns[0].end, nouns[-1].start) > len(nouns):  # a list of things
            continue
        if dense and (len(nouns) > max_nouns or empty or heaped):
            yield Hit(
                sentence.place(nouns[0].start, nouns[-1].end),
                values={"nouns": _listed(sentence, nouns)},
                severity=Severity.MEDIUM if len(nouns) > max_nouns + 1 or empty else None,
            )


def _listed(sentence: Sentence, nouns: list[Noun]) -> str:
    quoted = [f"«{sentence.text[noun.start : noun.end]}»" for noun in nouns]
    return ", ".join(quoted[:-1]) + " og " + quoted[-1]
