"""Document -> events: what happened, or is to happen, on a date the text gives.

The date belongs to the clause whose event it dates; a line of publication, a stretch of
years, a bound in the past («حتى») and a figure of a past year are no events. Nor is what its own
sentence shows to be misprinted.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from brief.cues import expression
from brief.extract.events.alone import alone, understood, with_putting_off
from brief.extract.events.anothers import is_of_a_share, named
from brief.extract.events.attributes import is_attribute
from brief.extract.events.besides import beside, beside_at_last
from brief.extract.events.bounding import is_bounding
from brief.extract.events.clauses import LONGEST, Clause, Cuts, clause, cuts
from brief.extract.events.cues import Cues, cues
from brief.extract.events.dated import Dated, ends, is_deadline, is_while, may_come, tells
from brief.extract.events.doubts import backwards, contradicts
from brief.extract.events.ended import ended
from brief.extract.events.fragments import freed
from brief.extract.events.inner import inner
from brief.extract.events.narrowed import Part, by_paper, narrowed
from brief.extract.events.opened import opened
from brief.extract.events.papers_day import is_of_the_paper
from brief.extract.events.possible import is_only_possible
from brief.extract.events.quoted import is_quoted
from brief.extract.events.scoped import is_scoped
from brief.extract.events.senses import Sense, in_year_told, is_doubtful, sense, settled
from brief.extract.events.signs import Kind, Told
from brief.extract.events.subjectless import lacks_subject
from brief.extract.events.that_year import YearTold, in_year_before, year_told
from brief.extract.events.things import COMMA
from brief.extract.events.times import times
from brief.extract.events.unreal import (
    is_authors,
    is_demand,
    is_of_no_act,
    is_told_by_nobody,
    is_unanswered,
    is_unreal,
)
from brief.extract.events.unsaid import tells_nothing
from brief.extract.statements.clauses import DATELINED
from brief.extract.statements.openings import behind_dateline
from brief.language import Language, table
from brief.metadata.opinion import first_person
from brief.model import Anchor, Document, Event, Sentence
from brief.periods import Mention

_LONGEST_YEARS = 5
_BOUND = 60  # characters in which a bound before a date is looked for
_OPEN, _CLOSE = frozenset('«"\u201c'), frozenset('»"\u201d')


_VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.DUE

# What makes a date that of no event, by the words around it.
_BARRED = (is_bounding, is_only_possible, is_attribute, is_scoped)


class _Reading(Struct, frozen=True):
    """A sentence with its times, and the places where its clauses can begin and end."""

    document: Document
    sentence: Sentence
    mentions: tuple[Mention, ...]
    places: Cuts
    language: Language
    words: Cues
    opinion: bool


def events(document: Document, language: Language) -> tuple[Event, ...]:
    """The dated happenings of a document in its order, each with the clause that tells it."""
    words = cues(language)
    found: dict[tuple[str, str | None, int, int], Event] = {}
    before: Mention | None = None
    year: YearTold | None = None
    for sentence in document.sentences:
        mentions = times(sentence.anchor.text, language, document.published, before)
        mentions = in_year_before(mentions, sentence, year, document.published, language)
        year = year_told(mentions, sentence, year, language)
        # Nothing counts from a day that is only asked about.
        asks = sentence.anchor.text.rstrip().endswith(tuple(table(language.code, "statements")["asking"]))
        before = mentions[-1] if mentions and not asks else None
        if mentions:
            places = cuts(sentence.anchor.text, words)
            reading = _Reading(document, sentence, mentions, places, language, words, document.opinion)
            for event in _events(reading):
                passage = event.evidence[0]
                found.setdefault((event.start, event.end, passage.start, passage.end), event)
    return tuple(found.values())


def _events(reading: _Reading) -> Iterator[Event]:
    document, places, words = reading.document, reading.places, reading.words
    wrong = backwards(reading.mentions, places.seen, reading.language)
    for mention in reading.mentions:
        if mention in wrong or _is_stretch(mention) or _is_name(mention, places, words):
            continue
        if is_of_the_paper(reading.sentence, mention, reading.mentions, reading.language):
            continue
        if is_quoted(places, mention):
            continue
        told = clause(places, mention, words, reading.language)
        if is_unreal(places, told, mention, reading.language) or is_authors(
            places, told, reading.language, opinion=reading.opinion
        ):
            continue
        if reading.opinion and is_of_no_act(places, told, mention, reading.language):
            continue
        part = Part(places, told, mention, reading.mentions)
        if any(barred(part, words, reading.language) for barred in _BARRED):
            continue
        dated = _dated(reading, mention, told)
        if _is_sound(reading, mention, dated) and tells(dated, words):
            event = _event(reading, told, dated)
            if event is not None and _is_reported(event.text, reading):
                yield _until_told(event, dated, document.published)


def _until_told(event: Event, dated: Dated, published: str | None) -> Event:
    """The event, one that is done ending no later than its article: «closed this week»."""
    if dated.sense is Sense.AHEAD or not published or event.end is None:
        return event
    if not event.start < published < event.end or len(event.end) != len(published):
        return event
    return structs.replace(event, end=published)


def _is_reported(text: str, reading: _Reading) -> bool:
    """Whether the words of an event hold who did it, or said it, and are no author's of himself."""
    language = reading.language
    own = reading.opinion and (first_person(text, language) or is_demand(text, language))
    if text.count("»") > text.count("«") or own:
        return False
    return not (
        lacks_subject(text, language)
        or is_told_by_nobody(text, language)
        or is_unanswered(text, language)
        or tells_nothing(text, language, opinion=reading.opinion)
    )


