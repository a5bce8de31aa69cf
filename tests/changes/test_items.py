"""What is new, stronger or gone, told from two small issues."""

import pytest

from brief.changes import changes
from brief.changes.sides import Side
from brief.model import Certainty, Changes, Note, Section
from tests.builders import ARABIC
from tests.changes.briefs import anchor, conflict, earlier, entry, item, side

PORT = "وقعت الهيئة عقد تعميق القناة مع شركة محلية."
CRANES = "واشترت الهيئة أربع رافعات عملاقة من مصنع أوروبي لتجهيز الرصيف الشرقي قبل نهاية العام."
BOTH = f"{PORT} {CRANES}"
ROAD = "وافتتحت الوزارة طريقا بريا جديدا يربط المدينة بالحدود."
LATER = "2024-03-24"


def told(before: Side, after: Side) -> Changes:
    """What changed between two issues."""
    return changes(earlier(before), after, ARABIC)


def test_a_line_of_a_new_source_is_new() -> None:
    """What no earlier line tells is news, under its section."""
    after = side({"a.txt": PORT, "b.txt": ROAD}, (item(anchor(PORT)), item(anchor(ROAD))), issued=LATER)
    found = told(side({"a.txt": PORT}, (item(anchor(PORT)),)), after)
    assert [(one.section, one.item.text) for one in found.new] == [("outcomes", ROAD)]
    assert found == Changes(since=found.since, new=found.new)


def test_what_an_old_source_said_all_along_is_no_news() -> None:
    """A line for which there is room only now tells nothing new."""
    before = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)),))
    after = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)), item(anchor(BOTH, CRANES))), issued=LATER)
    assert told(before, after).new == ()


def test_what_a_new_source_confirms_is_stronger_though_nobody_printed_it() -> None:
    """The old one told it before; told otherwise by it, the line is new."""
    before = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)),))
    again = f"وقالت الصحيفة إن الهيئة {CRANES.replace('واشترت', 'اشترت').replace('الهيئة ', '')}"
    for line in (item(anchor(BOTH, CRANES), anchor(again)), item(anchor(again), anchor(BOTH, CRANES))):
        after = side({"a.txt": BOTH, "b.txt": again}, (item(anchor(BOTH, PORT)), line), issued=LATER)
        found = told(before, after)
        [strong] = found.strengthened
        assert (strong.item, strong.earlier.text, strong.earlier.evidence) == (
            line,
            CRANES,
            (anchor(BOTH, CRANES),),
        )
        assert (strong.before, strong.now, strong.added) == (1, 2, (anchor(again),))
        assert found.new == ()
    otherwise = item(anchor(ROAD), anchor(BOTH, CRANES), contrary=(anchor(BOTH, CRANES),))
    after = side({"a.txt": BOTH, "b.txt": ROAD}, (item(anchor(BOTH, PORT)), otherwise), issued=LATER)
    found = told(before, after)
    assert [one.item.text for one in found.new] == [ROAD]
    assert found.strengthened == ()


def test_what_a_new_source_says_of_an_old_matter_is_new() -> None:
    """The build finds room for both under one line; that is no reason to tell neither."""
    before = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)), item(anchor(BOTH, CRANES))))
    line = item(anchor(ROAD), anchor(BOTH, CRANES))
    after = side({"a.txt": BOTH, "b.txt": ROAD}, (item(anchor(BOTH, PORT)), line), issued=LATER)
    found = told(before, after)
    assert [one.item.text for one in found.new] == [ROAD]
    assert found.strengthened == ()


def test_what_its_own_publisher_says_again_is_not_stronger() -> None:
    """The line is printed for the first time, and told by one as before."""
    line = item(anchor(BOTH, CRANES), anchor(ROAD))
    entries = (entry("a.txt", BOTH, publisher="p"), entry("b.txt", ROAD, publisher="p"))
    one_house = side(entries, (line,), {"a.txt": BOTH, "b.txt": ROAD}, issued=LATER)
    known = side((entry("a.txt", BOTH, publisher="p"),), (item(anchor(BOTH, PORT)),), {"a.txt": BOTH})
    assert told(known, one_house).strengthened == ()


def test_background_that_comes_in_is_no_news() -> None:
    """An older article that the earlier issue had no room for brings nothing new."""
    before = side({"a.txt": PORT}, (item(anchor(PORT)),))
    entries = (entry("a.txt", PORT), entry("b.txt", ROAD, "2024-01-02", background=True))
    after = side(entries, (item(anchor(ROAD)),), {"a.txt": PORT, "b.txt": ROAD}, issued=LATER)
    assert told(before, after).new == ()


def test_news_of_an_issue_that_nobody_approved_is_told_by_the_next() -> None:
    """It is background there, but of a later day than the issue that its readers have."""
    before = side({"a.txt": PORT}, (item(anchor(PORT)),))
    entries = (entry("a.txt", PORT), entry("b.txt", ROAD, "2024-03-15", background=True))
    after = side(entries, (item(anchor(ROAD)),), {"a.txt": PORT, "b.txt": ROAD}, issued=LATER)
    assert [one.item.text for one in told(before, after).new] == [ROAD]


