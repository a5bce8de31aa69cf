"""Lines that go on from another one are told with it; those within a paragraph with what is before them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from brief.config import Budget, EditSettings, Topic
from brief.model import Brief, Item
from brief.pipeline import condense
from tests.test_pipeline import folder

HEAD = "بلدية الزيتون توقع عقد المسبح\n\n14 مارس 2019\n\n"
SIGNED = "وقعت بلدية الزيتون أمس مع شركة الواحة عقدا لبناء مسبح في الحي الشرقي بكلفة 40 ألف دينار."
FIRST = "وأقر مجلس البلدية يوم الثلاثاء خطة لتأجير المسبح إلى ناد رياضي من بلدة القصب المجاورة."
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


def test_a_line_that_goes_on_from_another_is_told_with_it(tmp_path: Path) -> None:
    """«The plan» is told with the sentence that brings it up; the line says which claims it takes in."""
    brief = told(tmp_path / "t", SIGNED, f"{FIRST} {THEN}")
    both = line(brief, "عرض الخطة")
    assert both.text.startswith("أقر مجلس البلدية")
    assert len(both.takes_in) == 1
    assert both.evidence[0].text == f"{FIRST} {THEN}"[1:-1]
    assert len(lines(brief)) == 2


@pytest.mark.parametrize("rest", [(f"{FIRST} {OTHER}",), (FIRST, THEN)])
def test_others_stay_by_themselves(rest: Sequence[str], tmp_path: Path) -> None:
    """What turns to something else, and what opens a paragraph of its own, is a line of its own."""
    assert len(lines(told(tmp_path / "t", SIGNED, *rest))) == 3


def test_lines_of_two_sections_stay_apart(tmp_path: Path) -> None:
    """A reaction that goes on from a decision is told among the reactions."""
    angry = "ورفضت نقابة الباعة الخطة وحذر رئيسها كمال الساحلي من خسائر في السوق."
    brief = told(tmp_path / "t", SIGNED, f"{FIRST} {angry}")
    assert not line(brief, "كمال الساحلي").takes_in
    assert len(lines(brief)) == 3


def test_what_an_analyst_edits_stays_as_it_is(tmp_path: Path) -> None:
    """A line that she labels is no part of another one."""
    edit = EditSettings(action="relabel", passage="عرض الخطة على سكان الحي", label="الخطوة المقبلة")
    topic = Topic(edit=(edit,))
    brief = told(tmp_path / "t", SIGNED, f"{FIRST} {THEN}", topic=topic)
    assert line(brief, "عرض الخطة").label == "الخطوة المقبلة"
    assert len(lines(brief)) == 3


@pytest.mark.parametrize(("words", "begins"), [(2000, "أعدت البلدية خطة"), (32, "قرر رئيس البلدية")])
def test_where_there_is_room_a_line_is_told_with_what_is_before_it(
    words: int, begins: str, tmp_path: Path
) -> None:
    """A sentence too short for a line is told before the one that goes on from it."""
    topic = Topic(budget=Budget(words=words))
    brief = told(tmp_path / "t", SIGNED, f"وأعدت البلدية خطة لتأجيره. {THEN}", topic=topic)
    assert line(brief, "عرض الخطة").text.startswith(begins)
