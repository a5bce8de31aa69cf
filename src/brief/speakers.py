"""Who is given the words of a passage: the speaker named before or after it, or carried on.

The text hands words over by a verb of speech, by «وفقا ل» and its kin, by a noun of speech
or by a colon; a channel («وكالة …») passes them on. Where the words tell nobody, the
speaker stays unknown rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from msgspec import Struct

from brief import names, subjects
from brief.language import Language, fold, table
from brief.marks import Passage
from brief.model import Document
from brief.morphology import morphology
from brief.subjects import Actor, Line

FRAGMENT = 7
ADJACENT = 3
AFTER = 8
_NEAR = 14
_STAND_ALONE = 6
_BACK = 4
_LONGEST_CHANNEL = 5
# Characters of the sentence that are looked at before and after a passage: about a hundred words.
_REACH = 600
_NOTHING = re.compile(r"[ .\u00a0\t\n]*")
_BLANK = re.compile(r"\s*")


class Words(Struct, frozen=True):
    """The words that hand speech over, folded, with «and» and «so» before them.

    `stations` are channels and agencies, `handing` stands before them and `ending` after them.
    `carried` are the particles a channel's name may carry; with `to` it needs no verb.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    ambiguous: frozenset[str]
    nouns: frozenset[str]
    according: frozenset[str]
    passing: frozenset[str]
    channels: frozenset[str]
    agencies: frozenset[str]
    naming: frozenset[str]
    titles: frozenset[str]
    from_: frozenset[str]
    stations: frozenset[str]
    handing: frozenset[str]
    ending: frozenset[str]
    carried: str
    to: str


class Said(Struct, frozen=True):
    """Who is given the words, through whom.

    `sure` where the text hands the words over or they go on with those of the quote before;
    otherwise the speaker is a guess, good for following the text only.
    """

    actor: Actor | None
    via: str | None
    sure: bool


class Context(Struct, frozen=True):
    """A passage with the words of its sentence near it, before and after.

    `opens` where nothing stands before it, `same` where a quote of its sentence does, `follows`
    where a quote ends a few sentences before it, in its paragraph or the one before.
    """

    passage: Passage
    before: Line
    after: Line
    opens: bool
    same: bool
    follows: bool


class Reading(Struct, frozen=True):
    """What is needed to read one document's quotes.

    `speaking` keeps who speaks in a sentence, by its number, once that was asked for.
    """

    document: Document
    language: Language
    names: tuple[names.Name, ...]
    words: Words
    starts: tuple[int, ...]
    speaking: dict[int, Actor | None]


def read(document: Document, language: Language) -> Reading:
    """The document made ready for asking who says what in it."""
    return Reading(
        document=document,
        language=language,
        names=names.named(document, language),
        words=_words(language),
        starts=tuple(sentence.anchor.start for sentence in document.sentences),
        speaking={},
    )


@cache
def _words(language: Language) -> Words:
    data = table(language.code, "speech")
    letters = morphology(language)

    def joined(words: list[str]) -> frozenset[str]:
        return frozenset(clitic + fold(word) for word in words for clitic in ("", *letters.joining))

    verbs = joined([*data["verbs"], *data["participles"], *data["later_verbs"]])
    according, passing = joined(data["according"]), joined(data["passing"])
    channels, agencies = frozenset(map(fold, data["channels"])), frozenset(map(fold, data["agencies"]))
    from_ = frozenset(map(fold, data["from"]))
    return Words(
        verbs=verbs,
        participles=joined(data["participles"]),
        ambiguous=joined(data["ambiguous"]),
        nouns=joined(data["nouns"]),
        according=according,
        passing=passing,
        channels=channels,
        agencies=agencies,
        naming=joined(data["naming"]),
        titles=joined(data["titles"]),
        from_=from_,
        stations=channels | agencies,
        handing=passing | according,
        ending=from_ | verbs | passing,
        carried=letters.joining + letters.by + letters.to,
        to=letters.to,
    )


# The surroundings of a passage ---------------------------------------------------------


def context(reading: Reading, passage: Passage, floor: int) -> Context:
    """What stands around a passage in its sentence; `floor` is where the quote before it ends."""
    text = reading.document.text
    start = max(_sentence_start(reading, passage.start), passage.paragraph)
    end = _sentence_end(reading, passage.end)
    opening = max(passage.paragraph, floor if floor <= passage.start else 0)
    start = floor if start < floor <= passage.start else start
    blank = _NOTHING.fullmatch(text, opening, passage.start) or _BLANK.fullmatch(text, start, passage.start)
    first, last = _backward(text, start, passage.start), _forward(text, passage.end, end)
    return Context(
        passage=passage,
        before=subjects.line(text[first : passage.start], first, reading.names, reading.language),
        after=subjects.line(text[passage.end : last], passage.end, reading.names, reading.language),
        opens=blank is not None,
        same=start == floor,
        follows=_follows(reading, passage.start, floor),
    )


