"""The commands of the archive: site build, site serve, site user."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from brief.cli.application import app, warn
from brief.errors import UsageError
from brief.terminal import Command, Group, say

site = typer.Typer(
    name="site",
    cls=Group,
    help="The archive of approved issues: make it, show it, say who may read it.",
    no_args_is_help=True,
)
app.add_typer(site)
SiteFolder = Annotated[Path, typer.Option("--site", help="Folder of the site.")]


@site.command(cls=Command)
def build(
    reports: Annotated[Path, typer.Option(help="Folder that holds the issues of all topics.")] = Path(
        "reports"
    ),
    out: Annotated[Path, typer.Option(help="Folder of the site.")] = Path("reports/site"),
    title: Annotated[str | None, typer.Option(help="Title of the site.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Where the site will stand, such as https://example.org/briefs/.")
    ] = None,
    language: Annotated[str, typer.Option(help="Language of the site's own words.")] = "ar",
    locale: Annotated[str | None, typer.Option(help="Locale of dates and numbers, such as ar_EG.")] = None,
    theme: Annotated[str | None, typer.Option(help="A theme, or a folder that holds a theme.toml.")] = None,
) -> None:
    """Make the archive of all approved issues as a folder of files that any server can show."""
    from brief.site import archive  # noqa: PLC0415 - heavy modules load when they are needed

    request = archive.Request(
        reports=reports, out=out, title=title, url=url, language=language, locale=locale, theme=theme
    )
    typer.echo(archive.build(request, warn))


@site.command(cls=Command)
def serve(
    folder: SiteFolder = Path("reports/site"),
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen at, 0 for any free one.")
    ] = 8000,
    users: Annotated[Path | None, typer.Option(help="File of those who may read, behind a login.")] = None,
    certificate: Annotated[Path | None, typer.Option(help="Certificate (PEM), for HTTPS.")] = None,
    key: Annotated[Path | None, typer.Option(help="Private key of the certificate (PEM).")] = None,
) -> None:
    """Show the archive on this machine or, with a file of users, behind a login to others."""
    from brief.site import serve as server  # noqa: PLC0415 - heavy modules load when they are needed

    request = server.Request(site=folder, host=host, port=port, users=users, certificate=certificate, key=key)
    if users and request.is_open_line:
        typer.echo(say("Passwords cross the network unprotected; give --certificate and --key."), err=True)
    server.serve(request, lambda address: typer.echo(say("Showing %(address)s", address=address)), _refused)


def _refused(name: str, address: str) -> None:
    from brief.printed import plain  # noqa: PLC0415 - see serve

    typer.echo(plain(say("Refused: %(name)s from %(address)s", name=name, address=address)), err=True)


@site.command(cls=Command)
def user(
    name: Annotated[str, typer.Argument(help="Name to sign in with.")],
    users: Annotated[
        Path | None,
        typer.Option(
            help="File of those who may read; by default $BRIEF_USERS or ~/.config/brief/users.json."
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the user out.")] = False,
) -> None:
    """Add a user of the archive, or give one a new password, which is asked for or read from a pipe."""
    from brief.site import users as known  # noqa: PLC0415 - heavy modules load when they are needed

    path = users or known.default()
    if remove:
        known.remove(path, name)
    else:
        known.put(path, name, _password())
    typer.echo(path)


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(say("Password"), hide_input=True, confirmation_prompt=say("Once more")))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise UsageError("password: none came in; write it into the command's input, in a line.")
    return password
