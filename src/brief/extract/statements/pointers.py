"""Words that stand for something said before them: «هذه الخطوة», «سببا آخر», «أبعد من ذلك»."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from brief import cues
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import Morphology, morphology

# Within so many words a clause shows that it goes on with a list, or compares.
_FIRST, _OPENING = 4, 9
# «Since that time» stands behind so few words.
_HEAD = 2
_SHORTEST_OWNED = 5
_STEM = 4
_FIRST_LETTERS = 80
# Who says in which year it was tells a fact of record, whatever it explains.
DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


def points_back(text: str, language: Language) -> bool:
    """Whether a clause holds a word that stands for something that it does not name itself."""
    key = fold(text)
    return bool(
        _shows(key, language)
        or _stands_for_words(key, language)
        or _compares(language).match(key)
        or _is_other(key, language)
        or _is_same(key, language)
        or _is_later(language).match(key)
        or _lasts(language).match(key)
        or cues.opening(language, "statements", "glossing").match(key)
        or any(cues.expression(language, "statements", name).match(key) for name in ("unanswered", "latter"))
        or _is_owned(text, language)
        or cues.expression(language, "statements", "for_him").match(unmarked(text[:_FIRST_LETTERS]))
        or cues.of(language, "statements", "pointing_back").fullmatch("".join(key.split()[-1:]))
    )


def _shows(key: str, language: Language) -> bool:
    """Whether a demonstrative comes with a noun that the text did not name before."""
    return any(
        (match["noun"] not in folded(language, "pointed_at") or _is_far(key, match, language))
        and not _named(key, match, language)
        for match in _showing(language).finditer(key)
    )


def _is_far(key: str, match: re.Match[str], language: Language) -> bool:
    """Whether a time is «that» one and stands at the head: it counts from the sentence before."""
    before = key[: match.start()].split()
    return len(before) < _HEAD and match["that"] in folded(language, "far")


def _named(key: str, match: re.Match[str], language: Language) -> bool:
    """Whether the noun of a match stands in the text before it, or sums up a figure there."""
    before = key[: match.start()]
    if match["noun"] in folded(language, "summing_up") and _DIGIT.search(before):
        return True
    return match["noun"].removeprefix(morphology(language).article) in before


@cache
def _showing(language: Language) -> re.Pattern[str]:
    article = morphology(language).article
    that = rf"(?P<that>{any_of(language, 'demonstratives')})"
    return re.compile(rf"(?<!\w)[{language.proclitics}]?{that}\s+(?P<noun>{article}\w+)")


def _stands_for_words(key: str, language: Language) -> bool:
    """Whether a demonstrative without a noun is among the first words: it stands for a sentence."""
    match = _bare(language).match(key)
    return match is not None and match["before"] not in folded(language, "including")


@cache
def _bare(language: Language) -> re.Pattern[str]:
    definite = (
        rf"(?!{fold(table(language.code, 'statements')['towards'])}(?!\w)){morphology(language).article}"
    )
    that = rf"[{language.proclitics}]?{any_of(language, 'demonstratives')}"
    return re.compile(
        rf"\W*(?:\w+\W+){{0,{_FIRST}}}?(?P<before>(?:\w+\s+\w+)?)\s*(?<!\w)"
        rf"(?!{any_of(language, 'also')}(?!\w)){that}(?!\w)"
        rf"(?!\s+{definite})"
    )


@cache
def _compares(language: Language) -> re.Pattern[str]:
    """«أما … فدافعها أبسط»: simpler than what was said before."""
    turned, more = any_of(language, "contrasting"), any_of(language, "compared")
    return re.compile(rf"\W*{turned}\s(?:[^،,:؛.]*\s)?{more}\s*(?:[،,:؛.]|$)")


@cache
def only_compares(language: Language) -> re.Pattern[str]:
    """Nothing but «أما …، التي …، فبدت أكثر حذرا»: than somebody who was told of before."""
    manner = rf"\w+{morphology(language).accusative}"
    return re.compile(
        rf"\W*{any_of(language, 'contrasting')}\s[^:؛.]*\s{any_of(language, 'compared')}(?:\s+{manner})?\W*\Z"
    )


def _is_other(key: str, language: Language) -> bool:
    """Whether the first words speak of another one and not of a first."""
    first = " ".join(key.split()[:_OPENING])
    return any(_is_without_first(match, first, language) for match in _other(language).finditer(first))


def _is_without_first(match: re.Match[str], key: str, language: Language) -> bool:
    """Whether neither «and» nor the same noun stands before «another one»."""
    letters, noun = morphology(language), match["noun"]
    before = key[: match.start("noun")].split()
    joined = any(word.startswith(letters.conjunction) for word in (*before[1:][-1:], noun))
    named = begins_in(" ".join(before), noun, language)
    return noun not in folded(language, "other_ways") and not (before and joined) and not named


def begins_in(key: str, noun: str, language: Language) -> bool:
    """Whether folded text holds the first letters of a noun, its article left out: it is named there."""
    return noun.removeprefix(morphology(language).article)[:_STEM] in key


@cache
def _other(language: Language) -> re.Pattern[str]:
    verb = rf"[{morphology(language).imperfect}]\w{{2,}}(?:{'|'.join(morphology(language).possessive)})"
    ends = rf"(?=\s*(?:[،,.:؛]|$)|\s+(?:{any_of(language, 'behind_other')}|{verb})(?!\w))"
    either_one = rf"(?:{any_of(language, 'others')}(?!\w)|{any_of(language, 'other_or_last')}{ends})"
    return re.compile(rf"(?<!\w)(?P<noun>\w{{3,}})\s+{either_one}")


def _is_same(key: str, language: Language) -> bool:
    """Whether «the same» is said behind a preposition of a noun that the text did not name before."""
    return any(
        match["noun"] not in folded(language, "pointed_at") and not _named(key, match, language)
        for match in _same(language).finditer(key)
    )


@cache
def _same(language: Language) -> re.Pattern[str]:
    article = morphology(language).article
    before = either(
        (*table(language.code, "statements")["before_plurals"], *table(language.code, "speech")["according"])
    )
    return re.compile(rf"(?<!\w){before}\s+(?P<noun>{article}\w+)\s+{any_of(language, 'same')}(?!\w)")


@cache
def _is_later(language: Language) -> re.Pattern[str]:
    """A later place of a ranking, or a later member of a list, in the first words."""
    places, members = any_of(language, "later_places"), any_of(language, "members")
    letters = morphology(language)
    return re.compile(
        rf"\W*(?:(?:\w+\W+){{0,{_FIRST}}}?{places}"
        rf"|{any_of(language, 'among')}\s+{members}(?!\s+(?:{letters.article}|{letters.to})))(?!\w)"
    )


@cache
def _lasts(language: Language) -> re.Pattern[str]:
    """A span of time without what it is counted from."""
    span = rf"{any_of(language, 'lasting')}\s+(?:\w+\s+)?{any_of(language, 'spans')}"
    return re.compile(rf"\W*{span}(?!\w)(?!\s+{any_of(language, 'begun')}(?!\w))")


def _is_owned(text: str, language: Language) -> bool:
    """Whether the first word, or the one behind a verb that opens, says whose it is by a pronoun.

    Behind a preposition («في كلمته», «بدوره») the pronoun may mean who comes after it.
    """
    letters = morphology(language)
    words = _WORD.findall(unmarked(text[:_FIRST_LETTERS]))[:2]
    if not words or cues.opening(language, "statements", "continuing").match(fold(words[0])):
        return False
    first = fold(words[0]).removeprefix(letters.conjunction)
    verb = first.endswith(letters.feminine) or first in folded(language, "being")
    free = words[1:] if verb else () if first.startswith(tuple(letters.prepositions)) else words
    return any(_has_owner(word, language, letters) for word in free)


def _has_owner(word: str, language: Language, letters: Morphology) -> bool:
    """Told by the word as it is printed: folding makes ta marbuta the same as «his»."""
    return (
        len(word) >= _SHORTEST_OWNED
        and word.endswith(letters.possessive[:2])
        and not (word.endswith(letters.possessive[0]) and _verb_of_the_present(word, letters))
        and not fold(word).startswith(letters.article)
        and fold(word) not in folded(language, "unowned")
    )


def _verb_of_the_present(word: str, letters: Morphology) -> bool:
    return word.removeprefix(letters.conjunction).startswith(tuple(letters.imperfect))


@lru_cache(maxsize=8192)  # words, most of them again and again
def unmarked(text: str) -> str:
    """A text without its vowel signs and other marks that stand on letters."""
    return "".join(sign for sign in text if not unicodedata.combining(sign))


@cache
def folded(language: Language, name: str) -> frozenset[str]:
    """A list of `statements.toml` as folded words."""
    return frozenset(map(fold, table(language.code, "statements")[name]))


@cache
def any_of(language: Language, name: str) -> str:
    """A list of `statements.toml` as a part of a pattern."""
    return either(table(language.code, "statements")[name])


@cache
def conjunctions(language: Language) -> str:
    """The letters of «and» and «so» as a part of a pattern, to be put into a group."""
    return "|".join(map(re.escape, table(language.code, "statements")["conjunctions"]))
