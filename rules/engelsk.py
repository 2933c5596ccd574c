from collections.abc import Iterator

from klarsprak import CODE, Hit, Place, Text, rule
from klarsprak.phrases import Phrases

from ._capitals import in_name
from ._terms import hits

# Beside one of these the word is part of an English title.
_ENGLISH = frozenset("the of and with your our is are new an by from this that code peer pull".split())


@rule(
    priority="klart-sprak",
    severity="low",
    nb="«{found}» er engelsk. Kan du skrive {better}?",
    nn="«{found}» er engelsk. Kan du skrive {better}?",
)
def check(text: Text) -> Iterator[Hit]:
    """Engelske ord.

    Hvorfor: Mange lesere kan lite engelsk, og fagfolk legger ulike ting i de engelske ordene. Det norske
    ordet er oftest kortere og klarere.

    Ikke: Vi ønsker feedback før deadline.
    Heller: Vi ønsker tilbakemelding før fristen.

    Ikkje: Vi ønskjer feedback før deadline.
    Heller: Vi ønskjer tilbakemelding før fristen.

    Unntak: Navn, engelske titler, sitater og tekst med kode får stå. Lånord som alle kjenner, som «team»,
    «chat» og «webinar», er ikke med.
    Målt: 37 av 39 funn i offentlige sider og avistekst var verdt å endre. Funn per 100 setninger: 0,7 på
    offentlige sider og 0,1 i avistekst. Ingen av funnene på offentlige sider var på nynorsk. En annen leste
    39 på bokmål og 9 på nynorsk, og 45 av de 48 holdt.
    Kilde: DFØ: Språkvalg i DFØ, https://profilveileder.dfo.no/hjem/dfos-sprakprofil/sprakvalg-i-dfo
    """
    for hit in hits(text, Phrases.load("engelsk")):
        if CODE in hit.at.block.text:
            continue  # where there is code, developers read
        if not in_name(hit.at) and not _is_english(hit.at):
            yield hit


def _is_english(place: Place) -> bool:
    """True where the word stands among other English words, or explains in brackets a Norwegian one."""
    before, after = place.block.text[: place.start].rstrip(), place.block.text[place.end :].lstrip()
    near = {before.rpartition(" ")[2].lower(), after.partition(" ")[0].lower().rstrip(".,:;!?")}
    return bool(near & _ENGLISH) or before.endswith("(")
