"""Chosen claims as the sections of the brief."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.model import Certainty, Claim, Facet, Item, Pool, Position, Stance, Standing
from brief.sections import SECTIONS, compose
from brief.sections.actors import by_actor
from brief.sections.indicators import indicators
from brief.sections.item import item, labelled_once
from brief.sections.summary import PLACES, summary
from brief.sections.when import NO_DAYS, Days
from brief.select import facet_of
from tests.builders import ARABIC, anchor, claim, event, pool, statement

ISSUED = "2019-03-14"


def telling(number: int, facet: Facet = Facet.CONTEXT, score: float = 1.0, **fields: Any) -> Claim:  # noqa: ANN401 - fields of Statement
    """A claim of a facet, far from the others in its source."""
    told = statement(f"افتتحت البلدية الحديقة {number}", start=300 * number, facet=facet, **fields)
    return claim(told, score=score)


claims = st.lists(
    st.builds(telling, st.integers(0, 30), st.sampled_from(Facet), st.floats(0, 3)),
    unique_by=lambda one: one.id,
)


def test_an_item_is_its_claim_word_by_word() -> None:
    """Nothing is added to what the claim holds and nothing is left out."""
    told = statement(
        "افتتحت البلدية الحديقة",
        label=anchor("حديقة", "a"),
        actors=("البلدية",),
        certainty=Certainty.HEDGED,
        standing=Standing.ANNOUNCED,
    )
    one = claim(told, anchor("فتحت الحديقة", "b"), score=1.5, reasons=(("central", 1.5),))
    made = item(one)
    assert (made.id, made.text, made.label, made.actors) == (one.id, told.text, "حديقة", ("البلدية",))
    assert (made.certainty, made.standing) == (Certainty.HEDGED, Standing.ANNOUNCED)
    assert (made.evidence, made.score, made.reasons) == (one.evidence, 1.5, one.reasons)
    assert made.kind == "passage"


def test_a_label_stands_once_and_only_over_what_takes_it_up() -> None:
    """The heading of a list item heads the first line that shares a word with it, and no other."""
    heading = anchor("ترميم السوق", "a")
    texts = ("افتتحت البلدية الحديقة", "بدأ ترميم السوق القديم", "يكلف ترميم السوق مليونا")
    made = labelled_once((item(claim(statement(text, label=heading))) for text in texts), ARABIC)
    assert [one.label for one in made] == [None, "ترميم السوق", None]


@given(claims)
def test_each_claim_stands_under_its_facet_once(told: list[Claim]) -> None:
    """The facet sections hold all claims and no other, each under its facet, the weightiest first."""
    sections = [section for section in compose(pool(*told), ISSUED, "ar") if section.id in list(Facet)]
    printed = {item_.id: section.id for section in sections for item_ in section.items}
    assert printed == {one.id: facet_of(one) for one in told}
    assert sum(len(section.items) for section in sections) == len(told)
    for section in sections:
        assert all(one.score >= other.score for one, other in pairwise(section.items))


WORDS = [f"{verb} {noun}" for verb in ("رممت", "باعت", "وسعت") for noun in ("حديقة", "جسرا", "مكتبة", "سوقا")]


@given(st.lists(st.tuples(st.sampled_from(Facet), st.floats(0, 3)), max_size=len(WORDS)))
def test_the_summary_has_fixed_places(told: list[tuple[Facet, float]]) -> None:
    """At most seven lines, no place overfull, what was decided before what may follow."""
    made = [
        claim(statement(f"{words} {number}", start=100 * number, facet=facet), score=score)
        for number, (words, (facet, score)) in enumerate(zip(WORDS, told, strict=False))
    ]
    facets = {one.id: facet_of(one) for one in made}
    lines = [facets[line.id] for line in summary(pool(*made), ISSUED, "ar")]
    places = list(PLACES)
    assert [places.index(facet) for facet in lines] == sorted(places.index(facet) for facet in lines)
    assert len(lines) <= 7
    assert all(lines.count(facet) <= PLACES[facet] for facet in Facet)
    assert set(lines) == set(facets.values())


def test_the_summary_says_nothing_twice() -> None:
    """Of two lines that share most of their words the weightier stands."""
    weak = claim(statement("افتتحت البلدية حديقة النخيل", "b", facet=Facet.OUTCOMES), score=1.0)
    strong = claim(
        statement("افتتحت البلدية في الربيع حديقة النخيل عند السوق", facet=Facet.CONTEXT), score=2.0
    )
    assert [line.id for line in summary(pool(weak, strong), ISSUED, "ar")] == [strong.id]


@pytest.mark.parametrize(
    "text",
    [
        "رحب رئيس البلدية بافتتاح الحديقة",
        "قدم رئيس البلدية التهنئة لعمال الحديقة",
        "دعا الوزير رئيس البلدية لحضور افتتاح الحديقة",
        "يتابع العالم أخبار الحديقة",
        "وكانت البلدية قد رفعت الأجرة",
        "وصل الوزير إلى المدينة",
        "أغلقت البلدية الحديقة أمس",
        "وأضاف أن الحديقة مغلقة",
        "«الحديقة للناس كلهم»",
        "«سأبيع عند الجسر»، يقول بائع الورد",
        "وطلب أحدهم حديقة أخرى",
        "في الحي، حيث التقينا مدير الحديقة، كان الباب مغلقا. قال إن المفتاح ضاع",
        "ينتظر أن تسلم دراسة الجدوى في الربيع",
        "ولم تعلق على خطة لتوسيع الحديقة",
        "بدأت الفكرة حين غرس حارس ثلاث أشجار",
        "أمام بوابة الحديقة القديمة ينهمك حارس في ري الورد",
    ],
)
def test_no_line_of_the_summary_praises_comes_or_looks_back(text: str) -> None:
    """What tells no fact that stands for itself on the day of issue is left to the sections."""
    fine = telling(1, score=0.1)
    assert [
        line.id for line in summary(pool(fine, claim(statement(text, "b"), score=3.0)), ISSUED, "ar")
    ] == [fine.id]


def test_the_summary_takes_what_stands_alone() -> None:
    """Leaning, denied and long claims stay out of it, and authors' views, however much they weigh."""
    fine = telling(1, score=0.1)
    leaning = claim(statement("هذا", start=200), score=3.0, reasons=(("demonstrative", -0.15),))
    past = claim(statement("يتواصل البناء", start=500), score=3.0, overtaken=True)
    denied = telling(3, score=3.0, certainty=Certainty.DENIED)
    view = telling(4, score=3.0, view=True)
    long = claim(statement("كلمة " * 46, start=400), score=3.0)
    made = summary(pool(fine, leaning, past, denied, view, long), ISSUED, "ar")
    assert [line.id for line in made] == [fine.id]


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("يعتقد محللون أن البلدية تفضل الانتظار حتى الربيع", True),
        ("يرى بعض المراقبين أن صور، التي تبني سوقا، تريد مقعدا في المجلس", True),
        ("رجح خبراء أن النقابة لن تنتظر المحكمة", True),
        ("يقول مهندس إن الأشغال في السوق لم تنتهِ", True),
        ("يعيش جزء من ضواحي صور هدوءا نسبيا", True),
        ("يسود الهدوء سوق صور", True),
        ("يعتقد محللون أن كلفة السوق ترتفع", False),
        ("دعا مدير البلدية إلى الهدوء في السوق", False),
        ("قال مدير البلدية إن صور تفضل الانتظار حتى الربيع", False),
    ],
)
def test_what_is_so_for_a_day_is_no_line_of_a_later_summary(text: str, *, passes: bool) -> None:
    """A guess, what is not finished and calm are told there as long as nothing newer is."""
    for as_of, stands in ((None, True), ("2019-03-01", not passes)):
        made = summary(pool(claim(statement(text), as_of=as_of)), ISSUED, "ar")
        assert bool(made) is stands


