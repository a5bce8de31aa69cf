"""Questions: plain data with a name of their own."""

import pytest
from msgspec import structs

from brief.judge.questions import (
    ANSWERS,
    BodyOf,
    Choice,
    FacetsOf,
    Kept,
    Matters,
    Question,
    Related,
    Relations,
    Shares,
    SpeakerOf,
    Told,
    Weights,
    digest,
    kind_of,
    seen,
)
from brief.model import Facet
from tests.builders import document

TOLD = (Told(0, "افتتحت البلدية الحديقة", "a", 0, 22), Told(1, "رحب الباعة بافتتاحها", "a", 23, 43))
FACETS = FacetsOf("حديقة", TOLD, (0, 1), Shares({0: ((Facet.OUTCOMES, 0.7),), 1: ((Facet.REACTIONS, 0.8),)}))
SPEAKER = SpeakerOf("قال المدير: نعم", 12, 15, ("المدير", "الوزير"), Choice(0))
RELATED = Related(TOLD, (), Relations({1: "apart"}))


def moved(question: FacetsOf, **fields: object) -> FacetsOf:
    """The question with its first statement told otherwise."""
    first, *others = question.statements
    return structs.replace(question, statements=(structs.replace(first, **fields), *others))


def test_a_question_is_named_by_what_is_seen_of_it() -> None:
    """What the rules read in it, another name of the file and another place in it change no name."""
    again = structs.replace(FACETS, read=Shares({0: ((Facet.CONTEXT, 1.0),)}))
    elsewhere = moved(FACETS, source="b", start=700, end=722, paragraph=9)
    assert digest(FACETS) == digest(again) == digest(elsewhere)


@pytest.mark.parametrize(
    "other",
    [
        moved(FACETS, text="افتتحت البلدية السوق"),
        moved(FACETS, heading="خطط البلدية"),
        moved(FACETS, lead="أولا"),
        moved(FACETS, published="2024-02-12"),
        moved(FACETS, number=5),
        structs.replace(FACETS, title="سوق"),
        structs.replace(FACETS, asked=(1,)),
        structs.replace(FACETS, statements=TOLD[:1]),
        structs.replace(FACETS, statements=TOLD[::-1]),
    ],
)
def test_another_sight_is_another_question(other: FacetsOf) -> None:
    """Other words, headings, days, numbers, a title or an order of their own make another name."""
    assert digest(other) != digest(FACETS)


def test_questions_of_two_kinds_differ() -> None:
    """The same passages asked about in another way are another question."""
    questions: tuple[Question, ...] = (
        FACETS,
        Matters(FACETS.title, TOLD, FACETS.asked, Weights({})),
        BodyOf(FACETS.title, TOLD, FACETS.asked, Kept({0: True, 1: True})),
        RELATED,
        SPEAKER,
    )
    assert len({digest(one) for one in questions}) == len(questions)
    assert [kind_of(one) for one in questions] == ["facets", "matters", "body", "related", "speaker"]


def test_who_is_pointed_at_is_part_of_a_question() -> None:
    """Other candidates, and other words that somebody says, make another question."""
    others = (
        structs.replace(SPEAKER, candidates=("المدير",)),
        structs.replace(SPEAKER, start=11),
        structs.replace(SPEAKER, passage="قال الوزير: نعم"),
    )
    assert len({digest(one) for one in (SPEAKER, *others)}) == len(others) + 1
    assert digest(structs.replace(SPEAKER, read=Choice(None))) == digest(SPEAKER)


def test_the_first_of_related_statements_asks_about_the_others() -> None:
    """What is asked about are the numbers of the others; those within its own source are told."""
    assert RELATED.asked == (1,)
    assert digest(structs.replace(RELATED, within=(1,))) != digest(RELATED)


def test_every_kind_of_question_has_its_form_of_answer() -> None:
    """Each question carries what the rules read in the form that it asks for, and kinds share no name."""
    assert all(isinstance(one.read, ANSWERS[type(one)]) for one in (FACETS, SPEAKER, RELATED))
    tags = [one.__struct_config__.tag for one in ANSWERS]
    assert len(set(tags)) == len(tags)


def test_a_passage_is_seen_under_its_headings() -> None:
    """What a judge sees of a sentence: its words, its place, its day and what stands above it."""
    made = document(
        "خطط البلدية",
        "1. السوق القديم: تفتتح البلدية السوق في الربيع.",
        headings=("خطط البلدية",),
        published="2024-02-12",
    )
    (sentence,) = made.sentences
    told = seen(4, sentence.anchor.text, sentence, made)
    assert (told.number, told.heading, told.lead) == (4, "خطط البلدية", "السوق القديم")
    assert (told.published, told.source, told.paragraph) == ("2024-02-12", made.id, 1)
    assert made.text[told.start : told.end] == told.text == "تفتتح البلدية السوق في الربيع."
