"""Document -> quotes: words between quotation marks that somebody said, and who said them.

Terms, titles and names stand between marks too; a passage counts as speech only where the
text hands it to somebody: before it, after it, or by going on with a speaker's words.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from functools import cache

from msgspec import Struct

from brief import marks, names, subjects
from brief.language import Language, fold, table
from brief.marks import Passage
from brief.model import Document, Quote
from brief.subjects import Actor, Line

_FRAGMENT = 7
_TERM = 3
_NEAR = 14
_AFTER = 8
_ADJACENT = 3
_STAND_ALONE = 6
_BACK = 4
_LONGEST_CHANNEL = 5
_CLITICS = "\u0648\u0641\u0628\u0644"


class _Words(Struct, frozen=True):
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


class _Said(Struct, frozen=True):
    """Who is given the words; `verb` is set where a verb of speech gives them."""

    actor: Actor | None
    via: str | None
    sure: bool


class _Context(Struct, frozen=True):
    """A passage with the words of its sentence before and after it.

    `opens` where nothing stands before it, `same` where a quote of its sentence does.
    """

    passage: Passage
    before: Line
    after: Line
    opens: bool
    same: bool


class _Reading(Struct, frozen=True):
    """What is needed to read one document's quotes."""

    document: Document
    language: Language
    names: tuple[names.Name, ...]
    words: _Words
    starts: tuple[int, ...]
    repeated: frozenset[str]


def quotes(document: Document, language: Language) -> tuple[Quote, ...]:
    """The quotations of a document with speaker, role and channel where the text tells them.

    Words that go on with a speaker's speech, or stand alone after it, inherit the speaker.
    """
    passages = marks.passages(document)
    reading = _reading(document, language, passages)
    last = _Said(None, None, sure=False)
    found: list[Quote] = []
    end = 0
    for passage in passages:
        context = _context(reading, passage, end)
        said = _said(reading, context, last, near=bool(found))
        if said and not _is_term(reading, context):
            last = said if said.actor else _Said(last.actor, said.via, sure=False)
            found.append(_quote(document, _without_frame(reading, passage), said))
            end = passage.end
    return tuple(found)


def _reading(document: Document, language: Language, passages: tuple[Passage, ...]) -> _Reading:
    inner = [fold(document.text[slice(*passage.inner)]) for passage in passages]
    counted = Counter(inner)
    titled = " ".join(fold(heading.anchor.text) for heading in document.headings) + fold(document.title or "")
    repeated = {term for term, count in counted.items() if count > 1 or term in titled}
    return _Reading(
        document=document,
        language=language,
        names=names.named(document, language),
        words=_words(language.code),
        starts=tuple(sentence.anchor.start for sentence in document.sentences),
        repeated=frozenset(term for term in repeated if len(term.split()) <= _TERM),
    )


@cache
def _words(code: str) -> _Words:
    data = table(code, "speech")

    def joined(words: list[str]) -> frozenset[str]:
        return frozenset(clitic + fold(word) for word in words for clitic in ("", *_CLITICS[:2]))

    return _Words(
        verbs=joined([*data["verbs"], *data["participles"], *data["later_verbs"]]),
        participles=joined(data["participles"]),
        ambiguous=joined(data["ambiguous"]),
        nouns=joined(data["nouns"]),
        according=joined(data["according"]),
        passing=joined(data["passing"]),
        channels=frozenset(map(fold, data["channels"])),
        agencies=frozenset(map(fold, data["agencies"])),
        naming=joined(data["naming"]),
        titles=joined(data["titles"]),
        from_=frozenset(map(fold, data["from"])),
    )


# The surroundings of a passage ---------------------------------------------------------


def _context(reading: _Reading, passage: Passage, floor: int) -> _Context:
    text = reading.document.text
    start = max(_sentence_start(reading, passage.start), passage.paragraph)
    end = _sentence_end(reading, passage.end)
    opens = not text[max(passage.paragraph, floor if floor <= passage.start else 0) : passage.start].strip(
        " .\u00a0\t\n"
    )
    start = floor if start < floor <= passage.start else start
    before = text[start : passage.start]
    return _Context(
        passage=passage,
        before=subjects.line(before, start, reading.names),
        after=subjects.line(text[passage.end : end], passage.end, reading.names),
        opens=opens or not before.strip(),
        same=start == floor,
    )


def _sentence_start(reading: _Reading, place: int) -> int:
    index = bisect_right(reading.starts, place) - 1
    return reading.starts[max(index, 0)]


