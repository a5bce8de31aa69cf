"""How a language writes days, months and years that are named as such."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from brief.language import fold
from brief.periods import eras, meaning
from brief.periods.rules import FOUR, SHORT, Rule, both, listed, rule
from brief.periods.words import DASH, DAY, YEAR, B, O, Words, either, every


def rules(words: Words) -> Iterator[Rule]:
    """All rules for times named outright, in no order: the longest match wins."""
    yield from _days(words)
    yield from _numeric(words)
    yield from _months(words)
    yield from _years(words)
    yield from _in_words(words)
    yield from _hijri(words)


def _days(w: Words) -> Iterator[Rule]:
    number, names = _number_of_month(w), list(chain.from_iterable(w.names["gregorian"]))
    yield rule(rf"{w.number}{number}", meaning.day, lengths=SHORT)
    word = rf"(?P<word>{either(chain.from_iterable(w.names['days']))})"
    first = rf"(?P<word>{either(w.names['first_of_month'])})"
    month = rf"{w.month_word}{w.month}{w.own}"
    in_words, first_of = rf"{word}{B}{w.of_day}{month}", rf"{first}{B}{w.of_day}?{month}"
    yield rule(rf"{w.word}{in_words}", meaning.day, list(chain.from_iterable(w.names["days"])))
    yield rule(rf"{w.word}{first_of}", meaning.day, w.names["first_of_month"])
    days = [*w.when["day"], *w.names["weekdays"]]
    comma = w.when["comma"]
    rel = rf"(?:{B}{w.rel})?"
    agreeing = rf"(?:{either(w.when['agreeing'])}{B})?(?:{either(w.when['of'])}{O})?"
    weekday = (
        rf"(?:{either(w.when['day'])}{B})?{either(w.names['weekdays'])}{rel}[\s,{comma}(]{{1,3}}{agreeing}"
    )
    parts = rf"(?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<mm>\d{{1,2}})(?P=sep)(?P<y>{YEAR})(?!\d)"
    latin = rf"(?P<m>{either(names)}){B}(?P<d>{DAY}){O}[,{comma}]{O}(?P<y>{YEAR})(?!\d)"
    yield rule(rf"{w.word}{weekday}{number}", meaning.day, days)
    yield rule(rf"{w.word}{weekday}{parts}", meaning.day_first, days)
    yield rule(rf"{w.word}{weekday}{latin}", meaning.day, days)
    yield rule(rf"{w.word}{latin}", meaning.day, names)  # as Latin sites print it: «June 20, 2024»
    yield rule(rf"{w.word}{weekday}{in_words}", meaning.day, days)
    yield rule(rf"{w.word}{weekday}{first_of}", meaning.day, days)
    yield from _stretches_of_days(w, word)


def _number_of_month(w: Words) -> str:
    sign = rf"(?:{O}[/\\-]{O}|{O}{w.of_day}?{w.month_word})"
    return rf"(?P<d>{DAY}){sign}{w.month}(?:{O}[/-]{O}(?={YEAR}))?{w.own}"


def _stretches_of_days(w: Words, word: str) -> Iterator[Rule]:
    month = rf"{B}{w.of_day}?{w.month_word}{w.month}{w.own}"
    day = rf"(?:{either(w.when['day'])}{B}(?:{either(w.names['weekdays'])}{B})?)?"
    to = rf"(?:{O}{DASH}{O}|{B}{either(w.when['to'])}{B}{day})"
    and_, lead = w.when["and"], rf"{either(w.when['range_before'][:2])}{B}{day}"
    second = rf"{w.when['prepositions'][0]}?(?P<d2>{DAY})"
    yield rule(rf"{w.number}(?P<d>{DAY}){to}{second}{month}", meaning.day, lengths=SHORT)
    yield rule(
        rf"(?P<pre>{w.letters}{lead})(?P<d>{DAY}){B}{and_}{O}{day}{second}{month}",
        meaning.day,
        w.when["range_before"][:2],
    )
    yield both(
        rf"{w.number}(?P<d>{DAY}){B}{and_}{O}(?P<d2>{DAY}){month}", meaning.day, ("d", "d2"), lengths=SHORT
    )
    other = word.replace("word>", "word2>")
    # «From 30 October/Tishrin the First to the sixth of November»: no day, but the second word of a month.
    behind = "".join(rf"(?<!{first} )" for first in _firsts_of_months(w))
    yield rule(
        rf"{w.word}{behind}{word}{B}(?:{either(w.when['to'])}{B}){other}{B}{w.of_day}{w.month_word}{w.month}{w.own}",
        meaning.day,
        list(chain.from_iterable(w.names["days"])),
    )
    yield rule(
        rf"(?P<pre>{w.letters}{lead}){word}{B}{and_}{other}{B}{w.of_day}{w.month_word}{w.month}{w.own}",
        meaning.day,
        w.when["range_before"][:2],
    )


def _firsts_of_months(w: Words) -> list[str]:
    """The first words of the months that are named in two."""
    names = chain.from_iterable(w.names["gregorian"])
    return sorted({fold(name).split()[0] for name in names if len(name.split()) > 1})


def _numeric(w: Words) -> Iterator[Rule]:
    number, sep = r"\d{1,2}", r"(?P<sep>\s?[-/.]\s?)"
    year = rf"(?P<y>{YEAR})"
    yield rule(rf"{w.number}{year}[-/](?P<mm>\d\d)(?![\d/-])", meaning.numeric, lengths=FOUR)
    yield rule(
        rf"{w.number}{year}{sep}(?P<mm>{number})(?P=sep)(?P<d>{number})(?![\d/-])",
        meaning.numeric,
        lengths=FOUR,
    )
    yield rule(
        rf"{w.number}(?P<d>{number}){sep}(?P<mm>{number})(?P=sep){year}(?!\d)",
        meaning.day_first,
        lengths=SHORT,
    )
    yield rule(rf"{w.number}{year}-?q(?P<q>[1-4])(?!\w)", meaning.quarter, lengths=FOUR)
    yield rule(rf"{w.word}q(?P<q>[1-4])[\s-]{{1,3}}{year}(?!\w)", meaning.quarter, lengths=frozenset({1}))


def _months(w: Words) -> Iterator[Rule]:
    names = list(chain.from_iterable(w.names["gregorian"]))
    month_words = [*w.when["month"], *every(w.when["part"])]
    yield rule(rf"{w.word}{w.part}?{w.month_word}{w.month}{w.tail}", meaning.month, [*names, *month_words])
    linked = either(w.when["linked"]["same_before"])
    bare = rf"(?!{O}{w.of}?{w.year}{B}|{B}{w.of}?{linked}{B}{w.the_year}(?!\w))"
    yield rule(
        rf"{w.word}{either(w.when['month_after'])}{B}(?P<whole>{w.month}){bare}",
        meaning.month,
        w.when["month_after"],
    )
    twice = "|".join(rf"{either(row)}{O}[/(]{O}{either(row)}(?!\w)\)?" for row in w.names["gregorian"])
    yield rule(rf"{w.word}{w.part}?(?P<m>{twice}){bare}", meaning.month, [*names, *every(w.when["part"])])
    yield from _stretches_of_months(w, names)


def _stretches_of_months(w: Words, names: list[str]) -> Iterator[Rule]:
    first = w.month.replace("<m>", "<m1>")
    month = rf"{w.month_word}{w.month}"
    to = rf"(?:{O}{DASH}{O}|{B}{either(w.when['to'])}{B})"
    and_ = w.when["and"]
    yield rule(
        rf"{w.word}{w.month_word}{first}{to}{month}{w.tail}", meaning.months, [*names, *w.when["month"]]
    )
    before = [*w.when["range_before"], *w.when["pair_of_months"]]
    lead = rf"(?P<pre>{w.letters}{either(before)}{B}{w.month_word})"
    yield rule(rf"{lead}{first}{B}{either(w.when['to'])}{B}{month}{w.tail}?", meaning.months, before)
    pair = rf"(?:{either(w.when['pair_of_months'])}{B})"
    yield both(rf"{w.word}{first}{B}{and_}{month}{w.tail}", meaning.month, ("m1", "m"), starts=names)
    pairs = w.when["pair_of_months"]
    yield both(
        rf"(?P<pre>{w.letters}{pair}){first}{B}{and_}{month}{w.own}", meaning.month, ("m1", "m"), starts=pairs
    )
    ends = rf"{w.month}{B}(?P<y>{YEAR}){w.mark}?{to}(?:{w.year}{B})?(?P<y2>{YEAR}){w.end}"
    yield rule(rf"{w.word}{ends}", meaning.up_to_year, names)
    yield rule(rf"{w.number}(?P<d>{DAY}){B}{ends}", meaning.up_to_year, lengths=SHORT)
    between = [*w.when["range_before"][:2], *w.when["range_before"][-2:]]
    lead = rf"(?P<pre>{w.letters}{either(between)}{B}{w.month_word})"
    yield rule(rf"{lead}{first}{B}{and_}{month}{w.tail}?", meaning.months, between)


def _years(w: Words) -> Iterator[Rule]:
    when = w.when
    end, year = w.end, rf"(?P<y>{YEAR})"
    year2 = rf"(?P<y2>{YEAR}){end}"
    fiscal = rf"(?:{B}{either([*when['fiscal'], *when['calendar']])})?"
    named = rf"{w.year}{fiscal}"
    yield rule(
        rf"{w.word}{w.part}?{named}{B}{year}{end}",
        meaning.part_of_year,
        [*when["year"], *every(when["part"])],
    )
    yield rule(rf"{w.word}{w.part}(?!\d\d00){year}{end}", meaning.part_of_year, every(when["part"]))
    yield rule(rf"{w.word}{w.the_year}{B}{w.rel}{B}{year}{end}", meaning.year, when["unit"]["year"])
    yield rule(rf"{w.word}{either(when['this'])}{B}{w.the_year}{B}{year}{end}", meaning.year, when["this"])
    yield rule(rf"{w.number}{year}{w.mark}", meaning.year, lengths=FOUR)
    yield rule(rf"(?<=\()(?P<pre>){year}{end}(?=\))", meaning.year, lengths=FOUR)
    years = rf"(?:{either([*when['years'], *when['year']])}{fiscal}{B})?"
    to = rf"(?:{O}(?:{DASH}|/){O}|{B}{either(when['to'])}{B}{years})"
    starts = [*when["years"], *when["year"]]
    yield rule(rf"{w.word}{years}(?!\d\d00){year}{end}{to}{year2}", meaning.years, starts)
    yield rule(rf"{w.number}(?!\d\d00){year}{end}{to}{year2}", meaning.years, lengths=FOUR)
    short = rf"(?P<short>\d\d)(?![\d./-]){end}"
    yield rule(rf"{w.word}{years}{year}(?:{DASH}|/){short}", meaning.years, starts)
    yield rule(rf"{w.number}{year}(?:{DASH}|/){short}", meaning.years, lengths=FOUR)
    between = [*when["range_before"][:2], *when["range_before"][-2:]]
    lead = rf"(?P<pre>{w.letters}{either(between)}{B})"
    joined = rf"{years}{year}{w.mark}?{B}{when['and']}{O}{years}{year2}"
    yield rule(rf"{lead}{joined}", meaning.years, between)
    more = rf"(?:{O}[,{when['comma']}]?{O}{when['and']}?{O}{YEAR}{w.mark}?(?!\d)){{0,9}}"
    one = rf"{YEAR}{w.mark}?(?!\d)"
    yield listed(rf"{w.word}(?P<years>{either(when['years'])}{B})(?P<list>{one}{more})", when["years"])
    others = rf"(?:{B}{when['and']}(?!\d\d00){YEAR}{end}){{0,9}}"
    yield listed(
        rf"{w.word}{either(when['year_after'])}{B}(?P<list>(?!\d\d00){YEAR}{end}{others})", when["year_after"]
    )
    yield rule(
        rf"{w.word}(?P<season>{either(every(when['season']))}){B}(?:{w.year}{B})?{year}{end}",
        meaning.season,
        every(when["season"]),
    )


def _in_words(w: Words) -> Iterator[Rule]:
    """«سنة ألف وتسعمئة وست وخمسين»."""
    data, and_ = w.when["year_in_words"], w.when["and"]
    thousand = rf"{either(data['thousand'])}{B}{and_}{O}(?P<hundreds>{either(every(data['hundreds']))})"
    rest = w.count.replace("<n>", "<rest>").replace(r"|\d{1,3}(?!\d)", f"|{either(every(data['ones']))}")
    yield rule(
        rf"{w.word}{w.year}{B}(?:{thousand}|(?P<thousands>{either(data['two_thousand'])}))(?!\w)"
        rf"(?:{B}{and_}{O}{rest}(?!\w))?",
        meaning.year_in_words,
        w.when["year"],
    )


def _hijri(w: Words) -> Iterator[Rule]:
    when, names = w.when, w.names
    mark, year = rf"(?:{O}{either(when['hijri_mark'])}(?!\w))", r"(?P<hy>1[345]\d\d)(?!\d)"
    hijri = list(chain.from_iterable(names["hijri"]))
    month = rf"{w.month_word}(?P<h>{either(hijri)})(?!\w)"
    near = rf"(?P<near>{w.rel})(?!\w)"
    tail = rf"(?:{B}(?:{w.of}{O})?(?:{w.year}{B})?{year}{mark}?|{B}{near})"
    number = rf"(?P<d>{DAY}){B}(?:{w.of}{O})?{month}{tail}"
    word = rf"(?P<word>{either([*chain.from_iterable(names['days']), *names['first_of_month']])})"
    in_words = rf"{word}{B}(?:{w.of}{O})?{month}{tail}"
    yield rule(rf"{w.number}{number}", eras.hijri, lengths=SHORT)
    starts = [*chain.from_iterable(names["days"]), *names["first_of_month"]]
    yield rule(rf"{w.word}{in_words}", eras.hijri, starts)
    yield rule(rf"{w.word}{month}{tail}", eras.hijri, [*hijri, *when["month"]])
    weekday = rf"(?:{either(when['day'])}{B})?{either(names['weekdays'])}[\s,{when['comma']}]{{1,3}}"
    agreeing = rf"(?:{either(when['agreeing'])}{B})?(?:{either(when['of'])}{O})?"
    days = [*when["day"], *names["weekdays"]]
    yield rule(rf"{w.word}{weekday}{agreeing}{number}", eras.hijri, days)
    yield rule(rf"{w.word}{weekday}{agreeing}{in_words}", eras.hijri, days)
    yield rule(rf"{w.word}{w.year}{B}{year}{mark}", eras.hijri, when["year"])
    yield rule(rf"{w.number}{year}{mark}", eras.hijri, lengths=FOUR)
    second = year.replace("hy", "hy2")
    yield rule(rf"{w.number}{year}{mark}?{O}(?:{DASH}|/){O}{second}{mark}", eras.hijri, lengths=FOUR)
    sep = r"(?P<sep>[-/])(?P<hm>\d{1,2})(?P=sep)"
    yield rule(rf"{w.number}(?P<hy>1[345]\d\d){sep}(?P<d>{DAY}){mark}", eras.hijri, lengths=FOUR)
    yield rule(rf"{w.number}(?P<d>0?[1-9]|[12]\d|3[01]){sep}{year}{mark}", eras.hijri, lengths=SHORT)
