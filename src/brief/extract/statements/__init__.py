"""Statements: sentences, or clauses of long sentences, and whether they make sense alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from brief import cues
from brief.extract.statements.alone import MAX_WORDS, MIN_WORDS, Span, self_contained
from brief.extract.statements.clauses import clauses
from brief.extract.statements.fuller import span_with_before
from brief.extract.statements.given import Read, once
from brief.extract.statements.openings import behind_papers_word
from brief.extract.statements.retold import retold
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.terms import terms
from brief.extract.statements.turned import turned
from brief.extract.statements.wording import printed
from brief.facets import (
    Shares,
    certainty,
    heading_facets,
    is_plain,
    is_view,
    ruled,
    standing,
    told_facets,
)
from brief.judge.questions import seen
from brief.language import Language, fold
from brief.model import Certainty, Document, Facet, Sentence, Standing, Statement

__all__ = ["MAX_WORDS", "MIN_WORDS", "explaining", "statements", "with_before"]

# What an article of before the event does is explain.
EXPLAINS: Shares = ((Facet.CONTEXT, 1.0),)

LABEL_WORDS = 7
# A statement is told under its surest facet, and may hold one more.
FACETS = 2
ACTORS = 3
# What the beginning of several clauses may rule for all of them: that somebody acts or speaks.
_ACTS = frozenset({Facet.OUTCOMES, Facet.REACTIONS})
# How much surer the whole of several clauses must tell another facet than its last clause does.
SURER = 0.3
# What several clauses lead up to: those before its last one are told for its sake.
_ENDS = frozenset({Facet.OUTCOMES, Facet.IMPLICATIONS})
# From this share on even words of an opinion piece that are no plain fact are filed by their weights.
SURE_RESULT = 0.5


def statements(document: Document, language: Language) -> tuple[Statement, ...]:
    """All statements of a document in reading order.

    A clause that speaks of somebody or something named before begins with the sentence before it;
    as it stands it is kept for what it bears out, as one that leans.
    """
    around = Surroundings(document, language)
    alone = [
        Read(sentence, (start, end), self_contained(around, sentence, start, end, until))
        for sentence in document.sentences
        for start, end, until in clauses(around, sentence)
    ]
    read = turned(around, alone)
    told = _as_told_before(around, read, _facets(around, read))
    spans = once(around, read, told)
    reported, fixed = retold(around), terms(around)
    found = tuple(
        _statement(
            around,
            span,
            facets,
            leans=leans,
            reported=span[0].position in reported,
            deal=fixed.get(one.sentence.position) or fixed.get(span[0].position),
        )
        for one, given, facets in zip(read, spans, told, strict=True)
        for span, leans in given
    )
    return explaining(found) if document.background else found


def with_before(
    document: Document, told: Iterable[Statement], language: Language
) -> Iterator[tuple[Statement, Statement]]:
    """Those of some statements of a document that can be told with what their paragraph says before them.

    Each with how it is told then: under its facets and with its marks. What is denied is not told with
    what is not.
    """
    around = Surroundings(document, language)
    for one in told:
        span = span_with_before(around, one)
        if span is None:
            continue
        sentence, start, end = span
        denied = _certainty(around, span, reported=False) is Certainty.DENIED
        if denied is (one.certainty is Certainty.DENIED):
            yield (
                one,
                structs.replace(
                    one,
                    anchor=document.anchor(start, end),
                    text=printed(around, start, end),
                    sentence=sentence,
                    actors=tuple(_actors(around, start, end))[:ACTORS],
                    view=_is_view(around, span),
                ),
            )


def explaining(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements of an article that is no news any more: whatever they told, they explain."""
    return tuple(structs.replace(one, facets=EXPLAINS, standing=None) for one in found)


