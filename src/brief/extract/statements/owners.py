"""Whether a pronoun finds, in the words before it, a noun of its gender and number to stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief import cues
from brief.extract.statements.pointers import folded, unmarked
from brief.extract.statements.surroundings import Surroundings
from brief.gazetteer import Name
from brief.gist import small_words
from brief.language import Language, fold, table, view
from brief.marks import Passage
from brief.morphology import Morphology, morphology

# Letters of a noun with his or with her pronoun, and of a noun that may own something.
_OWNED, _NOUN = (6, 5), 3
# An ending of two letters is one only on a longer word.
_ENDED = 5
_WORD = re.compile(r"[^\s،,؛;:.!؟?()\[\]\"«»“”…–—/-]+")
_PAUSE = re.compile(r"[،,؛;:.!؟?]")
# So few words between marks are a name.
_NAMING = 3
_HIS, _HERS = 0, 1


class _Word:
    """A word of a clause as it is printed, folded, and where it begins and ends."""

    __slots__ = ("end", "key", "start", "text")

    def __init__(self, match: re.Match[str]) -> None:
        self.text = unmarked(match.group())
        self.key = fold(self.text)
        self.start, self.end = match.span()


def has_stray_pronoun(around: Surroundings, start: int, end: int) -> bool:
    """Whether «his» or «her» on a noun is before every noun of that gender, and before every name.

    A noun that its own adjective shows to be feminine, a sound plural, a numeral or a verb is none that
    «his» stands for. Pronouns inside quotations, and those of an opening «in his speech, …», are
    not asked about: who they stand for comes later or is somebody who speaks.
    """
    text = around.document.text[start:end]
    words = [_Word(match) for match in _WORD.finditer(text)]
    opened = _opening_ends(text, words, around.language)
    names = around.named_between(start, end)
    named = min((name.start - start for name in names), default=end)
    hers = min((name.start - start for name in names if _may_name_her(around, name, start)), default=end)
    spoken = _spoken(around, start, end)
    free = [number for number, word in enumerate(words) if not _is_within(spoken, start + word.start)]
    people = [name for name in names if name.kind == "person"]
    things = [
        one for one in free if not any(who.start <= start + words[one].start < who.end for who in people)
    ]
    may_own = {_HIS: free, _HERS: things}
    return any(
        not _is_owned(
            [words[number] for number in may_own[side] if number < place], words[place], side, around.language
        )
        for place, side in _pronouns(words, around.language)
        if opened <= words[place].start < (hers if side == _HERS else named)
        and not around.inside_quotation(start + words[place].start)
    )


def _may_name_her(around: Surroundings, name: Name, start: int) -> bool:
    """Whether a name is none of a man: of a person only a feminine word at once before it tells that."""
    if name.kind != "person":
        return True
    before = _WORD.findall(unmarked(around.document.text[start : name.start]))[-1:]
    letters = morphology(around.language)
    return any(
        one.endswith((letters.nominal[0], letters.feminine)) or one.startswith(letters.imperfect[1])
        for one in before
    )


def _spoken(around: Surroundings, start: int, end: int) -> list[Passage]:
    """What somebody says between marks within a clause: nothing outside them belongs to those words."""
    text = around.document.text
    return [
        one for one in around.quoted_between(start, end) if len(text[slice(*one.inner)].split()) > _NAMING
    ]


def _is_within(spoken: list[Passage], place: int) -> bool:
    return any(one.start < place < one.end for one in spoken)


def is_of_unnamed_side(around: Surroundings, start: int, end: int) -> bool:
    """Whether «since the war with …» opens what is told of «her trade», and nobody else is named.

    A reader takes the only name for hers, and it is that of her enemy.
    """
    text, language = around.document.text, around.language
    seen = view(text[start:end])
    found = cues.expression(language, "statements", "against_whom").match(seen.text)
    if found is None:
        return False
    named = around.named_between(start, end)
    if not named or named[0].start != start + seen.span(*found.span())[1]:
        return False
    second = next((name.start for name in named if name.key != named[0].key), end)
    words = [_Word(match) for match in _WORD.finditer(text[start:end])]
    return any(named[0].end <= start + words[place].start < second for place, _ in _pronouns(words, language))


def is_left_to_nobody(around: Surroundings, start: int, end: int) -> bool:
    """Whether somebody has nothing left («لم يبق لها …»), or company, and nobody is named before it."""
    return any(_is_of_nobody(around, name, start, end) for name in ("left_with", "attached", "their_first"))


def _is_of_nobody(around: Surroundings, name: str, start: int, end: int) -> bool:
    seen = view(around.document.text[start:end])
    found = cues.expression(around.language, "statements", name).search(seen.text)
    if found is None:
        return False
    place = start + seen.span(found.start(), found.start() + 1)[0]
    held = cues.of(around.language, "statements", "holders").search(seen.text, 0, found.start())
    return held is None and not around.named_between(start, place)


def _opening_ends(text: str, words: list[_Word], language: Language) -> int:
    """Where the words before the first pause end, if they open with a preposition: else nought."""
    letters = morphology(language)
    if not words:
        return 0
    first = words[0].key.removeprefix(letters.conjunction)
    joined = first.startswith(tuple(letters.prepositions)) and first not in folded(language, "negated")
    governed = first in folded(language, "before_owner") or joined
    pause = _PAUSE.search(text)
    return pause.start() if governed and pause else len(text) if governed else 0


def _pronouns(words: list[_Word], language: Language) -> Iterator[tuple[int, int]]:
    """The places of the words that end in «his» or «her», and which of the two."""
    letters = morphology(language)
    for place, word in enumerate(words):
        side = _side(word, letters, folded(language, "in_it"), folded(language, "to_her"))
        if side is None and place and _is_of_office(words[place - 1], word, language):
            side = _HIS
        if side is not None and not _is_idiom(word, language):
            yield place, side


def _side(word: _Word, letters: Morphology, inside: frozenset[str], hers: frozenset[str]) -> int | None:
    """Whose a noun is by its ending: told by the word as printed, as folding makes ta marbuta «his»."""
    if word.key in inside:
        return _HIS
    if word.key in hers:
        return _HERS
    for side in (_HERS, _HIS):
        if len(word.text) >= _OWNED[side] and word.text.endswith(letters.possessive[side]):
            return side
    return None


def _is_of_office(before: _Word, word: _Word, language: Language) -> bool:
    """Whether somebody holds an office of «his» («مديرة مكتبه»): no name follows such a noun at once."""
    office = before.key in folded(language, "office_holders")
    return office and len(word.text) >= _ENDED and word.text.endswith(morphology(language).possessive[_HIS])


def _is_idiom(word: _Word, language: Language) -> bool:
    if word.key in folded(language, "in_it") or word.key in folded(language, "to_her"):
        return False
    bare = word.key[1:] if word.key[0] in language.proclitics else word.key
    forms = (word.key, bare, bare.removeprefix(morphology(language).article))
    return any(not folded(language, name).isdisjoint(forms) for name in ("unowned", "owned_by_form"))


def _is_owned(before: list[_Word], owned: _Word, side: int, language: Language) -> bool:
    """Whether any of the words before may be what a pronoun stands for.

    A verb behind «had» or «not» may not, nor the definite noun at once before «in it».
    """
    fits = _may_be_hers if side == _HERS else _may_be_his
    done = folded(language, "before_verbs")
    return any(
        _is_noun(word, language) and fits(word, before[number + 1 :][:1], language)
        for number, word in enumerate(before)
        if not (
            number + 1 == len(before)
            and (
                _holds_office(word, language)
                or _governs(word, owned, language)
                or (
                    owned.key in folded(language, "in_it")
                    and word.key.startswith(morphology(language).article)
                )
            )
        )
        and done.isdisjoint(one.key for one in before[max(0, number - 1) : number + 1])
    )


def _governs(word: _Word, owned: _Word, language: Language) -> bool:
    """Whether a word is the measure of something at once behind it: «the depth of its berths»."""
    return owned.start - word.end == 1 and word.key in folded(language, "measures_of")


def _holds_office(word: _Word, language: Language) -> bool:
    """Whether a word at once before «her committee», «in her name» is who holds an office there."""
    article = morphology(language).article
    bare = word.key[1:] if word.key[0] in language.proclitics else word.key
    return any(one.removeprefix(article) in folded(language, "office_holders") for one in (word.key, bare))


def _is_noun(word: _Word, language: Language) -> bool:
    bare = word.key.lstrip(language.proclitics)
    return (
        len(word.key) >= _NOUN
        and not word.key[0].isdigit()
        and _no_owners(language).isdisjoint((word.key, bare))
    )


def _may_be_his(word: _Word, after: list[_Word], language: Language) -> bool:
    """Whether a word may be one man or thing: no feminine, no sound plural, no plural by its adjective."""
    letters = morphology(language)
    feminine = word.text.endswith((letters.nominal[0], letters.possessive[_HERS]))
    past = word.key.endswith(letters.feminine)
    bare = word.key.removeprefix(letters.article)
    plural = bare.startswith(letters.participle) and len(bare) > _ENDED and bare.endswith(letters.plural)
    return not (feminine or past or plural or _is_of_many(word, after, letters))


def _is_of_many(word: _Word, after: list[_Word], letters: Morphology) -> bool:
    """Whether the adjective behind a definite noun is feminine: the noun is, or is a plural of things."""
    return word.key.startswith(letters.definite) and any(
        one.key.startswith(letters.article) and one.text.endswith(letters.nominal[0]) for one in after
    )


def _may_be_hers(word: _Word, after: list[_Word], language: Language) -> bool:
    """Whether a word may be feminine, or a plural of things: a broken plural is told by its pattern."""
    letters = morphology(language)
    return (
        word.text.endswith((letters.nominal[0], letters.possessive[_HERS]))
        or word.key.endswith(letters.feminine)
        or _is_of_many(word, after, letters)
        or (
            not word.key.startswith(letters.imperfect[0])
            and not _is_of_one_man(word, after, language)
            and cues.expression(language, "statements", "plural_patterns").fullmatch(word.key) is not None
        )
    )


def _is_of_one_man(word: _Word, after: list[_Word], language: Language) -> bool:
    """Whether a noun is one man or thing, or people: who holds an office, or by the adjective behind it."""
    letters = morphology(language)
    bare = word.key.removeprefix(letters.article)
    if any(bare in folded(language, name) for name in ("office_holders", "many_people")):
        return True
    return word.key.startswith(letters.definite) and any(
        one.key.startswith(letters.article) and one.key.endswith(letters.adjective[0]) for one in after
    )


@cache
def _no_owners(language: Language) -> frozenset[str]:
    """Verbs, months, measures of time and small words: nothing is theirs."""
    speech, data, months = (table(language.code, name) for name in ("speech", "statements", "months"))
    named = (name for month in months["gregorian"] for name in month)
    listed = (*speech["verbs"], *speech["later_verbs"], *data["acts"], *data["not_owning"], *named)
    return small_words(language.code).union(map(fold, listed))
