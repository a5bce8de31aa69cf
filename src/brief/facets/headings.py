"""Which facets the words of a heading, a question or an announcement promise."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.facets import lexicon
from brief.facets.seen import Seen
from brief.language import Language, fold
from brief.model import Facet

_BRIDGE_WORDS = 7
_CLOSING = ' \t"»”'
_WORD = re.compile(r"\w+")


def heading_facets(heading: str, language: Language) -> tuple[Facet, ...]:
    """The facets that a heading announces, in the order of the sections; often none or one."""
    return asked_facets(heading, language) if asks(heading) else _named_in(heading, "headings", language)


def is_vague(heading: str, language: Language) -> bool:
    """Whether the words of a heading name a subject as often as they promise a facet («ملفات عديدة»)."""
    return not asks(heading) and bool(_groups(heading, "vague", language))


def asked_facets(question: str, language: Language) -> tuple[Facet, ...]:
    """The facets that an answer to `question` would have («لماذا الآن؟»)."""
    return _named_in(question, "questions", language) or _named_in(question, "headings", language)


def announced_facets(one: Seen) -> tuple[Facet, ...] | None:
    """The facets of what a statement announces («… على النحو التالي:», a question); None where not."""
    if asks(one.told.text):
        return asked_facets(one.told.text, one.language)
    ends = any(cue.place + len(cue.phrase.split()) == len(one.words) for cue in one.cues("announcing"))
    if not ends and not one.told.text.rstrip(_CLOSING).endswith(":"):
        return None
    return _facets(one.groups("announced"))


def bridged_facets(one: Seen) -> tuple[Facet, ...]:
    """The facets that a short statement leads over to («وللحكاية أصل»); none of a long one."""
    return _facets(one.groups("bridges")) if len(one.words) <= _BRIDGE_WORDS else ()


def asks(text: str) -> bool:
    """Whether `text` is a question."""
    return text.rstrip(_CLOSING).endswith("؟")


def _facets(groups: frozenset[str]) -> tuple[Facet, ...]:
    return tuple(facet for facet in Facet if facet in groups)


def _named_in(text: str, name: str, language: Language) -> tuple[Facet, ...]:
    return _facets(_groups(text, name, language))


@lru_cache(maxsize=1000)
def _groups(text: str, name: str, language: Language) -> frozenset[str]:
    """The groups of a table that the words of a heading or a question belong to."""
    words = _WORD.findall(fold(text))
    return frozenset(cue.group for cue in lexicon.find(words, language) if cue.name == name)
