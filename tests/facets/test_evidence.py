"""What statements pass on to their neighbours."""

from brief.facets import evidence
from brief.facets.evidence import FADING
from brief.model import Facet
from tests.facets.builders import paragraphs, seen, told

MOTIVE, PLAIN = {Facet.MOTIVES: 1.0}, {Facet.CONTEXT: 1.0}


def test_evidence_belongs_to_the_motive_before_it() -> None:
    """It fades with each statement between and ends with the paragraph."""
    found = evidence.inherited(seen(told("أ", "ب", "ج")), [MOTIVE, PLAIN, PLAIN])
    assert [one.get("evidence.motives", 0.0) for one in found] == [0.0, 1.0, FADING]
    apart = evidence.inherited(seen(paragraphs("أ", "ب")), [MOTIVE, PLAIN])
    assert not apart[1].get("evidence.motives")


def test_neighbours_speak_under_one_heading_only() -> None:
    """The statements before and after are heard; beyond a heading they are not."""
    found = evidence.beside(seen(paragraphs("أ", "ب")), [MOTIVE, PLAIN])
    assert found[0]["flow.after_context"] == 1.0
    assert found[1]["flow.before_motives"] == 1.0
    parted = seen((*told("أ", heading="نتائج"), *told("ب", heading="ردود")))
    assert evidence.beside(parted, [MOTIVE, PLAIN]) == [{}, {}]
