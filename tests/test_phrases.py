"""Matching of terms and the form of suggestions."""

from collections.abc import Mapping

import pytest

from klarsprak import Block, House, Kind, Sentence, Source, Text, wordlist
from klarsprak.phrases import Phrases
from klarsprak.text import NO_CHOICES


def sentence(text: str, standard: str = "nb") -> Sentence:
    return Sentence(Block(Kind.PARAGRAPH, text, (), standard=standard), 0, len(text))  # type: ignore[arg-type]


def found(terms: dict[str, list[str]], text: str, standard: str = "nb") -> list[tuple[str, str]]:
    whole = sentence(text, standard)
    return [(text[m.start : m.end], "; ".join(m.instead)) for m in Phrases(terms=terms).find(whole)]


USE = {"benytte <v:et>": ["bruke"]}
ABLE = {"ha mulighet til å <v>": ["kunne"]}
JUDGE = {"gjøre/foreta … vurdering (av) <v>": ["vurdere"]}


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (USE, "De benytter hallen.", [("benytter", "bruker")]),
        (USE, "Hallen benyttes ikke.", [("benyttes", "brukes")]),
        (USE, "De benyttet hallen.", [("benyttet", "brukte")]),
        (USE, "De har alle benyttet hallen.", [("benyttet", "brukt")]),
        (USE, "Det benyttede skjemaet er borte.", [("benyttede", "brukte")]),
        (USE, "Benytt hallen.", [("Benytt", "Bruk")]),
        (USE, "BENYTT HALLEN", [("BENYTT", "BRUK")]),
        (USE, "Vi kom for en benytt skyld.", []),  # no imperative in the middle of a sentence
        (
            {"benytte seg av <v:et>": ["bruke"]},
            "Benytter du deg ikke av det?",
            [("Benytter du deg ikke av", "Bruker du ikke")],
        ),
        (ABLE, "Her har vi ikke mulighet til å bade.", [("har vi ikke mulighet til å", "kan vi ikke")]),
        (ABLE, "Her har kommunen laget en mulighet til å bade.", []),
        (ABLE, "Vi har mulighet, til å begynne med.", []),  # a comma parts what belongs apart
        (
            JUDGE,
            "Kommunen foretok en grundig vurdering av saken.",
            [("foretok en grundig vurdering av", "vurderte grundig")],
        ),
        (
            JUDGE,
            "Derfor foretar kommunen en vurdering.",
            [("foretar kommunen en vurdering", "vurderer kommunen")],
        ),
        (JUDGE, "Det gjøres nye vurderinger av saken.", [("gjøres nye vurderinger av", "vurdere på nytt")]),
        (JUDGE, "Hun gjør lekser om vurdering av tekst.", []),
        ({"problematikk <m>": ["problem"]}, "Det er en problematikk.", [("en problematikk", "et problem")]),
        ({"henstand <m->": ["utsettelse"]}, "Vi gir en henstand.", [("henstand", "utsettelse")]),
        ({"anskaffelse <m>": ["kjøp"]}, "Anskaffelsens pris", [("Anskaffelsens", "Kjøpets")]),
        (
            {"ferdigstillelse <m>": ["det å gjøre ferdig"]},
            "før ferdigstillelsen",
            [("ferdigstillelsen", "det å gjøre ferdig")],
        ),
        ({"så fremt": ["hvis"], "så": ["slik"]}, "Så fremt det går", [("Så fremt", "Hvis")]),
        (
            {"i høyden": ["høyst"], "i høyden av": ["–"]},
            "Bo i høyden av byen, i høyden ett år",
            [("i høyden", "høyst")],
        ),
    ],
)
def test_bokmal(terms: dict[str, list[str]], text: str, expected: list[tuple[str, str]]) -> None:
    assert found(terms, text) == expected


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        ({"utarbeide <v:a>": ["skrive"]}, "Dei vil utarbeide ein plan.", [("utarbeide", "skrive")]),
        ({"utarbeide <v:a>": ["skrive"]}, "Dei vil utarbeida ein plan.", [("utarbeida", "skriva")]),
        ({"utarbeide <v:a>": ["skrive"]}, "Dei har utarbeida ein plan.", [("utarbeida", "skrive")]),
        ({"utarbeide <v:a>": ["skrive"]}, "Dei utarbeida ein plan.", [("utarbeida", "skreiv")]),
        ({"utarbeide <v:a>": ["skrive"]}, "Planen må utarbeidast.", [("utarbeidast", "skrivast")]),
        (
            {"ha høve til å <v>": ["kunne"]},
            "Då har ikkje eg høve til å kome.",
            [("har ikkje eg høve til å", "kan ikkje eg")],
        ),
        ({"målsetjing <f:ar>": ["mål"]}, "Vi har ei målsetjing.", [("ei målsetjing", "eit mål")]),
        ({"avkorting <f:ar>": ["trekk"]}, "Avkortinga var stor.", [("Avkortinga", "Trekket")]),
    ],
)
def test_nynorsk(terms: dict[str, list[str]], text: str, expected: list[tuple[str, str]]) -> None:
    assert found(terms, text, "nn") == expected