def _backward(text: str, start: int, end: int) -> int:
    """Where the words begin that are looked at before `end`, not before `start`."""
    near = end - _REACH
    return start if near <= start else max(near, text.find(" ", near, end))


def _forward(text: str, start: int, end: int) -> int:
    """Where the words end that are looked at after `start`, not after `end`."""
    near = start + _REACH
    if near >= end:
        return end
    blank = text.rfind(" ", start, near)
    return blank if blank >= 0 else near


def _follows(reading: Reading, place: int, floor: int) -> bool:
    """Whether a quote that ends at `floor` is near enough for the words at `place` to go on with it."""
    here, there = _number(reading, place), _number(reading, floor - 1)
    sentences = reading.document.sentences
    return here - there <= _BACK and sentences[here].paragraph - sentences[there].paragraph <= 1


def _number(reading: Reading, place: int) -> int:
    """The number of the sentence that stands at a place, or last before it."""
    return max(bisect_right(reading.starts, place) - 1, 0)


def _sentence_start(reading: Reading, place: int) -> int:
    return reading.starts[_number(reading, place)]


def _sentence_end(reading: Reading, place: int) -> int:
    return max(reading.document.sentences[_number(reading, place - 1)].anchor.end, place)


# Who is given the words ----------------------------------------------------------------


def said(reading: Reading, place: Context, last: Said, *, near: bool) -> Said | None:
    """The speaker of a passage, or None where nothing hands its words to anybody.

    A speaker named in the sentence comes first; a pronoun is followed back only then.
    """
    cue = _cue(reading, place)
    before = _before(reading, place, cue)
    after = _after(reading, place)
    if before or after:
        found = [one for one in (before, after) if one]
        actor = next((one.actor for one in found if one.actor), None)
        via = next((one.via for one in found if one.via), None)
        who = Said(actor, None, sure=True) if actor or cue is None else _earlier(reading, place, cue, last)
        return Said(who.actor, None if who.actor and via == who.actor.text else via, who.sure)
    length = _length(reading, place)
    goes_on = place.same and last.actor is not None and length > 1
    stands_alone = place.opens and length >= _STAND_ALONE and near
    return _carried(place, last) if goes_on or stands_alone else None


def _carried(place: Context, last: Said) -> Said:
    """The speaker of the quote before, a guess where that was one or lies too far back."""
    sure = last.sure and place.follows
    return Said(last.actor, last.via if sure else None, sure)


def _length(reading: Reading, place: Context) -> int:
    return len(reading.document.text[slice(*place.passage.inner)].split())


def _cue(reading: Reading, place: Context) -> int | None:
    """The word before a passage that hands it over, near enough for a fragment."""
    cue = _last_cue(place.before, reading.words)
    far = cue is not None and len(place.before.tokens) - cue > _NEAR
    return None if far and _length(reading, place) < FRAGMENT else cue


def _before(reading: Reading, place: Context, cue: int | None) -> Said | None:
    if cue is None:
        return _by_colon(reading, place)
    return Said(_speaker(reading, place.before, cue), _channel(place.before, reading), sure=True)


def _last_cue(line: Line, words: Words) -> int | None:
    """The last word that hands over speech before the passage."""
    count = len(line.tokens)
    for index in range(count - 1, -1, -1):
        word = line.tokens[index].word
        if word in words.verbs and (word not in words.ambiguous or index >= count - 2):
            return index
        if word in words.nouns and index >= count - ADJACENT:
            return index
        if _accords(line, index, words) and index >= count - AFTER:
            return index
    return None


def _accords(line: Line, index: int, words: Words) -> bool:
    return (
        line.tokens[index].word in words.according
        or " ".join(line.words(index, index + 2)) in words.according
    )


def _by_colon(reading: Reading, place: Context) -> Said | None:
    line = place.before
    if not line.text.rstrip().endswith(":"):
        return None
    actors = [
        found for index in range(len(line.tokens)) if (found := subjects.actor(line, index, reading.language))
    ]
    return Said(actors[0], None, sure=True) if actors else None


def _speaker(reading: Reading, line: Line, verb: int) -> Actor | None:
    words, language = reading.words, reading.language
    if _accords(line, verb, words):
        return _named_after(line, verb, language)
    passed = _passed_from(reading, line)
    if passed:
        return passed
    return _after_verb(reading, line, verb) or _main_subject(reading, line, verb)


def _named_after(line: Line, index: int, language: Language) -> Actor | None:
    """The actor right after «وفقا ل», «بحسب», whose name may carry the preposition."""
    for place in (index + 1, index + 2):
        found = subjects.actor(line, place, language)
        if found:
            return found
    return None


