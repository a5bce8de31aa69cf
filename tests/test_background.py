"""Which articles an issue of some days is about, and which older ones stand behind it."""

from pathlib import Path

import pytest
from msgspec import structs

from brief import background, weeks
from brief.background import News, covering, until
from brief.clean.reasons import Reason
from brief.config import SourceSettings, Topic
from brief.identity import digest
from brief.kept import Store
from brief.model import Document, Furniture, Note, SourceEntry
from brief.outputs import record
from brief.pipeline import condense
from tests.builders import ARABIC, article, document
from tests.test_pipeline import assert_resolves, folder

WEEK = weeks.interval("2024-W26", "monday")  # 2024-06-24 to 2024-06-30
PORT = (
    "رست في ميناء المرجان ثلاث سفن محملة بالقمح بعد إضراب عمال الأرصفة.",
    "وطالبت نقابة البحارة إدارة الميناء بدفع أجور الرصيف الشمالي كاملة.",
)
SCHOOL = (
    "افتتحت وزارة التعليم مدرسة جديدة في قرية الزيتون وسجلت فيها مئة تلميذ.",
    "ووزعت المدرسة كتبا ودفاتر على تلاميذ الصف الأول قبل العطلة.",
)
NEWS = (
    "استأنف عمال الأرصفة في ميناء المرجان تفريغ القمح صباح اليوم.",
    "وقالت نقابة البحارة إن أجور الرصيف الشمالي ستدفع خلال شهر.",
)


def told(path: str, lines: tuple[str, ...], published: str | None) -> Document:
    """A document of some lines, published on a day."""
    return document(*lines, path=path, published=published)


def used(documents: list[Document], most: int = 40, **seen: str) -> list[tuple[str, bool]]:
    """The paths that are kept, and whether each is background."""
    return [(one.path, one.background) for one in covering(documents, News(WEEK, most, seen), ARABIC)]


def test_without_days_everything_is_news() -> None:
    """A brief of a folder is as it was."""
    documents = [told("a.txt", PORT, "2024-01-01"), told("b.txt", NEWS, "2024-06-25")]
    assert covering(documents, None, ARABIC) is documents
    assert until([article("x")], None) == [article("x")]


def test_what_was_told_before_is_background() -> None:
    """And what is of these days is news, in the order they came."""
    documents = [told("a.txt", NEWS, "2024-06-25"), told("b.txt", PORT, "2024-06-23")]
    assert used(documents) == [("a.txt", False), ("b.txt", True)]


@pytest.mark.parametrize(
    ("published", "kept", "old"),
    [
        ("2024-06-23", True, True),
        ("2024-06-24", True, False),
        ("2024-06-30", True, False),
        ("2024-07-01", False, False),
        ("2024-05", True, True),
        ("2024-06", True, False),
        ("2024-07", False, False),
        ("2023", True, True),
        ("2024", True, False),
        ("2025", False, False),
        (None, True, False),
    ],
)
def test_an_article_counts_by_its_first_day(published: str | None, *, kept: bool, old: bool) -> None:
    """One that names but its month or year counts as of these days where it may; a later one is left out."""
    page = article(*NEWS, path="a.txt", published=published)
    assert bool(until([page], News(WEEK, 40))) is kept
    assert News(WEEK, 40).is_older(told("a.txt", NEWS, published)) is old


@pytest.mark.parametrize(
    ("day", "kept", "old"),
    [("2024-06-23", True, True), ("2024-06-30", True, False), ("2024-07-01", False, False)],
)
def test_an_undated_article_counts_by_the_day_it_was_seen(day: str, *, kept: bool, old: bool) -> None:
    """Where it was seen before; else it is new."""
    page, text = article(*NEWS, path="a.txt"), "\n".join(NEWS)
    news = News(WEEK, 40, {digest(text): day})
    assert bool(until([page], news)) is kept
    assert news.is_older(told("a.txt", NEWS, None)) is old


URL = "https://news.example/a"
COUNTER = "آخر تحديث: عدد القراء 17"
REVISED = (NEWS[0], NEWS[1].replace("خلال شهر", "خلال شهرين"))


def remembered(*lines: str, known: dict[str, str] | None = None, day: str = "2024-06-23") -> dict[str, str]:
    """What a run on a day remembers of a page of these lines."""
    page = document(*lines, path="a.html", url=URL)
    entry = SourceEntry(
        id=page.id, path=page.path, url=URL, number=1, title=None, publisher=None, author=None,
        published=None, language="ar", digest=digest(page.text), grade=None, background=False,
        status="used", reason=None,
        lines=page.lines,
    )  # fmt: skip
    return background.seen(known or {}, [entry], {page.place: page.text}, day)


def is_old(known: dict[str, str], *lines: str) -> bool:
    """Whether a page of these lines is older than the week."""
    return News(WEEK, 40, known).is_older(document(*lines, path="a.html", url=URL))


