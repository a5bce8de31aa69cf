"""A second mention is not told without its first: a hidden subject, «her», a remark, half of a negation."""

import pytest

from brief.extract.statements import statements
from brief.model import Facet
from tests.builders import ARABIC, document

BEFORE = "تعد بلدية سوسة مخططا لنقل محطة القطار إلى الضاحية الجنوبية."
TITLE = "سوسة تبحث عن محطة جديدة"


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines, title=TITLE), ARABIC) if not one.leans]


def alone(line: str, before: str = BEFORE) -> bool:
    """Whether the line is told without the sentence before it."""
    return line.rstrip(".") in told(f"{before} {line}")


HIDDEN = [
    # a condition of something that was told
    "وإذا كانت سلبية، فستعيد بلدية صفاقس طرح المناقصة في الربيع المقبل.",
    "وإن كان كافيا، فستشتري بلدية صفاقس عشر حافلات قبل الصيف.",
    "وإذا بقيت مغلقة، فسيخسر تجار صفاقس نصف موسم الشتاء.",
    # a time is turned to, and what reached a figure then is not told
    "أما الربيع الماضي فقد هبط، بحسب النقابة، إلى 15 ألف راكب في صفاقس.",
    "أما في 2019 فهبط إلى ثلاثة آلاف راكب في اليوم في صفاقس.",
    # instead of one thing, somebody or something came to another
    "فبدلا من شراء عشر حافلات، انتهى إلى استئجار أربع منها في صفاقس.",
    # who calls for it
    "وطالبت بنشر عقود شركة صفاقس قبل الجلسة المقبلة للمجلس.",
    "وهدد باللجوء إلى محكمة صفاقس إذا لم تدفع الشركة التعويض.",
    "وتعهدت بدفع نصف كلفة الرصيف الجديد في صفاقس قبل الصيف.",
    # who adds something on a subject
    'وعن مبلغ التعويض الموعود للباعة في السوق، تقول مبتسمة إنه "ثمن مظلة واحدة".',
    # an act on «her», and what the data say of «her»
    'وقال مصدر بلدي، فضل عدم ذكر اسمه، إن تمديدها "يحتاج إلى رأي قانوني جديد".',
    "وذكر موظف كبير طلب عدم كشف اسمه أن تأجيلها وارد قبل نهاية الصيف.",
    "وأبدى مدير السوق الفرنسي، قبل افتتاح المعرض، عزمه على تأجيلها إلى الربيع.",
    "وتقول بيانات رسمية إنها نقلت العام الماضي مليون راكب بين صفاقس وسوسة.",
    "وتشير أرقام غير منشورة إلى أنها خسرت ثلث ركابها منذ افتتاح الطريق في سوسة.",
    # how far, and not from what
    "وعلى بعد شارعين، ينتظر باعة صفاقس نقل أكشاكهم إلى الرصيف.",
    # so many of them, what it does not explain, what it holds today
    "وعاد خمسة منهم إلى صفاقس مساء الأحد، فيما بقي الآخرون في مالطا.",
    "ولا تشرح أيضا لماذا أغلقت محطة صفاقس قبل بناء البديل بعام.",
    "ويضم اليوم المسبح والملعب والمكتبة، إضافة إلى حديقة تملكها صفاقس.",
    "لقد انسحب من المفاوضات مرتين، ثم عاد إليها في صفاقس بشروط أخف.",
    # whose counterpart, and the toll of before
    "ولم يرد نظيره على دعوة رئيس بلدية صفاقس إلى لقاء ثان.",
    "وكانت التقديرات الأولية ثلاثين محلا محترقا في أسواق صفاقس.",
    "وكان الهدف الأول تقريب سوقين في صفاقس يفصل بينهما طريق سريع.",
    # what goes with something, and «it» does the rest
    "ومع تقسيم الرصيف بين تجار صفاقس وسوسة، فهي تتجه إلى بيع المستودعات.",
    # another one that somebody tells of
    "هناك عيب آخر يلاحظه ركاب صفاقس، وهو ضيق الأرصفة في ساعات الصباح.",
]


