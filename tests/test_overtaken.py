"""What a later source overtakes."""

from collections.abc import Iterable, Mapping, Sequence

import pytest
from msgspec import structs

from brief.language import fold
from brief.model import Claim, Document, Facet, Statement
from brief.overtaken import acts, dated, is_of_its_day, overtaken, wordings
from brief.overtaken.passages import read
from tests.builders import ARABIC, anchor, claim, document, statement

EARLY, LATE = "2021-03-01", "2021-03-09"


def past(early: str, *late: str, days: tuple[str | None, str | None] = (EARLY, LATE)) -> bool:
    """Whether words of one source are overtaken by those of another."""
    documents = {name: _dated(name, day) for name, day in zip("ab", days, strict=True)}
    first = statement(early, "a")
    others = [statement(text, "b", 100 * number) for number, text in enumerate(late)]
    found = overtaken(wordings([first, *others]), documents, ARABIC).past
    assert found <= {first.anchor}
    return first.anchor in found


def made_of(
    claims: Iterable[Claim], statements: Sequence[Statement], documents: Mapping[str, Document]
) -> tuple[Claim, ...]:
    """The claims with their days, as all statements make them."""
    return dated(claims, overtaken(wordings(statements), documents, ARABIC), documents, ARABIC)


def _dated(name: str, day: str | None, *, background: bool = False) -> Document:
    return structs.replace(document("نص قصير."), id=name, published=day, background=background)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("في 10 يونيو 2030 يفترض أن تعبر القافلة الأولى الجسر الجديد.", True),
        ("من المتوقع أن يبلغ عدد السكان مليونين بحلول عام 2030.", True),
        ("بحسب مسودة الخطة، قد يقترح نقل السوق إلى التل قبل 10 يونيو 2030.", True),
        ("عبرت القافلة الأولى الجسر الجديد في 10 يونيو 2019.", False),
    ],
)
def test_what_was_expected_bears_the_day_it_was(text: str, *, day: bool) -> None:
    """Whatever day it names, and where later sources tell nothing of it; the last source's own needs none."""
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    early, other = statement(text, "a"), statement("رممت البلدية السوق القديم.", "b")
    (made,) = made_of([claim(early)], [early, other], documents)
    assert made.as_of == (EARLY if day else None)
    late = statement(text, "b")
    (made,) = made_of([claim(late)], [late], documents)
    assert made.as_of is None


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
    assert overtaken(wordings([deictic, named, plain]), documents, ARABIC).past == {deictic.anchor}
    fresh = {"a": structs.replace(documents["a"], background=False)}
    assert overtaken(wordings([deictic, named, plain]), fresh, ARABIC).past == frozenset()


def test_what_is_overtaken_is_context_of_its_day() -> None:
    """A demand that a later source settles stands as context under its date; the settlement stays."""
    asked = statement("وتطالب نقابة الصيادين بخفض رسوم المرفأ", "a", facet=Facet.REACTIONS)
    settled = statement("وقعت نقابة الصيادين اتفاقا على خفض رسوم المرفأ", "b", facet=Facet.OUTCOMES)
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    made = made_of([claim(asked), claim(settled)], [asked, settled], documents)
    assert [one.as_of for one in made] == [EARLY, None]
    assert [one.overtaken for one in made] == [True, False]
    assert [one.statement.facets[0][0] for one in made] == [Facet.CONTEXT, Facet.OUTCOMES]


