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
def test_statements_come_in_order_and_overlap_only_where_widened(text: str) -> None:
    """A statement begins after the one before ends, or takes in whole sentences that came before it."""
    for article in clean(Source(path="a.txt", text=text), ARABIC):
        at = 0
        for one in statements(segment(article, ARABIC), ARABIC):
            widened = one.anchor.end > one.sentence.anchor.end
            assert one.anchor.start >= at or (widened and one.anchor.end > at)
            at = one.anchor.end


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
    ],
)
def test_what_leans_on_its_surroundings_is_no_statement(line: str) -> None:
    """Fragments, leaning openings, questions and announcements are left out."""
    assert told(line) == []


@pytest.mark.parametrize(
    "lead_in", ["جدير بالذكر أن", "وتجدر الإشارة إلى أن", "علاوة على ذلك،", "لكن", "في المقابل،"]
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


def test_the_accusative_keeps_its_particle() -> None:
    """«لكن مصدرا …» would hang without its first word; «لكن المصدر …» does not."""
    hanging = "لكن مصدرا في البلدية أكد فتح الباب الشمالي للسوق صباح الغد"
    assert told(f"{hanging}.") == [hanging]
