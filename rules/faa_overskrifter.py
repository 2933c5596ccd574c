"""Long stretches of text without a heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klarsprak import Hit, Kind, Sentence, Text, rule

_PARTS = 4  # paragraphs: fewer cannot be parted sensibly


@rule(
    priority="lettere",
    severity="low",
    nb="Her er det {words} ord uten en overskrift. Kan du sette inn en mellomtittel, for eksempel her?",
    nn="Her er det {words} ord utan ei overskrift. Kan du setje inn ein mellomtittel, til dømes her?",
    profiles=("web", "brev"),
)
def check(text: Text, *, max_words: int = 200) -> Iterator[Hit]:
    """Få overskrifter.

    Hvorfor: Få leser en side fra ende til ende. De leter etter avsnittet som gjelder dem, og mellomtitlene
    viser hvor det er.

    Ikke: Kommunen har fire svømmehaller, og alle er åpne for publikum fra august til juni. Du kan svømme på
    egen hånd, gå på kurs eller leie et helt basseng. Barn under ti år må ha med seg en voksen som kan svømme,
    og alle må dusje uten badetøy før de går ut i vannet. Garderobene har skap med lås.

    En billett koster 90 kroner for voksne og 50 kroner for barn og honnør. Kjøper du ti billetter på én gang,
    betaler du for åtte. Kortet gjelder i ett år og kan brukes av flere. Du kan betale med kort, mobil eller
    kontanter i alle hallene. Har du ledsagerbevis, kommer følget ditt inn gratis.

    Kursene begynner i september og januar og varer i ti uker. Vi har kurs for babyer, for barn som skal lære
    å svømme, og for voksne som er redde for vann. Gruppene er små, og hver gruppe har to instruktører. Du
    melder på barnet i kalenderen vår. Er kurset fullt, setter vi deg på venteliste.

    Lag og skoler kan leie et basseng på kveldstid og i helgene. Leien er 600 kroner i timen, og badevakt er
    med i prisen. Vi deler ut faste timer i mai, og laget må søke før påske. Enkelttimer kan du bestille hele
    året. Avbestiller du samme dag, må laget betale full pris.
    Heller: Priser

    En billett koster 90 kroner for voksne og 50 kroner for barn og honnør.

    Svømmekurs

    Kursene begynner i september og januar og varer i ti uker.

    Ikkje: Kommunen har fire symjehallar, og alle er opne for publikum frå august til juni. Du kan symje på
    eiga hand, gå på kurs eller leige eit heilt basseng. Barn under ti år må ha med seg ein vaksen som kan
    symje, og alle må dusje utan badetøy før dei går ut i vatnet. Garderobane har skap med lås.

    Ein billett kostar 90 kroner for vaksne og 50 kroner for barn og honnør. Kjøper du ti billettar på éin
    gong, betaler du for åtte. Kortet gjeld i eitt år og kan brukast av fleire. Du kan betale med kort, mobil
    eller kontantar i alle hallane. Har du følgjebevis, kjem følgjet ditt inn gratis.

    Kursa byrjar i september og januar og varer i ti veker. Vi har kurs for babyar, for barn som skal lære å
    symje, og for vaksne som er redde for vatn. Gruppene er små, og kvar gruppe har to instruktørar. Du melder
    på barnet i kalenderen vår. Er kurset fullt, set vi deg på venteliste.

    Lag og skular kan leige eit basseng på kveldstid og i helgene. Leiga er 600 kroner i timen, og badevakt er
    med i prisen. Vi deler ut faste timar i mai, og laget må søkje før påske. Enkelttimar kan du bestille
    heile året. Avbestiller du same dagen, må laget betale full pris.
    Heller: Prisar

    Ein billett kostar 90 kroner for vaksne og 50 kroner for barn og honnør.

    Symjekurs

    Kursa byrjar i september og januar og varer i ti veker.

    Unntak: Lister regnes med, tabeller ikke. Har teksten færre enn fire avsnitt, er det ikke stort å dele.
    Målt: 26 funn på 201 offentlige sider og brev og i 26 nettsider og Markdown-filer. 12 av 15 leste var
    verdt å endre; de tre andre var lister over meldinger fra et skjema. Avistekstene, som har mistet
    mellomtitlene sine, sier ikke noe om regelen.
    Kilde: Buskerud fylkeskommune, Skriveråd for ulike kanaler,
    http://www.bfk.no/Sprakprofil/Skriverad-for-ulike-kanaler/
    Kilde: IKT Orkidé, Klart språk i alle kanaler,
    https://www.iktorkide.no/tjenester/publiseringsguide/sprakprofil/
    """
    stretch: list[Sentence] = []
    for sentence in (*text.sentences, None):
        if sentence is None or sentence.block.kind is Kind.HEADING or _is_title(sentence):
            yield from _judge(stretch, max_words)
            stretch = []
        elif sentence.block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            stretch.append(sentence)


def _is_title(sentence: Sentence) -> bool:
    """True for a short line in bold: no heading, but read as one."""
    return sentence.block.bold and len(sentence.words) <= 12


def _judge(stretch: list[Sentence], most: int) -> Iterator[Hit]:
    words = sum(len(sentence.words) for sentence in stretch)
    if words <= most:
        return
    blocks = [list(group) for _, group in groupby(stretch, key=lambda sentence: id(sentence.block))]
    starts = [sentences[0] for sentences in blocks if sentences[0].block.kind is Kind.PARAGRAPH]
    if len(starts) >= _PARTS:
        middle = starts[len(starts) // 2]
        yield Hit(middle.whole, values={"words": words})
