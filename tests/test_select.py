"""The choice of what is printed, within the budget."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.model import Claim, Facet
from brief.select import choose, facet_of
from tests.builders import ARABIC, claim, statement

NOUNS = ["حديقة", "جسر", "مكتبة", "حافلة", "ساحة", "ملعب", "محطة", "سياج", "مصباح", "ممر", "بئر", "قبة"]
VERBS = ["رممت", "وسعت", "أغلقت", "أنارت", "نقلت", "باعت", "طلت", "زرعت"]


def telling(number: int, facet: Facet = Facet.CONTEXT, score: float = 1.0) -> Claim:
    """A claim whose words no other one of these has: the noun and the verb are its own."""
    noun, verb = NOUNS[number % len(NOUNS)], VERBS[number % len(VERBS)]
    told = statement(f"{verb}{number} {noun}{number}", start=100 * number, paragraph=number, facet=facet)
    return claim(told, score=score)


claims = st.lists(
    st.builds(telling, st.integers(0, 40), st.sampled_from(Facet), st.floats(0.1, 3)),
    unique_by=lambda one: one.id,
    max_size=25,
)


@given(claims, st.integers(1, 12), st.integers(1, 30))
def test_the_budget_is_never_exceeded(pool: list[Claim], items: int, words: int) -> None:
    """Neither more items nor more words than allowed, no claim twice, and the order as it came."""
    chosen = choose(pool, items, words, ARABIC)
    assert len(chosen) <= items
    assert sum(len(one.statement.text.split()) for one in chosen) <= words
    assert [one for one in pool if one in chosen] == list(chosen)


@given(claims, st.integers(1, 12))
def test_no_place_stays_empty_while_a_claim_would_fit(pool: list[Claim], items: int) -> None:
    """Claims that repeat nothing fill the items there are."""
    assert len(choose(pool, items, 10_000, ARABIC)) == min(items, len(pool))


def test_the_best_are_chosen() -> None:
    """With room for two of one facet, the two with the highest scores are printed."""
    pool = [telling(number, score=score) for number, score in enumerate((0.5, 2.0, 1.0, 1.5))]
    assert choose(pool, 2, 1000, ARABIC) == (pool[1], pool[3])


@pytest.mark.parametrize(("score", "printed"), [(-0.05, True), (-0.15, False)])
def test_a_poor_line_takes_no_better_ones_place(score: float, *, printed: bool) -> None:
    """Beyond the least share of each facet the better line is told, whatever its facet has."""
    pool = [telling(number, score=2.0 - number / 50) for number in range(15)]
    poor = [telling(20 + number, Facet.IMPLICATIONS, 0.5 if number == 0 else score) for number in range(2)]
    chosen = choose([*pool, *poor], 14, 1000, ARABIC)
    assert (poor[1] in chosen) is printed


def test_a_claim_too_long_gives_way_to_a_shorter_one() -> None:
    """What does not fit into the words that are left is passed over."""
    long = claim(statement(" ".join(f"كلمة{n}" for n in range(20)), start=900), score=9.0)
    pool = [long, telling(1)]
    assert choose(pool, 5, 10, ARABIC) == (pool[1],)


def test_nothing_is_said_twice() -> None:
    """Of two claims in nearly the same words the weightier one is printed."""
    weak = claim(statement("افتتحت البلدية حديقة النخيل عند السوق", "a"), score=1.0)
    strong = claim(statement("افتتحت البلدية أمس حديقة النخيل عند السوق", "b"), score=2.0)
    assert choose([weak, strong], 5, 1000, ARABIC) == (strong,)


def test_what_was_known_silences_no_news() -> None:
    """That it was to be, in an older source, is weightier by far; that it was done is printed, too."""
    plan = statement("تعقد لجنة الحديقة اجتماعها في قاعة البلدية عند السوق", "a")
    done = statement("عقدت لجنة الحديقة اجتماعها في قاعة البلدية عند السوق", "b")
    known = claim(plan, score=3.0, reasons=(("background", -0.05),))
    news = claim(done, score=1.0)
    assert choose([known, news], 5, 1000, ARABIC) == (known, news)
    assert choose([news, claim(plan, score=3.0)], 5, 1000, ARABIC) == (claim(plan, score=3.0),)


def test_no_facet_fills_the_brief_while_others_wait() -> None:
    """Weightier claims of one facet leave room for those of the others."""
    pool = [telling(number, Facet.CONTEXT, 3.0) for number in range(12)]
    pool += [telling(20 + number, facet, 0.2) for number, facet in enumerate([*Facet] * 2)]
    filled = Counter(facet_of(one) for one in choose(pool, 10, 1000, ARABIC))
    assert set(filled) == set(Facet)
    assert filled[Facet.CONTEXT] <= 4


def test_what_the_others_leave_over_goes_to_the_best() -> None:
    """A facet may exceed its share where nothing else is left to print."""
    pool = [telling(number) for number in range(10)]
    assert len(choose(pool, 10, 1000, ARABIC)) == 10


def test_a_claim_is_printed_under_its_surest_facet() -> None:
    """Without any facet it gives context."""
    told = statement("نص", facets=((Facet.REACTIONS, 0.5), (Facet.MOTIVES, 0.4)))
    assert facet_of(claim(told)) is Facet.REACTIONS
    assert facet_of(claim(statement("نص", facet=None))) is Facet.CONTEXT


def test_the_words_of_a_passage_stand_once() -> None:
    """Of passages that have half of the shorter in common one is printed; elsewhere the words may stand."""
    common = "ووعدت البلدية الأطفال والشيوخ"
    whole = claim(statement(f"افتتحت حديقة النخيل {common}", facet=Facet.OUTCOMES), score=2.0)
    text = f"{common} بئرا وجسرا وسدا ودارا"
    at = whole.statement.text.index(common)
    for start, printed in ((at, 1), (900, 2)):
        other = claim(statement(text, start=start, facet=Facet.IMPLICATIONS))
        assert len(choose([whole, other], 5, 100, ARABIC)) == printed


def test_a_passage_cited_for_a_line_is_no_line_beside_it() -> None:
    """What bears out a line of a section is not a line there; what tells it otherwise may be."""
    second = statement("حديقة النخيل تستقبل الزوار قرب السوق بعد ترميم الممر", "b")
    first = statement("افتتحت البلدية حديقة النخيل قرب السوق في مارس", "a")
    for contrary in (False, True):
        told = claim(first, second.anchor, score=2.0, contrary=(second.anchor,) * contrary)
        made = choose([told, claim(second)], 5, 100, ARABIC)
        assert len(made) == 1 + contrary
    elsewhere = statement(second.text, "b", facet=Facet.REACTIONS)
    assert len(choose([claim(first, second.anchor, score=2.0), claim(elsewhere)], 5, 100, ARABIC)) == 2


@pytest.mark.parametrize(("facet", "shared"), [(Facet.REACTIONS, True), (Facet.OUTCOMES, False)])
def test_nobody_is_heard_alone_while_others_wait(facet: Facet, *, shared: bool) -> None:
    """Of motives and reactions the next line of whoever was heard costs more than another's first."""
    pool = [telling(number, facet, score) for number, score in enumerate((1.0, 0.95, 0.9))]
    speakers = dict(zip((one.id for one in pool), ("البلدية", "البلدية", "النقابة"), strict=True))
    made = choose(pool, 2, 1000, ARABIC, voice=lambda one: speakers[one.id])
    assert made == (pool[0], pool[2 if shared else 1])
    weighed = [structs.replace(one, by_rule=0.5) for one in pool]
    assert choose(weighed, 2, 1000, ARABIC, voice=lambda one: speakers[one.id]) == tuple(weighed[:2])


def test_a_plan_of_before_is_hardly_worth_a_line() -> None:
    """What no longer holds needs a higher score, unless a passage beside it tells what does."""
    plan = structs.replace(telling(1, score=0.0), overtaken=True)
    corrected = structs.replace(plan, contrary=plan.evidence)
    weighty = structs.replace(plan, score=0.5)
    for one, worth in ((plan, False), (corrected, True), (weighty, True), (telling(1, score=0.0), True)):
        assert bool(choose([one], 5, 90, ARABIC)) is worth