def _sentence_end(reading: _Reading, place: int) -> int:
    index = bisect_right(reading.starts, place - 1) - 1
    return max(reading.document.sentences[max(index, 0)].anchor.end, place)


# Who is given the words ----------------------------------------------------------------


def _said(reading: _Reading, context: _Context, last: _Said, *, near: bool) -> _Said | None:
    """The speaker of a passage, or None where nothing hands its words to anybody.

    A speaker named in the sentence comes first; a pronoun is followed back only then.
    """
    cue = _cue(reading, context)
    before = _before(reading, context, cue)
    after = _after(reading, context)
    if before or after:
        found = [one for one in (before, after) if one]
        actor = next((one.actor for one in found if one.actor), None)
        via = next((one.via for one in found if one.via), None)
        if not actor and cue is not None:
            actor = last.actor if context.same else _earlier(reading, context, cue, last)
        return _Said(actor, via if not actor or via != actor.text else None, sure=True)
    if context.same and last.actor and _length(reading, context) > 1:
        return last
    if context.opens and _length(reading, context) >= _STAND_ALONE and (near or last.actor):
        return _Said(last.actor, last.via, sure=False)
    return None


def _length(reading: _Reading, context: _Context) -> int:
    return len(reading.document.text[slice(*context.passage.inner)].split())


def _cue(reading: _Reading, context: _Context) -> int | None:
    """The word before a passage that hands it over, near enough for a fragment."""
    cue = _last_cue(context.before, reading.words)
    far = cue is not None and len(context.before.tokens) - cue > _NEAR
    return None if far and _length(reading, context) < _FRAGMENT else cue


def _before(reading: _Reading, context: _Context, cue: int | None) -> _Said | None:
    if cue is None:
        return _by_colon(reading, context)
    return _Said(_speaker(reading, context.before, cue), _channel(context.before, reading), sure=True)


def _last_cue(line: Line, words: _Words) -> int | None:
    """The last word that hands over speech before the passage."""
    count = len(line.tokens)
    for index in range(count - 1, -1, -1):
        word = line.tokens[index].word
        if word in words.verbs and (word not in words.ambiguous or index >= count - 2):
            return index
        if word in words.nouns and index >= count - _ADJACENT:
            return index
        if _accords(line, index, words) and index >= count - _AFTER:
            return index
    return None


def _accords(line: Line, index: int, words: _Words) -> bool:
    return (
        line.tokens[index].word in words.according
        or " ".join(line.words(index, index + 2)) in words.according
    )


def _by_colon(reading: _Reading, context: _Context) -> _Said | None:
    line = context.before
    if not line.text.rstrip().endswith(":"):
        return None
    actors = [
        found for index in range(len(line.tokens)) if (found := subjects.actor(line, index, reading.language))
    ]
    return _Said(actors[0], None, sure=True) if actors else None


def _speaker(reading: _Reading, line: Line, verb: int) -> Actor | None:
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


def _passed_from(reading: _Reading, line: Line) -> Actor | None:
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


def _main_subject(reading: _Reading, line: Line, verb: int) -> Actor | None:
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


def _earlier(reading: _Reading, context: _Context, cue: int, last: _Said) -> Actor | None:
    """The speaker a pronoun points back to: of the sentences before, or of the quote before.

    A noun of speech («بيان», «ينص») has no subject to look for; a group is no single speaker.
    """
    verb = context.before.tokens[cue].word
    if _accords(context.before, cue, reading.words):
        return last.actor
    if verb not in reading.words.verbs:
        return None
    index = bisect_right(reading.starts, context.passage.start) - 1
    for number in range(index - 1, max(index - _BACK, -1), -1):
        found = _subject_of(reading, number)
        if found:
            return None if subjects.is_plural(found, reading.language) else found
    return last.actor


def _subject_of(reading: _Reading, number: int) -> Actor | None:
    """Who speaks in a sentence, by the last of its verbs of speech."""
    anchor = reading.document.sentences[number].anchor
    line = subjects.line(anchor.text, anchor.start, reading.names)
    for place in range(len(line.tokens) - 1, -1, -1):
        word = line.tokens[place].word
        if word in reading.words.verbs and word not in reading.words.ambiguous:
            found = _after_verb(reading, line, place)
            if found:
                return found
    return None


