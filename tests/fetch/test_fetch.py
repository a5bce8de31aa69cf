"""The addresses of a topic, from the network to copies beside it, and a build without a network."""

import json
import socket
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from brief import config
from brief.errors import TopicError
from brief.fetch import Network, Outcome, fetch
from brief.stored import load
from tests.fetch.sites import HTML, Naps, Reply, Site, network
from tests.topics import STRIKE, run, topic

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
NOON = datetime(2024, 6, 25, 15, 0, tzinfo=timezone(timedelta(hours=3)))


def listed(folder: Path, *urls: str, more: str = "") -> Path:
    """A topic whose brief.toml lists these addresses; this machine may be asked."""
    tables = "".join(f'[[source]]\nurl = "{url}"\n' for url in urls)
    settings = f'[fetch]\nallow_hosts = ["127.0.0.1"]\ntimeout = 5\n{more}\n{tables}'
    return topic(folder, {"brief.toml": settings})


def fetched(folder: Path, *, again: bool = False, net: Network | None = None) -> list[Outcome]:
    """What a fetch of the topic says."""
    return list(fetch(folder, config.load(folder), lambda: NOON, again=again, network=net or network()))


def copy(folder: Path, outcome: Outcome) -> bytes:
    """The bytes that are kept of an address."""
    return (folder / "fetched" / str(outcome.file)).read_bytes()


def test_a_copy_is_the_bytes_that_came(tmp_path: Path, site: Site) -> None:
    """The index tells where it was found, what the server said of it, and when."""
    body = b"<html><meta charset=utf-8>" + "مقال".encode("cp1256")
    site.routes["/a"] = Reply(status=302, headers={"Location": "/b"})
    headers = {"Content-Type": "text/html; charset=windows-1256", "ETag": '"7"'}
    site.routes["/b"] = Reply(body, headers=headers)
    folder = listed(tmp_path, f"{site.root}/a")
    (outcome,) = fetched(folder)
    assert (outcome.state, copy(folder, outcome)) == ("new", body)
    record = load(folder)[f"{site.root}/a"]
    assert (record.final_url, record.status, record.etag) == (f"{site.root}/b", 200, '"7"')
    assert (record.media_type, record.charset) == ("text/html", "windows-1256")
    assert record.fetched == "2024-06-25T12:00:00+00:00"
    assert outcome.file == record.file
    assert str(record.file).startswith("127.0.0.1-")
    assert str(record.file).endswith(".html")


def test_only_what_has_no_copy_is_asked_for(tmp_path: Path, site: Site) -> None:
    """A second run asks nothing; one `again` asks whether there is anything new."""
    site.routes["/a"] = Reply("one", headers={**TEXT, "ETag": '"1"', "Last-Modified": "Mon, 01 Jan 2024"})
    folder = listed(tmp_path, f"{site.root}/a")
    assert [outcome.state for outcome in fetched(folder)] == ["new"]
    before = len(site.asked)
    assert [outcome.state for outcome in fetched(folder)] == ["kept"]
    assert len(site.asked) == before
    site.routes["/a"] = Reply(status=304)
    assert [outcome.state for outcome in fetched(folder, again=True)] == ["unchanged"]
    asked = site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"1"', "Mon, 01 Jan 2024")
    site.routes["/a"] = Reply("two", headers=TEXT)
    (outcome,) = fetched(folder, again=True)
    assert (outcome.state, copy(folder, outcome)) == ("new", b"two")


def test_a_copy_that_was_mended_by_hand_is_kept_until_asked_for_again(tmp_path: Path, site: Site) -> None:
    """Neither a fetch nor a fault takes an analyst's changes; `again` fetches the whole page."""
    site.routes["/a"] = Reply("one", headers={**TEXT, "ETag": '"1"'})
    folder = listed(tmp_path, f"{site.root}/a")
    (outcome,) = fetched(folder)
    (folder / "fetched" / str(outcome.file)).write_bytes(b"mended")
    assert [outcome.state for outcome in fetched(folder)] == ["kept"]
    site.routes["/a"] = [Reply("", 500), Reply("one", headers=TEXT)]
    (failed,) = fetched(folder, again=True)
    assert copy(folder, failed) == b"mended"
    (outcome,) = fetched(folder, again=True)
    assert copy(folder, outcome) == b"one"
    assert "if-none-match" not in site.asked[-1][1]


