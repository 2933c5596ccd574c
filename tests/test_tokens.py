"""How the shipped pipeline cuts real-world text into tokens. In the table a space stands between tokens."""

from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import klarsprak

PIPELINE = Path(klarsprak.__file__).parent / "pipeline"

# text -> its tokens, parted by spaces
TABLE = {
    "Vi har f.eks. symjing, bl.a. i dag.": "Vi har f.eks. symjing , bl.a. i dag .",
    "Det gjeld t.d. barn, m.a. skulebarn.": "Det gjeld t.d. barn , m.a. skulebarn .",
    "Møtet er kl. 10.30.": "Møtet er kl. 10.30 .",
    "Kl. 09:30 åpner vi.": "Kl. 09:30 åpner vi .",
    "Se sak nr. 3 og kap. 4 i boka.": "Se sak nr. 3 og kap. 4 i boka .",
    "Vi feirer 17. mai.": "Vi feirer 17. mai .",
    "Vedtaket gjelder fra 1. juni 2026.": "Vedtaket gjelder fra 1. juni 2026 .",
    "Du kan klage, jf. § 5-2.": "Du kan klage , jf. § 5-2 .",
    "Det koster 1.500,- i året.": "Det koster 1.500,- i året .",
    "Om lag 10 000 svarte.": "Om lag 10 000 svarte .",
    "Prisen steg 1,5 %.": "Prisen steg 1,5 % .",
    "Les https://www.eksempel.no/a?b=1, takk.": "Les https://www.eksempel.no/a?b=1 , takk .",
    "Skriv til post@eksempel.no i dag.": "Skriv til post@eksempel.no i dag .",
    "Velkommen! 🎉 #sommer @kommunen": "Velkommen ! 🎉 #sommer @kommunen",
    "Han sa «nei».": "Han sa « nei » .",
    "Vi har mat, drikke osv. til alle.": "Vi har mat , drikke osv. til alle .",
    "Prisen er inkl. mva. og frakt.": "Prisen er inkl. mva. og frakt .",
    "Ring tlf. 22 33 44 55.": "Ring tlf. 22 33 44 55 .",
    "En 50-åring kjøpte e-postlister.": "En 50-åring kjøpte e-postlister .",
    "Søk i dag (frist 1. mars).": "Søk i dag ( frist 1. mars ) .",
    "Vi venter …": "Vi venter …",
    "Jf. brevet, ev. vedlegget.": "Jf. brevet , ev. vedlegget .",
    "Du kan søkje iht. avtalen.": "Du kan søkje iht. avtalen .",
    "Åpent 10–15 i 2. etg. hver dag.": "Åpent 10–15 i 2. etg. hver dag .",
}


@cache
def pipeline() -> Language:
    return spacy.load(PIPELINE, exclude=["parser", "morphologizer", "trainable_lemmatizer", "tok2vec"])


@pytest.mark.skipif(not (PIPELINE / "meta.json").exists(), reason="the pipeline has not been trained here")
@pytest.mark.parametrize("text", TABLE)
def test_tokens(text: str) -> None:
    assert " ".join(token.text for token in pipeline().make_doc(text)) == TABLE[text]
