"""What a clause takes from outside it: the day it counts from, «here», the head of a list, who speaks."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


OPENED = "افتتح المتحف قاعة للسجاد القديم في فاس."


@pytest.mark.parametrize(
    "line",
    [
        "وفي اليوم التالي عاد النساجون إلى أنوالهم القديمة.",
        "وفي اليوم نفسه أغلق النساجون دكاكينهم القديمة.",
        "وكان النساجون قد عادوا إلى أنوالهم قبل ذلك بأسبوع.",
        "فالنساجون يملكون معظم الأنوال، وكانت الجمعية قد رممت ورشتهم بعدها بثلاثة أشهر.",
    ],
)
def test_a_day_counted_from_another_needs_that_one(line: str) -> None:
    """«The day after» is told with the sentence before it, and not at all where none goes before it."""
    assert told(line) == []
    whole = f"{OPENED} {line}".rstrip(".")
    assert whole in told(f"{OPENED} {line}")


@pytest.mark.parametrize(
    "line",
    [
        "افتتح المتحف القاعة يوم السبت، وفي اليوم التالي عاد النساجون إلى أنوالهم.",
        "قررت الجمعية ترميم الورشة، وفي اليوم نفسه عاد النساجون إلى أنوالهم.",
        "عاد النساجون إلى أنوالهم في اليوم التالي لافتتاح المتحف الجديد.",
        "عاد النساجون إلى أنوالهم في اليوم نفسه الذي افتتح فيه المتحف.",
        "وصل النساجون في 3 مايو وعادوا إلى أنوالهم في الشهر نفسه.",
    ],
)
def test_a_day_counted_from_one_in_the_clause_stands(line: str) -> None:
    """A date, an act before the pause, or what is said of it tells the day that another is counted from."""
    assert told(line) == [line.rstrip(".")]


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("وبالنسبة إلى نساجين كثيرين هنا، لم تعد الأنوال تكفي لدفع الإيجار.", False),
        ("وبالنسبة إلى نساجين كثيرين هنا، لم تعد أسواق المغرب تكفي لدفع الإيجار.", True),
        ("ومن هنا، لم تعد الأنوال القديمة تكفي النساجين لدفع الإيجار.", True),
    ],
)
def test_here_needs_a_place(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """«Here» is where the author is: the clause must name it; «from here» only concludes."""
    assert bool(told(line)) == stands


@pytest.mark.parametrize(
    "line",
    [
        "والثاني هو الرطوبة: فقد أتلفت خيوط السجاد في الشتاء.",
        "أما الثالث فقد أتلفته الرطوبة في مخزن المتحف القديم.",
        "وثانيها الرطوبة التي أتلفت خيوط السجاد في مخزن المتحف.",
        "السبب الآخر رطوبة أتلفت خيوط السجاد في مخزن المتحف.",
    ],
)
def test_a_later_member_needs_the_head_of_its_list(line: str) -> None:
    """«And the second is …» is told with what it is the second of."""
    assert told(line) == []
    head = "تلفت السجادة لأسباب أولها الضوء القوي في القاعة."
    assert f"{head} {line}".rstrip(".") in told(f"{head} {line}")


def test_an_ordinal_with_its_noun_is_no_member() -> None:
    """A second hall is a hall; «the second of May» is a day."""
    lines = (
        "القاعة الثانية في متحف فاس أغلقت بسبب الرطوبة.",
        "أما الثاني من مايو فهو عيد النساجين في فاس.",
    )
    for line in lines:
        assert told(line) == [line.rstrip(".")]


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("وبينما كان المطر ينهمر على المتحف، قال لي: «لن نبيع سجادة واحدة قبل الربيع».", False),
        ("وقال لنا إن المتحف لن يبيع سجادة واحدة قبل الربيع.", False),
        ("وبينما كان المطر ينهمر على المتحف، قال لي نقيب النساجين: «لن نبيع سجادة قبل الربيع».", True),
        ("نقيب النساجين في فاس قال لنا إن المتحف لن يبيع سجادة واحدة.", True),
    ],
)
def test_whoever_is_spoken_to_does_not_speak(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter
    """Behind the verb that opens the main clause stands who speaks; «to me» alone names nobody."""
    assert bool(told(line)) == stands


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("تركت لنا المتاحف القديمة أنوالا مكسورة وسجادا بلا خيوط.", False),
        ("وأعرف أن نساجي فاس باعوا أنوالهم القديمة قبل الشتاء.", False),
        ("قال نقيب النساجين في فاس: «لم تترك لنا المتاحف غير أنوال مكسورة».", True),
        ("باع نساجو فاس أنوالهم القديمة قبل الشتاء، كما قال لنا نقيب النساجين.", True),
        ("باع نساجو فاس أنوالهم القديمة قبل الشتاء بعشرين دينارا.", True),
    ],
)
def test_what_an_author_says_of_himself_is_no_line(line: str, stands: bool) -> None:  # noqa: FBT001 - a parameter
    """In an opinion piece «we» and «I» outside quotations are its author's, in a report not."""
    note = "هذا الرأي لكاتبه، والآراء الواردة فيه لا تعبر عن موقف الصحيفة."
    assert (line.rstrip(".") in told(f"{line} {note}")) == stands
    assert line.rstrip(".") in told(line)


@pytest.mark.parametrize("who", ["الكاتب الذي حضر", "الكاتبان اللذان حضرا"])
def test_who_speaks_is_not_named_by_what_he_did(who: str) -> None:
    """«The two writers who came» are nobody without their names, as «the writer who came» is."""
    assert told(f"وفي الندوة قال {who} إن المتحف القديم يحتاج إلى قاعة جديدة للسجاد.") == []
