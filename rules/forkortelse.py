import re
from collections.abc import Iterator, Mapping
from functools import cache

from klarsprak import Hit, Kind, Sentence, Text, rule
from klarsprak.wordlist import Entry, read
from klarsprak.words import Word

from ._terms import either

# Words in their own right without the full stop, or with capitals: «pr.», but not «PR».
_NEEDS_STOP = frozenset(
    "alm ang arr div dok ev etc feb febr fom forts hol jan jf lign md mm off offl okt osb pr pt ref resp"
    " sept spes td tom vs".split()
)
# «tom. 3. mai», «t.o.m. mandag», but «Kassa er tom. I dag …»
_UNTIL = frozenset("tom fom".split())
_TIME = re.compile(
    r"\. (?:\d|(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun)dag|(?:jan|febr)uar|mars|april|mai"
    r"|ju[nl]i|august|(?:septem|okto|novem|desem)ber|uke|veke)"
)
# «40 mm.»
_MEASURED = re.compile(r"(?:\d|\b(?:noen|nokre|få|par|per|hver|kvar|halv|en|ein|to|tre|fire|fem|ti)) $")
_LETTERS = re.compile(r"[a-zæøå]{1,3}(?:\.[a-zæøå]{1,3})+")  # «m.h.p.»
_ALLOWED = frozenset("d.y d.e n.n ph.d dr.med a.m p.m s.å".split())
_MAY_END = frozenset(
    "osv. osb. etc. mv. m.v. m.m. mm. mfl. m.fl. o.l. o.a. o.fl. e.l. el.l. mnd. mdr. md. p.t. d.d. d.å."
    " p.d.d. innb. jan. feb. febr. sept. okt. avd. vgs.".split()
)


@rule(
    priority="klart-sprak",
    severity="low",
    nb={
        "": "Forkortelser gjør teksten tyngre å lese. Skriv heller {better}.",
        "skrivemåte": "Forkortelsen skrives «{right}». Enda bedre: Skriv {better}.",
        "ukjent": "Forkortelser gjør teksten tyngre å lese. Kan du skrive «{found}» helt ut?",
    },
    nn={
        "": "Forkortingar gjer teksten tyngre å lese. Skriv heller {better}.",
        "skrivemåte": "Forkortinga skal skrivast «{right}». Endå betre: Skriv {better}.",
        "ukjent": "Forkortingar gjer teksten tyngre å lese. Kan du skrive «{found}» heilt ut?",
        "bokmål": "«{found}» er ei bokmålsforkorting. Skriv heller {better}.",
    },
)
def check(text: Text) -> Iterator[Hit]:
    """Forkortelser i løpende tekst.

    Hvorfor: En forkortelse sparer den som skriver, ikke den som leser. Skjermlesere leser den bokstav for
    bokstav, og ikke alle vet hva den står for.

    Ikke: Ta med legitimasjon, f.eks. pass.
    Heller: Ta med legitimasjon, for eksempel pass.

    Ikkje: Ta med legitimasjon, t.d. pass.
    Heller: Ta med legitimasjon, til dømes pass.

    Unntak: Tabeller, parenteser og adresser kan ha forkortelser. Det samme gjelder mål og penger (kr, kg),
    klokkeslett (kl.), nummer (nr.) og navn på dokumenter (Meld. St.).
    Målt: Bokmål: 1,0 funn per 100 setninger på offentlige sider og 0,4 i avistekst. Alle de 103 funnene er
    lest, og 100 av dem (97 %) var forkortelser som kunne skrives ut. Nynorsk: 0,1 på 41 sider og 0,5 i
    avistekst. En annen leste 30 på bokmål og 13 på nynorsk, og mente at alle holdt.
    Kilde: Språkrådet: Kort om forkortingar, https://xn--sprkrdet-c0ac.no/Vi-og-vart/Publikasjoner/Statssprak/statssprak-32019/kort-om-forkortingar/
    """
    for sentence in text.sentences:
        if sentence.block.kind is not Kind.CELL:
            for start, end, entry in _abbreviations(sentence):
                found = sentence.text[start:end].lower()
                if found not in text.accept and not _in_brackets(sentence.text, start):
                    yield _hit(sentence, start, end, entry)


@cache
def _table(standard: str) -> tuple[Mapping[str, Entry], re.Pattern[str]]:
    """Abbreviations without the last full stop; and a pattern for those with white space inside."""
    entries = {entry.term.rstrip("."): entry for entry in read("forkortelse", standard)}
    inner = [re.escape(term).replace(r"\.", r"\.\s") for term in entries if "." in term]
    return entries, re.compile(rf"\b(?:{'|'.join(inner)})\b\.?", re.IGNORECASE)


def _abbreviations(sentence: Sentence) -> Iterator[tuple[int, int, Entry | None]]:
    entries, parted = _table(sentence.standard)
    for word in sentence.words:
        stop = sentence.text[word.end : word.end + 1] == "."
        entry = entries.get(word.lower)
        plain = word.lower not in _NEEDS_STOP or (
            stop
            and sentence.text[word.end - 1].islower()
            and (word.start == 0 or sentence.text[word.start].islower())
        )
        if entry is not None and plain and _meant(sentence.text, word):
            if word.lower == "jf" and sentence.text[word.end + 1 :].lstrip().startswith("§"):
                continue  # «bokstav a, jf. § 3-1»: law has its own way to point
            yield word.start, word.end + stop, entry
        elif stop and _LETTERS.fullmatch(sentence.text, word.start, word.end) and word.lower not in _ALLOWED:
            yield word.start, word.end + 1, None
    for match in parted.finditer(sentence.text) if ". " in sentence.text else ():
        known = entries[re.sub(r"\s", "", match[0].lower()).rstrip(".")]
        yield match.start(), match.end(), known


def _meant(text: str, word: Word) -> bool:
    """False for words that are spelt like an abbreviation: «tom.», «mm.», «VGs»."""
    if not text.isupper() and not text[word.start + 1 : word.end].islower():
        return False
    if word.lower in _UNTIL:
        return _TIME.match(text, word.end) is not None
    return word.lower != "mm" or not _MEASURED.search(text[: word.start])


def _hit(sentence: Sentence, start: int, end: int, entry: Entry | None) -> Hit:
    place = sentence.place(start, end)
    if entry is None:
        return Hit(place, case="ukjent")
    case = "skrivemåte" if "skrivemåte" in entry.flags else "bokmål" if "bokmål" in entry.flags else ""
    right, better = entry.term, entry.instead
    if case == "skrivemåte":
        right, better = better[-1], better[:-1]
    elif " " in place.text:
        case = "skrivemåte"  # «f. eks.»
    last = "." if entry.term in _MAY_END and place.text[-1] == "." and not sentence.text[end:].strip() else ""
    instead = tuple(_capital(b, place.text).removesuffix(last) + last for b in better)
    return Hit(
        place,
        instead=instead,
        values={"better": either(tuple(_capital(b, place.text) for b in better)), "right": right},
        case=case,
        fixable="fiks" in entry.flags,
    )


def _capital(better: str, found: str) -> str:
    return better[0].upper() + better[1:] if found[0].isupper() else better


def _in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at) or text.rfind("[", 0, at) > text.rfind("]", 0, at)
