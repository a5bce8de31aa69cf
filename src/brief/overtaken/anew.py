"""What tells a figure that a later source tells anew (`figures`): the same figure of the same matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import structs

from brief import cues
from brief.extract.events.alike import stems
from brief.language import Language, fold
from brief.model import Document
from brief.overtaken.figures import Revision, differences, fits, revisions, told
from brief.overtaken.forms import is_planned
from brief.overtaken.passages import Passage, Renewal, kinship
from brief.rivals import COUNTED

# A figure of so many digits, its last noughts left out, is seldom met twice.
_DIGITS = 2
# What two figures share counts so much beside the words around them: a seldom value, a unit.
_SELDOM, _UNIT = 2, 1
# So much is needed where the words correct what was said; and, of the words alone, where a thing may only
# have changed.
_SAID, _CHANGED = 2, 2


def overtaken(passages: Sequence[Passage], documents: Iterable[Document], language: Language) -> Renewal:
    """The passages that tell a figure of before, each with a later one that tells the figure of now."""
    dated = [one for one in passages if one.day]
    found = [*_found(dated, documents, language)]
    last = max((new.day for new, _ in found), default="")
    figures = {one.anchor: tuple(told(one.anchor.text, language)) for one in dated if one.day < last}
    holding = defaultdict[Decimal, list[tuple[Passage, str]]](list)
    for one in dated:
        for value, unit in figures.get(one.anchor, ()):
            holding[value].append((one, unit))
    for new, revision in found:
        for old, unit in holding[revision.was]:
            knows = any(value == revision.new for value, _ in figures[old.anchor])
            alike = unit == revision.unit and tells_matter(unit)
            if new.is_after(old) and fits(unit, revision.unit) and not knows:
                kin = kinship(old, new, language)
                points = _UNIT * alike + _SELDOM * is_seldom(revision.was)
                if revision.said:
                    is_same = kin > 0 and kin + points >= _SAID
                else:
                    is_same = kin >= _CHANGED and is_open(old.text, language)
                if is_same:
                    yield old.anchor, new


def _found(
    passages: Sequence[Passage], documents: Iterable[Document], language: Language
) -> Iterator[tuple[Passage, Revision]]:
    """What sentences tell anew, each with the passage the new figure stands in, of that sentence's words."""
    told_in = defaultdict[str, list[Passage]](list)
    for one in passages:
        told_in[one.anchor.source].append(one)
    for sentence in (sentence for document in documents for sentence in document.sentences):
        text = sentence.anchor.text
        for revision in (*revisions(text, language), *differences(text, language)):
            start, end = (sentence.anchor.start + place for place in (revision.start, revision.end))
            for one in told_in[sentence.anchor.source]:
                if one.anchor.start <= start and end <= one.anchor.end:
                    key = fold(text)
                    yield structs.replace(one, text=key, kept=tuple(stems(key, language))), revision


def tells_matter(unit: str) -> bool:
    """Whether a unit says something of what is measured, as a count and a share do not."""
    return unit not in COUNTED and unit != "percent"


def is_seldom(value: Decimal) -> bool:
    """Whether a figure is one of those that hardly come again by chance: no round one."""
    return len(value.normalize().as_tuple().digits) >= _DIGITS


def is_open(text: str, language: Language) -> bool:
    """Whether words tell what was to hold: terms, plans, estimates, demands, denials; no act of the past."""
    ways = (("replaced", "terms"), ("withdrawn", "held"), ("given_up", "said_so"))
    return is_planned(text, language) or any(
        cues.expression(language, "overtaken", *way).search(text) for way in ways
    )
