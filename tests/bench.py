"""How long a cold build takes and how much memory, next to WeasyPrint alone on the same page.

`make bench` runs it. Both run by turns, each in a process of its own that starts with nothing
imported (the system's file cache is warm for both), and the medians are told. It ends with 1
where a build is over its limits.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROUNDS = 5
MOST_TIMES_WEASYPRINT = 3.0
MOST_MEGABYTES = 600
UNITS_PER_MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10  # of the system's peak memory
ALONE = """
import sys
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

page, style, target = sys.argv[1:]
fonts = FontConfiguration()
sheet = CSS(filename=style, font_config=fonts)
HTML(filename=page).write_pdf(target, stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a")
"""


class Run(NamedTuple):
    """What one process took: wall time, peak memory, and what it said on stderr."""

    seconds: float
    megabytes: float
    said: str


def run(*command: str | Path) -> Run:
    """Run a command to its end; stops the bench with what it said if it fails."""
    with tempfile.TemporaryFile("w+") as errors:
        begun = time.perf_counter()
        # This process imports little on purpose: a child's peak begins with that of its parent.
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said}")
    return Run(seconds, usage.ru_maxrss / UNITS_PER_MEGABYTE, said)


def prepare(topic: Path, page: Path, style: Path) -> None:
    """Write the page that a build hands to WeasyPrint, and its fonts as a style sheet."""
    from brief import config  # noqa: PLC0415 - only the process that prepares the page needs the package
    from brief.fonts import of_theme  # noqa: PLC0415
    from brief.outputs.pdf import font_faces  # noqa: PLC0415
    from brief.pipeline import condense  # noqa: PLC0415
    from brief.render import render  # noqa: PLC0415

    brief, _ = condense(topic, config.load(topic))
    family = of_theme(brief.theme)
    faces = font_faces(family)
    for weight, _ in family.faces:
        faces = faces.replace(f'"brief-font:{weight}"', f'"{family.path(weight).as_uri()}"')
    page.write_text(render(brief), "utf-8")
    style.write_text(faces, "utf-8")


def measure(topic: str, folder: Path) -> tuple[list[Run], list[Run]]:
    """The runs of a cold build and of WeasyPrint alone, by turns."""
    page, style = folder / "page.html", folder / "fonts.css"
    run(sys.executable, __file__, "prepare", topic, page, style)
    builds, alone = [], []
    for number in range(ROUNDS):
        out = folder / f"build-{number}"
        builds.append(run(Path(sys.executable).with_name("brief"), "build", topic, "--out", out, "--timings"))
        alone.append(run(sys.executable, "-c", ALONE, page, style, folder / "alone.pdf"))
    return builds, alone


def stages(builds: list[Run]) -> dict[str, float]:
    """The median seconds of each stage, in the order they ran."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for line in (line for build in builds for line in build.said.splitlines() if line.startswith("{")):
        told = json.loads(line)
        seconds[told["stage"]].append(told["seconds"])
    return {stage: median(values) for stage, values in seconds.items()}


def report(builds: list[Run], alone: list[Run]) -> bool:
    """Print what was measured; say whether a build is within its limits."""
    print(f"{'median of ' + str(ROUNDS):18} seconds      MB")
    for name, runs in (("brief build", builds), ("WeasyPrint alone", alone)):
        seconds, megabytes = median(r.seconds for r in runs), median(r.megabytes for r in runs)
        print(f"{name:18} {seconds:7.2f} {megabytes:7.0f}")
    ratio = median(r.seconds for r in builds) / median(r.seconds for r in alone)
    memory = median(r.megabytes for r in builds)
    print(f"{'times':18} {ratio:7.2f} {memory / median(r.megabytes for r in alone):7.2f}")
    print(f"{'at most':18} {MOST_TIMES_WEASYPRINT:7.2f} {MOST_MEGABYTES:7}   (times; MB of a build)\n")
    found = stages(builds)
    total = median(r.seconds for r in builds)
    for stage, seconds in {**found, "start and end": total - sum(found.values())}.items():
        print(f"{stage:18} {seconds:7.2f} {seconds / total:7.0%}")
    return ratio <= MOST_TIMES_WEASYPRINT and memory <= MOST_MEGABYTES


def main() -> None:
    """Measure the topic named on the command line, seeds/ by default."""
    if sys.argv[1:2] == ["prepare"]:
        prepare(*map(Path, sys.argv[2:]))
        return
    topic = next(iter(sys.argv[1:]), "seeds")
    with tempfile.TemporaryDirectory() as folder:
        within = report(*measure(topic, Path(folder)))
    if not within:
        sys.exit("A build is over its limits.")


if __name__ == "__main__":
    main()
