from collections.abc import Iterator

from klarsprak import Hit, Text, rule
from klarsprak.phrases import Phrases

from ._capitals import before_name, in_name
from ._terms import hits


@rule(
    priority="brukerretting",
    severity="info",
    nb="«{found}» nevner kjønn. Kan du skrive {better}?",
    nn="«{found}» nemner kjønn. Kan du skrive {better}?",
    replaces=("skrastrek",),
)
def check(text: Text) -> Iterator[Hit]:
    """Kjønnede titler.

    Hvorfor: En tittel som peker på ett kjønn, kan få noen til å tro at stillingen eller tilbudet ikke er for
    dem. De fleste har fått et navn som gjelder alle.

    Ikke: Ta kontakt med rådmannen eller helsesøsteren.
    Heller: Ta kontakt med kommunedirektøren eller helsesykepleieren.

    Ikkje: Ta kontakt med rådmannen eller helsesystera.
    Heller: Ta kontakt med kommunedirektøren eller helsesjukepleiaren.

    Unntak: Titler foran et navn («lensmann Moe»), historiske titler i sitat og navn på lover og
    organisasjoner får stå. «Formannskapet» er et navn i loven.
    Målt: 29 av 30 funn i offentlige sider og avistekst var verdt å endre. En annen leser mente 28 av de 30;
    de to andre stod i en boktittel og om andre tider. Derfor bare info. Funn per 100 setninger: under 0,1
    på offentlige sider og 0,4 i avistekst.
    Kilde: Språkrådet: Kjønnsbalansert språk, https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/kjonnsbalansert-sprak/
    """
    for hit in hits(text, Phrases.load("kjonnet_tittel")):
        if not in_name(hit.at) and not before_name(hit.at):
            yield hit
