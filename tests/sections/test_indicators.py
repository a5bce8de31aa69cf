"""What to watch: which dated things, in which words, how many."""

from msgspec import structs

from brief.model import Certainty, Facet
from brief.sections.indicators import ITEMS, indicators
from tests.builders import anchor, claim, event, pool, statement

ISSUED = "2021-06-10"


def labels(*events: object) -> list[str | None]:
    """The dates of the indicators made of these events."""
    made = indicators(pool(events=events), ISSUED, "ar")  # type: ignore[arg-type]
    return [item.label for item in made] if made else []


def test_what_hangs_on_other_words_is_not_watched() -> None:
    """A line that cannot be read alone is left out."""
    sound = event("2021-09", "تجتمع لجنة الأنهار في كمبالا في سبتمبر")
    assert labels(sound, event("2021-08", "على أن تجتمع لجنة الأنهار في كمبالا في أغسطس")) == ["2021-09"]
    assert labels(sound, event("2021-08", "وهو ما ستنظر فيه لجنة الأنهار في أغسطس")) == ["2021-09"]


def test_the_second_half_of_a_contrast_is_not_watched() -> None:
    """«But there is another reason …», of which the words of the event have lost the «but»."""
    words = "تجتمع لجنة الأنهار في كمبالا في أغسطس"
    told = structs.replace(event("2021-08", words), evidence=(anchor(f"لكن {words}"),))
    assert labels(event("2021-09", words)) == ["2021-09"]
    assert labels(told) == []


def test_the_same_month_is_not_ahead() -> None:
    """A month or year that has begun lies no longer ahead; a later day of it does."""
    words = "تجتمع لجنة الأنهار في كمبالا"
    assert labels(event("2021-06", words), event("2021", words), event("2021-06-11", words)) == ["2021-06-11"]


def test_of_many_the_best_supported_and_nearest_stay() -> None:
    """No more than a reader keeps in mind, in the order of their dates."""
    words = "تجتمع لجنة الأنهار في كمبالا"
    many = [event(f"20{year}", words) for year in range(30, 50)]
    last = structs.replace(many[-1], evidence=(anchor(words), anchor(words, source="b")))
    made = labels(*many[:-1], last)
    assert len(made) == ITEMS
    assert made[-1] == "2049"
    assert made[:-1] == [f"20{year}" for year in range(30, 30 + ITEMS - 1)]


def test_what_is_printed_elsewhere_is_not_watched_again() -> None:
    """Only implications come again, as firm as they are printed there."""
    words = "موعد لجنة الأنهار في كمبالا"
    ahead = (event("2021-09", words),)
    outcome = claim(statement(words, facet=Facet.OUTCOMES))
    hedged = claim(statement(words, facet=Facet.IMPLICATIONS, certainty=Certainty.HEDGED))
    assert indicators(pool(outcome, events=ahead), ISSUED, "ar") == ()
    assert [one.certainty for one in indicators(pool(hedged, events=ahead), ISSUED, "ar")] == [
        Certainty.HEDGED
    ]


def test_what_an_outcome_leaves_to_be_done_is_watched() -> None:
    """An instalment, a start, an end at a time that is named; what is merely agreed is printed once."""
    for words, again in (
        ("ويُصرف القسط الثاني لصيادي البحيرة في سبتمبر", True),
        ("وسيتولى ميناء كمبالا الإدارة من مطلع سبتمبر", True),
        ("واتفق صيادو البحيرة على أسعار سبتمبر", False),
        ("وكان يُصرف لصيادي البحيرة قسط", False),
    ):
        outcome = claim(statement(words, facet=Facet.OUTCOMES))
        made = indicators(pool(outcome, events=(event("2021-09", words),)), ISSUED, "ar")
        assert bool(made) is again
        context = claim(statement(words, facet=Facet.CONTEXT))
        assert not indicators(pool(context, events=(event("2021-09", words),)), ISSUED, "ar")


