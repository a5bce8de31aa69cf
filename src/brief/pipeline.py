"""The stages in their order: the only module that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import structs

from brief import editing, figures, judged, lopsided, offered
from brief.background import News
from brief.collect import Reading, collect, with_background
from brief.config import Topic
from brief.dating import issue_date
from brief.extract import extracted
from brief.fuller import told_fuller
from brief.identity import digest
from brief.judge.hearing import Hearing
from brief.kept import Store
from brief.language import Language, load, read_in
from brief.messages import catalogue
from brief.model import (
    Brief,
    Claim,
    Discrepancy,
    Document,
    Note,
    Period,
    Pool,
    SourceEntry,
)
from brief.overtaken.passages import day
from brief.sections import printed
from brief.select import choose
from brief.spread import Hands
from brief.voices import voices

Progress = Callable[[str], None]


def condense(  # noqa: PLR0913, PLR0917 - what a run has at hand beside the topic is optional
    folder: Path,
    topic: Topic,
    progress: Progress = lambda _stage: None,
    hearing: Hearing | None = None,
    store: Store | None = None,
    news: News | None = None,
) -> tuple[Brief, dict[str, str]]:
    """The brief of the topic in `folder`, and the texts its anchors point into, by their place in an issue.

    `progress` is told the name of each stage as it begins. `hearing` holds what was answered where
    judgement is needed, and hears what is open; where it is None the rules judge alone. What was made
    before of the same is taken from the `store`. `news` names the days that the brief is about, all of
    them where it is None. Raises `TopicError` where no file holds an article.
    """
    language = read_in(topic.language)
    with Hands() as hands:
        progress("read")
        reading = collect(folder, topic, language, store, news, hearing, hands)
        issued = topic.issued or issue_date(reading.documents, language)
        reading = with_background(reading, issued)
        pool = _pooled(reading, language, progress, hearing, store or Store(), hands)
    pool = edit(pool, topic, language, reading.documents)
    progress("compose")
    brief = assemble(folder, topic, reading, pool, issued)
    copied = (copy.document for copy in reading.copies)
    return brief, {document.place: document.text for document in (*reading.documents, *copied)}


def _pooled(  # noqa: PLR0913, PLR0917 - see condense
    reading: Reading,
    language: Language,
    progress: Progress,
    hearing: Hearing | None,
    store: Store,
    hands: Hands,
) -> Pool:
    """All that the documents offer, merged; what somebody else than the rules judges is not kept."""
    key = None if hearing else store.key("pool", (reading.documents, reading.copies, language))
    pool = store.find(key, Pool)
    if pool is None:
        progress("extract")
        read = extracted(reading.documents, language, hands, store)
        evidence = [judged.evidence(one, hearing, language) for one in read]
        progress("merge")
        pool = offered.pool(evidence, reading.copies, language, hearing, hands)
        store.put(key, pool)
    return pool


def edit(pool: Pool, topic: Topic, language: Language, documents: Sequence[Document]) -> Pool:
    """The pool with the claims that are printed: the best within the budget, as the analyst edits them."""
    sound = [claim for claim in pool.claims if not _is_misprinted(claim, pool.discrepancies)]
    wanted = editing.edited(sound, topic.edits(), language)

    def best(claims: Sequence[Claim]) -> tuple[Claim, ...]:
        budget = topic.budget
        return choose(claims, budget.items, budget.words, language, wanted.pinned, voices(pool))

    chosen = best(wanted.claims)
    room = topic.budget.words - sum(len(claim.statement.text.split()) for claim in chosen)
    fixed = editing.touched(sound, topic.edits())
    lines = told_fuller(chosen, fixed, room, pool, documents, language)
    notes = (*pool.notes, *editing.notes(wanted.vain), *_lopsided(wanted, chosen, best, documents))
    return structs.replace(pool, claims=lines, judgements=topic.judgements(), notes=notes)


def _lopsided(
    wanted: editing.Edited,
    chosen: Sequence[Claim],
    best: Callable[[Sequence[Claim]], Sequence[Claim]],
    documents: Sequence[Document],
) -> Iterator[Note]:
    """What looks wrong in a choice that others than the rules weighed, beside the choice of the rules."""
    if any(claim.by_rule is not None for claim in wanted.claims):
        ruled = [
            claim if claim.by_rule is None else structs.replace(claim, score=claim.by_rule)
            for claim in wanted.claims
        ]
        yield from lopsided.notes(chosen, best(ruled), documents)


def _is_misprinted(claim: Claim, discrepancies: Sequence[Discrepancy]) -> bool:
    """Whether a claim holds a likely misprint: it stands in the box of doubts and nowhere else."""
    passage = claim.evidence[0]
    misprints = (
        anchor
        for doubt in discrepancies
        if doubt.kind == "typo"
        for account in doubt.items
        for anchor in account.evidence
    )
    return any(one.common(passage) for one in misprints)


def assemble(folder: Path, topic: Topic, reading: Reading, pool: Pool, issued: str) -> Brief:
    """Everything the reader will see, from the pool and what the analyst says of the topic."""
    language, locale = read_in(topic.language), topic.spoken
    entries = [_entry(document, number, language) for number, document in enumerate(reading.documents, 1)]
    aside = (*_copies(reading, entries, pool, language), *reading.set_aside)
    queries = tuple(request.query() for request in topic.chart)
    sections, timeline = printed(pool, issued, topic.language, reading.documents)
    return Brief(
        topic=folder.resolve().name,
        title=topic.title or _title(reading.documents, pool.turn, language),
        subtitle=topic.subtitle,
        issued=issued,
        language=topic.language,
        locale=locale,
        direction=load(topic.language).direction,
        audience=topic.audience,
        marking=topic.marking,
        theme=topic.theme,
        period=Period(topic.period.start, topic.period.end),
        sources=(*entries, *aside),
        sections=sections,
        datapoints=pool.datapoints,
        key_figures=figures.key_figures(pool.datapoints, language, reading.documents, pool.discrepancies),
        charts=figures.charts(pool.datapoints, queries, language, locale),
        queries=queries,
        edits=topic.edits(),
        judgements=pool.judgements,
        quotes=pool.quotes,
        timeline=timeline,
        positions=pool.positions,
        discrepancies=pool.discrepancies,
        notes=(*offered.notes(aside, reading.documents), *pool.notes, *reading.notes),
    )


def _copies(
    reading: Reading, entries: Sequence[SourceEntry], pool: Pool, language: Language
) -> Iterator[SourceEntry]:
    """The copies as the brief lists them, those it cites with numbers after the last source's."""
    numbers = offered.cited(reading.copies, pool.discrepancies, len(entries))
    known = {entry.id: entry for entry in entries}
    for copy in reading.copies:
        number = numbers.get(copy.document.id)
        yield offered.as_copy(_entry(copy.document, number, language), known[copy.original], number)


def _title(documents: Sequence[Document], turn: str, language: Language) -> str:
    """The title of the first document, where the matter turned of the first of those of after the turn.

    Best one of a report: a question, or the headline of an opinion, tells less of what happened. What
    stands behind the news gives no title where any news has one.
    """
    told = [document for document in documents if document.title]
    news = [one for one in told if not one.background] or told
    since = [one for one in news if turn and day(one) >= turn]
    report = (one for one in since or news if not _asks(one) and not one.opinion)
    titles = (one.title for one in (*report, *since, *news))
    return next(filter(None, titles), catalogue(language.code).gettext("Policy brief"))


def _asks(document: Document) -> bool:
    return any(mark in (document.title or "") for mark in "?\u061f")


def _entry(document: Document, number: int | None, language: Language) -> SourceEntry:
    return SourceEntry(
        id=document.id,
        path=document.path,
        text_path=document.text_path,
        url=document.url,
        number=number,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        published=document.published,
        language=language.code,
        digest=digest(document.text),
        grade=document.grade,
        background=document.background,
        status="used",
        reason=None,
        lines=document.lines,
        removed=document.furniture,
        mended=document.mended,
    )
