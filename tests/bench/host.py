"""A folder served as good hosts serve it: compressed, over connections that are kept."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

TEXTS = {".css", ".html", ".js", ".json", ".svg", ".xml"}


class Compressing(SimpleHTTPRequestHandler):
    """Compresses texts with gzip, and says nothing."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return None
        content, packed = content_of(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        pass


@cache
def content_of(path: Path) -> tuple[bytes, bool]:
    """A file as it travels, and whether it is compressed."""
    if path.suffix in TEXTS:
        return gzip.compress(path.read_bytes(), mtime=0), True
    return path.read_bytes(), False


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