def test_a_weekday_behind_the_watched_date_shows_the_day_of_writing() -> None:
    """What the label does not tell is understood by the day on which it was written."""
    back = "خطة وقعت مساء الأحد وتسري حتى نهاية سبتمبر"
    ahead = "خطة تسري حتى نهاية سبتمبر المقبل"
    events = (event("2021-09", back), event("2021-09", ahead, evidence=(anchor(ahead, "b"),)))
    made = indicators(pool(events=events), ISSUED, "ar", {"a": "2021-06-08", "b": "2021-06-08"})
    assert {one.text: one.as_of for one in made} == {back: "2021-06-08", ahead: None}


def test_a_completed_act_is_not_watched() -> None:
    """A date ahead that is named in passing makes no line; a promise behind the verb does."""
    done = "انتهت المحادثات إلى اتفاق يرفع الأجور مطلع العام"
    assert labels(event("2022-01", done)) == []
    assert labels(event("2022-01", f"{done}، وستجتمع لجنة الأجور في يناير")) == ["2022-01"]


def test_a_fragment_is_not_watched() -> None:
    """Neither what only goes on with a verb, nor what the author expects, nor a reason out of a list."""
    sound = event("2021-09", "تجتمع لجنة الأنهار في كمبالا في سبتمبر")
    assert labels(sound, event("2021-08", "مذكّرة بأن لجنة الأنهار تجتمع في كمبالا في أغسطس")) == ["2021-09"]
    assert labels(sound, event("2021-08", "نرجح أن تجتمع لجنة الأنهار في كمبالا في أغسطس")) == ["2021-09"]
    assert labels(sound, event("2021-08", "تجتمع لجنة الأنهار في كمبالا في أغسطس».")) == ["2021-09"]
    listed = "5. سياسة النهر، إذ تطمح اللجنة إلى رئاسة مؤتمر أغسطس في كمبالا"
    assert labels(sound, event("2021-08", listed)) == ["2021-09"]
    whoever = "من يتأخر عن لجنة الأنهار في أغسطس لن يحضر اجتماعها"
    assert labels(sound, event("2021-08", whoever)) == ["2021-09"]


def test_a_date_that_is_named_in_passing_is_not_watched() -> None:
    """A clause that describes what is named last is not watched; one that describes the head is."""
    passing = (
        "قد يؤدي ارتفاع منسوب المياه في السدود القديمة كلها إلى غمر الحقول ويدفع المزارعين إلى طلب العون من "
        "لجنة الأنهار التي تجتمع في كمبالا في سبتمبر 2021"
    )
    head = "لجنة الأنهار التي تجتمع في كمبالا في سبتمبر 2021 ستبحث ارتفاع منسوب المياه"
    assert labels(event("2021-09", passing)) == []
    assert labels(event("2021-09", head)) == ["2021-09"]


def test_a_condition_of_before_the_turn_is_not_watched() -> None:
    """What was threatened unless something be done is over when it was; a plain date bears its day."""
    threat = "قد تغلق البلدية السوق في سبتمبر إذا لم يوقع الصيادون"
    guess = "تغلق البلدية السوق في سبتمبر، وهو احتمال ضعيف"
    plain = "تغلق البلدية السوق في سبتمبر"
    days = {"a": "2021-06-01", "b": "2021-06-08"}
    dated = ["2021-06-01"]
    for words, turned in ((threat, []), (guess, []), (plain, dated)):
        before = pool(events=(event("2021-09", words),))
        after = structs.replace(before, turn="2021-06-08")
        assert [one.as_of for one in indicators(before, ISSUED, "ar", days)] == dated
        assert [one.as_of for one in indicators(after, ISSUED, "ar", days)] == turned
        assert [one.as_of for one in indicators(after, ISSUED, "ar", {"a": "2021-06"})] == [None]


