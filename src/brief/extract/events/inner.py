"""Dates of a clause inside the one that tells the event: they date that clause, and nothing else.

«The bonds rose, after they had lost a cent last week», «… handed the port over, before the union
announced a strike at dawn on Sunday», «work went on this morning, upon the signing of a deal last night».
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import names
from brief.cues import expression
from brief.extract.events.clauses import Clause
from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import COMMA, VERB, Named, from_place
from brief.language import Language, table
from brief.measures import either
from brief.morphology import morphology

_WORD = re.compile(r"\w+")


class _Inner(Struct, frozen=True):
    """Patterns for folded words that stand between the main verb and a date, and endings.

    `theirs` are the pronouns that no noun's own ending looks like.
    """

    clause: re.Pattern[str]
    later: re.Pattern[str]
    upon: re.Pattern[str]
    since: re.Pattern[str]
    begun: re.Pattern[str]
    front: re.Pattern[str]
    particle: re.Pattern[str]
    objects: tuple[str, ...]
    theirs: tuple[str, ...]
    lead: re.Pattern[str]


def inner(part: Part, cues: Cues, language: Language) -> Named | None:
    """What a date dates inside its clause, where another act is what that tells; None where it dates that."""
    text, at, words = part.cuts.folded(part.told.start, part.told.end), part.at, _inner(language)
    last = max((one.end() for one in words.clause.finditer(text, 0, at)), default=None)
    if last is not None and not COMMA.search(text, last, at) and not _has_earlier(part, last):
        if _tells_who(part, last, at, language):
            return Named(from_place(part, last))
        thing = _done_to(part, last, at, language)
        if thing is not None:
            return Named(Clause(thing, from_place(part, last).end))
        return None if words.later.search(text[:last]) and _is_told_on(part, last) else Named(None)
    return _upon(part, text, at, cues, language)


def _upon(part: Part, text: str, at: int, cues: Cues, language: Language) -> Named | None:
    """The happening upon which, or since which, the act of a clause came, where the date is that one's."""
    words = _inner(language)
    since = max((one.end() for one in words.since.finditer(text, 0, at)), default=None)
    upon = max((one.end() for one in words.upon.finditer(text, 0, at)), default=None)
    timed = any(one.end <= part.place(upon) for one in part.times) if upon is not None else False
    upon, timed = (since, True) if since is not None else (upon, timed)
    after = _after(part, text, at, language) if upon is None or not timed else None
    if after is not None:
        return after
    if upon is None or not timed or COMMA.search(text, upon, at) or Told(text[upon:at], language).has(VERB):
        return None
    if since is None and not Told(text[:upon], language).has(VERB):
        return None
    noun = _WORD.match(text, upon)
    owned = noun is not None and noun[0].endswith(words.theirs)
    begun = noun is not None and words.begun.fullmatch(noun[0]) is not None
    happens = begun or (noun is not None and cues.noun.fullmatch(noun[0]) is not None)
    fine = part.mention.precision in _FINE
    if since is not None and happens and not owned and _is_month_of(part, upon, language):
        return Named(from_place(part, upon))
    again = since is not None and _has_day_before(part, upon)
    if since is not None and (again or (not begun and (fine or owned or not happens))):
        bare = again or (not (fine or owned) and Told(text[:upon], language).has(VERB))
        return Named(None) if bare else None
    return Named(from_place(part, upon) if happens and not owned else None)


def _after(part: Part, text: str, at: int, language: Language) -> Named | None:
    """«Raised the toll, after the finding of two bodies last week»: what came first, of longer than a day."""
    found = list(expression(language, "events", "inner", "behind_comma").finditer(text, 0, at))
    if not found or part.mention.precision == "day":
        return None
    last, earlier = found[-1].end(), any(one.end <= part.place(found[-1].start()) for one in part.times)
    if earlier or Told(text[last:at], language).has(VERB) or COMMA.search(text, last, at):
        return None
    acts = Told(text[: found[-1].start()], language).has(Kind.PAST)
    rest = len(text[last:].split())
    return Named(Clause(part.place(last), part.told.end)) if acts and rest >= _LEAST else None


def _is_month_of(part: Part, upon: int, language: Language) -> bool:
    """Whether a month is that of the noun that opens behind «since», which no pronoun completes."""
    text = part.cuts.folded(part.told.start, part.told.end)
    noun = part.cuts.text[part.place(upon) :].split(maxsplit=1)[:1]
    own = any(word.endswith(morphology(language).possessive) for word in noun)
    return part.mention.precision == "month" and not own and Told(text[:upon], language).has(VERB)


