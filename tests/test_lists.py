"""Every entry of every term list can fire, in every form, and has something better to offer."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
import spacy
from spacy.tokens import Doc

from klarsprak import Block, Kind, Sentence, inflection, wordlist
from klarsprak.phrases import Phrases
from klarsprak.wordlist import NOTHING, SLOT, Entry

INFLECTED = (
    "bildesprak",
    "engelsk",
    "faguttrykk",
    "fyllord",
    "kanselliord",
    "kjonnet_tittel",
    "omstendelig",
    "smor_pa_flesk",
    "tone",
    "tynt_verb",
    "utdatert_ord",
)
LISTS = (*INFLECTED, "forkortelse")
BOTH = ("nb", "nn")
PROFILES = ("moderne", "tradisjonell")
OF_WORDS = [(name, standard) for name in INFLECTED for standard in BOTH] + [("nn_anbehetelse", "nn")]
ALL = [*OF_WORDS, *((name, standard) for name in ("forkortelse", "initialord") for standard in BOTH)]


def sentence(text: str, standard: str) -> Sentence:
    return Sentence(Block(Kind.PARAGRAPH, text, (), standard=standard), 0, len(text))  # type: ignore[arg-type]


def lines(name: str, standard: str) -> list[str]:
    return (files("klarsprak.rules") / f"{name}.{standard}.txt").read_text("utf-8").splitlines()


def spoken(entry: Entry) -> Iterator[tuple[str, str]]:
    """(tag, text) of the entry in every inflected form, made without the index of the matcher."""
    term = entry.term.replace("(", "").replace(")", "")
    head, _, rest = term.partition(" ")
    if entry.kind == "":
        yield "", term
    elif entry.kind == "v":
        rest = rest.replace(SLOT, "en ny" if entry.standard == "nb" else "ein ny")
        for verb in head.split("/"):
            forms = (
                inflection.forms_of(verb, "v", entry.standard)
                if entry.cls == "v"
                else inflection.paradigm(verb, entry.cls, entry.standard)
            )
            assert forms, verb
            for tag, texts in forms.items():
                yield from ((tag, f"{text} {rest}".strip()) for text in texts)
    else:
        yield from agreeing(term.split(), entry)


def agreeing(words: list[str], entry: Entry) -> Iterator[tuple[str, str]]:
    """(tag, text) of a noun or an adjective, and of the adjectives before it: «den ansvarlige søkeren»."""
    *classes, last = entry.cls.split("+")
    classes = classes or ["a-"] * (len(words) - 1)
    neuter = last[0] == "n"
    for tag, texts in inflection.paradigm(words[-1], last, entry.standard).items():
        before = ""
        for word, cls in zip(words[:-1], classes, strict=True):
            forms = inflection.paradigm(word, cls, entry.standard)
            alone = tag in (inflection.SG, inflection.BASE)
            wanted = inflection.PLURAL if not alone else inflection.NEUTER if neuter else inflection.BASE
            before += forms[wanted][0] + " "
        for text in texts:
            yield tag, before + text
            if entry.kind == "n" and text[-1] not in "sxz":
                yield tag, before + text + "s"


def tagged(whole: Sentence, entry: Entry) -> Doc | None:
    """The sentence as a tagger gives it that calls every word what the homograph `entry` is."""
    if not entry.tags:
        return None
    doc = spacy.blank("nb")(whole.text)
    for token in doc:
        token.pos_ = min(entry.tags)
    return doc


def carrier(tag: str, text: str) -> str:
    return f"{text} i går." if tag == inflection.IMP else f"I dag kom {text} fram."


@pytest.mark.parametrize(("name", "standard"), OF_WORDS)
def test_every_form_of_every_entry_fires(name: str, standard: str) -> None:
    silent = []
    for entry in wordlist.read(name, standard):
        for tag, text in spoken(entry):
            whole = sentence(carrier(tag, text), standard)
            found = [
                (m, whole.text[m.start : m.end]) for m in Phrases.load(name).find(whole, tagged(whole, entry))
            ]
            if entry.instead == NOTHING:
                assert not found, entry.term
            # A longer or equal entry may take the words; what counts is that someone sees them all.
            elif not any(
                text in span and not {span.lower()} & {i.lower() for i in m.instead} for m, span in found
            ):
                silent.append((entry.term, text))
    assert not silent


@pytest.mark.parametrize(("name", "standard"), ALL)
def test_lists_are_sorted_and_say_a_thing_once(name: str, standard: str) -> None:
    terms = [(entry.term.lower(), profile(entry)) for entry in wordlist.read(name, standard)]
    assert terms == sorted(set(terms))
    both = {term for term, of in terms if not of}
    assert not [term for term, of in terms if of and term in both], "one for all, and one for some"


def profile(entry: Entry) -> str:
    """The kind of nynorsk that the entry is for; empty where it is for all."""
    return next((flag for flag in PROFILES if flag in entry.flags), "")


@pytest.mark.parametrize(("name", "standard"), ALL)
def test_every_line_names_a_source_that_the_list_explains(name: str, standard: str) -> None:
    explained = {
        line[1:].partition(" = ")[0].strip() for line in lines(name, standard) if line.startswith("#   ")
    }
    for line in lines(name, standard):
        if line.strip() and not line.startswith("#"):
            keys = line.rpartition("  # ")[2].split(";")
            assert set(keys) <= explained, line


@pytest.mark.parametrize(("name", "standard"), OF_WORDS)
def test_no_list_offers_what_it_flags(name: str, standard: str) -> None:
    for entry in wordlist.read(name, standard):
        for better, kind in product(entry.instead, [profile(entry)] if profile(entry) else PROFILES):
            whole = sentence(f"Det er {better} her.", standard)
            hits = [m.entry.term for m in Phrases.load(name).find(whole, profile=kind)]
            assert not hits, (entry.term, better)


@pytest.mark.parametrize("standard", BOTH)
def test_fixes_are_offered_only_for_terms_that_do_not_inflect(standard: str) -> None:
    # What is safe to put in place blindly must not depend on gender, number or tense.
    for name in INFLECTED:
        assert not [e.term for e in wordlist.read(name, standard) if "fiks" in e.flags and e.cls]


@pytest.mark.parametrize("standard", BOTH)
def test_the_first_words_of_verb_alternatives_are_known(standard: str) -> None:
    for name in INFLECTED:
        for entry in wordlist.read(name, standard):
            if entry.kind == "v":
                for better in entry.instead:
                    if better[0] not in "(–":
                        assert inflection.forms_of(better.split()[0], "v", standard), (
                            name,
                            entry.term,
                            better,
                        )


def test_abbreviations_end_with_a_full_stop() -> None:
    for standard in BOTH:
        assert not [e.term for e in wordlist.read("forkortelse", standard) if not e.term.endswith(".")]
