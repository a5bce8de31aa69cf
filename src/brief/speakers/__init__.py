"""Who is given the words of a passage: the speaker named before or after it, or carried on.

The text hands words over by a verb of speech, by «وفقا ل» and its kin, by a noun of speech
or by a colon; a channel («وكالة …») passes them on. Where the words tell nobody, the
speaker stays unknown rather than guessed.
"""

from __future__ import annotations

from msgspec import Struct

from brief import subjects
from brief.language import fold
from brief.speakers.channels import channel_in
from brief.speakers.given import after_verb, attributed, speaker, subject_of
from brief.speakers.places import BACK, Context, Reading, context, length, number_at, read
from brief.speakers.words import Words, accords
from brief.subjects import Actor, Line

__all__ = ["ADJACENT", "AFTER", "FRAGMENT", "Context", "Reading", "Said", "context", "read", "said"]

FRAGMENT = 7
ADJACENT = 3
AFTER = 8
_TOLD = 4
_NEAR = 14
_ACCORDING = 12
_STAND_ALONE = 6
_DASHES = ("-", "\u2013", "\u2014")


class Said(Struct, frozen=True):
    """Who is given the words, through whom.

    `sure` where the text hands the words over or they go on with those of the quote before;
    otherwise the speaker is a guess, good for following the text only.
    """

    actor: Actor | None
    via: str | None
    sure: bool


def said(reading: Reading, place: Context, last: Said, *, near: bool) -> Said | None:
    """The speaker of a passage, or None where nothing hands its words to anybody.

    A speaker named in the sentence comes first; a pronoun is followed back only then.
    """
    cue = _cue(reading, place)
    before = _before(reading, place, cue)
    after = _after(reading, place)
    if before or after:
        found = [one for one in (before, after) if one]
        actor = _housed(reading, place, next((one.actor for one in found if one.actor), None))
        via = next((one.via for one in found if one.via), None)
        who = Said(actor, None, sure=True) if actor or cue is None else _earlier(reading, place, cue, last)
        return Said(who.actor, None if who.actor and via == who.actor.text else via, who.sure)
    count = length(reading, place)
    goes_on = place.same and last.actor is not None and count > 1
    whole = not place.after.tokens and count >= ADJACENT
    stands_alone = place.opens and (whole or count >= _STAND_ALONE) and near
    return _carried(place, last) if goes_on or stands_alone else None


def _housed(reading: Reading, place: Context, actor: Actor | None) -> Actor | None:
    """The house that speaks through «وزير خارجيته», where the sentence names it before."""
    if actor is None:
        return None
    near = place.before if actor.start < place.passage.start else place.after
    if not subjects.is_owned(near, actor, reading.language):
        return actor
    end = near.index(actor.start) if near is place.before else len(place.before.tokens)
    owner = subjects.owner_before(place.before, end, reading.language)
    return subjects.owned(actor, owner) if owner else actor


def _carried(place: Context, last: Said) -> Said:
    """The speaker of the quote before, a guess where that was one or lies too far back."""
    sure = last.sure and place.follows
    return Said(last.actor, last.via if sure else None, sure)


def _cue(reading: Reading, place: Context) -> int | None:
    """The word before a passage that hands it over, near enough for a fragment."""
    cue = _last_cue(place.before, reading.words)
    if cue is None or len(place.before.tokens) - cue <= _NEAR:
        return cue
    introduced = not reading.words.from_.isdisjoint(place.before.words(cue, cue + ADJACENT))
    return cue if length(reading, place) >= (_TOLD if introduced else FRAGMENT) else None


def _before(reading: Reading, place: Context, cue: int | None) -> Said | None:
    if cue is None:
        return _by_colon(reading, place)
    return Said(speaker(reading, place.before, cue), channel_in(place.before, reading), sure=True)