@pytest.mark.parametrize("line", HIDDEN)
def test_who_or_what_the_sentence_before_names_is_told_with_it(line: str) -> None:
    """The reader cannot know what reached the figure, who calls for it or what is put off."""
    assert not alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "وإذا كانت التربة صالحة، فستعيد بلدية صفاقس طرح المناقصة في الربيع المقبل.",
        "وإذا كانت صفاقس، التي خسرت ميناءها، مستعدة للبيع فستربح البلدية كثيرا.",
        "أما العام الماضي فقد وصل عدد الركاب إلى 15 ألفا في صفاقس.",
        "أما العام الماضي فشهد ثلاثة إضرابات في محطة صفاقس.",
        "وبدلا من شراء عشر حافلات، انتهى مجلس صفاقس إلى استئجار أربع منها.",
        "وطالبت نقابة صفاقس بنشر العقود قبل الجلسة المقبلة للمجلس.",
        "وهدد تجار صفاقس باللجوء إلى المحكمة إذا لم تدفع الشركة التعويض.",
        "وقال مصدر في بلدية صفاقس إن مهلة البيع انتهت وإن تمديدها غير مطروح.",
        "وقالت شركة صفاقس إن الرخصة سارية وإن إلغاءها يحتاج إلى حكم قضائي.",
        "وفرضت مالطا على صفاقس قيودا في الربيع، ثم أعلنت رفعها بعد شهرين.",
        "وتقول بيانات شركة صفاقس إنها نقلت العام الماضي مليون راكب.",
        "وتقول بيانات رسمية إن حافلات صفاقس نقلت العام الماضي مليون راكب.",
        "وعاد خمسة من عدائي صفاقس مساء الأحد، فيما بقي الآخرون في مالطا.",
        "ولم تشرح بلدية صفاقس لماذا أغلقت المحطة قبل بناء البديل بعام.",
        "ويضم مجمع صفاقس اليوم المسبح والملعب والمكتبة.",
        "ولم يتطرق نظيره الإريتري تسفاي مهاري إلى ميناء صفاقس في كلمته.",
        "وكانت التقديرات الأولية لحريق صفاقس ثلاثين محلا في سوقين.",
        "وكان الهدف من إضراب صفاقس رفع الأجور قبل الصيف.",
        "ومع اقتراب بلدية صفاقس من نهاية ولايتها، فإنها تتجه إلى بيع المستودعات.",
        "تملك بلدية صفاقس رصيف الشحن، وعرضت للبيع رصيفا آخر يملكه صندوق التقاعد.",
    ],
)
def test_what_names_it_itself_stands_alone(line: str) -> None:
    """The subject, the noun or the owner stands in the line, or its form means something else."""
    assert alone(line)


STRIKE = "فتح باعة صفاقس محالهم بعد ستة أيام من الإغلاق، إثر وعد خطي بخفض الإيجار."


@pytest.mark.parametrize(
    "line",
    [
        'وقال أمين نقابة السائقين إن الاتفاق "جاء متأخرا لكنه يحفظ ماء الوجه للجميع".',
        'وقال متحدث باسم البلدية إن المبلغ كان "مدرجا في الموازنة من قبل".',
        'وقال مدير المحطة إن ما حدث "سوء فهم بين لجنتين في المجلس".',
        "ونفى مجلس صفاقس، في رسالة إلى النقابة، أن يكون ذلك هدية للباعة.",
    ],
)
def test_a_remark_is_told_with_what_it_is_on(line: str) -> None:
    """«The agreement» of a remark in marks, and «what happened», are told by the sentence before."""
    assert not alone(line, STRIKE)
    assert any(one.startswith(STRIKE[:-1]) and one.endswith(line[-20:-1]) for one in told(f"{STRIKE} {line}"))


@pytest.mark.parametrize(
    "line",
    [
        'وقال أمين نقابة السائقين إن اتفاق الأجور "جاء متأخرا لكنه يحفظ ماء الوجه للجميع".',
        'وقال أمين نقابة السائقين إن السائقين "أرهقتهم ستة أيام بلا دخل في موسم الأعياد".',
        "وقال مدير المحطة إن ما جرى في صفاقس يوم الأحد سوء فهم بين لجنتين.",
        'وقال متحدث باسم البلدية إن المحطة "ستبقى مفتوحة حتى نهاية السنة".',
    ],
)
def test_a_remark_on_what_it_names_stands_alone(line: str) -> None:
    """It says which agreement, where it happened, or speaks of what the article is about."""
    assert alone(line, STRIKE)


def test_a_remark_on_what_the_article_is_about_stands_alone() -> None:
    """What the first sentences name the reader knows."""
    line = 'وقال أمين نقابة السائقين إن الاتفاق "جاء متأخرا لكنه يحفظ ماء الوجه للجميع".'
    lines = ("وقعت بلدية صفاقس اتفاقا مع السائقين صباح السبت.", f"{STRIKE} {line}")
    assert line.rstrip(".") in told(*lines)


