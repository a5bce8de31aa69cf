"""The server of the archive as a browser or an attacker meets it, in a process of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from msgspec import Struct
from starlette.datastructures import QueryParams

from brief.errors import TopicError, UsageError
from brief.site import entrance, serve, users
from brief.site.archive import Request, build
from brief.site.attempts import MOST_BY_NAME
from tests.site.shelf import approved

PASSWORD = "correct horse battery"  # noqa: S105 - of nobody
OUTSIDER = "outside of the site"
ROOT = Path(__file__).parents[2]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Answer(Struct, frozen=True):
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(Struct, frozen=True):
    """A server that runs, and the site it shows."""

    process: subprocess.Popen[str]
    port: int
    site: Path

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request, its path sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, dict(headers or {}))
        got = connection.getresponse()
        told = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        connection.close()
        return told

    def sign_in(self, name: str, password: str, where: str = "/login", **headers: str) -> Answer:
        """The form of the login, filled and sent."""
        return self.ask(where, "POST", urlencode({"name": name, "password": password}), {**FORM, **headers})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one issue, with a secret beside it and a link to that within."""
    reports = tmp_path_factory.mktemp("reports")
    approved(reports, "2023-03-18")
    (reports / "secret.txt").write_text(OUTSIDER)
    folder = build(Request(reports=reports, out=reports / "site")).parent
    (folder / "link.txt").symlink_to(reports / "secret.txt")
    users.put(reports / "users.json", "amina", PASSWORD)
    return folder


def started(site: Path, *options: str) -> Server:
    """A server on a free port, once it says that it answers."""
    command = [sys.executable, "-m", "brief", "site", "serve", "--site", str(site), "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    return Server(process, int(said.rpartition(":")[2].strip("/\n")), site)


def stopped(server: Server) -> tuple[int, str]:
    """How a server ends when it is asked to, and what it told."""
    server.process.send_signal(signal.SIGTERM)
    _, told = server.process.communicate(timeout=15)
    return server.process.returncode, told


@pytest.fixture(scope="module")
def loopback(site: Path) -> Iterator[Server]:
    """A server without a login."""
    server = started(site)
    yield server
    assert stopped(server) == (0, "")


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[Server]:
    """A server with a login."""
    server = started(site, "--users", str(site.parent / "users.json"))
    yield server
    assert stopped(server)[0] == 0


OUTSIDE = [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "//../secret.txt",
    "/..\\secret.txt",
    "/link.txt",
    "/%00",
    "/" + "a" * 5000,
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_is_shown(loopback: Server, site: Path, path: str) -> None:
    """No path, in whatever spelling, and no link leads out of the site."""
    told = loopback.ask(path)
    assert told.status in {400, 404}
    assert OUTSIDER.encode() not in told.body
    assert loopback.ask(f"{site.parent}/secret.txt").status == 404


@pytest.mark.parametrize("path", OUTSIDE[3:6])
def test_what_is_open_leads_nowhere_else(guarded: Server, path: str) -> None:
    """The style of the login page is shown to everybody, and nothing that is reached by way of it."""
    told = guarded.ask(path)
    assert told.status in {400, 401, 404}
    assert OUTSIDER.encode() not in told.body


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../topics/t/2023-03-18/brief.html",
        "/assets/..%2ftopics/t/2023-03-18/brief.html",
        "/assets/%2e%2e/topics/t/2023-03-18/brief.html",
        "//topics/t/2023-03-18/brief.html",
        "/./topics/t/2023-03-18/brief.html",
        "/login/../topics/t/2023-03-18/brief.html",
        "/login/topics/t/2023-03-18/brief.html",
    ],
)
def test_no_spelling_of_a_path_passes_the_login(guarded: Server, path: str) -> None:
    """A page behind the login stays there, in whatever way its path is written."""
    assert guarded.ask(path).status in {400, 401, 404}


@pytest.mark.parametrize("host", ["127.0.0.1/assets/site.css?", "x/login#", "127.0.0.1/assets/site.css#"])
def test_no_host_passes_the_login(guarded: Server, host: str) -> None:
    """The name that a request is sent to decides nothing."""
    assert guarded.ask("/topics/t/2023-03-18/brief.html", headers={"Host": host}).status in {400, 401}


def test_folders_are_not_listed(loopback: Server) -> None:
    """A folder without a page of its own is not there."""
    assert loopback.ask("/topics/").status == 404
    assert loopback.ask("/assets/").status == 404
    assert loopback.ask("/").status == 200


def test_a_strange_host_is_refused(loopback: Server) -> None:
    """A page elsewhere cannot read the site by pointing a name of its own at this machine."""
    assert loopback.ask("/", headers={"Host": "evil.example"}).status == 421
    assert loopback.ask("/", headers={"Host": f"127.0.0.1.evil.example:{loopback.port}"}).status == 421
    assert loopback.ask("/", headers={"Host": f"localhost:{loopback.port}"}).status == 200


@pytest.mark.parametrize("path", ["/", "/topics/t/2023-03-18/brief.html", "/none", "/feed.xml"])
def test_every_answer_carries_the_headers(loopback: Server, guarded: Server, path: str) -> None:
    """Nothing may be framed, guessed or told to others, and scripts run from the site alone."""
    for server in (loopback, guarded):
        headers = server.ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "http" not in policy
        assert "script-src 'unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"
        assert "server" not in headers
    assert guarded.ask(path).headers["cache-control"] == "no-store"


def test_a_brief_runs_no_script(loopback: Server) -> None:
    """The page of a brief may show itself, and nothing else."""
    policy = loopback.ask("/topics/t/2023-03-18/brief.html").headers["content-security-policy"]
    assert "script-src" not in policy
    assert "connect-src" not in policy
    # The page carries pictures, style and type inside.
    assert {"style-src 'unsafe-inline'", "font-src data:", "img-src data:"} <= set(policy.split("; "))


