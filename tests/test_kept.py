"""Results kept by content: found again, made again where anything changed, and never an error."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import collect, kept
from brief.config import Budget, SourceSettings, Topic
from brief.errors import SourceError
from brief.extract import extract, extracted
from brief.kept import MEMO, RUNS, Store
from brief.model import Brief
from brief.outputs import record
from brief.pipeline import condense
from brief.read import read
from brief.spread import Hands
from tests.builders import ARABIC, document
from tests.test_pipeline import FILES, folder

TEXT = "افتتحت البلدية حديقة بكلفة 40 ألف دينار. ورحبت نقابة الباعة بالقرار، وقال رئيسها: «هذا ما أردناه»."

NEW = """مصنع الزجاج يوظف عمالا جددا
15 مارس 2019
وظف مصنع الزجاج في المنطقة الصناعية 300 عامل هذا الأسبوع بعد أن حصل على عقد لتوريد القوارير إلى شركة المياه.
وقال مدير المصنع إن الإنتاج سيرتفع إلى الضعف خلال عامين، وإن الأفران الجديدة ستعمل بالغاز الطبيعي.
"""


@pytest.fixture(autouse=True)
def _one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program stays what it is while a test runs, whoever is writing it."""
    monkeypatch.setattr(kept, "program", lambda _digests: "one")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / ".cache")


def results(place: Path) -> list[Path]:
    """The files of results in a store's folder."""
    return sorted(path for path in place.iterdir() if len(path.name) == 64)


def made(topic: Path, place: Path | None, settings: Topic | None = None) -> bytes:
    """The bytes of brief.json, condensed with a store in a folder."""
    store = Store(place)
    brief, _ = condense(topic, settings or Topic(), store=store)
    store.close()
    return record.write(brief).content


def test_what_was_put_is_found(store: Store) -> None:
    """By another store in the same folder, too; other kinds and other content have other names."""
    key = store.key("words", ("a", 1))
    store.put(key, ("ب", 2.5))
    assert store.find(key, tuple[str, float]) == ("ب", 2.5)
    again = Store(store._folder)
    assert again.has(again.key("words", ("a", 1)))
    assert not again.has(again.key("words", ("a", 2)))
    assert not again.has(again.key("other", ("a", 1)))


@given(members=st.frozensets(st.text("abcdef", min_size=1), max_size=9))
def test_a_set_has_one_name(tmp_path_factory: pytest.TempPathFactory, members: frozenset[str]) -> None:
    """In whatever order its members come."""
    store = Store(tmp_path_factory.getbasetemp() / "one")
    assert store.key("set", members) == store.key("set", frozenset(sorted(members, reverse=True)))


def test_without_a_folder_nothing_is_kept() -> None:
    """And nothing is written anywhere."""
    none = Store()
    key = none.key("words", "a")
    none.put(key, 1)
    none.close()
    assert (key, none.has(key), none.find(key, int), none.keeps) == (None, False, None, False)


@pytest.mark.parametrize("broken", [b"", b"\x78\x9c half", b"no result at all" * 100])
def test_a_broken_result_is_none(store: Store, broken: bytes) -> None:
    """It is made again, whatever became of its file."""
    key = store.key("words", "a")
    assert key
    store.put(key, ["x" * 100])
    (path,) = results(store._folder or Path())
    path.write_bytes(broken)
    assert store.find(key, list[str]) is None
    store.put(key, ["x"])
    path.write_bytes(path.read_bytes()[:-1])
    assert store.find(key, list[str]) is None


def test_a_result_of_another_make_is_none(store: Store) -> None:
    """What cannot be read as what is wanted is made again."""
    key = store.key("words", "a")
    store.put(key, {"a": 1})
    assert store.find(key, list[str]) is None


