"""Positions are told where the words show surely who takes which stance to what; else they are left out."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.model import Position
from tests.builders import ARABIC, document


def taken(*lines: str) -> list[Position]:
    """The positions of an article, its quotations known."""
    text = document(*lines)
    return list(positions(text, ARABIC, quotes(text, ARABIC)))


@pytest.mark.parametrize(
    "line",
    [
        "ونفت وزارة الصحة الكينية وجود نقص في اللقاحات.",
        "ونفت وزارة الري السودانية أن يكون السد متصدعا.",
        "ونفت كينيا أن تكون زيارة وزيرها موجهة ضد أوغندا.",
        "ونفت وزارة النقل الكينية تعطيل العبارات، ورددت الاتهامات في بيان.",
        "وهو ما نفته كينيا أمس.",
    ],
    ids=["a fact", "a state", "one's own visit", "behind a comma", "held"],
)
def test_who_denies_a_fact_opposes_nobody(line: str) -> None:
    """Only a charge or a report that is denied is something one stands against."""
    assert taken(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ولم تنتقد كينيا الاتفاق.",
        "ولم تغضب كينيا من الاتفاق.",
        "وقال وزير النقل الكيني جون أوتينو إنه لا يعترض على الميثاق.",
        "«لا أتهم الوزارة بشيء»، قال وزير النقل الكيني جون أوتينو.",
        "وكينيا غير قلقة من الاتفاق.",
    ],
    ids=["not criticised", "not angry", "no objection", "I do not accuse", "not worried"],
)
def test_no_opposition_is_no_stance(line: str) -> None:
    """Who is told not to oppose, to fear or to accuse has told nothing of the stance that is taken."""
    assert taken(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "رفضت كينيا الإفصاح عن بنود الميثاق.",
        "وقال وزير النقل الكيني جون أوتينو إن الجلسة انتهت، رافضا الكشف عن نتائجها.",
        "وامتنعت كينيا عن تقديم ضمانات مالية.",
        "وأدى امتناع كينيا عن دفع الرسوم إلى إغلاق المعبر.",
        "وتقول كينيا إن مسلحين هاجموا المعبر مع أوغندا.",
        "وستنسحب القوات الكينية إلى مواقعها بموجب الاتفاق.",
        "وأعلنت نقابة البحارة في كينيا إرجاء إضراب العبارات.",
        "وثمة من يرى أن كينيا رفضت الميثاق لأسباب داخلية.",
        "وجمدت كينيا المساعدة، وهي خطوة غريبة ممن يحذر من الفقر.",
        "وتطبق كينيا قاعدة لا تسمح بالبيع دون الكلفة.",
        "وأصدرت كينيا وثائق لا يعترف بها القاضي.",
        "وارتفع السعر في كينيا فتنفس الجميع الصعداء.",
        "وينتظر سكان كينيا فتح المعبر، بينما يُخشى أن يزداد التهريب إلى أوغندا.",
        "ودفع وزير النقل الكيني جون أوتينو ثمنا مرتفعا للميثاق.",
        "وأثارت الرسوم انتقادات في مجلس المدينة الكيني.",
        "وكينيا لا تفاوض تحت الضغط.",
        "ورفضت كينيا آنذاك ما وصفته بالإملاءات.",
        "وأعلن رئيس الوزراء الكيني جون أوتينو منحة قيمتها 120 دينارا للأسر.",
    ],
    ids=[
        "not told",
        "going on so",
        "not done",
        "not doing",
        "attacked with arms",
        "withdrew as agreed",
        "called off",
        "somebody thinks",
        "whoever",
        "a rule's own verb",
        "a verb with its pronoun",
        "everybody",
        "passive",
        "a price",
        "where, not who",
        "a habit",
        "in other days",
        "to one's own people",
    ],
)
def test_what_only_looks_like_a_stance_is_left_out(line: str) -> None:
    """An act of another kind, another subject or nobody's view is no position of who stands near."""
    assert taken(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "ورفضت الشركة هذا الوصف لكينيا.",
        "وانتقد المتحدث باسمها القرار الكيني.",
        "وانتقد العالم القرار الكيني.",
        "واتهمت كينيا محتكرين باستغلال الموسم.",
        "واتهمت كينيا أطرافا لم تسمها بتأجيج المخاوف.",
        "وقال الجيش الكيني إن المدافع صامتة كما تغضب اليوم.",
        "وقالت الحكومة الكينية إن المدافع صامتة كما يغضب اليوم.",
    ],
    ids=[
        "which company",
        "whose spokesman",
        "the world",
        "accuses some",
        "unnamed",
        "hers, not his",
        "his, not hers",
    ],
)
def test_both_sides_are_known(line: str) -> None:
    """A body of no name, a spokesman of nobody, people who are not told: no row."""
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ونفت كينيا هذه الاتهامات.", [("كينيا", "oppose", "هذه الاتهامات")]),
        ("ولم تؤيد كينيا الميثاق.", [("كينيا", "oppose", "الميثاق")]),
        ("وامتنعت كينيا عن التصويت على القرار.", [("كينيا", "neutral", "التصويت على القرار")]),
        ("وقاطعت المعارضة الكينية التصويت أمس.", [("المعارضة الكينية", "oppose", "التصويت")]),
        ("وانسحبت كينيا من الاتفاق مع أوغندا.", [("كينيا", "oppose", None)]),
        ("وأعلنت نقابة البحارة في كينيا إضرابا مفتوحا.", [("نقابة البحارة", "oppose", None)]),
        ("ورحبت كينيا بحذر بالميثاق.", [("كينيا", "mixed", "الميثاق")]),
        ("ورحبت كينيا بالميثاق بعبارات مدروسة.", [("كينيا", "mixed", "الميثاق")]),
        ("ورحبت كينيا بحرارة بالميثاق.", [("كينيا", "support", "الميثاق")]),
        (
            "أما كينيا التي هنأت أوغندا، فحذرت من تدخل خارجي.",
            [("كينيا", "support", "أوغندا"), ("كينيا", "concerned", "تدخل خارجي")],
        ),
        ("ونشرت أوغندا الميثاق الذي رحبت به السلطات الكينية.", [("السلطات الكينية", "support", None)]),
        ("ونشرت أوغندا ما رحبت به السلطات الكينية.", [("السلطات الكينية", "support", None)]),
        ("ورفضت كينيا، التي كانت قد أيدت الميثاق، الصيغة الجديدة.", [("كينيا", "oppose", "الصيغة الجديدة")]),
        ("ودعت كينيا، التي علقت عضوية أوغندا، إلى تنفيذ الميثاق.", [("كينيا", "support", "تنفيذ الميثاق")]),
        (
            "وأعلن رئيس الوزراء الكيني جون أوتينو منحة قيمتها 120 دينارا لأوغندا.",
            [("جون أوتينو", "support", None)],
        ),
        ("وصوتت كينيا بأغلبية 14 صوتا مقابل 5 لصالح الميثاق.", [("كينيا", "support", None)]),
    ],
    ids=[
        "charges",
        "no support",
        "abstains",
        "boycotts",
        "leaves a pact",
        "strikes",
        "with care",
        "in measured words",
        "warmly",
        "praise and fear apart",
        "its subject behind a pronoun",
        "what she welcomed",
        "once for it",
        "an aside",
        "to another state",
        "a vote",
    ],
)
def test_what_is_sure_is_told(line: str, told: list[tuple[str, str, str | None]]) -> None:
    """The same words where they do show a stance, with the actor and the target of it."""
    assert [(one.actor, one.stance.value, one.target) for one in taken(line)] == told


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("ندد اتحاد المزارعين، أكبر تجمع للعاملين في البلاد، بالقرار.", "القرار"),
        ("وحذر اتحاد المزارعين (وهو أكبر تجمع للعاملين) من نقص القمح.", "نقص القمح"),
        ("واتهم وزير النقل الكيني إدريس مونيا صالح السودان بالتلكؤ.", "السودان"),
        ("وعلقت كينيا العمل بالميثاق، متهمة أوغندا بإخفاء حصتها.", "أوغندا"),
        (
            "ودعت كينيا، جارة أوغندا وشريكتها الأولى في التجارة والنقل، جميع سكان الضفتين إلى الالتزام به.",
            None,
        ),
        ("وتخشى كينيا، بحسب دبلوماسي غربي، أن يطول الأمر.", None),
        ("ورفضت كينيا سنوات بيع المياه لأوغندا.", "بيع المياه لأوغندا"),
        ("وحذرت وزارة الصحة الكينية أمس من نقص اللقاح.", "نقص اللقاح"),
        (
            "وأعلنت نقابة البحارة، وهي أكبر نقابات المرفأ وتضم معظم عمال الأرصفة، رفضها الرسوم.",
            "الرسوم",
        ),
        ("وأدانت كينيا منع أوغندا وصول «أبسط المواد الغذائية والرعاية الطبية والإمدادات والوقود».", None),
    ],
    ids=[
        "behind an aside",
        "behind brackets",
        "a state behind a name",
        "a state accused",
        "a far call, to what is told before",
        "who says so",
        "for years",
        "yesterday",
        "a noun behind an aside",
        "half a quotation",
    ],
)
def test_a_target_is_the_matter(line: str, target: str | None) -> None:
    """No aside, no adverb, no half phrase: the noun phrase that the stance is taken to, or nothing."""
    assert [one.target for one in taken(line)] == [target]


