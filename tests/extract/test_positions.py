"""Who stands how towards what others do."""

import pytest

from brief.extract.positions import positions, united
from brief.extract.quotes import quotes
from brief.language import load
from brief.model import Position, Stance
from tests.builders import document

ARABIC = load("ar")


def taken(line: str) -> list[Position]:
    """The positions in an article of one line."""
    return list(positions(document(line), ARABIC))


@pytest.mark.parametrize(
    ("line", "actor", "stance"),
    [
        ("رحبت مصر بقرار السودان فتح المعبر أمام الشاحنات.", "مصر", Stance.SUPPORT),
        ("وأدان الاتحاد الأفريقي الهجوم على الميناء.", "الاتحاد الأفريقي", Stance.OPPOSE),
        ("وأعربت تركيا عن قلقها إزاء إغلاق المضيق.", "تركيا", Stance.CONCERNED),
        ("أثار القرار غضب أثينا التي استدعت السفير.", "اليونان", Stance.OPPOSE),
        ("نفت وزارة الري السودانية الاتهامات الموجهة إليها.", "وزارة الري السودانية", Stance.OPPOSE),
        ("ووصف الرئيس الكيني الاتفاق بالخطأ الكبير.", "الرئيس الكيني", Stance.OPPOSE),
        ("لم تؤيد كينيا قرار إغلاق المعبر.", "كينيا", Stance.OPPOSE),
        ("رفضت كينيا المشاركة في القمة التي دعت إليها أوغندا.", "كينيا", Stance.NEUTRAL),
        ("وقال الوزير إن بلاده بخير، محذرا من إغلاق المعبر مع تنزانيا.", "الوزير", Stance.CONCERNED),
    ],
)
def test_stances_have_their_actor(line: str, actor: str, stance: Stance) -> None:
    """Verbs, nouns and judgements of stance are read with their subject, negation included."""
    assert (actor, stance) in [(one.actor, one.stance) for one in taken(line)]


@pytest.mark.parametrize(
    "line",
    [
        "بحث الوزيران التعاون بين مصر والسودان في النقل البحري.",
        "إذا هاجمت كينيا المعبر فسيغلق الطريق.",
        "زار الرئيس الكيني القاهرة أمس.",
    ],
)
def test_talks_and_mere_cases_are_no_positions(line: str) -> None:
    """Reported talks, visits and conditions take no stance."""
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "actor", "stance"),
    [
        ("استدعت بوتسوانا سفيرها احتجاجا على ضرب القارب.", "بوتسوانا", Stance.OPPOSE),
        ("وأرسلت كندا مساعدات عاجلة إلى الجزيرة المنكوبة.", "كندا", Stance.SUPPORT),
        ("واكتفت كينيا بالقول إنها تدرس الملف مع جيرانها.", "كينيا", Stance.NEUTRAL),
        ("قوبلت الخطة برفض من قبل نقابة الصيادين.", "نقابة الصيادين", Stance.OPPOSE),
        ("كانت كينيا أول المهنئين بالاتفاق.", "كينيا", Stance.SUPPORT),
        ("بدت النرويج متحفظة على الخطة.", "النرويج", Stance.NEUTRAL),
    ],
)
def test_acts_and_adjectives_tell_a_stance(line: str, actor: str, stance: Stance) -> None:
    """What an actor does, is called or meets with tells how it stands."""
    assert (actor, stance) in [(one.actor, one.stance) for one in taken(line)]


def test_actors_joined_by_and_take_one_stance_each() -> None:
    """«Egypt and Jordan welcomed» is a position of both."""
    found = taken("رحبت مصر والأردن وكينيا بقرار فتح المعبر.")
    assert [one.actor for one in found] == ["مصر", "الأردن", "كينيا"]
    assert {one.stance for one in found} == {Stance.SUPPORT}


def test_an_office_of_theirs_stands_for_its_house() -> None:
    """«Its secretary general» is the union named before; who is only a person's man is not."""
    found = taken("رفضت نقابة الصيادين القرار بصيغته الحالية، إذ حذر أمينها العام من إغلاق المرفأ.")
    assert {one.actor for one in found} == {"نقابة الصيادين"}


def test_a_quotation_is_the_stance_of_its_speaker() -> None:
    """«We reject» belongs to who is quoted; without a quotation it belongs to nobody."""
    text = document("«نرفض ضريبة القوارب جملة وتفصيلا»، قال وزير الصيد الكيني جون أوتينو.")
    found = positions(text, ARABIC, quotes(text, ARABIC))
    assert [(one.actor, one.stance) for one in found] == [("جون أوتينو", Stance.OPPOSE)]
    assert taken("نرفض ضريبة القوارب جملة وتفصيلا في هذا المرفأ.") == []


