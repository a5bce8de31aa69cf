"""What a later source overtakes."""

import pytest
from msgspec import structs

from brief.language import fold
from brief.model import Document, Facet
from brief.overtaken import dated, is_of_its_day, overtaken
from tests.builders import ARABIC, claim, document, statement

EARLY, LATE = "2021-03-01", "2021-03-09"


def past(early: str, *late: str, days: tuple[str | None, str | None] = (EARLY, LATE)) -> bool:
    """Whether words of one source are overtaken by those of another."""
    documents = {name: _dated(name, day) for name, day in zip("ab", days, strict=True)}
    first = statement(early, "a")
    others = [statement(text, "b", 100 * number) for number, text in enumerate(late)]
    found = overtaken([first, *others], documents, ARABIC)
    assert found <= {first.anchor}
    return first.anchor in found


def _dated(name: str, day: str | None, *, background: bool = False) -> Document:
    return structs.replace(document("نص قصير."), id=name, published=day, background=background)


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("دخل إضراب سائقي القطارات يومه الرابع", ("أنهى السائقون إضرابهم مساء الاثنين",)),
        ("يتواصل حصار المرفأ منذ أسبوع", ("رُفع حصار المرفأ بعد وساطة",)),
        (
            "وتطالب نقابة الصيادين بخفض رسوم المرفأ إلى النصف",
            ("وقعت نقابة الصيادين اتفاقا مع الميناء", "وينص الاتفاق على خفض رسوم المرفأ بنسبة الربع"),
        ),
        (
            "ويحتاج العقد إلى موافقة مجلس البلدية الذي يجتمع في الخامس من مارس",
            ("وافق مجلس البلدية على العقد",),
        ),
        ("من المقرر أن يزور وزير الصيد المرفأ", ("زار وزير الصيد المرفأ صباحا",)),
    ],
)
def test_what_has_ended_or_been_done_is_past(early: str, late: tuple[str, ...]) -> None:
    """A later source tells the end, the settlement or the act; an earlier one or none of a day does not."""
    assert past(early, *late)
    assert not past(early, *late, days=(LATE, EARLY))
    assert not past(early, *late, days=(EARLY, EARLY))
    assert not past(early, *late, days=(None, LATE))
    assert not past(early, *late, days=(EARLY, "2021"))


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("دخل إضراب سائقي القطارات يومه الرابع", ("أنهى الوزير زيارته",)),
        ("وتطالب نقابة الصيادين بخفض رسوم المرفأ", ("وقعت شركة الكهرباء عقدا مع البلدية",)),
        ("ويحتاج العقد إلى موافقة مجلس البلدية", ("وافق البرلمان على الموازنة",)),
        ("وافق مجلس البلدية على العقد", ("وافق مجلس البلدية على العقد بالإجماع",)),
        ("ويحتاج العقد إلى موافقة مجلس البلدية", ("وإذا وافق مجلس البلدية بدأ العمل",)),
    ],
)
def test_another_matter_or_actor_overtakes_nothing(early: str, late: tuple[str, ...]) -> None:
    """Actors and matter must come again, and what is only expected once more has not been done."""
    assert not past(early, *late)


def test_an_old_article_speaks_of_its_own_day() -> None:
    """«This visit» and «last year» of an old article mean others; a year that is named does not."""
    documents = {"a": _dated("a", "2020-01-01", background=True)}
    deictic = statement("بلغ الصيد مليون طن العام الماضي", "a", 0)
    named = statement("بلغ الصيد مليون طن في العام الماضي 2019", "a", 100)
    plain = statement("يعيش في القرية ألف صياد", "a", 200)
    assert overtaken([deictic, named, plain], documents, ARABIC) == {deictic.anchor}
    fresh = {"a": structs.replace(documents["a"], background=False)}
    assert overtaken([deictic, named, plain], fresh, ARABIC) == frozenset()


