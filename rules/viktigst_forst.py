"""Pages that begin with the background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Kind, Place, Sentence, Text, rule

from ._page import opening

NO_TEXT = frozenset({Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION})
FIRST = 2  # sentences: after two, the reader has found her way
BODY = r"(?:kommunestyret|bystyret|formannskapet|stortinget|regjering(?:a|en)|fylkestinget|departementet)"
BACKGROUND = re.compile(
    r"(?:i (?:henhold til|medh[oa]ld av|samsvar med|brev(?: av)? \d|møte|sak \d)"
    r"|med (?:hjemmel|heimel|bakgrunn|grunnlag) i|jf\.?|iht\.?|formålet med|føremålet med|bakgrunn(?:en)? for"
    r"|på bakgrunn av|(?:(?:det|vi) )?viser? til|det (?:vises|blir vist) til"
    rf"|{BODY} (?:(?:har )?(?:vedtatt|vedteke|behandla|behandlet)|vedtok|bestemte|innførte)"
    r"|(?:lov|forskrift) om\b|\w+(?:loven|lova|forskriften|forskrifta) (?:§|regulerer|slår|seier|sier|krev)"
    r"|i (?:19|20)\d\d\b|siden (?:19|20)\d\d\b|sidan (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
# What the reader came for: what she gets, must do, pays, by when, or what was decided.
ANSWER = re.compile(
    r"\b(?:du|deg|dere|dykk)\b|\bkroner\b|\bgratis\b|\binn[ae]n \d|\bfrist"
    r"|\bvi har (?:avsl|innvilg|godkjen|vedt|bestem|fatta|fattet|endr|stans)"
    r"|\b(?:søk|bestill|meld|betal|ring)\b"
    r"|\b(?:din|ditt|dine|di)\b[^.]* (?:er|blir) (?:avsl|innvilg|godkjen|endr|stans)",
    re.IGNORECASE,
)


@rule(
    priority="lettere",
    severity="medium",
    nb={
        "bakgrunn": "Siden begynner med bakgrunnen. Kan du begynne med det leseren får, må gjøre eller "
        "betale?",
        "lenker": "Siden begynner med en liste med lenker. Kan du si det viktigste først?",
    },
    nn={
        "bakgrunn": "Sida byrjar med bakgrunnen. Kan du byrje med det lesaren får, må gjere eller betale?",
        "lenker": "Sida byrjar med ei liste med lenkjer. Kan du seie det viktigaste først?",
    },
    pages=("tjeneste", "vedtak"),
    replaces=("lovhenvisning",),
    whole=True,
)
def check(text: Text) -> Iterator[Hit]:
    """Bakgrunnen står først.

    Hvorfor: Mange leser bare begynnelsen. Står svaret der, er de ferdige. Står det hvem som vedtok hva,
    leter de videre eller går.

    Ikke: Formannskapet har vedtatt nye regler for leie av grendehuset. Reglene gjelder fra nyttår. Du
    betaler 900 kroner for en kveld.
    Heller: Du betaler 900 kroner for en kveld i grendehuset. Prisen gjelder fra nyttår.

    Ikkje: Formannskapet har vedteke nye reglar for leige av grendehuset. Reglane gjeld frå nyttår. Du betaler
    900 kroner for ein kveld.
    Heller: Du betaler 900 kroner for ein kveld i grendehuset. Prisen gjeld frå nyttår.

    Unntak: Regelen er stille når tittelen eller en setning før bakgrunnen gir svaret, og i nyheter, planer
    og forsider.
    Målt: 2 funn på 201 offentlige sider og brev (samme brev på bokmål og nynorsk), begge riktige. Det er
    for få til å si noe sikkert. Ingen funn i 6401 setninger avis- og rapporttekst.
    Kilde: Drammen kommune, Skriv det viktigste tidlig,
    https://www.drammen.kommune.no/om-kommunen/klarsprak/sprakprofil/prinsipper/viktigste/
    """
    if links := _links_first(text):
        yield Hit(links, case="lenker")
        return
    for sentence in opening(text)[:FIRST]:
        if ANSWER.search(_before(text, sentence)) or ANSWER.search(sentence.text):
            return
        if BACKGROUND.match(sentence.text):
            yield Hit(sentence.whole, case="bakgrunn")
            return


def _before(text: Text, sentence: Sentence) -> str:
    """What is read before the sentence."""
    parts: list[str] = []
    for block in text.prose:
        if block is sentence.block:
            return " ".join([*parts, block.text[: sentence.start]])
        parts.append(block.text)
    return ""


def _links_first(text: Text, many: int = 4) -> Place | None:
    """The first of `many` links that stand before all text; a table of contents leads to the page itself."""
    first = None
    count = 0
    for block in text.blocks:
        if not block.main or block.standard is None or block.kind in NO_TEXT:
            continue
        link = next((k for k in block.links if k.end - k.start > len(block.text) * 0.8), None)
        if link is None or link.target.startswith("#") or block.kind is Kind.BUTTON:
            break
        first, count = first or Place(block, 0, len(block.text)), count + 1
    return first if count >= many else None
