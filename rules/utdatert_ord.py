from collections.abc import Iterator

from klarsprak import Hit, PageKind, Severity, Text, rule
from klarsprak.phrases import Phrases

from ._capitals import in_name
from ._terms import hits


@rule(
    priority="brukerretting",
    severity="medium",
    nb={
        "": "Mange opplever «{found}» som utdatert eller sårende. Kan du skrive {better}?",
        "presist": "Mange opplever «{found}» som upresist eller sårende. Kan du si akkurat hva du mener?",
    },
    nn={
        "": "Mange opplever «{found}» som utdatert eller sårande. Kan du skrive {better}?",
        "presist": "Mange opplever «{found}» som upresist eller sårande. Kan du seie akkurat kva du meiner?",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Utdaterte ord om mennesker.

    Hvorfor: Noen ord om mennesker har fått en klang som støter dem det gjelder. Mange vil heller være en
    person som har noe, enn en som er det.

    Ikke: Her er det parkering for handikappede.
    Heller: Her er det parkering for forflytningshemmede.

    Ikkje: Her er det parkering for handikappa.
    Heller: Her er det parkering for rørslehemma.

    Unntak: Sitater, historie, navn på organisasjoner og medisinske faguttrykk. Spør gjerne dem det gjelder.
    Målt: 25 av 26 funn i avistekst var verdt å endre, ingen funn på offentlige sider. En annen leser mente
    19 av 23; resten gjaldt bøker og gamle dager. Derfor bare info i nyheter, og der klarsprak ikke vet hva
    slags side det er. Funn per 100 setninger i avistekst: 0,1.
    Kilde: NRK: ordlister for funksjonsmangfold og flerkultur, https://info.nrk.no/sprak/funksjonsmangfold/
    """
    told = text.page in (PageKind.NEWS, PageKind.OTHER)  # maybe of other times, or of people in a book
    for hit in hits(text, Phrases.load("utdatert_ord")):
        if not in_name(hit.at):
            yield hit._replace(severity=Severity.INFO) if told or hit.case == "presist" else hit
