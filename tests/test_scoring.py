"""Metrics and points, by counting on texts small enough to count by hand."""

import klarsprak
from klarsprak import Source, engine
from klarsprak.config import Settings

# Six sentences of five words; «kommunen» (8) and «søknaden» (8) are long, the others are not.
SIX = "Vi i kommunen ser søknaden. " * 6
PARAGRAPHS = "\n\n".join([SIX.strip()] * 4)  # 24 sentences, 120 words, 48 of them long


def metrics(text: str, **settings: object) -> dict[str, float | int | None]:
    return klarsprak.check(text, Settings(**settings)).metrics  # type: ignore[arg-type]


def test_lix_is_words_per_sentence_plus_per_cent_long_words() -> None:
    assert metrics(PARAGRAPHS)["lix"] == 5 + 40
    assert metrics(PARAGRAPHS)["words_per_sentence"] == 5
    assert metrics(PARAGRAPHS)["sentences"] == 24


def test_headings_and_loose_items_do_not_count_as_sentences() -> None:
    page = "".join(f"<p>{p}</p>" for p in PARAGRAPHS.split("\n\n"))
    more = "<h1>Overskriftskommunesammenheng</h1><ul><li>listepunkt uten slutt</ul>" + page
    (report,) = engine.check([Source("a.html", more)])
    assert report.metrics["lix"] == 45
    assert report.metrics["sentences"] == 24
    assert report.words == 120 + 4


def test_numbers_and_addresses_are_not_words() -> None:
    assert (
        metrics(PARAGRAPHS.replace("Vi i", "10 000 Vi i https://eksempel.no/kommunesammenheng"))["lix"] == 45
    )


def test_too_little_text_has_no_lix() -> None:
    assert metrics(SIX)["lix"] is None


def test_passive_share_counts_sentences_whatever_is_said_of_them() -> None:
    text = PARAGRAPHS.replace("Vi i kommunen ser søknaden.", "Søknaden behandles, og den vurderes.", 6)
    assert metrics(text)["passive_share"] == 0.25
    assert metrics(text, ignore=frozenset({"passiv"}))["passive_share"] is None


def test_a_text_that_stands_twice_scores_the_same() -> None:
    text = PARAGRAPHS.replace("Vi i", "Vi besørger at vi i", 3)
    # Twice as long without a heading is a fault of its own.
    nb = Settings(standard="nb", ignore=frozenset({"faa-overskrifter"}))
    once, twice = klarsprak.check(text, nb).scores, klarsprak.check(f"{text}\n\n{text}", nb).scores
    assert once == twice
    assert once.priorities["klart-sprak"] < 100


def test_digital_says_nothing_without_links() -> None:
    assert klarsprak.check(PARAGRAPHS).scores.priorities["digitalt"] is None
    page = f"<p>{PARAGRAPHS} <a href='/sok'>Søk om plass i barnehagen</a></p>"
    assert klarsprak.check(page, format="html").scores.priorities["digitalt"] == 100
