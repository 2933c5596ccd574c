"""The gate saves the model's time and never changes what is found."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak import Rule, Source, catalog
from klarsprak.engine import run

GATED = [r for r in catalog().values() if r.gate]
TABLES = sorted((Path(__file__).parent / "rules").glob("*.md"))
TREEBANK = os.environ.get("KLARSPRAK_TREEBANK")
FOLDERS = {"nb": "Bokmaal", "nn": "Nynorsk"}


def differences(rule: Rule, source: Source, standard: str) -> set[object]:
    gated = run(rule, source, standard=standard, reader="plain")
    ungated = run(rule, source, standard=standard, reader="plain", gated=False)
    return set(gated) ^ set(ungated)


def table_lines(standard: str) -> str:
    """Every sentence of every rule's table, a paragraph each: hits and near misses of all rules."""
    lines: list[str] = []
    for table in TABLES:
        on = False
        for line in table.read_text("utf-8").splitlines():
            if line.startswith("## "):
                on = f"({standard}" in line and "html" not in line
            elif on and line.startswith("- "):
                lines.append(re.sub(r"\[([^\]→]+?)(?:\s*→[^\]]*)?\]", r"\1", line[2:]))
    return "\n\n".join(lines)


@pytest.mark.parametrize("rule", GATED, ids=lambda r: r.name)
@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_gated_equals_ungated_on_the_tables(rule: Rule, standard: str) -> None:
    text = table_lines(standard)
    assert text.count("\n\n") > 100
    assert differences(rule, Source("", text), standard) == set()


def treebank_sentences(standard: str) -> Iterator[str]:
    folder = Path(TREEBANK or "") / "ud" / FOLDERS[standard]
    for path in folder.glob("*-dev.conllu"):
        yield from re.findall(r"^# text = (.*)$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.skipif(not TREEBANK, reason="KLARSPRAK_TREEBANK does not name the treebank's folder")
@pytest.mark.parametrize("rule", GATED, ids=lambda r: r.name)
@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_gated_equals_ungated_on_the_treebank(rule: Rule, standard: str) -> None:
    text = "\n\n".join(treebank_sentences(standard))
    assert text
    assert differences(rule, Source("", text), standard) == set()
