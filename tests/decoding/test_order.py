"""Text that was dumped as it looks is recognised by evidence and put in the order of reading."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.decoding import order
from brief.decoding.order import (
    as_letters,
    evidence,
    has_shapes,
    is_readable,
    logical,
    mend_brackets,
    mend_order,
)
from brief.errors import SourceError

TEXT = (
    "قال الوزير إن السد الجديد في وادي النخيل لا يكفي وحده، وقد بلغ العجز 1,250 مليون متر مكعب.\n"
    "وأضاف أن شركة AquaBuild Ltd ستتولى الصيانة حتى عام 2030، على أن تنشر البيانات كل أسبوع.\n"
    "من جهته دعا اتحاد المزارعين إلى خفض الرسوم التي ارتفعت بعد 25/9/2011 في هذه المحافظة.\n"
)
# The same as it stands on a screen from left to right, letter by letter.
SEEN = (
    ".بعكم رتم نويلم 1,250 زجعلا غلب دقو ،هدحو يفكي ال ليخنلا يداو يف ديدجلا دسلا نإ ريزولا لاق\n"
    ".عوبسأ لك تانايبلا رشنت نأ ىلع ،2030 ماع ىتح ةنايصلا ىلوتتس AquaBuild Ltd ةكرش نأ فاضأو\n"
    ".ةظفاحملا هذه يف 25/9/2011 دعب تعفترا يتلا موسرلا ضفخ ىلإ نيعرازملا داحتا اعد هتهج نم\n"
)
SHAPES = {
    kind: {
        unicodedata.normalize("NFKC", chr(code)): chr(code)
        for code in range(0xFE80, 0xFEFD)
        if unicodedata.decomposition(chr(code)).startswith(f"<{kind}>")
    }
    for kind in ("initial", "medial", "final", "isolated")
}


def drawn(word: str) -> str:
    """The word in presentation forms, as a font draws it."""
    shapes = []
    for place, letter in enumerate(word):
        before = place > 0 and word[place - 1] in SHAPES["initial"]
        after = place + 1 < len(word) and letter in SHAPES["initial"] and word[place + 1] in SHAPES["final"]
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, after), "isolated"
        )
        shapes.append(SHAPES[kind].get(letter, letter))
    return "".join(shapes)


def test_a_dump_in_visual_order_is_turned_line_by_line() -> None:
    """Words come back in order; numbers, dates and Latin names keep their direction."""
    assert mend_order(SEEN) == TEXT


def test_a_text_in_the_order_of_reading_is_left_alone() -> None:
    """There is nothing to mend in an ordinary text, an empty one, or one of a few words."""
    assert [mend_order(text) for text in (TEXT, "", "ىلع", "Hello", "12.5")] == [None] * 5


def test_a_mixed_dump_keeps_the_lines_that_are_right() -> None:
    """A heading typed above a dump is not turned with it."""
    heading = "قال الوزير إن السد الجديد في الوادي"
    assert mend_order(f"{heading}\n{SEEN}") == f"{heading}\n{TEXT}"


def test_presentation_forms_become_letters() -> None:
    """Shapes in the order of reading are spelled out, ligatures in two letters."""
    shaped = " ".join(map(drawn, TEXT.split())).replace("\ufedf\ufe8e", "\ufefb")
    assert has_shapes(shaped)
    assert mend_order(shaped) == " ".join(TEXT.split())


def test_presentation_forms_in_visual_order_are_turned_first() -> None:
    """A lam-alef is one shape: turned as shapes, its letters keep their order."""
    words = ["لا", "يمكن", "تأجيل", "الاستثمار", "في", "المياه"]
    shaped = " ".join(
        drawn(word).replace("\ufedf\ufe8e", "\ufefb").replace("\ufee0\ufe8e", "\ufefc") for word in words
    )
    assert mend_order(shaped[::-1]) == " ".join(words)


def test_letters_in_no_order_are_refused() -> None:
    """Where neither direction makes words the file is set aside, not printed."""
    shuffle = random.Random(4)  # noqa: S311 - a shuffle, no secret
    words = ("".join(shuffle.sample(word, len(word))) for word in TEXT.split() * 5 if len(word) > 3)
    with pytest.raises(SourceError, match="order that cannot be read") as caught:
        mend_order(" ".join(drawn(word)[::-1] if shuffle.random() < 0.5 else drawn(word) for word in words))
    assert caught.value.kind == "visual_order"


def test_other_languages_in_the_script_are_readable() -> None:
    """Persian prose lacks the Arabic particles and is not taken for a wreck."""
    persian = "سازمان ملل گفت که گفت‌وگوها درباره چگونگی پایان جنگ پیش می‌رود و دولت‌ها همکاری می‌کنند. " * 8
    assert is_readable(persian)
    assert not is_readable("ا ل م و ا ن ئ ت ع م ل " * 20)


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ماع 2030", "2030 عام"),
        ("%60 غلب", "بلغ 60%"),
        ("2019-2023 ةرتفلا", "الفترة 2019-2023"),
        ("2023-2019 ةرتفلا", "الفترة 2019-2023"),
        ("F-16 ةرئاط", "طائرة F-16"),
        (".2030", "2030."),
        ("Hello world.", "Hello world."),
        ("12:30 ةعاسلا", "الساعة 12:30"),
    ],
)
def test_a_line_is_read_as_it_looks(seen: str, read: str) -> None:
    """Numbers, clock times, year ranges and Latin words inside of a right-to-left line."""
    assert logical(list(seen)) == read


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("المياه )يوم الأحد( افتتاح", "المياه (يوم الأحد) افتتاح"),
        ("قال: »لا يمكن« ثم", "قال: «لا يمكن» ثم"),
        ("عام 2011]2[ ثم", "عام 2011[2] ثم"),
        ("عام 2011[2] ثم", "عام 2011[2] ثم"),
        ("1) أولا", "1) أولا"),
        ("(كان (هنا)) ثم", "(كان (هنا)) ثم"),
    ],
)
def test_brackets_face_what_they_enclose(seen: str, meant: str) -> None:
    """Programs keep the sign that was meant or the one that was drawn; spaces tell which."""
    assert mend_brackets(seen) == meant


@given(st.text(max_size=200))
def test_any_text_is_mended_or_refused(text: str) -> None:
    """No text breaks it, and what is mended holds no more evidence against itself than before."""
    try:
        mended = mend_order(text)
    except SourceError:
        return
    assert mended is None or not has_shapes(mended)
    assert as_letters(as_letters(text)) == as_letters(text)


@given(st.lists(st.sampled_from("ابجد12. ,aB(-%"), max_size=40))
def test_a_line_keeps_its_signs(clusters: list[str]) -> None:
    """Reordering loses no sign and makes none up."""
    assert sorted(logical(clusters)) == sorted(clusters)


def test_evidence_counts_words_not_letters() -> None:
    """The text speaks for itself, the dump for its reverse."""
    assert evidence(TEXT).forward > 10 * evidence(TEXT).backward
    assert evidence(SEEN).is_backward
    assert not evidence(TEXT).is_backward


@pytest.mark.parametrize("text", [SEEN * 9, drawn("كان") + " في " * 300])
def test_the_whole_text_is_asked_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the words of a long text say is worked out once."""
    asked: list[int] = []

    def counted(words: str) -> order.Evidence:
        asked.append(len(words))
        return evidence(words)

    monkeypatch.setattr(order, "evidence", counted)
    mend_order(text)
    assert asked.count(len(text)) <= 1
