"""A signed copy: the approved file with a signature behind it, which stays PDF/A and can be seen."""

import io
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper
from pypdfium2 import PdfDocument

from brief import approval, shelf
from brief.errors import TopicError, UsageError
from brief.outputs import blank
from brief.protect import signing, verify
from brief.protect.proof import Proof
from brief.protect.signing import Request
from tests.protect.keys import PASSPHRASE, SIGNER, pair, put

NOW = datetime(2024, 7, 1, 6, 5, tzinfo=UTC)


def signed(folder: Path, timestamp: str | None = None) -> Path:
    """The signed copy of an issue."""
    bundle, _ = put(folder.parent)
    return signing.signed(Request(folder, bundle, PASSPHRASE, timestamp), NOW)


def states(path: Path, *trusted: Path) -> dict[str, set[bool | None]]:
    """What a verification says of each thing."""
    found: dict[str, set[bool | None]] = {}
    for one in verify.verify(path, trusted, NOW):
        found.setdefault(one.subject, set()).add(one.holds)
    return found


def messages(proofs: tuple[Proof, ...]) -> str:
    """The sentences of a verification."""
    return "\n".join(one.message for one in proofs)


def test_the_signature_stands_behind_the_approved_file(folder: Path) -> None:
    """The copy begins with brief.pdf byte for byte, and the approval holds as before."""
    copy = signed(folder)
    assert copy.name == shelf.SIGNED
    assert copy.read_bytes().startswith((folder / "brief.pdf").read_bytes())
    assert approval.state(folder) == "approved"


def test_the_signed_copy_stays_what_it_says_of_itself(folder: Path) -> None:
    """Metadata, output intent, attachments and tags are those of the PDF/A; nothing is encrypted."""
    copy = signed(folder)
    with pikepdf.open(folder / "brief.pdf") as before, pikepdf.open(copy) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3"' in after.Root.Metadata.read_bytes().replace(b"'", b'"')
        assert str(after.docinfo) == str(before.docinfo)
        assert list(after.attachments) == list(before.attachments)
        assert not after.is_encrypted
        assert not after.check_pdf_syntax()
        assert not {"/NeedAppearances", "/XFA"} & set(after.Root.AcroForm.keys())
        (field,) = after.Root.AcroForm.Fields
        assert int(field.F) & 0b111 == 0b100, "it is printed and not hidden, as PDF/A wants"
        for font in _fonts(field.AP.N):
            assert "/FontFile2" in font, "PDF/A wants every font inside"
        (owner,) = [one for one in _numbered(after) if one[0] == int(field.StructParent)]
        assert owner[1].S == "/Form"
        assert SIGNER in str(owner[1].Alt)


