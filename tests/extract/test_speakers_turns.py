"""Whose words a quotation holds where another speaker's turn has begun, or no list knows who speaks."""

import pytest

from brief.extract.quotes import quotes
from brief.model import Quote
from brief.speakers.whole import whole
from brief.subjects import Actor
from tests.builders import ARABIC, document

CAPTAIN = "وقال مدير الميناء سالم العبيدي: «الرصيف جاهز منذ الربيع ولا ينقصه سوى القرار»."


def said(*lines: str) -> list[Quote]:
    """The quotes of an article of these lines."""
    return list(quotes(document(*lines), ARABIC))


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("أما العبدلي فبدا أقل تفاؤلا. «الرافعات ما زالت معطلة»، قال في اتصال مساء أمس.", "العبدلي"),
        (
            "أما أبو حامد، الذي يصيد هنا منذ عقود، فلا يكترث. «الموج لا يقرأ القرارات»، يقول وهو يضحك.",
            "أبو حامد",
        ),
        ("أما هولندا التي مولت الرصيف، فحذرت من «هدر لا يطاق للمال العام».", "هولندا"),
        (
            (
                "في المقابل، يقلل أستاذ الملاحة نادر الحسيني من الخطر. "
                "فالعمق، في رأيه، كاف، «وعند ستة أمتار ترسو السفن كلها»."
            ),
            "نادر الحسيني",
        ),
        ("وفي المقهى تنتظر بائعة الشاي. تقول: «وعدونا بالرصيف قبل خمس سنوات».", None),
        ("وحين سألناه إن كان يقصد وزير النقل جمال الطيب، أجاب: «أقصد ما قلت».", None),
    ],
    ids=["put first", "a bare name", "a state", "on the other side", "a woman", "asked about another"],
)
def test_a_turn_ends_where_another_is_put_first_or_the_verb_is_of_a_woman(
    line: str, speaker: str | None
) -> None:
    """Words are not given to whoever spoke last; to nobody rather than to the wrong one."""
    found = said(CAPTAIN, line)
    assert [one.speaker for one in found] == ["سالم العبيدي", speaker]


def test_a_turn_goes_on_where_nobody_else_begins_one() -> None:
    """«He added» is still said by the one before, and so is what «he answered» when asked."""
    assert [one.speaker for one in said(CAPTAIN, "وأضاف: «سنفتح البوابة حين يصل التوقيع».")] == [
        "سالم العبيدي"
    ] * 2


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        ("وقال متعامل في المرفأ إن التجار «يحجزون كل حاوية تصل».", "متعامل في المرفأ", None),
        ("وقال ملاح يتابع الأعمال إن الرصيف «ليس آخر ما نحتاج إليه».", "ملاح", None),
        ("وتقول مديرتها سهى المراد إن فرقها عملت ليلا، «وهذا قبل أن تصل الرافعة».", "سهى المراد", None),
        ("وقال كبير مفاوضيها رامي عواضة إن «الكلمة تسبق الختم».", "رامي عواضة", "كبير مفاوضيها"),
        (
            "وقال وكيل وزارة النقل عبدالحكيم الطويل إن الوزارة «لن تنتظر الخريف».",
            "عبدالحكيم الطويل",
            "وكيل وزارة النقل",
        ),
        (
            "ورأى محلل الأسواق في «بيت الخليج» ماهر عواد أن العقد «ليس سيئا بمعايير المنطقة».",
            "ماهر عواد",
            "محلل الأسواق",
        ),
        (
            "الوزير يقول إنه لم يوقع، والعميد لا يقول شيئا، والرئاسة تقول إن «خطأ إداريا فادحا» وقع.",
            "الرئاسة",
            None,
        ),
        ("ولا يشمل العقد الاتحاد الأفريقي، الذي قال إنه «أخذ علما بالأمر».", "الاتحاد الأفريقي", None),
        ("قال لنا الوزير: «انتهى العمل في الرصيف».", "الوزير", None),
        (
            "ومن لاهاي، دافع وزير النقل الهولندي يان دي بور عن القرض: «لسنا مصرفا خيريا».",
            "يان دي بور",
            "وزير النقل الهولندي",
        ),
    ],
    ids=[
        "no list",
        "relative",
        "owned",
        "chief",
        "under-secretary",
        "his house",
        "before the verb",
        "which",
        "to us",
        "colon",
    ],
)
def test_who_speaks_is_told_by_the_words_behind_the_verb(line: str, speaker: str, role: str | None) -> None:
    """The noun behind the verb, the name behind its office, the noun before «which» or the verb."""
    (found,) = said(line)
    assert (found.speaker, found.role) == (speaker, role)


