"""Decisions that do not say how to complain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Place, Severity, Text, rule

from ._page import everything

_WE = (
    r"\b(?:vi|me|nav|kommunen|\w+ kommune|\w*etaten|\w*direktoratet|fylkeskommunen|\w*kontoret|styret|skolen"
    r"|skulen|statsforvalt[ea]ren)"
)
# A decision that goes against the reader. Not «søknaden kan bli avslått», and not what she refused herself.
REFUSAL = re.compile(
    rf"{_WE} (?:har |har ikkj?e )?(?:\w+ )?(?:avslått|avslår|avslo|avslege|avvist|avviser|avslag"
    rf"|stans(?:et|a)\b)"
    rf"|{_WE} (?:har |kan )?(?:\w+ )?ikkj?e (?:\w+ )?(?:innvilg|godkjen)\w*"
    r"|\b(?:søknad(?:en)?|kravet)(?: (?:din|di|ditt))?(?: om [\w ]{1,40})? (?:er|blir|vart|blei"
    r"|ble) (?:\w+ )?"
    r"(?:avslått|avslege|avvist|ikkj?e (?:innvilg\w+|godkjen\w+))"
    r"|\b(?:du|de|dere) (?:får|har fått) (?:derfor |difor )?(?:ikkj?e (?:plass|støtte|innvilg\w+)|avslag)"
    r"|\bavslag på (?:søknad|krav)",
    re.IGNORECASE,
)
DECISION = re.compile(
    rf"{_WE} har (?:\w+ )?(?:innvilg|endr|vedt(?:att|eke)|fatt(?:et|a)|gjort (?:eit |et )?vedtak)\w*"
    r"|\bvedtaket er (?:gjort|fattet|fatta)\b|^vedtak\b",
    re.IGNORECASE,
)
# A warning, a condition, or a decision that is only spoken of.
MAYBE = re.compile(
    r"\b(?:kan|vil|vurderer|hvis|viss|dersom|før|om vi|når) [^.]{0,50}(?:avsl|avvis|vedtak|innvilg)"
    r"|\bforhåndsvar"
    r"|\bvarsel om|\bvurderer (?:retten|å)\b|\b(?:avgjerda|avgjørelsen) om",
    re.IGNORECASE,
)
COMPLAINT = re.compile(r"\b(?:på)?klag(?:e|er|en|a|es|ast)?\b|\bklage\w+", re.IGNORECASE)
# No more complaints here, or the decision is about one.
FINAL = re.compile(
    r"\bikkj?e (?:\w+ ){0,3}(?:på)?klag|\bendeleg|\bendelig|\btrygderetten|\bklag(?:en|a) (?:din|di)\b"
    r"|\bdin klage\b",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\bfrist\w*|\b(?:inn[ae]n|senest|seinast|før) (?:\S+ ){0,3}?(?:uker?|veker?|dag(?:er|ar)?|\d"
    r"|måned\w*|månad\w*)"
    r"|\b(?:uker?|veker?) (?:etter|frå|fra)",
    re.IGNORECASE,
)
WHERE = re.compile(
    r"\bklag\w* (?:\w+ ){0,4}?(?:til|på nett|hos)\b|\bsend\w*\b|\blever\w*\b|skjema|\S@\S"
    r"|\b[\w.-]+\.no\b|\badresse"
    r"|\bmin? side\b|\blogg(?:e)? inn",
    re.IGNORECASE,
)


@rule(
    priority="lettere",
    severity="high",
    nb={
        "klage": "Kan leseren klage på vedtaket? Si det, og si innen når og hvor hun sender klagen.",
        "frist": "Hva er fristen for å klage? Skriv antall uker eller en dato.",
        "hvor": "Hvor sender leseren klagen? Skriv en adresse, eller lenk til et skjema.",
    },
    nn={
        "klage": "Kan lesaren klage på vedtaket? Sei det, og sei innan når og kvar ho sender klaga.",
        "frist": "Kva er fristen for å klage? Skriv talet på veker eller ein dato.",
        "hvor": "Kvar sender lesaren klaga? Skriv ei adresse, eller lenk til eit skjema.",
    },
    pages=("vedtak",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Klagerett mangler.

    Hvorfor: Den som får et vedtak, har rett til å vite at hun kan klage, innen når og hvor. Står det ikke i
    brevet, kan hun miste retten uten å vite om den.

    Ikke: Vi har avslått søknaden din om parkeringskort.
    Heller: Vi har avslått søknaden din om parkeringskort. Du kan klage innen tre uker. Send klagen til
    post@vik.kommune.example.

    Ikkje: Vi har avslått søknaden din om parkeringskort.
    Heller: Vi har avslått søknaden din om parkeringskort. Du kan klage innan tre veker. Send klaga til
    post@vik.kommune.example.

    Unntak: Varsler, svar på klager og vedtak som ikke kan påklages. Et ja uten et ord om klage er mindre
    alvorlig enn et avslag, og blir bare nevnt i hele brev (med hilsen til slutt).
    Målt: Ingen funn i 59 brev, og alle vedtakene blant dem sier det de skal. Da vi tok bort linjene om
    klage, fant regelen 28 av 28 vedtak; da vi bare tok bort linjene med frist, 25 av 28. Ingen funn i
    6401 setninger avis- og rapporttekst.
    Kilde: Forvaltningsloven § 27, https://lovdata.no/lov/1967-02-10/§27
    Kilde: Trysil kommune, Tjenestebeskrivelser, http://www.trysil.kommune.no/Tjenester/Sider/side.aspx
    """
    said = everything(text)
    found = None if FINAL.search(said) else _decision(text)
    if found is None:
        return
    place, refused = found
    severity = None if refused else Severity.MEDIUM
    about = [s for s in text.sentences if COMPLAINT.search(s.text)]
    if not about:
        if not COMPLAINT.search(said) and (
            refused or re.search(r"\bh[ie]ls(?:en|ing)\b", said, re.IGNORECASE)
        ):
            yield Hit(place, case="klage", severity=severity)
        return
    if not any(DEADLINE.search(s.block.text) for s in about):
        yield Hit(about[0].whole, case="frist", severity=severity)
    if not WHERE.search(said):
        yield Hit(about[0].whole, case="hvor", severity=severity)


def _decision(text: Text) -> tuple[Place, bool] | None:
    """Where the decision stands, and whether it goes against the reader."""
    for pattern in (REFUSAL, DECISION):
        for sentence in text.sentences:
            match = pattern.search(sentence.text)
            if match and not MAYBE.search(sentence.text):
                return sentence.place(*match.span()), pattern is REFUSAL
    return None