def _fonts(form: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The descriptors of all fonts that a form draws with."""
    for inner in form.Resources.get("/XObject", {}).values():
        yield from _fonts(inner)
    for font in form.Resources.get("/Font", {}).values():
        yield font.DescendantFonts[0].FontDescriptor


def _numbered(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)


def test_checkers_of_accessibility_find_nothing_new(folder: Path) -> None:
    """What pdfua finds in the signed copy it finds in the approved file."""
    import pdfua  # noqa: PLC0415 - slow to load

    copy = signed(folder)

    def found(path: Path) -> set[str]:
        return {one.rule_id for one in pdfua.validate(str(path)).findings}

    assert found(copy) == found(folder / "brief.pdf")


def test_the_line_covers_nothing_and_can_be_seen(folder: Path) -> None:
    """Where the line stands the approved page is blank; the signed one is not, and is the same elsewhere."""
    copy = signed(folder)
    printed = (folder / "brief.pdf").read_bytes()
    room = blank.room(printed, signing.HEIGHT)
    assert room is not None
    before, after = _picture(printed, room.page), _picture(copy.read_bytes(), room.page)
    height = len(before)
    # A page is no whole number of points high.
    box = range(height - room.head - 1, height - room.foot + 1)
    assert all(len(set(before[row][room.left : room.right])) == 1 for row in box)
    assert any(len(set(after[row][room.left : room.right])) > 1 for row in box)
    assert all(before[row] == after[row] for row in range(height) if row not in box)


def _picture(content: bytes, number: int) -> list[bytes]:
    """The rows of a page in grey, its forms drawn."""
    with PdfDocument(content) as document:
        document.init_forms()
        bitmap = document[number].render(scale=1, grayscale=True, may_draw_forms=True)
        drawn = bytes(bitmap.buffer)
        return [drawn[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height)]


def test_the_line_names_signer_and_time_in_the_words_of_the_brief(folder: Path) -> None:
    """The text of the field, which is read aloud, is that of the line."""
    with pikepdf.open(signed(folder)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert str(field.TU) == f"وقّعه رقميًا: {SIGNER}، 1 تموز 2024، الساعة 06:05 بالتوقيت العالمي"


def test_a_page_without_room_is_left_alone() -> None:
    """On pages that are full from head to foot there is no place for a line."""
    full = pikepdf.new()
    page = full.add_blank_page(page_size=(595, 842))
    page.Contents = full.make_stream(b"0 g 0 0 595 842 re f")
    target = io.BytesIO()
    full.save(target)
    assert blank.room(target.getvalue(), 28) is None


def test_an_untouched_copy_holds(folder: Path) -> None:
    """Signature, record, sources, copy, approval and passages hold; who the signer is, only with her name."""
    copy = signed(folder)
    _, certificate = put(folder.parent)
    assert states(copy)["signature"] == {True, None}
    assert states(copy, certificate) == {
        "signature": {True},
        "copy": {True},
        "record": {True},
        "sources": {True},
        "approval": {True},
        "anchors": {True},
    }
    assert states(folder, certificate) == states(copy, certificate)


def test_a_signer_of_the_same_name_is_told_apart(folder: Path) -> None:
    """Somebody else's certificate vouches for nobody."""
    copy = signed(folder)
    _, other = put(folder.parent, "مدير آخر")
    assert False in states(copy, other)["signature"]


def test_a_changed_letter_is_found(folder: Path) -> None:
    """One byte of what was signed is another one."""
    copy = signed(folder)
    content = bytearray(copy.read_bytes())
    # The second line of every PDF is a comment: who reads the pages sees nothing.
    content[content.index(b"\n%") + 3] ^= 1
    alone = folder.parent / "alone.pdf"
    alone.write_bytes(content)
    assert states(alone)["signature"] == {False}


def test_what_is_added_behind_a_signature_is_found(folder: Path) -> None:
    """A later revision that draws over a page is no part of what was signed."""
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - used once
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - see above

    writer = IncrementalPdfFileWriter(io.BytesIO(signed(folder).read_bytes()))
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
    target = io.BytesIO()
    writer.write(target)
    alone = folder.parent / "alone.pdf"
    alone.write_bytes(target.getvalue())
    assert states(alone)["signature"] == {False}


def test_a_signed_copy_of_another_file_is_found(folder: Path) -> None:
    """A signature that is good in itself is none of the file that was approved."""
    copy = signed(folder)
    with (folder / "brief.pdf").open("ab") as file:
        file.write(b"\n")
    found = states(folder)
    assert found["copy"] == {False}
    assert found["approval"] == {False}
    assert copy.is_file()


def test_a_pdf_alone_is_proved_by_what_it_carries(folder: Path, tmp_path: Path) -> None:
    """Without its issue a file tells its signature and that its record cites the texts it lists."""
    alone = tmp_path / "got.pdf"
    alone.write_bytes(signed(folder).read_bytes())
    assert states(alone) == {"signature": {True, None}, "sources": {True}}


def test_a_passage_that_was_changed_is_found(folder: Path) -> None:
    """A letter of a source breaks anchors and approval."""
    text = next((folder / "sources").iterdir())
    text.write_bytes(text.read_bytes()[:-2])
    found = states(folder)
    assert found["anchors"] == {False}
    assert found["approval"] == {False}


def test_a_wrong_passphrase_is_told(folder: Path) -> None:
    """Nothing is written with a key that stays shut."""
    bundle, certificate = put(folder.parent)
    for path, passphrase in ((bundle, "other"), (certificate, PASSPHRASE), (folder, PASSPHRASE)):
        with pytest.raises(TopicError):
            signing.signed(Request(folder, path, passphrase), NOW)
    assert not (folder / shelf.SIGNED).exists()


# Timestamps ------------------------------------------------------------------------------------


@pytest.fixture
def stamping(tmp_path: Path) -> Iterator[str]:
    """The address of a server of timestamps on this machine."""
    made = pair("خادم أختام", stamps=True)
    path = tmp_path / "stamper.pem"
    path.write_bytes(made.certificate.public_bytes(Encoding.PEM))
    secret = made.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        load_cert_from_pemder(str(path)), load_private_key_from_pemder_data(secret, None), fixed_dt=NOW
    )

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            said = stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's own
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/stamp"
        server.shutdown()
        thread.join()


def test_a_timestamp_is_asked_for_and_told(folder: Path, stamping: str) -> None:
    """The server's time stands in the signature."""
    copy = signed(folder, stamping)
    told = messages(verify.verify(copy, (), NOW))
    assert "a server of timestamps says that it was there at 2024-07-01T06:05:00+00:00" in told


def test_a_server_that_is_not_there_is_told(folder: Path) -> None:
    """Nothing is signed without the timestamp that was asked for."""
    with pytest.raises(TopicError, match="gives no timestamp"):
        signed(folder, "http://127.0.0.1:9/stamp")
    with pytest.raises(UsageError):
        signed(folder, "ftp://127.0.0.1/stamp")
    assert not (folder / shelf.SIGNED).exists()
