"""A server on loopback whose every answer is written byte by byte by the case that it serves."""

import asyncio
import ssl
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from socket import AF_INET, EAI_NONAME, AddressFamily, gaierror
from threading import Event, Thread

import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

HERE = "127.0.0.1"
ENDS = (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError)
"""How an exchange may end that a client or the end of the server cuts short."""


@dataclass(frozen=True)
class Exchange:
    """A request that was read, and where its answer goes; `count` is 1 for the first of a path."""

    path: str
    headers: Mapping[str, str]
    writer: asyncio.StreamWriter
    ports: Mapping[str, int]
    count: int

    async def send(self, *parts: bytes) -> None:
        for part in parts:
            self.writer.write(part)
        await self.writer.drain()

    async def answer(
        self, body: str | bytes = "", status: str = "200 OK", type_: str = "text/html", **more: str
    ) -> None:
        data = body if isinstance(body, bytes) else body.encode()
        headers = {"Content-Type": type_, "Content-Length": str(len(data))}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        await self.send(head(status, headers), data)

    async def redirect(self, target: str, status: str = "302 Found", **more: str) -> None:
        await self.answer("", status, Location=target.format(**self.ports), **more)


Behaviour = Callable[[Exchange], Awaitable[None]]


def head(status: str, headers: Mapping[str, str]) -> bytes:
    """The head of an answer; a length in `headers` need not be true."""
    lines = (f"{name}: {value}" for name, value in headers.items())
    return "\r\n".join((f"HTTP/1.1 {status}", *lines, "Connection: close", "", "")).encode()


@contextmanager
def served(behaviours: Mapping[str, Behaviour], host: str = HERE) -> Iterator["Server"]:
    """A server in a thread and loop of its own, so that it never waits for its client."""
    server, ready, end = Server(behaviours, host), Event(), asyncio.Event()
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        loops.append(asyncio.get_running_loop())
        await server.start()
        ready.set()
        await end.wait()
        server.close()

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    try:
        yield server
    finally:
        loops[0].call_soon_threadsafe(end.set)
        thread.join()


@dataclass
class Server:
    """Serves behaviours by path, over plain HTTP and TLS."""

    behaviours: Mapping[str, Behaviour]
    host: str = HERE
    ports: dict[str, int] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    _servers: list[asyncio.Server] = field(default_factory=list)

    async def start(self) -> None:
        self._authority, stranger = trustme.CA(), trustme.CA()
        self._counts: Counter[str] = Counter()
        await self._listen("http", None)
        await self._listen("tls", _tls(self._authority, "good.test"))
        await self._listen("tls_expired", _tls(self._authority, "expired.test", expired=True))
        await self._listen("tls_self_signed", _tls(stranger, "self-signed.test"))

    def forget(self) -> None:
        """Count the requests of each path from the beginning again."""
        self.requests.clear()
        self._counts.clear()

    def close(self) -> None:
        for server in self._servers:
            server.close()

    @property
    def trust(self) -> ssl.SSLContext:
        """What a client needs in order to trust the good certificates."""
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return context

    async def _listen(self, name: str, tls: ssl.SSLContext | None) -> None:
        server = await asyncio.start_server(self._serve, self.host, ssl=tls)
        self.ports[name] = server.sockets[0].getsockname()[1]
        self._servers.append(server)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(*ENDS):
            await self._exchange(reader, writer)
        with suppress(ConnectionError, ssl.SSLError):
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = request.split(" ")
        pairs = (line.partition(":") for line in lines if line)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        self.requests.append(f"{method} {headers['host'].partition(':')[0]}{path}")
        self._counts[path] += 1
        behave = self.behaviours.get(path, nothing_here)
        await behave(Exchange(path, headers, writer, self.ports, self._counts[path]))


async def nothing_here(exchange: Exchange) -> None:
    await exchange.answer("<h1>Nothing here</h1>", "404 Not Found")


class Names(AbstractResolver):
    """Every name leads here, but for `nowhere.test` and `intranet.test`."""

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AF_INET
    ) -> list[ResolveResult]:
        del family
        if host == "nowhere.test":
            raise OSError(None, "no such name") from gaierror(EAI_NONAME, "no such name")
        address = "10.0.0.7" if host == "intranet.test" else HERE
        return [
            ResolveResult(hostname=host, host=address, port=port, family=AF_INET, proto=0, flags=0)
        ]

    async def close(self) -> None:
        pass


def _tls(authority: trustme.CA, name: str, *, expired: bool = False) -> ssl.SSLContext:
    until = datetime.now(UTC) - timedelta(days=1) if expired else None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, not_after=until).configure_cert(context)
    return context
