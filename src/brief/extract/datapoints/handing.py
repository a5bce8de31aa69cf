"""The words that hand a figure over to whoever says it, and what stands between and ends a name."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import cues
from brief.language import Language, fold, table
from brief.morphology import morphology


class Words(Struct, frozen=True):
    """What leads to the words of a speaker and ends a name, folded."""

    handing: re.Pattern[str]
    according: re.Pattern[str]
    hedged: re.Pattern[str]
    past: re.Pattern[str]
    turns: re.Pattern[str]
    breaks: re.Pattern[str]
    particles: frozenset[str]
    ends: frozenset[str]
    participles: frozenset[str]
    sources: frozenset[str]
    links: frozenset[str]
    holding: frozenset[str]
    papers: frozenset[str]
    never: re.Pattern[str]
    but: frozenset[str]
    tatweel: str
    times: frozenset[str]
    relatives: frozenset[str]
    hearers: frozenset[str]
    opening: frozenset[str]
    governing: frozenset[str]
    article: str
    to: str
    joining: str


@cache
def lexicon(language: Language) -> Words:
    """The words that hand figures over, made ready once."""
    data, speech = table(language.code, "measures")["voices"], table(language.code, "speech")
    letters, attributed = morphology(language), table(language.code, "facets")["certainty"]["attributed"]
    verbs = [word for word in attributed if word not in speech["according"] and word not in data["no_verbs"]]
    handing = [*verbs, *data["verbs"], *data["holding"], *speech["participles"], *speech["later_verbs"]]
    joined = ("", *letters.joining)
    after = table(language.code, "measures")["ahead"]["after"]
    return Words(
        handing=cues.pattern(handing, language.proclitics),
        according=cues.pattern([*speech["according"], *data["according"]], language.proclitics),
        hedged=cues.of(language, "facets", "certainty", "hedged"),
        past=re.compile(data["no_hedge"]),
        turns=re.compile(
            rf"{cues.pattern(data['turns'], language.proclitics).pattern}|(?<!\w){fold(after)}\s*$"
        ),
        breaks=cues.pattern(data["breaks"], language.proclitics),
        particles=frozenset(clitic + fold(word) for word in data["particles"] for clitic in joined),
        ends=frozenset(map(fold, data["ends"])),
        participles=frozenset(clitic + fold(word) for word in speech["participles"] for clitic in joined),
        sources=frozenset(map(fold, data["sources"])),
        links=frozenset(map(fold, data["links"])),
        holding=frozenset(clitic + fold(word) for word in data["holding"] for clitic in joined),
        papers=frozenset(map(fold, data["papers"])),
        never=cues.pattern(data["not_cues"], language.proclitics),
        but=frozenset(map(fold, data["but"])),
        tatweel=letters.tatweel,
        times=frozenset(map(fold, (*table(language.code, "names")["person"]["times"], *data["when"]))),
        hearers=frozenset(map(fold, speech["hearers"])),
        opening=frozenset(clitic + fold(word) for word in data["opening"] for clitic in joined),
        governing=frozenset(
            clitic + fold(word)
            for word in table(language.code, "names")["person"]["governing"]
            for clitic in joined
        ),
        relatives=frozenset(map(fold, table(language.code, "measures")["relatives"])),
        article=letters.article,
        to=letters.to,
        joining=letters.joining,
    )
