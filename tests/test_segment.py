"""Lines of an article cut into headings and sentences, each with its exact place."""

import re

import pytest
from hypothesis import given

from brief.model import Document
from brief.segment import document_id, run_in_heading, sentence_spans
from tests.builders import ARABIC, document, headings_of, mixed_texts


def cut(line: str) -> list[str]:
    """The sentences of a line."""
    return [line[start:end] for start, end in sentence_spans(line, 0, len(line), ARABIC)]


def lead(line: str) -> tuple[str, str] | None:
    """The run-in heading of a line and what follows it."""
    found = run_in_heading(line, 0, len(line), ARABIC)
    return found and (line[found[0] : found[1]], line[found[2] :])


@given(mixed_texts)
def test_sentences_and_gaps_rebuild_the_line(line: str) -> None:
    """Sentences come in order, never overlap, and what lies between them holds no word."""
    at, rebuilt = 0, ""
    for start, end in sentence_spans(line, 0, len(line), ARABIC):
        assert at <= start < end
        assert line[start:end] == line[start:end].strip()
        assert not re.search(r"\w", line[at:start])
        rebuilt += line[at:start] + line[start:end]
        at = end
    assert not re.search(r"\w", line[at:])
    assert rebuilt + line[at:] == line


@given(mixed_texts, mixed_texts)
def test_a_stretch_is_cut_without_looking_around_it(before: str, line: str) -> None:
    """Only what lies between start and end is cut, and the spans count from the text's beginning."""
    text = before + line
    for start, end in sentence_spans(text, len(before), len(text), ARABIC):
        assert len(before) <= start < end <= len(text)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("افتتحت البلدية السوق. وحضر السكان! هل يعود الباعة؟ ربما… نعم.", 4),
        ("بلغت كلفة الترميم 4.5 مليون دينار. ودفعها السكان.", 2),
        ("بلغت الكلفة ٣.٥ مليون.", 1),
        ("قالت د. سعاد العمري إن الحديقة جاهزة. ثم غادرت.", 2),
        ("وصل م. خالد وأ. ليلى إلى الورشة.", 1),
        ("2. ترميم سور المكتبة القديمة.", 1),
        ("كتب J. Smith عن السوق. ولم يزد.", 2),
        ('قال: "انتظرنا... ثم عدنا". وانصرف.', 2),
        ("راجع العنوان example.org/page.html قبل الحضور.", 1),
        ("...", 0),
        ("", 0),
        ("جملة بلا نقطة", 1),
    ],
)
def test_only_the_end_of_a_sentence_ends_it(line: str, number: int) -> None:
    """Decimals, titles, list numbers, initials, addresses and pauses end no sentence."""
    assert len(cut(line)) == number


@pytest.mark.parametrize("close", ['"', "»", "”", ")", "]"])
def test_a_closing_mark_stays_with_its_sentence(close: str) -> None:
    """What closes behind the full stop belongs to the sentence before it."""
    assert cut(f"قال الحارس إن الباب مغلق.{close} ثم مضى.") == [
        f"قال الحارس إن الباب مغلق.{close}",
        "ثم مضى.",
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2. تجديد الإنارة: وضعت البلدية مصابيح.", ("تجديد الإنارة", "وضعت البلدية مصابيح.")),
        ("٣- تجديد الإنارة:وضعت البلدية مصابيح.", ("تجديد الإنارة", "وضعت البلدية مصابيح.")),
        ("أ) تجديد الإنارة:  وضعت.", ("تجديد الإنارة", "وضعت.")),
        ("أولاً: تجديد الإنارة: وضعت البلدية.", ("تجديد الإنارة", "وضعت البلدية.")),
        ("ثانيا، تجديد الإنارة: وضعت البلدية.", ("تجديد الإنارة", "وضعت البلدية.")),
        ("وقال المدير: سنعود غدا.", None),
        ("2. تجديد الإنارة:", None),
        ("2. وضعت البلدية مصابيح. وقال المدير: سنعود.", None),
        ("2019 عام الإنارة: وضعت البلدية مصابيح.", None),
        ("1. " + "كلمة " * 13 + ": بقية.", None),
        ("", None),
    ],
)
def test_a_run_in_heading_stands_between_number_and_colon(line: str, found: tuple[str, str] | None) -> None:
    """A numbered line's words before the colon head it; other colons head nothing."""
    assert lead(line) == found


@given(mixed_texts)
def test_a_run_in_heading_is_cut_out_exactly(line: str) -> None:
    """Whatever the line, a heading found in it is a stretch without blanks around, before its text."""
    found = run_in_heading(line, 0, len(line), ARABIC)
    if found:
        start, end, following = found
        assert 0 <= start < end < following <= len(line)
        assert line[start:end] == line[start:end].strip()


def sample() -> Document:
    """An article with two headings and two list items, of which the second goes on."""
    return document(
        "مقدمة قصيرة عن الحي القديم. ولها تتمة.",
        "## أسباب الترميم",
        "1. تقادم السور: تصدع السور في الشتاء. وخاف السكان.",
        "2. ضيق المدخل: وسعت البلدية المدخل.",
        "ومدت عتبة من حجر.",
        "بعد الافتتاح",
        "فقرة أخيرة.",
        headings=("## أسباب الترميم", "بعد الافتتاح"),
    )


def test_what_stands_under_a_heading_inherits_it() -> None:
    """A sentence knows the heading above it, and the run-in heading that its paragraph follows."""
    told = [
        (s.position, s.paragraph, s.heading and s.heading.text, s.lead and s.lead.text)
        for s in sample().sentences
    ]
    above = "أسباب الترميم"
    assert told == [
        (0, 0, None, None),
        (1, 0, None, None),
        (2, 2, above, "تقادم السور"),
        (3, 2, above, "تقادم السور"),
        (4, 3, above, "ضيق المدخل"),
        (5, 4, above, "ضيق المدخل"),
        (6, 6, "بعد الافتتاح", None),
    ]


def test_headings_are_kept_with_their_level() -> None:
    """A heading of its own line is of level one, without its marks; a run-in heading of level two."""
    assert headings_of(sample()) == [
        ("أسباب الترميم", 1),
        ("تقادم السور", 2),
        ("ضيق المدخل", 2),
        ("بعد الافتتاح", 1),
    ]


@given(mixed_texts, mixed_texts)
def test_every_anchor_of_a_document_resolves(one: str, other: str) -> None:
    """Each sentence and heading reads in the source exactly as its anchor says."""
    made = document(one, other, headings=(other,))
    anchors = [sentence.anchor for sentence in made.sentences] + [heading.anchor for heading in made.headings]
    for place in anchors:
        assert made.text[place.start : place.end] == place.text
        assert place.source == made.id


def test_a_document_keeps_what_is_said_of_its_source() -> None:
    """Path, grade and background go with the document."""
    made = document("نص.", path="b.txt", grade="B2", background=True)
    assert (made.path, made.grade, made.background) == ("b.txt", "B2", True)


def test_the_id_belongs_to_a_text_and_a_place() -> None:
    """The same article has the same id in every build; another text or a second article another one."""
    assert document_id("نص", 0) == document_id("نص", 0)
    assert len({document_id("نص", 0), document_id("نص", 7), document_id("نص.", 0)}) == 3
    assert re.fullmatch(r"[0-9a-f]{10}", document_id("نص", 0))
