"""Which articles of a page a topic can use."""

from pathlib import Path

import pytest

from brief import admit as admitting
from brief.admit import admit
from brief.errors import SourceError
from brief.model import Source
from tests.builders import ARABIC
from tests.clean.test_clean import BODY, kept, removed

LANGUAGES = Path(__file__).parent / "languages"


def source(*lines: str) -> Source:
    """A page of these lines."""
    return Source(path="a.txt", text="\n".join(lines))


@pytest.mark.parametrize("language", ["fa", "ur", "ckb"])
def test_a_paragraph_of_a_neighbour_is_left_out(language: str) -> None:
    """A paragraph in another language of the script is removed from an Arabic article, with the reason."""
    foreign = " ".join((LANGUAGES / f"{language}.txt").read_text("utf-8").split())
    (article,) = admit(source(*BODY, foreign, *(line.replace("الحديقة", "الساحة") for line in BODY)), ARABIC)
    assert foreign not in kept(article)
    assert removed(article)[foreign] == "not in the language"


def test_a_name_with_letters_of_a_neighbour_stays() -> None:
    """Names that are written with letters that Arabic lacks make no paragraph foreign."""
    line = "وزار الحديقة وفد من مدينة گیلان، وقال رئيسه پژمان إن فيها ما يستحق أن تتعلمه مدن أخرى كثيرة."
    (article,) = admit(source(*BODY, line, BODY[0].replace("النخيل", "الواحة")), ARABIC)
    assert line in kept(article)


def test_a_book_is_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is longer than any article is refused with what to do."""
    monkeypatch.setattr(admitting, "MAX_LETTERS", 100)
    with pytest.raises(SourceError, match="split it into its parts"):
        admit(source(*BODY), ARABIC)


def test_an_article_is_never_left_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs are left out one by one only where others stay: the whole was judged as a whole."""
    monkeypatch.setattr(admitting, "_is_foreign", lambda *_: True)
    (article,) = admit(source(*BODY), ARABIC)
    assert kept(article) == list(BODY)
