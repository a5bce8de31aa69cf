"""Issues of a topic, one week after the other, as somebody at a terminal makes them."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from brief import approval, history, lock, shelf, stored
from brief.editions import previous
from brief.identity import digest
from brief.weeks import interval
from tests.topics import ROOT, Outcome, run

WEEKS = ROOT / "tests" / "weeks"
NOW = "2024-04-01T06:00+03:00"


def files(week: str) -> dict[str, bytes]:
    """The articles up to a week of tests/weeks, and their brief.toml without a date of issue."""
    found = {path.name: path.read_bytes() for path in sorted((WEEKS / week).iterdir())}
    lines = found["brief.toml"].decode().splitlines()
    settings = "\n".join(line for line in lines if not line.startswith("issued"))
    return {**found, "brief.toml": f'{settings}\n[weekly]\nformats = ["html"]\n'.encode()}


def bring(topic: Path, week: str) -> Path:
    """Put the articles up to a week into the topic."""
    topic.mkdir(exist_ok=True)
    for name, content in files(week).items():
        if not (topic / name).is_file() or (topic / name).read_bytes() != content:
            (topic / name).write_bytes(content)
    return topic


def weekly(place: Path, week: str, *options: str) -> Outcome:
    """`brief weekly` on the topic `port` in `place`."""
    with chdir(place):
        return run("weekly", "port", "--week", week, "--now", NOW, *options)


def outcome(place: Path) -> str:
    """What the last run came to, by the history."""
    return history.runs("port", place / "reports")[-1].outcome


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the issues of two weeks, made when each was over."""
    place = tmp_path_factory.mktemp("office")
    bring(place / "port", "first")
    done = weekly(place, "2024-W10")
    assert done.code == 0, done.err
    bring(place / "port", "second")
    done = weekly(place, "2024-W11")
    assert done.code == 0, done.err
    return place


def test_an_issue_covers_its_week_and_nothing_later(shelved: Path) -> None:
    """What is dated before the week is background, what is dated after it is not there."""
    record = json.loads((shelved / "reports" / "port" / "2024-W11" / "brief.json").read_text("utf-8"))
    assert record["period"] == {"start": "2024-03-11", "end": "2024-03-17"}
    assert record["issued"] == "2024-03-17"
    days = [source["published"] for source in record["sources"] if source["status"] == "used"]
    assert days
    assert max(days) <= "2024-03-17"


def test_the_history_counts_what_was_made_by_the_clock_of_the_machine(shelved: Path) -> None:
    """The time that a run is given is no time at which it ran, and the counts are those of the record."""
    first, second = history.runs("port", shelved / "reports")[:2]
    assert "2024-04-02" < first.started <= str(first.ended) <= second.started
    record = json.loads((shelved / "reports" / "port" / "2024-W10" / "brief.json").read_text("utf-8"))
    items = sum(len(section["items"]) for section in record["sections"])
    assert items
    assert first.counts == {"sources": len(record["sources"]), "items": items, "changes": 0}


def test_the_same_week_again_does_nothing(shelved: Path) -> None:
    """Nothing came in: the files stay as they are, to the second, and the history says so."""
    record = shelved / "reports" / "port" / "2024-W11" / "brief.json"
    before = record.stat()
    weekly(shelved, "2024-W11")
    assert outcome(shelved) == "unchanged"
    assert history.runs("port", shelved / "reports")[-1].counts == {}
    assert record.stat().st_mtime_ns == before.st_mtime_ns


def test_what_comes_in_late_makes_a_revision(tmp_path: Path) -> None:
    """The issue is made anew as a draft, and what stood there is kept as it was approved."""
    bring(tmp_path / "port", "first")
    weekly(tmp_path, "2024-W10")
    issue = tmp_path / "reports" / "port" / "2024-W10"
    assert run("approve", issue, "--by", "قسم التحليل").code == 0
    assert approval.state(issue) == "approved"
    late = "أعلنت هيئة الموانئ في 8 مارس 2024 أن السفن الكبيرة ستدخل الحوض الجديد ليلاً ونهاراً."
    (tmp_path / "port" / "inbox").mkdir()
    (tmp_path / "port" / "inbox" / "late.txt").write_text(
        f"2024-03-08\n{late}\n{late.replace('ليلاً ونهاراً', 'بمرافقة قاطرتين')}", "utf-8"
    )
    done = weekly(tmp_path, "2024-W10")
    assert done.code == 0, done.err
    assert outcome(tmp_path) == "revised"
    assert approval.state(issue) == "draft"
    (kept,) = shelf.revisions(issue)
    assert approval.state(kept) == "approved"
    edition = shelf.read(issue)
    assert edition is not None
    assert edition.revision == 2


