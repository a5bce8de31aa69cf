"""Whether who speaks by his surname alone is known: by what he is, or as one whom the article is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from brief import cues
from brief.extract.statements.openings import behind_openers
from brief.extract.statements.surroundings import Surroundings
from brief.gazetteer import Name
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence

# Who is named so often, or above the text, is one of those whom the article is about.
_OFTEN = 4
# What somebody is may be told within so many letters before and behind his name.
_BEFORE, _NEAR = 40, 60


def is_unintroduced(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause gives words to a bare surname, and who that is was said before: «وأكد الحداد أن …».

    So it is where «he» is accused and nobody is named.
    Somebody whom the article speaks of all along needs no introduction.
    """
    sentences = around.document.sentences
    first, last = bisect_right(sentences, start, key=_begins), bisect_left(sentences, end, key=_begins)
    spoken = (one.end for one in around.quoted_between(start, end) if one.end < end)
    places = (start, *map(_begins, sentences[first:last]), *spoken)
    return _accuses_nobody(around, start, end) or any(
        _opens_with_unknown(around, place, end, start) for place in places
    )


def _accuses_nobody(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause says that «he» is accused, and nobody who may be so is named or told of before it."""
    seen = view(around.document.text[start:end])
    found = cues.expression(around.language, "statements", "accused_of_nobody").match(seen.text)
    if found is None:
        return False
    place = start + seen.span(found.end() - 1, found.end())[0]
    offices = cues.of(around.language, "statements", "office_holders").search(seen.text, 0, found.end())
    return offices is None and all(one.kind != "person" for one in around.named_between(start, place))


def _begins(sentence: Sentence) -> int:
    return sentence.anchor.start


def _opens_with_unknown(around: Surroundings, place: int, end: int, start: int) -> bool:
    """Whether the words from a place on begin with the speech of somebody not known from `start` on."""
    text, language = around.document.text, around.language
    begin = behind_openers(text, place, end, language)
    frame = cues.expression(language, "statements", "before_speech")
    for name in around.named_between(begin, end):
        said = frame.sub("", fold(text[begin : name.start]), count=1)
        if name.kind == "person" and _speaks_of(language).fullmatch(said):
            known = _is_main(around, name) and not _is_of_nowhere(around, start, end)
            return not known and _is_short(around, name) and not _is_told(around, name, start, end)
    return False


def _is_of_nowhere(around: Surroundings, start: int, end: int) -> bool:
    """Whether somebody speaks of «his country» or «his ministry», and nothing tells which."""
    theirs = cues.of(around.language, "statements", "of_his_own").search(
        fold(around.document.text[start:end])
    )
    return theirs is not None and all(one.kind == "person" for one in around.named_between(start, end))


def _is_short(around: Surroundings, name: Name) -> bool:
    """Whether one word names somebody whom the text named with more of them before."""
    shown = around.document.text[name.start : name.end]
    return len(shown.split()) == 1 < len(name.label.split()) and any(
        one.start < name.start and len(around.document.text[one.start : one.end].split()) > 1
        for one in around.by_key[name.key]
    )


def _is_main(around: Surroundings, name: Name) -> bool:
    """Whether somebody is named often, or above the text."""
    same = around.by_key[name.key]
    above = [(one.anchor.start, one.anchor.end) for one in around.document.headings]
    return len(same) >= _OFTEN or any(start <= one.start < end for one in same for start, end in above)


def _is_told(around: Surroundings, name: Name, start: int, end: int) -> bool:
    """Whether between two places somebody is named in full, or what he is stands near his name."""
    text, language = around.document.text, around.language
    offices = [cues.of(language, "statements", one) for one in ("office_holders", "presiding")]
    for one in around.named_between(start, end):
        if one.key == name.key:
            near = fold(text[max(start, one.start - _BEFORE) : min(end, one.end + _NEAR)])
            if one.end - one.start > name.end - name.start or any(has.search(near) for has in offices):
                return True
    return False


@cache
def _speaks_of(language: Language) -> re.Pattern[str]:
    """A verb of speech or «according to», at once before a name."""
    speech, data = table(language.code, "speech"), table(language.code, "statements")
    verbs = either((*speech["verbs"], *speech["later_verbs"], *speech["according"], *data["subject_verbs"]))
    return re.compile(rf"\W*[{language.proclitics}]?{verbs}\s+[\"«“]?")
