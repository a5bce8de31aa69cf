"""A date that is not that of what its clause tells: of a thing the clause only names, or of no act at all.

«The bloc objected to the agreement, which was signed on 15 October» tells the bloc's objection; the
day is that of the signing, and the line of that day is «the agreement, which was signed on 15 October».
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief.extract.events.clauses import Clause, Cuts
from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology
from brief.periods import Mention

_VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.WAS
_WORD = re.compile(r"\w+")
_COMMA = re.compile(r"[،,]\s*")
# A thing is named within so many words before what tells of it, and dated within so many behind.
_HEAD, _TAIL = 6, 9
# Letters of a verb that somebody's act is, before the pronoun of the thing.
_ACT = 3


class Named(Struct, frozen=True):
    """Where the words stand that name a dated thing; None where they tell too little alone."""

    own: Clause | None


class _Link(Struct, frozen=True):
    """What tells of a thing named before it, in folded text: a relative clause, or a participle."""

    start: int
    end: int
    relative: bool
    state: bool


def named(part: Part, cues: Cues, language: Language) -> Named | None:
    """The thing that a date is that of, where its clause tells something else; None where it dates that."""
    cuts, told, mention = part.cuts, part.told, part.mention
    text = cuts.folded(told.start, told.end)
    at = cuts.seen.position(mention.start) - cuts.seen.position(told.start)
    counted = _links(language).counted.search(text, 0, at)
    if counted is not None and not Told(counted["thing"], language).has(_VERB):
        return Named(_from(cuts, told, counted.start("thing"), mention))
    link = _link(text, at, language)
    if link is None or _has_own(part, link):
        return None
    seen = Told(text, language)
    if not _acts_before(seen, link.start, language) and not _goes_on(cuts, told, seen, at, language):
        return _subject(part, link, language)
    start = _happening(seen, link.start, cues, language)
    if start is None:
        measured = link.relative and cues.measures.search(text, link.end, at) is not None
        return Named(None) if measured or link.state else None
    if link.relative and _is_somebodys(text[link.end : at], language):
        return Named(None)
    return Named(_from(cuts, told, start, mention))


def _from(cuts: Cuts, told: Clause, start: int, mention: Mention) -> Clause:
    """The words from a place in the folded clause to the first comma behind the date."""
    first = cuts.seen.position(told.start) + start
    behind = _COMMA.search(cuts.text, mention.end, told.end)
    return Clause(cuts.seen.span(first, first + 1)[0], behind.start() if behind else told.end)


def _has_own(part: Part, link: _Link) -> bool:
    """Whether an earlier time stands in what tells of the thing: the date is that of what comes behind it."""
    first = part.cuts.seen.position(part.told.start) + link.end
    begun = part.cuts.seen.span(first - 1, first)[0]
    return any(begun < one.start and one.end <= part.mention.start for one in part.times)


def _subject(part: Part, link: _Link, language: Language) -> Named | None:
    """Who acts on another day, with what is dated of him; None where the clause names no day behind.

    «The council, which closed the border in 2020, opened it on Sunday».
    """
    cuts, told, mention = part.cuts, part.told, part.mention
    later = any(mention.end < one.start < told.end for one in part.times)
    acts = Told(cuts.folded(mention.end, told.end), language).has(Kind.PAST | Kind.PRESENT | Kind.AHEAD)
    if not (link.relative and link.start and later and acts):
        return None
    lead = _links(language).lead.match(cuts.folded(told.start, told.end))
    first = cuts.seen.position(told.start) + (lead.end() if lead else 0)
    begin = cuts.seen.span(first, first + 1)[0]
    return Named(Clause(begin, mention.end) if begin < mention.start else None)


def _acts_before(seen: Told, end: int, language: Language) -> bool:
    """Whether a verb stands before a place: what a clause tells opens before the thing that is named."""
    opining = _links(language).opining
    return seen.last(_VERB, 0, end) is not None or opining.search(seen.text, 0, end) is not None


def _goes_on(cuts: Cuts, told: Clause, seen: Told, at: int, language: Language) -> bool:
    """Whether a clause holds the thing alone, and what somebody does with it stands before the clause."""
    before = Told(cuts.folded(0, told.start), language)
    return not seen.has(_VERB, at) and _acts_before(before, len(before.text), language)


def _link(text: str, at: int, language: Language) -> _Link | None:
    """The relative word or the participle that a date at `at` belongs to: no other clause opens between."""
    words = _links(language)
    found = [*words.relative.finditer(text, 0, at), *words.participle.finditer(text, 0, at)]
    last = max(found, key=lambda one: one.start(), default=None)
    if last is None:
        return None
    relative = last.re is words.relative
    between = text[last.end() : at]
    verbs = [one for one in Told(between, language).signs if one[2] & _VERB]
    joined = any(_is_joined_verb(word, language) for word in between.split()[1:])
    if len(_WORD.findall(between)) > _TAIL or _COMMA.search(between) or len(verbs) > relative or joined:
        return None
    state = words.state.fullmatch(last[0]) is not None
    return _Link(last.start(), last.end(), relative, state)


def _is_joined_verb(word: str, language: Language) -> bool:
    """Whether a word is «and» with a verb of the present: the date may be that of its object."""
    letters = morphology(language)
    return word.startswith(tuple(letters.conjunction + person for person in letters.imperfect))


def _happening(seen: Told, end: int, cues: Cues, language: Language) -> int | None:
    """Where the noun of a happening begins that what follows at `end` tells of; None where none is near."""
    letters = morphology(language)
    for word in reversed(list(_WORD.finditer(seen.text, 0, end))[-_HEAD:]):
        if seen.last(_VERB, *word.span()):
            return None
        if cues.noun.fullmatch(word[0]):
            if word[0].startswith(letters.to * 2) or _is_owned(word[0], cues, language):
                return None
            carried = word[0][:1] in letters.prepositions + letters.joining
            return word.start() + (carried and cues.noun.fullmatch(word[0][1:]) is not None)
    return None


def _is_owned(word: str, cues: Cues, language: Language) -> bool:
    """Whether a noun of a happening carries the pronoun of whose it is: who that is stands before it."""
    owners = [one for one in morphology(language).possessive if len(one) > 1 and word.endswith(one)]
    return any(cues.noun.fullmatch(word.removesuffix(one)) for one in owners)


def _is_somebodys(between: str, language: Language) -> bool:
    """Whether a relative clause tells what somebody did to the thing, and not who («that he began»)."""
    words = between.split()
    if not words or len(words[0]) <= _ACT or not words[0].endswith(tuple(morphology(language).possessive)):
        return False
    return len(words) == 1 or _links(language).before_times.fullmatch(words[1]) is not None


def is_of_a_share(part: Part, language: Language) -> bool:
    """Whether a date tells when a part of what was done falls due («half of it in December»).

    Behind the comma before it no verb stands, and an earlier date is that of the act.
    """
    cuts, told, mention, times = part.cuts, part.told, part.mention, part.times
    commas = [found.end() for found in _COMMA.finditer(cuts.text, told.start, mention.start)]
    if not commas or not mention.relative:
        return False
    earlier = any(
        told.start <= one.start and one.end < commas[-1] and one.first < mention.first for one in times
    )
    done = Told(cuts.folded(told.start, commas[-1]), language).has(Kind.GONE)
    inside = sorted((one for one in times if one.start >= commas[-1]), key=lambda one: one.start)
    ends = [commas[-1], *(one.end for one in inside)]
    untimed = zip(ends, [*(one.start for one in inside), told.end], strict=True)
    rest = " ".join(cuts.folded(start, min(end, told.end)) for start, end in untimed if start < told.end)
    return earlier and done and not Told(rest, language).has(_VERB | Kind.NOUN)


class _Links(Struct, frozen=True):
    counted: re.Pattern[str]
    lead: re.Pattern[str]
    relative: re.Pattern[str]
    participle: re.Pattern[str]
    state: re.Pattern[str]
    before_times: re.Pattern[str]
    opining: re.Pattern[str]


@cache
def _links(language: Language) -> _Links:
    data, letters = table(language.code, "events"), morphology(language)
    done = either([*data["participles"], *data["states"], *data["planned_things"]])
    own = data["unreal"]
    return _Links(
        # To the end of where it is looked for, which is the date.
        counted=re.compile(
            rf"(?<!\w)[{letters.joining}]?{either(own['apart'])}\s+(?:\w+\s+){{0,2}}{either(own['spans'])}"
            rf"\s+{either(own['from'])}\s+(?P<thing>(?:[^\s،,؛:.]+\s+){{1,{_TAIL}}})\Z"
        ),
        lead=re.compile(rf"(?:{either(data['as_for'])}\s+|[{letters.joining}](?={letters.article}))"),
        relative=re.compile(rf"(?<!\w){either(data['relatives'])}(?!\w)"),
        participle=re.compile(rf"(?<!\w){letters.article}{done}(?!\w)"),
        state=re.compile(rf"{letters.article}{either(data['states'])}"),
        before_times=re.compile(either(map(fold, data["before_times"]))),
        opining=re.compile(
            rf"(?<!\w)[{letters.joining}]?(?:{either(data['opining'])}{either(data['past_endings'])}?"
            rf"|{either(data['opining_inflected'])}|[{letters.imperfect}]{either(data['opining_now'])})(?!\w)"
        ),
    )