@pytest.mark.parametrize(("published", "told"), [(EARLY, EARLY), (None, "undated")])
def test_words_that_count_time_from_their_day_bear_it(published: str | None, told: str) -> None:
    """«Yesterday» is nothing without the day it was written on; words that name the year need none."""
    texts = ("افتتحت البلدية أمس حديقة النخيل قرب السوق", "افتتحت البلدية في 2019 حديقة الزيتون قرب المرفأ")
    lines = [statement(text, "a", start=200 * number) for number, text in enumerate(texts)]
    made = made_of([claim(one) for one in lines], lines, {"a": _dated("a", published)})
    assert [(one.as_of, one.overtaken) for one in made] == [(told, False), (None, False)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أعلنت البلدية الخطة مساء الأحد", True),
        ("أعلنت البلدية الخطة مساء الأحد 3 مايو", False),
        ("أعلنت البلدية الخطة مساء الأحد (3 مايو)", False),
        ("أعلنت البلدية الخطة يوم الأحد الموافق 3 مايو", False),
        ("أعلنت البلدية الخطة يوم الأحد الثالث من مايو", False),
        ("أبطلت المحكمة مساء الأحد قانونا صدر في 2018", True),
        ("تفتح المكتبة كل أحد منذ 2018، وكل يوم الجمعة مساء", False),
        ("وبالأمس أقرت البلدية خطة 2025", True),
        ("صعدت السندات المستحقة في 2031 بعدما تراجعت الشهر الماضي", True),
        ("محت السندات المستحقة في 2031 نصف خسارتها خلال الأسبوع", True),
        ("يعمل ثلاثة أيام خلال الأسبوع الأول من رمضان 2019", False),
        ("بلغ الصيد هذا العام مليون طن مقابل نصف مليون في 2016", True),
        ("بلغ الصيد هذا العام (2017) مليون طن", False),
        ("وقعت البلدية أمس اتفاقا يحل محل اتفاق 2016", True),
        ("وقعت البلدية في يوم بارد من عام 2016 اتفاقا", False),
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
    """All that a report of before says is dated, but what names its own day."""
    asked = statement("وتطالب نقابة الصيادين بخفض رسوم المرفأ", "a", facet=Facet.REACTIONS)
    feared = statement("ويخشى التجار نفاد السمك", "a", 100, facet=Facet.IMPLICATIONS)
    fact = statement("ويعمل في المرفأ ألف صياد", "a", 200)
    done = statement("أغلقت البلدية سوق السمك في 20 شباط 2021", "a", 300)
    settled = statement("وقعت نقابة الصيادين اتفاقا على خفض رسوم المرفأ", "b", facet=Facet.OUTCOMES)
    hoped = statement("ويأمل التجار عودة السمك", "b", 100, facet=Facet.IMPLICATIONS)
    told = [asked, feared, fact, done, settled, hoped]
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    made = made_of([claim(one) for one in told], told, documents)
    assert [one.as_of for one in made] == [EARLY, EARLY, EARLY, None, None, None]
    assert [one.behind for one in made] == [True, True, True, True, False, False]
    assert made[1].statement.facets == feared.facets
    month = {"a": _dated("a", "2021-03"), "b": documents["b"]}
    assert not any(one.behind for one in made_of([claim(one) for one in told], told, month))
    still = made_of([claim(one) for one in told[1:]], told[1:], documents)
    assert [one.as_of for one in still] == [EARLY, EARLY, None, None, None]
    assert not any(one.behind for one in still)


def test_what_is_told_after_the_turn_too_is_not_behind() -> None:
    """A claim that a source of after the turn bears out holds; one that it tells otherwise does not."""
    asked = statement("وتطالب نقابة الصيادين بخفض رسوم المرفأ", "a")
    settled = statement("وقعت نقابة الصيادين اتفاقا على خفض رسوم المرفأ", "b")
    fact, again = statement("وعمل في المرفأ ألف صياد", "a", 200), anchor("في المرفأ ألف صياد", "b", 200)
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    for contrary, day in (((), None), ((again,), EARLY)):
        told = claim(fact, again, contrary=contrary)
        (made,) = made_of([told], [asked, settled, fact], documents)
        assert (made.as_of, made.behind) == (day, day is not None)
    present = statement("ويعمل في المرفأ ألف صياد", "a", 200)
    (made,) = made_of([claim(present, again)], [asked, settled, present], documents)
    assert (made.as_of, made.behind) == (EARLY, False)


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
        ("فيرفض الصيادون خفض رسوم المرفأ", True),
        ("أرسلت فيتنام سفينة إلى المرفأ عام 2019", False),
        ("دمر فيضان النهر المرفأ عام 2019 ويسار الجسر", False),
        ("تونس الخضراء أرسلت سفينة عام 2019", False),
    ],
)
def test_the_present_of_an_old_article_is_of_its_day(text: str, present: bool) -> None:  # noqa: FBT001 - a parameter
    """What a background source tells in the present is told with its date; a fresh one needs none for it."""
    documents = {"a": _dated("a", "2020-01-01", background=True)}
    made = (claim(statement(text)),)
    assert made_of(made, [statement(text)], documents)[0].as_of == ("2020-01-01" if present else None)
    documents = {"a": _dated("a", "2020-01-01")}
    assert made_of(made, [statement(text)], documents)[0].as_of is None


def test_what_lay_ahead_of_an_undated_source_may_be_over() -> None:
    """A visit «next May» is told as background of an unknown day; with a day it is not."""
    visit = statement("أشار النقيب إلى الزيارة المنتظرة للوزير في التاسع من مايو المقبل", "a")
    plain = statement("أشار النقيب إلى زيارة الوزير للمرفأ في السنوات المقبلة", "a", 200)
    for day, over in ((None, True), (LATE, False)):
        documents = {"a": _dated("a", day)}
        made = made_of([claim(visit), claim(plain)], [visit, plain], documents)
        assert [one.overtaken for one in made] == [over, False]


