"""Forms and content that are only to be had as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import CODE, Block, Hit, Link, PageKind, Place, Text, rule

from ._page import has_form, is_whole

_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?)(?:$|[?#])", re.IGNORECASE)
_FORM = re.compile(r"skjema|\bblankett|søknad(?!sfrist)|\bsoknad", re.IGNORECASE)
# A way to do it on the screen, in words or by where a link leads.
_ONLINE = re.compile(
    r"nettskjema|\b(?:digitalt|elektronisk)\b|\bdigital(?:e|t)? (?:skjema|søknad|løysing|løsning|tj?eneste)"
    r"|\baltinn\b|\bid-?porten\b|\bmin ?side\b|\blogg(?:e|ar|er)? (?:deg )?(?:inn|på)\b"
    r"|\b(?:sjølvbetening|selvbetjening)"
    r"|\bpå nett(?:et|sida|siden)?\b|\bsøk(?:e|er|jer?)? her\b",
    re.IGNORECASE,
)
_PORTAL = re.compile(
    r"skjema|soknad|s%C3%B8knad|altinn|minside|idporten|acos|visma|kommune24-7", re.IGNORECASE
)
_FEW = 40  # words outside the links


@rule(
    priority="digitalt",
    severity="medium",
    nb={
        "": "Skjemaet finnes bare som fil. Lag et skjema som leseren kan fylle ut og sende på nett.",
        "innhold": "Innholdet på siden ligger i en fil. Skriv det på siden, og legg gjerne fila ved.",
    },
    nn={
        "": "Skjemaet finst berre som fil. Lag eit skjema som lesaren kan fylle ut og sende på nett.",
        "innhold": "Innhaldet på sida ligg i ei fil. Skriv det på sida, og legg gjerne fila ved.",
    },
    profiles=("web",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Skjema eller innhold bare som fil.

    Hvorfor: En fil er vanskelig å lese på en telefon, og mange kan ikke fylle ut og sende inn et skjema i
    PDF eller Word. En nettside tilpasser seg skjermen, og et nettskjema sier fra når noe mangler.

    Ikke: <p>Fyll ut <a href="/filer/plass.pdf">søknadsskjema for barnehage (PDF)</a> og send det til oss.</p>
    Heller: <p>Fyll ut <a href="https://skjema.example/plass">søknadsskjema for barnehage</a>.</p>

    Ikkje: <p>Fyll ut <a href="/filer/plass.pdf">søknadsskjema for barnehage (PDF)</a> og send det inn.</p>
    Heller: <p>Fyll ut <a href="https://skjema.example/plass">søknadsskjema for barnehage</a>.</p>

    Unntak: Finnes det en digital vei på samme side, sier regelen ingenting. Rapporter, kart og vedlegg kan
    godt være filer når siden selv sier det viktigste.
    Målt: Ingen funn i 16 nettsider og 10 Markdown-filer fra offentlige virksomheter.
    Kilde: Difi, Kva er digitalt førsteval?,
    https://www.difi.no/fagomrader-og-tjenester/digitalt-forstevalg/hva-er-digitalt-forstevalg
    Kilde: Uutilsynet, Sosiale medium og universell utforming,
    https://www.uutilsynet.no/regelverk/sosiale-medium-og-universell-utforming/202
    """
    links = [(b, link) for b in text.blocks if b.main and b.text != CODE for link in b.links]
    files = [(b, link) for b, link in links if link.end > link.start and _FILE.search(link.target)]
    if not files:
        return
    forms = [(b, link) for b, link in files if _FORM.search(b.text[link.start : link.end])]
    if forms and not _is_online(text, links):
        yield _hit(*forms[0], "")
    elif is_whole(text) and text.page is not PageKind.PORTAL and len(files) * 2 > len(links):
        told = sum(len(sentence.words) for sentence in text.sentences)
        linked = sum(len(b.text[link.start : link.end].split()) for b, link in links)
        if told - linked < _FEW and not has_form(text):
            yield _hit(*files[0], "innhold")


def _is_online(text: Text, links: list[tuple[Block, Link]]) -> bool:
    return (
        has_form(text)
        or any(_PORTAL.search(link.target) and not _FILE.search(link.target) for _, link in links)
        or any(_ONLINE.search(block.text) for block in text.blocks if block.main)
    )


def _hit(block: Block, link: Link, case: str) -> Hit:
    return Hit(Place(block, link.start, link.end), case=case)
