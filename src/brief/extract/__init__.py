"""Document -> evidence: one file for each kind of evidence, all of one signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import compress
from typing import Any

from msgspec import structs

from brief.extract.datapoints import datapoints
from brief.extract.events import events
from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.extract.statements import explaining, statements
from brief.kept import Store
from brief.language import Language
from brief.model import Anchor, Document, Evidence, Sentence, Statement
from brief.spread import Hands, carry


def extract(document: Document, language: Language) -> Evidence:
    """Everything that `document` offers to a brief."""
    said = quotes(document, language)
    return Evidence(
        document=document,
        statements=statements(document, language),
        datapoints=datapoints(document, language),
        quotes=said,
        events=events(document, language),
        positions=positions(document, language, said),
    )


def extracted(
    documents: Sequence[Document], language: Language, hands: Hands, store: Store | None = None
) -> Iterator[Evidence]:
    """What each of the documents offers, in their order; of those that the `store` knows, what it has."""
    if store is not None and store.keeps:
        return _recalled(documents, language, hands, store)
    found = hands.spread(partial(extract, language=language), documents)
    return map(_of, documents, found)


def _recalled(
    documents: Sequence[Document], language: Language, hands: Hands, store: Store
) -> Iterator[Evidence]:
    """What the documents offer as they were news: as background they offer the same, but as context."""
    news = [structs.replace(document, background=False) for document in documents]
    keys = [store.key("evidence", (document, language)) for document in news]
    absent = [not store.has(key) for key in keys]
    made = hands.spread(partial(extract, language=language), list(compress(news, absent)))
    for document, new, key, new_to_us in zip(documents, news, keys, absent, strict=True):
        found = None if new_to_us else store.find(key, Evidence)
        if found is None:
            found = next(made) if new_to_us else extract(new, language)
            store.put(key, structs.replace(found, document=_bare(new)))
        offered = _of(document, found)
        yield _explaining(offered) if document.background else offered


def _bare(document: Document) -> Document:
    """A document that takes no room."""
    return structs.replace(document, text="", lines=(), headings=(), sentences=(), furniture=())


def _explaining(found: Evidence) -> Evidence:
    """What an article offers that is no news any more."""
    return structs.replace(found, statements=explaining(found.statements))


def _of(document: Document, found: Evidence) -> Evidence:
    """The evidence as that of `document` itself: another process found it in a copy of it."""
    if found.document is document:
        return found
    sentences = {sentence.anchor: sentence for sentence in document.sentences}
    statements = (_told(one, sentences[one.sentence.anchor]) for one in found.statements)
    return structs.replace(found, document=document, statements=tuple(statements))


def _told(statement: Statement, sentence: Sentence) -> Statement:
    """The statement of `sentence` itself, with its passage where it is the whole of it: each stands once."""
    anchor = sentence.anchor if statement.anchor == sentence.anchor else statement.anchor
    text = anchor.text if statement.text == anchor.text else statement.text
    return structs.replace(statement, sentence=sentence, anchor=anchor, text=text)


# How documents travel between processes -------------------------------------------------

# What of a sentence is no part of the text.
_BESIDE = tuple(name for name in Sentence.__struct_fields__ if name != "anchor")
# Where a sentence begins and ends, and that.
_Row = tuple[Any, ...]


def _sent(document: Document) -> tuple[Callable[..., Document], tuple[dict[str, Any], bytes, list[_Row]]]:
    """A document as it is pickled: its text once, in bytes, and of its sentences the places.

    A string that is pickled keeps its UTF-8 beside it as long as it lives: in a large topic that
    would be a second copy of all its texts.
    """
    fields = {name: getattr(document, name) for name in document.__struct_fields__}
    del fields["text"], fields["sentences"]
    rows = [
        (one.anchor.start, one.anchor.end, *(getattr(one, name) for name in _BESIDE))
        for one in document.sentences
    ]
    return _received, (fields, document.text.encode("utf-8", "surrogatepass"), rows)


def _received(fields: dict[str, Any], encoded: bytes, rows: Sequence[_Row]) -> Document:
    text = encoded.decode("utf-8", "surrogatepass")
    sentences = (
        Sentence(
            anchor=Anchor(fields["id"], start, end, text[start:end]),
            **dict(zip(_BESIDE, beside, strict=True)),
        )
        for start, end, *beside in rows
    )
    return Document(text=text, sentences=tuple(sentences), **fields)


carry(Document, _sent)
