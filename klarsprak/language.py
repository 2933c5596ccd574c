"""The language pipeline: loaded late, run only on what a rule asks for. The one module that imports spaCy."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from klarsprak.text import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent / "pipeline"
COMPONENTS = ("morphologizer", "parser", "trainable_lemmatizer")  # what a rule may need, by name


class PipelineError(ValueError):
    """A pipeline that is not installed, or that lacks what a rule needs."""


def describe(name: str | None = None) -> str:
    """Name and version of a pipeline, without loading it."""
    try:
        meta = json.loads(((Path(name) if name else SHIPPED) / "meta.json").read_bytes())
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError):
        pass  # not a folder: a package
    try:
        return f"{name} {version(name)}" if name else "not built"
    except PackageNotFoundError:
        return str(name)


def check_installed(name: str | None) -> None:
    """Raise PipelineError when there is no pipeline `name`, without loading spaCy to find out."""
    if name and not (Path(name) / "config.cfg").is_file() and not (name.isidentifier() and find_spec(name)):
        raise PipelineError(
            f"no pipeline {name}: neither an installed package nor a folder with a config.cfg"
        )


@cache
def load(name: str | None = None, components: frozenset[str] = frozenset(COMPONENTS)) -> Language:
    """The shipped pipeline, or any installed one by `name` or path, with no more than `components`.

    Raises PipelineError when spaCy cannot find it or a component is missing.
    """
    spacy = _spacy()
    excluded = sorted(set(COMPONENTS) - components)
    try:
        nlp: Language = spacy.load(name or SHIPPED, exclude=[*excluded, "ner"])
    except OSError as error:
        raise PipelineError(
            f"cannot load the pipeline {name or SHIPPED}: {error}. Install it, or leave out --pipeline."
        ) from error
    missing = sorted(c for c in components if _own_name(nlp, c) is None)
    if missing:
        raise PipelineError(f"the pipeline {name} has no {', '.join(missing)}, which a rule needs")
    return nlp


def _spacy() -> ModuleType:
    """spaCy, without its command line: a fourth of its start goes to that, for the one name `spacy.info`."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules or names[0] in sys.modules:
        return import_module("spacy")
    stand_ins = {name: ModuleType(name) for name in names}
    vars(stand_ins[names[1]])["info"] = lambda *a, **k: import_module(names[1]).info(*a, **k)
    sys.modules.update(stand_ins)
    try:
        return import_module("spacy")
    finally:  # whoever wants the real ones gets them
        for name in names:
            del sys.modules[name]


def _own_name(nlp: Language, component: str) -> str | None:
    """What this pipeline calls `component`: others than ours call the lemmatizer just that."""
    names = (component, "lemmatizer") if component == "trainable_lemmatizer" else (component,)
    return next((n for n in names if n in nlp.pipe_names), None)


def parse(
    wanted: Mapping[Sentence, frozenset[str]], components: frozenset[str], pipeline: str | None = None
) -> dict[Sentence, Parsed]:
    """Each sentence with its Doc, run through the components it is wanted with; of which `components`
    is the union over all enabled rules, so that the pipeline is loaded once.

    A sentence is a Doc of its own, so that what the model says of it never depends on its neighbours,
    nor on which other sentences were asked for.
    """
    groups: dict[frozenset[str], list[Sentence]] = {}
    for sentence, needs in wanted.items():
        groups.setdefault(needs, []).append(sentence)
    parsed: dict[Sentence, Parsed] = {}
    for needs, sentences in groups.items():
        parsed |= _parse(load(pipeline, components), sentences, needs)
    return parsed


def _parse(nlp: Language, sentences: list[Sentence], components: frozenset[str]) -> dict[Sentence, Parsed]:
    """Equal texts share a Doc."""
    texts = dict.fromkeys((_for_model(s.text), s.standard) for s in sentences)
    docs = dict(zip(texts, _run(nlp, list(texts), components), strict=True))
    return {s: Parsed(s, docs[_for_model(s.text), s.standard]) for s in sentences}


def _for_model(text: str) -> str:
    """Capitals in lower case, where that keeps the length: the model is far better at it."""
    if text.isupper() and len(text) > 3 and len(lower := text.lower()) == len(text):
        return lower
    return text


def _run(nlp: Language, texts: Sequence[tuple[str, str]], components: frozenset[str]) -> Iterable[Doc]:
    from klarsprak.lemmas import fix_lemmas

    wanted = {name for c in components if (name := _own_name(nlp, c))}
    # What others than our own listen to or build on stays on.
    wanted |= {"tok2vec", "transformer", "attribute_ruler", "tagger"}
    made = (_sentence_doc(nlp, text) for text, _ in texts)
    disabled = [name for name in nlp.pipe_names if name not in wanted]
    for doc, (_, standard) in zip(nlp.pipe(made, disable=disabled, batch_size=256), texts, strict=True):
        if "trainable_lemmatizer" in components:
            fix_lemmas(doc, "nn" if standard == "nn" else "nb")
        yield doc


def _sentence_doc(nlp: Language, text: str) -> Doc:
    """The tokens of `text`, which the parser may not part in several sentences."""
    doc = nlp.make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc
