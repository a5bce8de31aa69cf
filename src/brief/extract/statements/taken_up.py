"""What the sentences just before brought in, and a clause takes up: «وفد …» — «الوفد»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief.extract.statements.nouns import indefinite, stem_of
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence
from brief.morphology import morphology

# What is brought in is taken up within so many sentences.
_BEHIND = 2
# It is what a clause is about where it stands among so many first words.
_FIRST = 10
_SHORTEST = 3
# What the first sentences name is known to who reads on.
_HEAD = 2
# What the second of them and only one more sentence name was brought in for that one.
_ONCE_MORE = 2
# What so many sentences name is what the article is about.
_OFTEN = 5


def takes_up(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause says «the licence» of what one of the two sentences before it brought in.

    What stands above the article, in its first sentences or all through it its reader knows. A noun that a
    name, an adjective or what it is of follows says itself which one is meant.
    """
    earlier = _earlier(around, sentence)
    if not earlier:
        return False
    key = view(around.document.text[start:end])
    taken = {
        noun
        for noun, place in _taken(key.text, around.language)
        if not around.inside_quotation(start + key.span(place, place + 1)[0])
    }
    if not taken:
        return False
    return any(
        not _is_known(around, noun)
        for one in earlier
        for noun in taken & indefinite(fold(one.anchor.text), around.language)
    )


def _is_known(around: Surroundings, noun: str) -> bool:
    """Whether a noun stands above the article, in its first sentence, or often in it.

    So does one of the second sentence that more than one of the others takes up.
    """
    if any(noun in some for some in (around.above, *around.nouns[:1])):
        return True
    count = sum(noun in some for some in around.nouns)
    return count >= _OFTEN or (count > _ONCE_MORE and any(noun in some for some in around.nouns[:_HEAD]))


def _earlier(around: Surroundings, sentence: Sentence) -> list[Sentence]:
    """The sentences before, the nearest first, that one goes on from."""
    found: list[Sentence] = []
    one: Sentence | None = sentence
    for _ in range(_BEHIND):
        one = around.before(one) if one else None
        if one is not None:
            found.append(one)
    return found


def _taken(key: str, language: Language) -> Iterator[tuple[str, int]]:
    """The nouns of folded text that stand with the article alone, and were not named in it before.

    A word with the article behind another one may be its adjective.
    """
    definite = morphology(language).definite
    for match in _alone(language).finditer(key):
        noun = stem_of(match["noun"], language)
        before = key[: match.start()]
        words = before.split()
        adjective = bool(words) and words[-1].startswith(definite)
        known = adjective or match["noun"] in _days(language)
        if len(words) < _FIRST and len(noun) >= _SHORTEST and not known and noun not in before:
            yield noun, match.start("noun")


@cache
def _days(language: Language) -> frozenset[str]:
    """The days of the week without their article: nobody asks which."""
    article = morphology(language).article
    return frozenset(fold(day).removeprefix(article) for day in table(language.code, "months")["weekdays"])


@cache
def _alone(language: Language) -> re.Pattern[str]:
    """A noun with the article, and behind it a stop, a verb or a word that is not of it.

    A sound plural may mean all of a kind; a word with «and» behind a comma may be one more adjective.
    """
    letters = morphology(language)
    of_it = rf"{either(letters.definite)}|[\"«“(]"
    article = rf"(?:[{language.proclitics}]?{letters.article}|[{letters.conjunction}]?{letters.to}{{2}})"
    all_of_them = rf"(?!\w+{either(letters.plural[:2])}(?!\w))"
    towards = fold(table(language.code, "statements")["towards"])
    alone = rf"(?!\s*(?!{towards}(?!\w))(?:{of_it}))"
    return re.compile(rf"(?<!\w)(?<![،,] ){article}{all_of_them}(?P<noun>\w{{3,}})(?!\w){alone}")
