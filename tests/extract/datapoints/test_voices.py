"""Whose word a figure is, and how firmly it is told."""

import pytest

from brief.extract.datapoints import datapoints
from brief.language import load
from tests.builders import document

ARABIC = load("ar")


def voices(*lines: str) -> list[tuple[str, str | None]]:
    """Certainty and speaker of every figure of an article of these lines."""
    found = datapoints(document(*lines, published="2024-05-10"), ARABIC)
    return [(one.certainty.value, one.said_by) for one in found]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("أعلن المعهد الوطني للإحصاء، اليوم الثلاثاء، أن الأسعار زادت 5%.", "المعهد الوطني للإحصاء"),
        ("أعلن الجيش في بيان أن 30 شخصا قتلوا.", "الجيش"),
        ("قالت صحف محلية إن 30 شخصا قتلوا.", "صحف محلية"),
        ("زادت الأسعار 5%، وفق ما أعلنته وزارة التجارة.", "وزارة التجارة"),
        ("زادت الأسعار 5%، بحسب بيانات البنك المركزي.", "البنك المركزي"),
        ("أما الشركة فقالت إنها باعت 12 سفينة.", "الشركة"),
        ("زادت الأسعار 5%، وفق تقرير حديث.", None),
    ],
)
def test_a_figure_is_of_who_is_named_beside_the_cue(line: str, speaker: str | None) -> None:
    """The name ends where «that», a comma or an indefinite word stands; a report has no speaker."""
    assert voices(line) == [("attributed", speaker)]


def test_a_preposition_is_no_verb_of_speech() -> None:
    """«بين» without its mark hands over nothing, nor does «على حد سواء»."""
    assert voices("بلغت التجارة بين مصر والأردن 4 مليارات دولار.") == [("stated", None)]
    assert voices("زاد الرجال والنساء على حد سواء 5%.") == [("stated", None)]


def test_another_voice_begins_after_while() -> None:
    """Who spoke before «بينما» says nothing after it."""
    found = voices("قالت الوزارة إن 30 شخصا قتلوا، بينما أصيب 12 جنديا.")
    assert found == [("attributed", "الوزارة"), ("stated", None)]


def test_a_body_is_called_by_its_head_later() -> None:
    """«الوزارة» is the ministry that spoke before; a pronoun too."""
    found = voices(
        "قالت وزارة الصحة إن 30 شخصا قتلوا. وأضافت الوزارة أن 12 شخصا أصيبوا. وأضافت أن 5 أشخاص فقدوا."
    )
    assert found == [("attributed", "وزارة الصحة")] * 3


def test_a_past_after_its_particle_is_no_doubt() -> None:
    """«قد تراجعت» has happened, «قد تتراجع» may."""
    assert voices("وكانت الصادرات قد تراجعت 5%.") == [("stated", None)]
    assert voices("قد تتراجع الصادرات 5%.")[0][0] == "hedged"


def test_the_cost_is_linear() -> None:
    """A sentence of many figures, names, times and speakers is read in its length."""
    piece = "قال الوزير إن صادرات مصر بلغت 5% في 2020 و"
    many = voices(piece * 600 + ".")
    assert len(many) == 600


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("أعلن السبت الماضي وزير النقل أن 30 شخصا قتلوا.", "وزير النقل"),
        (
            "وكان النائب المعارض، الذي تحدث الشهر الماضي عن كلفة تبلغ 9 ملايين دولار، قد استقال.",
            "النائب المعارض",
        ),
        ("قال وزير النقل إن الكلفة تقدر الآن بـ9 ملايين دولار.", "وزير النقل"),
        ("قالت المديرة زينب الراوي للصحافيين إن 30 شخصا قتلوا.", "زينب الراوي"),
        ("قالت وزارة الصحة إن 30 شخصا أصيبوا. علما بأن حصيلة أولية كانت قد تحدثت الاثنين عن 12 قتيلا.", None),
        ("قالت وزارة الصحة إن 30 شخصا أصيبوا. وأضافت أن 12 شخصا قتلوا.", "وزارة الصحة"),
    ],
    ids=["a day between", "who spoke", "now", "to reporters", "another toll", "goes on"],
)
def test_a_time_says_no_figure(line: str, speaker: str | None) -> None:
    """«Spoke last month of», «is put now at»: who speaks stands elsewhere, or is not known."""
    assert voices(line)[-1] == ("attributed", speaker)
