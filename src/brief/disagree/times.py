"""When one thing happened or is to happen, told otherwise or less exactly in another passage."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations, groupby, pairwise

from msgspec import Struct, structs

from brief import cues, periods
from brief.disagree.other_times import is_of_another
from brief.disagree.passages import Corpus, Passage, diverge, happenings, in_order, kind_of
from brief.disagree.vocabulary import MOST_ITEMS, Kind, phrase, told_apart
from brief.gist import nested
from brief.language import Language, table, view
from brief.model import Anchor, Discrepancy

_CROWD = 24
_YEAR, _MONTH, _DAY = 4, 7, 10
_UNITS = {_YEAR: "year", _MONTH: "month", _DAY: "day"}
# How many days apart two times of one thing may be: later ones are of other things.
_APART = {"day": 3, "week": 7, "month": 62, "season": 100, "year": 1500}
_MONTHS = 31  # between a day and a month
_PUT_OFF = 120  # days by which a text may put off what another one foresees
_SURE, _SAME = 3, 2


class _Time(Struct, frozen=True):
    """First and last day of a time, the unit that the text speaks in and where it does.

    `part` numbers the part of the day, from dawn to midnight; `ahead` says that it is yet to come,
    `relative` that it counts from the day of its text.
    """

    first: date
    last: date
    unit: str
    start: int
    end: int
    part: int | None = None
    ahead: bool = False
    relative: bool = False


class _Told(Struct, frozen=True):
    """A clause that tells a time, what happened and to whom.

    `text` has the words of the clause but those of the time, `after` are the stems right
    behind the words of happening: «مؤتمر المانحين».
    """

    passage: Passage
    text: str
    time: _Time
    kinds: frozenset[str]
    after: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    whom: frozenset[str]


def times(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each happening to which two passages give times that are not the same."""
    told = list(_all(corpus))
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in _meeting(told, corpus):
        if _differ(told[one], told[other], corpus):
            rivals[one].append(other)
    used: set[int] = set()
    for first in sorted(rivals):
        family = [first, *(other for other in rivals[first] if other not in used)]
        if first not in used and len(family) > 1:
            used.update(family)
            yield _discrepancy([told[number] for number in family[:MOST_ITEMS]], corpus)


def _meeting(told: Sequence[_Told], corpus: Corpus) -> list[tuple[int, int]]:
    """The pairs of one kind of happening that share a name, a rare stem or a second kind."""
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        words = one.names | {stem for stem in one.stems if corpus.is_rare(stem)} | one.kinds
        once = _kinds("once", corpus.language)
        for kind in one.kinds:
            for word in words - ({kind} - once):
                groups[kind, word].append(number)
    return sorted({pair for members in groups.values() for pair in combinations(members[:_CROWD], 2)})


def _discrepancy(family: Sequence[_Told], corpus: Corpus) -> Discrepancy:
    apart = any(
        _gap(one.time, other.time) > 0 or _far(one.time, other.time) for one, other in combinations(family, 2)
    )
    kind: Kind = "conflict" if apart else "precision"
    sides = [(one.passage.anchor,) for one in family]
    moved = _is_moved(family, corpus) or any(
        _is_put_off(one, other, corpus) for one, other in combinations(family, 2)
    )
    template = "differ: new date of %(what)s" if apart and moved else "differ: date of %(what)s"
    return told_apart(corpus.language, template, _what(family[0], corpus.language), kind, sides)


def _is_moved(family: Sequence[_Told], corpus: Corpus) -> bool:
    """Whether each time was still to come when it was told, and each text is of another day."""
    days = [corpus.published(one.passage) or "" for one in family]
    ahead = all(day and one.time.first.isoformat() > day for one, day in zip(family, days, strict=True))
    return ahead and len(set(days)) == len(days)


