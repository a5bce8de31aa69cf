"""The command line: parse, call one function, print, return a code."""

from __future__ import annotations

import sys

from brief.cli import building, judge, keeping, schedule, sharing, site, status, weekly
from brief.cli.application import app, warn
from brief.errors import BriefError, of_system
from brief.terminal import speak

__all__ = ["app", "building", "judge", "keeping", "main", "schedule", "sharing", "site", "status", "weekly"]


def main() -> None:
    """Run the command line; exit 0 done, 1 unfit input or result, 2 wrong usage, 3 a failed gate."""
    speak()
    try:
        app()
    except BriefError as error:
        warn(error)
        sys.exit(error.exit_code)
    except OSError as error:
        refused = of_system(error)
        warn(refused)
        sys.exit(refused.exit_code)
