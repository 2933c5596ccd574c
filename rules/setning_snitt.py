"""Sentences that are long throughout."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule
from klarsprak.readability import SENTENCES, WORDS, Shape, running

from ._heaviest import hits


def _length(shape: Shape) -> float:
    return shape.words


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Setningene har {mean} ord i snitt. Sikt mot 15. Denne har {words}.",
        "ogsaa": "Også denne setningen trekker snittet opp: {words} ord.",
    },
    nn={
        "": "Setningane har {mean} ord i snitt. Sikt mot 15. Denne har {words}.",
        "ogsaa": "Òg denne setninga dreg snittet opp: {words} ord.",
    },
    profiles=("web", "brev"),
    whole=True,
)
def check(text: Text, *, max_mean: int = 18) -> Iterator[Hit]:
    """Lange setninger i snitt.

    Hvorfor: Én lang setning går bra når de andre er korte. Er alle lange, får leseren aldri hvile.

    Ikke: Du må søke om plass innen 1. mars hvis du vil ha svar før sommeren og skal begynne i august samme
    år. Du finner skjemaet på nettsiden vår, der du også kan lese om hvem som kan få plass, og hva en plass
    koster i måneden. Når vi har fått søknaden din, sender vi deg et brev som forteller når du kan regne med
    svar på den. Hvis du vil klage på svaret, må du gjøre det skriftlig innen tre uker etter at du fikk det i
    posten. Du kan ringe oss hver dag mellom ni og tre hvis du lurer på noe om søknaden eller om skjemaet.
    Heller: Søk om plass innen 1. mars. Da får du svar før sommeren. Du finner skjemaet på nettsiden vår. Der
    står det også hva en plass koster. Vi sender deg et brev når vi har fått søknaden. Det sier når du får
    svar. Vil du klage? Gjør det skriftlig innen tre uker. Lurer du på noe? Ring oss mellom ni og tre. Vi
    hjelper deg gjerne med søknaden og skjemaet. Du kan også komme innom oss på torget i sentrum hver dag. Der
    får du hjelp til å fylle ut skjemaet. Ta med deg legitimasjon og brevet du har fått fra oss om saken din.

    Ikkje: Du må søkje om plass innan 1. mars viss du vil ha svar før sommaren og skal byrje i august same
    året. Du finn skjemaet på nettsida vår, der du òg kan lese om kven som kan få plass, og kva ein plass
    kostar i månaden. Når vi har fått søknaden din, sender vi deg eit brev som fortel når du kan rekne med
    svar på han. Viss du vil klage på svaret, må du gjere det skriftleg innan tre veker etter at du fekk det i
    posten. Du kan ringje oss kvar dag mellom ni og tre viss du lurer på noko om søknaden eller om skjemaet.
    Heller: Søk om plass innan 1. mars. Då får du svar før sommaren. Du finn skjemaet på nettsida vår. Der
    står det òg kva ein plass kostar. Vi sender deg eit brev når vi har fått søknaden. Det seier når du får
    svar. Vil du klage? Gjer det skriftleg innan tre veker. Lurer du på noko? Ring oss mellom ni og tre. Vi
    hjelper deg gjerne med søknaden og skjemaet. Du kan òg kome innom oss på torget i sentrum kvar dag. Der
    får du hjelp til å fylle ut skjemaet. Ta med deg legitimasjon og brevet du har fått frå oss om saka di.

    Unntak: Hakkete tekst er også tung. Bind setningene sammen der de hører sammen.
    Målt: 3 av 218 offentlige sider og brev, og 8 tekster i avistekst. Alle er lest; alle var tunge.
    Kilde: Readability Guidelines, Simple sentences,
    https://readabilityguidelines.co.uk/clear-language/simple-sentences/
    """
    shapes = running(text.sentences)
    words = sum(shape.words for shape in shapes)
    if words < WORDS or len(shapes) < SENTENCES:
        return
    mean = words / len(shapes)
    if mean > max_mean:
        severity = Severity.MEDIUM if mean > max_mean + 4 else None
        yield from hits(shapes, _length, {"mean": round(mean)}, severity)
