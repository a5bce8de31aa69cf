"""Document -> positions: who welcomes, rejects, fears or stands apart from what others do.

A position needs somebody who takes it, a word that takes it and something else it is taken
to; talks that are merely reported are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

from msgspec import Struct

from brief import names, subjects
from brief.language import Language, fold, table, view
from brief.model import Anchor, Document, Position, Stance
from brief.morphology import Morphology, morphology
from brief.subjects import Actor, Line

_NEAR = 6
_TARGET_WORDS = 9
_LEAST_WORDS = 4
_FAR = 60  # words
_FORESEEN = frozenset({"person", "role"})


class _Cues(Struct, frozen=True):
    """Folded cue phrases of one kind with the stance each stands for."""

    verbs: dict[str, Stance]
    nouns: dict[str, Stance]
    judging: frozenset[str]
    judged: dict[str, Stance]
    foreseen: dict[str, Stance]
    speech: frozenset[str]
    conditions: frozenset[str]
    undotted: frozenset[str]
    negations: frozenset[str]
    having: frozenset[str]
    abstaining: frozenset[str]
    reversed: frozenset[str]
    passed_over: frozenset[str]
    no_target: frozenset[str]
    unfinished: frozenset[str]
    breaks: re.Pattern[str]
    letters: Morphology


class _Clause:
    """A clause being read; what many of its words ask for is found out once."""

    def __init__(self, line: Line, cues: _Cues, language: Language) -> None:
        self.line = line
        self.cues = cues
        self.language = language

    @cached_property
    def speaking(self) -> tuple[tuple[int, Actor], ...]:
        """The verbs of speech that have a subject, by place, with their subjects."""
        line, language = self.line, self.language
        places = [place for place, token in enumerate(line.tokens) if token.word in self.cues.speech]
        subject = {
            place: subjects.after(line, place, language) or subjects.before(line, place, language)
            for place in places
        }
        return tuple((place, found) for place, found in subject.items() if found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all that is named in the clause."""
        return frozenset(name.key for name, _ in self.line.names.values())


class _Taken(Struct, frozen=True):
    """A stance found in a clause: by whom, and the word its target begins with.

    `place` is None where the target stands before the cue («وهو ما وصفه … بالخطأ»).
    """

    actor: Actor
    stance: Stance
    place: int | None


def positions(document: Document, language: Language) -> tuple[Position, ...]:
    """The reactions a document reports, in its order; evidence is the sentence or clause.

    Several stances of one actor in one clause are one position: mixed where they differ.
    """
    cues = _cues(language)
    known = names.named(document, language)
    found: list[Position] = []
    for sentence in document.sentences:
        for anchor in _clauses(document, sentence.anchor, cues):
            line = subjects.line(anchor.text, anchor.start, known, language)
            found.extend(_positions(_Clause(line, cues, language), anchor))
    return tuple(found)


@cache
def _cues(language: Language) -> _Cues:
    data = table(language.code, "stances")
    speech = table(language.code, "speech")
    letters = morphology(language)
    joining = ("", *letters.joining)
    breaks = "|".join(rf"[،,]\s*(?={fold(one)}\b)" for one in data["words"]["breaks"])

    def joined(words: list[str]) -> frozenset[str]:
        return frozenset(clitic + fold(word) for word in words for clitic in joining)

    return _Cues(
        verbs=_stances(data["verbs"], joining),
        nouns=_stances(data["nouns"], joining),
        judging=joined(data["judged"]["verbs"]),
        judged=_stances({key: value for key, value in data["judged"].items() if key != "verbs"}, joining),
        foreseen=_stances(data["foreseen"], joining),
        speech=joined([*speech["verbs"], *speech["later_verbs"]]) - joined(speech["ambiguous"]),
        conditions=joined(data["words"]["conditions"]),
        undotted=joined(
            [verb for verbs in data["verbs"].values() for verb in verbs if verb.endswith(letters.undotted_ya)]
        ),
        negations=joined(data["words"]["negations"]),
        having=joined(data["words"]["having"]),
        abstaining=joined(data["words"]["abstaining"]),
        reversed=joined(data["words"]["reversed"]),
        passed_over=joined(data["words"]["passed_over"]),
        no_target=joined(data["words"]["no_target"]),
        unfinished=joined(data["words"]["unfinished"]),
        breaks=re.compile(rf"؛\s*|{breaks}"),
        letters=letters,
    )


