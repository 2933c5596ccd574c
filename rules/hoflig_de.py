"""The polite De, Dem, Deres, Dykk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Sentence, Text, rule
from klarsprak.phrases import cited

from ._clauses import SUBORDINATORS, is_finite
from ._lists import entries
from ._verbs import facts, participle

# What a letter says at its head: «Deres ref.», «Dykkar dato».
_HEAD = frozenset("ref dato referanse brev søknad henvendelse førespurnad klage e-post".split())
_MODALS = frozenset("kan skal vil må bør kunne skulle ville".split())
_ASKS = frozenset("er får ønsker ønskjer ønskar trenger treng".split())
_LIGHT = frozenset("ikke ikkje også òg selv sjølv gjerne nå no . i på til".split())


@cache
def _forms(standard: str) -> dict[str, tuple[str, ...]]:
    """What to write instead, by the form with its capital."""
    rows = (line.split("\t") for line in entries(f"hoflig_de.{standard}"))
    return {form: tuple(better.split("; ")) for form, better in rows}


@rule(
    priority="brukerretting",
    severity="low",
    nb="«{found}» som høflig tiltale virker gammeldags. Skriv «du» til én og «dere» til flere.",
    nn="«{found}» som høfleg tiltale verkar gammaldags. Skriv «du» til éin og «de» til fleire.",
)
def check(text: Text) -> Iterator[Hit]:
    """Høflig De.

    Hvorfor: «De», «Dem» og «Deres» med stor bokstav skaper avstand, og mange vet ikke lenger hvem det
    gjelder. Skriv «du» til én person og «dere» til flere.

    Ikke: Vi ber Dem bekrefte at De vil ha plassen.
    Heller: Gi oss beskjed hvis du vil ha plassen.

    Ikkje: Vi ber Dykk stadfeste at De vil ha plassen.
    Heller: Gi oss beskjed viss du vil ha plassen.

    Unntak: Først i setningen kan «De» være flertall, så der sier ikke regelen noe («Deres ref.» er
    unntaket). Navn («De Grønne») og sitater får stå.
    Målt: Ingen funn på 201 offentlige sider og ingen i 34 000 setninger avistekst og annet, der navn som «De
    forente nasjoner» er med. Hvor ofte regelen har rett i brev med høflig tiltale, er ikke målt.
    Kilde: Austrheim kommune: Skrivereglar og hugselister, https://austrheim.kommune.no/innhald/politikk-og-administrasjon/sprak/hovudreglar-nar-du-skriv-som-tilsett-i-austrheim-kommune/
    """
    for sentence in text.sentences:
        forms = _forms(sentence.standard)
        if not any(form in sentence.text for form in forms):
            continue
        for at, word in enumerate(sentence.words):
            found = sentence.text[word.start : word.end]
            if found in forms and _is_polite(sentence, at) and not cited(sentence, word.start, word.end):
                better = forms[found] if at else tuple(map(str.capitalize, forms[found]))
                yield Hit(sentence.place(word.start, word.end), instead=better)


def _is_polite(sentence: Sentence, at: int) -> bool:
    words, said = sentence.words, sentence.text
    word, after = words[at], words[at + 1 : at + 2]
    if after and said[after[0].start].isupper():
        return False  # a name, or a heading Where All Words Have Capitals
    if at == 0 or not said[words[at - 1].end : word.start].isspace():
        return word.lower in ("deres", "dykkar") and bool(after) and after[0].lower in _HEAD
    if word.lower != "de":
        return said[words[at - 1].start].islower() or at == 1
    if words[at - 1].lower in SUBORDINATORS | {"om", "og", "men"}:
        return bool(after) and is_finite(words, at + 1, sentence.standard)
    # «Vil De søke …?», but not «ble De grønnes kandidat»
    following, before = after[0].lower if after else ".", words[at - 1].lower
    if before in _MODALS:
        return following in _LIGHT or following in facts(sentence.standard)["i"]
    if before in ("har", "hadde"):
        return following in _LIGHT or (participle(following, sentence.standard) and following[-1] == "t")
    return before in _ASKS and following in _LIGHT
