"""brief.toml, key by key: its defaults, its spellings, and what it says of a mistake."""

from pathlib import Path

import pytest

from brief.config import Budget, Topic, is_day, load
from brief.errors import TopicError


def written(folder: Path, text: str) -> Path:
    """The folder with this brief.toml in it."""
    (folder / "brief.toml").write_text(text, "utf-8")
    return folder


def test_a_bare_folder_has_every_setting(tmp_path: Path) -> None:
    """Without a brief.toml the defaults hold: Arabic, sixty items, two thousand words."""
    topic = load(tmp_path)
    assert topic == Topic()
    assert (topic.language, topic.budget) == ("ar", Budget(items=60, words=2000))


def test_what_is_written_is_what_holds(tmp_path: Path) -> None:
    """Titles, budget, sources and charts are read as they stand, the rest stays at its default."""
    topic = load(
        written(
            tmp_path,
            'title = "سوق النخيل"\n[budget]\nitems = 12\n'
            '[[source]]\nfile = "a.txt"\ndate = "2019-03"\nbackground = true\n[[chart]]\nid = "trade"\n',
        )
    )
    assert topic.title == "سوق النخيل"
    assert topic.budget == Budget(items=12, words=2000)
    assert [(source.file, source.date, source.background) for source in topic.source] == [
        ("a.txt", "2019-03", True)
    ]
    assert [chart.id for chart in topic.chart] == ["trade"]