def _facets(around: Surroundings, read: Sequence[Read]) -> tuple[Shares, ...]:
    """The facets of all clauses in reading order: also of those that are not printed, for what follows them.

    An article of long before the event explains; what it expected or reported is no news of it.
    """
    document = around.document
    if document.background:
        return (EXPLAINS,) * len(read)
    read_alone = (
        seen(number, _told_words(around, one), one.sentence, document) for number, one in enumerate(read)
    )
    told = told_facets(tuple(read_alone), around.language)
    return tuple(
        ruled(
            _told_words(around, one),
            shares,
            _promised(around, one.sentence),
            around.language,
            aside=_is_aside(around, one),
        )
        for one, shares in zip(read, told, strict=True)
    )


def _told_words(around: Surroundings, read: Read) -> str:
    """The words of a clause without those that only say which paper tells it: a report is no reaction."""
    text, (start, end) = around.document.text, read.clause
    return text[behind_papers_word(text, start, end, around.language) : end]


def _as_told_before(
    around: Surroundings, read: Sequence[Read], told: tuple[Shares, ...]
) -> tuple[Shares, ...]:
    """The facets, of a clause that is told with the words before it those of the whole.

    Where it only adds after or amid what it came («ويأتي ذلك بعد …»), a value that was replaced, or what
    somebody says of «the agreement», the whole tells what they tell. The rules read it from its beginning.
    """
    adding = (
        cues.expression(around.language, "statements", "circumstance"),
        cues.expression(around.language, "answers", "claimed_before"),
        cues.expression(around.language, "statements", "remark_on"),
    )

    def only_adds(one: Read) -> bool:
        key = fold(around.document.text[slice(*one.clause)])
        return one.widens() and any(opening.match(key) for opening in adding)

    def filed(at: int, one: Read) -> Shares:
        if not at or not one.widens():
            return told[at]
        together = told[at - 1] if only_adds(one) else _together(_parts(read, told, at))
        if not together or together[0][0] is Facet.OUTCOMES:
            return together
        whole = around.document.text[one.begins : one.clause[1]]
        by_rule = ruled(whole, together, _promised(around, one.sentence), around.language)
        return by_rule if by_rule[0][0] in _ACTS else together

    return tuple(filed(at, one) for at, one in enumerate(read))


def _parts(read: Sequence[Read], told: Sequence[Shares], at: int) -> Sequence[Shares]:
    """The facets of the clauses that a widened statement is made of, its own as the last."""
    begins = read[at].begins
    first = at
    while first and read[first - 1].clause[0] >= begins:
        first -= 1
    return told[first : at + 1]


def _together(parts: Sequence[Shares]) -> Shares:
    """The facets of words told together: the result or outlook they end with, else what all tell most surely.

    Words that end in what tells nothing tell what they begin with.
    """
    own = next((shares for shares in reversed(parts) if shares), ())
    if not own or own[0][0] in _ENDS:
        return own
    told: Counter[Facet] = Counter()
    for shares in parts:
        told.update({facet: share / len(parts) for facet, share in shares})
    ranked = told.most_common()
    if ranked[0][1] < told[own[0][0]] + SURER:
        return own
    return tuple((facet, round(share, 3)) for facet, share in ranked)


def _is_aside(around: Surroundings, read: Read) -> bool:
    """Whether words that were passed over bring a statement in as something else that is worth knowing."""
    sentence, start, _ = read.found or (read.sentence, *read.clause)
    passed = around.document.text[sentence.anchor.start : start]
    return cues.opening(around.language, "statements", "worth_knowing").fullmatch(fold(passed)) is not None


def _promised(around: Surroundings, sentence: Sentence) -> tuple[Facet, ...]:
    """The facets that what stands above a sentence promises."""
    above = (one.text for one in (sentence.heading, sentence.lead) if one)
    return tuple(facet for text in above for facet in heading_facets(text, around.language))