def _event(reading: _Reading, told: Clause, dated: Dated) -> Event | None:
    """The event of a date; None where the date is of another thing, of which too little is told."""
    document, sentence = reading.document, reading.sentence
    part = Part(reading.places, told, dated.when, reading.mentions)
    kinds = (beside, inner, named, beside_at_last)
    thing = next(filter(None, (kind(part, reading.words, reading.language) for kind in kinds)), None)
    if thing is not None:
        return _of(_put_off(reading, told, thing.own, dated.when), dated.when) if thing.own else None
    if is_of_a_share(part, reading.language):
        return None
    own = by_paper(part, narrowed(part, reading.words, reading.language), reading.language)
    whole = _anchor(reading, own)
    begin, end = whole.start, whole.end
    if own.start == told.start and (dated.ahead or _is_cut_off(reading, own)):
        begin = alone(document, sentence, begin, end, reading.language)
    elif own.start == told.start and not _opens_with(dated.when, reading, own):
        begin = understood(document, sentence, begin, end, reading.language)
    start = opened(document, sentence, begin, end, reading.language)
    if start is None:
        return None
    back = start < begin and not dated.ahead
    begin = understood(document, sentence, start, end, reading.language) if back else start
    if sentence.position < DATELINED:
        begin = behind_dateline(document.text, begin, end)
    close = ended(document.text, begin, end, sentence.anchor.end, reading.language)
    alone_ = freed(document, sentence, begin, close, reading.language) if close is not None else None
    return _of(document.anchor(*alone_), dated.when) if alone_ is not None else None


def _opens_with(when: Mention, reading: _Reading, own: Clause) -> bool:
    """Whether a part of a sentence is «and» with its time: «and in the next year the talks were opened»."""
    return own.start > 0 and bool(reading.words.timed.fullmatch(reading.places.folded(own.start, when.start)))


def _anchor(reading: _Reading, own: Clause) -> Anchor:
    """The passage of a part of the sentence."""
    start = reading.sentence.anchor.start
    return reading.document.anchor(start + own.start, start + own.end)


def _put_off(reading: _Reading, told: Clause, own: Clause, when: Mention) -> Anchor:
    """The passage of a thing to its time, with the putting off that governs it, and who says so."""
    whole, first = _anchor(reading, own), reading.sentence.anchor.start
    begin = with_putting_off(reading.document.text, first, whole.start, first + when.start, reading.language)
    said = first + told.start
    parted = COMMA.search(reading.document.text, said, begin) is not None
    if begin < whole.start and whole.end - said <= LONGEST and not parted:
        begin = said
    return reading.document.anchor(begin, whole.end)


def _of(anchor: Anchor, when: Mention) -> Event:
    first, last = ends(when)
    return Event(start=first, end=last, text=anchor.text, evidence=(anchor,))


