"""What is no disagreement: a limit and a measure, a price and a cost, two sentences of one speaker."""

from tests.disagree.test_cases import told

SPEED = "2024-05-02 قال الحكم إن سرعة الزورق في سباق البحيرة بلغت 17 عقدة قبل نهاية الشوط."


def test_how_fast_it_may_be_is_not_how_fast_it_was() -> None:
    """«No more than 12 knots» is set against no speed, another speed is."""
    assert not told(
        SPEED, "2024-05-04 تشترط اللائحة ألا تتجاوز سرعة الزورق في سباق البحيرة 12 عقدة قبل نهاية الشوط."
    )
    assert told(SPEED, "2024-05-04 قالت اللجنة إن سرعة الزورق في سباق البحيرة بلغت 15 عقدة قبل نهاية الشوط.")


def test_what_it_sells_at_is_not_what_it_costs() -> None:
    """The price of a ticket and what it costs the club are two things."""
    price = "2024-05-02 رفع النادي سعر تذكرة المسبح الصيفي للأطفال إلى 300 مليم."
    assert not told(price, "2024-05-04 تقول البلدية إن كلفة تذكرة المسبح الصيفي للأطفال تبلغ 430 مليما.")
    assert told(price, "2024-05-04 تقول البلدية إن سعر تذكرة المسبح الصيفي للأطفال يبلغ 430 مليما.")


def test_who_goes_on_denying_something_else_denies_not_herself() -> None:
    """«She said that the date …. And denied that this was …»."""
    assert not told(
        "وقالت المتحدثة باسم النادي إن المباراة لن تقام قبل منتصف مارس. "
        "ونفت أن يكون ذلك انسحابا من الكأس، كما نفت بيع الملعب."
    )
    assert told("وقالت نقابة اللاعبين إن النادي أجل المباراة من دون سبب. ونفى النادي أن يكون ذلك صحيحا.")