def _last_cue(line: Line, words: Words) -> int | None:
    """The last word that hands over speech before the passage."""
    count = len(line.tokens)
    for index in range(count - 1, -1, -1):
        word = line.tokens[index].word
        introduced = not words.from_.isdisjoint(line.words(index + 1, count))
        if word in words.verbs and (word not in words.ambiguous or introduced or index >= count - 2):
            return index
        reach = AFTER if introduced else ADJACENT
        if word in words.nouns and index >= count - reach:
            return index
        if accords(line, index, words) and index >= count - _ACCORDING:
            return index
    return None


def _by_colon(reading: Reading, place: Context) -> Said | None:
    line = place.before
    if not line.text.rstrip().endswith(":"):
        return None
    actors = [
        found for index in range(len(line.tokens)) if (found := subjects.actor(line, index, reading.language))
    ]
    return Said(actors[0], None, sure=True) if actors else None


def _earlier(reading: Reading, place: Context, cue: int, last: Said) -> Said:
    """The speaker a pronoun points back to: of the sentences before, or of the quote before.

    Where that stands in the sentence before, none further back is asked. A noun of speech («بيان», «ينص»)
    has no subject to look for; a group is no single speaker.
    """
    verb = place.before.tokens[cue].word
    if place.same or accords(place.before, cue, reading.words):
        return _carried(place, last)
    if verb not in reading.words.verbs:
        return Said(None, None, sure=False)
    index = number_at(reading, place.passage.start)
    back = 1 if place.next and last.sure and last.actor else BACK - 1
    for number in range(index - 1, max(index - 1 - back, -1), -1):
        found = subject_of(reading, number)
        if found:
            return Said(None if subjects.is_plural(found, reading.language) else found, None, sure=True)
    return _carried(place, last)


def _after(reading: Reading, place: Context) -> Said | None:
    """A speaker or channel named after the passage: «…»، قال فلان / وفقا لوكالة …."""
    line, words = place.after, reading.words
    if line.text.lstrip().startswith(_DASHES):
        signed = subjects.actor(line, 0, reading.language)
        if signed:
            return Said(signed, None, sure=True)
    manner = _manner(line, words)
    for index, token in enumerate(line.tokens[:AFTER]):
        verb = index == manner or (token.word in words.verbs and token.word not in words.ambiguous)
        if not (verb or accords(line, index, words) or token.word in words.passing) or (
            verb and index > max(1, manner)
        ):
            continue
        via = channel_in(line, reading)
        actor = after_verb(reading, line, index) if verb else attributed(reading, line, index)
        if actor and (via == actor.text or fold(actor.text).split()[0] in words.channels):
            actor = None
        if actor is None and via is None and verb:
            actor = _spoken_of(reading, place, index)
        if actor or via:
            return Said(actor, via, sure=True)
    return None


def _spoken_of(reading: Reading, place: Context, verb: int) -> Actor | None:
    """Whom the sentence before a quotation opens with, where the verb behind it only tells what he did.

    «سامي بن عمر لا ينكر ذلك. «…»، قال وهو يغادر».
    """
    following = place.after.words(verb + 1, verb + 2)
    number = number_at(reading, place.passage.start)
    if not place.opens or number == 0 or reading.words.meanwhile.isdisjoint(following):
        return None
    earlier, here = (reading.document.sentences[one] for one in (number - 1, number))
    if earlier.paragraph != here.paragraph:
        return None
    line = subjects.line(earlier.anchor.text, earlier.anchor.start, reading.names, reading.language)
    people = {name.key: at for at, (name, _) in reversed(line.names.items()) if name.kind == "person"}
    if len(people) != 1 or next(iter(people.values())) > 1:
        return None
    return subjects.actor(line, next(iter(people.values())), reading.language)


def _manner(line: Line, words: Words) -> int:
    """The place of the verb after «هكذا», «بهذه الكلمات»; -1 where none of them follows the quotation."""
    for count in (2, 1):
        if " ".join(line.words(0, count)) in words.manner and len(line.tokens) > count:
            return count
    return -1
