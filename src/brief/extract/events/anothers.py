"""A date that is not that of what its clause tells: of a thing the clause only names, or of no act at all.

«The bloc objected to the agreement, which was signed on 15 October» tells the bloc's objection; the
day is that of the signing, and the line of that day is «the agreement, which was signed on 15 October».
"""

from __future__ import annotations

import re

from brief.cues import expression
from brief.cues import of as cues_of
from brief.extract.events.clauses import Clause
from brief.extract.events.cues import Cues, cues
from brief.extract.events.narrowed import Part
from brief.extract.events.relatives import of_no_happening
from brief.extract.events.signs import Kind, Told
from brief.extract.events.things import COMMA, VERB, Link, Named, from_place, is_somebodys, link_before, links
from brief.language import Language
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
# A thing is named within so many words before what tells of it; a paper with what it is of within so
# many («the contract of supply signed in March»).
_HEAD, _NEAR = 6, 5
# Letters of a verb with its object.
_ACT = 4


def named(part: Part, cues: Cues, language: Language) -> Named | None:
    """The thing that a date is that of, where its clause tells something else; None where it dates that."""
    text, at = part.cuts.folded(part.told.start, part.told.end), part.at
    counted = links(language).counted.search(text, 0, at)
    if counted is not None and not Told(counted["thing"], language).has(VERB):
        return Named(from_place(part, counted.start("thing")))
    link = link_before(text, at, language)
    if link is None or _has_own(part, link) or _is_to_be_done(Told(text, language), link):
        said_of = cues.done_to_before.search(text[:at]) and _acts_before(Told(text, language), at, language)
        return Named(None) if said_of else None
    seen = Told(text, language)
    if link.relative and _is_held_not(text[: link.start], text[link.end : at], language):
        held = _happening(seen, link.start, cues, language)
        return Named(None if held is None else from_place(part, held))
    beside = _is_beside(part, text[: link.start], language) or _is_of_a_place(part, link, language)
    if link.relative and beside:
        return Named(None)
    return _thing(part, link, seen, cues, language)


def _thing(part: Part, link: Link, seen: Told, cues: Cues, language: Language) -> Named | None:
    """The happening, the paper or who acts, that a link tells of before the date."""
    if not _acts_before(seen, link.start, language) and not _goes_on(part, seen, language):
        return _subject(part, link, language)
    start = _happening(seen, link.start, cues, language)
    if start is None and not (link.relative or link.state):
        start = _document(seen, link.start, language)
    if start is None:
        return of_no_happening(part, link, cues, language)
    somebodys = link.relative and is_somebodys(seen.text[link.end : part.at], language)
    return Named(None if somebodys else from_place(part, start))


def _is_held_not(before: str, behind: str, language: Language) -> bool:
    """Whether something was held, as is told by the way, that did not do what its clause tells.

    «The summit, which was held in June, did not bring …».
    """
    held = cues_of(language, "events", "held_in_it").fullmatch(" ".join(behind.split()[:1])) is not None
    return held and cues_of(language, "events", "not_done").match(before) is not None


def _is_beside(part: Part, before: str, language: Language) -> bool:
    """Whether a relative clause tells of what an act is for, or of the object of an act not done.

    «In a first test of the accord that …», «the mayor did not read the accord that …».
    """
    letters = morphology(language)
    words = before.split()
    served = len(part.times) > 1 and any(word.startswith(letters.to * 2) for word in words[-1:])
    not_done = cues_of(language, "events", "not_done").match(before) is not None
    not_being = cues_of(language, "events", "not_being")
    return served or (not_done and not any(not_being.fullmatch(word) for word in words[1:2]))


def _is_of_a_place(part: Part, link: Link, language: Language) -> bool:
    """Whether a relative clause between commas tells who came to the place where something else is done.

    «And in the market, which a channel filmed yesterday, the dealers hung out flags».
    """
    cuts, told = part.cuts, part.told
    before = cuts.folded(told.start, part.place(link.start))
    placed = expression(language, "events", "where_opens").fullmatch(before)
    verb = cuts.folded(part.place(link.end), part.mention.start).split(maxsplit=1)[:1]
    done_to = any(len(word) > _ACT and word.endswith(links(language).owners) for word in verb)
    return placed is not None and done_to and COMMA.match(cuts.text, part.mention.end) is not None


def _is_to_be_done(seen: Told, link: Link) -> bool:
    """Whether a verb of the future stands before a participle: «will agree on what is struck before May»."""
    act = seen.last(VERB, 0, link.start) if link.state and not seen.has(VERB, link.start) else None
    return act is not None and seen.last(Kind.AHEAD, *act) is not None


def _has_own(part: Part, link: Link) -> bool:
    """Whether an earlier time stands in what tells of the thing: the date is that of what comes behind it."""
    begun = part.place(link.end - 1)
    return any(begun < one.start and one.end <= part.mention.start for one in part.times)