def test_a_remark_is_filed_with_what_it_is_on() -> None:
    """The result is told, and somebody's word on it."""
    found = statements(
        document(
            "صفاقس مدينة ساحلية.",
            "قضت محكمة صفاقس مساء الخميس بإلغاء عقد المحطة وإعادة طرحه. وقال رئيس المحكمة إن العرض "
            '"أخفى عن المجلس نصف الكلفة الحقيقية للبناء".',
            title=TITLE,
        ),
        ARABIC,
    )
    first, both = (next(one for one in found if end in one.text) for end in ("وإعادة طرحه", "للبناء"))
    assert both.facets == first.facets


def test_a_demand_is_told_with_what_stirred_it_up() -> None:
    """What a deputy calls for is against what the sentence before tells."""
    stirred = "أثار الإغلاق غضب تجار صفاقس الذين اشتروا محالهم قبل عام."
    demand = "وطالب نائب من كتلة الوسط باستجواب المدير أمام المجلس."
    assert told(f"{stirred} {demand}")[-1] == f"{stirred} {demand}".rstrip(".")
    assert alone(demand)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "تعطل عقد بلدية صفاقس مع الشركة عاما كاملا بسبب كلمة واحدة.",
            "فقد كتب محامي البلدية «ملكية» حيث كانت الشركة تنتظر «انتفاعا».",
        ),
        (
            "يرى تجار في صفاقس أن بيع السوق جاء بعد خسارة مدير البلدية دعواه عليهم.",
            "وتنكر البلدية أي علاقة بين الملفين.",
        ),
        (
            "باعت شركة النقل في صفاقس مئة تذكرة بعد إقفال الشباك، بحسب نقابة السائقين.",
            'وقال متحدث باسم البلدية إن التذاكر كانت "محجوزة لأصحابها"، نافيا بيعها مرتين.',
        ),
    ],
)
def test_a_claim_is_told_with_what_completes_it(first: str, second: str) -> None:
    """Which word, the denial of a link, the answer: half of it would mislead."""
    assert f"{first} {second}".rstrip(".") in told(f"{first} {second}")
    assert first.rstrip(".") not in told(f"{first} {second}")


@pytest.mark.parametrize(
    "line",
    [
        "«عشرون دينارا»، قال له البائع، وأضاف أن ثمن الحقيبة في صفاقس كان ثلاثين قبل العيد.",
        "قبل أن يغلق دفتره، يعد خياط السوق خمسين ثوبا لم يأت أصحابها من صفاقس.",
        "أما سعاد، وهي ممرضة في صفاقس، فتقطع 12 كيلومترا كل صباح قبل أن تفتح الحكومة الجسر.",
        "في طريق العودة من صفاقس، كانت قوافل الجمال ترعى قرب محطات الوقود.",
        "اجتمع باعة صفاقس صباح الأحد في المقهى، لكن خلافهم لم يكن على الأسعار ولا على المواعيد.",
        "نستعرض هنا أبرز محطات الخلاف على سوق صفاقس.",
        "في صفاقس، حيث يقيم نصف الركاب، كان المزاج مختلفا تماما.",
    ],
)
def test_half_of_a_contrast_a_scene_and_the_editors_word_are_not_told(line: str) -> None:
    """What the talk was not of, talk at a counter, that a mood was another one, what a piece will show."""
    assert not told(f"{line} ويسافر يوميا بين صفاقس وسوسة نحو سبعة آلاف راكب.")[0].startswith(line[:20])


@pytest.mark.parametrize(
    "line",
    [
        "لم يكن الخلاف في صفاقس عن الأجور ولا عن المواعيد، بل عن ملكية المحطة.",
        "ليس في محطة صفاقس رصيف للمعوقين ولا مصعد ولا قاعة انتظار.",
        "قبل أن تغلق بلدية صفاقس السوق، باع التجار نصف ما في المخازن.",
        "أما الطرابلسي، وهو رئيس بلدية صفاقس، فيرفض بيع المحطة قبل الصيف.",
        "كان المشهد في صفاقس مختلفا عن مشهد الأمس، فقد امتلأت المحطة بالركاب.",
    ],
)
def test_a_whole_contrast_stands_alone(line: str) -> None:
    """What it is instead stands in the line, or nothing is contrasted."""
    assert line.rstrip(".") in told(f"{line} ويسافر يوميا بين صفاقس وسوسة نحو سبعة آلاف راكب.")


@pytest.mark.parametrize("verb", ["أعلن", "أكد", "أوضح"])
def test_what_was_announced_is_told_without_its_for(verb: str) -> None:
    """«For» goes before a verb of the fourth form, too; an announcement needs nothing before it."""
    line = f"{verb} رئيس بلدية صفاقس سامي الطرابلسي أن المحطة ستغلق شهرين."
    assert line.rstrip(".") in told(f"{BEFORE} فقد {line}")


