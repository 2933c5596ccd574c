"""NDT's syntactic relations → UD labels.

Compared with UD's own conversion on the dev part: 92.6 % of labelled arcs are the same. Most of the rest is
punctuation and the edge between ccomp and xcomp.
"""

from dataclasses import dataclass

_NOMINAL = {"NOUN", "PROPN", "PRON"}
_FIXED = {
    "IK": "punct",
    "IP": "punct",
    "FSUBJ": "expl",
    "FOBJ": "expl",
    "FSPRED": "expl",
    "IOBJ": "iobj",
    "SPRED": "xcomp",
    "OPRED": "xcomp",
    "FOPRED": "xcomp",
    "INFV": "xcomp",
    "KOORD": "conj",
    "KOORD-ELL": "conj",
    "KONJ": "cc",
    "SBU": "mark",
    "APP": "appos",
    "INTERJ": "discourse",
    "PAR": "parataxis",
    "FINV": "parataxis",
    "FRAG": "parataxis",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What decides the label of a content word: itself, its chain of function words, and what it hangs on."""

    relation: str  # NDT's, of the outermost word of the chain
    upos: str  # of the content word
    possessive: bool
    clause: bool
    finite: bool  # the clause's first verb is finite
    subjunction: str | None  # the word that opens the clause
    preposition: bool  # a preposition stands outermost
    parent_pos: str  # NDT part of speech of the word that the chain hangs on
    governor: str  # UPOS of the content word that it hangs on


def label(a: Attachment) -> str:
    """The UD label; `dep` for the few relations that the guidelines do not name."""
    match a.relation:
        case "SUBJ" | "PSUBJ":
            return "csubj" if a.clause else "nsubj"
        case "DOBJ" | "POBJ":
            if a.clause and not a.preposition:
                return "ccomp" if a.finite else "xcomp"
            return "obj"
        case "FLAT":
            return "flat:foreign" if a.upos == "X" else "flat:name"
        case "DET":
            return _determiner(a)
        case "ADV" | "PUTFYLL" | "UKJENT":
            return _adverbial(a)
        case "ATR":
            return _attribute(a)
        case relation:
            return _FIXED.get(relation, "dep")


def _determiner(a: Attachment) -> str:
    if a.upos == "NUM":
        return "nummod"
    if a.possessive or a.upos == "PRON":
        return "nmod:poss"
    return {"NOUN": "nmod", "PROPN": "nmod", "ADJ": "amod"}.get(a.upos, "det")


def _adverbial(a: Attachment) -> str:
    if a.clause:
        return "advcl"
    if a.preposition or a.upos in _NOMINAL | {"NUM", "SYM", "X"}:
        return "nmod" if a.governor in _NOMINAL and a.parent_pos != "verb" else "obl"
    return "advmod"


def _attribute(a: Attachment) -> str:
    if a.clause:
        relative = a.subjunction in ("som", "der") or (a.finite and a.subjunction is None)
        if relative:
            return "advcl" if a.governor in ("ADJ", "ADV") else "acl:relcl"
        return "acl" if a.governor in _NOMINAL | {"DET"} else "advcl"
    if a.preposition:
        nominal = a.governor in _NOMINAL | {"DET", "NUM", "SYM", "X"}
        return "nmod" if nominal and a.parent_pos not in ("verb", "adj") else "obl"
    if a.upos == "ADJ":
        return "amod" if a.governor in _NOMINAL | {"DET", "NUM", "X"} else "advmod"
    if a.upos in _NOMINAL | {"X", "SYM"}:
        return "nmod"
    return {"NUM": "nummod", "DET": "det", "VERB": "acl"}.get(a.upos, "advmod")
