"""When statements of several sources become one claim, and when they must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.merge import grouped
from brief.model import Claim, Facet, Statement
from brief.same import Verdict, candidates, same
from brief.similarity import neighbours, vectors
from tests.builders import ARABIC, WORDS, statement

TOLD = "افتتحت البلدية حديقة النخيل الجديدة عند مدخل السوق القديم وفيها ملعب للأطفال"
TOLD_TOO = "حديقة النخيل الجديدة افتتحتها البلدية أمس عند مدخل السوق القديم وضمت ملعب الأطفال"
OTHER = "انقطع الماء عن بيوت التل الشرقي أسبوعين ولم تفسر الشركة ذلك للسكان"


def merged(*statements: Statement) -> tuple[Claim, ...]:
    """The claims that these statements make."""
    texts = [told.text for told in statements]
    near = neighbours(vectors(texts, ARABIC), 0.08)
    pairs = candidates([told.anchor.source for told in statements], near)
    return grouped(statements, same(texts, pairs, ARABIC), ARABIC)


def test_what_two_sources_tell_is_one_claim() -> None:
    """The claim has both passages, that of the statement it is told by first; the third stays alone."""
    one, other, third = statement(TOLD, "a"), statement(TOLD_TOO, "b"), statement(OTHER, "b", 200)
    made = merged(one, other, third)
    assert {frozenset(claim.evidence) for claim in made} == {
        frozenset({one.anchor, other.anchor}),
        frozenset({third.anchor}),
    }
    assert all(claim.evidence[0] == claim.statement.anchor for claim in made)


def test_three_sources_are_three_passages() -> None:
    """Each further document adds its passage, behind that of the first."""
    (made,) = merged(statement(TOLD, "a"), statement(TOLD_TOO, "b"), statement(TOLD, "c"))
    assert sorted(passage.source for passage in made.evidence) == ["a", "b", "c"]


def test_a_claim_is_told_by_its_speaker_named_and_in_few_words() -> None:
    """Of passages that tell the same, bare words of a speaker and long frames are not what is printed."""
    plain = statement(TOLD, "a")
    quoted = statement(f"«{TOLD}»", "b")
    framed = statement(f"وأعلن المتحدث باسم المجلس في مؤتمر صحفي عقده صباح اليوم أن {TOLD}", "c")
    (made,) = merged(quoted, framed, plain)
    assert made.statement is plain


def test_what_a_report_and_a_column_tell_alike_the_report_tells() -> None:
    """Whoever gives his view is cited for what a report says too, in however fewer words he has it."""
    column, report = statement(TOLD, "a"), statement(f"{TOLD} صباح اليوم كما كان مقررا", "b")
    for columns, teller in ((set[str](), column), ({"a"}, report), ({"a", "b"}, column)):
        (made,) = grouped([column, report], [Verdict(0, 1, 0.9)], ARABIC, columns=columns)
        assert made.statement is teller


def test_what_leans_bears_out_and_never_tells() -> None:
    """A leaning passage stands behind a claim; no claim is told by it, however short it is."""
    long = statement("وقعت بلدية المدينة ونقابة الباعة مذكرة تفاهم بشأن مواقف السوق القديم", "a")
    leaning = statement("وهي وقعت مذكرة تفاهم مع الباعة", "b", leans=True)
    (told,) = grouped([leaning, long], [Verdict(0, 1, 0.9)], ARABIC)
    assert told.statement == long
    assert told.evidence == (long.anchor, leaning.anchor)
    other = statement("هي مذكرة وقعت مع الباعة", "c", leans=True)
    assert grouped([leaning, other], [Verdict(0, 1, 0.9)], ARABIC) == ()


def test_no_chain_leads_from_one_matter_to_the_next() -> None:
    """What is the same as a further passage only is no passage of the claim."""
    one, middle, last = (statement(text, source) for text, source in zip("abc", "abc", strict=True))
    made = grouped([one, middle, last], [Verdict(0, 1, 0.9), Verdict(1, 2, 0.8)], ARABIC)
    told = next(claim for claim in made if len(claim.evidence) > 1)
    others = {passage.source for passage in told.evidence} - {"b"}
    assert told.statement is middle or len(others) == 1


def test_a_document_never_corroborates_itself() -> None:
    """The same words twice in one document stay two claims."""
    assert len(merged(statement(TOLD, "a"), statement(TOLD, "a", 300))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{TOLD} بكلفة 40 ألف دينار", f"{TOLD} بكلفة 90 ألف دينار"),
        (TOLD, f"لم {TOLD}"),
        (f"نفى المدير أن {TOLD}", f"ذكر المدير أن {TOLD}"),
        (TOLD, OTHER),
    ],
)
def test_what_differs_is_not_merged(one: str, other: str) -> None:
    """Other figures, the opposite, or other words: each stays a claim of its own."""
    assert len(merged(statement(one, "a"), statement(other, "b"))) == 2


def test_digits_of_either_script_are_the_same_figure() -> None:
    """A figure in Arabic digits agrees with the same one in Latin digits."""
    assert len(merged(statement(f"{TOLD} بكلفة 40", "a"), statement(f"{TOLD} بكلفة ٤٠", "b"))) == 1


def test_one_template_with_another_actor_is_not_merged() -> None:
    """The same words said of another country are another claim, however near in wording."""
    one, other = (
        statement(
            f"وقعت بلدية النخيل اتفاق توأمة مع {place} لتبادل الخبرات في النقل", source, actors=(place,)
        )
        for place, source in (("تونس", "a"), ("المغرب", "b"))
    )
    assert len(merged(one, other)) == 2


lines = st.lists(
    st.tuples(st.sampled_from("abc"), st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)),
    max_size=9,
)


@given(lines)
def test_every_passage_stands_in_a_claim(told: list[tuple[str, str]]) -> None:
    """Nothing is lost, nobody tells two claims; a claim has at most one passage of a further document."""
    statements = [statement(text, source, 1000 * number) for number, (source, text) in enumerate(told)]
    made = merged(*statements)
    passages = [passage for one in made for passage in one.evidence]
    assert set(passages) == {one.anchor for one in statements}
    assert len({one.evidence[0] for one in made}) == len(made)
    for one in made:
        assert one.evidence[0] == one.statement.anchor
        assert len({passage.source for passage in one.evidence}) == len(one.evidence)


def test_the_id_is_that_of_the_first_passage() -> None:
    """Further passages do not change the id of a claim; another place in the text does."""
    told = statement(TOLD)
    (alone,) = merged(told)
    (together,) = grouped([told, statement(OTHER, "b", leans=True)], [Verdict(0, 1, 0.9)], ARABIC)
    (elsewhere,) = merged(statement(TOLD, start=7))
    assert together.id == alone.id != elsewhere.id
    assert len(together.evidence) == 2


def test_what_tells_it_otherwise_is_set_apart() -> None:
    """It stands among the passages of the claim, and is told as contrary; most agree with who tells it."""
    one, other, third = (statement(TOLD, source) for source in "abc")
    verdicts = [Verdict(0, 1, 0.9, differs=True), Verdict(0, 2, 0.9, differs=True), Verdict(1, 2, 0.9)]
    (made,) = grouped([one, other, third], verdicts, ARABIC)
    assert made.statement is not one
    assert made.contrary == (one.anchor,)
    assert set(made.evidence) == {one.anchor, other.anchor, third.anchor}


def test_a_passage_with_figures_of_its_own_is_offered_too() -> None:
    """It bears out another source's claim, and tells three figures that this one does not."""
    plain, other = statement(TOLD, "a"), statement(TOLD_TOO, "b")
    counted = statement(f"{TOLD} بكلفة 12 مليون دينار لنحو 300 شجرة و40 مقعدا، وفق المخطط الذي نشرته", "c")
    verdicts = [Verdict(0, 1, 0.9), Verdict(0, 2, 0.9)]
    made = grouped([plain, other, counted], verdicts, ARABIC)
    assert [one.statement.text for one in made] == [plain.text, counted.text]


@pytest.mark.parametrize(
    ("place", "facet", "offered"),
    [(0, Facet.OUTCOMES, True), (0, Facet.CONTEXT, False), (5, Facet.OUTCOMES, False)],
    ids=["a lead", "a scene", "further down"],
)
def test_the_act_that_a_report_opens_with_is_offered_too(place: int, facet: Facet, *, offered: bool) -> None:
    """It bears out a shorter claim of another source, and sums up all that happened."""
    short = statement(TOLD, "a", position=4)
    lead = statement(f"{TOLD} بعد أسابيع من الخلاف", "b", facet=facet, position=place)
    third = statement(TOLD_TOO, "c", position=4)
    verdicts = [Verdict(0, 1, 0.9), Verdict(0, 2, 0.9)]
    made = grouped([short, lead, third], verdicts, ARABIC)
    assert (lead.anchor in [one.statement.anchor for one in made]) is offered
