"""Dates on which nothing happened or is due: of what is asked, supposed, given up, or told by the way.

«Who would have signed in 2020?», «unless the works go on before June, …», «in 2028, not in 2027 as was
announced on Sunday», «admitted it, after he had denied it last week».
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from brief import cues, names
from brief.extract.events.clauses import Clause, Cuts
from brief.extract.events.cues import saying
from brief.extract.events.signs import Kind, Told
from brief.extract.events.unmet import is_unmet
from brief.language import Language, fold, table
from brief.measures import either
from brief.metadata.opinion import first_person
from brief.morphology import morphology
from brief.periods import Mention

# Words between «as» and the date it is told with.
_TAIL = 5
# Words of a clause that opens with its date.
_OPENING = 2
# Letters before a date in which the noun of the happening that it dates is looked for.
_BESIDE = 40
# Words of where and when somebody spoke, before what he said.
_WHERE = 7
_QUESTION = re.compile(r"[?؟]")
_QUOTED = re.compile(r"[«\"“][^»\"”]*[»\"”]?")
_SAID = re.compile(r"\s*[:«\"“]")
_PAUSE = re.compile(r"\s*(?:[،,؛;:.!؟?)]|$)")


class _Unreal(Struct, frozen=True):
    """Patterns for the folded words before a date, but for `told`, which opens the words of an event."""

    supposed: re.Pattern[str]
    conditioned: re.Pattern[str]
    given_up: re.Pattern[str]
    as_told: re.Pattern[str]
    since: re.Pattern[str]
    aside: re.Pattern[str]
    name_of: re.Pattern[str]
    relative: re.Pattern[str]
    observed: re.Pattern[str]
    guessed: re.Pattern[str]
    told: re.Pattern[str]
    told_where: re.Pattern[str]
    said_so: re.Pattern[str]


def is_unreal(cuts: Cuts, told: Clause, mention: Mention, language: Language) -> bool:
    """Whether a date of the clause `told` is none of an event, by the words around it."""
    words = _unreal(language)
    before = cuts.folded(told.start, mention.start)
    after = cuts.folded(mention.end, len(cuts.text))
    return bool(
        _QUESTION.search(cuts.text, told.start)
        or words.supposed.search(before)
        or words.conditioned.search(before)
        or words.given_up.search(before)
        or (words.as_told.search(before) and _PAUSE.match(after))
        or words.since.search(before)
        or words.observed.search(before)
        or words.guessed.search(before)
        or (words.aside.search(before) and _SAID.match(after))
        or (not mention.relative and words.name_of.search(before))
        or is_unmet(cuts.folded(0, mention.start), after, language)
    )


def is_demand(text: str, language: Language) -> bool:
    """Whether words open with what their author asks for."""
    return cues.expression(language, "events", "unreal", "demanded").match(fold(text)) is not None


def is_unanswered(text: str, language: Language) -> bool:
    """Whether words open with «as for …», and do not come to what is said of it."""
    return cues.expression(language, "events", "unreal", "unanswered").match(fold(text)) is not None


def is_told_by_nobody(text: str, language: Language) -> bool:
    """Whether words open with a verb of speech and at once what is said: who says it stands before them."""
    words = _unreal(language)
    if words.told.match(fold(text)) or words.said_so.search(fold(text)):
        return True
    if cues.expression(language, "events", "said_there").match(fold(text)):
        return True
    placed = words.told_where.match(fold(text))
    return placed is not None and not names.find(text[: placed.end()], language)


def is_authors(cuts: Cuts, told: Clause, language: Language, *, opinion: bool) -> bool:
    """Whether an author speaks of himself or guesses in a clause, outside quotations.

    «I» and «we» are his where the document gives his opinion.
    """
    own = _QUOTED.sub(" ", cuts.text[told.start : told.end])
    guesses = cues.of(language, "statements", "authors_voice").search(fold(own))
    return guesses is not None or (opinion and bool(first_person(own, language)))


def is_of_no_act(cuts: Cuts, told: Clause, mention: Mention, language: Language) -> bool:
    """Whether no act stands before a date, or right behind it: an author's opinion tells no other event."""
    before = Told(cuts.folded(told.start, mention.start), language)
    near = before.last(Kind.NOUN, max(0, len(before.text) - _BESIDE), len(before.text))
    if near and mention.precision == "year" and not before.text[near[1] :].strip():
        near = None  # «nothing but the elections of 2027» only names them
    acts = (kind for _, _, kind in before.signs if not kind & Kind.WAS)
    if near or any(kind & (Kind.PAST | Kind.AHEAD | Kind.DEAL) for kind in acts):
        return False
    behind = _unreal(language).relative.split(cuts.folded(mention.end, told.end), maxsplit=1)[0]
    after = Told(behind, language)
    return bool(before.has(Kind.WAS) or before.text.split()[_OPENING:] or not after.has(Kind.PAST))


@cache
def _unreal(language: Language) -> _Unreal:
    data, letters = table(language.code, "events"), morphology(language)
    own = data["unreal"]
    joint = f"[{letters.joining}]?"
    leads = rf"(?:{either(data['before_times'])}\s+)*"
    fixed = either((*data["participles"], *data["planned_things"]))
    return _Unreal(
        supposed=re.compile(rf"(?<!\w){joint}{either(own['supposing'])}(?!\w)[^؛:.]*$"),
        conditioned=re.compile(
            rf"(?<!\w){joint}{either(own['conditions'])}(?!\w)"
            rf"(?:(?!(?<!\w){letters.article}{fixed}(?!\w))[^،,؛:.])*$"
        ),
        given_up=re.compile(rf"(?<!\w){joint}{either(own['instead'])}\s+{leads}$"),
        as_told=re.compile(rf"\w\s+{either(own['as_told'])}(?:\s+[^\s،,؛:.]+){{1,{_TAIL}}}\s*$"),
        since=re.compile(rf"(?<!\w){either(own['times_over'])}\s+{either(data['since'])}\s+$"),
        aside=re.compile(
            rf"(?<!\w){joint}{saying(language)}(?!\w)[^؛:.]*[،,]\s*{either(own['aside'])}\s[^،,؛:.]*$"
        ),
        relative=re.compile(rf"(?<!\w){joint}{either(data['relatives'])}(?!\w)"),
        name_of=re.compile(rf"(?<!\w){letters.to}$"),
        observed=re.compile(own["observed"]),
        guessed=re.compile(own["guessed"]),
        said_so=re.compile(
            rf"[،,]\s*{saying(language)}\s*[،,]"
            rf"|\A\W*[«\"“][^»\"”]*[»\"”]\s*[،,]?\s*{saying(language)}\s+(?:{either(own['where'])}|{either(data['before_times'])})\s"
        ),
        told_where=re.compile(
            rf"\W*{joint}(?:{saying(language)}|{either(own['speaking'])})\s+{either(own['where'])}\s"
            rf"(?:[^\s،,؛:.«\"]+\s+){{1,{_WHERE}}}{either(data['bounding']['that'])}(?!\w)"
        ),
        told=re.compile(
            rf"\W*{joint}(?:{saying(language)}|{either(own['speaking'])})"
            rf"(?:\s*[:«\"“]|(?:\s*[،,][^،,]*[،,])?\s*[«\"“]?\s*{either(data['bounding']['that'])}(?!\w))"
        ),
    )
