"""What two passages share in passing: one phrase, a demand, a sum, other figures, hearsay."""

import pytest

from brief import names
from brief.same.passing import one_phrase
from brief.same.told import families, tell
from tests.builders import ARABIC
from tests.same.builders import aligned, close, either_way

APART = {
    "hearsay": (
        "التوقيع على عقد الملعب في بلدية المرسى يحدد الإيجار بألف دينار",
        "يقولون إن التوقيع على عقد الملعب في بلدية المرسى غدا",
    ),
    "phrase": (
        "منحت جمعية أصدقاء الغابة ثلاث مدارس في الجبل كتبا عن النحل",
        "حذر مزارعون من حريق وصفته جمعية أصدقاء الغابة بأنه كارثة على التربة",
    ),
    "front": (
        "أما المتحف الذي اشترى اللوحة في الربيع، فأغلق أبوابه بسبب تسرب المياه",
        "اشترى المتحف اللوحة ووضعها في القاعة الكبرى",
    ),
    "asked": (
        "تطالب نقابة السائقين برفع أجرة الحافلة إلى 4 دنانير",
        "اتفقت البلدية ونقابة السائقين على رفع أجرة الحافلة إلى 4 دنانير",
    ),
    "exceeded": (
        "قال المدير إن كلفة المسبح لن تتجاوز 3 ملايين دينار",
        "تتجاوز كلفة المسبح وفق تقدير المهندسين 3 ملايين دينار",
    ),
    "units": (
        "تتوزع كلفة مسبح القرية على الحفر 40 ألف دينار والسور 30 ألف دينار والحارس 20 ألف دينار",
        "يقع مسبح القرية بجوار السور على بعد 7 كيلومترات من المدرسة",
    ),
}


@pytest.mark.parametrize("kind", APART)
def test_what_is_shared_in_passing_keeps_passages_apart(kind: str) -> None:
    """Each reason is seen, and in either order of the passages."""
    one, other = APART[kind]
    assert either_way(one, other) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a speaker who is named is no hearsay
        ("يقول رئيس البلدية إن السوق ستفتح يوم الأحد", "تفتح السوق يوم الأحد"),
        # what it tells of him stands behind the «so»
        ("أما المتحف، فاشترى اللوحة من التاجر", "اشترى المتحف اللوحة من التاجر"),
        # both ask for it, both settle it
        ("طالبت النقابة برفع أجرة الحافلة", "تطالب نقابة السائقين برفع أجرة الحافلة"),
        ("اتفق الطرفان على رفع أجرة الحافلة كما طالبت النقابة", "طالبت النقابة برفع أجرة الحافلة"),
        # neither passes the sum
        ("لن تتجاوز كلفة المسبح 3 ملايين دينار", "كلفة المسبح لا تتجاوز 3 ملايين دينار"),
        # the account tells what the other tells too
        (
            "يدفع المسبح للحفر 40 ألف دينار وللسور 30 ألف دينار وللحارس 20 ألف دينار",
            "يدفع المسبح للسور 30 ألف دينار",
        ),
    ],
)
def test_the_same_act_stays_together(one: str, other: str) -> None:
    """Nothing is kept apart that tells the same in other words."""
    assert either_way(one, other) not in APART


@pytest.mark.parametrize(("thing", "alone"), [("تنقيب الآثار", False), ("متحف الآثار", True)])
def test_an_act_is_more_than_the_name_of_a_thing(thing: str, *, alone: bool) -> None:
    """«Digging … in Tunisia» is told in both; «the museum … in Tunisia», of which all speak, is no claim."""
    one = close(f"يواصل خبراء البلدية {thing} في تونس رغم مطر أغرق الخيام")
    other = close(f"توقف الطلاب عن دروس الصيف ليشهدوا {thing} في تونس مع أهلهم")
    _, met = aligned(one, other, *([close("عاد المطر إلى تونس")] * 40))
    assert one_phrase(one, other, met) is alone


@pytest.mark.parametrize(
    ("body", "alone"),
    [("الهيئة التونسية للسلامة الغابية", True), ("هيئة الغابات التونسية التي ألغت السلامة", False)],
)
def test_the_name_of_a_body_is_one_phrase_whatever_country_is_in_it(body: str, *, alone: bool) -> None:
    """«The Tunisian authority for forest safety», named in both, is no claim of either."""
    one = close(f"أنشئت {body} بقانون صدر بعد الحريق ولم تعمل سوى عامين")
    other = close("ينتظر المزارعون رخصة حفر الآبار من الهيئة التونسية للسلامة الغابية قبل موسم الزيتون")
    _, met = aligned(one, other, *([close("عاد المطر إلى تونس")] * 40))
    assert one_phrase(one, other, met) is alone


def test_the_prices_of_two_days_are_two_claims() -> None:
    """Several figures of one unit of which no two agree are no account of one thing."""
    monday = "أغلق سعر الكاكاو عقود ثلاثة أشهر في البورصة عند 7100 دولار بعد صعود 4 في المئة"
    friday = "صعد سعر الكاكاو عقود ثلاثة أشهر في البورصة إلى 6800 دولار أي أعلى من سعر 6200 دولار"
    assert either_way(monday, friday) == "figures"
    assert either_way(monday, monday.replace("أغلق", "توقف")) == ""


def test_the_cap_that_was_is_not_the_cap_that_is() -> None:
    """«The former cap of …» is an old figure: who tells that alone tells of the time before."""
    now = "رفعت البلدية حد الصيد إلى 350 طنا بدلا من الحد السابق البالغ 220 طنا"
    before = "حددت البلدية حد الصيد بـ220 طنا"
    assert either_way(now, before) == "turned"


def test_without_is_a_negation() -> None:
    """«بلا صلاحية» denies what «مُنحت صلاحية» tells."""
    assert either_way("مُنحت لجنة الحكام صلاحية الطرد", "لجنة الحكام بلا صلاحية الطرد") == "negated"


def test_half_a_name_is_no_word() -> None:
    """What a hyphen joins to a name, and a given name before a known family's, tell nothing by themselves."""
    first, second = "قال الوزير سمير منصور-غالب إن المسرح مغلق", "عاد سمير منصور-غالب إلى المسرح"
    named = names.find(first, ARABIC)
    told = tell(second, ARABIC, (), families([named]))
    assert named
    assert [unit.keys[0][0] for unit in told.units if unit.keys[0][0] == "&"] == ["&"]
    assert not {"سمير", "غالب"} & {unit.keys[0] for unit in told.units}
