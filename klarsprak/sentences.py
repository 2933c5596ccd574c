"""Where the sentences of a block end: rules and a list of abbreviations, no model.

A block (heading, list item, paragraph, …) is never run together with the next, so a heading needs no full
stop. Written for public web text: «jf. § 5-2», «kl. 10.30», «1. juni», lists inside a paragraph, emoji.

Decided: a colon ends a sentence when a sentence of its own follows with a capital («Husk dette: Du må svare
innen fredag.»; so does the Norwegian Dependency Treebank, and LIX counts the colon too), but not after a
label («Telefon: Kari Nordmann»). A semicolon never does. Emoji, emoticons, #tags and addresses that
follow the end of a sentence belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_SYMBOL = r"[\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_EMOJI = rf"{_SYMBOL}[\ufe0f\u200d\u20e3\u2640\u2642]*"
_SMILEY = r"[:;=]-?[)(DPp](?!\w)|<3(?!\w)"
_TAIL = rf"(?:\s*(?:{_EMOJI})|\s+(?:{_SMILEY}))"
_END = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]++|:)(?P<close>[»”“\"'’)\]]*(?: [»”])?)(?P<tail>{_TAIL}*)(?P<space>\s+)"
    rf"|(?P<emoji>(?:(?<!{_SYMBOL}){_EMOJI}|(?<=\s)(?:{_SMILEY}))(?:{_TAIL})*)\s+"
    r"|(?<=\s)(?P<bullet>[•▪●◦‣])\s"
)
_OPENING = re.compile(r"[\"'“”„«‘(\[\s–—•-]*")
_TRAILER = re.compile(r"(?:(?:#\w+|https?://\S+|www\.\S+)(?:\s+|$))+")  # what is hung on after the full stop
_MARKER = re.compile(r"(?:(?<!\S)|(?<=\())(\d{1,2}|[a-z])([.)])\s+(?=[«\"]?[A-ZÆØÅ])")
_GLUED = re.compile(r"(?<![\w./@:-])([a-zæøå]{2,})[.!?](?=([A-ZÆØÅ][a-zæøå]+)[\s,])")  # «… i juni.Du må …»
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,3}\.")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTHS = _set("januar februar mars april mai juni juli august september oktober november desember")
# Words that begin sentences and are hardly ever part of a name.
_OPENERS = _set(
    """alle alt andre at av begge ber bruk både da dei deira dem den denne der dere deres derfor dersom
    desse det deretter dette difor din disse ditt du dykk då eg ein eit eller ellers elles en er et
    etter finn flere fleire for fordi fra frå fyll få får først før gjennom gjør gjer gå ha han har her
    hos hun husk hugs hva hvem hver hvert hvilke hvilken hvis hvor hvordan hvorfor ho i ifølge ikke
    ikkje ingen inga innen jeg kan klikk kontakt kor korleis kva kvar kven kvifor les logg løp man mange me
    med meir mens medan mer mellom min mitt mot må møt nokon nokre noko noe noen nå når og også om over
    prøv på resten ring samtidig samstundes se selv send sjå sjølv siden sidan skal skriv slik som så
    søk ta til trykk under uten utan ved vel velg vi vil vår våre vårt å"""
)
# Words that a number or a letter follows and closes: «kl. 10. Ta med …», «side 5. Der …», «vitamin D. Det …».
_NUMBERED = _set(
    """§ §§ alternativ art. artikkel avsnitt bilag bind blokk bokstav bygg del etg. fase gnr. bnr. gruppe
    hepatitt inngang kap. kapittel kategori kl. klasse klokka klokken kolonne ledd linje nivå nr. nummer
    oppgang oppgave oppgåve paragraf pkt. post punkt rad rom rute s. side skjema sone spørsmål steg str.
    tabell figur tiltak trinn type utgave vedlegg vers versjon vitamin øvelse plattform spor hall sal
    bane"""
)
_STOP = re.compile(r"[.!?…:](?=[»”\"')\]]*(?:\s|$))")
_FINITE = _set(  # frequent finite verbs: what follows the colon says something
    """er var har hadde kan kunne må måtte skal skulle vil ville bør burde blir ble vert vart blei får fikk
    fekk gjelder gjeld gjør gjorde gjer kommer kjem kom går gikk gjekk sier sa seier står stod heter
    heiter tar tok tek gir ga gjev gav finnes finst finnest ligger ligg viser trenger treng ønsker
    ønskjer tror trur mener meiner vet veit ser så"""
)


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations that end in a full stop, lower case, and what follows: "", "end" or "number"."""
    lines = (files("klarsprak") / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {word: kind for word, _, kind in rows}


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one block. White space between sentences belongs to none."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end, following in (*_boundaries(text), (len(text), len(text))):
        piece = text[start:end]
        at = start + len(piece) - len(piece.lstrip())
        until = at + len(piece.strip())
        if spans and not any(map(str.isalnum, piece)):
            if until > at:  # « ...», «🎉»: nothing to read by itself
                spans[-1] = spans[-1][0], until
        elif until > at:
            spans.append((at, until))
        start = following
    return spans


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Ends of sentences, each with the place where the next begins, in order."""
    markers = _list_markers(text)
    found = [(start, start) for start in markers if start]
    inside = set(markers.values())  # after «1. » no sentence begins
    start = 0
    for match in _END.finditer(text):
        if match["bullet"]:
            found.append((match.start(), match.start()))
            continue
        at = match.end()
        if at in inside or at == len(text):
            continue
        if trailer := _TRAILER.match(text, at):
            rest = text[trailer.end() :]
            if rest and not rest[0].isupper():
                trailer = None
            else:
                at = trailer.end()
        opening = _OPENING.match(text, at)
        assert opening
        rest = text[opening.end() : opening.end() + 40]
        if trailer or (rest and _parts(text, start, match, rest)):
            found.append((at, at))
            start = at
    found += [(m.end(), m.end()) for m in _GLUED.finditer(text) if len(m[1]) > 3 or m[2].lower() in _OPENERS]
    return iter(sorted(set(found)))


def _list_markers(text: str) -> dict[int, int]:
    """Start and end of the marks of a list inside the block: «1. Logg inn 2. Velg skjema», «a) … b) …»."""
    chains: dict[tuple[bool, str], list[re.Match[str]]] = {}
    for match in _MARKER.finditer(text):
        value, sign = match.groups()
        chain = chains.setdefault((value.isdigit(), sign), [])
        number = int(value) if value.isdigit() else ord(value) - ord("a") + 1
        if number == len(chain) + 1:
            chain.append(match)
    return {m.start(): m.end() for chain in chains.values() if len(chain) > 1 for m in chain}


def _parts(text: str, start: int, match: re.Match[str], rest: str) -> bool:
    """Whether the sentence from `start` ends at `match`, when `rest` (without opening quotes) follows."""
    first = rest[0]
    if first.islower():
        return False
    mark = match["mark"]
    if mark is None:  # an emoji with no full stop before it
        return first.isupper()
    if mark == ":":
        return first.isupper() and _sentence_follows(text, start, match)
    if mark != ".":
        return True
    return _full_stop_ends(text, start, match, rest)


def _full_stop_ends(text: str, start: int, match: re.Match[str], rest: str) -> bool:
    before = text[max(start, match.start() - 40) : match.end("mark")].split()
    if not before:  # the mark belongs to a sentence that has ended already
        return False
    token = before[-1].lstrip("\"'“”„«‘([")
    lower = token.lower()
    previous = before[-2] if len(before) > 1 else ""
    word = _WORD.match(rest)
    following = word[0].lower() if word else ""
    shouting = rest[:2].isupper() and token.isupper()
    opener = following in _OPENERS
    kind = abbreviations().get(lower)
    if kind is None and previous.endswith("."):  # «bl. a.», «o. l.»
        kind = abbreviations().get(previous.lstrip("(").lower() + lower)
    if kind == "number" and not rest[0].isdigit():
        kind = None
    if kind is not None:
        return kind == "end" and rest[0].isupper() and (opener or not shouting)
    if _NUMBER.fullmatch(token):
        if not previous or rest[0].isdigit() or following in _MONTHS:
            return False
        after_number = previous.lower() in _NUMBERED or previous.isdigit()
        return opener or int(token[:-1]) > 31 or after_number or previous[0].isupper()
    if len(token) == 2 and token[0].isupper():  # an initial, or «vitamin C. Det …»
        return opener or previous.lower() in _NUMBERED
    if re.fullmatch(r"(?:[^\W\d_]\.){2,}", token):  # an abbreviation nobody has heard of
        return opener
    return True


def _sentence_follows(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence of its own stands after the colon, not a name, an address or a list of things."""
    stop = _STOP.search(text, match.end())
    words = [m[0].lower() for m in _WORD.finditer(text, match.end(), stop.start() if stop else len(text))]
    if len(words) < 2:
        return False
    if words[0] in _OPENERS:
        return True
    if text.count("«", start, match.start()) > text.count("»", start, match.end()):
        return False  # a title: «Nye veier: Plan for 2030»
    if stop and text[match.end()] in '«“"–-':
        return True  # what somebody says
    return not _FINITE.isdisjoint(words) or (len(words) > 7 and stop is not None)
