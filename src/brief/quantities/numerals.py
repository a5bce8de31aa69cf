"""Numbers as such: digits of all families and number words, composed to one value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from brief.language import fold, table

_TOKEN = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*|[^\W\d_]+|[^\w\s]|_")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_LONGEST = 18  # digits; anything longer is no figure but a code
_UNBOUND = Decimal("1e30")


class Token(Struct, frozen=True):
    """A run of letters or digits, or a sign, of folded text; `glued` to the one before."""

    text: str
    start: int
    end: int
    glued: bool


class Word(Struct, frozen=True):
    """What a number word stands for, and how many letters before it are not its own.

    `alone` is how often a scale counts with no number before it: 0 where that is vague.
    """

    kind: str
    value: Decimal
    prefix: int = 0
    joined: bool = False
    governed: bool = False
    definite: bool = False
    alone: int = 1


class Numeral(Struct, frozen=True):
    """A number of `tokens[first:next]`; `start` leaves out a conjunction or preposition written to it.

    `head` is the value before its scale, `scale` the scale («7.5» and 10^9).
    """

    start: int
    end: int
    first: int
    next: int
    value: Decimal
    head: Decimal
    scale: Decimal
    digits: bool
    definite: bool
    joined: bool
    fraction: bool


def tokenise(text: str) -> list[Token]:
    """The tokens of folded text in order."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        tokens.append(Token(match[0], start, end, start == last))
        last = end
    return tokens


def parse(tokens: Sequence[Token], index: int, code: str) -> Numeral | None:
    """The longest number that begins at `tokens[index]`, or None."""
    words = lexicon(code)
    total = _Sum()
    first: Word | None = None
    at = used = index
    start = 0
    while at < len(tokens):
        step = _read(tokens, at, words)
        if step is None or (first is not None and not _continues(tokens, at, step[0], first)):
            break
        word, after = step
        if not total.add(word, scaled=_scaled(tokens, after, words)):
            break
        if first is None:
            first, start = word, _own_start(tokens, at, after, word, words)
        at = used = after
    if first is None or not total.whole():
        return None
    return Numeral(
        start=start,
        end=tokens[used - 1].end,
        first=index,
        next=used,
        value=total.value,
        head=total.head,
        scale=total.scale,
        digits=first.kind == "digits",
        definite=first.definite,
        joined=first.joined,
        fraction=total.last == "fraction" and total.scale == 1,
    )


def _own_start(tokens: Sequence[Token], at: int, after: int, word: Word, words: Words) -> int:
    apart = tokens[at].text == words.conjunction and after - at > 1 and not tokens[at + 1].glued
    return tokens[at + apart].start + word.prefix


def _continues(tokens: Sequence[Token], at: int, word: Word, first: Word) -> bool:
    """Whether a number goes on with this word: only «and» and the article may be written to it."""
    if word.governed or (tokens[at].glued and tokens[at].text[0].isdigit()):
        return False
    return not word.definite or first.definite or word.kind == "scale"


def _scaled(tokens: Sequence[Token], at: int, words: Words) -> bool:
    if at >= len(tokens):
        return False
    word = words.known.get(tokens[at].text)
    return word is not None and word.kind == "scale" and not word.joined


def _read(tokens: Sequence[Token], at: int, words: Words) -> tuple[Word, int] | None:
    """The number word or the digits at a place, and the place after them."""
    token = tokens[at]
    if token.text[0].isdigit():
        value = None if _is_name(tokens, at, words) else number(token.text)
        return None if value is None else (Word("digits", value), at + 1)
    if token.text in words.known:
        return words.known[token.text], at + 1
    if token.text == words.conjunction and at + 1 < len(tokens) and not tokens[at + 1].glued:
        step = _read(tokens, at + 1, words)  # the conjunction may stand apart
        return (
            None
            if step is None or step[0].joined
            else (replace(step[0], joined=True, prefix=step[0].prefix), step[1])
        )
    written = words.prefixes.get(token.text)
    if written is not None and not token.glued and at + 1 < len(tokens) and tokens[at + 1].glued:
        following = _read_digits(tokens, at + 1)
        if following is not None:
            joined, governed, definite = written
            prefix = len(token.text) - (words.article if definite else 0)
            return Word("digits", following, max(prefix, 0), joined, governed, definite), at + 2
    return None