def test_the_summary_speaks_from_the_latest_state() -> None:
    """What was told before the matter turned only makes up the least number of lines."""
    texts = (
        "رممت البلدية الجسر",
        "يعيش الصيادون من السمك",
        "خشي التجار الكساد",
        "غضب الملاحون",
        "قد يغلق الميناء",
    )
    facets = (Facet.OUTCOMES, Facet.CONTEXT, Facet.MOTIVES, Facet.REACTIONS, Facet.IMPLICATIONS)
    now = [
        claim(statement(text, "b", 100 * number, facet=facet), score=0.1)
        for number, (text, facet) in enumerate(zip(texts, facets, strict=True))
    ]
    before = claim(statement("وعد المحافظ بملعب", facet=Facet.REACTIONS), score=3.0, behind=True)
    so_far = claim(before.statement, score=3.0, as_of="2019-03-01")
    month = claim(before.statement, score=3.0, as_of="2019-03")
    shown = summary(structs.replace(pool(*now, month), turn="2019-03-09"), ISSUED, "ar")
    assert month.id in {line.id for line in shown}
    for one in (before, so_far):
        for told, stands in ((now, False), (now[:3], True)):
            made = summary(structs.replace(pool(*told, one), turn="2019-03-09"), ISSUED, "ar")
            assert (one.id in {line.id for line in made}) is stands