def test_a_copy_outlives_a_later_fault(tmp_path: Path, site: Site) -> None:
    """A page that is gone is told, and its copy is read on."""
    site.routes["/a"] = Reply("one", headers=TEXT)
    folder = listed(tmp_path, f"{site.root}/a")
    fetched(folder)
    site.routes["/a"] = Reply("gone", 410)
    (outcome,) = fetched(folder, again=True)
    assert outcome.state == "failed"
    assert "status 410" in str(outcome.problem)
    assert copy(folder, outcome) == b"one"
    assert load(folder)[f"{site.root}/a"].fetched
    site.routes["/a"] = Reply("one", headers=TEXT)
    assert [outcome.state for outcome in fetched(folder, again=True)] == ["unchanged"]
    assert load(folder)[f"{site.root}/a"].problem is None


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply("", headers=TEXT), "is empty; mend"),
        (Reply(" \r\n", headers=HTML), "is empty"),
        (Reply(b"\x89PNG", headers={"Content-Type": "image/png"}), "image/png"),
        (Reply("x" * 3000, headers=TEXT), "larger than 2000 bytes"),
        (Reply("x", 500), "status 500"),
    ],
)
def test_one_bad_address_does_not_stop_the_others(
    tmp_path: Path, site: Site, reply: Reply, said: str
) -> None:
    """Its reason is told, the rest is fetched, and it is asked for again the next time."""
    site.routes |= {"/a": reply, "/b": Reply("fine", headers=TEXT)}
    folder = listed(tmp_path, f"{site.root}/a", f"{site.root}/b", more="max_bytes = 2000")
    bad, good = fetched(folder)
    assert (bad.state, bad.file, good.state) == ("failed", None, "new")
    assert said in str(bad.problem)
    fetched(folder)
    assert site.paths() == ["/a", "/b", "/a"]


def test_an_address_is_asked_once_however_often_it_is_listed(tmp_path: Path, site: Site) -> None:
    """Spellings of one address are one address."""
    site.routes["/a"] = Reply("x", headers=TEXT)
    folder = listed(tmp_path, f"{site.root}/a", f"{site.root}/a#part", f"HTTP://127.0.0.1:{site.port}/a")
    assert len(fetched(folder, again=True)) == 1
    assert site.paths() == ["/a"]


def test_private_machines_are_asked_only_by_name(tmp_path: Path, site: Site) -> None:
    """Without allow_hosts nothing of this machine is called, by number or by a name that stands for it."""
    text = '[[source]]\nurl = "http://127.0.0.1/a"\n[[source]]\nurl = "http://news.example/"\n'
    folder = topic(tmp_path, {"brief.toml": text})
    outcomes = fetched(folder, net=network({"news.example": [("127.0.0.1",)]}))
    assert [outcome.state for outcome in outcomes] == ["failed", "failed"]
    assert all("private or special machine" in str(outcome.problem) for outcome in outcomes)
    assert all(str(outcome.problem).startswith("leads to") for outcome in outcomes)
    assert not site.asked


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """The sentence names the folder."""
    with pytest.raises(TopicError, match="nowhere: there is no such folder"):
        fetched(tmp_path / "nowhere")


def test_pauses_are_kept_between_the_addresses_of_a_topic(tmp_path: Path, site: Site) -> None:
    """One visitor goes to all of them, so no site is asked twice in a second."""
    site.routes |= {path: Reply("x", headers=TEXT) for path in ("/a", "/b", "/c")}
    naps = Naps()
    fetched(
        listed(tmp_path, *(site.root + path for path in ("/a", "/b", "/c"))), net=network(naps=naps, pause=1)
    )
    assert [round(nap) for nap in naps] == [1, 1, 1]


def test_a_name_that_nobody_knows_is_said(tmp_path: Path) -> None:
    """The sentence is about the address, not about the rules of its site."""
    folder = topic(tmp_path, {"brief.toml": '[[source]]\nurl = "https://nobody.example/"\n'})
    (outcome,) = fetched(folder)
    assert str(outcome.problem).startswith("names a host that cannot be found")
    assert load(folder)["https://nobody.example/"].problem_kind == "no_host"


class Line(Exception):  # noqa: N818 - it is what must not happen, not an error of ours
    """Somebody wanted to use the network."""


