"""Labels of many documents -> one spelling for each actor, the press's variants made one.

Documents write a name in several ways: «غوميز» and «جوميز», with and without the article,
by the family name alone. Tables name an actor once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from brief.language import Language, fold, table
from brief.names import canonical, find, person_key
from brief.subjects.words import words_of

Key = tuple[str, ...]

_LIKE = 0.8  # share of the longer word that two spellings of one name have in common
_CODE = "="  # before what must be the same letter by letter
_LEAST = 4  # letters of a family name that a key may differ in


def agreed(labels: Sequence[str], language: Language) -> dict[str, str]:
    """Each of the labels with the one it is to be printed as.

    Of one actor's spellings that is the fullest, then the most frequent, then the first. Only spellings of
    one name are made one: two persons of one family stay two, and a family name alone is one of them only
    where it fits no other.
    """
    counted = Counter(labels)
    groups: dict[Key, list[str]] = {}
    near: dict[Key, list[Key]] = {}
    for label in counted:
        key = _key(label, language)
        same = next((other for other in near.get(_opening(key), ()) if _alike(key, other)), None)
        if same is None:
            near.setdefault(_opening(key), []).append(key)
        groups.setdefault(same or key, []).append(label)
    _join_families(groups)
    return {label: shown for many in groups.values() for shown in [_shown(many, counted)] for label in many}


def _opening(key: Key) -> Key:
    """What the spellings of one name share: the first sound of each word."""
    return tuple(word if word.startswith(_CODE) else word[:1] for word in key)


def _key(label: str, language: Language) -> Key:
    """The words of a label as they are compared: nations by their code, personal names by their sounds.

    The words of offices and bodies keep all their letters but the seats of the hamza.
    """
    key: list[str] = []
    last = 0
    office = _is_office(label, language)
    for name in (one for one in find(label, language) if one.kind != "person"):
        key.extend(_words(label[last : name.start], language, office=office))
        key.append(_CODE + canonical(name.key, language))
        last = name.end
    return (*key, *_words(label[last:], language, office=office))


def _is_office(label: str, language: Language) -> bool:
    return any(word in words_of(language).heads for word in fold(label).split()[:1])


def _words(text: str, language: Language, *, office: bool) -> list[str]:
    if office:
        seats = str.maketrans("", "", table(language.code, "names")["person"]["seats"])
        return [_CODE + word for word in fold(text.translate(seats)).split()]
    return person_key(text, language).partition(":")[2].split()


def _alike(one: Key, other: Key) -> bool:
    return len(one) == len(other) and all(map(_sound_alike, one, other))


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words differ in a letter of five at most; short words and codes must be the same."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or one.startswith(_CODE) or other.startswith(_CODE):
        return False
    return 1 - _apart(one, other) / max(len(one), len(other)) >= _LIKE


def _apart(one: str, other: str) -> int:
    """How many letters are to be changed, added or dropped to make one word of the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for place, against in enumerate(other, 1):
            last, row[place] = row[place], min(last + (letter != against), row[place] + 1, row[place - 1] + 1)
    return row[-1]


def _join_families(groups: dict[Key, list[str]]) -> None:
    """Gives a family name alone to the only full name that ends so; offices and states are none."""
    full: dict[str, list[Key]] = {}
    persons = [key for key in groups if not any(word.startswith(_CODE) for word in key)]
    for key in persons:
        if len(key) > 1:
            full.setdefault(key[-1][:1], []).append(key)
    for key in [key for key in persons if len(key) == 1]:
        owners = [other for other in full.get(key[0][:1], ()) if _sound_alike(other[-1], key[0])]
        if len(owners) == 1:
            groups[owners[0]].extend(groups.pop(key))


def _shown(many: Iterable[str], counted: Mapping[str, int]) -> str:
    order = list(many)
    return max(order, key=lambda label: (len(fold(label).split()), counted[label], -order.index(label)))
