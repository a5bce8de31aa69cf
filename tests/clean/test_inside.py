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


def test_lines_of_a_poem_head_nothing() -> None:
    """Several open rows below each other are verse or a list: none of them is a heading."""
    verse = ("يا نخلة في آخر الطريق", "تظل واقفة على الضفاف", "حديقة السوق لها رفيق")
    (article,) = cleaned(*BODY[:2], "وقال شاعر الحي:", *verse, *BODY[2:])
    assert set(verse) <= set(kept(article))
    assert not [line for line in article.lines if line.heading]


def test_a_numbered_heading_stands_above_its_own_text() -> None:
    """A number before a short question makes no list of it where prose follows at once."""
    (article,) = cleaned(*BODY[:2], "1- لماذا تأخر الافتتاح؟", *BODY[2:])
    (heading,) = (line for line in article.lines if line.heading)
    assert article.source.text[heading.start : heading.end] == "1- لماذا تأخر الافتتاح؟"


def test_a_table_without_tabs_is_told_by_its_numbers() -> None:
    """Rows that end in two numbers or more are a table, and the row above them is its head."""
    rows = ("الفريق لعب نقاط", "نخيل الحي 14 31", "اتحاد التل 14 28")
    (article,) = cleaned(*BODY[:2], *rows, *BODY[2:])
    assert set(rows) <= set(kept(article))
    assert not [line for line in article.lines if line.heading]


def test_prices_are_no_hours() -> None:
    """A figure with two decimals is not taken for the time of day."""
    assert inside("المالي\t5120.33\t+41.20", "الصناعي\t2877.05\t+12.64")[1] == {}


def test_a_poll_goes_with_its_answers() -> None:
    """What stands between the question of a poll and the text that goes on is no part of the article."""
    kept_lines, gone = inside("استطلاع الرأي", "هل تزور الحديقة كل يوم؟", "نعم", "لا", "عدد المصوتين: 310")
    assert kept_lines == []
    assert gone["استطلاع الرأي"] == "poll"


def test_a_quote_pulled_out_of_the_text_is_told_once() -> None:
    """A row that a longer one says word for word is removed, the longer one stays."""
    quote = BODY[2].split("، ")[0]
    kept_lines, gone = inside(f"«{quote}»")
    assert kept_lines == []
    assert set(gone.values()) == {"said twice on the page"}


def test_who_the_author_is_stands_below_the_article() -> None:
    """A last line that opens with a name and a calling is about the author; one inside the text stays."""
    life = "سلمى العمري باحثة في شؤون المدن، صدر لها كتاب عن الأسواق."
    (last,) = cleaned(*BODY, life)
    (amid,) = cleaned(*BODY[:2], life, *BODY[2:])
    assert removed(last)[life] == "notes and references"
    assert life in kept(amid)


def test_a_starred_note_at_the_end_is_about_the_author() -> None:
    """The only row behind a star, below the last paragraph; stars above others head the points of a list."""
    note = "* مهندس ري سابق، عمل في صفاقس. المقال يعبر عن رأي كاتبه."
    (last,) = cleaned(*BODY, note)
    point = "* ملعب للأطفال في الحديقة الجديدة."
    (amid,) = cleaned(*BODY[:2], point, *BODY[2:])
    (listed,) = cleaned(*BODY[:2], point, *BODY[2:-1], f"* {BODY[-1]}")
    assert removed(last)[note] == "notes and references"
    assert point in kept(amid)
    assert f"* {BODY[-1]}" in kept(listed)
