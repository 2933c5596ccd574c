"""NDT's tree → a UD-like tree: lexical heads, UD labels.

In NDT the function word governs (preposition over noun, «å» over infinitive, auxiliary over main verb,
«være» over predicative). Each chain of function words is turned over so that the content word governs.
"""

from collections import defaultdict
from dataclasses import dataclass

from training.labels import Attachment, label
from training.morphology import AUXILIARIES, BE, BECOME, is_participle, tag, written
from training.ndt import Token


@dataclass(frozen=True, slots=True)
class Word:
    """One token as the pipeline learns it."""

    form: str
    lemma: str
    upos: str
    feats: str  # `A=B|C=D`
    head: int  # from 1; 0 at the root
    label: str


def convert(sentence: list[Token]) -> list[Word]:
    """The sentence in UD terms, token by token."""
    children: dict[int, list[Token]] = defaultdict(list)
    for token in sentence:
        children[token.head].append(token)
    tags = {token.index: tag(token, children[token.index]) for token in sentence}
    arcs = _arcs(sentence, children, {index: upos for index, (upos, _) in tags.items()})
    words = []
    for token in sentence:
        head, name = arcs[token.index]
        upos, feats = tags[token.index]
        lemma = token.lemma[1:] if token.lemma.startswith("$") and len(token.lemma) > 1 else token.lemma
        words.append(Word(token.form, lemma, upos, written(feats), head, name))
    return words


def _governed(token: Token, children: list[Token]) -> Token | None:
    """The child that takes the place of this function word, or None when it is a content word."""
    wanted: list[str] = []
    if token.pos == "prep":
        wanted = ["PUTFYLL"]
    elif token.pos == "inf-merke":
        wanted = ["INFV"]
    elif token.pos == "verb":
        wanted = ["INFV"] * (token.lemma in AUXILIARIES) + ["SPRED"] * (token.lemma in BE)
    for relation in wanted:
        for child in children:
            if child.relation == relation:
                return child
    return None


def _arcs(
    sentence: list[Token], children: dict[int, list[Token]], upos: dict[int, str]
) -> dict[int, tuple[int, str]]:
    """index → (head, label)."""
    by_index = {token.index: token for token in sentence}
    below = {token.index: _governed(token, children[token.index]) for token in sentence}

    def content(token: Token) -> Token:
        while (child := below[token.index]) is not None:
            token = child
        return token

    def clause_word(token: Token) -> Token:
        while token.pos == "prep" and (child := below[token.index]) is not None:
            token = child
        return token

    outermost = {}  # content word → the first function word of its chain, or itself
    for token in sentence:
        parent = by_index.get(token.head)
        if parent is None or below[parent.index] is not token:
            outermost[content(token).index] = token

    arcs: dict[int, tuple[int, str]] = {}
    for token in sentence:
        child = below[token.index]
        if child is not None:
            arcs[token.index] = (content(token).index, _function(token, child))
            continue
        first = outermost[token.index]
        if first.head == 0:
            arcs[token.index] = (0, "root")
            continue
        parent = by_index[first.head]
        governor = content(parent)
        verb = clause_word(first)
        attachment = Attachment(
            relation=first.relation,
            upos=upos[token.index],
            possessive="poss" in token.feats,
            clause=verb.pos in ("verb", "inf-merke")
            or any(child.relation == "SBU" for child in children[first.index]),
            finite=verb.pos == "verb" and bool(verb.feats & {"pres", "pret", "imp"}),
            subjunction=next(
                (child.form.lower() for child in children[verb.index] if child.relation == "SBU"), None
            ),
            preposition=first.pos == "prep" and below[first.index] is not None,
            parent_pos=parent.pos,
            governor=upos[governor.index],
        )
        arcs[token.index] = (governor.index, label(attachment))
    _turn_appositions(arcs)
    _mark_passive_subjects(sentence, arcs)
    return arcs


def _function(token: Token, child: Token) -> str:
    if token.pos == "prep":
        return "mark" if child.pos in ("verb", "sbu") else "case"
    if token.pos == "inf-merke":
        return "mark"
    if child.relation == "SPRED":
        return "cop"
    return "aux:pass" if token.lemma in BECOME and is_participle(child) else "aux"


def _turn_appositions(arcs: dict[int, tuple[int, str]]) -> None:
    """In UD the apposition follows its head; in NDT a title may hang on the name after it."""
    for index in sorted(arcs):
        head, name = arcs[index]
        if name == "appos" and index < head and arcs[head][0] != index:
            arcs[index], arcs[head] = arcs[head], (index, "appos")


def _mark_passive_subjects(sentence: list[Token], arcs: dict[int, tuple[int, str]]) -> None:
    passive = {head for head, name in arcs.values() if name == "aux:pass"}
    passive |= {token.index for token in sentence if token.feats & {"pass", "st-form"}}
    for index, (head, name) in arcs.items():
        if name in ("nsubj", "csubj") and head in passive:
            arcs[index] = (head, f"{name}:pass")
