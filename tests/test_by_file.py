"""Answers by file: a topic's questions go out, what somebody answered comes in, the next build hears it."""

import itertools
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief import by_file, config
from brief.errors import TopicError
from brief.judge import NAME, record
from brief.judge.answers import answered, points
from brief.judge.hearing import Hearing
from brief.judge.taken import Judge
from brief.listing import listing
from brief.pipeline import condense
from tests.judge.test_lines_judged import BODY, PAGE
from tests.topics import run
from tests.topics import topic as written

NOW = datetime(2024, 7, 1, 6, 0, 0, 5, tzinfo=UTC)
NADIA = Judge("Nadia")
VALUES = {
    "tells": "motives",
    "weight": "3",
    "same as": "-",
    "differs from": "-",
    "said by": "1",
    "stance": "oppose",
    "differ": "none",
    "article": "yes",
}
# Two articles on one matter.
ARTICLES = {
    "a.txt": """افتتاح حديقة النخيل
14 مارس 2019

افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق القديم بعد عامين من الأعمال التي عطلت حركة الزوار.
وتضم الحديقة 12 ملعبا للأطفال وممرا مظللا يصل بين المكتبة ومحطة الحافلات، وبلغت كلفتها 12 مليون دينار.
وقال مدير البلدية سعيد النجار: «إن الحديقة تستقبل ألفي زائر في اليوم منذ رفع السياج وإضاءة المدخل».
ورفض باعة السوق القديم قرار البلدية نقل أكشاكهم إلى الجهة الأخرى من الشارع قبل نهاية العام.
""",
    "b.txt": """حديقة في السوق القديم
15 مارس 2019

افتتحت بلدية النخيل حديقة جديدة عند مدخل السوق القديم بعد عامين من الأعمال، وتضم الحديقة 11 ملعبا للأطفال.
وقد ترتفع رسوم الدخول إلى الحديقة في العام المقبل إذا لم تكف موازنة البلدية لصيانة الملاعب والممرات.
ورحبت رابطة الأهالي بافتتاح الحديقة وطالبت البلدية بفتح حديقة أخرى في الحي الشمالي قبل الصيف.
""",
}


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """A small topic."""
    (tmp_path / "topic" / "notes").mkdir(parents=True)
    return written(tmp_path / "topic", ARTICLES)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The form of that topic."""
    folder = tmp_path_factory.mktemp("form")
    place = folder / "form.txt"
    by_file.export(written(folder / "topic", ARTICLES), place)
    return place.read_text("utf-8")


def fill(text: str, share: int = 1) -> str:
    """A form in which each blank whose line divides by `share` is filled."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = re.fullmatch(r"    ([a-z ]+?)( \(.*\))?( \[.*\])?: ", line)
        if found and number % share == 0:
            lines[number] = line + VALUES[found[1]]
    return "\n".join(lines)


def put(place: Path, text: str) -> Path:
    """A file with that text."""
    place.write_text(text, "utf-8")
    return place


def test_both_files_ask_all_that_is_open(tmp_path: Path, topic: Path) -> None:
    """They stand side by side, whichever is named, and ask as much as a build leaves open."""
    hearing = Hearing()
    condense(topic, config.load(topic), hearing=hearing)
    done = by_file.export(topic, tmp_path / "out.txt")
    assert [path.name for path in done.files] == ["out.jsonl", "out.txt"]
    names = [json.loads(line)["question"] for line in done.files[0].read_text("utf-8").splitlines()]
    assert set(names) == set(hearing.open)
    assert done.questions == len(names)
    assert done.files[1].read_text("utf-8").startswith("# brief judge: form 1\n")


def test_what_is_answered_counts_in_the_next_build(tmp_path: Path, topic: Path, exported: str) -> None:
    """The decisions bear name and time, nothing else is lost, and little is asked again."""
    taken = by_file.take(topic, put(tmp_path / "f.txt", fill(exported)), NADIA, NOW)
    kept = record.load(topic / NAME)
    assert kept
    assert {(one.judge, one.name, one.at) for one in kept} == {
        ("person", "Nadia", "2024-07-01T06:00:00+00:00")
    }
    assert not taken.faults
    assert not taken.strays
    hearing = Hearing(kept)
    condense(topic, config.load(topic), hearing=hearing)
    heard = hearing.decisions()
    assert taken.answers == sum(len(answered(one.answer)) for one in heard) > 20
    asked = sum(map(len, (points(one) for one in hearing.open.values())))
    assert taken.open <= asked


