"""Service pages without a heading that says what the reader can do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Text, rule

from ._page import anchor

_QUESTION = re.compile(
    r"\?|^(?:slik|hvordan|korleis|hva|kva|hvem|kven|når|hvor|kor|kvar|hvorfor|kvifor|hvilken?|hvilke)\b"
    r"|\b(?:du|deg|dere|dykk)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:avtal|bestill|betal|book|bruk|bytt|del|endre|finn|flytt|fornye?|forny|fyll|følg|følgj|gi|gå|hent|husk|kjøp"
    r"|klag|kontakt|last|lei|leig|lei(?:g|e)|les|lever|logg|lån|meld|møt|prøv|registrer|ring|se|send|sei|si|sjekk"
    r"|sjå|skriv|spør|start|søk|ta|uttal|vel|velg|vis|åpne|opne)\b",
    re.IGNORECASE,
)
_FEW = 50  # words: a shorter page shows what to do without headings
_HEADINGS = 3


@rule(
    priority="lettere",
    severity="info",
    nb="Ingen overskrift sier hva leseren kan gjøre. Bruk et spørsmål eller et verb, som «Slik søker du».",
    nn="Inga overskrift seier kva lesaren kan gjere. Bruk eit spørsmål eller eit verb, som «Slik søkjer du».",
    profiles=("web",),
    pages=("tjeneste",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Ingen overskrift å handle etter.

    Hvorfor: Den som kommer til en tjenesteside, skal gjøre noe: søke, betale, melde fra. Overskrifter som
    sier det («Slik søker du», «Hva koster det?»), viser veien. «Søknadsprosess» gjør det ikke.

    Ikke: <h1>SFO</h1><p>Du kan søke om plass i skolefritidsordningen for barn på barnetrinnet.</p>
    <h2>Søknadsprosess</h2><p>Logg inn med BankID og fyll ut søknaden. Fristen er 1. mars. Du får svar innen
    fire uker, og du kan klage på svaret.</p><h2>Satser</h2><p>En hel plass koster 2900 kroner i måneden.
    Familier med lav inntekt kan søke om lavere pris.</p>
    Heller: <h1>SFO</h1><p>Du kan søke om plass i skolefritidsordningen for barn på barnetrinnet.
    </p><h2>Slik søker du</h2><p>Logg inn med BankID og fyll ut søknaden. Fristen er 1. mars. Du får svar
    innen fire uker, og du kan klage på svaret.</p><h2>Hva koster det?</h2><p>En hel plass koster 2900
    kroner i måneden. Familier med lav inntekt kan søke om lavere pris.</p>

    Ikkje: <h1>SFO</h1><p>Du kan søkje om plass i skulefritidsordninga for barn på barnesteget.</p>
    <h2>Søknadsprosess</h2><p>Logg inn med BankID og fyll ut søknaden. Fristen er 1. mars. Du får svar innan
    fire veker, og du kan klage på svaret.</p><h2>Satsar</h2><p>Ein heil plass kostar 2900 kroner i månaden.
    Familiar med låg inntekt kan søkje om lågare pris.</p>
    Heller: <h1>SFO</h1><p>Du kan søkje om plass i skulefritidsordninga for barn på barnesteget.
    </p><h2>Slik søkjer du</h2><p>Logg inn med BankID og fyll ut søknaden. Fristen er 1. mars. Du får svar
    innan fire veker, og du kan klage på svaret.</p><h2>Kva kostar det?</h2><p>Ein heil plass kostar 2900
    kroner i månaden. Familiar med låg inntekt kan søkje om lågare pris.</p>

    Unntak: Regelen gjelder bare sider som forteller om en tjeneste, med minst tre overskrifter og femti ord.
    Målt: 7 funn på 201 offentlige sider og brev. 6 av dem var verdt å endre; i det sjuende hadde siden
    overskriften, men som vanlig tekst.
    Kilde: Digdir, Prinsipp 2: Gjør teksten oversiktlig,
    https://profilveileder.digdir.no/sprakprofil/prinsipp-2-gjor-teksten-oversiktlig/38
    """
    headings = [block.text for block in text.prose if block.kind is Kind.HEADING]
    if len(headings) < _HEADINGS or sum(len(sentence.words) for sentence in text.sentences) < _FEW:
        return
    acts = any(_QUESTION.search(heading) or _IMPERATIVE.match(heading) for heading in headings)
    if not acts and (place := anchor(text)):
        yield Hit(place)
