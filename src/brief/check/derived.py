"""Proof that the record holds what the program reads in the texts, field by field.

The texts of the issue are read once more, and what they offer must be what the record says.
What only the analyst or the format of a file knows (titles, marking, grades, which lines are
the article, which claims the budget left out or had room to tell fuller) cannot be read again and is
taken as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brief import copies, editing, figures, judged, offered, sections
from brief.check.issue import Finding, Issue, is_unchanged
from brief.errors import Remark
from brief.extract import extracted
from brief.fuller import fuller
from brief.judge import answers
from brief.judge.hearing import Hearing
from brief.language import Language, load, read_in
from brief.model import (
    Article,
    Brief,
    Claim,
    Document,
    Facet,
    Item,
    Pool,
    Source,
    SourceEntry,
)
from brief.segment import segment
from brief.short import is_short, shortened
from brief.spread import Hands

GATE = "record"
_EXCERPT = 60
# Notes that tell of edits, of the type, of an approval, of texts without a part in it and of a judge's
# choice, not of the texts.
_NOTED = {"edit", "font", "approved_despite", "older", "judge_fills", "judge_misses"}


def prove_derived(issue: Issue) -> Iterator[Finding]:
    """Every field that comes from the texts is what they give.

    Texts that are missing or were changed are told of by the proof of anchors.
    """
    brief = issue.brief
    kept = [entry for entry in brief.sources if entry.is_kept and entry.earlier is None]
    if not all(is_unchanged(entry, issue.texts[entry.place]) for entry in kept):
        return
    language = read_in(brief.language)
    articles = [_document(entry, issue.texts[entry.place] or "", language) for entry in kept]
    found = copies.sort_out(articles)
    if _listed(found) != [(entry.id, entry.copy_of) for entry in kept]:
        message = "sources: they are not the articles of the texts in sources/; build the issue again."
        yield Finding(GATE, Remark(message))
        return
    # Lines were judged before they made an article, which the record tells as it then was.
    on_lines = tuple(one for one in issue.decisions if one.kind == "body")
    hearing = Hearing(issue.decisions) if brief.judges else None
    with Hands() as hands:
        read = extracted(found.documents, language, hands)
        evidence = [judged.evidence(one, hearing, language) for one in read]
        pool = offered.pool(evidence, found.copies, language, hearing, hands)
    counted = () if hearing is None else hearing.decisions()
    if answers.in_order((*on_lines, *counted)) != issue.decisions:
        message = "judgement.json: it is not what was decided in this issue; build the issue again."
        yield Finding(GATE, Remark(message))
        return
    claims = {claim.id: claim for claim in pool.claims}
    if strange := list(_strange_items(brief, claims)):
        yield from (Finding(GATE, message) for message in strange)
        return
    printed = _printed(brief, pool, claims, found.documents, language)
    pool = replace(pool, claims=printed, judgements=brief.judgements)
    meant = replace(
        _derived(brief, pool, found, language),
        judges=answers.tallies(issue.decisions, hearing.by_rule) if hearing else (),
    )
    if is_short(brief):
        meant = shortened(meant)
    yield from (Finding(GATE, message) for message in _differences(brief, meant, "brief"))


def _listed(found: copies.Sorted) -> list[tuple[str, str | None]]:
    """The ids of articles as the record lists them, the sources first, each copy with its original."""
    copied = ((copy.document.id, copy.original) for copy in found.copies)
    return [*((document.id, None) for document in found.documents), *copied]


def _document(entry: SourceEntry, text: str, language: Language) -> Document:
    """The article that the lines of an entry make of its text, with what the brief says about it."""
    source = Source(
        path=entry.path,
        text=text,
        text_path=entry.text_path,
        mended=entry.mended,
        url=entry.url,
        grade=entry.grade,
        background=entry.background,
    )
    article = Article(
        source=source,
        lines=entry.lines,
        furniture=entry.removed,
        title=entry.title,
        publisher=entry.publisher,
        author=entry.author,
        published=entry.published,
    )
    return segment(article, language)


def _derived(brief: Brief, pool: Pool, found: copies.Sorted, language: Language) -> Brief:
    """The brief with everything that can be read again as the texts give it."""
    aside = [entry for entry in brief.sources if entry.status != "used" and entry.earlier is None]
    numbers = offered.cited(found.copies, pool.discrepancies, len(found.documents))
    told, timeline = sections.printed(pool, brief.issued, brief.language, found.documents)
    return replace(
        brief,
        direction=load(brief.language).direction,
        sources=tuple(_numbered(brief, numbers)),
        sections=told,
        datapoints=pool.datapoints,
        key_figures=figures.key_figures(pool.datapoints, language, found.documents, pool.discrepancies),
        charts=figures.charts(pool.datapoints, brief.queries, language, brief.locale),
        quotes=pool.quotes,
        timeline=timeline,
        positions=pool.positions,
        discrepancies=pool.discrepancies,
        notes=(
            *offered.notes(aside, found.documents),
            *pool.notes,
            *(note for note in brief.notes if note.kind in _NOTED),
        ),
    )


def _numbered(brief: Brief, numbers: dict[str, int]) -> Iterator[SourceEntry]:
    """The sources in use, numbered as citations print them, their copies, and those that are set aside."""
    code = read_in(brief.language).code
    used = {entry.id: entry for entry in brief.sources if entry.status == "used"}
    for number, entry in enumerate(used.values(), 1):
        yield replace(entry, number=number, language=code, reason=None, reason_kind=None, copy_of=None)
    for entry in brief.sources:
        if entry.copy_of in used and entry.id not in used:
            said = replace(entry, language=code)
            yield offered.as_copy(said, used[entry.copy_of], numbers.get(entry.id))
    for entry in brief.sources:
        if not entry.is_kept:
            yield replace(entry, number=None, digest="")
    # What an earlier issue said is none of this one's texts.
    yield from (entry for entry in brief.sources if entry.earlier is not None)


def _told(brief: Brief) -> Iterator[Item]:
    return (
        item
        for section in brief.sections
        if section.id in set(Facet)
        for item in section.items
        if item.kind == "passage"
    )


def _printed(
    brief: Brief, pool: Pool, claims: dict[str, Claim], documents: Sequence[Document], language: Language
) -> tuple[Claim, ...]:
    """The claims as the record prints them: as they are, or with words before them."""
    told = tuple(editing.revised((claims[item.id] for item in _told(brief)), brief.edits, language))
    begins = {item.id: item.evidence[0].start for item in _told(brief)}
    wide = [one for one in told if begins[one.id] < one.evidence[0].start]
    whole = {one.id: one for one in fuller(wide, pool, documents, language)}
    return tuple(whole.get(one.id, one) for one in told)


def _strange_items(brief: Brief, claims: dict[str, Claim]) -> Iterator[Remark]:
    """Items of the facets that are no claim of the texts."""
    for item in _told(brief):
        if item.id not in claims:
            yield Remark(
                "item %(item)s: it is no claim that the texts make; build the issue again.", item=item.id
            )


def _differences(said: object, meant: object, where: str) -> Iterator[Remark]:
    """Every field in which the record differs from what the texts give, by its path."""
    if said == meant:
        return
    if isinstance(said, Struct) and isinstance(meant, Struct):
        for name in said.__struct_fields__:
            inner = f"{where}.{name}".removeprefix("brief.")
            yield from _differences(getattr(said, name), getattr(meant, name), inner)
    elif isinstance(said, tuple) and isinstance(meant, tuple) and len(said) == len(meant):
        for number, (one, other) in enumerate(zip(said, meant, strict=True), 1):
            yield from _differences(one, other, f"{where} {getattr(one, 'id', number)}")
    else:
        yield Remark(
            "%(where)s: it is %(said)s, the texts give %(meant)s; build the issue again.",
            where=where,
            said=_shown(said),
            meant=_shown(meant),
        )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return Remark("a list of %(count)s", count=len(value))
    return f"«{str(value)[:_EXCERPT]}»"