def _what(one: _Told, language: Language) -> str:
    """The word of the happening with the words behind it, as the passage has them."""
    words = one.passage.text.split()
    at = next((n for n, word in enumerate(words) if set(in_order(word, language)) & one.kinds), 0)
    return phrase(" ".join(words[at:]), language)


# The clauses that tell a time -----------------------------------------------------------


def _all(corpus: Corpus) -> Iterator[_Told]:
    """The clauses that tell one time of one happening, in order."""
    for document, clauses in groupby(corpus.passages, key=lambda passage: passage.document):
        for number, group in groupby(clauses, key=lambda passage: passage.sentence):
            parts = list(group)
            if any(map(happenings, parts)):
                sentence = corpus.documents[document].sentences[number].anchor
                published = corpus.documents[document].published
                mentions = periods.find(sentence.text, corpus.language, published)
                yield from _of_sentence(parts, sentence, mentions, corpus)


def _of_sentence(
    parts: Sequence[Passage], sentence: Anchor, mentions: Sequence[periods.Mention], corpus: Corpus
) -> Iterator[_Told]:
    since = 0
    for place, part in enumerate(parts):
        first, last = part.anchor.start - sentence.start, part.anchor.end - sentence.start
        inside = _nights([mention for mention in mentions if first <= mention.start < last])
        if len(inside) > 1:
            yield from _several(part, inside, sentence, corpus)
        else:
            time = _of_mention(inside[0], sentence, corpus.language) if inside else _of_season(part, corpus)
            if time:
                moved = _is_put_off_in(part, corpus.language)
                yield from _told(parts[0 if moved else since : place + 1], time, corpus)
        since = place + 1 if inside else since


def _is_put_off_in(part: Passage, language: Language) -> bool:
    """Whether a clause tells to when something was put off: what, its sentence told before."""
    return cues.expression(language, "disagreement", "times", "put_off").search(part.folded) is not None


def _nights(mentions: Sequence[periods.Mention]) -> list[periods.Mention]:
    """The times without the second day of a night between two, told by both: «ليل الخميس الجمعة»."""
    behind = {one.end + 1 for one in mentions if one.precision == "day"}
    return [one for one in mentions if one.precision != "day" or one.start not in behind]


def _several(
    part: Passage, mentions: Sequence[periods.Mention], sentence: Anchor, corpus: Corpus
) -> Iterator[_Told]:
    """Each time of a clause with the words since the time before it."""
    start, document = part.anchor.start, corpus.documents[part.document]
    for mention in mentions:
        end, time = sentence.start + mention.end, _of_mention(mention, sentence, corpus.language)
        if time:
            yield from _told([structs.replace(part, anchor=document.anchor(start, end))], time, corpus)
        start = end


def _of_mention(mention: periods.Mention, sentence: Anchor, language: Language) -> _Time | None:
    first, last = _days(mention.first), _days(mention.last or mention.first)
    if first is None or last is None or mention.until:
        return None
    unit = (
        mention.precision if mention.last or mention.precision == "week" else _UNITS.get(len(mention.first))
    )
    if unit is None:
        return None
    start, end = sentence.start + mention.start, sentence.start + mention.end
    part = _part(sentence.text[mention.start : mention.end], language) if unit == "day" else None
    return _Time(first[0], last[1], unit, start, end, part, mention.future, mention.relative)


def _part(text: str, language: Language) -> int | None:
    """The part of the day that the words of a day tell: «مساء الخميس»."""
    numbers = _parts(language)
    return next((numbers[word] for word in view(text).text.split() if word in numbers), None)


@cache
def _parts(language: Language) -> dict[str, int]:
    listed = table(language.code, "disagreement")["day_parts"]["names"]
    return {view(word).text: number for number, words in enumerate(listed) for word in words}


