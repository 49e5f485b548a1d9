"""Keeps requests inside the public web: private, loopback and link-local addresses are refused."""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

_EMBEDDING: Final = IPv6Network("64:ff9b::/96")  # IPv4 behind NAT64 (RFC 6052)


class NotPublicError(Exception):
    """A host outside the public web was to be asked."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public web, however it is wrapped."""
    ip = ip_address(address.partition("%")[0])
    inner = _inner(ip) if isinstance(ip, IPv6Address) else ip
    return inner.is_global and not inner.is_multicast


def refuse_literal(host: str, exempt: Iterable[str]) -> None:
    """Raise `NotPublicError` where a host is written as an address that is not public."""
    if host in exempt:
        return
    try:
        public = is_public(host.strip("[]"))
    except ValueError:
        return  # a name: the resolver decides
    if not public:
        raise NotPublicError(host)


class GuardedResolver(AbstractResolver):
    """Resolves names, and refuses one with any address that is not public.

    The addresses that are checked are those that are then connected to.
    """

    def __init__(self, exempt: Iterable[str] = (), inner: AbstractResolver | None = None) -> None:
        self._exempt = frozenset(exempt)
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if host not in self._exempt and not all(is_public(entry["host"]) for entry in found):
            raise NotPublicError(host)
        return found

    async def close(self) -> None:
        await self._inner.close()


def _inner(ip: IPv6Address) -> IPv4Address | IPv6Address:
    if ip in _EMBEDDING:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    teredo = ip.teredo[1] if ip.teredo else None
    return ip.ipv4_mapped or ip.sixtofour or teredo or ip
