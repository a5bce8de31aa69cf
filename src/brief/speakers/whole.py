"""A name as it is printed: not cut inside the marks it stands in, nor at its hyphen."""

from __future__ import annotations

import re

from brief.cues import of
from brief.language import Language, fold
from brief.marks import PAIRS, STRAIGHT
from brief.speakers.words import words_of
from brief.subjects import Actor
from brief.subjects.words import words_of as subjects_of

_LONGEST = 80  # characters of a name in marks
# What may stand behind a role up to the comma or colon that ends it: no mark of a new clause, and not much.
_APPOSED = re.compile(r"(?: [\w'()/-]+){1,12}(?=[\u060c,:])")
_COMMAS = ("\u060c", ",")
_HOUSED = re.compile(r" (?P<of>\w+) (?P<body>\w+) (?=[«“\"])")
_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"(?:-\w+)+")


def whole(text: str, actor: Actor, name: str) -> str:
    """The name of an actor in `text` with the rest of what stands in its marks, a person's with its hyphen.

    A mark that is closed nowhere near is left out: «منظمة «ضفاف النهر» is «منظمة «ضفاف النهر»», and a family
    name «ماري-لور» keeps both parts.
    """
    for opening, closing in PAIRS.items():
        if name.count(opening) > name.count(closing):
            start = text.rfind(name, 0, actor.end)
            end = _closed(text, start + len(name), closing) if start >= 0 else -1
            name = text[start:end] if end > 0 else name.replace(opening, "").strip()
        elif name.count(closing) > name.count(opening):
            name = name.replace(closing, "").strip()
    if name.count(STRAIGHT) % 2:
        start = text.rfind(name, 0, actor.end)
        end = _closed(text, start + len(name), STRAIGHT) if start >= 0 else -1
        name = text[start:end] if end > 0 else name.replace(STRAIGHT, "").strip()
    behind = _HYPHENED.match(text, actor.end) if actor.kind == "person" else None
    return name + behind.group() if behind else name


def whole_role(text: str, actor: Actor, language: Language) -> str | None:
    """The role of an actor with what it breaks off before.

    That is a name in marks («محلل في شركة «المنارة»»), or the rest of what stands between commas behind a
    name: «الباحث في معهد البحار التابع لجامعة المرسى».
    """
    role = actor.role
    start = text.find(role, actor.start) if role else -1
    end = start + len(role or "")
    if start < 0 or text[end : end + 1] != " ":
        return role
    closing = {**PAIRS, STRAIGHT: STRAIGHT}.get(text[end + 1 : end + 2])
    if closing is not None:
        close = _closed(text, end + 2, closing)
    else:
        close = _apposed_to(text, start, end, language)
    return text[start:close] if close > 0 else role


def without_rank(role: str, language: Language) -> str:
    """An office without the rank of who holds it: «المتحدث باسم الجيش العقيد»; a rank alone stays."""
    *office, last = role.split()
    article = subjects_of(language).letters.article
    complete = len(office) > 1 and fold(office[-1]).startswith(article)
    ranked = of(language, "speech", "ranks").fullmatch(fold(last)) is not None
    return " ".join(office) if complete and ranked else role


def with_house(text: str, end: int, language: Language) -> int:
    """The place behind the house in marks that somebody without a name is of: «نائب من كتلة «الأرض»».

    It is `end`, where a calling ends, where no such house stands there.
    """
    house = _HOUSED.match(text, end)
    if house is None:
        return end
    words = words_of(language)
    led = fold(house["of"]) in subjects_of(language).governing and fold(house["of"]) not in words.that
    if not led or fold(house["body"]) not in subjects_of(language).bodies:
        return end
    close = _closed(text, house.end() + 1, {**PAIRS, STRAIGHT: STRAIGHT}[text[house.end()]])
    return close if close > 0 else end


def _apposed_to(text: str, start: int, end: int, language: Language) -> int:
    """Where the apposition that a role opens ends; 0 where it is none, or goes on with a sentence."""
    if not text[:start].rstrip().endswith(_COMMAS):
        return 0
    behind = _APPOSED.match(text, end)
    if behind is None:
        return 0
    words = words_of(language)
    told = set(map(fold, _WORD.findall(behind.group())))
    return 0 if told & (words.verbs | words.relative) else behind.end()


def _closed(text: str, place: int, closing: str) -> int:
    """The place behind the mark that closes near `place`; 0 where none does."""
    return text.find(closing, place, place + _LONGEST) + 1