def test_a_call_is_for_what_it_asks() -> None:
    """What is called for is nothing that somebody stands apart from."""
    (found,) = taken("ودعت كينيا أوغندا إلى ضبط النفس.")
    assert (found.stance.value, found.target) == ("neutral", None)


def test_which_is_told_by_the_words_before_it() -> None:
    """«Which Kenya rejected» is cited with what it rejected, be it in the sentence before."""
    inside = "ودعا المكتب إلى تحقيق مستقل، وهو ما رفضته كينيا."
    assert taken(inside)[-1].evidence[0].text == inside
    before, after = "وطلبت أوغندا تعديل الرسوم.", "وهو ما رفضته كينيا."
    assert taken(f"{before} {after}")[-1].evidence[0].text == f"{before} {after}"


def test_a_refusal_of_ours_has_no_object_of_its_own() -> None:
    """What the speaker will not do («we will not stand by») is not what the refusal is taken to."""
    (found,) = taken("«لن نقف متفرجين»، قال وزير النقل الكيني جون أوتينو.")
    assert (found.actor, found.stance.value, found.target) == ("جون أوتينو", "oppose", None)


@pytest.mark.parametrize(
    ("line", "actor", "stance"),
    [
        ("ولوّحت نقابة البحارة الكينية بالإضراب إذا خُصخص المرفأ.", "نقابة البحارة الكينية", "oppose"),
        ("وهدد البرلمان الكيني بالانسحاب ما لم تتراجع أوغندا.", "البرلمان الكيني", "oppose"),
        ("ولم تُخفِ أوغندا قلقها من انحسار البحيرة.", "أوغندا", "concerned"),
        ("ولا تخفي كينيا استياءها من القرار.", "كينيا", "oppose"),
        ("وأطلق الهلال الأحمر الكيني نداء عاجلا لإيواء الرعاة.", "الهلال الأحمر الكيني", "concerned"),
        (
            "وقال كبير المهندسين في أوغندا توماس كاتو إن الخطة «لا تراعي حاجات الرعاة».",
            "توماس كاتو",
            "oppose",
        ),
        (
            "وقالت باحثة المياه في معهد سلوان ليان الصافي إن السد «خطر على القرى».",
            "ليان الصافي",
            "concerned",
        ),
    ],
    ids=[
        "threat if",
        "threat unless",
        "not hidden",
        "does not hide",
        "red",
        "office in a state",
        "office in a house",
    ],
)
def test_a_stance_clearly_told_is_found(line: str, actor: str, stance: str) -> None:
    """A threat stands against its condition, a feeling not hidden is had, who is quoted has a name."""
    assert [(one.actor, one.stance.value) for one in taken(line)] == [(actor, stance)]


