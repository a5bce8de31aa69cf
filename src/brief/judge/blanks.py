"""A form as it comes back: the blanks that are filled, under the heads that they stand under."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from brief.errors import Remark
from brief.judge import sheet

# An editor may have put in what nobody sees (direction marks, joiners, soft hyphens), or stretched letters.
_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
        "\u00ad\u200b\u200c\u200d\u2060\N{ARABIC TATWEEL}",
    )
)
# It may end lines as other systems do; no line that `sheet` writes holds any of these.
_ENDS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_HEAD = re.compile(r"\[\s*([A-Z]?)(\d{1,9})\s+~([\d.]{1,20})\s*\]")
# What stands in square brackets is the answer that is kept, and no part of the one that is given.
_FIELD = re.compile(r"\s+([A-Za-z]+(?: [A-Za-z]+)?)\s*(?:(\([^()]*\))\s*)?(?:\[[^\[\]]*\]\s*)?:(.*)")
_NUMBER = re.compile(r"\d{1,9}")


class Fault(Struct, frozen=True):
    """A line that cannot be used, and why."""

    line: int
    why: Remark


class Field(Struct, frozen=True):
    """A blank with the numbers that it lists and what was written into it; an empty value is no answer."""

    line: int
    label: str
    listed: tuple[int, ...]
    value: str


class Block(Struct, frozen=True):
    """What stands under one head: the letter of its part, its number, its mark, its blanks by their names."""

    letter: str
    number: int
    mark: str
    fields: dict[str, Field]

    def filled(self, label: str) -> Field | None:
        """The blank of that name, if something stands in it."""
        field = self.fields.get(label)
        return field if field and field.value else None


def is_form(text: str) -> bool:
    """Whether `text` is a form at all, filled or not."""
    opening = " ".join(text[:1000].translate(_UNSEEN).split())
    return _in_ascii(opening).startswith(sheet.SIGNED)


def _in_ascii(text: str) -> str:
    """The text with its digits, of whatever script, as those that `sheet` writes."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def read(text: str) -> tuple[list[Block], list[Fault]]:
    """The heads of a form with their blanks, and the lines that are neither."""
    blocks: list[Block] = []
    faults: list[Fault] = []
    for number, raw in enumerate(_ENDS.split(text), 1):
        line = raw.translate(_UNSEEN).rstrip()
        if not line or line[0] in "#>":
            continue
        if head := _HEAD.match(line):
            blocks.append(Block(head[1], int(head[2]), _in_ascii(head[3]), {}))
        elif (found := _FIELD.fullmatch(line)) and blocks:
            faults.extend(_filling(blocks[-1], _field(number, found)))
        else:
            faults.append(Fault(number, Remark("is no line of a form")))
    return _once(blocks, faults), faults


def _field(number: int, found: re.Match[str]) -> Field:
    listed = tuple(map(int, _NUMBER.findall(found[2] or "")))
    return Field(number, found[1].lower(), listed, " ".join(found[3].split()).casefold())


def _filling(block: Block, field: Field) -> Iterator[Fault]:
    """Put a field into its block; a second one that is filled too is a fault."""
    if not block.filled(field.label):
        block.fields[field.label] = field
    elif field.value:
        yield Fault(field.line, Remark("fills a blank that is filled already"))


def _once(blocks: Iterable[Block], faults: list[Fault]) -> list[Block]:
    """The first block of each number and of each mark; what is filled under another is a fault."""
    seen: set[tuple[str, int | str]] = set()
    kept = []
    for one in blocks:
        names: set[tuple[str, int | str]] = {(one.letter, one.number), (one.letter, one.mark)}
        if not names & seen:
            kept.append(one)
        else:
            why = Remark("stands under a number that was there before")
            faults.extend(Fault(field.line, why) for field in one.fields.values() if field.value)
        seen |= names
    return kept
