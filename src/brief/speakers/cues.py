"""The word before a passage that hands its words to somebody: a verb, a noun of speech, «وفقا ل»."""

from __future__ import annotations

from brief.speakers.bounds import is_noun
from brief.speakers.given import describes
from brief.speakers.words import Words, accords
from brief.subjects import Line

ADJACENT = 3
AFTER = 8
_ACCORDING = 12
_COMMAS = (",", "\u060c")


def going_on(line: Line, cue: int, words: Words) -> str:
    """The word that hands a passage over; of «وقالت في بيان», «مكتفيا بالقول» what has a subject."""
    word = line.tokens[cue].word
    told = line.words(cue - 2, cue) if cue > 1 else []
    if word in words.nouns and told and told[0] in words.verbs and told[1] in words.where:
        return told[0]
    if word in words.nouns and told and told[1] in words.participles:
        return told[1]
    earlier = (token.word for token in line.tokens[:cue] if token.word in words.later)
    return word if word in words.verbs else next(earlier, word)


def _is_no_verb(line: Line, index: int, words: Words, *, introduced: bool) -> bool:
    """Whether a word only looks like a verb of saying: «عدم ذكر اسمه», «قال … عبر الإنترنت»."""
    if not words.unsaid.isdisjoint(line.words(index - 1, index)) or is_noun(line, index, words):
        return True
    if line.tokens[index].word not in words.ambiguous or introduced:
        return False
    return any(
        token.word in words.verbs and token.word not in words.ambiguous for token in line.tokens[:index]
    )


def _is_told_of(line: Line, index: int, words: Words) -> bool:
    """Whether a verb is of a clause closed by a comma telling of who speaks: «دعا الحزب، الذي علق …، «»»."""
    relative = line.words(index - 1, index)
    closed = line.text.rstrip().endswith(_COMMAS)
    earlier = (token.word in words.verbs for token in line.tokens[: max(index - 1, 0)])
    return closed and not words.relative.isdisjoint(relative) and any(earlier)


def last_cue(line: Line, words: Words, *, opened: bool) -> int | None:
    """The last word that hands over speech before the passage, which opens with «that» itself if `opened`."""
    count = len(line.tokens)
    for index in range(count - 1, -1, -1):
        word = line.tokens[index].word
        hands = word in words.verbs or word in words.nouns or accords(line, index, words)
        if not hands or describes(line, index, words):
            continue
        introduced = opened or not words.from_.isdisjoint(line.words(index + 1, count))
        if _is_no_verb(line, index, words, introduced=introduced) or (
            not introduced and _is_told_of(line, index, words)
        ):
            continue
        if word in words.verbs and (word not in words.ambiguous or introduced or index >= count - 2):
            return index
        reach = AFTER if introduced else ADJACENT
        if word in words.nouns and index >= count - reach:
            return index
        if accords(line, index, words) and index >= count - _ACCORDING:
            return index
    return None
