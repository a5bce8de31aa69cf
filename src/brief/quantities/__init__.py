"""How much: every figure of a text with its unit, its bounds and its span.

>>> from brief.quantities import find
>>> text = "ارتفعت الصادرات بنحو 12,5 في المئة إلى 2.5 مليون طن"
>>> for one in find(text):
...     print(text[one.start : one.end], one.value, one.unit, one.qualifier, sep=" | ")
12,5 في المئة | 12.5 | percent | approx
2.5 مليون طن | 2500000 | tonne | None

Number words, duals and scales count as digits do, a range has two ends, and what is only
counted keeps its noun:

>>> [(int(one.value), one.unit, one.noun) for one in find("ثلاثة مليارات وخمسمئة مليون دولار لسفينتين")]
[(3500000000, 'usd', None), (2, 'count', 'سفينتين')]
>>> [(str(one.low), str(one.high), one.unit) for one in find("بين 2.5 و3 مليارات يورو")]
[('2500000000', '3000000000', 'eur')]

What is a number only in form is none, and no amount is guessed:

>>> find("نشرت قناة عربي21 في 3 مايو 2021 أن مئات الآلاف شاهدوا إطلاق لونا-25")
()
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from brief import periods
from brief.language import Language, load, view
from brief.model import Qualifier
from brief.quantities import ordinals, pairs
from brief.quantities.dates import Dates
from brief.quantities.numbers import number
from brief.quantities.passage import Figure, Passage
from brief.quantities.qualifiers import qualifier
from brief.quantities.words import Context, lexicon


class Quantity(Struct, frozen=True, kw_only=True):
    """A figure: `text[start:end]` is its number with the unit or the counted noun after it.

    Scale is applied («3 مليارات دولار» is 3000000000 `usd`); a range has `low` and `high`
    instead of `value`. `unit` is one of `units.toml` or an ISO currency in lower case, with
    `_per_…` where a rate is said; what is merely counted is `count`, its `noun` as in the
    text, which may stand before `start` («الدول الثلاث»). `ordinal` tells a place in a row.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = "count"
    qualifier: Qualifier | None = None
    noun: str | None = None


def find(
    text: str, language: Language | str = "ar", times: Iterable[tuple[int, int]] | None = None
) -> tuple[Quantity, ...]:
    """The figures of `text` in their order, none within another.

    Dates and years are none, nor numbers in names, addresses and lists. `language` is one of
    `brief.language.available()` or its code. `times` are the spans of dates where the caller
    knows them already. Raises `TopicError` for a language that is unknown.
    """
    language = load(language) if isinstance(language, str) else language
    words, folded = lexicon(language.code), view(text)
    if not _hints(folded.text, words):
        return ()
    passage = Passage(text, folded, words)
    return tuple(_quantity(passage, one) for one in _figures(passage, Dates(passage, language, times)))


_WORD = re.compile(r"\w+")
_DIGIT = re.compile("[0-9]")  # of folded text


def _hints(text: str, words: Context) -> bool:
    """Whether folded text holds anything that a figure can begin with."""
    if _DIGIT.search(text) is not None or not words.known.isdisjoint(_WORD.findall(text)):
        return True
    return any(ending in text for ending in words.pair_endings)


def _figures(passage: Passage, dates: Dates) -> Iterator[Figure]:
    """The figures of a passage; one that lies in a date is none."""
    for place in _places(passage):
        for at in _starts(passage, place):
            figure = _read(passage, at) if at >= passage.done else None
            if figure is not None and not dates.holds(figure):
                passage.done = max(figure.next, at + 1)
                yield figure
                break


def _places(passage: Passage) -> list[int]:
    """Where a figure may begin."""
    known = passage.words.known
    endings = tuple([ending for ending in passage.words.pair_endings if ending in passage.folded.text])
    return [
        place
        for place, text in enumerate(passage.texts)
        if text in known or "0" <= text < ":" or (endings and text.endswith(endings))
    ]


def _starts(passage: Passage, place: int) -> tuple[int, ...]:
    """A place and what may be written to a number there, as a token of its own."""
    if place and passage.tokens[place - 1].text in passage.words.prefixes:
        return place - 1, place
    return (place,)


def _read(passage: Passage, at: int) -> Figure | None:
    word, words = passage.word(at), passage.words
    if passage.opens_number(at):
        return number(passage, at)
    if word in words.units.pairs:
        return pairs.dual(passage, at) or pairs.open_pair(passage, at)
    if word in words.ordinals:
        return ordinals.ordinal(passage, at)
    return pairs.single(passage, at) if word in words.sets["one"] else pairs.open_pair(passage, at)


def _quantity(passage: Passage, figure: Figure) -> Quantity:
    start, end = passage.folded.span(figure.start, figure.end)
    single = figure.low == figure.high
    return Quantity(
        start=start,
        end=periods.word_end(passage.text, end),
        value=_plain(figure.low) if single else None,
        low=None if single else _plain(figure.low),
        high=None if single else _plain(figure.high),
        unit=figure.unit,
        qualifier=qualifier(passage, figure),
        noun=passage.original(*figure.noun) if figure.noun else None,
    )


def _plain(value: Decimal) -> Decimal:
    """Without the zeros that scaling leaves behind."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
