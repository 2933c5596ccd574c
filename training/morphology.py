"""NDT's parts of speech and features → UPOS and UD features, in one scheme for both standards.

Written after the guidelines at https://universaldependencies.org/no/ and checked against the UD dev part.
Departures on purpose: `Voice=Mid` on deponents (finnes, synast), `Tense` on participial adjectives, and the
features that UD Nynorsk lacks (among them `Voice=Pass`).
"""

from collections.abc import Sequence

from training.ndt import Token

Feats = dict[str, str]

BE = {"være", "vere"}
BECOME = {"bli", "verte"}
AUXILIARIES = (
    BE | BECOME | {"måtte", "ha", "skulle", "få", "ville", "vilje", "kunne", "burde", "tørre", "tore"}
)
_PUNCTUATION = {"clb", "<komma>", "<strek>", "<anf>", "<parentes-beg>", "<parentes-slutt>"}
_NEGATIONS = {"ikke", "ikkje", "ei", "inte", "ikkj", "itj", "ittj"}
_ARTICLES = {"en", "ein", "et", "eit", "ei"}
_TOTAL_LEMMAS = {"all", "hver", "kvar", "begge", "enhver", "samtlige"}
_TOTAL_FORMS = {"alle", "all", "alt", "hver", "kvar", "begge", "enhver", "samtlige", "båe"}
_SOME = {"noen", "nokon", "noe", "noko", "nokre"}
_MANY = {"mange", "flere", "fleire", "mye", "mykje", "lite", "få", "færre"}
_GENDERS = {"fem": "Fem", "mask": "Masc", "nøyt": "Neut"}
_DEGREES = {"pos": "Pos", "komp": "Cmp", "sup": "Sup"}


def is_participle(token: Token) -> bool:
    """Perfect participle, as a verb or as an adjective made from one."""
    return bool(token.feats & {"perf-part", "<perf-part>"})


def tag(token: Token, children: Sequence[Token]) -> tuple[str, Feats]:
    """UPOS and features of a token, given the tokens that hang on it in NDT's tree."""
    match token.pos:
        case pos if pos in _PUNCTUATION:
            return "PUNCT", {}
        case "subst":
            return ("PROPN" if "prop" in token.feats else "NOUN"), _nominal(token)
        case "verb":
            return _verb(token, children)
        case "adj":
            return "ADJ", _adjective(token)
        case "det":
            return _determiner(token)
        case "pron":
            return "PRON", _pronoun(token)
        case "adv" if token.form.lower() in _NEGATIONS:
            return "PART", {"Polarity": "Neg"}
        case "adv":
            return "ADV", _abbreviated(token)
        case "prep":
            governs = {child.relation for child in children} & {"PUTFYLL", "KOORD", "KOORD-ELL"}
            adposition = bool(governs) or token.relation in ("FLAT", "PUTFYLL")
            return ("ADP" if adposition else "ADV"), _abbreviated(token)
        case "ukjent":
            return "X", {"Foreign": "Yes"}
        case pos:
            plain = {"konj": "CCONJ", "sbu": "SCONJ", "inf-merke": "PART", "interj": "INTJ", "symb": "SYM"}
            return plain.get(pos, "X"), {}


def written(feats: Feats) -> str:
    """The features as UD writes them, `A=B|C=D`; empty when there are none."""
    return "|".join(f"{name}={value}" for name, value in sorted(feats.items()))


def _abbreviated(token: Token) -> Feats:
    return {"Abbr": "Yes"} if "fork" in token.feats else {}


def _nominal(token: Token) -> Feats:
    tags = token.feats
    feats = _abbreviated(token)
    if tags & {"ent", "eint"}:
        feats["Number"] = "Sing"
    elif "fl" in tags:
        feats["Number"] = "Plur"
    if "ub" in tags:
        feats["Definite"] = "Ind"
    elif tags & {"be", "bu"}:
        feats["Definite"] = "Def"
    genders = [gender for gender in _GENDERS if gender in tags]
    if "m/f" in tags or len(genders) > 1:
        feats["Gender"] = "Com"
    elif genders:
        feats["Gender"] = _GENDERS[genders[0]]
    if "gen" in tags:
        feats["Case"] = "Gen"
    return feats


