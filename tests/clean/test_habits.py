"""What a house prints with each of its articles is seen when several stand side by side."""

from itertools import permutations

from brief.clean import clean
from brief.clean.habits import without_habits
from brief.model import Article, Source
from tests.builders import ARABIC
from tests.clean.test_clean import kept

SLOGAN = "نحن نكتب لكم كل صباح ونصل إلى بيوتكم قبل أن تبرد القهوة."
BACKGROUND = "وكانت البلدية قد وعدت بفتح الحديقة في الربيع الماضي ثم أجلت الموعد مرتين."
TEXTS = (
    "افتتحت البلدية حديقة جديدة عند مدخل السوق القديم بعد عامين من الأعمال.",
    "انقطعت المياه عن التل الشرقي منذ أسبوعين من غير تفسير من الشركة.",
    "عادت الحافلات إلى ميدان الساعة بعد إصلاح الجسر الذي أغلق في الشتاء.",
)


def articles(*bodies: tuple[str, ...], publisher: str | None = "نشرة الحي") -> list[Article]:
    """An article of each body, all of one house."""
    return [
        clean(Source(path=f"{number}.txt", text="\n".join(body), publisher=publisher), ARABIC)[0]
        for number, body in enumerate(bodies)
    ]


def bodies(*last: str) -> list[tuple[str, ...]]:
    """Three articles of their own words that end alike."""
    return [
        (text, f"وقال رئيس المجلس إن الأمر رقم {number} سيعرض على السكان قريبا.", *last)
        for number, text in enumerate(TEXTS)
    ]


def test_a_slogan_below_three_articles_is_the_house_s_own() -> None:
    """The same line at the end of three articles of one publisher is removed, with its reason."""
    found = without_habits(articles(*bodies(SLOGAN)))
    assert all(SLOGAN not in kept(article) for article in found)
    assert {piece.reason for article in found for piece in article.furniture} == {
        "on other pages of the publisher"
    }


def test_two_articles_may_tell_the_same() -> None:
    """A paragraph that stands in two articles is told in both."""
    found = without_habits(articles(*bodies(BACKGROUND)[:2]))
    assert all(BACKGROUND in kept(article) for article in found)


def test_copies_of_one_text_share_all_and_lose_nothing() -> None:
    """Three files of one article are no three pages with a habit."""
    body = bodies(SLOGAN)[0]
    assert [kept(article) for article in without_habits(articles(body, body, body))] == [list(body)] * 3


def test_other_houses_have_other_habits() -> None:
    """A line counts among the pages of one publisher only."""
    mixed = [articles(body, publisher=name)[0] for body, name in zip(bodies(SLOGAN), "ابج", strict=True)]
    assert all(SLOGAN in kept(article) for article in without_habits(mixed))


def test_articles_of_nobody_known_have_no_house() -> None:
    """Where no publisher is known nothing is a habit of one."""
    found = without_habits(articles(*bodies(SLOGAN), publisher=None))
    assert all(SLOGAN in kept(article) for article in found)


def test_the_order_of_the_articles_makes_no_difference() -> None:
    """Whatever their order, each article loses the same lines."""
    made = articles(*bodies(SLOGAN))
    first = {article.source.path: article.lines for article in without_habits(made)}
    for order in permutations(made):
        assert {article.source.path: article.lines for article in without_habits(order)} == first
