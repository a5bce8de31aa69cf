"""What is expected to be signed, or said to be, and how another source tells it."""

import pytest

from tests.test_overtaken_later import EARLY, LATE, past

AHEAD = "من المنتظر أن تتبادل بلدية صور وبلدية صيدا اتفاقات للتعاون في الصيد مع إصدار بيان ختامي."
DONE = "وقعت بلدية صور وبلدية صيدا خمسة اتفاقات للتعاون في الصيد والنقل."


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (AHEAD, DONE, True),
        ("من المنتظر أن توقع بلدية صور وبلدية صيدا اتفاق الصيد مساء.", DONE, True),
        (AHEAD, "شهد وزير الصيد تبادل بلدية صور وبلدية صيدا خمس اتفاقيات للتعاون في الصيد.", True),
        (AHEAD, "تم توقيع خمسة اتفاقات للتعاون في الصيد بين بلدية صور وبلدية صيدا.", True),
        # what another source expects, too, tells of an earlier year, of another text or of another matter
        (AHEAD, "من المقرر أن توقع بلدية صور وبلدية صيدا خمسة اتفاقات للتعاون في الصيد.", False),
        (AHEAD, "وقعت بلدية صور وبلدية صيدا اتفاق التعاون في الصيد عام 2016.", False),
        (AHEAD, "كانت بلدية صور قد وقعت مع بلدية صيدا اتفاقا للتعاون في الصيد.", False),
        (AHEAD, "أصدرت بلدية صور وبلدية صيدا مذكرة توقيف بحق تجار في ميناء الصيد للتعاون معهم.", False),
        (AHEAD, "وقعت شركة الأفق عقد بناء مصنع للورق في طرابلس مع بنك المدينة.", False),
        # a day that is still to come when the other source is written
        (
            "من المقرر إصدار بيان صور وصيدا للتعاون في الصيد في 20 مارس 2021.",
            "أصدرت بلدية صور وبلدية صيدا بيان التعاون في الصيد والنقل.",
            False,
        ),
        # what is told as not having come about
        (
            "كان من المقرر إصدار بيان صور وصيدا للتعاون في الصيد مساء ذلك اليوم.",
            "أصدرت بلدية صور وبلدية صيدا بيان التعاون في الصيد والنقل.",
            False,
        ),
    ],
)
def test_a_signing_ahead_is_over_where_another_source_tells_it(early: str, late: str, *, over: bool) -> None:
    """The act takes the place of what was expected of it, be it on the same day."""
    assert past(early, late) is over
    assert past(early, late, (EARLY, EARLY)) is over
    assert not past(early, late, (LATE, EARLY))


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        ("خرج مدير ميناء صور وقال للصحافيين: «وقّعنا»، ثم عاد إلى القاعة.", "بالأحرف الأولى", True),
        ("خرج مدير ميناء صور وقال للصحافيين: «اتفقنا»، ثم عاد إلى القاعة.", "بالأحرف الأولى", True),
        ("خرج مدير ميناء صور وقال للصحافيين: «وقّعنا عقد الرافعات»، ثم عاد.", "بالأحرف الأولى", False),
        ("خرج مدير ميناء صور وقال للصحافيين: «وقّعنا»، ثم عاد إلى القاعة.", "على الورق", False),
    ],
)
def test_we_have_signed_is_over_where_it_was_only_initialled(early: str, late: str, *, over: bool) -> None:
    """Words that name no text tell nothing where another source tells how far it came."""
    later = f"وقع مدير ميناء صور مذكرة الرافعات {late} أمام الصحافيين."
    assert past(early, later) is over
    if over:
        assert past(early, "لم يوقع مدير ميناء صور أي مذكرة أمام الصحافيين في القاعة.")
