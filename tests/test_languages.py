"""The word lists of every language: written plainly, folded forms once per list, nothing empty."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from brief import language, measures, periods
from brief.language import fold
from brief.quantities import numerals, units

FILES = [
    (code, entry.name)
    for code in language.available()
    for entry in sorted(
        (resources.files("brief") / "languages" / code).iterdir(), key=lambda entry: entry.name
    )
    if entry.name.endswith(".toml")
]
FIGURES = ["months", "periods", "numbers", "units", "measures", "figures"]


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401 - TOML is any of six types
    """Every list of words in a data file, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        yield path, value
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from lists(inner, f"{path}[{index}]")


@pytest.mark.parametrize(("code", "name"), FILES)
def test_data_files_are_plain(code: str, name: str) -> None:
    """They parse, hold no presentation forms, and no word is empty (an ending may be)."""
    text = language.resource(code, name).decode()
    data = tomllib.loads(text)
    assert data
    assert not [sign for sign in text if "\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefe"]
    assert not [
        path for path, words in lists(data) if "ending" not in path for word in words if not word.strip()
    ]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("code", language.readable())
def test_folded_words_stand_once_in_their_list(code: str, name: str) -> None:
    """Two spellings that fold to one key are one entry."""
    twice = {
        path: [key for key, count in Counter(map(fold, words)).items() if count > 1]
        for path, words in lists(language.table(code, name))
    }
    assert not {path: keys for path, keys in twice.items() if keys}


@pytest.mark.parametrize("code", language.readable())
def test_one_number_word_has_one_value(code: str) -> None:
    """No form of a number word stands for two numbers of one kind."""
    data = language.table(code, "numbers")
    for kind in ("unit", "ten", "hundred", "scale", "ordinal"):
        forms = [fold(form) for forms in data[kind].values() for form in forms]
        assert len(forms) == len(set(forms)), kind


@pytest.mark.parametrize("code", language.readable())
def test_the_word_lists_compile(code: str) -> None:
    """Every lexicon of the language can be built from its files."""
    assert periods.in_context("2024-05-01", language.load(code)).mentions
    assert numerals.lexicon(code).known
    assert units.lexicon(code).forms
    assert measures.lexicon(language.load(code)).measures


@pytest.mark.parametrize("code", language.readable())
def test_chart_requests_name_known_measures(code: str) -> None:
    """A ready request draws measures that the language has cues for."""
    known = {entry["id"] for entry in language.table(code, "measures")["measure"]}
    for request in language.table(code, "figures").values():
        assert set(request["measures"]) <= known


@pytest.mark.parametrize("code", language.available())
def test_a_frame_has_words_for_every_measure(code: str) -> None:
    """A language that only frames names each measure of those that are read, and no other."""
    if code in language.readable():
        return
    known = {
        entry["id"] for read in language.readable() for entry in language.table(read, "measures")["measure"]
    }
    assert set(language.table(code, "measures")["labels"]) == known
