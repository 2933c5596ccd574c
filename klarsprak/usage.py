"""Nynorsk leaves some choices free (å lese or å lesa, vi or me). Suggestions follow what was chosen."""

from __future__ import annotations

import re

from klarsprak.text import House, Text

# What an infinitive follows; «kunne» may be one itself.
MODAL = frozenset("å kan kunne kunna skal skulle skulla må måtte måtta vil ville vilja bør burde".split())
_COMMON = frozenset(("nødvendig", "nødvendige"))
_FREE = re.compile(r"(?P<stem>\w*[aeiouyæøå]\w*[^\Waeiouyæøå])[ea]")  # «lese», but not «sjå» and «gje»
_ALWAYS_A = re.compile(  # «overta», «inneha»: in -a whatever the infinitives of the house
    r"(?:over|del|ved|gjen|mot|unn|opp|inn|før|fore|an|på|av|til|ivare|inne|bi)(?:t|h|dr)$"
)
_CHOSEN = re.compile(r"\b(?:vi|me|naudsynte?|nødvendige?)\b")
_VI = re.compile(r"\b([Vv])i\b")
_NECESSARY = re.compile(r"\b([Nn])ødvendig")


def usage(text: Text) -> House:
    """What the house has chosen; where it has chosen nothing, what the nynorsk of the text itself uses."""
    house = text.house
    if house.infinitive and house.we and house.necessary:
        return house
    whole = "\n".join(sentence.text for sentence in text.sentences if sentence.standard == "nn").lower()
    infinitives = [word for word in re.findall(r"\bå (?:ikkje )?(\w+)", whole) if _is_free(word)]
    in_a = sum(word[-1] == "a" for word in infinitives)
    words = set(_CHOSEN.findall(whole))
    return House(
        house.profile,
        house.infinitive or ("a" if 2 * in_a > len(infinitives) else ""),
        house.we or ("me" if "me" in words and "vi" not in words else ""),
        house.necessary or ("naudsynt" if words & {"naudsynt", "naudsynte"} and not words & _COMMON else ""),
    )


def in_usage(better: str, house: House, infinitive: bool = False) -> str:
    """`better` as the house writes it. `infinitive`: its first word is a verb in the infinitive."""
    if house.infinitive:
        better = _with_endings(better, house.infinitive, infinitive)
    if house.we == "me":
        better = _VI.sub(lambda m: "Me" if m[1] == "V" else "me", better)
    if house.necessary == "naudsynt":
        better = _NECESSARY.sub(lambda m: "Naudsynt" if m[1] == "N" else "naudsynt", better)
    return better


def _is_free(word: str) -> bool:
    free = _FREE.fullmatch(word)
    return free is not None and not _ALWAYS_A.search(free["stem"])


def _with_endings(better: str, ending: str, due: bool) -> str:
    """All infinitives with the ending, also the second of «å lese og skrive». `due`: the next word is one."""
    words, before = better.split(" "), False
    for at, word in enumerate(words):
        plain = word.lower()
        if due and plain != "ikkje":
            if _is_free(plain):
                words[at] = word[:-1] + ending
            before, due = True, plain in MODAL
        elif not due:
            before, due = False, plain in MODAL or (before and plain == "og")
    return " ".join(words)