def test_an_indicator_that_another_new_line_tells_is_told_once() -> None:
    """An implication that is watched, too, is one piece of news."""
    lines = (item(anchor(ROAD)),)
    watched = (item(anchor(ROAD), id="i1", label="2024-06-01"),)
    after = side(
        {"a.txt": PORT, "b.txt": ROAD},
        sections=(Section("implications", "x", lines), Section("indicators", "y", watched)),
    )
    assert [one.section for one in told(side({"a.txt": PORT}), after).new] == ["implications"]


def test_another_publisher_makes_a_line_stronger() -> None:
    """Two publishers are two tellers; the same publisher twice is one."""
    again = "قالت الصحيفة إن الهيئة وقعت عقد تعميق القناة مع شركة محلية."
    before = side({"a.txt": PORT}, (item(anchor(PORT)),))
    lines = (item(anchor(PORT), anchor(again)),)
    other = (entry("a.txt", PORT, publisher="p"), entry("b.txt", again, publisher="q"))
    same = (entry("a.txt", PORT, publisher="p"), entry("b.txt", again, publisher="p"))
    texts = {"a.txt": PORT, "b.txt": again}
    [strong] = told(before, side(other, lines, texts)).strengthened
    assert (strong.before, strong.now, strong.added) == (1, 2, (anchor(again),))
    assert told(before, side(same, lines, texts)).strengthened == ()


def test_who_tells_it_otherwise_makes_nothing_stronger() -> None:
    """A passage that is contrary is no second teller."""
    again = "وقعت الهيئة عقد تعميق القناة مع شركتين محليتين."
    lines = (item(anchor(PORT), anchor(again), contrary=(anchor(again),)),)
    after = side({"a.txt": PORT, "b.txt": again}, lines)
    assert told(side({"a.txt": PORT}, (item(anchor(PORT)),)), after).strengthened == ()


def test_what_a_changed_source_leaves_out_is_withdrawn() -> None:
    """A file that has another text now does not say a line any more; what it still says stands."""
    before = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)), item(anchor(BOTH, CRANES))))
    after = side({"a.txt": PORT}, (item(anchor(PORT)),))
    found = told(before, after)
    assert [(one.item.text, one.reason) for one in found.gone] == [(CRANES, "withdrawn")]
    assert found.new == ()


def test_what_a_changed_source_says_in_other_words_is_not_gone() -> None:
    """A sentence that was mended is told still, though it is not printed."""
    mended = CRANES.replace("واشترت", "وذكرت الصحيفة أن الهيئة اشترت")
    text = f"{PORT} {mended}"
    before = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)), item(anchor(BOTH, CRANES))))
    assert told(before, side({"a.txt": text}, (item(anchor(text, PORT)),))).gone == ()


def test_a_line_whose_source_was_taken_away_is_lost() -> None:
    """A text that is not there any more, while others of the earlier issue are, is a source that was lost."""
    before = side({"a.txt": PORT, "b.txt": ROAD}, (item(anchor(PORT)), item(anchor(ROAD))))
    after = side({"a.txt": PORT}, (item(anchor(PORT)),))
    assert [(one.item.text, one.reason) for one in told(before, after).gone] == [(ROAD, "lost")]


def test_what_a_feed_drops_is_not_lost() -> None:
    """A feed holds its latest entries alone: that an older one is not fetched any more takes nothing back."""
    lines = (item(anchor(PORT)), item(anchor(ROAD)))
    before = side({"a.txt": PORT, "fetched/example.org-1.html": ROAD}, lines)
    assert told(before, side({"a.txt": PORT}, lines[:1])).gone == ()


def test_older_news_is_not_gone() -> None:
    """What is not printed any more, was background, or gives way to nearer texts or to new ones alone."""
    lines = (item(anchor(PORT)), item(anchor(ROAD)))
    before = side({"a.txt": PORT, "b.txt": ROAD}, lines)
    assert told(before, side({"a.txt": PORT, "b.txt": ROAD}, lines[:1])).gone == ()
    nearer = side({"a.txt": PORT}, lines[:1], notes=(Note("older", "1"),))
    assert told(before, nearer).gone == ()
    assert told(before, side({"c.txt": CRANES}, (item(anchor(CRANES)),))).gone == ()
    entries = (entry("a.txt", PORT), entry("b.txt", ROAD, background=True))
    explained = side(entries, lines, {"a.txt": PORT, "b.txt": ROAD})
    assert told(explained, side({"a.txt": PORT}, lines[:1])).gone == ()


def test_a_line_that_a_later_source_overtook_no_longer_stands() -> None:
    """What the build found overtaken, and had not before; an article that is background now is only older."""
    before = side({"a.txt": PORT}, (item(anchor(PORT)),))
    older = side({"a.txt": PORT}, (item(anchor(PORT), as_of="2024-03-04"),))
    assert told(before, older).gone == ()
    reasons = (("overtaken", -2.0),)
    after = side({"a.txt": PORT}, (item(anchor(PORT), as_of="2024-03-04", reasons=reasons),))
    assert [one.reason for one in told(before, after).gone] == ["overtaken"]
    assert told(after, after).gone == ()


