"""Whether a clause can be read alone, and how far it must be widened where it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.extract.statements.answered import answer
from brief.extract.statements.asked import holds_question
from brief.extract.statements.clauses import STOPS, beginning
from brief.extract.statements.halves import is_half
from brief.extract.statements.hanging import takes_up
from brief.extract.statements.interviews import is_answer
from brief.extract.statements.needs import (
    announces_turn,
    counterpart,
    denies,
    is_disowned,
    is_quotation,
    is_torn,
    needs_before,
)
from brief.extract.statements.openings import behind_lead_ins, leans, resumes
from brief.extract.statements.owing import is_half_denied, owes, says_nothing
from brief.extract.statements.parties import names_its_parties
from brief.extract.statements.scenes import is_scene
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.unexplained import only_heads
from brief.extract.statements.voice import is_authors
from brief.extract.statements.whose import is_of_states, is_one_of_several, is_plain, is_told_before, unowned
from brief.language import fold
from brief.model import Sentence

MIN_WORDS = 6
MAX_WORDS = 75
# A statement that begins in a sentence before has at most so many words, and so many sentences.
WIDENED_WORDS = 75
WIDENED_SENTENCES = 2
# One that is widened only for the full name of a body has fewer, where it is plain without.
OWNED_WORDS = 50
# What a clause needs before it makes the whole so many times as long at most.
MOST_CARRIED = 5
# One that is told with what its sentence turns against it has as many at most.
TURNED_WORDS = 50

Span = tuple[Sentence, int, int]


def self_contained(around: Surroundings, sentence: Sentence, start: int, end: int, until: int) -> Span | None:
    """The clause with the sentence it begins in, widened until it leans on nothing.

    It is told up to `until`, where what its own sentence turns against it ends; it takes in earlier
    sentences that it speaks of, and the later one that says otherwise. None where that does not help, or
    would be too long, and where the sentence behind answers it and both are too long for a line.
    """
    if around.is_above(sentence):
        return None
    unfit = is_disowned(around, sentence, start, end) or is_scene(around, start, end)
    if unfit or only_heads(around, sentence, start, end):
        return None
    if until > end:
        turned = len(around.document.text[start:until].split()) <= TURNED_WORDS
        return _owned(around, start, _widened(around, sentence, start, end, until)) if turned else None
    answered = answer(around, sentence, start, end)
    if answered is not None:
        return _owned(around, start, _widened(around, sentence, start, end, closed(around, answered)))
    later = counterpart(around, sentence, start, end)
    if later is not None and is_sound(around, later.anchor.start, later.anchor.end, fewest=1):
        both = _widened(around, sentence, start, end, closed(around, later))
        if both is not None or denies(around, later):
            return _owned(around, start, both)
    return _owned(around, start, _widened(around, sentence, start, end, end))


def from_sentence(around: Surroundings, first: Sentence, end: int) -> Span | None:
    """The words from a sentence on to `end`: what is there is told anyhow, and leans on no more than before.

    None where they are too long, unreadable, or open with words that lean on those before.
    """
    text = around.document.text
    begin = behind_lead_ins(text, beginning(around, first), end, around.language)
    fits = len(text[begin:end].split()) <= WIDENED_WORDS and is_sound(around, begin, end)
    opens = not (leans(text[begin : first.anchor.end], around.language) or around.inside_quotation(begin))
    whole = not (is_quotation(around, begin, end) or is_torn(around, begin, end))
    return (first, begin, end) if fits and opens and whole and not is_scene(around, begin, end) else None


def _owned(around: Surroundings, start: int, found: Span | None) -> Span | None:
    """With the sentence before that says whose «the ministry» is; None where it may be another.

    A clause from `start` that was told with the sentence before it anyhow keeps its ministry as it is, if
    all three would be too long.
    """
    noun = unowned(around, *found[1:]) if found else None
    if found is None or noun is None:
        return found
    first, _, end = found
    known = found[1] < start and is_of_states(around, noun)
    plain = known or is_plain(around, noun, first.position)
    earlier: Sentence | None = first
    for _ in range(1 if is_one_of_several(around, noun) else WIDENED_SENTENCES):
        earlier = around.before(earlier) if earlier else None
        told = earlier is not None and is_told_before(around, earlier, noun)
        most = OWNED_WORDS if plain else WIDENED_WORDS
        widened = _from(around, earlier, end, end, most) if earlier and told else None
        if widened:
            return widened
    return found if plain else None


def _from(
    around: Surroundings, first: Sentence, opening: int, end: int, most: int = WIDENED_WORDS
) -> Span | None:
    """The words from a sentence on, where they are readable and lean on nothing."""
    text, opening = around.document.text, min(opening, first.anchor.end)
    begin = behind_lead_ins(text, beginning(around, first), end, around.language)
    told = len(text[begin : first.anchor.end].split()) > 1
    if not told or len(text[begin:end].split()) > most or not is_sound(around, begin, end):
        return None
    if is_scene(around, begin, end):
        return None
    return (first, begin, end) if _stands(around, first, begin, opening, end) else None


def closed(around: Surroundings, sentence: Sentence) -> int:
    """Where a sentence ends, its last stop left out."""
    return sentence.anchor.start + len(sentence.anchor.text.rstrip(STOPS))


def _widened(around: Surroundings, sentence: Sentence, start: int, own: int, end: int) -> Span | None:
    """The clause from `start` to `own`, told up to `end`, with the earlier sentences that it leans on."""
    sound = is_sound(around, start, end)
    if sound and _stands(around, sentence, start, own, end):
        return sentence, start, end
    if not (sound or is_sound(around, start, end, fewest=1)) or _is_cut_off(around, sentence, start, end):
        return None
    for first in _before(around, sentence, start):
        found = _from(around, first, own, end, TURNED_WORDS if first is sentence else WIDENED_WORDS)
        if found:
            return found if _is_carried(around, start, end, found) else None
    return None


def _before(around: Surroundings, sentence: Sentence, start: int) -> Iterator[Sentence]:
    """Where a clause may begin instead: half of a sentence at the head of it, then in those before it."""
    half = is_half(around, sentence, start, sentence.anchor.end)
    if half and start > beginning(around, sentence):
        yield sentence
    earlier: Sentence | None = sentence
    for _ in range(WIDENED_SENTENCES):
        earlier = around.before(earlier) if earlier else None
        if earlier is not None:
            yield earlier


def _is_carried(around: Surroundings, start: int, end: int, found: Span) -> bool:
    """Whether what is told before a clause holds what it takes up, and is not many times as long.

    What is much longer would be the statement.
    """
    text, (_, begin, last) = around.document.text, found
    short = len(text[begin:last].split()) <= MOST_CARRIED * len(text[start:last].split())
    return short and takes_up(text[begin:start], text[start:end], around.language)


def _is_cut_off(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause speaks of all that its sentence said before it, or is too short a turn to be told.

    No sentence before can help then.
    """
    text, language = around.document.text, around.language
    turn = announces_turn(text[sentence.anchor.start : end], language)
    short = len(text[start:end].split()) < MIN_WORDS
    return (turn and short) or (start > sentence.anchor.start and resumes(text[start:end], language))


