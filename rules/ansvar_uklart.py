"""What will be done in the reader's case, and nobody who does it: vil bli vurdert, skal behandles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Sentence, Text, rule

from ._lists import entries
from ._passive import BLI, has_agent

_MODAL = re.compile("skal|vil|må|kan")
_BY_READER = re.compile("(?:etter|over)?send.*")  # after må and kan the reader does it: «skjemaet må sendes»
_YOU = re.compile("du|dere|de|dykk")
# What the citizen's case is about; also as the last part of a compound: «barnehageplassen».
_CASE = re.compile(
    r"du|deg|di|din|ditt|dine|dere|deres|dykk|dykkar|.*(?:"
    r"søknad|sak|henvendels|førespurnad|klag|vedtak|skjema|opplysning|svar|søker|søkjar|bruker|brukar|foresatt|"
    r"føresett|stønad|støtte|tilskudd|tilskot|utbetaling|beløp|plass|tilbud|tilbod|melding|bestilling|henvisning|"
    r"tilvising|tjenest|tenest|behov|rettighet|rett|penge|pengar|pasient|elev|barn"
    r")(?:e|en|et|er|ene|a|an|ar|ane|n|ne|r|i|s)?"
)
# Those who may be the doer, unless a preposition stands before them.
_ACTOR = re.compile(
    r"vi|jeg|eg|nav|man|(?:fast|over)?lege(?:n|ne)?|.*(?:kommunen|kontoret|avdelingen|avdelinga|etaten|enheten|"
    r"eininga|seksjonen|nemnda|utvalget|utvalet|(?<!om)rådet|styret|direktoratet|tilsynet|verket|forvalteren|"
    r"forvaltaren|direktøren|lederen|leiaren|behandler(?:en)?|behandlar(?:en)?|handsamar(?:en)?|senteret|skolen|"
    r"skulen|rektor|barnehagen|styrer(?:en)?|styrar(?:en)?|fylket|staten|sretten|esteretten|politiet|bydelen|"
    r"myndighetene|styresmaktene|banken|kassen|kassa|vernet|ansatte|tilsette|teamet|team|koordinator(?:en)?|"
    r"rådgiver(?:en)?|rådgivar(?:en)?|forvaltningen|forvaltninga|departementet|administrasjonen)"
)
_PREPOSITION = re.compile("til|i|på|hos|fra|frå|med|for|om|ved|mot|etter|under|mellom")
_JOINT = re.compile(
    "at|som|når|hvis|dersom|fordi|å"
)  # «du kan vente at saken behandles»: no longer the modal's
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
    Heller: Vi vurderer henvendelsen din og ringer deg innen tre uker.

    Ikkje: Førespurnaden din vil bli vurdert, og du vil bli kontakta.
    Heller: Vi vurderer førespurnaden din og ringjer deg innan tre veker.

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
                and not _names_actor(sentence)
                and not (before and _names_actor(before))
            ):
                yield Hit(sentence.place(start, end))
        before = sentence


def _names_actor(sentence: Sentence) -> bool:
    words = [word.lower for word in sentence.words]
    return any(
        _ACTOR.fullmatch(word) and not any(_PREPOSITION.fullmatch(w) for w in words[max(0, i - 2) : i])
        for i, word in enumerate(words)
    )


def _unclear(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From the first word of the passive to its last."""
    words = sentence.words
    forms = [word.lower for word in words]
    for i, form in enumerate(forms):
        bli = BLI.fullmatch(form)
        for verb in range(i + 1, min(i + 1 + _REACH, len(words))) if bli else (i,):
            last = _phrase_at(sentence, verb, "p" if bli else "s")
            if last is not None:
                if forms[last] == "til" or _is_promise(forms, i, forms[verb]):
                    yield words[i].start, words[last].end
                break


def _is_promise(forms: list[str], at: int, verb: str) -> bool:
    """Whether the passive at `at` is to come: «skal behandles», «vil bli sendt», «du blir kontaktet»."""
    if forms[at] in ("blir", "vert"):
        return any(_YOU.fullmatch(form) for form in (*forms[max(0, at - 1) : at], *forms[at + 1 : at + 2]))
    if BLI.fullmatch(forms[at]) and forms[at] not in ("bli", "verta", "verte"):
        return False
    before = forms[max(0, at - _REACH) : at]
    clause = max((i + 1 for i, form in enumerate(before) if _JOINT.fullmatch(form)), default=0)
    modals = {form for form in before[clause:] if _MODAL.fullmatch(form)}
    return bool(modals & {"vil", "skal"} if _BY_READER.fullmatch(verb) else modals)


def _phrase_at(sentence: Sentence, at: int, code: str) -> int | None:
    """The index of the last word of the phrase that begins at `at`; None where none does.

    Other words may stand in between: «følges saken opp».
    """
    words = sentence.words
    for rest in _phrases(sentence.standard, code).get(words[at].lower, ()):
        last = at
        for part in rest:
            last = next((k for k in range(last + 1, min(last + 4, len(words))) if words[k].lower == part), -1)
            if last < 0:
                break
        else:
            return last
    return None
