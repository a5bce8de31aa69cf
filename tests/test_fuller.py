"""Lines from within a paragraph are told with what is said before them, where there is room."""

from pathlib import Path

import pytest
from msgspec import structs

from brief.config import Budget, EditSettings, Topic
from brief.extract.statements import statements, with_before
from brief.model import Brief, Certainty, Item
from brief.pipeline import condense
from tests.builders import ARABIC, document
from tests.test_pipeline import folder

HEAD = "بلدية الزيتون توقع عقد المسبح\n\n14 مارس 2019\n\n"
SIGNED = "وقعت بلدية الزيتون أمس مع شركة الواحة عقدا لبناء مسبح في الحي الشرقي بكلفة 40 ألف دينار."
FIRST = "وأقر مجلس البلدية يوم الثلاثاء خطة لتأجير المسبح إلى ناد رياضي من بلدة القصب المجاورة."
BEFORE = "وأعدت البلدية خطة لتأجيره."
THEN = "وقرر رئيس البلدية سالم الكناني عرض الخطة على سكان الحي الشرقي قبل نهاية شهر مارس."
OTHER = "وافتتحت مكتبة الحي الغربي في شارع النخيل معرضا للكتب المدرسية بحضور وزيرة الثقافة ليلى العمراني."


def told(place: Path, *paragraphs: str, topic: Topic | None = None) -> Brief:
    """The brief of one article of these paragraphs."""
    files = {"a.txt": HEAD + "\n\n".join(paragraphs) + "\n"}
    brief, _ = condense(folder(place, files), topic or Topic())
    return brief


def lines(brief: Brief) -> list[Item]:
    """The lines of all sections, each once."""
    return list({item.id: item for section in brief.sections for item in section.items}.values())


def line(brief: Brief, words: str) -> Item:
    """The line that holds these words."""
    (found,) = (item for item in lines(brief) if words in item.text)
    return found


def test_what_an_analyst_edits_stays_as_it_is(tmp_path: Path) -> None:
    """A line that she labels is told as she found it."""
    edit = EditSettings(action="relabel", passage="عرض الخطة على سكان الحي", label="الخطوة المقبلة")
    topic = Topic(edit=(edit,))
    brief = told(tmp_path / "t", SIGNED, f"{BEFORE} {THEN}", topic=topic)
    found = line(brief, "عرض الخطة")
    assert found.label == "الخطوة المقبلة"
    assert found.text.startswith("قرر رئيس البلدية")


@pytest.mark.parametrize(("words", "begins"), [(2000, "أعدت البلدية خطة"), (32, "قرر رئيس البلدية")])
def test_where_there_is_room_a_line_is_told_with_what_is_before_it(
    words: int, begins: str, tmp_path: Path
) -> None:
    """A sentence too short for a line is told before the one that goes on from it."""
    topic = Topic(budget=Budget(words=words))
    brief = told(tmp_path / "t", SIGNED, f"{BEFORE} {THEN}", topic=topic)
    assert line(brief, "عرض الخطة").text.startswith(begins)


@pytest.mark.parametrize("before", [f"{FIRST} {THEN}", f"{BEFORE} {OTHER}", f"{BEFORE}\n\n{THEN}"])
def test_what_is_printed_elsewhere_or_of_something_else_is_not_told_again(
    before: str, tmp_path: Path
) -> None:
    """A sentence that is a line, one that the next turns away from, and one of another paragraph stay out."""
    brief = told(tmp_path / "t", SIGNED, before)
    assert all(item.evidence[0].text.count(". ") == 0 for item in lines(brief))


def test_what_another_line_cites_is_not_told_before_this_one(tmp_path: Path) -> None:
    """The sentence that two papers print is one line with both passages, and opens no other."""
    shared = "وكانت البلدية قد أغلقت في الثالث من مارس مسبح الحي الشرقي بعدما كشف التفتيش خللا في المضخات."
    more = "ويستقبل المسبح، الذي افتتح في 2015، نحو 600 سباح كل أسبوع من سكان الحي الشرقي والقرى المجاورة."
    first = HEAD + f"{SIGNED}\n\n{shared} {more}\n"
    second = f"خلل في مسبح الحي\n\n15 مارس 2019\n\n{OTHER}\n\n{shared}\n"
    brief, _ = condense(folder(tmp_path / "t", {"a.txt": second, "b.txt": first}), Topic())
    told = [item.text for item in lines(brief) if "خللا في المضخات" in item.text]
    assert len(told) == 1


def test_a_denial_is_not_told_with_what_is_not_denied() -> None:
    """The mark of a line is that of all its words."""
    made = document(f"{BEFORE} {THEN}")
    (one,) = (each for each in statements(made, ARABIC) if "عرض الخطة" in each.text)
    assert [whole.text for _, whole in with_before(made, [one], ARABIC)] == [f"{BEFORE} {one.text}"]
    denied = structs.replace(one, certainty=Certainty.DENIED)
    assert not list(with_before(made, [denied], ARABIC))
