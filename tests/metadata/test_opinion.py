"""Which articles give their author's opinion."""

import pytest

from brief.clean import clean
from brief.metadata.opinion import is_opinion
from brief.model import Document, Source
from brief.segment import segment
from tests.builders import ARABIC

PROSE = (
    "افتتحت بلدية النخيل أمس الجسر الجديد فوق الوادي، وقال رئيسها إن أعمال البناء استغرقت عامين.",
    "وبلغت كلفة الجسر سبعة ملايين دينار دفعت الوزارة نصفها، فيما جمعت البلدية ما بقي من الرسوم.",
    "ويربط الجسر السوق القديم بمحطة الحافلات، وكان السكان يقطعون الوادي على أقدامهم في الجفاف.",
)


def page(*lines: str) -> Document:
    """The document of a page of these lines."""
    return segment(clean(Source(path="a.txt", text="\n".join(lines)), ARABIC)[0], ARABIC)


@pytest.mark.parametrize(
    "lines",
    [
        ("رأي", "جسر لا يكفي", *PROSE),
        ("الرئيسية / مقالات الرأي", "جسر لا يكفي", *PROSE),
        ("جسر لا يكفي", "كتب المحرر الاقتصادي", *PROSE),
        ("جسر لا يكفي", *PROSE, "الآراء الواردة تعبر عن كاتبتها ولا تعبر بالضرورة عن رأي المركز"),
        ("جسر لا يكفي", *PROSE[:2], f"{PROSE[2]} الآراء الواردة في هذا المقال هي آراء الكاتب."),
        ("جسر لا يكفي", *PROSE, "* كاتبة وأستاذة في جامعة النخيل"),
        ("جسر لا يكفي", *PROSE, "وأعتقد أن الوزارة تعرف ذلك."),
        ("جسر لا يكفي", *PROSE, "وفي تقديري تأخر الجسر عامين."),
        ("جسر لا يكفي", *PROSE, "وبرأيي كان النفق أرخص من الجسر."),
        ("جسر لا يكفي", *PROSE, "وأظن أنها لن تبني جسرا آخر."),
        ("جسر لا يكفي", *PROSE, "وفي رأينا كان النفق أرخص من الجسر."),
        ("رأي «النخيل اليوم»", "جسر لا يكفي", *PROSE),
        ("مركز النخيل للدراسات الحضرية", "الرئيسية | تقديرات | المدن", "جسر لا يكفي", *PROSE),
        ("جسر لا يكفي", "معهد الواحة لأبحاث المدن", *PROSE),
        ("جسر لا يكفي", "معهد «الواحة» لأبحاث المدن - تحليل", *PROSE),
        ("جسر لا يكفي", "بقلم: كاتب من النخيل", *PROSE, "ولن أعبره قبل أن يختبره مهندس."),
        ("جسر لا يكفي", "بقلم كاتبة", f"{PROSE[0]} فلماذا جسر؟ ولماذا الآن؟ {PROSE[1]}", *PROSE[2:]),
        ("جسر لا يكفي", *PROSE, "نعترف بذلك.", "وكنا نعبر الوادي.", "ولا نلوم البلدية."),
        ("جسر لا يكفي", *PROSE, "أعترف بذلك.", "وأستبعد غيره.", "ولن أعبره."),
    ],
)
def test_a_page_says_that_it_holds_an_opinion(lines: tuple[str, ...]) -> None:
    """By its rubric, a leader's byline, a disclaimer or a guest's calling below, or what he says."""
    assert is_opinion(page(*lines), ARABIC)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("صحيفة النخيل - مقال رأي - سالم الهادي", True),
        ("مجلة الوادي – رأي، بقلم: سالم الهادي", True),
        ("صحيفة النخيل - تقدير موقف: سالم الهادي", True),
        ("مركز النخيل للدراسات الحضرية - تحليل: سالم بن عبد الله الهادي", True),
        ("أخبار - رأي - رياضة", False),
        ("صحيفة النخيل - من مراسلنا سالم الهادي", False),
        ("صحيفة الرأي - سالم الهادي", False),
        ("ندوة في مركز النخيل للدراسات الحضرية - سالم الهادي", False),
    ],
)
def test_a_rubric_between_house_and_author_names_an_opinion(line: str, *, is_one: bool) -> None:
    """In the line of the author it stands beside names, in a menu beside other rubrics."""
    assert is_opinion(page(line, "جسر جديد في النخيل", *PROSE), ARABIC) is is_one


@pytest.mark.parametrize(
    "lines",
    [
        ("أخبار", "جسر جديد في النخيل", *PROSE),
        ("أخبار", "رأي", "رياضة", "جسر جديد في النخيل", *PROSE),
        ("جسر جديد في النخيل", *PROSE, "* مراسل النخيل"),
        ("جسر جديد في النخيل", *PROSE, "جميع المقالات المنشورة تعبر عن آراء كتابها"),
        ("آراء السكان في الجسر الجديد", "جسر جديد في النخيل", *PROSE),
        ("مركز النخيل الصحي", "جسر جديد في النخيل", *PROSE),
        ("جسر جديد في النخيل", "بقلم: مراسل النخيل", *PROSE),
        ("جسر جديد في النخيل", *PROSE, "واعترف رئيسها بذلك.", "واستبعد غيره.", "واقترح نفقا."),
        ("جسر جديد في النخيل", *PROSE, "سألناه عن ذلك.", "وقال: «لن أعبره. نعترف بذلك. ولسنا نادمين»."),
    ],
)
def test_a_menu_or_a_notice_of_the_site_makes_no_opinion(lines: tuple[str, ...]) -> None:
    """A list of rubrics stands above every article, and a notice about all of them below."""
    assert not is_opinion(page(*lines), ARABIC)


@pytest.mark.parametrize(
    "line",
    [
        "وقال مدير المشروع سالم الهادي لموقع المدينة: أعتقد أن الجسر سيخدم القرى كلها.",
        "وقال مدير المشروع سالم الهادي إني أعتقد أن الجسر متين.",
        "وقال مدير المشروع سالم الهادي إن الجسر متين. أعتقد أن القرى كلها ستعبره.",
        "وهذا ما كتبه مدير المشروع سالم الهادي:\nالجسر متين. أعتقد أن القرى كلها ستعبره.",
        "وهذا ما كتبه مدير المشروع سالم الهادي:\nأعتقد أن القرى كلها ستعبره.",
        "وقال المدير «الجسر متين. وفي رأيي كان بناؤه واجبا».",
    ],
    ids=["colon", "verb", "verb before", "paragraphs", "line", "marks"],
)
def test_speech_makes_no_opinion_of_the_news(line: str) -> None:
    """«I think» is his whose words are handed over, marks or none."""
    assert not is_opinion(
        page("أخبار", "جسر جديد في النخيل", *PROSE[:2], *line.split("\n"), PROSE[2]), ARABIC
    )
