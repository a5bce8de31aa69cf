"""What turns a statement behind its end: «لكن …», «والحال أن …», «ولم يتسن التحقق …»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from brief import cues
from brief.extract.statements.alone import MIN_WORDS, Span, closed, is_sound
from brief.extract.statements.answered import answer, following, speaks
from brief.extract.statements.given import Read
from brief.extract.statements.setups import roots
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold
from brief.model import Sentence

# What stands between the end of a statement and that of its sentence: its stop and marks.
_STOPS = 4
# With what turns it a statement has so many words at most; with what it must not be told without, so many.
_TURNED_WORDS = 50
_BOUND_WORDS = 75
# Who turns against it is named within so many words.
_HEAD = 6
_MARKS = '«»“”"،,:'
# How a sentence opens that takes up what was told: no line of it is told without that.
_BINDING = ("taking_that_up", "turning_on_it", "unverified", "unsettled", "part_only")


class _Turn(Struct, frozen=True):
    """A sentence that turns what is told before it: how long both may be, and whether they are bound."""

    sentence: Sentence
    most_words: int
    is_bound: bool


def turned(around: Surroundings, read: Sequence[Read]) -> tuple[Read, ...]:
    """What was read, each statement told with the sentence behind it that turns it.

    One that is bound to that sentence leans as it stands where the clause that turns tells both, or where
    there is no room; another stays as it is then. What nobody says and nobody judges leans, too.
    """
    places: dict[int, Read] = {}
    for one in read:
        places.setdefault(one.sentence.position, one)
    return tuple(_turned(around, one, places) for one in read)


def _turned(around: Surroundings, one: Read, places: Mapping[int, Read]) -> Read:
    last = _last(around, one.found[0], one.found[2]) if one.found else None
    if one.found is None or last is None:
        return one
    first, begin, end = one.found
    turn = _turn_behind(around, last, begin, end) or _denied(around, one, last, end)
    if turn is None:
        rumour = _is(around.language, "of_nobody", fold(around.document.text[begin:end]))
        return structs.replace(one, found=None) if rumour else one
    tell_both = (places.get(sentence.position) for sentence in (last, turn.sentence))
    if any(other and other.found and _holds(other.found, begin, end) for other in tell_both):
        return structs.replace(one, found=None) if turn.is_bound else one
    opening, close = turn.sentence.anchor.start, closed(around, turn.sentence)
    back = answer(around, turn.sentence, opening, turn.sentence.anchor.end)
    close = closed(around, back) if back else close
    fits = len(around.document.text[begin:close].split()) <= (_BOUND_WORDS if back else turn.most_words)
    told = is_sound(around, opening, close, fewest=1 if turn.is_bound else MIN_WORDS)
    if fits and told and is_sound(around, begin, close):
        return structs.replace(one, found=(first, begin, close))
    return structs.replace(one, found=None) if turn.is_bound else one


def _holds(found: Span, begin: int, end: int) -> bool:
    """Whether a statement tells what stands between two places, and more behind them."""
    return found[1] <= begin and found[2] > end


def _turn_behind(around: Surroundings, last: Sentence, start: int, end: int) -> _Turn | None:
    """What turns against what is told up to the end of its `last` sentence, None where nothing does.

    In the same paragraph a sentence does that opens so and speaks of the same, says that nobody could tell
    or puts one thing in the place of another; behind it only somebody who speaks against somebody.
    """
    later = following(around, last) if end >= last.anchor.end - _STOPS else None
    if later is None:
        return None
    language, same = around.language, around.after(last) is not None
    key, said = fold(last.anchor.text), fold(later.anchor.text)
    if _is(language, "granted_at_once", said):
        later = following(around, later)
        binds = later is not None and _is(language, "turning_at_once", fold(later.anchor.text))
        return _Turn(later, _BOUND_WORDS, is_bound=True) if later and binds else None
    if (same and _is_bound(language, key, said)) or _is_bound_from_afar(language, key, said):
        return _Turn(later, _BOUND_WORDS, is_bound=True)
    if not _is(language, "turning_at_once", said):
        return None
    if same:
        return _Turn(later, _TURNED_WORDS, is_bound=False) if _speaks_of_it(language, key, said) else None
    against = speaks(language, fold(around.document.text[start:end])) and speaks(language, said)
    return _Turn(later, _TURNED_WORDS, is_bound=False) if against and _says_what(language, said) else None


def _denied(around: Surroundings, one: Read, last: Sentence, end: int) -> _Turn | None:
    """What answers the sentence that turned a statement, where one was told with it."""
    if last.position == one.sentence.position:
        return None
    turned_by = _is(around.language, "turning_at_once", fold(last.anchor.text))
    back = answer(around, last, last.anchor.start, end) if turned_by else None
    return _Turn(back, _BOUND_WORDS, is_bound=True) if back else None


def _is_bound_from_afar(language: Language, key: str, said: str) -> bool:
    """Whether a folded text takes up the one before it though a paragraph lies between.

    It gives another account, or turns against what was granted.
    """
    turns = _is(language, "turning_at_once", said) and _is(language, "conceding", key)
    return turns or _is(language, "other_account", said)


def _is_bound(language: Language, key: str, said: str) -> bool:
    """Whether the second of two folded texts takes up the first, or is what is said of a rumour.

    It says that nobody could tell, or what it is instead: «لم تكن المشكلة … . المشكلة …».
    """
    if any(_is(language, name, said) for name in _BINDING):
        return True
    turns = _is(language, "turning_at_once", said)
    if _is(language, "of_nobody", key):
        return turns or _is(language, "judging", said)
    denied, instead = (cues.expression(language, "answers", name) for name in ("not_this", "but_that"))
    one, other = denied.match(key), instead.match(said)
    return one is not None and other is not None and one["noun"] == other["noun"]


def _speaks_of_it(language: Language, key: str, said: str) -> bool:
    """Whether folded text that turns tells more of what the first tells, or what somebody says to it."""
    return speaks(language, said) or bool(roots(key, language) & roots(said, language))


def _says_what(language: Language, said: str) -> bool:
    return cues.expression(language, "answers", "saying_what").search(said) is not None


def _last(around: Surroundings, first: Sentence, end: int) -> Sentence | None:
    """The sentence that words from `first` on end in."""
    behind = around.document.sentences[first.position :]
    return next((sentence for sentence in behind if sentence.anchor.end >= end), None)


def _is(language: Language, name: str, said: str) -> bool:
    return cues.expression(language, "answers", name).match(said) is not None
