"""Whose words a line gives that opens with a quotation."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

BEFORE = "في مقهى أمام الباب الشمالي، لم يكن علي سعيد، نقيب الباعة، متأكدا من أن البلدية ستصلح الجسر."
WORDS = '"لن نعود إلى السوق قبل أن تصلح البلدية الجسر والمحطة"'


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


@pytest.mark.parametrize(
    "verb",
    [
        "، قال.",
        "، قالت.",
        " أضاف.",
        "، أردف قائلا.",
        "، قال وأضاف إن الزوار يعرفون ذلك.",
        '. وأردف: "لو سألونا لما أغلقنا دكانا واحدا".',
        "، أكد أيضا.",
    ],
)
def test_words_that_nobody_says_are_told_with_the_sentence_before(verb: str) -> None:
    """«…»، قال. hands its words to whoever was named before: alone it leans."""
    assert told(f"{WORDS}{verb}") == []
    printed = told(f"{BEFORE} {WORDS}{verb}")
    assert printed[0] == BEFORE.rstrip(".")
    assert all(one.startswith(BEFORE) for one in printed[1:])


def test_words_of_two_sentences_are_not_told_without_who_says_them() -> None:
    """A quotation that is cut at its stops takes in the sentence before its first one."""
    words = "«البلدية أعطتنا شهرا. والسوق كان لنا وكنا نبيع فيه بلا رسوم»، قال."
    assert told(words) == []
    assert told(f"{BEFORE} {words}")[1:] == [f"{BEFORE} {words}".rstrip(".")]


@pytest.mark.parametrize(
    "line",
    [
        f"{WORDS}، قالت نقيبة الباعة سلمى حداد.",
        f"{WORDS}، يقول سمير حداد بائع التوابل.",
        '"حزب السوق" قال: إن الباعة سيعودون إلى الميدان القديم قبل موسم الأعياد.',
    ],
)
def test_who_is_named_behind_the_words_says_them(line: str) -> None:
    """With a subject behind the verb, or in the marks themselves, the line stands alone."""
    assert told(line) == [line.rstrip(".")]