def test_an_article_of_another_week_revises_nothing(shelved: Path) -> None:
    """An issue that comes out the same, to the letter, stays where it is."""
    issue = shelved / "reports" / "port" / "2024-W10"
    before = (issue / "brief.html").stat().st_mtime_ns
    (shelved / "port" / "much_later.txt").write_bytes((WEEKS / "third" / "06.txt").read_bytes())
    settings = shelved / "port" / "brief.toml"
    text = settings.read_text("utf-8")
    settings.write_text(f'{text}\n[[source]]\nfile = "much_later.txt"\ndate = "2024-05-30"\n', "utf-8")
    done = weekly(shelved, "2024-W10")
    assert done.code == 0, done.err
    assert outcome(shelved) == "unchanged"
    assert (issue / "brief.html").stat().st_mtime_ns == before


def test_days_that_were_not_over_are_told_again_when_they_are(tmp_path: Path) -> None:
    """The issue is dated by its newest article first, and by its last day as soon as nothing can come."""
    bring(tmp_path / "port", "first")
    issued = []
    for now in ("2024-03-09T06:00+03:00", "2024-03-10T06:00+03:00", NOW):
        done = weekly(tmp_path, "2024-W10", "--now", now)
        assert done.code == 0, done.err
        record = json.loads((tmp_path / "reports" / "port" / "2024-W10" / "brief.json").read_text("utf-8"))
        issued.append((record["issued"], outcome(tmp_path)))
    assert issued == [("2024-03-08", "made"), ("2024-03-08", "unchanged"), ("2024-03-10", "revised")]


def test_an_issue_that_lost_a_file_is_made_again(tmp_path: Path) -> None:
    """The same articles are no reason to leave it without its page."""
    bring(tmp_path / "port", "first")
    weekly(tmp_path, "2024-W10")
    page = tmp_path / "reports" / "port" / "2024-W10" / "brief.html"
    page.unlink()
    weekly(tmp_path, "2024-W10")
    assert outcome(tmp_path) == "revised"
    assert page.is_file()


@pytest.mark.parametrize(("empty", "there"), [("short", True), ("none", False)])
def test_a_week_without_news_says_so_or_gives_none(tmp_path: Path, empty: str, *, there: bool) -> None:
    """As brief.toml asks: a short issue that repeats nothing, or no issue."""
    bring(tmp_path / "port", "first")
    settings = tmp_path / "port" / "brief.toml"
    settings.write_text(f'{settings.read_text("utf-8")}empty = "{empty}"\n', "utf-8")
    weekly(tmp_path, "2024-W10")
    done = weekly(tmp_path, "2024-W12")
    assert done.code == 0, done.err
    issue = tmp_path / "reports" / "port" / "2024-W12"
    assert issue.is_dir() is there
    assert weekly(tmp_path, "2024-W12", "--timings").code == 0
    assert outcome(tmp_path) == ("unchanged" if there else "empty")
    if there:
        record = json.loads((issue / "brief.json").read_text("utf-8"))
        assert record["sections"] == []
        assert [note["kind"] for note in record["notes"]] == ["no_news"]
        assert "لم يرد" in (issue / "brief.html").read_text("utf-8")


PAGE = """<html lang="ar"><head><title>أعمال الدعم</title></head><body><article>
<h1>دعم الجسور في وادي النخيل</h1>
<p>بدأت دائرة الطرق دعم الجسور القديمة في وادي النخيل بعد فحص أجرته فرقها خلال الشتاء.</p>
<p>وتبلغ كلفة دعم الجسور القديمة في وادي النخيل {cost} مليون دينار، بحسب دائرة الطرق.</p>
<p>وقالت الدائرة إن الحركة على الطريق الجبلي ستبقى مفتوحة في اتجاه واحد حتى نهاية الأعمال.</p>
</article><footer><p>عدد القراء {readers}</p></footer></body></html>"""
ADDRESS = "https://news.example/bridges"


