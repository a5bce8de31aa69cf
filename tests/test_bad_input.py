"""Whatever an analyst's folder holds, she reads a sentence: what, where and what to do."""

import os
import re
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest

from brief.model import Brief
from tests.topics import STRIKE, Outcome, run, spawn, topic

SECRET = "a-word-that-nobody-may-read"  # noqa: S105 - it guards nothing


def built(folder: Path, out: Path, formats: str = "json") -> Brief:
    """The record of a build that must succeed; a PDF is made in a process of its own, as WeasyPrint warns."""
    outcome = (spawn if "pdf" in formats else run)("build", folder, "--out", out, "--to", formats)
    assert (outcome.code, outcome.err) == (0, "")
    return msgspec.json.decode((out / "brief.json").read_bytes(), type=Brief)


def sentence(outcome: Outcome, code: int = 1) -> str:
    """What a failed run says: one line that is a sentence, and no traceback."""
    assert outcome.code == code, outcome.err
    assert outcome.out == ""
    assert re.fullmatch(r"brief: [^\n]+\.\n", outcome.err)
    assert "Traceback" not in outcome.err
    return outcome.err


def failed(folder: Path) -> str:
    """What a build of the topic says that must fail and leave nothing behind."""
    out = folder.parent / "out"
    said = sentence(run("build", folder, "--out", out, "--to", "json"))
    assert not out.exists()
    return said


# The folder -----------------------------------------------------------------------------


