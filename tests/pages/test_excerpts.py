"""Parts of passages, for rows that have no room for all of them."""

from brief.gist import small_words
from brief.pages.excerpts import excerpt


def test_a_quotation_that_is_cut_is_closed() -> None:
    """The mark of the cut stands within it, in the kind of marks it was opened with."""
    assert excerpt("قال إنها «مناسبة لسكان الحيين»", 0, 4) == "قال إنها «مناسبة لسكان…»"
    assert excerpt('قال إنها "مناسبة لسكان الحيين"', 0, 4) == 'قال إنها "مناسبة لسكان…"'
    assert excerpt("قال «نعم» ثم غادر القاعة", 0, 3) == "قال «نعم» ثم…"
    assert excerpt("قال «نعم» ثم غادر", 2, 4) == "… ثم غادر"


def test_an_excerpt_ends_with_a_word_that_says_something() -> None:
    """«According to …» and «in …» would promise what is left out."""
    assert (
        excerpt("زار الوزير الميناء في ربيع العام الماضي", 0, 4, small_words("ar")) == "زار الوزير الميناء…"
    )
    assert excerpt("أعلن ذلك، وفقا لبيان الميناء", 0, 3, small_words("ar")) == "أعلن ذلك…"


def test_an_excerpt_up_to_the_end_closes_its_quotation_too() -> None:
    """The passage itself may end before the quotation does."""
    assert excerpt("وقال في حديثه: «نريد السلام", 1, 9, small_words("ar")) == "… في حديثه: «نريد السلام»"
