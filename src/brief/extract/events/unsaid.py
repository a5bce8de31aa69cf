"""Words of an event that hold no happening: a hope, a motive, a speech cut off, an author's verdict.

«The two governments hope that …», «said Ms X, an engineer who worked there in 2023», «Tuesday's statement
that …», «the member was right when she said yesterday …».
"""

from __future__ import annotations

from brief import cues
from brief.language import Language, fold

# Each pattern by its name in the table `unsaid` of `events.toml`, of folded words.
_HEADS = ("hoping", "asserting", "occasion", "motive", "could", "nothing", "but_for", "stands")
_OF_OPINION = ("verdict", "what", "here", "weighing", "whoever")


def tells_nothing(text: str, language: Language, *, opinion: bool) -> bool:
    """Whether words are a hope, a motive, what could have been, a speech without what was said, or a verdict.

    A verdict is one in an `opinion` only.
    """
    key = fold(text)
    names = (*_HEADS, *(_OF_OPINION if opinion else ()))
    if any(cues.expression(language, "events", "unsaid", name).match(key) for name in names):
        return True
    speaks = cues.expression(language, "events", "unsaid", "speech").match(key)
    said = cues.expression(language, "events", "unsaid", "said")
    return speaks is not None and said.search(key, speaks.end()) is None
