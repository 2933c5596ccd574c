"""The recipe of the language pipeline, on an invented treebank of a few sentences."""

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.training import Example

from klarsprak.lemmas import parse
from training import lemma_table, ship
from training.augment import augment, other_marks
from training.documents import gold_blocks, gold_docs, make_doc, train_docs
from training.ndt import FOLDERS, Token, part_of, read, without_bars
from training.spacing import spaces
from training.tokenizer import merge_tokenizer
from training.tree import Word, convert

# form, lemma, part of speech, features, head, relation
PASSIVE_NB = """\
Søknaden søknad subst appell|mask|be|ent 2 SUBJ
ble bli verb pret 0 FINV
behandlet behandle verb perf-part 2 INFV
av av prep _ 3 ADV
kommunen kommune subst appell|mask|be|ent 4 PUTFYLL
. $. clb <punkt> 2 IP"""
IMPERATIVE_NB = """\
Send sende verb imp 0 FINV
skjemaet skjema subst appell|nøyt|be|ent 1 DOBJ
til til prep _ 1 ADV
oss vi pron pers|akk|fl|1 3 PUTFYLL
. $. clb <punkt> 1 IP"""
COPULA_NB = """\
Fristen frist subst appell|mask|be|ent 2 SUBJ
er være verb pres 0 FINV
to to det fl|kvant 4 DET
uker uke subst appell|fem|ub|fl 2 SPRED
og og konj _ 6 KONJ
dager dag subst appell|mask|ub|fl 4 KOORD
o.l. o.l. adv fork 4 ATR
. $. clb <punkt> 2 IP"""
HEADING_NB = """\
Vilkår vilkår subst appell|nøyt|ub|fl 0 FRAG
| $| clb <overskrift> 3 IP
for for prep _ 1 ATR
lån lån subst appell|nøyt|ub|ent 3 PUTFYLL"""
PASSIVE_NN = """\
Saka sak subst appell|fem|eint|bu 2 SUBJ
skal skulle verb pres 0 FINV
handsamast handsame verb inf|st-form 2 INFV
. $. clb <punkt> 2 IP"""
RELATIVE_NN = """\
Vi vi pron pers|nom|fl|1 2 SUBJ
hjelper hjelpe verb pres 0 FINV
dei dei pron pers|fl|3 2 DOBJ
som som sbu _ 5 SBU
finst finnast verb pres|<st-verb> 3 ATR
her her adv _ 5 ADV
. $. clb <punkt> 2 IP"""


def lines(sentence: str) -> str:
    rows = [line.split(" ") for line in sentence.splitlines()]
    return "".join(
        f"{i}\t{form}\t{lemma}\t{pos}\t{pos}\t{feats}\t{head}\t{relation}\t_\tname=O\n"
        for i, (form, lemma, pos, feats, head, relation) in enumerate(rows, 1)
    )


def tokens(sentence: str) -> list[Token]:
    rows = [line.split(" ") for line in sentence.splitlines()]
    return [
        Token(i, form, lemma, pos, frozenset(feats.split("|")) - {"_"}, int(head), relation)
        for i, (form, lemma, pos, feats, head, relation) in enumerate(rows, 1)
    ]


def unspaced(text: str, forms: list[str]) -> str:
    """CoNLL-U of a sentence: only the columns that are read."""
    rows, at = [f"# text = {text}"], 0
    for i, form in enumerate(forms, 1):
        at += len(form)
        after = text[at : at + 1] == " "
        at += after
        rows.append(f"{i}\t{form}" + "\t_" * 7 + ("\t_" if after or at == len(text) else "\tSpaceAfter=No"))
    return "\n".join(rows) + "\n\n"


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    nob, nno = tmp_path / "ndt" / "nob", tmp_path / "ndt" / "nno"
    nob.mkdir(parents=True)
    nno.mkdir()
    train = [PASSIVE_NB, IMPERATIVE_NB, COPULA_NB, HEADING_NB]
    (nob / "nou001_0000.conll").write_text("\n".join(map(lines, train)), "utf-8")
    (nob / "nou004_0001.conll").write_text(
        "\n".join(map(lines, [HEADING_NB, PASSIVE_NB, COPULA_NB])), "utf-8"
    )
    (nno / "vtb-nn001_0000.conll").write_text("\n".join(map(lines, [PASSIVE_NN, RELATIVE_NN])), "utf-8")
    ud = tmp_path / "ud" / "Bokmaal"
    ud.mkdir(parents=True)
    (ud / "no_bokmaal-ud-dev.conllu").write_text(
        unspaced("Vilkår for lån", ["Vilkår", "for", "lån"])
        + unspaced(
            "Søknaden ble behandlet av kommunen.",
            ["Søknaden", "ble", "behandlet", "av", "kommunen", "."],
        )
        + unspaced(
            "Fristen er to uker og dager o.l.", ["Fristen", "er", "to", "uker", "og", "dager", "o.l."]
        ),
        "utf-8",
    )
    return tmp_path


