"""What a stance is taken to, in the words of the clause: a noun phrase, or nothing."""

from __future__ import annotations

from msgspec import structs

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import Taken
from brief.language import fold
from brief.marks import PAIRS, STRAIGHT
from brief.model import Stance
from brief.speakers.callings import is_adverb
from brief.subjects.words import words_of

_LONGEST = 9
_ANNOUNCES = ":"  # what is meant stands behind it
_LEAST = 4  # words that are left where a long target is cut at its last preposition
_FAR = 10
_HYPHENS = ("-", "\u2010")
_OPENING, _CLOSING = "".join(PAIRS), "".join(PAIRS.values())
_MARKS = _OPENING + _CLOSING + STRAIGHT
_EDGES = " ،,:؛.…-–—" + _MARKS


def target(clause: Clause, taken: Taken) -> str | None:
    """What the stance is taken to, without the preposition before it.

    None where the words give a reason, are no noun phrase or point to another («الالتزام به»), or where it
    stands before the cue.
    """
    if taken.place is None:
        return None
    begin = _begin(clause, taken)
    if begin is None:
        return None
    end = _end(clause, begin, direct=taken.direct)
    end = end if taken.stop is None else min(end, taken.stop)
    if end <= begin or (end == begin + 1 and clause.has("objects", end, end + 1)):
        return None
    start, stop = clause.line.span(begin, end - 1)
    written = clause.line.text[start - clause.line.offset : stop - clause.line.offset]
    if clause.line.text[stop - clause.line.offset :].lstrip().startswith(_ANNOUNCES):
        return None
    return _bare(clause, begin, written, carried=_carries(clause, taken, begin))


def _begin(clause: Clause, taken: Taken) -> int | None:
    """The first word of the target; after a verb without an object, that which its preposition governs."""
    tokens, ways = clause.line.tokens, clause.cues.ways
    taken = _behind_aside(clause, taken)
    place = taken.place or 0
    if _is_described(clause, taken, place):
        place += 2
    if not taken.direct:
        if clause.has("objects", place, place + 1):
            return None
        furthest = min(place + _FAR, len(tokens))
        place = next((one for one in range(place, furthest) if _stops(clause, taken, one)), len(tokens))
        if place < len(tokens) and taken.stance is Stance.SUPPORT and clause.has("fought", place, place + 1):
            return None
        if place < len(tokens) and not (_leads(clause, place) or _carries(clause, taken, place)):
            return None
    elif place < len(tokens) and _is_companion(clause, place):
        place += 1
    small = ways["passed_over"] | ways["leading"]
    while place < len(tokens) and (
        tokens[place].word in small or _is_hyphened(clause, place) or _is_time(clause, place)
    ):
        place += 1
    place = _pointed(clause, taken, place)
    if place >= len(tokens) or _acts(clause, place):
        return None
    if tokens[place].word in ways["no_target"] and not _points(clause, place):
        return None
    return None if _is_torn(clause, taken, place) else place


def _is_described(clause: Clause, taken: Taken, place: int) -> bool:
    """Whether two words behind an actor's name are its adjective: «منظمة «الضفاف» غير الحكومية»."""
    follows = clause.line.index(taken.actor.end) == place
    definite = clause.words(place + 1, place + 2)
    lacking = clause.has("lacking", place, place + 1)
    return follows and lacking and any(word.startswith(clause.cues.letters.article) for word in definite)


def _behind_aside(clause: Clause, taken: Taken) -> Taken:
    """The stance with its target looked for behind the aside that tells more of its actor.

    «ندد الاتحاد، أكبر تجمع للعمال, بالقرار».
    """
    tokens, place = clause.line.tokens, taken.place or 0
    if place >= len(tokens) or tokens[place].joined:
        return taken
    end = next((one for one in range(place + 1, len(tokens)) if not tokens[one].joined), len(tokens))
    if end == len(tokens) or _breaks_off(clause, end):
        return taken
    behind = structs.replace(taken, place=end)
    led = taken.direct or (not _leads(clause, place) and _stops(clause, behind, end))
    return behind if led else taken


def _is_time(clause: Clause, place: int) -> bool:
    """Whether a bare adverb of time stands at `place`: «تستنكر اليوم تسييس …»."""
    tokens, times = clause.line.tokens, words_of(clause.language).times
    return tokens[place].word in times and place + 1 < len(tokens) and tokens[place + 1].word not in times