@pytest.mark.parametrize(
    "path", ["/", "/feed.xml", "/site.json", "/topics/t/2023-03-18/brief.pdf", "/pagefind/pagefind.js"]
)
def test_nothing_is_shown_without_a_login(guarded: Server, path: str) -> None:
    """A browser is led to the login and back, a program is told no; neither sees anything."""
    assert guarded.ask(path).status == 401
    told = guarded.ask(path, headers={"Accept": "text/html"})
    assert (told.status, told.body) == (303, b"")
    assert told.headers["location"].startswith("/login?next=%2F")
    assert guarded.ask(path, headers={"Cookie": "brief=WyJhbWluYSIsIngiXQ.x.y"}).status == 401


def test_one_signs_in_and_out(guarded: Server) -> None:
    """The right password gives a cookie that scripts cannot read, and leads to where one wanted to go."""
    told = guarded.sign_in("Amina", PASSWORD, "/login?next=/topics/t/index.html%3Fq=%D9%81")
    assert (told.status, told.headers["location"]) == (303, "/topics/t/index.html?q=%D9%81")
    cookie, *marks = told.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(marks)
    assert guarded.ask("/", headers={"Cookie": cookie}).status == 200
    assert b"amina" in guarded.ask("/login", headers={"Cookie": cookie}).body
    gone = guarded.ask("/logout", "POST", "", {"Cookie": cookie})
    assert gone.headers["location"] == "/login"
    assert 'brief=""' in gone.headers["set-cookie"]


def test_behind_a_proxy_with_https_the_cookie_is_secure(guarded: Server) -> None:
    """What a proxy on this machine says of the line counts."""
    told = guarded.sign_in("amina", PASSWORD, **{"X-Forwarded-Proto": "https"})
    cookie = told.headers["set-cookie"]
    assert cookie.startswith("__Host-brief=")
    assert "; Secure" in cookie
    assert "strict-transport-security" in told.headers


def test_a_form_of_another_site_is_refused(guarded: Server) -> None:
    """Nobody is signed in or out by a page elsewhere."""
    assert guarded.sign_in("amina", PASSWORD, Origin="https://evil.example").status == 403
    assert guarded.sign_in("amina", PASSWORD, **{"Sec-Fetch-Site": "cross-site"}).status == 403
    assert guarded.ask("/logout", "POST", "", {"Origin": "null"}).status == 403
    assert guarded.ask("/logout").status == 405


def test_a_form_of_megabytes_is_refused(guarded: Server) -> None:
    """What no form can be is not read."""
    assert guarded.sign_in("amina", "p" * 100_000).status == 413


def test_guessing_is_limited(site: Path) -> None:
    """After some wrong passwords even the right one waits, and the operator reads who tried."""
    server = started(site, "--users", str(site.parent / "users.json"))
    wrong = [server.sign_in("amina", f"guess {at}").status for at in range(MOST_BY_NAME)]
    late = server.sign_in("amina", PASSWORD)
    code, told = stopped(server)
    assert wrong == [401] * MOST_BY_NAME
    assert (late.status, late.headers["retry-after"]) == (429, "900")
    assert "set-cookie" not in late.headers
    assert code == 0
    assert told.count("Refused: amina from 127.0.0.1") == MOST_BY_NAME + 1


def test_a_new_site_is_shown_at_once(site: Path, loopback: Server) -> None:
    """A server that runs shows what a build puts into its place."""
    before = loopback.ask("/").body
    build(Request(reports=site.parent, out=site, title="N"))
    after = loopback.ask("/").body
    assert b"<title>N</title>" in after
    assert before != after
    (site / "link.txt").symlink_to(site.parent / "secret.txt")


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/topics/t/index.html", "/topics/t/index.html"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nX: y", "/"),
        ("", "/"),
    ],
)
def test_the_login_leads_to_this_site_only(asked: str, place: str) -> None:
    """Whatever the address asks for, one lands on a page of this site."""
    assert entrance.place(QueryParams({"next": asked})) == place


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org", ""])  # noqa: S104 - what is refused
def test_others_reach_it_only_behind_a_login(site: Path, host: str) -> None:
    """An address that is not this machine's own is refused without users."""
    with pytest.raises(UsageError, match="needs a login"):
        serve.serve(serve.Request(site=site, host=host, port=0), print, print)


def test_users_within_the_site_are_refused(site: Path) -> None:
    """Hashes of passwords never lie where they are served."""
    users.put(site / "users.json", "amina", PASSWORD)
    with pytest.raises(UsageError, match="within the site"):
        serve.serve(serve.Request(site=site, users=site / "users.json"), print, print)
    (site / "users.json").unlink()


def test_a_port_in_use_is_told(site: Path) -> None:
    """A port that another program has is an error with a sentence."""
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="choose another"):
        serve.serve(serve.Request(site=site, port=taken.getsockname()[1]), print, print)


def test_a_certificate_needs_its_key(site: Path, tmp_path: Path) -> None:
    """One without the other, and files that are none, are told."""
    with pytest.raises(UsageError, match="give both"):
        serve.serve(serve.Request(site=site, certificate=tmp_path / "c"), print, print)
    with pytest.raises(TopicError, match="PEM"):
        serve.serve(
            serve.Request(site=site, port=0, certificate=tmp_path / "c", key=tmp_path / "k"), print, print
        )


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    """There is nothing to show before the first build."""
    with pytest.raises(TopicError, match="brief site build"):
        serve.serve(serve.Request(site=tmp_path), print, print)
