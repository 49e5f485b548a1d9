"""What the commands that ask the web share: how they introduce themselves, and to whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from claimbook.links.fetch import Network
from claimbook.links.gates import Pace
from claimbook.links.services import Services

F = TypeVar("F", bound=Callable[..., Any])


def introduced(command: F) -> F:
    """Add the options `--contact` and `--service`."""
    contact = click.option("--contact", default="", help="Address that servers can complain to.")
    service = click.option(
        "--service",
        "services",
        multiple=True,
        metavar="NAME=URL",
        help="Another place of crossref, datacite, openlibrary or archive.",
    )
    return contact(service(command))


def services_at(named: tuple[str, ...]) -> Services:
    """The services, some at the places named `NAME=URL`."""
    try:
        return Services().moved(dict(name.split("=", 1) for name in named))
    except (TypeError, ValueError):
        raise click.UsageError("name a service as NAME=URL") from None


def hosts_of(named: tuple[str, ...]) -> frozenset[str]:
    """The hosts of services that were named, which may be private ones."""
    return frozenset(urlsplit(name.partition("=")[2]).hostname or "" for name in named)


def network(
    contact: str = "", exempt: frozenset[str] = frozenset(), pace: Pace | None = None
) -> Network:
    """The web, asked under the project's own name."""
    reach = f"; +{contact}" if contact else ""
    return Network(
        user_agent=f"claimbook/{version('claimbook')} (link checker{reach})",
        now=lambda: datetime.now(UTC),
        pace=pace or Pace(),
        exempt=exempt,
    )


def today() -> date:
    """The day, by universal time."""
    return datetime.now(UTC).date()
