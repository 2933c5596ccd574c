"""Long stretches of text without a heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klarsprak import CODE, Block, Hit, Kind, Sentence, Text, rule

_PARTS = 4  # paragraphs: fewer cannot be parted sensibly
_TITLE, _QUESTION = 12, 20  # words


@rule(
    priority="lettere",
    severity="info",
    nb="Her er det {words} ord uten en overskrift. Kan du sette inn en mellomtittel, for eksempel her?",
    nn="Her er det {words} ord utan ei overskrift. Kan du setje inn ein mellomtittel, til dømes her?",
    profiles=("web", "brev"),
    whole=True,
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
    Målt: 17 funn på 201 offentlige sider og brev og i 26 nettsider og Markdown-filer. Alle er lest; 15 var
    verdt å endre, og de to andre var lister over meldinger fra et skjema. Funn per 100 setninger: 0,4.
    Avistekstene har mistet mellomtitlene sine og sier ikke noe om regelen.
    Kilde: Buskerud fylkeskommune, Skriveråd for ulike kanaler,
    http://www.bfk.no/Sprakprofil/Skriverad-for-ulike-kanaler/
    Kilde: IKT Orkidé, Klart språk i alle kanaler,
    https://www.iktorkide.no/tjenester/publiseringsguide/sprakprofil/
    """
    groups = groupby(text.sentences, key=lambda sentence: id(sentence.block))
    sentences = {block: list(group) for block, group in groups}
    stretch: list[list[Sentence]] = []
    for block in text.blocks:
        if block.main and _parts(block):
            yield from _judge(stretch, max_words)
            stretch = []
        elif block.kind in (Kind.PARAGRAPH, Kind.ITEM) and id(block) in sentences:
            stretch.append(sentences[id(block)])
    yield from _judge(stretch, max_words)


def _parts(block: Block) -> bool:
    """True for a heading, for what opens a part that is folded up, and for what is read as a heading: a short
    line that is a question or no sentence, or in bold."""
    if block.kind in (Kind.HEADING, Kind.BUTTON):
        return block.text != CODE
    words = block.text.count(" ") + 1
    short = words <= _TITLE and (block.bold or block.text[-1].isalnum())
    return block.kind is Kind.PARAGRAPH and (short or (block.text[-1] == "?" and words <= _QUESTION))


def _judge(stretch: list[list[Sentence]], most: int) -> Iterator[Hit]:
    words = sum(len(sentence.words) for sentences in stretch for sentence in sentences)
    starts = [sentences[0] for sentences in stretch if sentences[0].block.kind is Kind.PARAGRAPH]
    if words > most and len(starts) >= _PARTS:
        yield Hit(starts[len(starts) // 2].whole, values={"words": words})
