"""Nynorsk present tense in -ast: an infinitive where a finite verb must stand."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Sentence, Text, rule
from klarsprak.phrases import cited

from ._verbs import facts, s_form

# After one of these, however far away, a form in -ast is the infinitive it should be …
_BEFORE_INFINITIVE = frozenset(
    """å skal skulle kan kann kunne må måtte bør burde vil ville får fekk fått lyt laut let lèt lét tør
    torde""".split()
)
_SENSE = frozenset(("følast", "kallast"))  # «det følast», «dei kallast»: no passive, or as good as a name
# … but not in a subordinate clause that begins in between.
_OPENERS = frozenset("at som dersom viss når fordi medan ettersom sidan korleis kvifor".split())


@rule(
    priority="klart-sprak",
    severity="high",
    standards=("nn",),
    nb="Passiv på -ast står bare i infinitiv. Skriv «blir …» eller «må …», eller hvem som gjør det.",
    nn="Passiv på -ast står berre i infinitiv. Skriv «blir …» eller «må …», eller kven som gjer det.",
    replaces=("passiv",),
)
def check(text: Text) -> Iterator[Hit]:
    """Passiv på -ast i presens.

    Hvorfor: På nynorsk står passiv på -ast bare i infinitiv, etter ord som «må» og «skal». «Gebyret betalast»
    er en vanlig feil, og den skjuler om noe bare skjer, eller om leseren må gjøre det.

    Ikkje: Gebyret betalast på førehand.
    Heller: Du betaler gebyret på førehand.

    Unntak: Verb som alltid ender på -st (finst, trengst, synest, krevst), er riktige i presens. Regelen tier
    også når et ord som «må» eller «å» står før i setningen, og når setningen begynner med verbet
    («Leverast innan …»), for da kan «må» være underforstått.
    Målt: 15 av 15 funn på 41 offentlige sider og i avistekst (alle delene av trebanken) er feil nynorsk. En
    annen leser mente 11 av 12; det siste var et gradbøyd adjektiv («greiast»), som regelen nå kjenner. De
    siste unntakene ble til under lesingen. Funn per 100 setninger: 0,2 på offentlige sider og 0,1 i
    avistekst.
    Kilde: Språkrådet: Aktiv og passiv på nynorsk, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/nynorskhjelp/aktiv-og-passiv-pa-nynorsk/
    """
    for sentence in text.sentences:
        if sentence.standard == "nn" and sentence.text.find("ast") > 0:
            for at, word in enumerate(sentence.words):
                if (
                    word.lower not in _SENSE
                    and s_form(word.lower, "nn") == "sure"
                    and _is_finite(sentence, at)
                ):
                    yield Hit(sentence.place(word.start, word.end), instead=_instead(word.lower))


def _is_finite(sentence: Sentence, at: int) -> bool:
    words, said = sentence.words, sentence.text
    if said[words[at].start].isupper() or cited(sentence, words[at].start, words[at].end):
        return False
    if s_form(words[0].lower, "nn"):  # «Fyllast ut og leverast innan …»
        return False
    infinitive = max((n for n in range(at) if words[n].lower in _BEFORE_INFINITIVE), default=None)
    if infinitive is None:
        return True
    opener = max((n for n in range(infinitive + 1, at) if words[n].lower in _OPENERS), default=None)
    return opener is not None and "," not in said[words[opener].end : words[at].start]


def _instead(form: str) -> tuple[str, ...]:
    """Only for verbs in -ar: the participle of others agrees with a subject that we do not know."""
    stem, known = form.removesuffix("ast"), facts("nn")
    regular = f"{stem}ar" in known["f"] and f"{stem}t" not in known["p"]  # not «betala» beside «betalt»
    return (f"blir {stem}a",) if regular else ()
