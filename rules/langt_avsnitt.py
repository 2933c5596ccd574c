"""A paragraph that is too much at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

FEW_WORDS = 45  # short sentences (times, prices, a list written on one line) are no burden
SHORT = 60  # words: five sentences in so few are easy to read, if not to scan


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Avsnittet har {sentences} setninger og {words} ord. Kan du dele det?",
        "del": "Avsnittet har {sentences} setninger og {words} ord. "
        "Kan du dele det, for eksempel foran «{start} …»?",
    },
    nn={
        "": "Avsnittet har {sentences} setningar og {words} ord. Kan du dele det?",
        "del": "Avsnittet har {sentences} setningar og {words} ord. "
        "Kan du dele det, til dømes framfor «{start} …»?",
    },
    profiles=("web",),
)
def check(text: Text, *, max_sentences: int = 4, max_words: int = 70) -> Iterator[Hit]:
    """Langt avsnitt.

    Hvorfor: På nettet leter leseren etter svaret sitt. Et avsnitt som sier én ting, er lett å finne fram i.
    Et avsnitt som sier fire, må leses fra ende til ende.

    Ikke: Barnehagen åpner klokka sju og stenger halv fem hver dag. Du betaler for elleve måneder i året, og
    juli er gratis for alle. Gi oss beskjed når barnet er sykt eller har fri. Vi trenger en måneds varsel
    når du vil si opp plassen. Barn nummer to får tretti prosent lavere pris.
    Heller: Barnehagen åpner klokka sju og stenger halv fem hver dag. Gi oss beskjed når barnet er sykt
    eller har fri.

    Du betaler for elleve måneder i året, og juli er gratis for alle. Barn nummer to får tretti prosent
    lavere pris.

    Ikkje: Barnehagen opnar klokka sju og stengjer halv fem kvar dag. Du betaler for elleve månader i året,
    og juli er gratis for alle. Gi oss beskjed når barnet er sjukt eller har fri. Vi treng ein månads varsel
    når du vil seie opp plassen. Barn nummer to får tretti prosent lågare pris.
    Heller: Barnehagen opnar klokka sju og stengjer halv fem kvar dag. Gi oss beskjed når barnet er sjukt
    eller har fri.

    Du betaler for elleve månader i året, og juli er gratis for alle. Barn nummer to får tretti prosent
    lågare pris.

    Unntak: Mange korte setninger er ingen byrde: under 45 ord regnes et avsnitt aldri som langt. Regelen
    gjelder nettsider, ikke brev og innlegg i sosiale medier.
    Målt: 31 av 1667 avsnitt på 201 offentlige sider og brev (1,9 prosent). Alle 31 er lest; alle var lange.
    En annen leser leste 43, med filene, og mente at fem på under 60 ord kunne stå. De er nå bare info.
    Kilde: Universitetet i Oslo, Hvordan skrive for nett,
    https://www.uio.no/for-ansatte/arbeidsstotte/profil/nettarbeid/veiledninger/skrive-for-nett/
    Kilde: Nav, Klarspråkshjelpen, https://github.com/navikt/spraksjekk
    """
    for _, group in groupby(text.sentences, key=lambda sentence: id(sentence.block)):
        sentences = list(group)
        if sentences[0].block.kind is not Kind.PARAGRAPH:
            continue
        words = sum(len(sentence.words) for sentence in sentences)
        real = sum(len(sentence.words) > 3 for sentence in sentences)  # «Tlf.», «Kl. 10.» and «Hei!» are none
        if real > 2 and words >= FEW_WORDS and (real > max_sentences or words > max_words):
            start = _middle(sentences)
            heavy = Severity.MEDIUM if real > max_sentences + 2 or words > max_words + 40 else None
            yield Hit(
                sentences[0].whole,
                values={"sentences": real, "words": words, "start": start},
                case="del" if start else "",
                severity=Severity.INFO if words < SHORT else heavy,
            )


def _middle(sentences: list[Sentence]) -> str:
    """The first words of the sentence nearest the middle."""
    middle = max(1, round(len(sentences) / 2))
    words = sentences[middle].words[:3]
    return sentences[middle].text[: words[-1].end] if words else ""
