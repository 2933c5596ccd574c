import os
from pathlib import Path

import pytest
from klarsprak.rules import _verbs
from klarsprak.rules._lists import entries

from klarsprak import Source, catalog
from klarsprak.engine import run, settle
from klarsprak.text import Standard

S, BLI, CASE = (catalog()[name] for name in ("passiv", "passiv-bli", "ansvar-uklart"))
TABLES = Path(__file__).parent / "rules"
STANDARDS: tuple[Standard, Standard] = ("nb", "nn")
FILES = {"nb": "Bokmaal/no_bokmaal", "nn": "Nynorsk/no_nynorsk"}


def page(*paragraphs: str) -> Source:
    return Source("side.txt", "\n\n".join(paragraphs))


def lines_of_tables(standard: str) -> list[str]:
    found, wanted = [], False
    for table in sorted(TABLES.glob("*.md")):
        for line in table.read_text("utf-8").splitlines():
            if line.startswith("## "):
                wanted = f"({standard}" in line and "html" not in line
            elif line.startswith("- ") and wanted:
                found.append(line[2:].replace("[", "").replace("]", ""))
    return found


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("rule", [S, BLI], ids=lambda r: r.name)
def test_the_gate_changes_nothing(rule, standard):
    text = page(*lines_of_tables(standard))
    gated = run(rule, text, standard=standard)
    assert len(gated) > 25
    assert gated == run(rule, text, standard=standard, gated=False)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("rule", [S, BLI], ids=lambda r: r.name)
def test_the_gate_changes_nothing_in_the_treebank(rule, standard):
    if not (treebank := os.environ.get("KLARSPRAK_TREEBANK")):
        pytest.skip("KLARSPRAK_TREEBANK is not set to the folder of the treebank")
    conllu = Path(treebank, "ud", f"{FILES[standard]}-ud-dev.conllu").read_text("utf-8")
    text = page(*(line[9:] for line in conllu.splitlines() if line.startswith("# text = ")))
    gated = run(rule, text, standard=standard, reader="plain")
    assert len(gated) > 20
    assert gated == run(rule, text, standard=standard, reader="plain", gated=False)


def test_known_s_forms_need_no_model():
    text = page("Søknaden behandles i juni, og vedtaket sendes til deg i posten.")
    found = run(S, text, standard="nb", pipeline="no pipeline of this name")
    assert [f.text for f in found] == ["behandles", "sendes"]


@pytest.mark.parametrize("standard", STANDARDS)
def test_deponents_and_other_words_are_never_passive(standard):
    facts = _verbs.facts(standard)
    never = sorted(facts["d"] | facts["x"])
    assert len(never) > 100
    assert [form for form in never if _verbs.s_form(form, standard)] == []


@pytest.mark.parametrize(
    ("standard", "frame"),
    [("nb", "Jeg vet ikke hvorfor vi ble {} i går."), ("nn", "Eg veit ikkje kvifor vi vart {} i går.")],
)
def test_states_after_bli_are_not_passive(standard, frame):
    states = sorted(_verbs.facts(standard)["s"])
    assert len(states) > 60
    assert [f.text for f in run(BLI, page(*map(frame.format, states)), standard=standard)] == []


@pytest.mark.parametrize(
    ("standard", "s_frame", "bli_frame"),
    [
        (
            "nb",
            "Her står det at saken din skal {} i morgen.",
            "Her står det at saken din vil bli {} i morgen.",
        ),
        ("nn", "Her står det at saka di skal {} i morgon.", "Her står det at saka di vil bli {} i morgon."),
    ],
)
def test_every_verb_of_the_list_is_found(standard, s_frame, bli_frame):
    listed = [line.split(maxsplit=1) for line in entries(f"ansvar_uklart.{standard}")]
    assert len(listed) > 60
    text = page(*((s_frame if kind == "s" else bli_frame).format(phrase) for kind, phrase in listed))
    found = [f.text.removeprefix("bli ") for f in run(CASE, text, standard=standard)]
    assert found == [phrase for _, phrase in listed]


def test_one_cause_gives_one_finding():
    text = page("Søknaden din vil bli vurdert. Svaret skal sendes til deg. Plassen gis for ett år.")
    rules = [S, BLI, CASE]
    settled = settle([f for rule in rules for f in run(rule, text, standard="nb")], rules)
    assert [(f.rule, f.text) for f in settled] == [
        ("ansvar-uklart", "bli vurdert"),
        ("ansvar-uklart", "sendes"),
        ("passiv", "gis"),
    ]


@pytest.mark.parametrize(
    ("rule", "standard", "text", "agent"),
    [
        (S, "nb", "Saken avgjøres av formannskapet.", True),
        (S, "nb", "Brevet sendes ut av skolen.", True),
        (S, "nb", "Saken avgjøres i løpet av uka.", False),
        (S, "nb", "Plassen gis av hensyn til barnet.", False),
        (S, "nb", "Døra låses av praktiske grunner klokka fire.", False),
        (S, "nb", "Måleren må leses av, og du må skrive ned tallet.", False),
        (S, "nb", "Måleren leses av hver måned.", False),
        (S, "nb", "Måleren leses av en gang i året.", False),
        (S, "nb", "Måleren leses av før jul.", False),
        (S, "nb", "Måleren leses av huseieren.", True),
        (S, "nb", "Måleren leses av en montør.", True),
        (S, "nb", "Det settes av penger til leker.", False),
        (S, "nb", "Det settes av midler av kommunen.", True),
        (S, "nb", "Strømmen slås av kommunen klokka to.", True),
        (BLI, "nb", "Søknaden blir vurdert av et inntaksteam.", True),
        (BLI, "nb", "Søknaden blir vurdert innen utgangen av mai.", False),
        (S, "nn", "Saka må avgjerast av formannskapet.", True),
        (S, "nn", "Målaren skal lesast av éin gong i året.", False),
        (S, "nn", "Målaren skal lesast av innan fredag.", False),
        (S, "nn", "Målaren skal lesast av kvart år.", False),
        (S, "nn", "Målaren skal lesast av huseigaren.", True),
        (S, "nn", "Det skal setjast av pengar til leiker.", False),
        (BLI, "nn", "Søknaden vert vurdert av eit inntaksteam.", True),
        (BLI, "nn", "Søknaden vert vurdert innan utgangen av mai.", False),
    ],
)
def test_the_message_knows_whether_the_doer_is_named(rule, standard, text, agent):
    (finding,) = run(rule, page(text), standard=standard)
    assert ("«av»" in finding.message) == agent


def test_capitals_at_the_start_are_verbs_and_elsewhere_names():
    text = page("Leses best i dagslys.", "Vi møtte Moses og Johannes i Brukes gate.", "HER SELGES DET IS")
    assert [f.text for f in run(S, text, standard="nb")] == ["Leses", "SELGES"]
