"""Whether a clause that gives somebody's words says whose they are, and to whom they are said."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.pointers import conjunctions
from brief.extract.statements.private import office
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.marks import Passage
from brief.measures import either
from brief.morphology import morphology

# So many words between marks are somebody's speech, not a term.
_SPOKEN = 4
# Who is spoken to is named within so many words behind the verb.
_NEAR = 6
_COLON = ":"
_WORD = re.compile(r"\w")


def is_unsaid(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause gives words of somebody it does not name, or speaks to somebody it does not name."""
    return (
        _ends_anothers_words(around, start, end)
        or _has_no_speaker(around, start, end)
        or _is_said_by_nobody(around, start, end)
        or _addresses_nobody(around, start, end)
        or _is_thought_by_nobody(around, start, end)
    )


def _ends_anothers_words(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause closes a quotation that the text opens nowhere, and in which nobody is said to speak.

    «… . وهذا يكفي لموسم كامل".»: the words began somewhere before it.
    """
    torn = any(one.start < start < one.end <= end + 1 for one in around.unopened)
    return torn and not _says(around.language).search(fold(around.document.text[start:end]))


def _has_no_speaker(around: Surroundings, start: int, end: int) -> bool:
    """Whether a colon hands words to nobody: «ثم ساد الصمت: "لن نبيع القوارب مهما حدث"»."""
    quoted = _inside(around, start, end)
    return (
        any(_is_handed_over(around, one, start) for one in quoted)
        and not _says(around.language).search(fold(_outside(around, start, end)))
        and all(
            any(one.start <= name.start < one.end for one in quoted)
            for name in around.named_between(start, end)
        )
    )


def _is_said_by_nobody(around: Surroundings, start: int, end: int) -> bool:
    """Whether a quotation at the head is given to nobody: «…»، قال. وأردف: «…»."""
    text = around.document.text
    heads = (one for one in _inside(around, start, end) if not _WORD.search(text, start, one.start))
    head = next(heads, None)
    if head is None or head.end >= end or len(text[slice(*head.inner)].split()) < _SPOKEN:
        return False
    behind = fold(text[head.end : end])
    bare = _says_bare(around.language).match(behind) is not None
    return bare or (not around.named_between(head.end, end) and not _says(around.language).search(behind))


def _is_thought_by_nobody(around: Surroundings, start: int, end: int) -> bool:
    """Whether something is so «in his view», or said in passing, and nobody is named or speaks before.

    «By his word» is of somebody with a name or an office: a body that speaks has no such word.
    """
    seen = view(around.document.text[start:end])
    found = (
        (match.start(), says)
        for name, says in (
            ("in_view", _says(around.language)),
            ("said_in_passing", _says(around.language)),
            ("by_his_word", office(around.language)),
        )
        for match in cues.expression(around.language, "statements", name).finditer(seen.text)
    )
    return any(
        not says.search(seen.text, 0, at)
        and not _names_somebody(around, start, start + seen.span(at, at + 1)[0])
        and not around.inside_quotation(start + seen.span(at, at + 1)[0])
        for at, says in found
    )


def _names_somebody(around: Surroundings, start: int, end: int) -> bool:
    return any(name.kind != "country" for name in around.named_between(start, end))


@cache
def _says_bare(language: Language) -> re.Pattern[str]:
    """A verb of speech behind a quotation, and at once a stop, other words or another verb: no subject."""
    speech, data = table(language.code, "speech"), table(language.code, "statements")
    joint = conjunctions(language)
    verbs = either((*speech["verbs"], *speech["later_verbs"]))
    more = either((*data["also"], *speech["participles"]))
    return re.compile(
        rf"\W*(?:{joint})?{verbs}(?:\s+{more}(?!\w))?(?=\s*(?:[^\w\s(]|\Z|(?:{joint}){verbs}(?!\w)))"
    )


def _is_handed_over(around: Surroundings, passage: Passage, start: int) -> bool:
    text = around.document.text
    spoken = len(text[slice(*passage.inner)].split()) >= _SPOKEN
    return spoken and text[start : passage.start].rstrip().endswith(_COLON)


def _addresses_nobody(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause says «you» and does not tell to whom it is said."""
    language = around.language
    you = cues.expression(language, "statements", "second_person")
    if not you.search(fold(around.document.text[start:end])):
        return False
    outside = fold(_outside(around, start, end))
    return bool(you.search(outside)) or not _addressing(language).search(outside)


def _inside(around: Surroundings, start: int, end: int) -> list[Passage]:
    """The quotations that begin in a clause."""
    return [one for one in around.quoted_between(start, end) if start <= one.start]


def _outside(around: Surroundings, start: int, end: int) -> str:
    """The words of a clause that stand in no quotation of it."""
    text, parts, place = around.document.text, [], start
    for one in _inside(around, start, end):
        parts.append(text[place : one.start])
        place = min(one.end, end)
    return " ".join((*parts, text[place:end]))


@cache
def _says(language: Language) -> re.Pattern[str]:
    """A word that gives words to somebody: a verb, a participle, a noun or «according to»."""
    speech = table(language.code, "speech")
    lists = ("verbs", "later_verbs", "participles", "passing", "nouns", "according")
    return cues.pattern((word for name in lists for word in speech[name]), language.proclitics)


@cache
def _addressing(language: Language) -> re.Pattern[str]:
    """Who is spoken to: «خاطب …», or «قال … لـ…» where that is no channel that passes it on."""
    speech, data = table(language.code, "speech"), table(language.code, "statements")
    verbs = either((*speech["verbs"], *speech["later_verbs"]))
    channels = either((*speech["channels"], *speech["agencies"]))
    letters = morphology(language)
    to = rf"(?:{letters.to}{{1,2}}+|{either(data['spoken_to'])}\s+(?:{letters.article})?+)"
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?(?:{either((*speech['addressing'], *data['addressed']))}(?!\w)"
        rf"|{verbs}(?:\s+\w+){{0,{_NEAR}}}?\s+{to}(?!{channels}(?!\w))\w{{3,}})"
    )
