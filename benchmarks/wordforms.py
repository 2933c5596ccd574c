"""Word forms of the lists beside dictionaries: python benchmarks/wordforms.py [nb|nn …] [--treebank DIR].

Makes every form of every term and alternative of every list, and prints those that no dictionary has. It
needs nothing from the network, but what it looks things up in:

    pip install spacy-lookups-data      # bokmål, from Norsk ordbank
    pip install "simplemma>=2"          # bokmål and nynorsk
    --treebank DIR                      # the folder that holds `ud/` of the Norwegian Dependency Treebank

Doubts are of four kinds. `form`: the lemma is known, the form is no word at all. `other`: the form is a
word, but not said to be one of this lemma. `word`: no dictionary has the lemma, nor its last part (often
just a rare compound). `miss` (with --missing): a dictionary has a form of the lemma that we do not make.
Participles count as forms of their verb. What is printed is to be looked up by a person, not an error.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from klarsprak import inflection, wordlist
from klarsprak.wordlist import Entry

UD = {"nb": "Bokmaal", "nn": "Nynorsk"}
KINDS = {"adj": "a", "adv": "", "noun": "n", "verb": "v"}  # part of speech in spacy-lookups-data -> ours
# Forms that dictionaries leave out though they are good Norwegian: «bruktes», «kastast».
UNLISTED = {"nb": {inflection.PASS_PAST}, "nn": {inflection.PASS, inflection.PASS_PAST}}
_OWN_CLASS = re.compile(r"(\S+) <([^>]+)>")
_WORD = re.compile(r"[a-zæøåéèêòóôü]+(?:-[a-zæøå]+)*", re.IGNORECASE)


class Known(NamedTuple):
    """What dictionaries know: lemma -> its forms, and all forms."""

    forms: dict[str, set[str]]
    words: set[str]

    def add(self, form: str, lemma: str) -> None:
        """One more attested form."""
        self.forms[lemma].add(form)
        self.words.update((form, lemma))


class Made(NamedTuple):
    """A word of a list with the forms made of it; forms are empty for a word that is not inflected."""

    where: str
    lemma: str
    cls: str
    forms: dict[str, str]  # form -> tag


def known(standard: str, treebank: Path | None) -> tuple[Known, list[str]]:
    """What the installed dictionaries know, and which of them are missing."""
    all_, missing = Known(defaultdict(set), set()), list[str]()
    if standard == "nb":
        try:
            packed = files("spacy_lookups_data") / "data" / "nb_lemma_exc.json.gz"
            for entries in json.loads(gzip.decompress(packed.read_bytes())).values():
                for form, lemmas in entries.items():
                    for lemma in lemmas:
                        all_.add(form, lemma)
        except (ImportError, FileNotFoundError):
            missing.append("spacy-lookups-data")
    try:
        factory = import_module("simplemma.strategies.dictionaries.dictionary_factory")
        for form, lemma in factory.DefaultDictionaryFactory().get_dictionary(standard).items():
            all_.add(form.lower(), lemma.lower())
    except ImportError:
        missing.append("simplemma")
    paths = sorted((treebank / "ud" / UD[standard]).rglob("*.conllu")) if treebank else []
    if not paths:
        missing.append(f"--treebank with ud/{UD[standard]}")
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 3 and columns[0].isdigit():
                all_.add(columns[1].lower(), columns[2].lower())
    return all_, missing


def made(standard: str) -> Iterator[Made]:
    """Every word of every list and of the lexicon of alternatives."""
    for path in files("klarsprak.rules").iterdir():
        name, _, ending = path.name.partition(".")
        if ending == f"{standard}.txt" and _is_term_list(path.read_text("utf-8")):
            for entry in wordlist.read(name, standard):
                yield from _of_entry(name, entry)
    for (word, _), cls in inflection.lexicon(standard).items():
        yield _inflected(f"inflection.{standard}.txt", word, cls, standard)


def _is_term_list(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return bool(lines) and " = " in lines[0]


def _of_entry(name: str, entry: Entry) -> Iterator[Made]:
    where = f"{name}: {entry.term}"
    words = entry.term.replace("(", " ").replace(")", " ").replace("- ", " ").split()
    if entry.kind == "v":
        for verb in words[0].split("/"):
            yield _inflected(where, verb, entry.cls, entry.standard)
        words = words[1:]
    elif entry.kind:
        classes = entry.cls.split("+")
        classes = ["a-"] * (len(words) - len(classes)) + classes
        for word, cls in zip(words, classes, strict=False):
            yield _inflected(where, word, cls, entry.standard)
        words = []
    if not entry.term.endswith("."):  # abbreviations are no dictionary's business
        yield from (Made(where, word.lower(), "", {}) for word in words if _WORD.fullmatch(word))
    for better in entry.instead:
        for own in _OWN_CLASS.finditer(better):
            yield _inflected(f"{where} = {better}", own[1], own[2], entry.standard)
        plain = re.sub(r"<[^>]+>", "", better)
        for word in _WORD.findall(plain) if better[0] not in "(–" else ():
            yield Made(f"{where} = {better}", word.lower(), "", {})


def _inflected(where: str, word: str, cls: str, standard: str) -> Made:
    paradigm = (
        inflection.forms_of(word, "v", standard) if cls == "v" else inflection.paradigm(word, cls, standard)
    )
    return Made(where, word, cls, {f: tag for tag, forms in (paradigm or {}).items() for f in forms})


def doubts(one: Made, know: Known, standard: str) -> Iterator[tuple[str, str]]:
    """(kind, words) for what no dictionary has of it."""
    if not one.forms:
        if not _attested(one.lemma, know):
            yield "word", one.lemma
        return
    first, lemma = _split(one.lemma, know)
    if not lemma:
        yield "word", f"{one.lemma} ({one.cls})"
        return
    forms = know.forms[lemma]
    wrong: dict[str, list[str]] = {"form": [], "other": []}
    for form, tag in one.forms.items():
        last = form.removeprefix(first)
        if last not in forms and tag not in UNLISTED[standard]:
            wrong["other" if last in know.words else "form"].append(f"{form} ({tag})")
    yield from ((kind, ", ".join(texts)) for kind, texts in wrong.items() if texts)
    ours = {form.removeprefix(first) for form in one.forms}
    if left := sorted(form for form in forms - ours if form.isalpha()):
        yield "miss", ", ".join(left)


def _attested(word: str, know: Known) -> bool:
    return word in know.words or bool(_split(word, know)[1]) or _tail(word, know.words) is not None


def _split(word: str, know: Known) -> tuple[str, str]:
    """First part and last lemma of a compound: ("", word) for a lemma that is known itself, "" if none is."""
    if len(know.forms.get(word, ())) > 1:
        return "", word
    lemma = _tail(word, know.forms)
    if lemma is None:
        return ("", word) if word in know.forms else ("", "")
    return word.removesuffix(lemma), lemma


def _tail(word: str, among: Iterable[str] | dict[str, set[str]] | set[str]) -> str | None:
    tails = (word[at:].lstrip("-") for at in range(2, len(word) - 2))
    return next((tail for tail in tails if len(tail) > 2 and tail in among), None)


def main() -> None:
    """Print the doubts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("standards", nargs="*", default=["nb", "nn"])
    parser.add_argument("--treebank", type=Path)
    parser.add_argument("--list", help="only this list (the name of its file)")
    parser.add_argument("--missing", action="store_true", help="also forms that only the dictionaries have")
    args = parser.parse_args()
    for standard in args.standards:
        know, missing = known(standard, args.treebank)
        if not know.words:
            sys.exit(f"{standard}: nothing to look words up in; install or name one of: {', '.join(missing)}")
        if missing:
            print(f"{standard}: without {', '.join(missing)}", file=sys.stderr)
        seen, counts = set[tuple[str, str]](), dict[str, int](form=0, other=0, word=0, miss=0)
        every = [one for one in made(standard) if not args.list or one.where.startswith(args.list + ":")]
        for one in every:
            for kind, text in doubts(one, know, standard):
                if (kind, text) in seen or (kind == "miss" and not args.missing):
                    continue
                seen.add((kind, text))
                counts[kind] += 1
                print(f"{standard} {kind}  {one.where}  ->  {text}")
        forms = sum(len(one.forms) or 1 for one in every)
        print(f"{standard}: {len(every)} words, {forms} forms made; doubtful: {counts}")


if __name__ == "__main__":
    main()
