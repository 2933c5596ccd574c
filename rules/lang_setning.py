"""More words than a reader holds in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

from ._clauses import PREPOSITIONS, SUBORDINATORS, has_finite, is_finite

INSERTION = re.compile(r"\s[–-]\s(?:[^\s–]+\s){4,}[–-]\s|\((?:[^\s()]+\s){5,}[^()]*\)")
SUBJECTS = "du|vi|de|dere|han|hun|ho|det|dette|den|jeg|eg|dei|man"
JOINTS = re.compile(
    rf"[;,]\s+(?=(?:og|men|eller|for|mens|medan|så|slik at)\s)|\s+(?=slik at\s|(?:og|men) (?:{SUBJECTS})\s)"
    r"|;\s+|\s[–-]\s+(?=\w)|,\s+(?=(?:som|fordi)\s)"
)
ITEM = 4  # words: a comma with no more than this up to the next parts a list, not clauses
MANY_ITEMS = 4


def words_without_list(sentence: Sentence) -> int:
    """Number of words without lists of short items («skole, barnehage, bibliotek og …»)."""
    words, text = sentence.words, sentence.text
    count, items, run = len(words), 0, 0
    since = 0
    for at in range(1, len(words) + 1):
        gap = text[words[at - 1].end : words[at].start] if at < len(words) else ","
        if "," in gap or (at < len(words) and words[at].lower in ("og", "eller") and items):
            if at - since <= ITEM:
                items, run = items + 1, run + at - since
            else:
                count -= run if items >= MANY_ITEMS else 0
                items, run = 0, 0
            since = at
    return count - (run if items >= MANY_ITEMS else 0)


def is_heavy(sentence: Sentence) -> bool:
    """True when length is not all: two subordinate clauses, an insertion or six prepositions."""
    forms = [word.lower for word in sentence.words]
    return (
        sum(form in SUBORDINATORS or form == "at" for form in forms) >= 2
        or sum(form in PREPOSITIONS[sentence.standard] for form in forms) >= 6
        or INSERTION.search(sentence.text) is not None
    )


def joint(sentence: Sentence) -> str | None:
    """The words at which the sentence is best parted: a joint with a verb soon after, near the middle."""
    words, text = sentence.words, sentence.text
    found = []
    for match in JOINTS.finditer(text):
        at = next((n for n, word in enumerate(words) if word.start >= match.end()), len(words))
        if 6 <= at <= len(words) - 6 and any(
            is_finite(words, n, sentence.standard) for n in range(at, at + 5)
        ):
            found.append((abs(at - len(words) / 2), text[words[at].start : words[at + 2].end]))
    return min(found)[1] if found else None


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Setningen har {words} ord. Kan du dele den?",
        "del": "Setningen har {words} ord. Kan du dele den, for eksempel foran «{joint} …»?",
    },
    nn={
        "": "Setninga har {words} ord. Kan du dele ho?",
        "del": "Setninga har {words} ord. Kan du dele ho, til dømes framfor «{joint} …»?",
    },
)
def check(text: Text, *, max_words: int = 25, nynorsk_extra: int = 2) -> Iterator[Hit]:
    """Lang setning.

    Hvorfor: En lang setning ber leseren huske begynnelsen til slutten kommer. Lengden alene er sjelden hele
    problemet. Derfor veier funnet tyngre når setningen også har flere leddsetninger, et innskudd eller
    mange preposisjoner.

    Ikke: Dersom du vil bytte barnehage, må du sende oss en ny søknad innen fristen i mars, og du må også
    skrive hvorfor du vil bytte, slik at vi kan ta hensyn til det.
    Heller: Vil du bytte barnehage? Send oss en ny søknad innen fristen i mars. Skriv hvorfor du vil bytte.

    Ikkje: Dersom du vil byte barnehage, må du sende oss ein ny søknad innan fristen i mars, og du må òg
    skrive kvifor du vil byte, slik at vi kan ta omsyn til det når vi fordeler plassane.
    Heller: Vil du byte barnehage? Send oss ein ny søknad innan fristen i mars. Skriv kvifor du vil byte.

    Unntak: En lang setning kan være klar, og hakkete tekst er også tung. Korte ledd i en oppramsing telles
    ikke med. Nynorsk får to ord mer (`nynorsk-extra`), fordi setningene jevnt over er litt lengre der.
    Målt: 9,6 prosent av setningene i bokmål og 8,9 prosent i nynorsk i avistekst (dev- og testdelen av
    Norwegian UD, 7749 setninger); 4,6 prosent på 201 offentlige sider og brev. Av 719 funn i avistekst var
    58 prosent lave. Lest: 85 funn, 84 riktige (det ene var en engelsk setning på en norsk side).
    Kilde: Språkrådet, Lange og innholdsrike setninger,
    https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-setningsbygning-i-lover-og-forskrifter/lange-og-innholdsrike-setninger/
    Kilde: Readability Guidelines, Simple sentences,
    https://readabilityguidelines.co.uk/clear-language/simple-sentences/
    """
    for sentence in text.sentences:
        limit = max_words + (nynorsk_extra if sentence.standard == "nn" else 0)
        if len(sentence.words) <= limit or sentence.block.kind is Kind.HEADING:
            continue
        over = words_without_list(sentence) - limit
        if over > 0 and (sentence.text[-1] in ".!?»)" or has_finite(sentence)):
            split = joint(sentence)
            yield Hit(
                sentence.whole,
                values={"words": len(sentence.words), "joint": split},
                case="del" if split else "",
                severity=_severity(over, is_heavy(sentence)),
            )


def _severity(over: int, heavy: bool) -> Severity:
    if heavy and over > 5:
        return Severity.HIGH if over > 15 else Severity.MEDIUM
    return Severity.LOW
