"""How long a cold build takes and how much memory, next to WeasyPrint alone on the same page.

`make bench` runs it. Both run by turns, each in a process of its own that starts with nothing
imported (the system's file cache is warm for both), and the medians are told. Then a thousand
articles are read and cleaned, and the figures of their sentences found, next to one regular
expression over the same text; a thousand and ten thousand are condensed. It ends with 1 where a
build is over its limits.
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROUNDS = 5
ARTICLES = 1000
CONDENSED = (1000, 10_000)  # articles
FIGURE_SENTENCES = 20_000
WARMING = 500  # sentences read before the clock runs
SENTENCES = ("topic", "strike", "scrapes")
SENTENCE_WORDS = range(8, 40)
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
    """What one process took, wall time and peak memory, and what it said on stderr and stdout."""

    seconds: float
    megabytes: float
    said: str
    out: str


def run(*command: str | Path) -> Run:
    """Run a command to its end; stops the bench with what it said if it fails."""
    with tempfile.TemporaryFile("w+") as errors, tempfile.TemporaryFile("w+") as output:
        begun = time.perf_counter()
        # This process imports little on purpose: a child's peak begins with that of its parent.
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        output.seek(0)
        said, out = errors.read(), output.read()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said}")
    return Run(seconds, usage.ru_maxrss / UNITS_PER_MEGABYTE, said, out)


def prepare(topic: Path, page: Path, style: Path) -> None:
    """Write the page that a build hands to WeasyPrint, and its fonts as a style sheet."""
    from brief import config, themes  # noqa: PLC0415 - only the process that prepares the page needs it
    from brief.outputs.pdf import font_faces  # noqa: PLC0415
    from brief.pipeline import condense  # noqa: PLC0415
    from brief.render import render  # noqa: PLC0415

    brief, _ = condense(topic, config.load(topic))
    theme = themes.load(brief.theme)
    faces = font_faces(theme)
    for number, family in enumerate(theme.families):
        for weight, _ in family.faces:
            faces = faces.replace(f'"brief-font:{number}/{weight}"', f'"{family.path(weight).as_uri()}"')
    page.write_text(render(brief, theme), "utf-8")
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


def pool() -> list[str]:
    """The sentences of the tests' own texts."""
    tests = Path(__file__).parent
    texts = [
        path.read_text("utf-8-sig") for part in SENTENCES for path in sorted((tests / part).glob("*.txt"))
    ]
    found = [part.strip() for text in texts for part in re.split(r"(?<=\.)\s", text)]
    return [sentence for sentence in found if len(sentence.split()) in SENTENCE_WORDS]


def recombined(folder: Path, articles: int) -> None:
    """Write `articles` pages of 20 sentences each, made of the sentences of the tests' own texts."""
    sentences = pool()
    chance = random.Random(0)  # noqa: S311 - the same pages every time
    for number in range(articles):
        paged(folder / f"{number:04}.txt", [" ".join(chance.choice(sentences).split()) for _ in range(20)])


def paged(path: Path, sentences: list[str]) -> None:
    """Write a page of 20 sentences, with the lines that sites put around an article."""
    paragraphs = [" ".join(sentences[place : place + 3]) for place in range(0, 20, 3)]
    lines = ["الرئيسية", "خبر اليوم", "14 مارس 2019", *paragraphs, "شارك", "كلمات دلالية: سوق"]
    path.write_text("\n\n".join(lines), "utf-8")


def read_and_clean(topic: Path) -> None:
    """Read and clean the articles of a folder one after the other; print the seconds that it took."""
    from brief import config  # noqa: PLC0415
    from brief.collect import read_all  # noqa: PLC0415
    from brief.language import load  # noqa: PLC0415

    language, settings = load("ar"), config.Topic()
    next(iter(read_all(topic, settings, language)))  # the word lists are read once, whatever follows
    begun = time.perf_counter()
    for _ in read_all(topic, settings, language):
        pass
    print(time.perf_counter() - begun)


def one_pass(topic: Path) -> None:
    """Find all words of the same files by one regular expression; print the seconds that it took."""
    begun = time.perf_counter()
    for path in sorted(topic.iterdir()):
        re.findall(r"\w+", path.read_text("utf-8"))
    print(time.perf_counter() - begun)