def _stances(groups: dict[str, list[str]], clitics: tuple[str, ...]) -> dict[str, Stance]:
    return {
        clitic + fold(word): Stance(stance)
        for stance, words in groups.items()
        for word in words
        for clitic in clitics
    }


def _clauses(document: Document, sentence: Anchor, cues: _Cues) -> Iterator[Anchor]:
    """The sentence itself, or its main clauses where it is long or several speak in it."""
    seen = view(sentence.text)
    start = 0
    for match in cues.breaks.finditer(seen.text):
        end = seen.span(match.start(), match.end())[0]
        if len(sentence.text[start:end].split()) >= _LEAST_WORDS:
            yield document.anchor(sentence.start + start, sentence.start + end)
            start = seen.span(match.start(), match.end())[1]
    if start < len(sentence.text):
        yield document.anchor(sentence.start + start, sentence.end)


def _positions(clause: _Clause, anchor: Anchor) -> Iterator[Position]:
    taken: dict[str, list[_Taken]] = {}
    for one in _taken(clause):
        taken.setdefault(one.actor.key, []).append(one)
    for many in taken.values():
        stances = {one.stance for one in many}
        first = many[0]
        yield Position(
            actor=first.actor.label,
            target=_target(clause.line, first, clause.cues),
            stance=first.stance if len(stances) == 1 or Stance.SUPPORT not in stances else Stance.MIXED,
            evidence=(anchor,),
        )


def _taken(clause: _Clause) -> Iterator[_Taken]:
    for index in range(len(clause.line.tokens)):
        found = _by_verb(clause, index) or _by_noun(clause, index) or _by_judgement(clause, index)
        if found and _has_target(clause, found):
            yield found


def _phrase(line: Line, index: int, known: dict[str, Stance]) -> Stance | None:
    """The stance of the cue at `index`, of one or two words."""
    two = " ".join(line.words(index, index + 2))
    return known.get(two) or known.get(line.tokens[index].word)


def _negated(line: Line, index: int, cues: _Cues) -> bool:
    return any(word in cues.negations for word in line.words(max(0, index - 2), index))


def _by_verb(clause: _Clause, index: int) -> _Taken | None:
    line, cues = clause.line, clause.cues
    stance = _phrase(line, index, cues.verbs)
    if (
        stance is None
        or _is_noun(line, index, cues)
        or any(word in cues.conditions for word in line.words(max(0, index - 2), index))
    ):
        return None
    who = _who(clause, index)
    if who is None:
        return None
    following = line.words(index + 1, index + _NEAR)
    if stance is Stance.OPPOSE and any(word in cues.abstaining for word in following[:4]):
        stance = Stance.NEUTRAL
    return _Taken(who, _turned(stance) if _negated(line, index, cues) else stance, _after(line, index, who))


def _is_noun(line: Line, index: int, cues: _Cues) -> bool:
    """«نفي» with its dots is the noun, «نفى» the verb; folded they are one."""
    return line.tokens[index].dotted and line.tokens[index].word in cues.undotted


def _turned(stance: Stance) -> Stance:
    return Stance.OPPOSE if stance is Stance.SUPPORT else Stance.NEUTRAL


