"""The YAML language server itself, spoken to as an editor does: JSON-RPC over its pipes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SERVER = Path(__file__).parent / "server"
NEEDED = (
    "The schema is proved against yaml-language-server, which needs Node.js 18 or later with npm "
    "(nodejs.org, or the package manager of this machine) and, once, the network"
)


def installed() -> Path:
    """The server's program, put into a cache outside the repository the first time."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise RuntimeError(f"{NEEDED}; node or npm is missing.")
    lock = (SERVER / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "claimbook-tests")
    folder = cache / f"yaml-language-server-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not folder.exists():
        _install(cache, folder)
    return folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


@dataclass
class Editor:
    """An editor with the folder of a project open, set as the project recommends."""

    root: Path
    diagnostics: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _answers: dict[int, Any] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _asked: int = 0
    _version: int = 0

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            [installed(), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        text = {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": text,
        }
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=self.root.as_uri(),
            workspaceFolders=[folder],
            capabilities=able,
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings())
        self._settle()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def show(self, file: str, text: str) -> list[dict[str, Any]]:
        """Let a file of the project have a text; what is marked in it."""
        uri = self._uri(file)
        self.diagnostics.pop(uri, None)
        self._version += 1
        document = {"uri": uri, "version": self._version}
        if uri in self._open:
            changes = [{"text": text}]
            self._tell("textDocument/didChange", textDocument=document, contentChanges=changes)
        else:
            opened = {**document, "languageId": "yaml", "text": text}
            self._tell("textDocument/didOpen", textDocument=opened)
        self._open.add(uri)
        return self._marked(uri)

    def completions(self, file: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place, by label; line and column are counted from 1."""
        found = self.ask("textDocument/completion", **self._at(file, line, column))
        return {item["label"]: item for item in found["items"]}

    def hover(self, file: str, line: int, column: int) -> str:
        """What is said of what stands at a place."""
        found = self.ask("textDocument/hover", **self._at(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **params: Any) -> Any:  # noqa: ANN401 -- the protocol's own types
        """The answer to a request."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while self._asked not in self._answers:
            self._receive()
        return self._answers.pop(self._asked)

    def _settle(self) -> None:
        """Wait until the server has asked for the settings, and marks what is wrong by them."""
        found = self.show("claims/settling.yml", "thesis: 1\n")
        while not found:
            del self.diagnostics[self._uri("claims/settling.yml")]
            found = self._marked(self._uri("claims/settling.yml"))

    def _marked(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self.diagnostics:
            self._receive()
        return self.diagnostics[uri]

    def _settings(self) -> dict[str, Any]:
        """The settings of the project, as VS Code nests them."""
        found = json.loads((self.root / ".vscode" / "settings.json").read_text())
        yaml = {key.split(".", 1)[1]: value for key, value in found.items() if key[:5] == "yaml."}
        yaml["schemaStore"] = {"enable": yaml.pop("schemaStore.enable")}
        return {"yaml": yaml}

    def _at(self, file: str, line: int, column: int) -> dict[str, Any]:
        position = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self._uri(file)}, "position": position}

    def _uri(self, file: str) -> str:
        return (self.root / file).as_uri()

    def _tell(self, method: str, **params: Any) -> None:  # noqa: ANN401 -- likewise
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> None:
        message = self._message()
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self.diagnostics[found["uri"]] = found["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._reply(message)})
        elif "id" in message:
            self._answers[message["id"]] = message.get("result")

    def _reply(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 -- likewise
        if message["method"] != "workspace/configuration":
            return None
        settings = self._settings()
        return [settings.get(item["section"]) for item in message["params"]["items"]]

    def _message(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while (line := self._server.stdout.readline()) != b"\r\n":
            if not line:
                raise RuntimeError("the language server ended")
            if found := re.fullmatch(rb"Content-Length: (\d+)\r\n", line):
                length = int(found[1])
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


def _install(cache: Path, folder: Path) -> None:
    """Install what the lock names, whole or not at all."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as draft:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SERVER / name, draft)
        npm = shutil.which("npm") or "npm"
        options = ("--ignore-scripts", "--no-fund", "--no-audit", "--silent")
        done = subprocess.run((npm, "ci", *options), cwd=draft, check=False)
        if done.returncode:
            raise RuntimeError(f"{NEEDED}; `npm ci` failed in {SERVER}.")
        with suppress(OSError):  # another test was quicker
            Path(draft).rename(folder)
            Path(draft).mkdir()  # for the end of this block to take away