def is_sound(around: Surroundings, start: int, end: int, fewest: int = MIN_WORDS) -> bool:
    """Whether a clause is a statement by its form.

    It is of readable length, asks and announces nothing, and its author does not speak of himself.
    """
    text = around.document.text[start:end]
    words = text.split()
    announcing = cues.of(around.language, "statements", "announcing")
    return (
        fewest <= len(words) <= MAX_WORDS
        and not holds_question(text, around.language)
        and not cues.opening(around.language, "statements", "about_texts").match(fold(text))
        and not is_authors(around, start, end)
        and not is_answer(around, start)
        and not announcing.search(" ".join(map(fold, words[-3:])))
    )


def _stands(around: Surroundings, sentence: Sentence, start: int, opening: int, end: int) -> bool:
    """Whether the words up to `opening` lean on nothing; what comes after them may lean on them."""
    text = around.document.text
    return (
        not leans(text[start:opening], around.language)
        and not owes(text[start:opening], text[sentence.anchor.start : start], around.language)
        and not around.inside_quotation(start)
        and not is_quotation(around, start, end)
        and not is_torn(around, start, end)
        and not is_half(around, sentence, start, end)
        and not needs_before(around, sentence, start, end)
        and names_its_parties(around, start, end)
        and not is_half_denied(fold(text[start:end]), around.language)
        and (
            bool(around.named_between(start, end)) or not says_nothing(fold(text[start:end]), around.language)
        )
    )
