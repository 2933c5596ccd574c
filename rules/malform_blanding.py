"""Bokmål in nynorsk, nynorsk in bokmål, and nynorsk forms that do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Text, rule
from klarsprak.phrases import cited

from ._lists import entries
from ._nynorsk_choices import infinitive_hits, necessary_hits, we_hits
from ._speech import is_spoken, is_text


@cache
def _markers(standard: str) -> dict[str, tuple[str, ...]]:
    """Words of the other standard, with what they are called in this one."""
    rows = (line.split("\t") for line in entries(f"malform_blanding.{standard}"))
    return {word: tuple(b for b in better.split("; ") if b != "-") for word, better in rows}


@rule(
    priority="klart-sprak",
    severity="high",
    nb={
        "": "«{found}» er nynorsk i en tekst på bokmål.",
        "infinitiv": "Infinitiver på -a og -e i samme nynorsktekst. Velg én av dem.",
        "valg": "Dere har valgt «{choice}».",
        "vi": "Teksten bruker både «vi» og «me». Velg ett av dem.",
    },
    nn={
        "": "«{found}» er bokmål i ein tekst på nynorsk.",
        "infinitiv": "Infinitivar på -a og -e i same nynorskteksten. Vel éin av dei.",
        "valg": "De har valt «{choice}».",
        "vi": "Teksten bruker både «vi» og «me». Vel eitt av dei.",
    },
)
def check(text: Text, *, min_words: int = 2) -> Iterator[Hit]:
    """Blanding av bokmål og nynorsk.

    Hvorfor: Offentlige tekster skal følge rettskrivingen i den målformen de er skrevet på. Et «ikke» i en
    nynorsktekst ser ut som slurv og gjør leseren usikker på avsenderen.

    Ikke: Du får ikkje svar før fredag. Ring oss heller noko seinare.
    Heller: Du får ikke svar før fredag. Ring oss heller noe senere.

    Ikkje: Du får ikke svar før fredag. Ring oss hvis du har spørsmål til brevet.
    Heller: Du får ikkje svar før fredag. Ring oss viss du har spørsmål til brevet.

    Unntak: Navn, sitater og navn på lover får stå, og det samme gjelder avsnitt og setninger som helt er på
    den andre målformen. Regelen tier når teksten bare har ett slikt ord. I nynorsk ser regelen også (lavt
    alvor) på infinitiver på -a og -e om hverandre, på «vi» og «me», og på det dere har valgt (nynorsk i
    oppsettet); kløyvd infinitiv er tillatt.
    Målt: 13 av 14 ord fra den andre målformen i nynorsk (av 15 900 setninger) var feil; det siste var et
    sitat, som regelen nå kjenner. I bokmål fant den ingen i 20 000 setninger. Av 43 funn av infinitiv og
    «vi»/«me» var alle blanding i teksten (trebanken setter sammen flere artikler til én tekst).
    Kilde: Språkrådet: Klart språk (språklova §§ 9–10), https://sprakradet.no/spraklova/klart-sprak/
    """
    strange = list(_strange(text))
    if len({hit.at.text.lower() for hit in strange}) >= min_words:
        yield from strange
    if text.standard == "nn":
        # Those who are quoted choose for themselves.
        own = [s for s in text.sentences if s.standard == "nn" and not is_spoken(s)]
        yield from infinitive_hits(text.house, own)
        yield from we_hits(text.house, own)
        yield from necessary_hits(text.house, own)


def _strange(text: Text) -> Iterator[Hit]:
    """Words of the other standard, but for those in sentences that are in it altogether."""
    other = "nb" if text.standard == "nn" else "nn"
    here, there = _markers(text.standard), _markers(other)
    for sentence in text.sentences:
        if sentence.standard != text.standard or here.keys().isdisjoint(sentence.forms):
            continue
        found = [word for word in sentence.words if word.lower in here and is_text(sentence, word.start)]
        at_home = sum(word.lower in there for word in sentence.words)
        if len(found) > 2 and not at_home:
            continue  # somebody else's sentence
        for word in found:
            if not cited(sentence, word.start, word.end):
                better = here[word.lower]
                if sentence.text[word.start].isupper():
                    better = tuple(b[0].upper() + b[1:] for b in better)
                yield Hit(sentence.place(word.start, word.end), instead=better)
