"""Document -> quotes: words between quotation marks that somebody said, and who said them.

Terms, titles and names stand between marks too; a passage counts as speech only where the
text hands it to somebody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from brief import marks, speakers, subjects
from brief.identity import identifier
from brief.language import Language, fold, table
from brief.marks import Passage
from brief.model import Document, Quote
from brief.speakers import ADJACENT, AFTER, FRAGMENT, Context, Reading, Said
from brief.speakers.full import full
from brief.speakers.mended import mended
from brief.speakers.whole import whole, whole_role
from brief.subjects import Actor
from brief.subjects.words import words_of

_TERM, _PAIR = 3, 2
_HOUSE = 4
_ROOT = 2  # letters that a verb shares with its noun
_NUNATED = "\u064b"  # the ending of an object that a verb further back has
_COMMAS, _CLOSING = frozenset(",،"), frozenset(("", *",،.؛"))
_APART = 6  # words behind a verb of saying in which its words may begin
_MARKS = " " + "".join(sorted(marks.MARKS))


def quotes(document: Document, language: Language) -> tuple[Quote, ...]:
    """The quotations of a document with speaker, role and channel where the text tells them.

    Words that go on with a speaker's speech, or stand alone right after it, inherit the speaker;
    where one could only be guessed none is named.
    """
    passages = marks.passages(document, language)
    reading = speakers.read(document, language)
    repeated = _repeated(document, passages)
    last = Said(None, None, sure=False)
    found: list[Quote] = []
    end = 0
    for passage in (_without_frame(reading, one) for one in passages):
        context = speakers.context(reading, passage, end)
        said = speakers.said(reading, context, last, near=bool(found))
        if said and not _is_term(reading, context, repeated):
            last = said if said.actor else Said(last.actor, said.via, sure=False)
            quote = _quote(reading, passage, said)
            end = passage.end
            if quote.speaker or _is_speech(reading, context, quote):
                found.append(quote)
    return tuple(found)


def _is_speech(reading: Reading, context: Context, quote: Quote) -> bool:
    """Whether words that nobody is known to say are more than a term: two are behind a verb."""
    if len(quote.text.split()) > _PAIR or context.before.text.rstrip().endswith(":"):
        return True
    return any(token.word in reading.words.verbs for token in context.before.tokens[-ADJACENT:])


def _repeated(document: Document, passages: Sequence[Passage]) -> frozenset[str]:
    """Short passages that come back, here or in a heading: terms of the text."""
    counted = Counter(fold(document.text[slice(*passage.inner)]) for passage in passages)
    titled = " ".join(fold(heading.anchor.text) for heading in document.headings) + fold(document.title or "")
    again = {term for term, count in counted.items() if count > 1 or term in titled}
    return frozenset(term for term in again if len(term.split()) <= _TERM)


def _is_term(reading: Reading, context: Context, repeated: frozenset[str]) -> bool:
    inner = fold(reading.document.text[slice(*context.passage.inner)])
    count = len(inner.split())
    previous = context.before.tokens[-1].word if context.before.tokens else ""
    if previous in reading.words.titles:
        return True
    if count > FRAGMENT:
        return False
    if inner in repeated or _names(reading, context, inner, previous):
        return True
    tokens = context.before.tokens
    if count <= _TERM and (
        _is_told_to(reading, context, previous)
        or _is_talked_to(reading, context)
        or _is_owner(reading, context, inner, previous)
        or _is_how(reading, context, inner)
        or previous in reading.words.naming
        or _has_papers(reading, context)
    ):
        return True
    if (
        count == 1
        and tokens
        and previous in reading.words.verbs
        and context.after.text.lstrip().startswith(":")
    ):
        return True
    return count == 1 and not any(token.word in reading.words.verbs for token in tokens[-ADJACENT:])


def _is_apposed(reading: Reading, context: Context, inner: str) -> bool:
    """Whether a few words are a name beside a noun, between commas («الشركة المنتجة، «سلمى»،»), or hear it.

    What is said stands behind a verb or what leads it in; a mark behind the words closes the name.
    """
    line, words = context.before, words_of(reading.language)
    if not line.tokens or len(inner.split()) > _TERM:
        return False
    near = [token.word for token in line.tokens[-_APART:] if token.word in reading.words.verbs]
    if line.tokens[-1].word == words.letters.to:
        return bool(near) and words.addressing.isdisjoint(near)
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


def _names(reading: Reading, context: Context, inner: str, previous: str) -> bool:
    """Whether the words between the marks are somebody's or something's name."""
    return (
        _is_name(reading, context.passage)
        or _is_house(reading, context, len(inner.split()))
        or _is_apposed(reading, context, inner)
        or _is_body(reading, context, inner, previous)
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
    if len(words) != _PAIR or not all(one.endswith(letters.accusative) for one in words):
        return False
    near = (token.word.lstrip(letters.joining) for token in context.before.tokens[-_APART:])
    return any(word.startswith(words[0][:_ROOT]) for word in near)


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


def _without_frame(reading: Reading, passage: Passage) -> Passage:
    """A passage whose opening mark is missing begins after «… أوضح فلان أن»."""
    if passage.inner[0] != passage.start:
        return passage
    text = reading.document.text[passage.start : passage.end]
    line = subjects.line(text, passage.start, reading.names, reading.language)
    for index, token in enumerate(line.tokens[:AFTER]):
        if token.word in reading.words.from_ and any(
            word in reading.words.verbs for word in line.words(0, index)
        ):
            start = line.span(index + 1, index + 1)[0]
            return Passage(start, passage.end, (start, passage.inner[1]), passage.paragraph)
    return passage


def _quote(reading: Reading, passage: Passage, said: Said) -> Quote:
    document = reading.document
    actor = said.actor if said.sure and not _is_nameless(said.actor, reading.language) else None
    if actor:
        actor = mended(document, reading.names, reading.language, actor)
    if actor:
        actor = full(document, reading.names, reading.language, actor)
    return Quote(
        id="q" + identifier("quote", document.id, passage.start, passage.end),
        speaker=whole(document.text, actor, _shown(actor)) if actor else None,
        role=whole_role(document.text, actor) if actor else None,
        via=said.via,
        text=document.text[slice(*passage.inner)],
        evidence=document.anchor(passage.start, passage.end),
    )


def _is_nameless(actor: Actor | None, language: Language) -> bool:
    """Whether somebody is told only by what he is («the man»): who that is was said before."""
    return actor is not None and fold(actor.text) in _persons(language)


@cache
def _persons(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "statements")["persons"]))


def _shown(actor: Actor) -> str:
    return actor.label if actor.kind == "person" else actor.text
