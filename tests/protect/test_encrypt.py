"""A copy under a password: AES-256, all of it, and nobody takes it for the archived one."""

import io
from pathlib import Path

import pikepdf
import pytest

from brief import approval, shelf
from brief.errors import TopicError, UsageError
from brief.protect import encrypt, handed, locking, passwords, verify
from brief.protect.passwords import PasswordError
from tests.deliver.issues import NOW, book
from tests.protect.test_sign import signed

SECRET = "كلمة سر للاختبار"  # noqa: S105 - of nobody


def opened(content: bytes, secret: str) -> pikepdf.Pdf:
    """The copy as a reader who types a password opens it."""
    return pikepdf.open(io.BytesIO(content), password=secret)


def test_the_copy_opens_with_the_password_alone(folder: Path) -> None:
    """AES-256 of PDF 2.0 over text, attachments and metadata."""
    content = encrypt.encrypted((folder / "brief.pdf").read_bytes(), SECRET)
    with opened(content, SECRET) as pdf:
        told = pdf.encryption
        assert (told.R, told.bits, told.file_method) == (6, 256, pikepdf.models.EncryptionMethod.aesv3)
        assert told.stream_method == told.string_method == told.file_method
        assert pdf.allow.accessibility
        assert "brief.json" in pdf.attachments
    for wrong in ("", SECRET[:-1]):
        with pytest.raises(pikepdf.PasswordError):
            opened(content, wrong)
    assert b"pdfaid" not in content


def test_the_copy_says_that_it_is_none_to_archive(folder: Path) -> None:
    """The claim to be PDF/A is gone, that to be accessible stays, and the subject says what it is."""
    with opened(encrypt.encrypted((folder / "brief.pdf").read_bytes(), SECRET), SECRET) as pdf:
        metadata = pdf.open_metadata()
        assert "pdfaid:part" not in metadata
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.docinfo["/Subject"]) == "نسخة مشفّرة؛ نسخة الأرشيف (PDF/A) هي brief.pdf."


def test_passwords_are_compared_as_readers_compare_them(folder: Path) -> None:
    """Letters that look the same are the same (NFKC), and what protects nothing is refused."""
    assert passwords.fit("ﻛﻠﻤﺔ ﺳﺮ ﻃﻮﻳﻠﺔ", "X") == "كلمة سر طويلة"
    for unfit in ("", "short", "a" * 128, "line\nline line"):
        with pytest.raises(PasswordError):
            passwords.fit(unfit, "X")
    with pytest.raises(PasswordError, match="NOT_SET"):
        passwords.password("NOT_SET", {})


def test_a_recipient_is_handed_what_is_hers(folder: Path) -> None:
    """The approved file, the signed copy where there is one, and the locked one for who has a password."""
    printed = (folder / "brief.pdf").read_bytes()
    assert handed.pdf(folder, printed, None, {}) == printed
    copy = signed(folder).read_bytes()
    assert handed.pdf(folder, printed, None, {}) == copy
    with opened(handed.pdf(folder, printed, "HERS", {"HERS": SECRET}), SECRET) as pdf:
        assert "/AcroForm" not in pdf.Root, "a signature would be broken by the password"
    with pytest.raises(PasswordError):
        handed.pdf(folder, printed, "HERS", {})
    with pytest.raises(TopicError, match="another file"):
        handed.pdf(folder, printed[:-1] + b" ", None, {})


def test_the_locked_copy_is_no_part_of_what_was_approved(folder: Path) -> None:
    """It is laid beside the issue, for nobody else on the machine to read."""
    path = locking.locked(folder, SECRET)
    assert path.name == shelf.LOCKED
    assert path.stat().st_mode & 0o777 == 0o600
    assert approval.state(folder) == "approved"
    with pytest.raises(TopicError, match="encrypted"):
        verify.verify(path, (), NOW)


def test_what_cannot_be_locked_is_told(folder: Path) -> None:
    """An issue without a PDF, a PDF that is none, a folder that is no issue."""
    (folder / "brief.pdf").write_bytes(b"no PDF")
    with pytest.raises(TopicError, match="cannot be read as a PDF"):
        locking.locked(folder, SECRET)
    (folder / "brief.pdf").unlink()
    with pytest.raises(TopicError, match=r"brief\.pdf"):
        locking.locked(folder, SECRET)
    with pytest.raises(TopicError):
        locking.locked(folder.parent, SECRET)


def test_the_password_of_a_recipient_is_found_by_her_address(folder: Path, tmp_path: Path) -> None:
    """The file of recipients names the variable."""
    one = ("[[recipient]]", 'channel = "mail"', 'address = "reader@example.org"', 'password = "HERS"')
    path = book(tmp_path / "office" / "recipients.toml", ["other@example.org"], *one, "")
    environment = {"BRIEF_RECIPIENTS": str(path)}
    assert locking.variable_of("Reader@Example.org", folder, environment) == "HERS"
    with pytest.raises(UsageError):
        locking.variable_of("other@example.org", folder, environment)
