"""Conflicts that are new, and those that are settled."""

from msgspec import structs

from brief.changes import changes
from brief.changes.doubts import opened, settled, settles
from brief.model import Qualifier, Revision, Settled
from tests.builders import ARABIC
from tests.changes.briefs import anchor, conflict, earlier, entry, figure, item, side, sides

FIVE = "تقدمت خمس شركات بعروض للمرحلة الثانية."
SEVEN = "تقدمت سبع شركات بعروض للمرحلة الثانية."
BOTH = {"a.txt": FIVE, "b.txt": SEVEN}
OPEN = (conflict(anchor(FIVE), anchor(SEVEN)),)


def test_a_side_that_nobody_told_before_opens_a_conflict() -> None:
    """One account is old, the other is of a source that was not there."""
    before, after = side({"a.txt": FIVE}), side(BOTH, discrepancies=OPEN)
    assert tuple(opened(sides(before, after), ())) == OPEN


def test_a_conflict_that_was_there_is_not_new() -> None:
    """Neither one that was told, nor one for which there is room only now."""
    told, untold = side(BOTH, discrepancies=OPEN), side(BOTH)
    for before in (told, untold):
        assert not tuple(opened(sides(before, told), ()))


def test_a_claim_opens_one_conflict_in_one_matter() -> None:
    """It contradicts what a paper says in two places; in another matter it opens another one."""
    again = "وكانت خمس شركات قد تقدمت إلى المرحلة الثانية."
    texts = {"a.txt": f"{FIVE} {again}", "b.txt": SEVEN}
    first = conflict(anchor(texts["a.txt"], FIVE), anchor(SEVEN))
    second = conflict(anchor(texts["a.txt"], again), anchor(SEVEN))
    other = structs.replace(second, topic="y")
    before = side({"a.txt": texts["a.txt"]})
    after = side(texts, discrepancies=(first, second, other))
    assert tuple(opened(sides(before, after), ())) == (first, other)


def test_what_is_told_less_exactly_is_no_news() -> None:
    """Only a conflict changes a decision."""
    loose = conflict(anchor(FIVE), anchor(SEVEN))
    after = side(BOTH, discrepancies=(type(loose)(topic="x", kind="precision", items=loose.items),))
    assert not tuple(opened(sides(side({"a.txt": FIVE}), after), ()))


def test_a_revised_figure_opens_no_conflict() -> None:
    """What is told as from one value to another is not told as two accounts, too."""
    change = Revision(figure(anchor(FIVE), "5", "شركة"), figure(anchor(SEVEN), "7", "شركة"))
    after = side(BOTH, discrepancies=OPEN)
    assert not tuple(opened(sides(side({"a.txt": FIVE}), after), (change,)))


def test_a_side_that_was_corrected_settles_a_conflict() -> None:
    """The source of one account says the other now."""
    mended = SEVEN.replace("سبع", "خمس")
    before = side(BOTH, discrepancies=OPEN)
    [one] = settled(sides(before, side({"a.txt": FIVE, "b.txt": mended})))
    assert (one.doubt, one.fallen) == (OPEN[0], (1,))


def test_a_conflict_that_is_only_not_told_is_not_settled() -> None:
    """Where both sides still stand, or both texts are gone, nothing is settled."""
    before = side(BOTH, discrepancies=OPEN)
    assert not tuple(settled(sides(before, side(BOTH))))
    assert not tuple(settled(sides(before, side({"c.txt": "نص آخر."}))))
    entries = (entry("a.txt", FIVE), entry("b.txt", SEVEN, background=True))
    older = side(entries, (), BOTH, discrepancies=OPEN)
    assert not tuple(settled(sides(older, side({"a.txt": FIVE}))))


def test_a_conflict_that_goes_on_with_another_value_is_not_settled() -> None:
    """The corrected source contradicts the other again: that is a new conflict, and the old one no peace."""
    nine = SEVEN.replace("سبع", "تسع")
    before = side(BOTH, discrepancies=OPEN)
    again = conflict(anchor(FIVE), anchor(nine))
    told = sides(before, side({"a.txt": FIVE, "b.txt": nine}, discrepancies=(again,)))
    assert not tuple(settled(told))
    assert tuple(opened(told, ())) == (again,)
    # Another source that contradicts the side which stands leaves the old conflict settled.
    texts = {"a.txt": FIVE, "b.txt": "نص آخر.", "c.txt": nine}
    others = sides(before, side(texts, discrepancies=(again,)))
    assert [one.fallen for one in settled(others)] == [(1,)]


def test_a_figure_corrected_to_the_other_side_is_told_as_settled() -> None:
    """Both values were in the earlier issue; corrected to a third one it is revised."""
    points = figure(anchor(FIVE), "5", "شركة"), figure(anchor(SEVEN), "7", "شركة")
    mended, third = SEVEN.replace("سبع", "خمس"), SEVEN.replace("سبع", "تسع")
    before = side(BOTH, discrepancies=OPEN, datapoints=points)
    told = sides(before, side({"a.txt": FIVE, "b.txt": mended}))
    found = (Settled(OPEN[0], (1,)),)
    assert settles(Revision(points[1], figure(anchor(mended), "5", "شركة")), found, told)
    assert not settles(Revision(points[1], figure(anchor(third), "9", "شركة")), found, told)
    assert not settles(Revision(points[0], figure(anchor(mended), "5", "شركة")), found, told)


def test_a_settled_conflict_is_told_once() -> None:
    """Neither as a figure that was revised, nor as a line that is new or that more sources tell."""
    least = "تقدمت خمس مؤسسات على الأقل بعروض للمرحلة الثانية."
    more = f"{least} وستفتحها اللجنة أمام الجميع في قاعة البلدية الكبرى صباح يوم الأحد المقبل بحضور مندوبيها."
    mended = SEVEN.replace("سبع", "خمس")
    at_least = figure(anchor(more, least), "5", "مؤسسة", qualifier=Qualifier.AT_LEAST)
    before = side(
        {"a.txt": more, "b.txt": SEVEN},
        discrepancies=(conflict(anchor(more, least), anchor(SEVEN)),),
        datapoints=(at_least, figure(anchor(SEVEN), "7", "شركة")),
    )
    # The other text was changed elsewhere.
    longer = f"{more} ونشرت الشروط أمس."
    after = side(
        {"a.txt": longer, "b.txt": mended},
        (item(anchor(mended), anchor(longer, more)),),
        issued="2024-03-17",
        datapoints=(figure(anchor(mended), "5", "شركة"),),
    )
    found = changes(earlier(before), after, ARABIC)
    assert (found.figures, len(found.settled)) == ((), 1)
    assert (found.strengthened, found.new, found.gone) == ((), (), ())
