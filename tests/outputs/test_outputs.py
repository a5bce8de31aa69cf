"""The finished files: record, page and print."""

import hashlib
import io
import logging
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pikepdf
import pypdf
import pytest
from msgspec.structs import replace

from brief import themes
from brief.errors import BriefError, FontError, TopicError
from brief.identity import digest
from brief.model import Brief
from brief.outputs import OUTPUTS, Rendered, output, pdf, produce, record, spelled
from brief.render import render
from brief.tabled import as_csv
from tests.check.issues import good, write

MODERN = themes.load("modern")


@pytest.fixture(scope="module")
def brief() -> Brief:
    """The small issue, its marking set."""
    return replace(good(), marking="M")


@pytest.fixture(scope="module")
def printed(brief: Brief) -> bytes:
    """Its PDF."""
    return pdf.write(brief, Rendered(render(brief, MODERN), MODERN)).content


@pytest.fixture
def opened(printed: bytes) -> Iterator[pikepdf.Pdf]:
    """Its PDF, open."""
    with pikepdf.open(io.BytesIO(printed)) as document:
        yield document


def recorded(folder: Path, content: bytes) -> Path:
    """A brief.json of this content."""
    place = folder / "brief.json"
    place.write_bytes(content)
    return place


def test_the_record_comes_back(tmp_path: Path, brief: Brief) -> None:
    """brief.json reads back as the value it was written from."""
    assert record.load(recorded(tmp_path, record.write(brief).content)) == brief


