"""Speed beside textlint and the bare pipeline, in paired runs.

    python benchmarks/speed.py TREEBANK [--textlint DIR]

TREEBANK is the folder of the Norwegian Dependency Treebank (with ndt/nob/*.conll); its running text makes
the pages, which are written to a temporary folder and thrown away. DIR holds node_modules with
textlint, textlint-plugin-html, textlint-rule-sentence-length and textlint-rule-prh
(`npm install` them there). Each figure is a whole process, wall time, median of the runs; the runs of
what is compared alternate, so that a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path

PAGE_WORDS = 550
NO_SPACE_BEFORE = set(".,:;!?)»%")
BARE = """
import sys, spacy
from pathlib import Path
from klarsprak import language, readers
from klarsprak.decoding import decode
nlp = spacy.load(language.SHIPPED)
blocks = (b.text for p in sorted(Path(sys.argv[1]).glob("*.html"))
          for b in readers.read(decode(str(p), p.read_bytes())))
print(sum(len(doc) for doc in nlp.pipe(blocks, batch_size=128)))
"""


def sentences(treebank: Path) -> Iterator[str]:
    """Running text, one sentence at a time, both standards."""
    for path in sorted((treebank / "ndt").glob("*/*.conll")):
        for sentence in path.read_text("utf-8").split("\n\n"):
            forms = [line.split("\t")[1] for line in sentence.splitlines() if "\t" in line]
            text = ""
            for form in (f for f in forms if f != "|"):
                text += form if form in NO_SPACE_BEFORE or not text else f" {form}"
            if text:
                yield text


def pages(treebank: Path) -> Iterator[str]:
    """HTML pages of about PAGE_WORDS words: a heading, paragraphs of four sentences, a list."""
    stream = sentences(treebank)
    while True:
        body, words = ["<h1>Side</h1>"], 0
        while words < PAGE_WORDS:
            some = list(islice(stream, 4))
            if not some:
                return
            words += sum(s.count(" ") + 1 for s in some)
            body.append(f"<p>{escape(' '.join(some))}</p>")
        yield (
            "<!doctype html><html lang='no'><meta charset='utf-8'><body><main>\n"
            + "\n".join(body)
            + "\n</main>"
        )


def write_pages(treebank: Path, folder: Path, count: int) -> Path:
    """`count` pages in `folder`."""
    folder.mkdir()
    for number, page in enumerate(islice(pages(treebank), count)):
        (folder / f"{number:05}.html").write_text(page, "utf-8")
    return folder


def timed(command: list[str], env: dict[str, str] | None = None, cwd: Path | None = None) -> float:
    """Wall seconds of the whole process."""
    start = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **(env or {})}, cwd=cwd, capture_output=True, text=True)
    if done.returncode > 1 or not done.stdout.strip():  # 1: findings
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return time.perf_counter() - start


def klarsprak(place: Path, *more: str) -> list[str]:
    """The command as a user gives it."""
    return [
        sys.executable,
        "-m",
        "klarsprak",
        "check",
        "--format",
        "json",
        "--fail-on",
        "never",
        *more,
        str(place),
    ]


def textlint(node: Path, place: Path, work: Path) -> list[str]:
    """textlint with a rule for long sentences and a dictionary of stiff words: it matches patterns only."""
    (work / "prh.yml").write_text(
        "version: 1\nrules:\n"
        + "".join(
            f"  - expected: {b}\n    pattern: {a}\n" for a, b in (("samt", "og"), ("vedrørende", "om"))
        ),
        "utf-8",
    )
    config = {
        "plugins": ["html"],
        "rules": {"sentence-length": {"max": 120}, "prh": {"rulePaths": ["prh.yml"]}},
    }
    (work / ".textlintrc.json").write_text(json.dumps(config), "utf-8")
    modules = node / "node_modules"
    return [
        "node",
        str(modules / "textlint/bin/textlint.js"),
        "--config",
        str(work / ".textlintrc.json"),
        "--rules-base-directory",
        str(modules),
        "--format",
        "json",
        f"{place}/*.html" if place.is_dir() else str(place),
    ]


def compare(title: str, runs: int, commands: dict[str, list[str]], env: dict[str, str], cwd: Path) -> None:
    """Alternate the commands, print medians and what each is of the last."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        timed(command, env, cwd)  # warm-up: byte code, disk cache
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(timed(command, env, cwd))
    medians = {name: statistics.median(t) for name, t in times.items()}
    print(f"\n{title}")
    for name, median in medians.items():
        spread = f"{min(times[name]):.2f}-{max(times[name]):.2f}"
        ratios = "  ".join(f"{median / other:.2f} x {o}" for o, other in medians.items() if o != name)
        print(f"  {name:34} {median:7.2f} s  ({spread})  {ratios}", flush=True)


def main() -> None:
    """Parse the arguments and print the three tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--textlint", type=Path, help="folder that holds node_modules with textlint")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        env = {"XDG_CACHE_HOME": str(work / "cache")}
        small = write_pages(options.treebank, work / "one", 1) / "00000.html"
        rival = {"textlint": textlint(options.textlint, small, work)} if options.textlint else {}
        compare(
            "(a) one page, cold process",
            options.runs,
            {"klarsprak": klarsprak(small, "--no-cache"), "klarsprak, unchanged": klarsprak(small), **rival},
            env,
            work,
        )
        for count in options.pages:
            folder = write_pages(options.treebank, work / f"pages{count}", count)
            rival = {"textlint": textlint(options.textlint, folder, work)} if options.textlint else {}
            bare = {"bare pipeline": [sys.executable, "-c", BARE, str(folder)]}
            compare(
                f"({'b' if count <= 100 else 'c'}) {count} pages of about {PAGE_WORDS} words",
                options.runs if count <= 100 else max(1, options.runs // 2),
                {"klarsprak": klarsprak(folder, "--no-cache"), **rival, **bare},
                env,
                work,
            )


if __name__ == "__main__":
    main()
