"""Words between quotation marks that nobody says: a term of the text, a name, a time, a way, an object."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from brief import cues, marks, periods, subjects
from brief.language import fold
from brief.marks import Passage
from brief.model import Document
from brief.speakers import ADJACENT, AFTER, FRAGMENT, Context, Reading
from brief.speakers.places import number_at
from brief.subjects.words import words_of

_TERM, _PAIR = 3, 2
_HOUSE = 4
_ROOT = 2  # letters that a verb shares with its noun
_NUNATED = "\u064b"  # the ending of an object that a verb further back has
_COMMAS, _CLOSING = frozenset(",،"), frozenset(("", *",،.؛"))
_MARKED = frozenset("،,:.؛؟!()")
_HEARD = 12  # words of a verb and a full name with its office before the paper that hears it
_APART = 6  # words behind a verb of saying in which its words may begin
_MARKS = " " + "".join(sorted(marks.MARKS))


def repeated_terms(document: Document, passages: Sequence[Passage]) -> frozenset[str]:
    """Short passages that come back, here or in a heading: terms of the text."""
    counted = Counter(fold(document.text[slice(*passage.inner)]) for passage in passages)
    titled = " ".join(fold(heading.anchor.text) for heading in document.headings) + fold(document.title or "")
    again = {term for term, count in counted.items() if count > 1 or term in titled}
    return frozenset(term for term in again if len(term.split()) <= _TERM)


def is_term(reading: Reading, context: Context, repeated: frozenset[str]) -> bool:
    """Whether the words between the marks are no speech; `repeated` are the terms of the document."""
    inner = fold(reading.document.text[slice(*context.passage.inner)])
    tokens = context.before.tokens
    previous = tokens[-1].word if tokens else ""
    if previous in reading.words.titles:
        return True
    if len(inner.split()) > FRAGMENT:
        return False
    return (
        inner in repeated
        or _is_time(reading, context)
        or _names(reading, context, inner, previous)
        or _is_small(reading, context, inner, previous)
    )


def is_hearsay(reading: Reading, passage: Passage) -> bool:
    """Whether a passage stands in a tale that nobody vouches for: «يُحكى أن تاجرا سأل …، فأجابه «…»»."""
    anchor = reading.document.sentences[number_at(reading, passage.start)].anchor
    return cues.opening(reading.language, "speech", "hearsay").match(fold(anchor.text)) is not None


def _is_small(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words are too few, where they stand, to be what somebody says."""
    count, tokens = len(inner.split()), context.before.tokens
    if count <= _HOUSE and _is_of_kind(reading, context):
        return True
    if count <= _TERM and (
        _is_told_to(reading, context, previous)
        or _is_talked_to(reading, context)
        or _is_owner(reading, context, inner, previous)
        or _is_how(reading, context, inner)
        or _is_object(reading, context)
        or previous in reading.words.naming
        or _is_craft(reading, context)
        or _is_spoken_of(reading, context, count)
        or _has_papers(reading, context)
    ):
        return True
    told = previous in reading.words.verbs and context.after.text.lstrip().startswith(":")
    told = told or previous in words_of(reading.language).governing  # a feeling that somebody voices
    return count == 1 and (told or not any(one.word in reading.words.verbs for one in tokens[-ADJACENT:]))


def _is_apposed(reading: Reading, context: Context, inner: str) -> bool:
    """Whether a few words are a name beside a noun, between commas («الشركة المنتجة، «سلمى»،»), or hear it.

    What is said stands behind a verb or what leads it in; a mark behind the words closes the name.
    """
    line, words = context.before, words_of(reading.language)
    if not line.tokens or len(inner.split()) > _TERM:
        return False
    near = [token.word for token in line.tokens[-_APART:] if token.word in reading.words.verbs]
    if line.tokens[-1].word == words.letters.to:
        told = [token.word for token in line.tokens[-_HEARD:] if token.word in reading.words.verbs]
        return bool(told) and words.addressing.isdisjoint(told)
    mark = line.seen.text[line.tokens[-1].end :].strip(_MARKS)
    closed = context.after.text.lstrip()[:1] in _CLOSING
    bare = _NUNATED not in reading.document.text[slice(*context.passage.inner)]
    return not near and mark in _COMMAS and closed and bare


