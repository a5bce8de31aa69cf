"""Conflicts that are new, and those that are settled."""

from msgspec import structs

from brief.changes.doubts import opened, settled
from brief.model import Revision
from tests.changes.briefs import anchor, conflict, entry, figure, side, sides

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