def test_what_is_overtaken_is_context_of_its_day() -> None:
    """A demand that a later source settles stands as context under its date; the settlement stays."""
    asked = statement("وتطالب نقابة الصيادين بخفض رسوم المرفأ", "a", facet=Facet.REACTIONS)
    settled = statement("وقعت نقابة الصيادين اتفاقا على خفض رسوم المرفأ", "b", facet=Facet.OUTCOMES)
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    made = dated([claim(asked), claim(settled)], [asked, settled], documents, ARABIC)
    assert [one.as_of for one in made] == [EARLY, None]
    assert [one.overtaken for one in made] == [True, False]
    assert [one.statement.facets[0][0] for one in made] == [Facet.CONTEXT, Facet.OUTCOMES]


@pytest.mark.parametrize(("published", "told"), [(EARLY, EARLY), (None, "undated")])
def test_words_that_count_time_from_their_day_bear_it(published: str | None, told: str) -> None:
    """«Yesterday» is nothing without the day it was written on; words that name the year need none."""
    texts = ("افتتحت البلدية أمس حديقة النخيل قرب السوق", "افتتحت البلدية في 2019 حديقة الزيتون قرب المرفأ")
    lines = [statement(text, "a", start=200 * number) for number, text in enumerate(texts)]
    made = dated([claim(one) for one in lines], lines, {"a": _dated("a", published)}, ARABIC)
    assert [(one.as_of, one.overtaken) for one in made] == [(told, False), (None, False)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أعلنت البلدية الخطة مساء الأحد", True),
        ("أعلنت البلدية الخطة مساء الأحد 3 مايو", False),
        ("أعلنت البلدية الخطة مساء الأحد (3 مايو)", False),
        ("بلغ الصيد هذا العام مليون طن مقابل نصف مليون في 2016", True),
        ("بلغ الصيد هذا العام (2017) مليون طن", False),
        ("بلغ الصيد في العام 2017 مليون طن", False),
        ("لم يدخل الميناء قارب منذ اثني عشر يوما", True),
        ("لم يدخل الميناء قارب منذ أكثر من 3 أسابيع", True),
        ("لم يدخل الميناء قارب منذ أسبوعين", True),
        ("لم يدخل الميناء قارب منذ أيام العاصفة", False),
        ("لم يدخل الميناء قارب منذ بداية العام الدراسي", False),
        ("لم يدخل الميناء قارب منذ افتتاح السوق", False),
    ],
)
def test_a_day_or_year_made_clear_needs_no_day_of_writing(text: str, *, counts: bool) -> None:
    """A weekday with its date is a date; «this year» stays open, and «for two weeks» counts back from it."""
    assert is_of_its_day(fold(text), ARABIC) is counts


def test_speech_of_a_report_from_before_the_turn_bears_its_day() -> None:
    """Words and fears of a report of which something is overtaken are dated; what happened is not."""
    asked = statement("وتطالب نقابة الصيادين بخفض رسوم المرفأ", "a", facet=Facet.REACTIONS)
    feared = statement("ويخشى التجار نفاد السمك", "a", 100, facet=Facet.IMPLICATIONS)
    fact = statement("ويعمل في المرفأ ألف صياد", "a", 200)
    settled = statement("وقعت نقابة الصيادين اتفاقا على خفض رسوم المرفأ", "b", facet=Facet.OUTCOMES)
    hoped = statement("ويأمل التجار عودة السمك", "b", 100, facet=Facet.IMPLICATIONS)
    told = [asked, feared, fact, settled, hoped]
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    made = dated([claim(one) for one in told], told, documents, ARABIC)
    assert [one.as_of for one in made] == [EARLY, EARLY, None, None, None]
    assert made[1].statement.facets == feared.facets
    still = dated([claim(one) for one in told[1:]], told[1:], documents, ARABIC)
    assert [one.as_of for one in still] == [None] * 4