def _is_body(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words are the name of a body that acts or stands beside its kind: «أعلن «مجلس الوادي»»."""
    bodies = words_of(reading.language).bodies
    article = words_of(reading.language).letters.article
    beside = previous in bodies and not previous.startswith(article) and len(inner.split()) <= _TERM
    opens = inner.split()[:1]
    acts = previous in reading.words.verbs and bool(bodies.intersection(opens))
    return beside or acts


def _is_firm(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words name a bank, a company or their like that a sentence goes on about.

    «أعلنت أن «بنك النيل للتنمية» طلب ضمانة», «قرض من «بنك النيل»»; what is said of something has no definite
    word («بأنها «شركة وهمية»»).
    """
    words, (opening, *rest) = words_of(reading.language), inner.split()
    definite = any(word.startswith(words.definite) for word in rest)
    if opening not in words.bodies or len(rest) > _HOUSE or not definite:
        return False
    goes_on = opening in reading.words.naming and any(token.joined for token in context.after.tokens[:1])
    return previous in words.governing or (previous in reading.words.that and goes_on)


def _names(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words between the marks are somebody's or something's name."""
    return (
        _is_name(reading, context.passage)
        or _is_house(reading, context, len(inner.split()))
        or _is_apposed(reading, context, inner)
        or _is_body(reading, context, inner, previous)
        or _is_firm(reading, context, inner, previous)
    )


def _is_told_to(reading: Reading, context: Context, previous: str) -> bool:
    """Whether the words name to whom somebody right behind them told it: «أبلغ «الرقيب» نائب المدير»."""
    line = context.after
    if previous not in reading.words.informing or not line.tokens:
        return False
    mark = line.seen.text[: line.tokens[0].start].strip(_MARKS)
    return not mark and line.tokens[0].word not in reading.words.from_


def _is_talked_to(reading: Reading, context: Context) -> bool:
    """Whether the words name to which paper somebody talked: «تحدث هاتفيا إلى «الرقيب»»."""
    told = [token.word for token in context.before.tokens[-_APART:]]
    talks = bool(told) and told[-1] in reading.words.talking
    if talks and reading.words.credited.intersection(context.after.words(0, 1)):
        return True
    led = bool(told) and told[-1] in words_of(reading.language).governing
    return led and not reading.words.talking.isdisjoint(told)


def _is_owner(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words name whose the noun before them is: «حصة «أطلس» البالغة 20 في المئة».

    The adjective behind the marks has the article, which the noun has not: a name makes it definite.
    """
    letters, after = words_of(reading.language).letters, context.after
    if not after.tokens or after.text.lstrip()[:1] in _CLOSING or inner.startswith(letters.article):
        return False
    speech = reading.words
    small = speech.from_ | speech.verbs | speech.where | words_of(reading.language).governing
    bare = bool(previous) and not previous.startswith(letters.article) and previous not in small
    adjective = after.tokens[0].word
    return bare and adjective.startswith(letters.article) and adjective not in small


def _is_how(reading: Reading, context: Context, inner: str) -> bool:
    """Whether the words only tell how something was done, by the noun of its verb: «نفت ذلك «نفيا تاما»»."""
    words, letters = inner.split(), words_of(reading.language).letters
    endings = (letters.accusative, fold(letters.nominal[0]))
    if len(words) != _PAIR or not (words[0].endswith(endings) and words[1].endswith(letters.accusative)):
        return False
    near = [token.word.lstrip(letters.joining) for token in context.before.tokens[-_APART:]]
    both = words[1].startswith(letters.conjunction) and near[-1:] and near[-1] not in reading.words.from_
    return bool(both) or any(word.startswith(words[0][:_ROOT]) for word in near)


def _is_craft(reading: Reading, context: Context) -> bool:
    """Whether the words are the name of a vessel or a machine: «ضحايا المركب «نجمة الشمال»».

    Right behind a verb the noun is who speaks or what is judged, and the words are speech.
    """
    tokens = context.before.tokens
    if not tokens:
        return False
    led = tokens[-1].word.removeprefix(words_of(reading.language).letters.article)
    near = {token.word for token in tokens[-_APART // 2 : -1]}
    said = not near.isdisjoint(reading.words.verbs | reading.words.that)
    return not said and cues.of(reading.language, "speech", "craft").fullmatch(led) is not None


def _is_spoken_of(reading: Reading, context: Context, count: int) -> bool:
    """Whether a word or two are only what a clause is about: «قالت إن «أطرافا عدة» تعرقل الاتفاق»."""
    tokens, following = context.before.tokens, context.after.tokens[:1]
    opens = bool(tokens) and tokens[-1].word in reading.words.that
    return opens and count <= _PAIR and any(one.joined for one in following)


def _is_time(reading: Reading, context: Context) -> bool:
    """Whether the words tell nothing but when: «قبل نهاية العام», «الأسبوع المقبل»."""
    inner = reading.document.text[slice(*context.passage.inner)]
    told = periods.find(inner, reading.language, reading.document.published)
    rest = inner
    for mention in reversed(told):
        rest = rest[: mention.start] + rest[mention.end :]
    words = words_of(reading.language)
    small = words.governing | words.times | reading.words.no_speaker
    return bool(told) and all(fold(word) in small for word in rest.split())


def _is_of_kind(reading: Reading, context: Context) -> bool:
    """Whether the words are the name of a noun that a preposition leads: «من طراز «أطلس»».

    What words are said at («في بيان») is no such noun.
    """
    if len(context.before.tokens) < _PAIR:
        return False
    words, speech = words_of(reading.language), reading.words
    led, noun = (token.word for token in context.before.tokens[-_PAIR:])
    bare = not noun.startswith(words.letters.definite) and not (noun in speech.from_ or noun in speech.verbs)
    bare = bare and (noun not in words.nameless or noun in words.bodies)
    said = any(noun in some for some in (speech.nouns, speech.occasions, words.governing, words.times))
    return led in words.governing and bare and not said and context.before.tokens[-1].joined


def _is_object(reading: Reading, context: Context) -> bool:
    """Whether the words are those a verb is done to: «دعت «جميع الأطراف» إلى», «اتهم «جهات» بالتحريض»."""
    line, letters = context.after, words_of(reading.language).letters
    if not line.tokens or line.text.lstrip()[:1] in _MARKED:
        return False
    told = [token.word for token in context.before.tokens]
    addressing = words_of(reading.language).addressing
    first = next((place for place, word in enumerate(told) if word in addressing), None)
    if first is None or not reading.words.from_.isdisjoint(told[first:]):
        return False
    behind = line.tokens[0].word
    return behind.startswith(letters.by) or behind in reading.words.credited


def _has_papers(reading: Reading, context: Context) -> bool:
    """Whether the words name who saw or printed a paper: «a document that «The Observer» has seen»."""
    words = context.before.words(len(context.before.tokens) - 2, len(context.before.tokens))
    return bool(words) and not reading.words.obtained.isdisjoint((words[-1], " ".join(words)))


def _is_house(reading: Reading, context: Context, count: int) -> bool:
    """Whether the words name where somebody holds office: «المحللة في «بيت الأسواق»»."""
    line = context.before
    last = len(line.tokens) - 1
    if count > _HOUSE or last < 1 or line.tokens[last].word not in reading.words.where:
        return False
    found = (subjects.actor(line, place, reading.language) for place in range(max(0, last - AFTER), last))
    return any(one.kind != "country" and line.index(one.end) == last for one in found if one is not None)


def _is_name(reading: Reading, passage: Passage) -> bool:
    start, end = passage.inner
    place = bisect_right(reading.names, start + 1, key=lambda name: name.start) - 1
    return place >= 0 and reading.names[place].end >= max(end, start + 1)
