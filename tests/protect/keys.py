"""Keys and certificates of nobody, made for a test."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
PASSPHRASE = "عبارة مرور"  # noqa: S105 - of a key that is made for a test
SIGNER = "مديرة النشر"


class Pair(NamedTuple):
    """A secret key with a certificate that it signed itself."""

    key: RSAPrivateKey
    certificate: x509.Certificate


@cache
def pair(name: str, *, stamps: bool = False) -> Pair:
    """The pair of a name; one that `stamps` is a server of timestamps."""
    key = generate_private_key(65537, 2048)
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, *[False] * 7)  # noqa: FBT003 - the library's own order
    builder = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(BEGIN)
        .not_valid_after(BEGIN + timedelta(days=3650))
        .add_extension(usage, critical=True)
    )
    if stamps:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return Pair(key, builder.sign(key, hashes.SHA256()))


def put(folder: Path, name: str = SIGNER) -> tuple[Path, Path]:
    """The PKCS#12 file and the certificate of a name, written into a folder."""
    made = pair(name)
    bundle, certificate = folder / f"{name}.p12", folder / f"{name}.pem"
    bundle.write_bytes(
        pkcs12.serialize_key_and_certificates(
            name.encode(), made.key, made.certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
        )
    )
    certificate.write_bytes(made.certificate.public_bytes(Encoding.PEM))
    return bundle, certificate
