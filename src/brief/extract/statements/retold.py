"""The sentences that go on with the report of another paper: what they tell is that paper's word."""

from __future__ import annotations

import re
from functools import cache

from brief.extract.statements.pointers import conjunctions
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table
from brief.measures import either


def retold(around: Surroundings) -> frozenset[int]:
    """The places of the sentences that add to what a paper is said to report at once before them.

    «وقالت المجلة إن المصنع أغلق. كما توقف المرفأ.»: that the harbour stands still the magazine says, too.
    """
    adds, reports = _adds(around.language), _reports(around.language)
    found: set[int] = set()
    for sentence in around.document.sentences:
        earlier = around.before(sentence)
        if earlier is None or not adds.match(fold(sentence.anchor.text)):
            continue
        if earlier.position in found or reports.match(fold(earlier.anchor.text)):
            found.add(sentence.position)
    return frozenset(found)


@cache
def _adds(language: Language) -> re.Pattern[str]:
    """«As well», before a verb or «that»; as «just as» it compares."""
    data = table(language.code, "statements")
    return re.compile(rf"\W*{either(data['adding'])}\s+(?!{either(data['just_as'])}(?!\w))\w+(?![،,])")


@cache
def _reports(language: Language) -> re.Pattern[str]:
    """A verb of speech, at once the paper that was named before, and the words it governs."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    joint = conjunctions(language)
    verbs = either((*speech["verbs"], *speech["later_verbs"], *speech["passing"]))
    that = either(speech["from"])
    return re.compile(rf"\W*(?:{joint})?{verbs}\s+{either(data['retelling'])}(?!\w).*?(?<!\w){that}(?!\w)")
