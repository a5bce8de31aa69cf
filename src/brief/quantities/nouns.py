"""What a number counts: the noun after it, before it, or none."""

from __future__ import annotations

from brief.quantities.numerals import Numeral
from brief.quantities.passage import Passage
from brief.quantities.units import Unit

_SHORTEST = 2  # letters of a noun
_FEW = 100  # some of a group are few: a great number «of» something counts no list


def noun_at(passage: Passage, numeral: Numeral) -> int | None:
    """The place of the noun that a number counts: «40 سفينة», «اثنتين من الشركات»."""
    at, sets = numeral.next, passage.words.sets
    if passage.word(at) in sets["of"] and passage.spaced(at):
        following = passage.word(at + 1)
        named = following.startswith(passage.words.article) or (not numeral.digits and following.isalpha())
        return at + 1 if named and numeral.value < _FEW and following not in sets["not_nouns"] else None
    return at if is_noun(passage, at) else None


def is_noun(passage: Passage, at: int) -> bool:
    """Whether an indefinite noun stands at a place, as far as its form tells."""
    word, words = passage.word(at), passage.words
    if not word.isalpha() or word.isascii() or len(word) < _SHORTEST or not passage.spaced(at):
        return False
    if word in words.numbers.known:
        return False
    if word in words.sets["not_nouns"] or (word.startswith(words.article) and len(word) > _SHORTEST + 2):
        return False
    return not word.startswith(words.conjunction) or word in words.sets["and_nouns"]


def span_before(passage: Passage, numeral: Numeral) -> Unit | None:
    """«الأشهر الستة», «أشهر الحصار الستة»: the stretch of time that a definite number counts."""
    words = passage.words
    article, spans = words.article, words.sets["spans"]
    for at in (numeral.first - 1, numeral.first - 2):
        word, direct = passage.word(at), at == numeral.first - 1
        forms = [word, *(word[len(some) :] for some in words.written if word.startswith(some))]
        bare = [form.removeprefix(article) for form in forms if form.startswith(article) == direct]
        found = next((form for form in bare if form in spans), None)
        if found is not None and (direct or _agrees(passage, numeral, found)):
            return words.units.named(found)
    return None


def _agrees(passage: Passage, numeral: Numeral, span: str) -> bool:
    """Whether a number word has the gender that asks for such a stretch of time."""
    masculine = passage.word(numeral.next - 1).endswith(passage.words.masculine)
    return not numeral.digits and masculine == (span in passage.words.sets["masculine_spans"])