def test_a_page_is_known_by_its_sentences() -> None:
    """What stands around them may change at every visit: it is no news a second time."""
    known = remembered(*NEWS, COUNTER)
    assert is_old(known, *NEWS, COUNTER.replace("17", "2104"))
    assert remembered(*NEWS, COUNTER.replace("17", "2104"), known=known, day="2024-06-30") == known


def test_a_page_that_says_something_else_is_news() -> None:
    """It counts by the day on which that was first seen; what it said before stays old."""
    known = remembered(*NEWS, COUNTER)
    assert not is_old(known, *REVISED, COUNTER)
    later = remembered(*REVISED, COUNTER, known=known, day="2024-06-26")
    assert sorted(later.values()) == ["2024-06-23", "2024-06-26"]
    assert not is_old(later, *REVISED)
    assert is_old(later, *NEWS)
    early = News(weeks.interval("2024-W25", "monday"), 40, later)
    assert not until([article(*REVISED, path="a.html", url=URL)], early)


def test_a_short_sentence_that_changes_is_news() -> None:
    """A row of two words that ends as a sentence does is the page's own, a row of two words is not."""
    assert not is_old(remembered(*NEWS, "وعاد الهدوء."), *NEWS, "وعاد الإضراب.")
    assert is_old(remembered(*NEWS, "وعاد الهدوء"), *NEWS, "وعاد الإضراب")


def test_a_page_of_a_house_without_stops_is_known_by_its_long_lines() -> None:
    """There every line ends without a mark, and a figure in one of them is news all the same."""
    lines = tuple(f"{line} وذلك {more} كما جاء في تقرير الإدارة".replace(".", "") for line, more in (
        (NEWS[0], "بعد توقف دام أسبوعا"), (NEWS[1], "بحسب الاتفاق الموقع"),
        (PORT[0], "وفي الخامسة من صباح اليوم"),
        (PORT[1], "في رسالة مفتوحة"),
    ))  # fmt: skip
    known = remembered(*lines)
    assert is_old(known, *lines, "القراء 99")
    assert not is_old(known, *lines[:2], lines[2].replace("ثلاث", "أربع"), lines[3])


def test_a_record_that_knows_an_address_alone_is_read() -> None:
    """What the page says when it is next seen takes over its day; what it says after that is news."""
    old = {URL: "2024-06-23"}
    assert is_old(old, *NEWS)
    assert not until([article(*NEWS, path="a.html", url=URL)], News(WEEK, 40, {URL: "2024-07-01"}))
    known = remembered(*NEWS, known=old, day="2024-06-27")
    assert list(known.values()) == ["2024-06-23"]
    assert is_old(known, *NEWS)
    assert not is_old(known, *REVISED)


def test_what_others_say_of_a_line_makes_no_other_version() -> None:
    """A house's own line is known as such when a third page of it comes: the page says what it said."""
    page = document(*NEWS, path="a.html", url=URL)
    known = remembered(*NEWS)
    habit = Furniture(page.lines[1].start, page.lines[1].end, Reason.HABIT)
    seen_through = structs.replace(page, lines=page.lines[:1], furniture=(habit,))
    assert News(WEEK, 40, known).is_older(seen_through)


def test_a_line_that_a_judge_brings_back_makes_no_other_version() -> None:
    """The page says what it said when the rules alone read it."""
    page = document(*NEWS, path="a.html", url=URL)
    back = structs.replace(page, lines=(page.lines[0], structs.replace(page.lines[1], judged=True)))
    assert is_old(remembered(NEWS[0]), *NEWS) is False
    assert News(WEEK, 40, remembered(NEWS[0])).is_older(back)


@pytest.mark.parametrize(
    ("published", "day", "old"),
    [
        ("2024-06", "2024-06-23", True),
        ("2024-06", "2024-06-25", False),
        ("2024", "2024-01-10", True),
        ("2024", "2024-06-30", False),
        ("2024-05", "2024-06-25", True),
    ],
)
def test_a_month_or_a_year_is_no_news_every_week(published: str, day: str, *, old: bool) -> None:
    """What names no day was news in the week it was first seen in, if that lies in its month or year."""
    page, text = article(*NEWS, path="a.txt", published=published), "\n".join(NEWS)
    news = News(WEEK, 40, {digest(text): day})
    assert until([page], news)
    assert news.is_older(told("a.txt", NEWS, published)) is old


def test_the_nearest_stand_behind_the_news() -> None:
    """Of many older articles those that share its rare words, however late the others came."""
    others = [
        told(f"s{number}.txt", (SCHOOL[0].replace("مئة", f"{number} من"), SCHOOL[1] * number), "2024-06-20")
        for number in range(1, 6)
    ]
    documents = [told("a.txt", PORT, "2024-03-01"), *others, told("z.txt", NEWS, "2024-06-25")]
    assert used(documents, 1) == [("a.txt", True), ("z.txt", False)]
    assert used(documents, 0) == [("z.txt", False)]


