"""What an earlier source tells out of a draft, where a later one tells of the text that was adopted.

The draft foresees, the final text tells: whether it has the matter or was made without it, what was only
drafted is no longer to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from brief import cues
from brief.language import Language
from brief.overtaken.passages import Passage, Renewal, akin, of_one_matter

# So many words of one passage the other tells, too: that there was a draft is no more than one of them.
_SHARED = 3


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that tell what is in a draft, with the later ones that tell of the final text."""
    names = ("final", "awaited", "draft")
    final, awaited, draft = (cues.expression(language, "overtaken", "drafted", name) for name in names)
    later = [
        one for one in passages if one.day and final.search(one.text) and awaited.search(one.text) is None
    ]
    earlier = [one for one in passages if one.day and draft.search(one.text)] if later else ()
    for old, new in of_one_matter(later, [one for one in earlier if not final.search(one.text)]):
        if len(akin(old.stems, new.stems, language)) >= _SHARED:
            yield old.anchor, new