def publish_page(topic: Path, cost: int, readers: int) -> None:
    """What a fetch brought of a page that names no day."""
    record = stored.Stored(
        url=ADDRESS, final_url=ADDRESS, file=stored.file_name(ADDRESS, ".html"), media_type="text/html",
        charset="utf-8", status=200,
    )  # fmt: skip
    content = PAGE.format(cost=cost, readers=readers).encode()
    stored.keep(topic, structs.replace(record, digest=digest(content)), content)


def test_a_page_without_a_day_is_news_again_when_it_says_something_else(tmp_path: Path) -> None:
    """Its counter is none; a figure that was revised on it is told, also where nothing makes no issue."""
    topic = tmp_path / "port"
    topic.mkdir()
    (topic / "brief.toml").write_text(
        f'title = "جسور"\n[[source]]\nurl = "{ADDRESS}"\n[weekly]\nformats = ["html"]\nempty = "none"\n',
        "utf-8",
    )
    publish_page(topic, 30, 17)
    assert weekly(tmp_path, "2024-W10").code == 0
    assert outcome(tmp_path) == "made"
    publish_page(topic, 30, 90210)
    assert weekly(tmp_path, "2024-W11").code == 0
    assert outcome(tmp_path) == "empty"
    publish_page(topic, 45, 90999)
    assert weekly(tmp_path, "2024-W12").code == 0
    assert outcome(tmp_path) == "made"
    record = json.loads((tmp_path / "reports" / "port" / "2024-W12" / "brief.json").read_text("utf-8"))
    (revised,) = record["changes"]["figures"]
    assert (revised["before"]["value"], revised["after"]["value"]) == (30_000_000, 45_000_000)


def test_a_wrong_week_and_a_wrong_time_are_usage_errors(tmp_path: Path) -> None:
    """All say what to write instead, and end with code 2: no week, one that is to come, no time."""
    bring(tmp_path / "port", "first")
    for options in (("2024-W77",), ("2024-W20",), ("2024-W10", "--now", "tomorrow")):
        done = weekly(tmp_path, *options)
        assert done.code == 2
        assert "2024" in done.err


def test_two_folders_of_one_name_do_not_share_a_place(tmp_path: Path) -> None:
    """The second is refused while the first is there, and takes the place over where that was moved to it."""
    bring(tmp_path / "port", "first")
    assert weekly(tmp_path, "2024-W10").code == 0
    other = tmp_path / "other"
    other.mkdir()
    bring(other / "port", "second")
    with chdir(tmp_path):
        done = run("weekly", "other/port", "--week", "2024-W11", "--now", NOW)
    assert (done.code, "another folder of this name" in done.err) == (1, True)
    assert outcome(tmp_path) == "made"
    shutil.rmtree(tmp_path / "port")
    with chdir(tmp_path):
        done = run("weekly", "other/port", "--week", "2024-W11", "--now", NOW)
    assert done.code == 0, done.err


def test_a_month_tells_what_changed_since_the_last_month(tmp_path: Path) -> None:
    """Where weeks were made, too, the readers of months are told of months."""

    def put(name: str, end: str) -> None:
        folder = tmp_path / "reports" / "port" / name
        folder.mkdir(parents=True)
        edition = shelf.Edition(topic="port", issue=name, start=end, end=end, revision=1, inputs="")
        shelf.put(folder, edition)

    put("2024-02", "2024-02-29")
    put("2024-W13", "2024-03-31")
    with chdir(tmp_path):
        asked = ("2024-04", "2024-W14", "2024-04-02/2024-04-05")
        found = [previous("port", interval(name, "monday")) for name in asked]
    assert [folder.name for folder in found if folder] == ["2024-02", "2024-W13", "2024-W13"]


