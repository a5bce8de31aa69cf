"""What two passages share only in what one of them says by the way."""

import pytest

from brief.same.upheld import OTHERWISE
from tests.same.builders import either_way

APART = {
    "condition": [
        (
            "وما لم تنشر البلدية خرائط السوق القديمة، بما فيها مخازن التوابل، فلن يقتنع التجار بالرحيل",
            "رسم المهندسون خرائط السوق القديمة وأحصوا مخازن التوابل",
        ),
        (
            "يخسر النادي نقطتين إذا غاب حارس المرمى عن التدريب الصباحي",
            "غاب حارس المرمى عن التدريب الصباحي بسبب المطر",
        ),
    ],
    "place": [
        (
            "وفي الواحة، التي غادرتها 40 ناقة محملة بالملح فجر الخميس، بقيت الدكاكين خالية",
            "غادرت فجر الخميس قافلة من 40 ناقة تحمل الملح والبريد والخيام",
        ),
    ],
    "described": [
        (
            "يطالب المزارعون بحراسة البئر، التي يبلغ عمقها 320 مترا، ليلا ونهارا طوال الصيف",
            "فازت بلدية الوادي بجائزة النظافة بعد ترميم السور، ولم تذكر أن البئر يبلغ عمقها 320 مترا",
        ),
    ],
    "timed": [
        (
            "تضاعف عدد الرسامين في الحي منذ أن افتتح المتحف البحري",
            "بيعت آخر السفن الشراعية قبل افتتاح المتحف البحري",
        ),
        (
            "افتتح المتحف البحري في الوادي أبوابه للزوار بلا مقابل",
            "عاد الرسامون إلى الحي بعد افتتاح المتحف البحري",
        ),
    ],
    "habitual": [
        (
            "أوقفت الشرطة ثلاثة صيادين وصادرت شباكهم في 9 مارس",
            "اشتكى الصيادون مرارا من توقيف الشرطة لهم ومن مصادرة شباكهم",
        ),
    ],
    "called off": [
        (
            "أعلن الاتحاد أن نهائي كأس الجزيرة لن يقام في ملعب الميناء يوم 8 مايو",
            "من المقرر أن يجري نهائي كأس الجزيرة في ملعب الميناء يوم 8 مايو",
        ),
    ],
    "at first": [
        (
            "قالت الشركة إن القطار خرج عن السكة بسبب الضباب الكثيف",
            "وكانت الشركة قد قالت في البداية إن القطار خرج عن السكة بسبب الضباب الكثيف",
        ),
    ],
}

TOGETHER = [
    (  # what follows from the condition is told in both
        "إذا وافق مجلس النادي في جلسة الأحد فسيحصل الفريق على ملعب جديد بعشب طبيعي",
        "موافقة مجلس النادي في جلسة الأحد تعني حصول الفريق على ملعب جديد بعشب طبيعي",
    ),
    (  # «if … has …, …» grants it
        "وإذا كان حارس المرمى قد غاب عن التدريب الصباحي، فإن المدرب لم يعاقبه",
        "غاب حارس المرمى عن التدريب الصباحي بسبب المطر",
    ),
    (  # «whether» is no condition
        "سألت اللجنة عما إذا غاب حارس المرمى عن التدريب الصباحي",
        "سألت اللجنة عن غياب حارس المرمى عن التدريب الصباحي",
    ),
    (  # the main clause is told in both
        "وفي الواحة، التي غادرتها قافلة الملح فجر الخميس، بقيت الدكاكين خالية من الزبائن",
        "غادرت قافلة الملح وبقيت دكاكين الواحة خالية من الزبائن",
    ),
    (  # what the one says by the way is all that the other tells
        "زار الوفد البئر، التي يبلغ عمقها 320 مترا، قبل أن يعود إلى الفندق",
        "يبلغ عمق البئر 320 مترا",
    ),
    (  # no day is told
        "توقف الشرطة الصيادين وتصادر شباكهم",
        "اشتكى الصيادون مرارا من توقيف الشرطة لهم ومن مصادرة شباكهم",
    ),
    (  # no more than a bound
        "أكد الاتحاد أن عدد تذاكر نهائي كأس الجزيرة لن يتجاوز 900 تذكرة",
        "من المقرر أن يبلغ عدد تذاكر نهائي كأس الجزيرة 900 تذكرة",
    ),
    (  # what was done at first, not what was said
        "تدرب الفريق في البداية على الرمل ثم انتقل إلى العشب الطبيعي",
        "تدرب الفريق على الرمل ثم انتقل إلى العشب الطبيعي",
    ),
]


@pytest.mark.parametrize(
    ("reason", "one", "other"), [(reason, *pair) for reason, pairs in APART.items() for pair in pairs]
)
def test_what_is_said_by_the_way_bears_out_nothing(reason: str, one: str, other: str) -> None:
    """A condition, an attribute, a time or a habit is no claim of the act that another passage tells."""
    assert either_way(one, other) == reason


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_what_is_claimed_in_both_is_one_claim(one: str, other: str) -> None:
    """Where both tell the thing itself, what stands by the way keeps nothing apart."""
    assert not either_way(one, other)


def test_what_will_not_be_is_told_otherwise() -> None:
    """What was expected and what was said at first stand beside the later account, as another one."""
    assert {"called off", "at first", "undone"} <= OTHERWISE
