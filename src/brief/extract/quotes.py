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
from brief.speakers.whole import whole, whole_role
from brief.subjects import Actor

_TERM = 3
_HOUSE = 4
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
            found.append(_quote(reading, passage, said))
            end = passage.end
    return tuple(found)


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
    if inner in repeated or _is_name(reading, context.passage) or _is_house(reading, context, count):
        return True
    tokens = context.before.tokens
    if count <= _TERM and (
        _is_told_to(reading, context, previous)
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


def _is_told_to(reading: Reading, context: Context, previous: str) -> bool:
    """Whether the words name to whom somebody right behind them told it: «أبلغ «الرقيب» نائب المدير»."""
    line = context.after
    if previous not in reading.words.informing or not line.tokens:
        return False
    mark = line.seen.text[: line.tokens[0].start].strip(_MARKS)
    return not mark and line.tokens[0].word not in reading.words.from_


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