def test_the_same_file_twice_changes_nothing(tmp_path: Path, topic: Path, exported: str) -> None:
    """Neither an answer nor the time of one; a fresh answer of the same person does."""
    form = put(tmp_path / "f.txt", fill(exported))
    by_file.take(topic, form, NADIA, NOW)
    once = (topic / NAME).read_bytes()
    again = by_file.take(topic, form, NADIA, NOW.replace(year=2025))
    assert (topic / NAME).read_bytes() == once
    assert not again.strays
    by_file.take(
        topic,
        put(form, fill(exported).replace("\n    weight: 3", "\n    weight: 1", 1)),
        NADIA,
        NOW.replace(year=2025),
    )
    assert (topic / NAME).read_bytes() != once


def test_what_is_left_can_be_answered_later(tmp_path: Path, topic: Path, exported: str) -> None:
    """A second form asks only the rest, and its answers stand beside the first ones of the same question."""
    first = by_file.take(topic, put(tmp_path / "f.txt", fill(exported, 2)), NADIA, NOW)
    second = by_file.export(topic, tmp_path / "rest.txt")
    assert first.open == second.answers
    rest = fill(second.files[1].read_text("utf-8"))
    done = by_file.take(topic, put(tmp_path / "r.txt", rest), NADIA, NOW)
    assert done.open < first.open
    assert not done.faults
    weights = [one for one in record.load(topic / NAME) if one.kind == "matters"]
    asked = sum(len(json.loads(line)["asked"]) for line in lines_of(topic, tmp_path) if '"matters"' in line)
    assert sum(len(answered(one.answer)) for one in weights) == asked


def test_a_form_of_all_shows_what_is_kept_and_left_empty_keeps_it(
    tmp_path: Path, topic: Path, exported: str
) -> None:
    """Whoever answered and whoever brings it back: not a byte is written, until a blank is filled."""
    put(topic / "c.txt", PAGE)
    form = by_file.export(topic, tmp_path / "f.txt").files[1]
    model, omar = Judge("m-1", "model"), Judge("Omar")
    by_file.take(topic, put(form, fill(form.read_text("utf-8"))), model, NOW)
    by_file.take(topic, put(form, fill(exported, 2)), NADIA, NOW)
    place = topic / NAME
    # Somebody may have sorted the file otherwise; that is no reason to write it anew.
    told = json.loads(place.read_bytes())
    place.write_text(json.dumps(told | {"decisions": told["decisions"][::-1]}), "utf-8")
    once = place.read_bytes()
    for each in by_file.export(topic, tmp_path / "all.txt", every=True).files:
        for judge in (NADIA, omar, model):
            done = by_file.take(topic, each, judge, NOW.replace(year=2025))
            assert (done.answers, done.faults, done.strays) == (0, (), ())
            assert place.read_bytes() == once
    text = (tmp_path / "all.txt").read_text("utf-8")
    assert {" ".join(one.split()) for one in re.findall(r"^    (.*\]): $", text, re.MULTILINE)} >= {
        "weight [3]",
        "tells [motives 0.9]",
        "stance (support oppose neutral mixed concerned none) [oppose]",
        "article (yes no) [yes]",
    }
    by_file.take(topic, put(form, text.replace("    weight [3]: ", "    weight [3]: 1", 1)), omar, NOW)
    changed = [one for one in record.load(place) if one.name == "Omar"]
    assert [one.kind for one in changed] == ["matters"]
    assert "weight [1]: " in by_file.export(topic, tmp_path / "b.txt", every=True).files[1].read_text("utf-8")


def lines_of(topic: Path, place: Path) -> list[str]:
    """All questions of a topic, answered or not."""
    done = by_file.export(topic, place / "all.jsonl", every=True)
    return done.files[0].read_text("utf-8").splitlines()


