"""Statements: what of an article can be printed alone."""

import pytest
from hypothesis import given
from msgspec import structs

from brief.check.wording import in_order, words
from brief.clean import clean
from brief.extract.statements import MAX_WORDS, MIN_WORDS, statements
from brief.model import Certainty, Facet, Source, Standing
from brief.segment import segment
from tests.builders import ARABIC, document, pages


def told(*lines: str, headings: tuple[str, ...] = ()) -> list[str]:
    """The texts of the statements of an article that stand alone."""
    return [one.text for one in statements(document(*lines, headings=headings), ARABIC) if not one.leans]


@given(pages)
def test_a_statement_is_words_of_its_passage(text: str) -> None:
    """On any page each anchor resolves and begins in its sentence; the text is its words in their order."""
    for article in clean(Source(path="a.txt", text=text), ARABIC):
        for one in statements(segment(article, ARABIC), ARABIC):
            place, sentence = one.anchor, one.sentence.anchor
            assert text[place.start : place.end] == place.text
            assert sentence.start <= place.start < sentence.end
            assert in_order(words(one.text), words(place.text))
            assert MIN_WORDS <= len(place.text.split()) <= MAX_WORDS
            assert sum(share for _, share in one.facets) <= 1.01


@given(pages)
def test_statements_come_in_order_and_none_is_told_twice(text: str) -> None:
    """No statement ends before the one before it does, and no two are the same words of the page."""
    for article in clean(Source(path="a.txt", text=text), ARABIC):
        made = statements(segment(article, ARABIC), ARABIC)
        own = [min(one.anchor.end, one.sentence.anchor.end) for one in made]
        assert len({(one.anchor.start, one.anchor.end) for one in made}) == len(made)
        assert own == sorted(own)


def test_a_sentence_is_a_statement() -> None:
    """A sentence that stands alone is kept as it is, without its full stop."""
    assert told("افتتحت البلدية حديقة جديدة عند مدخل السوق القديم.") == [
        "افتتحت البلدية حديقة جديدة عند مدخل السوق القديم"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "عاد الباعة إلى السوق.",
        "هذه الحديقة تضم ملعبا للأطفال وممرا مظللا طويلا.",
        "وهي تضم ملعبا للأطفال وممرا مظللا بين المكتبة والمحطة.",
        "وأضاف أن الممر المظلل سيمتد إلى محطة الحافلات قريبا.",
        "هل تعود الحافلات إلى ميدان الساعة بعد إصلاح الجسر؟",
        "وتسعى إلى فتح الباب الشمالي للسوق صباح الغد كما وعدت.",
        "وأعلنت أن الممر المظلل سيمتد إلى محطة الحافلات قريبا.",
        "وزعت البلدية أعمال الترميم على ثلاث مراحل على النحو التالي:",
        "والمقصود هنا باعة الخضر والسمك في الجناح الشرقي.",
        "ولم يصدر تعليق فوري عن باعة الخضر في السوق القديم.",
        "وتريد البلدية نقل الأخيرين إلى الجناح الشرقي من السوق.",
        "ويقول مراقبون إنها عرضت عليهم خمسين ألف دينار.",
    ],
    ids=[
        "short",
        "demonstrative",
        "pronoun",
        "goes on",
        "no subject",
        "nobody says",
        "question",
        "announces a list",
        "says who was meant",
        "on nobody knows what",
        "the latter two",
        "nobody's offer",
    ],
)
def test_what_leans_on_its_surroundings_is_no_statement(line: str) -> None:
    """Fragments, leaning openings, questions and announcements are left out."""
    assert told(line) == []


@pytest.mark.parametrize(
    "lead_in", ["جدير بالذكر أن", "وتجدر الإشارة إلى أن", "علاوة على ذلك،", "في المقابل،"]
)
def test_an_opening_that_adds_nothing_is_passed_over(lead_in: str) -> None:
    """The passage begins behind a lead-in, so that the item's words stay words of it."""
    rest = "البلدية خصصت مواقف جديدة للحافلات قرب المحطة"
    assert told(f"{lead_in} {rest}.") == [rest]


LEFT = "خصصت البلدية مواقف جديدة للحافلات قرب محطة السوق القديم ووضعت فيها مصابيح كثيرة ومقاعد من خشب"
RIGHT = "أبقت نقابة السائقين على إضرابها أمام مبنى المجلس في ساحة الساعة حتى نهاية الأسبوع المقبل"