def _pointed(clause: Clause, taken: Taken, place: int) -> int:
    """The place of «هذا …» right behind what is left of an actor's name: «رفض فلان الفلاني هذا التفسير»."""
    rest = place + 1 < len(clause.line.tokens) and taken.actor.kind == "person" and taken.direct
    definite = rest and clause.line.tokens[place].word.startswith(clause.cues.letters.definite)
    return place + 1 if rest and not definite and clause.has("pointing", place + 1, place + 2) else place


def _points(clause: Clause, place: int) -> bool:
    """Whether «هذا» stands at `place` with its noun right behind it."""
    following = clause.words(place + 1, place + 2)
    definite = any(word.startswith(clause.cues.letters.article) for word in following)
    return definite and clause.has("pointing", place, place + 1)


def _is_hyphened(clause: Clause, place: int) -> bool:
    """Whether the word at `place` is the second half of a name with a hyphen."""
    before = clause.line.seen.text[: clause.line.tokens[place].start]
    return before[-1:] in _HYPHENS and before[-2:-1].isalpha()


def _is_torn(clause: Clause, taken: Taken, place: int) -> bool:
    """Whether the word at `place` stands in the marks that the actor's own name ends in."""
    start, offset = clause.line.span(place, place)[0], clause.line.offset
    told = clause.line.text[max(0, taken.actor.start - offset) : max(0, taken.actor.end - offset)]
    between = clause.line.text[max(0, taken.actor.end - offset) : start - offset]
    opened = sum(told.count(mark) for mark in _OPENING) - sum(told.count(mark) for mark in _CLOSING)
    return opened > 0 and not any(mark in between for mark in _CLOSING)


def _stops(clause: Clause, taken: Taken, place: int) -> bool:
    """Whether the target begins at `place`, or cannot begin any further."""
    if _breaks_off(clause, place):
        return True
    if taken.act:
        return clause.line.tokens[place].word in clause.cues.ways["towards"]
    return _leads(clause, place) or _carries(clause, taken, place)


def _carries(clause: Clause, taken: Taken, place: int) -> bool:
    """Whether the word right after a verb without object and its subject has «by» written onto it."""
    word = clause.line.tokens[place].word
    near = place == taken.place and not (taken.direct or taken.act)
    return near and word.startswith(clause.cues.letters.by) and word not in clause.cues.ways["native"]


def _is_companion(clause: Clause, place: int) -> bool:
    """Whether one more subject stands there: «الولايات المتحدة وحلفاؤها»."""
    word, letters = clause.line.tokens[place].word, clause.cues.letters
    return word.startswith(letters.conjunction) and word.endswith(clause.cues.owners)


def _leads(clause: Clause, place: int) -> bool:
    """Whether a preposition that leads to a target stands at `place`, alone or written onto its noun."""
    word, letters = clause.line.tokens[place].word, clause.cues.letters
    name = clause.line.names.get(place)
    carried = bool(name and name[0].clitic.lstrip(letters.joining) in (letters.by, letters.to))
    serves = letters.attach(letters.to, letters.article)
    articled = word.startswith((letters.by + letters.article, serves))
    native = word in clause.cues.ways["native"]
    if _is_until(clause, place):
        return False
    return word in clause.cues.ways["leading"] or (articled and not native) or carried


def _is_until(clause: Clause, place: int) -> bool:
    """Whether a time is told at `place`, to which something lasts: «إلى حين إجراء مشاورات»."""
    return " ".join(clause.words(place, place + 2)) in clause.cues.ways["until_when"]


def _acts(clause: Clause, place: int) -> bool:
    """Whether the word at `place` is a verb that the lists know."""
    word, cues = clause.line.tokens[place].word, clause.cues
    return word in cues.verbs or word in cues.speech or word in cues.held or word in cues.judging


def _is_about(clause: Clause, place: int) -> bool:
    """Whether what somebody is blamed or thanked for begins at `place`: «اتهم الوزير بالتزوير»."""
    word, letters = clause.line.tokens[place].word, clause.cues.letters
    before = clause.line.tokens[place - 1].word
    closed = before.startswith(letters.article) or place - 1 in clause.line.places
    led = word.startswith(letters.by + letters.article) or word == letters.by
    own = word.endswith(clause.cues.owners) or place in clause.line.names
    led = led or (closed and word.startswith(letters.by) and not own)
    blamed = led and word not in clause.cues.ways["native"]
    return blamed or word in clause.cues.ways["for_which"]


