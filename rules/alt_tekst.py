"""Images that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from klarsprak import CODE, Block, Hit, Kind, Place, Severity, Text, rule

_FILE = re.compile(r"[^/\\]+\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic|avif)", re.IGNORECASE)
# Names that cameras, phones and programs give: IMG_0231, DSC00412, image001, Skjermbilde 2024-01-02.
_CAMERA = re.compile(
    r"(?:img|dscn?|dscf|pict?|pxl|image|bilde|bilete|foto|photo|untitled|screenshot|skjerm(?:bilde|bilete|dump))"
    r"[\s_-]*\d[\d\s_.,()-]*",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    "bilde bilete foto image img photo picture bild illustrasjon illustrasjonsbilde illustrasjonsbilete"
    " illustrasjonsfoto ikon icon placeholder dekor".split()
)


@rule(
    priority="digitalt",
    severity="medium",
    nb={
        "": 'Bildet mangler alternativ tekst. Skriv hva det viser i alt, eller alt="" hvis det bare er pynt.',
        "lenke": "Bildet er alt som står i lenken, og det har ingen tekst. Skriv i alt hvor lenken fører.",
        "fil": "«{found}» ser ut som et filnavn. Skriv hva bildet viser.",
        "tom": '«{found}» sier ikke hva bildet viser. Skriv det, eller alt="" hvis bildet bare er pynt.',
        "lang": "Den alternative teksten har {count} tegn. Si det viktigste i en kort setning.",
    },
    nn={
        "": 'Biletet manglar alternativ tekst. Skriv kva det viser i alt, eller alt="" om det berre er pynt.',
        "lenke": "Biletet er alt som står i lenkja, og det har ingen tekst. Skriv i alt kvar lenkja fører.",
        "fil": "«{found}» ser ut som eit filnamn. Skriv kva biletet viser.",
        "tom": '«{found}» seier ikkje kva biletet viser. Skriv det, eller alt="" om biletet berre er pynt.',
        "lang": "Den alternative teksten har {count} teikn. Sei det viktigaste i ei kort setning.",
    },
    profiles=("web",),
)
def check(text: Text, *, max_length: int = 150) -> Iterator[Hit]:
    """Bilde uten brukbar alternativ tekst.

    Hvorfor: Den som ikke ser bildet, får lest opp den alternative teksten. Mangler den, leser noen
    skjermlesere filnavnet. Er den lang, må leseren høre på alt før hun kommer videre. Suksesskriterium
    1.1.1 i WCAG krever en tekst som sier det samme som bildet.

    Ikke: <p>Her er den nye rampa. <img src="/rampe.jpg" alt="IMG_0231.jpg"></p>
    Heller: <p>Her er den nye rampa. <img src="/rampe.jpg" alt="Ny rampe ved inngangen til biblioteket"></p>

    Ikkje: <p>Her er den nye rampa. <img src="/rampe.jpg" alt="IMG_0231.jpg"></p>
    Heller: <p>Her er den nye rampa. <img src="/rampe.jpg" alt="Ny rampe ved inngangen til biblioteket"></p>

    Unntak: Et bilde som bare er pynt, skal ha tom alternativ tekst (alt=""), og det er i orden når bildet
    ikke er alt som står i en lenke. Om teksten virkelig sier det bildet sier, må et menneske vurdere.
    Målt: Ingen funn i 16 nettsider og 10 Markdown-filer fra offentlige virksomheter, som har 9 bilder.
    7 funn i 240 sider med engelsk dokumentasjon av programmer. Alle er lest og riktige.
    Kilde: Uutilsynet, Sosiale medium og universell utforming,
    https://www.uutilsynet.no/regelverk/sosiale-medium-og-universell-utforming/202
    Kilde: Museum24, UU – quickguide, https://museum24.no/uu/quickguide
    """
    blocks = [block for block in text.blocks if block.main and block.kind in (Kind.IMAGE, Kind.ALT)]
    for before, block in pairwise([None, *blocks]):
        if block is None:
            continue
        place = Place(block, 0, len(block.text))
        if block.kind is Kind.ALT:
            if case := _fault(block, before, max_length):
                light = case in ("tom", "lang")
                yield Hit(
                    place,
                    values={"count": len(block.text)},
                    case=case,
                    severity=Severity.LOW if light else None,
                )
        elif block.alt is None and not block.links[0].label:
            yield Hit(place)
        elif block.alt == "" and len(block.links) > 1:
            yield Hit(place, case="lenke", severity=Severity.HIGH)


def _fault(block: Block, image: Block | None, most: int) -> str:
    """What is wrong with an alternative text, as a case of the message; empty when nothing is."""
    told = block.text.strip(" .")
    if _FILE.fullmatch(told) or _CAMERA.fullmatch(told) or _is_name(told, image):
        return "fil"
    if told.lower() in _EMPTY:
        return "tom"
    return "lang" if len(block.text) > most and CODE not in block.text else ""


def _is_name(told: str, image: Block | None) -> bool:
    """True when the text is what the file of the image is called, and nobody would call a thing so."""
    if image is None or image.kind is not Kind.IMAGE or not re.search(r"[\d_]|\w-\w+-", told) or " " in told:
        return False
    return PurePosixPath(image.links[0].target.partition("?")[0]).stem.lower() == told.lower()
