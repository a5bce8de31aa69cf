"""Every passage the brief stands on, once."""

from msgspec.structs import replace

from brief.annex import annex
from brief.words import words
from tests.check.issues import good


def test_a_passage_stands_with_its_whole_first_word() -> None:
    """A line that was printed without its conjunction and one with it stand on one passage."""
    brief = good()
    section = next(one for one in brief.sections if len(one.items) > 1)
    first, second, *rest = section.items
    whole = first.evidence[0]
    cut = replace(whole, start=whole.start + 1, text=whole.text[1:])
    bare = replace(first, evidence=(cut,), joint=whole.text[0])
    items = (bare, replace(second, evidence=(whole,)), *rest)
    sections = tuple(replace(one, items=items) if one is section else one for one in brief.sections)
    found = annex(replace(brief, sections=sections), words("ar", "ar"))
    assert found.number(cut) == found.number(whole)
    assert cut not in {row.anchor for row in found.passages}
