"""The ideas that what stands above tells: headings, run-in headings, and sentences that announce lists."""

from __future__ import annotations

from collections.abc import Sequence

from brief.facets.headings import announced_facets, asks, bridged_facets, heading_facets, is_vague
from brief.facets.seen import Seen, Signs
from brief.judge.questions import Told
from brief.language import Language
from brief.model import Facet

# What a heading promises whose words name a subject as often as a facet.
VAGUE_SHARE = 0.5


def headings(document: Sequence[Seen]) -> list[Signs]:
    """The facets that the section heading above each statement promises, sharing one."""
    return [_promised("headings", one.told.heading, one.language) for one in document]


def leads(document: Sequence[Seen]) -> list[Signs]:
    """The same for the run-in heading of its list item.

    Where that promises nothing, the item is one of what the section's heading promises: «دوافع»
    over a list of items makes each of them a motive.
    """
    return [_item(one) for one in document]


def _item(one: Seen) -> Signs:
    own = _promised("leads", one.told.lead, one.language)
    if own or one.told.lead is None:
        return own
    return _promised("leads.listed", one.told.heading, one.language)


def announced(document: Sequence[Seen]) -> list[Signs]:
    """The facets of the announced list that each statement stands in, up to the next section heading.

    A list of items with run-in headings ends with them; what a question or a short bridge
    announces ends with its paragraph. The sentence that announces is told apart.
    """
    reach = _Reach()
    return [reach.over(one) for one in document]


class _Reach:
    """How far the announcement read last reaches."""

    def __init__(self) -> None:
        self._facets: tuple[Facet, ...] = ()
        self._since: Told | None = None
        self._listed = False
        self._list = False
        # A question or bridge that closes its paragraph leads over to the next one.
        self._fresh = self._alone = False

    def over(self, one: Seen) -> Signs:
        """The signs of the next statement."""
        if self._since is not None and self._ends_before(one.told):
            self._announce((), None, is_list=False)
        self._listed = self._listed or one.told.lead is not None
        own = announced_facets(one)
        if own is not None:
            self._announce(own, one.told, is_list=not asks(one.told.text))
            return {"announced.itself": 1.0}
        bridged = bridged_facets(one)
        if bridged:
            self._announce(bridged, one.told, is_list=False)
            return {"announced.bridge": 1.0, **_shared("announced", bridged)}
        promised = heading_facets(one.told.heading or "", one.language)
        # A list of what its heading promises already is told by that.
        return {} if set(promised) & set(self._facets) else _shared("announced", self._facets)

    def _announce(self, facets: tuple[Facet, ...], by: Told | None, *, is_list: bool) -> None:
        self._facets, self._since, self._list, self._listed = facets, by, is_list, False
        self._fresh, self._alone = True, False

    def _ends_before(self, told: Told) -> bool:
        if self._since is None or told.heading != self._since.heading:
            return True
        if self._list:
            return self._listed and told.lead is None
        self._alone = self._alone or (self._fresh and told.paragraph != self._since.paragraph)
        self._fresh = False
        return told.paragraph > self._since.paragraph + self._alone


def _promised(idea: str, heading: str | None, language: Language) -> Signs:
    if heading is None:
        return {}
    facets = heading_facets(heading, language)
    whole = VAGUE_SHARE if is_vague(heading, language) else 1.0
    return {f"{idea}.{facet}": whole / len(facets) for facet in facets}


def _shared(idea: str, facets: tuple[Facet, ...]) -> Signs:
    return {f"{idea}.{facet}": 1 / len(facets) for facet in facets}
