"""Parts of passages, for rows that have no room for all of them."""

from brief.pages.excerpts import excerpt


def test_a_quotation_that_is_cut_is_closed() -> None:
    """The mark of the cut stands within it, in the kind of marks it was opened with."""
    assert excerpt("قال إنها «مناسبة لسكان الحيين»", 0, 4) == "قال إنها «مناسبة لسكان…»"
    assert excerpt('قال إنها "مناسبة لسكان الحيين"', 0, 4) == 'قال إنها "مناسبة لسكان…"'
    assert excerpt("قال «نعم» ثم غادر القاعة", 0, 3) == "قال «نعم» ثم…"
    assert excerpt("قال «نعم» ثم غادر", 2, 4) == "… ثم غادر"
