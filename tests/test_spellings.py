"""One spelling for each actor over many documents."""

import time

from hypothesis import given
from hypothesis import strategies as st

from brief.language import load
from brief.spellings import agreed

ARABIC = load("ar")


def test_the_press_spells_one_person_in_several_ways() -> None:
    """Letters that are interchanged, a vowel's letter and the family name alone mean one person."""
    shown = agreed(["ألفونسو غوميز", "الفونسو جوميز", "ألفونسو غوميز", "جوميز", "غوميس"], ARABIC)
    assert {shown[label] for label in ("ألفونسو غوميز", "الفونسو جوميز", "جوميز")} == {"ألفونسو غوميز"}


def test_a_family_name_that_two_persons_have_stays_itself() -> None:
    """Two persons of one family stay two, and their name alone is given to neither."""
    labels = ["آنا لوبيز", "كارلا لوبيز", "لوبيز"]
    assert agreed(labels, ARABIC) == {label: label for label in labels}


def test_a_state_is_not_its_spokesman() -> None:
    """A country named alone is not the only office of that country that is named elsewhere."""
    labels = ["المتحدث باسم وزارة الخارجية البلغارية", "بلغاريا", "بلغاريا"]
    assert agreed(labels, ARABIC) == {label: label for label in labels}


def test_countries_have_their_canonical_name() -> None:
    """A capital and a country's other spellings are labelled as the country where labels have one key."""
    shown = agreed(
        ["وزارة الدفاع البلغارية", "وزارة الدفاع البلجيكية", "مسؤولون كينيون", "مسئولون كينيون"], ARABIC
    )
    assert shown["وزارة الدفاع البلغارية"] != shown["وزارة الدفاع البلجيكية"]
    assert shown["مسئولون كينيون"] == shown["مسؤولون كينيون"]


@given(st.lists(st.text(alphabet="ابتجغقسلمنويرهةأ ", min_size=1, max_size=14).filter(str.strip), max_size=8))
def test_every_label_is_shown_as_one_of_them(labels: list[str]) -> None:
    """No label is lost or made up, and what is shown is shown as itself."""
    shown = agreed(labels, ARABIC)
    assert set(shown) == set(labels)
    assert set(shown.values()) <= set(labels)
    assert all(shown[label] == label for label in shown.values())


def test_thousands_of_labels_take_a_moment() -> None:
    """Cost grows with the labels, not with their square."""
    sounds = "سلمنربدتكشحعصطف"
    labels = [f"{a}ا{b}ي{c} {c}و{b}{a}ان" for a in sounds for b in sounds for c in sounds][:2500]
    start = time.perf_counter()
    agreed(labels, ARABIC)
    assert time.perf_counter() - start < 3
