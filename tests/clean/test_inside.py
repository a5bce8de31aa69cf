"""Between two paragraphs: what heads, lists or tabulates stays, what leads away goes."""

from tests.clean.test_clean import BODY, cleaned, kept, removed

TITLES = ("عودة القطار إلى المحطة", "مباراة الذهاب تنتهي بالتعادل", "أسعار التمر في الأسواق")


def inside(*lines: str) -> tuple[list[str], dict[str, str]]:
    """What is kept and what is removed of lines in the middle of an article."""
    (article,) = cleaned(*BODY[:2], *lines, *BODY[2:])
    return [line for line in kept(article) if line not in BODY], removed(article)


def test_a_list_that_is_announced_stays() -> None:
    """Short rows below a colon are what it announces."""
    assert inside("وتضم الحديقة:", *TITLES) == (["وتضم الحديقة:", *TITLES], {})


def test_points_and_rows_of_a_table_stay() -> None:
    """A list and a table are told by their form."""
    lines = ["• ملعب للأطفال", "• ممر مظلل", "المرفق | المساحة", "الملعب | 120", "الممر | 80"]
    assert inside(*lines) == (lines, {})


def test_titles_that_speak_of_other_things_go() -> None:
    """Several short rows that nothing announces and that share no word with the article lead elsewhere."""
    kept_lines, gone = inside(*TITLES)
    assert kept_lines == []
    assert set(gone.values()) == {"related article"}


def test_dated_titles_go_and_a_heading_below_them_stays() -> None:
    """A date among short rows makes them a box; the short row right above the text heads it."""
    kept_lines, gone = inside(TITLES[0], "12 مارس 2019", TITLES[1], "أسباب القرار")
    assert kept_lines == ["أسباب القرار"]
    assert set(gone) == {*TITLES[:2], "12 مارس 2019"}


def test_sentences_below_a_pointer_go_with_it() -> None:
    """What a box says of its articles is no part of this one."""
    kept_lines, gone = inside("اقرأ أيضا", TITLES[0], "تعادل الفريقان أمس.")
    assert kept_lines == []
    assert gone["تعادل الفريقان أمس."] == "related article"


def test_short_sentences_stay() -> None:
    """Dialogue is short and ends as sentences do."""
    lines = ["وصمت الحارس.", "«لم يسألني أحد»."]
    assert inside(*lines) == (lines, {})
