"""What is to come is watched for by its own line: its words lean on none before them."""

from __future__ import annotations

import re

from brief import periods
from brief.cues import expression
from brief.extract.events.cues import cues
from brief.extract.events.signs import Kind, Told
from brief.extract.events.subjectless import lacks_subject
from brief.extract.statements.openings import answers, behind_lead_ins, goes_on, leans
from brief.language import Language, fold, table, view
from brief.metadata.opinion import first_person
from brief.model import Document, Sentence
from brief.morphology import morphology
from brief.subjects.words import unowned, words_of

_LONGEST = 440
_LONGER = 260  # the same for what names who does it already
_SHORT = 4  # letters of a word that ends like a pronoun by chance
_NEAR = 3  # words between «to» and a time
_OPENING = 3  # words in which a «moreover» shows that the subject stands before
_PUTTING_OFF = re.compile(r"(?<!\w)\w+\s+\Z")
# What it announces belongs to what stands before it.
_ANNOUNCES = ":"
_OFFICE = 4  # words among which an office with its pronoun stands behind a verb that opens
_VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.WAS


def alone(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> int:
    """Where words that end at `end` must begin to be understood alone: at `start`, or before it.

    They begin with their sentence, or with the one before it where that is needed and they stay
    short enough; where nothing helps, at `start`.
    """
    start = _behind_added(document.text, start, end, language)
    begin = _behind_lead_ins(document.text, start, end, language, sentence.anchor.start)
    if not _needs_more(document, sentence, begin, end, language):
        return begin
    return _widened(document, sentence, start, end, language)


def understood(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> int:
    """Where words that end at `end` must begin for it to be told who did what.

    That is behind their lead-ins, or with their sentence; with the one before it only where nobody
    does it without.
    """
    text = document.text
    start = _behind_lead_ins(text, start, end, language, sentence.anchor.start)
    lacks = _is_lacking(text[start:end], language)
    if not lacks and not _is_scrap(document, sentence, start, end, language):
        return start
    longest = _LONGEST if lacks else _LONGER
    firsts = (one.anchor.start for one in _before(document, sentence, language))
    begins = [_behind_lead_ins(text, first, end, language, first) for first in firsts]
    fit = (one for one in begins[: 1 + lacks] if one < start and end - one <= longest)
    return next((one for one in fit if not _is_lacking(text[one:end], language)), start)


def _is_lacking(text: str, language: Language) -> bool:
    """Whether who does it stands before words, or whose office his is: «its envoy said on Sunday that»."""
    if lacks_subject(text, language):
        return True
    words = fold(text).split()[:_OFFICE]
    known = words_of(language)
    place = next((n for n, word in enumerate(words) if unowned(word, known) in known.offices), 0)
    return place > 0 and Told(" ".join(words[:place]), language).has(Kind.PAST | Kind.PRESENT)


def with_putting_off(text: str, opening: int, start: int, when: int, language: Language) -> int:
    """Where words from `start` to a time at `when` begin, with the putting off that governs them.

    «The signing to Tuesday» is the putting off of the signing.
    """
    noun, data = _PUTTING_OFF.search(text, opening, start), table(language.code, "events")
    to_it = set(map(fold, data["postponed_to"])) & set(fold(text[start:when]).split()[-_NEAR:])
    definite = fold(text[start : start + _SHORT]).startswith(morphology(language).article)
    if noun is None or not (to_it and definite):
        return start
    return noun.start() if fold(noun[0].strip()) in map(fold, data["postponing"]) else start


def _is_scrap(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> bool:
    """Whether words inside of a sentence only go on with those before them.

    Or they hold no verb, and tell of nothing that is definite.
    """
    words = document.text[start:end]
    first = sentence.anchor.start
    lead = _behind_lead_ins(document.text, first, end, language, first)
    named = fold(words).startswith(morphology(language).article) or Told(fold(words), language).has(_VERB)
    return start > lead and (not named or _is_owned(words, language) or _only_adds(words, language))


def _is_owned(text: str, language: Language) -> bool:
    """Whether the first word is somebody's whom a pronoun stands for: «انسحابها»."""
    owners = tuple(one for one in morphology(language).possessive if len(one) > 1)
    return any(len(word) > _SHORT and word.endswith(owners) for word in fold(text).split(maxsplit=1)[:1])


def _only_adds(text: str, language: Language) -> bool:
    """Whether words open as the rest of a sentence does: with «of …», but not with «of what is set is …»."""
    key = fold(text)
    hanging = cues(language).hanging.match(key) is not None
    sets = expression(language, "events", "sets").match(key) is not None
    return hanging or (goes_on(text, language) and not sets) or answers(text, language)


def _before(document: Document, sentence: Sentence, language: Language) -> list[Sentence]:
    """A sentence and, in its paragraph, the one before it.

    Not where that has a time of its own, which would be taken for the day of both, ends in the words of a
    quotation that opens before it, or is what an author says of himself.
    """
    earlier = document.sentences[sentence.position - 1] if sentence.position else None
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return [sentence]
    text = earlier.anchor.text
    if document.opinion and first_person(text, language):
        return [sentence]
    quoted = text.count("«") != text.count("»") or text.count('"') % 2 == 1
    if quoted or periods.find(text, language, document.published):
        return [sentence]
    return [sentence, earlier]


def _widened(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> int:
    """Where words that need more begin: with their sentence or the one before it, where that helps."""
    for first in _before(document, sentence, language):
        begin = first.anchor.start
        words = document.text[begin:end]
        opens = _is_head(document, first) and _adds(document.text[start:end], language)
        if begin < start and end - begin <= _LONGEST and (opens or not hangs(words, language)):
            return begin
    return start


def _behind_lead_ins(text: str, start: int, end: int, language: Language, opening: int) -> int:
    """Where words begin behind what adds nothing to them, in a sentence that begins at `opening`.

    Not where they answer what stands before, or a lead-in governs their case.
    """
    begin = behind_lead_ins(text, _behind_added(text, start, end, language), end, language)
    governed = _is_accusative(text[begin:end], language)
    is_answer = begin > behind_lead_ins(text, opening, end, language) and answers(text[start:end], language)
    return start if governed or is_answer else begin


def _is_accusative(text: str, language: Language) -> bool:
    """Whether the first word shows by its ending that it is the object or the purpose of others."""
    return any(morphology(language).nominal[1] in word for word in text.split(maxsplit=1)[:1])


def _behind_added(text: str, start: int, end: int, language: Language) -> int:
    """Where words begin behind «كما أن», which only adds them to others."""
    seen = view(text[start:end])
    opening = cues(language).added.match(seen.text)
    return start + seen.span(opening.end(), opening.end() + 1)[0] if opening else start


def _is_head(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence opens its paragraph."""
    before = document.sentences[sentence.position - 1] if sentence.position else None
    return before is None or before.paragraph != sentence.paragraph


def _adds(text: str, language: Language) -> bool:
    """Whether a «moreover» near their opening shows that the subject of words stands before them."""
    return cues(language).adding.search(" ".join(fold(text).split()[:_OPENING])) is not None


def _needs_more(document: Document, sentence: Sentence, start: int, end: int, language: Language) -> bool:
    """Whether words hang on those before, by their own opening or by where they were cut off."""
    if hangs(document.text[start:end], language):
        return True
    if start == _behind_added(document.text, sentence.anchor.start, end, language):
        return False
    return (
        document.text[:start].rstrip().endswith(_ANNOUNCES)
        or cues(language).joined.match(fold(document.text[start:end])) is not None
    )


def hangs(text: str, language: Language) -> bool:
    """Whether words lean on others before them."""
    return (
        leans(text, language)
        or _only_adds(text, language)
        or _adds(text, language)
        or lacks_subject(text, language)
    )
