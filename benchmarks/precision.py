"""A sample of the findings of a rule, to be read and judged by a person.

    python benchmarks/precision.py TREEBANK_DIR EVAL_DIR --rule NAME [--count 30] [--standard nb|nn] [--train]

EVAL_DIR holds `dev/pages.jsonl`, `dev/html` and `dev/markdown`. From the treebank come the newspaper and
report texts of its dev and test parts (with `--train` all three), an NDT file as a text. Up to COUNT
findings are drawn with a fixed seed, half of them from the treebank where both have enough. Each is shown
with a reference (text and offset: that is what docs/treffsikkerhet.md keeps), the words around it, the
message and the suggestions. The rate per 100 sentences is told for both kinds of text.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # for training/, when this file is run as a script

from klarsprak import Finding, Source, engine, readers  # noqa: E402
from klarsprak.config import Settings  # noqa: E402
from klarsprak.decoding import UndecodableError, decode  # noqa: E402
from klarsprak.names import rule_names  # noqa: E402
from training.ndt import FOLDERS, Part, Standard, read, without_bars  # noqa: E402
from training.spacing import spaces  # noqa: E402

SEED = 2010
LEFT_OUT = ("blogg", "st")  # sources of the treebank that are neither newspapers nor reports
PARAGRAPH = 4  # sentences
AROUND = 90  # characters of context on either side


class Found(NamedTuple):
    """A finding and where it was found."""

    source: Source
    finding: Finding


def public(folder: Path) -> Iterator[tuple[Source, Standard | None, str]]:
    """The pages of the dev data: source, standard as labelled, format."""
    for line in (folder / "dev" / "pages.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        yield (
            Source(page["id"], f"{page['title']}\n\n{page['text']}".replace("\n", "\n\n")),
            page["standard"],
            "plain",
        )
    for path in sorted((*(folder / "dev/html").glob("*"), *(folder / "dev/markdown").glob("*"))):
        format = readers.format_of(path.name)
        if format:
            try:
                yield decode(path.name, path.read_bytes()), None, format
            except UndecodableError as error:
                print(error, file=sys.stderr)


def press(treebank: Path, parts: tuple[Part, ...]) -> Iterator[tuple[Source, Standard | None, str]]:
    """The newspaper and report texts of the treebank."""
    for standard in FOLDERS:
        texts: dict[str, list[str]] = {}
        for part in parts:
            for file, barred in read(treebank, standard, part):
                if not file.startswith(LEFT_OUT):
                    forms = [token.form for token in without_bars(barred)[0]]
                    after = spaces(forms)
                    words = "".join(f + " " * s for f, s in zip(forms, after, strict=True))
                    texts.setdefault(file, []).append(words.strip())
        for file, sentences in texts.items():
            paragraphs = (" ".join(sentences[i : i + PARAGRAPH]) for i in range(0, len(sentences), PARAGRAPH))
            yield Source(file, "\n\n".join(paragraphs)), standard, "plain"


def findings(
    rule: str, texts: Iterator[tuple[Source, Standard | None, str]], only: str | None
) -> tuple[list[Found], int]:
    """Those of `rule`, and how many sentences were looked at."""
    found, sentences = [], 0
    settings = Settings(select=frozenset({rule}))
    for source, standard, format in texts:
        own = replace(settings, standard=standard) if standard else settings
        for report in engine.check([source], own, format=format):
            if report.standard and only in (None, report.standard):
                sentences += int(report.metrics["sentences"] or 0)
                found += [Found(source, finding) for finding in report.findings]
    return found, sentences


def shown(found: Found) -> str:
    """One finding, for the one who judges."""
    source, finding = found
    content, (start, end) = source.content, finding.span
    before, after = content[max(0, start - AROUND) : start], content[end : end + AROUND]
    text = f"{before}[[{content[start:end]}]]{after}".replace("\n", "⏎")
    better = f" → {'; '.join(finding.instead)}" if finding.instead else ""
    fix = " (fiks)" if finding.fixable else ""
    return f"{source.name}@{start}  {finding.severity}\n    {text}\n    {finding.message}{better}{fix}"


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--rule", required=True)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--standard", choices=("nb", "nn"))
    parser.add_argument("--train", action="store_true", help="the train part of the treebank too")
    asked = parser.parse_args()
    (rule,) = rule_names([asked.rule])
    parts: tuple[Part, ...] = ("train", "dev", "test") if asked.train else ("dev", "test")
    kinds = {}
    for kind, texts in (("public", public(asked.evaluation)), ("press", press(asked.treebank, parts))):
        found, sentences = findings(rule, texts, asked.standard)
        kinds[kind] = found
        rate = 100 * len(found) / max(sentences, 1)
        print(f"{rule}: {kind}: {len(found)} findings, {rate:.2f} per 100 of {sentences} sentences")
    half = asked.count // 2
    of_press = min(len(kinds["press"]), max(half, asked.count - len(kinds["public"])))
    draw = random.Random(SEED)
    for kind, count in (("public", asked.count - of_press), ("press", of_press)):
        for one in draw.sample(kinds[kind], min(count, len(kinds[kind]))):
            print(shown(one))


if __name__ == "__main__":
    main()