@pytest.fixture
def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network."""

    def refuse(*_: object, **__: object) -> None:
        raise Line

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


def strike(site: Site, folder: Path) -> Path:
    """A topic of two addresses, one of them fetched."""
    site.routes["/a"] = Reply(STRIKE["agency.txt"], headers=TEXT)
    listed(folder, f"{site.root}/a")
    fetched(folder)
    return listed(folder, f"{site.root}/a", "https://news.example/later")


@pytest.mark.usefixtures("cut_off")
def test_a_machine_without_a_network_is_without_one() -> None:
    """The fixture of the next tests does what it says."""
    with pytest.raises(Line):
        socket.create_connection(("127.0.0.1", 9))


def test_a_build_reads_the_copies_and_no_network(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the same bytes, the copy's place and address in the record, the rest set aside."""
    folder = strike(site, tmp_path / "topic")

    def refuse(*_: object, **__: object) -> None:
        raise Line

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in ("one", "two"):
        done = run("build", folder, "--out", tmp_path / name, "--to", "json")
        assert done.code == 0, done.err
    one, two = ((tmp_path / name / "brief.json").read_bytes() for name in ("one", "two"))
    assert one == two
    used, aside = json.loads(one)["sources"]
    assert (used["status"], used["url"]) == ("used", f"{site.root}/a")
    assert used["path"].startswith("fetched/127.0.0.1-")
    assert (aside["status"], aside["reason_kind"]) == ("set_aside", "not_fetched")
    assert (aside["path"], aside["url"]) == ("https://news.example/later",) * 2
    assert "run `brief fetch TOPIC` with a network" in aside["reason"]


def test_a_build_does_not_even_know_how_to_fetch(tmp_path: Path, site: Site) -> None:
    """The modules that can ask the network are not loaded by a build."""
    import subprocess  # noqa: PLC0415 - only here a process of its own is needed
    import sys  # noqa: PLC0415 - see above

    folder = strike(site, tmp_path / "topic")
    program = (
        "import sys; from pathlib import Path; from brief import collect, config, language;"
        "folder = Path(sys.argv[1]); topic = config.load(folder);"
        "collect.collect(folder, topic, language.load('ar'));"
        "print(*[name for name in sys.modules if name.startswith('brief.fetch')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


def test_what_the_analyst_says_of_an_address_holds(tmp_path: Path, site: Site) -> None:
    """Publisher, date and grade of a url are those of its source in the brief."""
    folder = strike(site, tmp_path / "topic")
    settings = (folder / "brief.toml").read_text("utf-8")
    said = 'publisher = "وكالة"\ngrade = "B2"\ndate = "2023-03-15"\n'
    first = f'url = "{site.root}/a"\n'
    (folder / "brief.toml").write_text(settings.replace(first, first + said), "utf-8")
    assert run("build", folder, "--out", tmp_path / "out", "--to", "json").code == 0
    source = json.loads((tmp_path / "out" / "brief.json").read_bytes())["sources"][0]
    assert (source["publisher"], source["grade"], source["published"]) == ("وكالة", "B2", "2023-03-15")


def test_the_commands_say_what_they_did(tmp_path: Path, site: Site) -> None:
    """Copies on stdout, faults on stderr; code 1 only where nothing can be used."""
    site.routes["/a"] = Reply(STRIKE["agency.txt"], headers=TEXT)
    folder = listed(tmp_path / "topic", f"{site.root}/a", f"{site.root}/gone")
    done = run("fetch", folder)
    assert (done.code, done.out.count("\n"), done.err.count("\n")) == (0, 1, 1)
    assert done.out.startswith("new fetched/127.0.0.1-")
    assert done.err.startswith(f"brief: {site.root}/gone answers with status 404")
    listed(folder, f"{site.root}/gone")
    assert run("fetch", folder, "--again").code == 1
    empty = run("fetch", topic(tmp_path / "empty", {}))
    assert (empty.code, "lists no address" in empty.out) == (0, True)


def test_a_build_fetches_first_when_told_to(tmp_path: Path, site: Site) -> None:
    """`--fetch` asks for what has no copy yet, then builds; a fault is told and set aside."""
    site.routes["/a"] = Reply(STRIKE["agency.txt"], headers=TEXT)
    folder = listed(tmp_path / "topic", f"{site.root}/a", f"{site.root}/gone")
    done = run("build", folder, "--fetch", "--out", tmp_path / "out", "--to", "json")
    assert (done.code, done.out.strip()) == (0, str(tmp_path / "out"))
    assert "status 404" in done.err
    used, aside = json.loads((tmp_path / "out" / "brief.json").read_bytes())["sources"]
    assert (used["status"], aside["status"], aside["reason_kind"]) == ("used", "set_aside", "unreachable")


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, site: Site) -> None:
    """What was told is stored, so the next run asks for the rest only."""
    site.routes |= {path: Reply("x", headers=TEXT) for path in ("/a", "/b")}
    folder = listed(tmp_path, f"{site.root}/a", f"{site.root}/b")
    running = fetch(folder, config.load(folder), lambda: datetime.now(UTC), network=network())
    assert next(iter(running)).state == "new"
    assert [outcome.state for outcome in fetched(folder)] == ["kept", "new"]
    assert site.paths() == ["/a", "/b"]