@pytest.mark.parametrize(
    "text",
    ["ويبدأ إصلاح الجسر في نيسان المقبل", "ويبدأ إصلاح الجسر في غشت القادم", "يبدأ إصلاح الجسر الأحد المقبل"],
)
def test_a_month_or_weekday_to_come_of_an_undated_source_may_be_over(text: str) -> None:
    """By whatever name the press of a country calls it."""
    told = statement(text)
    for day in (None, EARLY):
        (made,) = made_of([claim(told)], [told], {"a": _dated("a", day)})
        assert made.overtaken is (day is None)


def came(plan: str, late: str) -> bool:
    """Whether a later source tells of what was planned, on its day."""
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    told = [statement(plan, "a"), statement(late, "b")]
    return told[0].anchor in {
        one for one, _ in acts.overtaken(read(wordings(told), documents, ARABIC), ARABIC)
    }


def test_what_was_planned_for_a_day_is_past_when_a_later_source_tells_of_it() -> None:
    """The round expected «tomorrow» is over for who reads what was done on that day; a day to come is not."""
    plan = "وينتظر أن تعقد جولة المحادثات السادسة غدا الثلاثاء"
    assert came(plan, "انتهت جولة المحادثات السادسة في 2 مارس 2021 بلا اتفاق")
    assert not came(plan, "انتهت جولة المحادثات السادسة في 5 مارس 2021 بلا اتفاق")
    assert not came(plan, "ومن المقرر أن تعقد جولة المحادثات السادسة في 2 مارس 2021")
    assert not came(
        "عقدت جولة المحادثات السادسة أمس", "انتهت جولة المحادثات السادسة في 2 مارس 2021 بلا اتفاق"
    )


def test_another_event_of_the_day_does_not_tell_how_a_plan_went() -> None:
    """A far earthquake on the day of a session leaves it expected; one shared word does, too."""
    plan = "من المقرر أن يعقد مجلس البلدية جلسة يوم الثلاثاء 2 مارس"
    assert not came(plan, "ضرب زلزال جزيرة بعيدة يوم الثلاثاء 2 مارس 2021")
    assert not came(plan, "وصل وزير الصيد إلى المرفأ يوم الثلاثاء 2 مارس بعد جلسة طويلة")
    assert came(plan, "أقر مجلس البلدية الموازنة في جلسة يوم الثلاثاء 2 مارس 2021")