def _who(clause: _Clause, index: int) -> Actor | None:
    """Who takes the stance of the verb at `index`."""
    line, cues, language = clause.line, clause.cues, clause.language
    word = line.tokens[index].word
    if word in cues.reversed:
        return subjects.after(line, index, language)
    if word.endswith(cues.letters.accusative) or line.tokens[index].nominal:
        return _main(clause, index)
    return (
        subjects.after(line, index, language)
        or subjects.before(line, index, language)
        or _main(clause, index)
    )


def _main(clause: _Clause, index: int) -> Actor | None:
    """The subject of the verb of speech that a later word of the sentence goes on with."""
    earlier = bisect_left(clause.speaking, index, key=lambda one: one[0])
    return clause.speaking[earlier - 1][1] if earlier else None


def _by_noun(clause: _Clause, index: int) -> _Taken | None:
    line, cues, language = clause.line, clause.cues, clause.language
    stance = _phrase(line, index, cues.nouns)
    if stance is None or _negated(line, index, cues):
        return None
    holder = subjects.actor(line, index + 1, language)
    if (
        holder
        and line.tokens[index + 1].joined
        and not line.tokens[index].word.startswith(cues.letters.article)
    ):
        return _Taken(holder, stance, _after(line, index, holder))
    for place in range(index - 1, max(-1, index - _NEAR), -1):
        if line.tokens[place].word in cues.having:
            who = _who(clause, place) or _only(line, place, language)
            return _Taken(who, stance, index + 1) if who else None
    return None


def _only(line: Line, index: int, language: Language) -> Actor | None:
    """The last actor before a verbal noun: «دفع مسؤولين إلى التعبير عن قلقهم»."""
    for place in range(index - 1, max(-1, index - _FAR), -1):
        found = subjects.actor(line, place, language)
        if found:
            return found
    return None


def _by_judgement(clause: _Clause, index: int) -> _Taken | None:
    line, cues = clause.line, clause.cues
    word = line.tokens[index].word
    if word in cues.judging:
        who = _who(clause, index)
        stance = _near(line, _after(line, index, who) if who else index + 1, cues.judged, cues)
        return _Taken(who, stance, None) if who and stance else None
    if word in cues.speech:
        who = subjects.after(line, index, clause.language)
        if who and who.kind in _FORESEEN:
            stance = _near(line, _after(line, index, who), cues.foreseen, cues, _FAR)
            return _Taken(who, stance, None) if stance else None
    return None


def _near(line: Line, start: int, known: dict[str, Stance], cues: _Cues, reach: int = _NEAR) -> Stance | None:
    for place in range(start, min(start + reach, len(line.tokens))):
        stance = _phrase(line, place, known) or known.get(
            line.tokens[place].word.removeprefix(cues.letters.by)
        )
        if stance and not _negated(line, place, cues):
            return stance
    return None


def _after(line: Line, index: int, who: Actor) -> int:
    """The first word after both the cue and the actor."""
    return max(index + 1, line.index(who.end)) if who.start >= line.span(index, index)[0] else index + 1


def _has_target(clause: _Clause, taken: _Taken) -> bool:
    """Whether somebody or something else than the actor stands in the clause."""
    others = len(clause.keys) > (taken.actor.key in clause.keys)
    return others or taken.place is None or taken.place + 1 < len(clause.line.tokens)


def _target(line: Line, taken: _Taken, cues: _Cues) -> str | None:
    """What the stance is taken to, in the words that follow it; None where these name a reason."""
    if taken.place is None:
        return None
    begin = taken.place
    while begin < len(line.tokens) and line.tokens[begin].word in cues.passed_over:
        begin += 1
    end = begin
    while end < min(begin + _TARGET_WORDS, len(line.tokens)) and (end == begin or line.tokens[end].joined):
        end += 1
    while end > begin and line.tokens[end - 1].word in cues.unfinished:
        end -= 1
    if end <= begin or line.tokens[begin].word in cues.no_target:
        return None
    start, stop = line.span(begin, end - 1)
    return line.text[start - line.offset : stop - line.offset]
