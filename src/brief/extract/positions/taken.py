"""A stance found in a clause, and what all ways of finding one ask for."""

from __future__ import annotations

from msgspec import Struct

from brief.extract.positions.clauses import Clause
from brief.model import Stance
from brief.subjects import Actor

NEAR = 6
_WITHOUT = 8
_STIRRED = 14


class Taken(Struct, frozen=True):
    """A stance found in a clause: by whom, and the word its target begins with.

    `place` is None where the target stands before the cue («وهو ما وصفه … بالخطأ»); `weak` where words of
    harm or gain tell it only, which other words of the same actor outweigh; `direct` where the target needs
    no preposition, as the object of a verb; `act` where something done tells the stance; `stop` is the word
    that a target ends before, where that is known.
    """

    actor: Actor
    stance: Stance
    place: int | None
    weak: bool = False
    direct: bool = False
    act: bool = False
    stop: int | None = None


def after(clause: Clause, index: int, who: Actor) -> int:
    """The first word after both the cue and the actor."""
    line = clause.line
    return max(index + 1, line.index(who.end)) if who.start >= line.span(index, index)[0] else index + 1


def listed(clause: Clause, index: int, known: dict[str, Stance]) -> Stance | None:
    """The stance of the cue at `index`, of one or two words."""
    two = " ".join(clause.words(index, index + 2))
    return known.get(two) or known.get(clause.line.tokens[index].word)


def idle(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` tells of a mere case, or of what is left undone."""
    word, letters = clause.line.tokens[index].word, clause.cues.letters
    ahead = word.lstrip(letters.joining).startswith(tuple(letters.imperfect)) and clause.has(
        "supposed", index - 1, index
    )
    asked = clause.asks and clause.voice(index) is None
    return (
        ahead
        or _is_outcome(clause, index)
        or asked
        or clause.has("asking", 0, index)
        or clause.has("conditions", index - 2, index)
        or _is_if(clause, index)
        or " ".join(clause.words(index - 2, index)) in clause.cues.ways["unless"]
        or clause.has("without", index - _WITHOUT, index)
        or clause.has("whoever", index - 1, index)
        or is_gone(clause, index)
        or clause.held_by_some <= index
    )


def _is_outcome(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` lies ahead in a clause that opens with «if»: «إن رفضت فستلجأ إلى …»."""
    letters = clause.cues.letters
    ahead = tuple(letters.future + one for one in letters.imperfect)
    if not clause.line.tokens[index].word.lstrip(letters.joining).startswith(ahead):
        return False
    return index > 1 and clause.voice(index) is None and (clause.has("conditions", 0, 1) or _is_if(clause, 1))


def _is_if(clause: Clause, index: int) -> bool:
    """Whether «if» stands right before the verb at `index`: «فإن رفضت الشركة», not «بعد أن رفضت».

    What is written with that hamza is another word before a noun only.
    """
    if index < 1 or not clause.has("if_before_verb", index - 1, index):
        return False
    start, end = clause.line.span(index - 1, index - 1)
    written = clause.line.text[start - clause.line.offset : end - clause.line.offset]
    return clause.cues.letters.hamza[1] in written


def is_gone(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` tells how somebody stood before: beside the matter, or in other days.

    «فلان، الذي كان قد رفض الاتفاق, …», «الحزب، الذي كان يؤيد …، صار»; «رفضت السلطات آنذاك».
    """
    if clause.has("back_then", index + 1, index + NEAR):
        return True
    place = index - 1 if clause.has("done", index - 1, index) else index
    open_ = clause.line.tokens[index].word.startswith(tuple(clause.cues.letters.imperfect))
    was = clause.has("being", place - 1, place) and clause.has("relatives", place - 2, place - 1)
    return was and (place < index or open_)


def turned(stance: Stance, *, negated: bool) -> Stance | None:
    """What a negation makes of a stance: no support is a refusal, no refusal tells nothing."""
    if not negated:
        return stance
    return Stance.OPPOSE if stance is Stance.SUPPORT else None


def stirred_by(clause: Clause, index: int) -> int | None:
    """Where the subject begins of a verb that brings the feeling about: «أثار القرار الجديد غضب أنقرة»."""
    tokens, ways = clause.line.tokens, clause.cues.ways
    breaks = ways["ending"] - ways["relatives"]
    for place in range(index - 1, max(-1, index - _STIRRED), -1):
        if not tokens[place + 1].joined or tokens[place].word in breaks:
            return None
        if tokens[place].word in ways["stirring"]:
            return place + 1 if place + 1 < index else None
    return None


def is_owned(clause: Clause, place: int) -> bool:
    """Whether a pronoun on the word at `place` tells whose it is."""
    tokens = clause.line.tokens[place : place + 1]
    return any(token.word.endswith(clause.cues.owners) and not token.nominal for token in tokens)


def is_denied_noun(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb that is denied is a noun: «استثمار لا تنازل», «لا يعني تنازلا»."""
    word, letters, frames = clause.line.tokens[index].word, clause.cues.letters, clause.cues.frames
    if word.endswith(letters.accusative) and word.removesuffix(letters.accusative) in frames:
        return True
    present = any(letter + word in frames for letter in letters.imperfect)
    return present and clause.has("denying_nouns", index - 1, index)


def is_noun(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb of two is a noun as an object is written: «حذرا», «ثمنا», «صوتا»."""
    word, letters = clause.line.tokens[index].word, clause.cues.letters
    return (
        word.endswith(letters.accusative)
        and word.removesuffix(letters.accusative) in (clause.cues.ways["doubtful"])
    )