def test_a_missing_folder(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    assert f"{tmp_path / 'none'}: there is no such folder" in failed(tmp_path / "none")


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    """A file is no topic."""
    (tmp_path / "a.txt").write_bytes(STRIKE["agency.txt"])
    assert "a.txt" in failed(tmp_path / "a.txt")


def test_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder gets the advice to put texts into it."""
    assert "there is no article in this folder" in failed(topic(tmp_path / "t", {}))


def test_a_folder_of_unfit_files_only(tmp_path: Path) -> None:
    """Where no file can be used each is named with its reason."""
    said = failed(topic(tmp_path / "t", {"a.txt": b"", "b.txt": b"\0\1", "c.doc": b"x"}))
    assert "none of the files can be used" in said
    for name in ("a.txt is empty", "b.txt holds NUL bytes", "c.doc is of a format that is not read"):
        assert name in said


def test_a_missing_folder_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The same from outside: exit code 1 and one line."""
    assert "there is no such folder" in sentence(spawn("build", tmp_path / "none"))


# One bad file beside good ones -----------------------------------------------------------


def unreadable(place: Path) -> None:
    """Bytes that are no text in any encoding the program reads."""
    place.write_bytes(b"\xff\xfe\xd8\xd9 \x80")


def dangling(place: Path) -> None:
    """A link to nothing."""
    place.symlink_to(place.with_name("nothing"))


def looping(place: Path) -> None:
    """A link to itself."""
    place.symlink_to(place)


def leading_out(place: Path) -> None:
    """A link to a file outside of the topic."""
    secret = place.parents[1] / "secret.txt"
    secret.write_bytes(STRIKE["agency.txt"] + SECRET.encode())
    place.symlink_to(secret)


def device(place: Path) -> None:
    """A link to a file without an end."""
    place.symlink_to("/dev/zero")


BAD: dict[str, Callable[[Path], object]] = {
    "empty": lambda place: place.write_bytes(b""),
    "blank": lambda place: place.write_bytes(b" \n\t\n\xc2\xa0\n"),
    "binary": lambda place: place.write_bytes(bytes(range(256))),
    "no UTF-8": unreadable,
    "no prose": lambda place: place.write_text("1\n2\n3\n"),
    "another language": lambda place: place.write_text("Only English sentences are said here. " * 20),
    "pipe": os.mkfifo,
    "dangling": dangling,
    "looping": looping,
    "leading out": leading_out,
    "device": device,
}


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_file_is_a_note(tmp_path: Path, kind: str) -> None:
    """A file that cannot be used is set aside with its reason, and the build goes on without it."""
    folder = topic(tmp_path / "t", STRIKE)
    BAD[kind](folder / "bad.txt")
    record = built(folder, tmp_path / "out")
    (aside,) = (entry for entry in record.sources if entry.status == "set_aside")
    assert aside.path == "bad.txt"
    assert aside.reason
    assert [note.source for note in record.notes if note.kind == "set_aside"] == [aside.id]
    assert SECRET not in (tmp_path / "out" / "brief.json").read_text("utf-8")
    assert sum(entry.status == "used" for entry in record.sources) == len(STRIKE)


def test_a_folder_with_the_name_of_a_text(tmp_path: Path) -> None:
    """A folder inside the topic is no source, whatever its name."""
    folder = topic(tmp_path / "t", STRIKE)
    (folder / "x.txt").mkdir()
    assert len([entry for entry in built(folder, tmp_path / "out").sources if entry.status == "used"]) == 3


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not hand out is set aside."""
    folder = topic(tmp_path / "t", {**STRIKE, "bad.txt": "x"})
    reads = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return reads(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (aside,) = (entry for entry in built(folder, tmp_path / "out").sources if entry.status == "set_aside")
    assert aside.reason == "cannot be opened (Permission denied)."


@pytest.mark.parametrize("name", ["gone.txt", "../secret.txt", "/etc/hostname", "x\\u0000.txt", "sub"])
def test_a_listed_file_that_cannot_be_had(tmp_path: Path, name: str) -> None:
    """A file that brief.toml lists but that is not there, or not inside, is a note."""
    settings = f'[[source]]\nfile = "{name}"\n'
    folder = topic(tmp_path / "t", {**STRIKE, "brief.toml": settings, "sub/x.txt": "x"})
    (tmp_path / "secret.txt").write_bytes(STRIKE["agency.txt"])
    record = built(folder, tmp_path / "out")
    assert [entry.status for entry in record.sources].count("set_aside") == 1
    assert any(note.kind == "set_aside" for note in record.notes)


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A file's name may hold any byte; the build goes on."""
    folder = topic(tmp_path / "t", STRIKE)
    (folder / os.fsdecode(b"\xff\n<b>.txt")).write_bytes(b"")
    assert len(built(folder, tmp_path / "out", "json,html").sources) == len(STRIKE) + 1


def test_one_file_named_in_two_ways_is_read_once(tmp_path: Path) -> None:
    """A source listed by a detour is no second source."""
    settings = '[[source]]\nfile = "sub/../agency.txt"\n'
    folder = topic(tmp_path / "t", {**STRIKE, "brief.toml": settings, "sub/x": ""})
    paths = [entry.path for entry in built(folder, tmp_path / "out").sources if entry.status == "used"]
    assert len(paths) == len(STRIKE)


# The settings ------------------------------------------------------------------------------

SETTINGS = [
    ("titel = 'x'", 1, "'titel' is not a known key", "title, subtitle"),
    ("\ntitle = 3", 2, "'title' must be text in quotes", "a whole number"),
    ("\n[budget]\nitems = 'x'", 3, "'budget.items' must be a whole number", "text"),
    ("[budget]\n\nwords = 0", 3, "'budget.words' must be 1 or more", ""),
    ("[budget]\nlength = 2", 2, "'budget.length' is not a known key", "items, words"),
    ("[[source]]\ntitle = 'x'", 1, "'source' has neither a file nor a url", "add one of the two"),
    ("[[source]]\nfile = 'agency.txt'\ndate = 'soon'", 3, "'source.date' must be a date", "2024-06"),
    ("[[chart]]\nid = 'trade'\ncolour = 'red'", 3, "'chart.colour' is not a known key", "id"),
    ("[source]\nfile = 'agency.txt'", 1, "'source' must be a list of [[tables]]", "a [table]"),
    ("issued = '2024-13-01'", 1, "'issued' must be a date", "2024-06-25"),
    ("period = 3", 1, "'period' must be a [table]", "a whole number"),
]


@pytest.mark.parametrize(("text", "line", "problem", "allowed"), SETTINGS)
def test_wrong_settings(tmp_path: Path, text: str, line: int, problem: str, allowed: str) -> None:
    """A wrong key or value is told with file, line, key and what is allowed."""
    folder = topic(tmp_path / "t", {**STRIKE, "brief.toml": text})
    said = failed(folder)
    assert f"{folder / 'brief.toml'}, line {line}: {problem}" in said
    assert allowed in said


@pytest.mark.parametrize("content", [b"title = ", b"\xff", b"\0", b"title = 'a'\ntitle = 'b'"])
def test_settings_that_are_no_toml(tmp_path: Path, content: bytes) -> None:
    """A brief.toml that cannot be parsed is told with its place."""
    said = failed(topic(tmp_path / "t", {**STRIKE, "brief.toml": content}))
    assert "brief.toml: cannot be read as TOML" in said


@pytest.mark.parametrize(
    "line", ["language = 'xx'", "locale = 'zz_QQ'", "theme = 'none'", "language = '../ar'"]
)
def test_a_choice_that_does_not_exist(tmp_path: Path, line: str) -> None:
    """A language, locale or theme that is not there is told, with those that are."""
    folder = topic(tmp_path / "t", {**STRIKE, "brief.toml": line})
    out = tmp_path / "out"
    said = sentence(run("build", folder, "--out", out))
    assert line.partition(" ")[0] in said
    assert not out.exists()


# Charts ------------------------------------------------------------------------------------


def test_a_chart_without_figures_says_so(tmp_path: Path) -> None:
    """The place of a requested chart that the sources cannot fill says that, and the build goes on."""
    without = {name: re.sub(rb"[0-9]+(\.[0-9]+)? ", b"", text) for name, text in STRIKE.items()}
    settings = "issued = '2023-03-18'\n[[chart]]\nid = 'gas_prices'\n"
    record = built(topic(tmp_path / "t", {**without, "brief.toml": settings}), tmp_path / "out", "json,html")
    (chart,) = record.charts
    assert (chart.id, chart.marks, chart.datapoints) == ("gas_prices", (), ())
    assert chart.note
    assert chart.note in (tmp_path / "out" / "brief.html").read_text("utf-8")


# Text is data ------------------------------------------------------------------------------


class Tags(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element's name and whatever of its attributes acts."""
        self.tags += [tag, *(name for name, _ in attrs if name.startswith("on"))]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server that must not be asked: its address, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{web.server_port}", asked
        web.shutdown()
        thread.join()


def laced(text: str, piece: str) -> str:
    """The text with `piece` inside of each of its sentences."""
    return "\n".join(re.sub(r"^((?:\S+ ){4})", rf"\1{re.escape(piece)} ", line) for line in text.split("\n"))


def test_source_text_is_printed_as_text(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    """Markup, templates, styles and addresses in a source are words: nothing is run, fetched or read."""
    address, asked = server
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    pieces = {
        "agency.txt": f"<script src={address}/a></script><img src=file://{secret} onerror=x()>",
        "centre.txt": f"{{{{ 7*191 }}}} {{% include '{secret}' %}} {{{{ cycler.__init__.__globals__ }}}}",
        "paper.txt": f"</style></title><style>@import url({address}/b); * {{ top: 0 }}</style> &lt; %(x)s",
    }
    files = {name: laced(text.decode(), pieces[name]).replace("\\", "") for name, text in STRIKE.items()}
    settings = "".join(
        f'{key} = "{pieces["agency.txt"]}"\n' for key in ("title", "subtitle", "audience", "marking")
    )
    folder = topic(tmp_path / "t", {**files, "brief.toml": settings})
    record = built(folder, tmp_path / "out", "json,html,pdf")
    printed = " ".join(item.text for section in record.sections for item in section.items)
    assert all(piece.split()[0] in printed for piece in pieces.values())
    page = Tags((tmp_path / "out" / "brief.html").read_text("utf-8"))
    assert not {"script", "onerror", "iframe", "object", "link", "base"} & set(page.tags)
    assert "{{ 7*191 }}" in page.text
    assert "1337" not in page.text
    assert asked == []
    assert all(SECRET.encode() not in file.read_bytes() for file in (tmp_path / "out").glob("brief.*"))


CONTROLS = {
    "overrides": "\u202e\u202d",
    "isolates that never end": "\u2067\u2066",
    "embeddings": "\u202b\u202a\u200f",
    "terminal codes": "\x1b[31m\x07",
    "line breaks of other systems": "\x85\u2028\x0b\x0c",
    "no characters": "\ufffe\uffff\ufdd0\U0010ffff",
    "private ones": "\ue000\U000f0000",
    "invisible ones": "\u200b\u2060\ufeff\u00ad\u180e\U000e0041",
    "marks without end": "\u0651" * 40,
}


@pytest.mark.parametrize("kind", CONTROLS)
def test_control_characters_do_no_harm(tmp_path: Path, kind: str) -> None:
    """Characters that turn, hide or command text reach no page, and the gate still finds every word."""
    signs = CONTROLS[kind]
    files = {name: laced(text.decode(), f"x{signs}y").replace("\\", "") for name, text in STRIKE.items()}
    folder = topic(tmp_path / "t", {**files, "brief.toml": "issued = '2023-03-18'"})
    built(folder, tmp_path / "out", "json,html,pdf" if kind == "overrides" else "json,html")
    page = (tmp_path / "out" / "brief.html").read_text("utf-8")
    assert not re.search("[\u202a-\u202e\x00-\x08\x0b-\x1f\x85\ufffe\uffff\ue000]", page)
    assert run("check", tmp_path / "out").code == 0


# Where it goes, and the gate ------------------------------------------------------------------


def test_a_place_that_holds_files_by_the_names_of_an_issue_is_not_replaced(tmp_path: Path) -> None:
    """--out never throws away what is no issue of a brief."""
    out = topic(tmp_path / "out", {"brief.pdf": "years of work"})
    said = sentence(run("build", topic(tmp_path / "t", STRIKE), "--out", out, "--to", "json"))
    assert "holds other files" in said
    assert (out / "brief.pdf").read_text() == "years of work"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A place below a file cannot be made, and that is said."""
    (tmp_path / "file").touch()
    said = sentence(
        run("build", topic(tmp_path / "t", STRIKE), "--out", tmp_path / "file" / "out", "--to", "json")
    )
    assert "cannot be written" in said


def test_an_unknown_format(tmp_path: Path) -> None:
    """A format that is not there is told with those that are."""
    outcome = run("build", topic(tmp_path / "t", STRIKE), "--out", tmp_path / "out", "--to", "xls")
    assert "'xls'" in sentence(outcome, code=2)
    assert "card, docx, html, json, md, onepage, pdf" in outcome.err


def test_an_issue_that_does_not_hold_fails_the_check(tmp_path: Path) -> None:
    """`brief check` ends with 3 and says what does not hold, one line for each."""
    built(topic(tmp_path / "t", STRIKE), tmp_path / "out")
    assert run("check", tmp_path / "out").code == 0
    with (tmp_path / "out" / "sources" / "paper.txt").open("a") as file:
        file.write("!")
    outcome = run("check", tmp_path / "out")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("anchors: sources/paper.txt was changed after the build")


def test_a_check_of_no_issue(tmp_path: Path) -> None:
    """`brief check` of a folder that is no issue says what it wants."""
    assert "name the folder of an issue" in sentence(run("check", tmp_path))
