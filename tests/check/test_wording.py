"""The rule of what counts as the same words."""

from hypothesis import given
from hypothesis import strategies as st

from brief.check.wording import in_order, plain, run_of, words

WORDS = st.lists(st.sampled_from("abc"), max_size=8)


@given(st.text())
def test_plain_text_is_stable(text: str) -> None:
    """What was made plain stays as it is."""
    assert words(plain(text)) == words(text)


@given(WORDS, st.data())
def test_leaving_out_keeps_the_order(whole: list[str], data: st.DataObject) -> None:
    """Any choice of words in their order is in order, and one word more is not."""
    keep = data.draw(st.lists(st.booleans(), min_size=len(whole), max_size=len(whole)))
    part = [word for word, kept in zip(whole, keep, strict=True) if kept]
    assert in_order(part, whole)
    assert not in_order([*whole, "a"], whole)


@given(WORDS, WORDS, WORDS)
def test_a_run_has_no_gap(before: list[str], part: list[str], after: list[str]) -> None:
    """What stands between other words is a run of them."""
    assert run_of(part, before + part + after)
    assert not run_of(["a", "x"], [*before, "a", "b", "x", *after])


def test_presentation_forms_are_letters() -> None:
    """What an extractor gives as one glyph counts by its letters; marks and tatweel by nothing."""
    assert words("\ufefb\u0640\u0651 \u0663\u06f4") == ["\u0644\u0627", "34"]
