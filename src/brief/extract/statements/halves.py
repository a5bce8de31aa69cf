"""Whether a clause is half of what is said: it opposes, explains, exemplifies or completes something."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.openings import behind_lead_ins, behind_openers
from brief.extract.statements.pointers import DATED, conjunctions, folded
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence
from brief.morphology import morphology

# A word of so many letters that stands before it without «for», the letter, is that word.
_NOUN = 4
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[\s\"«“(]*(\w+)(?:\s+(\w+))?")
_COLON = re.compile(r"[\s:]*\Z")


def is_half(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause that begins in `sentence` needs the words before it to be read as it is meant."""
    text = around.document.text
    begin = behind_openers(text, start, end, around.language)
    passed = fold(text[sentence.anchor.start : begin])
    return (
        _opposes(around, sentence, passed, start, end)
        or _is_anothers_example(around, sentence, passed)
        or _completes(around, sentence, start)
        or _explains(around, sentence, start, end)
        or _is_within_a_frame(around, sentence, passed, start, end)
        or _is_one_of_two_grounds(around, passed)
        or _is_of_the_place_before(around, sentence, start, end)
        or _may_be_done_to(around, sentence, passed, start, end)
    )


def _opposes(around: Surroundings, sentence: Sentence, passed: str, start: int, end: int) -> bool:
    """Whether the words that were passed over set the clause against what is said before: «لكن», «ومع ذلك».

    One that opens a new thought and names who it is about turns to something else.
    """
    if _opposing(around.language).search(passed) is None:
        return False
    earlier, first = around.before(sentence), sentence.anchor.start
    second = behind_lead_ins(around.document.text, first, end, around.language) < start
    amid = earlier is not None and earlier.paragraph == sentence.paragraph
    return amid or second or not around.named_between(start, end)


def _is_within_a_frame(around: Surroundings, sentence: Sentence, passed: str, start: int, end: int) -> bool:
    """Whether a clause behind «while» is of the place that its sentence opens with, or seen there.

    «وفي سوق الجملة، رصدت الصحيفة …، فيما اختفى السكر»: told alone, it would be so everywhere.
    """
    if cues.expression(around.language, "statements", "while").search(passed) is None:
        return False
    own = cues.expression(around.language, "statements", "a_place")
    if own.match(fold(around.document.text[start:end])):
        return False
    seen = cues.expression(around.language, "statements", "seen_there").search(passed)
    return seen is not None or _opens_with_a_place(around, sentence, start)


def _is_one_of_two_grounds(around: Surroundings, passed: str) -> bool:
    """Whether a clause behind «while» gives the other ground of what its sentence opens with.

    «لا دليل على ذلك؛ فالبلدية تقول …، فيما خلص تقرير …»: each alone would tell for one side.
    """
    return cues.expression(around.language, "answers", "ground_and_while").search(passed) is not None


def _opens_with_a_place(around: Surroundings, sentence: Sentence, end: int) -> bool:
    """Whether a sentence opens with where something is so, up to its first pause."""
    first = sentence.anchor.start
    seen = view(around.document.text[first:end])
    framed = cues.expression(around.language, "statements", "framed").match(seen.text)
    if framed is None:
        return False
    place = cues.expression(around.language, "statements", "a_place_there").search(framed[0])
    there = around.named_between(first, first + seen.span(*framed.span())[1])
    return place is not None or any(name.kind != "person" for name in there)


def _is_of_the_place_before(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause is of a place that the sentence before it turns to: «أما في المخيم، فالشاغل …»."""
    earlier = around.before(sentence)
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return False
    turned = cues.expression(around.language, "statements", "as_for_a_place")
    own = cues.expression(around.language, "statements", "a_place")
    said = fold(around.document.text[start:end])
    return turned.match(fold(earlier.anchor.text)) is not None and own.match(said) is None


def _may_be_done_to(around: Surroundings, sentence: Sentence, passed: str, start: int, end: int) -> bool:
    """Whether «as well» and a verb of calling open a clause, and nobody named stands behind them.

    «كما وصفت تقارير …»: somebody told before may have called the reports so.
    """
    adds = not folded(around.language, "adding").isdisjoint(passed.split()[-1:])
    verb = _LETTER.match(around.document.text, start, end)
    if not adds or verb is None or fold(verb[1]) not in folded(around.language, "calling"):
        return False
    named = any(name.start <= verb.end(1) + 1 for name in around.named_between(start, end))
    return not named and around.before(sentence) is not None


@cache
def _opposing(language: Language) -> re.Pattern[str]:
    data = table(language.code, "statements")
    return re.compile(rf"(?<!\w){either((*data['turning'], *data['in_spite']))}[\s،,]*\Z")


def _is_anothers_example(around: Surroundings, sentence: Sentence, passed: str) -> bool:
    """Whether a clause is an example of what somebody says in the sentence before: it is his."""
    earlier = around.before(sentence)
    example = cues.of(around.language, "statements", "for_example").search(passed)
    return bool(
        example and earlier is not None and _reporting(around.language).match(fold(earlier.anchor.text))
    )


@cache
def _reporting(language: Language) -> re.Pattern[str]:
    """A verb of speech at the head or behind a short opening, and what it governs."""
    speech, data = table(language.code, "speech"), table(language.code, "statements")
    joint = conjunctions(language)
    verbs = either((*speech["verbs"], *speech["later_verbs"], *data["subject_verbs"]))
    opening = r"(?:[^.،,:؛]{1,60}[،,]\s*)?"
    return re.compile(rf"\W*{opening}(?:{joint})?{verbs}\s[^.]*?(?<!\w){either(speech['from'])}(?!\w)")


def _completes(around: Surroundings, sentence: Sentence, start: int) -> bool:
    """Whether a sentence stands behind a colon whose words are no heading: «أولا، أن المدينة … مرتين: …»."""
    lead, text = sentence.lead, around.document.text
    if lead is None or start > sentence.anchor.start:
        return False
    if _COLON.match(text, lead.end, sentence.anchor.start) is None:
        return False
    told = cues.expression(around.language, "statements", "told_to_a_colon")
    return told.search(fold(lead.text)) is not None


def _explains(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause opens with «for», a letter on its first word: «فالمصنع …», «فلم تفتح …», «فبعد أن …».

    Somebody named with that letter («فالأردن …») is who it is about, and enough; so is a year, but not
    for «the plant» that no adjective tells from others.
    """
    text, language = around.document.text, around.language
    first = _LETTER.match(text, start, end)
    if first is None or any(name.start < first.end(1) for name in around.named_between(start, end)):
        return False
    word, so = fold(first[1]), morphology(language).joining[1:]
    if not word.startswith(so) or word in folded(language, "no_explaining"):
        return False
    rest = word.removeprefix(so)
    article = morphology(language).article
    before = _told_before(around, sentence, start)
    told = not before.isdisjoint((rest, article + rest)) or around.words[article + rest] > 0
    definite = rest.startswith(article)
    joined = definite or (len(rest) >= _NOUN and told) or rest in folded(language, "after_explaining")
    bare = definite and not fold(first[2] or "").startswith(morphology(language).definite)
    return joined and (bare or DATED.search(text, start, end) is None)


def _told_before(around: Surroundings, sentence: Sentence, start: int) -> set[str]:
    """The words of a sentence before a place, and of the sentence that it goes on from."""
    first = around.before(sentence) or sentence
    return set(_WORD.findall(fold(around.document.text[first.anchor.start : start])))
