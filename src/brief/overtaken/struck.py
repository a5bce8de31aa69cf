"""What a later source tells as annulled: the terms that an earlier one tells as standing."""

from __future__ import annotations

from collections.abc import Sequence

from brief import cues
from brief.extract.events.alike import stems
from brief.language import Language
from brief.overtaken.passages import Passage, Renewal, akin, of_one_matter, words_behind

# What is annulled is named within so many words behind the verb.
_NEAR = 24
# So many of its words the earlier passage tells.
_SHARED = 3


def overtaken(passages: Sequence[Passage], language: Language) -> Renewal:
    """The passages that tell what holds under terms which a later one tells to be annulled, with that one."""
    sign, stands = (cues.expression(language, "overtaken", "struck", name) for name in ("sign", "stands"))
    matters = {
        one: stems(" ".join(words_behind(one.text, found.end(), _NEAR)), language)
        for one in passages
        if one.day and (found := sign.search(one.text))
    }
    standing = [one for one in passages if one.day and stands.search(one.text)] if matters else []
    for old, new in of_one_matter(matters, standing):
        if old not in matters and len(akin(old.stems, matters[new], language)) >= _SHARED:
            yield old.anchor, new
