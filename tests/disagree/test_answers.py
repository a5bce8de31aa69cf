"""What a denial of «that» denies, and what sets a figure anew: whole sides, told by what is meant."""

from tests.disagree.test_cases import told


def test_a_denial_denies_the_charge_and_not_when_it_was_raised() -> None:
    """«…, though the term was over. The company denied that» denies the charge, and says what it holds."""
    (found,) = told(
        "اتهم مدير المرفأ شركة الجر بتعطيل الرافعات، رغم انتهاء مهلة الصيانة في مايو. "
        "ونفت الشركة ذلك نفيا قاطعا، وقالت إن الرافعات أصلحت في موعدها."
    )
    charge, denial = (item.text for item in found.items)
    assert charge.startswith("اتهم مدير المرفأ")
    assert denial.endswith("أصلحت في موعدها.")


def test_a_revision_is_called_one_and_shows_both_figures() -> None:
    """The earlier text's figure stands beside the sentence that sets it anew."""
    (found,) = told(
        "2023-05-01 قدرت منظمة الإغاثة عدد المتضررين من الجراد بنحو 9200 مزارع.",
        "2023-05-20 خفضت منظمة الإغاثة تقديرها لعدد المتضررين من الجراد من 9200 إلى 8700 مزارع.",
    )
    assert found.topic.startswith("المراجعة")
    assert ["9200" in item.text for item in found.items] == [True, True]
    assert "8700" in found.items[1].text


def test_a_place_that_a_sentence_opens_with_is_no_topic() -> None:
    """«In Geneva, the spokeswoman denied …» is about what she denied."""
    (found,) = told(
        "وفي جنيف، نفت المتحدثة باسم الهيئة وجود أي خلاف على السوق. "
        "لكن مصدرين قالا إن الخلاف على السوق أوقف البيع."
    )
    assert "نفت المتحدثة" in found.topic