def test_bare_dates_are_as_good_as_quoted_ones(tmp_path: Path) -> None:
    """TOML's own dates and ISO text mean the same."""
    bare = load(written(tmp_path, 'issued = 2019-03-14\n[[source]]\nfile = "a.txt"\ndate = 2019-03-10\n'))
    quoted = load(
        written(tmp_path, 'issued = "2019-03-14"\n[[source]]\nfile = "a.txt"\ndate = "2019-03-10"\n')
    )
    assert bare == quoted
    assert bare.issued == "2019-03-14"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Editors that write a mark before the first key are welcome."""
    assert load(written(tmp_path, '\ufefftitle = "x"\n')).title == "x"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('titel = "x"\n', 1, "'titel' is not a known key; allowed here: title, subtitle"),
        (
            'title = "x"\n\n[budget]\nwords = 10\nitem = 3\n',
            5,
            "'budget.item' is not a known key; allowed here: items, words",
        ),
        ("title = 3\n", 1, "'title' must be text in quotes or nothing, but is a whole number"),
        ('# first\n[budget]\nitems = "many"\n', 3, "'budget.items' must be a whole number, but is text"),
        ("budget.items = true\n", 1, "must be a whole number, but is true or false"),
        ("[budget]\nitems = 0\n", 2, "'budget.items' must be 1 or more"),
        ("[budget]\nwords = -5\n", 2, "'budget.words' must be 1 or more"),
        ('language = "ar"\nissued = "2019-02-30"\n', 2, "'issued' must be a date"),
        ('issued = "March"\n', 1, "'issued' must be a date"),
        ('title = "x"\n[[source]]\ntitle = "y"\n', 2, "'source' has neither a file nor a url; add one"),
        ('[[source]]\nfile = "a"\nurl = "https://a.example"\n', 1, "has both a file and a url; keep one"),
        (
            '[[source]]\nurl = "https://a.example"\n[[source]]\nurl = "ftp://a.example"\n',
            4,
            "no http or https",
        ),
        ('[[source]]\nurl = "https://me:secret@a.example"\n', 2, "carries a user name or a password"),
        ('[[source]]\nurl = ""\n', 2, "'source.url' is no http or https address"),
        ('[[source]]\nurl = "https://a.example:8080/"\n', 2, "unusual port"),
        ("[fetch]\ntimeout = 0\n", 2, "'fetch.timeout' must be 1 to 600 seconds"),
        ("[fetch]\ntimeout = nan\n", 2, "'fetch.timeout' must be 1 to 600 seconds"),
        ("[fetch]\nmax_bytes = 40_000_000\n", 2, "'fetch.max_bytes' must be 1 to 33554432"),
        ("[fetch]\nmax_entries = -1\n", 2, "'fetch.max_entries' must be 0 to 1000"),
        ('[fetch]\nallow_hosts = ["a.example", "b.example/"]\n', 2, "'fetch.allow_hosts' names no host"),
        ('[fetch]\nallow_hosts = ["a.example", 3]\n', 2, "'fetch.allow_hosts' must be text in quotes"),
        ('[fetch]\nallow_hosts = "a.example"\n', 2, "'fetch.allow_hosts' must be a list of texts"),
        ("[fetch]\nagain = true\n", 2, "allowed here: allow_hosts, timeout, max_bytes, max_entries"),
        ('[[source]]\nfile = "a.txt"\ndate = "14.3.2019"\n', 3, "'source.date' must be a date"),
        ('[[source]]\nfile = "a.txt"\ndate = "2019-02-30"\n', 3, "'source.date' must be a date"),
        ('source = "a.txt"\n', 1, "'source' must be a list"),
        ('[[chart]]\nid = "trade"\ncolour = "red"\n', 3, "'chart.colour' is not a known key"),
        ('[period]\nbegin = "2019"\n', 2, "'period.begin' is not a known key; allowed here: start, end"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, line: int, said: str) -> None:
    """The sentence names the file, the line, the key and what is allowed there."""
    with pytest.raises(TopicError) as caught:
        load(written(tmp_path, text))
    assert f"{tmp_path / 'brief.toml'}, line {line}: " in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '[[source]]\nfile = "a.txt"\ndate = "2019"\n[[source]]\nfile = "b.txt"\ndate = "soon"\n',
        '[[source]]\nfile = "a.txt"\ndate = "2019"\n\n[[source]]\nfile = "b.txt"\ngrade = 2\n',
    ],
)
def test_a_mistake_in_the_second_source_is_shown_there(tmp_path: Path, text: str) -> None:
    """Among several tables of one name the line is that of the table with the mistake."""
    wrong = len(text.splitlines())
    with pytest.raises(TopicError, match=rf"line {wrong}: "):
        load(written(tmp_path, text))


def test_addresses_and_their_hosts_are_settings(tmp_path: Path) -> None:
    """A url is a source like a file; a host that is named may have any port and any spelling of its name."""
    topic = load(
        written(
            tmp_path,
            '[fetch]\nallow_hosts = ["Intranet.Example"]\ntimeout = 5\n'
            '[[source]]\nurl = "http://intranet.example:8080/a"\ngrade = "B2"\n',
        )
    )
    assert (topic.source[0].file, topic.source[0].url) == (None, "http://intranet.example:8080/a")
    assert topic.fetch.hosts() == {"intranet.example"}
    assert topic.fetch.timeout == 5


@pytest.mark.parametrize("content", [b'title = "x', b"\xff\xfe", b"= 3", b"[budget\n"])
def test_what_is_no_toml_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    """A file that cannot be read as TOML is named, with the place the reader stopped at."""
    (tmp_path / "brief.toml").write_bytes(content)
    with pytest.raises(TopicError, match=r"brief\.toml: cannot be read as TOML \(.+\); mend that place"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-14", True),
        ("2020-02-29", True),
        ("2019-02-29", False),
        ("2019-03", False),
        ("20190314", False),
        ("", False),
    ],
)
def test_a_day_is_one_of_the_calendar(text: str, day: bool) -> None:  # noqa: FBT001 - one column of the table
    """Only YYYY-MM-DD that exists is a day."""
    assert is_day(text) is day


def test_a_format_that_is_none_is_refused_where_it_stands(tmp_path: Path) -> None:
    """A wrong name under [weekly] is told with its line before anything is read."""
    (tmp_path / "brief.toml").write_text('[weekly]\nformats = ["pdff"]\n', "utf-8")
    with pytest.raises(TopicError, match=r"line 2: 'weekly\.formats' must be a list of some of: card"):
        load(tmp_path)