def _read_digits(tokens: Sequence[Token], at: int) -> Decimal | None:
    token = tokens[at]
    if not token.text[0].isdigit() or _is_part(tokens, at):
        return None
    return number(token.text)


def _is_name(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Digits within a name or an address: «لونا-25», «S400», «12:30», «24/7»."""
    if _is_part(tokens, at):
        return True
    if not tokens[at].glued or at == 0:
        return False
    before = tokens[at - 1]
    if before.text.isalpha():
        return True
    return before.text in _DASHES and before.glued and tokens[at - 2].text.isalpha() if at > 1 else False


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Digits glued to Latin letters after them, or to others by a colon or a stroke."""
    for near, step in ((at - 1, -1), (at + 1, 1)):
        if not 0 <= near < len(tokens) or not (tokens[at].glued if step < 0 else tokens[near].glued):
            continue
        if (
            tokens[near].text in ":/"
            and 0 <= near + step < len(tokens)
            and tokens[near + step].text[0].isdigit()
        ):
            return True
        if step > 0 and tokens[near].text.isascii() and tokens[near].text.isalpha():
            return True
    return False


_SEPARATORS = frozenset(".,\u066b\u066c")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,\u066c])\d{3})(?:\1\d{3})*")


def number(digits: str) -> Decimal | None:
    """The value of folded digits with separators of any habit; None where they make no number.

    `1,234.5`, `1.234,5` and `1٬٢٣٤٫٥` are one number; `7,5` is seven and a half, `7,500` is not.
    """
    if len(digits) > _LONGEST:
        return None
    signs = [sign for sign in digits if not sign.isdecimal()]
    if not signs:
        return Decimal(digits)
    if not set(signs) <= _SEPARATORS:  # a superscript, say, which is a digit to Python and none to Decimal
        return None
    whole, _, part = digits.rpartition(signs[-1])
    last = signs[-1]
    if last != "\u066c" and signs.count(last) == 1 and (last == "\u066b" or not _groups(digits, last, signs)):
        plain = re.sub(r"[.,\u066c]", "", whole) if len(signs) == 1 or _GROUPED.fullmatch(whole) else ""
        return Decimal(f"{plain}.{part}") if plain else None
    return Decimal(re.sub(r"\D", "", digits)) if _GROUPED.fullmatch(digits) else None


def _groups(digits: str, last: str, signs: list[str]) -> bool:
    """Whether a single comma groups thousands: a full stop alone never does."""
    return len(signs) == 1 and last == "," and _GROUPED.fullmatch(digits) is not None


