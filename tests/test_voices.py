"""Whose words or position a claim tells."""

from msgspec import structs

from brief.model import Anchor, Position, Quote, Stance
from brief.voices import voices
from tests.builders import claim, pool, statement

TOLD = "رفضت النقابة الإغلاق و«لن نسكت» كما قال المدير"


def part(words: str, source: str = "a") -> Anchor:
    """The passage of some of the words."""
    start = TOLD.index(words)
    return Anchor(source, start, start + len(words), words)


def test_who_speaks_or_takes_a_position_first_is_heard() -> None:
    """Of several the first in the passage; what another document says is not asked."""
    holder = Position(
        actor="النقابة", target=None, stance=Stance.OPPOSE, evidence=(part("رفضت النقابة الإغلاق"),)
    )
    said = Quote(id="q1", speaker="المدير", role=None, via=None, text="لن نسكت", evidence=part("«لن نسكت»"))
    line = claim(statement(TOLD, actors=("السوق",)))
    heard = structs.replace(pool(line), positions=(holder,), quotes=(said,))
    assert voices(heard)(line) == "النقابة"
    assert voices(structs.replace(heard, positions=()))(line) == "المدير"
    elsewhere = structs.replace(said, evidence=part("«لن نسكت»", "b"))
    assert voices(structs.replace(heard, positions=(), quotes=(elsewhere,)))(line) == "السوق"


def test_nobody_named_is_nobody_heard() -> None:
    """A claim without speaker and name has no voice."""
    line = claim(statement(TOLD))
    assert voices(pool(line))(line) is None