@pytest.mark.parametrize(
    "line",
    [
        "ولم تُبدِ أوغندا قلقها من انحسار البحيرة.",
        "ودعت نقابة البحارة الكينية إلى الإضراب إذا خُصخص المرفأ.",
    ],
    ids=["not shown", "call if"],
)
def test_a_stance_not_had_is_not_found(line: str) -> None:
    """A feeling that is not shown and a call under a condition are none."""
    assert taken(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "وكانت المحكمة الكينية قد أشهرت إفلاس المصنع، وأمهلت الحكومة ستين يوما لتقديم خطة قبل البيع.",
        "ويستبعد خبراء أن يُفتح الجسر هذا العام، ولا تعليق من كينيا.",
        "وتاجر القماش الكيني سامي حسن يشكو من أن أجرة العبّارة ارتفعت.",
        "وطالبه نائب معارض بالإفصاح عن سجلات العبّارات الكينية.",
        "وقالت كينيا إن الشفافية استثمار لا تنازل عن السيادة.",
        "وسجلت كينيا في رسالة أن سكوتها لا يعني تنازلا عن البحيرة.",
        "وكانت مواقع محلية قد ذكرت أن نقابة البحارة الكينية قبلت العرض، لكن رئيسها نفى ذلك.",
        "أما كينيا، التي تدير جزيرة مايوت وتطالب بها سلوان، فلم تعلق.",
    ],
    ids=["given a term", "forecast", "complaint", "of a party", "noun", "object", "denied report", "claimed"],
)
def test_a_word_that_only_looks_like_a_stance_is_none(line: str) -> None:
    """An object, a forecast, an adjective, a noun and a denied report take no stance."""
    assert taken(line) == []


