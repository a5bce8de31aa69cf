"""A given name that opens with the article, taken for one more definite word of the office before it."""

from __future__ import annotations

from functools import cache

from msgspec import structs

from brief.language import Language, fold, table
from brief.subjects import Actor

_FULL = 2  # words of a first name and a family's


def with_given_name(one: Actor, language: Language) -> Actor:
    """Somebody by the given name that his office seems to end in, and what stands behind that.

    «وزير النقل الهادي ولد سيدي» is minister of transport, «أمين الاتحاد الهادي العواضي» a secretary.
    """
    told = one.text.split()
    if one.kind == "role" and len(told) > _FULL + 1 and fold(told[-_FULL]) in _articled(language):
        office, name = " ".join(told[:-_FULL]), " ".join(told[-_FULL:])
        return structs.replace(one, text=name, label=name, role=office, key=fold(name), kind="person")
    office, _, first = (one.role or "").rpartition(" ")
    son = one.kind == "person" and fold(one.label).split()[0] in _fathers(language)
    if not son or not office or fold(first) not in _articled(language):
        return one
    name = f"{first} {one.label}"
    return structs.replace(one, text=name, label=name, role=office)


@cache
def _fathers(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "names")["person"]["fathers"]))


@cache
def _articled(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "speech")["articled"]))
