"""What the commands `sources` and `explain` print about a topic or an issue.

Texts of sources are printed without control and direction characters: a terminal obeys
some of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brief import config
from brief.collect import Reading, collect
from brief.errors import TopicError
from brief.judge import NAME
from brief.judge import record as judgement
from brief.judge.hearing import Hearing
from brief.judge.told import Text, on_passages
from brief.language import load, read_in
from brief.model import Copy, Document, Item
from brief.pages import reading as lines_read
from brief.printed import plain
from brief.read import printable_name, unread_folders
from brief.stored import FOLDER as FETCHED
from brief.terminal import counted, said, say

if TYPE_CHECKING:
    from brief.check.issue import Issue

SHOWN = 90


def sources_report(folder: Path) -> str:
    """For each file: what was read, what was removed as furniture and why, what was set aside."""
    topic = config.load(folder)
    reading = _read(folder, topic)
    lines = [line for document in reading.documents for line in _document_lines(document)]
    lines += [line for copy in reading.copies for line in _copy_lines(copy, reading.documents)]
    lines += [
        f"{plain(entry.path)}\n  {say('set aside: it %(reason)s', reason=plain(said(entry.reason or '')))}"
        for entry in reading.set_aside
    ]
    unread = say("not looked into: list its files in brief.toml to use them")
    others = (name for name in unread_folders(folder) if name not in {FETCHED, topic.inbox})
    lines += [f"{plain(printable_name(name))}/\n  {unread}" for name in others]
    return "\n".join(lines)


def sources_page(folder: Path) -> str:
    """The same as an HTML page: every line of every text, kept or removed and why."""
    from brief.render import render_reading  # noqa: PLC0415 - the other reports need no templates

    topic = config.load(folder)
    reading = _read(folder, topic)
    paths = {document.id: document.path for document in reading.documents}
    originals = {copy.document.id: paths[copy.original] for copy in reading.copies}
    documents = (*reading.documents, *(copy.document for copy in reading.copies))
    read = lines_read.sheets(documents, originals, reading.set_aside)
    return render_reading(folder.resolve().name, read, load(topic.language), topic.spoken)


def _read(folder: Path, topic: config.Topic) -> Reading:
    """The articles of a topic, with the lines that others than the rules gave them."""
    known = judgement.load(folder / NAME)
    return collect(folder, topic, read_in(topic.language), hearing=Hearing(known) if known else None)


def _document_lines(document: Document) -> Iterator[str]:
    yield plain(document.path)
    for name in ("title", "publisher", "author", "published"):
        yield f"  {say(name)}: {plain(getattr(document, name) or say('unknown'))}"
    sentences = counted(len(document.sentences), "%(n)s sentence", "%(n)s sentences")
    headings = counted(len(document.headings), "%(n)s heading", "%(n)s headings")
    yield f"  {say('kept: %(sentences)s, %(headings)s', sentences=sentences, headings=headings)}"
    lines = counted(len(document.furniture), "%(n)s line", "%(n)s lines")
    yield f"  {say('removed: %(lines)s', lines=lines)}"
    for piece in document.furniture:
        text = " ".join(document.text[piece.start : piece.end].split())
        yield f"    {plain(piece.reason)}: {plain(text[:SHOWN])}"


def _copy_lines(copy: Copy, documents: Sequence[Document]) -> Iterator[str]:
    yield from _document_lines(copy.document)
    path = next(document.path for document in documents if document.id == copy.original)
    told = "set aside: it is a copy of %(path)s; it counts as one source with it."
    yield f"  {say(told, path=plain(path))}"


def explanation(folder: Path, id_: str) -> str:
    """An item's text, its passages with their places, the reasons of its score, who decided what of it."""
    from brief.check.issue import open_issue  # noqa: PLC0415 - the other reports need no proofs

    issue = open_issue(folder)
    brief = issue.brief
    found = next((item for section in brief.sections for item in section.items if item.id == id_), None)
    if found is None:
        raise TopicError(
            "%(folder)s: has no item '%(item)s'; the ids stand in its brief.json and its annex.",
            folder=folder,
            item=id_,
        )
    return "\n".join(_explained(found, issue))


def _explained(item: Item, issue: Issue) -> Iterator[str]:
    yield plain(item.text)
    yield f"{say('certainty')}: {say(item.certainty.value)}"
    sources = {entry.id: Text(entry.path, issue.texts.get(entry.place)) for entry in issue.brief.sources}
    for anchor in item.evidence:
        name = say("told otherwise") if anchor in item.contrary else say("passage")
        yield plain(f"{name}: {sources[anchor.source].path} {anchor.start}-{anchor.end}: {anchor.text}")
    yield f"{say('score')}: {item.score}"
    for name, value in item.reasons:
        yield f"  {plain(name)}: {value:+}"
    for told in on_passages(issue.decisions, item.evidence, sources):
        yield f"{say('decided')}: {plain(told)}"