def _of_season(passage: Passage, corpus: Corpus) -> _Time | None:
    """A time told by a season, counted from the day of the text."""
    published = corpus.published(passage) or ""
    match = cues.of(corpus.language, "disagreement", "seasons", "words").search(passage.folded)
    if match is None or len(published) < _DAY:
        return None
    opens = _seasons(corpus.language)[match["cue"]]
    year, month = int(published[:_YEAR]), int(published[5:_MONTH])
    first = date(year + (month > opens + 2), opens, 1)
    last = first + timedelta(days=88)
    last = last.replace(day=monthrange(last.year, last.month)[1])
    start, end = passage.seen.span(*match.span("cue"))
    return _Time(first, last, "season", passage.anchor.start + start, passage.anchor.start + end)


@cache
def _seasons(language: Language) -> dict[str, int]:
    """The first month of each season, by its words."""
    data = table(language.code, "disagreement")["seasons"]
    return {view(word).text: start for season, start in data["starts"].items() for word in data[season]}


def _told(parts: Sequence[Passage], time: _Time, corpus: Corpus) -> Iterator[_Told]:
    """The clause of a time, with those before it where it tells no happening itself."""
    for first in reversed(range(len(parts))):
        document = corpus.documents[parts[0].document]
        anchor = document.anchor(parts[first].anchor.start, parts[-1].anchor.end)
        at, end = time.start - anchor.start, time.end - anchor.start
        text = f"{anchor.text[: max(at, 0)]} {anchor.text[end:]}"
        ordered = in_order(text, corpus.language)
        passage = structs.replace(parts[-1], anchor=anchor, kept=tuple(dict.fromkeys(ordered)))
        before = anchor.text[: max(at, 0)]
        if is_of_another(before, anchor.text[end:], corpus.language):
            return
        kinds = happenings(passage) - _lasting(text, corpus.language)
        if kinds:
            own = corpus.own(passage, passage.stems) - kinds
            after = {word for head, word in pairwise(ordered) if head in kinds}
            yield _Told(
                passage,
                text,
                time,
                kinds,
                frozenset(after) - kinds,
                own,
                corpus.names(passage),
                _whom(passage, corpus),
            )
            return


def _lasting(text: str, language: Language) -> frozenset[str]:
    """The kinds of happening that last, where a text tells a day within such a one."""
    if cues.of(language, "disagreement", "within", "words").search(view(text).text) is None:
        return frozenset()
    return frozenset(map(kind_of, table(language.code, "disagreement")["within"]["kinds"]))


def _whom(passage: Passage, corpus: Corpus) -> frozenset[str]:
    """The persons of a clause, or of its sentence where it names none."""
    people = corpus.people(passage)
    sentence = corpus.documents[passage.document].sentences[passage.sentence].anchor
    return people or corpus.people(structs.replace(passage, anchor=sentence))


def _days(iso: str) -> tuple[date, date] | None:
    """The first and the last day of an ISO year, month or day."""
    try:
        if len(iso) == _DAY:
            return date.fromisoformat(iso), date.fromisoformat(iso)
        year = int(iso[:_YEAR])
        if len(iso) == _YEAR:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(iso[5:_MONTH])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None


# Whether two tell one thing otherwise ---------------------------------------------------


def _differ(one: _Told, other: _Told, corpus: Corpus) -> bool:
    if not (_is_put_off(one, other, corpus) or (_clash(one.time, other.time) and _agree(one, other))):
        return False
    words = {stem for stem in one.stems & other.stems if corpus.is_rare(stem)}
    alike = 2 * len(one.kinds & other.kinds) - 2 + len(words) + len(one.names & other.names)
    follows = (one.after & other.stems) | (other.after & one.stems) | (one.after & other.after)
    lasting = one.kinds & other.kinds & _kinds("lifetime", corpus.language)
    alike += bool(follows) + bool(follows and lasting) + _SAME * bool(_main(one, other, corpus))
    year = "year" in (one.time.unit, other.time.unit)
    # Of two years: «the ban on exporting» what?
    if year and follows and diverge(one.text, other.text, corpus.language, only=follows):
        return False
    placed = _in_one_place(one, other, words)
    alike += placed
    known = follows or placed or one.names & other.names
    if not known and diverge(one.text, other.text, corpus.language):
        return False
    if one.passage.document == other.passage.document:
        return alike > _SURE and one.passage.sentence != other.passage.sentence
    return alike >= (_SURE if year and not follows else _SAME)