def test_answers_on_lines_do_not_cost_the_others(tmp_path: Path, topic: Path) -> None:
    """They change what an article holds, and all questions on it; what the form says counts all the same."""
    put(topic / "c.txt", PAGE)
    form = by_file.export(topic, tmp_path / "f.txt").files[1]
    assert "\n    article (yes no): \n" in form.read_text("utf-8")
    done = by_file.take(topic, put(form, fill(form.read_text("utf-8"))), NADIA, NOW)
    assert not done.faults
    assert not done.strays
    again = by_file.export(topic, tmp_path / "again.txt").files[1].read_text("utf-8")
    asked = re.findall(r"\] (.*)\n    (?:tells|weight)", again)
    assert not [line for line in BODY if any(one in line for one in asked)]
    assert (topic / NAME).read_bytes() == taken_again(topic, form)


def taken_again(topic: Path, form: Path) -> bytes:
    """The record after the same form came once more."""
    by_file.take(topic, form, NADIA, NOW)
    return (topic / NAME).read_bytes()


def test_two_people_and_a_model_are_kept_apart(tmp_path: Path, topic: Path, exported: str) -> None:
    """Each has decisions of its own; a person's goes before a model's."""
    form = put(tmp_path / "f.txt", fill(exported))
    for judge in (NADIA, Judge("Omar"), Judge("some-model", "model")):
        by_file.take(topic, form, judge, NOW)
    kept = record.load(topic / NAME)
    assert {(one.judge, one.name) for one in kept} == {
        ("person", "Nadia"),
        ("person", "Omar"),
        ("model", "some-model"),
    }


def test_two_people_who_differ_are_told(tmp_path: Path, topic: Path, exported: str) -> None:
    """The later answer counts, and a sentence says how many differ; a model's are no person's."""
    form = tmp_path / "f.txt"
    changed = fill(exported).replace("\n    weight: 3", "\n    weight: 1", 2)
    assert by_file.take(topic, put(form, fill(exported)), NADIA, NOW).otherwise == 0
    assert by_file.take(topic, form, Judge("Omar"), NOW).otherwise == 0
    assert by_file.take(topic, put(form, changed), Judge("m-1", "model"), NOW).otherwise == 0
    done = run("judge", "import", topic, form, "--by", "Omar")
    assert "2 answers differ from another person's; the later ones count.\n" in done.out
    again = by_file.export(topic, tmp_path / "all.txt", every=True).files[1].read_text("utf-8")
    assert again.count("weight [1]: ") == 2


def test_a_clock_that_was_ahead_costs_no_answer(tmp_path: Path, topic: Path, exported: str) -> None:
    """What a person says later counts, whatever day her first answer bears."""
    form = put(tmp_path / "f.txt", fill(exported))
    by_file.take(topic, form, NADIA, NOW.replace(year=2099))
    by_file.take(topic, put(form, fill(exported).replace("weight: 3", "weight: 1")), NADIA, NOW)
    again = by_file.export(topic, tmp_path / "all.txt", every=True).files[1].read_text("utf-8")
    assert "weight [1]: " in again
    assert "weight [3]: " not in again


def test_a_form_of_another_topic_is_told(tmp_path: Path, topic: Path, exported: str) -> None:
    """Nothing of it counts where no statement of it is in the topic."""
    count = itertools.count()
    text = re.sub(r"~\d+", lambda _: f"~{next(count):09}", fill(exported))
    done = by_file.take(topic, put(tmp_path / "f.txt", text), NADIA, NOW)
    assert done.answers == 0
    assert len(done.strays) > 10
    assert not (topic / NAME).exists()


