"""The figure beside the bottom line."""

from pathlib import Path

from msgspec.structs import replace

from brief.outputs import record
from brief.pages.figures import foremost, key_figures
from brief.words import words

BRIEF = record.load(Path(__file__).parents[1] / "pictures" / "brief.json")


def test_the_foremost_figure_is_one_that_the_summary_tells() -> None:
    """Of the key figures that one leads whose passage a line of the summary stands on."""
    said = words(BRIEF.language, BRIEF.locale)
    figures = key_figures(BRIEF, said)
    summary = BRIEF.sections[0]
    for point in figures:
        item = replace(summary.items[0], evidence=point.evidence[:1], actors=())
        told = replace(BRIEF, sections=(replace(summary, items=(item,)),))
        found = foremost(told, figures)
        assert found is not None
        assert any(found.evidence[0].common(passage) for passage in item.evidence)


def test_without_key_figures_nothing_stands_beside_it() -> None:
    """A brief without figures has no headline."""
    assert foremost(BRIEF, ()) is None
