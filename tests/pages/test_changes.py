"""What changed, as the pages set it."""

from msgspec.structs import replace

from brief.annex import annex
from brief.changes import changes, told_since
from brief.model import Account, Brief, Changes, Due, Qualifier, Revision, Section, Since
from brief.pages.changes import MOST, PART, changed, evidence
from brief.pages.cover import cover
from brief.pages.parts import parts
from brief.words import words
from tests.builders import ARABIC
from tests.changes.briefs import anchor, conflict, earlier, figure, item, side, texts_of

SAID = words("ar", "ar")
OLD = "بلغ عدد الأطفال الذين شملتهم حملة التطعيم في إقليم الوادي 40200 طفل."
NEW = OLD.replace("40200", "55700")
FIVE = "تقدمت خمس شركات بعروض لتنفيذ المرحلة الثانية من توسعة الميناء الكبير."
SEVEN = FIVE.replace("خمس", "سبع")
MORE = tuple(f"وافتتحت الوزارة {word} في المدينة." for word in ("جسرا", "نفقا", "مصنعا", "مشفى", "سوقا"))

DAYS = ("2024-03-12", "2024-03-15")


def brief(summary: int = 0) -> Brief:
    """An issue with a revised figure, a new conflict and news, its summary of so many long lines."""
    lines = tuple(item(anchor(text)) for text in MORE)
    before = side({"a.txt": OLD}, datapoints=(figure(anchor(OLD), "40200", "طفل"),))
    texts = {"a.txt": NEW, "b.txt": FIVE, "c.txt": SEVEN} | {
        f"{at}.txt": text for at, text in enumerate(MORE)
    }
    long = tuple(item(anchor(MORE[0]), id=f"s{at}", text="كلمة " * 40) for at in range(summary))
    after = side(
        texts,
        sections=(Section("summary", "s", long), Section("outcomes", "o", lines)),
        datapoints=(figure(anchor(NEW), "55700", "طفل"),),
        discrepancies=(conflict(anchor(FIVE), anchor(SEVEN)),),
    )
    return told_since(after.brief, texts_of(after), earlier(before))[0]


def test_the_part_stands_first_and_numbers_its_rows_as_the_annex_does() -> None:
    """Every passage that a row stands on leads back to it."""
    told = brief()
    assert next(iter(parts(told, SAID))).id == PART
    shown = changed(told, SAID)
    assert shown is not None
    assert told.changes is not None
    rows = [row for group in shown.groups for row in group.rows]
    assert [row.id for row in rows] == [f"change-{number}" for number in range(1, len(rows) + 1)]
    places = {one.anchor: {place.target for place in one.places} for one in annex(told, SAID).passages}
    for row, passages in zip(rows, evidence(told.changes), strict=True):
        assert {passage for one in row.told for passage in one.evidence} <= set(passages)
        assert all(row.id in places[passage] for passage in passages)


def test_the_box_takes_one_of_each_kind_first() -> None:
    """Four lines, the figure before the conflict, and the news after both."""
    shown = changed(brief(), SAID)
    assert shown is not None
    assert [row.kind for row in shown.foremost] == ["figures", "opened", "new", "new"]
    assert len(shown.foremost) == MOST
    assert shown.counts == ("رقم واحد تغيّر", "خلاف جديد", "5 بنود جديدة")


def test_a_conflict_is_told_in_the_words_around_the_difference() -> None:
    """Both accounts stand in a line, cut where it is full."""
    shown = changed(brief(), SAID)
    assert shown is not None
    accounts = shown.foremost[1].short
    assert [one.text.split()[1] for one in accounts] == ["خمس", "سبع"]
    assert all(one.text.endswith("…") for one in accounts)


def test_a_conflict_of_figures_is_told_in_the_words_around_them() -> None:
    """However differently the accounts begin, the first page shows what they differ in."""
    told = (
        "وتوقعت لجنة المياه في تقريرها الأخير عن الساحل أن يبلغ مخزون السد الجديد 250 مليون متر مكعب",
        "ومن المنتظر في رأي مهندسي السد أن يبلغ مخزونه هذا العام 280 مليون متر مكعب",
    )
    before = side({"a.txt": told[0]})
    after = side(
        dict(zip(("a.txt", "b.txt"), told, strict=True)),
        discrepancies=(conflict(*map(anchor, told)),),
    )
    shown = changed(told_since(after.brief, texts_of(after), earlier(before))[0], SAID)
    assert shown is not None
    assert [one.text for one in shown.foremost[0].short] == [
        "… يبلغ مخزون السد الجديد 250 مليون متر مكعب",
        "… يبلغ مخزونه هذا العام 280 مليون متر مكعب",
    ]


def test_the_box_takes_a_date_of_which_something_is_told_first() -> None:
    """The part keeps the order of the days, and its rows their numbers."""
    lines = tuple(item(anchor(text), label=day) for text, day in zip(MORE, DAYS, strict=False))
    silent = Due("2024-03-12", lines[0])
    told = Due("2024-03-15", lines[1], Account(MORE[2], (anchor(MORE[2]),)))
    since = Since(name="2024-W10", issued="2024-03-10", digest="")
    shown = changed(replace(brief(), changes=Changes(since=since, due=(silent, told))), SAID)
    assert shown is not None
    assert [row.id for row in shown.foremost] == ["change-2", "change-1"]
    assert [row.label for row in shown.groups[0].rows] == ["12 مارس 2024", "15 مارس 2024"]


def test_what_a_source_adds_to_a_figure_stands_behind_its_unit() -> None:
    """«at least» follows the unit, «about» goes before the number; «only» is no part of a figure."""
    text = "بلغت كلفة الجسر الجديد 3.6 مليار دولار"
    points = [
        figure(anchor(text), value, "كلفة الجسر", "usd", qualifier=added)
        for value, added in (("3600000000", Qualifier.AT_LEAST), ("4400000000", Qualifier.APPROX))
    ]
    since = Since(name="2024-W10", issued="2024-03-10", digest="")
    shown = changed(replace(brief(), changes=Changes(since=since, figures=(Revision(*points),))), SAID)
    assert shown is not None
    assert shown.foremost[0].label == "من 3.6 مليار دولار على الأقل إلى نحو 4.4 مليار دولار"
    little = figure(anchor(text), "3600000000", "كلفة الجسر", "usd", qualifier=Qualifier.ONLY)
    assert little.value is not None
    assert SAID.amount(little.value, little.value, little.qualifier) == "3,600,000,000"


def test_a_full_first_page_tells_fewer_lines_or_the_counts_alone() -> None:
    """What there is no room for stands in the part."""
    rooms = [len(cover(brief(lines), None, 0, SAID).changes) for lines in (0, 12, 30)]
    assert rooms[0] == MOST
    assert rooms[-1] == 0
    assert rooms == sorted(rooms, reverse=True)


def test_an_issue_without_changes_says_so_in_a_sentence() -> None:
    """The day is that of the earlier issue; without one there is nothing to say."""
    same = side({"a.txt": OLD}, (item(anchor(OLD)),))
    found = changes(earlier(same), same, ARABIC)
    told = told_since(same.brief, texts_of(same), earlier(same))[0]
    assert told.changes == found
    shown = changed(told, SAID)
    assert shown is not None
    assert (shown.nothing, shown.groups) == ("لا جديد منذ عدد 10 مارس 2024.", ())
    assert shown.since == "مقارنةً بالعدد 2024-W10 الصادر في 10 مارس 2024."
    assert changed(same.brief, SAID) is None
