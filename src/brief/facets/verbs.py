"""The forms in which the press meets a verb: persons, numbers, objects written onto it."""

from __future__ import annotations

from collections.abc import Iterator

from brief.language import Language, fold, table

_BETWEEN = "/"


def is_verb(entry: str) -> bool:
    """Whether an entry of a list gives a verb: its past and its present, «سعى/يسعى»."""
    return _BETWEEN in entry


def forms(entry: str, language: Language) -> frozenset[str]:
    """The folded forms of the verb of `entry`, third persons and «we», with and without an object."""
    past, present = map(fold, entry.split(_BETWEEN))
    bare = frozenset([*_past(past, language), *_present(present, language)])
    objects = table(language.code, "facet_signs")["inflection"]["objects"]
    return bare | {form + one for form in bare for one in objects}


def _past(past: str, language: Language) -> Iterator[str]:
    inflection = table(language.code, "facet_signs")["inflection"]
    weak = past[-1] in inflection["weak"]
    stem = past[:-1] if weak else past
    yield past
    yield from (stem + ending for ending in inflection["past"])
    if weak:
        yield stem + inflection["weak_past"]


def _present(present: str, language: Language) -> Iterator[str]:
    inflection = table(language.code, "facet_signs")["inflection"]
    inner = present[1:]
    weak = inner[-1] in inflection["weak"]
    stem = inner[:-1] if weak else inner
    endings = [*inflection["present"], *([inflection["weak_present"]] if weak else [])]
    for person in inflection["persons"]:
        yield person + inner
        yield from (person + stem + ending for ending in endings)