def _after(reading: _Reading, context: _Context) -> _Said | None:
    """A speaker or channel named after the passage: «…»، قال فلان / وفقا لوكالة …."""
    line, words = context.after, reading.words
    for index, token in enumerate(line.tokens[:_AFTER]):
        verb = token.word in words.verbs and token.word not in words.ambiguous
        if not (verb or _accords(line, index, words) or token.word in words.passing) or (verb and index > 1):
            continue
        via = _channel(line, reading)
        actor = _after_verb(reading, line, index) if verb else _attributed(reading, line, index)
        if actor and (via == actor.text or fold(actor.text).split()[0] in words.channels):
            actor = None
        if actor or via:
            return _Said(actor, via, sure=True)
    return None


def _after_verb(reading: _Reading, line: Line, index: int) -> Actor | None:
    """The subject after a verb; what follows a participle is its object."""
    if line.tokens[index].word in reading.words.participles:
        return None
    return subjects.after(line, index, reading.language) or subjects.spelled(line, index, reading.language)


def _attributed(reading: _Reading, line: Line, index: int) -> Actor | None:
    for place in range(index, min(index + 4, len(line.tokens))):
        word = line.tokens[place].word
        if word in reading.words.passing or word in reading.words.verbs:
            return subjects.after(line, place, reading.language)
    return _named_after(line, index, reading.language)


def _channel(line: Line, reading: _Reading) -> str | None:
    """The agency, paper or station that passes the words on."""
    words = reading.words
    for index, token in enumerate(line.tokens):
        word = token.word if token.word in words.channels | words.agencies else token.word.lstrip(_CLITICS)
        two = " ".join([word, *line.words(index + 1, index + 2)])
        if word not in words.channels and not {word, two} & words.agencies:
            continue
        given = line.words(max(0, index - _ADJACENT), index)
        if token.word[0] != "\u0644" and not any(one in words.passing | words.according for one in given):
            continue
        start, end = line.span(index, _channel_end(line, index, words))
        cut = len(token.word) - len(word)
        return line.text[start + cut - line.offset : end - line.offset]
    return None


def _channel_end(line: Line, index: int, words: _Words) -> int:
    last = index
    while (
        last + 1 < min(index + _LONGEST_CHANNEL, len(line.tokens))
        and line.tokens[last + 1].joined
        and line.tokens[last + 1].word not in words.from_ | words.verbs | words.passing
        and not line.tokens[last + 1].dotted
    ) or (last + 1 < len(line.tokens) and last + 1 in line.names and line.tokens[last + 1].joined):
        last += 1
    return last


# Speech or term ------------------------------------------------------------------------


def _is_term(reading: _Reading, context: _Context) -> bool:
    inner = fold(reading.document.text[slice(*context.passage.inner)])
    count = len(inner.split())
    previous = context.before.tokens[-1].word if context.before.tokens else ""
    if previous in reading.words.titles:
        return True
    if count > _FRAGMENT:
        return False
    if inner in reading.repeated or _is_name(reading, context.passage):
        return True
    tokens = context.before.tokens
    if count <= _TERM and previous in reading.words.naming:
        return True
    if (
        count == 1
        and tokens
        and previous in reading.words.verbs
        and context.after.text.lstrip().startswith(":")
    ):
        return True
    return count == 1 and not any(token.word in reading.words.verbs for token in tokens[-_ADJACENT:])


def _is_name(reading: _Reading, passage: Passage) -> bool:
    start, end = passage.inner
    return any(name.start <= start + 1 and name.end >= end for name in reading.names if name.end > start)


def _without_frame(reading: _Reading, passage: Passage) -> Passage:
    """A passage whose opening mark is missing begins after «… أوضح فلان أن»."""
    if passage.inner[0] != passage.start:
        return passage
    line = subjects.line(reading.document.text[passage.start : passage.end], passage.start, reading.names)
    for index, token in enumerate(line.tokens[:_AFTER]):
        if token.word in reading.words.from_ and any(
            word in reading.words.verbs for word in line.words(0, index)
        ):
            start = line.span(index + 1, index + 1)[0]
            return Passage(start, passage.end, (start, passage.inner[1]), passage.paragraph)
    return passage


def _quote(document: Document, passage: Passage, said: _Said) -> Quote:
    actor = said.actor
    digest = hashlib.sha256(f"quote {document.id} {passage.start} {passage.end}".encode()).hexdigest()
    return Quote(
        id=f"q{digest[:10]}",
        speaker=_shown(actor) if actor else None,
        role=actor.role if actor else None,
        via=said.via,
        text=document.text[slice(*passage.inner)],
        evidence=document.anchor(passage.start, passage.end),
    )


def _shown(actor: Actor) -> str:
    return actor.label if actor.kind == "person" else actor.text
