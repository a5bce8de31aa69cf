"""A digital signature behind an approved PDF: who signed it and when, to be seen and to be proved.

The signature is an incremental update as PAdES has it (ETSI EN 319 142): the approved file stays as it is,
byte for byte, and the pages, the metadata and the claim to be PDF/A-3a with it.
"""

from __future__ import annotations

import io
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.stamp import StaticStampStyle

from brief.errors import TopicError
from brief.outputs.blank import Room

FIELD = "brief"


class Key(Struct, frozen=True):
    """A certificate with its secret key, and the name that it was made out to."""

    signer: SimpleSigner
    name: str


class Mark(Struct, frozen=True):
    """The visible line: its text, for who cannot see it too, where it stands and what it looks like."""

    text: str
    room: Room
    drawn: bytes


class _Unchanged(IncrementalPdfFileWriter):
    """Writes behind a file and leaves what the file says of itself as it was approved."""

    def _update_meta(self) -> None:
        pass


def key(path: Path, passphrase: str) -> Key:
    """The key in a PKCS#12 file; raises `TopicError` where it cannot be opened or holds none."""
    try:
        signer = SimpleSigner.load_pkcs12_data(path.read_bytes(), (), passphrase.encode())
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); name a PKCS#12 file (.p12, .pfx).",
            path=path,
            reason=error.strerror,
        ) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise TopicError(
            "%(path)s: cannot be opened; it is no PKCS#12 file with a key and its certificate, "
            "or the passphrase is another one.",
            path=path,
        ) from error
    return Key(signer, str(signer.subject_name))


def signed(pdf: bytes, key: Key, mark: Mark, now: datetime, stamper: TimeStamper | None = None) -> bytes:
    """The PDF with the signature behind it, made at `now`, and a timestamp where there is a `stamper`.

    Raises `TopicError` where the PDF cannot be signed or the server of timestamps does not answer.
    """
    try:
        writer = _Unchanged(io.BytesIO(pdf))
        _add_field(writer, mark)
        metadata = PdfSignatureMetadata(
            field_name=FIELD, name=key.name, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        with tempfile.NamedTemporaryFile(suffix=".pdf") as drawn:
            drawn.write(mark.drawn)
            drawn.flush()
            signer = PdfSigner(metadata, key.signer, timestamper=stamper, stamp_style=_style(drawn.name))
            return _written(signer, writer, now)
    except TopicError:
        raise
    except Exception as error:  # errors of the library have no common kind
        raise TopicError(
            "brief.pdf: cannot be signed (%(reason)s); mend that and sign again.", reason=error
        ) from error


def _written(signer: PdfSigner, writer: IncrementalPdfFileWriter, now: datetime) -> bytes:
    """The signed file; as `PdfSigner.sign_pdf` does it, but for the time, which is an argument here."""
    import asyncio  # noqa: PLC0415 - the library's own way to wait for a server

    target = io.BytesIO()
    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = now.astimezone(UTC)

    async def sign() -> None:
        from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes  # noqa: PLC0415 - used here alone

        size = await session.estimate_signature_container_size(None)
        document = session.prepare_tbs_document(validation_info=None, bytes_reserved=size)
        digest, output = document.digest_tbs_document(output=target)
        attributes = PdfCMSSignedAttributes(signing_time=session.system_time)
        after = await document.perform_signature(digest.document_digest, attributes)
        await after.post_signature_processing(output)

    asyncio.run(sign())
    return target.getvalue()


def _style(drawn: str) -> StaticStampStyle:
    fill = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MID,
        y_align=layout.AxisAlignment.ALIGN_MID,
        margins=layout.Margins.uniform(0),
    )
    return StaticStampStyle.from_pdf_file(drawn, border_width=0, background_layout=fill)


def _add_field(writer: IncrementalPdfFileWriter, mark: Mark) -> None:
    """An empty field at the place of the mark, in the order of reading behind all else."""
    room = mark.room
    spec = SigFieldSpec(
        FIELD,
        on_page=room.page,
        box=(room.left, room.foot, room.right, room.head),
        readable_field_name=mark.text,
    )
    append_signature_field(writer, spec)
    if "/StructTreeRoot" in writer.root:
        _tag(writer, writer.root["/AcroForm"]["/Fields"].raw_get(-1), mark)


def _tag(writer: IncrementalPdfFileWriter, widget: Any, mark: Mark) -> None:  # noqa: ANN401 - as the library has it
    """An element for the field: PDF/UA wants a form for each (ISO 14289-1, 7.18.4)."""
    tree = writer.root["/StructTreeRoot"]
    document = tree["/K"][0]
    element = writer.add_object(_element(writer, widget, mark, tree["/K"].raw_get(0)))
    document["/K"].append(element)
    number = tree["/ParentTreeNextKey"]
    tree["/ParentTree"]["/Nums"].extend([generic.NumberObject(number), element])
    tree[pdf_name("/ParentTreeNextKey")] = generic.NumberObject(number + 1)
    field = widget.get_object()
    field[pdf_name("/StructParent")] = generic.NumberObject(number)
    field[pdf_name("/Contents")] = generic.TextStringObject(mark.text)
    for changed in (document["/K"], tree["/ParentTree"], tree, field):
        writer.update_container(changed)


def _element(
    writer: IncrementalPdfFileWriter,
    widget: Any,  # noqa: ANN401 - see _tag
    mark: Mark,
    parent: Any,  # noqa: ANN401 - see _tag
) -> generic.DictionaryObject:
    page = writer.find_page_for_modification(mark.room.page)[0]
    place = {"/Type": pdf_name("/OBJR"), "/Obj": widget, "/Pg": page}
    said = {
        "/Type": pdf_name("/StructElem"),
        "/S": pdf_name("/Form"),
        "/P": parent,
        "/Pg": page,
        "/Alt": generic.TextStringObject(mark.text),
        "/K": _dictionary(place),
    }
    return _dictionary(said)


def _dictionary(entries: dict[str, Any]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(name): value for name, value in entries.items()})
