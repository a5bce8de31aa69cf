"""A clause with its date: whether the words around the date tell an event of it."""

from __future__ import annotations

import re

from msgspec import Struct

from brief.extract.events.cues import Cues
from brief.extract.events.senses import Sense
from brief.extract.events.signs import Kind, Told
from brief.periods import Mention

_BOUND = 60  # characters in which a bound before a date is looked for
_BESIDE = 40  # characters before a year in which the noun that it dates is looked for
_LEAST_LETTERS = 12  # beside its date an event tells something
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_COARSE = frozenset({"year", "quarter", "span", "half", "decade"})


class Dated(Struct, frozen=True):
    """A clause with the place of a date in it; `ahead` where the date lies after the article."""

    told: Told
    at: int
    end: int
    when: Mention
    sense: Sense
    ahead: bool

    @property
    def named(self) -> str:
        """The folded words of the date."""
        return self.told.text[self.at : self.end]

    @property
    def before(self) -> str:
        """The folded words before it."""
        return self.told.text[: self.at]


def is_while(dated: Dated, published: str | None, words: Cues) -> bool:
    """Whether a time only tells how long up to now: the year of the article, the last two months."""
    this_year = dated.when.first[: len("2024")] == (published or "")[: len("2024")]
    if dated.when.precision == "year":
        return this_year
    if dated.when.precision == "span":
        return words.lasting.search(dated.named) is not None
    since = words.since_before.search(dated.before) is not None
    return (
        since and this_year and dated.when.precision == "month" and words.year.search(dated.named) is not None
    )


def is_deadline(dated: Dated, words: Cues) -> bool:
    """Whether «before a month» says within which time something is ruled out, and not how long ago it was."""
    ago = words.deadlines_before.search(dated.named.partition(" ")[0] + " ") is not None
    return ago and not dated.ahead and words.not_ago.search(dated.before) is not None


def may_come(dated: Dated, words: Cues) -> bool:
    """Whether something told with a date that lies after its article can lie ahead."""
    if words.certain_past.search(dated.before):
        return False
    return dated.sense is not Sense.GONE or words.promised_before.search(dated.before) is not None


def tells(dated: Dated, words: Cues) -> bool:
    """Whether the words around a date tell an event of that date, and no figure or report of it."""
    told, at, named = dated.told, dated.at, dated.named
    if (
        words.reported.search(dated.before, max(0, at - _BOUND))
        or _is_of_a_thing(dated, words)
        or len(told.text) - len(named) < _LEAST_LETTERS
    ):
        return False
    if words.today.fullmatch(named):
        return told.has(Kind.PAST)
    if dated.ahead or not _is_coarse(dated.when, named, words):
        return True
    if named[0].isdigit() and words.things_before.search(dated.before):
        return False
    if words.measures.search(told.text) or words.forecast.search(told.text):
        return told.has(Kind.DEAL)
    return told.has(Kind.PAST) or told.last(Kind.NOUN, max(0, at - _BESIDE), at) is not None


def _is_of_a_thing(dated: Dated, words: Cues) -> bool:
    """Whether a year told by its distance only names a thing: «next year's budget»."""
    relative = dated.when.relative and dated.when.precision == "year"
    return relative and words.year_of_before.search(dated.before) is not None


def _is_coarse(when: Mention, named: str, words: Cues) -> bool:
    """Whether a time is a year or a share of one, which date figures more often than events."""
    if when.precision not in _COARSE:
        return False
    return len(when.first) == len("2024") or "Q" in when.first or words.shares.search(named) is not None


def ends(mention: Mention) -> tuple[str, str | None]:
    """ISO year, month or day of start and end; a quarter is its first and its last month."""
    quarter = _QUARTER.match(mention.first)
    if quarter:
        year, number = quarter.group(1), int(quarter.group(2))
        return f"{year}-{3 * number - 2:02d}", f"{year}-{3 * number:02d}"
    return mention.first, mention.last