def test_what_was_unsure_before_the_matter_turned_does_not_last() -> None:
    """Background and motives stand beside the latest state; not where they were hedged on a day of before."""
    now = [
        claim(statement(text, "b", 100 * number, facet=Facet.OUTCOMES), score=0.1)
        for number, text in enumerate(("رممت البلدية الجسر", "افتتح المحافظ الملعب", "باعت النقابة السفينة"))
    ]
    now += [
        claim(statement(text, "b", 1000 + 100 * number, facet=facet), score=0.1)
        for number, (text, facet) in enumerate(
            [("خشي التجار الكساد", Facet.REACTIONS), ("قد يغلق الميناء", Facet.IMPLICATIONS)]
        )
    ]
    for firm, stands in ((Certainty.STATED, True), (Certainty.HEDGED, False)):
        motive = statement("أرادت البلدية جذب السياح", facet=Facet.MOTIVES, certainty=firm)
        before = claim(motive, score=3.0, as_of="2019-03-01")
        made = summary(structs.replace(pool(*now, before), turn="2019-03-09"), ISSUED, "ar")
        assert (before.id in {line.id for line in made}) is stands


def test_where_the_matter_turned_the_summary_takes_what_renews_it_and_one_denial() -> None:
    """A figure told anew came of the matter; a fourth result and who denies one have room only then."""
    results = ("رممت البلدية الجسر", "وسع العمال الطريق", "زرع الحراس الحديقة", "أعاد البناؤون السور")
    came = [claim(statement(text, facet=Facet.OUTCOMES), score=2.0) for text in results[:3]]
    came.append(claim(statement(results[3], facet=Facet.CONTEXT), score=1.5, renews=True))
    denies = [telling(number, score=3.0, certainty=Certainty.DENIED) for number in (7, 8)]
    old = claim(statement("وعد المحافظ بملعب", facet=Facet.REACTIONS), score=3.0, behind=True)
    plain = pool(*came, *denies)
    turned = structs.replace(pool(*came, *denies, old), turn="2019-03-09")
    assert {line.id for line in summary(plain, ISSUED, "ar")} == {one.id for one in came[:3]}
    shown = {line.id for line in summary(turned, ISSUED, "ar")}
    assert {one.id for one in came} <= shown
    assert sum(one.id in shown for one in denies) == 1


def test_where_the_matter_turned_the_summary_still_tells_what_it_is_about() -> None:
    """The act of before with its day, and one alone; what it stands on does not pass either."""
    news = {
        "رممت البلدية الجسر": Facet.OUTCOMES,
        "وسع العمال الطريق": Facet.OUTCOMES,
        "زرع الحراس الحديقة": Facet.OUTCOMES,
        "خشي التجار الكساد": Facet.MOTIVES,
        "غضب الملاحون": Facet.REACTIONS,
        "قد يتأخر الشتاء": Facet.IMPLICATIONS,
    }
    now = [claim(statement(text, facet=facet), score=2.0) for text, facet in news.items()]
    first, second = (
        claim(
            statement(text, "b", 100 * number, facet=Facet.OUTCOMES, actors=("المحافظ",)),
            score=1.0 - number / 2,
            behind=True,
            as_of="2019-03-01",
        )
        for number, text in enumerate(("أغلق المحافظ الميناء صباح اليوم", "فرضت النقابة رسما صباح اليوم"))
    )
    ground = claim(statement("يعيش الصيادون من السمك", "c"), behind=True)
    made = summary(structs.replace(pool(*now, first, second, ground), turn="2019-03-09"), ISSUED, "ar")
    told = {line.id for line in made}
    assert {first.id, ground.id} <= told
    assert second.id not in told
    assert {one.id for one in now if facet_of(one) is Facet.OUTCOMES} <= told


def test_the_act_of_yesterday_stands_in_the_summary_with_its_day() -> None:
    """What a source opens with and was signed; other news of yesterday, or of no known day, does not."""
    words = "وقعت البلدية والصيادون أمس اتفاق المرفأ"
    for standing, as_of, stands in (
        (Standing.SIGNED, "2019-03-11", True),
        (None, "2019-03-11", False),
        (Standing.SIGNED, "undated", False),
    ):
        told = claim(statement(words, facet=Facet.OUTCOMES, standing=standing), as_of=as_of)
        assert bool(summary(pool(told), ISSUED, "ar")) is stands