GET = {"innhente <v:et>": ["be om", "skaffe"]}
MAKE = {"utarbeide <v:et>": ["lage", "skrive"]}
RECEIVE = {"motta <v:ta>": ["få"]}
PAY = {"utbetale <v:te>": ["betale ut", "betale"]}
KEY = {"foreta … kartlegging (av) <v>": ["kartlegge", "finne ut av"]}
TELL = {"gi … informasjon om <v>": ["fortelle om"]}


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        # before a noun only what has a participle of its own
        (GET, "Svaret bygger på automatisk innhentet informasjon.", "skaffet"),
        (GET, "Vi slettet de innhentede opplysningene.", "skaffede"),
        (GET, "Etter innhentet uttalelse sender vi svaret.", "skaffet"),
        (GET, "Det ligger en innhentet uttalelse i saken.", "skaffet"),
        (MAKE, "Se den ferske planen og et utarbeidet forslag.", "laget; skrevet"),
        (PAY, "Her er en liste over utbetalte tilskudd.", "betalte"),
        ({"ferdigstille <v:te>": ["gjøre ferdig"]}, "Her bor de i nylig ferdigstilt bolig.", "gjøre ferdig"),
        (PAY, "Utbetalte tilskudd står i lista.", "Betalte"),
        (PAY, "Utbetalte kommunen tilskudd?", "Betalte ut; Betalte"),
        (RECEIVE, "Mottatte søknader ligger i skapet.", "Få"),
        # «få» has no passive
        (RECEIVE, "Søknaden ble mottatt i går.", "få"),
        ({"motta <v:ta>": ["få", "ta imot"]}, "Gaven ble mottatt i går.", "tatt imot"),
        ({"motta <v:ta>": ["få", "ta imot"]}, "Gaven er nå mottatt.", "tatt imot"),
        ({"ankomme <v:komme>": ["komme"]}, "Gaven er nå ankommet.", "kommet"),
        (RECEIVE, "Vi har mottatt søknaden.", "fått"),
        (RECEIVE, "Søknaden mottas hver mandag.", "få"),
        # a verb
        (GET, "Kommunen innhentet uttalelser.", "ba om; skaffet"),
        (GET, "I fjor innhentet kommunen uttalelser.", "ba om; skaffet"),
        (GET, "Vi visste at de nylig innhentet uttalelser.", "ba om; skaffet"),
        (GET, "Uttalelsene er automatisk innhentet.", "bedt om; skaffet"),
        # of two verbs after the same «har» the second is no past, and nobody can tell from the form
        (MAKE, "Kommunen har møtt alle naboene i bygda og utarbeidet en plan.", "lage; skrive"),
        (USE, "Da møtet var over, benyttet ordføreren anledningen.", "brukte"),
        (MAKE, "Kommunen møtte alle naboene og utarbeidet en plan.", "laget; skrev"),
    ],
)
def test_participles_before_a_noun(terms: dict[str, list[str]], text: str, expected: str) -> None:
    assert [better for _, better in found(terms, text)] == [expected]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (
            {"innhente <v:a>": ["be om", "skaffe"]},
            "Vi sletta automatisk innhenta opplysningar.",
            "be om; skaffe",
        ),
        ({"nytte <v:a>": ["bruke", "skaffe"]}, "Her er ei liste over nytta middel.", "skaffa"),
        ({"innhente <v:a>": ["be om", "skaffe"]}, "Kommunen innhenta opplysningar.", "bad om; skaffa"),
        ({"innhente <v:a>": ["be om"]}, "I fjor innhenta kommunen ei fråsegn.", "bad om"),
    ],
)
def test_nynorsk_participles_before_a_noun(terms: dict[str, list[str]], text: str, expected: str) -> None:
    assert [better for _, better in found(terms, text, "nn")] == [expected]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (
            JUDGE,
            "Vi foretar en konkret og individuell vurdering av hver sak.",
            "vurderer konkret og individuelt",
        ),
        (JUDGE, "Skolen har gjort en samlet vurdering av eleven.", "vurdert samlet"),
        (JUDGE, "Legen må gjøre en ny vurdering av foten.", "vurdere på nytt"),
        (JUDGE, "Vi gjør ikke noen grundig vurdering av det.", "vurderer ikke grundig"),
        (JUDGE, "Rektor gjør sin vurdering av elevene.", "vurderer"),
        # what has no adverb must not get lost without a word
        (JUDGE, "Kommunen foretok en medisinsk vurdering av saken.", "vurdere …"),
        (JUDGE, "Utvalget har gjort denne vurderingen etter møtet.", "vurdere …"),
        (TELL, "Siden gir deg mer informasjon om prøven.", "forteller deg mer om"),
        (TELL, "Siden gir alle nye elever informasjon om prøven.", "fortelle om …"),
        # a passive that would miss what it is about
        (JUDGE, "For andre gjøres en individuell vurdering.", "vurdere individuelt"),
        (JUDGE, "Her gjøres en individuell vurdering av saken.", "vurderes individuelt"),
        (KEY, "Det er foretatt en kartlegging av behovet.", "kartlegge; finne ut av"),
        ({"yte … bistand (til) <v>": ["hjelpe"]}, "Det ytes ikke bistand til flytting.", "hjelpe"),
    ],
)
def test_what_a_plain_verb_keeps_of_the_noun(terms: dict[str, list[str]], text: str, expected: str) -> None:
    assert [better for _, better in found(terms, text)] == [expected]


