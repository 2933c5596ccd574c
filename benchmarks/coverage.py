"""What plain-language checkers look for in Norwegian, and what klarsprak finds in heavy texts of ours.

    python benchmarks/coverage.py [--standard nb|nn]

The columns of other tools are what they say they check, read from their sources and manuals (TOOLS tells
where); only klarsprak is run: on benchmarks/heavy*.html, a service page and a letter in each standard, where
every kind of fault is planted. Its column is a number of findings.

x: checked · ~: partly · ?: not documented · en: only in English (or French) · empty: not checked
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from klarsprak import Source, engine  # noqa: E402
from klarsprak.config import Settings  # noqa: E402
from klarsprak.rulebook import catalog  # noqa: E402
from klarsprak.text import Standard  # noqa: E402

STANDARDS: tuple[Standard, ...] = ("nb", "nn")


class Tool(NamedTuple):
    """A column: where the claims are from, and which of them hold for nynorsk too."""

    name: str
    source: str
    nynorsk: str  # categories, separated by spaces; "*": all of them


TOOLS = {
    "nav": Tool("NAV", "https://github.com/navikt/spraksjekk (read)", ""),
    "nff": Tool("NFF", "https://github.com/BTHansen/fysioterapeutene-spraksjekk (read)", ""),
    "tel": Tool("Telem", "https://github.com/telemark/micro-klarspraak, check-kansellisten, lix-index", ""),
    "yoa": Tool("Yoast", "https://www.npmjs.com/package/yoastseo 3.6.0, locale nb (read)", ""),
    "lt": Tool(
        "LangT", "https://github.com/languagetool-org/languagetool, module no", "long-sentence spelling"
    ),
    "sa": Tool("Sa11y", "https://www.npmjs.com/package/sa11y 4.4.1 (read)", "*"),
    "si": Tool("Sitei", "https://support.siteimprove.com, article 114094080871 (manual)", "?"),
    "ll": Tool("lucid", "https://crates.io/crates/lucid-lint 0.2 (read)", ""),
    "nab": Tool("nabok", "https://pypi.org/project/nabokov/ 26.7 (read)", ""),
}
# Vale, textlint, proselint, write-good, alex, harper, cspell: no plain-language rule for Norwegian comes
# with them. Vale and textlint are frameworks: one can write such rules, as in any of them.

# Category: what it is, our rules, and the claims of others for bokmål.
CATEGORIES = """
long-sentence | long sentence | lang-setning setning-snitt | nav nff yoa lt ll:en nab:en
long-paragraph | long paragraph | langt-avsnitt | nav nff yoa lt ll:en
long-word | long word | langt-ord | nav nff
lix | readability index | lix | nav nff tel sa si ll:en nab:en
kansellist | stiff words and phrases | kanselliord omstendelig | nav nff tel nab:en
jargon | jargon, explained or not | faguttrykk | nff ll:en
passive-bli | passive with bli | passiv-bli | yoa:~ ll:en nab:en
passive-s | passive in -s, -st | passiv | nff:~
agent | active rewrite when the doer is named | passiv-av |
hidden-actor | nobody is said to do it | upersonlig-det ansvar-uklart | nab:en
reader | the reader in third person, man, De | tiltale man-en hoflig-de |
thin-verb | thin verbs | tynt-verb |
nominal | nouns for actions, chains of prepositions | substantivsyke preposisjonssyke | ll:en nab:en
abbreviation | abbreviations | forkortelse | nff:~
initialism | unexplained initialisms | initialord | ll:en nab:en
english | English words | engelsk | nav nff
outdated | outdated words and gendered titles | utdatert-ord kjonnet-tittel | nav nff
filler | fillers and doubled meaning | fyllord smor-pa-flesk |
metaphor | metaphors | bildesprak |
stiff-grammar | stiff grammar | enkel-bestemmelse nakent-substantiv |
negation | negation, also double | nekting dobbel-nekting | ll:en
structure | insertions, many words before the verb | innskutt venstretung | ll:en
enumeration | long enumerations | lang-oppramsing | ll:en
connective | connectives | bindeord | yoa
starts | several sentences that begin alike | | yoa
double-word | the same word twice | | nav nff
spelling | spelling | | nav nff lt si
split-compound | compounds in two words | saerskriving |
standard | bokmål and nynorsk mixed, wrong st-forms | malform-blanding nn-st-presens nn-anbehetelse |
comma | comma before «men» | | nav nff
personal-data | personal data | | nav nff
numbers | dates, times, numbers | dato-tall |
slash | slashes | skrastrek |
capitals | words in capitals | store-bokstaver | sa:? ll:en
exclamation | exclamation marks | utropstegn |
tone | strict tone | tone |
link-text | link text, bare addresses | lenketekst bar-url | sa si:~ nab:en
alt-text | text for images | alt-tekst | sa si nab:en
heading-level | levels of headings | overskrift-niva | sa si ll:en
heading-text | headings that say nothing | overskrift-innhold handling-overskrift | nab:en
subheading | long stretch without subheading | faa-overskrifter | yoa
page-language | language of the page | sprakkode | sa:? si
first | the most important first | viktigst-forst |
deadline | vague deadlines | frist |
next-step | no next step, no place for a complaint | neste-steg klagerett |
contact | nobody to ask, sent around, many names | kontakt rundsending avsender tilbakemelding |
service | what a service page must tell | tjeneste-felt |
law | references to law | lovhenvisning |
paper | paper or a file as the only way | papir-prosess pdf-forst digital-handling |
"""


class Category(NamedTuple):
    """A row."""

    name: str
    what: str
    rules: tuple[str, ...]
    claims: dict[str, str]  # tool -> mark, for bokmål


def categories() -> list[Category]:
    """The rows, in order."""
    rows = []
    for line in CATEGORIES.strip().splitlines():
        name, what, rules, claims = (part.strip() for part in line.split("|"))
        marks = {said.partition(":")[0]: said.partition(":")[2] or "x" for said in claims.split()}
        rows.append(Category(name, what, tuple(rules.split()), marks))
    return rows


def claim(category: Category, tool: str, standard: str) -> str:
    """The mark of a tool in a category."""
    mark = category.claims.get(tool, "")
    if standard == "nb" or mark in ("", "en"):
        return mark
    nynorsk = TOOLS[tool].nynorsk
    if nynorsk == "?":
        return "?"
    return mark if nynorsk == "*" or category.name in nynorsk.split() else ""


def found(standard: Standard) -> Counter[str]:
    """Findings of each rule in the heavy texts, with the rules that are off by default too."""
    settings = Settings(select=frozenset(catalog()))
    paths = sorted(HERE.glob(f"heavy*.{standard}.html"))
    sources = [Source(path.name, path.read_text("utf-8")) for path in paths]
    reports = engine.check(sources, settings, format="html")
    return Counter(finding.rule for report in reports for finding in report.findings)


def table(standard: Standard) -> Iterable[str]:
    """The lines that are printed."""
    counts, rows = found(standard), categories()
    yield f"{standard:44}" + "".join(f"{name:>7}" for name in ("ours", *(t.name for t in TOOLS.values())))
    for row in rows:
        ours = sum(counts[rule] for rule in row.rules)
        marks = "".join(f"{claim(row, tool, standard):>7}" for tool in TOOLS)
        yield f"{row.what:44}{ours or '':>7}{marks}".rstrip()
    yield ""
    covered = sum(any(counts[rule] for rule in row.rules) for row in rows)
    yield f"klarsprak finds something in {covered} of {len(rows)} categories."
    for tool, (name, source, _) in TOOLS.items():
        said = [claim(row, tool, standard) for row in rows]
        yield f"{name:6} {said.count('x'):3} checked, {said.count('~')} partly: {source}"
    lacking = [row.what for row in rows if not row.rules and any(claim(row, t, standard) for t in TOOLS)]
    yield f"Others have, klarsprak has not: {', '.join(lacking) or 'nothing'}. docs/dekning.md tells why."


def main() -> None:
    """Print a table for each standard."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--standard", choices=STANDARDS)
    asked = parser.parse_args()
    for standard in (asked.standard,) if asked.standard else STANDARDS:
        print(*table(standard), "", sep="\n")


if __name__ == "__main__":
    main()
