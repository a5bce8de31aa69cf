"""Questions of every kind: on two small articles, with forms that are filled in, or as many as wanted."""

import re
from collections.abc import Mapping

from msgspec import structs

from brief.judge import sheet
from brief.judge.answers import points
from brief.judge.questions import (
    Answer,
    BodyOf,
    Choice,
    Disagree,
    FacetsOf,
    Kept,
    Matters,
    Question,
    Related,
    Relations,
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Told,
    Verdict,
    Weights,
    digest,
)
from brief.judge.sheet import Asked
from brief.model import Facet, Stance

GARDEN = (
    "افتتحت البلدية الحديقة في مارس",
    "أرادت البلدية أن تخفف الزحام",
    "تضم الحديقة 12 ملعبا",
    "قد ترتفع رسوم الدخول",
)
MARKET = ("فتحت الحديقة أبوابها في مارس", "فيها 11 ملعبا", "احتج باعة السوق")


def told(number: int, text: str, source: str = "a", start: int = 0) -> Told:
    """A statement of a document."""
    return Told(
        number, text, source, start, start + len(text), published="2019-03-14", heading="أخبار المدينة"
    )


def article(words: tuple[str, ...], source: str) -> tuple[Told, ...]:
    """The statements of a document, one behind the other."""
    return tuple(told(number, text, source, 100 * number) for number, text in enumerate(words))


def related(first: Told, *others: Told, within: tuple[int, ...] = ()) -> Related:
    """How the first stands to the others."""
    shown = tuple(structs.replace(one, number=number) for number, one in enumerate((first, *others)))
    return Related(shown, within, Relations({}))


A, B = article(GARDEN, "a"), article(MARKET, "b")
FACETS_A = FacetsOf("حديقة جديدة", A, (1, 2, 3), Shares({}))
FACETS_B = FacetsOf("باعة السوق", B, (0, 1, 2), Shares({}))
WEIGHTS_A = Matters("حديقة جديدة", A, (1, 2, 3), Weights({}))
WEIGHTS_B = Matters("باعة السوق", B, (0, 1, 2), Weights({}))
OPENED = related(B[0], A[0], A[2])
OPENED_LATER = related(B[0], A[1])
PITCHES = related(B[1], A[2], B[0], A[3], within=(2,))
PAGE = ("شارك", "اقرأ أيضا", "حديقة")
LINES = BodyOf("حديقة جديدة", article(PAGE, "p"), (1, 2), Kept({}))
SPEAKER = SpeakerOf("قال المدير: نعم", 12, 15, ("المدير", "الوزير"), Choice(0))
STANCE = StanceOf("رحب المدير بالقرار", "المدير", StanceTaken(Stance.SUPPORT))
DISAGREE = Disagree("عدد الملاعب", (A[2], B[1]), Verdict("conflict"))
QUESTIONS: tuple[Question, ...] = (
    LINES,
    FACETS_A,
    FACETS_B,
    WEIGHTS_A,
    WEIGHTS_B,
    OPENED,
    OPENED_LATER,
    PITCHES,
    SPEAKER,
    STANCE,
    DISAGREE,
)

# What is kept of the answers to some of them.
KEPT: Mapping[str, Answer] = {
    digest(one): answer
    for one, answer in (
        (LINES, Kept({1: False})),
        (FACETS_A, Shares({1: ((Facet.MOTIVES, 0.8), (Facet.CONTEXT, 0.18)), 2: ()})),
        (WEIGHTS_A, Weights({1: 0.0, 3: 2.5})),
        (OPENED, Relations({1: "same", 2: "date"})),
        (PITCHES, Relations({1: "apart", 2: "apart", 3: "apart"})),
        (SPEAKER, Choice(None)),
        (STANCE, StanceTaken(Stance.MIXED)),
        (DISAGREE, Verdict(None)),
    )
}


def statements(many: int, first: int = 0, source: str = "a", length: int = 1) -> tuple[Told, ...]:
    """Numbered statements of one document, each of about 25 letters times `length`."""
    words = " ".join(["افتتحت البلدية الحديقة"] * length)
    return tuple(
        told(number, f"{words} رقم {number} في {source}", source, 10_000 * number)
        for number in range(first, first + many)
    )


def facets(many: int = 4, first: int = 0, source: str = "a", length: int = 1) -> FacetsOf:
    """A question about the facets of some statements."""
    shown = statements(many, first, source, length)
    return FacetsOf("حدائق المدينة", shown, tuple(one.number for one in shown), Shares({}))


# One question of each kind.
KINDS: tuple[Question, ...] = (
    BodyOf("حدائق", statements(3), (1, 2), Kept({})),
    facets(),
    Matters("حدائق", statements(3), (0, 1, 2), Weights({})),
    OPENED,
    DISAGREE,
    SPEAKER,
    STANCE,
)


def form(*questions: Question) -> str:
    """The form that asks all of the questions."""
    asked = [Asked(one, points(one)) for one in questions]
    return sheet.written(questions, asked, {"head": "weight: 3\n[1 ~000000000] x", "quotes": "said by: 1"})


HEAD = re.compile(r"\[([A-Z]?\d+) ~[\d.]+\] ?(.*)")


def numbers(text: str) -> dict[str, str]:
    """The numbers of a form by the words of their statements."""
    return {found[2]: found[1] for found in map(HEAD.match, text.splitlines()) if found and found[2]}


def filled(text: str, answers: Mapping[tuple[str, str], str]) -> str:
    """A form with answers behind blanks, each named by its statement's words (or number) and its label."""
    lines, under = [], ""
    for line in text.split("\n"):
        if head := HEAD.match(line):
            under = head[2] or head[1]
        label = re.match(r"    ([a-z ]+?)(?: [(\[].*)?: $", line)
        lines.append(line + answers.get((under, label[1]), "") if label else line)
    return "\n".join(lines)
