"""A house's own term lists: term and alternatives, one a line."""

from __future__ import annotations

import re
from pathlib import Path


class ConfigError(ValueError):
    """A fault in a configuration or term file; the message begins with file and line."""


def read_terms(path: Path, content: str) -> dict[str, tuple[str, ...]]:
    """Terms and what to write instead, best first: `term = alternative; alternative  # comment`.

    A term alone has no alternative. For inflection classes see `wordlist`. Raises ConfigError for a line
    without a term, with a class that does not fit, or with a part of speech (no tagger runs for them).
    """
    from klarsprak import wordlist  # only who has term lists pays for it

    terms: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(content.splitlines(), 1):
        line = re.sub(r"(^|\s)#.*", "", line).strip()
        if not line:
            continue
        term, _, rest = line.partition("=")
        if not term.strip():
            raise ConfigError(f'{path}:{number}: no term before "="; write: term = alternative; alternative')
        if re.search(rf"<[^>]*\b(?:{'|'.join(wordlist.TAGS)})\b", line):
            raise ConfigError(
                f"{path}:{number}: parts of speech are for our own lists; leave out the capitals in <…>"
            )
        if not any(
            wordlist.readable(f"{term} = {rest.strip() or '-'}", standard) for standard in ("nb", "nn")
        ):
            raise ConfigError(
                f'{path}:{number}: cannot inflect "{line}"; what may stand in <…>: docs/oppsett.md'
            )
        terms[" ".join(term.lower().split())] = tuple(a.strip() for a in rest.split(";") if a.strip())
    return terms
