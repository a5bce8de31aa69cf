"""Who takes a stance: the subject of its verb, near it or going on from the words before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import structs

from brief import names, subjects
from brief.extract.positions.clauses import Clause
from brief.extract.positions.topics import is_answer, is_of_owned, named_alone, put_first
from brief.language import fold
from brief.speakers.holders import named_behind
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

FAR = 60  # words of a clause that are looked back at
_BETWEEN = 3
_SHARE = 12
_CONTRAST = 5
_OPENING = 3
_SHORT = 4
_SHORTEST_PEOPLE = 6
_PERSON = 2  # words of a name


def who(clause: Clause, index: int) -> Actor | None:
    """Who takes the stance of the verb at `index`; its own words first, then those before it."""
    if clause.has("unnamed", index + 1, index + 2) or is_of_owned(clause, index):
        return None
    if is_answer(clause, index):
        return put_first(clause)
    found = _beyond_pronoun(clause, index) if takes_pronoun(clause, index) else _who(clause, index)
    return _without_object(clause, _uncompleted(clause, found)) if found else None


def _without_object(clause: Clause, found: Actor) -> Actor:
    """A person without the state behind the name, which the verb is done to: «اتهم جون أوتينو السودان»."""
    name, _, last = found.label.rpartition(" ")
    behind = names.find(last, clause.language) if found.kind == "person" else ()
    if len(name.split()) < _PERSON or not any(one.kind == "country" for one in behind):
        return found
    end = found.end - len(last)
    return structs.replace(found, text=name, label=name, key=fold(name), end=end)


def takes_pronoun(clause: Clause, index: int) -> bool:
    """Whether a pronoun stands behind the verb, so that its subject follows, if any: «رحبت به السلطات»."""
    following = clause.line.tokens[index + 1 : index + 2]
    return any(token.joined for token in following) and clause.has("objects", index + 1, index + 2)


def _beyond_pronoun(clause: Clause, index: int) -> Actor | None:
    """The subject behind the verb at `index` and the pronoun it takes.

    None where the verb tells more of an indefinite noun: «صناديق لا يعترف بها القاضي».
    """
    begin = index - clause.negated(index)
    related = clause.has("relatives", begin - 1, begin)
    joined = clause.line.tokens[begin].word.startswith(clause.cues.letters.conjunction)
    if clause.line.tokens[begin].joined and not (
        related or joined or clause.has("linking", begin - 1, begin)
    ):
        return None
    found = subjects.after(clause.line, index + 1, clause.language)
    if found is None and _is_unknown(clause, index + 2):
        return None
    return found if found or related else _who(clause, index)


def _is_unknown(clause: Clause, place: int) -> bool:
    """Whether a subject that no list knows ends a clause behind verb and pronoun: «تطالب بها سلوان،»."""
    tokens, words = clause.line.tokens, words_of(clause.language)
    if place >= len(tokens) or not tokens[place].joined:
        return False
    ended = place + 1 == len(tokens) or not tokens[place + 1].joined
    small = (words.governing, words.asides, words.times, words.clauses)
    known = any(tokens[place].word in some for some in small)
    return ended and not known and not tokens[place].nominal


def _uncompleted(clause: Clause, found: Actor) -> Actor:
    """People told by a plural that no noun completes: «ناجون» of «انتقد ناجون بطء الإغاثة»."""
    words, plural = fold(found.text).split(), clause.cues.letters.plural[0]
    if len(words) == 1 or not words[0].endswith(plural) or not _are_people(clause, found, words[0]):
        return found
    prepositions = (clause.cues.ways[kind] for kind in ("leading", "hailing"))
    beside = words[1].endswith(plural) or any(words[1] in some for some in prepositions)
    if words[0].startswith(clause.cues.letters.definite) or beside:
        return found
    first = clause.line.index(found.start)
    end = clause.line.span(first, first)[1]
    text = found.text.split()[0]
    return structs.replace(found, text=text, label=text, key=fold(text), end=end, kind="role")


def _are_people(clause: Clause, found: Actor, word: str) -> bool:
    """Whether a plural is one of people rather than a name that ends like one: «محتجون»; «هارون» is none."""
    doing = word.startswith(clause.cues.letters.participle) and len(word) >= _SHORTEST_PEOPLE
    return found.kind == "role" or (found.kind == "person" and doing)


def _who(clause: Clause, index: int) -> Actor | None:
    line, cues, language = clause.line, clause.cues, clause.language
    two = " ".join(line.words(index, index + 2))
    if line.tokens[index].word in cues.ways["reversed"] or two in cues.ways["reversed"]:
        return following(clause, index + int(two in cues.ways["reversed"]))
    if line.tokens[index].word in cues.ways["doubtful"] and not clause.has("verbal", index - 1, index):
        strict = line.tokens[index].word in cues.transitive or line.tokens[index].word in cues.frames
        return subjects.after(line, index, language, strict=strict) or _before_verb(clause, index)
    if _carried_on(clause, index):
        return preceding(clause, index)
    if meanwhile(clause, index):
        return speaker(clause, index) or clause.holder or preceding(clause, index)
    found = following(clause, index) or _related(clause, index)
    if found or _describes(clause, index) or clause.has("subordinating", index - 1, index):
        return found
    before = preceding(clause, index)
    return None if before and _disagrees(clause, index, before) else before


def _disagrees(clause: Clause, index: int, before: Actor) -> bool:
    """Whether a verb shows that its subject is not the body before it: «الجيش … كما تغضب».

    A verb behind its subject has the gender of a body in the singular.
    """
    ways, letters = clause.cues.ways, clause.cues.letters
    body = fold(before.text).split()[0].removeprefix(letters.article)
    verb = clause.line.tokens[index].word.lstrip(letters.joining)
    past = verb.removesuffix(letters.feminine)
    if before.kind == "role" and past in clause.cues.triggers:
        if past != verb and body in ways["masculine"]:
            return True
        if past == verb and body in ways["feminine"] and not past.startswith(tuple(letters.imperfect)):
            return True
    if before.kind != "role" or not verb.startswith(tuple(letters.imperfect)):
        return False
    if verb.startswith(letters.dotted_ya):
        return body in ways["feminine"]
    # Where it can take one more such letter the first is of its stem, and it may be a past.
    return letters.feminine + verb not in clause.cues.triggers and body in ways["masculine"]


def _carried_on(clause: Clause, index: int) -> bool:
    """Whether a pronoun before the verb is its subject: «إنها تدعم», «لكنها … أمدت»."""
    return clause.has("pronouns", index - 2, index) or clause.has("contrasts", index - _CONTRAST, index)


def meanwhile(clause: Clause, index: int) -> bool:
    """Whether the word is a participle that goes on with a verb before it: «معتبرا», «مهددة»."""
    token, letters = clause.line.tokens[index], clause.cues.letters
    long_ = len(token.word.lstrip(letters.joining)) > _SHORT
    start, end = clause.line.span(index, index)
    hamza = clause.line.text[start - clause.line.offset : end - clause.line.offset].endswith(
        tuple(letters.hamza)
    )
    return token.nominal or (long_ and token.word.endswith(letters.accusative) and not hamza)


def _describes(clause: Clause, index: int) -> bool:
    """Whether the verb describes an indefinite noun before it: «دولة صوتت لصالحه», «قاعدة لا تسمح به»."""
    index -= index > 1 and clause.negated(index)
    token = clause.line.tokens[index - 1] if index else None
    return (
        token is not None
        and token.nominal
        and clause.line.tokens[index].joined
        and not token.word.startswith(clause.cues.letters.definite)
        and _ending(clause, index) is None
    )


def following(clause: Clause, index: int) -> Actor | None:
    """The subject right after a verb, told by a list or by its form alone."""
    line, language = clause.line, clause.language
    word = line.tokens[index].word
    cues = clause.cues
    transitive = word in cues.transitive or word in cues.frames or word in cues.judging
    found = subjects.after(line, index, language, strict=transitive)
    found = found or subjects.crowd_after(line, index, language) or _beyond_object(clause, index)
    if found is None and word not in cues.transitive:
        found = _of_place(clause, index)
    if found or transitive:
        return found or subjects.people_after(line, index, language)
    return subjects.definite_after(line, index, language) or named_alone(clause, index)


def _of_place(clause: Clause, index: int) -> Actor | None:
    """A body right after a verb with a place that no list knows: «وبدأت نقابات الجنوب», «بلدية سلوان»."""
    line, words = clause.line, words_of(clause.language)
    body, place = index + 1, index + 2
    if place + 1 >= len(line.tokens) or not (line.tokens[body].joined and line.tokens[place].joined):
        return None
    acts = line.tokens[place + 1].word
    if line.tokens[body].word.startswith(words.letters.article):
        return None  # a definite noun is completed by no place
    if line.tokens[body].word not in words.bodies or not acts.startswith(
        tuple(clause.cues.letters.imperfect)
    ):
        return None
    start, end = line.span(body, place)
    text = line.text[start - line.offset : end - line.offset]
    return Actor(start, end, text, text, None, fold(text), "role")


def _beyond_object(clause: Clause, index: int) -> Actor | None:
    """The subject after what the verb takes with «by»: «أشاد بالميثاق كل من …»."""
    line, letters = clause.line, clause.cues.letters
    begin = index + 1
    if begin >= len(line.tokens) or not line.tokens[begin].word.startswith(letters.by + letters.article):
        return None
    for place in range(begin, min(begin + _BETWEEN, len(line.tokens) - 1)):
        if not line.tokens[place].joined or clause.has("ending", place, place + 1):
            return None
        if clause.has("each", place + 1, place + 2):
            return subjects.after(line, place, clause.language, strict=True)
    return None


def preceding(clause: Clause, index: int) -> Actor | None:
    """The subject that a verb, a participle or an adverb goes on with."""
    line, language = clause.line, clause.language
    found = (
        (_of_place(clause, index - _OPENING) if index >= _OPENING else None)
        or subjects.before(line, index, language)
        or speaker(clause, index)
        or subjects.first(line, max(0, index - FAR), index, language)
        or (clause.earlier if index <= _OPENING else None)
    )
    return _with_holder(line, found, index, clause) if found else None


def _with_holder(line: Line, office: Actor, index: int, clause: Clause) -> Actor:
    """An office with the name between it and a comma: «كان الوزير سامي عواضة، الذي …، قد اتهم»."""
    held = named_behind(line, office, clause.language) if office.kind == "role" else None
    end = line.index(held.end) if held else index
    return held if held and end < index and line.tokens[end].comma else office


def speaker(clause: Clause, index: int) -> Actor | None:
    """The subject of the verb of speech that a later word of the sentence goes on with."""
    earlier = bisect_left(clause.speaking, index, key=lambda one: one[0])
    told = clause.voice(index)
    for place, found in reversed(clause.speaking[:earlier]):
        # Who speaks inside somebody's quotation says nothing outside of it.
        if told is not None or clause.voice(place) is None:
            return found
    return clause.goes_on


def _before_verb(clause: Clause, index: int) -> Actor | None:
    """An actor whose words end right before the verb: «كينيا رفض …» is none, «مصر شكر» neither."""
    found = None if clause.line.tokens[index].nominal else _ending(clause, index)
    if found is None:
        return None
    place = clause.line.index(found.start)
    free = subjects.first(clause.line, max(0, place - 1), index, clause.language)
    return found if free and free.start == found.start else None


def _related(clause: Clause, index: int) -> Actor | None:
    """The noun that «الذي» or «التي» before a verb stands for; of a share, the subject of the sentence."""
    line, ways = clause.line, clause.cues.ways
    place = index - 1
    while place >= max(0, index - _BETWEEN) and line.tokens[place].word in ways["between"]:
        place -= 1
    if place < 1 or line.tokens[place].word not in ways["relatives"]:
        return None
    if clause.has("shares", place - _SHARE, place):
        return subjects.first(line, max(0, place - FAR), place, clause.language)
    return _ending(clause, place)


def _ending(clause: Clause, place: int) -> Actor | None:
    """The actor whose words end right before `place`: of «نقابة المعلمين، التي …» the union."""
    line, offices = clause.line, words_of(clause.language).offices
    last: Actor | None = None
    for index in range(place - 1, max(-1, place - _SHARE), -1):
        found = subjects.actor(line, index, clause.language)
        if (
            found
            and line.index(found.end) == place
            and (last is None or line.tokens[index].word not in offices)
        ):
            last = found
    return last


def joined(line: Line, actor: Actor, clause: Clause) -> Iterator[Actor]:
    """The actors that «and» adds to one: «مصر والأردن»."""
    place = line.index(actor.end)
    conjunction = clause.cues.letters.conjunction
    while place < len(line.tokens) and line.tokens[place].joined:
        found = subjects.actor(line, place, clause.language)
        if not found or not line.tokens[place].word.startswith(conjunction):
            return
        if place not in line.names and found.kind != "role" and found.role is None:
            return
        yield found
        place = max(line.index(found.end), place + 1)


def owned(clause: Clause, actor: Actor) -> Actor:
    """The house by whose name an office is known: «أمينها العام» speaks for the union named before."""
    if not subjects.is_owned(clause.line, actor, clause.language):
        return actor
    place = clause.line.index(actor.start)
    owner = subjects.owner_before(clause.line, place, clause.language) or clause.earlier
    return subjects.owned(actor, owner) if owner and subjects.is_house(owner, clause.language) else actor