def by_form(sentence: str) -> dict[str, Word]:
    return {word.form: word for word in convert(tokens(sentence))}


@pytest.mark.parametrize(
    ("standard", "file", "part"),
    [
        ("nb", "kk006_0000", "train"),  # the UD README starts dev at kk006_0001 and forgets this one
        ("nb", "kk006_0001", "dev"),
        ("nb", "db001a_0000", "train"),
        ("nb", "nou004_0002", "test"),
        ("nn", "vtb-nn006_0005", "dev"),
        ("nn", "st-nn002_0002", "test"),
    ],
)
def test_parts(standard: Any, file: str, part: str) -> None:
    assert part_of(standard, file) == part


def test_unknown_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="abc001"):
        part_of("nb", "abc001_0000")


def test_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="conll"):
        list(read(tmp_path, "nb", "train"))


def test_bars_go_and_their_children_move_up() -> None:
    sentence = tokens(HEADING_NB)
    kept, heading = without_bars(sentence)
    assert heading
    assert [(t.index, t.form, t.head) for t in kept] == [(1, "Vilkår", 0), (2, "for", 1), (3, "lån", 2)]
    assert without_bars(tokens(PASSIVE_NB)) == (tokens(PASSIVE_NB), False)


def test_bli_passive() -> None:
    words = by_form(PASSIVE_NB)
    assert (words["behandlet"].upos, words["behandlet"].head, words["behandlet"].label) == ("VERB", 0, "root")
    assert (words["ble"].upos, words["ble"].head, words["ble"].label) == ("AUX", 3, "aux:pass")
    assert (words["Søknaden"].head, words["Søknaden"].label) == (3, "nsubj:pass")
    assert (words["av"].label, words["av"].head) == ("case", 5)
    assert (words["kommunen"].label, words["kommunen"].head) == ("obl", 3)
    assert words["."].lemma == "."


def test_s_passive_of_nynorsk() -> None:
    words = by_form(PASSIVE_NN)
    assert words["handsamast"].feats == "VerbForm=Inf|Voice=Pass"
    assert words["skal"].label == "aux"
    assert words["Saka"].label == "nsubj:pass"
    assert words["Saka"].feats == "Definite=Def|Gender=Fem|Number=Sing"


def test_deponents_and_relative_clauses() -> None:
    words = by_form(RELATIVE_NN)
    assert "Voice=Mid" in words["finst"].feats
    assert (words["finst"].label, words["finst"].head) == ("acl:relcl", 3)
    assert words["som"].label == "mark"
    assert words["Vi"].label == "nsubj"


def test_copula() -> None:
    words = by_form(COPULA_NB)
    assert (words["er"].upos, words["er"].label, words["er"].head) == ("AUX", "cop", 4)
    assert (words["uker"].label, words["Fristen"].head) == ("root", 4)
    assert (words["to"].upos, words["to"].label) == ("NUM", "nummod")
    assert (words["dager"].label, words["og"].label) == ("conj", "cc")


@pytest.mark.parametrize(
    "text",
    [
        "Du må søke (jf. § 5), og fristen er 1. mai.",
        '"Ja!" sa hun, "vi kommer".',
        "«Nei», sa han – men hva nå?",
        "Vi har åpent 10 % lenger og/eller oftere ...",
    ],
)
def test_spaces_come_back(text: str) -> None:
    nlp = merge_tokenizer()(spacy.blank("nn"))
    forms = [token.text for token in nlp(text)]
    after = spaces(forms)
    assert "".join(form + " " * space for form, space in zip(forms, after, strict=True)).strip() == text


def test_training_documents(treebank: Path) -> None:
    vocab = spacy.blank("nn").vocab
    docs = train_docs(treebank, "nb", vocab)
    texts = [doc.text for doc in docs]
    assert "Vilkår for lån" in texts  # a heading is a document of its own
    assert Counter(texts)["Send skjemaet til oss."] >= 3  # sentences that begin with an imperative count more
    running = " ".join(texts)
    assert "dager o.l." in running  # the full stop that the treebank added is gone
    assert "o.l.." not in running
    assert [doc.to_json() for doc in train_docs(treebank, "nb", vocab)] == [doc.to_json() for doc in docs]


