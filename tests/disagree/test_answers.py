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


def test_a_denied_accusation_is_no_denial_of_an_act() -> None:
    """«Then it called its envoy back, while the other side denied the accusation» denies no calling back."""
    assert not told(
        "استدعت بلدية الشمال مندوبها في اليوم التالي، ثم علقت أعمال لجنة الصيد المشتركة، "
        "فيما نفت بلدية الجنوب الاتهام وطالبت بأدلة."
    )


def test_unless_it_is_asked_for_denies_no_right_to_ask() -> None:
    """«It ends in May, unless an extension is asked for»."""
    assert not told(
        "وبذلك ينتهي أجل تقرير اللجنة في مايو، ما لم يُطلب تمديد.",
        "ويحق لأي من البلديتين أن تطلب تمديدا واحدا لا يتجاوز ثلاثين يوما.",
    )


def test_an_age_counts_nobody() -> None:
    """«A student in his nineteenth year» is no other number of those set free."""
    assert not told(
        "وارتفع عدد المصابين إلى 23، فيما أفرج عن 30 من الموقوفين. "
        "وقالت أسرة طالب في التاسعة عشرة إنه أصيب في ساقه."
    )


def test_those_dismissed_are_none_of_those_employed() -> None:
    """How many work there, and how many are let go, are two counts."""
    assert not told(
        "وتشغل القاعدة البحرية، وفق نقابة العاملين المدنيين، نحو 1200 موظف محلي.",
        "وأعلنت نقابة العاملين المدنيين أنها اتفقت مع إدارة القاعدة البحرية على حصر التسريح في 340 موظفا.",
    )


def test_what_is_only_talked_of_is_no_figure() -> None:
    """Wages paid before, against «what was said of raising them»."""
    assert not told(
        "إذ تراوحت أجور عمال السوق قبل الإغلاق بين 80 و90 دينارا.",
        "نفت البلدية، في بيان، ما تردد عن رفع أجور عمال السوق إلى 120 دينارا عند التجديد.",
    )


def test_an_answer_is_shown_with_what_it_holds_against_the_denial() -> None:
    """«He did look at them, but not at those in the cellar»: the half that answers is not cut off."""
    (found,) = told(
        "وينفي مدير المتحف التهمة قائلا إنه عرض لوحات المخزن على مرمم. "
        "لكن مصدرا في المتحف قال إن اللوحات عرضت عليه بالفعل، إلا أنه لم ينزل إلى المخزن."
    )
    assert found.items[1].text.endswith("إلى المخزن.")