def _subject(part: Part, link: Link, language: Language) -> Named | None:
    """Who acts on another day, with what is dated of him; None where the clause names no day behind.

    «The council, which closed the border in 2020, opened it on Sunday».
    """
    cuts, told, mention = part.cuts, part.told, part.mention
    later = any(mention.end < one.start < told.end for one in part.times)
    acts = Told(cuts.folded(mention.end, told.end), language).has(Kind.PAST | Kind.PRESENT | Kind.AHEAD)
    if not (link.relative and link.start and later and acts):
        return None
    text = cuts.folded(told.start, told.end)
    lead = links(language).lead.match(text)
    at = lead.end() if lead else 0
    opening = _WORD.match(text, at)
    if opening is not None and cues(language).imperfect.fullmatch(opening[0]):
        at = opening.end() + 1
    begin, by_the_way = part.place(at), expression(language, "events", "by_the_way").match(text, at)
    return Named(Clause(begin, mention.end) if begin < mention.start and not by_the_way else None)


def _acts_before(seen: Told, end: int, language: Language) -> bool:
    """Whether a verb stands before a place: what a clause tells opens before the thing that is named."""
    words = links(language)
    if seen.last(VERB, 0, end) is not None:
        return True
    return any(pattern.search(seen.text, 0, end) for pattern in (words.opining, words.acting))


def _goes_on(part: Part, seen: Told, language: Language) -> bool:
    """Whether a clause holds the thing alone, and what somebody does with it stands before the clause."""
    before = Told(part.cuts.folded(0, part.told.start), language)
    return not seen.has(VERB, part.at) and _acts_before(before, len(before.text), language)


def _happening(seen: Told, end: int, cues: Cues, language: Language) -> int | None:
    """Where the noun of a happening begins that what follows at `end` tells of; None where none is near."""
    letters = morphology(language)
    for word in reversed(list(_WORD.finditer(seen.text, 0, end))[-_HEAD:]):
        if seen.last(VERB, *word.span()):
            return None
        if cues.noun.fullmatch(word[0]):
            if word[0].startswith(letters.to * 2) or _is_owned(word[0], cues, language):
                return None
            construct = seen.text[: word.start()].rsplit(maxsplit=1)[-1:]
            if word[0].startswith(letters.article) and construct and cues.noun.fullmatch(construct[0]):
                if _is_owned(construct[0], cues, language):
                    return word.start()
                return seen.text.rindex(construct[0], 0, word.start())
            carried = word[0][:1] in letters.prepositions + letters.joining
            return word.start() + (carried and cues.noun.fullmatch(word[0][1:]) is not None)
    return None


def _document(seen: Told, end: int, language: Language) -> int | None:
    """Where the noun of a paper begins that a participle at `end` tells of; None where none is near."""
    paper = links(language).document
    near = list(_WORD.finditer(seen.text, 0, end))[-_NEAR:]
    start = next((one.start() for one in reversed(near) if paper.fullmatch(one[0])), None)
    return start if start is not None and seen.last(VERB, start, end) is None else None


def _is_owned(word: str, cues: Cues, language: Language) -> bool:
    """Whether a noun of a happening carries the pronoun of whose it is: who that is stands before it."""
    owners = [one for one in morphology(language).possessive if len(one) > 1 and word.endswith(one)]
    return any(cues.noun.fullmatch(word.removesuffix(one)) for one in owners)


def is_of_a_share(part: Part, language: Language) -> bool:
    """Whether a date tells when a part of what was done falls due («half of it in December»).

    Behind the comma before it no verb stands, and an earlier date is that of the act.
    """
    cuts, told, mention, times = part.cuts, part.told, part.mention, part.times
    commas = [found.end() for found in COMMA.finditer(cuts.text, told.start, mention.start)]
    if not commas or not mention.relative or _is_put_off(part, language):
        return False
    earlier = any(
        told.start <= one.start and one.end < commas[-1] and one.first < mention.first for one in times
    )
    done = Told(cuts.folded(told.start, commas[-1]), language).has(Kind.GONE)
    inside = sorted((one for one in times if one.start >= commas[-1]), key=lambda one: one.start)
    ends = [commas[-1], *(one.end for one in inside)]
    untimed = zip(ends, [*(one.start for one in inside), told.end], strict=True)
    rest = " ".join(cuts.folded(start, min(end, told.end)) for start, end in untimed if start < told.end)
    return earlier and done and not Told(rest, language).has(VERB | Kind.NOUN)


def _is_put_off(part: Part, language: Language) -> bool:
    """Whether what was set for an earlier day is put off to a date."""
    return cues(language).postponed_before.search(part.cuts.folded(0, part.mention.start)) is not None
