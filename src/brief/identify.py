"""Which language a text is in: told by its words, and by a model where they leave a doubt.

The model (py3langid) knows 140 languages but takes most of a second and 100 MB to load, so a text in
the expected language never reaches it: its commonest words and openings of words settle that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from brief.language import Language, fold, table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
FEWEST_LETTERS = 60
SAMPLE = 1000  # code points read from the beginning, the middle and the end each
# Of the words of Arabic prose .35 to .61 tell it, dialects and pages full of Latin names included;
# of other languages in its script .03 at most. Half of a text in another language leaves .2.
TELLING = 0.2
# Letters of a neighbour are .06 and more of its own texts and none of others', its words .12 of its own.
NEIGHBOUR_LETTERS, NEIGHBOUR_WORDS = 0.015, 0.06
SURE = 0.6

_WORD = re.compile(r"[^\W\d_]+")


class Guess(Struct, frozen=True):
    """A language by its ISO 639 code, `und` where the text does not tell; confidence from 0 to 1."""

    code: str
    confidence: float

    def differs(self, language: Language) -> bool:
        """Whether the text is known to be in another language."""
        return self.code not in {language.code, UNDETERMINED}


class _Neighbour(Struct, frozen=True):
    """A language of the same script that the model does not know, or takes for the expected one."""

    letters: frozenset[str]
    words: frozenset[str]

    def tells(self, words: Sequence[str]) -> bool:
        """Whether letters or words that it alone has are frequent among `words`."""
        letters = "".join(words)
        own = sum(map(self.letters.__contains__, letters))
        known = sum(map(self.words.__contains__, words))
        return own >= NEIGHBOUR_LETTERS * len(letters) or known >= NEIGHBOUR_WORDS * len(words)


class _Signs(Struct, frozen=True):
    telling: re.Pattern[str]
    neighbours: dict[str, _Neighbour]
    variants: frozenset[str]


@cache
def _signs(code: str) -> _Signs:
    signs = table(code, "language")["signs"]
    words, openings = ("|".join(map(fold, signs[name])) for name in ("words", "openings"))
    return _Signs(
        telling=re.compile(rf"{signs['prefix']}(?:(?:{words})(?!\w)|(?:{openings})[^\W\d_]{{2}})"),
        neighbours={
            code: _Neighbour(frozenset(one.get("letters", "")), frozenset(map(fold, one.get("words", ()))))
            for code, one in signs["neighbours"].items()
        },
        variants=frozenset([code, *signs["variants"]]),
    )


def identify(text: str, language: Language) -> Guess:
    """The language that `text` is mostly in, judged by a bounded sample; `language` is the expected one."""
    sample = _sample(text)
    kinds = [_kind(word, language.code) for word in sample.split()]
    telling, others = kinds.count("telling"), kinds.count("other")
    if telling > TELLING * (telling + others):
        return Guess(language.code, 1.0)
    words = _WORD.findall(fold(sample))
    if sum(map(len, words)) < FEWEST_LETTERS:
        return Guess(UNDETERMINED, 0.0)
    return _neighbour(words, language.code) or _modelled(sample, language.code)


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a text, or all of a short one."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


# The words of one article return in the next: remembered, they cost a fifth.
@lru_cache(maxsize=1 << 14)
def _kind(word: str, code: str) -> Literal["telling", "other", "none"]:
    """Whether a word, marks around it left out, tells the language `code`."""
    found = _WORD.search(fold(word))
    if not found:
        return "none"
    return "telling" if _signs(code).telling.match(found.string, found.start()) else "other"


def _neighbour(words: Sequence[str], code: str) -> Guess | None:
    found = (name for name, neighbour in _signs(code).neighbours.items() if neighbour.tells(words))
    name = next(found, None)
    return Guess(name, 1.0) if name else None


def _modelled(sample: str, code: str) -> Guess:
    found, confidence = _model().classify(sample)
    if confidence < SURE:
        return Guess(UNDETERMINED, confidence)
    return Guess(code if found in _signs(code).variants else found, confidence)


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import (  # noqa: PLC0415 - most topics hold texts of one language
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def english_name(code: str) -> str:
    """The language's English name with its code: «Persian (fa)»."""
    from babel import Locale  # noqa: PLC0415 - only a message needs it

    name = Locale("en").languages.get(code, "another language")
    return f"{name} ({code})"
