"""Punctuation as Arabic sets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.typeset import in_arabic


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('قال إن "السد" قائم', "قال إن «السد» قائم"),
        ('رأى حزب و"الجبهة" معًا', "رأى حزب و«الجبهة» معًا"),
        ("رد: “لا”، ثم خرج", "رد: «لا»، ثم خرج"),
        ('ينتهي القول هنا" ثم يصمت', "ينتهي القول هنا» ثم يصمت"),
        ('قال "نعم", ثم غاب', "قال «نعم»، ثم غاب"),
        ("هل يعود? نعم; يعود", "هل يعود؟ نعم؛ يعود"),
        ("بلغ 1,200 طن", "بلغ 1,200 طن"),
        ('وعلّق المدرب:" لن نتراجع". وخرج', "وعلّق المدرب:« لن نتراجع». وخرج"),
        ('قال " نعم " ومضى', "قال « نعم » ومضى"),
        ('" سنعود " كانت آخر كلماته', "« سنعود » كانت آخر كلماته"),
        ('كتب: "الشرط الأول:" ثم صمت', "كتب: «الشرط الأول:» ثم صمت"),
        ('قال "نعم " ثم "لا"', "قال «نعم » ثم «لا»"),
        ('شاشة 24" جديدة', 'شاشة 24" جديدة'),
        ('بطول 3.5" أو 5" تقريبا', 'بطول 3.5" أو 5" تقريبا'),
        ('ترجمته "إذاعة7"، ثم', "ترجمته «إذاعة7»، ثم"),
        ('«قال "نعم" ومضى»', '«قال "نعم" ومضى»'),
        ('He said "yes", and left', 'He said "yes", and left'),
        ('من شركة "AvtoVAZ" الروسية', "من شركة «AvtoVAZ» الروسية"),
    ],
)
def test_marks_become_those_of_arabic_print(text: str, shown: str) -> None:
    """Guillemets open and close; commas stay where they part digits; Latin text is left alone."""
    assert in_arabic(text) == shown


@given(st.text(alphabet=' "“”،,؟?؛;«»ابجد12.', max_size=40))
def test_only_marks_change(text: str) -> None:
    """No letter, digit or blank comes, goes or moves."""
    shown = in_arabic(text)
    assert len(shown) == len(text)
    kept = set('"“”„«»,;?،؛؟')
    assert [one for one in shown if one not in kept] == [one for one in text if one not in kept]


@given(st.text(alphabet=' "ابجد', max_size=40))
def test_what_is_set_stays_set(text: str) -> None:
    """Setting twice changes nothing more."""
    assert in_arabic(in_arabic(text)) == in_arabic(text)