def test_gold_takes_its_spaces_from_ud(treebank: Path) -> None:
    vocab = spacy.blank("nn").vocab
    sentences = ["Vilkår for lån", "Søknaden ble behandlet av kommunen.", "Fristen er to uker og dager o.l."]
    assert [doc.text for doc in gold_docs(treebank, "nb", "dev", vocab)] == sentences
    blocks = [doc.text for doc in gold_blocks(treebank, "nb", "dev", vocab)]
    assert blocks == [sentences[0], f"{sentences[1]} {sentences[2]}"]


def test_augmenting_keeps_the_annotation() -> None:
    nlp = spacy.blank("nn")
    gold = make_doc(nlp.vocab, [(convert(tokens(PASSIVE_NB)), [True, True, True, True, False, True])])
    change = augment(marks=0.2, upper=0.2, lower=0.2, first_lower=0.2)
    seen = set()
    for _ in range(60):
        (example,) = change(nlp, Example(nlp.make_doc(gold.text), gold))
        new = example.reference
        assert len(new.text) == len(gold.text)
        for before, after in zip(gold, new, strict=True):
            assert (before.pos_, before.dep_, before.head.i) == (after.pos_, after.dep_, after.head.i)
            assert str(before.morph) == str(after.morph)
        seen.add(new.text)
    text = gold.text
    assert seen == {text, text.upper(), text.lower(), "s" + text[1:]}


def test_quotes_change_in_pairs() -> None:
    quoted = ["sa", '"', "ja", '"', "-", "«", "nei", "»"]
    for seed in range(20):
        new = other_marks(quoted, random.Random(seed))
        assert (new[1], new[3]) == (new[5], new[7])
        assert [new[i] for i in (0, 2, 6)] == ["sa", "ja", "nei"]


def test_lemma_tables_are_learnt_and_read_back(treebank: Path) -> None:
    nb = lemma_table.learn(lemma_table.words(treebank, "nb"))
    nn = lemma_table.learn(lemma_table.words(treebank, "nn"))
    assert nb.words["AUX", "er"] == "være"
    assert nb.words["NOUN", "uker"] == "uke"
    assert nn.words["VERB", "handsamast"] == "handsame"
    for standard, tables in (("nb", nb), ("nn", nn)):
        assert parse(lemma_table.written(tables, standard)) == tables


def test_endings_need_company() -> None:
    feats = "Definite=Def|Gender=Masc|Number=Sing"
    known = [Word(f"{stem}en", stem, "NOUN", feats, 0, "root") for stem in ("plan", "vår", "bil")]
    odd = [Word("hesten", "hest", "NOUN", "Definite=Def|Gender=Masc|Number=Sing|Case=Gen", 0, "root")]
    endings = lemma_table.learn([*known, *odd]).endings
    assert endings["NOUN", "Number=Sing|Definite=Def|Gender=Masc", "n"] == (2, "")
    assert not [key for key in endings if "Case=Gen" in key[1]]


def test_rounding_keeps_ten_bits() -> None:
    weights = np.random.default_rng(0).normal(size=1000).astype(np.float32)
    rounded = ship.rounded(weights)
    assert (rounded.view(np.uint32) & 0x1FFF == 0).all()
    assert np.abs(rounded / weights - 1).max() <= 2**-11
    assert rounded.dtype == np.float32


def test_same_share() -> None:
    nlp = spacy.blank("nn")
    one = make_doc(nlp.vocab, [(convert(tokens(PASSIVE_NB)), [True] * 6)])
    other = make_doc(nlp.vocab, [(convert(tokens(PASSIVE_NB)), [True] * 6)])
    assert ship.same_share([one], [other]) == 1
    other[0].pos_ = "PROPN"
    assert ship.same_share([one], [other]) == pytest.approx(5 / 6)


@pytest.mark.skipif("KLARSPRAK_TREEBANK" not in os.environ, reason="KLARSPRAK_TREEBANK names no treebank")
def test_parts_have_the_sentences_of_the_ud_readme() -> None:
    treebank = Path(os.environ["KLARSPRAK_TREEBANK"])
    counts = {standard: sum(1 for _ in read(treebank, standard, "train")) for standard in FOLDERS}
    assert counts == {"nb": 15696, "nn": 14174}
