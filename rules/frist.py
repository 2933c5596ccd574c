"""Times that nobody can put in a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from klarsprak import Hit, Kind, Sentence, Severity, Text, rule

from ._lists import entries

# The one word of each entry that is rarest: without it the sentence need not be searched.
KEYS = frozenset(
    """anledning fort fortløpande fortløpende framtid fremtid hvert høve kvart løpande løpende omgående
    omgåande opphald opphold raskt snarast snarest snart tid""".split()
)
# What a reader does, or what she waits for. Not in the past: then the time is no longer a question.
ACTION = re.compile(
    r"\b(?:(?:etter|inn|ut|over)?(?:send|lever|betal|meld|returner|registrer|rett)(?:e|er|ar|es|ast)?"
    r"|(?:kontakt|oppdater|varsl|orienter|informer|publiser|(?:saks)?behandl|vurder|bestill|avgjør|avgjer|svar"
    r"|søkj?|utbedr|utbetr|tilby|fastsett?|gjennomgå)(?:e|er|ar|es|ast|r|s)?|ring(?:e|er|jer?)?"
    r"|ta(?:r|s|kast)? kontakt|tek kontakt|beskjed|tilbud|tilbod|melding|møt(?:e|er)? opp|si(?:er)? i?fra"
    r"|sei(?:e|er)? i?frå|legg(?:e|er|je|es|ast)? ut|kom(?:mer|me|e)? tilbake|kjem tilbake"
    r"|hører? fra|høyrer? frå"
    r"|fyll(?:e|er)? ut|last(?:e|er|ar)? opp)\b",
    re.IGNORECASE,
)
# Somebody is spoken to, speaks, or must do it.
ADDRESS = frozenset(
    """du deg din di ditt dine dere de dykk dykkar vi oss vår me kan kunne skal skulle må bør vil blir vert
    bli""".split()
)
# What the reader waits for the end of; «tilbudet vurderes fortløpende» only goes on.
AWAITED = re.compile(
    r"\b(?:(?:saks)?behandl|(?:be)?svar|avgjør|avgjer|tildel|innvilg|utbetal|inntak|godkjenn)\w*"
    r"|\b\w*(?:søknad|søker|søkjar|henvendels|førespurn|klage)\w*",
    re.IGNORECASE,
)
# Then nothing can be dated: «ta kontakt så snart som mulig hvis noe er uklart».
ASKED_BACK = re.compile(
    r"\b(?:(?:ta|tek) kontakt|kontakt|ring)\b.*\b(?:hvis|viss|dersom|om (?:noe|noko|du))\b"
)
BACK_ASKED = re.compile(r"^(?:hvis|viss|dersom)\b[^.]*, (?:ta kontakt|kontakt|ring)\b")
# The one who is told is not the writer, who cannot set the date for her: «gi beskjed til legen».
ELSEWHERE = re.compile(
    r"\b(?:beskjed|melding|i?fra|i?frå|kontakt|kontakte?) (?:til|med) (?!oss\b|meg\b|kommunen\b|nav\b)\w",
    re.IGNORECASE,
)
EXACT = re.compile(
    r"\b(?:\d{1,2}\. ?(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)|\d{1,2}[./]\d{1,2}\b"
    r"|(?:\d+|én|ein|ei|en|to|tre|fire|fem|seks|sju|åtte|ti|tolv|fjorten) (?:virke|vyrke|arbeids|kalender)?"
    r"(?:dag|dager|dagar|døgn|uke|uker|veke|veker|måned|måneder|månad|månader|time|timer|timar|år)\b)",
    re.IGNORECASE,
)
PAST = frozenset("fikk fekk ble blei vart hadde kom var".split())
# When it burns, at once is the right word.
EMERGENCY = re.compile(
    r"\b(?:11[023]|116 ?117|legevakt\w*|ambulanse|nødnummer|brann\w*|akutt\w*|fare)\b", re.IGNORECASE
)


@cache
def _phrases(standard: str) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = dict(line.split("\t") for line in entries(f"frist.{standard}"))
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b(?! som)", re.IGNORECASE), kinds


def _is_about_action(sentence: Sentence) -> bool:
    text, words = sentence.text, sentence.words
    action = ACTION.search(text)
    if action is None or EMERGENCY.search(text) or EXACT.search(text):
        return False
    if any(word.lower in PAST for word in words):  # news, not a deadline
        return False
    if ASKED_BACK.search(text.lower()) or BACK_ASKED.search(text.lower()):
        return False
    if "rimel" in text and re.search(r"\bikkj?e\b", text):  # «blir ikke ferdig innen rimelig tid»: no promise
        return False
    ends_in_s = action.group().endswith(("es", "ast"))
    return action.start() == 0 or ends_in_s or any(word.lower in ADDRESS for word in words) or len(words) < 8


@rule(
    priority="lettere",
    severity="medium",
    nb={
        "vag": "«{found}» sier ikke når. Kan du skrive en dato eller et antall dager?",
        "lopende": "«{found}» sier ikke hvor lenge leseren må vente. Hvor lang tid tar det vanligvis?",
        "opptak": "«{found}»: Kan du heller si at leseren kan søke når som helst?",
    },
    nn={
        "vag": "«{found}» seier ikkje når. Kan du skrive ein dato eller talet på dagar?",
        "lopende": "«{found}» seier ikkje kor lenge lesaren må vente. Kor lang tid tek det vanlegvis?",
        "opptak": "«{found}»: Kan du heller seie at lesaren kan søkje når som helst?",
    },
    replaces=("kanselliord", "omstendelig"),
)
def check(text: Text) -> Iterator[Hit]:
    """Uklar frist.

    Hvorfor: «Snarest» betyr noe annet for den som skriver, enn for den som leser. En dato eller et antall
    dager lar leseren planlegge, og sparer deg for spørsmål.

    Ikke: Send oss skjemaet snarest.
    Heller: Send oss skjemaet innen 15. mars.

    Ikkje: Send oss skjemaet snarast.
    Heller: Send oss skjemaet innan 15. mars.

    Unntak: Når det haster på liv og helse, er «straks» riktig. Løpende opptak er et faktum; der er rådet
    bare å si det enklere. Regelen ser etter uklare ord. Den sier ikke fra når fristen mangler helt.
    Målt: Ingen funn i 7749 setninger avistekst (dev- og testdelen av Norwegian UD), 9 på 201 offentlige sider
    og brev og 23 filer. Én leser, som også rettet regelen, mente at alle 9 var uklare tider. «Ta kontakt så
    snart som mulig hvis noe er uklart» regnes ikke, for da kan ingen sette en dato. En annen leste 12 på
    sider og i avistekst, og 9 holdt. «Gi beskjed til legen så snart som mulig» er nå bare info, for den
    fristen kan avsenderen ikke sette.
    Kilde: Arendal kommune, Hvordan skal vi skrive på vår nye nettside?,
    https://arendalsfolk.no/2015/11/25/hvordan-skal-vi-skrive-pa-var-nye-nettside/
    """
    for sentence in text.sentences:
        if sentence.forms.isdisjoint(KEYS):
            continue
        pattern, kinds = _phrases(sentence.standard)
        for match in pattern.finditer(sentence.text):
            kind = kinds[match.group().lower()]
            if kind == "opptak":
                yield Hit(sentence.place(*match.span()), case=kind, severity=Severity.INFO)
            elif sentence.block.kind is not Kind.HEADING and _is_about_action(sentence):
                if kind == "lopende" and not AWAITED.search(sentence.text):
                    continue
                severity = Severity.LOW if kind == "lopende" else None
                if ELSEWHERE.search(sentence.text):
                    severity = Severity.INFO
                yield Hit(sentence.place(*match.span()), case=kind, severity=severity)
