"""What texts usually score, and the limits of the stars: klarsprak/poeng-referanse.toml.

    python benchmarks/reference.py TREEBANK EVAL

EVAL holds pages.jsonl (`text` a line, `id`), html/ and markdown/: what public bodies write. TREEBANK is the
Norwegian Dependency Treebank, made into texts of some 300 words: what people otherwise read. The treebank has
no pages, so it speaks of `klart-sprak` and `brukerretting` alone; the stars are of the public texts. To be
run again when a rule or a weight has changed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.speed import sentences  # noqa: E402
from klarsprak import Priority, Report, Source, __version__, engine, points  # noqa: E402
from klarsprak.decoding import decode  # noqa: E402

PARAGRAPH, LENGTH = 4, 20  # sentences of a paragraph, and of a text
EVERY = 4  # of the texts of the treebank one is taken: two hundred and some are enough
SHARES = (10, 25, 50, 75, 90)  # per cent of the texts
HEAD = """\
# Made by benchmarks/reference.py with klarsprak {version}: {public} public texts (letters, pages, news of at
# least {words} words) and {treebank} texts of the Norwegian Dependency Treebank. Those count for
# brukerretting and klart-sprak only; the stars are those of the public texts.
"""


def public(folder: Path) -> Iterator[Report]:
    """Texts and files of public bodies."""
    rows = [json.loads(row) for row in (folder / "pages.jsonl").read_text("utf-8").splitlines() if row]
    yield from engine.check((Source(row["id"], row["text"]) for row in rows), format="plain")
    paths = sorted([*folder.glob("html/*.html"), *folder.glob("markdown/*.md")])
    yield from engine.check(decode(str(path), path.read_bytes()) for path in paths)


def treebank(folder: Path) -> Iterator[Report]:
    """Running text in paragraphs."""

    def texts() -> Iterator[str]:
        stream = sentences(folder)
        while some := list(islice(stream, LENGTH)):
            yield "\n\n".join(" ".join(some[at : at + PARAGRAPH]) for at in range(0, len(some), PARAGRAPH))

    chosen = islice(texts(), 0, None, EVERY)
    yield from engine.check((Source(str(n), text) for n, text in enumerate(chosen)), format="plain")


def usual(name: str, values: list[int]) -> str:
    """The table of one priority."""
    shares = statistics.quantiles(values, n=20, method="inclusive")
    told = ", ".join(f"{shares[share // 5 - 1]:.0f}" for share in SHARES)
    return f"\n[{name}]\ntexts = {len(values)}\nmean = {statistics.mean(values):.1f}\nshares = [{told}]\n"


def main() -> None:
    """Write the file, and tell how the stars fall on the reference texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("eval", type=Path)
    asked = parser.parse_args()
    # Some files hold the same text in another encoding.
    different = {(r.words, tuple(f.text for f in r.findings)): r for r in public(asked.eval)}.values()
    pages = [r for r in different if points.total(r.scores.priorities) is not None]
    running = [r for r in treebank(asked.treebank) if points.total(r.scores.priorities) is not None]
    totals = sorted(t for r in pages if (t := points.total(r.scores.priorities)) is not None)
    limits = statistics.quantiles(totals, n=6, method="inclusive")
    head = HEAD.format(
        version=__version__, public=len(pages), words=points.weights()["words"], treebank=len(running)
    )
    told = ", ".join(f"{limit:.2f}" for limit in limits)
    out = [head, f"\n[stars]\nlimits = [{told}]  # of the total, from two stars up\n"]
    out.append(
        f"# shares: of the texts {', '.join(map(str, SHARES))} per cent have so many points or fewer\n"
    )
    for priority in Priority:
        both = priority in (Priority.BRUKERRETTING, Priority.KLART_SPRAK)
        reports = [*pages, *running] if both else pages
        values = [value for r in reports if (value := r.scores.priorities[priority]) is not None]
        out.append(usual(priority, values))
    points.REFERENCE.write_text("".join(out), "utf-8")
    points.reference.cache_clear()
    for name, reports in (("public", pages), ("treebank", running)):
        found = [star for r in reports if (star := points.stars(r.scores.priorities)) is not None]
        counts = " ".join(f"{star}:{found.count(star)}" for star in range(1, 7))
        print(f"{name}: mean {statistics.mean(found):.2f} stars; {counts}")


if __name__ == "__main__":
    main()