def test_figures_are_numbers_in_the_record(tmp_path: Path, brief: Brief) -> None:
    """A decimal is a JSON number, so that other programs can count with it."""
    content = record.write(brief).content
    assert msgspec.json.decode(content)["datapoints"][0]["value"] == 7200000000
    assert record.load(recorded(tmp_path, content)).datapoints[2].value == Decimal("10.4")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[1", b'{"schema": "brief/2"}'])
def test_another_record_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    """What is no brief of version 1 is refused with what to do."""
    sentence = (
        r"brief\.json: is not the record of a brief \(.+\); name the folder of an issue, or build it again\."
    )
    with pytest.raises(TopicError, match=sentence):
        record.load(recorded(tmp_path, content))


def test_a_missing_record_is_the_same_sentence(tmp_path: Path) -> None:
    """Where there is no file the reason is the system's."""
    with pytest.raises(TopicError, match=r"brief\.json: is not the record of a brief \(No such file"):
        record.load(tmp_path / "brief.json")


def test_each_format_is_made_once(brief: Brief) -> None:
    """Formats come in the order asked for, and the stages are told."""
    told: list[str] = []
    made = list(produce(brief, MODERN, ("json", "html"), told.append))
    assert [artifact.name for artifact in made] == ["brief.json", "brief.html"]
    assert told == ["json", "html"]
    assert all(callable(output(name)) for name in OUTPUTS)


def test_the_same_brief_gives_the_same_bytes(
    brief: Brief, printed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the clock gets into the file."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert pdf.write(brief, Rendered(render(brief, MODERN), MODERN)).content == printed


def test_the_print_states_what_it_is(opened: pikepdf.Pdf) -> None:
    """Language, tags, conformance and title are in the file."""
    metadata = opened.Root.Metadata.read_bytes()
    assert str(opened.Root.Lang) == "ar"
    assert bool(opened.Root.MarkInfo.Marked)
    assert b'pdfaid:part="3"' in metadata
    assert b'pdfaid:conformance="A"' in metadata
    assert b'pdfuaid:part="1"' in metadata
    assert "/StructTreeRoot" in opened.Root


def test_the_record_is_inside_the_print(brief: Brief, opened: pikepdf.Pdf) -> None:
    """brief.json is attached as the source of the file, with figures and digests beside it, each once."""
    inside = {name: held.get_file().read_bytes() for name, held in opened.attachments.items()}
    assert sorted(inside) == ["brief.json", "datapoints.csv", "sources.sha256"]
    assert inside["brief.json"] == record.write(brief).content
    assert inside["datapoints.csv"].decode() == as_csv(brief)
    related = {str(item.UF): str(item.AFRelationship) for item in opened.Root.AF}
    assert len(opened.Root.AF) == len(inside)
    assert related == {"brief.json": "/Source", "datapoints.csv": "/Data", "sources.sha256": "/Supplement"}


def test_the_digests_are_those_of_the_texts(tmp_path: Path, brief: Brief, opened: pikepdf.Pdf) -> None:
    """A line of sources.sha256 is the SHA-256 of a text of the issue and its place there."""
    write(tmp_path, brief)
    lines = opened.attachments["sources.sha256"].get_file().read_bytes().decode().splitlines()
    assert len(lines) == len({entry.place for entry in brief.sources if entry.is_kept})
    for line in lines:
        told, place = line.split("  ")
        assert told == hashlib.sha256((tmp_path / place).read_bytes()).hexdigest()


def test_every_font_is_embedded(opened: pikepdf.Pdf) -> None:
    """Only the family of the theme is used, and its outlines are in the file."""
    descriptors = [
        item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
    ]
    names = {str(item.FontName) for item in descriptors}
    assert names
    assert all("Plex" in name for name in names)


def test_figures_have_alternative_text(brief: Brief) -> None:
    """The drawing of a chart is a tagged figure with its alt text."""
    named = replace(brief, charts=(replace(brief.charts[0], alt="bars of trade"),))
    with pikepdf.open(
        io.BytesIO(pdf.write(named, Rendered(render(named, MODERN), MODERN)).content)
    ) as document:
        alternatives = [
            str(item.Alt)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert "bars of trade" in alternatives


def test_bookmarks_name_the_parts(brief: Brief, printed: bytes) -> None:
    """The outline holds the title and under it every part."""
    outline = pypdf.PdfReader(io.BytesIO(printed)).outline
    titles = [item.title for item in _flat(outline)]
    assert brief.title in titles
    assert {section.title for section in brief.sections} <= set(titles)


def _flat(outline: object) -> Iterator[pypdf.generic.Destination]:
    for item in outline if isinstance(outline, list) else [outline]:
        if isinstance(item, list):
            yield from _flat(item)
        elif isinstance(item, pypdf.generic.Destination):
            yield item


def test_no_glyph_stands_for_several_letters_that_one_form_has(opened: pikepdf.Pdf) -> None:
    """In the text layer lam-alef and its like are one code point."""
    maps = [
        item.ToUnicode.read_bytes()
        for item in opened.objects
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item
    ]
    targets = [
        bytes.fromhex(found.decode()).decode("utf-16-be")
        for text in maps
        for found in re.findall(rb"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]{8,})>", text)
    ]
    assert maps
    assert not [target for target in targets if target in spelled.forms()]


@pytest.mark.parametrize("frame", [("ar", "ar_EG", "rtl"), ("en", "en_GB", "ltr")])
@pytest.mark.parametrize("name", themes.bundled())
def test_a_clean_print_logs_nothing(
    brief: Brief, name: str, frame: tuple[str, str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """In every theme and frame, with a logo, WeasyPrint understands each rule and finds each resource."""
    theme = replace(
        themes.load(name), logo="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
    )
    language, locale, direction = frame
    framed = replace(brief, language=language, locale=locale, direction=direction)
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf.write(framed, Rendered(render(framed, theme), theme))
    assert caplog.messages == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "x.png", "brief-font:9/400"]
)
def test_a_page_that_asks_for_more_is_refused(brief: Brief, address: str) -> None:
    """Whatever the package does not carry stops the build with a sentence."""
    with pytest.raises(BriefError, match="outside"):
        pdf.write(brief, Rendered(f'<html lang="ar"><img src="{address}" alt=""></html>', MODERN))


def test_a_missing_font_is_a_sentence(brief: Brief) -> None:
    """The message names the family and the command that installs it."""
    without = replace(MODERN, text=replace(MODERN.text, module="fontpkg_nowhere"))
    with pytest.raises(FontError, match="pip install"):
        pdf.write(brief, Rendered("<html></html>", without))


def test_the_print_is_packed_and_its_objects_in_small_streams(opened: pikepdf.Pdf) -> None:
    """Nothing but what is told of the file stands unpacked, and one object is had without all others."""
    streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
    assert {str(one.get("/Type")) for one in streams if "/Filter" not in one} <= {"/Metadata"}
    bundles = [one for one in streams if one.get("/Type") == pikepdf.Name.ObjStm]
    assert len(bundles) > 1
    assert max(int(bundle.N) for bundle in bundles) <= 100


def test_the_print_is_known_by_its_page(brief: Brief, opened: pikepdf.Pdf) -> None:
    """What stays of the identifier in all versions of the file is the digest of what it shows."""
    shown = render(brief, MODERN)
    assert bytes(opened.trailer.ID[0]).decode() == digest(shown)[:32]


def test_the_links_work_in_print(printed: bytes) -> None:
    """Every internal link of the PDF has a destination."""
    reader = pypdf.PdfReader(io.BytesIO(printed))
    targets = {
        annotation.get_object().get("/Dest")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation.get_object()
    }
    assert len(targets) > 5
    assert {str(target) for target in targets} <= set(reader.named_destinations)
