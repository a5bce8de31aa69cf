"""How much: every figure of a text with its unit, its bounds and its span.

«بكلفة 2.5 مليون دولار» holds one: 2500000 usd.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from brief import periods
from brief.language import Language, View, view
from brief.model import Qualifier
from brief.quantities import numerals, units
from brief.quantities.numerals import Numeral
from brief.quantities.units import Pair
from brief.quantities.words import Context, lexicon


class Quantity(Struct, frozen=True, kw_only=True):
    """A figure: `text[start:end]` is its number with the unit or the counted noun.

    Scale is applied («3 مليارات دولار» is 3000000000 `usd`); a range has `low` and `high`
    instead of `value`. `unit` is one of `units.toml` or an ISO currency in lower case, with
    `_per_…` where a rate is said; what is merely counted is `count`, its `noun` as in the
    text. `ordinal` tells a place in a row.
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
    text: str, language: Language, times: Iterable[tuple[int, int]] | None = None
) -> tuple[Quantity, ...]:
    """The figures of `text` in their order, none within another.

    Dates and years are none, nor numbers in names, addresses and lists. `times` are the
    spans of dates where the caller knows them already.
    """
    words = lexicon(language.code)
    folded = view(text)
    if not words.hint.search(folded.text):
        return ()
    if times is None:  # any date will do: only the spans count
        times = [(time.start, time.end) for time in periods.find(text, language, "2000-01-01")]
    reader = _Reader(text, folded, words, [(folded.position(a), folded.position(z)) for a, z in times])
    return tuple(reader.quantities())


class _Figure(Struct, frozen=True):
    """A figure in folded text, before its surroundings are read."""

    start: int
    end: int
    next: int
    low: Decimal
    high: Decimal
    unit: str
    noun: tuple[int, int] | None = None


_BEFORE, _NEAR, _WIDE = 36, 48, 70  # characters in which a cue before a figure counts
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_YEARS = range(1900, 2101)
_PART_VOWEL = "\u064f"  # damma