def test_the_last_source_to_tell_of_an_event_gives_its_words() -> None:
    """What an older one says of it may be so no more; its words stand, with their day, where no other can."""
    old, new = "تجتمع لجنة الأنهار في كمبالا في سبتمبر", "قد تؤجل لجنة الأنهار اجتماع سبتمبر في كمبالا"
    days = {"a": "2021-06-01", "b": "2021-06-08"}
    told = (anchor(old, "a"), anchor(new, "b"))
    (made,) = indicators(pool(events=(event("2021-09", old, evidence=told),)), ISSUED, "ar", days)
    assert (made.text, made.as_of, [one.source for one in made.evidence]) == (new, None, ["b", "a"])
    over = structs.replace(pool(events=(event("2021-09", old, evidence=told),)), past=(told[1],))
    assert [(one.text, one.as_of) for one in indicators(over, ISSUED, "ar", days)] == [(old, "2021-06-01")]
    bare = (told[0], anchor("اجتماع اللجنة المقرر في سبتمبر", "b"))
    (made,) = indicators(pool(events=(event("2021-09", old, evidence=bare),)), ISSUED, "ar", days)
    assert made.text == old
    hanging = (told[0], anchor("وهو ما ستنظر فيه لجنة الأنهار في سبتمبر", "b"))
    (made,) = indicators(pool(events=(event("2021-09", old, evidence=hanging),)), ISSUED, "ar", days)
    assert (made.text, made.as_of) == (old, "2021-06-01")


def test_what_is_overtaken_is_not_watched() -> None:
    """A later source tells of it otherwise."""
    words = "تغلق البلدية السوق في سبتمبر"
    told = pool(events=(event("2021-09", words),))
    assert len(indicators(told, ISSUED, "ar")) == 1
    assert indicators(structs.replace(told, past=(anchor(words),)), ISSUED, "ar") == ()
    assert len(indicators(structs.replace(told, past=(anchor(words, "b"),)), ISSUED, "ar")) == 1


def test_what_is_not_before_a_time_or_was_set_for_it_is_not_due_then() -> None:
    """A bound is no date, and a time that is given up is none either; what else is due in the words stays."""
    assert labels(event("2021-12", "لن يدخل خط كمبالا الخدمة، بحسب الوزارة، قبل ديسمبر 2021")) == []
    assert labels(
        event("2021-12", "لن يدخل خط كمبالا الخدمة قبل أكتوبر، وستراجع الهيئة رسومه في ديسمبر 2021")
    ) == ["2021-12"]
    put_off = "أرجأ مجلس كمبالا إلى 20 سبتمبر 2021 التصويت على رسوم الميناء، والذي كان مقررا في 5 يوليو 2021"
    outcome = claim(statement(put_off, facet=Facet.OUTCOMES))
    both = (event("2021-07-05", put_off), event("2021-09-20", put_off))
    assert [one.label for one in indicators(pool(outcome, events=both), ISSUED, "ar")] == ["2021-09-20"]


def test_a_date_that_its_author_values_is_marked_as_his_view() -> None:
    """By the claim that tells it, and by its own words where none is printed."""
    words = "ولا يخفى أن لجنة الأنهار تستعد لاجتماع كمبالا في سبتمبر"
    plain = "تجتمع لجنة الأنهار في كمبالا في سبتمبر"
    made = indicators(pool(events=(event("2021-09", words), event("2021-10", plain))), ISSUED, "ar")
    assert [item.view for item in made] == [True, False]
    told = claim(statement(plain, view=True, facet=Facet.IMPLICATIONS))
    [item] = indicators(pool(told, events=(event("2021-10", plain),)), ISSUED, "ar")
    assert item.view


DAYS = {"a": "2021-03-01"}


def watched(start: str, text: str) -> list[str]:
    """The words of the indicator made of an event that was written of in March."""
    return [one.text for one in indicators(pool(events=(event(start, text),)), ISSUED, "ar", DAYS)]


def test_words_are_cut_to_the_clause_of_their_date() -> None:
    """Another time before it is that of another thing."""
    text = "أما أول سفينة فلا تنتظر قبل أبريل، وستخضع شروط الميناء كلها لمراجعة في ديسمبر 2021."
    assert watched("2021-12", text) == ["ستخضع شروط الميناء كلها لمراجعة في ديسمبر 2021."]
    whole = "ستراجع لجنة الأنهار في كمبالا شروط الميناء في ديسمبر 2021."
    assert watched("2021-12", whole) == [whole]