def reading() -> None:
    """Print how fast articles are read and cleaned, and whether memory grows with their number."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        recombined(Path(few), ARTICLES // 4)
        recombined(Path(many), ARTICLES)
        runs = [run(sys.executable, __file__, "read", many) for _ in range(ROUNDS)]
        words = [run(sys.executable, __file__, "words", many) for _ in range(ROUNDS)]
        small = run(sys.executable, __file__, "read", few)
    seconds, alone = median(float(r.out) for r in runs), median(float(r.out) for r in words)
    print(f"\nread and cleaned   {ARTICLES / seconds:7.0f} articles a second")
    print(f"one regular expression over their words, times {seconds / alone:5.0f}")
    grown = f"{small.megabytes:.0f} and {runs[0].megabytes:.0f} MB"
    print(f"memory of {ARTICLES // 4} and of {ARTICLES} articles: {grown}")


def crossed(number: int) -> list[str]:
    """So many sentences that begin as one of the tests' own and end as another, so that few are the same."""
    chance, halves = random.Random(0), [sentence.split() for sentence in pool()]  # noqa: S311 - always the same
    pairs = ((chance.choice(halves), chance.choice(halves)) for _ in range(number))
    return [" ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]) for one, other in pairs]


def find_figures() -> None:
    """Find the figures of many sentences; print the seconds, then those of one regular expression."""
    from brief.quantities import find  # noqa: PLC0415

    sentences = crossed(FIGURE_SENTENCES + WARMING)
    for sentence in sentences[:WARMING]:  # the word lists are read once, whatever follows
        find(sentence)
    begun = time.perf_counter()
    for sentence in sentences[WARMING:]:
        find(sentence)
    halfway = time.perf_counter()
    for sentence in sentences[WARMING:]:
        re.findall(r"\w+", sentence)
    print(halfway - begun, time.perf_counter() - halfway)


def quantities() -> None:
    """Print how fast figures are found, in one process and in two at a time."""
    command = [sys.executable, __file__, "figures"]
    runs = [list(map(float, run(*command).out.split())) for _ in range(ROUNDS)]
    both = median(_together(command) for _ in range(ROUNDS))
    seconds, alone = (median(row[place] for row in runs) for place in (0, 1))
    print(f"\nfigures found in   {FIGURE_SENTENCES / seconds:7.0f} sentences a second, one process")
    print(f"                   {2 * FIGURE_SENTENCES / both:7.0f} sentences a second, two processes")
    print(f"one regular expression over their words, times {seconds / alone:5.0f}")


def _together(command: list[str]) -> float:
    """The seconds of the slower of two processes that do the same at the same time."""
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    return max(float(process.communicate()[0].split()[0]) for process in both)


def condense_articles(number: int) -> None:
    """Condense so many articles of 20 sentences each, few of them the same.

    Prints the seconds and the megabytes: the most that this process and all that helped it held at
    one time, looked at every second.
    """
    from brief import config  # noqa: PLC0415
    from brief.pipeline import condense  # noqa: PLC0415

    sentences = crossed(20 * number)
    with tempfile.TemporaryDirectory() as folder:
        for article in range(number):
            paged(Path(folder, f"{article:05}.txt"), sentences[20 * article : 20 * (article + 1)])
        del sentences  # the room of the bench is not that of the work
        begun = time.perf_counter()
        held = Held()
        held.start()
        condense(Path(folder), config.Topic(issued="2019-03-20"))
        seconds = time.perf_counter() - begun
        held.done.set()
    print(seconds, held.most)


class Held(threading.Thread):
    """The most memory that this process and those it started hold at one time, in megabytes.

    Pages that several of them share are counted once (Linux: the proportional set size); elsewhere
    it is the sum of their peaks, which is more.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.most = 0.0

    def run(self) -> None:
        """Look every second until it is `done`."""
        while not self.done.wait(1):
            self.most = max(self.most, now())


def now() -> float:
    """The megabytes that this process and those it started hold."""
    if not Path("/proc/self/smaps_rollup").exists():
        whom = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        return sum(resource.getrusage(who).ru_maxrss for who in whom) / UNITS_PER_MEGABYTE
    return sum(map(_held, ("self", *_children()))) / 1024


def _children() -> list[str]:
    """The processes that any thread of this one started."""
    return [
        child for path in Path("/proc/self/task").glob("*/children") for child in path.read_text().split()
    ]


def _held(process: str) -> int:
    """The kilobytes of a process; none where it has just ended."""
    with suppress(OSError):
        told = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        return int(told[1]) if told else 0
    return 0


def condensing() -> None:
    """Print how long a thousand and ten thousand articles take to condense, and how that grows."""
    print()
    taken = []
    for number in CONDENSED:
        done = run(sys.executable, __file__, "condense", str(number))
        seconds, megabytes = map(float, done.out.split())
        taken.append(seconds)
        said = f"{seconds:.1f} s, {megabytes:.0f} MB at most in all its processes together"
        print(f"condensed {number:6} articles of 20 sentences: {said}")
    print(f"ten times the articles take {taken[1] / taken[0]:.1f} times as long")


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
    if sys.argv[1:2] in (["read"], ["words"]):
        (read_and_clean if sys.argv[1] == "read" else one_pass)(Path(sys.argv[2]))
        return
    if sys.argv[1:2] == ["figures"]:
        find_figures()
        return
    if sys.argv[1:2] == ["condense"]:
        condense_articles(int(sys.argv[2]))
        return
    topic = next(iter(sys.argv[1:]), "seeds")
    with tempfile.TemporaryDirectory() as folder:
        within = report(*measure(topic, Path(folder)))
    reading()
    quantities()
    condensing()
    if not within:
        sys.exit("A build is over its limits.")


if __name__ == "__main__":
    main()