def _end(clause: Clause, begin: int, *, direct: bool) -> int:
    tokens, ways = clause.line.tokens, clause.cues.ways
    end = begin + 1
    while end < len(tokens) and tokens[end].joined and not _breaks_off(clause, end):
        if direct and _is_about(clause, end):
            break
        if clause.has("standing_for", end, end + 1) or clause.has("manners", end, end + 1):
            break
        if _is_until(clause, end):
            break
        end += 1
    if end > begin + _LONGEST:
        end = begin + _LONGEST
        cut = next((one for one in range(end - 1, begin + _LEAST - 1, -1) if _leads(clause, one)), end)
        end = cut
    times = words_of(clause.language).times
    while end > begin + 1 and (tokens[end - 1].word in times or _is_how(clause, end - 1)):
        end -= 1
    if direct and end > begin + 1 and _is_charge(clause, begin, tokens[end - 1].word):
        end -= 1
    while end > begin and tokens[end - 1].word in ways["unfinished"]:
        end -= 1
    return end


def _is_how(clause: Clause, place: int) -> bool:
    """Whether a last word only tells how or when, behind a definite one: «بوقف الأعمال فورا»."""
    definite = clause.line.tokens[place - 1].word.startswith(clause.cues.letters.definite)
    return definite and is_adverb(clause.line, place, clause.language)


def _is_charge(clause: Clause, begin: int, last: str) -> bool:
    """Whether a last word is what somebody is accused of, by a noun with a pronoun: «اتهم سفنا بإغراقه»."""
    owned = last.startswith(clause.cues.letters.by) and last.endswith(clause.cues.owners)
    return owned and clause.has("accusing", 0, begin)


def _breaks_off(clause: Clause, place: int) -> bool:
    words = clause.words(place, place + 2)
    ends = clause.cues.ways["ending"]
    return words[0] in ends or " ".join(words) in ends or _acts(clause, place)


def _bare(clause: Clause, begin: int, written: str, *, carried: bool) -> str | None:
    """The target as a noun phrase: no preposition on its first word, no half quotation."""
    marks = [place for place, letter in enumerate(written) if letter in _MARKS]
    if len(marks) % 2:
        kept = written[marks[-1] + 1 :] if marks[-1] == 0 else written[: marks[-1]]
        if marks[-1] and written[marks[-1] :].strip(_EDGES) and not _is_closed(clause, kept):
            return None
        written = kept
    edges = _EDGES + clause.cues.letters.tatweel
    words = _without_preposition(clause, begin, written, carried=carried).strip(edges).split()
    while words and fold(words[-1]) in clause.cues.ways["unfinished"]:
        words.pop()
    pointing = (
        len(words) == 1
        and fold(words[0]).endswith(clause.cues.owners)
        and not words[0].endswith(clause.cues.letters.nominal[0])
    )
    return None if pointing else " ".join(words).strip(_EDGES) or None


def _is_closed(clause: Clause, written: str) -> bool:
    """Whether words can end where they do: with a definite word, which no other completes."""
    letters = clause.cues.letters
    last = fold(written).split()[-1:]
    return any(word.startswith(letters.definite) or word.endswith(clause.cues.owners) for word in last)


def _without_preposition(clause: Clause, begin: int, written: str, *, carried: bool) -> str:
    letters, word = clause.cues.letters, clause.line.tokens[begin].word
    if word.startswith(letters.attach(letters.to, letters.article)):
        return letters.article + written[2:]
    name = clause.line.names.get(begin)
    if name and name[0].clitic:
        return written[len(name[0].clitic) :]
    if word in clause.cues.ways["native"]:
        return written
    if word.startswith(letters.by + letters.article):
        return written[1:]
    following = clause.words(begin + 1, begin + 2)
    completed = any(one.startswith(letters.article) for one in following)
    carried = carried or (word[:1] in letters.by + letters.to and word[1:] in clause.cues.asked)
    carried = carried or (word.startswith(letters.to) and completed)
    return written[1:] if carried else written