def test_a_family_name_alone_is_completed_by_the_office_and_first_name_before() -> None:
    """«قال عواضة» after «الوزير سامي عواضة», whom no list knows."""
    found = said("وقعه الوزير سامي عواضة مساء الأحد.", "وقال عواضة للصحفيين «لن نترك أي شريك بلا حصة».")
    assert [one.speaker for one in found] == ["سامي عواضة"]


@pytest.mark.parametrize(
    ("line", "via"),
    [
        (
            "وقالت وزارة النقل، في بيان صدر بعد تقرير نشرته صحيفة محلية، إن «ما قيل لا أساس له من الصحة».",
            None,
        ),
        ("ورد مسؤول في الوزارة بالقول للقناة: «لا توجد عقود معلقة في المرفأ».", None),
        ("وكتب وزير النقل في مقال نشرته صحيفة المرفأ أن «الرصيف ملك للجميع».", "صحيفة المرفأ"),
    ],
    ids=["a report denied", "this very channel", "his article"],
)
def test_a_channel_passes_on_the_words_quoted_and_no_other(line: str, via: str | None) -> None:
    """A paper whose report a ministry denies, or the house that prints the article, passes nothing on."""
    (found,) = said(line)
    assert found.via == via


def test_the_name_of_a_house_is_no_quotation() -> None:
    """«Purchasing manager at «…»» names a firm."""
    line = "في المرفأ، يقول سامي الدوسري، مدير المشتريات في «أطلس للحبال» التي تعمل منذ عقود، إن المخزون كاف."
    assert said(line) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "shown"),
    [
        ("قالت منظمة «ضفاف النهر» إن", "منظمة «ضفاف النهر", "org", "منظمة «ضفاف النهر»"),
        ("قالت منظمة «ضفاف النهر» إن", "منظمة «ضفاف", "org", "منظمة «ضفاف النهر»"),
        ("قال ميشيل باتي-لورو إن", "ميشيل باتي", "person", "ميشيل باتي-لورو"),
        ("قال ميشيل باتي إن", "ميشيل باتي", "person", "ميشيل باتي"),
        ("في حوار كينيا-أوغندا", "كينيا", "country", "كينيا"),
    ],
    ids=["closed", "cut short", "a double name", "one name", "two states"],
)
def test_a_name_is_not_cut_in_its_marks_or_at_its_hyphen(text: str, name: str, kind: str, shown: str) -> None:
    """What stands in marks is one name, and so is what a hyphen joins in a person's."""
    start = text.index(name)
    actor = Actor(start, start + len(name), name, name, None, name, kind)
    assert whole(text, actor, name) == shown


def test_a_name_is_whole_where_it_speaks_and_not_where_it_stands_beside_another() -> None:
    """«Talks of Kenya-Uganda» elsewhere makes neither the state nor its man «Kenya-Uganda»."""
    talks = "بدأ حوار كينيا-أوغندا أمس، وفيه لقاء العبيدي-الحسيني."
    assert [one.speaker for one in said(talks, "وقالت كينيا إن «الوقت ضيق جدا على الجميع».")] == ["كينيا"]
    assert [one.speaker for one in said(CAPTAIN, talks)] == ["سالم العبيدي"]


