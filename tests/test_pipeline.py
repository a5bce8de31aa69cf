"""The stages in their order, on folders of small articles."""

import hashlib
import random
from itertools import chain
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from brief.config import Budget, SourceSettings, Topic
from brief.errors import TopicError
from brief.model import Anchor, Brief, Facet
from brief.pipeline import condense
from tests.builders import pages
from tests.clean.test_clean import BODY, SECOND

FILES = {
    "a.txt": """حديقة النخيل تفتح أبوابها

14 مارس 2019

افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بكلفة 40 ألف دينار بعد عامين من الأعمال.

دوافع القرار:

1. جذب الزوار: تسعى البلدية إلى إنعاش السوق بعد أن تراجع عدد زواره خلال السنوات الخمس الماضية.

2. راحة السكان: يريد المجلس البلدي ساحة مظللة يصل إليها سكان الحي سيرا على الأقدام في الصيف.

تداعيات محتملة:

ومن المتوقع أن يؤدي الإقبال إلى ازدحام عند المدخل الشمالي في أيام العطل الأسبوعية الطويلة.

كلمات دلالية: حديقة | سوق
""",
    "b.txt": """أخبار الحي
افتتحت البلدية أمس حديقة النخيل الجديدة عند مدخل السوق القديم بعد عامين من الأعمال بكلفة 40 ألف دينار.
وانتقدت نقابة الباعة نقل البسطات إلى الطرف الجنوبي وحذرت من خسائر قد تصيب مئة عائلة من الحي.
وقال رئيس النقابة: "لم يسألنا أحد قبل أن ترفع البسطات من أماكنها، ولن نسكت على ذلك أبدا".
المصدر: نشرة الحي
""",
}


def folder(place: Path, files: dict[str, str], *, order: int = 0) -> Path:
    """A topic of these files, created in an order of its own."""
    place.mkdir(parents=True)
    names = sorted(files)
    random.Random(order).shuffle(names)  # noqa: S311 - an order, no secret
    for name in names:
        (place / name).parent.mkdir(exist_ok=True, parents=True)
        (place / name).write_bytes(files[name].encode("utf-8", "surrogatepass"))
    return place


def anchors(brief: Brief) -> list[Anchor]:
    """Every passage a brief points at."""
    told = [item.evidence for section in brief.sections for item in section.items]
    told += [event.evidence for event in brief.timeline]
    told += [position.evidence for position in brief.positions]
    told += [chart.evidence for chart in brief.charts]
    told += [account.evidence for one in brief.discrepancies for account in one.items]
    told += [point.evidence for point in brief.datapoints]
    alone = [quote.evidence for quote in brief.quotes]
    return [*chain.from_iterable(told), *alone]


def assert_resolves(brief: Brief, texts: dict[str, str]) -> None:
    """Every passage stands in the text of its source, word for word."""
    places = {entry.id: entry.place for entry in brief.sources}
    for anchor in anchors(brief):
        assert texts[places[anchor.source]][anchor.start : anchor.end] == anchor.text


def test_two_articles_become_one_brief(tmp_path: Path) -> None:
    """What both tell is one item with two passages; facets, label, title and date come from the texts."""
    brief, texts = condense(folder(tmp_path / "park", FILES), Topic())
    assert (brief.topic, brief.title, brief.issued) == ("park", "حديقة النخيل تفتح أبوابها", "2019-03-14")
    assert (brief.language, brief.direction, brief.locale) == ("ar", "rtl", "ar")
    assert [(entry.path, entry.number, entry.status) for entry in brief.sources] == [
        ("a.txt", 1, "used"),
        ("b.txt", 2, "used"),
    ]
    assert brief.sources[0].digest == hashlib.sha256(FILES["a.txt"].encode()).hexdigest()
    sections = {section.id: section.items for section in brief.sections}
    assert {"motives", "reactions", "implications"} <= set(sections)
    assert "جذب الزوار" in {item.label for item in sections["motives"]}
    sources = [{anchor.source for anchor in item.evidence} for items in sections.values() for item in items]
    assert {entry.id for entry in brief.sources} in sources
    assert texts == {f"sources/{name}": text for name, text in FILES.items()}
    assert_resolves(brief, texts)