def _is_put_off(one: _Told, other: _Told, corpus: Corpus) -> bool:
    """Whether the later text puts off to another day what was still to come when the earlier one told it."""
    if {one.time.unit, other.time.unit} != {"day"} or not one.kinds & other.kinds:
        return False
    early, late = sorted((one, other), key=lambda each: corpus.published(each.passage) or "")
    if not _is_put_off_in(late.passage, corpus.language):
        return False
    missed = cues.expression(corpus.language, "disagreement", "times", "foreseen").search(late.passage.folded)
    before, day = (corpus.published(each.passage) or "" for each in (early, late))
    foreseen, new = early.time.first, late.time.first
    over = new.isoformat() <= day and missed is None
    if not "" < before < day or foreseen.isoformat() <= before or over:
        return False
    return 0 < (new - foreseen).days <= _PUT_OFF


def _in_one_place(one: _Told, other: _Told, rare: frozenset[str] | set[str]) -> bool:
    """Whether two words, a rare one among them, stand side by side in both: «بين المرفأ والمنارة»."""
    if {one.time.unit, other.time.unit} != {"day"}:
        return False
    pairs = set(pairwise(one.passage.kept)) & set(pairwise(other.passage.kept))
    return any(rare & set(pair) and {*pair} <= one.stems for pair in pairs)


def _main(one: _Told, other: _Told, corpus: Corpus) -> frozenset[str]:
    """What two clauses tell the day of, if it happens but once and both texts open with it."""
    kinds = one.kinds & other.kinds & _kinds("once", corpus.language)
    if not kinds or {one.time.unit, other.time.unit} != {"day"}:
        return frozenset()
    return kinds & corpus.opening(one.passage.document) & corpus.opening(other.passage.document)


@cache
def _kinds(name: str, language: Language) -> frozenset[str]:
    """The kinds of happening under a name of the list."""
    return frozenset(map(kind_of, table(language.code, "disagreement")["words"][name]))


def _clash(one: _Time, other: _Time) -> bool:
    """Whether two times cannot both be meant, or are told by different means.

    A day in its month is told no otherwise. What lies further apart is another happening.
    """
    if (one.first, one.last) == (other.first, other.last):
        return one.part is not None and other.part is not None and one.part != other.part
    gap = _gap(one, other)
    if gap > 0:
        units = {one.unit, other.unit}
        if units == {"day", "month"}:
            return one.ahead and other.ahead and gap <= _MONTHS
        return (len(units) == 1 or units == {"month", "season"}) and gap <= _APART.get(one.unit, 0)
    units = {one.unit, other.unit}
    if one.relative and other.relative:  # «last week», «in the middle of last month», each from its own day
        return False
    if units == {"day", "span"} and one.ahead and other.ahead:  # who is to come on a day of those days
        return False
    return len(units) > 1 and (not units & {"day", "year"} or units == {"day", "span"})


def _gap(one: _Time, other: _Time) -> int:
    """How many days lie between the nearest ends of two times."""
    return max((other.first - one.last).days, (one.first - other.last).days)


def _far(one: _Time, other: _Time) -> bool:
    """Whether two parts of one day do not touch."""
    return one.part is not None and other.part is not None and abs(one.part - other.part) > 1


def _agree(one: _Told, other: _Told) -> bool:
    """Whether all that one names, the other names too, places and persons each where both name any."""
    if one.whom and other.whom and not nested(one.whom, other.whom):
        return False
    mine, theirs = one.names - one.whom, other.names - other.whom
    return not mine or not theirs or nested(mine, theirs)
