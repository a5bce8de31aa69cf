"""Which rows the rules are unsure of, and an article without or with them."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.clean import clean
from brief.clean.doubtful import MOST, Doubt, corrected, doubts, placed
from brief.clean.reasons import Reason
from brief.model import Article, Hint, Source
from tests.builders import ARABIC, pages

SCRAPES = Path(__file__).parents[1] / "scrapes"
FIRST = {"body": 0, "heading": 0, "second_body": 1, "second_heading": 1}
TITLE = "حديقة جديدة في حي النخيل"
BODY = (
    "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بعد عامين من الأعمال التي عطلت الزوار.",
    "وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين المكتبة ومحطة الحافلات في طرف الحي الشرقي من المدينة.",
    "ويقول الباعة إن زوار السوق زادوا منذ رفع السياج وإضاءة المدخل الشمالي للساحة الكبيرة قبل أسبوعين.",
    "وكانت البلدية قد وعدت بفتح الحديقة في الربيع الماضي ثم أجلت الموعد مرتين بسبب الأمطار ونقص العمال.",
)
HALF = len(BODY) // 2
OTHER = "مصنع الألبان يفتح فرعا في الميناء"


def article_of(*lines: str) -> Article:
    """The only article of a page of these lines."""
    (made,) = clean(Source(path="a.txt", text="\n".join(lines)), ARABIC)
    return made


def doubted(made: Article) -> dict[str, Doubt]:
    """The doubtful rows of an article by their words."""
    page = placed(made, ARABIC)
    return {page[number].row.row.text: doubt for number, doubt in doubts(page).items()}


def place_of(made: Article, text: str) -> int:
    """The place of a row among those of the article's page."""
    return next(number for number, one in enumerate(placed(made, ARABIC)) if one.row.row.text == text)


def texts(made: Article) -> list[str]:
    """The lines of an article."""
    return [made.source.text[line.start : line.end] for line in made.lines]


def with_answers(made: Article, answers: dict[str, bool]) -> Article:
    """The article with the rows that are said to be of it, and without the others."""
    kept = {place_of(made, text): told for text, told in answers.items()}
    return corrected(made, placed(made, ARABIC), kept, ARABIC)


def test_a_line_that_comes_back_says_so() -> None:
    """What the rules kept does not."""
    page = (*BODY[:HALF], "اقرأ أيضا", OTHER, *BODY[HALF:])
    made = with_answers(article_of(*page), {OTHER: True})
    told = {made.source.text[line.start : line.end]: line.judged for line in made.lines}
    assert [text for text, is_judged in told.items() if is_judged] == [OTHER]


def test_a_plain_article_leaves_no_doubt() -> None:
    """Paragraphs below a title and a date, with a short heading between them, are sure."""
    page = (TITLE, "14 مارس 2019", *BODY[:HALF], "خلاف قديم", *BODY[HALF:], "اقرأ أيضا", OTHER)
    assert not doubted(article_of(*page))


@pytest.mark.parametrize(
    ("page", "row", "doubt"),
    [
        ((TITLE, *BODY, "مراسل الحي في النخيل."), "مراسل الحي في النخيل.", Doubt.EDGE),
        ((*BODY[:HALF], OTHER, *BODY[HALF:]), OTHER, Doubt.TITLE),
        ((TITLE, "14 مارس 2019", "ملخص", *BODY), "ملخص", Doubt.BESIDE),
        ((*BODY[:HALF], "إعلان", "سوق الخضار يعود.", *BODY[HALF:]), "سوق الخضار يعود.", Doubt.GAP),
        (
            (*BODY[:HALF], "المصدر: التقرير السنوي لهيئة السدود", *BODY[HALF:]),
            "المصدر: التقرير السنوي لهيئة السدود",
            Doubt.SIGN,
        ),
        ((*BODY[:HALF], "اقرأ أيضا", OTHER, *BODY[HALF:]), OTHER, Doubt.COMPANY),
    ],
)
def test_a_doubt_has_its_sign(page: tuple[str, ...], row: str, doubt: Doubt) -> None:
    """Each weak kind of evidence is told as what it is, and only the row that it concerns."""
    assert doubted(article_of(*page)) == {row: doubt}


def hinted(*rows: tuple[str, Hint | None]) -> Article:
    """The only article of a page whose format tells of these rows, each with its place yet to be found."""
    text = "\n".join(words for words, _ in rows)
    places = [(text.index(words), len(words), hint) for words, hint in rows]
    hints = [structs.replace(hint, start=start, end=start + size) for start, size, hint in places if hint]
    (made,) = clean(Source(path="a.html", text=text, hints=tuple(hints)), ARABIC)
    return made


def test_what_the_format_tells_is_sure() -> None:
    """Headings that a format names and what it keeps out are sure; what it could not place is not."""
    paragraph, heading = Hint(0, 0, "paragraph"), Hint(0, 0, "heading")
    menu, beyond = Hint(0, 0, "aside", "menu"), Hint(0, 0, "aside", Reason.OUTSIDE)
    body = [(words, paragraph) for words in BODY]
    sure = (*body[:HALF], (OTHER, heading), ("أخبار الحي والمدينة والبلدية اليوم", menu), *body[HALF:])
    assert not doubted(hinted(*sure))
    table = "مقاعد | 150 | 0"
    assert doubted(hinted(*body[:HALF], (table, beyond), *body[HALF:])) == {table: Doubt.SIGN}
    assert doubted(hinted(*body[:HALF], (OTHER, paragraph), *body[HALF:])) == {OTHER: Doubt.TITLE}


