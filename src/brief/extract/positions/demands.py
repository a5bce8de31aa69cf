"""What a demand is made against: seldom what it asks for."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause, bare

# Nouns of a demand with the prepositions that lead to what it is made against, or is about.
_LED = (("leaving", "left"), ("inquiring", "inquired"))
_BESIDE = 3  # words after a noun in which the preposition of what it is about stands


def asked_against(clause: Clause, place: int) -> int | None:
    """What a demand is made against: «القانون» of «دعا إلى إلغاء القانون».

    What is only asked for («العودة إلى الأجر القديم») is nothing that who asks for it opposes.
    """
    line, ways = clause.line, clause.cues.ways
    asked = bare(line.tokens[place].word, clause.language)
    if place + 1 >= len(line.tokens) or not line.tokens[place + 1].joined:
        return None
    if any(word in ways["undoing"] for word in asked):
        return place + 1 if _completes(clause, place) else None
    led = next((after for noun, after in _LED if any(word in ways[noun] for word in asked)), None)
    ahead = range(place + 1, min(place + 1 + _BESIDE, len(line.tokens) - 1))
    return next((one + 1 for one in ahead if led and line.tokens[one].word in ways[led]), None)


def undoes(clause: Clause, place: int) -> bool:
    """Whether the noun of a demand at `place` undoes something: «إلغائها», and not «رفعها إلى النصف»."""
    ways = clause.cues.ways["undoing"]
    return any(word in ways for word in bare(clause.line.tokens[place].word, clause.language))


def whence(clause: Clause, place: int) -> int | None:
    """Where it begins to be told from where something is to be taken: «سحب الزوارق من البحيرة»."""
    words = clause.words(place, len(clause.line.tokens))
    return next((at for at, word in enumerate(words, place) if word in clause.cues.ways["whence"]), None)


def _completes(clause: Clause, place: int) -> bool:
    """Whether the noun at `place` is completed by the next: that or the one after is definite."""
    line, article, word = clause.line, clause.cues.letters.article, clause.line.tokens[place].word
    ways = clause.cues.ways["undoing"]
    if word.startswith(clause.cues.letters.definite) and word not in ways and word[1:] not in ways:
        return False
    if clause.has("any", place + 1, place + 2):
        return True
    following = [at for at in range(place + 1, min(place + 3, len(line.tokens))) if line.tokens[at].joined]
    return any(
        line.tokens[at].word.startswith(article) or (at in line.names and not line.names[at][0].clitic)
        for at in following
    )
