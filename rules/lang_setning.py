"""More words than a reader holds in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Kind, Severity, Text, rule

from ._clauses import has_finite
from ._length import is_heavy, joint, words_without_list


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
    Målt: 10,5 prosent av setningene i avis- og rapporttekst og 5,8 prosent på offentlige sider og brev; uten
    de korteste og letteste, som bare er til opplysning, 8,4 og 4,7 prosent. Lest: 85 funn, 84 riktige (det
    ene var en engelsk setning på en norsk side). En annen leste 30 og var enig i alle.
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
    return Severity.LOW if heavy or over > 5 else Severity.INFO  # one sentence in ten is over the limit
