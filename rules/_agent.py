"""Whether the text says who does it."""

from __future__ import annotations

import re
from functools import lru_cache

from klarsprak import Hit, Sentence

NB = {
    "": "Hvem gjør dette? Skriv det gjerne, for eksempel med «vi» eller «du».",
    "agent": "Hvem gjør dette? Det står etter «av». La det være subjektet i setningen.",
}
NN = {
    "": "Kven gjer dette? Skriv det gjerne, til dømes med «vi» eller «du».",
    "agent": "Kven gjer dette? Det står etter «av». La det vere subjektet i setninga.",
}
PARTICLES = frozenset(
    """bort fast fram frem gjennom heim hjem inn innom med ned om opp over på til tilbake ut utover ved videre
    vidare""".split()
)
# After «av» these begin a clause, a time, a way or a whole, not the one who does it: «lesast av før jul».
_NOT_AGENT = frozenset(
    """at den det denne dette der all alle alt å hva kva gårde garde dage
    og eller men samt som når hvis viss dersom mens medan fordi hvor kor innen innan før etter i på til om
    fra frå ved under med for ute inne nå no straks igjen att helt heilt automatisk manuelt digitalt
    elektronisk daglig dagleg ukentlig vekentleg månedlig månadleg årlig årleg jevnlig
    jamleg regelmessig""".split()
)
TIME = re.compile(
    r"(?:gang|gong|dag|uke|veke|måned|månad|kvartal|år|time|minutt|morgen|morgon|kveld|natt)"
    r"(?:er|ar|r|en|n|a|et|ene|ane)?"
)
_CAUSE = ("grunn", "grunnen", "grunner", "grunna", "grunnar", "hensyn", "omsyn", "årsak", "årsaker")
# Verbs with «av» of their own, as in «settes av penger»: agent only where it is plain that somebody acts.
_WITH_AV = re.compile("(?:sett|set|trekk|slå|skru|koble?|kople?|kryss)(?:es|s|ast|jast)")
_PERSONS = frozenset("meg deg oss dere dykk ham han henne ho hun dem dei noen nokon andre".split())
# Those who may be the doer, unless a preposition stands before them.
_ACTOR = re.compile(
    r"vi|jeg|eg|nav|man|(?:fast|over)?lege(?:n|ne)?|.*(?:kommunen|kontoret|avdelingen|avdelinga|etaten|enheten|"
    r"eininga|seksjonen|nemnda|utvalget|utvalet|(?<!om)rådet|styret|direktoratet|tilsynet|verket|forvalteren|"
    r"forvaltaren|direktøren|lederen|leiaren|behandler(?:en)?|behandlar(?:en)?|handsamar(?:en)?|senteret|skolen|"
    r"skulen|rektor|barnehagen|styrer(?:en)?|styrar(?:en)?|fylket|staten|sretten|esteretten|politiet|bydelen|"
    r"myndighetene|styresmaktene|banken|kassen|kassa|vernet|ansatte|tilsette|teamet|team|koordinator(?:en)?|"
    r"rådgiver(?:en)?|rådgivar(?:en)?|forvaltningen|forvaltninga|departementet|administrasjonen)"
)
_PREPOSITIONS = frozenset("til i på hos fra frå med for om ved mot etter under mellom".split())


def hit(sentence: Sentence, start: int, end: int) -> Hit:
    """The passive verb at `start` to `end`, with the message for whether its doer is named."""
    return Hit(sentence.place(start, end), case="agent" if has_agent(sentence, end) else "")


def has_agent(sentence: Sentence, end: int) -> bool:
    """Whether what follows the verb that ends at `end` says who does it: «sendes ut av skolen»."""
    after = [word for word in sentence.words if word.start >= end][:6]
    while after and after[0].lower in PARTICLES:
        del after[0]
    if len(after) < 2 or after[0].lower != "av":
        return False
    said = [word.lower for word in after[1:4]]
    gap = sentence.text[after[0].end : after[1].start]
    if gap.strip(' «"') or said[0] in _NOT_AGENT or said[0][0].isdigit():
        return False
    if any(form.endswith(_CAUSE) for form in said[:2]) or any(map(TIME.fullmatch, said[:2])):
        return False
    verb = next((word.lower for word in sentence.words if word.end == end), "")
    if _WITH_AV.fullmatch(verb):
        return sentence.text[after[1].start].isupper() or any(w in _PERSONS or _may_act(w) for w in said)
    return True


def names_actor(sentence: Sentence) -> bool:
    """Whether somebody who may be the doer stands anywhere in the sentence, but not after a preposition."""
    words = [word.lower for word in sentence.words]
    return any(
        _may_act(word) and _PREPOSITIONS.isdisjoint(words[max(0, i - 2) : i]) for i, word in enumerate(words)
    )


@lru_cache(1 << 14)
def _may_act(form: str) -> bool:
    return _ACTOR.fullmatch(form) is not None
