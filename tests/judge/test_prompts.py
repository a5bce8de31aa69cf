"""The words around a request: they name every label, in each language that a brief is framed in."""

import json
import re
from typing import Any

import pytest

from brief.judge.forms import SCHEMAS
from brief.judge.parts import Piece
from brief.judge.prompts import messages, room, words
from brief.judge.questions import Question, digest, kind_of
from brief.judge.requests import Request, schema
from brief.language import available
from tests.judge.asked import KINDS


def labels(schema: Any) -> set[str]:  # noqa: ANN401 - a schema is any JSON
    """The labels and names of fields that a schema allows."""
    if isinstance(schema, dict):
        own = {*schema.get("enum", ()), *schema.get("properties", ())}
        return own.union(*map(labels, schema.values()))
    return set().union(*map(labels, schema)) if isinstance(schema, list) else set()


@pytest.mark.parametrize("kind", SCHEMAS)
@pytest.mark.parametrize("language", available())
def test_every_label_is_explained(language: str, kind: str) -> None:
    """A label that may be answered, and each field of an answer, stands in the words of its kind."""
    told = words(language, kind)
    assert not [one for one in labels(SCHEMAS[kind]) if not re.search(rf"\b{one}\b", told)]


@pytest.mark.parametrize("kind", SCHEMAS)
@pytest.mark.parametrize("language", available())
def test_the_example_is_an_answer(language: str, kind: str) -> None:
    """The example ends with an answer in form, of labels that the schema knows."""
    example = words(language, kind).rpartition('"answer": ')[2]
    told = json.loads(example)
    entries = told if isinstance(told, list) else [told]
    fields = SCHEMAS[kind].get("items", SCHEMAS[kind])["properties"]
    for entry in entries:
        assert set(entry) == set(fields)
        for name, value in entry.items():
            assert value in fields[name].get("enum", [value])


@pytest.mark.parametrize("language", available())
def test_the_words_say_that_statements_are_data(language: str) -> None:
    """The rules stand before the words of each kind, and the data between what they call its fence."""
    for question in KINDS:
        request = Request(kind_of(question), (Piece(digest(question), question),))
        system, user = messages(request, language)
        assert (system.role, user.role) == ("system", "user")
        assert system.content.startswith(words(language, "rules"))
        assert user.content.startswith("<data>\n{")
        assert user.content.endswith(words(language, "after"))
        assert {"<data>", "</data>"} <= set(re.findall(r"</?data>", words(language, "rules")))


@pytest.mark.parametrize("question", KINDS)
def test_a_schema_is_closed(question: Question) -> None:
    """Every object requires all its fields and takes no other, as strict servers ask; each has a type."""

    def objects(one: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a schema is any JSON
        inner = [*one.get("properties", {}).values(), *([one["items"]] if "items" in one else [])]
        return [one, *(found for each in inner for found in objects(each))]

    for one in objects(schema(kind_of(question))):
        assert "type" in one
        if one["type"] == "object":
            assert one["additionalProperties"] is False
            assert set(one["required"]) == set(one["properties"])


def test_the_least_window_holds_every_kind() -> None:
    """In the smallest window that settings allow there is room for data beside the words."""
    for language in available():
        least = room(4096, 1024, language)
        assert min(least.data(kind) for kind in SCHEMAS) > 1000