def test_the_order_of_files_makes_no_difference(tmp_path: Path) -> None:
    """However the files came into the folder, the brief is the same."""
    made = [condense(folder(tmp_path / str(n) / "park", FILES, order=n), Topic()) for n in range(3)]
    assert made[0] == made[1] == made[2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(files=st.dictionaries(st.sampled_from(("a.txt", "b.md", "c.txt", "d.pdf")), pages, max_size=3))
@example(files={"a.txt": FILES["b.txt"] * 2, "b.md": FILES["b.txt"], "c.txt": "\ufeff" + FILES["a.txt"]})
def test_any_folder_is_a_brief_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    """Whatever texts a folder holds, every anchor of its brief resolves, or the refusal says why."""
    place = folder(tmp_path_factory.mktemp("any") / "topic", files)
    try:
        brief, texts = condense(place, Topic(issued="2019-03-14"))
    except TopicError as error:
        said = str(error)
    else:
        said = str(place)
        assert_resolves(brief, texts)
        assert all(section.items for section in brief.sections)
    assert said.startswith(str(place))


@pytest.mark.parametrize("budget", [Budget(1, 2000), Budget(3, 2000), Budget(60, 20), Budget(60, 1)])
def test_the_facets_keep_to_the_budget(tmp_path: Path, budget: Budget) -> None:
    """Items and words of the five facets together stay within what the topic allows."""
    brief, _ = condense(folder(tmp_path / "park", FILES), Topic(budget=budget))
    items = [item for section in brief.sections if section.id in list(Facet) for item in section.items]
    assert len(items) <= budget.items
    assert sum(len(item.text.split()) for item in items) <= budget.words


def test_a_file_that_cannot_be_used_is_a_note(tmp_path: Path) -> None:
    """The other articles make the brief, and the file is listed as set aside with its reason."""
    place = folder(tmp_path / "park", {**FILES, "c.xls": "x", "d.txt": "الرئيسية\nتسجيل الدخول\n"})
    (place / "e.txt").write_bytes(b"\xff\xfe\x00")
    brief, texts = condense(place, Topic(source=(SourceSettings(file="f.txt"),)))
    aside = {entry.path: entry.reason for entry in brief.sources if entry.status == "set_aside"}
    assert list(aside) == ["c.xls", "d.txt", "e.txt", "f.txt"]
    assert all(aside.values())
    noted = [note.message for note in brief.notes if note.kind == "set_aside"]
    assert noted == [f"{path} {reason}" for path, reason in aside.items()]
    assert set(texts) == {f"sources/{name}" for name in FILES}


@pytest.mark.parametrize(
    "listed", ["../a.txt", "/etc/hostname", "park/../../a.txt", "x" * 300 + ".txt", "\0.txt", ""]
)
def test_a_listed_file_that_cannot_be_one_is_a_note(tmp_path: Path, listed: str) -> None:
    """A name in brief.toml that leads elsewhere, or can be no file's, is set aside like any other."""
    (tmp_path / "a.txt").write_text(FILES["a.txt"])
    brief, texts = condense(folder(tmp_path / "park", FILES), Topic(source=(SourceSettings(file=listed),)))
    assert sum(entry.status == "set_aside" for entry in brief.sources) == 1
    assert set(texts) == {f"sources/{name}" for name in FILES}


@pytest.mark.parametrize("listed", ["./a.txt", "sub/../a.txt"])
def test_a_file_listed_by_another_spelling_is_read_once(tmp_path: Path, listed: str) -> None:
    """However its path is written in brief.toml, a file is one source and what is said of it holds."""
    place = folder(tmp_path / "park", FILES)
    (place / "sub").mkdir()
    brief, _ = condense(place, Topic(source=(SourceSettings(file=listed, publisher="نشرة الحي"),)))
    assert [entry.path for entry in brief.sources] == ["a.txt", "b.txt"]
    assert brief.sources[0].publisher == "نشرة الحي"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "there is no article in this folder"),
        ({"a.xls": "x"}, "none of the files can be used. a.xls is of a format"),
    ],
)
def test_a_folder_without_an_article_is_refused(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """The sentence names the folder and, for each file, why it could not be used."""
    with pytest.raises(TopicError, match=said):
        condense(folder(tmp_path / "empty", files), Topic())


def test_two_articles_of_one_file_are_two_sources(tmp_path: Path) -> None:
    """A second article under the first has an id of its own and the same path."""
    text = "\n".join(BODY) + "\nمقال ذو صلة\nسكان التل الشرقي بلا مياه\n" + "\n".join(SECOND)
    brief, texts = condense(folder(tmp_path / "park", {"b.txt": text}), Topic(issued="2019-03-14"))
    assert [entry.path for entry in brief.sources] == ["b.txt", "b.txt"]
    assert len({entry.id for entry in brief.sources}) == 2
    assert_resolves(brief, texts)


def test_the_newest_date_is_the_issue_and_what_is_set_wins(tmp_path: Path) -> None:
    """Without a date of its own a brief is of the day of its newest source, never of today."""
    place = folder(tmp_path / "park", FILES)
    newer = SourceSettings(file="b.txt", date="2019-04-02")
    assert condense(place, Topic(source=(newer,)))[0].issued == "2019-04-02"
    assert condense(place, Topic(source=(newer,), issued="2019-05-01"))[0].issued == "2019-05-01"


@pytest.mark.parametrize(("said", "day"), [("2019", "2019-01-01"), ("2019-06", "2019-06-01")])
def test_a_year_or_month_alone_dates_the_issue_by_its_first_day(tmp_path: Path, said: str, day: str) -> None:
    """Where no source bears a day the issue's date is still one, so that pages can print it."""
    place = folder(tmp_path / "park", {"b.txt": FILES["b.txt"]})
    assert condense(place, Topic(source=(SourceSettings(file="b.txt", date=said),)))[0].issued == day


def test_without_any_date_the_analyst_is_asked(tmp_path: Path) -> None:
    """The sentence says what to add."""
    with pytest.raises(TopicError, match=r"issued = .*--issued"):
        condense(folder(tmp_path / "park", {"b.txt": FILES["b.txt"]}), Topic())


def test_undated_sources_are_noted(tmp_path: Path) -> None:
    """A source without a date is used, and a note says that it has none."""
    brief, _ = condense(folder(tmp_path / "park", FILES), Topic())
    assert [note.message for note in brief.notes if note.kind == "undated"] == ["b.txt"]


def test_progress_is_told_stage_by_stage(tmp_path: Path) -> None:
    """Who waits hears the name of each stage once, in order."""
    heard: list[str] = []
    condense(folder(tmp_path / "park", FILES), Topic(), heard.append)
    assert heard == ["read", "extract", "merge", "compose"]


def test_a_brief_survives_its_own_record(tmp_path: Path) -> None:
    """Written as JSON and read again, a brief is the same value, its decimals included."""
    brief, _ = condense(folder(tmp_path / "park", FILES), Topic())
    written = msgspec.json.Encoder(decimal_format="number").encode(brief)
    assert msgspec.json.decode(written, type=Brief) == brief


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    """The sentence names the languages there are."""
    with pytest.raises(TopicError, match="'xx'"):
        condense(folder(tmp_path / "park", FILES), Topic(language="xx"))


def test_a_brief_is_called_by_what_is_told_since_the_matter_turned(tmp_path: Path) -> None:
    """The title of the first article, where nothing overtakes it; it bears no headline that is over."""
    first = """نقابة الصيادين ترفض رسوم المرفأ

14 مارس 2019

تطالب نقابة الصيادين بخفض رسوم المرفأ إلى النصف قبل أن تعود قواربها إلى البحر في موسم السردين القريب.

ويقول تجار السوق إن السمك قل منذ بداية الأسبوع وإن الأسعار زادت في كل أحياء المدينة القديمة.
"""
    second = """الصيادون يعودون إلى البحر بعد اتفاق المرفأ

20 مارس 2019

وقعت نقابة الصيادين اتفاقا مع البلدية على خفض رسوم المرفأ بنسبة الربع بعد أسبوع طويل من المحادثات.

وعادت القوارب إلى البحر فجرا وباع التجار أول السمك في السوق القديم قبل صلاة الظهر بأسعار أقل.
"""
    plain = second.replace(
        "وقعت نقابة الصيادين اتفاقا مع البلدية على خفض رسوم المرفأ", "رممت البلدية سوق النحاسين"
    )
    titles = []
    for name, later in (("turned", second), ("plain", plain)):
        place = folder(tmp_path / name, {"a.txt": first, "b.txt": later})
        titles.append(condense(place, Topic())[0].title)
    assert titles == ["الصيادون يعودون إلى البحر بعد اتفاق المرفأ", "نقابة الصيادين ترفض رسوم المرفأ"]


def test_a_brief_is_called_by_a_report_and_not_by_a_question(tmp_path: Path) -> None:
    """A headline that asks tells less of what happened; where there is no other, it stands."""
    told, asked = "افتتاح حديقة جديدة عند السوق القديم", "من يدفع ثمن حديقة النخيل؟"
    asking = {"a.txt": FILES["a.txt"].replace("حديقة النخيل تفتح أبوابها", asked)}
    report = {"b.txt": FILES["b.txt"].replace("أخبار الحي", f"{told}\n\n14 مارس 2019\n")}
    titles = [
        condense(folder(tmp_path / str(number), files), Topic())[0].title
        for number, files in enumerate((asking, {**asking, **report}))
    ]
    assert titles == [asked, told]


def test_a_brief_is_not_called_by_what_stands_behind_the_news(tmp_path: Path) -> None:
    """An article of a year before comes first by its day; the news names the brief."""
    told = "افتتاح حديقة جديدة عند السوق القديم"
    old = FILES["a.txt"].replace("14 مارس 2019", "14 مارس 2018")
    news = FILES["b.txt"].replace("أخبار الحي", f"{told}\n\n14 مارس 2019\n")
    assert condense(folder(tmp_path / "topic", {"a.txt": old, "b.txt": news}), Topic())[0].title == told
