"""An office's own type is measured, and what it loses is told."""

import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from brief import legible, themes
from brief.build import Request, build
from brief.check import check
from brief.check.again import printed_again
from brief.check.issue import open_issue
from brief.check.text_layer import POOR
from brief.errors import BriefError, FontError
from brief.model import Note
from brief.render import render
from brief.themes import Theme
from tests.check.issues import good, write
from tests.topics import STRIKE, topic

TOML = 'base = "modern"\n[text]\nfamily = "{name}"\n[text.faces]\n400 = "400.ttf"\n700 = "700.ttf"\n'
PLEX = themes.load("modern").text
# Told apart by their dots alone, by which this type does not tell them apart.
DOTTED, DOTLESS = "تثنيئج", "ب"
PASTED = "Nobody said these seven words in any source."


def good_face(weight: int) -> bytes:
    """A face whose words are all found again."""
    return PLEX.path(weight).read_bytes()


def poor_face(weight: int) -> bytes:
    """The same face, but several letters are one glyph, which can stand for one of them only."""
    with TTFont(PLEX.path(weight)) as font:
        for table in font["cmap"].tables:
            if ord(DOTLESS) in table.cmap:
                table.cmap.update({ord(letter): table.cmap[ord(DOTLESS)] for letter in DOTTED})
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()


def office(folder: Path, light: bytes, heavy: bytes, name: str = "Office") -> Theme:
    """A theme with its own text type."""
    files: dict[str, bytes | str] = {"theme.toml": TOML.format(name=name), "400.ttf": light, "700.ttf": heavy}
    return themes.of_folder(topic(folder, files))


def told_of(theme: Theme, *formats: str) -> list[tuple[Note, FontError]]:
    """What is told of the type of a theme in some formats, or in print and page."""
    return list(legible.poor_families(good(), theme, formats or ("pdf", "html")))


def built(folder: Path, *formats: str) -> tuple[Path, list[BriefError]]:
    """An issue in poor type and what its build warned of."""
    office(folder / "office", poor_face(400), poor_face(700))
    request = Request(
        topic(folder / "strike", STRIKE),
        out=folder / "issue",
        issued="2024-03-01",
        theme=str(folder / "office"),
        formats=formats,
    )
    told: list[BriefError] = []
    build(request, lambda _: None, told.append)
    return folder / "issue", told


@pytest.fixture(scope="module")
def poor(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[BriefError]]:
    """A published issue in poor type, and what the build warned of."""
    return built(tmp_path_factory.mktemp("poor"), "pdf", "html", "onepage")


def overlaid(path: Path) -> None:
    """Writes a foreign line onto the last page of a PDF."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        font = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"}
        made = pikepdf.Dictionary({f"/{key}": pikepdf.Name(value) for key, value in font.items()})
        name = pdf.pages[-1].add_resource(made, pikepdf.Name.Font)
        pdf.pages[-1].contents_add(f"q BT {name} 9 Tf 40 40 Td ({PASTED}) Tj ET Q".encode())
        pdf.save()


def test_a_good_family_needs_no_word(tmp_path: Path) -> None:
    """What gives its words back is not told of, and the type of the package is not measured."""
    assert told_of(office(tmp_path, good_face(400), good_face(700))) == []
    assert told_of(themes.load("sober")) == []


def test_a_family_is_as_poor_as_its_poorest_face(tmp_path: Path) -> None:
    """Heavy type that loses words is told of though light type loses none."""
    ((note, warning),) = told_of(office(tmp_path, good_face(400), poor_face(700)))
    name, share = note.message.rstrip("%").split(", ")
    assert (note.kind, name) == (POOR, "Office")
    assert 20 < int(share) < 90
    assert f"only {share}% of the words set in Office can be found again" in str(warning)


def test_a_name_with_a_quote_is_measured(tmp_path: Path) -> None:
    """The type that is measured is the theme's, whatever it is called."""
    theme = office(tmp_path, poor_face(400), poor_face(700))
    named = replace(theme, text=replace(theme.text, name="Office's"))
    ((note, _),) = told_of(named)
    assert note.message.startswith("Office's, ")


def test_a_file_that_only_begins_like_a_font_is_told(tmp_path: Path) -> None:
    """The sentence names family and file."""
    theme = office(tmp_path, good_face(400), good_face(700)[:4] + b"\xff" * 99)
    with pytest.raises(FontError, match=r"font: Office cannot be used, 700\.ttf is no whole font"):
        told_of(theme, "docx")


