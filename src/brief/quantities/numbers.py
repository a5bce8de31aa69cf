"""A number in its place: measured in a unit, counting a noun, in a row, or bare."""

from __future__ import annotations

import re
from decimal import Decimal

from brief.quantities import ends, labels, nouns, sides
from brief.quantities.around import leading
from brief.quantities.numerals import Numeral
from brief.quantities.passage import Figure, Passage
from brief.quantities.sides import Side
from brief.quantities.units import Unit, settled

_ROW = 3  # words in which what stands in a row is named
_LEAD = 4  # words in which a cue before a figure counts
_FEW = frozenset(range(3, 11))
_TO_TEN = frozenset(range(1, 11))
_MOST_PERCENT = 1000
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def number(passage: Passage, at: int) -> Figure | None:
    """The figure whose number begins at a place."""
    one = sides.side(passage, at)
    if one is None or labels.is_form(passage, one.numeral):
        return None
    if one.numeral.fraction and one.numeral.joined and (half := _one_and_half(passage, one.numeral)):
        return half
    other = ends.upper(passage, one)
    if other is not None:
        return _range(passage, one, other)
    if one.unit is not None:
        return _measured(passage, one, one.unit)
    change = ends.lower(passage, one)
    if change is not None:
        return _changed(passage, one, change) or _counted(passage, one)
    return _bare(passage, one)


def _bare(passage: Passage, one: Side) -> Figure | None:
    """A number without a unit: a part of nothing named is none."""
    if one.numeral.fraction:
        return None
    return _definite(passage, one) if one.numeral.definite else _counted(passage, one)


def _range(passage: Passage, one: Side, other: Side) -> Figure | None:
    low, high = sorted(ends.bounds(one, other))
    noun = _noun(passage, other)
    if other.unit is not None:
        name, _ = settled(other.unit.id, high)
        shrink = settled(other.unit.id, high)[1] / high
        return _figure(one, (low * shrink, high * shrink), name, noun, (other.end, other.next))
    written = passage.word(one.next) not in passage.words.sets["to"] and not other.numeral.joined
    if noun is None and (written or labels.labelled(passage, one.first)):
        return None  # the end of a match, or some articles of a law
    until = _end(passage, other, nouns.noun_at(passage, other.numeral))
    return _figure(one, (low, high), "count", noun, until)


def _changed(passage: Passage, one: Side, other: Side) -> Figure | None:
    """«ارتفع من 210 إلى 260 مليون دولار»: the first figure has the scale and unit of the second."""
    if other.unit is None and nouns.noun_at(passage, other.numeral) is None:
        return None
    value = ends.start_of_change(one, other)
    name, value = settled(other.unit.id if other.unit else "count", value)
    return _figure(one, (value, value), name, _noun(passage, other))


def _measured(passage: Passage, one: Side, unit: Unit) -> Figure | None:
    value = sides.signed(one, one.numeral.value) * unit.times
    if unit.id == "persons":
        value = _whole(passage, one.numeral, value)
    if unit.id == "decade" and signed_before(passage, one.first):
        return _figure(one, (value, value), "count", passage.span(one.numeral.next))
    after, extra = and_half(passage, one.next)
    name, value = settled(unit.id, value + extra * unit.times)
    if one.numeral.fraction and name == "persons":
        return None
    end = passage.tokens[after - 1].end
    return _figure(one, (value, value), name, _noun(passage, one), (end, after))


def _figure(
    one: Side,
    values: tuple[Decimal, Decimal],
    unit: str,
    noun: tuple[int, int] | None = None,
    until: tuple[int, int] | None = None,
) -> Figure:
    """A figure that begins with a side and ends with it, or in `until` (folded text, place)."""
    end, after = until or (one.end, one.next)
    low, high = values
    return Figure(
        start=one.start, end=end, first=one.first, next=after, low=low, high=high, unit=unit, noun=noun
    )


def _noun(passage: Passage, one: Side) -> tuple[int, int] | None:
    """What the text says is counted, where it is."""
    if one.unit is not None:
        return passage.span(one.numeral.next) if one.unit.id == "persons" else None
    at = nouns.noun_at(passage, one.numeral)
    return None if at is None else passage.span(at)


def _whole(passage: Passage, numeral: Numeral, value: Decimal) -> Decimal:
    """What is counted is whole: «61.300 نسمة» has its thousands set apart by a full stop."""
    grouped = numeral.digits and numeral.scale == 1 and _THOUSANDS.fullmatch(passage.word(numeral.next - 1))
    return value * 1000 if grouped else value


def _end(passage: Passage, one: Side, noun: int | None) -> tuple[int, int]:
    """Where a counting number ends: with the noun that follows it at once."""
    if noun == one.next:
        return passage.tokens[one.next].end, one.next + 1
    return one.end, one.next


def and_half(passage: Passage, at: int) -> tuple[int, Decimal]:
    """«عامين ونصف العام»: the half that follows a unit, and where it ends."""
    word = passage.words.numbers.known.get(passage.word(at))
    if word is None or word.kind != "fraction" or not word.joined:
        return at, Decimal(0)
    following = passage.word(at + 1)
    again = following.removeprefix(passage.words.article)
    echoed = again != following and again in passage.words.units.forms
    return at + 1 + echoed, word.value


def signed_before(passage: Passage, at: int) -> bool:
    """Whether contracts are spoken of: «توقيع ثمانية عقود»."""
    return any(
        passage.texts[place] in passage.words.sets["signing"] for place in leading(passage.texts, at, _LEAD)
    )


