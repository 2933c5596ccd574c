"""What will be done in the reader's case, and nobody who does it: vil bli vurdert, skal behandles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Sentence, Text, rule

from ._agent import has_agent, names_actor
from ._bli_passive import BLI
from ._lists import entries

_MODALS = frozenset("skal vil må kan".split())
_BY_READER = ("send", "ettersend", "oversend")  # after må and kan the reader does it: «skjemaet må sendes»
_YOU = frozenset("du dere de dykk".split())
# What the citizen's case is about; also as the last part of a compound: «barnehageplassen».
_CASE = re.compile(
    r"du|deg|di|din|ditt|dine|dere|deres|dykk|dykkar|.*(?:"
    r"søknad|sak|henvendels|førespurnad|klag|vedtak|skjema|opplysning|svar|søker|søkjar|bruker|brukar|foresatt|"
    r"føresett|stønad|støtte|tilskudd|tilskot|utbetaling|beløp|plass|tilbud|tilbod|melding|bestilling|henvisning|"
    r"tilvising|tjenest|tenest|behov|rettighet|rett|penge|pengar|pasient|elev|barn"
    r")(?:e|en|et|er|ene|a|an|ar|ane|n|ne|r|i|s)?"
)
# «du kan vente at saken behandles»: no longer the modal's
_JOINTS = frozenset("at som når hvis dersom fordi å".split())
_REACH = 5  # words from the modal to the verb, and from bli to its participle


@cache
def _phrases(standard: str, code: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in entries(f"ansvar_uklart.{standard}"):
        kind, first, *rest = line.split()
        if kind == code:
            found.setdefault(first, []).append(rest)
    return found


@rule(
    priority="brukerretting",
    severity="medium",
    nb="Hvem gjør dette, og når? Skriv det, for eksempel «vi … innen tre uker».",
    nn="Kven gjer dette, og når? Skriv det, til dømes «vi … innan tre veker».",
    replaces=("passiv", "passiv-bli"),
)
def check(text: Text) -> Iterator[Hit]:
    """Uklart ansvar.

    Hvorfor: Den som har en sak hos kommunen, vil vite hvem som gjør hva, og når. «Søknaden vil bli vurdert»
    svarer ikke på noe av det.

    Ikke: Henvendelsen din vil bli vurdert, og du vil bli kontaktet.
    Heller: Vi ser på spørsmålet ditt og ringer deg innen tre uker.

    Ikkje: Førespurnaden din vil bli vurdert, og du vil bli kontakta.
    Heller: Vi ser på spørsmålet ditt og ringjer deg innan tre veker.

    Unntak: Regelen tier når setningen eller setningen før sier hvem som handler: «vi», kommunen, et kontor.
    Den ser heller ikke på «må sendes» og «kan sendes», for da er det leseren som handler.

    Målt: I 200 kommunale og statlige tekster (51 000 ord) fant regelen 25 steder; 24 var verdt å skrive om.

    Kilde: Språkrådet: Upersonlige setninger (passiv), https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-setningsbygning-i-lover-og-forskrifter/upersonlige-setninger-passiv/
    """
    before = None
    for sentence in text.sentences:
        for start, end in _unclear(sentence):
            if (
                any(_CASE.fullmatch(word.lower) for word in sentence.words)
                and not has_agent(sentence, end)
                and not names_actor(sentence)
                and not (before and names_actor(before))
            ):
                yield Hit(sentence.place(start, end))
        before = sentence


def _unclear(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From the first word of the passive to its last."""
    s_forms, participles = (_phrases(sentence.standard, code) for code in "sp")
    words = sentence.words
    forms = [word.lower for word in words]
    for i, form in enumerate(forms):
        if form in s_forms:
            verbs, phrases = range(i, i + 1), s_forms
        elif form in BLI:
            verbs, phrases = range(i + 1, min(i + 1 + _REACH, len(forms))), participles
        else:
            continue
        for verb in verbs:
            ends = [_end(forms, verb, rest) for rest in phrases.get(forms[verb], ())]
            last = next((end for end in ends if end is not None), None)
            if last is not None:
                if forms[last] == "til" or _is_promise(forms, i, forms[verb]):
                    yield words[i].start, words[last].end
                break


def _is_promise(forms: list[str], at: int, verb: str) -> bool:
    """Whether the passive at `at` is to come: «skal behandles», «vil bli sendt», «du blir kontaktet»."""
    if forms[at] in ("blir", "vert"):
        return not _YOU.isdisjoint(forms[max(0, at - 1) : at + 2])
    if forms[at] in BLI and forms[at] not in ("bli", "verta", "verte"):
        return False
    before = forms[max(0, at - _REACH) : at]
    clause = max((i + 1 for i, form in enumerate(before) if form in _JOINTS), default=0)
    modals = _MODALS.intersection(before[clause:])
    return bool(modals & {"vil", "skal"} if verb.startswith(_BY_READER) else modals)


def _end(forms: list[str], at: int, rest: list[str]) -> int | None:
    """Where a phrase whose first word is at `at` ends; None when its other words do not follow.

    Other words may stand in between: «følges saken opp».
    """
    for part in rest:
        near = forms[at + 1 : at + 4]
        if part not in near:
            return None
        at += 1 + near.index(part)
    return at
