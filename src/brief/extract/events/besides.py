"""A date of what its sentence tells beside its act: of a clause inside it, or of a thing that this names.

«They left for talks that began in May», «denied what a paper printed on Friday», «the mill, where a belt
tore in 2019, opens today», «the count falls to three, after the release of two on the 28th». Such a clause
is an event where it can be told alone, and none where not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from brief import names
from brief.cues import expression
from brief.extract.events.clauses import Clause
from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part, narrowed
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import COMMA, VERB, Named, from_place, link_before
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
# Words from a verb of an inner clause to its date; words of a thing upon which something else is so.
_TAIL, _THING = 4, 10
# Words beside its date that a thing told alone has, and those in which a happening before its date is named.
_LEAST, _NEAR = 4, 4
# Words that hold an act and who did it, or what with.
_ACT = 3
_COMMAS = ("،", ",", "؛", ":")
# Adjectives between a noun and the clause that tells of it.
_ADJECTIVES = 2
# Place of the verb behind «rounds of the talks».
_PARTITIVE = 2
# A bare masculine verb of so few letters may be a noun.
_SHORT = 4


class _Besides(Struct, frozen=True):
    """Patterns for folded words that end at a date, but for `as_for` and `aside`, which open a clause."""

    partitive: str
    number: re.Pattern[str]
    particle: re.Pattern[str]
    what: re.Pattern[str]
    that: re.Pattern[str]
    upon: re.Pattern[str]
    counted: re.Pattern[str]
    clash: re.Pattern[str]
    as_for: re.Pattern[str]
    inserted: re.Pattern[str]
    so: re.Pattern[str]
    aside: re.Pattern[str]
    going_on: re.Pattern[str]
    not_done: re.Pattern[str]
    theirs: tuple[str, ...]
    several: re.Pattern[str]
    within: re.Pattern[str]
    plural: str
    short: re.Pattern[str]
    spoken: re.Pattern[str]
    being: re.Pattern[str]
    feminine_act: re.Pattern[str]


def beside(part: Part, cues: Cues, language: Language) -> Named | None:
    """What a date dates where that is not the act that its clause tells; None where it may date that."""
    text, at = part.cuts.folded(part.told.start, part.told.end), part.at
    rules = (_inserted, _as_for, _aside, _of_a_noun, _of_what, _of_last_year, _upon, _of_head)
    found = (rule(part, text[:at], cues, language) for rule in rules)
    return next((one for one in found if one is not None), None)


def beside_at_last(part: Part, cues: Cues, language: Language) -> Named | None:
    """The same, where nothing that the date is of can be told alone."""
    text, at = part.cuts.folded(part.told.start, part.told.end), part.at
    if narrowed(part, cues, language) != part.told:
        return None
    found = (rule(part, text[:at], cues, language) for rule in (_since, _of_a_relative, _of_what_was_not))
    return next((one for one in found if one is not None), None)


def _inserted(part: Part, _: str, cues: Cues, language: Language) -> Named | None:
    """«As for the mill, where a belt tore in 2019, it …»: the clause between, with the thing before it."""
    words, cuts = _besides(language), part.cuts
    opened, close = _around(part)
    if opened is None or close is None:
        return None
    first = max(one for one in cuts.opening if one <= part.mention.start)
    lead = words.as_for.match(cuts.folded(first, opened))
    inside = words.inserted.match(cuts.folded(opened, close))
    if lead is None or inside is None or not words.so.match(cuts.folded(close, len(cuts.text))):
        return None
    if not Told(cuts.folded(opened, close), language).has(Kind.PAST) or cues.since_before.search(
        cuts.folded(opened, part.mention.start)
    ):
        return Named(None)
    begin = cuts.seen.span(cuts.seen.position(first) + lead.end(), len(cuts.seen.text))[0]
    return Named(Clause(begin, close))


def _as_for(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«As for the pact, which came of the visit of the minister, on 12 May 2020;»: the visit is of that day.

    What is said of the pact stands behind the clause.
    """
    whole = part.cuts.folded(part.told.start, part.told.end)
    if part.mention.relative or expression(language, "events", "unreal", "unanswered").match(whole) is None:
        return None
    near = list(_WORD.finditer(before))[-_LEAST - 1 :]
    noun = next((one for one in near if cues.noun.fullmatch(one[0])), None)
    if noun is None or Told(before[noun.start() :], language).has(VERB):
        return None
    led = noun[0][0] in morphology(language).prepositions and cues.noun.fullmatch(noun[0][1:])
    return None if led else _alone(part, noun.start())