@pytest.mark.slow
def test_runs_that_are_killed_leave_whole_issues(tmp_path: Path) -> None:
    """Runs killed at any moment: each issue in its place is whole, and the next run goes on."""
    topic = bring(tmp_path / "port", "first")
    issue = tmp_path / "reports" / "port" / "2024-W10"
    command = [sys.executable, "-m", "brief", "weekly", "port", "--week", "2024-W10", "--now", NOW]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    began = time.monotonic()
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    most = 1.3 * (time.monotonic() - began)  # some runs come to their end, beside whatever else runs
    moments = random.Random(7)  # noqa: S311 - moments to kill at, the same in every run
    wholes, kills, ended = {shelf.fingerprint(issue)}, 0, 0
    while kills < 60:
        line = f"زار {ended + 3} سفينة الميناء في 8 مارس 2024 بعد فتح الممر الشمالي أمام الملاحة."
        (topic / "port_calls.txt").write_text(f"2024-03-08\n{line}\n{line}", "utf-8")
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(timeout=moments.uniform(0.1, most))
            ended += 1  # there is something new for the next run
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        if issue.is_dir():
            assert shelf.read(issue) is not None
            assert (issue / "brief.html").is_file()
            wholes.add(shelf.fingerprint(issue))
    assert len(wholes) > 1
    sys.stdout.write(json.dumps({"kills": kills, "whole issues": len(wholes)}) + "\n")
    done = weekly(tmp_path, "2024-W10")
    assert done.code == 0, done.err
    checked = run("check", issue)
    assert checked.code == 0, checked.err
    edition = shelf.read(issue)
    assert edition is not None
    assert len(shelf.revisions(issue)) == edition.revision - 1
    # What is in its place was once made whole: as many states as revisions, and nothing between them.
    assert len(wholes | {shelf.fingerprint(issue)}) == edition.revision


def test_a_full_disk_is_a_sentence_and_leaves_the_issue(tmp_path: Path) -> None:
    """What was there stands to the letter, nothing half written lies about, and the next run makes it."""
    bring(tmp_path / "port", "first")
    assert weekly(tmp_path, "2024-W10").code == 0
    bring(tmp_path / "port", "third")
    settings = tmp_path / "port" / "brief.toml"
    settings.write_text(settings.read_text("utf-8").replace("توسعة", "توسيع"), "utf-8")
    issue = tmp_path / "reports" / "port" / "2024-W10"
    before = shelf.files(issue)
    full = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); from brief.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", full, "weekly", "port", "--week", "2024-W10", "--now", NOW],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "mend that and run the command again" in done.stderr
    assert shelf.files(issue) == before
    assert not list(issue.parent.glob(".2024*"))
    assert weekly(tmp_path, "2024-W10").code == 0
    assert outcome(tmp_path) == "revised"


@pytest.mark.parametrize(
    "options",
    [
        ("--now", "0001-01-01"),
        ("--now", "9999-12-31T23:59-12:00"),
        ("--now", ""),
        ("--week", "0001-W01"),
    ],
)
def test_the_ends_of_the_calendar_are_no_times(tmp_path: Path, options: tuple[str, str]) -> None:
    """They are wrong usage, not a crash of the clock."""
    bring(tmp_path / "port", "first")
    with chdir(tmp_path):
        done = run("weekly", "port", *options)
    assert done.code == 2, done.err
    assert f"'{options[1]}'" in done.err


def test_an_inbox_that_leads_to_itself_is_set_aside(tmp_path: Path) -> None:
    """The issue is made without it, and its note says so."""
    topic = bring(tmp_path / "port", "first")
    (topic / "inbox").symlink_to(topic / "inbox")
    assert weekly(tmp_path, "2024-W10").code == 0
    record = json.loads((tmp_path / "reports" / "port" / "2024-W10" / "brief.json").read_text("utf-8"))
    assert [one["status"] for one in record["sources"] if one["path"] == "inbox"] == ["set_aside"]


def test_a_run_that_comes_while_another_is_at_work_says_so_in_the_history(tmp_path: Path) -> None:
    """It makes nothing and leaves its line; the run that is at work is the last one that counts."""
    (tmp_path / "port").mkdir()
    reports = tmp_path / "reports"
    with chdir(tmp_path):
        shelf.claimed(tmp_path / "port")
    with lock.alone(reports / "port" / shelf.LOCK, datetime(2024, 3, 11, tzinfo=UTC)):
        done = weekly(tmp_path, "2024-W10")
    assert (done.code, str(os.getpid()) in done.err) == (1, True)
    (found,) = history.runs("port", reports)
    assert (found.outcome, found.exit_code, found.ended is not None) == ("busy", 1, True)
    assert str(os.getpid()) in str(found.error)