def _statement(  # noqa: PLR0913 - what a clause is told with
    around: Surroundings, span: Span, facets: Shares, *, leans: bool, reported: bool, deal: Standing | None
) -> Statement:
    sentence, start, end = span
    document, language = around.document, around.language
    anchor = document.anchor(start, end)
    lead = sentence.lead.text if sentence.lead else ""
    facets = _filed(facets, deal, plain=not around.opinion or is_plain(anchor.text, language))
    firm = _certainty(around, span, reported=reported)
    if firm is not Certainty.DENIED and _is_news(around, span):
        facets = _as_news(facets)
    outcome = bool(facets) and facets[0][0] is Facet.OUTCOMES
    return Statement(
        anchor=anchor,
        text=printed(around, start, end),
        sentence=sentence,
        facets=facets[:FACETS],
        certainty=firm,
        standing=_standing(anchor.text, deal, language) if outcome else None,
        label=sentence.lead if 0 < len(lead.split()) <= LABEL_WORDS else None,
        actors=tuple(_actors(around, start, end))[:ACTORS],
        leans=leans,
        view=_is_view(around, span),
    )


def _is_view(around: Surroundings, span: Span) -> bool:
    """Whether a statement is its author's own conclusion, or one of its sentences in a piece of opinion is.

    He tells what others say and concludes in the next sentence: the whole bears his mark.
    """
    sentence, start, end = span
    text, language = around.document.text, around.language
    before = text[sentence.anchor.start : start]
    if is_view(text[start:end], language, before=before, opinion=around.opinion):
        return True
    return around.opinion and any(
        is_view(part, language, opinion=True) and not is_plain(part, language)
        for part in _sentences(around, span)
    )


def _sentences(around: Surroundings, span: Span) -> Iterator[str]:
    """The sentences of a statement, each as far as it goes."""
    first, start, end = span
    for sentence in around.document.sentences[first.position :]:
        if sentence.anchor.start >= end:
            return
        yield around.document.text[max(start, sentence.anchor.start) : min(end, sentence.anchor.end)]


def _is_news(around: Surroundings, span: Span) -> bool:
    """Whether a report opens with what somebody named did, or what happened to them, on a day near by."""
    sentence, start, end = span
    if sentence.position or around.opinion or not around.named_between(start, end):
        return False
    key = fold(around.document.text[start:end])
    return cues.expression(around.language, "rulings", "summary", "seen_from").search(key) is not None


def _as_news(facets: Shares) -> Shares:
    """The facets, a result first where they were background first: what a report opens with is no background.

    Of 23 first sentences of training reports with such a day 17 tell a result, 4 a scene, 2 background.
    """
    if not facets or facets[0][0] is not Facet.CONTEXT:
        return facets
    return ((Facet.OUTCOMES, facets[0][1]), *(pair for pair in facets if pair[0] is not Facet.OUTCOMES))


def _filed(facets: Shares, deal: Standing | None, *, plain: bool) -> Shares:
    """The facets: in an opinion piece a plain fact or what surely is one is a result; so is a deal's term."""
    if not facets or (deal is None and plain):
        return facets
    first, share = facets[0]
    if not plain and first is Facet.OUTCOMES and share >= SURE_RESULT:
        return facets
    others = tuple(pair for pair in facets if pair[0] is not Facet.OUTCOMES)
    if not plain:
        return others or ((Facet.CONTEXT, share),)
    return ((Facet.OUTCOMES, share), *others)


def _standing(text: str, deal: Standing | None, language: Language) -> Standing | None:
    """How far an outcome has come: a term as far as its deal, unless it is denied."""
    own = standing(text, language)
    return own if deal is None or own is Standing.DENIED else deal


def _certainty(around: Surroundings, span: Span, *, reported: bool) -> Certainty:
    """How firmly a statement is put; one that is `reported` with another paper's words is that paper's."""
    sentence, start, end = span
    text = around.document.text
    before = text[sentence.anchor.start : start]
    own = certainty(text[start:end], around.language, before=before, opinion=around.opinion)
    return Certainty.ATTRIBUTED if reported and own is Certainty.STATED else own


def _actors(around: Surroundings, start: int, end: int) -> Iterator[str]:
    """Everybody named between two places, once; words that hold a verb or a conjunction name nobody."""
    no_name = cues.of(around.language, "statements", "in_no_name")
    for label in dict.fromkeys(name.label for name in around.named_between(start, end)):
        if not no_name.search(fold(label)):
            yield label
