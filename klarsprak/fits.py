"""Whether a suggestion may be put in where it is offered: what no list can say of a term alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.sentences import split
from klarsprak.text import Kind, Place

_GLUE = frozenset("-–—/\\_'’@#{}[]<>$&=*+|~^`%\ufffc")
_NEAR = 1000  # characters on either side that are looked at
_CLOSING = frozenset("»”")
_WORD = re.compile(r"[\w-]+")
# «ordet samt», «f.eks. betyr for eksempel»
_NAMED = re.compile(
    r"\b(?:ordet|ordene|orda|ord som|uttrykk(?:et|ene|a)?|begrep(?:et)?|omgrep(?:et)?|term(?:en)?"
    r"|forkort(?:else|elsen|ing|inga|ingen))(?: \S+ (?:og|eller))?:? $",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"\s(?:betyr|tyder|står for|er (?:en?|ein|ei) (?:forkort|uttrykk|ord))")
_START = re.compile(r"(?:^|[.!?:;…»”\")•·–—-]\s*)$")  # where a capital says nothing of a name
_SPOKEN = re.compile(r"^[-–—] ?\w|[.!?:] [-–—] ?[A-ZÆØÅ]")
_SAYS = re.compile(
    r"[,?!»] (?:sier|seier|sa|mener|meiner|forteller|fortel|fortalte|svarer|svarar|spør|skriver|skriv"
    r"|forklarer|forklarar|legger|legg|heter|heiter|står)\b"
)
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("‘", "’"), ("‹", "›"))
_JOINS = re.compile(r"\b(?:og|eller|samt)\b|/", re.IGNORECASE)
_CONJUNCTIONS = frozenset("hvis viss dersom fordi når siden før da då om og".split())


class _Guard(NamedTuple):
    """What must not (or what must) stand around a term that is put in by itself."""

    terms: re.Pattern[str]
    not_after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None  # must stand before the term
    before: re.Pattern[str] | None = None


def _guard(terms: str, **parts: str) -> _Guard:
    return _Guard(re.compile(terms), **{name: re.compile(part) for name, part in parts.items()})


_BE = (
    r"\b(?:er|var|være|vært|vere|vore|blir|ble|blei|vart|bli|verte?)"
    r"(?: (?:ofte|alltid|ikkj?e|bare|berre|også|òg|nå|no|gjerne))? $"
)
_GUARDS = (
    # «kommunens samtlige skoler», «de samtlige»
    _guard(
        r"samtlige|samtlege",
        not_after=r"\b(?!hos )\w*s['’]? $|\b(?:de|dei|disse|desse|[mds]ine|våre|hennar|deira) $",
    ),
    # «spørsmål vedrørende skatt», but «utgifter vedrørende skatt» wants another preposition
    _guard(
        r"vedrørende|vedrørande",
        after=r"(?:spørsmål(?:et|ene|a)?|informasjon(?:en)?|opplysning(?:er|ar|en|a|ene|ane)?"
        r"|henvendelse(?:r|n|ne)?|førespurnad(?:er|ar)?|\bbrev(?:et|ene|a)?|e-post(?:en|er|ar)?"
        r"|\bsak(?:er|en|a|ene|ane)?|melding(?:er|ar|en|a)?|\bråd|veiledning|rettleiing|samtaler?"
        r"|debatt(?:en|er|ar)?|\bregl(?:er|ar|ene|ane)|bestemmelser|føresegner) $",
    ),
    _guard(r"eksempelvis", not_after=r"\b(?:en|et|ein|eit|ei|den|rent|reint) $"),
    _guard(r"hvorvidt", not_after=r"\b(?:om|som) $", not_before=r" (?:om|mulig)\b"),
    # To be ahead of something, and one of a pair of phrases
    _guard(
        r"i (?:for|etter)kant av",
        not_after=rf"{_BE}|\b(?:forkant|ligge\w*|ligg|lå|komme\w*|kom|kjem|holde\w*|hold|held)(?: \w+)? $",
        not_before=r" (?:å|hva|kva|hvor)\b",
    ),
    _guard(r"i egenskap av", not_before=r" (?:å|at|det|den|de|sine?|sitt|hans|hennes|deres|vår\w*)\b"),
    _guard(
        r"i (?:de )?tilfelle(?:r|ne)? (?:der|hvor)",
        not_after=r"\b(?:interessert|involvert|deltok|del|\w*økning\w*|nedgang\w*|reduksjon\w*|endring\w*"
        r"|forskjell\w*|mangler|feil|flest) $",
    ),
    _guard(r"(?:til tross for|trass i) .*at", not_after=_BE),
    _guard(r"på .+", not_after=_BE, not_before=r" (?:av|å)\b"),  # «på et tidlig tidspunkt av dagen»
    _guard(r"ved .+", not_after=r"\b(?:bruk|pass|bær|pynt|slit|egne)\w* $", not_before=r" av\b"),
    _guard(
        r"på bakgrunn av .*at", not_after=r"\b(?:sett|ses|sjå\w*|sees|vurder\w+|forstå\w*|tolk\w+|les\w+) $"
    ),
    _guard(
        r"hei?lt gratis",  # «ikke helt gratis»
        not_after=r"\b(?:ikkj?e|aldri|nesten|ing\w+|verken|korkje|neppe|knapt|langt|uten|utan)\b.{0,30}$",
    ),
    _guard(r"mån\w+ juli .+", not_after=r"\b(?:to|begge|de|dei|d[ei]sse|\w+e) $"),
    _guard(r"(?:bl|m)\. ?a\.?", not_before=r" (?:\w+ )?[A-ZÆØÅ]"),  # of people it is «blant andre»
    _guard(r"(?:[gb]|saks)nr\.?|pkt\.?", before=r":? ?\d"),
    # Without its full stop it would run into the next sentence.
    _guard(r"(?:osv|osb|mfl|m\. ?fl|[oe]\. ?l)\.", not_before=r" [A-ZÆØÅ]"),
)


def fits(place: Place, better: str) -> bool:
    """True when nothing around `place` speaks against writing `better` there.

    Against it speaks: a compound or template, a quotation, a line of dialogue, a name, a term that is
    spoken of, a word that would stand there twice, and what `_GUARDS` knows of single terms.
    """
    before, found, after = _around(place)
    said = found.lower()
    if (
        before[-1:] in _GLUE
        or after[:1] in _GLUE | _CLOSING
        or not (found[0].isalnum() or before[-1:].isalnum())
    ):
        return False
    if found[0].isupper() and not _START.search(before):
        return False
    if _NAMED.search(before) or _EXPLAINED.match(after) or _SAYS.search(after) or _is_said(place):
        return False
    if found[-1] == "." != better[-1] and not after.strip():
        return False  # the full stop of the abbreviation ends the sentence too
    if not _reads_on(before, better, after) or _loses_a_part(before, said, better, after):
        return False
    return all(_allows(guard, before, after) for guard in _GUARDS if guard.terms.fullmatch(said))


def _around(place: Place) -> tuple[str, str, str]:
    """What stands in the sentence before the place, in it and after it."""
    text, start, end = _near(place)
    first, last = next(((a, b) for a, b in split(text) if a <= start < b), (0, len(text)))
    return text[first:start], text[start:end], text[end : max(last, end)]


def _near(place: Place) -> tuple[str, int, int]:
    """The text around the place, and where the place is in it: a block may be a megabyte long."""
    first = max(0, place.start - _NEAR)
    return place.block.text[first : place.end + _NEAR], place.start - first, place.end - first


def _is_said(place: Place) -> bool:
    """True for words that somebody else chose."""
    text, start, end = _near(place)
    before, after = text[:start], text[end:]
    if place.block.kind is Kind.PARAGRAPH and _SPOKEN.search(before + "A"):
        return True
    for sign in "\"'":  # a sign inside a word is an apostrophe
        marks = re.findall(rf"(?<!\w){sign}(?=\w)|(?<=[\w.!?]){sign}(?!\w)", before + "a")
        if len(marks) % 2 and sign in after:
            return True
    return any(before.rfind(one) > before.rfind(other) for one, other in _PAIRS)


def _reads_on(before: str, better: str, after: str) -> bool:
    """False where a word would stand twice, or «fordi at» come of it."""
    words = [word.lower() for word in _WORD.findall(better)]
    previous = [word.lower() for word in _WORD.findall(before)[-1:]] if before[-1:].isspace() else []
    following = [word.lower() for word in _WORD.findall(after)[:1]] if after[:1].isspace() else []
    if not words:
        return True
    if previous == words[:1] or following == words[-1:]:
        return False
    twice = re.compile(rf"\b{re.escape(better)}\b", re.IGNORECASE)
    if twice.search(before[-len(better) - 1 :]) or twice.search(after[: len(better) + 1]):
        return False
    return not (following in (["at"], ["som"]) and words[-1] in _CONJUNCTIONS)


def _loses_a_part(before: str, said: str, better: str, after: str) -> bool:
    """True where the term is one of several: «til tross for at … og at …», «pass og foto samt …»."""
    if said.endswith(" at") and not better.endswith(" at"):
        return re.search(r"(?:\b(?:og|eller|men|samt)|,)(?: også| òg| ikkj?e)? at\b", after) is not None
    if said in ("samt", "og samt"):
        joined = _JOINS.search(before) or _JOINS.search(after)
        return bool(joined or re.search(r"[,–—-]\s*$", before) or after.startswith(" at "))
    return " " in said and re.search(r"\b(?:og|eller) $", before) is not None


def _allows(guard: _Guard, before: str, after: str) -> bool:
    before = before.lower()
    return not (
        (guard.not_after and guard.not_after.search(before))
        or (guard.not_before and guard.not_before.match(after))
        or (guard.after and not guard.after.search(before))
        or (guard.before and not guard.before.match(after))
    )