class _Reader:
    """One pass over the tokens of one text."""

    def __init__(self, text: str, folded: View, words: Context, times: list[tuple[int, int]]) -> None:
        self.text, self.folded, self.words = text, folded, words
        self.tokens = numerals.tokenise(folded.text)
        self.times = sorted(times)
        self.starts = [start for start, _ in self.times]

    def quantities(self) -> Iterator[Quantity]:
        at = 0
        tokens, interesting = self.tokens, self.words.interesting
        while at < len(tokens):
            text = tokens[at].text
            figure = self._read(at) if text in interesting or text[0].isdigit() or self._paired(at) else None
            if figure is None or self._timed(figure):
                at += 1
                continue
            yield self._quantity(figure)
            at = max(figure.next, at + 1)

    def _read(self, at: int) -> _Figure | None:
        token = self.tokens[at]
        numeral = numerals.parse(self.tokens, at, self.words.code)
        if numeral is not None:
            return self._number(numeral)
        pair = self.words.units.pairs.get(token.text)
        if pair is not None:
            return self._dual(at, pair)
        if token.text in self.words.ordinals:
            return self._ordinal(at)
        if token.text in self.words.sets["one"]:
            return self._single(at)
        return self._open_pair(at) if self._paired(at) else None

    def _timed(self, figure: _Figure) -> bool:
        """Whether the figure lies in a date."""
        at = bisect_right(self.starts, figure.start) - 1
        if at >= 0 and self.times[at][1] > figure.start:
            return True
        return at + 1 < len(self.times) and self.times[at + 1][0] < figure.end

    # Numbers --------------------------------------------------------------------------

    def _number(self, first: Numeral) -> _Figure | None:
        if self._list_number(first) or self._part(first):
            return None
        second = self._range_end(first)
        last = second or first
        unit = self.words.units.match(self.tokens, last.next)
        if unit is not None and not self._spaced(last.next):
            unit = None
        if unit is None and second is None:
            changed = self._changed(first)
            if changed is not None:
                return changed
        if unit is not None:
            return self._measured(first, last, unit)
        if first.fraction:
            return None
        if first.definite:
            return self._definite(first)
        return self._counted(first, last)

    def _measured(self, first: Numeral, last: Numeral, unit: units.Unit) -> _Figure | None:
        low, high = _bounds(first, last)
        if unit.id == "decade" and self.words.signing.search(self._window(first.start, _BEFORE)):
            return _Figure(
                first.start,
                self.tokens[unit.next - 1].end,
                unit.next,
                low,
                high,
                "count",
                self._span(last.next),
            )
        after, extra = self._and_half(unit.next)
        name, low = units.settled(unit.id, (low + (extra if low == high else 0)) * unit.times)
        _, high = units.settled(unit.id, (high + extra) * unit.times)
        if first.fraction and name in ("persons", "count"):
            return None
        noun = self._span(last.next) if name == "persons" else None
        return _Figure(first.start, self.tokens[after - 1].end, after, low, high, name, noun)

    def _and_half(self, at: int) -> tuple[int, Decimal]:
        """«عامين ونصف العام»: the half that follows a unit, and where it ends."""
        word = (
            numerals.lexicon(self.words.code).known.get(self.tokens[at].text)
            if at < len(self.tokens)
            else None
        )
        if word is None or word.kind != "fraction" or not word.joined:
            return at, Decimal(0)
        following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        again = following.removeprefix(self.words.article)
        echoed = again != following and again in self.words.units.forms
        return at + 1 + echoed, word.value

    def _definite(self, numeral: Numeral) -> _Figure | None:
        """«الجولة الـ18», «الذكرى الثلاثين», «الدول الثلاث», «الـ15 عضوا»."""
        previous = self.tokens[numeral.first - 1].text if numeral.first else ""
        window = self._window(numeral.start, _BEFORE)
        if self.words.anniversary.search(window):
            return _Figure(numeral.start, numeral.end, numeral.next, numeral.value, numeral.value, "year")
        noun = self._span(numeral.first - 1) if numeral.first else None
        unit = self._unit_before(numeral)
        if unit is not None:
            value = numeral.value * unit.times
            return _Figure(numeral.start, numeral.end, numeral.next, value, value, unit.id, None)
        in_row = any(word in self.words.sets["series"] for word in window.split()[-3:])
        if in_row and (numeral.digits or numeral.value > 10):
            return _Figure(
                numeral.start, numeral.end, numeral.next, numeral.value, numeral.value, "ordinal", noun
            )
        bare = previous.removeprefix(self.words.article)
        if noun is None or bare == previous or not (3 <= numeral.value <= 10 or numeral.digits):
            return None
        return _Figure(numeral.start, numeral.end, numeral.next, numeral.value, numeral.value, "count", noun)

    def _unit_before(self, numeral: Numeral) -> units.Unit | None:
        """«الأشهر الستة», «أشهر الحصار الستة»: the stretch of time that a definite number counts."""
        article, spans = self.words.article, self.words.sets["spans"]
        for at in (numeral.first - 1, numeral.first - 2):
            word = self.tokens[at].text if at >= 0 else ""
            forms = [word, *(word.removeprefix(written) for written in self.words.written)]
            direct = at == numeral.first - 1
            bare = [form.removeprefix(article) for form in forms if form.startswith(article) == direct]
            found = next((form for form in bare if form in spans), None)
            if found is not None and (direct or self._agrees(numeral, found)):
                return self.words.units.named(found)
        return None

    def _agrees(self, numeral: Numeral, span: str) -> bool:
        """Whether a number word has the gender that asks for such a stretch of time."""
        masculine = self.tokens[numeral.next - 1].text.endswith(self.words.masculine)
        return not numeral.digits and masculine == (span in self.words.sets["masculine_spans"])

    def _counted(self, first: Numeral, last: Numeral) -> _Figure | None:
        """A number with the noun it counts, or bare."""
        low, high = _bounds(first, last)
        at = self._noun_at(last)
        if at is None and (
            self._labelled(first) or (first.digits and low == high and int(low) == low in _YEARS)
        ):
            return None
        if low == high == 1 and not first.digits and last.next - first.first == 1 and last.scale == 1:
            return None  # the word for one is a pronoun more often than a number
        end = self.tokens[at].end if at is not None and at == last.next else last.end
        after = at + 1 if at is not None and at == last.next else last.next
        return _Figure(
            first.start, end, after, low, high, "count", self._span(at) if at is not None else None
        )

    def _noun_at(self, numeral: Numeral) -> int | None:
        at, sets = numeral.next, self.words.sets
        if at < len(self.tokens) and self.tokens[at].text in sets["of"] and self._spaced(at):
            following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
            named = following.startswith(self.words.article) or (not numeral.digits and following.isalpha())
            return at + 1 if named and numeral.value < 100 and following not in sets["not_nouns"] else None
        return at if self._is_noun(at) else None

    def _is_noun(self, at: int) -> bool:
        if at >= len(self.tokens) or not self._spaced(at):
            return False
        word, sets = self.tokens[at].text, self.words.sets
        if not word.isalpha() or word.isascii() or len(word) < 3 or word in sets["not_nouns"]:
            return False
        if word.startswith(self.words.article) and len(word) > 4:
            return False
        return not word.startswith(self.words.conjunction) or word in sets["and_nouns"]

    def _part(self, numeral: Numeral) -> bool:
        """«خُمس»: with this vowel a number word is the part of one that its folded form hides."""
        word = self._original(numeral.start, numeral.end)
        return not numeral.digits and word[1:2] == _PART_VOWEL and " " not in word

    def _labelled(self, numeral: Numeral) -> bool:
        return numeral.first > 0 and self.tokens[numeral.first - 1].text in self.words.sets["label"]

    def _list_number(self, numeral: Numeral) -> bool:
        """«2. » at the start of a line."""
        if not numeral.digits or numeral.value > 99 or numeral.next - numeral.first != 1:
            return False
        text, end = self.folded.text, numeral.end
        start = self.folded.offsets[numeral.start]
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return (
            text[end : end + 1] in {".", ")", "-"}
            and text[end + 1 : end + 2] in {" ", ""}
            and not re.search(r"\w", line)
        )

    # Ranges ---------------------------------------------------------------------------

    def _range_end(self, first: Numeral) -> Numeral | None:
        """The upper end, where two numbers make a range."""
        at = first.next
        own = self._own_unit(first)
        at = own.next if own is not None else at
        if at >= len(self.tokens) or first.definite:
            return None
        text = self.tokens[at].text
        linked = at + 1 if text in self.words.sets["to"] or (text in _DASHES and self._dashed(at)) else at
        second = numerals.parse(self.tokens, linked, self.words.code)
        if second is None or not self._upper(first, second, own):
            return None
        before = self._window(first.start, _WIDE)
        if linked == at:
            return second if second.joined and self.words.between.search(before) else None
        return None if text not in _DASHES and self.words.change.search(before) else second

    def _changed(self, first: Numeral) -> _Figure | None:
        """«ارتفع من 318 إلى 400 مليون دولار»: the first figure has the scale and unit of the second."""
        at = first.next
        if at + 1 >= len(self.tokens) or self.tokens[at].text not in self.words.sets["to"] or first.definite:
            return None
        second = numerals.parse(self.tokens, at + 1, self.words.code)
        unit = self._own_unit(second) if second is not None else None
        if second is None or unit is None:
            return None
        name, value = units.settled(unit.id, _bounds(first, second)[0] * unit.times)
        return _Figure(first.start, first.end, first.next, value, value, name)

    def _dashed(self, at: int) -> bool:
        """Whether a dash joins two numbers: blanks on both sides or on none."""
        return at + 1 < len(self.tokens) and self.tokens[at].glued == self.tokens[at + 1].glued

    def _upper(self, first: Numeral, second: Numeral, own: units.Unit | None) -> bool:
        other = self._own_unit(second)
        if own is not None and (other is None or other.id != own.id):
            return False
        low, high = _bounds(first, second)
        return low < high

    def _own_unit(self, numeral: Numeral) -> units.Unit | None:
        return self.words.units.match(self.tokens, numeral.next) if self._spaced(numeral.next) else None

    # Words that count without a number ---------------------------------------------------

    def _dual(self, at: int, pair: Pair) -> _Figure | None:
        token = self.tokens[at]
        after, extra = self._and_half(at + 1)
        times = pair.value / 2
        unit = self.words.units.rated(units.Unit(pair.id, times, after), self.tokens)
        start, value = token.start + pair.prefix, pair.value + extra * times
        noun = (start, token.end) if pair.id in ("count", "persons") else None
        return _Figure(start, self.tokens[unit.next - 1].end, unit.next, value, value, unit.id, noun)

    def _paired(self, at: int) -> bool:
        """Two words side by side with the ending of a pair: «قوتين نوويتين»."""
        endings, tokens = self.words.pair_endings, self.tokens
        if not tokens[at].text.endswith(endings) or at + 1 >= len(tokens) or not self._spaced(at + 1):
            return False
        word, article = tokens[at].text, self.words.article
        return (
            tokens[at + 1].text.endswith(endings)
            and len(word) > 4
            and article not in word[: len(article) + 1]
        )

    def _open_pair(self, at: int) -> _Figure | None:
        token = self.tokens[at]
        if self.tokens[at + 1].text.startswith(self.words.article):
            return None
        return _Figure(
            token.start, token.end, at + 2, Decimal(2), Decimal(2), "count", (token.start, token.end)
        )

    def _single(self, at: int) -> _Figure | None:
        """«بعد يوم من», «لمدة أسبوع»."""
        if at == 0 or self.tokens[at - 1].text not in self.words.sets["one_after"]:
            return None
        unit = self.words.units.match(self.tokens, at)
        following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        if unit is None or following[:1].isdigit() or following in self.words.ordinals:
            return None
        after, extra = self._and_half(unit.next)
        value = (1 + extra) * unit.times
        return _Figure(self.tokens[at].start, self.tokens[after - 1].end, after, value, value, unit.id)

    def _ordinal(self, at: int) -> _Figure | None:
        token = self.tokens[at]
        number, definite = self.words.ordinals[token.text]
        noun = at - 1 if definite else at + 1
        if not 0 <= noun < len(self.tokens) or not self.tokens[noun].text.isalpha():
            return None
        window = self._window(token.start, _BEFORE)
        unit = "year" if definite and self.words.anniversary.search(window) else "ordinal"
        return _Figure(
            token.start, token.end, at + 1, Decimal(number), Decimal(number), unit, self._span(noun)
        )

    # What stands around a figure -------------------------------------------------------

    def _quantity(self, figure: _Figure) -> Quantity:
        start, end = self.folded.span(figure.start, figure.end)
        end = periods.word_end(self.text, end)
        noun = self._original(*figure.noun) if figure.noun else None
        single = figure.low == figure.high
        return Quantity(
            start=start,
            end=end,
            value=_plain(figure.low) if single else None,
            low=None if single else _plain(figure.low),
            high=None if single else _plain(figure.high),
            unit=figure.unit,
            qualifier=self._qualifier(figure),
            noun=noun,
        )

    def _qualifier(self, figure: _Figure) -> Qualifier | None:
        words, text = self.words, self.folded.text
        before = words.before.search(self._window(figure.start, _BEFORE))
        if before:
            return words.qualifiers[_key(before["cue"])]
        verb = words.verb.search(self._window(figure.start, _WIDE))
        if verb:
            return words.qualifiers[_key(verb["cue"])]
        after = words.after.match(text, figure.end)
        if after:
            return words.qualifiers[_key(after["cue"])]
        near = words.near.search(self._window(figure.start, _NEAR)) or words.near_after.match(
            text, figure.end
        )
        return words.qualifiers[_key(near["cue"])] if near else None

    def _original(self, start: int, end: int) -> str:
        first, last = self.folded.span(start, end)
        return self.text[first : periods.word_end(self.text, last)]

    def _window(self, start: int, width: int) -> str:
        return self.folded.text[max(0, start - width) : start]

    def _span(self, at: int) -> tuple[int, int]:
        return self.tokens[at].start, self.tokens[at].end

    def _spaced(self, at: int) -> bool:
        """Whether nothing but blanks of one line stands before a token."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.folded.text[self.tokens[at - 1].end : self.tokens[at].start]
        return (
            len(gap) < 4
            and "\n"
            not in self.text[slice(*self.folded.span(self.tokens[at - 1].end, self.tokens[at].start))]
        )


def _key(cue: str) -> str:
    return " ".join(cue.split())


def _plain(value: Decimal) -> Decimal:
    """Without the zeros that scaling leaves behind."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _bounds(first: Numeral, last: Numeral) -> tuple[Decimal, Decimal]:
    """«بين 7.5 و8 مليارات»: the scale of the upper end holds for the lower one too."""
    if first is last:
        return first.value, first.value
    shared = last.scale if first.scale == 1 and first.value <= last.head else Decimal(1)
    return first.value * shared, last.value
