"""Positions that are none: what is lodged with somebody, what is only described, replaced or denied."""

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def held(*lines: str) -> list[tuple[str, str, str | None]]:
    """Actor, stance and target of each position."""
    read = document(*lines, published="2025-06-20")
    return [
        (one.actor, one.stance.value, one.target) for one in positions(read, ARABIC, quotes(read, ARABIC))
    ]


def test_a_complaint_is_not_against_with_whom_it_is_lodged() -> None:
    """Against whom it is stands behind another preposition."""
    assert held("وقدمت نقابة الصيادين شكوى إلى هيئة الموانئ في عمان.") == []
    ((actor, stance, target),) = held("وقدمت نقابة الصيادين شكوى إلى هيئة الموانئ ضد شركة النقل الوطنية.")
    assert (actor, stance) == ("نقابة الصيادين", "oppose")
    assert target is not None
    assert "شركة النقل" in target


def test_who_decides_on_a_complaint_tells_no_stance_of_who_lodged_it() -> None:
    """«تبت الهيئة في شكوى الشركة»."""
    assert held("وينتظر أن تبت الهيئة في شكوى الشركة الأوروبية المنافسة قبل الشتاء.") == []


def test_until_ends_a_target() -> None:
    """«على الشكوى حتى الآن»."""
    assert [target for *_, target in held("ولم تعلق وزارة النقل الأردنية على الشكوى حتى الآن.")] == ["الشكوى"]


def test_an_adjective_of_the_actor_takes_no_stance_alone() -> None:
    """With what it is about behind it, it does."""
    assert held("أفرغ مزارعون غاضبون حمولة ثلاث شاحنات أمام ميناء العقبة.") == []
    assert held("وقال نواب معارضون للخطة إن وزارة النقل الأردنية تأخرت.") != []


def test_who_only_denies_a_fact_of_her_own_refuses_nothing() -> None:
    """«لم نتراجع عن شيء»; what will not be done is refused."""
    assert held("وقال وزير النقل الأردني سامي العواضة: «لم نتراجع عن شيء مما وعدنا به الناس».") == []
    refused = held("وقال وزير النقل الأردني سامي العواضة: «لن نتراجع عن القرار مهما طال الإضراب».")
    assert [stance for _, stance, _ in refused] == ["oppose"]


def test_a_report_holds_no_position() -> None:
    """A state that accuses does."""
    assert held("واتهم التقرير الأردني زورقا بالاقتراب من السفينة.") == []
    assert [actor for actor, *_ in held("واتهم الأردن الشركة الناقلة بالاقتراب من السفينة.")] == ["الأردن"]


def test_a_refusal_of_a_bare_pronoun_is_no_row() -> None:
    """A named thing is."""
    assert held("ورفض الأردن ذلك، معتبرا أن السد منشأة وطنية.") == []
    assert [target for *_, target in held("ورفض الأردن العرض، معتبرا أن السد منشأة وطنية.")] == ["العرض"]


def test_a_stance_of_an_earlier_day_gives_way_to_words_of_today() -> None:
    """Where the sentence before quotes who had spoken."""
    today = "وقال وزير النقل الأردني سامي العواضة إن بلاده «لا ترفض المسح من حيث المبدأ»."
    earlier = "وكان العواضة قد قال قبل شهر إن الأردن لن يقبل السفن الأجنبية."
    assert held(f"{today} {earlier}") == []
    assert held(earlier) != []


def test_what_is_called_for_ends_where_another_acts() -> None:
    """«التي تطالب بها …، فاكتفت بالدعوة إلى ضبط النفس»."""
    found = held("أما كندا، التي تدير الجزيرة وتطالب بها عمان، فاكتفت بالدعوة إلى ضبط النفس.")
    assert [actor for actor, *_ in found] == ["كندا"]


def test_a_harsh_word_in_a_quotation_needs_what_it_is_about() -> None:
    """What it is told of stands before the marks, be it one word."""
    assert held("ويقول خبير النقل سامي العواضة إن «ذلك القرض كان بداية النهاية لأنه رهن الخط».") == []
    told = held("واعتبر النائب المعارض سامي العواضة أن التعديل «اعتراف متأخر» بأن السعر كان مبالغا فيه.")
    assert told == [("سامي العواضة", "oppose", "التعديل")]
    assert held("ورأى الأردن أن البرنامج «يخدم استقرار المنطقة كلها».") == [("الأردن", "support", "البرنامج")]
