"""Words as people count them; addresses, #tags and @names are none."""

import pytest

from klarsprak.words import words

TABLE = [
    ("Du må søke f.eks. om plass", "du må søke f.eks om plass"),
    ("Du kan t.d. søkje om plass", "du kan t.d søkje om plass"),
    ("Møt opp kl. 10.30 i 2. etg.", "møt opp kl 10.30 i 2 etg"),
    ("Åpent 10:30–15:00", "åpent 10:30–15:00"),
    ("Se § 5-2 og nr. 3", "se 5-2 og nr 3"),
    ("Det koster 1.500,- i året", "det koster 1.500 i året"),
    ("Om lag 10 000 svarte", "om lag 10 000 svarte"),
    ("Opp 1,5 prosent, ned 2 prosent", "opp 1,5 prosent ned 2 prosent"),
    ("Ring 22 33 44 55", "ring 22 33 44 55"),
    ("Et e-postskjema for barne- og ungdomsarbeid", "et e-postskjema for barne og ungdomsarbeid"),
    ("IT-en og PC-ane", "it-en og pc-ane"),
    ("Les mer på https://www.eksempel.no/a?b=c#d.", "les mer på"),
    ("Se www.eksempel.no/skjema", "se"),
    ("Send til post@eksempel.no i dag", "send til i dag"),
    ("Alt ligg på eksempel.kommune.no.", "alt ligg på"),
    ("Velkomen! #sommar @kommunen 🎉", "velkomen"),
    ("Det er nei. no", "det er nei no"),
    ("Han skriv «nei», ho skriv «ja»!", "han skriv nei ho skriv ja"),
    ("SØKNADSFRIST 1. MARS", "søknadsfrist 1 mars"),
    ("og/eller", "og/eller"),
    ("Kari d’Arc sitt hus", "kari d’arc sitt hus"),
    ("mánáidgárdi ja skuvla", "mánáidgárdi ja skuvla"),
    ("snake_case", "snake case"),
    ("", ""),
    ("– … !", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_words(text: str, expected: str) -> None:
    assert " ".join(word.lower for word in words(text)) == expected


@pytest.mark.parametrize(("text", "_"), TABLE)
def test_offsets_point_at_the_word(text: str, _: str) -> None:
    assert all(text[word.start : word.end].lower() == word.lower for word in words(text))


@pytest.mark.parametrize("run", ["-", "a.", "x@", "+", "a-", "1 ", "#"])
def test_long_runs_end(run: str) -> None:
    assert len(words(run * 50_000)) <= 50_000
