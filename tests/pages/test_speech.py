"""Positions as the pages set them: towards what, in whose words, each row understood alone."""

from msgspec import structs

from brief.model import Anchor, Brief, Position, Quote, Stance
from brief.pages.edition import POSITIONS, edition
from brief.pages.speech import positions, sayings
from brief.words import words
from tests.check.issues import good

FILL = "وفي حديث مطول مع الصحفيين بعد اجتماع دام ساعات في مقر الوزارة بحضور ممثلي النقابات الثلاث "


def standing(
    actor: str, target: str | None, text: str, stance: Stance = Stance.OPPOSE, at: int = 0
) -> Position:
    """A position on a passage with this text."""
    anchor = Anchor(good().sources[0].id, at, at + len(text), text)
    return Position(actor=actor, target=target, stance=stance, evidence=(anchor,))


def brief_of(*found: Position) -> Brief:
    """A brief with these positions."""
    return structs.replace(good(), positions=found)


def test_those_who_take_a_position_together_share_a_row() -> None:
    """One passage, target and stance of several actors is told once, with each actor's place."""
    text = "أدانت كينيا وأوغندا الهجوم على الجسر."
    both = (standing("كينيا", "الهجوم على الجسر", text), standing("أوغندا", "الهجوم على الجسر", text))
    (row,) = positions(brief_of(*both))
    assert row.actors == ((1, "كينيا"), (2, "أوغندا"))


def test_a_passage_is_cut_where_its_target_stands() -> None:
    """Far into a long passage the target and the words before it are shown, not the opening."""
    text = f"{FILL}والبلديات كلها، انتقدت نقابة المعلمين تأجيل الامتحانات، وقالت إن الطلاب جاهزون."
    (row,) = positions(brief_of(standing("نقابة المعلمين", "تأجيل الامتحانات", text)))
    assert row.passage.startswith("… ")
    assert "انتقدت نقابة المعلمين تأجيل الامتحانات" in row.passage
    assert row.passage.strip("… ") in text


def test_without_a_target_the_opening_of_the_passage_tells_it() -> None:
    """No target is made up: the row has the words of the passage, more of them than beside a target."""
    said = "انتقدت نقابة المعلمين القرار الذي صدر أمس، وقالت إن الطلاب لم يكونوا جاهزين له قط هذا الشهر."
    text = f"{FILL}والبلديات كلها {said}"
    told, opened = (
        positions(brief_of(standing("نقابة المعلمين", target, text)))[0] for target in ("القرار", None)
    )
    assert opened.position.target is None
    assert text.startswith(opened.passage.rstrip("…"))
    assert len(opened.passage.split()) > len(told.passage.split())


def test_of_many_positions_each_stance_has_its_share() -> None:
    """A welcome is not crowded out by many refusals; those with a target come before those without."""
    against = [standing(f"نقابة {n}", "القرار", f"رفضت نقابة {n} القرار.", at=50 * n) for n in range(20)]
    vague = standing("نقابة البحارة", None, "رفضت نقابة البحارة.", at=2000)
    welcome = standing("اتحاد التجار", "القرار", "رحب اتحاد التجار بالقرار.", Stance.SUPPORT, at=3000)
    shown = edition(brief_of(vague, *against, welcome)).positions
    assert len(shown) == POSITIONS
    assert welcome in shown
    assert vague not in shown


def test_a_cut_passage_begins_where_a_clause_does() -> None:
    """Not in the middle of one, where one begins within a few words; all up to the target is still told."""
    clause = "وبعد أن درست اللجان مسودات ثلاثا طوال أشهر الشتاء"
    said = "انتقدت نقابة المعلمين في مدن الساحل وقراه الجبلية البعيدة تأجيل الامتحانات التي كانت مقررة للصيف"
    text = f"{FILL}{FILL}، {clause}، {said}."
    (row,) = positions(brief_of(standing("نقابة المعلمين", "تأجيل الامتحانات", text)))
    assert row.passage.startswith(f"… {clause}")
    assert "تأجيل الامتحانات" in row.passage


def test_a_bare_list_is_not_set_large() -> None:
    """Names of things one after the other say nothing by themselves; what is said about them does."""
    told = (
        "«التعليم والصحة والنقل والطاقة والمياه والزراعة»",
        "نريد التعليم والصحة والنقل والطاقة والمياه معا",
    )
    more = "لن تفتح المدارس قبل أن تصل الكتب إلى القرى"
    found = tuple(
        Quote(id=f"q{at}", speaker="سالم العبيدي", role=None, via=None, text=text, evidence=anchor)
        for at, text in enumerate((*told, more))
        for anchor in (Anchor(good().sources[0].id, 100 * at, 100 * at + len(text), text),)
    )
    shown = sayings(structs.replace(good(), quotes=found), words("ar", "ar"))
    assert [one.id for one in shown.pulled] == ["quote-2", "quote-3"]
