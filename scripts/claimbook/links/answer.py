"""What came back from an address, and what it means for the next request. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit

from claimbook.links.results import Hop
from claimbook.links.states import State

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
MOST_HOPS: Final = 10
_WORTH_ANOTHER_TRY: Final = frozenset(
    {State.SERVER_ERROR, State.TOO_SLOW, State.NO_CONNECTION, State.INCOMPLETE}
)


@dataclass(frozen=True)
class Answer:
    """The last answer on the way from an address: its head, and its body as far as it was read.

    `headers` have lower-case names. `is_whole` is false where reading stopped at the limit.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    is_whole: bool = True
    hops: tuple[Hop, ...] = ()

    @property
    def media_type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the server names; empty where it names none."""
        _, _, parameters = self.headers.get("content-type", "").partition(";")
        _, _, charset = parameters.lower().partition("charset=")
        return charset.partition(";")[0].strip(" \"'")


@dataclass(frozen=True)
class Failure:
    """Why no answer came: the address that failed, and how."""

    address: str
    state: State
    note: str = ""
    hops: tuple[Hop, ...] = ()


def next_address(answer: Answer) -> str | Failure:
    """Where a redirect leads, or why it leads nowhere."""
    location = answer.headers.get("location", "")
    target = urljoin(answer.address, location)
    if not location or not is_web(target):
        what = f"to “{location}”" if location else "without an address"
        return Failure(answer.address, State.BAD_REDIRECT, what)
    return target


def is_web(address: str) -> bool:
    """Whether an address is one of the web, with a host."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def wait_asked_for(answer: Answer, now: datetime) -> float | None:
    """Seconds that `Retry-After` asks to wait; dates are taken by the server's own clock."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    if (until := _date(value)) is None:
        return None
    seconds = (until - (_date(answer.headers.get("date", "")) or now)).total_seconds()
    return max(0.0, seconds)


def deserves_another_try(outcome: Answer | Failure) -> bool:
    """Whether the same request may end better in a moment."""
    if isinstance(outcome, Failure):
        return outcome.state in _WORTH_ANOTHER_TRY
    return outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR or (
        outcome.status == HTTPStatus.TOO_MANY_REQUESTS
    )


def _date(value: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