@pytest.mark.parametrize(
    ("place", "facet", "actors", "stands"),
    [
        (0, Facet.OUTCOMES, ("البلدية",), True),
        (1, Facet.OUTCOMES, ("البلدية",), True),
        (2, Facet.OUTCOMES, ("البلدية",), False),
        (0, Facet.CONTEXT, ("البلدية",), False),
        (0, Facet.OUTCOMES, (), False),
    ],
    ids=["a lead", "behind a second headline", "further down", "a scene", "nobody acts"],
)
def test_what_a_report_opens_with_stands_in_the_summary(
    place: int, facet: Facet, actors: tuple[str, ...], *, stands: bool
) -> None:
    """Long as it is and though it says «this morning»: its day is printed beside it."""
    words = "استأنف عمال المرفأ العمل صباح اليوم بعد إضراب عطل تفريغ السفن " + "في الميناء القديم " * 14
    told = claim(statement(words, facet=facet, position=place, actors=actors), as_of="2019-03-11", score=0.2)
    assert bool(summary(pool(told), ISSUED, "ar")) is stands


@pytest.mark.parametrize(("end", "stands"), [('"', True), ('…"', False), ("…»", False)])
def test_words_that_break_off_are_no_line_of_the_summary(end: str, *, stands: bool) -> None:
    """What somebody said is told there to its end."""
    told = claim(
        statement(f'قال عمدة المرفأ "تفرغ السفن في الميناء القديم حتى الربيع{end}', facet=Facet.OUTCOMES)
    )
    assert bool(summary(pool(told), ISSUED, "ar")) is stands


def test_a_brief_with_nothing_to_say_has_no_sections() -> None:
    """A section without items is left out, never padded."""
    assert compose(pool(), ISSUED, "ar") == ()
    assert [section.id for section in compose(pool(telling(1, Facet.MOTIVES)), ISSUED, "ar")] == [
        "summary",
        "motives",
    ]


def test_sections_come_in_page_order_with_titles_of_the_language() -> None:
    """The summary opens, the five facets follow, what to watch closes; no title is left in English."""
    told = [telling(number, facet) for number, facet in enumerate(Facet)]
    made = compose(
        pool(*told, events=(event("2019-05", "يفتح الجسر", evidence=(anchor("يفتح الجسر", "b"),)),)),
        ISSUED,
        "ar",
    )
    assert [section.id for section in made] == ["summary", *Facet, "indicators"]
    assert len(SECTIONS) == len(made)
    assert all(section.title and not section.title.isascii() for section in made)
    assert len({section.title for section in made}) == len(made)


def test_indicators_are_what_lies_ahead() -> None:
    """Events after the brief's date, by date; a month or year that has begun does not lie ahead."""
    starts = ("2019-03-20", "2019-03-14", "2019-03", "2019", "2018-12-01", "2020", "2019-04")
    made = indicators(pool(events=tuple(event(start, f"خبر {start}") for start in starts)), ISSUED, "ar")
    assert [line.label for line in made] == ["2019-03-20", "2019-04", "2020"]
    assert [line.text for line in made] == ["خبر 2019-03-20", "خبر 2019-04", "خبر 2020"]
    assert all(line.evidence for line in made)


def test_without_anything_ahead_there_are_no_indicators() -> None:
    """The section is left out when all that is dated has happened."""
    assert indicators(pool(events=(event("2019-01-02", "خبر"),)), ISSUED, "ar") == ()


def test_motives_stand_actor_by_actor() -> None:
    """Who is named first by two items has them together; the others follow, the weightiest group first."""
    told = [
        telling(1, Facet.MOTIVES, 3.0, actors=("تونس",)),
        telling(2, Facet.MOTIVES, 2.5, actors=("عمان",)),
        telling(3, Facet.MOTIVES, 2.0, actors=("الأردن", "تونس")),
        telling(4, Facet.MOTIVES, 1.5, actors=("تونس",)),
        telling(5, Facet.MOTIVES, 1.0, actors=("الأردن",)),
        telling(6, Facet.MOTIVES, 0.5),
    ]
    items = next(section.items for section in compose(pool(*told), ISSUED, "ar") if section.id == "motives")
    assert [item.score for item in items] == [3.0, 1.5, 2.0, 1.0, 2.5, 0.5]
    groups = by_actor(items)
    assert [(group.actor, len(group.items)) for group in groups] == [("تونس", 2), ("الأردن", 2), (None, 2)]


