"""What a rule about a whole page needs: where to point, how the page begins, whom to ask, what to do."""

from __future__ import annotations

import re

from klarsprak import CODE, Kind, PageKind, Place, Sentence, Text

_PHONE = (
    r"(?<![\d,.])(?:\d\d ?){3}\d\d(?!\d|,\d)|(?<!\d)\d{3} \d\d \d{3}(?!\d)"
    r"|(?<![\d,.])(?<!\d )0\d{4}(?![\d ]*\d)"
)
_MAIL = r"\S@\S+\.\w|\btel:|\bmailto:"
_TOLD = rf"\b(?:telefon\w*|tlf|mobil|e-?post\w*)\b[^.!?\n]{{0,25}}[{CODE}{{\[]"  # a template puts it in
_CHAT = r"\bchat\w*|\bkontaktskjema\w*|\bkontaktinfo\w*|\bkontakt(?:\W|$)[^\n]{0,40}https?:|/kontakt\b"
# An office by name, and somebody who goes there or is helped: «ta kontakt med Tjenestekontoret».
_TOWARDS = (
    r"\b(?:v/|kontakt\w*|ring(?:e|er|jer?)?|snakk\w*|spør(?:re|je)?|henvend\w*|besøk\w*|oppsøk\w*"
    r"|(?:via|gjennom|hos)\b"
    r"|(?:bestill|melding|påmelding|svar|send|lever)\w* (?:\w+ )?(?:til|hos|på)\b)"
)
_UNIT = (
    r"(?:kontor|torg|sent(?:er|re|ral)|avdeling|seksjon|tj?enest[ea]|team|etat|kommunen\b|\bnav\b"
    r"|stasjon|skole|skule|barnehage|rådhus|kommunehus|bibliotek|lege|forening|foreining|lag\b|jordmor|koordinator"
    r"|(?:saksbehandl|rådgiv|rettleiar|veiled)\w*)"
)
_HELPS = (
    r"(?:kontor|torg|sent(?:er|ral)|team|tj?enest)\w* (?:kan )?(?:hjelp|svar|rettlei|veiled|ta[rk]? imot)"
)
PHONE_OR_MAIL = re.compile(f"{_PHONE}|{_MAIL}", re.IGNORECASE)
_CONTACT = re.compile(
    "|".join((_PHONE, _MAIL, _TOLD, _CHAT, _HELPS, rf"{_TOWARDS}[^.!?\n]{{0,50}}?{_UNIT}")), re.IGNORECASE
)
# Something to do, or that there is nothing to do.
_VERBS = (
    "betal bestill book bruk dokumenter fyll føreslå følg følgj foreslå gi gå hent hugs husk kjøp klag klikk"
    " kom kontakt last legg lei les lever logg lån meld møt opne oppgi prøv registrer reserver ring se sei"
    " send si sjekk sjå skriv spør svar søk ta trykk uttal vel velg åpne"
).replace(" ", "|")
_MAY = r"(?:kan|må|skal|bør)"
_DO = rf"(?!være|vere|ha\b|bli|få)(?:{_VERBS}|\w{{2,}}e)\b"
_ACTION = re.compile(
    rf"(?:^|[.!?:;,–•\n] ?|\b(?:og|eller|så|da|då) )(?!svar på (?:søkna|klag|brev))(?:{_VERBS})\b"
    rf"|\b(?:du|de|dere|ein|man) {_MAY} (?:\S+ ){{0,2}}{_DO}|\b{_MAY} (?:du|de|dere) (?:\S+ ){{0,2}}{_DO}"
    r"|\bta(?:r|r du)? (?:\w+ )?kontakt|\btek(?: du)? kontakt|\bslik (?:gj|søk|får|bestill|meld|betal|uttal)"
    r"|\btren(?:ger|g) (?:du )?ikkj?e\b|\bpåmelding|\btimebestilling|\bdrop-?in\b|\bmøte? opp\b|\boppmøte\b"
    r"|\bhenvis\w*|\btilvis\w*|\bskjema\w*|\w+skjema\b|\båpningstid|\bopningstid|\d\d[.:]\d\d ?[-–]"
    rf"|\b{_MAY} (?:\w+ )?(?:send|lever|bestill|betal|søk|rett|meld)\w*(?:es|ast)\b"
    r"|\bsøknader? (?:sendes|send|leveres|skjer|om)\b|\bselvbetjening|\bsjølvbetening|\bmin? side\b",
    re.IGNORECASE,
)

_YOU = frozenset("du deg din ditt dine dere dykk".split())


def speaks_to_nobody(text: Text) -> bool:
    """True for an essay, a report, technical documentation: no known kind of page, and no «du» in it."""
    return text.page is PageKind.OTHER and all(s.forms.isdisjoint(_YOU) for s in text.sentences)


def anchor(text: Text) -> Place | None:
    """Where a remark about the whole page is shown: its h1, else the first heading or sentence of the main
    content; None for a page without any."""
    prose = text.prose
    title = next((block for block in prose if block.kind is Kind.HEADING and block.level == 1), None)
    if title is None and prose and prose[0].kind is Kind.HEADING:
        title = prose[0]
    if title is not None:
        return Place(title, 0, len(title.text))
    return next((sentence.whole for sentence in text.sentences), None)


def opening(text: Text, words: int = 50) -> tuple[Sentence, ...]:
    """The sentences of running text that begin within the first so many words; headings do not count."""
    taken, count = [], 0
    for sentence in text.sentences:
        if sentence.block.kind is Kind.HEADING:
            continue
        if count >= words:
            break
        taken.append(sentence)
        count += len(sentence.words)
    return tuple(taken)


def is_whole(text: Text) -> bool:
    """True for a page with its frame: what is not there is missing. An excerpt or a file that a layout is
    put around may have it elsewhere."""
    return any(block.kind is Kind.PAGE for block in text.blocks)


def everything(text: Text, *, main: bool = False) -> str:
    """All that can be read on the page, and where its links lead; without `main` the frame too."""
    blocks = [block for block in text.blocks if (block.main or not main) and block.kind is not Kind.IMAGE]
    targets = [f"{b.text[k.start : k.end]} {k.label} {k.target}" for b in blocks for k in b.links]
    return "\n".join([block.text for block in blocks] + targets)


def has_form(text: Text) -> bool:
    """True when there is a form to fill in, in the main content."""
    return any(block.kind is Kind.FORM and block.main for block in text.blocks)


def has_contact(text: Text) -> bool:
    """True when the page tells whom to ask: a number, an address, a form, or an office by name."""
    return has_form(text) or _CONTACT.search(everything(text)) is not None


def has_action(text: Text) -> bool:
    """True when the page tells what to do, or that there is nothing to do."""
    return has_form(text) or _ACTION.search(everything(text, main=True)) is not None
