"""Whether the signatures of a PDF hold: nothing asked of the network, nobody trusted who was not named."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from asn1crypto import x509
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from brief.errors import Remark, TopicError
from brief.protect.proof import Proof, fails, holds, untold

# What the library would log is told as a proof.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


def roots(files: Sequence[Path]) -> tuple[x509.Certificate, ...]:
    """The certificates of PEM or DER files; raises `TopicError` where one holds none."""
    found: list[x509.Certificate] = []
    for path in files:
        try:
            found.extend(load_certs_from_pemder([str(path)]))
        except (OSError, ValueError) as error:
            raise TopicError(
                "%(path)s: holds no certificate (%(reason)s); name a PEM or DER file.",
                path=path,
                reason=error,
            ) from error
    return tuple(found)


def signatures(pdf: bytes, trusted: Sequence[x509.Certificate], now: datetime) -> Iterator[Proof]:
    """What each signature of a PDF is worth at the time `now`; nothing of one that bears none.

    A signer is known where a chain leads to one of those `trusted`; where nobody is, it is only said that
    nobody knows her. Raises `TopicError` for what cannot be read, encrypted files among it.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        found = [] if reader.encrypted else list(reader.embedded_regular_signatures)
        for one in found:
            yield from _proofs(one, trusted, now)
    except Exception as error:  # a broken file breaks its reader in any way
        raise TopicError("the PDF cannot be read (%(reason)s); ask for it again.", reason=error) from error
    if reader.encrypted:
        raise TopicError("the PDF is encrypted; verify the copy that is not.")


def _proofs(one: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate], now: datetime) -> Iterator[Proof]:
    context = ValidationContext(
        trust_roots=list(trusted), allow_fetching=False, moment=now, revocation_mode="soft-fail"
    )
    name = str(one.signer_cert.subject.native.get("common_name") or one.signer_cert.subject.human_friendly)
    status = validate_pdf_signature(one, context, context)
    if not (status.intact and status.valid):
        yield fails(
            "signature",
            Remark("the signature of %(name)s does not fit: the file was changed.", name=name),
        )
        return
    if not _is_whole(status):
        told = Remark("the file was changed after %(name)s signed it.", name=name)
        yield fails("signature", told)
        return
    yield holds("signature", _told(one, status, name))
    yield _known(status, name, named=bool(trusted))


def _is_whole(status: PdfSignatureStatus) -> bool:
    """Whether nothing came after the signature but further signatures and their timestamps."""
    return bool(
        status.docmdp_ok
        and status.modification_level is not None
        and status.modification_level <= ModificationLevel.FORM_FILLING
    )


def _told(one: EmbeddedPdfSignature, status: PdfSignatureStatus, name: str) -> Remark:
    stamped = status.timestamp_validity
    if stamped is not None and stamped.intact and stamped.valid:
        at = stamped.timestamp.isoformat(timespec="seconds")
        return Remark(
            "%(name)s signed it, and a server of timestamps says that it was there at %(at)s.",
            name=name,
            at=at,
        )
    when = one.self_reported_timestamp
    at = when.isoformat(timespec="seconds") if when else "?"
    return Remark("%(name)s signed it, by the signer's own clock at %(at)s.", name=name, at=at)


def _known(status: PdfSignatureStatus, name: str, *, named: bool) -> Proof:
    if status.trusted:
        return holds("signature", Remark("the certificate of %(name)s is one of those you trust.", name=name))
    if named:
        told = Remark(
            "no certificate that you trust vouches for %(name)s now; somebody else may bear that name.",
            name=name,
        )
        return fails("signature", told)
    told = Remark(
        "no certificate vouches for %(name)s here; name one that you trust with --trust FILE.", name=name
    )
    return untold("signature", told)
