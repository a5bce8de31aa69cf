"""A date in a relative clause that tells of no happening: of a paper, a case, somebody, something.

«Ruled against the law that extended the licence in 2021» tells the ruling; the line of 2021 is «the law
that extended the licence in 2021».
"""

from __future__ import annotations

import re

from brief.cues import expression
from brief.extract.events.clauses import Clause
from brief.extract.events.cues import Cues
from brief.extract.events.narrowed import Part, narrowed
from brief.extract.events.signs import Told
from brief.extract.events.things import COMMA, VERB, Link, Named, from_place, is_somebodys, links
from brief.language import Language
from brief.morphology import morphology

_WORD = re.compile(r"\w+")
_COMMAS = ("،", ",")
_LEAD = "،, "
# Words before a comma that name a thing.
_PAIR = 2


def of_no_happening(part: Part, link: Link, cues: Cues, language: Language) -> Named | None:
    """What a date in a relative clause dates where that tells of no happening: the thing with its clause.

    Nothing where it tells what somebody named before did to it, or, in a sentence with a day of its own,
    since when it is so.
    """
    told = part.told
    text = part.cuts.folded(told.start, told.end)
    between = text[link.end : part.at]
    if link.state or (link.relative and cues.measures.search(between)):
        return Named(None)
    inside = link.relative and _is_inside(part, between, cues, language)
    if not inside or narrowed(part, cues, language) != told:
        return None
    if text[: link.start].rstrip().endswith(_COMMAS):
        return Named(_trailing(part, link, language))
    start = _phrase(Told(text, language), link, cues, language)
    since = cues.since_before.search(between) is not None and len(part.times) > 1
    if _is_done_to(text, link, between, language) or (since and start is None):
        return Named(None)
    return Named(_without_aim(part, from_place(part, start), language)) if start is not None else None


def _without_aim(part: Part, own: Clause, language: Language) -> Clause:
    """The words of a thing without what follows on till when its sentence wants something of it."""
    till = expression(language, "events", "till_done")
    found = till.match(part.cuts.folded(part.mention.end, own.end))
    return Clause(own.start, part.mention.end) if found else own


def _is_done_to(text: str, link: Link, between: str, language: Language) -> bool:
    """Whether a relative clause tells what somebody did to its thing («that he lodged on Tuesday»)."""
    words = links(language)
    feminine = words.feminine.match(text, link.start) is not None
    theirs = between.split(maxsplit=1)[0].endswith(words.of_a_woman) == feminine
    return theirs and is_somebodys(between, language)


def _is_inside(part: Part, between: str, cues: Cues, language: Language) -> bool:
    """Whether a date is that of the verb of a relative clause, by the words `between` the two.

    A day behind a verb of the present is likelier that of the main verb, and so is one before «that».
    """
    words, mention = links(language), part.mention
    after = part.cuts.folded(mention.end, len(part.cuts.text))
    first = next(iter(between.split()), "")
    if not first or mention.future or words.that.match(after) or words.no_verb.fullmatch(first):
        return False
    return cues.imperfect.fullmatch(first) is None or cues.since_before.search(between) is not None


def _phrase(seen: Told, link: Link, cues: Cues, language: Language) -> int | None:
    """Where the definite noun begins that a relative clause tells of, by their gender; None where in doubt.

    «The case of the faulty solution that shook …»: the gender of «that» shows that it is the case.
    """
    letters, words = morphology(language), list(_WORD.finditer(seen.text, 0, link.start))
    run = len(words)
    while run and words[run - 1][0].startswith(letters.article):
        run -= 1
    if run == len(words):
        return None
    feminine = links(language).feminine.match(seen.text, link.start) is not None
    agrees = words[run][0].endswith(links(language).of_women) == feminine
    before = words[run - 1] if run else None
    if before is None or links(language).no_verb.fullmatch(before[0]) or seen.last(VERB, *before.span()):
        return words[run].start() if agrees else None
    theirs = before[0].endswith(links(language).of_women) == feminine
    if agrees == theirs:
        known = cues.noun.fullmatch(before[0]) or links(language).document.fullmatch(before[0])
        return before.start() if agrees and known else None
    return words[run].start() if agrees else before.start()


def _trailing(part: Part, link: Link, language: Language) -> Clause | None:
    """A relative clause behind a comma with the words before that, from the comma before them.

    None where a verb stands in those: they tell of another act.
    """
    head = part.cuts.folded(part.told.start, part.told.end)[: link.start].rstrip(_LEAD)
    opened = max((found.end() for found in COMMA.finditer(head)), default=0)
    if not opened or Told(head[opened:], language).has(VERB) or len(head[opened:].split()) < _PAIR:
        return None
    return Clause(part.place(opened), part.told.end)
