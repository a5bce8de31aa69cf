"""A workflow of GitHub Actions, printed for the repository that holds the topic; nothing is installed.

The service knows zones since 2026; elsewhere `timezone` is passed over and the time is UTC, so the
workflow tells the times in UTC too.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from pathlib import Path

from brief.errors import TopicError
from brief.schedule.plan import Plan

_AHEAD = timedelta(days=366)


def workflow(plan: Plan, now: datetime) -> str:
    """The workflow's YAML, to be kept as .github/workflows/brief.yml.

    Raises `TopicError` for a topic outside of the plan's directory, which stands for the repository.
    """
    topic = _within(plan)
    weekday = "*" if plan.when.weekday is None else (plan.when.weekday + 1) % 7
    # A text of JSON is one of YAML, whatever a folder is called.
    name, run = (
        _text(f"brief weekly {topic}"),
        _text(f".venv/bin/brief weekly -- {shlex.quote(topic)}"),
    )
    utc = "\n".join(f"    #   {line}" for line in _in_utc(plan, now))
    return f"""\
name: {name}
on:
  schedule:
    # A run may begin late when the service is busy. Where `timezone` is not known, the time is UTC:
{utc}
    - cron: "{plan.when.minute} {plan.when.hour} {plan.when.day or "*"} * {weekday}"
      timezone: "{plan.zone}"
  workflow_dispatch:
permissions:
  contents: write
concurrency: {name}
jobs:
  weekly:
    runs-on: ubuntu-latest
    env:
      TZ: "{plan.zone}"
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: make .venv/ready
      - run: {run}
      # The next issue tells what changed since this one, so reports/ is kept, whatever became of the run.
      - if: always()
        run: |
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          git add --force reports
          git diff --cached --quiet || {{ git commit --message "Reports" && git push; }}
"""


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _within(plan: Plan) -> str:
    """The topic's path in the repository."""
    try:
        topic = Path(plan.topic).relative_to(plan.directory).as_posix()
    except ValueError as error:
        raise TopicError(
            "%(topic)s: lies outside of %(directory)s; run the command in the repository that holds it.",
            topic=plan.topic,
            directory=plan.directory,
        ) from error
    if "${{" in topic:
        raise TopicError("%(topic)s: its name is an expression to GitHub Actions; rename it.", topic=topic)
    return topic


def _in_utc(plan: Plan, now: datetime) -> Iterator[str]:
    """The time in UTC, and from which day on it is another, for a year ahead."""
    said = None
    for moment in takewhile(lambda moment: moment.at < now + _AHEAD, plan.coming(now)):
        at = moment.at.astimezone(UTC)
        if (time := at.strftime("%H:%M")) != said:
            yield f"{time} UTC from {at.date()}"
            said = time
