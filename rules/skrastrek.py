import re
from collections.abc import Iterator

from klarsprak import CODE, Hit, Kind, Text, rule
from klarsprak.phrases import cited

# Words with a stroke between them. Names and abbreviations have capitals, figures are no letters.
_STROKE = re.compile(
    r"(?:^[A-ZÆØÅ]|(?<![\w/.@-])[a-zæøå])[a-zæøå]+(?: ?/ ?[a-zæøå]{2,}(?:-[a-zæøå]+)?){1,3}(?![\w/-])"
)
_ALLOWED = frozenset("ja/nei av/på inn/ut til/fra til/frå opp/ned pluss/minus for/mot ca/om m/u".split())
# «kroner/time»: a measure, not a choice.
_UNITS = frozenset(
    """time timen måned månad mnd uke veke år dag døgn stk liter person pers kvm min sek kg tonn døgnet året
    dagen uka uken veka barn elev meter ha daa""".split()
)


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "«{found}» lar leseren velge selv. Velg ett av ordene, eller skriv «eller».",
        "og/eller": "«{found}» er tungt å lese. Holder det med «og» eller «eller»?",
    },
    nn={
        "": "«{found}» lèt lesaren velje sjølv. Vel eitt av orda, eller skriv «eller».",
        "og/eller": "«{found}» er tungt å lese. Held det med «og» eller «eller»?",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Skråstrek mellom ord.

    Hvorfor: En skråstrek kan bety «og», «eller» eller «det samme som». Leseren må gjette, og skjermlesere
    leser opp «skråstrek».

    Ikke: Søker/tiltakshaver må sende inn tegning og/eller kart.
    Heller: Du må sende inn tegning eller kart.

    Ikkje: Søkjar/tiltakshavar må sende inn teikning og/eller kart.
    Heller: Du må sende inn teikning eller kart.

    Unntak: Måleenheter (km/t), årstall (2025/26), navn og det som står i tabeller.
    Målt: 37 av 38 funn i offentlige sider og avistekst var verdt å endre. Funn per 100 setninger: 2,8 på
    offentlige sider og 0,2 i avistekst. En annen leste 32, og 31 holdt. Om det skal være «og» eller «eller»,
    må den som skriver, avgjøre.
    Kilde: Språkrådet: Skråstrek, https://www.sprakradet.no/klarsprak/om-skriving/sprak-i-lover-og-forskrifter/skriverad/tegnsetting/skrastrek/
    """
    for sentence in text.sentences:
        if "/" not in sentence.text or sentence.block.kind is Kind.CELL or CODE in sentence.block.text:
            continue
        for match in _STROKE.finditer(sentence.text):
            parts = [part.strip().lower() for part in match[0].split("/")]
            if "/".join(parts) in _ALLOWED or parts[-1] in _UNITS or cited(sentence, *match.span()):
                continue
            place = sentence.place(*match.span())
            if parts in (["og", "eller"], ["eller", "og"]):
                yield Hit(place, ("eller", "og"), case="og/eller")
            else:
                *first, last = [part.strip() for part in match[0].split("/")]
                half = "-" in last or any(part.endswith("ings") for part in first)  # «leke-/læringsrom»
                yield Hit(place, () if half else (f"{', '.join(first)} eller {last}",))
