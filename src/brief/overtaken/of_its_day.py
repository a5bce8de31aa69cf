"""Words that hold on the day they are written: what counts time from there, and what goes on."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.cues import future
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[«“][^»”]*[»”]")


def names_year(text: str, language: Language) -> bool:
    """Whether folded words name a year."""
    return bool(cues.expression(language, "overtaken", "day_of_writing", "year").search(text))


def is_of_its_day(text: str, language: Language) -> bool:
    """Whether folded words count time from the day they were written, and do not name the year.

    «This year» is not made clear by another year that is named, nor is «yesterday» or «on Sunday».
    """
    sign, *open_ones = (
        cues.expression(language, "overtaken", "day_of_writing", name)
        for name in ("sign", "of_year", "of_day", "weekday")
    )
    if any(one.search(text) for one in open_ones):
        return True
    return bool(sign.search(text)) and not names_year(text, language)


def tells_what_is(text: str, language: Language) -> bool:
    """Whether folded words tell something in the present: in an old article, the present of its day."""
    return bool(_present(language).search(text))


def is_so_then(text: str, language: Language) -> bool:
    """Whether folded words tell what is, is to come, or had not come when they were written."""
    not_yet = cues.expression(language, "overtaken", "day_of_writing", "not_yet")
    signs = (_present(language), _hers(language), future(language))
    return any(sign.search(text) for sign in signs) or (
        not_yet.search(text) is not None and not names_year(text, language)
    )


def stands(text: str, language: Language) -> bool:
    """Whether folded words tell where something lies or what it is: so on every day of a topic."""
    return cues.expression(language, "overtaken", "day_of_writing", "stands").match(text) is not None


def goes_on(text: str, language: Language) -> bool:
    """Whether folded words say what is so for now («not yet», «negotiates»), or name a month of no year."""
    now, process, was = (
        cues.expression(language, "overtaken", "day_of_writing", name) for name in ("now", "process", "was")
    )
    return bool(
        now.search(text)
        or any(not was.search(text[: one.start()]) for one in process.finditer(text))
        or (_month(language).search(text) and not names_year(text, language))
    )


def moves(text: str, language: Language) -> bool:
    """Whether folded words tell what another day may tell otherwise: a price, a toll, a measure in force."""
    return bool(cues.expression(language, "overtaken", "day_of_writing", "moving").search(text))


def looks_back(text: str, language: Language) -> bool:
    """Whether folded words name a day before the one they were written on by its distance or weekday."""
    return bool(cues.expression(language, "overtaken", "day_of_writing", "back").search(text))


def lies_ahead(text: str, language: Language) -> bool:
    """Whether folded words tell of a named day or a visit that was ahead of who wrote them."""
    ahead = cues.expression(language, "overtaken", "day_of_writing", "ahead")
    return bool(ahead.search(text) or _coming(language).search(text))


def is_expected(text: str, language: Language) -> bool:
    """Whether folded words tell what was planned or expected when they were written."""
    return cues.expression(language, "overtaken", "day_of_writing", "expected").search(text) is not None


def dates_itself(text: str, language: Language, written: str) -> bool:
    """Whether words that tell nothing of their own day name a day or year before `written` themselves."""
    since = cues.expression(language, "overtaken", "day_of_writing", "since")
    text = _QUOTED.sub("", text)
    named = (
        one
        for one in periods.find(text, language, written)
        if not one.future and one.first <= written and not since.search(fold(text[: one.start]))
    )
    return any(
        (len(one.first) == DAY and _is_date(fold(text[one.start : one.end]), language))
        or names_year(fold(text[one.start : one.end]), language)
        for one in named
    )


def _is_date(named: str, language: Language) -> bool:
    """Whether a day is named by its number and month."""
    return bool(_months(language).search(named)) and (bool(_DIGIT.search(named)) or " " in named.strip())


@cache
def _present(language: Language) -> re.Pattern[str]:
    """A verb of the present, and what is still so."""
    own, letters = table(language.code, "overtaken")["day_of_writing"]["present"], morphology(language)
    his, hers = letters.imperfect[0], letters.imperfect[1]
    behind = "".join(rf"(?<!{fold(word)} )" for word in own["behind"])
    none, joined = rf"(?!{either(own['not_his'])})", f"[{letters.joining}]?"
    return re.compile(
        rf"(?<!\w){behind}{none}{joined}{none}{his}\w{{3,}}(?!\w)"
        rf"|\A\W*{joined}(?!{either(own['not_hers'])}(?!\w)){hers}\w{{2,}}(?<!{hers}) {letters.article}\w+"
        rf"|{own['still']}"
    )


@cache
def _hers(language: Language) -> re.Pattern[str]:
    """A verb of the present that opens the words and is hers; one of the past ends otherwise."""
    own, letters = table(language.code, "overtaken")["day_of_writing"]["present"], morphology(language)
    joined = f"[{letters.joining}]?"
    none = rf"(?!{either(own['not_hers'])}(?!\w))"
    return re.compile(rf"\A\W*{joined}{none}{letters.imperfect[1]}\w{{2,}}(?<!{letters.imperfect[1]}) ")


@cache
def _coming(language: Language) -> re.Pattern[str]:
    """A month or a weekday that is to come: «next Sunday»."""
    months, after = (
        table(language.code, "months"),
        table(language.code, "overtaken")["day_of_writing"]["coming"],
    )
    named = either(chain(months["weekdays"], *months["gregorian"]))
    return re.compile(rf"(?<!\w){named} {either(after)}(?!\w)")


@cache
def _months(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(chain(*table(language.code, 'months')['gregorian']))}(?!\w)")


@cache
def _month(language: Language) -> re.Pattern[str]:
    """A month without the number of a day before it."""
    named = either(chain(*table(language.code, "months")["gregorian"]))
    return re.compile(rf"(?<!\w)(?<!\d )(?<!/)[{language.proclitics}]?{named}(?!\w)")
