"""How long a page takes to print, next to WeasyPrint alone, and in a long brief next to a short one.

`make bench` runs it. Every print is in a process of its own; what is timed begins when the HTML is
ready and all is imported, so that a ratio speaks of the printing alone.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 3
LONG_ARTICLES, LONG_ITEMS, LONG_WORDS = 200, 150, 5000
MOST_TIMES_ALONE, MOST_TIMES_A_PAGE = 1.15, 1.3


def condensed(topic: Path, record: Path, items: int, words: int) -> None:
    """Write the record of the brief of a topic with a budget of its own."""
    import msgspec  # noqa: PLC0415 - only this process condenses

    from brief import config  # noqa: PLC0415
    from brief.outputs import record as outputs_record  # noqa: PLC0415
    from brief.pipeline import condense  # noqa: PLC0415

    settings = msgspec.structs.replace(config.load(topic), budget=config.Budget(items, words))
    brief, _ = condense(topic, settings)
    record.write_bytes(outputs_record.write(brief).content)


def printed(record: Path, *, alone: bool) -> tuple[float, int]:
    """The seconds that the PDF of a record took, by us or by WeasyPrint `alone`, and its pages."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from brief import themes  # noqa: PLC0415
    from brief.outputs import Rendered, pdf  # noqa: PLC0415
    from brief.outputs.record import load  # noqa: PLC0415
    from brief.render import render  # noqa: PLC0415

    brief = load(record)
    theme = themes.load(brief.theme)
    html = render(brief, theme)
    faces = pdf.font_faces(theme)
    for number, family in enumerate(theme.families):
        for weight, _ in family.faces:
            faces = faces.replace(f'"brief-font:{number}/{weight}"', f'"{family.path(weight).as_uri()}"')
    begun = time.perf_counter()
    if alone:
        fonts = FontConfiguration()
        sheet = CSS(string=faces, font_config=fonts)
        content = HTML(string=html).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a")
    else:
        content = pdf.write(brief, Rendered(html, theme)).content
    seconds = time.perf_counter() - begun
    with PdfDocument(content) as document:
        return seconds, len(document)


def measured(record: Path, how: str) -> tuple[float, int]:
    """The median seconds of some prints and the pages of one."""
    runs = [
        subprocess.run([sys.executable, __file__, how, record], check=True, capture_output=True, text=True)
        for _ in range(ROUNDS)
    ]
    told = [run.stdout.split() for run in runs]
    return median(float(seconds) for seconds, _ in told), int(told[0][1])


def report(short: Path, long: Path) -> None:
    """Print the ratios and the most that each may be."""
    ours, pages = measured(short, "ours")
    alone, _ = measured(short, "alone")
    many, most = measured(long, "ours")
    print(f"\nprinted {pages} pages in {ours:.2f} s, WeasyPrint alone in {alone:.2f} s: ", end="")
    print(f"{ours / alone:.2f} times (at most {MOST_TIMES_ALONE})")
    ratio = (many / most) / (ours / pages)
    told = f"{ratio:.2f} times as long a page (at most {MOST_TIMES_A_PAGE})"
    print(f"printed {most} pages in {many:.2f} s: {told}")


def built(topic: Path, folder: Path) -> None:
    """Build the long brief as an office does, through every proof; ends the bench where one fails."""
    budget = ("--items", str(LONG_ITEMS), "--words", str(LONG_WORDS))
    begun = time.perf_counter()
    command = [sys.executable, "-m", "brief", "build", str(topic), "--out", str(folder), *budget]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"the brief of {LONG_ARTICLES} articles does not pass its check")
    told = f"built and checked in {time.perf_counter() - begun:.0f} s"
    print(f"a brief of {LONG_ARTICLES} articles, {LONG_ITEMS} items: {told}")


def main() -> None:
    """Measure the topic named on the command line beside a long one of recombined sentences."""
    if sys.argv[1] in {"ours", "alone"}:
        print(*printed(Path(sys.argv[2]), alone=sys.argv[1] == "alone"))
        return
    from tests.bench import recombined  # noqa: PLC0415 - only the measuring process needs it

    with tempfile.TemporaryDirectory() as folder:
        topic, short, long = (Path(folder, name) for name in ("topic", "short.json", "long.json"))
        topic.mkdir()
        recombined(topic, LONG_ARTICLES)
        (topic / "brief.toml").write_text('title = "long"\nissued = "2019-03-20"\n', "utf-8")
        condensed(Path(sys.argv[1]), short, 60, 2000)
        condensed(topic, long, LONG_ITEMS, LONG_WORDS)
        report(short, long)
        built(topic, Path(folder, "out"))


if __name__ == "__main__":
    main()
