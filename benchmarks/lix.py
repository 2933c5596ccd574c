"""LIX of one text, as we count it and as six public implementations do.

    python benchmarks/lix.py [--node DIR]

The text is ours, and counted by hand as well. The six: GNU style (package `diction`), textstat
and TextDescriptives (Python packages), lix-index and sa11y (npm packages in DIR/node_modules), and the
formula of Nav's Klarspråkshjelpen, which is written out here. Those that are not installed are named as
missing. The others get the text as their users would hand it over: its lines, without markup.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from klarsprak import Source, engine  # noqa: E402
from klarsprak.config import Settings  # noqa: E402
from klarsprak.readability import lix, running  # noqa: E402

TEXT = """\
# Søk om plass i kulturskolen

Søk innen 1. mars kl. 23.59, jf. vedtektene § 4. Du får svar senest 30.4. i e-post. Plassen koster
1 950 kroner i halvåret, og betalingen deles på to regninger.

Du må oppgi:

- navn og fødselsdato
- hva du vil lære, f.eks. piano
- hvem vi kan ringe

Du kan bytte instrument etter ett år. Da må du skrive til oss. Barn under sju år kan begynne i korskolen, som
øver hver tirsdag på biblioteket. Har du spørsmål? Ring tlf. 22 22 22 22 mellom kl. 9 og 15, eller se
www.kulturskolen.example. Vi svarer så fort vi kan, og vi snakker gjerne med foreldre og foresatte også. Vi
har venteliste til gitar og fiolin. Står du på ventelisten, beholder du plassen i køen til neste skoleår.
Korskolen har konsert før jul, og da er alle hjertelig velkomne.
"""
# Counted by hand outside headings and list items (the lead-in counts): sentences, words with a letter in
# them (no figures, no address), and those of them with more than six letters.
BY_HAND = (13, 108, 23)
NODE = """
const fs = require('fs');
const text = fs.readFileSync(0, 'utf-8');
console.log(require('lix-index')(text));
"""
SA11Y = """
import fs from 'fs';
import compute from '{path}';
const blocks = fs.readFileSync(0, 'utf-8').split('\\n').filter(Boolean);
console.log(compute(blocks, 'nb').score);
"""


def ours() -> str:
    """Words per sentence + per cent of long words, layout apart."""
    text = engine.to_text(Source("lix.md", TEXT), Settings(standard="nb"), "markdown")
    assert text is not None
    shapes = running(text.sentences)
    found = lix(shapes)
    assert found is not None
    words, long = sum(s.words for s in shapes), sum(s.long for s in shapes)
    return f"{found.value:.1f}  ({len(shapes)} sentences, {words} words, {long} long)"


def lines() -> str:
    """The text as it is read: a line for each block, no marks of Markdown."""
    blocks = re.sub(r"(?<=\S)\n(?=[^\n-])", " ", TEXT)
    return re.sub(r"(?m)^(?:# |- )", "", blocks)


def nav() -> str:
    """! ; . * ? end a sentence; what stands between white space is a word, punctuation and all."""
    words = lines().split()
    sentences = len(re.findall(r"[!;.*?]", lines()))
    return f"{len(words) / sentences + 100 * sum(len(w) > 6 for w in words) / len(words):.1f}"


def gnu_style() -> str:
    """The command `style`."""
    shown = subprocess.run(
        ["style"], input=lines().encode("latin-1", "replace"), capture_output=True, check=True
    ).stdout
    found = re.search(rb"Lix: ([\d.]+)", shown)
    return found[1].decode() if found else "no figure"


def textstat() -> str:
    """textstat.lix."""
    return f"{import_module('textstat').textstat.lix(lines()):.1f}"


def text_descriptives() -> str:
    """A blank pipeline with a sentencizer, as its documentation shows."""
    nlp = import_module("spacy").blank("nb")
    nlp.add_pipe("sentencizer")
    import_module("textdescriptives")
    nlp.add_pipe("textdescriptives/readability")
    return f"{nlp(lines())._.readability['lix']:.1f}"


def node(script: str, folder: Path, *flags: str) -> str:
    """What a script of Node.js prints."""
    command = ["node", *flags, "--eval", script]
    done = subprocess.run(command, input=lines(), capture_output=True, text=True, cwd=folder, check=False)
    return done.stdout.strip() or f"failed: {done.stderr.strip().splitlines()[-1:]}"


def main() -> None:
    """Print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--node", type=Path, help="folder with node_modules")
    folder: Path | None = parser.parse_args().node
    print(f"{'klarsprak':18}{ours()}")
    rivals: list[tuple[str, str, Callable[[], str]]] = [
        ("GNU style", "" if shutil.which("style") else "package diction", gnu_style),
        ("textstat", "", textstat),
        ("TextDescriptives", "", text_descriptives),
        ("Nav's formula", "", nav),
    ]
    if folder:
        path = (folder / "node_modules/sa11y/src/js/utils/readability-utils.js").resolve()
        rivals += [
            ("lix-index", "", lambda: node(NODE, folder)),
            ("Sa11y", "", lambda: node(SA11Y.replace("{path}", str(path)), folder, "--input-type=module")),
        ]
    for name, missing, measure in rivals:
        try:
            print(f"{name:18}{measure() if not missing else f'not installed: {missing}'}")
        except ModuleNotFoundError as error:
            print(f"{name:18}not installed: {error.name}")


if __name__ == "__main__":
    main()
