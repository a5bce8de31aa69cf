"""The doubtful lines of an article before a judge: what is asked, what an answer moves, what it cannot."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from brief import config
from brief.build import Request, build
from brief.check import check
from brief.check.derived import prove_derived
from brief.check.issue import open_issue
from brief.clean import clean
from brief.clean.reasons import Reason
from brief.collect import collect
from brief.judge import NAME, record
from brief.judge.answers import Decision
from brief.judge.hearing import Hearing
from brief.judge.questions import Answer, BodyOf, Choice, Kept, digest, kind_of
from brief.judged_lines import as_judged
from brief.judging import Bench
from brief.kept import Store
from brief.model import Article, Document, Source
from brief.report import sources_report
from brief.segment import segment
from tests.builders import ARABIC
from tests.topics import topic

AD = "مصنع الألبان يفتح فرعا في الميناء"
CREDIT = "المصدر: التقرير السنوي لهيئة السدود في النخيل"
BODY = (
    "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بعد عامين من الأعمال التي عطلت الزوار.",
    "وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين المكتبة ومحطة الحافلات، وبلغت كلفتها 12 مليون دينار.",
    "وقال مدير البلدية سعيد النجار إن الحديقة تستقبل ألفي زائر في اليوم منذ رفع السياج وإضاءة المدخل.",
    "وكانت البلدية قد وعدت بفتح الحديقة في الربيع الماضي ثم أجلت الموعد مرتين بسبب الأمطار ونقص العمال.",
)
HEAD = ("حديقة جديدة في حي النخيل", "14 مارس 2019")
PAGE = "\n".join((*HEAD, *BODY[:2], AD, BODY[2], CREDIT, BODY[3]))
# What the rules make of it, and what is right.
READ = (*BODY[:2], AD, *BODY[2:])
RIGHT = (*BODY[:3], CREDIT, BODY[3])


def article_of(text: str = PAGE) -> Article:
    """The only article of a page."""
    (made,) = clean(Source(path="a.txt", text=text), ARABIC)
    return made


def texts(made: Article | Document) -> tuple[str, ...]:
    """The lines of an article."""
    text = made.source.text if isinstance(made, Article) else made.text
    return tuple(text[line.start : line.end] for line in made.lines)


def asked_of(made: Article) -> BodyOf:
    """The one question that is asked of an article."""
    hearing = Hearing()
    as_judged(made, hearing, ARABIC)
    (question,) = hearing.open.values()
    assert isinstance(question, BodyOf)
    return question


def decided(question: BodyOf, answer: Answer) -> Decision:
    """A decision of a model on a question."""
    return Decision(
        question=digest(question),
        kind=kind_of(question),
        judge="model",
        name="m",
        at="2026-01-01T00:00:00Z",
        answer=answer,
    )


def answered(question: BodyOf, lines: dict[str, bool]) -> Decision:
    """A decision on the lines with these words."""
    return decided(
        question, Kept({one.number: lines[one.text] for one in question.statements if one.text in lines})
    )


RIGHTLY = {AD: False, CREDIT: True}


def test_the_rules_stand_where_nobody_answers() -> None:
    """Without a judge nothing is made; with one who says nothing the article is as the rules read it."""
    made = article_of()
    assert as_judged(made, None, ARABIC) is made
    assert texts(made) == READ
    hearing = Hearing()
    assert as_judged(made, hearing, ARABIC) == made
    assert len(hearing.open) == 1


def test_one_question_asks_about_the_doubtful_lines_of_a_document() -> None:
    """They stand in order among two rows before and after each, with their places; the rest is not told."""
    question = asked_of(article_of())
    document = segment(article_of(), ARABIC)
    told = {one.number: one for one in question.statements}
    assert [told[number].text for number in question.asked] == [AD, CREDIT]
    assert question.read == Kept(dict(zip(question.asked, (True, False), strict=True)))
    assert [one.number for one in question.statements] == list(range(len(told)))
    assert [one.text for one in question.statements] == [*BODY[:2], AD, BODY[2], CREDIT, BODY[3]]
    assert {one.source for one in question.statements} == {document.id}
    assert all(document.text[one.start : one.end] == one.text for one in question.statements)
    assert question.title == HEAD[0]


def test_a_long_neighbour_shows_how_it_opens() -> None:
    """What only stands beside a doubtful line is cut after 25 words; its place is that of the words."""
    long = " ".join([*BODY[1].removesuffix(".").split(), "وفيها مقاعد", *BODY[3].split()])
    question = asked_of(article_of(PAGE.replace(BODY[1], long)))
    (one,) = (one for one in question.statements if one.text.startswith("وتضم"))
    assert one.text == " ".join(long.split()[:25])
    assert one.end - one.start == len(one.text)


def test_an_answer_moves_lines_either_way() -> None:
    """A line of the page comes into the article, and one of the article goes to the page, for its reason."""
    made = article_of()
    told = as_judged(made, Hearing([answered(asked_of(made), RIGHTLY)]), ARABIC)
    assert texts(told) == RIGHT
    reasons = {told.source.text[one.start : one.end]: one.reason for one in told.furniture}
    assert reasons[AD] == Reason.JUDGED
    assert CREDIT not in reasons


def test_an_answer_to_half_of_a_question_leaves_the_rest_to_the_rules() -> None:
    """Lines of which nothing is said, and lines that nobody asked about, stay where they are."""
    made = article_of()
    question = asked_of(made)
    sure = next(one.number for one in question.statements if one.number not in question.asked)
    partly = decided(question, Kept({question.asked[0]: False, sure: False, 99: True}))
    hearing = Hearing([partly])
    assert texts(as_judged(made, hearing, ARABIC)) == BODY
    assert digest(question) in hearing.open


@pytest.mark.parametrize("answer", [Kept({}), Kept({7: False}), Choice(0)])
def test_what_answers_nothing_moves_nothing(answer: Answer) -> None:
    """An empty answer, one about other lines, and one to another kind of question leave all as it is."""
    made = article_of()
    assert as_judged(made, Hearing([decided(asked_of(made), answer)]), ARABIC) == made


def test_no_answer_empties_an_article() -> None:
    """Where all lines of an article are doubtful it is not for the judge to throw it away."""
    made = article_of("عاد سوق الخضار إلى الحي بعد غياب طويل.")
    question = asked_of(made)
    hearing = Hearing([decided(question, Kept(dict.fromkeys(question.asked, False)))])
    assert question.asked
    assert as_judged(made, hearing, ARABIC) == made


def test_a_kept_answer_names_the_document_of_the_issue() -> None:
    """An article that begins elsewhere for an answer has another id: the decision bears that one."""
    opening = "مراسل الحي في النخيل."
    made = article_of("\n".join((*HEAD, opening, *BODY)))
    assert texts(made)[0] == opening
    question = asked_of(made)
    hearing = Hearing([answered(question, {opening: False})])
    document = segment(as_judged(made, hearing, ARABIC), ARABIC)
    (decision,) = hearing.decisions()
    assert texts(document) == BODY
    assert {one.source for one in decision.about} == {document.id} != {question.statements[0].source}


def test_background_is_not_asked_about() -> None:
    """What the analyst calls background only explains."""
    (made,) = clean(Source(path="a.txt", text=PAGE, background=True), ARABIC)
    hearing = Hearing()
    assert as_judged(made, hearing, ARABIC) is made
    assert not hearing.open


def test_what_is_kept_of_a_file_is_what_the_rules_read(tmp_path: Path) -> None:
    """The answer is applied to what the store holds, never stored: without it the rules' lines are back."""
    folder, store = topic(tmp_path / "t", {"a.txt": PAGE}), Store(tmp_path / ".cache")
    decision = answered(asked_of(article_of()), RIGHTLY)
    for decisions, lines in (((decision,), RIGHT), ((), READ), ((decision,), RIGHT)):
        hearing = Hearing(decisions)
        (document,) = collect(folder, config.load(folder), ARABIC, store, hearing=hearing).documents
        assert texts(document) == lines