def anniversary(passage: Passage, at: int) -> bool:
    """Whether years since something are counted: «الذكرى الثلاثون»."""
    words = passage.words.sets["anniversary"]
    return any(passage.texts[place] in words for place in leading(passage.texts, at, _LEAD))


# Numbers with the article -----------------------------------------------------------------


def _definite(passage: Passage, one: Side) -> Figure | None:
    """«الجولة الـ18», «الذكرى الثلاثين», «الدول الثلاث»."""
    numeral, at = one.numeral, one.numeral.first
    value = (numeral.value, numeral.value)
    if anniversary(passage, at):
        return _figure(one, value, "year")
    unit = nouns.span_before(passage, numeral)
    if unit is not None:
        return _figure(one, (numeral.value * unit.times,) * 2, unit.id)
    previous = passage.word(at - 1)
    if not previous or labels.grouped(passage, at) or labels.labelled(passage, at):
        return None
    noun = passage.span(at - 1)
    if _in_row(passage, at) and (numeral.digits or numeral.value not in _TO_TEN):
        return _figure(one, value, "ordinal", noun)
    named = previous.startswith(passage.words.article) and (numeral.value in _FEW or numeral.digits)
    return _figure(one, value, "count", noun) if named else None


def _in_row(passage: Passage, at: int) -> bool:
    series = passage.words.sets["series"]
    return any(passage.texts[place] in series for place in leading(passage.texts, at, _ROW))


# Numbers that count, or stand alone ---------------------------------------------------------


def _counted(passage: Passage, one: Side) -> Figure | None:
    numeral, sets = one.numeral, passage.words.sets
    value = sides.signed(one, numeral.value)
    previous = passage.word(one.first - 1)
    if _is_named(passage, one):
        return None
    at = nouns.noun_at(passage, numeral)
    noun = None if at is None else passage.span(at)
    if noun is None and numeral.digits and previous in sets["series"] and numeral.scale == 1:
        return _figure(one, (value, value), "ordinal", passage.span(one.first - 1))
    if noun is None and previous in sets["percent_before"] and 0 < value <= _MOST_PERCENT:
        return _figure(one, (value, value), "percent")
    if _is_one(numeral):
        return _one(passage, numeral)
    if noun is None and not _amounts(passage, one):
        return None
    value = value if noun is None else _whole(passage, numeral, value)
    return _figure(one, (value, value), "count", noun, _end(passage, one, at))


def _is_named(passage: Passage, one: Side) -> bool:
    """«المادة 5», «بوينغ 737»: no number of what follows."""
    if not one.numeral.digits or one.numeral.scale > 1:
        return False
    return labels.labelled(passage, one.first) or passage.word(one.first - 1) in passage.words.sets["names"]


def _amounts(passage: Passage, one: Side) -> bool:
    """Whether a number that counts nothing is an amount at all, not the number of something."""
    numeral, words = one.numeral, passage.words
    if numeral.digits and (labels.labelled(passage, one.first) or labels.is_year(numeral)):
        return False
    if numeral.scale > 1 or not numeral.digits:
        sure = (numeral.next - numeral.first > 1 or numeral.scale == 1) and not _definite_follows(
            passage, numeral
        )
    else:
        sure = not passage.word(numeral.next - 1).isdigit()
    led = passage.word(one.first - 1) in words.sets["amount"]
    leads = (
        passage.word(one.next) in words.sets["amount_before"] or one.start != passage.tokens[one.first].start
    )
    return sure or led or leads or words.before.before(passage.texts, one.first) is not None


def _definite_follows(passage: Passage, numeral: Numeral) -> bool:
    """«تسع الصومعة خمسين ألف طن», «ألف الكاتب رواية»: before the article the word is another one."""
    return not numeral.digits and passage.word(numeral.next).startswith(passage.words.article)


def _is_one(numeral: Numeral) -> bool:
    """Whether the word for one stands alone: a pronoun more often than a number."""
    return (
        numeral.value == 1 and not numeral.digits and numeral.scale == 1 and numeral.next - numeral.first == 1
    )


def _one(passage: Passage, numeral: Numeral) -> Figure | None:
    """«أسبوع واحد»."""
    if numeral.joined or numeral.start != passage.tokens[numeral.first].start:
        return None
    return _from_singular(passage, numeral, numeral.next, Decimal(1))


def _one_and_half(passage: Passage, numeral: Numeral) -> Figure | None:
    """«عقدا ونصف العقد»."""
    after, extra = and_half(passage, numeral.first)
    return _from_singular(passage, numeral, after, 1 + extra) if extra else None


def _from_singular(passage: Passage, numeral: Numeral, after: int, value: Decimal) -> Figure | None:
    """A figure of the unit whose singular stands before a number."""
    at = numeral.first - 1
    word = passage.bare(passage.word(at)) if at >= passage.done and passage.spaced(numeral.first) else ""
    unit = passage.words.units.named(word) if word in passage.words.units.singulars else None
    if unit is None:
        return None
    start, end = passage.tokens[at].end - len(word), passage.tokens[after - 1].end
    name, value = settled(unit.id, value * unit.times)
    noun = (start, passage.tokens[at].end) if name == "persons" else None
    return Figure(start=start, end=end, first=at, next=after, low=value, high=value, unit=name, noun=noun)
