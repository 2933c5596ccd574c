"""Service pages that do not say whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule

from ._page import anchor, has_contact, is_whole

ASKED = re.compile(r"\b(?:ta|tar|tek|tek du|tar du) (?:\w+ )?kontakt\b|\bkontakt(?:e)? oss\b", re.IGNORECASE)


@rule(
    priority="lettere",
    severity="high",
    nb={
        "": "Hvem kan leseren spørre? Siden har verken telefon, e-post, skjema eller navnet på et kontor.",
        "utdrag": "Hvem kan leseren spørre? Står det ikke i malen rundt teksten, bør det stå her.",
        "hvordan": "«{found}», men hvordan? Skriv telefonnummer, e-post eller navnet på kontoret.",
    },
    nn={
        "": "Kven kan lesaren spørje? Sida har korkje telefon, e-post, skjema eller namnet på eit kontor.",
        "utdrag": "Kven kan lesaren spørje? Står det ikkje i malen rundt teksten, bør det stå her.",
        "hvordan": "«{found}», men korleis? Skriv telefonnummer, e-post eller namnet på kontoret.",
    },
    pages=("tjeneste",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Kontaktinformasjon mangler.

    Hvorfor: Den som ikke finner svaret på siden, skal slippe å lete etter hvem som vet det. Ett nummer eller
    ett navn på siden sparer både leseren og sentralbordet.

    Ikke: Ordningen er for deg som er over 67 år. Har du spørsmål, ta kontakt.
    Heller: Ordningen er for deg som er over 67 år. Spørsmål? Ring 55 00 11 22, hverdager 9–15.

    Ikkje: Ordninga er for deg som er over 67 år. Har du spørsmål, ta kontakt.
    Heller: Ordninga er for deg som er over 67 år. Spørsmål? Ring 55 00 11 22, kvardagar 9–15.

    Unntak: Hele siden teller, også topp og bunn. Et kontor med navn er nok. I et utdrag eller en fil uten
    mal rundt kan kontaktinformasjonen stå et annet sted; da er funnet bare til opplysning.
    Målt: 14 funn lest på 201 offentlige sider og brev og 39 andre sider fra nettet. Ingen av tekstene sa
    hvem leseren kunne spørre, men de fleste er utdrag, derfor «info». Hele nettsider hadde vi for få av
    til å måle. Ingen funn i 6401 setninger avis- og rapporttekst.
    Kilde: Difi, Kvalitet på nett, kriteriesett,
    https://www.difi.no/fagomrader-og-tjenester/digitalisering-og-samordning/kvalitet-pa-nett/kriteriesett/print
    """
    if has_contact(text):
        return
    whole = is_whole(text)
    for sentence in text.sentences:
        if asked := ASKED.search(sentence.text):
            yield Hit(sentence.place(*asked.span()), case="hvordan", severity=None if whole else Severity.LOW)
            return
    if place := anchor(text):
        yield Hit(place, case="" if whole else "utdrag", severity=None if whole else Severity.INFO)
