"""The entries of a feed that must be fetched: those of which the feed holds only a teaser."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from brief.addresses import Address, joined, spelled
from brief.errors import SourceError
from brief.readers import pages
from brief.stored import FEED, Stored

TEASER = "teaser"


def teasers(content: bytes, record: Stored, allow_hosts: Collection[str]) -> Iterator[Address]:
    """The pages that teasers of a feed point to, newest first, without what may not be asked."""
    try:
        feed = spelled(record.final_url or record.url)
        entries = pages(FEED, content, record.charset)
    except SourceError:
        return
    found = [entry for entry in entries if entry.refused and entry.refused.kind == TEASER and entry.url]
    for entry in sorted(found, key=lambda entry: entry.published or "", reverse=True):
        with suppress(SourceError):
            yield joined(feed, (entry.url or "").strip(), allow_hosts)
