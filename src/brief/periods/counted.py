"""How a language writes times that are counted: from today, within a year, within a century."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from brief.language import fold
from brief.periods import eras, meaning
from brief.periods.rules import LONG, SHORT, Rule, rule
from brief.periods.words import DAY, B, Words, either, every, other_years


def rules(words: Words) -> Iterator[Rule]:
    """All rules for times counted from another one, in no order: the longest match wins."""
    yield from _units(words)
    yield from _several(words)
    yield from _near(words)
    yield from _shares(words)
    yield from _parts_of_months(words)
    yield from _decades(words)
    yield from _centuries(words)


def _units(w: Words) -> Iterator[Rule]:
    when = w.when
    unit = rf"(?P<unit>{_definite(every(when['unit']), w)})"
    starts = [*every(when["unit"]), *every(when["part"])]
    fiscal = rf"(?!{B}{either(when['fiscal'])})"
    yield rule(rf"{w.word}{w.part}?{unit}{B}(?P<rel>{w.rel})(?!\w)", meaning.unit, starts)
    this = [*when["this"], *every(when["part"])]
    yield rule(rf"{w.word}{w.part}?{either(when['this'])}{B}{unit}(?!\w){fiscal}", meaning.unit, this)
    same = rf"(?!{B}{either([*when['fiscal'], *other_years(when)])})"
    yield rule(rf"{w.word}{w.part}{w.the_year}(?!\w){same}", meaning.part_of_year, every(when["part"]))


def _definite(values: Iterable[str], w: Words) -> str:
    """The words, with and without the article that a preposition swallows."""
    article = w.when["article"]
    known = [fold(value) for value in values]
    return either([*known, *(value.removeprefix(article) for value in known)])


def _several(w: Words) -> Iterator[Rule]:
    data = w.when["several"]
    sign = rf"(?P<sign>{either(every(data['sign']))})(?!\w)"
    count, plural = rf"{w.count}", rf"(?P<plural>{either(every(data['plural']))})"
    pair = rf"(?P<pair>{either(every(data['pair']))})"
    yield rule(rf"{w.word}{pair}{B}{sign}", meaning.several, every(data["pair"]))
    yield rule(rf"{w.word}{plural}{B}{count}{B}{sign}", meaning.several, every(data["plural"]))
    counts = _counts(w)
    yield rule(rf"{w.word}{count}{B}{plural}{B}{sign}", meaning.several, counts, SHORT | LONG)
    last = either(data["last"])
    yield rule(
        rf"{w.word}{last}{B}(?:{count}{B}{plural}|{pair})(?!\w)(?!{B}{w.of})", meaning.several, data["last"]
    )


def _counts(w: Words) -> list[str]:
    """The words that a number begins with, with the article and without."""
    known = {word.split()[0] for word in chain.from_iterable(w.when["several"]["count"].values())}
    return [*known, *(w.when["article"] + word for word in known)]


def ago(w: Words) -> Iterator[Rule]:
    """The rules for «two years ago», which is a time and a figure."""
    data, several = w.when["ago"], w.when["several"]
    lead, stop = (
        rf"{w.word}{either(data['words'])}{B}",
        rf"(?!\w)(?!{B}(?:{'|'.join(map(fold, data['not_before']))})(?!\w))",
    )
    plural, pair = (
        rf"(?P<plural>{either(every(several['plural']))})",
        rf"(?P<two>(?P<pair>{either(every(several['pair']))}))",
    )
    single = rf"(?P<pair>{either(every(data['single']))})(?:{B}{either(data['one'])})?"
    months = either(chain.from_iterable([*w.names["gregorian"], *w.names["hijri"]]))
    noun = rf"(?!{B}(?:{w.when['article']}|\d|{months}))"
    yield rule(rf"{lead}{w.count}{B}{plural}{stop}", meaning.ago, data["words"])
    yield rule(rf"{lead}{pair}{stop}", meaning.ago, data["words"])
    yield rule(rf"{lead}{single}{stop}{noun}", meaning.ago, data["words"])


def _near(w: Words) -> Iterator[Rule]:
    weekdays, day = either(w.names["weekdays"]), either(w.when["day"])
    number = rf"(?!{B}{either(w.names['not_behind_weekday'])}(?!\w))"
    weekday = rf"(?P<w>{_definite(w.names['weekdays'], w)})(?:{B}(?P<near>{w.rel}))?(?!\w){number}"
    starts = [*w.names["weekdays"], *w.when["day"]]
    today = w.when["today"]
    before = rf"(?!\w)(?!\s?[\u00bb\"\u201d)]|{B}(?:{'|'.join(map(fold, today['not_before']))})(?!\w))"
    yield rule(rf"{w.word}(?:{day}{B})?{weekday}", meaning.weekday, starts)
    by = rf"(?P<by>{either(every(w.when['near_day']))})"
    yield rule(
        rf"{w.word}(?:{day}{B})?{by}(?:{B}(?P<w>{weekdays})(?!\w)|{before})",
        meaning.near_day,
        [*every(w.when["near_day"]), *w.when["day"]],
    )
    after = "".join(rf"(?<!\b{fold(word)}\s)" for word in today["not_after"])
    yield rule(rf"{after}(?P<pre>)(?<!\w){fold(today['word'])}{before}", meaning.this_day, [today["word"]])


# Parts of a year and of a month ---------------------------------------------------------------


def _shares(w: Words) -> Iterator[Rule]:
    data = w.when["share"]
    single, pair = every(data), every(data["pair"])
    number = rf"(?P<num>{either(every(w.when['ordinal']))})(?!\w)"
    second = number.replace("<num>", "<num2>")
    one = rf"{w.word}(?P<share>{_definite(single, w)}){B}{number}"
    yield rule(rf"{one}{B}{w.whose}", meaning.share, single)
    yield rule(rf"{one}{B}{w.when['and']}{second}{B}{w.whose}", meaning.share, single)
    two = rf"{w.word}(?P<share>{_definite(pair, w)}){B}{number}{B}{w.when['and']}{second}"
    yield rule(rf"{two}{B}{w.whose}", meaning.share, pair)
    yield from _first_months(w)


def _first_months(w: Words) -> Iterator[Rule]:
    several = w.when["several"]
    months, ordinal = rf"{either(several['plural']['month'])}", w.when["ordinal"]
    firsts, lasts = rf"(?P<firsts>{either(ordinal['1'])})", either(ordinal["last"])
    which = rf"(?:{firsts}|{lasts}){B}{w.whose}"
    yield rule(rf"{w.word}{months}{B}{w.count}{B}{which}", meaning.first_months, several["plural"]["month"])
    counts = _counts(w)
    yield rule(rf"{w.word}{w.count}{B}{months}{B}{which}", meaning.first_months, counts, SHORT)
    lead = rf"(?:(?P<firsts>{either(several['first'])})|{either(several['last'])})"
    starts = [*several["first"], *several["last"]]
    yield rule(rf"{w.word}{lead}{B}{w.count}{B}{months}{B}{w.whose}", meaning.first_months, starts)


def _parts_of_months(w: Words) -> Iterator[Rule]:
    data = w.when["of_a_month"]
    number = rf"(?P<num>{either(every(w.when['ordinal']))})"
    part = rf"(?:(?P<week>{_definite(data['week'], w)})|{_definite(data['half'], w)})"
    month = rf"{w.of}{w.month_word}{w.month}{w.own}"
    yield rule(rf"{w.word}{part}{B}{number}{B}{month}", meaning.part_of_month, every(data))


# Decades and centuries ------------------------------------------------------------------------


def _century(w: Words) -> str:
    """A century by its number or as this or the last one."""
    data, days = w.when["century"], list(chain.from_iterable(w.names["days"]))[:40]
    other = rf"(?!{B}{either(data['other'])})"
    number = rf"(?P<word>{either(days)})|{w.when['article']}?(?P<number>{DAY})"
    calendar = rf"(?:{B}{either(w.when['calendar'])})?"
    return rf"{_definite(data['word'], w)}{B}(?:(?:{number})(?!\w){calendar}{other}|(?P<rel>{w.rel})(?!\w))"


def _decades(w: Words) -> Iterator[Rule]:
    data, century = w.when["decade"], w.when["century"]
    words = [word for key, group in data.items() if key.isdigit() for word in group]
    decade = rf"(?:{either(data['word'])}{B})?(?P<decade>{_definite(words, w)})(?!\w)"
    not_life = rf"(?!{B}{either(data['not_before'])})"
    of = rf"(?P<of>{B}{w.of}?{_century(w)})?"
    starts = [*words, *data["word"], *every(w.when["part"])]
    yield rule(rf"{w.word}{w.part}?{decade}{not_life}{of}", eras.decade, starts)
    ordinal = list(chain.from_iterable(w.names["days"][:10]))
    number = rf"(?P<num>{either([*ordinal, *w.when['ordinal']['last']])})"
    of = rf"{B}{w.of}{_century(w)}"
    yield rule(
        rf"{w.word}{_definite(century['decade'], w)}{B}{number}{of}", eras.decade_of, century["decade"]
    )
    which = rf"(?:(?P<firsts>{either(century['firsts'])})|{either(century['lasts'])})"
    yield rule(
        rf"{w.word}{_definite(century['decades'], w)}{B}{which}{of}", eras.decade_of, century["decades"]
    )


def _centuries(w: Words) -> Iterator[Rule]:
    data, days = w.when["century"], list(chain.from_iterable(w.names["days"]))[:40]
    starts = [*data["word"], *every(w.when["part"])]
    yield rule(rf"{w.word}{w.part}?{_century(w)}", eras.century, starts)
    half = rf"{_definite(w.when['of_a_month']['half'], w)}{B}(?P<num>{either(every(w.when['ordinal']))})"
    yield rule(rf"{w.word}{half}{B}{w.of}{_century(w)}", eras.century, w.when["of_a_month"]["half"])
    number, and_ = either(days), w.when["and"]
    two = rf"{_definite(data['words'], w)}{B}(?P<word>{number}){B}{and_}(?P<word2>{number})"
    other = rf"(?!\w)(?!{B}{either(data['other'])})"
    yield rule(rf"{w.word}{two}{other}", eras.century, data["words"])
