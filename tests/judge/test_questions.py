"""Questions: plain data with a name of their own."""

import hashlib

import msgspec
from msgspec import structs

from brief.judge.questions import Choice, FacetsOf, Shares, SpeakerOf, Told, digest
from brief.model import Facet

TOLD = (Told(0, "افتتحت البلدية الحديقة", "a"), Told(1, "رحب الباعة بافتتاحها", "a"))
QUESTION = FacetsOf(TOLD, Shares({0: ((Facet.OUTCOMES, 0.7),), 1: ((Facet.REACTIONS, 0.8),)}))


def test_a_question_is_named_by_its_passages() -> None:
    """The same passages have the same digest whatever the rules read in them; other passages have another."""
    again = structs.replace(QUESTION, read=Shares({0: ((Facet.CONTEXT, 1.0),)}))
    other = structs.replace(QUESTION, statements=TOLD[:1])
    assert digest(QUESTION) == digest(again)
    assert digest(QUESTION) != digest(other)


def test_questions_of_two_kinds_differ() -> None:
    """Who says a passage is another question than what it tells."""
    speaker = SpeakerOf("قال المدير: نعم", 12, 15, ("المدير",), Choice(0))
    assert digest(speaker) != digest(QUESTION)


def test_a_long_question_is_named_as_a_short_one_is() -> None:
    """Its name is the digest of one list of its kind and its fields, however many passages it holds."""
    told = tuple(Told(number, "رحب الباعة", "a") for number in range(2500))
    for many in (told, told[:1], ()):
        question = FacetsOf(many, QUESTION.read)
        whole = msgspec.json.encode(["FacetsOf", many])
        assert digest(question) == hashlib.sha256(whole).hexdigest()[:20]