def test_what_is_no_text_is_not_kept(store: Store) -> None:
    """A name or a text that UTF-8 cannot write is a reason to do it again, not to fail."""
    assert store.key("words", "\udc80") is None
    key = store.key("words", "a")
    store.put(key, "\udc80")
    assert not store.has(key)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A full or a closed disk costs time, nothing else."""
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file")
    store.put(store.key("words", "a"), 1)
    store.close()
    assert not store.has(store.key("words", "a"))


def test_what_many_runs_did_not_ask_for_goes(tmp_path: Path) -> None:
    """What they asked for stays, and what a run that was killed left is taken up."""
    place = tmp_path / ".cache"
    first = Store(place)
    for name in ("often", "once"):
        first.put(first.key("words", name), name)
    for _ in range(RUNS):
        run = Store(place)
        assert run.find(run.key("words", "often"), str) == "often"
        assert run.has(Store(place).key("words", "once"))
        run.close()
    last = Store(place)
    last.key("words", "often")
    last.close()
    assert len(results(place)) == 1
    assert last.find(last.key("words", "often"), str) == "often"


def test_a_lost_count_of_runs_loses_no_result(tmp_path: Path) -> None:
    """Nor does half a file that was never finished stay."""
    place = tmp_path / ".cache"
    first = Store(place)
    first.put(first.key("words", "a"), 1)
    first.close()
    (place / "runs").write_bytes(b"\x00")
    (place / ".part-x").write_bytes(b"half")
    Store(place).close()
    assert len(results(place)) == 1
    assert not (place / ".part-x").exists()


@pytest.mark.parametrize("background", [False, True])
def test_evidence_is_kept_whole(store: Store, *, background: bool) -> None:
    """What is found again is what is made anew; one entry serves an article as news and as background."""
    told = document("1. السوق: " + TEXT, TEXT.replace("40", "50"), path="a.txt", background=background)
    news = document("1. السوق: " + TEXT, TEXT.replace("40", "50"), path="a.txt")
    with Hands(1) as hands:
        (first,) = extracted([news], ARABIC, hands, store)
        (found,) = extracted([told], ARABIC, hands, store)
    assert first == extract(news, ARABIC)
    assert found == extract(told, ARABIC)
    assert found.document is told
    assert any(one.sentence is told.sentences[0] for one in found.statements)
    assert len(results(store._folder or Path())) == 1


def test_a_lost_result_is_made_again(store: Store) -> None:
    """Also where its file is there and nothing can be read of it."""
    told = document(TEXT, path="a.txt")
    with Hands(1) as hands:
        (first,) = extracted([told], ARABIC, hands, store)
        (path,) = results(store._folder or Path())
        path.write_bytes(b"broken")
        assert list(extracted([told], ARABIC, hands, store)) == [first]
    assert path.read_bytes() != b"broken"


def test_a_store_changes_nothing_in_a_brief(tmp_path: Path) -> None:
    """Without one, with an empty one and with a full one brief.json is the same to the byte."""
    topic = folder(tmp_path / "park", {**FILES, "c.xls": "x", "d.txt": "الرئيسية\nتسجيل الدخول\n"})
    plain = made(topic, None)
    assert [made(topic, tmp_path / ".cache") for _ in range(2)] == [plain, plain]
    assert made(topic, tmp_path / ".cache", Topic(title="x")) == made(topic, None, Topic(title="x"))


def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often files are read, documents looked through and all of them merged, from now on."""
    from brief import extract, offered  # noqa: PLC0415 - what is counted is put in their place

    calls: dict[str, int] = {"read": 0, "extract": 0, "merge": 0}
    for module, name, stage in (
        (collect, "read", "read"),
        (extract, "extract", "extract"),
        (offered, "pool", "merge"),
    ):
        monkeypatch.setattr(module, name, _counting(getattr(module, name), stage, calls))
    return calls


def _counting(work: object, stage: str, calls: dict[str, int]) -> object:
    def counting(*given: object, **named: object) -> object:
        calls[stage] += 1
        return work(*given, **named)  # type: ignore[operator]

    return counting


def test_only_what_changed_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new article, a changed one, and what is said of one."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"
    made(topic, place)
    calls = counted(monkeypatch)
    made(topic, place)
    made(topic, place, Topic(budget=Budget(items=3)))
    assert calls == {"read": 0, "extract": 0, "merge": 0}
    (topic / "c.txt").write_text(NEW, "utf-8")
    made(topic, place)
    assert calls == {"read": 1, "extract": 1, "merge": 1}
    (topic / "c.txt").write_text(NEW.replace("300", "420"), "utf-8")
    said = made(topic, place)
    assert calls == {"read": 2, "extract": 2, "merge": 2}
    assert "420" in said.decode()
    made(topic, place, Topic(source=(SourceSettings(file="a.txt", date="2019-03-15"),)))
    assert calls == {"read": 3, "extract": 3, "merge": 3}


def test_another_program_makes_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other code, words or libraries give other results, so that none of the old ones is taken."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"
    first = made(topic, place)
    monkeypatch.setattr(kept, "program", lambda _digests: "another")
    calls = counted(monkeypatch)
    assert made(topic, place) == first
    assert calls == {"read": 2, "extract": 2, "merge": 1}


def test_a_link_is_followed_each_time(tmp_path: Path) -> None:
    """What led to a file of the topic is set aside once it leads out of it, though the words are the same."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"
    (topic / "c.txt").symlink_to("b.txt")
    made(topic, place)
    outside = tmp_path / "b.txt"
    outside.write_bytes((topic / "b.txt").read_bytes())
    (topic / "c.txt").unlink()
    (topic / "c.txt").symlink_to(outside)
    assert made(topic, place) == made(topic, None)


def test_what_may_pass_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the machine had no time for is tried again at the next run."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"
    right = read

    def busy(name: str, *given: object) -> object:
        if name == "b.txt":
            raise SourceError("takes more time or memory to read than any article.", "large")
        return right(name, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(collect, "read", busy)
    made(topic, place)
    monkeypatch.setattr(collect, "read", right)
    assert made(topic, place) == made(topic, None)


def test_the_memo_of_files_may_be_lost(tmp_path: Path) -> None:
    """It is made again, and nothing else."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"
    first = made(topic, place)
    (place / MEMO).write_bytes(b"\x00 no memo")
    assert made(topic, place) == first


def test_a_result_holds_all_of_a_brief(tmp_path: Path) -> None:
    """Every figure, event and doubt that is kept comes back equal, not only printed alike."""
    topic, place = folder(tmp_path / "park", FILES), tmp_path / ".cache"

    def brief() -> Brief:
        return condense(topic, Topic(), store=Store(place))[0]

    assert brief() == brief() == condense(topic, Topic())[0]