def test_a_double_name_stays_whole_where_the_office_alone_speaks() -> None:
    """«The minister» is whom the text named before, with both parts of the name."""
    named = "وزار وزير النقل ميشيل باتي-لورو الرصيف."
    (found,) = said(named, "وقال الوزير: «لا ينقص الرصيف سوى القرار منذ الربيع».")
    assert (found.speaker, found.role) == ("ميشيل باتي-لورو", "وزير النقل")


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("تولى رافع الدهمان إدارة الرصيف منذ عامين. ويقول: «لم أر بحرا كهذا من قبل».", "رافع الدهمان"),
        ("تسلم رافع الدهمان إدارة الرصيف منذ عامين. ويقول: «لم أر بحرا كهذا من قبل».", "رافع الدهمان"),
        ("تدير ليلى حمدان متجرا قرب الرصيف. وتقول: «لم أر بحرا كهذا من قبل».", "ليلى حمدان"),
        ("وصلت ليلى حمدان إلى الرصيف منذ عامين. ويقول: «لم أر بحرا كهذا من قبل».", None),
        ("وصل رافع الدهمان إلى الرصيف منذ عامين. وتقول: «لم أر بحرا كهذا من قبل».", None),
    ],
    ids=["his past", "his past too", "her present", "not hers", "not his"],
)
def test_a_verb_of_the_other_gender_is_not_said_by_the_subject_before(line: str, speaker: str | None) -> None:
    """What a woman's verb of the present begins with begins many a man's verb of the past, too."""
    known = "زار المرفأ وزير النقل رافع الدهمان. وزارت المنارة وزيرة الصحة ليلى حمدان."
    assert [one.speaker for one in said(known, line)] == [speaker]


def test_where_he_stands_is_not_who_speaks() -> None:
    """«Before the committee» is nobody: the words are of whom the text named; an imam is somebody."""
    words = ": «نرفض الرسوم الجديدة على السفن منذ الربيع»."
    assert [one.speaker for one in said(CAPTAIN, f"وأضاف أمام اللجنة{words}")][-1] == "سالم العبيدي"
    assert [one.speaker for one in said(f"وقال أمام اللجنة{words}")] == [None]
    assert [one.speaker for one in said(f"وقال إمام المسجد{words}")] == ["إمام المسجد"]


def test_who_asks_is_not_who_answers() -> None:
    """«When the correspondent asked her» names the one who asked."""
    lines = ("وحين سألها وزير النقل جمال الطيب عن الرصيف أجابت: «لا جديد لدينا اليوم».",)
    assert [one.speaker for one in said(*lines)] == [None]
    (found,) = said("وحين سئل وزير النقل جمال الطيب عن الرصيف أجاب: «لا جديد لدينا اليوم».")
    assert found.speaker == "جمال الطيب"


@pytest.mark.parametrize(
    "line",
    ["تولى رئيس البلدية بحار قديم.", "زار المرفأ رئيس بلدية بحار."],
    ids=["the town's", "of a town"],
)
def test_whose_an_office_is_is_no_first_name(line: str) -> None:
    """«The mayor's» is not the first name of the word behind it."""
    found = said(line, "وقال بحار إن الوزارة «لن تترك أي شريك بلا حصة».")
    assert [one.speaker for one in found] == ["بحار"]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (
            "أعلن المجلس المحلي فتح البوابة «تضامنا مع الجزيرة»، على حد تعبير المتحدث باسمه بدر حماد.",
            "بدر حماد",
        ),
        ("أمهلت المجموعة الاقتصادية الحكومة يومين، مهددة بعقوبات «فردية ومالية واسعة».", None),
    ],
    ids=["in the words of", "an adjective of office"],
)
def test_words_are_those_of_whom_the_text_says_they_are(line: str, speaker: str | None) -> None:
    """«In the words of» somebody outweighs whose deed it is; an adjective is not who speaks."""
    (found,) = said(line)
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        (
            "، الباحث في معهد البحار التابع لجامعة المرسى الحديثة في تونس:",
            "الباحث في معهد البحار التابع لجامعة المرسى الحديثة في تونس",
        ),
        ("، الباحث في معهد MARE - معهد الموانئ في تونس:", "الباحث في معهد MARE - معهد الموانئ في تونس"),
        ("، الباحث في معهد البحار الذي زار الرصيف أمس في تونس:", "الباحث في معهد البحار"),
    ],
    ids=["its owner", "a foreign name", "what he did"],
)
def test_a_role_between_commas_is_whole(behind: str, role: str) -> None:
    """What stands behind a name up to the next comma or colon is what he is, unless it tells what he did."""
    (found,) = said(f"وقال سالم العبيدي{behind} «الرصيف جاهز منذ الربيع ولا ينقصه سوى القرار».")
    assert (found.speaker, found.role) == ("سالم العبيدي", role)
