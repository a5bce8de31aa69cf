"""What a text itself calls at odds or baseless, beside what it contradicts."""

from tests.disagree.test_cases import told


def test_what_is_at_odds_stands_beside_what_was_said() -> None:
    """«That is at odds with what the trainer said. For he said …»: the sentences on both sides of it."""
    (found,) = told(
        "قالت رئيسة النادي إن الحارس طلب الرحيل بنفسه. "
        "ويتعارض هذا الكلام مع ما صرح به المدرب، الذي غادر النادي الاثنين الماضي. "
        "فقد قال لإذاعة محلية إن الإدارة باعت عقد الحارس سرا."
    )
    assert [item.text[:8] for item in found.items] == ["فقد قال ", "قالت رئي"]
    assert found.topic.startswith("النفي")


def test_a_saying_that_ends_before_it_is_told_from_its_beginning() -> None:
    """The sentence before is the end of a quotation that begins in the one before that."""
    (found,) = told(
        'قالت رئيسة النادي: "طلب الحارس الرحيل بنفسه. وقد وافقنا مضطرين". '
        "ويناقض ذلك ما أعلنه المدرب. وكان قد قال إن الإدارة باعت عقد الحارس سرا."
    )
    assert found.items[1].text.startswith("قالت رئيسة النادي")


def test_what_is_baseless_stands_beside_who_said_it() -> None:
    """«What goes round of a fund is baseless», and the earlier text that tells of the fund."""
    (found,) = told(
        "2024-05-02 أعلن المدرب أن الناديين اتفقا على صندوق لتعويض اللاعبات المصابات.",
        "2024-05-20 وقالت رئيسة النادي في بيان إن ما تردد عن صندوق لتعويض اللاعبات عار عن الصحة.",
    )
    assert found.items[0].text.startswith("أعلن المدرب")


def test_these_words_are_baseless_denies_the_sentence_before() -> None:
    """«The ministry replied that these words were baseless»."""
    (found,) = told(
        "وقال المدرب لإذاعة محلية إن الإدارة باعت عقد الحارس سرا. "
        'وردت الإدارة في بيان بأن هذه الأقوال "لا أساس لها"، وأن العقد ينتهي في يونيو.'
    )
    assert found.items[0].text.startswith("وقال المدرب")


def test_a_rule_that_somebody_breaks_is_no_contradiction() -> None:
    """«It breaks the constitution» and «an agency that breaks this pays a fine» contradict no account."""
    assert not told(
        "قالت رئيسة النادي إن الحارس طلب الرحيل بنفسه. ويرى لاعبون أن المادة تخالف الدستور. "
        "وتدفع الوكالة التي تخالف ذلك غرامة."
    )


def test_a_rumour_that_nobody_told_has_no_other_side() -> None:
    """«What goes round of a sale is baseless», where no text tells of a sale."""
    assert not told(
        "2024-05-02 أعلن المدرب قائمة الفريق لمباراة السبت.",
        "2024-05-20 وقالت رئيسة النادي في بيان إن ما يتردد عن بيع الملعب لا أساس له.",
    )
