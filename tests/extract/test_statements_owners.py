"""Whose a pronoun is, whose word a report tells, whose reason is whose."""

import pytest

from brief.extract.statements import statements
from brief.model import Certainty, Facet
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("وأظهرت بيانات راجعها محاسبون مستقلون أن الخلايا الفارغة بلغت نصف مناحله في الربيع.", False),
        ("وأظهرت بيانات راجعها النقيب في الوادي أن الخلايا الفارغة بلغت نصف مناحله في الربيع.", True),
        ("وأظهر جدول راجعته لجان مستقلة أن الخلايا الفارغة بلغت نصف مناحله في الربيع.", True),
        ("وفي مناحله شرق الوادي، قال النقيب إن الخلايا الفارغة بلغت النصف في الربيع.", True),
        ("وأظهرت بيانات راجعها محاسبون مستقلون أن الخلايا الفارغة كثيرة وبدوره هبط سعر العسل.", True),
    ],
    ids=["no man or thing before it", "a man", "a thing", "who comes later", "nobody's"],
)
def test_his_needs_a_noun_of_its_gender_before_it(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter
    """Plurals, and nouns whose adjective is feminine, own nothing that is «his»."""
    assert told(line) == ([line.rstrip(".")] if stands else [])


def test_the_owner_is_told_with_what_is_his() -> None:
    """The sentence before that names him is printed, too."""
    first = "ويدير البستاني مئة خلية في سفح الوادي الشرقي."
    second = "وأظهرت بيانات راجعها محاسبون مستقلون أن الخلايا الفارغة بلغت نصف مناحله في الربيع."
    assert f"{first} {second}".rstrip(".") in told(f"{first} {second}")


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("ويكفي التذكير بأشهر الثلج الستة، حين لم يبق لها سوى الممر الشرقي القديم.", False),
        ("ويكفي التذكير بعزلة المدينة، حين لم يبق لها سوى الممر الشرقي القديم.", True),
        ("ويكفي التذكير بثلج تونس، حين لم يبق لها سوى الممر الشرقي القديم.", True),
    ],
)
def test_whoever_has_nothing_left_is_named(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """Months have no way out: a town or a country has."""
    assert told(line) == ([line.rstrip(".")] if stands else [])


def test_an_opinion_needs_its_owner() -> None:
    """«In his view» opens nobody's view."""
    assert told("وفي رأيه سيغلق نصف المناحل أبوابه قبل نهاية الشتاء القادم.") == []
    assert told("وفي رأي النقيب سيغلق نصف المناحل أبوابه قبل نهاية الشتاء القادم.") != []


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (
            "وقال الموقع، في خبره الذي نقله مراسلون، إنه خلال الشتاء أغلق اتحاد النحالين عشرين منحلا.",
            "وقال الموقع، في خبره الذي نقله مراسلون، إنه خلال الشتاء أغلق اتحاد النحالين عشرين منحلا",
        ),
        (
            "وأوضح التقرير أن اتحاد النحالين أغلق عشرين منحلا في الشتاء.",
            "وأوضح التقرير أن اتحاد النحالين أغلق عشرين منحلا في الشتاء",
        ),
        ("وحذر التقرير من أن اتحاد النحالين يغلق مناحله.", "وحذر التقرير من أن اتحاد النحالين يغلق مناحله"),
    ],
    ids=["a site", "a report", "a warning stays"],
)
def test_the_word_of_a_paper_is_printed_as_its_word(line: str, printed: str) -> None:
    """Though no name of the paper is near: without its word the line would be the brief's own."""
    (one,) = statements(document(line), ARABIC)
    assert one.text == printed
    assert one.certainty is not Certainty.STATED


def test_a_reason_that_somebody_gives_is_not_told_as_a_fact() -> None:
    """What follows «because», up to «while», is his reason still."""
    reason = "تسعى النقابة إلى فتح مناحل جديدة في سفوح الوادي الغربي"
    line = (
        "استبعد النقيب حسان الأمين في حديث طويل أن تغلق المناحل أبوابها هذا الشتاء لأن السكر يملأ مخازن "
        f"القرية كلها ولأن الربيع قريب من الأبواب كما يعرف الجميع، بينما {reason}."
    )
    assert reason not in told(line)
    assert reason in told(line.replace("لأن السكر", "والسكر").replace("ولأن الربيع", "والربيع"))


def test_a_circumstance_is_filed_with_what_it_goes_with() -> None:
    """«This comes after …» does not file the motive before it as background."""
    motive = "تسعى النقابة إلى فتح مناحل جديدة لأنها تريد زيادة صادرات العسل."
    made = statements(document(f"{motive} ويأتي ذلك بعد هبوط سعر السكر إلى النصف في عام 2019."), ARABIC)
    both = next(one for one in made if "السكر" in one.text)
    assert both.text.startswith("تسعى النقابة")
    assert [one.facets[0][0] for one in made] == [Facet.MOTIVES] * len(made)


def test_a_short_word_is_not_dragged_in_by_two_long_sentences() -> None:
    """What two sentences before add would be the statement, and the clause its tail."""
    tail = "هذه الوجهات ستتأثر بذلك كثيرا"
    long = "وقال النقيب حسان الأمين إن النحالين يبيعون عسل الوادي في عشرين سوقا داخل البلاد وخارجها منذ سنين."
    made = told(f"{long} وهي أسواق قديمة عرفها آباؤهم وأجدادهم من قبلهم في سفوح الوادي كلها. {tail}.")
    assert not any(one.endswith(tail) for one in made)