def test_doubts_are_few() -> None:
    """Of many doubtful rows the first kinds go before the others, in the order of the page."""
    box = [f"{OTHER} {number}" for number in range(9)]
    page = (*BODY[:HALF], "14 مارس 2019", *box, *BODY[HALF:], "مراسل الحي في النخيل.")
    found = doubted(article_of(*page))
    assert len(found) == MOST
    assert list(found)[-1] == "مراسل الحي في النخيل."
    assert Counter(found.values()) == {Doubt.COMPANY: MOST - 1, Doubt.EDGE: 1}


@given(pages, st.lists(st.booleans(), min_size=MOST, max_size=MOST))
def test_whatever_is_answered_no_line_is_lost_or_added(text: str, answers: list[bool]) -> None:
    """Each row of the page is kept or removed, once, as it was; every article keeps a line; few are asked."""
    articles = clean(Source(path="a.txt", text=text), ARABIC)
    for made in articles:
        page = placed(made, ARABIC)
        found = doubts(page)
        assert len(found) <= MOST
        told = corrected(made, page, dict(zip(found, answers, strict=False)), ARABIC)
        assert any(not line.heading for line in told.lines) or told.lines == made.lines
        assert covered(told) == covered(made)
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans(told))))
        as_they_are = {number: page[number].kept for number in found}
        assert corrected(made, page, as_they_are, ARABIC) == made


def spans(made: Article) -> list[tuple[int, int]]:
    """The lines that an article keeps and those that were removed."""
    kept = [(line.start, line.end) for line in made.lines]
    return kept + [(piece.start, piece.end) for piece in made.furniture]


def covered(made: Article) -> set[int]:
    """The letters of the page that an article tells of."""
    letters = {place for start, end in spans(made) for place in range(start, end)}
    return {place for place in letters if not made.source.text[place].isspace()}


def test_a_line_goes_with_its_reason() -> None:
    """A line that somebody else removes is furniture, and says so."""
    made = article_of(*BODY[:HALF], OTHER, *BODY[HALF:])
    told = with_answers(made, {OTHER: False})
    assert texts(told) == list(BODY)
    assert [piece.reason for piece in told.furniture] == [Reason.JUDGED]


def test_a_line_comes_back_as_what_it_is() -> None:
    """A row above a text heads it, one amid it is a line; what calls on the reader behind it stays away."""
    source = "المصدر: التقرير السنوي لهيئة السدود. تابع موقع النهر على:"
    made = article_of(TITLE, "14 مارس 2019", "ملخص", *BODY[:HALF], source, *BODY[HALF:])
    told = with_answers(made, {"ملخص": True, source: True})
    bare = source.removesuffix(" تابع موقع النهر على:")
    assert texts(told) == ["ملخص", *BODY[:HALF], bare, *BODY[HALF:]]
    assert [line.heading for line in told.lines] == [True, *[False] * (len(BODY) + 1)]
    removed = {told.source.text[one.start : one.end]: one.reason for one in told.furniture}
    assert removed["تابع موقع النهر على:"] == Reason.FRAME


def test_what_holds_no_row_of_an_article_leaves_no_doubt() -> None:
    """Where every row was removed there is no inside, and nothing to doubt."""
    page = placed(article_of(*BODY), ARABIC)
    assert not doubts([structs.replace(one, reason=Reason.RELATED) for one in page])
    assert not doubts([])


def test_no_answer_empties_an_article() -> None:
    """Where nothing would be left of an article the answer is left aside."""
    made = article_of("سوق الخضار يعود إلى الحي بعد غياب طويل.")
    assert with_answers(made, dict.fromkeys(texts(made), False)) == made


def test_mistakes_lie_among_the_doubtful_rows() -> None:
    """On the annotated pages a tenth of the rows is doubtful, and of the rules' mistakes four in five are."""
    rows, doubtful, mistakes, among = 0, 0, 0, 0
    for path in sorted(SCRAPES.glob("*.txt")):
        said = json.loads(path.with_suffix(".json").read_bytes())["lines"]
        labels = {one["line"]: one["label"] for one in said}
        text = path.read_bytes().decode("utf-8-sig")
        for number, made in enumerate(clean(Source(path="a.txt", text=text), ARABIC)):
            page = placed(made, ARABIC)
            found = doubts(page)
            for place, one in enumerate(page):
                belongs = FIRST.get(labels.get(text.count("\n", 0, one.row.row.start) + 1, ""))
                wrong = belongs != number if one.kept else belongs is not None
                rows, doubtful = rows + 1, doubtful + (place in found)
                mistakes, among = mistakes + wrong, among + (wrong and place in found)
    assert doubtful <= 0.1 * rows
    assert among >= 0.8 * mistakes