def _aside(part: Part, _: str, __: Cues, language: Language) -> Named | None:
    """«These, and two of them were freed yesterday, are …»."""
    words, cuts = _besides(language), part.cuts
    opened, close = _around(part)
    if opened is None or close is None or not words.aside.match(cuts.folded(opened, close)):
        return None
    return None if words.going_on.match(cuts.folded(close, len(cuts.text))) else Named(None)


def _of_a_noun(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """A clause that opens with its verb, of a noun without the article: «talks that began in May»."""
    last = max((one.end() for one in COMMA.finditer(before)), default=0)
    told = list(_WORD.finditer(before, last))
    nearest = range(len(told) - 1, max(0, len(told) - _TAIL - 2), -1)
    place = next((one for one in nearest if _is_verb(told[one][0], cues, language)), None)
    if place is None:
        return None
    at = _of_which(told, place, language)
    if _is_other(part, before[last : told[at].start()], told[at], cues, language):
        return None
    happening = next(_happenings(told[: place - 1 if at < place - 1 else place], at, cues, language), None)
    if at < place - 1 and cues.noun.fullmatch(told[place - 1][0]):
        happening = told[at]
    if happening is None or told[place][0].endswith(_besides(language).theirs):
        return Named(None)
    number = _besides(language).number.search(before, last, happening.start())
    return _alone(part, number.start("number") if number else happening.start())


def _of_which(told: Sequence[re.Match[str]], place: int, language: Language) -> int:
    """The place of the noun before a verb at a place, the first of «rounds of the talks»."""
    article, of = morphology(language).article, _besides(language).partitive
    partitive = place > _PARTITIVE and told[place - 2][0] == of and told[place - 1][0].startswith(article)
    return place - 3 if partitive else place - 1


def _happenings(
    told: Sequence[re.Match[str]], at: int, cues: Cues, language: Language
) -> Iterator[re.Match[str]]:
    """The nouns of a happening at a place and before it, adjectives without the article between."""
    for one in reversed(told[max(0, at - _ADJECTIVES) : at + 1]):
        if not _is_bare(one[0], cues, language):
            return
        if cues.noun.fullmatch(one[0]):
            yield one


def _is_other(part: Part, earlier: str, noun: re.Match[str], cues: Cues, language: Language) -> bool:
    """Whether a verb behind a word is that of a clause of its own, or dates the act of the sentence, too."""
    words = _besides(language)
    timed = any(one.end <= part.mention.start for one in part.times)
    return bool(
        not _is_bare(noun[0], cues, language)
        or words.that.search(earlier)
        or any(words.spoken.fullmatch(one) for one in earlier.split()[-_NEAR:])
        or (not timed and words.within.search(earlier))
        or _is_name(part, noun.start(), language)
        or not _goes_on(part, noun.start())
    )


def _is_bare(word: str, cues: Cues, language: Language) -> bool:
    """Whether a word may be a noun without the article of which a clause tells."""
    words, letters = _besides(language), morphology(language)
    fixed = words.particle.fullmatch(word) or words.spoken.fullmatch(word) or cues.past.fullmatch(word)
    definite = (letters.article, letters.to * 2, *(one + letters.article for one in letters.joining))
    return not fixed and not word.startswith(definite)


def _is_verb(word: str, cues: Cues, language: Language) -> bool:
    """Whether a word is a verb of the past and no noun to the eye, without a conjunction."""
    letters = morphology(language)
    theirs = _besides(language).several.fullmatch(word)
    if theirs is not None and cues.past.fullmatch(theirs["verb"] + _besides(language).plural):
        return True
    if cues.past.fullmatch(word) is None or word[0] in letters.joining or cues.noun.fullmatch(word):
        return False
    bare = len(word) <= _SHORT and not word.endswith(letters.feminine)
    return not bare or _besides(language).short.fullmatch(word) is not None


def _of_what(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«Denied what a paper printed on Friday»."""
    found = _besides(language).what.search(before)
    if found is None or cues.past.fullmatch(found["verb"]) is None:
        return None
    return Named(None) if _goes_on(part, found.start()) else None


def _since(part: Part, before: str, cues: Cues, _: Language) -> Named | None:
    """«Freed on Thursday two of those held since May»: since when something is so, in an act with a day."""
    if not cues.since_before.search(before):
        return None
    ends = [one.end for one in part.times if part.told.start <= one.start and one.end <= part.mention.start]
    return Named(None) if ends and not COMMA.search(part.cuts.text, max(ends), part.mention.start) else None


def _of_last_year(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«Said yesterday that he was charged over the death of a guard last year»: the death is of last year."""
    mention, words = part.mention, _besides(language)
    if not mention.relative or mention.precision == "day":
        return None
    days = [one.end for one in part.times if one.precision == "day" and one.end <= mention.start]
    if not days or not words.that.search(part.cuts.folded(max(days), mention.start)):
        return None
    near = list(_WORD.finditer(before))[-_NEAR:]
    noun = next((one for one in near if cues.noun.fullmatch(one[0])), None)
    if (
        noun is None
        or link_before(before, len(before), language)
        or Told(before[noun.start() :], language).has(VERB)
    ):
        return None
    return _alone(part, noun.start())


def _upon(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«The count falls to three, after the release of two on the 28th»: what falls now fell on no day."""
    words = _besides(language)
    clash = part.mention.precision == "day" and words.clash.search(before)
    if words.counted.search(before) or clash:
        return Named(None)
    found = words.upon.search(before)
    if found is None or part.mention.future or Told(found["thing"], language).has(VERB):
        return None
    if words.particle.fullmatch(found["thing"].split()[0]) or words.that.match(found["thing"]):
        return None
    head = before[: found.start()]
    now = any(cues.imperfect.fullmatch(word) for word in head.split())
    if not now or Told(head, language).has(Kind.PAST | Kind.WAS | Kind.AHEAD):
        return None
    return _alone(part, found.start("thing"))


def _of_head(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«The plea that was made in 2008 failed»: the year is that of the plea."""
    link, words = link_before(before, len(before), language), _besides(language)
    if link is None:
        return None
    head = COMMA.split(before[: link.start])[-1]
    behind = _WORD.match(part.cuts.folded(part.mention.end, part.told.end).lstrip())
    later = any(part.mention.end < one.start < part.told.end for one in part.times)
    if (
        behind is None
        or (later and link.relative)
        or Told(head, language).has(VERB)
        or len(head.split()) > _NEAR
    ):
        return None
    acts = (
        cues.past.fullmatch(behind[0])
        or words.not_done.match(behind[0] + " ")
        or (len(behind[0]) >= _SHORT and words.feminine_act.fullmatch(behind[0]))
    )
    return Named(None) if acts and behind[0][0] not in morphology(language).joining else None


def _of_a_relative(part: Part, before: str, cues: Cues, language: Language) -> Named | None:
    """«The driver died on Saturday who was hurt in the race of the 14th»: a clause in an act with a time."""
    link = link_before(before, len(before), language)
    if link is None or not link.relative:
        return None
    opened, verb = part.place(link.start), _WORD.match(before[link.end :].lstrip())
    if verb is not None and cues.imperfect.fullmatch(verb[0]):
        return None
    timed = any(part.told.start <= one.start and one.end <= opened for one in part.times)
    told_on = _besides(language).that.match(part.cuts.folded(part.mention.end, part.told.end).lstrip())
    return Named(None) if timed and not told_on else None


def _of_what_was_not(part: Part, before: str, _: Cues, language: Language) -> Named | None:
    """«At the gate, nobody is left of the queue that stood there two weeks ago»."""
    link, words = link_before(before, len(before), language), _besides(language)
    if link is None or not link.relative:
        return None
    denied = words.not_done.search(before, 0, link.start)
    was = denied is not None and words.being.match(before, denied.end()) is not None
    return (
        Named(None)
        if denied and not was and not Told(before[: link.start], language).has(Kind.PAST)
        else None
    )


def _around(part: Part) -> tuple[int | None, int | None]:
    """Where the words between the two commas around a date begin and end in the sentence."""
    cuts, mention = part.cuts, part.mention
    first = max(one for one in cuts.opening if one <= mention.start)
    last = min(one for one in cuts.closing if one >= mention.end)
    opened = max((one.end() for one in COMMA.finditer(cuts.text, first, mention.start)), default=None)
    closing = COMMA.search(cuts.text, mention.end, last)
    return opened, closing.start() if closing else None


def _alone(part: Part, start: int) -> Named:
    """The words from a place of the folded clause, where they are enough to be told alone."""
    own = from_place(part, start)
    rest = part.cuts.folded(own.start, part.mention.start) + part.cuts.folded(part.mention.end, own.end)
    return Named(own if len(rest.split()) >= _LEAST else None)


def _goes_on(part: Part, start: int) -> bool:
    """Whether enough of a sentence for its act stands before a place of the clause, and no comma there."""
    cuts, begin = part.cuts, part.place(start)
    before = cuts.folded(max(one for one in cuts.opening if one <= begin), begin).rstrip()
    return len(before.split()) >= _ACT and not before.endswith(_COMMAS)


def _is_name(part: Part, start: int, language: Language) -> bool:
    """Whether somebody's name stands at a place of the folded clause."""
    begin = part.place(start)
    return any(one.start == 0 for one in names.find(part.cuts.text[begin : part.mention.start], language))


@cache
def _besides(language: Language) -> _Besides:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["besides"]
    joint = f"[{letters.joining}]?"
    gap = r"[^\s،,؛:.]+\s+"
    leads = rf"(?:{either(data['before_times'])}\s+)*"
    particles = (
        *data["empty"],
        *data["before_times"],
        *data["before_verbs"],
        *data["openers"],
        *own["no_noun"],
    )
    return _Besides(
        partitive=own["from"],
        number=re.compile(rf"(?<!\w)(?P<number>{either(own['numbers'])})\s+$"),
        particle=re.compile(rf"{joint}{either(map(fold, particles))}|\d+"),
        what=re.compile(
            rf"(?<!\w)(?<!{fold(own['after'])} ){either(own['what'])}\s+"
            rf"(?P<verb>\w+)\s+(?:{gap}){{0,{_TAIL}}}$"
        ),
        that=re.compile(rf"(?<!\w){letters.by}?{either(data['bounding']['that'])}(?!\w)"),
        upon=re.compile(rf"(?<!\w)(?:{either(own['upon'])})\s+(?P<thing>(?:{gap}){{2,{_THING}}}?){leads}$"),
        counted=re.compile(
            rf"(?<!\w){either(own['within'])}\s+(?:\w+\s+){{0,2}}{either(data['unreal']['spans'])}"
            rf"\s+{own['from']}\s+\w+\s+{leads}$"
        ),
        clash=re.compile(
            rf"(?<!\w){either((*own['upon'], *data['since']))}\s+"
            rf"(?:\w+\s+){{0,2}}{either(own['clashes'])}\s+$"
        ),
        as_for=re.compile(rf"\W*{either(data['as_for'])}\s+"),
        inserted=re.compile(rf"{either([*data['relatives'], *data['where']])}(?!\w)"),
        so=re.compile(rf"[،,]\s*{letters.joining[-1]}\w"),
        aside=re.compile(rf"{either(own['aside'])}\s"),
        going_on=re.compile(rf"[،,]\s*[{letters.joining}]\w"),
        not_done=re.compile(rf"(?:^|[،,]\s*){joint}{either(own['not_done'])}\s"),
        within=re.compile(rf"(?<!\w){either(own['held_in'])}\s+$"),
        several=re.compile(rf"(?P<verb>\w+{letters.conjunction}){either(own['theirs'])}"),
        plural=own["plural"],
        theirs=tuple(map(fold, own["theirs"])),
        short=re.compile(either(own["short"])),
        spoken=re.compile(rf"[{letters.prepositions}]?{either(own['spoken'])}"),
        feminine_act=re.compile(
            rf"(?!{letters.article})[^{letters.prepositions}]\w+(?<!{own['plural']}){letters.feminine}"
        ),
        being=re.compile(rf"{either(data['not_being'])}(?!\w)"),
    )
