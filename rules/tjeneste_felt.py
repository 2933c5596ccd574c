"""What a page about a service usually tells, and this one does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Text, rule

from ._page import anchor, opening

FEW = 80  # words of running text: less is a notice
# A page about something to apply for; where the door is open, waiting time and appeal make no sense.
APPLY = re.compile(
    r"\b(?:du|de|dere|ein|man) (?:kan|må|skal) (?!ikkj?e)(?:\w+ )?(?:søke|søkje)\b|\bsøk (?:om|her|på"
    r"|plass)\b"
    r"|\bsøknadsskjema|\bsøknad(?:en)? (?:send|må|skal)\w*|\bslik søk|(?<!ikke )\bmå søk\w+ om\b"
    r"|\bsøknadsfrist",
    re.IGNORECASE,
)
# A chapter of a larger guide has the rest in the other chapters, and a form in the page before it.
CHAPTER = re.compile(
    r"(?:hvem|kven|slik|hva|kva|hvordan|korleis|når|har du|pris|klage|kontakt|trinn|kapittel|før du|etter)\b"
    r"|.*(?:\bsøknad|skjema)\b",
    re.IGNORECASE,
)
# Money to get: nobody asks what it costs.
MONEY = re.compile(
    r"\w*(?:stønad|støtte|tilsk(?:udd|ot)|pengar|penger|pensjon|trygd|moderasjon|stipend|lån|fritak)\w*",
    re.IGNORECASE,
)


def _slot(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


SLOTS = {
    "hvem": _slot(
        r"\b(?:hvem|kven) (?:kan|har|får|er)\b|\bmålgruppe|kriteri|\bvilkår|\bkrav\b|\brett (?:til"
        r"|på)\b|\bgjeld",
        r"\b(?:til|for|gi) (?:deg|dere|dykk|hjemmebo\w+|person(?:er|ar)|alle|barn|ungdom\w*|voksne"
        r"|vaksne|eldre)\b",
        r"\b(?:til|for) (?:\w+ )?(?:innbygg\w+|familie\w*|pårørande|pårørende|lag|forein\w+"
        r"|foren\w+|organisasj\w+)\b",
        r"\bmå (?:være|vere|ha|bo|bu|dokumentere)\b|\b(?:hvis|viss|dersom) (?:du|barnet|dere|de) |\bhar du\b",
        r"\bgi(?:s|tt?|eve) til\b|\bmed (?:\w+ )?behov\b|\bperson(?:er|ar) som|\b(?:til|for) (?:dem"
        r"|dei|de|den) som\b",
    ),
    "pris": _slot(
        r"\bpris|\bkost(?:er|ar|nad\w*)\b|\bkroner\b|\bkr\b|\bgratis\b|gebyr|egenandel|eigendel|betal"
        r"|\bsats|husleie",
        r"husleige|\d+,-|\bavgift",
    ),
    "svar": _slot(
        r"behandlingstid|saksbehandling|\bbehandle (?:søknad|sak)|\bsvartid|\bventetid"
        r"|\bventeliste|\bsvar(?:er|ar)?\b|\bkontakt(?:er|ar) (?:vi )?deg",
        r"\b(?:innen|innan|etter) [^.]{0,20}(?:uker?|veker?|dager|dagar|måned\w*|månad\w*)\b|\b(?:hva"
        r"|kva) skjer\b",
        r"\bvedtak|\bdette kan du (?:forvente|vente)|\bhøy?rer?r? fr[aå]|\bbeskjed|\bkartlegg"
        r"|\bh(?:jemm|eim)ebesøk|\bvi vurderer",
    ),
    "klage": _slot(
        r"\bklag|\bikkj?e (?:er )?(?:fornøyd|einig|enig|nøgd)|\bu(?:einig|enig)\b|\bmis(?:fornøyd|nøgd)",
    ),
}


@rule(
    priority="lettere",
    severity="low",
    nb={
        "hvem": "Siden sier ikke hvem som kan få dette. Skriv hvem det er for, og hva som kreves.",
        "pris": "Siden sier ikke hva dette koster. Skriv prisen, eller at det er gratis.",
        "svar": "Siden sier ikke hva som skjer etter at leseren har søkt. Når kommer svaret?",
        "klage": "Siden sier ikke hva leseren kan gjøre hvis hun får nei. Kan hun klage?",
    },
    nn={
        "hvem": "Sida seier ikkje kven som kan få dette. Skriv kven det er for, og kva som krevst.",
        "pris": "Sida seier ikkje kva dette kostar. Skriv prisen, eller at det er gratis.",
        "svar": "Sida seier ikkje kva som skjer etter at lesaren har søkt. Når kjem svaret?",
        "klage": "Sida seier ikkje kva lesaren kan gjere viss ho får nei. Kan ho klage?",
    },
    pages=("tjeneste",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Felt mangler på tjenestesiden.

    Hvorfor: Om en tjeneste vil de fleste vite det samme: Er dette for meg, hva koster det, når får jeg svar,
    og hva om jeg får nei? Det som ikke står, må de ringe om.

    Ikke: Trygghetsalarm er en knapp som du har på armen eller rundt halsen. Trykker du på den, ringer den
    til vaktsentralen, og de som sitter der, kan snakke med deg og sende hjelp hvis du trenger det.
    Alarmen virker hjemme og i hagen, men ikke når du er på tur. Vi setter den opp, viser deg hvordan du
    bruker den, og kommer og bytter batteri når det er på tide. Du kan søke om alarm på Min side hele
    året, eller ringe oss på telefon 55 00 11 22 for å få hjelp med søknaden.
    Heller: Trygghetsalarm er en knapp som du har på armen eller rundt halsen. Trykker du på den, ringer
    den til vaktsentralen, og de som sitter der, kan snakke med deg og sende hjelp hvis du trenger det.
    Alarmen er for deg som er redd for å falle og bor alene, og den koster 250 kroner i måneden. Vi setter
    den opp, viser deg hvordan du bruker den, og bytter batteri. Du kan søke om alarm på Min side hele
    året. Du får svar innen tre uker, og du kan klage hvis du får nei.

    Ikkje: Tryggleiksalarm er ein knapp som du har på armen eller rundt halsen. Trykkjer du på han,
    ringjer han til vaktsentralen, og dei som sit der, kan snakke med deg og sende hjelp viss du treng
    det. Alarmen verkar heime og i hagen, men ikkje når du er på tur. Vi set han opp, viser deg korleis du
    bruker han, og kjem og byter batteri når det er på tide. Du kan søkje om alarm på Mi side heile året,
    eller ringje oss på telefon 55 00 11 22 for å få hjelp med søknaden.
    Heller: Tryggleiksalarm er ein knapp som du har på armen eller rundt halsen. Trykkjer du på han,
    ringjer han til vaktsentralen, og dei som sit der, kan snakke med deg og sende hjelp viss du treng
    det. Alarmen er for deg som er redd for å falle og bur åleine, og han kostar 250 kroner i månaden. Vi
    set han opp, viser deg korleis du bruker han, og byter batteri. Du kan søkje om alarm på Mi side heile
    året. Du får svar innan tre veker, og du kan klage viss du får nei.

    Unntak: Regelen ser bare på sider om noe leseren søker om, og ikke på notiser under 80 ord, skjemaer eller
    kapitler som heter «Hvem kan få …» og «Slik søker du». Om penger leseren kan få, spør den ikke om pris.
    Målt: 18 funn på 201 offentlige sider og brev og 39 andre sider fra nettet, alle lest og riktige i den
    teksten vi hadde, etter at fire feil fra første lesning var rettet. Ingen funn i 6401 setninger avis-
    og rapporttekst.
    Kilde: Orkland kommune, Nasjonal tjenestekatalog,
    https://www.orkland.kommune.no/alle-tjenester.6248508-507036.html
    """
    said = "\n".join(block.text for block in text.blocks if block.main)
    place = anchor(text)
    if place is None or CHAPTER.match(place.text) or not APPLY.search(said):
        return
    if sum(len(sentence.words) for sentence in text.sentences) < FEW:
        return
    about = place.text + " ".join(sentence.text for sentence in opening(text, 30))
    for slot, pattern in SLOTS.items():
        if not pattern.search(said) and not (slot == "pris" and MONEY.search(about)):
            yield Hit(place, case=slot)