@pytest.mark.parametrize(
    "line",
    [
        "من المتوقع أن ترفض كينيا العرض الأسبوع المقبل.",
        "دعت النرويج إلى الاجتماع دون أن تؤيد الخطة أو تعارضها.",
        "وأدت السفينة دورها بدعم من تحسن الطقس في كينيا.",
    ],
)
def test_what_is_foreseen_or_left_undone_is_no_stance(line: str) -> None:
    """An expected refusal and a support that is not given are none."""
    assert taken(line) == []


def test_the_evidence_is_the_clause() -> None:
    """Two actors of one sentence stand on their own clauses."""
    line = "رحبت مصر بقرار السودان فتح المعبر أمام الشاحنات، بينما انتقدت إثيوبيا القرار بشدة."
    found = taken(line)
    assert [one.actor for one in found] == ["مصر", "إثيوبيا"]
    assert not set(found[0].evidence) & set(found[1].evidence)


def test_the_evidence_tells_what_it_is_about() -> None:
    """A clause that leans on the words before it in its sentence is cited together with them."""
    leaning = "ردت أوغندا بإغلاق الجسر، وهو ما وصفته كينيا بالخطأ الكبير."
    assert taken(leaning)[-1].evidence[0].text == leaning
    ended = "وفي ختام لقائهما وعدت كينيا وأوغندا بالتعاون، بينما أدانا الهجوم على الجسر."
    assert taken(ended)[-1].evidence[0].text == ended


@pytest.mark.parametrize("end", ["لدى", "لدى لدى", "لدى " * 3000 + "مصر."])
def test_an_office_may_break_off_at_its_preposition(end: str) -> None:
    """A title that ends with «at», or has it a thousand times, is read as far as it goes."""
    assert [one.actor for one in taken(f"رحبت مصر بقرار السودان، وانتقد القرار سفير {end}")] == ["مصر"]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("ورحب وزير الصيد الكيني بما سماه «بداية طيبة للجميع».", None),
        ("ورحبت كينيا، أكبر منتجي الشاي في القارة، بالميثاق الجديد.", "الميثاق الجديد"),
        ("وتتهم نقابة الصيادين الوزارة بأنها «تبيع البحر بالتقسيط».", "الوزارة"),
        ("وأعربت كينيا عن دعمها للميثاق الجديد.", "الميثاق الجديد"),
        ("واستدعت كينيا سفيرها لدى أوغندا.", None),
        ("وندد اتحاد المزارعين بالقرار لأنه يغلق السوق.", "القرار"),
        ("وطالبت كينيا بسحب الزوارق من البحيرة.", "الزوارق"),
        ("دعا زعيم المعارضة ماركو سيلفا إلى استقالة وزير الداخلية.", "وزير الداخلية"),
        ("وطالب اتحاد المزارعين بإلغاء الضريبة الجديدة.", "الضريبة الجديدة"),
        ("ودعا اتحاد المزارعين إلى التراجع عن الضريبة الجديدة.", "الضريبة الجديدة"),
        ("وتطالب نقابة الصيادين بالعودة إلى الأجر القديم.", None),
        ("وطالبت نقابة الأطباء بزيادة الرواتب وتحسين ظروف العمل.", None),
        ("ودعت كينيا إلى وقف فوري لإطلاق النار.", None),
        ("وطالبت منظمة العفو الدولية بتحقيق مستقل في مقتل المحتجين.", "مقتل المحتجين"),
        ("وهدد سائقو الحافلات بشل المرور في العاصمة.", None),
        ("واتهمت كينيا أوغندا بانتهاك المعاهدة.", "أوغندا"),
        ("وانتقد متظاهرون بطء وصول الخيام.", "بطء وصول الخيام"),
        ("وأشعلت رحلة ماركو سيلفا لكينيا التي طالت أسبوعا غضب أوغندا.", "رحلة ماركو سيلفا لكينيا"),
        ("لكنها أثارت غضب أوغندا لأنها قريبة منها.", None),
        ("أثار القرار جدلا في نيروبي حيث رفض الوزير الكيني جون أوتينو الرسوم الجديدة.", "الرسوم الجديدة"),
        ("ووصفت كينيا القرار الأوغندي بأنه خطأ كبير.", "القرار الأوغندي"),
        ("واعتبرت كينيا أن القرار الأوغندي خطأ كبير.", "القرار الأوغندي"),
        ("وهو ما وصفته كينيا بالخطأ الكبير بحق أوغندا.", None),
        ("وقال وزير الصيد الكيني جون أوتينو إن الجسر الجديد سيضر بالصيادين.", "الجسر الجديد"),
        ("وقال وزير الصيد الكيني جون أوتينو إنه سيضر بالصيادين.", None),
        ("لم توافق كينيا على الميثاق الجديد.", "الميثاق الجديد"),
        ("وقالت كينيا إنها لن تتراجع عن رسومها سوى بعد التفاوض مع أوغندا.", None),
    ],
)
def test_a_target_is_a_noun_phrase_or_nothing(line: str, target: str | None) -> None:
    """No half quotation, no preposition before it, nothing of the actor, and no verb."""
    assert taken(line)[-1].target == target


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        ("زار الرئيس الكيني أوغندا أمس، وأدانت الدولتان الهجوم على الجسر.", ["كينيا", "أوغندا"]),
        ("وأدانت الدولتان الهجوم على الجسر.", []),
        ("وأعرب مسؤولون من كينيا وأوغندا عن قلقهم إزاء الجسر.", ["مسؤولون من كينيا وأوغندا"]),
        ("وأعرب مسؤولون عن قلقهم إزاء جسر كينيا.", []),
        ("ذكر الموقع أن متحدثا باسم السفارة الكينية انتقد الجسر.", ["متحدث باسم السفارة الكينية"]),
        ("ورحب اتحاد مصدري الشاي بالجسر الجديد.", ["اتحاد مصدري الشاي"]),
        ("ورحب الأمين العام للاتحاد الوطني لعمال كينيا جون أوتينو بالجسر.", ["جون أوتينو"]),
        ("ويخشى مستوردون أن يغلق الجسر.", ["مستوردون"]),
        ("وتظاهر نحو ستة آلاف شخص ضد الجسر.", ["ستة آلاف شخص"]),
        ("وطالبت النقابتان بإلغاء الرسوم.", ["النقابتان"]),
    ],
)
def test_an_actor_has_a_clean_name(line: str, actors: list[str]) -> None:
    """Who «the two states» are is told by the words before; officials of nowhere are nobody."""
    assert [one.actor for one in taken(line)] == actors


