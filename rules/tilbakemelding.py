"""Service pages where nobody asks whether they were of use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Text, rule

from ._page import anchor, everything, has_form, is_whole

ASKS = re.compile(
    r"\bfa[nt]+ du (?:det|svar|ut|informasjon|kva|hva)|\btilbakemelding|\bgi oss (?:gjerne )?(?:ros|ris"
    r"|beskjed)|\bros og ris"
    r"|\bnyttig\b|\bvar (?:denne|dette|sid[ea]n?|siden)\b|\bhva (?:synes|mener|tror) du|\bkva (?:synest"
    r"|meiner|trur) du"
    r"|\bbrukerundersøk|\bbrukarundersøk|\bspørreundersøk|\bspørjeundersøk|\bmeld(?:e)? (?:ifra|fra|frå"
    r"|feil)|\bsi (?:i?fra)"
    r"|\bsei i?frå|\bkontaktskjema|\bhøring|\bhøyring|\bmedvirk|\bmedverk|\bchat|\bforbedr|\bforbetr"
    r"|\binnspill?\b",
    re.IGNORECASE,
)


@rule(
    priority="brukerretting",
    severity="info",
    nb="Kan leseren si om siden hjalp? Spør for eksempel «Fant du det du lette etter?» nederst på siden.",
    nn="Kan lesaren seie om sida hjelpte? Spør til dømes «Fann du det du leita etter?» nedst på sida.",
    pages=("tjeneste",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Ingen spør om siden hjalp.

    Hvorfor: Leserne vet best hva de ikke forstod. Et spørsmål nederst på siden, eller en lenke til en
    brukerundersøkelse, gir deg svarene gratis.

    Ikke: <html><body><main><h1>Bibliotekkort</h1><p>Du kan søke om kort på nett.</p></main></body></html>
    Heller: <html><body><main><h1>Bibliotekkort</h1><p>Du kan søke om kort på nett.</p></main>
    <footer><a href="/svar">Fant du det du lette etter?</a></footer></body></html>

    Ikkje: <html><body><main><h1>Bibliotekkort</h1><p>Du kan søkje om kort på nett.</p></main></body></html>
    Heller: <html><body><main><h1>Bibliotekkort</h1><p>Du kan søkje om kort på nett.</p></main>
    <footer><a href="/svar">Fann du det du leita etter?</a></footer></body></html>

    Unntak: Regelen ser bare på hele nettsider, og bare på tjenestesider. Et felt som et skript setter inn,
    kan den ikke se. Derfor er funnet bare til opplysning.
    Målt: Ikke målt, for vi har nesten ingen hele tjenestesider i HTML.
    Kilde: KS, Undersøke brukernes vurdering av brev og skjema,
    https://www.ks.no/fagomrader/digitalisering/digital-kompetanse/klarsprak--involver-brukerne-og-mal-effekten/kartlegge-status-og-forbedringspotensial/undersoke-brukernes-vurdering-av-brev-og-skjema/
    """
    if not is_whole(text) or has_form(text) or ASKS.search(everything(text)):
        return
    if place := anchor(text):
        yield Hit(place)
