"""Issues as they stand in reports/, small and made by hand, and the file of those who get them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from brief import approval, shelf, whole
from brief.model import Brief, Certainty, Item, Period, Section, SourceEntry
from brief.outputs import record
from tests.builders import anchor

NOW = datetime(2024, 7, 1, 6, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\n%made by hand\n%%EOF\n"
TITLE = "إغلاق سوق النخيل وأثره في أسعار الخضار"
_TEXTS = (
    ("أغلقت بلدية النخيل السوق القديم يوم الأحد بعد حريق أتى على 40 متجرًا.", None),
    ("وقال تجار إن الخسائر تبلغ نحو 3 ملايين دولار.", "الخسائر"),
    ("من المتوقع أن يُعاد فتح السوق في أيلول المقبل.", None),
    ("ارتفعت أسعار الخضار بنسبة 12% خلال أسبوع.", "الأسعار"),
)


def clock() -> datetime:
    """The time of every test."""
    return NOW


def brief(topic: str = "souk", title: str = TITLE, texts: Iterable[tuple[str, str | None]] = _TEXTS) -> Brief:
    """A brief whose summary has these texts with their labels, each from one source."""
    items = []
    start = 0
    for text, label in texts:
        items.append(
            Item(
                id=f"s{start}",
                label=label,
                text=text,
                actors=(),
                certainty=Certainty.STATED,
                standing=None,
                evidence=(anchor(text, "a", start),),
            )
        )
        start += len(text) + 1
    return Brief(
        topic=topic,
        title=title,
        subtitle="ما حدث وما قد يليه",
        issued="2024-06-30",
        language="ar",
        locale="ar_SY",
        direction="rtl",
        audience="مجلس المدينة",
        marking="للاستعمال الرسمي",
        theme="modern",
        period=Period("2024-06-23", "2024-06-29"),
        sources=(_source(),),
        sections=(Section("summary", "الخلاصة", tuple(items)),),
        datapoints=(),
        key_figures=(),
        charts=(),
        quotes=(),
        timeline=(),
        positions=(),
        discrepancies=(),
        notes=(),
    )


def _source() -> SourceEntry:
    return SourceEntry(
        id="a",
        path="souk.txt",
        number=1,
        title="حريق السوق",
        publisher="نشرة الحي",
        author=None,
        published="2024-06-30",
        language="ar",
        digest="0" * 64,
        grade=None,
        background=False,
        status="used",
        reason=None,
    )


def issue(reports: Path, name: str = "2024-W26", made: Brief | None = None, *, approved: bool = True) -> Path:
    """An issue of a topic in its place."""
    told = made or brief()
    folder = reports / told.topic / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "brief.json").write_bytes(record.write(told).content)
    (folder / "brief.pdf").write_bytes(PDF + name.encode())
    edition = shelf.Edition(
        topic=told.topic, issue=name, start="2024-06-23", end="2024-06-29", revision=1, inputs=name
    )
    if "-W" in name:
        shelf.put(folder, edition)
    if approved:
        approve(folder)
    return folder


def approve(folder: Path) -> None:
    """Somebody approves the files as they stand."""
    made = approval.approved(folder, "مديرة النشر", NOW)
    whole.put(folder / shelf.APPROVAL, msgspec.json.encode(made))


def book(path: Path, people: Iterable[str], *lines: str) -> Path:
    """A file of recipients by mail, `lines` of it standing before them."""
    entries = (f'[[recipient]]\nchannel = "mail"\naddress = "{address}"\n' for address in people)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((*lines, *entries)), "utf-8")
    return path
