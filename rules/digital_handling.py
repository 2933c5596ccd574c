"""Service pages that speak of applying or paying, but lead to no form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Text, rule

from ._page import everything, has_form, is_whole
from ._routes import has_route

# What the reader is to do, and could do on a screen.
TASK = re.compile(
    r"\b(?:søk (?:om|på)|søknad(?:en)? (?:send|må|skal)\w*|søknadsskjema"
    r"|du (?:kan|må) (?:\w+ )?(?:søke|søkje|bestille|betale|registrere|melde)\b"
    r"|send(?:e|er)? (?:inn )?(?:søknad|skjema)\w*|meld (?:deg|dykk|dere|barnet) på\b)",
    re.IGNORECASE,
)
# A link or a button that does it.
DOES = re.compile(
    r"^(?:søk|bestill|betal|meld|registrer|logg inn|send|start|fyll|gå til|opne|åpne|book|reserver)"
    r"|skjema|s(?:ø|o|%c3%b8)knad|\bmin? ?side\b|altinn|helsenorge|log-?in|logg-?inn|sign-?in|minside"
    r"|idporten",
    re.IGNORECASE,
)
FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf)(?:$|[?#])", re.IGNORECASE)


@rule(
    priority="digitalt",
    severity="info",
    nb={
        "": "Kan leseren gjøre dette på nett? Lenk til skjemaet eller innloggingen.",
        "lenke": "Siden sier at det går på nett, men har ingen lenke dit. Lenk til skjemaet eller "
        "innloggingen.",
    },
    nn={
        "": "Kan lesaren gjere dette på nett? Lenk til skjemaet eller innlogginga.",
        "lenke": "Sida seier at det går på nett, men har inga lenkje dit. Lenk til skjemaet eller "
        "innlogginga.",
    },
    pages=("tjeneste",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Lenke til skjemaet mangler.

    Hvorfor: Den som har lest seg fram til at hun vil søke, bør kunne gjøre det med ett klikk. Må hun lete opp
    skjemaet selv, finner hun det kanskje ikke.

    Ikke: <h1>Leie av kano</h1><p>Du kan bestille kano for en helg. Se <a href="/pris">prisene</a>.</p>
    Heller: <h1>Leie av kano</h1><p><a href="https://skjema.vik.kommune.example/kano">Bestill kano</a>.</p>

    Ikkje: <h1>Leige av kano</h1><p>Du kan bestille kano for ei helg. Sjå <a href="/pris">prisane</a>.</p>
    Heller: <h1>Leige av kano</h1><p><a href="https://skjema.vik.kommune.example/kano">Bestill kano</a>.</p>

    Unntak: Regelen ser bare på tekster der lenkene er med, altså ikke ren tekst. En papirvei ved siden av er
    aldri en feil. Rene opplysninger trenger ikke skjema.
    Målt: Ikke målt, for vi har nesten ingen hele tjenestesider i HTML. Derfor bare til opplysning.
    Kilde: Difi, Kva er digitalt førsteval?,
    https://www.difi.no/fagomrader-og-tjenester/digitalt-forstevalg/hva-er-digitalt-forstevalg
    """
    if (
        has_form(text)
        or not (is_whole(text) or any(block.links for block in text.blocks))
        or _leads_there(text)
    ):
        return
    told = any(block.main and has_route(block) for block in text.blocks)
    if told and "@" in everything(text, main=True):
        return  # by e-mail
    for sentence in text.sentences:
        if sentence.block.kind is not Kind.HEADING and (task := TASK.search(sentence.text)):
            place = sentence.place(*task.span())
            yield Hit(place, case="lenke" if told else "")
            return


def _leads_there(text: Text) -> bool:
    """True when a link or a button does what the page is about; a file to print does not."""
    for block in text.blocks:
        if block.kind in (Kind.BUTTON, Kind.LABEL) and block.main and DOES.search(block.text):
            return True
        for link in block.links:
            told = f"{link.label or block.text[link.start : link.end]}".strip()
            if not FILE.search(link.target) and (DOES.search(told) or DOES.search(link.target)):
                return True
    return False
