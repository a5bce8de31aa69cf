"""Scenes of private people and lines about the interview: readable, and no line of a brief."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


@pytest.mark.parametrize(
    "line",
    [
        "ويقول البائع جابر الخلف إن الناس لم يعودوا يشترون السمك في صفاقس.",
        "وقالت سلمى حداد، وهي معلمة في مدرسة الساحل، إنها تمشي إلى عملها في صفاقس.",
        "يقول خليل (38 عاما)، وهو لحام من صفاقس: «سمعت الخبر في السوق القديم».",
        "أمام معلمة الرياضيات سلمى حداد طريق طويل إلى مدرستها في صفاقس.",
        "وفي السوق القديم، لا ينتظر الخمسيني جابر الخلف شيئا من الميناء الجديد.",
        "وفي صباح السوق، تمسح سلمى الغبار عن رفوف دكان جابر الخلف في صفاقس.",
        "ويشرح جابر الخلف وهو يطوي شباكه أن الميناء الجديد بعيد عن صفاقس.",
        "وفي حي الميناء، تملأ سلمى حداد دلوين على سطح بيتها كل اثنين.",
        "وتشير سلمى حداد بيدها إلى صور السفن القديمة في صفاقس.",
        "في منزل جابر الخلف، لا أحد يتحدث عن الميناء الجديد في صفاقس.",
        "يصل سعر السمك إلى ما لا يقدر عليه، وابنه يعمل في الميناء الجديد.",
        "وطلب المصدران عدم الكشف عن هويتهما لأن المحادثات في صفاقس سرية.",
        "ولم ترد هيئة الموانئ التونسية في صفاقس على طلب للتعليق.",
        "ورفضت وزارة النقل التونسية في اتصال مع الوكالة التعليق على الخبر.",
    ],
)
def test_a_scene_is_no_line(line: str) -> None:
    """A private person speaks for himself; a gesture, a house or the reporter's work tell nothing."""
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ويقول نقيب الصيادين جابر الخلف إن الناس لم يعودوا يشترون السمك في صفاقس.",
        "وقالت نقابة المعلمين في تونس إن المدارس ستغلق أبوابها يوم الأحد.",
        "وأعلنت وزارة النقل التونسية توظيف سائقين ومشغلي رافعات في الميناء الجديد.",
        "قتل سائق الشاحنة جابر الخلف في انهيار رصيف الميناء الجديد في صفاقس.",
        "وتشير بيانات البنك المركزي التونسي إلى صعود الدينار منذ افتتاح الميناء.",
        "في بيت السفير التونسي وقعت الجزائر اتفاق الميناء الجديد يوم الأحد.",
        "وفي سوق صفاقس ارتفع سعر كيلو السمك من 12 إلى 19 دينارا منذ الأحد.",
        "ورفضت وزارة النقل التونسية طلب الشركة تمديد عقد الميناء الجديد.",
        "وقال مسؤول تونسي طلب عدم الكشف عن هويته إن الميناء سيفتح يوم الأحد.",
        "تطوي تونس والجزائر صفحة الخلاف على الميناء باتفاق وقع يوم الأحد.",
        "وقال الوزير الأول التونسي إن الأمطار أغرقت الحقول، ومزارع الدواجن في الساحل.",
        "وأكد حداد والنجار من نقابة الساحل في صفاقس أن الميناء سيفتح يوم الأحد.",
        "وصل رئيس الوزراء التونسي وزوجته إلى الجزائر لتوقيع اتفاق الميناء.",
        "في شقة قرب ميناء صفاقس انفجرت قارورة غاز وتهدم نصف المبنى.",
        "في بيت لحم أغلقت البلدية أبواب المدارس أمام التلاميذ طوال الأسبوع.",
        "أمام منزل الوالي في صفاقس رفع صيادون شباكهم احتجاجا على غلق الميناء.",
        "وتغسل شبكات التهريب في صفاقس أموال السفن عبر شركات وهمية.",
        "وفي خيمة على الحدود وقعت تونس والجزائر اتفاق الميناء القديم.",
        "وتشير خرائط الميناء القديم إلى أرض بيعت في صفاقس قبل قرن.",
        "وتعد النقود الجديدة في أسواق صفاقس بديلا عن نقود المستعمر.",
    ],
)
def test_what_befell_or_who_has_an_office_is_no_scene(line: str) -> None:
    """Those of an office, a death, a figure or a figure of speech tell something."""
    assert told(line) == [line.rstrip(".")]


def test_who_was_brought_in_as_private_stays_so() -> None:
    """Told by his age or his trade once, he is nobody else later; somebody with an office is."""
    brought = "وقال جابر الخلف (46 عاما) إن الميناء الجديد بعيد عن صفاقس."
    later = "وأكد جابر الخلف أن 27 سفينة من سفن الجزائر دخلت الميناء."
    assert told(f"{brought} {later}") == []
    elected = "وقال جابر الخلف (46 عاما)، وهو نائب عن صفاقس، إن الميناء الجديد بعيد."
    assert later.rstrip(".") in told(f"{elected} {later}")
    holder = "وكان وزير النقل جابر الخلف قد زار الميناء في الربيع."
    assert later.rstrip(".") in told(f"{holder} {brought}", later)
    beside = "أضرب عن العمل كل سائق."
    assert later.rstrip(".") in told(f"{beside} {later}")
    heading = "وقالت المعلمة سلمى حداد، التي تترأس رابطة العائلات، إن الميناء الجديد بعيد عن صفاقس."
    assert told(heading) == [heading.rstrip(".")]


def test_a_scene_does_not_lead_in_a_line() -> None:
    """A line that needs the sentence before it is not told with a scene."""
    scene = "ويقول البائع جابر الخلف، من سوق صفاقس، إن السمك صار بعيدا عن الناس."
    assert told(f'{scene} ويضيف "لا أحد يشتري اليوم إلا السردين الصغير".') == []


def test_a_scene_may_name_who_gives_the_figure() -> None:
    """Who shows something is the one who says the figure behind it: both are told, the scene alone is not."""
    scene = "وفي سوق السمك، تشير الطبيبة سلمى حداد بيدها إلى صفوف من الصناديق الفارغة."
    figure = "وتوضح أن عدد المرضى زاد بنحو 40% في أسبوع واحد."
    assert told(f"{scene} {figure}") == [f"{scene} {figure}".rstrip(".")]
