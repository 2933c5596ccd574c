"""The law in the way of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, PageKind, Sentence, Severity, Text, rule

LAW = (
    r"(?:\w*[\w-](?:lov(?:en|a)|forskrift(?:en|a))s?|(?:lov|forskrift)(?:en|a)? (?:om|til|av)|pbl|fvl"
    r"|hol|ftrl|avhl|sak ?10"
    r"|tek ?17)\b"
)
SECTION = re.compile(
    rf"(?:(?:[\w-]+ og )?{LAW}\.? ?)?§+ ?\d+(?:[ -–]{{1,3}}\d+)?(?: ?[a-e]\b)?", re.IGNORECASE
)
# References that hang together: «§ 4, jf. § 7, jf. forskriften § 2».
CHAIN = re.compile(
    r"(?:\bjfr?\b\.?[^;()]{0,40}?)?§+ ?\d[\w-]*"
    r"(?:(?:[^.;()]|\bnr\.){0,60}?\bjfr?\b\.?[^;()]{0,60}?§+ ?\d[\w-]*)+",
    re.IGNORECASE,
)
# The law stands where the reader looks for the answer.
FIRST = re.compile(
    r"(?:i (?:henhold til|medh[oa]ld av|samsvar med)|med (?:hjemmel|heimel) i|etter|ifølge|i følge|i? ?hht\.?"
    r"|iht\.?|jfr?\.?)"
    rf" (?:[\wæøå-]+ ){{0,4}}?(?:{LAW}|§)(?: ?§+ ?[\d-]+)?",
    re.IGNORECASE,
)
# A sentence whose errand is to tell where something stands: there the law belongs.
ERRAND = re.compile(
    r"\b(?:følger|følgjer|framgår|fremgår|fram[gk]\w+|går fr[ae]m|kjem fram|står|hjemlet|heimla|lovfest\w*"
    r"|har h(?:jemm|eim)el|lovh(?:jemm|eim)el|(?:er|ble|blei|vart|blir) (?:gjort|fattet|fatta|gitt|regulert)"
    r"|regulerer|les|lese|se|sjå|finner|finn)\b[^.]*(?:§|lov|forskr)"
    r"|^(?:\S+ ){2,3}(?:etter|i henhold til|i medh[oa]ld av|i samsvar med|med h(?:jemm|eim)el i) "
    r"[^,]*(?:§+ ?[\d-]+(?: ?[a-h])?|lov\w*|forskrift\w*)\.?$"
    r"|^[^,]{0,40}§ ?\d[\w-]* (?:\w+ ledd )?(?:omhandler|handl[ea]r|gjeld|sier|seier|regulerer|gir|krev)",
    re.IGNORECASE,
)
YOU = frozenset("du deg din di ditt dine dere deres de dykk dykkar".split())
SAYS = YOU | frozenset(
    """vi er har kan må skal får blir bør vil gir gjelder gjeld gis krever krev trenger treng ikke ikkje
    betaler ble vart blei var""".split()
)


@rule(
    priority="lettere",
    severity="medium",
    nb={
        "kjede": "«{found}» er en kjede av henvisninger. Si det leseren trenger først, og samle lovene "
        "til slutt.",
        "forst": "Setningen begynner med loven. Begynn med det leseren får eller må gjøre, og sett loven "
        "til slutt.",
        "midt": "«{found}» gjør setningen tung. Kan loven stå i parentes eller i en egen setning til slutt?",
    },
    nn={
        "kjede": "«{found}» er ei kjede av tilvisingar. Sei det lesaren treng først, og samle lovene til "
        "slutt.",
        "forst": "Setninga byrjar med lova. Start med det lesaren får eller må gjere, og set lova til slutt.",
        "midt": "«{found}» gjer setninga tung. Kan lova stå i parentes eller i ei eiga setning til slutt?",
    },
    pages=("tjeneste", "vedtak", "portal", "annet"),
)
def check(text: Text) -> Iterator[Hit]:
    """Lovhenvisning i veien.

    Hvorfor: Paragrafer sier ingenting til den som ikke har loven foran seg. Får leseren svaret først, kan
    hun slå opp loven etterpå, om hun vil.

    Ikke: Etter brannloven § 4, jf. § 7, må du feie pipa hvert fjerde år.
    Heller: Du må feie pipa hvert fjerde år (brannloven §§ 4 og 7).

    Ikkje: Etter brannlova § 4, jf. § 7, må du feie pipa kvart fjerde år.
    Heller: Du må feie pipa kvart fjerde år (brannlova §§ 4 og 7).

    Unntak: Et vedtak må si hvilken lov det bygger på, i en egen setning («Vedtaket er gjort etter …»).
    En lov i parentes, i en lenke eller i en liste til slutt er i orden. Regelen ser ikke på planer og
    nyheter, og på sider den ikke kjenner, bare på setninger til «du».
    Målt: 11 funn lest på 201 offentlige sider og brev og 39 andre sider fra nettet; ett var galt og er
    rettet. 0,1 funn per 100 setninger. Ingen funn i 6401 setninger avis- og rapporttekst. En annen leste 5,
    og alle holdt.
    Kilde: Buskerud fylkeskommune, Skriveråd for ulike kanaler,
    http://www.bfk.no/Sprakprofil/Skriverad-for-ulike-kanaler/
    """
    early = sum(len(sentence.words) for sentence in text.sentences) / 3
    count = 0
    for sentence in text.sentences:
        count += len(sentence.words)
        lower = sentence.text.lower()
        if sentence.block.kind is Kind.HEADING or not (
            "§" in lower or "lov" in lower or "forskrift" in lower
        ):
            continue
        if not _speaks(sentence, text.page):
            continue
        open_text = _without_asides(sentence)
        if chain := CHAIN.search(open_text):
            yield Hit(sentence.place(*chain.span()), case="kjede")
        elif first := FIRST.match(open_text):
            yield Hit(sentence.place(*first.span()), case="forst")
        elif text.page is not PageKind.OTHER and (section := SECTION.search(open_text)):
            late = count > early
            yield Hit(sentence.place(*section.span()), case="midt", severity=Severity.LOW if late else None)


def _speaks(sentence: Sentence, page: PageKind) -> bool:
    """True for a sentence that tells the reader something else than where it is written."""
    words = {word.lower for word in sentence.words}
    known = page in (PageKind.SERVICE, PageKind.DECISION)
    return bool(words & (SAYS if known else YOU)) and ERRAND.search(sentence.text) is None


def _without_asides(sentence: Sentence) -> str:
    """The sentence with blanks for what stands in brackets or is a link: there a law is out of the way."""
    text = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), sentence.text)
    for link in sentence.block.links:
        start, end = max(link.start - sentence.start, 0), max(link.end - sentence.start, 0)
        text = text[:start] + " " * (len(text[start:end])) + text[end:]
    return text