@pytest.mark.parametrize(
    "line",
    [
        "فقد أراد المجلس أن يبيع المحطة كلها قبل نهاية السنة.",
        "فقد انخفض عدد ركاب حافلات صفاقس إلى النصف خلال شهرين.",
    ],
)
def test_what_explains_by_a_derived_verb_is_told_with_what_it_explains(line: str) -> None:
    """«For» before a past that looks like «I do» explains as before every other past."""
    assert not any(one.startswith(("فقد", line[4:].rstrip("."))) for one in told(f"{BEFORE} {line}"))


def test_for_before_what_i_do_stays_may() -> None:
    """«May» before the first person is none."""
    assert told("فقد أستطيع شراء تذكرة من صفاقس إلى سوسة في الصيف.") == []


LAWYER = "أوقفت المحكمة البيع بناء على طعن قدمته منظمة «نبراس» وتاجران من صفاقس."


def test_whose_lawyer_speaks_is_told() -> None:
    """«The lawyer of the organisation» may be that of another one."""
    line = "ورأى قاض سابق أن الحكم مؤقت، إلا أن محامي المنظمة قال إن البيع ألغي كله."
    other = "وتمول منظمة الساحل خط صفاقس منذ عامين."
    printed = told(other, f"{LAWYER} {line}")
    assert all("محامي المنظمة" not in one or "نبراس" in one for one in printed)


VILLAGE = "تقع قرية الزيتونة على بعد كيلومترين من محطة سوسة الجديدة."


@pytest.mark.parametrize(
    "line",
    [
        "ويقدر مجلس القرية كلفة البئر الجديدة بنحو 90 ألف دينار، في حين يتحدث خبراء تونسيون عن 60 ألفا.",
        "وقال مختار البلدة إن أسر صفاقس لن تبيع أرضها قبل الصيف.",
        "وتخشى نساء المخيم أن يغلق طريق سوسة القديم قبل الشتاء.",
    ],
)
def test_the_council_of_the_village_is_told_with_its_village(line: str) -> None:
    """Which village it is stands in the sentence before."""
    assert not alone(line, VILLAGE)


def test_the_council_of_a_named_village_stands_alone() -> None:
    """The name tells it."""
    assert alone("ويقدر مجلس قرية الزيتونة كلفة البئر الجديدة بنحو 90 ألف دينار.")


def facet_of_both(first: str, second: str) -> Facet:
    """What two sentences tell that are told together."""
    found = statements(document(f"{first} {second}", title=TITLE), ARABIC)
    both = next(one for one in found if one.text.endswith(second.rstrip(".")) and not one.leans)
    assert both.text.startswith(first.rstrip("."))
    return both.facets[0][0]


CONDEMNED = "ونددت جمعية التجار في عنابة بالمشروع بشدة، ورفضته نقابة الحمالين ووصفته بأنه «باطل»."


@pytest.mark.parametrize(
    ("line", "facet"),
    [
        # what tells nothing, and what is told less surely than the words before
        ("ولا يملك هذا الاتحاد الميناء.", Facet.REACTIONS),
        ("وكان هذا المشروع قد أثار جدلا في عام 1995.", Facet.REACTIONS),
        # a result stays one
        ("ووقعت هذه النقابة أمس مع البلدية اتفاقا ينص على تأجيل البناء عاما.", Facet.OUTCOMES),
    ],
)
def test_words_told_together_tell_what_all_of_them_tell(line: str, facet: Facet) -> None:
    """A remark behind a reaction makes no background of it; a result behind it is a result."""
    assert facet_of_both(CONDEMNED, line) is facet


def test_the_beginning_of_words_told_together_rules_for_all_of_them() -> None:
    """Who calls for calm reacts, also where a loss to come is told behind it."""
    first = "ودعت الجزائر البلدية والحمالين في عنابة إلى ضبط النفس والعودة إلى طاولة الحوار."
    second = "وستخسر هذه البلدية نصف دخلها إذا استمر الإضراب حتى نهاية العام."
    assert facet_of_both(first, second) is Facet.REACTIONS


def test_what_may_come_stays_what_words_told_together_lead_up_to() -> None:
    """The figures before a forecast are told for its sake."""
    first = "ومنذ تسعينيات القرن الماضي تراجعت صادرات ميناء عنابة من 80 إلى 22 ألف طن سنويا."
    second = "وقد تتراجع هذه الكمية أكثر إذا أغلق الرصيف."
    assert facet_of_both(first, second) is Facet.IMPLICATIONS