def _passed_from(reading: Reading, line: Line) -> Actor | None:
    """The speaker in «نقلت وكالة … عن فلان قوله»."""
    passing = False
    for index, token in enumerate(line.tokens):
        passing = passing or token.word in reading.words.passing
        if passing and token.word in reading.words.from_:
            found = _named_after(line, index, reading.language) or subjects.spelled(
                line, index, reading.language
            )
            if found:
                return found
    return None


def _main_subject(reading: Reading, line: Line, verb: int) -> Actor | None:
    """The subject of the sentence that a participle or a second verb goes on with."""
    language = reading.language
    for index in range(verb - 1, -1, -1):
        word = line.tokens[index].word
        if word in reading.words.verbs and word not in reading.words.ambiguous:
            found = _after_verb(reading, line, index) or subjects.before(line, index, language)
            if found:
                return found
    found = subjects.before(line, verb, language)
    if found:
        return found
    people = [
        one
        for index in range(verb)
        if (one := subjects.actor(line, index, language)) and one.kind in {"person", "role"}
    ]
    return people[0] if people else None


def _earlier(reading: Reading, place: Context, cue: int, last: Said) -> Said:
    """The speaker a pronoun points back to: of the sentences before, or of the quote before.

    A noun of speech («بيان», «ينص») has no subject to look for; a group is no single speaker.
    """
    verb = place.before.tokens[cue].word
    if place.same or _accords(place.before, cue, reading.words):
        return _carried(place, last)
    if verb not in reading.words.verbs:
        return Said(None, None, sure=False)
    index = _number(reading, place.passage.start)
    for number in range(index - 1, max(index - _BACK, -1), -1):
        found = _subject_of(reading, number)
        if found:
            return Said(None if subjects.is_plural(found, reading.language) else found, None, sure=True)
    return _carried(place, last)


def _subject_of(reading: Reading, number: int) -> Actor | None:
    if number not in reading.speaking:
        reading.speaking[number] = _speaking_in(reading, number)
    return reading.speaking[number]


def _speaking_in(reading: Reading, number: int) -> Actor | None:
    """Who speaks in a sentence, by the last of its verbs of speech."""
    anchor = reading.document.sentences[number].anchor
    line = subjects.line(anchor.text, anchor.start, reading.names, reading.language)
    for place in range(len(line.tokens) - 1, -1, -1):
        word = line.tokens[place].word
        if word in reading.words.verbs and word not in reading.words.ambiguous:
            found = _after_verb(reading, line, place)
            if found:
                return found
    return None


def _after(reading: Reading, place: Context) -> Said | None:
    """A speaker or channel named after the passage: «…»، قال فلان / وفقا لوكالة …."""
    line, words = place.after, reading.words
    for index, token in enumerate(line.tokens[:AFTER]):
        verb = token.word in words.verbs and token.word not in words.ambiguous
        if not (verb or _accords(line, index, words) or token.word in words.passing) or (verb and index > 1):
            continue
        via = _channel(line, reading)
        actor = _after_verb(reading, line, index) if verb else _attributed(reading, line, index)
        if actor and (via == actor.text or fold(actor.text).split()[0] in words.channels):
            actor = None
        if actor or via:
            return Said(actor, via, sure=True)
    return None


def _after_verb(reading: Reading, line: Line, index: int) -> Actor | None:
    """The subject after a verb; what follows a participle is its object."""
    if line.tokens[index].word in reading.words.participles:
        return None
    return subjects.after(line, index, reading.language) or subjects.spelled(line, index, reading.language)


def _attributed(reading: Reading, line: Line, index: int) -> Actor | None:
    for place in range(index, min(index + 4, len(line.tokens))):
        word = line.tokens[place].word
        if word in reading.words.passing or word in reading.words.verbs:
            return subjects.after(line, place, reading.language)
    return _named_after(line, index, reading.language)


def _channel(line: Line, reading: Reading) -> str | None:
    """The agency, paper or station that passes the words on."""
    words = reading.words
    for index, token in enumerate(line.tokens):
        word = token.word if token.word in words.stations else token.word.lstrip(words.carried)
        two = " ".join([word, *line.words(index + 1, index + 2)])
        if word not in words.channels and not {word, two} & words.agencies:
            continue
        given = line.words(max(0, index - ADJACENT), index)
        if token.word[0] != words.to and words.handing.isdisjoint(given):
            continue
        start, end = line.span(index, _channel_end(line, index, words))
        cut = len(token.word) - len(word)
        return line.text[start + cut - line.offset : end - line.offset]
    return None


def _channel_end(line: Line, index: int, words: Words) -> int:
    last = index
    while (
        last + 1 < min(index + _LONGEST_CHANNEL, len(line.tokens))
        and line.tokens[last + 1].joined
        and line.tokens[last + 1].word not in words.ending
        and not line.tokens[last + 1].dotted
    ) or (last + 1 < len(line.tokens) and last + 1 in line.names and line.tokens[last + 1].joined):
        last += 1
    return last
