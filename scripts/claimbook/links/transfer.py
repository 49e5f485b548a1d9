"""One exchange over HTTP: an answer read up to a limit, or a failure with its name."""

from socket import EAI_AGAIN, gaierror
from typing import Final

import aiohttp

from claimbook.links.answer import Answer, Failure
from claimbook.links.guard import NotPublicError
from claimbook.links.states import State

FAILURES: Final = (aiohttp.ClientError, OSError, TimeoutError, ValueError, NotPublicError)
"""Everything that an exchange may raise."""

LARGEST_PAGE: Final = 2 * 1024 * 1024
LARGEST_PDF: Final = 32 * 1024 * 1024
GLANCE: Final = 64 * 1024  # bytes that are enough where no words are wanted
PDF: Final = b"%PDF-"

_PIECE: Final = 64 * 1024
_NAMES: Final[tuple[tuple[type[BaseException], State], ...]] = (
    (NotPublicError, State.NOT_PUBLIC),
    (aiohttp.ClientConnectorCertificateError, State.BAD_CERTIFICATE),
    (TimeoutError, State.TOO_SLOW),
    (aiohttp.ClientPayloadError, State.INCOMPLETE),
    (aiohttp.ClientResponseError, State.INCOMPLETE),
    (aiohttp.ClientConnectionError, State.NO_CONNECTION),
    (ValueError, State.BAD_ADDRESS),
)


async def answer(response: aiohttp.ClientResponse, address: str, *, words: bool) -> Answer:
    """Read an answer; a PDF whole where its `words` are wanted, else its first piece."""
    body = bytearray()
    limit = GLANCE
    async for piece in response.content.iter_chunked(_PIECE):
        body += piece
        limit = _limit(response, body, words=words)
        if len(body) > limit:
            break
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(address, response.status, headers, bytes(body[:limit]), len(body) <= limit)


def failure(error: BaseException, address: str) -> Failure:
    """Name what went wrong."""
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Failure(address, _of_name(error), error.host)
    state = next((state for kind, state in _NAMES if isinstance(error, kind)), State.NO_CONNECTION)
    return Failure(address, state, _note(error))


def _limit(response: aiohttp.ClientResponse, body: bytearray, *, words: bool) -> int:
    if not response.ok:
        return GLANCE
    if body.startswith(PDF) or "pdf" in response.content_type:
        return LARGEST_PDF if words else GLANCE
    return LARGEST_PAGE


def _of_name(error: aiohttp.ClientConnectorDNSError) -> State:
    """Only a name server that says “no such name” settles that there is none."""
    cause = error.os_error
    unsure = isinstance(cause, gaierror) and cause.errno == EAI_AGAIN
    return State.NO_CONNECTION if unsure else State.NO_HOST


def _note(error: BaseException) -> str:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        cause = error.certificate_error
        return str(getattr(cause, "verify_message", cause))
    if isinstance(error, aiohttp.ClientOSError):
        return error.strerror or ""
    if isinstance(error, aiohttp.ClientResponseError):
        return error.message
    return ""