def _has_day_before(part: Part, since: int) -> bool:
    """Whether a day is not the act's: «closed it today, for the first time since the fire of Thursday»."""
    return part.mention.precision == "day" and any(
        one.precision == "day" and one.end <= part.place(since) for one in part.times
    )


def _has_earlier(part: Part, opened: int) -> bool:
    """Whether another time stands between the opening of the inner clause and the date."""
    begun = part.place(opened)
    return any(begun <= one.start and one.end <= part.mention.start for one in part.times)


def _is_told_on(part: Part, opened: int) -> bool:
    """Whether the clause tells acts with a time each («in May, before it gave up in June»)."""
    return any(part.told.start <= one.start and one.end <= part.place(opened) for one in part.times)


def _tells_who(part: Part, opened: int, at: int, language: Language) -> bool:
    """Whether an inner clause names its own subject behind its verb."""
    text = part.cuts.folded(part.told.start, part.told.end)
    found = list(_WORD.finditer(text, opened, at))[:2]
    if len(found) < _PAIR:
        return False
    subject = found[1]
    behind = part.cuts.text[part.place(subject.start()) : part.mention.start]
    words, letters = _inner(language), morphology(language)
    if words.particle.fullmatch(subject[0]) or subject[0].isdigit():
        return False
    if found[0][0].endswith(words.objects) or subject[0].endswith(words.theirs):
        return False
    named = any(one.start == 0 for one in names.find(behind, language))
    leads = words.front.match(text[:opened]) is not None and subject[0].startswith(letters.article)
    return named or leads or _has_object(part, language)


def _done_to(part: Part, opened: int, at: int, language: Language) -> int | None:
    """Where the thing stands, right before the comma, to which the subject of an inner clause did something.

    «They exchanged the papers of the deal of the base, after the court had let it pass on Monday».
    """
    text, letters, words = (
        part.cuts.folded(part.told.start, part.told.end),
        morphology(language),
        _inner(language),
    )
    found = list(_WORD.finditer(text, opened, at))[:_PAIR]
    if (
        len(found) < _PAIR
        or not found[0][0].endswith(words.objects)
        or not found[1][0].startswith(letters.article)
    ):
        return None
    commas = [one.start() for one in COMMA.finditer(text, 0, opened)]
    if not commas or len(text[commas[-1] : opened].split()) > _PAIR:
        return None
    leads = [one.end() for one in words.lead.finditer(text, 0, commas[-1])]
    thing = text[leads[-1] : commas[-1]].split() if leads else []
    theirs = found[0][0].endswith(words.theirs[0])
    feminine = bool(thing) and thing[0].endswith(words.objects[0])
    bare = bool(thing) and not thing[0].startswith(letters.article)
    if (
        not bare
        or len(thing) not in _NAMED
        or theirs != feminine
        or Told(" ".join(thing[1:]), language).has(VERB)
    ):
        return None
    return part.place(leads[-1])


def _has_object(part: Part, language: Language) -> bool:
    """Whether a noun stands right behind the date: the object, whose subject stands before the date."""
    rest = part.cuts.folded(part.mention.end, part.told.end)
    noun = re.match(r"\s*(\w+)", rest)
    letters = morphology(language)
    if noun is None or _inner(language).particle.fullmatch(noun[1]) or noun[1].isdigit():
        return False
    return noun[1][0] not in letters.prepositions + letters.joining + letters.imperfect


_PAIR = 2
# Words of what came before, with its time.
_LEAST = 6
# Words that name a thing.
_NAMED = range(2, 6)
_FINE = frozenset({"day", "month"})


@cache
def _inner(language: Language) -> _Inner:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["inner"]
    joint = f"[{letters.joining}]?"
    return _Inner(
        clause=re.compile(rf"(?<!\w){joint}{either((*own['after'], *own['before']))}\s+(?=\w)"),
        later=re.compile(rf"(?<!\w){joint}{either(own['before'])}\s+$"),
        upon=re.compile(rf"(?<!\w){joint}{either(own['upon'])}\s+(?=\w)"),
        since=re.compile(
            rf"(?<!\w){joint}{either(data['since'])}\s+(?!{either(data['before_times'])}(?!\w)|\d)(?=\w)"
            rf"|(?<!\w){either(own['especially'])}\s+(?=\w)"
        ),
        begun=re.compile(either(own["begun"])),
        front=re.compile(rf"\W*{joint}{either(own['after'])}\s+$"),
        particle=re.compile(either((*data["empty"], *data["before_times"]))),
        objects=tuple(data["objects"]),
        theirs=tuple(data["objects"][1:]),
        lead=re.compile(rf"(?<!\w){either(own['thing_after'])}\s+"),
    )
