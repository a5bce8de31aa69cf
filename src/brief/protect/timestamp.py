"""Timestamps (RFC 3161): a server that others trust says that a signature was there at a time."""

from __future__ import annotations

from urllib.parse import urlsplit

import urllib3
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from brief.errors import TopicError, UsageError
from brief.trust import trusting

# Seconds and bytes that an answer may take.
_PATIENCE = 30.0
_MOST_BYTES = 1_000_000


class Server(TimeStamper):
    """Asks the server of an address; nothing but a digest of the signature leaves this machine."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's own
        if urlsplit(url).scheme not in {"http", "https"}:
            raise UsageError(
                "--timestamp: '%(url)s' is no address of a server; write it with http or https.", url=url
            )
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """What the server answers; raises `TopicError` where it does not."""
        try:
            return tsp.TimeStampResp.load(_asked(self._url, req.dump()))
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise TopicError(
                "%(url)s: gives no timestamp (%(reason)s); try later, or sign without one.",
                url=self._url,
                reason=error,
            ) from error


def _asked(url: str, request: bytes) -> bytes:
    with (
        urllib3.PoolManager(ssl_context=trusting(), timeout=_PATIENCE, retries=False) as pool,
        pool.request(
            "POST",
            url,
            body=request,
            headers={"Content-Type": "application/timestamp-query"},
            redirect=False,
            preload_content=False,
        ) as answer,
    ):
        if answer.status != 200:
            raise ValueError(answer.status)
        return answer.read(_MOST_BYTES)