def search(
    text: str, accept: frozenset[str] = frozenset(), terms: dict[str, tuple[str, ...]] | None = None
) -> list[str]:
    whole = sentence(text)
    page = Text(Source("", text), "nb", (whole.block,), (whole,), accept=accept, terms=terms or {})
    return [s.text[m.start : m.end] for s, m in Phrases.load("kanselliord").search(page)]


def test_what_others_chose_is_left_alone() -> None:
    assert search("Vi spør samtlige.") == ["samtlige"]
    assert search("Hun ropte «samtlige» og gikk, og samtlige fulgte etter.") == ["samtlige"]
    assert search('Hun ropte "samtlige" og gikk.') == []
    assert search("Se forskrift 1. juni 2020 nr. 4 om samtlige hunder.") == []
    assert search("Se lov om hunder. Samtlige hunder må i bånd.") == ["Samtlige"]


def test_the_house_accepts_words_and_forms() -> None:
    assert search("De benyttet hallen.", accept=frozenset({"benytte"})) == []
    assert search("De benyttet hallen.", accept=frozenset({"benyttet"})) == []
    assert search("De benytter hallen.", accept=frozenset({"benyttet"})) == ["benytter"]


def test_a_term_of_the_house_takes_the_place_of_ours() -> None:
    assert search("De benyttet hallen.", terms={"benytte <v:et>": ("låne",)}) == []


@pytest.mark.parametrize(
    "line", ["bare en term", "term =", "<v:et> = bruke", "ord <v:zz> = bruke", "ord <v> = bruke"]
)
def test_lines_that_cannot_be_read(line: str) -> None:
    with pytest.raises(ValueError):
        wordlist.index([wordlist.entry(line, "nb")])


def test_a_house_may_list_a_word_without_a_better_one() -> None:
    assert found({"proaktiv": []}, "Vi er proaktiv.") == [("proaktiv", "(unngå)")]


def test_an_alternative_may_bring_its_own_class() -> None:
    terms = {"kunde <m>": ["innbygger <m:er>"]}
    assert found(terms, "Vi møter kundene.") == [("kundene", "innbyggerne")]
    assert found(terms, "Kundens vei er lang.") == [("Kundens", "Innbyggerens")]