def test_words_that_set_a_day_gone_by_are_not_watched() -> None:
    """Of two days that were set the first has passed: the words are of their day."""
    assert (
        watched("2021-12", "يتعين أن تصوت لجنة الأنهار في 8 مايو، وأن يصادق البرلمان قبل نهاية 2021.") == []
    )
    later = "يتعين أن تصوت لجنة الأنهار في 8 أغسطس، وأن يصادق البرلمان قبل نهاية 2021."
    assert watched("2021-12", later) == [later]


def test_what_is_set_for_a_time_stands_alone() -> None:
    """«Of what is set is that …» opens a sentence, though with a preposition."""
    text = "ومن المقرر أن تسدد كمبالا الدفعة الأولى قبل نهاية سبتمبر."
    assert watched("2021-09", text) == [text]
    assert watched("2021-09", "من مياه البحيرة تروى حقول كمبالا في سبتمبر") == []


def test_a_part_of_a_longer_line_is_watched() -> None:
    """A line of context that tells much else does not hide the vote that is awaited."""
    text = "ومن المنتظر أن تصوت كمبالا على القرض في 11 سبتمبر."
    long = statement(text + " وكانت لجنة الأنهار قد رفضت شكوى الصيادين وأوصت بتعويضهم عن نفقات الملف كلها.")
    short = statement(text)
    ahead = (event("2021-09-11", text),)
    assert [len(indicators(pool(claim(one), events=ahead), ISSUED, "ar", DAYS)) for one in (long, short)] == [
        1,
        0,
    ]


def test_one_sentence_with_two_dates_is_watched_once() -> None:
    """The words of the nearer date hold the other one, too; many events of one date may share their words."""
    text = "تجتمع لجنة الأنهار في كمبالا في 3 سبتمبر وفي 9 أكتوبر."
    assert labels(event("2021-09-03", text), event("2021-10-09", text)) == ["2021-09-03"]


def test_the_later_source_tells_what_is_watched() -> None:
    """The words of an older source about the same vote on the same day are left out."""
    older = event("2021-09-28", "من المقرر أن يجري التصويت على قرض البحيرة في كمبالا يوم 28 سبتمبر.")
    words = "قال رئيس اللجنة إن التصويت على قرض البحيرة سيجري في كمبالا يوم 28 سبتمبر."
    newer = event("2021-09-28", words, evidence=(anchor(words, source="b"),))
    made = indicators(pool(events=(older, newer)), ISSUED, "ar", {"a": "2021-05-01", "b": "2021-06-01"})
    assert [one.text for one in made] == [words]


def test_what_is_put_off_or_begins_later_is_watched_though_an_outcome_tells_it() -> None:
    """«Announced the putting off … to», «so that it begins in», and a date that a reaction names."""
    put_off = "أعلن اتحاد البحارة إرجاء إضراب الميناء من يونيو إلى السادس من سبتمبر"
    begins = "قررت بلدية كمبالا إرجاء الرسم ثلاثة أشهر، ليبدأ في الأول من سبتمبر"
    asked = "قال مدير ميناء كمبالا إن المناقصة ستطرح في سبتمبر المقبل"
    past = "أعلن اتحاد البحارة رفضه الرسم في بيان عن سبتمبر"
    for words in (put_off, begins):
        told = pool(claim(statement(words, facet=Facet.OUTCOMES)), events=(event("2021-09", words),))
        assert len(indicators(told, ISSUED, "ar")) == 1
    reaction = pool(claim(statement(asked, facet=Facet.REACTIONS)), events=(event("2021-09", asked),))
    context = pool(claim(statement(asked, facet=Facet.CONTEXT)), events=(event("2021-09", asked),))
    assert len(indicators(reaction, ISSUED, "ar")) == 1
    assert indicators(context, ISSUED, "ar") == ()
    assert indicators(pool(events=(event("2021-09", past),)), ISSUED, "ar") == ()
