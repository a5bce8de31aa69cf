"""The words of something to watch, cut to the clause of its date; none that set another date by now past.

«No power before the last quarter, and the terms will be reviewed in December» is watched in December for the
review alone; «the committee meets tomorrow, then follows the vote on the 28th» is of the day it was written.
"""

from __future__ import annotations

from msgspec import structs

from brief import cues, periods
from brief.dating import DAY
from brief.extract.events.senses import Sense, settled
from brief.language import Language, fold
from brief.model import Event

# Words that a clause cut off from the one before it has at the least.
_WHOLE = 5


def timely(event: Event, issued: str, written: str, language: Language) -> Event | None:
    """The event in the words of its date; None where they set a day for something else that has passed.

    `written` is the day of the source whose words they are, `issued` that of the brief.
    """
    if len(written) != DAY:
        return event
    own = _own_clause(event, written, language)
    found = periods.find(own.text, language, written)
    ahead = (
        settled(one, fold(own.text[one.start : one.end]), Sense.AHEAD, written, language) for one in found
    )
    set_then = (one.first for one in ahead if len(one.first) == DAY)
    return None if any(written < day <= issued and day != own.start for day in set_then) else own


def _own_clause(event: Event, written: str, language: Language) -> Event:
    """The event from where a clause of its own begins between another time and its date."""
    first, text = event.evidence[0], event.text
    found = periods.find(text, language, written)
    own = next((one for one in found if one.first == event.start), None)
    before = [one.end for one in found if own is not None and one.end <= own.start]
    if own is None or not before or first.text != text:
        return event
    begins = cues.expression(language, "rulings", "watched", "begins")
    starts = [match.end("joint") for match in begins.finditer(text, max(before), own.start)]
    if not starts or len(fold(text[starts[-1] :]).split()) < _WHOLE:
        return event
    cut = structs.replace(first, start=first.start + starts[-1], text=text[starts[-1] :])
    return structs.replace(event, text=cut.text, evidence=(cut, *event.evidence[1:]))