def test_a_class_of_the_other_standard_makes_no_entry() -> None:
    terms = {"benytte <v:et>": ["bruke"], "nytte <v:a>": ["bruke"]}
    assert found(terms, "De benyttet det.") == [("benyttet", "brukte")]
    assert found(terms, "Dei nytta det.", "nn") == [("nytta", "brukte")]
    assert found(terms, "Dei benyttet det.", "nn") == []


SEND = {"oversende <v:sende>": ("sende",)}


def offered(text: str, house: House = NO_CHOICES, terms: Mapping[str, tuple[str, ...]] = SEND) -> list[str]:
    """What is offered for the terms found in a nynorsk text of one sentence for each full stop."""
    parts = [sentence(part + ".", "nn") for part in text.rstrip(".").split(". ")]
    page = Text(Source("", text), "nn", tuple(p.block for p in parts), tuple(parts), house=house)
    return ["; ".join(m.instead) for _, m in Phrases(terms=terms).search(page)]


def test_suggestions_follow_the_infinitive_of_the_house() -> None:
    assert offered("Du må oversende brevet") == ["sende"]
    assert offered("Du må oversende brevet", House(infinitive="a")) == ["senda"]
    assert offered("Du må oversenda brevet", House(infinitive="e")) == ["sende"]
    assert offered("Dei oversende brevet i går", House(infinitive="a")) == ["sende"]  # past
    assert offered("Brevet er oversend", House(infinitive="a")) == ["send"]


def test_every_infinitive_of_a_suggestion_follows() -> None:
    terms = {"frist": ("det å kunne lese og skrive",), "dele": ("rett til å ha noko",)}
    assert offered("Ein frist", House(infinitive="a"), terms) == ["det å kunna lesa og skriva"]
    assert offered("Kan dele", House(infinitive="a"), terms) == ["rett til å ha noko"]


def test_without_a_choice_suggestions_follow_the_infinitive_of_the_text() -> None:
    assert offered("Det er lov å lesa. Du må oversende brevet") == ["senda"]
    assert offered("Det er lov å lese. Du må oversende brevet") == ["sende"]
    assert offered("Det er lov å lese. Det er lov å skriva. Du må oversende brevet") == ["sende"]
    # «å overta» has -a in any case.
    assert offered("Det er lov å overta, delta og gjenta. Du må oversende brevet") == ["sende"]
    assert offered("Det er lov å lesa. Du må oversende brevet", House(infinitive="e")) == ["sende"]


def test_suggestions_say_vi_or_me_as_the_house_does() -> None:
    terms = {"det er ynskjeleg at": ("vi ønskjer at",)}
    assert offered("Det er ynskjeleg at du ringjer", House(we="me"), terms) == ["Me ønskjer at"]
    assert offered("Det er ynskjeleg at du ringjer", House(we="vi"), terms) == ["Vi ønskjer at"]
    assert offered("Me er her. Det er ynskjeleg at du ringjer", terms=terms) == ["Me ønskjer at"]
    assert offered("Me er her. Vi òg. Det er ynskjeleg at du ringjer", terms=terms) == ["Vi ønskjer at"]


def test_suggestions_say_naudsynt_where_the_house_does() -> None:
    terms = {"påkravd <a>": ("nødvendig",)}
    assert offered("Det er påkravd", House(necessary="naudsynt"), terms) == ["naudsynt"]
    assert offered("Dei er påkravde", House(necessary="naudsynt"), terms) == ["naudsynte"]
    assert offered("Det er påkravd", House(necessary="nødvendig"), terms) == ["nødvendig"]
    assert offered("Hjelp er naudsynt. Det er påkravd", terms=terms) == ["naudsynt"]


def test_each_kind_of_nynorsk_has_its_own_entries() -> None:
    whole = sentence("Det er ein mulighet.", "nn")
    phrases = Phrases.load("nn_anbehetelse")
    assert [m.instead[0] for m in phrases.find(whole, profile="moderne")] == ["ei moglegheit"]
    assert [m.instead[0] for m in phrases.find(whole, profile="tradisjonell")] == ["eit høve"]
    whole = sentence("Vi anbefaler boka.", "nn")
    assert not list(phrases.find(whole, profile="moderne"))
    assert [m.instead[0] for m in phrases.find(whole, profile="tradisjonell")] == ["rår til"]
