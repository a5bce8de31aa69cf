"""Whose words a quotation holds: the subject of its own verb, and nobody who only stands nearer."""

import pytest

from brief.extract.quotes import quotes
from tests.builders import ARABIC, document

SAID = "«لن يفتح السوق قبل آخر الشهر»"


def told(*lines: str) -> list[tuple[str | None, str | None]]:
    """The speakers of the quotes of an article of these lines, with their roles."""
    return [(one.speaker, one.role) for one in quotes(document(*lines), ARABIC)]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (
            f"وتقدر نقابة الخبازين الكلفة، لكن مسؤولا في بلدية الوادي، طلب كتمان اسمه، قال إنه {SAID}.",
            "مسؤول في بلدية الوادي",
        ),
        (f"وقالت عائلة سائق إنه ضرب، وهو ما نفته وزارة النقل، مؤكدة أن موظفيها {SAID}.", "وزارة النقل"),
        (
            f"لكن النائب سامي عواضة، وهو من الحزب الحاكم، تمسك بروايته، مؤكدا أنه رأى العقد موقعا {SAID}.",
            "سامي عواضة",
        ),
        (
            f"ويدافع مسؤول حكومي رفيع، تحدث شريطة كتمان اسمه، عن نهج السلطات قائلا إن التجار {SAID}.",
            "مسؤول حكومي رفيع",
        ),
        (f"وقال مصدر قضائي طلب عدم كشف هويته إن التجار {SAID}.", "مصدر قضائي"),
        (f"ويقول أحد المنظمين إن التجار {SAID}.", "أحد المنظمين"),
        (f"وتقول السيدة فاتو، وهي خياطة تقيم هنا منذ أعوام، إن التجار {SAID}.", "السيدة فاتو"),
        (f"وفي السوق، يختصر بائع الخضر محمد فال المسألة: {SAID}.", "محمد فال"),
    ],
    ids=["but", "held", "pronoun", "completes", "asked", "one of", "lady", "object"],
)
def test_the_subject_of_the_verb_speaks(line: str, speaker: str) -> None:
    """Not whom an earlier clause names, not its object, not whose conduct is defended."""
    assert [one for one, _ in told(line)] == [speaker]


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        (
            f"وأكد المتحدث باسم الشرطة في المنطقة، العقيد غيوم دوفال، أن التجار {SAID}.",
            "غيوم دوفال",
            "المتحدث باسم الشرطة",
        ),
        (
            f"يقول الباحث في شؤون الزراعة بمركز النيل للدراسات، ياسر الحمداني، إن التجار {SAID}.",
            "ياسر الحمداني",
            "الباحث في شؤون الزراعة",
        ),
        (f"ويؤكد المحامي الحسن ولد بوبا، الذي يترافع عنه، أن التجار {SAID}.", "الحسن ولد بوبا", "المحامي"),
        (
            f"غير أن سهيلة أتشينغ، الأمينة العامة لنقابة الخبازين، ترى أن التجار {SAID}.",
            "سهيلة أتشينغ",
            "الأمينة العامة لنقابة الخبازين",
        ),
        (f"أما نظيرته الكينية سارة بنت يوسف فقالت إن التجار {SAID}.", "سارة بنت يوسف", None),
    ],
    ids=["in the region", "at a centre", "son of", "before her office", "his counterpart"],
)
def test_the_holder_of_an_office_is_named(line: str, speaker: str, role: str | None) -> None:
    """Beyond where the office is held, with the article before «son of», by the name before the office."""
    assert told(line) == [(speaker, role)]


def test_a_first_name_is_nobody_whose_name_ends_so() -> None:
    """«الحسن ولد بوبا» is no mention of «يحيى ولد الشيخ الحسن»."""
    first = "وصل المحافظ يحيى ولد الشيخ الحسن إلى السوق."
    assert told(first, f"ويؤكد المحامي الحسن ولد بوبا أن التجار {SAID}.")[-1][0] == "الحسن ولد بوبا"


@pytest.mark.parametrize(
    "line",
    [
        "قال سائق لزميلته: «إما أن الحافلة تأخرت، وإما أنها مرت».",
        "وخارج المبنى، تجمع آلاف المزارعين رافعين لافتات كتب عليها «الماء للجميع يا ناس».",
    ],
    ids=["hearer", "banner"],
)
def test_who_hears_and_what_is_written_speak_not(line: str) -> None:
    """«لزميلته» hears it; what stands on a banner is given to nobody, nor to the one quoted before."""
    before = "وقال السفير الكيني سامي عواضة إن بلاده «مستعدة للنظر في ذلك»."
    assert told(before, line)[-1][0] not in {"لزميلته", "سامي عواضة", "تجمع آلاف المزارعين"}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("يُحكى أن تاجرا سأل نظيره التركي عن سبب الغلاء، فأجابه: «لأن غيرنا يشتري».", 0),
        ("ويقول النائب المعارض يعقوب ولد بوبا لـ«المنار العربي» إن الحكومة «قررت أولا وفكرت ثانيا».", 1),
    ],
    ids=["tale", "paper"],
)
def test_a_tale_and_a_paper_are_no_sayings(line: str, count: int) -> None:
    """What nobody vouches for, and the paper that hears it behind a long name."""
    assert len(told(line)) == count


def test_who_hides_his_name_is_the_one_named_before() -> None:
    """«فضّل ألا يذكر اسمه كاملا» tells no words."""
    first = "«الناس تشتري أكثر مما تحتاج»، يقول حمدون، وهو موظف فضّل ألا يذكر اسمه كاملا."
    assert {one for one, _ in told(f"{first} «يخشون أن يستيقظوا على رفوف فارغة».")} == {"حمدون"}