def test_a_long_sentence_is_cut_where_both_halves_stand() -> None:
    """Two full clauses become two statements; the joining word belongs to neither."""
    assert told(f"{LEFT}، بينما {RIGHT}.") == [LEFT, RIGHT]
    assert told(f"{LEFT}؛ {RIGHT}.") == [LEFT, RIGHT]


def test_a_sentence_of_few_words_is_not_cut() -> None:
    """Up to thirty words a sentence is kept whole, though both its halves could stand."""
    left = "خصصت البلدية مواقف جديدة للحافلات قرب السوق القديم"
    right = "أبقت نقابة السائقين على إضرابها في الساحة حتى المساء"
    assert told(f"{left}، بينما {right}.") == [f"{left}، بينما {right}"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LEFT, "بينما بقي السائقون في الساحة"),
        (f'قال المدير إن البلدية "{LEFT}', f'بينما {RIGHT}"'),
        (f"ذكرت النشرة (وهي تصدر كل شهر عن المجلس {LEFT}", f"بينما {RIGHT})"),
        (LEFT, f"بينما هي {RIGHT}"),
        (f"مع {LEFT}", f"فإن {RIGHT}"),
    ],
    ids=["a short half", "inside a quotation", "inside brackets", "a leaning half", "an answering half"],
)
def test_a_cut_that_would_leave_a_fragment_is_not_made(left: str, right: str) -> None:
    """Neither half may be short or lean, and no quotation or bracket is torn."""
    assert told(f"{left}، {right}.") == [f"{left}، {right}"]
    assert told(f"{left}؛ {right}.") == [f"{left}؛ {right}"]


def test_a_statement_knows_what_it_stands_under() -> None:
    """The heading votes for the facet, a short run-in heading is the label."""
    made = statements(
        document(
            "دوافع الترميم",
            "1. جذب الزوار: تسعى البلدية إلى جذب الزوار بهدف إنعاش السوق القديم.",
            "2. عنوان طويل من كلمات كثيرة لا يصلح بطاقة: تريد البلدية إنعاش السوق القديم قبل الصيف.",
            headings=("دوافع الترميم",),
        ),
        ARABIC,
    )
    assert [one.facets[0][0] for one in made] == [Facet.MOTIVES, Facet.MOTIVES]
    assert [one.label and one.label.text for one in made] == ["جذب الزوار", None]


def test_a_statement_says_how_firm_it_is_and_how_far_it_came() -> None:
    """A hedge makes it hedged; only an outcome has a standing."""
    lines = (
        "وقعت البلدية ونقابة الباعة مذكرة تفاهم بشأن مواقف السوق.",
        "من المتوقع أن يؤدي غياب الباعة إلى تراجع دخل السوق في الربيع المقبل.",
    )
    signed, hedged = statements(document(*lines), ARABIC)
    assert (hedged.certainty, hedged.standing) == (Certainty.HEDGED, None)
    assert (signed.certainty, signed.standing) == (Certainty.STATED, Standing.SIGNED)


def test_actors_are_named_once_and_are_at_most_three() -> None:
    """Countries that a statement names are its actors, in order."""
    (made,) = statements(
        document("اتفقت تونس والأردن على ترميم السوق، وتمول تونس والمغرب وعمان الأعمال."), ARABIC
    )
    assert made.actors == ("تونس", "الأردن", "المغرب")


def test_the_two_sides_are_named_or_the_passage_is_widened() -> None:
    """«البلدان» alone takes the sentence before it along, and is left out where that names nobody."""
    named = "زار وزير النقل التونسي الجزائر وبحث فيها مشروع الطريق الساحلي."
    leaning = "واتفق البلدان على بدء الأشغال في الربيع المقبل."
    assert told(f"{named} {leaning}") == [named.rstrip("."), f"{named} {leaning}".rstrip(".")]
    nobody = "بحث الوزير مشروع الطريق الساحلي مع ضيوفه أمس."
    assert told(f"{nobody} {leaning}") == [nobody.rstrip(".")]


def test_an_article_of_long_before_only_explains() -> None:
    """Whatever its cues say, a statement of a background article is context and has no standing."""
    line = "وقعت تونس والجزائر أمس اتفاقا على بناء الطريق الساحلي."
    old = structs.replace(document(line), background=True)
    (one,) = statements(old, ARABIC)
    assert (one.facets, one.standing) == (((Facet.CONTEXT, 1.0),), None)


SPEECH = "قال مدير السوق إن البلدية ستفتح الباب الشمالي صباح الغد."