@pytest.mark.parametrize(
    ("early", "over"),
    [
        ("ستفتح البلدية السوق غدا", True),
        ("إذا لم تصل السفينة خلال أيام فسينفد الوقود", True),
        ("من المتوقع أن تعود العبارات إلى العمل قبل نهاية الأسبوع", True),
        ("قد يجتمع المجلس في الخامس من مارس", True),
        ("ستفتح البلدية السوق في التاسع من مارس", False),
        ("من المتوقع أن تعود العبارات إلى العمل في أبريل", False),
        ("افتتحت البلدية السوق في 2 مارس", False),
        ("سيرفع المجلس رسم السوق غدا", True),
        ("ستنتهي أعمال الجسر خلال أيام", True),
        ("سيدخل المرفأ الجديد الخدمة غدا", True),
        ("سيطرح المجلس خطة السوق خلال أيام", True),
        ("سيتم نقل السوق إلى المرفأ غدا", True),
        ("وسيطر الحراس على مدخل السوق خلال أيام", False),
        ("سيرة شاعر المرفأ تباع في السوق خلال أيام", False),
        ("سياسات المجلس تعرض على الجميع خلال أيام", False),
        ("ستون بحارا يبيتون في المرفأ خلال أيام الصيد", False),
        ("سيكتمل بناء المدرسة في الربع الأول من 2021", False),
        ("سيكتمل بناء المدرسة في فبراير", False),
        ("ودعا المحافظ سكان الجزر البعيدة إلى الهدوء، وقالت صيدلية إن الدواء سينفد خلال أيام", False),
    ],
)
def test_a_plan_whose_time_is_over_is_past(early: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """Whatever became of it; what happened is no plan, and what a passage ends with is not its matter."""
    assert past(early, "عاد الصيادون إلى البحر") is over


@pytest.mark.parametrize(
    ("early", "written", "newest", "over"),
    [
        ("سيكتمل بناء المدرسة في الربع الأول من 2021", "2021-02-01", "2021-04-02", True),
        ("سيكتمل بناء المدرسة في الربع الأول من 2021", "2021-02-01", "2021-03-30", False),
        ("سيكتمل بناء المدرسة في يناير 2021", "2021-01-05", "2021-02-01", True),
        ("سيكتمل بناء المدرسة في يناير 2021", "2021-01-05", "2021-01-29", False),
        ("سيكتمل بناء المدرسة في 2021", "2021-01-05", "2021-12-30", False),
    ],
    ids=["a quarter", "its end", "a month", "its last days", "a year"],
)
def test_a_stretch_of_time_lasts_to_its_last_day(
    early: str, written: str, newest: str, *, over: bool
) -> None:
    """What is planned for a quarter or a month may still come on its last day."""
    assert past(early, "عاد الصيادون إلى البحر", days=(written, newest)) is over


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        # a condition, and its verb in the past
        (
            "ما لم تُمنح لجنة الميناء حق تفتيش السفن، بقيت الرقابة ناقصة",
            "ومُنحت لجنة الميناء حق تفتيش كل السفن",
            True,
        ),
        ("لم يحسم مجلس الجزيرة بعد مكان المرسى", "حسم مجلس الجزيرة مكان المرسى الجديد", True),
        ("ما لم تُمنح لجنة الميناء حق تفتيش السفن", "ومُنحت الجامعة جائزة الكتاب", False),
        # values
        (
            "تقدر كلفة ترميم القلعة بنحو 12 مليون دينار",
            "وارتفعت كلفة ترميم القلعة من 12 مليون دينار إلى 15",
            True,
        ),
        (
            "وقال المدير إن كلفة القلعة لن تتجاوز 12 مليونا",
            "وبلغت كلفة القلعة 15 مليونا، لا 12 مليونا كما أُعلن",
            True,
        ),
        (
            "من المتوقع أن يفتح المتحف أبوابه للزوار في 2024",
            "ويفتح المتحف أبوابه للزوار في 2026 بدل 2024",
            True,
        ),
        (
            "ذكرت البلدية أن خسائر القلعة 12 مليون دينار",
            "وبلغت خسائر القلعة 15 مليونا، بعد أن كانت البلدية قد تحدثت عن 12 مليونا",
            True,
        ),
        (
            "ذكرت البلدية أن خسائر القلعة 12 مليون دينار",
            "وبلغت خسائر القلعة 15 مليونا، بعد أن كانت قد زادت عن 12 مليونا",
            False,
        ),
        (
            "سيدفع المتحف 12 مليون دينار لترميم القلعة",
            "وارتفعت كلفة ترميم القلعة من 12 مليون دينار إلى 15",
            True,
        ),
        (
            "دفع المتحف 12 مليون دينار لترميم القلعة",
            "وارتفعت كلفة ترميم القلعة من 12 مليون دينار إلى 15",
            False,
        ),
        ("تقدر كلفة ترميم القلعة بنحو 12 مليون دينار", "وارتفع عدد الزوار من 12 ألفا إلى 15", False),
        ("تقدر كلفة ترميم القلعة بنحو 12 مليون دينار", "وتبلغ كلفة ترميم القلعة 12 مليون دينار", False),
        ("افتتح المتحف أبوابه للزوار أول مرة في 1924", "ويفتح المتحف أبوابه للزوار في 2026 بدل 1924", False),
        # a deal in the place of another
        ("وينص الميثاق البحري على حصص متساوية", "وقع الطرفان وثيقة تحل محل الميثاق البحري", True),
        ("وُقّع الميثاق البحري في القرن الماضي", "وقع الطرفان وثيقة تحل محل الميثاق البحري", False),
        # a denial that gave way
        (
            "نفى متحف الجزيرة ضياع تماثيل المعبد",
            "أقر متحف الجزيرة بضياع تماثيل المعبد بعدما كان قد نفى ذلك",
            True,
        ),
        ("نفى متحف الجزيرة ضياع تماثيل المعبد", "أقر النادي بخسارة اللاعب بعدما كان قد نفى ذلك", False),
        # what was said to be done
        ("وقّع الصيادون والبلدية اتفاقا طويلا", "فالاتفاق، خلافا لما نُشر، لم يُوقّع بعد", True),
        ("وصل الصيادون إلى المرفأ", "فالاتفاق، خلافا لما نُشر، لم يُوقّع بعد", False),
        # how likely a deal was
        ("نقدّر احتمال التوصل إلى اتفاق مع الصيادين بالنصف", "وقّعت البلدية والصيادون اتفاقا", True),
        ("نقدّر احتمال سقوط المطر بالنصف", "وقّعت البلدية والصيادون اتفاقا", False),
    ],
)
def test_a_later_source_tells_it_otherwise(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """Of the same matter; told on the same day, or the day before, it overtakes nothing."""
    assert past(early, late) is over
    assert not past(early, late, days=(LATE, EARLY))
    assert not past(early, late, days=(EARLY, EARLY))


@pytest.mark.parametrize(
    ("text", "for_now"),
    [
        ("لا تزال العبارات راسية", True),
        ("لم يتفق الطرفان بعد على الحصص", True),
        ("لم يعرف سبب الحريق بعد.", True),
        ("تصل السفينة مطلع أبريل", True),
        ("وصلت السفينة قبل أيام", True),
        ("تدرس البلدية توسيع المرفأ", True),
        ("تتفاوض البلدية مع المصرف على قرض", True),
        ("المبلغ قيد النقاش", True),
        ("أبدى المحافظ أنه على اتصال بالصيادين", True),
        ("المصنع مستعد لدراسة العرض", True),
        ("وكانت البلدية تدرس توسيع المرفأ", False),
        ("درست البلدية توسيع المرفأ", False),
        ("ارتفع سعر طن السمك إلى 900 دينار", True),
        ("تراجعت أسهم شركة الملاحة 4%", True),
        ("أما أقساط التأمين على القوارب فقد ارتفعت إلى 2%", True),
        ("قتل 12 شخصا في الفيضان", True),
        ("وقالت البلدية إن 40 أسرة تضررت من الفيضان", True),
        ("قلصت البلدية ساعات ضخ المياه إلى ساعتين", True),
        ("ارتفع سعر طن السمك إلى 900 دينار عام 2019", False),
        ("قتل 12 شخصا في فيضان عام 1998", False),
        ("ارتفع علم البلدية فوق 12 مبنى", False),
        ("تراجع اللجنة أسعار السمك كل شهر", False),
        ("وصلت السفينة في أبريل 2020", False),
        ("وصلت السفينة في 4 أبريل", False),
    ],
)
def test_what_is_so_for_now_bears_its_day_when_there_is_news(text: str, for_now: bool) -> None:  # noqa: FBT001 - a parameter
    """A line of the last source needs no day for it: it is so."""
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    for source, day in (("a", EARLY), ("b", None)):
        told = statement(text, source)
        (made,) = made_of([claim(told)], [told], documents)
        assert made.as_of == (day if for_now else None)


def turned(*told: tuple[str, str, str]) -> str:
    """The turn of a matter of which articles of a day, title and first words tell."""
    articles = {
        str(number): structs.replace(document(words), id=str(number), published=day, title=title)
        for number, (day, title, words) in enumerate(told)
    }
    return overtaken([], articles, ARABIC).turn


OPEN = (EARLY, "خلاف على رسوم المرفأ بين الجزيرة والساحل", "بدأ وفدا الجزيرة والساحل محادثات في المرفأ.")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("الجزيرة والساحل توقعان اتفاق المرفأ", "احتفل الصيادون."),
        ("يوم في المرفأ", "وقعت الجزيرة والساحل في المرفأ أمس عقدا للرسوم."),
        ("يوم في المرفأ", "عادت عبارات الجزيرة إلى المرفأ بعد توقف دام أسبوعا."),
        ("قرض ينهي أزمة المرفأ بين الجزيرة والساحل", "احتفل الصيادون."),
    ],
)
def test_an_article_that_opens_with_the_end_of_a_matter_turns_it(title: str, words: str) -> None:
    """An earlier one opens with it as still going on; the first to tell of the end counts."""
    assert turned(OPEN, (LATE, title, words)) == LATE
    assert turned(OPEN, (LATE, title, words), ("2021-03-20", title, words)) == LATE
    assert not turned((LATE, title, words))
    assert not turned((LATE, *OPEN[1:]), (EARLY, title, words))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("مهرجان الربيع", "وقعت الجامعة اتفاق تدريب مع النادي."),
        ("يوم في المرفأ", "من المتوقع أن توقع الجزيرة والساحل عقدا لرسوم المرفأ."),
        ("يوم في المرفأ", "وقعت الجزيرة والساحل في 20 فبراير 2021 عقد رسوم المرفأ."),
        ("يوم في المرفأ", "عادت عبارات الجزيرة إلى المرفأ كل صباح."),
    ],
)
def test_another_deal_one_to_come_or_one_from_before_turns_nothing(title: str, words: str) -> None:
    """Nor does what merely comes back."""
    assert not turned(OPEN, (LATE, title, words))


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        ("وتوفي شخصان في بلدة السدرة غرقا", "وتوفي خمسة أشخاص في مدينة السدرة وضواحيها", True),
        ("ونحو 300 أسرة تضررت في إقليم السدرة", "وقدر عدد الأسر المتضررة في إقليم السدرة بنحو 420", True),
        ("وتوفي شخصان في بلدة السدرة غرقا", "وتوفي خمسة أشخاص في مدينة النخلة", False),
        ("وتوفي خمسة أشخاص في بلدة السدرة", "وتوفي شخصان في مدينة السدرة", False),
        ("وتوفي شخصان في بلدة السدرة غرقا", "وأصيب خمسة أشخاص في مدينة السدرة", False),
        ("وتوفي شخصان في بلدة السدرة غرقا", "وفي فيضان 1987 توفي خمسة أشخاص في مدينة السدرة", False),
    ],
)
def test_a_higher_toll_of_the_same_place_is_the_newer_one(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """Of the same kind, told later; a lower one may count a part."""
    first = statement(early, "a")
    documents = {"a": _dated("a", EARLY), "b": structs.replace(document(f"{late}."), id="b", published=LATE)}
    assert (first.anchor in overtaken(wordings([first]), documents, ARABIC).past) is over


@pytest.mark.parametrize(
    ("early", "over"),
    [
        ("وقال إن البلدية تتفاوض مع مصرف الساحل على قرض لترميم القلعة", True),
        ("وطلبت البلدية من مصرف الساحل قرضا لترميم القلعة", True),
        ("وتدرس البلدية بناء مسبح للأطفال", False),
        ("وكانت البلدية قد رممت القلعة بقرض من مصرف الساحل", False),
    ],
)
def test_what_was_asked_for_is_past_when_it_is_granted(early: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """The decision names the same matter, on a later day."""
    late = "وافق مصرف الساحل على قرض لترميم القلعة بعشرة ملايين"
    assert past(early, late) is over
    assert not past(early, late, days=(EARLY, EARLY))


@pytest.mark.parametrize(
    ("early", "over"),
    [
        ("ومن المقرر أن تستمر محادثات المرفأ حتى يوم السبت", True),
        ("ومن المقرر أن يناقش المجلس الخطة التي أقرها يوم السبت", False),
    ],
)
def test_a_plan_up_to_a_weekday_is_over_the_week_after(early: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """The weekday of a plan is the one to come, that of what was done the last one."""
    assert past(early, "عاد الصيادون إلى البحر") is over
    assert not past(early, "عاد الصيادون إلى البحر", days=(EARLY, "2021-03-04"))


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        # put off, from a day or to one
        (
            "ويبدأ إضراب عمال المرفأ في 20 مارس",
            "أعلنت النقابة مساء السبت إرجاء إضراب عمال المرفأ من 20 مارس إلى 3 أبريل",
            True,
        ),
        ("وينتظر أن تفتتح البلدية متحف الصيد في أبريل", "وتأجل افتتاح متحف الصيد إلى الخريف", True),
        (
            "ويجتمع مجلس إدارة المصرف البحري في الخامس عشر من مارس لبحث القرض",
            "وأكد المصرف أن مجلس إدارته لن يبحث القرض البحري قبل 2 أبريل",
            True,
        ),
        # a goal of years from now, by its figure and one word more
        (
            "وتعول البلدية على بلوغ 3.5 مليون زائر سنويا بحلول 2033",
            "كما أرجئ هدف 3.5 مليون زائر من 2033 إلى 2036",
            True,
        ),
        (
            "وتعول البلدية على بلوغ 2.5 مليون راكب سنويا بحلول 2033",
            "كما أرجئ هدف 3.5 مليون زائر من 2033 إلى 2036",
            False,
        ),
        # a time that is given up
        ("ستصل العبّارة الأولى في النصف الثاني من العام المقبل", "وتصل العبّارة الأولى في 2023 لا 2022", False),
        (
            "ستصل العبّارة الأولى إلى المرفأ في 2022",
            "وتصل العبّارة الأولى إلى المرفأ في 2023، لا في 2022",
            True,
        ),
        (
            "قد تصل العبّارة الأولى إلى المرفأ في النصف الثاني من العام المقبل",
            "وكان مصدر قد تحدث عن وصول العبّارة الأولى إلى المرفأ في النصف الثاني من 2022",
            True,
        ),
        # a plan of before
        (
            "ويقضي الاتفاق بتبادل قوارب الصيد المحتجزة في غضون خمسة أيام",
            "أما تبادل القوارب المحتجزة، الذي كان يفترض أن يتم في خمسة أيام، فجرى متأخرا",
            True,
        ),
        # another matter, what is only asked for or denied, what stays as it was, who knows of it already
        (
            "ويبدأ إضراب عمال المرفأ في 20 مارس",
            "أعلنت الجامعة إرجاء امتحانات الطب من 20 مارس إلى 3 أبريل",
            False,
        ),
        ("ويبدأ إضراب عمال المرفأ في 20 مارس", "رفض عمال المرفأ تأجيل الإضراب", False),
        ("ويبدأ إضراب عمال المرفأ في 20 مارس", "لم تؤجل النقابة إضراب عمال المرفأ", False),
        ("ويبدأ إضراب عمال المرفأ في 20 مارس", "ويبدأ إضراب عمال المرفأ يوم الأحد كما كان مقررا", False),
        ("وينتظر أن تفتتح البلدية متحف الصيد في أبريل", "من أجل متحف الصيد تجمع البلدية التبرعات", False),
        ("وستسدد البلدية قرض متحف الصيد في أبريل", "وحل أجل قرض متحف الصيد على البلدية", False),
        (
            "وتأجل افتتاح متحف الصيد إلى أبريل",
            "وتأجل افتتاح متحف الصيد إلى الخريف بعدما كان مقررا في يناير",
            False,
        ),
        ("افتتحت البلدية متحف الصيد في 20 فبراير", "وتأجل افتتاح متحف الصيد الثاني إلى الخريف", False),
        ("ويبدأ إضراب عمال المرفأ في 3 أبريل", "وأرجأت النقابة إضراب عمال المرفأ إلى 3 أبريل", False),
    ],
)
def test_what_was_set_for_another_time_is_past(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """A later source of the matter puts it off, names its time as that of before, or tells it as a plan."""
    assert past(early, late) is over
    assert not past(early, late, days=(EARLY, EARLY))


def test_a_figure_tells_of_one_matter_as_a_word_does() -> None:
    """Where the one word that is shared stands in many passages, the figure beside it counts."""
    goal = "وتعول البلدية على بلوغ 3.5 مليون زائر سنويا بحلول 2033"
    common = [f"ويدفع كل زائر من {place} رسما" for place in ("صور", "صيدا", "بعلبك", "جبيل", "زحلة", "عكار")]
    assert past(goal, "كما أرجئ هدف 3.5 مليون زائر من 2033 إلى 2036", *common)
    assert not past(goal, "كما أرجئ موعد زيارة الوفد من 2033 إلى 2036", *common)


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "تقدر كلفة ترميم القلعة بنحو 12 مليون دينار",
            "كلفة ترميم القلعة 15 مليون دينار، لا 12 مليونا",
            True,
        ),
        (
            "يقدر زوار القلعة بنحو 450 ألفا",
            "صحح المتحف زوار القلعة إلى 462 ألفا، بعدما كان قدره بنحو 450 ألفا",
            True,
        ),
        (
            "وينص العقد على تسليم 17 قاربا لصيادي الجزيرة",
            "وتسلم صيادو الجزيرة بموجب العقد 16 قاربا بدلا من 17",
            True,
        ),
        ("يقدر زوار القلعة بنحو 450 ألفا", "زار المرفأ 462 ألفا، لا 450 ألفا", False),
        ("يقدر زوار القلعة بنحو 450 ألفا", "زار القلعة 450 ألفا، وهو رقم لا يستهان به", False),
    ],
)
def test_a_value_that_is_corrected_is_past(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """«15, not 12», «462, where it had been put at 450», «16 boats instead of 17»."""
    assert past(early, late) is over


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "أعلن مجلس صيادي النورس رفضه خطة الميناء",
            "أعلن جناح في مجلس صيادي النورس قبوله خطة الميناء",
            True,
        ),
        (
            "وقال النقيب سالم البحري «لن نسلم القوارب للميناء»",
            "وقال النقيب سالم البحري، الذي كان قد أعلن رفض الخطة، إن القوارب غادرت",
            True,
        ),
        ("أيد حزب النورس موازنة الميناء", "تراجع حزب النورس عن تأييد موازنة الميناء", True),
        ("أعلن مجلس صيادي النورس رفضه خطة الميناء", "وافقت الجامعة على خطة التدريب", False),
        ("تعهدت البلدية دعم سعر السمك في الميناء", "تراجع سعر السمك في الميناء عن ذروته", False),
        ("أعلن مجلس صيادي النورس رفضه خطة الميناء", "وكان مجلس صيادي النورس قد رفض خطة الميناء", False),
        ("أعلن مجلس صيادي النورس قبوله خطة الميناء", "أعلن مجلس صيادي النورس قبوله خطة الميناء", False),
    ],
)
def test_a_stance_that_was_given_up_is_past(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """«Who had refused», «accepts now», «withdrew its support»; a refusal that is told again holds."""
    assert past(early, late) is over
    assert not past(early, late, days=(LATE, EARLY))


@pytest.mark.parametrize(
    ("early", "over"),
    [
        ("ستفتح البلدية السوق مساء اليوم", True),
        ("حين يلتقي الوفدان اليوم في المرفأ ستكون الرسوم أول ما يبحث", True),
        ("قال النقيب مساء اليوم إن الصيادين لن يتراجعوا", False),
        ("ستتسع المدينة بعد عقد لضعف من هم فيها اليوم", False),
        ("لن يقبل الصيادون وسيبقون في المرفأ بعد اليوم", False),
        ("ستصرف البلدية المنحة في غضون خمسة أيام", True),
        ("ستصرف البلدية المنحة خلال 30 يوما", False),
        ("سيتذكر الصيادون ما جرى في خمسة أيام", False),
    ],
)
def test_what_was_to_be_today_or_within_days_is_over(early: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """What somebody said today of what will be is not."""
    assert past(early, "عاد الصيادون إلى البحر") is over


@pytest.mark.parametrize(
    ("text", "so_then"),
    [
        ("تنفي وزارة الصيد أن يكون للقرار صلة بالأسعار", True),
        ("ويقول النقيب إن القوارب في المرفأ", True),
        ("ستفتح البلدية السوق", True),
        ("ولم تعلق البلدية على الأمر", True),
        ("حتى أسابيع قليلة مضت كان المرفأ مجهولا", True),
        ("تقع البلدة شمال المرفأ", False),
        ("وتعد البلدة من أكبر أسواق الساحل التي تصدر السمك", False),
        ("وفي 2015 وقعت البلدية عقدا لم ينفذ", False),
        ("رحبت النقابة بالقرار", False),
        ("تأسست النقابة على الشاطئ", False),
    ],
)
def test_what_a_report_tells_as_being_or_to_come_bears_its_day(text: str, *, so_then: bool) -> None:
    """Where no later report bears it out; a column of a later day is no report."""
    told, again = statement(text, "a"), anchor(text, "b")
    newer = _dated("b", LATE)
    for documents, passages, day in (
        ({"a": _dated("a", EARLY), "b": newer}, (), EARLY if so_then else None),
        ({"a": _dated("a", EARLY), "b": structs.replace(newer, opinion=True)}, (), None),
        ({"a": _dated("a", EARLY), "b": newer}, (again,), None),
        ({"a": _dated("a", LATE), "b": newer}, (), None),
    ):
        (made,) = made_of([claim(told, *passages)], [told], documents)
        assert made.as_of == day


def test_where_something_lies_needs_no_day_but_for_how_long() -> None:
    """A town lies where it lies; that it lies under siege for two weeks counts from the day of writing."""
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE)}
    for text, day in (("تقع البلدة شمال المرفأ", None), ("تقع البلدة منذ أسبوعين تحت الحصار", EARLY)):
        (made,) = made_of([claim(statement(text))], [statement(text)], documents)
        assert made.as_of == day


def test_who_overtakes_a_claim_does_not_bear_it_out() -> None:
    """The source of the new value is to be compared with the old one, and the old one with it."""
    old = statement("تقدر كلفة ترميم القلعة بنحو 12 مليون دينار", "a")
    new = statement("وارتفعت كلفة ترميم القلعة من 12 مليون دينار إلى 15", "b")
    other = statement("كلفة ترميم القلعة باهظة", "c")
    bare = statement("دفع المتحف 12 مليون دينار", "c", 200)
    documents = {"a": _dated("a", EARLY), "b": _dated("b", LATE), "c": _dated("c", EARLY)}
    told = [old, new, other, bare]
    made = made_of(
        [
            claim(old, new.anchor, other.anchor),
            claim(new, old.anchor, other.anchor),
            claim(new, bare.anchor),
            claim(other, bare.anchor),
        ],
        told,
        documents,
    )
    assert [one.contrary for one in made] == [(new.anchor,), (old.anchor,), (bare.anchor,), ()]