@given(claims)
def test_groups_of_actors_lose_nobody(told: list[Claim]) -> None:
    """All items stand in one group each, and grouping again changes nothing."""
    items = tuple(map(item, told))
    flat = tuple(one for group in by_actor(items) for one in group.items)
    assert sorted(one.id for one in flat) == sorted(one.id for one in items)
    assert by_actor(flat) == by_actor(items)


def test_news_leads_the_summary() -> None:
    """Of two claims of context the one that happened in the weeks before the issue is told."""
    old, new = telling(1, score=1.2), telling(2, score=1.0)
    happened = event("2019-03-10", new.statement.text, evidence=(new.statement.anchor,))
    summed = summary(pool(old, new, events=(happened,)), ISSUED, "ar")
    assert [one.id for one in summed] == [new.id]
    before = event("2018-03-10", new.statement.text, evidence=(new.statement.anchor,))
    summed = summary(pool(old, new, events=(before,)), ISSUED, "ar")
    assert [one.id for one in summed] == [old.id]


def test_context_goes_from_what_is_always_so_to_what_came_last() -> None:
    """The undated stands first; of several dates the last that is not ahead places a claim."""
    places = {"a": (), "b": ("2019-02-20", "2017"), "c": ("2019-01-08", "2020"), "d": ("2018",)}
    told = [
        claim(statement(f"خبر عن السوق {source}", source), score=4.0 - number)
        for number, source in enumerate(places)
    ]
    events = tuple(
        event(start, one.statement.text, evidence=one.evidence)
        for one, starts in zip(told, places.values(), strict=True)
        for start in starts
    )
    items = facet_items(pool(*told, events=events), Facet.CONTEXT)
    assert [one.evidence[0].source for one in items] == ["a", "d", "c", "b"]


def test_what_lay_ahead_of_its_report_places_no_line() -> None:
    """A meeting announced by a report is not the day on which that was said."""
    told = claim(statement("وعدت النقابة بلقاء في الثامن من مارس", "a", facet=Facet.REACTIONS), score=1.0)
    other = claim(statement("رحب التجار بالخطة", "b", facet=Facet.REACTIONS), score=2.0)
    ahead = event("2019-03-08", told.statement.text, evidence=told.evidence)
    days = {"a": "2019-03-01", "b": "2019-03-05"}
    items = facet_items(pool(told, other, events=(ahead,)), Facet.REACTIONS, days)
    assert [one.id for one in items] == [told.id, other.id]


def test_context_without_an_event_stands_by_the_day_of_writing() -> None:
    """Where the brief prints the day of writing, it also places the claim."""
    first, late = telling(1), claim(statement("يتواصل البناء", "b"), as_of="2019-01-05")
    dated = claim(statement("افتتح الجسر", "c"), score=9.0)
    events = (event("2019-02", "افتتح الجسر", evidence=dated.evidence),)
    items = facet_items(pool(dated, late, first, events=events), Facet.CONTEXT)
    assert [one.id for one in items] == [first.id, late.id, dated.id]


def test_reactions_stand_by_who_speaks_and_in_the_order_of_time() -> None:
    """Whoever speaks twice has it together, the earlier first; then the others, from the earliest on."""
    days = {"a": "2019-03-01", "b": "2019-03-09", "c": "2019-03-05"}
    told = [
        claim(statement("انتقدت النقابة الخطة", "b", facet=Facet.REACTIONS, actors=("تونس",)), score=4.0),
        claim(statement("رحب التجار بالخطة", "b", 900, facet=Facet.REACTIONS), score=3.0),
        claim(statement("رفضت النقابة الحوار", "a", facet=Facet.REACTIONS), score=2.0),
        claim(statement("قبل الوالي الخطة", "c", facet=Facet.REACTIONS, actors=("تونس",)), score=1.0),
    ]
    held = structs.replace(
        pool(*told),
        positions=tuple(
            Position(actor="النقابة", target=None, stance=Stance.OPPOSE, evidence=told[at].evidence)
            for at in (0, 2)
        ),
    )
    items = facet_items(held, Facet.REACTIONS, days)
    assert [one.score for one in items] == [2.0, 4.0, 1.0, 3.0]


def facet_items(told: Pool, facet: Facet, days: Days = NO_DAYS) -> tuple[Item, ...]:
    """The lines of one section."""
    return next(one.items for one in compose(told, ISSUED, "ar", days) if one.id == facet)
