"""Whether a clause can be read alone, and how far it must be widened where it cannot."""

from __future__ import annotations

from brief import cues
from brief.extract.statements.openings import behind_lead_ins, leans
from brief.extract.statements.surroundings import Surroundings
from brief.language import fold, table
from brief.model import Sentence
from brief.morphology import morphology

MIN_WORDS = 6
MAX_WORDS = 75
# A statement that begins in a sentence before has at most so many words, and so many sentences.
WIDENED_WORDS = 75
WIDENED_SENTENCES = 2

Span = tuple[Sentence, int, int]


def self_contained(around: Surroundings, sentence: Sentence, start: int, end: int) -> Span | None:
    """The clause with the sentence it begins in, widened to earlier sentences until it leans on nothing.

    None where that does not help, or would be too long.
    """
    if is_sound(around, start, end) and _stands(around, start, end, end):
        return sentence, start, end
    if not is_sound(around, start, end, fewest=1):
        return None
    first = sentence
    for _ in range(WIDENED_SENTENCES):
        earlier = around.before(first)
        if earlier is None:
            return None
        first = earlier
        begin = behind_lead_ins(around.document.text, first.anchor.start, end, around.language)
        if len(around.document.text[begin:end].split()) > WIDENED_WORDS:
            return None
        if is_sound(around, begin, end) and _stands(around, begin, first.anchor.end, end):
            return first, begin, end
    return None


def is_sound(around: Surroundings, start: int, end: int, fewest: int = MIN_WORDS) -> bool:
    """Whether a clause is a statement by its form.

    It is of readable length, asks and announces nothing, and its author does not speak of himself.
    """
    text = around.document.text[start:end]
    words = text.split()
    announcing = cues.of(around.language, "statements", "announcing")
    return (
        fewest <= len(words) <= MAX_WORDS
        and "؟" not in text
        and not cues.opening(table(around.language.code, "statements")["about_texts"]).match(fold(text))
        and not cues.of(around.language, "statements", "authors_voice").search(fold(text))
        and not announcing.search(" ".join(map(fold, words[-3:])))
    )


def _stands(around: Surroundings, start: int, opening: int, end: int) -> bool:
    """Whether the words up to `opening` lean on nothing; what comes after them may lean on them."""
    return (
        not leans(around.document.text[start:opening], around.language)
        and not around.inside_quotation(start)
        and _names_its_parties(around, start, end)
    )


def _names_its_parties(around: Surroundings, start: int, end: int) -> bool:
    """Whether words such as «البلدين» find two parties in the text itself, or the article is about two."""
    key = fold(around.document.text[start:end])
    found = cues.of(around.language, "statements", "anaphors").search(key) or _pair(around, key)
    if not found:
        return True
    named = {name.key for name in around.named_between(start, end) if name.kind in ("country", "person")}
    return len(named) > 1 or around.has_principals


def _pair(around: Surroundings, key: str) -> bool:
    """Whether a word that may be a plural («البلدان») means two: not when governed, nor before «التي»."""
    language = around.language
    relative = cues.opening(table(language.code, "statements")["plural_relatives"])
    for match in cues.of(language, "statements", "anaphors_or_plurals").finditer(key):
        before = key[: match.start()].split()[-1:]
        governed = cues.of(language, "statements", "before_plurals").fullmatch("".join(before))
        inclined = match["proclitic"] and match["proclitic"] not in morphology(language).joining
        if not (inclined or governed or relative.match(key[match.end() :])):
            return True
    return False
