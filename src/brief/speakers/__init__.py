"""Who is given the words of a passage: the speaker named before or after it, or carried on.

The text hands words over by a verb of speech, by «وفقا ل» and its kin, by a noun of speech
or by a colon; a channel («وكالة …») passes them on. Where the words tell nobody, the
speaker stays unknown rather than guessed.
"""

from __future__ import annotations

from msgspec import Struct

from brief import subjects
from brief.cues import of as pattern_of
from brief.language import fold
from brief.speakers.bounds import is_inscribed
from brief.speakers.channels import channel_in
from brief.speakers.cues import ADJACENT, AFTER, going_on, last_cue
from brief.speakers.given import after_verb, attributed, is_against, is_manner, speaker
from brief.speakers.holders import named_behind
from brief.speakers.introduced import introduced
from brief.speakers.issuers import issuer, office_of
from brief.speakers.nearby import alone_before, first_before, line_before
from brief.speakers.places import BACK, Context, Reading, context, length, number_at, read
from brief.speakers.sentences import subject_of
from brief.speakers.turns import doer, gender, has_turned, put_first
from brief.speakers.words import Words, accords
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

__all__ = ["ADJACENT", "AFTER", "FRAGMENT", "Context", "Reading", "Said", "context", "read", "said"]

FRAGMENT = 7
_TOLD = 4
_NEAR = 14
_FURTHER, _PREDICATE = 20, 3  # words back to a verb whose clause a few words complete
_CLAUSE_ENDS = "،,.؛;"
_STAND_ALONE = 6
_OPENING = 3  # words of a sentence among which a house stands that speaks before a colon
_PEOPLE = frozenset({"person", "role"})
_DASHES = ("-", "\u2013", "\u2014")


class Said(Struct, frozen=True):
    """Who is given the words, through whom.

    `sure` where the text hands the words over or they go on with those of the quote before;
    otherwise the speaker is a guess, good for following the text only. `gender` is that of the verb that
    handed them over, as `turns.gender` tells it.
    """

    actor: Actor | None
    via: str | None
    sure: bool
    gender: str = ""


def said(reading: Reading, place: Context, last: Said, *, near: bool) -> Said | None:
    """The speaker of a passage, or None where nothing hands its words to anybody.

    A speaker named in the sentence comes first; a pronoun is followed back only then.
    """
    cue = _cue(reading, place)
    before = _before(reading, place, cue)
    after = _after(reading, place)
    if before or after:
        told = (after, before) if _is_told_after(place, reading.words) else (before, after)
        found = [one for one in told if one]
        actor = _housed(reading, place, next((one.actor for one in found if one.actor), None))
        via = next((one.via for one in (before, after) if one and one.via), None)
        who = Said(actor, None, sure=True) if actor or cue is None else _earlier(reading, place, cue, last)
        kind = next((one.gender for one in found if one.gender), who.gender)
        return Said(who.actor, None if who.actor and via == who.actor.text else via, who.sure, kind)
    count = length(reading, place)
    goes_on = place.same and last.actor is not None and count > 1
    whole = not place.after.tokens and count >= ADJACENT
    stands_alone = place.opens and (whole or count >= _STAND_ALONE) and near
    if not (goes_on or stands_alone):
        return None
    carried = _carried(reading, place, last)
    return (
        carried
        if carried.actor or goes_on
        else _told_before(reading, place) or _new(reading, place) or carried
    )


def _is_told_after(place: Context, words: Words) -> bool:
    """Whether the words are given to somebody right behind them: «…»، على حد تعبير المتحدث."""
    return bool(place.after.tokens) and accords(place.after, 0, words)


def _told_before(reading: Reading, place: Context) -> Said | None:
    """Who speaks in the sentence before, of the same paragraph, whose words a bare quotation bears out."""
    if line_before(reading, place) is None:
        return None
    found = subject_of(reading, number_at(reading, place.passage.start) - 1)
    single = found.actor and found.verb and not subjects.is_plural(found.actor, reading.language)
    return Said(found.actor, None, sure=True, gender=gender(found.verb, reading.words)) if single else None


def _new(reading: Reading, place: Context, told: str = "") -> Said | None:
    """Whom the paragraph of a passage brings on, where nobody else is told to speak."""
    found = introduced(reading, number_at(reading, place.passage.start), told)
    return Said(found, None, sure=True, gender=told) if found else None


