"""«Last year» beside figures of one unit, where it means another year in another text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brief.disagree.vocabulary import MOST_ITEMS, told_apart, vocabulary
from brief.language import Language, fold, view
from brief.model import Anchor, Discrepancy, Evidence


def relative_years(evidence: Sequence[Evidence], language: Language) -> Iterator[Discrepancy]:
    """Each relative year that texts of different years use of one kind of figure."""
    words = vocabulary(language.code)
    groups: dict[tuple[str, str], dict[str, tuple[str, Anchor]]] = defaultdict(dict)
    for each in evidence:
        for datapoint in each.datapoints:
            match = words.relative.search(fold(datapoint.anchor.text))
            if match and datapoint.period:
                group = groups[(match.group(), datapoint.unit)]
                group.setdefault(each.document.id, (datapoint.period[:4], datapoint.anchor))
    for group in groups.values():
        if len({year for year, _ in group.values()}) > 1:
            anchors = [anchor for _, anchor in list(group.values())[:MOST_ITEMS]]
            said = words.relative.search(view(anchors[0].text).text)
            if said:
                start, end = view(anchors[0].text).span(said.start(), said.end())
                what, sides = anchors[0].text[start:end], [(anchor,) for anchor in anchors]
                yield told_apart(language, "differ: year meant by %(what)s", what, "precision", sides)