def feed(*entries: tuple[str, str, str]) -> Reply:
    """A feed of entries: link, day of June 2024, and what the entry says."""
    items = "".join(
        f"<item><title>خبر</title><link>{link}</link><pubDate>{day} Jun 2024 08:00:00 GMT</pubDate>"
        f"<description>{said}</description></item>"
        for link, day, said in entries
    )
    content = f'<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة</title>{items}</channel></rss>'
    return Reply(content, headers={"Content-Type": "application/rss+xml; charset=utf-8"})


TEASER = "موجز قصير من سطر واحد."


def test_teasers_of_a_feed_are_followed_newest_first(tmp_path: Path, site: Site) -> None:
    """As many as are allowed, each once, by the rules for any address; the rest of the feed is left."""
    site.routes["/feed"] = feed(
        (f"{site.root}/old", "01", TEASER),
        (f"{site.root}/new", "20", TEASER),
        ("/relative", "18", TEASER),
        (f"{site.root}/new#again", "17", TEASER),
        ("javascript:alert(1)", "25", TEASER),
        ("http://10.0.0.1/", "24", TEASER),
        ("file:///etc/passwd", "23", TEASER),
    )
    site.routes |= {path: Reply(STRIKE["agency.txt"], headers=TEXT) for path in ("/new", "/relative", "/old")}
    folder = listed(tmp_path, f"{site.root}/feed", more="max_entries = 3")
    outcomes = fetched(folder)
    assert site.paths() == ["/feed", "/new", "/relative"]
    assert [outcome.state for outcome in outcomes] == ["new", "failed", "new", "new"]
    record = load(folder)[f"{site.root}/feed"]
    assert record.entries == ("http://10.0.0.1/", f"{site.root}/new", f"{site.root}/relative")
    assert [outcome.state for outcome in fetched(folder)] == ["kept", "failed", "kept", "kept"]


def test_what_was_followed_stays_when_the_feed_drops_it(tmp_path: Path, site: Site) -> None:
    """An entry that a feed no longer holds is still a source, behind the newer ones."""
    site.routes |= {path: Reply(STRIKE["agency.txt"], headers=TEXT) for path in ("/old", "/new")}
    site.routes["/feed"] = feed((f"{site.root}/old", "01", TEASER))
    folder = listed(tmp_path, f"{site.root}/feed")
    fetched(folder)
    site.routes["/feed"] = feed((f"{site.root}/new", "20", TEASER), (f"{site.root}/gone", "19", TEASER))
    fetched(folder, again=True)
    record = load(folder)[f"{site.root}/feed"]
    assert record.entries == (f"{site.root}/new", f"{site.root}/gone", f"{site.root}/old")
    site.routes["/feed"] = feed((f"{site.root}/new", "20", TEASER))
    fetched(folder, again=True)
    # What never came is no source that stays.
    assert load(folder)[f"{site.root}/feed"].entries == (f"{site.root}/new", f"{site.root}/old")


def test_a_followed_teaser_is_read_and_not_set_aside(tmp_path: Path, site: Site) -> None:
    """The page stands for its entry, with the feed's publisher; an entry that was not followed is told."""
    site.routes["/feed"] = feed((f"{site.root}/new", "20", TEASER), (f"{site.root}/gone", "19", TEASER))
    site.routes["/new"] = Reply(STRIKE["agency.txt"], headers=TEXT)
    said = 'publisher = "وكالة"\ntitle = "خلاصة"\n'
    folder = listed(tmp_path / "topic", f"{site.root}/feed")
    with (folder / "brief.toml").open("a", encoding="utf-8") as settings:
        settings.write(said)
    fetched(folder)
    assert run("build", folder, "--out", tmp_path / "out", "--to", "json").code == 0
    sources = json.loads((tmp_path / "out" / "brief.json").read_bytes())["sources"]
    told = [(source["status"], source["url"], source["reason_kind"]) for source in sources]
    assert told == [("used", f"{site.root}/new", None), ("set_aside", f"{site.root}/gone", "teaser")]
    assert sources[0]["publisher"] == "وكالة"
    assert sources[0]["title"] != "خلاصة"