class _Sum:
    """A number in the making: `group` is what the next scale multiplies."""

    def __init__(self) -> None:
        self.total, self.group = Decimal(0), Decimal(0)
        self.open, self.last, self.unit = False, "", Decimal(0)
        self.head, self.scale, self.limit = Decimal(0), Decimal(1), _UNBOUND
        self.compound_only = self.alone = False
        self.terms, self.doubt = 0, Decimal(0)

    @property
    def value(self) -> Decimal:
        return self.total + self.group

    def whole(self) -> bool:
        return self.last != "" and not self.compound_only

    def add(self, word: Word, *, scaled: bool) -> bool:
        """Take one more word in; False where it does not belong to this number."""
        if not self.last and word.kind not in ("scale", "pair"):
            return self._begin(word)
        if word.kind in ("scale", "pair"):
            done = self._scale(word)
        elif word.kind == "fraction":
            done = self._fraction(word)
        elif self.open:
            done = self._join(word)
        else:
            sure = word.value >= 100 or scaled or self.terms > 1 or word.kind != "digits"
            done = word.joined and word.value < self.limit and sure and self._begin(word)
        self.compound_only = self.compound_only and not done
        if done:  # a pair before a further number was no pair but one in the accusative
            self.total, self.doubt = self.total - self.doubt, self._new_doubt(word)
        return done

    def _new_doubt(self, word: Word) -> Decimal:
        return (
            word.value
            if self.terms == 1 and self.alone and word.kind == "scale" and word.alone > 1
            else Decimal(0)
        )

    def _begin(self, word: Word) -> bool:
        self.group, self.open, self.last, self.unit = word.value, True, word.kind, word.value
        self.head = self.head or word.value
        self.compound_only = word.alone == 0 and word.kind == "unit"
        return True

    def _join(self, word: Word) -> bool:
        """The next word of a group below a thousand: «خمسة وأربعين», «ثلاث مئة», «اثنا عشر»."""
        small = self.last == "unit" and self.unit < 10
        if word.kind == "ten" and word.joined and (small or self.last == "hundred"):
            self.group += word.value
        elif word.kind == "unit" and word.joined and self.last == "hundred":
            self.group, self.unit = self.group + word.value, word.value
        elif word.kind == "unit" and word.value == 10 and not word.joined and small:
            self.group += 10
        elif word.kind == "hundred" and word.value == 100 and not word.joined and small and self.unit > 2:
            self.group += self.unit * 99
        else:
            return False
        self.last = "teen" if word.kind == "unit" and word.value == 10 else word.kind
        self.head = self.group if self.total == 0 else self.head
        return True

    def _scale(self, word: Word) -> bool:
        if word.kind == "scale" and self.last == "echo":
            return False
        if self.open and word.kind == "scale" and not word.joined and word.value < self.limit:
            self.total += self.group * word.value
        elif self.last == "half" and word.definite:  # «a million and half the million»
            self.last = "echo"
            return True
        elif not self.open and self.last == "scale" and not word.joined and word.value > self.limit:
            self.total *= word.value  # «a thousand billion»
            self.scale *= word.value
        elif not self.open and word.alone and (word.joined or not self.last) and word.value < self.limit:
            self.alone = not self.last
            self.total += word.value * word.alone
            self.head = self.head or Decimal(word.alone)
        else:
            return False
        self.scale = word.value if self.scale == 1 else self.scale
        self.terms += 1
        self.group, self.open, self.last, self.limit = Decimal(0), False, "scale", word.value
        return True

    def _fraction(self, word: Word) -> bool:
        if not word.joined or self.last in ("fraction", "half", "echo"):
            return False
        if self.open:
            self.group += word.value
            self.head = self.group if self.total == 0 else self.head
        else:
            self.total += word.value * self.limit
            self.last = "half"
        return True


class Words(Struct, frozen=True):
    """The number words of a language by every form, and what digits may have before them."""

    known: dict[str, Word]
    prefixes: dict[str, tuple[bool, bool, bool]]
    article: int  # its letters
    conjunction: str


@cache
def lexicon(code: str) -> Words:
    """The number words of `languages/<code>/numbers.toml`, folded."""
    data = table(code, "numbers")
    written = _written(data)
    known: dict[str, Word] = {}
    for form, word in _bases(data):
        for prefix, (joined, governed, definite) in written.items():
            length = len(prefix) - (len(fold(data["article"])) if definite else 0)
            fresh = Word(word.kind, word.value, length, joined, governed, definite, word.alone)
            if not prefix or prefix + form not in known:
                known[prefix + form] = fresh
    known.update(_bases(data))
    for form in data["not_numbers"]:
        known.pop(fold(form), None)
    return Words(
        known,
        {prefix: flags for prefix, flags in written.items() if prefix},
        len(fold(data["article"])),
        fold(data["and"]),
    )


def _bases(data: dict[str, Any]) -> list[tuple[str, Word]]:
    """Each plain form with its word; the first meaning of a form wins."""
    only, pairs = ({fold(word) for word in data[key]["words"]} for key in ("only_compound", "pair_alone"))
    forms: dict[str, Word] = {}
    for kind in ("unit", "ten", "hundred", "scale", "plural", "pair", "fraction"):
        for value, words in data[kind].items():
            for form in map(fold, words):
                alone = 0 if kind == "plural" or form in only else 2 if kind == "pair" or form in pairs else 1
                plain = "scale" if kind == "plural" else kind
                forms.setdefault(form, Word(plain, Decimal(value), alone=alone))
    return list(forms.items())


def _written(data: dict[str, Any]) -> dict[str, tuple[bool, bool, bool]]:
    """What may be written to a word: (a conjunction, a preposition, the article) each or not."""
    article, after_l = fold(data["article"]), fold(data["article_after_l"])
    found: dict[str, tuple[bool, bool, bool]] = {}
    for joint in ["", *data["conjunctions"]]:
        for preposition in ["", *data["prepositions"]]:
            found[joint + preposition] = (bool(joint), bool(preposition), False)
            whole = after_l if after_l.startswith(preposition) and preposition else preposition + article
            found[joint + whole] = (bool(joint), bool(preposition), True)
        found[joint + after_l] = (bool(joint), True, True)
    return found
