"""How long a week with one new article takes where a thousand are known, next to the first week.

`make bench` runs it. Every run is a process of its own, the whole of `brief weekly`, its start too. It
ends with 1 where a run is over its limit.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench import ARTICLES, recombined

FIRST, NEXT = ("2019-W11", "2019-03-18T06:00+00:00"), ("2019-W12", "2019-03-25T06:00+00:00")
DAY, NEXT_DAY = "14 مارس 2019", "21 مارس 2019"  # as every page of `recombined` has it, and a week later
MOST_SHARE = 0.1  # of the first run
MOST_IDLE = 0.5  # seconds of a run that has nothing to do, once the program is there


def one(topic: Path, week: str, now: str) -> None:
    """Make an issue; print how it came out and the seconds of each stage, as JSON."""
    from datetime import datetime  # noqa: PLC0415 - only the process that is measured needs them

    from brief import weekly  # noqa: PLC0415 - see above

    marks: list[tuple[str, float]] = [("begin", time.perf_counter())]
    request = weekly.Request(topic, datetime.fromisoformat(now), week)
    state = weekly.run(request, lambda stage: marks.append((stage, time.perf_counter())), print, print).state
    marks.append(("end", time.perf_counter()))
    ends = [at for _, at in marks[1:]]
    stages = {stage: end - at for (stage, at), end in zip(marks, ends, strict=False)}
    print(json.dumps({"state": state, "stages": stages}))


class Taken(NamedTuple):
    """How an issue came out, the seconds of its process by the clock and by the processor, and its stages."""

    state: str
    seconds: float
    busy: float
    stages: dict[str, float]


def busy() -> float:
    """The seconds that all processes of ours which ended have kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(topic: Path, week: str, now: str) -> Taken:
    """Make an issue in a process of its own."""
    begun, before = time.perf_counter(), busy()
    program = f"import sys; sys.path.insert(0, {str(Path.cwd())!r}); from tests.bench_weekly import one; "
    program += f"from pathlib import Path; one(Path({topic.name!r}), {week!r}, {now!r})"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=topic.parent)
    told = json.loads(done.stdout.splitlines()[-1])
    return Taken(told["state"], time.perf_counter() - begun, busy() - before, told["stages"])


def measured(topic: Path) -> dict[str, Taken]:
    """The runs: the first week, it again, the next with one article, it again, the first with one more."""
    new, late = topic / "new.txt", topic / "late.txt"
    recombined(topic, ARTICLES + 2)
    spare = [path.read_text("utf-8") for path in sorted(topic.glob("*.txt"))[ARTICLES:]]
    for path in sorted(topic.glob("*.txt"))[ARTICLES:]:
        path.unlink()
    runs = {f"{ARTICLES} articles": run(topic, *FIRST), "nothing new": run(topic, *FIRST)}
    new.write_text(spare[0].replace(DAY, NEXT_DAY), "utf-8")
    runs["next week, one article"] = run(topic, *NEXT)
    runs["nothing new again"] = run(topic, *NEXT)
    late.write_text(spare[1], "utf-8")
    runs["first week, one more"] = run(topic, *FIRST)
    return runs


def report(runs: dict[str, Taken]) -> bool:
    """Print what was measured; say whether it is within the limits."""
    first, *_ = runs.values()
    print()
    for name, one in runs.items():
        told = " ".join(f"{stage} {taken:.1f}" for stage, taken in one.stages.items() if taken >= 0.05)
        clock = f"{one.seconds:7.2f} s {one.seconds / first.seconds:7.1%}"
        print(
            f"{name:24} {one.state:9} {clock}   busy {one.busy:7.2f} s {one.busy / first.busy:7.1%}   {told}"
        )
    # What a processor was kept busy with is the same beside other programs, the clock is not.
    share = runs["next week, one article"].busy / first.busy
    idle = max(sum(runs[name].stages.values()) for name in ("nothing new", "nothing new again"))
    print(f"one new article takes {share:.1%} of the first run (at most {MOST_SHARE:.0%}); ", end="")
    print(f"nothing new {idle:.2f} s (at most {MOST_IDLE})")
    return share <= MOST_SHARE and idle <= MOST_IDLE


def main() -> None:
    """Measure a topic of a thousand recombined articles."""
    with tempfile.TemporaryDirectory() as folder:
        topic = Path(folder, "weekly")
        topic.mkdir()
        within = report(measured(topic))
    if not within:
        sys.exit("A weekly run is over its limits.")


if __name__ == "__main__":
    main()