@pytest.mark.parametrize(
    "leaning",
    [
        "وأضاف أن الممر المظلل سيمتد إلى محطة الحافلات قريبا.",
        "وهي تضم ملعبا للأطفال وممرا مظللا بين المكتبة والمحطة.",
        "هذه الخطوة ترضي الباعة قبل موسم الأعياد كل عام.",
    ],
    ids=["the same speaker", "a pronoun", "a demonstrative"],
)
def test_a_leaning_sentence_takes_the_one_before_along(leaning: str) -> None:
    """What speaks of somebody or something named before is told with the sentence that names it."""
    assert told(f"{SPEECH} {leaning}") == [SPEECH.rstrip("."), f"{SPEECH} {leaning}".rstrip(".")]
    assert told(SPEECH, leaning)[1:] == [f"{SPEECH} {leaning}".rstrip(".")]


def test_a_speaker_who_is_named_leans_on_nobody() -> None:
    """«وأضاف المدير أن …» names its speaker; «وأضاف أن …» does not."""
    named = "وأضاف المدير أن الممر المظلل سيمتد إلى محطة الحافلات قريبا."
    assert told(named) == [named.rstrip(".")]


def test_a_quotation_that_goes_on_is_closed() -> None:
    """A sentence that opens a quotation ends in dots and its mark; what follows inside leans on it."""
    first, second = (
        'قال المدير: "سنفتح الباب الشمالي للسوق صباح الغد.',
        'ثم ننقل مواقف الحافلات إلى الميدان الجديد".',
    )
    assert told(f"{first} {second}") == [f'{first.rstrip(".")}…"', f"{first} {second}".rstrip(".")]


