"""What a text puts off, beside the text that foresaw it."""

from tests.disagree.test_cases import told

FORESEEN = "2024-05-20 من المقرر أن يُوقع عقد الملعب الجديد في 12 يونيو."


def test_a_day_that_was_put_off_stands_beside_the_new_one() -> None:
    """«… is to be signed on the 12th» and, weeks later, «the signing was put off to the 24th»."""
    (found,) = told(FORESEEN, "2024-06-14 أكد النادي إرجاء توقيع عقد الملعب الجديد إلى 24 يونيو.")
    assert found.topic.startswith("تعديل الموعد")
    assert ["12" in item.text for item in found.items] == [True, False]


def test_another_day_that_is_not_put_off_is_of_another_thing() -> None:
    """Two signings, each on its day: nothing is put off."""
    assert not told(FORESEEN, "2024-06-14 من المقرر أن يُوقع عقد حارس الملعب في 24 يونيو.")


def test_what_is_put_off_by_half_a_year_is_another_thing() -> None:
    """So far apart two days are hardly of one signing."""
    assert not told(FORESEEN, "2024-06-14 أكد النادي إرجاء توقيع عقد الملعب الجديد إلى 24 ديسمبر.")
