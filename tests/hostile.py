"""Files that break readers, made when a test asks for them: broken, huge, lying or hostile."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

SENTENCE = (
    "افتتحت البلدية حديقة النخيل الجديدة عند مدخل السوق القديم بعد عامين من الأعمال بكلفة 40 ألف دينار. "
)
PARAGRAPH = SENTENCE * 4
DEEP = 100_000
BIG = 10 * 2**20


def png() -> bytes:
    """The smallest picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def zipped(**members: bytes) -> bytes:
    """A ZIP archive, its names given with `__` for a slash and `_` for a dot at the end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def docx(document: bytes) -> bytes:
    """A Word file with this main part."""
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        b'.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'officeDocument" Target="word/document.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
    return out.getvalue()


WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "سطر">{ENTITIES}]>'
ANOTHER = (Path(__file__).parent / "strike" / "agency.txt").as_uri()
OUTSIDE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e29 SYSTEM "{ANOTHER}">]>'


def word(prologue: str, text: str) -> bytes:
    """A Word file of one paragraph behind a prologue."""
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    return docx(f'{prologue}<w:document xmlns:w="{WORDML}">{body}</w:document>'.encode())


def feed(prologue: str, text: str) -> bytes:
    """A feed of one entry behind a prologue."""
    entry = f"<item><title>عنوان</title><description>{text}</description></item>"
    return f'{prologue}<rss version="2.0"><channel><title>نشرة</title>{entry}</channel></rss>'.encode()


def page(body: str, head: str = "") -> bytes:
    """An HTML page."""
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


# What is in a file, by its name. None of them may stop the others from being read.
FILES: dict[str, Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "blanks.txt": lambda: b" \n\t\n\xc2\xa0\n\xe2\x80\x8f\n",
    "furniture.txt": lambda: "الرئيسية\nتسجيل الدخول\nشارك\nكلمات دلالية: سوق\n".encode(),
    "nul.txt": lambda: PARAGRAPH.encode().replace(b" ", b"\0"),
    "controls.txt": lambda: "".join(map(chr, range(1, 32))).join([PARAGRAPH] * 2).encode(),
    "overrides.txt": lambda: f"\u202e{PARAGRAPH}\u2067\u2066\u202d{PARAGRAPH}".encode(),
    "presentation.txt": lambda: ("\ufee3\ufeae\ufea3\ufe92\ufe8e " * 40 + ".").encode(),
    "one_line.txt": lambda: (SENTENCE * (BIG // len(SENTENCE.encode()))).encode(),
    "equal.txt": lambda: (SENTENCE.strip() + "\n").encode() * 1000,
    "long_word.txt": lambda: ("كلمة" * 50_000 + " قيلت هنا مرة واحدة ثم لم يقلها أحد بعد ذلك.").encode(),
    "marks.txt": lambda: (f"ك{chr(0x651) * 12_000}لمة " + PARAGRAPH).encode(),
    "picture.txt": png,
    "archive.txt": lambda: zipped(a_txt=PARAGRAPH.encode()),
    "document.txt": lambda: b"%PDF-1.7\n" + PARAGRAPH.encode(),
    "numbers.txt": lambda: (
        f"بلغ العدد {'9' * 100_000} قطعة في السوق القديم بعد عامين من الأعمال. {PARAGRAPH}".encode()
    ),
    "dates.txt": lambda: (
        "في 31 فبراير 2019 ويوم 99/99/9999 وسنة 0000 فتحت الحديقة للناس جميعا. " * 9
    ).encode(),
    "digits.txt": lambda: b"1 2 3\n" * 10_000,
    "broken_letters.txt": lambda: b"\xd9\xd9\xd8 \xff\xfe\x80 " * 500,
    "truncated.pdf": lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "no.pdf": lambda: PARAGRAPH.encode(),
    "loop.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    ),
    "broken.docx": lambda: b"PK\x03\x04" + b"\0" * 100,
    "no.docx": lambda: PARAGRAPH.encode(),
    "empty.docx": lambda: zipped(a_txt=b"x"),
    "bomb.docx": lambda: docx(b" " * (200 * 2**20)),
    "entities.docx": lambda: word(BOMB, "&e29;"),
    "outside.docx": lambda: word(OUTSIDE, "&e29;"),
    "deep.html": lambda: page("<div>" * DEEP + PARAGRAPH + "</div>" * DEEP),
    "unclosed.html": lambda: page("<p><b><i><table><tr>" * 5_000 + PARAGRAPH),
    "entities.html": lambda: (BOMB + "<html><body><p>&e29;</p></body></html>").encode(),
    "outside.html": lambda: (OUTSIDE + "<html><body><p>&e29;</p></body></html>").encode(),
    "script.html": lambda: page(f"<script>{PARAGRAPH * 50}</script>"),
    "hidden.html": lambda: page(f'<p hidden>{PARAGRAPH}</p><p style="display:none">{PARAGRAPH}</p>'),
    "meta.html": lambda: page("", '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/x">'),
    "comments.html": lambda: b"<!--" * 50_000 + PARAGRAPH.encode(),
    "attributes.html": lambda: page("<p " + "a=1 " * 100_000 + ">" + PARAGRAPH),
    "entities.rss": lambda: feed(BOMB, "&e29;"),
    "outside.rss": lambda: feed(OUTSIDE, "&e29;"),
    "no_feed.xml": lambda: b"<x/>",
    "deep.xml": lambda: b"<x>" * DEEP,
    "nested.eml": lambda: b"Content-Type: message/rfc822\n\n" * 2_000,
    "parts.eml": lambda: (
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: text/plain\n\na\n" * 20_000
    ),
    "broken.eml": lambda: (
        b"Content-Type: text/plain; charset=none-such\nContent-Transfer-Encoding: base64\n\n===="
    ),
    "flowed.eml": lambda: (
        b"Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
        + ("كلمة " * 12 + "\n").encode() * 20_000
    ),
    "many_parts.eml": lambda: (
        b"Content-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1.7\n"
        * 300
    ),
    "hashes.md": lambda: b"# " + b"#" * 100_000 + b"x\n" + PARAGRAPH.encode(),
    "address.txt": lambda: (
        "\u00d8\u00a7\u00d9\u201e " * 9 + "data:" + "A" * 300_000 + " " + PARAGRAPH
    ).encode(),
    "boxes.txt": lambda: "\n".join((PARAGRAPH, *("اقرأ أيضا", SENTENCE) * 10_000)).encode(),
    "tags.html": lambda: b"<b " * 100_000,
    "unknown.xyz": lambda: b"x",
}
# Of these an article is read, whatever else is wrong with them.
READABLE = {
    "controls.txt",
    "overrides.txt",
    "marks.txt",
    "numbers.txt",
    "dates.txt",
    "deep.html",
    "unclosed.html",
    "attributes.html",
}
# How it is that an odd name or file got into the folder.
ODD: dict[str, Callable[[Path], object]] = {
    "loop.txt": lambda place: place.symlink_to(place),
    "nothing.txt": lambda place: place.symlink_to(place.with_name("nowhere")),
    "outside.txt": lambda place: place.symlink_to("/etc/hostname"),
    "endless.txt": lambda place: place.symlink_to("/dev/zero"),
    "pipe.txt": os.mkfifo,
    "line\nbreak.txt": lambda place: place.write_text(PARAGRAPH, "utf-8"),
    "\u202emark.txt": lambda place: place.write_text(PARAGRAPH, "utf-8"),
    "-dash.txt": lambda place: place.write_text(PARAGRAPH, "utf-8"),
    os.fsdecode(b"\xff\xfe.txt"): lambda place: place.write_text(PARAGRAPH, "utf-8"),
}


def hostile(folder: Path) -> Path:
    """The folder with all of them in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content())
    for name, make in ODD.items():
        make(folder / name)
    return folder