def _housed(reading: Reading, place: Context, actor: Actor | None) -> Actor | None:
    """The house that speaks through «وزير خارجيته», where the sentence names it before."""
    if actor is None:
        return None
    actor = issuer(reading, actor, number_at(reading, place.passage.start))
    near = place.before if actor.start < place.passage.start else place.after
    holder = named_behind(near, actor, reading.language) if actor.kind == "role" else None
    if holder:
        return holder
    if not subjects.is_owned(near, actor, reading.language):
        return actor
    end = near.index(actor.start) if near is place.before else len(place.before.tokens)
    owner = subjects.owner_before(place.before, end, reading.language)
    return office_of(actor, owner, reading.language) if owner else actor


def _carried(reading: Reading, place: Context, last: Said, verb: str = "") -> Said:
    """The speaker of the quote before, a guess where that was one, lies too far back or spoke before another.

    `verb` is the word that hands the passage over: one of a woman does not go on with a man's words.
    """
    told = gender(verb, reading.words)
    fits = not (told and last.gender) or told == last.gender
    near = place.same or not has_turned(reading, place, last.actor, goes_on=verb in reading.words.later)
    sure = last.sure and place.follows and fits and near
    return Said(last.actor if fits and near else None, last.via if sure else None, sure, last.gender)


def _cue(reading: Reading, place: Context) -> int | None:
    """The word before a passage that hands it over, near enough for a fragment."""
    cue = last_cue(place.before, reading.words, opened=_opens_with_that(reading, place))
    if cue is None or len(place.before.tokens) - cue <= _NEAR:
        return cue
    introduced = not reading.words.from_.isdisjoint(place.before.words(cue, cue + _NEAR))
    related = not reading.words.relative.isdisjoint(place.before.words(cue - 1, cue))
    if introduced and not related and len(place.before.tokens) - cue <= _FURTHER and _ends(place):
        return cue if length(reading, place) >= _PREDICATE else None
    return cue if length(reading, place) >= (_TOLD if introduced else FRAGMENT) else None


def _ends(place: Context) -> bool:
    """Whether a mark or «and» behind a passage ends the clause that it completes."""
    after = place.after.text.lstrip()
    return not after or after[0] in _CLAUSE_ENDS


def _before(reading: Reading, place: Context, cue: int | None) -> Said | None:
    if cue is None:
        return _by_colon(reading, place)
    told = gender(place.before.tokens[cue].word, reading.words)
    return Said(
        speaker(reading, place.before, cue), channel_in(place.before, reading), sure=True, gender=told
    )


def _opens_with_that(reading: Reading, place: Context) -> bool:
    """Whether the words between the marks open with «that»: «ذكر فلان "أن المجلس وافق"»."""
    inner = reading.document.text[slice(*place.passage.inner)].split(maxsplit=1)
    return bool(inner) and fold(inner[0]) in reading.words.that


def _by_colon(reading: Reading, place: Context) -> Said | None:
    """Whoever stands first before a colon, persons before houses, and where none does before the passage."""
    line = place.before
    if not line.text.rstrip().endswith(":"):
        return None
    free = list(subjects.standing(line, 0, len(line.tokens), reading.language))
    people = [one for one in free if one.kind in _PEOPLE]
    opening = [one for one in free if line.index(one.start) < _OPENING]
    found = next(iter(people or opening), None)
    return Said(found, None, sure=True) if found else None


def _earlier(reading: Reading, place: Context, cue: int, last: Said) -> Said:
    """The speaker a pronoun points back to: of the sentences before, or of the quote before.

    Where that stands in the sentence before, none further back is asked. A noun of speech («بيان», «ينص»)
    has no subject to look for; a group is no single speaker.
    """
    verb = going_on(place.before, cue, reading.words)
    inscribed = is_inscribed(place.before, cue, reading.language)
    another = (
        inscribed or is_against(place.before, cue, reading.language) or _names_another(reading, place, cue)
    )
    if place.same and not another:
        return _carried(reading, place, last, verb)
    if accords(place.before, cue, reading.words):
        carried = _carried(reading, place, last)
        return carried if carried.actor else Said(alone_before(reading, place), None, sure=True)
    related = not reading.words.relative.isdisjoint(place.before.words(cue - 1, cue))
    related = related or _is_told_then(place, cue, reading.words)
    if verb not in reading.words.verbs or related or another:
        return Said(None, None, sure=False)
    if _asked(place, cue, reading.words):
        return _of_asked(reading, place, verb, last)
    return _further_back(reading, place, verb, last)


