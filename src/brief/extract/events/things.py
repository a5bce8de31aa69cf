"""What tells of a thing named before it, and the words that name a dated thing."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief.extract.events.clauses import Clause
from brief.extract.events.narrowed import Part
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.WAS
_WORD = re.compile(r"\w+")
# No comma inside a number.
COMMA = re.compile(r"،\s*|(?<!\d),\s*|,(?!\d)\s*")
# A thing is dated within so many words behind what tells of it.
_TAIL = 9
# Letters of a verb that somebody's act is, before the pronoun of the thing.
_ACT = 3


class Named(Struct, frozen=True):
    """Where the words stand that name a dated thing; None where they tell too little alone."""

    own: Clause | None


class Link(Struct, frozen=True):
    """What tells of a thing named before it, in folded text: a relative clause, or a participle."""

    start: int
    end: int
    relative: bool
    state: bool


def link_before(text: str, at: int, language: Language) -> Link | None:
    """The relative word or the participle that a date at `at` belongs to: no other clause opens between."""
    words = links(language)
    found = [*words.relative.finditer(text, 0, at), *words.participle.finditer(text, 0, at)]
    last = max(found, key=lambda one: one.start(), default=None)
    if last is None:
        return None
    relative = last.re is words.relative
    between = text[last.end() : at]
    verbs = [one for one in Told(between, language).signs if one[2] & VERB]
    joined = any(_is_joined_verb(word, language) for word in between.split()[1:])
    if len(_WORD.findall(between)) > _TAIL or COMMA.search(between) or len(verbs) > relative or joined:
        return None
    state = words.state.fullmatch(last[0]) is not None
    return Link(last.start(), last.end(), relative, state)


def _is_joined_verb(word: str, language: Language) -> bool:
    """Whether a word is «and» with a verb of the present: the date may be that of its object."""
    letters = morphology(language)
    return word.startswith(tuple(letters.conjunction + person for person in letters.imperfect))


def from_place(part: Part, start: int) -> Clause:
    """The words from a place in the folded clause to the first comma behind the date."""
    behind = COMMA.search(part.cuts.text, part.mention.end, part.told.end)
    return Clause(part.place(start), behind.start() if behind else part.told.end)


def is_somebodys(between: str, language: Language) -> bool:
    """Whether a relative clause tells what somebody did to the thing, and not who («that he began»)."""
    words = between.split()
    if not words or len(words[0]) <= _ACT or not words[0].endswith(tuple(morphology(language).possessive)):
        return False
    return len(words) == 1 or links(language).before_times.fullmatch(words[1]) is not None


class _Links(Struct, frozen=True):
    counted: re.Pattern[str]
    lead: re.Pattern[str]
    relative: re.Pattern[str]
    participle: re.Pattern[str]
    state: re.Pattern[str]
    before_times: re.Pattern[str]
    acting: re.Pattern[str]
    owners: tuple[str, ...]
    feminine: re.Pattern[str]
    of_women: tuple[str, ...]
    of_a_woman: str
    that: re.Pattern[str]
    no_verb: re.Pattern[str]
    document: re.Pattern[str]
    opining: re.Pattern[str]


@cache
def links(language: Language) -> _Links:
    """The patterns of a language for what tells of a thing, made once."""
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
        before_times=re.compile(either(map(fold, (*data["before_times"], *own["where"])))),
        acting=re.compile(data["acting_now"]),
        owners=tuple(letters.possessive),
        feminine=re.compile(rf"{either(data['feminine_relatives'])}(?!\w)"),
        of_a_woman=fold(data["objects"][1]),
        of_women=tuple(map(fold, data["feminine_endings"])),
        that=re.compile(rf"\s*{either(data['bounding']['that'])}(?!\w)"),
        document=re.compile(rf"(?:{letters.article})?{either(data['documents'])}"),
        no_verb=re.compile(rf"{either((*data['empty'], *data['before_times']))}|{letters.article}\w+"),
        opining=re.compile(
            rf"(?<!\w)[{letters.joining}]?(?:{either(data['opining'])}{either(data['past_endings'])}?"
            rf"|{either(data['opining_inflected'])}|[{letters.imperfect}]{either(data['opining_now'])})(?!\w)"
        ),
    )
