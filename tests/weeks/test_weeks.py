"""Three weeks of a port that is made larger: what changed from one to the next, line by line."""

import json
import re
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from brief import config, publish, themes
from brief.build import Made, fill
from brief.changes import Earlier, told_since
from brief.check import Finding
from brief.model import Changes
from brief.outputs import record
from brief.pipeline import condense
from brief.weekly import counts

WEEKS = ("first", "second", "third")
FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An issue of each week, told since the one before it; none is published that does not hold."""
    root, before = tmp_path_factory.mktemp("port"), None
    made = {}
    for week in WEEKS:
        folder = FOLDER / week
        brief, texts = condense(folder, config.load(folder))
        if before is not None:
            brief, texts = told_since(brief, texts, Earlier.read(before))
        target = root / week
        with publish.staging(target) as staged:
            found = fill(
                staged, Made(brief, texts, themes.load("modern")), ("json", "html", "md"), lambda _stage: None
            )
            assert found == (), told(found)
            publish.publish(staged, target)
        made[week] = before = target
    return made


def told(found: tuple[Finding, ...]) -> str:
    """What a check found, a line each."""
    return "\n".join(one.told for one in found)


def changes(folder: Path) -> Changes | None:
    """What an issue says has changed."""
    return record.load(folder / "brief.json").changes


def page(folder: Path) -> str:
    """The words of an issue's page, its markup left out."""
    text = (folder / "brief.html").read_text("utf-8").split("</head>")[1]
    return " ".join(re.sub(r"<[^>]+>|[\u2060\u00a0]", " ", text).split())


def test_the_history_counts_every_change(issues: dict[str, Path]) -> None:
    """As many as the record holds of all kinds."""
    folder = issues["third"]
    kinds = json.loads((folder / "brief.json").read_text("utf-8"))["changes"]
    told = sum(len(kind) for name, kind in kinds.items() if name != "since")
    assert counts(record.load(folder / "brief.json"))["changes"] == told > 0


def test_the_first_issue_is_compared_with_none(issues: dict[str, Path]) -> None:
    """There is neither a box nor a part."""
    assert changes(issues["first"]) is None
    assert "ما الذي تغيّر" not in page(issues["first"])


def test_a_week_with_nothing_new_says_so(issues: dict[str, Path]) -> None:
    """An article that came in again under another name is no news."""
    found = changes(issues["second"])
    assert found is not None
    assert found == Changes(since=found.since)
    assert (found.since.name, found.since.issued) == ("first", "2024-03-10")
    assert page(issues["second"]).count("لا جديد منذ عدد 10 مارس 2024.") == 2


def test_what_changed_in_the_third_week(issues: dict[str, Path]) -> None:
    """A figure, a conflict, a settled one, a date, a line withdrawn, one stronger, three that are new."""
    found = changes(issues["third"])
    assert found is not None
    [figure] = found.figures
    assert [figure.before.value, figure.after.value] == list(map(Decimal, (420_000_000, 480_000_000)))
    assert figure.before.anchor.text == "وتبلغ كلفة توسعة ميناء الريحان 420 مليون دولار"
    assert figure.after.anchor.text.startswith(
        "قالت هيئة الموانئ في 19 مارس 2024 إن كلفة توسعة ميناء الريحان"
    )
    [opened] = found.opened
    assert [account.text.split()[1] for account in opened.items] == ["خمس", "سبع"]
    [settled] = found.settled
    assert [account.text.split()[-2] for account in settled.doubt.items] == ["850", "650"]
    assert settled.fallen == (1,)
    [due] = found.due
    assert (due.date, due.item.text) == (
        "2024-03-20",
        "من المقرر أن تُفتح عروض المقاولين للمرحلة الثانية في 20 مارس 2024",
    )
    assert due.told is not None
    assert due.told.text.startswith("فتحت هيئة الموانئ في 20 مارس 2024 عروض المقاولين")
    [gone] = found.gone
    assert gone.item.text.startswith("اشترت الهيئة أربع رافعات عملاقة")
    assert gone.reason == "withdrawn"
    [strong] = found.strengthened
    assert strong.item.text.startswith("حذرت جمعية الصيادين من أن ردم الخليج الشمالي سيحرم 300 قارب")
    assert (strong.before, strong.now) == (1, 2)
    assert [(one.section, one.item.text) for one in found.new] == [
        ("outcomes", "من المقرر أن تعلن الهيئة اسم الشركة الفائزة في 15 أبريل 2024"),
        ("reactions", "دعت جمعية الصيادين إلى نشر دراسة الأثر البيئي قبل البدء"),
        ("reactions", "نفت الهيئة أن يؤدي ارتفاع الكلفة إلى تأخير تسليم الرصيف الشرقي"),
    ]


def test_the_page_tells_it_twice_in_short_and_in_full(issues: dict[str, Path]) -> None:
    """The box on the first page has the counts and four lines, the part has both passages of a figure."""
    text = page(issues["third"])
    assert text.count("الكلفة: من 420 مليون دولار إلى 480 مليون دولار") == 1
    assert "رقم واحد تغيّر · خلاف جديد · خلاف زال · موعد حلّ · بند لم يعد قائمًا · بند تأكّد أكثر" in text
    assert "من مصدر واحد إلى مصدرين" in text
    assert "لم يعد مصدره يقول ذلك" in text
    written = (issues["third"] / "brief.md").read_text("utf-8")
    assert written.count("ما الذي تغيّر") >= 3
    assert "من 420 مليون دولار إلى 480 مليون دولار" in written


def test_the_text_that_was_changed_is_kept_as_it_was(issues: dict[str, Path]) -> None:
    """What was withdrawn can still be read where it stood."""
    brief = record.load(issues["third"] / "brief.json")
    [kept] = [entry for entry in brief.sources if entry.earlier]
    assert (kept.path, kept.number, kept.earlier) == ("03.txt", 7, "second")
    assert (issues["third"] / kept.place).read_bytes() == (FOLDER / "second/03.txt").read_bytes()
    assert f'id="source-{kept.id}"' in (issues["third"] / "brief.html").read_text("utf-8")


def test_two_weeks_at_once_change_the_same(issues: dict[str, Path]) -> None:
    """Nothing happened in the second week: told since the first, the third is the same but for the name."""
    brief = record.load(issues["third"] / "brief.json")
    own = tuple(entry for entry in brief.sources if entry.earlier is None)
    texts = {
        entry.place: (issues["third"] / entry.place).read_bytes().decode() for entry in own if entry.is_kept
    }
    alone = msgspec.structs.replace(brief, changes=None, sources=own)
    again, _ = told_since(alone, texts, Earlier.read(issues["first"]))
    assert again.changes is not None
    assert brief.changes is not None
    assert msgspec.structs.replace(again.changes, since=brief.changes.since) == brief.changes