def decisions_on(pages: Iterable[str]) -> tuple[Decision, ...]:
    """What is right of each of these pages."""
    return tuple(answered(asked_of(article_of(text)), RIGHTLY) for text in pages)


def test_the_reports_tell_lines_as_they_were_judged(tmp_path: Path) -> None:
    """What is kept of a topic's answers holds for `brief sources`, too."""
    folder = topic(tmp_path / "t", {"a.txt": PAGE})
    (folder / NAME).write_bytes(record.content(decisions_on([PAGE])))
    told = sources_report(folder)
    assert f"{Reason.JUDGED}: {AD}" in told
    assert CREDIT not in told


def test_an_issue_with_moved_lines_passes_the_check(tmp_path: Path) -> None:
    """The record holds the lines as they were judged, the other files agree, and the gate proves them."""
    folder = topic(tmp_path / "t", {"a.txt": PAGE})
    bench = Bench(kept=decisions_on([PAGE]))
    build(
        Request(folder, out=tmp_path / "out", issued="2019-03-20", formats=("html",)),
        lambda _stage: None,
        seat=lambda _topic: bench,
    )
    assert check(tmp_path / "out") == ()
    issue = open_issue(tmp_path / "out")
    assert not list(prove_derived(issue))
    (entry,) = issue.brief.sources
    text = issue.texts[entry.place] or ""
    assert tuple(text[line.start : line.end] for line in entry.lines) == RIGHT
    assert {text[one.start : one.end] for one in entry.removed if one.reason == Reason.JUDGED} == {AD}
