"""A figure that is denied, asked after or only supposed is no fact."""

import pytest

from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Certainty
from tests.builders import document

ARABIC = load("ar")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("بلغ التضخم في مصر 40% في 2023.", Certainty.STATED),
        ("لم يبلغ التضخم في مصر 40% في 2023.", Certainty.DENIED),
        ("ليس التضخم في مصر 40%.", Certainty.DENIED),
        ("لم يتجاوز التضخم في مصر 40% في 2023.", Certainty.STATED),
        ("هل بلغ التضخم في مصر 40% في 2023؟", Certainty.HEDGED),
        ("لو بلغ التضخم في مصر 40% لاحتج الناس.", Certainty.HEDGED),
    ],
)
def test_how_firmly_a_figure_is_told(text: str, certainty: Certainty) -> None:
    """A bound under a negation is a bound; the figure itself under one is denied."""
    (point,) = datapoints(document(text, published="2024-05-10"), ARABIC)
    assert point.certainty is certainty
