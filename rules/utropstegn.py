import re
from collections.abc import Iterator

from klarsprak import Hit, PageKind, Place, Severity, Text, rule
from klarsprak.phrases import cited

_MARKS = re.compile(r"!+")
# A warning may shout, and a greeting may be glad.
_EXEMPT = re.compile(
    r"\b(?:fare|fårleg|farlig|advarsel|åtvaring|forsiktig|varsam|obs|stopp|pass på|hjelp|ring 11\d|brann"
    r"|ikkj?e gå|hei|hallo|velkomm?en|gratulerer|takk|lykke til|godt nytt"
    r"|god (?:jul|påske|sommer|sommar|helg|tur))\b",
    re.IGNORECASE,
)
_MANY = 3  # fewer are no habit, however short the text
_SHOWN = 3


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "flere": "Ett utropstegn er nok.",
        "vedtak": "Et utropstegn passer sjelden i et brev med et vedtak. Holder det med punktum?",
        "mange": "Teksten har {count} utropstegn på {words} ord. Holder det med punktum?",
        "også": "Også denne setningen har utropstegn.",
    },
    nn={
        "flere": "Eitt utropsteikn er nok.",
        "vedtak": "Eit utropsteikn passar sjeldan i eit brev med eit vedtak. Held det med punktum?",
        "mange": "Teksten har {count} utropsteikn på {words} ord. Held det med punktum?",
        "også": "Denne setninga har òg utropsteikn.",
    },
)
def check(text: Text, *, per_100_words: int = 1) -> Iterator[Hit]:
    """Utropstegn.

    Hvorfor: Mange utropstegn roper til leseren. I et vedtak kan ett være nok til å virke hånlig.

    Ikke: Husk fristen!!!
    Heller: Husk fristen 1. juni.

    Ikkje: Hugs fristen!!!
    Heller: Hugs fristen 1. juni.

    Unntak: Advarsler og hilsener («Velkommen!») teller ikke.
    Målt: Bare ett funn i 10 626 setninger (offentlige sider og avistekst), og det var verdt å endre. Det er
    for få til å si hvor ofte regelen har rett.
    Kilde: IKT Orkidé: Språkprofil – klart språk i alle kanaler, https://www.iktorkide.no/tjenester/publiseringsguide/sprakprofil/
    """
    severity = Severity.LOW if text.profile == "some" else None
    single, count = list[Place](), 0
    for sentence in text.sentences:
        if "!" not in sentence.text:
            continue
        exempt = _EXEMPT.search(sentence.text)
        for match in _MARKS.finditer(sentence.text):
            place = sentence.place(*match.span())
            counts = not exempt and not cited(sentence, *match.span())
            count += counts
            if len(match[0]) > 1:
                yield Hit(place, ("!",), case="flere", severity=severity, fixable=True)
            elif counts:
                single.append(place)
    if text.page is PageKind.DECISION:
        yield from (Hit(place, case="vedtak", severity=Severity.LOW) for place in single)
        return
    words = sum(len(sentence.words) for sentence in text.sentences) if count >= _MANY else 0
    if 100 * count > per_100_words * words > 0:
        values = {"count": count, "words": words}
        for number, place in enumerate(single[:_SHOWN]):
            yield Hit(place, values=values, case="også" if number else "mange", severity=severity)