def _is_cut_off(reading: _Reading, told: Clause) -> bool:
    """Whether a clause inside its sentence points to what stands before it: «؛ وهو ما أوصى به …»."""
    return (
        told.start > 0
        and reading.words.pointing.match(reading.places.folded(told.start, told.end)) is not None
    )


def _is_stretch(mention: Mention) -> bool:
    """Whether a mention is a stretch longer than one event lasts."""
    years = int((mention.last or mention.first)[:4]) - int(mention.first[:4])
    return years > _LONGEST_YEARS or (years > 0 and (mention.relative or mention.precision == "span"))


def _is_name(mention: Mention, places: Cuts, words: Cues) -> bool:
    """Whether a time is only what something is compared with, a day of every week, or a name in marks."""
    at, text = places.seen.position(mention.start), places.text
    if text[mention.start - 1 : mention.start] in _OPEN and text[mention.end : mention.end + 1] in _CLOSE:
        return True
    return words.bounds_before.search(places.seen.text, max(0, at - _BOUND), at) is not None


def _dated(reading: _Reading, mention: Mention, clause_: Clause) -> Dated:
    """The clause with its date, in the year or week that its sense gives it."""
    seen, published = reading.places.seen, reading.document.published
    first = _own_side(reading, clause_, mention)
    told = Told(seen.text[first : seen.position(clause_.end)], reading.language)
    at, end = seen.position(mention.start) - first, seen.position(mention.end) - first
    direction = sense(told, at, end, reading.words)
    if direction is not Sense.AHEAD and _is_called_for(reading, mention, told.text[:at]):
        direction = Sense.AHEAD
    years = [one for one in reading.mentions if not _is_of_things(one, reading)]
    mention = in_year_told(mention, told.text[at:end], years, published, reading.language)
    when = settled(mention, told.text[at:end], direction, published, reading.language)
    return Dated(told, at, end, when, direction, _is_ahead(when, published))


def _own_side(reading: _Reading, clause_: Clause, mention: Mention) -> int:
    """Where the folded words that tell the sense of a date begin: behind the last «while» and a verb."""
    seen = reading.places.seen
    first, at = seen.position(clause_.start), seen.position(mention.start)
    turns = expression(reading.language, "events", "meanwhile").finditer(seen.text, first, at)
    begins = [
        found.end() for found in turns if Told(seen.text[found.end() : at], reading.language).has(_VERB)
    ]
    return begins[-1] if begins else first


def _is_of_things(mention: Mention, reading: _Reading) -> bool:
    """Whether a year only names a thing: «the budget of 2026»."""
    seen = reading.places.seen
    at = seen.position(mention.start)
    return reading.words.things_before.search(seen.text, max(0, at - _BOUND), at) is not None


def _is_called_for(reading: _Reading, mention: Mention, before: str) -> bool:
    """Whether a weekday is the first of what is called for or announced, in a sentence with no day before."""
    if mention.precision != "day" or any(one.end <= mention.start for one in reading.mentions):
        return False
    words = reading.words
    return bool(words.from_before.search(before) and words.promised_before.search(before))


def _is_ahead(when: Mention, published: str | None) -> bool:
    """Whether a time begins after its article, as far as both are known."""
    if published is None:
        return False
    start = ends(when)[0]
    return start[: len(published)] > published[: len(start)]


def _is_past(when: Mention, published: str | None) -> bool:
    """Whether a time is over before that in which its article was published."""
    return published is not None and when.first < published[: len(when.first)]


def _is_sound(reading: _Reading, mention: Mention, dated: Dated) -> bool:
    """Whether a date can be that of an event: no bound in the past, not the article's year, no misprint."""
    when, published = dated.when, reading.document.published
    if mention.until and not dated.ahead:
        return False
    bound = mention.precision == "day" or (mention.precision == "month" and _is_past(when, published))
    if not dated.ahead and bound and reading.words.earlier_than.search(dated.before):
        return False
    certain = reading.words.certain_past.search(dated.before)
    if not certain and is_doubtful(when, dated.named, dated.sense, published, reading.language):
        return False
    if when.relative and (is_while(dated, published, reading.words) or is_deadline(dated, reading.words)):
        return False
    if dated.ahead and not mention.relative and not may_come(dated, reading.words):
        return False
    return not contradicts(when, reading.mentions, reading.places.seen, published, reading.language)
