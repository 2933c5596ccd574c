"""Actions hidden in nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

from ._action_nouns import ENDINGS, Noun, action_nouns

# Verbs that leave the saying to a noun. «Skje» only as in «tildeling skjer ved loddtrekning».
EMPTY = re.compile(
    r"\b(?:foreta(?:r|s|tt)?|foretok|gjennomføre[rs]?|gjennomført|utføre[rs]?|utført|f(?:inner?|ant) sted"
    r"|føretek|føreta(?:kast|tt)?|gjennomførast|utførast|finn(?:e|er)? stad|i forbindelse med|i samband med"
    r"|gj(?:ør(?:es?)?|ort|er[es]?|erast) (?:en|ei|ein|et|eit)"
    r"|skjer? (?:ved|gjennom|på grunnlag|på bakgrunn))\b",
    re.IGNORECASE,
)
NEAR = 45  # characters: some seven words
MANY_WORDS = 12  # a noun for every twelve words or more: fewer is no burden


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
    Målt: 7 funn på 201 offentlige sider og brev og 23 filer, alle verdt å endre. 33 i 31 282 setninger
    avistekst. En annen leser enn den som laget regelen, leste 23 av dem og mente at 12 var tunge. Derfor
    bare info der verbet ikke er tomt («foreta», «skje ved»), eller der substantivene står langt fra
    hverandre; de andre, fem på sidene og to i avistekst, holdt alle. Regelen overser mye: også ord uten
    slik ending skjuler handlinger, og tre slike ord uten et «av» regnes ikke.
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
        # Without «av …» or an empty verb nothing is done to anything: «vurderingene», «overbevisning om».
        if dense and ((len(nouns) > max_nouns and acts) or empty or heaped):
            place = sentence.place(nouns[0].start, nouns[-1].end)
            sure = empty and len(place.text.split()) <= MANY_WORDS  # apart they may be of two thoughts
            severity = None if sure else Severity.INFO
            yield Hit(place, values={"nouns": _listed(sentence, nouns)}, severity=severity)


def _listed(sentence: Sentence, nouns: list[Noun]) -> str:
    quoted = [f"«{sentence.text[noun.start : noun.end]}»" for noun in nouns]
    return ", ".join(quoted[:-1]) + " og " + quoted[-1]
