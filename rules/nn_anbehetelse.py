import re
from collections.abc import Iterator
from dataclasses import replace

from klarsprak import Hit, Sentence, Severity, Text, rule
from klarsprak.phrases import Phrases, cited
from klarsprak.words import Word

from ._terms import either

# Bokmål endings. Some nouns in -else are nynorsk too; «førebelse» and «pelsen» are something else.
_ENDING = re.compile(
    r"[a-zæøå]{2,}(?:else(?:n|r|ne|s)?|elsa(?:r|ne)"
    r"|(?:ig|som|bar|løs|lik|fri|trygg|pen|svak|kyn|klok|blind|stor)het(?:en|er|ene)?s?)"
)
_NYNORSK = re.compile(
    r".*(?:betenn|spøkj?|røykj?|stiv|stift|skikk|skuff|hukomm|fordøy|fornøy|fornemm|bevega?|beskytt|forbind"
    r"|føl|størr|hev|bakk|bega?v|benekt|prøv|mellomb|føreb|p|h|fr)els\w*"
)
_NAME = re.compile(r"\S\s[A-ZÆØÅ]\S*(?: og|,) $")
_TITLE = re.compile(r"\S\s(?:En|Et|Den|De|Det)(?: [a-zæøå]+){0,4} $")
_BOKMAL = frozenset(
    "en et ikke jeg hun dere fra hva hvem hvor hvordan hvis hver noe noen være ble gjør mye barna mer nå bare"
    " disse flere uten selv".split()
)
PHRASES = Phrases.load("nn_anbehetelse")


def _homograph(sentence: Sentence) -> bool:
    return sentence.standard == "nn" and PHRASES.has_homograph(sentence)


@rule(
    priority="klart-sprak",
    severity="info",
    nb={
        "": "«{found}» ligger nær bokmål. Kan du skrive {better}?",
        "bokmål": "«{found}» er bokmål. Skriv heller {better}.",
        "ending": "«{found}» er bokmål. Prøv et verb, eller et ord på -ing, -leik eller -heit.",
    },
    nn={
        "": "«{found}» ligg nær bokmål. Kan du skrive {better}?",
        "bokmål": "«{found}» er bokmål. Skriv heller {better}.",
        "ending": "«{found}» er bokmål. Prøv eit verb, eller eit ord på -ing, -leik eller -heit.",
    },
    needs=("morphologizer",),
    gate=_homograph,
    standards=("nn",),
    replaces=("malform-blanding",),
)
def check(text: Text) -> Iterator[Hit]:
    """Bokmålsord i nynorsk.

    Hvorfor: Ord på an-, be-, -het og -else kommer oftest fra bokmål. Noen er ikke nynorsk i det hele tatt,
    andre er lov, men har et nynorsk ord ved siden av seg som leserne kjenner. Ord som ikke er nynorsk, teller
    som «middels», resten er «info». Velg selv hvor langt dere vil gå: `profile = "tradisjonell"` under
    `[tool.klarsprak.nynorsk]` merker også ord som «anbefale» og «behandle».

    Ikkje: Vi treng bekreftelse på at du har tillatelse til å bruke vegen.
    Heller: Vi treng svar på om du har lov til å bruke vegen.

    Unntak: Sitater i «…», navn på lover og navn med stor forbokstav inne i setningen får stå.
    Målt: Med profilen «moderne» 0,9 funn per 100 setninger på 41 sider og 0,1 i avistekst. Alle 23 er lest,
    og 22 var verdt å endre; det siste sto i navnet på en film. Med «tradisjonell» blir det ni ganger så mange
    funn på sidene. Språkmodellen tar av og til feil av substantiv og verb («søker», «leder»). En annen leser
    mente at 20 av 22 holdt.
    Kilde: Språkrådet: Administrativ ordliste bokmål–nynorsk,
    https://xn--sprkrdet-c0ac.no/sprakhjelp/Skriverad/Nynorskhjelp/administrativ-ordliste/
    """
    nynorsk = replace(text, sentences=tuple(s for s in text.sentences if s.standard == "nn"))
    found = set[tuple[Sentence, int]]()
    for sentence, match in PHRASES.search(nynorsk):
        found.add((sentence, match.end))
        if _is_ours(sentence, match.start, match.end):
            bokmal = "bokmål" in match.entry.flags
            yield Hit(
                sentence.place(match.start, match.end),
                match.instead,
                {"better": either(match.instead)},
                case="bokmål" if bokmal else "",
                severity=Severity.MEDIUM if bokmal else None,
                fixable=match.fixable,
            )
    for sentence in nynorsk.sentences:
        if "els" not in sentence.text and "het" not in sentence.text:
            continue
        for word in sentence.words:
            form = sentence.text[word.start : word.end]
            if (
                _ENDING.fullmatch(form)
                and not _NYNORSK.fullmatch(form)
                and form not in text.accept
                and (sentence, word.end) not in found
                and not cited(sentence, word.start, word.end)
                and _is_ours(sentence, word.start, word.end)
            ):
                yield Hit(sentence.place(word.start, word.end), case="ending", severity=Severity.MEDIUM)


def _is_ours(sentence: Sentence, start: int, end: int) -> bool:
    """False in a name («Nav Arbeid og ytelser»), in a template ({antall}) and in a bokmål sentence."""
    before = sentence.text[:start]
    if _NAME.search(before) or (start and sentence.text[start].isupper() and not sentence.text.isupper()):
        return False
    if before[-1:] in ("{", "'", "_") or sentence.text[end : end + 1] in ("}", "'", "_"):
        return False
    return not _TITLE.search(before) and sum(map(_is_bokmal, sentence.words)) < 2


def _is_bokmal(word: Word) -> bool:
    return word.lower in _BOKMAL or (word.lower.endswith("ende") and len(word.lower) > 7)  # nynorsk: -ande
