import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule
from klarsprak.phrases import cited

from ._lists import entries

# Words in capitals side by side; a figure or a sign may stand between them.
_PART = r"[A-ZÆØÅ]{2,}(?:-[A-ZÆØÅ]+)*"
# Not before a number: that is a label, «LINJE 2».
_SHOUT = re.compile(
    rf"(?<![\w/-])(?>{_PART}(?:[ ,:–-]+(?:{_PART}|\d{{1,2}}\.|[&IÅ])(?!\w))*)(?![\w@/])(?!:?\s*\d+(?![.\d]))"
)
_LONG = re.compile(r"[A-ZÆØÅ]{4,}")
_VOWEL = re.compile(r"[AEIOUYÆØÅ]")
_SURE = 3  # words
_HEADING = 6  # letters: a single shorter word is more likely the initials of something


@rule(
    priority="klart-sprak",
    severity="medium",
    nb="Store bokstaver er tunge å lese, og skjermlesere kan lese dem én for én. Skriv med små bokstaver.",
    nn="Store bokstavar er tunge å lese, og skjermlesarar kan lese dei éin for éin. Skriv med små bokstavar.",
    once=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Bare store bokstaver.

    Hvorfor: Vi kjenner igjen ord på formen. Med bare store bokstaver blir alle ord like høye, og teksten
    virker som et rop. Skjermlesere kan tro at det er en forkortelse.

    Ikke: VIKTIG INFORMASJON OM VANN
    Heller: Viktig om vannet ditt

    Ikkje: VIKTIG INFORMASJON OM VATN
    Heller: Viktig om vatnet ditt

    Unntak: Initialord (SFO), produktnavn og skilt som blir sitert.
    Målt: 17 av 17 funn på offentlige sider var verdt å endre; 15 av dem var samme navn. Funn per 100
    setninger: 0,4 på offentlige sider, ingen i avistekst. En annen leser mente det samme.
    Kilde: UiO: Hvordan skrive for nett – sjekkliste, https://www.uio.no/for-ansatte/arbeidsstotte/profil/nettarbeid/veiledninger/skrive-for-nett/
    """
    small: set[str] | None = None
    seen = set[str]()
    for sentence in text.sentences:
        for match in _SHOUT.finditer(sentence.text) if _LONG.search(sentence.text) else ():
            start, end = match.start(), match.start() + len(match[0].rstrip(" ,:/–-"))
            shout = sentence.text[start:end]
            if shout not in seen and _is_shout(sentence, shout) and not cited(sentence, start, end):
                seen.add(shout)
                small = _small_words(text) if small is None else small
                better = _sentence_case(
                    sentence.text[start:end], start == 0, small | _common(sentence.standard)
                )
                # Two words in a paragraph may be a name.
                severity = Severity.INFO if len(shout.split()) < _SURE and start > 0 else None
                yield Hit(sentence.place(start, end), (better,) if better else (), severity=severity)


def _is_shout(sentence: Sentence, shout: str) -> bool:
    """Two long words, or a heading that is nothing else."""
    words = [w for w in re.split(r"[ ,:–]+", shout) if _LONG.match(w) and w not in _initials()]
    words = [word for word in words if _VOWEL.search(word)]
    whole = sentence.block.kind is Kind.HEADING and sentence.block.text.isupper()
    return len(words) > 1 or (whole and any(len(word) >= _HEADING for word in words))


@cache
def _initials() -> frozenset[str]:
    return frozenset(word for line in entries("_initialord_kjent") for word in line.split())


@cache
def _common(standard: str) -> frozenset[str]:
    return frozenset(word for line in entries(f"store_bokstaver.{standard}") for word in line.split())


def _small_words(text: Text) -> set[str]:
    """What the text itself always writes in small letters within a sentence: no names, no initials."""
    small, names = set[str](), set[str]()
    for sentence in text.sentences:
        for word in sentence.words[1:] if not sentence.text.isupper() else ():
            (small if sentence.text[word.start].islower() else names).add(word.lower)
    return small - names


def _sentence_case(shout: str, first: bool, known: set[str] | frozenset[str]) -> str:
    """«Viktig informasjon» for «VIKTIG INFORMASJON»; empty where a word may be a name or initials."""
    if not all(word.isdigit() or word.lower() in known for word in re.findall(r"\w+", shout)):
        return ""
    lower = shout.lower()
    return lower[0].upper() + lower[1:] if first else lower
