"""What a clause takes up of the sentences before it: nouns, and whose verbs, pronouns and answers are."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str, headings: tuple[str, ...] = ()) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in statements(document(*lines, headings=headings), ARABIC) if not one.leans]


def _behind(before: str, line: str) -> list[str]:
    """What is told where a line follows another amid an article on something else."""
    head = "افتتح المتحف قاعة للسجاد القديم في فاس. واستقبلت القاعة ألف زائر في يومها الأول."
    return [one for one in told(f"{head} {before} {line}") if line.rstrip(".") in one]


LICENCE = "ومنحت بلدية فاس رخصة ترميم لشركة محلية في مايو."


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (LICENCE, "وتنفي نقابة النساجين أن تكون للرخصة صلة بغلاء الصوف."),
        ("وأوفدت نقابة النساجين وفدا إلى الرباط يوم السبت.", "وعاد الوفد إلى فاس بعد يومين من المحادثات."),
        ("وأصدر نساجو فاس بيانا عن غلاء الصوف هذا العام.", "وقدر البيان خسائر الورش بنحو سبعة ملايين درهم."),
    ],
)
def test_a_noun_brought_in_just_before_is_told_with_it(before: str, line: str) -> None:
    """«الرخصة» is the one of the sentence before, which is told with it."""
    assert _behind(before, line) == [f"{before} {line}".rstrip(".")]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (LICENCE, "وتنفي نقابة النساجين أن تكون للرخصة الحكومية صلة بغلاء الصوف."),
        (LICENCE, "وتقول نقابة النساجين إن رخصة فاس سبب الغلاء وإن الرخصة باطلة."),
        ("وقال متحف آخر إنه أغلق أبوابه في مايو.", "وارتفع عدد زوار المتحف في فاس إلى ألفين هذا العام."),
        ("وشكا مستوردون من غلاء الصوف في مايو.", "ودفع غلاء الصوف المستوردين إلى خفض طلباتهم بالنصف."),
    ],
)
def test_a_noun_that_is_known_stands(before: str, line: str) -> None:
    """One that says itself which is meant, was named in the clause or is what the article is about."""
    assert line.rstrip(".") in _behind(before, line)


@pytest.mark.parametrize(
    "line",
    [
        "لقد تحدث عن مراكش وطنجة أكثر مما تحدث عن مدينة فاس.",
        "لقد ربطوا الصوف بالسياحة في برنامج واحد لمدينة فاس.",
        "لقد أغلقتا بعد ثلاثة أيام من الحريق في مدينة فاس.",
        "ورفض الكشف عن ثمن السجاد، مكتفيا بالقول إن بنوكا تموله.",
        "وتوقعت انتهاء الترميم في الخامس من أبريل المقبل بمدينة فاس.",
        "وعندما رمم لم تعترض نقابة النساجين في مدينة فاس على ذلك الترميم.",
        "يقول وهو جالس أمام ورشته في فاس إن الصوف صار غاليا.",
        "وقالت لـ«صوت فاس»: «لم نوقع شيئا مع المتحف حتى الآن».",
        "«الصوف غال على الورش، أما نحن فنسأل عن أنوالنا»، في إشارة إلى موسم الشتاء.",
        "أكد المتحف الحريق، لكنه قدر مدته بساعتين لا أربع ساعات.",
        "وحرصت بلدية فاس على القول إن الأمر يتعلق بزيارة قصيرة لا بتفتيش.",
        "وبالنسبة إلى ورشة من عشرة أنوال، فإن ذلك يعني سبعة آلاف درهم كل شهر.",
        "وتوقعت هدى العلمي، الخبيرة لدى معهد الصوف، أن يتجاوز تسعة بالمئة في مارس.",
        "ويعتقد نساجون في فاس أن حارس المتحف فتح الباب تلك الليلة.",
        "ورشة تراجعت آنذاك عن بيع السجاد في فاس قد تبيعه قريبا.",
        "وقال المتحدث باسمه كريم بناني إن الأنوال باقية في مدينة فاس.",
        "ويتراوح عددهم في فاس بين أربعة آلاف وسبعة آلاف بحسب النقابة.",
        "ولا ينتظر الوزير منها الكثير، لكنه مضى بعد أيام إلى الرباط.",
        "وسبق لها أن باعت سجادا قديما في مراكش قبل خمسة أعوام.",
        "أما سوق المغرب فلن تفتح أبوابها، بحسب قوله، قبل يناير المقبل.",
        "ونفى حراس المتحف في فاس مسؤوليتهم عنها.",
        "ولم يستبعد النساجون في فاس أن ينظر القضاة في الملف في مارس.",
    ],
)
def test_whoever_is_named_only_before_is_not_left_out(line: str) -> None:
    """A verb, a pronoun or a time whose noun is not in the line is never told alone."""
    assert line.rstrip(".") not in told(line)


@pytest.mark.parametrize(
    "line",
    [
        "لقد تحدث الوزير كريم بناني عن مراكش أكثر مما تحدث عن فاس.",
        "ودولتا الجوار ترفضان بيع السجاد القديم في أسواق مدينة فاس.",
        "ورفض المتحف الكشف عن ثمن السجاد الذي اشتراه في مدينة فاس.",
        "وتوقعت بلدية فاس انتهاء الترميم في الخامس من أبريل المقبل.",
        "وأعلنت تركيا بيع سجاد قديم من متاحفها لمدينة فاس المغربية.",
        "أكد المتحف الحريق الذي شب في قاعة السجاد يوم السبت بفاس.",
        "وفي 3 مايو 2019 أغلقت الورش أبوابها، ولم ينم أحد في فاس تلك الليلة.",
        "وتوقعت بلدية فاس أن يتجاوز عدد الزوار تسعة آلاف في مارس.",
        "وقالت بلدية فاس لـ«صوت المغرب» إن المتحف لم يوقع شيئا.",
        "وأكدت الوزيرة هدى العلمي أنها اشترت من فاس سجادا ومعها ثلاثة أنوال.",
    ],
)
def test_whoever_is_named_in_the_line_is_enough(line: str) -> None:
    """The same where the noun stands in the line."""
    assert line.rstrip(".") in told(line)


ASKED = ("لماذا غلا الصوف في المغرب؟", "هل تغلق الورش أبوابها؟", "ماذا تنتظر النقابة من البلدية؟")
ANSWERED = (
    "قطعان المغرب نقصت بالثلث هذا العام. وأنا أظن أن النقص سيزيد.",
    "ورش فاس تعمل ثلاثة أيام في الأسبوع. لكنني أظن أنها باقية.",
    "بلدية فاس وعدت بسوق جديدة قبل الصيف. وأظن أنها ستفي بوعدها.",
)


def _asked(*answers: str) -> list[str]:
    lines = ["سألت الصحيفة نقيب النساجين في فاس كريم بناني عن غلاء الصوف."]
    for question, answer in zip(ASKED, answers, strict=True):
        lines += [question, answer]
    return told(*lines, headings=ASKED)


def test_answers_of_an_interview_are_nobodys() -> None:
    """Who answers is named above the first question only; what explains a matter is told as it is."""
    assert not any("ورش فاس" in one or "بلدية فاس" in one for one in _asked(*ANSWERED))
    explained = tuple(answer.split(".")[0] + "." for answer in ANSWERED)
    assert any("ورش فاس" in one for one in _asked(*explained))


def test_who_somebody_is_needs_his_name() -> None:
    """Under «who is X?» a predicate alone tells of nobody."""
    heading = "من هي «سجاد الأطلس»؟"
    bare = "شركة عائلية مقرها مراكش، تأسست عام 1998 وتدير أربعين نولا."
    assert told(heading, bare, headings=(heading,)) == []
    named = "تأسست «سجاد الأطلس» في مراكش عام 1998 وتدير أربعين نولا."
    assert told(heading, named, headings=(heading,)) == [named.rstrip(".")]


def test_a_few_words_that_head_what_comes_are_not_told() -> None:
    """«ولم تسلم الورش من الغلاء. فقد …»: the second tells it."""
    line, told_then = "ولم تسلم الورش الصغيرة من الغلاء.", "فقد أغلقت خمس ورش أبوابها في فاس هذا العام."
    assert line.rstrip(".") not in told(f"{line} {told_then}")
    assert line.rstrip(".") in told(line)


@pytest.mark.parametrize(
    "line",
    [
        "وكان مجلس المدينة قد صادق عليه في 6 نوفمبر بأغلبية واسعة.",
        "ولا يتوقع نساجو فاس منه الكثير هذا العام.",
        "وتعترض غرفة التجارة في فاس عليه منذ ثلاثة أشهر.",
    ],
)
def test_what_a_verb_is_done_to_is_told(line: str) -> None:
    """A pronoun never stands for the doer of its own verb: what it stands for was named before."""
    before = "وأعدت البلدية مشروعا لترميم الورش."
    assert _behind(before, line) == [f"{before} {line}".rstrip(".")]


@pytest.mark.parametrize(
    "line",
    [
        "وتضم فاس سوقا قديمة، تعمل فيها ثلاثون ورشة.",
        "وتشغل البلدية المتحف الذي يعمل فيه ثلاثون حارسا.",
        "وقالت نقابة النساجين إن المشروع الذي اعترضت عليه سيمضي.",
    ],
)
def test_a_pronoun_that_finds_its_noun_stands(line: str) -> None:
    """Behind a pause, in a relative clause or in what is said a noun of the clause comes before it."""
    assert line.rstrip(".") in _behind("وأعدت البلدية مشروعا لترميم الورش.", line)