@pytest.mark.parametrize(
    ("text", "of_its_day"),
    [
        ("التزمت نقابة الصيادين، وهي أكبر نقابات الساحل، الصمت", True),
        ("لم يصدر عن الميناء أي تعليق رسمي", True),
        ("دخل اعتصام الصيادين أمام المرفأ يومه العاشر", True),
        ("سترتفع رسوم المرفأ مطلع السنة الجديدة", True),
        ("ستبدأ الأشغال في الخريف", True),
        ("سترتفع رسوم المرفأ مطلع عام 2022", False),
        ("لم يصدر المرفأ رخصة جديدة", False),
    ],
)
def test_silence_and_the_season_are_of_their_day(text: str, of_its_day: bool) -> None:  # noqa: FBT001 - a parameter
    """Who has not answered may have the day after; «the new year» and «autumn» are those to come then."""
    assert is_of_its_day(fold(text), ARABIC) == of_its_day


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("يطالب الصيادون بخفض رسوم المرفأ", True),
        ("ونقابة الصيادين لا تزال أكبر نقابات الساحل", True),
        ("تملك البلدية نصف أرصفة المرفأ", True),
        ("طالب الصيادون بخفض رسوم المرفأ", False),
        ("كان يطالب بخفض رسوم المرفأ منذ يوم الجمعة 5 يناير", False),
        ("توقف العمل في المرفأ عام 2019", False),
    ],
)
def test_the_present_of_an_old_article_is_of_its_day(text: str, present: bool) -> None:  # noqa: FBT001 - a parameter
    """What a background source tells in the present is told with its date; a fresh one needs none for it."""
    documents = {"a": _dated("a", "2020-01-01", background=True)}
    made = (claim(statement(text)),)
    assert dated(made, [statement(text)], documents, ARABIC)[0].as_of == ("2020-01-01" if present else None)
    documents = {"a": _dated("a", "2020-01-01")}
    assert dated(made, [statement(text)], documents, ARABIC)[0].as_of is None


def test_what_lay_ahead_of_an_undated_source_may_be_over() -> None:
    """A visit «next May» is told as background of an unknown day; with a day it is not."""
    visit = statement("أشار النقيب إلى الزيارة المنتظرة للوزير في التاسع من مايو المقبل", "a")
    plain = statement("أشار النقيب إلى زيارة الوزير للمرفأ في السنوات المقبلة", "a", 200)
    for day, over in ((None, True), (LATE, False)):
        documents = {"a": _dated("a", day)}
        made = dated([claim(visit), claim(plain)], [visit, plain], documents, ARABIC)
        assert [one.overtaken for one in made] == [over, False]


@pytest.mark.parametrize(
    "text",
    ["ويبدأ إصلاح الجسر في نيسان المقبل", "ويبدأ إصلاح الجسر في غشت القادم", "يبدأ إصلاح الجسر الأحد المقبل"],
)
def test_a_month_or_weekday_to_come_of_an_undated_source_may_be_over(text: str) -> None:
    """By whatever name the press of a country calls it."""
    told = statement(text)
    for day in (None, EARLY):
        (made,) = dated([claim(told)], [told], {"a": _dated("a", day)}, ARABIC)
        assert made.overtaken is (day is None)


def test_what_was_planned_for_a_day_is_past_when_a_later_source_tells_of_it() -> None:
    """The round expected «tomorrow» is over for who reads what was done on that day; a day to come is not."""
    plan = "وينتظر أن تعقد جولة المحادثات السادسة غدا الثلاثاء"
    assert past(plan, "انتهت جولة المحادثات السادسة في 2 مارس 2021 بلا اتفاق")
    assert not past(plan, "انتهت جولة المحادثات السادسة في 5 مارس 2021 بلا اتفاق")
    assert not past(plan, "ومن المقرر أن تعقد جولة المحادثات السادسة في 2 مارس 2021")
    assert not past(
        "عقدت جولة المحادثات السادسة أمس", "انتهت جولة المحادثات السادسة في 2 مارس 2021 بلا اتفاق"
    )


def test_another_event_of_the_day_does_not_tell_how_a_plan_went() -> None:
    """A far earthquake on the day of a session leaves it expected; one shared word does, too."""
    plan = "من المقرر أن يعقد مجلس البلدية جلسة يوم الثلاثاء 2 مارس"
    assert not past(plan, "ضرب زلزال جزيرة بعيدة يوم الثلاثاء 2 مارس 2021")
    assert not past(plan, "وصل وزير الصيد إلى المرفأ يوم الثلاثاء 2 مارس بعد جلسة طويلة")
    assert past(plan, "أقر مجلس البلدية الموازنة في جلسة يوم الثلاثاء 2 مارس 2021")