def test_a_clause_with_a_subject_of_its_own_is_cut() -> None:
    """«، وأعلنت الحكومة …» begins a new statement; «، وأعلنت أن …» goes on with the same subject."""
    right = "وأعلنت الحكومة الأردنية أنها ستعيد بناء الجسر القديم على نفقتها قبل موسم الأمطار المقبل بشهرين"
    assert told(f"{LEFT}، {right}.") == [LEFT, right]
    same = "وأعلنت أنها ستعيد بناء الجسر القديم على نفقتها قبل موسم الأمطار بشهرين كاملين"
    assert told(f"{LEFT}، {same}.") == [f"{LEFT}، {same}"]


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("واتفق البلدان على بدء الأشغال في الربيع المقبل.", True),
        ("سترتفع كلفة النقل إلى البلدان المجاورة في الربيع المقبل.", False),
        ("تعاني البلدان التي تستورد القمح من غلاء أسعاره كل ربيع.", False),
    ],
    ids=["the two countries", "governed", "with a relative clause"],
)
def test_countries_are_not_two_countries(text: str, two: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """«البلدان» means two where it can be no plural; only then must the two be named."""
    assert told(text) == ([] if two else [text.rstrip(".")])


def test_in_an_article_on_two_states_the_two_countries_are_those() -> None:
    """Where an article is plainly about two states, «البلدان» needs no widening."""
    opening = "وقعت تونس والجزائر اتفاقا على بناء الطريق الساحلي بين بنزرت وعنابة."
    more = (
        "تختلف تونس والجزائر على كلفة الجسر عند الحدود.",
        "تتقاسم تونس والجزائر مياه الوادي منذ عشر سنوات.",
    )
    leaning = "واتفق البلدان على بدء الأشغال في الربيع المقبل."
    assert told(opening, *more, leaning)[-1] == leaning.rstrip(".")


def test_asides_that_only_describe_are_left_out() -> None:
    """A foreign abbreviation and a describing aside go; one that counts or says who speaks stays."""
    assert told("أعلنت هيئة الموانئ (NPA) - وهي جهة عامة مستقلة - فتح الرصيف الجديد أمام السفن.") == [
        "أعلنت هيئة الموانئ فتح الرصيف الجديد أمام السفن"
    ]
    kept = "أعلنت هيئة الموانئ - حسب مصدر فيها - فتح الرصيف الجديد أمام السفن"
    assert told(f"{kept}.") == [kept]


def test_what_leans_is_kept_for_what_it_bears_out() -> None:
    """A leaning sentence that cannot be widened is a statement that says so; a question is none at all."""
    (one,) = statements(document("هذه الحديقة تضم ملعبا للأطفال وممرا مظللا طويلا."), ARABIC)
    assert one.leans
    assert statements(document("هل تعود الحافلات إلى ميدان الساعة بعد إصلاح الجسر؟"), ARABIC) == ()


@pytest.mark.parametrize(
    "leaning",
    [
        "وأضاف البيان أن الممر المظلل سيمتد إلى محطة الحافلات قريبا.",
        "وحذر الوزير من أن الممر المظلل سيمتد إلى محطة الحافلات قريبا.",
        "تتحدث عن مد الممر المظلل إلى محطة الحافلات قبل نهاية الصيف.",
        "ترضي البلدية الباعة بهذه الخطوة قبل موسم الأعياد في المدينة.",
        "«سنفتح الباب الشمالي للسوق صباح الغد»، قال وهو يغادر المبنى القديم.",
        "أمادو وحده في السوق القديم منذ سنوات طويلة لا يخفي ذلك.",
        "نرجح أن يمتد الممر المظلل إلى محطة الحافلات قبل نهاية الصيف.",
        "نشرت صحيفة محلية تقريرا مطولا عن الممر المظلل ومحطة الحافلات القديمة.",
    ],
    ids=["a statement", "a minister", "no subject", "a step", "who says", "points back", "author", "press"],
)
def test_what_needs_more_than_its_words_is_not_printed(leaning: str) -> None:
    """«The minister» or «this step» without a name, and the author's own voice, stand for nobody."""
    assert told(leaning) == []


def test_what_the_sentence_before_names_is_named() -> None:
    """A leaning sentence may point at anything in the sentence that it is told with."""
    leaning = "ترضي البلدية الباعة بهذه الخطوة قبل موسم الأعياد في المدينة."
    assert told(f"{SPEECH} {leaning}")[1] == f"{SPEECH} {leaning}".rstrip(".")
    assert told("تفتح البلدية أبواب السوق هذا الأسبوع أمام الباعة والزوار.") != []


def test_what_keeps_its_but_is_told_with_what_it_turns_against() -> None:
    """«لكن مصدرا …» cannot lose its first word, and hangs with it; «لكن المصدر …» can."""
    hanging = "لكن مصدرا في البلدية أكد فتح الباب الشمالي للسوق صباح الغد"
    assert told(f"{hanging}.") == []
    assert told(f"{SPEECH} {hanging}.") == [f"{SPEECH} {hanging}"]


NAMED = "افتتح مدير السوق الباب الشمالي أمام الباعة والزوار صباح السبت."


@pytest.mark.parametrize(
    "leaning",
    [
        "الأمر الذي يعني أن الباعة سيعودون إلى السوق قبل موسم الأعياد.",
        "لكنه قال إن الحافلات ستعود إلى الميدان القديم صباح الغد.",
        "وهو ما يراه الباعة بداية جيدة لموسم الأعياد في المدينة.",
        "ورأى تجار أن ذلك سيعيد الزوار إلى السوق قبل موسم الأعياد.",
        "وثمة خطر أبعد من ذلك هو أن تهجر العائلات السوق القديم.",
        "أما الباعة فمطلبهم أبسط: مظلة ومصباح وحارس عند الباب الشمالي.",
        "أما عن المدن فقد حققت العاصمة أعلى مبيعات بقيمة ستة ملايين.",
        "وتذكر دفاتر البلدية سببا آخر، هو أن الجسر لم يعد يحتمل الشاحنات.",
        "وقال مسؤول آخر إن الجسر لم يعد يحتمل الشاحنات الكبيرة هذا العام.",
        "وقد تعاقدت البلدية مع الشركة ذاتها على ترميم الجسر والمحطة القديمة.",
        "ومن الأسباب إعفاء الباعة من رسوم النظافة طوال أشهر الترميم.",
        "تحل العاصمة في المرتبة التالية بحصة قدرها ستة ملايين من المبيعات.",
        "وخلال أسبوعين سحب الباعة ما يزيد على نصف مدخراتهم من الصندوق.",
        "ستبيع على الرصيف المقابل للسوق القديم طوال أشهر الترميم الأولى.",
        "كان موظفوها يهتفون على الرصيف المقابل ضد رسوم الترميم الجديدة.",
        "وإن تعثرت، فسيعود المشروع إلى الدرج الذي سبقته إليه مشاريع كثيرة.",
        "من المرجح أن يتعرض الناس للغلاء أكثر قبل موسم الأعياد المقبل.",
        "وعلمت صحيفتنا أن البلدية ستفتح الباب الشمالي للسوق صباح الغد.",
        "وعن كلفة الترميم، يقول المحلل الاقتصادي إن البلدية ستدفع نصفها فقط.",
        '"لن نعود إلى السوق قبل أن تصلح البلدية الجسر والمحطة القديمة".',
    ],
    ids=[
        "what means",
        "but he",
        "which is what",
        "that",
        "beyond that",
        "simpler",
        "as for",
        "another reason",
        "another official",
        "the same",
        "of a list",
        "next place",
        "within two weeks",
        "will sell",
        "their own",
        "if it stumbles",
        "people",
        "our paper",
        "the analyst",
        "nobody says it",
    ],
)
def test_what_stands_for_words_before_is_told_with_them(leaning: str) -> None:
    """Alone it is not printed; within a paragraph it is told with the sentence before it."""
    assert told(leaning) == []
    assert (
        f"{NAMED} {leaning}".rstrip(".") in told(f"{NAMED} {leaning}")
        or "الناس" in leaning
        or "صحيفتنا" in leaning
    )


@pytest.mark.parametrize(
    "line",
    [
        "أعلنت تونس ودول أخرى فتح أسواقها أمام الباعة قبل موسم الأعياد.",
        "وفي آخر زيارة له تعهد المدير بفتح الباب الشمالي للسوق قريبا.",
        "فازت العاصمة بالمرتبة الثانية بعد بنزرت في مبيعات الأسواق هذا العام.",
        "وخلال عام 2021 باعت الأسواق القديمة نصف ما باعته قبل عامين.",
        "وبعد أسبوعين من الإضراب عاد الباعة إلى السوق القديم في العاصمة.",
        "وإذا تعثر ترميم الجسر فسيعود الباعة إلى الميدان قبل موسم الأعياد.",
        "وفي كلمته أمام الباعة تعهد المدير بفتح الباب الشمالي للسوق قريبا.",
        "وينوه التجار بقرار البلدية فتح الباب الشمالي للسوق صباح الغد.",
        "يخشى سكان بنزرت من غلاء الأسعار قبل موسم الأعياد كل عام.",
    ],
    ids=[
        "joined",
        "last",
        "a place",
        "a year",
        "since",
        "a whole condition",
        "cataphora",
        "a root",
        "of a place",
    ],
)
def test_what_names_all_it_speaks_of_stands_alone(line: str) -> None:
    """Words that look alike and lean on nothing."""
    assert told(line) == [line.rstrip(".")]


def test_no_statement_reaches_over_a_paragraph() -> None:
    """A new paragraph is a new thought; only where each sentence is a paragraph of its own it goes on."""
    leaning = "وهي تضم ملعبا للأطفال وممرا مظللا بين المكتبة والمحطة."
    assert told(f"{SPEECH} {NAMED}", leaning) == [SPEECH.rstrip("."), NAMED.rstrip(".")]
    assert told(NAMED, leaning)[1:] == [f"{NAMED} {leaning}".rstrip(".")]


def test_a_short_turn_is_not_the_end_of_a_statement() -> None:
    """«غير أن الدافع كان خارجيا» announces what comes next and is told with nothing before it."""
    assert told(f"{NAMED} غير أن الدافع كان خارجيا. {SPEECH}") == [NAMED.rstrip("."), SPEECH.rstrip(".")]


def test_a_condition_is_not_cut_from_its_answer() -> None:
    """Neither half of «إن …، فـ…؛ وإن …، فـ…» is told alone."""
    line = (
        "ستكون الأشهر الأولى من الترميم هي الفيصل: فإن مرت بلا حادث على الجسر، فقد يعود الباعة إلى السوق؛ "
        "وإن تعثرت، فسيعود المشروع إلى الدرج الذي سبقته إليه مشاريع كثيرة من قبل"
    )
    assert told(f"{line}.") == [line]


def test_a_clause_that_speaks_of_all_before_it_is_cut_off() -> None:
    """«…؛ الأمر الذي …» leaves its sentence shorter and is not printed itself."""
    right = "الأمر الذي رأى فيه التجار بداية جيدة لموسم الأعياد وفرصة لعودة الزوار إلى المدينة القديمة"
    assert told(f"{LEFT}؛ {right}.") == [LEFT]


@pytest.mark.parametrize(
    "dateline",
    [
        "تونس – ",
        "تونس (وكالة المدينة) - ",
        "(المدينة)-- ",
        "بنزرت– ",
        "تونس - بنزرت: ",
        "تونس – «صحيفة المدينة»: ",
    ],
)
def test_a_dateline_is_not_printed(dateline: str) -> None:
    """Where an article was written is no word of what it says; a dash elsewhere is none."""
    assert told(f"{dateline}{NAMED}") == [NAMED.rstrip(".")]


@pytest.mark.parametrize("opening", ["في المحصلة، ", "وعليه، ", "وفي السياق ذاته، ", "على هذا النحو، "])
def test_what_ties_a_statement_to_another_is_not_printed(opening: str) -> None:
    """The passage keeps the opening, the words that are printed begin behind it."""
    (made,) = statements(document(f"{opening}{NAMED}"), ARABIC)
    assert (made.text, made.anchor.text) == (NAMED.rstrip("."), f"{opening}{NAMED}".rstrip("."))


def test_for_is_printed_only_where_it_means_may() -> None:
    """«فقد عاد» explains what is told before it, «فقد يعود» is a hedge."""
    because = "فقد عاد الباعة إلى السوق القديم بعد إضراب دام شهرين."
    assert told(because) == []
    assert told(f"{NAMED} {because}") == [NAMED.rstrip("."), f"{NAMED} {because}".rstrip(".")]
    assert told("فقد توقف الباعة عن العمل في السوق القديم طوال شهرين.") == []
    hedged = "فقد يعود الباعة إلى السوق القديم بعد إضراب دام شهرين"
    assert told(f"{hedged}.") == [hedged]


def test_what_names_its_year_explains_and_stands_alone() -> None:
    """A fact of record is read without what it explains; only its «for» goes."""
    assert told("فقد عاد الباعة إلى السوق القديم عام 2019 بعد إضراب دام شهرين.") == [
        "عاد الباعة إلى السوق القديم عام 2019 بعد إضراب دام شهرين"
    ]


@pytest.mark.parametrize(
    "leaning",
    [
        'وأضافت "لن نترك السوق قبل أن تعود الحافلات إلى الميدان"',
        "وتابع: «لن نترك السوق قبل أن تعود الحافلات إلى الميدان»",
        "وقال بعد الاجتماع إن الحافلات ستعود إلى الميدان صباح الغد",
        "وأكدت في مؤتمر صحفي أن الحافلات ستعود إلى الميدان صباح الغد",
    ],
)
def test_words_are_told_with_who_speaks_them(leaning: str) -> None:
    """A verb of speech and at once the words, or where they were spoken: who it was stands before."""
    assert told(f"{leaning}.") == []
    assert told(f"{SPEECH} {leaning}.")[1:] == [f"{SPEECH} {leaning}"]


@pytest.mark.parametrize(
    "line",
    [
        "وقال للصحفيين مدير السوق القديم إن الحافلات ستعود إلى الميدان صباح الغد",
        "وكتبت «النهضة» أن الحافلات ستعود إلى الميدان صباح الغد كما وعدت البلدية",
        "وأضاف المدير: «لن نترك السوق قبل أن تعود الحافلات إلى الميدان»",
    ],
)
def test_a_speaker_may_be_named_late_or_in_marks(line: str) -> None:
    """Somebody stands between the verb and the words, be it a paper in quotation marks."""
    assert told(f"{line}.") == [line]


@pytest.mark.parametrize(
    "leaning",
    [
        "غير أن مدير السوق القديم في بنزرت نفى ذلك مساء الخميس",
        "ونفت البلدية مساء الخميس هذا وتعهدت بفتح الباب الشمالي قريبا",
        "ونفى مدير السوق القديم الخبر، وتعهد بفتح الباب الشمالي صباح الغد",
    ],
)
def test_a_denial_says_what_is_denied(leaning: str) -> None:
    """«نفى ذلك» is told with the sentence that tells it, or not at all."""
    claim = "تداول الباعة خبرا مفاده أن البلدية ستهدم السوق القديم قبل الصيف."
    assert told(f"{leaning}.") == []
    assert told(f"{claim} {leaning}.")[-1] == f"{claim} {leaning}"
    whole = "ونفت البلدية هدم السوق القديم وتعهدت بفتح الباب الشمالي قريبا"
    assert told(f"{whole}.") == [whole]


@pytest.mark.parametrize(
    "answer",
    [
        "لكن الحافلات أمام الميدان القديم بقيت على حالها صباح السبت.",
        "لكن الحافلة نفسها تحتاج ساعتين من الميدان إلى الميناء.",
    ],
)
def test_half_a_contrast_is_told_with_the_other_half(answer: str) -> None:
    """What stayed as it was, or is the same again, answers the sentence that it turns against."""
    assert told(answer) == []
    assert told(f"{NAMED} {answer}")[-1] == f"{NAMED} {answer}".rstrip(".")


def test_a_bridge_that_names_nobody_is_not_printed() -> None:
    """Unnamed others and a figure of speech only lead over to what comes next."""
    assert told("وعلى الضفة الأخرى من النهر، على بعد خطوات، يدفع آخرون الثمن.") == []
    named = "وعلى الضفة الأخرى من النهر يدفع صيادون الثمن في بنزرت: فقد بعضهم قاربه"
    assert told(f"{named}.") == [named]


def test_the_two_of_many_are_named_before_they_act() -> None:
    """Where an article names many states, «البلدان» needs two before it, though two more come later."""
    many = (
        "تختلف تونس والجزائر على كلفة الجسر عند الحدود.",
        "تتقاسم تونس والجزائر مياه الوادي منذ عشر سنوات.",
        "وقعت تونس والجزائر اتفاقا على بناء الطريق الساحلي.",
        "تدرس ليبيا بناء ميناء جديد قرب الحدود في الربيع المقبل.",
        "تستورد ليبيا الزيتون من التجار في كل خريف تقريبا.",
        "أرسلت ليبيا وفدا من التجار إلى معرض الزهور الدولي.",
    )
    leaning = "واتفق البلدان على بدء الأشغال قبل أن تعلن المغرب وإسبانيا ومصر موقفها."
    assert not any("البلدان" in one for one in told(*many, leaning))
    pair = "زار وزير النقل التونسي الجزائر وبحث فيها مشروع الطريق الساحلي."
    assert told(*many, f"{pair} {leaning}")[-1] == f"{pair} {leaning}".rstrip(".")


def test_the_paper_is_not_named_by_itself() -> None:
    """«قال لموقعنا» is printed as «قال»."""
    assert told("قال لموقعنا مدير السوق القديم إن البلدية ستفتح الباب الشمالي قريبا.") == [
        "قال مدير السوق القديم إن البلدية ستفتح الباب الشمالي قريبا"
    ]


def test_what_only_ties_a_line_to_its_text_is_not_printed() -> None:
    """«Indeed», «in connection» and «as told above» add nothing; «as told by the minister» stays."""
    line = "رممت البلدية الجسر القديم في وسط المدينة قبل الموسم"
    assert told(f"لقد {line}، كما سبقت الإشارة.") == [line]
    assert told(f"واتصالاً بذلك، {line}.") == [line]
    assert told(f"{line}، كما ذكر الوزير.") == [f"{line}، كما ذكر الوزير"]


def test_what_is_said_is_set_apart_from_its_colon() -> None:
    """Not from its quotation mark, as some pages have it."""
    said = "لن نغلق السوق القديم قبل نهاية الموسم"
    assert told(f'قال وزير التجارة سالم باوزير:" {said}".') == [f'قال وزير التجارة سالم باوزير: "{said}"']


def test_a_side_is_a_place_where_it_is_said_of_what() -> None:
    """«On the other side» ties a line to what was told, «on the other side of the road» places it."""
    line = "رممت البلدية الجسر القديم في وسط المدينة قبل الموسم"
    assert told(f"على الجانب الآخر، {line}.") == [line]
    (placed,) = told("على الجانب الآخر من الطريق، رممت البلدية الجسر القديم قبل الموسم.")
    assert placed.startswith("على الجانب الآخر من الطريق")


def test_an_answer_is_not_told_without_its_question() -> None:
    """A question amid a paragraph is answered by the next sentence; one that opens it is a heading."""
    answer = "الأرجح أن تجار المدينة سيتحملون نصف الكلفة في الربيع المقبل."
    assert told(f"{NAMED} فمن يدفع الباقي؟ {answer}") == [NAMED.rstrip(".")]
    assert told(f"ماذا بعد؟ {answer}") == [answer.rstrip(".")]


def test_who_spoke_a_quotation_is_told_behind_it() -> None:
    """«بهذه الكلمات …» names the speaker of the sentence before: both are one statement."""
    quotation = '"لن نعود إلى السوق قبل أن تصلح البلدية الجسر والمحطة".'
    speaker = "بهذه الكلمات لخص نقيب الباعة موقف التجار من خطة الترميم."
    assert told(f"{quotation} {speaker}") == [f"{quotation} {speaker}".rstrip(".")]


def test_a_figure_and_its_rebuttal_are_told_together() -> None:
    """«… اثنان فقط» answers the greater figure before it: neither is told alone."""
    count = "أحصت نقابة الباعة 15 جريحا في حادث الجسر صباح السبت."
    rebuttal = "وتقول البلدية إن عدد من أصيب جريحا في الحادث اثنان فقط."
    assert told(f"{count} {rebuttal}") == [f"{count} {rebuttal}".rstrip(".")]


def test_a_claim_is_told_with_its_denial() -> None:
    """Who denies or contradicts it in the next sentence is heard in the same line."""
    claim = "أكد تجار السوق أن البلدية ستغلق الباب الشمالي طوال الصيف."
    denial = "ونفى مدير السوق إغلاق الباب الشمالي في أي وقت."
    turn = "لكن مدير السوق أكد أن الباب الشمالي سيبقى مفتوحا طوال الصيف."
    assert told(f"{claim} {denial}")[0] == f"{claim} {denial}".rstrip(".")
    assert told(f"{claim} {turn}")[0] == f"{claim} {turn}".rstrip(".")
    other = "لكن الأمطار عطلت أعمال الترميم في المحطة القديمة شهرين."
    assert told(f"{claim} {other}")[0] == claim.rstrip(".")


def test_what_a_disowned_paper_says_is_not_printed() -> None:
    """A document that somebody calls an old draft soon after bears nothing alone."""
    paper = "وبحسب وثيقة من ست صفحات ستغلق البلدية الباب الشمالي طوال الصيف."
    owned = "وتشمل الخطة ترميم الجسر ونقل مواقف الحافلات إلى الميدان الجديد."
    disowned = "وقال مدير السوق في تونس إن الوثيقة «مسودة قديمة» لم تعد سارية."
    assert paper.rstrip(".") not in " ".join(told(f"{paper} {owned} {disowned}"))
    assert paper.rstrip(".") in told(f"{paper} {owned}")


def test_the_ministry_is_told_with_whose_it_is() -> None:
    """«الوزارة» takes along the sentence that names it, and leans where there are several."""
    named = "فرضت وزارة النقل التونسية رسوما على الشاحنات التي تعبر الجسر القديم."
    leaning = "وأدانت الوزارة، في بيان، إغلاق الباب الشمالي أمام سيارات الإسعاف."
    other = "وتدرس وزارة التجارة إعفاء الباعة من الرسوم قبل موسم الأعياد."
    assert told(f"{named} {leaning}")[1:] == [f"{named} {leaning}".rstrip(".")]
    apart = f"{named} {other} {NAMED} {leaning}"
    assert not any("وأدانت" in one for one in told(apart))


def test_a_lead_in_that_governs_two_parts_is_kept() -> None:
    """«باعتبار أن … وأن …» cannot lose its beginning: the sentence before comes along."""
    leaning = "باعتبار أن السوق وجهة الزوار الأولى في المدينة، وأن الجسر طريقهم الوحيد إليه."
    assert told(leaning) == []
    assert told(f"{NAMED} {leaning}")[1:] == [f"{NAMED} {leaning}".rstrip(".")]


def test_what_somebody_goes_on_to_say_otherwise_is_told_too() -> None:
    """«But he …» speaks of the one just named: the first half alone would be another message."""
    first = "قال مدير السوق البلدي سالم الحداد إن الإدارة ملتزمة بموعد افتتاح الباب الشمالي."
    second = "لكنه أضاف أن المقاول لم يسلم المفاتيح حتى نهاية الأسبوع."
    assert told(f"{first} {second}")[0] == f"{first} {second}".rstrip(".")


def test_a_quotation_is_not_broken_off_behind_a_denial() -> None:
    """What was not done is told with what was done instead."""
    quoted = "وقال مدير السوق سالم الحداد: «لم نبع الحديقة لأحد. بعنا حق إدارة المقصف لعامين»."
    assert told(quoted)[0] == quoted.rstrip(".")


def test_two_cities_before_a_dash_are_where_it_was_written() -> None:
    """«صفاقس/قابس - …» is no part of what is told."""
    assert told("صفاقس/قابس - افتتحت البلدية حديقة جديدة عند مدخل السوق القديم.") == [
        "افتتحت البلدية حديقة جديدة عند مدخل السوق القديم"
    ]


@pytest.mark.parametrize(
    ("line", "opinion", "facet"),
    [
        ("تراجعت عملة تونس في السوق أمس الاثنين إلى نصف قيمتها.", False, Facet.OUTCOMES),
        ("تراجعت عملة تونس في السوق عام 2019 إلى نصف قيمتها.", False, Facet.CONTEXT),
        ("تراجعت عملة تونس في السوق أمس الاثنين إلى نصف قيمتها.", True, Facet.CONTEXT),
    ],
)
def test_what_a_report_opens_with_is_no_background(line: str, opinion: bool, facet: Facet) -> None:  # noqa: FBT001 - parameters of a test
    """Where somebody named did it on a day near by; a column may open with anything."""
    made = structs.replace(
        document(line, "وبلغت الخسائر ألف دينار في الشهر الأول من السنة."), opinion=opinion
    )
    assert statements(made, ARABIC)[0].facets[0][0] is facet
