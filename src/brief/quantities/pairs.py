"""Words that count without a number: duals («يومين», «قوتين نوويتين») and a lone unit («لمدة أسبوع»)."""

from __future__ import annotations

from decimal import Decimal

from brief.quantities.numbers import and_half, signed_before
from brief.quantities.passage import Figure, Passage
from brief.quantities.sides import Side, side
from brief.quantities.units import Pair, Unit

_SHORTEST = 5  # letters of a dual that only its ending tells


def dual(passage: Passage, at: int) -> Figure | None:
    """«عامين ونصف العام», «دولتين», «نقطتين مئويتين»."""
    pair = passage.words.units.pair(passage.tokens, at)
    if pair is None:
        return None
    token, after = passage.tokens[at], _repeated(passage, at + 1 + len(pair.rest))
    start = token.start + pair.prefix
    if pair.id == "decade" and signed_before(passage, at):
        return _two(passage, at, after, start)
    after, extra = and_half(passage, after)
    unit = passage.words.units.rated(Unit(pair.id, pair.value / 2, after), passage.tokens)
    value = pair.value + extra * unit.times
    other = _upper(passage, at, unit, pair)
    high = other.numeral.value * other.unit.times if other and other.unit else value
    end = other.next if other else unit.next
    noun = (start, token.end) if pair.id in ("count", "persons") else None
    return Figure(
        start=start,
        end=passage.tokens[end - 1].end,
        first=at,
        next=end,
        low=value,
        high=high,
        unit=unit.id,
        noun=noun,
    )


def _repeated(passage: Passage, at: int, value: int = 2) -> int:
    """The place after the number word that may stress a dual or a singular: «دولتين اثنتين», «يوم واحد»."""
    word = passage.words.numbers.known.get(passage.word(at))
    plain = word is not None and not (word.joined or word.governed or word.definite)
    return at + 1 if word is not None and plain and word.kind == "unit" and word.value == value else at


def _upper(passage: Passage, at: int, unit: Unit, pair: Pair) -> Side | None:
    """«عامين إلى ثلاثة أعوام», «بين أسبوعين وثلاثة أسابيع»."""
    linked = passage.word(unit.next) in passage.words.sets["to"]
    other = side(passage, unit.next + linked) if unit.next < len(passage.tokens) else None
    if other is None or other.unit is None or other.unit.id != unit.id:
        return None
    if not linked and (not other.numeral.joined or passage.words.between.before(passage.texts, at) is None):
        return None
    return other if other.numeral.value * other.unit.times > pair.value else None


def _two(passage: Passage, at: int, after: int, start: int) -> Figure:
    end, two = passage.tokens[at].end, Decimal(2)
    return Figure(
        start=start, end=end, first=at, next=after, low=two, high=two, unit="count", noun=(start, end)
    )


def open_pair(passage: Passage, at: int) -> Figure | None:
    """Two words side by side with one ending of the dual: «قوتين نوويتين», «ناقلتان نرويجيتان»."""
    word, following, words = passage.word(at), passage.word(at + 1), passage.words
    ending = next((ending for ending in words.pair_endings if word.endswith(ending)), None)
    if ending is None or not following.endswith(ending) or not passage.spaced(at + 1):
        return None
    if len(word) < _SHORTEST or words.article in word[: len(words.article) + 1]:
        return None
    if following.startswith((words.article, words.conjunction)) or word.startswith(words.pair_never):
        return None
    return _two(passage, at, at + 2, passage.tokens[at].start)


def single(passage: Passage, at: int) -> Figure | None:
    """«بعد يوم من», «لمدة أسبوع»."""
    if passage.word(at - 1) not in passage.words.sets["one_after"]:
        return None
    unit = passage.words.units.match(passage.tokens, at)
    following = passage.word(at + 1)
    if unit is None or following[:1].isdigit() or following in passage.words.ordinals:
        return None
    if unit.id == "decade" and following.isalpha() and following not in passage.words.sets["not_nouns"]:
        return None  # the same word is the holding of a meeting
    after, extra = and_half(passage, _repeated(passage, unit.next, 1))
    value = (1 + extra) * unit.times
    token, end = passage.tokens[at], passage.tokens[after - 1].end
    return Figure(start=token.start, end=end, first=at, next=after, low=value, high=value, unit=unit.id)
