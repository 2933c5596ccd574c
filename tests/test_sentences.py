"""Sentence ends in real text. In the tables ¦ stands where a sentence ends (and white space follows)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.sentences import abbreviations, split

NB = """
Du må søke på nytt. ¦ Fristen er 1. mars.
Har du spørsmål? ¦ Ring oss. ¦ Vi hjelper deg gjerne!
Vi har mange tilbud, f.eks. svømming og turer. ¦ Alle er velkomne.
Ta med legitimasjon, f.eks. Bankkort eller pass.
Kommunen har flere bad, bl.a. Nordbadet og Sørbadet. ¦ Begge har åpent.
Dette gjelder bl. a. barn og unge. ¦ Andre må vente.
Møtet starter kl. 10.30 i storsalen. ¦ Kom i god tid.
Møtet er kl. 10. ¦ Ta med kaffe.
Kontoret stenger kl. 15.30. ¦ Etter det kan du sende e-post.
Se sak nr. 3 i møteboka. ¦ Den er kort.
Du finner skjemaet i vedlegg nr. 3. ¦ Fyll det ut og send det inn.
Vi feirer 17. mai på torget. ¦ Toget går kl. 9.
Planen gjelder fra 1. juni 2026. ¦ Da blir den gamle opphevet.
Vedtaket ble gjort den 3. Mars i fjor.
Svar innen 15. august. ¦ Senere svar blir ikke behandlet.
Du har rett til innsyn, jf. § 5-2. ¦ Klag hvis du ikke får svar.
Vi viser til jf. Forvaltningsloven kapittel 3.
Kravet følger av lov 10. februar 1967. ¦ Den gjelder fortsatt.
Se kap. 4 og pkt. 2.1. ¦ Der står reglene.
Gebyret er 1.500,- i året. ¦ Du får faktura i mai.
Gebyret er kr 1.500,-. ¦ Det må betales på forhånd.
Det koster kr. 200 per time. ¦ Barn går gratis.
Prisen er 450 kr. ¦ Ring oss for å bestille.
Rundt 10 000 innbyggere får brev. ¦ Brevet kommer i juni.
Prisen er oppgitt inkl. mva. ¦ Frakt kommer i tillegg.
Ta med klær, mat osv. ¦ Husk også drikke.
Huset har stue, kjøkken osv. på samme plan.
Vi trenger spader, river o.l. ¦ Meld fra hvis du har noe å låne bort.
Klubben har turer, kurs m.v. for alle.
Tiltaket gjelder veier, broer mv. ¦ Kommunen betaler.
Les mer på https://www.eksempel.no/soknad?id=3&side=2. ¦ Der ligger også skjemaet.
Se www.eksempel.no/barnehage. ¦ Søk før påske.
Send e-post til post@eksempel.no. ¦ Vi svarer innen en uke.
Alt ligger på eksempel.no. ¦ Logg inn med BankID.
Husk å melde deg på! 😀 ¦ Vi gleder oss.
Endelig ferie 😎☀️ ¦ Hva skal dere gjøre?
Takk for i dag 🎉🎉 ¦ Vi sees i morgen.
Vi sees på lørdag! 🎉 #byfest #sommer
Velkommen til byfest! #sommer ¦ Gratis for alle.
Vi heier på alle. ¦ #pride er for hele byen.
Nå åpner badet! :-) ¦ Ta med håndkle.
Hva mener du??? ¦ Si fra til oss!!!
Er dere klare?! ¦ Da starter vi.
«Har du fått brev?» spurte hun. ¦ «Nei!» svarte han.
Hun sa at «alle skal med». ¦ Så gikk hun.
Rådmannen sa: ¦ «Vi må spare.» ¦ Politikerne var uenige.
«Alle skal med.» ¦ Det var budskapet.
Du kan klage (fristen er tre uker). ¦ Klagen sender du til oss.
(Dette gjelder bare voksne.) ¦ Barn har egne regler.
Vi venter på svar ... ¦ Det kan ta tid.
Jeg vet ikke … men jeg tror det.
Slik gjør du: ¦ Logg inn og velg skjema.
Frist: ¦ Søknaden må være her innen 1. april.
Husk dette: ¦ Du må svare innen fredag.
Telefon: Kari Nordmann, 22 33 44 55
Åpningstid: Mandag til fredag
Foto: Ola Nordmann
Ring oss på tlf. 22 33 44 55. ¦ Vi svarer hele dagen.
Ring 22 33 44 55. ¦ Telefonen er åpen fra ni til tre.
Slik søker du: ¦ 1. Logg inn. ¦ 2. Velg skjema. ¦ 3. Send inn.
1. Logg inn med BankID ¦ 2. Velg riktig skjema ¦ 3. Send søknaden
Du trenger: ¦ • Pass ¦ • Bankkort ¦ • Nøkkel
1. Søk om plass
Du kan a) klage, b) be om innsyn eller c) søke på nytt.
Punkt 1. og 2. er oppfylt. ¦ Resten mangler.
Planen har to deler; den første gjelder veier; den andre gjelder skoler.
VIKTIG INFORMASJON OM SKOLESTART
SØKNADEN MÅ SENDES INNEN 1. MARS. ¦ DEN BLIR BEHANDLET I MAI.
MØTET ER KL. 10. ¦ TA MED KAFFE.
Brevet er signert av A. Hansen i kultursektoren. ¦ Ring ham gjerne.
Ordfører Knut S. Vik åpnet møtet. ¦ Alle var til stede.
Vi har besøk fra dr. Holm og prof. Lie. ¦ De snakker om helse.
Du må ha førerkort i klasse B. ¦ Du må også være fylt 21 år.
Mange har for lite vitamin D. ¦ Det kan du få av fisk.
Vi bor i Storgata 6. ¦ Her er det heis.
Det kom 55. ¦ Halvparten var barn.
Bussen går fra St. Hanshaugen. ¦ Den er gratis.
Kontoret er i 2. etg. i rådhuset. ¦ Det er heis.
Opplæringen varer t.o.m. 2027. ¦ Etter det må du søke igjen.
Det er ca. 30 plasser, dvs. 10 færre enn i fjor. ¦ Køen er lang.
Vi behandler saker om bygging, riving m.m. ¦ Saker om vei går til fylket.
Se iht. avtalen hva som gjelder. ¦ Ta kontakt ved tvil.
Saken ble avgjort av Høyesterett. ¦ 12 dommere var med.
Vi har åpent hver dag. ¦ – Det er fint, sier Per.
Er du i tvil, spør oss. ¦ Vi er her – hele dagen.
Møt opp i skranken, ev. ring oss. ¦ Ta med nummerlapp.
"""

NN = """
Du må søkje på nytt. ¦ Fristen er 1. mars.
Har du spørsmål? ¦ Ring oss. ¦ Vi hjelper deg gjerne!
Vi har mange tilbod, t.d. symjing og turar. ¦ Alle er velkomne.
Kommunen har fleire bad, m.a. Nordbadet og Sørbadet. ¦ Begge er opne.
Møtet startar kl. 10.30 i storsalen. ¦ Kom i god tid.
Møtet er kl. 10. ¦ Ta med kaffi.
Du finn skjemaet i vedlegg nr. 3. ¦ Fyll det ut og send det inn.
Vi feirar 17. mai på torget. ¦ Toget går kl. 9.
Planen gjeld frå 1. juni 2026. ¦ Då blir den gamle oppheva.
Du har rett til innsyn, jf. § 5-2. ¦ Klag dersom du ikkje får svar.
Gebyret er 1.500,- i året. ¦ Du får faktura i mai.
Prisen er oppgitt inkl. mva. ¦ Frakt kjem i tillegg.
Ta med klede, mat osv. ¦ Hugs òg drikke.
Vi treng spadar, river o.l. ¦ Sei frå dersom du har noko å låne bort.
Les meir på https://www.eksempel.no/soknad. ¦ Der ligg skjemaet òg.
Send e-post til post@eksempel.no. ¦ Vi svarar innan ei veke.
Hugs å melde deg på! 😀 ¦ Vi gler oss.
Takk for i dag 🎉 ¦ Vi sjåast i morgon.
«Har du fått brev?» spurde ho. ¦ «Nei!» svara han.
Rådmannen sa: ¦ «Vi må spare.» ¦ Politikarane var usamde.
Slik søkjer du: ¦ 1. Logg inn. ¦ 2. Vel skjema. ¦ 3. Send inn.
Hugs dette: ¦ Du må svare innan fredag.
Telefon: Kari Nordmann, 22 33 44 55
SØKNADEN MÅ SENDAST INNAN 1. MARS. ¦ HAN BLIR BEHANDLA I MAI.
Du må ha førarkort i klasse B. ¦ Du må òg vere fylt 21 år.
Kontoret er i 2. etg. i rådhuset. ¦ Det er heis.
Vi ventar på svar ... ¦ Det kan ta tid.
Rundt 10 000 innbyggjarar får brev. ¦ Brevet kjem i juni.
Ho budde her t.o.m. 2012. ¦ Deretter flytta ho til Voss.
Det er om lag 30 plassar, dvs. 10 færre enn i fjor. ¦ Køen er lang.
Opningstid: Måndag til fredag
Gjeld det andre, ring kommunen. ¦ Elles finn du svar på nett.
Saka er avgjord, jfr. Brevet vårt av 3. mai.
"""


def cases(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


@pytest.mark.parametrize("line", cases(NB) + cases(NN))
def test_sentences_end_where_a_reader_would_say_so(line: str) -> None:
    text = line.replace(" ¦ ", " ")
    assert [text[start:end] for start, end in split(text)] == line.split(" ¦ ")


def test_a_space_forgotten_between_sentences_does_not_join_them() -> None:
    text = "Fristen går ut i juni.Du må søke før det."
    assert [text[a:b] for a, b in split(text)] == ["Fristen går ut i juni.", "Du må søke før det."]


def test_the_table_is_long_enough() -> None:
    assert len(cases(NB)) >= 80
    assert len(cases(NN)) >= 30


@given(st.text(alphabet="aBå. !?:;«»()\"'1§•😀\n#-…", max_size=60))
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = split(text)
    assert [a for a, _ in spans] == sorted(a for a, _ in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


def test_white_space_alone_holds_no_sentence() -> None:
    assert split("") == []
    assert split(" \n ") == []


def test_abbreviations_are_lower_case_and_sorted() -> None:
    words = list(abbreviations())
    assert words == sorted(words)
    assert all(word == word.lower() and word.endswith(".") for word in words)
    assert set(abbreviations().values()) == {"", "end", "number"}


@pytest.mark.parametrize("run", ["!", "..", "😀", "A. ", "1. ", "«A: ", "a) A ", "#a ", " "])
def test_long_runs_end(run: str) -> None:
    assert len(split(run * 20_000)) <= 20_000