def _verb(token: Token, children: Sequence[Token]) -> tuple[str, Feats]:
    below = {child.relation for child in children}
    auxiliary = ("INFV" in below and token.lemma in AUXILIARIES) or ("SPRED" in below and token.lemma in BE)
    tags, feats = token.feats, _abbreviated(token)
    if "pres" in tags:
        feats |= {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
    elif "pret" in tags:
        feats |= {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    elif "imp" in tags:
        feats |= {"Mood": "Imp", "VerbForm": "Fin"}
    elif "inf" in tags:
        feats["VerbForm"] = "Inf"
    elif is_participle(token):
        feats["VerbForm"] = "Part"
    if tags & {"pass", "st-form", "<st-form>"}:
        feats["Voice"] = "Pass"
    elif tags & {"<s-verb>", "<st-verb>"}:
        feats["Voice"] = "Mid"
    return ("AUX" if auxiliary else "VERB"), feats


def _adjective(token: Token) -> Feats:
    tags, feats = token.feats, _nominal(token)
    if "<perf-part>" in tags:
        feats |= {"VerbForm": "Part", "Tense": "Past"}
    elif "<pres-part>" in tags:
        feats |= {"VerbForm": "Part", "Tense": "Pres"}
    if tags & {"<ordenstall>", "<ordenstal>"}:
        feats["NumType"] = "Ord"
    for degree, value in _DEGREES.items():
        if degree in tags:
            feats["Degree"] = value
            break
    return feats


def _determiner(token: Token) -> tuple[str, Feats]:
    tags, feats = token.feats, _nominal(token)
    if "poss" in tags:
        return "PRON", feats | {"Poss": "Yes", "PronType": "Prs"}
    if "kvant" in tags:
        return _quantifier(token, feats)
    if "sp" in tags:
        feats["PronType"] = "Int"
    elif "forst" in tags or token.lemma == "sjølv":
        feats["PronType"] = "Prs"
    elif "dem" in tags:
        feats["PronType"] = "Art" if token.form.lower() in ("den", "det", "de", "dei") else "Dem"
    return "DET", feats


def _quantifier(token: Token, feats: Feats) -> tuple[str, Feats]:
    form, lemma = token.form.lower(), token.lemma
    if form in _ARTICLES or (lemma in ("en", "ein") and form != "eitt"):
        return "DET", feats | {"PronType": "Art"}
    if lemma in _TOTAL_LEMMAS or form in _TOTAL_FORMS:
        return "DET", feats | {"PronType": "Tot"}
    if lemma in ("noen", "nokon"):
        return "DET", feats | {"PronType": "Ind"}
    if lemma == "ingen":
        return "DET", feats | {"Polarity": "Neg"}
    if form in _MANY:
        return "DET", feats
    return "NUM", feats | {"NumType": "Card"}


def _pronoun(token: Token) -> Feats:
    tags, feats, form = token.feats, _nominal(token), token.form.lower()
    for person in "123":
        if person in tags:
            feats["Person"] = person
    if "nom" in tags:
        feats["Case"] = "Nom"
    elif "akk" in tags:
        feats["Case"] = "Acc"
    if "hum" in tags:
        feats["Animacy"] = "Hum"
    if "refl" in tags or form == "seg":
        feats["Reflex"] = "Yes"
        feats.pop("Number", None)
    feats["PronType"] = "Prs"
    if "sp" in tags:
        feats["PronType"] = "Int"
    elif "res" in tags:
        feats["PronType"] = "Rcp"
    elif token.lemma in _SOME or form in _SOME:
        feats["PronType"] = "Ind"
    elif form in _TOTAL_FORMS - {"alt"}:
        feats["PronType"] = "Tot"
    return feats