def _of_asked(reading: Reading, place: Context, verb: str, last: Said) -> Said:
    """Who answers what was asked: whom the sentence before puts first or who speaks in it, else no other."""
    topic = first_before(reading, place)
    if topic and _is_unnamed(place, reading.words):
        return Said(topic, None, sure=True)
    nobody = Said(None, None, sure=False)
    if _is_own_paragraph(reading, number_at(reading, place.passage.start)):
        return _told_before(reading, place) or nobody
    return _carried(reading, place, last if place.follows else nobody, verb)


def _is_told_then(place: Context, cue: int, words: Words) -> bool:
    """Whether a verb goes on with «then» in a clause that tells of a noun: «…، الذي صافحهم، ثم قال»."""
    line = place.before
    return words.then in line.words(cue - 1, cue) and not words.relative.isdisjoint(line.words(0, cue))


def _names_another(reading: Reading, place: Context, cue: int) -> bool:
    """Whether a word that no list knows stands right behind the verb, as its subject: «وقال كامل للصحفيين».

    Its hearers behind it show that it is a name.
    """
    line, words = place.before, words_of(reading.language)
    if cue + 2 >= len(line.tokens) or not all(token.joined for token in line.tokens[cue + 1 : cue + 3]):
        return False
    word = line.tokens[cue + 1].word
    small = words.governing | words.asides | words.times | words.clauses | reading.words.to_whom
    heard = pattern_of(reading.language, "speech", "hearers").match(line.tokens[cue + 2].word)
    return heard is not None and word not in small and not word.startswith(words.letters.bound)


def _further_back(reading: Reading, place: Context, verb: str, last: Said) -> Said:
    """Who acts or spoke in the sentences before; only a verb that goes on may leave its paragraph."""
    index = number_at(reading, place.passage.start)
    told = gender(verb, reading.words)
    own = verb not in reading.words.later and _is_own_paragraph(reading, index)
    topic = doer(reading, index, told) if own else None
    if topic:
        return Said(topic, None, sure=True, gender=told)
    here = reading.document.sentences[index].paragraph
    back = 1 if place.next and last.sure and last.actor else BACK - 1
    for number in range(index - 1, max(index - 1 - back, -1), -1):
        if own and reading.document.sentences[number].paragraph != here:
            return _new(reading, place, told) or Said(None, None, sure=False)
        found = subject_of(reading, number)
        before = gender(found.verb, reading.words)
        credited = not found.verb and (number < index - 1 or line_before(reading, place) is None)
        if found.actor and not credited and (not (told and before) or told == before):
            several = subjects.is_plural(found.actor, reading.language)
            return Said(None if several else found.actor, None, sure=True, gender=before)
    carried = _carried(reading, place, last, verb)
    return carried if carried.actor and carried.sure else _new(reading, place, told) or carried


def _is_own_paragraph(reading: Reading, index: int) -> bool:
    """Whether the sentence before that of number `index` stands in its paragraph."""
    sentences = reading.document.sentences
    return index > 0 and sentences[index - 1].paragraph == sentences[index].paragraph


def _asked(place: Context, cue: int, words: Words) -> bool:
    """Whether a clause of time stands before the verb, with people that are not who speaks.

    «وحين سألناه عن الوزير أجاب».
    """
    return not words.when.isdisjoint(place.before.words(0, min(cue, ADJACENT)))


def _is_unnamed(place: Context, words: Words) -> bool:
    """Whether who was asked is not told: «وحين سئل عن السبب قال»."""
    line = place.before
    return any(
        token.word in words.asked and not words.about.isdisjoint(line.words(number + 1, number + 2))
        for number, token in enumerate(line.tokens[:ADJACENT])
    )


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
            told = gender(line.tokens[index].word, words) if verb else ""
            return Said(actor, via, sure=True, gender=told)
    return None


def _spoken_of(reading: Reading, place: Context, verb: int) -> Actor | None:
    """Whom the sentence before a quotation opens with, where the verb behind it only tells what he did.

    «سامي بن عمر لا ينكر ذلك. «…»، قال وهو يغادر». Whom it puts first («أما …») needs no such words.
    """
    following = place.after.words(verb + 1, verb + 2)
    if is_manner(place.after, verb + 1, reading.language):
        following = []
    line = line_before(reading, place) if place.opens else None
    if line is None:
        return None
    topic = put_first(reading, line)
    if topic is None and not following:
        told = _told_before(reading, place)
        return told.actor if told else None
    if topic or reading.words.meanwhile.isdisjoint(following):
        return topic
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
