"""Text of a source stands on the page as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from brief.printed import amount, kept_together, plain, printed, split_stop

_SHARE = '<span class="whole"><span dir="ltr">{}</span>%</span>'


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7 * 7 }} {% raw %}", "a & b \"c\" 'd'"])
def test_markup_becomes_text(text: str) -> None:
    """What would be markup is escaped, and nothing of it is lost."""
    shown = printed(text)
    assert "<script" not in shown
    assert shown.unescape() == text


def test_controls_and_direction_marks_are_not_printed() -> None:
    """A control character or an override cannot turn the line; the words stay."""
    assert plain("a\u202eb\x00c\u2066d\ue000 e\n f") == "abcd e f"


@given(st.text())
def test_words_survive(text: str) -> None:
    """Escaping and isolating add and drop no visible character."""
    assert "".join(printed(text).striptags().split()) == "".join(plain(text).split()) or "<" in plain(text)


@pytest.mark.parametrize(
    "run",
    ["2019-2023", "2024-07-01--2024-07-13", "-5%", "$40", "https://a.example/x?y=1", "C++", "004_dc81.txt"],
)
def test_what_would_be_reversed_is_isolated(run: str) -> None:
    """Ranges, signed numbers, prefixed money, addresses and such terms are set left to right."""
    assert f'dir="ltr" class="whole">{run}</span>' in printed(f"\u0641\u064a {run} \u0642")


@pytest.mark.parametrize("run", ["60", "4.4", "AvtoVAZ (Togliatti)"])
def test_what_stands_right_is_left_alone(run: str) -> None:
    """Plain numbers and Latin words need no isolate."""
    assert "span" not in printed(f"\u0641\u064a {run} \u0642")


def test_a_line_without_end_is_printed_in_time() -> None:
    """The patterns do not grow with the square of a hostile line."""
    assert len(printed("1" * 200_000 + "." * 200_000)) == 400_000


def test_citations_go_before_the_stop() -> None:
    """The closing punctuation is parted from the text, and only that."""
    assert split_stop("one. two.") == ("one. two", ".")
    assert split_stop("no stop") == ("no stop", "")
    assert split_stop("...") == ("...", "")


@pytest.mark.parametrize(
    ("markup", "bound"),
    [
        ("جاء الوفد اليوم", "جاء الوفد\u00a0اليوم"),
        (
            '<span lang="ar" dir="rtl">جاء الوفد اليوم</span>',
            '<span lang="ar" dir="rtl">جاء الوفد\u00a0اليوم</span>',
        ),
        ('<a href="#x"><b>جاء الوفد اليوم</b></a>', '<a href="#x"><b>جاء الوفد\u00a0اليوم</b></a>'),
        ('قال <span dir="ltr">10-12</span>', 'قال <span dir="ltr">10-12</span>'),
        ("<br id=x>", "<br id=x>"),
        ("امتدت الدورة (2003- 2011)", "امتدت الدورة (2003- 2011)"),
    ],
)
def test_no_word_ends_a_paragraph_alone(markup: str, bound: str) -> None:
    """The last word is bound to the one before it, within a tag too; no tag is touched."""
    assert kept_together(Markup(markup)) == bound  # noqa: S704 - our own


@pytest.mark.parametrize(
    ("markup", "bound"),
    [
        ("خسر 4.3 مليار دولار هنا", "خسر 4.3\u00a0مليار دولار\u00a0هنا"),
        ("بقي 12 يوما في البحر", "بقي 12\u00a0يوما في\u00a0البحر"),
        ("في آذار 2024 عاد الوفد", "في آذار\u00a02024 عاد\u00a0الوفد"),
        ("زار 2024 سائحا هذا البحر", "زار\u00a02024 سائحا هذا\u00a0البحر"),
    ],
)
def test_a_number_keeps_to_what_it_counts(markup: str, bound: str) -> None:
    """A figure and its unit stand on one line, and a year behind its month."""
    assert kept_together(Markup(markup)) == bound  # noqa: S704 - our own


@pytest.mark.parametrize(
    ("said", "set_apart"),
    [
        ("41%", _SHARE.format(41)),
        ("7.5% و8%", f"{_SHARE.format(7.5)} و{_SHARE.format(8)}"),
        ("\u0664\u0661\u066a", '<span class="whole"><span dir="ltr">\u0664\u0661</span>\u066a</span>'),
        ("نحو 1,200 <b>", "نحو 1,200 &lt;b&gt;"),
    ],
)
def test_a_sign_of_per_cent_keeps_its_side(said: str, set_apart: str) -> None:
    """The number before it is set apart, so that it stands as it does between words."""
    assert amount(said) == set_apart
