"""Words between quotation marks, and who said them."""

from typing import Any

import pytest

from brief import subjects
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


PLAIN = "وتمتد الحقول على ضفتي النهر من الشمال إلى الجنوب وتزرع فيها الحبوب كل عام."


@pytest.mark.parametrize(
    ("between", "line", "speaker"),
    [
        ((), "«لا أحد يريد أن يعود إلى سنوات الجفاف الطويلة».", "بيتر مونيا"),
        ((PLAIN,), "«لا أحد يريد أن يعود إلى سنوات الجفاف الطويلة».", None),
        ((), "وفي رأيه «لا أحد يريد أن يعود إلى سنوات الجفاف».", "بيتر مونيا"),
        ((PLAIN, PLAIN), "وفي رأيه «لا أحد يريد أن يعود إلى سنوات الجفاف».", None),
        ((" ".join([PLAIN] * 4),), "وأضاف: «نحتاج إلى سدين آخرين في الشمال».", None),
    ],
)
def test_a_speaker_from_afar_is_no_speaker(between: tuple[str, ...], line: str, speaker: str | None) -> None:
    """A quote inherits its speaker only where it goes on right after the quote before."""
    found = said("قال وزير الزراعة بيتر مونيا: «السدود امتلأت هذا العام».", *between, line)
    assert [quote.speaker for quote in found] == ["بيتر مونيا", speaker]
    assert found[1].role == ("وزير الزراعة" if speaker else None)


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


def test_a_missing_opening_mark_leaves_the_speaker() -> None:
    """Words whose opening mark is missing begin after those that name their speaker."""
    (quote,) = said("أوضح سمير عواد أن السد كبير لكنه لا يكفي أحدا في هذه البلاد».")
    assert (quote.speaker, quote.text.split()[0]) == ("سمير عواد", "السد")


def test_passages_never_overlap() -> None:
    """A closing mark too many takes no word of the passage before it."""
    first, second = said(
        "قال الخبير سمير عواد: «السد كبير لكنه لا يكفي أحدا في هذه البلاد» وأضاف أن المياه شحيحة جدا»."
    )
    assert first.evidence.end <= second.evidence.start
    assert second.speaker == "سمير عواد"


def words_read(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many words are looked at for the quotes of a sentence that holds `count` of them."""
    read: list[int] = []
    line = subjects.line

    def counted(*arguments: Any) -> subjects.Line:  # noqa: ANN401 - the arguments of `line`
        made = line(*arguments)
        read.append(len(made.tokens))
        return made

    with monkeypatch.context() as patch:
        patch.setattr(subjects, "line", counted)
        said("، ".join(f"وأضاف في خطابه «السدود رقم {number} امتلأت هذا العام»" for number in range(count)))
    return sum(read)


def test_a_long_sentence_costs_by_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the quotes in one sentence are twice the words to look at, not four times."""
    assert words_read(200, monkeypatch) < 2.2 * words_read(100, monkeypatch)


def test_ids_follow_the_passage() -> None:
    """The same words at the same place have the same id; another place another id."""
    line = "قال الخبير سمير عواد: «السد كبير لكنه لا يكفي أحدا»."
    first, again = said(line), said(line)
    assert [quote.id for quote in first] == [quote.id for quote in again]
    assert len({quote.id for quote in said(line, line)}) == 2


def test_who_opens_the_sentence_before_says_it_while_he_acts() -> None:
    """«…», «said, as he left» without a subject, goes to the one whom the sentence before is about."""
    found = said(
        "وزارت وزيرة البيئة لينا حداد المرفأ مع الخبير سمير عواد، الباحث في معهد البحار.",
        "سمير عواد نفسه لا ينكر ذلك. «تركنا الباب مواربا لمن يريد العودة»، قال وهو يغادر المرفأ.",
    )
    assert [quote.speaker for quote in found] == ["سمير عواد"]


def test_a_short_name_is_shown_in_full() -> None:
    """«The organisation», «the secretary-general of …» are told by the name the text gives them."""
    (quote,) = said(
        "أحصت المنظمة المغربية لحقوق الإنسان خمسة جرحى.",
        "وانتقدت المنظمة التأخير واعتبرته «إهانة للضحايا وأهلهم جميعا».",
    )
    assert quote.speaker == "المنظمة المغربية لحقوق الإنسان"
    (quote,) = said("أما الأمين العام لاتحاد نقابات البحارة سمير عواد، فأكد أن «البحر لم يعد لنا كما كان».")
    assert (quote.speaker, quote.role) == ("سمير عواد", "الأمين العام لاتحاد نقابات البحارة")