def kept_back(weight: int) -> bytes:
    """A good face whose maker lets it be printed only."""
    with TTFont(PLEX.path(weight)) as font:
        font["OS/2"].fsType = 4
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()


def test_type_that_stays_behind_is_told(tmp_path: Path) -> None:
    """Good type that no page may carry is told to the reader, as a note in words, and to the office."""
    ((note, warning),) = told_of(office(tmp_path, good_face(400), kept_back(700)))
    assert (note.kind, note.message) == (legible.KEPT_BACK, "Office")
    assert "the maker of Office does not let it be embedded" in str(warning)
    page = render(replace(good(), notes=(note,)), themes.load("modern"))
    assert "لا يأذن صانع الخط Office بتضمينه" in page


def test_only_what_befalls_a_file_is_told(tmp_path: Path) -> None:
    """Type that no page may carry is no fault of a print, nor letters that a print loses one of a page."""
    theme = office(tmp_path, poor_face(400), kept_back(700))
    assert [note.kind for note, _ in told_of(theme)] == [POOR, legible.KEPT_BACK]
    assert [note.kind for note, _ in told_of(theme, "onepage")] == [POOR]
    assert [note.kind for note, _ in told_of(theme, "html")] == [legible.KEPT_BACK]


@pytest.mark.slow
def test_a_poor_theme_is_published_with_a_warning(poor: tuple[Path, list[BriefError]]) -> None:
    """The build warns, record and page say it, and the check of PDF and single sheet agrees."""
    folder, told = poor
    assert [type(warning).__name__ for warning in told] == ["FontError"]
    issue = open_issue(folder)
    assert issue.brief.notes[-1].kind == POOR
    assert issue.page is not None
    shown = re.sub(r"<[^>]*>", "", issue.page).replace("\u00a0", " ")
    assert issue.brief.notes[-1].message in shown
    assert {path.name for path in folder.glob("*.pdf")} == {"brief.pdf", "brief-onepage.pdf"}
    assert check(folder) == ()


@pytest.mark.slow
def test_poor_type_excuses_no_foreign_sentence(poor: tuple[Path, list[BriefError]], tmp_path: Path) -> None:
    """A line that was put onto a print in poor type is found in it."""
    names = ("brief.pdf", "brief-onepage.pdf")
    folder = shutil.copytree(poor[0], tmp_path / "issue")
    for name in names:
        overlaid(folder / name)
    findings = check(folder)
    assert [finding.gate for finding in findings] == ["page", "page"]
    for name, finding in zip(names, findings, strict=True):
        assert finding.message.startswith(f"{name}: «Nobody said these seven words")


@pytest.mark.slow
def test_a_sheet_alone_in_poor_type_is_published(tmp_path: Path) -> None:
    """What is built for the single sheet only is measured too."""
    folder, told = built(tmp_path, "onepage")
    assert len(told) == 1
    assert open_issue(folder).brief.notes[-1].kind == POOR
    assert (folder / "brief-onepage.pdf").is_file()


def test_a_note_on_good_type_excuses_nothing(tmp_path: Path) -> None:
    """Words that good type would give back must be there, whatever the record notes."""
    write(tmp_path, replace(good(), theme="office", notes=(Note(POOR, "Office, 37%"),)))
    office(tmp_path / themes.KEPT, good_face(400), good_face(700))
    shutil.copy(empty_print(tmp_path), tmp_path / "brief.pdf")
    assert "text layer" in {finding.gate for finding in check(tmp_path)}


@pytest.mark.parametrize("kept", [False, True])
def test_a_note_alone_excuses_nothing(tmp_path: Path, *, kept: bool) -> None:
    """Without a theme of its own, or with an empty folder for it, an issue is held to the floor."""
    write(tmp_path, replace(good(), notes=(Note(POOR, "Office, 37%"),)))
    if kept:
        (tmp_path / themes.KEPT).mkdir()
        (tmp_path / "brief-card.png").write_bytes(b"")
    shutil.copy(empty_print(tmp_path), tmp_path / "brief.pdf")
    assert "text layer" in {finding.gate for finding in check(tmp_path)}


def test_type_of_the_package_is_not_printed_again(tmp_path: Path) -> None:
    """A check prints again only what has its own type and tells that it is poor."""
    write(tmp_path, replace(good(), notes=(Note(POOR, "Office, 37%"),)))
    with printed_again(open_issue(tmp_path), "pdf") as again:
        assert again is None


def empty_print(folder: Path) -> Path:
    """A PDF with a page and no word."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "empty.pdf")
    return folder / "empty.pdf"