REFUSED = {
    "another name": ("out.csv", "neither .jsonl nor .txt"),
    "the topic's folder": ("topic/out.txt", "read as an article"),
    "a folder in it": ("topic/notes/out.txt", "read as an article"),
    "a file that is there": ("there.txt", "there already"),
    "a file beside one": ("there.jsonl", "there already"),
    "no folder": ("none/out.txt", "none/out.jsonl: cannot be read or written"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_export_that_would_do_harm_is_refused(case: str, tmp_path: Path, topic: Path) -> None:
    """It would be read as an article, or write over answers; nothing is written then."""
    put(tmp_path / "there.txt", "answers")
    name, told = REFUSED[case]
    with pytest.raises(TopicError, match=told):
        by_file.export(topic, tmp_path / name)
    assert (tmp_path / "there.txt").read_text("utf-8") == "answers"
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(("out", ".part"))]


def test_a_file_that_is_no_form_is_refused(
    tmp_path: Path, topic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article, no text at all, no file, one without end: a sentence each, and nothing is kept."""
    form = tmp_path / "f.txt"
    for content, told in (
        (b"\xff\xfe\x00", "saved as UTF-8"),
        ("حديقة".encode(), "no form"),
        (b"", "no form"),
    ):
        form.write_bytes(content)
        with pytest.raises(TopicError, match=told):
            by_file.take(topic, form, NADIA, NOW)
    monkeypatch.setattr(by_file, "MOST_BYTES", 10)
    form.write_bytes(b"x" * 11)
    for path, told in (
        (form, "is larger than"),
        (tmp_path / "none.txt", "cannot be read"),
        (Path("/dev/zero"), "regular"),
    ):
        with pytest.raises(TopicError, match=told):
            by_file.take(topic, path, NADIA, NOW)
    assert not (topic / NAME).exists()


def test_what_was_judged_is_no_article(tmp_path: Path, topic: Path, exported: str) -> None:
    """The record in a topic's folder is none of its sources, even where brief.toml lists it."""
    put(topic / "brief.toml", f'[[source]]\nfile = "./{NAME}"\n')
    before = [one.name for one in listing(topic, config.load(topic))]
    by_file.take(topic, put(tmp_path / "f.txt", fill(exported, 3)), NADIA, NOW)
    assert (topic / NAME).exists()
    assert [one.name for one in listing(topic, config.load(topic))] == before == ["a.txt", "b.txt"]


def test_the_commands_tell_what_they_did(tmp_path: Path, topic: Path) -> None:
    """Paths and numbers on stdout, faults by their line on stderr, in the terminal's language."""
    place = tmp_path / "f.jsonl"
    done = run("judge", "export", topic, place)
    assert done.code == 0
    assert done.out.splitlines()[:2] == [str(place), str(place.with_suffix(".txt"))]
    form = place.with_suffix(".txt")
    text = fill(form.read_text("utf-8"), 2)
    put(form, f"{text}weight: 3\n")
    came = run("judge", "import", topic, form, "--by", " Nadia\n")
    assert (came.code, came.err) == (0, f"line {len(text.splitlines()) + 1}: is no line of a form.\n")
    assert re.fullmatch(r"\d+ answers taken\.\n1 line left out\.\n\d+ answers are wanted still\.\n", came.out)
    assert {one.name for one in record.load(topic / NAME)} == {"Nadia"}


def test_a_model_by_file_is_a_model(tmp_path: Path, topic: Path, exported: str) -> None:
    """--model says so; a name there must be, and a short one."""
    form = put(tmp_path / "f.txt", fill(exported))
    assert run("judge", "import", topic, form, "--by", "m-1", "--model").code == 0
    assert {(one.judge, one.name) for one in record.load(topic / NAME)} == {("model", "m-1")}
    for name in ("  ", "\u200f", "x" * 201):
        refused = run("judge", "import", topic, form, "--by", name)
        assert refused.code == 2
        assert refused.err.startswith("brief: --by: ")


def test_the_commands_speak_arabic(tmp_path: Path, topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults are told whole in the language of the terminal."""
    form = put(tmp_path / "f.txt", "# brief judge: form 1\n    weight: 3\n")
    monkeypatch.setenv("LANGUAGE", "ar")
    done = run("judge", "import", topic, form, "--by", "نادية")
    assert (done.code, done.err) == (0, "السطر 2: ليس من أسطر الاستمارة.\n")
    assert "لم يُؤخذ بأي جواب." in done.out