def test_a_denied_verb_put_right_is_no_stance_against_all() -> None:
    """«We do not oppose the merger, we oppose that it be secret» opposes nothing that is told."""
    said = "«لا نعارض دمج الميناءين، بل نعارض أن يجري سرا»، قال وزير النقل الكيني جون أوتينو."
    assert taken(said) == []


def test_a_call_for_calm_takes_no_welcome_back() -> None:
    """Who welcomes and calls upon both sides supports."""
    (found,) = taken("ورحبت كينيا بالاتفاق ودعت البلدين إلى ضبط النفس.")
    assert found.stance.value == "support"


def test_a_reservation_takes_a_welcome_back() -> None:
    """Who holds back on a part is of two minds."""
    (found,) = taken("ورحب اتحاد التجار الكينيين بالميثاق وتحفظ على كلفة الكهرباء.")
    assert found.stance.value == "mixed"


def test_an_opponent_of_a_thing_opposes_it() -> None:
    """«معارض» with what it is against is a stance, and so is a report that nobody denies."""
    assert [one.stance.value for one in taken("وكان نواب معارضون للخطة الكينية أمام المبنى.")] == ["oppose"]
    report = "وكانت مواقع محلية قد ذكرت أن نقابة البحارة الكينية قبلت العرض، لكن رئيسها غائب."
    assert [one.stance.value for one in taken(report)] == ["support"]


def test_what_ships_are_charged_with_is_not_of_the_target() -> None:
    """«Accuses boats that work under licence of cutting it»."""
    (found,) = taken("وتتهم كينيا سفنا تعمل بتراخيص أوغندية بقطعه.")
    assert found.target == "سفنا تعمل بتراخيص أوغندية"


def test_a_bare_office_is_nobody_who_takes_a_stance() -> None:
    """«متحدث» alone is nobody; by his house he is somebody."""
    assert taken("وقال متحدث إن كينيا ترفض الخطة.")[:1] != []
    assert all(one.actor != "متحدث" for one in taken("وقال متحدث إن الزورق الكيني كان يستجيب لنداء استغاثة."))


def test_what_is_only_announced_is_no_target() -> None:
    """«Kenya fears two things: …» tells the two behind the colon."""
    (found,) = taken("وتخشى كينيا أمرين متناقضين: أن يجف النهر، وأن يفيض.")
    assert (found.stance.value, found.target) == ("concerned", None)
