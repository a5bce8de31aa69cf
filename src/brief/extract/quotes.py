"""Document -> quotes: words between quotation marks that somebody said, and who said them.

Terms, titles and names stand between marks too; a passage counts as speech only where the
text hands it to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from brief import marks, speakers, subjects
from brief.identity import identifier
from brief.language import Language, fold, table
from brief.marks import Passage
from brief.model import Document, Quote
from brief.speakers import ADJACENT, AFTER, Context, Reading, Said
from brief.speakers.apposed import named_before
from brief.speakers.articled import with_given_name
from brief.speakers.full import full
from brief.speakers.mended import mended, nominative, titled
from brief.speakers.pointing import points
from brief.speakers.terms import is_hearsay, is_term, repeated_terms
from brief.speakers.whole import whole, whole_role, without_rank
from brief.speakers.words import words_of
from brief.subjects import Actor

# Of more than so many words nobody need be known to say them for them to be speech.
_PAIR = 2


def quotes(document: Document, language: Language) -> tuple[Quote, ...]:
    """The quotations of a document with speaker, role and channel where the text tells them.

    Words that go on with a speaker's speech, or stand alone right after it, inherit the speaker;
    where one could only be guessed none is named.
    """
    passages = marks.passages(document, language)
    reading = speakers.read(document, language)
    repeated = repeated_terms(document, passages)
    last = Said(None, None, sure=False)
    found: list[Quote] = []
    end = 0
    for passage in (_without_frame(reading, one) for one in passages):
        context = speakers.context(reading, passage, end)
        said = speakers.said(reading, context, last, near=bool(found))
        if said and not (is_term(reading, context, repeated) or is_hearsay(reading, passage)):
            last = said if said.actor else Said(last.actor, said.via, sure=False)
            quote = _quote(reading, passage, said)
            end = passage.end
            if quote.speaker or _is_speech(reading, context, quote):
                found.append(quote)
    return tuple(_with_roles(found))


def _with_roles(found: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, each with the office that an earlier one told of its speaker."""
    roles: dict[str, str] = {}
    for quote in found:
        if quote.speaker and quote.role:
            roles.setdefault(quote.speaker, quote.role)
        known = None if quote.role or quote.speaker is None else roles.get(quote.speaker)
        yield structs.replace(quote, role=known) if known else quote


def _is_speech(reading: Reading, context: Context, quote: Quote) -> bool:
    """Whether words that nobody is known to say are more than a term: two are behind a verb."""
    if len(quote.text.split()) > _PAIR or context.before.text.rstrip().endswith(":"):
        return True
    return any(token.word in reading.words.verbs for token in context.before.tokens[-ADJACENT:])


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
    actor = _speaking(document, said.actor, language=reading.language) if said.actor and said.sure else None
    if actor and _is_nameless(actor, reading.language):
        actor = titled(document, reading.language, actor)
    if actor:
        actor = mended(document, reading.names, reading.language, actor)
    if actor:
        actor = nominative(full(document, reading.names, reading.language, actor), reading.language)
        actor = named_before(document, reading.names, reading.language, actor)
        actor = with_given_name(actor, reading.language)
    return Quote(
        id="q" + identifier("quote", document.id, passage.start, passage.end),
        speaker=whole(document.text, actor, _shown(actor)) if actor else None,
        role=_role(document, actor, reading.language) if actor else None,
        via=said.via,
        text=document.text[slice(*passage.inner)],
        evidence=document.anchor(passage.start, passage.end),
    )


def _speaking(document: Document, actor: Actor, *, language: Language) -> Actor | None:
    """Who speaks, without the object of a verb behind an office; nobody where that is only who is told so.

    «ورفض المصدر الحديث عن»; «قال لنا إن».
    """
    words, known = actor.text.split(), words_of(language)
    if fold(actor.text) in known.to_whom:
        return None
    if actor.kind != "role" or len(words) != _PAIR or fold(words[-1]) not in known.objects:
        return actor
    end = actor.start + len(words[0])
    text = document.text[actor.start : end]
    return structs.replace(actor, end=end, text=text, label=text, key=fold(text))


def _role(document: Document, actor: Actor, language: Language) -> str | None:
    """The office of a speaker; none that only a pronoun tells whose it is: «نظيره», «أمينتها العامة»."""
    told = whole_role(document.text, actor, language)
    return None if told is None or points(told, language) else without_rank(told, language)


def _is_nameless(actor: Actor | None, language: Language) -> bool:
    """Whether somebody is told only by what he is («the man»): who that is was said before."""
    return actor is not None and fold(actor.text) in _persons(language)


@cache
def _persons(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "statements")["persons"]))


def _shown(actor: Actor) -> str:
    return actor.label if actor.kind == "person" else actor.text
