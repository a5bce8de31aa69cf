"""Which language a text is in."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.collect import collect
from brief.config import Topic
from brief.errors import TopicError
from brief.identify import UNDETERMINED, Guess, english_name, identify
from tests.builders import ARABIC, mixed_texts
from tests.topics import STRIKE, topic

FOLDER = Path(__file__).parent / "languages"
SAMPLES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
OTHERS = {
    "ckb": "ckb",
    "en": "en",
    "fa": "fa",
    "fa_arabic_letters": "fa",
    "fa_literary": "fa",
    "fa_literary_arabic_letters": "fa",
    "fr": "fr",
    "he": "he",
    "ms_jawi": "ms",
    "ps": "ps",
    "ru": "ru",
    "sd": "sd",
    "tr": "tr",
    "ug": "ug",
    "ur": "ur",
}
OURS = sorted(set(SAMPLES) - set(OTHERS))


@pytest.mark.parametrize("name", OURS)
def test_arabic_of_every_kind_is_arabic(name: str) -> None:
    """Dialects, Latin names, a Persian keyboard, a Persian quotation: its words settle it."""
    assert identify(SAMPLES[name], ARABIC) == Guess("ar", 1.0)


@pytest.mark.parametrize(("name", "code"), OTHERS.items())
def test_other_languages_are_told(name: str, code: str) -> None:
    """Those of the same script, too, and Persian in the code points of Arabic."""
    guess = identify(SAMPLES[name], ARABIC)
    assert guess.code == code
    assert guess.differs(ARABIC)


@pytest.mark.parametrize("text", ["", "   ", "12 345 67 %", "كتاب", "Only a few words."])
def test_a_few_words_tell_nothing(text: str) -> None:
    """What is too short is undetermined, and that is no other language."""
    guess = identify(text, ARABIC)
    assert guess.code == UNDETERMINED
    assert not guess.differs(ARABIC)


def test_the_language_of_most_of_a_text_counts() -> None:
    """A sample from all parts of a long text is judged."""
    assert identify(SAMPLES["ar"] * 8 + SAMPLES["fa"], ARABIC).code == "ar"
    assert identify(SAMPLES["ar"] + SAMPLES["fa"] * 8, ARABIC).code == "fa"


def test_arabic_does_not_load_the_model() -> None:
    """The model costs most of a second: a text that its words settle never reaches it."""
    program = (
        "import sys; from pathlib import Path\n"
        "from brief.identify import identify; from brief.language import load\n"
        f"identify(Path({str(FOLDER / 'ar.txt')!r}).read_text('utf-8'), load('ar'))\n"
        "print('py3langid' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"


@given(mixed_texts | st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is asked, the answer is a code and a share."""
    guess = identify(text, ARABIC)
    assert guess.code
    assert 0.0 <= guess.confidence <= 1.0


def test_names_of_languages() -> None:
    """Where CLDR has no name the code alone tells."""
    assert english_name("fa") == "Persian (fa)"
    assert english_name("qqq") == "another language (qqq)"


# In a topic --------------------------------------------------------------------------------


def collected(folder: Path, files: Mapping[str, bytes | str]) -> dict[str, tuple[str, str]]:
    """The kind and language of each file that is set aside."""
    aside = collect(topic(folder, files), Topic(), ARABIC).set_aside
    return {entry.path: (entry.reason_kind or "", entry.language) for entry in aside}


def test_a_file_in_another_language_is_set_aside(tmp_path: Path) -> None:
    """With the language that it is in; one that holds nothing is of no language."""
    odd = {"a.txt": SAMPLES["fa"], "b.txt": SAMPLES["en"], "c.txt": SAMPLES["ur"], "d.txt": "1\n2\n3\n"}
    assert collected(tmp_path / "t", {**STRIKE, **odd}) == {
        "a.txt": ("language", "fa"),
        "b.txt": ("language", "en"),
        "c.txt": ("language", "ur"),
        "d.txt": ("no_article", UNDETERMINED),
    }


def test_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    """Both languages are named in English, with their codes."""
    with pytest.raises(TopicError) as told:
        collect(topic(tmp_path / "t", {"a.txt": SAMPLES["fa"]}), Topic(), ARABIC)
    assert "mostly in Persian (fa), not in Arabic (ar), the language that is read; leave it out" in str(
        told.value
    )


def test_of_a_page_in_two_languages_the_articles_in_ours_are_used(tmp_path: Path) -> None:
    """The lines of the other article are removed, with the reason, and accounted for."""
    persian = "\n".join(sentence + "." for sentence in SAMPLES["fa"].replace("\n", " ").split(". "))
    arabic = "\n".join(sentence + "." for sentence in SAMPLES["ar"].replace("\n", " ").split(". "))
    page = f"{arabic}\n\nاقرأ أيضا\n\nشهرداری شهرک چنارستان کتابخانه گشود\n\n{persian}"
    (document,) = collect(topic(tmp_path / "t", {"a.txt": page}), Topic(), ARABIC).documents
    kept = [(line.start, line.end) for line in document.lines]
    spans = sorted([*kept, *((piece.start, piece.end) for piece in document.furniture)])
    assert "".join("".join(page[start:end] for start, end in spans).split()) == "".join(page.split())
    told = " ".join(sentence.anchor.text for sentence in document.sentences)
    assert "کتابخانه" not in told


def test_a_quotation_in_another_language_leaves_the_article_in_use(tmp_path: Path) -> None:
    """An article is judged by most of its lines."""
    assert not collected(tmp_path / "t", {"a.txt": SAMPLES["ar_persian_quote"]})