def test_who_goes_on_speaking_is_who_spoke() -> None:
    """«He added …, warning» belongs to the speaker of the sentence before, and to nobody else's."""
    lines = ("وقال وزير الصيد الكيني جون أوتينو إن الموسم ضاع.", "وأضاف أن الشباك فارغة، محذرا من المبيد.")
    text = document(*lines)
    assert [(one.actor, one.stance) for one in positions(text, ARABIC)] == [("جون أوتينو", Stance.CONCERNED)]
    assert taken(lines[1]) == []


def test_praise_with_a_but_is_mixed() -> None:
    """A welcome that is taken back in part by the same actor is one mixed position on both clauses."""
    found = taken("رحبت كينيا أمس بالميثاق الجديد، لكن كينيا انتقدت غياب العقوبات.")
    assert [(one.actor, one.stance, len(one.evidence)) for one in found] == [("كينيا", Stance.MIXED, 2)]


def test_a_question_takes_no_stance() -> None:
    """What is asked is not told; a reproach in a quotation is its speaker's."""
    assert taken("هل رفضت كينيا الميثاق؟") == []
    text = document("«أين كانت البلدية حين انهار الجسر؟»، قال وزير الصيد الكيني جون أوتينو.")
    found = positions(text, ARABIC, quotes(text, ARABIC))
    assert [(one.actor, one.stance) for one in found] == [("جون أوتينو", Stance.OPPOSE)]


def test_one_stance_told_by_several_is_one_position() -> None:
    """Actor, stance and target decide; another target, another stance or none stay apart."""
    lines = (
        "رحبت كينيا بالميثاق الجديد.",
        "أعلن أمس أن كينيا ترحب بميثاق البحيرة الجديد.",
        "رحبت كينيا بعودة الصيادين.",
        "رفضت كينيا الميثاق الجديد.",
    )
    apart = positions(document(*lines), ARABIC)
    found = united(apart, ARABIC)
    assert [(one.target, one.stance, len(one.evidence)) for one in found] == [
        ("الميثاق الجديد", Stance.SUPPORT, 2),
        ("عودة الصيادين", Stance.SUPPORT, 1),
        ("الميثاق الجديد", Stance.OPPOSE, 1),
    ]
    assert united(found, ARABIC) == found
