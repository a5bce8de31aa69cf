"""Ranges of numbers: two ends or one, each within the range or not.

    >>> arabic = brief.language.load("ar")
    >>> [(str(one.low), str(one.high)) for one in number_ranges("أكبر من ١٠٠ وأصغر من ٣٠٠", arabic)]
    [('100', '300')]

The numbers of the text are read first; each becomes one sign of a skeleton, and the words
around the signs are matched there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from brief.language import Language, View, fold, table, view
from brief.quantities.views import Number, numbers, ordinals

_N = "\x01"  # a number in a skeleton
_DASHES = "\u2010-\u2014~-"
_NUMBERS = ("bounded", "trailed", "same", "between", "between_end", "from", "from_end")
_RISING = frozenset({"at_least", "above", "more"})
_FALLING = frozenset({"at_most", "below", "less"})
_CLOSING = frozenset({"at_least", "at_most", "equal_first", "equal_next", "equal_last", "trailed"})


class NumberRange(Struct, frozen=True, kw_only=True, gc=False):
    """`text[start:end]` says a range from `low` to `high`; None is an end that is not there.

    An end is `closed` where it belongs to the range: «لا يقل عن 5» has 5, «أكثر من 5» has not.
    A stretch («من 20 إلى 30», «بين 20 و30», «20-30») is [20, 30) by the habit of such readers,
    though most writers mean both ends: it says `stretch`.
    """

    start: int
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    closed_low: bool = False
    closed_high: bool = False
    stretch: bool = False


def number_ranges(text: str, language: Language) -> tuple[NumberRange, ...]:
    """The ranges and bounds of numbers in `text`, in their order; what rises nowhere is none."""
    words, skeleton = _words(language.code), _skeleton(text, language)
    found = [one for match in words.one.finditer(skeleton.text) for one in _range(match, skeleton)]
    return tuple(skeleton.original(one) for one in _joined(found, skeleton, words))


class _Skeleton(Struct, frozen=True):
    """Folded text with one sign for each number; where each of its signs begins and ends there."""

    text: str
    starts: list[int]
    ends: list[int]
    values: dict[int, Decimal]
    folded: View

    def original(self, one: NumberRange) -> NumberRange:
        """The range in places of the text itself."""
        start, end = self.folded.span(self.starts[one.start], self.ends[one.end - 1])
        return replace(one, start=start, end=end)


def _skeleton(text: str, language: Language) -> _Skeleton:
    folded = view(text)
    plain = folded.text.replace(_N, " ")
    signs, starts, ends, values, last = list[str](), list[int](), list[int](), dict[int, Decimal](), 0
    for one in _all(text, language):
        first, after = folded.position(one.start), folded.position(one.end - 1) + 1
        signs += [plain[last:first], _N]
        starts += range(last, first + 1)
        ends += [*range(last + 1, first + 1), after]
        values[len(starts) - 1] = one.value
        last = after
    starts += range(last, len(plain))
    ends += range(last + 1, len(plain) + 1)
    return _Skeleton("".join([*signs, plain[last:]]), starts, ends, values, folded)


def _all(text: str, language: Language) -> Iterator[Number]:
    """Cardinals and ordinals in their order, none within another."""
    end = 0
    both = [*numbers(text, language), *ordinals(text, language)]
    for one in sorted(both, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _range(match: re.Match[str], skeleton: _Skeleton) -> Iterator[NumberRange]:
    """What one match says, in places of the skeleton."""
    groups = {name for name, written in match.groupdict().items() if written is not None}
    places = [match.start(name) for name in _NUMBERS if name in groups]
    low, high = skeleton.values[places[0]], skeleton.values[places[-1]]
    start, end = match.span()
    closed = bool(groups & _CLOSING)
    if len(places) > 1:
        if low < high:
            yield NumberRange(start=start, end=end, low=low, high=high, closed_low=True, stretch=True)
    elif groups & _RISING:
        yield NumberRange(start=start, end=end, low=low, closed_low=closed)
    elif groups & _FALLING:
        yield NumberRange(start=start, end=end, high=low, closed_high=closed)
    else:
        yield NumberRange(start=start, end=end, low=low, high=low, closed_low=True, closed_high=True)


class _Words(Struct, frozen=True):
    one: re.Pattern[str]
    gap: re.Pattern[str]


def _joined(found: Sequence[NumberRange], skeleton: _Skeleton, words: _Words) -> Iterator[NumberRange]:
    """Two bounds side by side, one from below and one from above, are one range."""
    last: NumberRange | None = None
    for one in found:
        near = last is not None and words.gap.fullmatch(skeleton.text, last.end, one.start)
        both = _both(last, one) if last is not None and near else None
        if last is not None and both is None:
            yield last
        last = both or one
    if last is not None:
        yield last


def _both(first: NumberRange, second: NumberRange) -> NumberRange | None:
    lower, upper = (first, second) if first.high is None else (second, first)
    if lower.low is None or upper.high is None or lower.high is not None or upper.low is not None:
        return None
    if lower.low >= upper.high:
        return None
    return replace(lower, start=first.start, end=second.end, high=upper.high, closed_high=upper.closed_high)


@cache
def _words(code: str) -> _Words:
    """The patterns of a language: what bounds a number, and what may stand between two bounds."""
    data = table(code, "numbers")
    bound = data["bound"]
    joint = f"[{''.join(map(fold, data['conjunctions']))}]"
    written = rf"\b{joint}?[{''.join(map(fold, data['prepositions']))}]?"
    same, either, than, to = (_any(bound[name]) for name in ("equal", "or", "than", "to"))
    between, origin, above, below = (_any(bound[name]) for name in ("between", "from", "above", "below"))
    cues = "|".join(_cue(name, bound[name], written) for name in ("at_least", "at_most", "above", "below"))
    bounded = (
        rf"(?P<equal_first>\b{same}\s+{either}\s+)?(?:{cues})(?:\s+{than}\b)?"
        rf"(?P<equal_next>\s+{either}\s+{same})?\s*(?P<bounded>{_N})"
        rf"(?P<equal_last>\s+{either}\s+{same}\b(?!\s*{_N}))?"
    )
    trailed = (
        rf"(?:\b{same}\s+)?(?P<trailed>{_N})\s+(?:{either}\s+|{joint}\s*)"
        rf"(?:(?P<more>{above})|(?P<less>{below}))\b(?!\s*(?:{than}\s*)?{_N})(?:\s+{than}\b)?"
    )
    equal = rf"\b{same}\s+(?P<same>{_N})"
    inner = (
        rf"{written}{between}\s+(?P<between>{_N})\s*(?:{joint}|{to}\b|[{_DASHES}])\s*(?P<between_end>{_N})"
    )
    stretch = (
        rf"(?:{written}{origin}\s+)?(?<![-/+\w])(?P<from>{_N})\s*(?:\b{to}\b|[{_DASHES}])\s*"
        rf"(?P<from_end>{_N})(?!\s?[-/])"
    )
    gap = rf"\s*\u060c?\s*(?:{either}\s|{joint}\s)?\s*"
    kinds = (bounded, trailed, equal, inner, stretch)
    return _Words(re.compile("|".join(f"(?:{pattern})" for pattern in kinds)), re.compile(gap))


def _cue(name: str, forms: Sequence[str], written: str) -> str:
    """A bound in words, which stands apart, or in signs, to which letters may be glued."""
    signs = [form for form in forms if not form[0].isalpha()]
    signed = rf"|(?<![<>=]){_any(signs)}(?![<>=])" if signs else ""
    return rf"(?P<{name}>{written}{_any(form for form in forms if form[0].isalpha())}\b{signed})"


def _any(forms: Iterable[str]) -> str:
    keys = sorted(map(fold, forms), key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in keys) + ")"
