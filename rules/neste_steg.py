"""Pages that leave the reader without anything to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, PageKind, Severity, Text, rule

from ._page import anchor, has_action, has_contact, is_whole

FEW = 40  # words of running text: less is a notice
FORM = re.compile(r"\bsøknad\b|skjema\b", re.IGNORECASE)  # the form itself follows
# A letter that the reader waits for: other letters may only be for her to know.
EXPECTED = re.compile(
    r"\b(?:søknad|vedtak|krav(?:et)?\b|plass(?:en)?\b|faktura|rekning|gebyr|klagen? |klaga "
    r"|sak(?:en)? din|saka di)",
    re.IGNORECASE,
)


@rule(
    priority="lettere",
    severity="high",
    nb={
        "tjeneste": "Hva skal leseren gjøre nå? Si det: «Søk …», «Ring …» eller «Du trenger ikke gjøre noe».",
        "vedtak": "Hva skal leseren gjøre med dette brevet? Si det, også når hun ikke trenger å gjøre noe.",
    },
    nn={
        "tjeneste": "Kva skal lesaren gjere no? Sei det: «Søk …», «Ring …» eller «Du treng ikkje gjere "
        "noko».",
        "vedtak": "Kva skal lesaren gjere med dette brevet? Sei det, òg når ho ikkje treng å gjere noko.",
    },
    pages=("tjeneste", "vedtak"),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Neste steg mangler.

    Hvorfor: Leseren kommer for å få gjort noe. Finner hun ikke ut hva hun skal gjøre, må hun ringe, og noen
    gir opp. «Du trenger ikke gjøre noe» er også et svar.

    Ikke: Kommunen gir støtte til transport for innbyggere som har vanskelig for å reise kollektivt. Støtten
    er et tilskudd for ett år om gangen. Den er for personer over ti år som har bodd i kommunen i to år eller
    mer. Den gjelder bare for reiser i fritiden.
    Heller: Har du vanskelig for å reise kollektivt, kan du få støtte til transport for ett år om gangen. Du
    må være over ti år og bo i kommunen. Søk på Min side før 1. oktober, så får du svar i november.

    Ikkje: Kommunen gir støtte til transport for innbyggjarar som har vanskar med å reise kollektivt. Støtta
    er eit tilskot for eitt år om gongen. Ho er for personar over ti år som har budd i kommunen i to år eller
    meir. Ho gjeld berre for reiser i fritida.
    Heller: Har du vanskar med å reise kollektivt, kan du få støtte til transport for eitt år om gongen. Du
    må vere over ti år og bu i kommunen. Søk på Mi side før 1. oktober, så får du svar i november.

    Unntak: Åpningstider, et telefonnummer, et skjema eller en knapp er nok. Notiser under 40 ord blir aldri
    nevnt, og av brev bare de som svarer på noe. I et utdrag eller en fil uten mal rundt kan steget stå et
    annet sted; da er funnet bare til opplysning.
    Målt: 3 funn lest på 201 offentlige sider og brev og 39 andre sider fra nettet, alle riktige i den
    teksten vi hadde. Det er for få til å si noe sikkert. Ingen funn i 6401 setninger avis- og
    rapporttekst.
    Kilde: KS, Telle feil i brukerrespons,
    https://www.ks.no/fagomrader/digitalisering/digital-kompetanse/klarsprak--involver-brukerne-og-mal-effekten/kartlegge-status-og-forbedringspotensial/telle-feil-i-brukerrespons/
    """
    if sum(len(s.words) for s in text.sentences) < FEW or has_action(text) or has_contact(text):
        return
    if text.page is PageKind.DECISION and not any(EXPECTED.search(s.text) for s in text.sentences):
        return
    place = anchor(text)
    letter = text.page is PageKind.DECISION
    if place and (letter or not FORM.search(place.text)):
        sure = letter or is_whole(text)
        yield Hit(place, case=str(text.page), severity=None if sure else Severity.INFO)
