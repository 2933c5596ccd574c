"""A text that is heavy throughout, by the readability index LIX."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule
from klarsprak.readability import Shape, lix, running

from ._heaviest import hits

BANDS = (55, Severity.MEDIUM), (50, Severity.LOW)  # above: severity; below the last: info


def _weight(shape: Shape) -> float:
    """What the sentence adds to LIX; scraps of a few long words do not count as heavy."""
    return shape.words + 100 * shape.long / max(shape.words, 10)


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "": "LIX er {lix} for hele teksten. Over {limit} er tungt. Denne setningen veier mest: "
        "{words} ord, {long} av dem lange.",
        "ogsaa": "Også denne setningen trekker LIX opp: {words} ord, {long} av dem lange.",
    },
    nn={
        "": "LIX er {lix} for heile teksten. Over {limit} er tungt. Denne setninga veg mest: "
        "{words} ord, {long} av dei lange.",
        "ogsaa": "Òg denne setninga dreg LIX opp: {words} ord, {long} av dei lange.",
    },
    profiles=("web", "brev"),
    whole=True,
)
def check(text: Text, *, max_lix: int = 45) -> Iterator[Hit]:
    """Høy lesbarhetsindeks (LIX).

    Hvorfor: LIX legger sammen ord per setning og prosenten av lange ord (over seks bokstaver). Tallet sier
    ikke om teksten er god, men et høyt tall er et varsel: Leseren må holde mye i hodet.

    Ikke: Kommunestyret vedtok kommunedelplanen etter innstilling fra formannskapet og administrasjonen.
    Planutvalget anbefalte samtidig særskilte utredninger av trafikksikkerhet, naturmangfold og
    overvannshåndtering. Utbyggingsselskapene forutsetter tilstrekkelig finansiering gjennom langsiktige
    samarbeidsavtaler med fylkeskommunen. Administrasjonen utarbeider reguleringsbestemmelser som ivaretar
    hensynet til friluftsinteresser og landbruksnæring. Høringsinstansene oversendte omfattende innspill
    vedrørende arealdisponering, støyforhold og kollektivtransport. Rådmannen innstilte deretter på
    ytterligere konsekvensutredninger. Samferdselsdepartementet finansierer trafikksikkerhetstiltakene
    gjennom særskilte bevilgninger. Naboeiendommenes rettighetshavere fremsatte innsigelser mot
    utbyggingsalternativene som formannskapet prioriterte. Planmyndigheten besluttet gjennomføring av
    tilleggsundersøkelser. Grunneierforeningen etterspurte forutsigbarhet angående erstatningsordninger og
    gjennomføringstidspunkt. Fylkesmannen varslet innsigelse. Kommunestyret behandler
    reguleringsbestemmelsene påfølgende høstsesjon. Utbyggingsavtalene forutsetter rekkefølgebestemmelser for
    infrastrukturtiltakene. Fylkeskommunen etterlyser medvirkningsprosesser. Administrasjonen utreder
    konsekvensene før kommunestyremøtet i desember.
    Heller: Kommunen har laget en plan for området. Den sier hvor det kan bygges hus, og hvor det skal være
    park. Vi har tenkt på trafikk, natur og vann. Nå kan du si hva du mener om planen. Send oss et brev eller
    en e-post før 1. mai. Vi leser alt vi får. Så går saken til politikerne, som sier ja eller nei i juni.
    Blir planen godkjent, kan de som eier jord i området, begynne å bygge året etter. Har du spørsmål? Ring
    oss. Vi svarer hver dag fra klokka ni til tre. Du kan også komme innom oss på torget og se på kartet. Der
    kan du få hjelp til å skrive hvis du vil ha det. Det koster ikke noe.

    Ikkje: Kommunestyret vedtok kommunedelplanen etter innstilling frå formannskapet og administrasjonen.
    Planutvalet rådde samtidig til særskilde utgreiingar av trafikktryggleik, naturmangfald og
    overvasshandtering. Utbyggingsselskapa føreset tilstrekkeleg finansiering gjennom langsiktige
    samarbeidsavtalar med fylkeskommunen. Administrasjonen utarbeider reguleringsføresegner som tek vare på
    omsynet til friluftsinteresser og landbruksnæring. Høyringsinstansane oversende omfattande innspel om
    arealdisponering, støyforhold og kollektivtransport. Kommunedirektøren rådde deretter til ytterlegare
    konsekvensutgreiingar. Samferdselsdepartementet finansierer trafikktryggingstiltaka gjennom særskilde
    løyvingar. Rettshavarane på naboeigedommane kom med innvendingar mot utbyggingsalternativa som
    formannskapet prioriterte. Planstyresmakta avgjorde gjennomføring av tilleggsundersøkingar.
    Grunneigarforeininga etterlyste oversikt over erstatningsordningar og gjennomføringstidspunkt.
    Statsforvaltaren varsla motsegn mot utbyggingsalternativa. Administrasjonen førebudde
    tilleggsutgreiingar. Kommunestyret handsamar reguleringsføresegnene påfølgjande haustsesjon.
    Fylkeskommunen etterlyser medverknadsprosessar.
    Heller: Kommunen har laga ein plan for området. Han seier kvar det kan byggjast hus, og kvar det skal
    vere park. Vi har tenkt på trafikk, natur og vatn. No kan du seie kva du meiner om planen. Send oss eit
    brev eller ein e-post før 1. mai. Vi les alt vi får. Så går saka til politikarane, som seier ja eller nei
    i juni. Blir planen godkjend, kan dei som eig jord i området, byrje å byggje året etter. Har du spørsmål?
    Ring oss. Vi svarar kvar dag frå klokka ni til tre. Du kan òg kome innom oss på torget og sjå på kartet.
    Der kan du få hjelp til å skrive viss du vil ha det. Det kostar ikkje noko.

    Unntak: Overskrifter, stikkord i lister, tall, klokkeslett og adresser teller ikke. Under 100 ord eller
    fem setninger sier LIX ingenting.
    Målt: Sier fra om 27 av 218 offentlige sider og brev, og om 12 tekster i avistekst. Tallet er riktig
    regnet; hvor tung teksten er å lese, sier det bare noe om.
    Kilde: C. H. Björnsson, Läsbarhet, 1968; skala etter Tansa: Hva er lesbarhetsindeks?,
    https://www.tansa.com/no/liks/
    """
    shapes = running(text.sentences)
    index = lix(shapes)
    if index and index.value > max_lix:
        severity = next((severity for limit, severity in BANDS if index.value > limit), None)
        values = {"lix": round(index.value), "limit": max_lix}
        yield from hits(shapes, _weight, values, severity)
