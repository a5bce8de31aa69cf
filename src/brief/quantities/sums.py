"""How the words of one number add up: units, tens, hundreds, scales, shares."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from brief.quantities.lexemes import NONE, ONE, Word

_UNBOUND = Decimal("1e30")
_BELOW = frozenset(range(1, 100))  # what digits may add to hundreds
_THOUSAND, _TENS = 1000, 10
_FEW = frozenset(range(3, 11))  # what a plural follows


class Sum(Struct, gc=False):
    """A number in the making: `group` is what the next scale multiplies.

    `ahead` is the kind of the word that follows, where it is known.
    """

    total: Decimal = NONE
    group: Decimal = NONE
    unit: Decimal = NONE
    head: Decimal = NONE
    doubt: Decimal = NONE
    scale: Decimal = ONE
    limit: Decimal = _UNBOUND
    last: str = ""
    terms: int = 0
    open: bool = False
    unfinished: bool = False
    alone: bool = False
    round: bool = False

    @property
    def value(self) -> Decimal:
        """What the words taken in so far come to."""
        return self.total + self.group

    def whole(self) -> bool:
        """Whether they are a number: «أحد» waits for its ten."""
        return self.last != "" and not self.unfinished

    def add(self, word: Word, ahead: str = "") -> bool:
        """Take one more word in; False where it does not belong to this number."""
        if not self.last and word.kind not in ("scale", "pair"):
            return self._begin(word)
        if word.kind in ("scale", "pair"):
            done = self._scale(word)
        elif word.kind == "fraction":
            done = self._fraction(word)
        else:
            done = self._join(word) if self.open else self._next_group(word, ahead)
            done = done or (bool(word.share) and self._share(word))
        self.unfinished = self.unfinished and not done
        if done:  # a pair before a further number was no pair but one in the accusative
            self.total, self.doubt = self.total - self.doubt, self._new_doubt(word)
        return done

    def point(self, decimals: Decimal) -> None:
        """Take in what is said after «فاصلة»."""
        self.group, self.last = self.group + decimals, "decimals"
        self.head = self.group if self.total == 0 else self.head

    def _new_doubt(self, word: Word) -> Decimal:
        doubtful = self.terms == 1 and self.alone and word.kind == "scale" and word.alone > 1
        return word.value if doubtful else NONE

    def _begin(self, word: Word) -> bool:
        self.group, self.open, self.last, self.unit = word.value, True, word.kind, word.value
        self.head = self.head or word.value
        self.unfinished = word.alone == 0
        return True

    def _next_group(self, word: Word, ahead: str) -> bool:
        """What follows a scale: a smaller number, with «and» unless it says hundreds."""
        hundreds = "hundred" in (word.kind, ahead)
        sure = word.value >= 100 or ahead in ("scale", "hundred") or self.terms > 1 or word.kind != "digits"
        linked = word.joined or (hundreds and self.last == "scale")
        return linked and 0 < word.value < self.limit and sure and self._begin(word)

    def _join(self, word: Word) -> bool:
        """The next word of a group below a thousand: «خمسة وأربعين», «ثلاث مئة», «اثنا عشر»."""
        if not self._within(word):
            return False
        teen = word.kind == "unit" and word.value == 10 and not word.joined
        self.last = "teen" if teen else "unit" if word.kind == "digits" else word.kind
        self.head = self.group if self.total == 0 else self.head
        return True

    def _within(self, word: Word) -> bool:
        small = self.last == "unit" and self.unit < 10
        hundred = self.last == "hundred"
        if word.kind == "ten" and word.joined and (small or hundred):
            self.group += word.value
        elif word.kind == "unit" and word.joined and hundred:
            self.group, self.unit = self.group + word.value, word.value
        elif word.kind == "unit" and word.value == 10 and not word.joined and small:
            self.group += 10
        elif word.kind == "digits" and word.joined and hundred and word.value in _BELOW:
            self.group, self.unit = self.group + word.value, word.value
        elif word.kind == "hundred" and word.value == 100 and not word.joined:
            return self._hundreds(small=small)
        else:
            return False
        return True

    def _hundreds(self, *, small: bool) -> bool:
        """«ثلاث مئة», «3 مئة», «خمسة وتسعون مئة»."""
        if small and self.unit > 2:
            self.group += self.unit * 99
        elif self.last in ("digits", "ten") and 2 < self.group < 1000:
            self.group *= 100
        else:
            return False
        return True

    def _scale(self, word: Word) -> bool:
        if word.kind == "scale" and self.last == "echo":
            return False
        if self.open and word.kind == "scale" and not word.joined and word.value < self.limit:
            self.total += self.group * word.value
            self.round = self.group >= 100 and self.group % 100 == 0
        elif self._is_counted_whole(word):  # «three thousand and 500 milliards»
            self.total = (self.total + self.group) * word.value
            self.head = self.total / word.value
            self.scale = ONE
        elif self.last == "half" and self._echoes(word):  # «a million and half (the) million»
            self.last = "echo"
            return True
        elif not self.open and self.last == "scale" and not word.joined and word.value > self.limit:
            self.total *= word.value  # «a thousand billion»
            self.scale *= word.value
        elif self._fits(word) and (
            not self.open or (word.joined and word.kind == "pair" and word.value < 100)
        ):
            self.alone = not self.last
            self.total += self.group + word.value * word.alone
            self.head = self.head or Decimal(word.alone)
            self.round = False
        else:
            return False
        self.scale = word.value if self.scale == 1 else self.scale
        self.terms += 1
        self.group, self.open, self.last, self.limit = NONE, False, "scale", word.value
        return True

    def _is_counted_whole(self, word: Word) -> bool:
        """Whether a scale counts all that was said before it, thousands and the rest of them."""
        counts = self.open and word.kind == "scale" and not word.joined and self.limit == _THOUSAND
        return counts and word.value > self.limit and self.group >= _TENS

    def _echoes(self, word: Word) -> bool:
        """Whether a scale only says once more of what there was a half."""
        return word.definite or (word.kind == "scale" and not word.joined and word.value == self.limit)

    def _fits(self, word: Word) -> bool:
        """Whether a scale that no number counts begins the number or goes on with it: «مئة ألف وألفان»."""
        if not word.alone or (self.last and not word.joined):
            return False
        return word.value < self.limit or (self.round and word.value == self.limit)

    def _fraction(self, word: Word) -> bool:
        if self.last in ("fraction", "half", "echo"):
            return False
        if not word.joined:
            return self.open and self._counted(word.value, plural=not word.alone)
        if not word.alone:
            return False
        if self.open:
            self._set(self.group + word.value)
        else:
            self.total += word.value * self.limit
            self.last = "half"
        return True

    def _share(self, word: Word) -> bool:
        """«ثلاثة وخمس», «ثلاث وعشرون خمسا»: what cannot be five more is a fifth."""
        if not self.open or self.last in ("fraction", "digits", "decimals"):
            return False
        if not word.joined:
            return self._counted(word.share, plural=False)
        self._set(self.group + word.share)
        return True

    def _counted(self, share: Decimal, *, plural: bool) -> bool:
        """«ثلاثة أرباع», «مئة وثلاثة أرباع», «واحد وعشرون خمسا»: parts that a number counts."""
        few = self.last == "unit" and self.unit in _FEW
        if not plural and self.last not in ("ten", "teen", "hundred"):
            return False
        self._set(self.group - self.unit + self.unit * share if few else self.group * share)
        return True

    def _set(self, group: Decimal) -> None:
        self.group, self.last = group, "fraction"
        self.head = group if self.total == 0 else self.head
