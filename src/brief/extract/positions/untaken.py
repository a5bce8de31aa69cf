"""Words of a stance that nobody takes with them: of another, of a mere case, sense or time."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import NEAR
from brief.language import fold
from brief.subjects import Actor
from brief.subjects.words import words_of

_PAIR = 2  # the number and the preposition behind it
_YEAR = 4  # figures of a year
_HEAD = 2  # words of a clause among which its date stands
_REACH = 10
_STATES = frozenset({"country"})
_LATELY = 2  # years back at which a stance is still one of the matter


def is_quoted_of(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether a verb stands in somebody's quotation and tells of another, who stands outside of it.

    «يقول النائب إن الحكومة «اتهمت أولا»»: what her critic says of the government is no stance of hers. What
    is said of a state is often said in its name.
    """
    voice = clause.voice(index)
    if voice is None or actor.kind in _STATES or voice.start <= actor.start < voice.end:
        return False
    same = {fold(voice.label), fold(voice.role or "")}
    shared = set(fold(voice.label).split()) & set(fold(actor.label).split())
    return fold(actor.label) not in same and not shared


def is_supposed(clause: Clause) -> bool:
    """Whether a clause opens with what is not the case: «لو كانت للدولة مصلحة لما …»."""
    return clause.has("supposing", 0, 2)


def is_maybe(clause: Clause, place: int) -> bool:
    """Whether words at `place` are only held possible: «ربما لم يكن هدفا، بل وسيلة», «إذا لم نر عرضا»."""
    return clause.has("maybe", place - _REACH, place) or clause.has("conditions", place - 1, place)


def is_counted(clause: Clause, place: int) -> bool:
    """Whether a figure stands right before a word: things that are counted praise nothing («600 فرصة»)."""
    return any(word[-1:].isdigit() for word in clause.words(place - 1, place))


def is_of_old(clause: Clause, index: int) -> bool:
    """Whether a year long past stands behind the verb at `index`: «دعت الأمم المتحدة لندن عام 1979 إلى»."""
    published = clause.reading.document.published
    if not published:
        return False
    words = clause.words(index + 1, index + _REACH)
    years = (int(one) for one in words if len(one) == _YEAR and one.isascii() and one.isdigit())
    led = clause.has("of_years", index + 1, index + _REACH)
    if led and any(year < int(published[:_YEAR]) - _LATELY for year in years):
        return True
    return any(
        year < int(published[:_YEAR]) - 1 and _dates(clause, place, index)
        for place, year in _years(clause, index)
    )


def _years(clause: Clause, index: int) -> list[tuple[int, int]]:
    """The years shortly before the verb at `index`, with their places."""
    first = max(0, index - _REACH)
    words = enumerate(clause.words(first, index), first)
    return [
        (place, int(one)) for place, one in words if len(one) == _YEAR and one.isascii() and one.isdigit()
    ]


def _dates(clause: Clause, place: int, index: int) -> bool:
    """Whether the year at `place` tells when: «شهدت أزمة في 2019 حين رفضت»، «في أبريل 2019 رفضت»."""
    if clause.has("when", place + 1, place + 2):
        return True
    heads = place <= _HEAD and clause.has("in_year", 0, 1)
    near = all(token.joined for token in clause.line.tokens[place + 1 : index + 1])
    return heads and near and not clause.has("relatives", place, index)


def is_of_another_sense(clause: Clause, index: int, place: int) -> bool:
    """Whether what stands at `place` gives a verb another sense: «عزت التأجيل إلى», «تحفظ حقوق الطرفين»."""
    if clause.has("attributing", index, index + 1):
        return clause.has("attributed", index + 1, index + 1 + NEAR)
    if not clause.has("preserving", index, index + 1) or place >= len(clause.line.tokens):
        return False
    small = words_of(clause.language).governing
    word = clause.line.tokens[place].word
    led = word in small or clause.has("leading", place, place + 1)
    return clause.line.tokens[place].joined and not led


def is_ended(clause: Clause, index: int) -> bool:
    """Whether a refusal was given up in the same words: «رفضته كينيا إلى أن اتفق الجانبان»."""
    words = clause.words(index + 1, index + 1 + NEAR)
    until = clause.cues.ways["until"]
    places = [one for one in range(len(words) - 2) if " ".join(words[one : one + 2]) in until]
    return any(words[one + 2] in clause.cues.ways["yielding"] for one in places)


def is_of_number(clause: Clause, index: int) -> bool:
    """Whether the subject of a verb is a bare number, or a few of some kind: «امتنع سبعة عن التصويت»."""
    tokens = clause.line.tokens[index + 1 : index + 3]
    small = words_of(clause.language)
    if len(tokens) < _PAIR or not all(one.joined for one in tokens):
        return False
    counts = tokens[0].word in small.crowds or tokens[0].word.isdigit()
    definite = tokens[1].word.startswith(clause.cues.letters.article)
    some = clause.has("a_few", index + 1, index + 2) and not definite
    return (counts and tokens[1].word in small.governing) or some


def is_received(clause: Clause, index: int, place: int) -> bool:
    """Whether a feeling is what somebody meets with: «تواجه غضب السكان», not «واجهوا القرار بالغضب»."""
    by = clause.line.tokens[place].word.startswith(clause.cues.letters.by)
    return not by and clause.has("receiving", index, index + 1)


def is_genitive(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether the ending of people right behind a word shows that it is a noun: «استمرار تمرد المسلحين»."""
    place, letters = clause.line.index(actor.start), clause.cues.letters
    if actor.kind != "role" or place != index + 1:
        return False
    word = clause.line.tokens[place].word
    doing = word.startswith(letters.article + letters.participle) and word.endswith(letters.plural[1])
    return doing and word not in words_of(clause.language).offices
