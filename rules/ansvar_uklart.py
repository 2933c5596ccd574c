"""What will be done in the reader's case, and nobody who does it: vil bli vurdert, skal behandles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak import Hit, Severity, Text, rule

from ._agent import has_agent, names_actor
from ._page import speaks_to_nobody
from ._promises import promises

# What the citizen's case is about; also as the last part of a compound: «barnehageplassen».
_CASE = re.compile(
    r"du|deg|di|din|ditt|dine|dere|deres|dykk|dykkar|.*(?:"
    r"søknad|(?<!år)sak|henvendels|førespurnad|(?<!an)klag|vedtak|skjema|opplysning|(?<!an)(?<!for)(?<!sam)svar|søker|søkjar|"
    r"bruker|brukar|foresatt|"
    r"føresett|stønad|støtte|tilskudd|tilskot|utbetaling|beløp|plass|tilbud|tilbod|melding|bestilling|henvisning|"
    r"tilvising|tjenest|tenest|rettighet|penge|pengar|pasient|elev|barn"
    r")(?:e|en|et|er|ene|a|an|ar|ane|n|ne|r|i|s)?"
)


@rule(
    priority="brukerretting",
    severity="medium",
    nb="Hvem gjør dette, og når? Skriv det, for eksempel «vi … innen tre uker».",
    nn="Kven gjer dette, og når? Skriv det, til dømes «vi … innan tre veker».",
    replaces=("passiv", "passiv-bli"),
)
def check(text: Text) -> Iterator[Hit]:
    """Uklart ansvar.

    Hvorfor: Den som har en sak hos kommunen, vil vite hvem som gjør hva, og når. «Søknaden vil bli vurdert»
    svarer ikke på noe av det.

    Ikke: Henvendelsen din vil bli vurdert, og du vil bli kontaktet.
    Heller: Vi ser på spørsmålet ditt og ringer deg innen tre uker.

    Ikkje: Førespurnaden din vil bli vurdert, og du vil bli kontakta.
    Heller: Vi ser på spørsmålet ditt og ringjer deg innan tre veker.

    Unntak: Regelen tier når setningen eller setningen før sier hvem som handler: «vi», kommunen, et kontor.
    Den ser heller ikke på «må sendes» og «kan sendes», for da er det leseren som handler.

    Målt: 19 funn på 201 offentlige sider og brev og 23 filer, ett i 7749 setninger avistekst. Én leser, som
    også rettet regelen, mente at 19 av de 20 var verdt å skrive om. Den tier om «skal ikke», om «brevet
    sier når planen vil bli …» og om «det kan vurderes å …». En annen leser mente at alle 21 på sidene
    holdt, men ingen av de fire i hele trebanken. Derfor er funnet bare info der teksten ikke snakker til
    noen.

    Kilde: Språkrådet: Upersonlige setninger (passiv), https://sprakradet.no/klarsprak/sprak-i-lover-og-forskrifter/skriverad/rad-om-setningsbygning-i-lover-og-forskrifter/upersonlige-setninger-passiv/
    """
    severity = Severity.INFO if speaks_to_nobody(text) else None
    before = None
    for sentence in text.sentences:
        last = 0
        for start, end in promises(sentence):
            joined = last and sentence.text[last:start].strip() in ("og", "eller")  # one cause, one finding
            last = end
            if (
                not joined
                and any(_CASE.fullmatch(word.lower) for word in sentence.words)
                and not has_agent(sentence, end)
                and not names_actor(sentence)
                and not (before and names_actor(before))
            ):
                yield Hit(sentence.place(start, end), severity=severity)
        before = sentence