def test_each_of_the_news_has_its_background() -> None:
    """One report on a side matter is not forgotten over ten on the main one."""
    main = [
        told(f"n{number}.txt", (*NEWS, f"وبلغت حمولة السفينة {number}00 طن من القمح المستورد."), "2024-06-25")
        for number in range(4)
    ]
    side = told("side.txt", ("سجلت مدرسة قرية الزيتون تلاميذ الصف الأول وافتتحت مكتبتها.",), "2024-06-26")
    old = [told("port.txt", PORT, "2024-06-01"), told("school.txt", SCHOOL, "2024-06-02")]
    strange = told("rain.txt", ("هطلت أمطار غزيرة على الجبال وارتفع منسوب السدود.",), "2024-06-10")
    kept = [path for path, is_old in used([*main, side, *old, strange], 2) if is_old]
    assert kept == ["port.txt", "school.txt"]


def test_without_news_the_latest_stand() -> None:
    """A week in which nothing came in shows where the matter stood."""
    documents = [told("a.txt", PORT, "2024-06-01"), told("b.txt", SCHOOL, "2024-06-20")]
    assert used(documents, 1) == [("b.txt", True)]


def test_the_first_version_stands_behind_the_second() -> None:
    """An old article that is told again is no news, and neither is any more near to it."""
    again = told("b.txt", PORT, "2024-06-25")
    documents = [told("a.txt", PORT, "2024-03-01"), again]
    assert used(documents, 0) == [("a.txt", True), ("b.txt", False)]


def test_what_is_left_out_is_counted() -> None:
    """The reader learns that there was more."""
    documents = [told("a.txt", PORT, "2024-06-01"), told("b.txt", SCHOOL, "2024-06-20")]
    assert background.notes(documents, documents[1:]) == (Note("older", "1"),)
    assert background.notes(documents, documents) == ()


PAGE = """{title}

{day}

{first}

{second}

وأكد مدير {place} أن العمل يجري وفق الخطة المقررة، وأن النتائج ستعلن في نهاية الشهر المقبل أمام الصحافة.
"""


def page(title: str, day: str, lines: tuple[str, ...], place: str) -> str:
    """A page as a site has it."""
    return PAGE.format(title=title, day=day, first=lines[0], second=lines[1], place=place)


FILES = {
    "a.txt": page("ميناء المرجان بعد الإضراب", "20 يونيو 2024", PORT, "الميناء"),
    "b.txt": page("مدرسة في قرية الزيتون", "21 يونيو 2024", SCHOOL, "المدرسة"),
    "c.txt": page("تفريغ القمح من جديد", "25 يونيو 2024", NEWS, "الأرصفة"),
    "d.txt": page("أسبوع آخر في المدرسة", "3 يوليو 2024", SCHOOL[::-1], "التعليم"),
}


def test_a_brief_of_some_days(tmp_path: Path) -> None:
    """Its sources are the news and what stands behind them; the rest is counted, later days are not told."""
    topic = folder(tmp_path / "port", FILES)
    brief, texts = condense(topic, Topic(issued="2024-06-30"), news=News(WEEK, 1))
    assert [(entry.path, entry.background) for entry in brief.sources] == [("a.txt", True), ("c.txt", False)]
    assert [note for note in brief.notes if note.kind == "older"] == [Note("older", "1")]
    assert_resolves(brief, texts)


def test_later_articles_change_no_issue(tmp_path: Path) -> None:
    """An issue that is made again next week is the same to the byte, with a store or without."""
    early = folder(tmp_path / "one" / "port", {name: FILES[name] for name in ("a.txt", "b.txt", "c.txt")})
    late = folder(tmp_path / "two" / "port", FILES)
    store = Store(tmp_path / ".cache")
    made = [
        record.write(condense(place, Topic(issued="2024-06-30"), store=kept, news=News(WEEK, 1))[0]).content
        for place in (early, late)
        for kept in (None, store)
    ]
    assert len(set(made)) == 1


def test_undated_texts_are_remembered(tmp_path: Path) -> None:
    """By the digest of their text, on the day they were first seen; what is dated needs no memory."""
    files = {name: FILES[name] for name in ("a.txt", "c.txt")}
    files["c.txt"] = files["c.txt"].replace("25 يونيو 2024", "")
    topic = folder(tmp_path / "port", files)
    settings = Topic(issued="2024-06-30", source=(SourceSettings(file="a.txt", date="2024-06-20"),))
    brief, texts = condense(topic, settings, news=News(WEEK, 1))
    seen = background.seen({}, brief.sources, texts, "2024-06-30")
    assert seen == {digest(files["c.txt"]): "2024-06-30"}
    assert background.seen(seen, brief.sources, texts, "2024-07-07") == seen
    next_week = News(weeks.interval("2024-W27", "monday"), 2, seen)
    later, _ = condense(topic, settings, news=next_week)
    assert all(entry.background for entry in later.sources)
