"""Words between quotation marks, and who said them."""

import pytest

from brief.extract.quotes import quotes
from brief.language import load
from brief.model import Quote
from tests.builders import document

ARABIC = load("ar")


def said(*lines: str) -> list[Quote]:
    """The quotes of an article of these lines."""
    text = document(*lines)
    found = quotes(text, ARABIC)
    assert all(text.text[one.evidence.start : one.evidence.end] == one.evidence.text for one in found)
    return list(found)


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        (
            "وقال وزير الزراعة بيتر مونيا: «السدود امتلأت هذا العام كما لم تمتلئ من قبل».",
            "بيتر مونيا",
            "وزير الزراعة",
        ),
        (
            '"السدود امتلأت هذا العام كما لم تمتلئ من قبل"، قالت وزارة الري السودانية.',
            "وزارة الري السودانية",
            None,
        ),
        (
            "وأكدت لينا حداد، الباحثة في معهد المياه: “السدود امتلأت هذا العام”.",
            "لينا حداد",
            "الباحثة في معهد المياه",
        ),
        ("ويرى أبو شامة أن «السدود امتلأت هذا العام».", "أبو شامة", None),
        (
            "ونقلت وكالة الأنباء الكينية عن وزير الزراعة قوله: «السدود امتلأت هذا العام».",
            "وزير الزراعة",
            None,
        ),
        ("وانتقد متحدث باسم الوزارة القرار قائلا: «السدود لا تكفي أحدا».", "متحدث باسم الوزارة", None),
    ],
)
def test_the_speaker_stands_before_or_after(line: str, speaker: str, role: str | None) -> None:
    """Speaker and office come from the words before the marks or after them."""
    (quote,) = said(line)
    assert (quote.speaker, quote.role) == (speaker, role)


def test_the_channel_is_told_apart_from_the_speaker() -> None:
    """An agency that passes words on is the channel, not who said them."""
    (quote,) = said(
        "قال وزير الزراعة بيتر مونيا: «السدود امتلأت هذا العام»، حسبما ذكرت وكالة الأنباء الكينية."
    )
    assert quote.speaker == "بيتر مونيا"
    assert quote.via == "وكالة الأنباء الكينية"


def test_a_speaker_goes_on() -> None:
    """A pronoun, and a quote that stands alone, inherit the speaker of the quote before."""
    found = said(
        "قال وزير الزراعة بيتر مونيا: «السدود امتلأت هذا العام».",
        "وأضاف: «نحتاج إلى سدين آخرين في الشمال».",
        "«لا أحد يريد أن يعود إلى سنوات الجفاف الطويلة».",
    )
    assert [quote.speaker for quote in found] == ["بيتر مونيا"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "غرقت السفينة «نجمة الشمال» قرب الميناء.",
        "صدر كتاب «تاريخ السدود في الشرق» العام الماضي.",
        "تعد «دبلوماسية المياه» مفهوما قديما.",
        "انضمت كينيا إلى «بريكس» أمس.",
    ],
)
def test_terms_and_names_are_no_speech(line: str) -> None:
    """Titles, ships, terms and organisations between marks were said by nobody."""
    assert said(line) == []


def test_fragments_are_kept_where_somebody_says_them() -> None:
    """A few words between marks count where a verb hands them to a speaker."""
    (quote,) = said("ووصف الرئيس الكيني السد بـ«هدية الأجيال المقبلة» في خطابه.")
    assert quote.text == "هدية الأجيال المقبلة"
    assert quote.speaker == "الرئيس الكيني"


def test_a_quote_runs_over_sentences_and_paragraphs() -> None:
    """What opens in one sentence may close two paragraphs later; inner marks do not end it."""
    (quote,) = said(
        "قال الخبير سمير عواد: «السد كبير. لكنه لا يكفي.",
        'ونحن نسميه "السد العجوز" لأنه قديم».',
    )
    assert quote.text.startswith("السد كبير")
    assert quote.text.endswith("لأنه قديم")


def test_a_missing_mark_costs_one_quote_only() -> None:
    """A quote never closed ends with its paragraph; the next one is read as it stands."""
    found = said(
        "قال الخبير سمير عواد: «السد كبير لكنه لا يكفي أحدا.",
        "وقالت الباحثة لينا حداد: «المياه شحيحة في الشمال».",
    )
    assert [quote.speaker for quote in found] == ["سمير عواد", "لينا حداد"]


def test_ids_follow_the_passage() -> None:
    """The same words at the same place have the same id; another place another id."""
    line = "قال الخبير سمير عواد: «السد كبير لكنه لا يكفي أحدا»."
    first, again = said(line), said(line)
    assert [quote.id for quote in first] == [quote.id for quote in again]
    assert len({quote.id for quote in said(line, line)}) == 2
