"""Letters that are lost never reach an article, and nothing else of the page is lost with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.decoding.damage import REASON, without_damage
from brief.model import Hint, Page, Refusal

SOUND = "افتتحت البلدية حديقة النخيل قرب الميناء. ودخلها السكان في اليوم الأول.\n" * 4
BAD = "قالت المدير\ufffd إن الحديقة للجميع."


def aside(page: Page) -> list[str]:
    """The lines of a page that are put aside as damaged."""
    return [page.text[hint.start : hint.end] for hint in page.hints if hint.reason == REASON]


def test_a_sound_page_stays_as_it_is() -> None:
    """Without damage nothing is changed, signs of other scripts included."""
    page = Page(text=SOUND + "زار Øystein المدينة… ÀÉ", verbatim=True)
    assert without_damage(page) is page


def test_a_damaged_line_is_put_aside() -> None:
    """The line stays in the text, is kept from the article, and the page says that it was mended."""
    page = without_damage(Page(text=f"{SOUND}  {BAD}\n{SOUND}", verbatim=True))
    assert aside(page) == [BAD]
    assert (page.text, page.mended) == (f"{SOUND}  {BAD}\n{SOUND}", "1 lines with lost letters")


def test_of_a_long_line_only_the_sentence_is_lost() -> None:
    """Its sentences stand on lines of their own, at their old places; what the format said goes on."""
    line = SOUND.replace("\n", " ") + BAD + " وانتهى الحفل مساء الجمعة. ثم عاد الجميع إلى بيوتهم سعداء."
    page = without_damage(Page(text=line, verbatim=True, hints=(Hint(0, len(line), "paragraph"),)))
    assert aside(page) == [BAD]
    assert page.text.replace("\n", " ") == line
    assert not page.verbatim
    assert [page.text[hint.start : hint.end] for hint in page.hints] == page.text.splitlines()
    assert {hint.kind for hint in page.hints if hint.reason is None} == {"paragraph"}


def test_the_letter_at_the_end_of_a_cut_file() -> None:
    """A file that ends within a letter loses its last sentence, however short the file is."""
    page = without_damage(Page(text="انتهى الحفل مساء الجمعة. ثم عاد الجمي\ufffd"))
    assert (aside(page), page.refused) == (["ثم عاد الجمي\ufffd"], None)


def test_too_much_damage_is_refused() -> None:
    """Where a good part of the text is lost the rest is not trusted."""
    page = without_damage(Page(text=f"{BAD}\n{BAD}\n{BAD}\n{SOUND}"))
    assert page.refused is not None
    assert page.refused.kind == "encoding"
    assert "in 3 of its 7 lines" in page.refused.message


def test_a_refusal_stays() -> None:
    """What was refused already is refused for its first reason."""
    page = Page(text=BAD, refused=Refusal("is only a teaser.", "teaser"))
    assert without_damage(page) is page


def test_what_is_still_mojibake_is_damage_too() -> None:
    """Words that nobody wrote are as unreadable as lost ones."""
    page = without_damage(Page(text=SOUND + "قالت ÇáãÏíÑÉ إن الحديقة.\n" + SOUND))
    assert aside(page) == ["قالت ÇáãÏíÑÉ إن الحديقة."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", " ", ". "])
@given(parts=st.lists(st.sampled_from([BAD, "ودخلها السكان. ثم عادوا", "\ufffd", " ", "نعم؟ "]), max_size=8))
def test_no_lost_letter_outside_of_its_hints(end: str, parts: list[str]) -> None:
    """Whatever the page, U+FFFD stands in lines that are put aside only, and no letter moves."""
    given_ = Page(text=SOUND * 4 + end.join(parts))
    page = without_damage(given_)
    rest = list(page.text)
    for hint in page.hints:
        assert page.text[hint.start : hint.end].strip() == page.text[hint.start : hint.end]
        rest[hint.start : hint.end] = " " * (hint.end - hint.start)
    assert page.refused or "\ufffd" not in rest
    assert page.text.split() == given_.text.split()


def test_what_was_mended_before_is_told_too() -> None:
    """Lost letters do not hide how the others were mended."""
    page = without_damage(Page(text=SOUND + BAD, mended="visual order"))
    assert page.mended == "visual order; 1 lines with lost letters"


@pytest.mark.parametrize("words", ["مركز الواح\ufffd", "Ù…Ø±ÙƒØ² Ø§Ù„ÙˆØ§Ø\xad\xa9 Ù„Ù„Ø¯Ø±Ø§Ø³Ø§Øª"])
def test_a_damaged_name_is_unknown(words: str) -> None:
    """A title or a name with lost letters is not told at all."""
    page = without_damage(Page(text=SOUND, title=words, publisher=words, author="ليلى"))
    assert (page.title, page.publisher, page.author) == (None, None, "ليلى")
