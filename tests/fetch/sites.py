"""Web sites as tests need them: a server of this machine, and a network without any names but its own."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from brief.errors import SourceError
from brief.fetch import Network


class Reply(NamedTuple):
    """What a site answers at a path; without `length` it closes the line at the end of the body."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    length: bool = True


CERTIFICATES = Path(__file__).parent / "certificates"
Writer = Callable[[socket.socket], None]
HTML = {"Content-Type": "text/html; charset=utf-8"}
OPEN = Reply("User-agent: *\nDisallow:\n")


class Site:
    """A server with its routes; `asked` are the requests it got, with their headers in small letters."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.root = f"http://127.0.0.1:{port}"
        self.routes: dict[str, Reply | Writer | list[Reply | Writer]] = {"/robots.txt": OPEN}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def paths(self) -> list[str]:
        """The paths that were asked for, but for the rules of the site."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            route = site.routes.get(self.path, Reply("nothing", 404))
            if isinstance(route, list):
                route = route.pop(0) if len(route) > 1 else route[0]
            if not isinstance(route, Reply):
                self.close_connection = True
                route(self.connection)
                return
            body = route.body.encode() if isinstance(route.body, str) else route.body
            self.send_response(route.status)
            for name, value in route.headers.items():
                self.send_header(name, value)
            if route.length and "Content-Length" not in route.headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what is tested."""


@contextmanager
def serving(*, secure: bool = False) -> Iterator[Site]:
    """A site on a free port of this machine; a secure one proves that it is news.example."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / "news.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1])
    server.RequestHandlerClass = _handler(site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Names:
    """Looks names up in a table instead of the network; a list is answered one look after the other."""

    def __init__(self, table: Mapping[str, list[tuple[str, ...]]]) -> None:
        self.table = {name: list(answers) for name, answers in table.items()}
        self.looked_up: list[str] = []

    def __call__(self, host: str) -> tuple[str, ...]:
        """The numbers of a host, or the sentence of a name that nobody knows."""
        self.looked_up.append(host)
        if host not in self.table:
            raise SourceError("names a host that cannot be found; mend the address.", "no_host")
        answers = self.table[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


class Naps(list[float]):
    """The pauses that were kept, without keeping them."""

    def __call__(self, seconds: float) -> None:
        """Note that a pause was asked for."""
        self.append(seconds)


def network(
    names: Mapping[str, list[tuple[str, ...]]] | None = None, naps: Naps | None = None, pause: float = 0.0
) -> Network:
    """A network in which nothing is waited for and only the given names are known."""
    return Network(resolve=Names(names or {}), sleep=Naps() if naps is None else naps, pause=pause)
