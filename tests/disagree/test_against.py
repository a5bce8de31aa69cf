"""What a text itself sets against the words right before it: both accounts, side by side."""

import pytest

from tests.disagree.test_cases import told


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        (
            "وذكرت صحيفة محلية أن المتحف باع لوحتين سرا. ووصفت إدارة المتحف ما نُشر بأنه «محض خيال».",
            "النفي",
        ),
        (
            "وكان نائب قد اتهم البلدية بأنها باعت الأرض لشركة قريبه. وقال الرئيس رداً عليه إن هذا «غير صحيح».",
            "النفي",
        ),
        (
            "وقالت النقابة إن الأفران لم تُصن منذ عامين. وردت الشركة بأن الصيانة أُنجزت في موعدها.",
            "روايتان",
        ),
        (
            "وأكد قائد المرفأ أن البحارة يعاملون معاملة حسنة. لكن مندوبة زارتهم قالت إن ثلاثة منهم بلا دواء.",
            "روايتان",
        ),
        (
            "وقالت مديرة الملعب إن السقف رُمم بالكامل. في المقابل، أوضح المقاول أن نصف السقف لم يُكشف بعد.",
            "روايتان",
        ),
        (
            "وقال المدير إن اللاعبين «أُبلغوا ووافقوا»، غير أن متحدثا باسمهم نفى أن تكون الموافقة نهائية.",
            "النفي",
        ),
        (
            "ويقول أحدهم إن خللا في المضخة أوقف السبيل. لكن الشركة نفت وجود أي خلل في التصميم.",
            "النفي",
        ),
        (
            "وقال مدير الحمامات إن 70 ألف دينار حُولت إلى النقابة. وأكدت النقابة تسلم 50 ألفا منها فقط.",
            "المقدار",
        ),
        (
            "ويشكو السكان من قطع الماء عن الحي. وتقول البلدية إن السبب عطل في المضخة، ولا يصدقها أحد.",
            "روايتان",
        ),
        (
            "ورفعت البلدية حصيلة انهيار السور إلى 14 جريحا. وكانت الحصيلة السابقة تسعة جرحى.",
            "المراجعة",
        ),
    ],
    ids=[
        "untrue",
        "rebutted",
        "replied",
        "but",
        "in return",
        "in one sentence",
        "denied",
        "only",
        "cause",
        "before",
    ],
)
def test_two_accounts_of_one_text_stand_side_by_side(line: str, topic: str) -> None:
    """Each is told by its own words, the first as the text has it before the second."""
    (found,) = told(line)
    first, second = found.items
    assert found.topic.startswith(topic)
    assert line.startswith(first.text)
    assert line.rstrip(".").endswith(second.text.rstrip("."))


@pytest.mark.parametrize(
    "line",
    [
        "وقالت المتحدثة إن القرار احترازي. لكن توقيته أغضب السكان، إذ قالت جمعيتهم إن الحي يعاقب.",
        "وقال الوزير إن الجسر آمن. لكن الوزير قال إن موعد فتحه لم يحدد.",
        "وقالت النائبة إنها تطالب بنشر العقد فورا. وردت الوزارة بأن النص سينشر غدا.",
        "ولم يقل المدير إن المعرض سيغلق. لكن بائعة قالت إن الزبائن قلائل.",
        "وقال المدير إن المعرض بيع. في المقابل، سحب ثلاثة عارضين لوحاتهم، وقالت إحداهم إن الوقت غير مناسب.",
        "وقالت الوزارة إن المدينة هادئة. ورد البيان الاتهام إلى البلدية، قائلا إنها تأخرت.",
        "وعلى الجدار سبعة مصابيح. وأضاء الحارس اثنين منها فقط.",
    ],
    ids=["beside", "the same", "a demand", "not said", "an act", "turned back", "nobody says"],
)
def test_what_goes_on_sets_nothing_against_it(line: str) -> None:
    """A reason, the same speaker, a demand, an act: no other account of what was said."""
    assert told(line) == ()


def test_a_denial_goes_on_behind_where_and_when_it_was_made() -> None:
    """«Denied, at a meeting, that …»: what is denied stands behind; a figure that both give counts."""
    (found,) = told(
        "2023-05-10 وذكر أعضاء أن الإدارة عرضت 90 ألف دينار سنويا.",
        "2023-05-20 ونفى رئيس النادي، في لقاء مع الصحفيين الثلاثاء، أن يكون ناديه قد عرض 90 ألف دينار.",
    )
    assert found.topic.startswith("النفي: ناديه قد عرض")
    assert not told(
        "2023-05-10 وذكر أعضاء أن الإدارة عرضت 70 ألف دينار سنويا.",
        "2023-05-20 ونفى رئيس النادي، في لقاء مع الصحفيين الثلاثاء، أن يكون ناديه قد عرض 90 ألف دينار.",
    )