def test_a_line_told_by_another_source_alone_is_neither_new_nor_gone() -> None:
    """Where the old text is gone, the rule that merges claims finds who tells it now."""
    old = "حذرت جمعية الصيادين من أن ردم الخليج الشمالي سيحرم 300 قارب من مناطق الصيد التقليدية."
    new = "وحذرت جمعية الصيادين مجددا من أن ردم الخليج الشمالي سيحرم 300 قارب من مناطق الصيد."
    before = side({"a.txt": PORT, "b.txt": old}, (item(anchor(PORT)), item(anchor(old))))
    after = side({"a.txt": PORT, "c.txt": new}, (item(anchor(PORT)), item(anchor(new))))
    found = told(before, after)
    assert (found.new, found.gone) == ((), ())


def test_what_the_last_issue_told_in_other_words_is_no_news() -> None:
    """Another publisher tells it now, and the build that read both did not merge them: it is stronger."""
    old = "حذرت جمعية الصيادين من أن ردم الخليج الشمالي سيحرم 300 قارب من مناطق الصيد التقليدية."
    new = "وحذرت جمعية الصيادين مجددا من أن ردم الخليج الشمالي سيحرم 300 قارب من مناطق الصيد."
    before = side({"a.txt": PORT, "b.txt": old}, (item(anchor(PORT)), item(anchor(old))))
    texts = {"a.txt": PORT, "b.txt": old, "c.txt": new}
    found = told(before, side(texts, (item(anchor(PORT)), item(anchor(new))), issued=LATER))
    assert (found.new, found.gone) == ((), ())
    assert [(one.item.text, one.earlier.text, one.before, one.now) for one in found.strengthened] == [
        (new, old, 1, 2)
    ]


def test_what_came_of_a_plan_is_news() -> None:
    """However much both share: one tells what is to be, the other what was done."""
    plan = "ومن المقرر أن تردم جمعية الصيادين الخليج الشمالي على مساحة 300 فدان في منطقة الصيد التقليدية."
    done = "وردمت جمعية الصيادين الخليج الشمالي على مساحة 300 فدان في منطقة الصيد التقليدية."
    before = side({"a.txt": plan}, (item(anchor(plan)),))
    after = side({"a.txt": plan, "b.txt": done}, (item(anchor(done)),), issued=LATER)
    assert [one.item.text for one in told(before, after).new] == [done]


@pytest.mark.parametrize(
    ("before", "day", "certainty", "new"),
    [
        ("", "19 مارس 2024", Certainty.STATED, True),
        ("", "4 مارس 2024", Certainty.STATED, False),
        ("", "19 مارس 2023", Certainty.STATED, False),
        (" في 19 مارس 2024", "19 مارس 2024", Certainty.STATED, False),
        ("", "19 مارس 2024", Certainty.ATTRIBUTED, False),
    ],
    ids=["since", "before", "long ago", "told with it", "by somebody's word"],
)
def test_what_was_done_on_a_day_since_is_news(
    before: str, day: str, certainty: Certainty, *, new: bool
) -> None:
    """However much it shares with what was told before; of a day that was told it may be the same."""
    old = f"وجرت مناقشة إنشاء مركز لأبحاث الرياح في بلدة الكثبان بدعم من شركة أشرعة البحرية المحلية{before}."
    done = f"وقعت شركة أشرعة البحرية المحلية في {day} عقد إنشاء مركز لأبحاث الرياح في بلدة الكثبان."
    entries = (entry("a.txt", old), entry("b.txt", done, "2024-03-20"))
    line = item(anchor(done), certainty=certainty)
    after = side(entries, (line,), {"a.txt": old, "b.txt": done}, issued=LATER)
    found = told(side({"a.txt": old}, (item(anchor(old)),)), after)
    assert (len(found.new), len(found.strengthened)) == (new, not new)


def test_a_stronger_line_is_told_though_one_of_its_passages_opens_a_conflict() -> None:
    """Not where the line itself does."""
    day = "وقالت صحيفة إن الهيئة وقعت عقد تعميق القناة يوم الأحد."
    again = "وقعت الهيئة عقد تعميق القناة مع شركة محلية، بحسب بيان."
    texts = {"a.txt": PORT, "b.txt": again, "c.txt": day}
    before = side({"a.txt": PORT}, (item(anchor(PORT)),))
    lines = (item(anchor(PORT), anchor(again), anchor(day)),)
    for other, many in ((ROAD, 1), (PORT, 0)):
        known = {**texts, "d.txt": ROAD}
        after = side(known, lines, discrepancies=(conflict(anchor(day), anchor(other)),))
        assert len(told(before, after).strengthened) == many


def test_an_issue_compared_with_itself_has_no_news() -> None:
    """Nothing changes between an issue and the same again."""
    same = side({"a.txt": BOTH}, (item(anchor(BOTH, PORT)), item(anchor(BOTH, CRANES))))
    found = told(same, same)
    assert found == Changes(since=found.since)
