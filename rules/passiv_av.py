"""A passive that names its doer, who might as well be the subject."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, PageKind, Sentence, Severity, Text, rule

from ._active import BOUND, active
from ._agent import PARTICLES
from ._bli_passive import may_be_bli
from ._page import speaks_to_nobody
from ._s_passive import may_be_s
from ._verbs import like_participle, s_form

# The text tells about them, and they may stand first: «Hun ble valgt av styret».
_TOLD_OF = frozenset("jeg eg han hun ho".split())


def has_doer(sentence: Sentence) -> bool:
    """The gate: an «av» right after a form that may be passive, or after its particle."""
    if "av" not in sentence.forms:
        return False
    words, standard = [word.lower for word in sentence.words], sentence.standard
    for at, word in enumerate(words):
        if word == "av" and at:
            verb = words[at - 2] if at > 1 and words[at - 1] in PARTICLES else words[at - 1]
            if s_form(verb, standard) or like_participle(verb, standard):
                return may_be_s(sentence) or may_be_bli(sentence)
    return False


@rule(
    priority="klart-sprak",
    severity="low",
    nb="Si først hvem som gjør det. Kan du skrive «{better}»?",
    nn="Sei først kven som gjer det. Kan du skrive «{better}»?",
    needs=("morphologizer", "parser"),
    gate=has_doer,
    replaces=("passiv", "passiv-bli"),
)
def check(text: Text) -> Iterator[Hit]:
    """Passiv med «av».

    Hvorfor: Den som gjør noe, står til slutt og etter et lite ord. Setter du ham først, blir setningen
    kortere, og leseren ser straks hvem det gjelder.

    Ikke: Søknaden behandles av byggesaksavdelingen innen tre uker.
    Heller: Byggesaksavdelingen behandler søknaden innen tre uker.

    Ikkje: Søknaden vert behandla av byggjesaksavdelinga innan tre veker.
    Heller: Byggjesaksavdelinga behandlar søknaden innan tre veker.

    Unntak: Regelen sier bare fra når setningen er så enkel at den kan foreslå en ny. Er det tingen teksten
    handler om, kan passiv være det beste. «Jeg», «han» og «hun» får derfor stå først.
    Målt: I hele trebanken nevner 300 passiver hvem som gjør det. Regelen foreslår 45 nye setninger, og 44 av
    dem (98 %) er riktige norske setninger som sier det samme (benchmarks/active.py). En annen leser mente at
    11 av 13 funn på sider og i avistekst var verdt å endre; de to andre er nå unntak. En tredje leste 44.
    Alle 6 på sidene holdt, men bare 31 av 38 i avistekst: En fortelling sier først hvem den handler om.
    Derfor bare info i nyheter og der teksten ikke
    snakker til noen.
    Kilde: Språkrådet: Setningsbygning,
    https://sprakradet.no/godt-og-korrekt-sprak/praktisk-sprakbruk/klarsprak/
    """
    told = text.page is PageKind.NEWS or speaks_to_nobody(text)  # a tale turns to whom it tells about
    severity = Severity.INFO if told else None
    for sentence, doc in text.parsed:
        if sentence.text.endswith("?") or not sentence.forms.isdisjoint(BOUND):
            continue
        for found in active(doc, sentence.standard, text.house.infinitive):
            place = sentence.place(found.start, found.end)
            if _TOLD_OF.isdisjoint(place.text.lower().split()):
                yield Hit(place, instead=(found.text,), values={"better": found.text}, severity=severity)
