"""What the project is made of: licences, the bill of materials, and an audit of a real service."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import build
import supply

PACKAGES = supply.locked()
LOCK = "tiny==1.0 \\\n    --hash=sha256:" + "a" * 64 + "\n"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_licence_is_known_and_can_be_used(package: supply.Package) -> None:
    assert supply.is_accepted(package.licence), package.licence or "unknown"


@pytest.mark.parametrize("licence", ["MIT", "Apache-2.0 AND MIT", "GPL-3.0-only OR MIT"])
def test_a_licence_that_can_be_used(licence: str) -> None:
    assert supply.is_accepted(licence)


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "MIT AND GPL-2.0-only", "BSD License"])
def test_a_licence_that_cannot_be_used_or_is_none(licence: str) -> None:
    assert not supply.is_accepted(licence)


def test_a_refused_licence_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    good = next(package for package in PACKAGES if package.name == "click")
    assert supply.print_licences([good]) == 0
    assert supply.print_licences([good, supply.Package("not-there", "1", ())]) == 1
    assert "not-there" in capsys.readouterr().err


def test_every_dependency_has_its_reason() -> None:
    text = (build.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    wanted = "".join(lists).splitlines()
    assert (len(lists), len(wanted) > 20) == (2, True)
    assert [line for line in wanted if not re.search(r'", +# \S+', line)] == []


def test_the_bill_of_materials_is_valid_and_holds_every_package() -> None:
    bill = supply.sbom(PACKAGES)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    parts = json.loads(bill)["components"]
    assert sorted(part["name"] for part in parts) == sorted(p.name for p in PACKAGES)
    assert all(part["hashes"] and part["licenses"] for part in parts)
    scopes = {part["name"]: part["scope"] for part in parts}
    assert {scopes[name] for name in ("mkdocs", "markupsafe", "cryptography")} == {"required"}
    assert {scopes[name] for name in ("pytest", "hypothesis", "ruff")} == {"excluded"}


def test_the_same_packages_give_the_same_bill() -> None:
    assert supply.sbom(PACKAGES) == supply.sbom(PACKAGES)


class Service(BaseHTTPRequestHandler):
    """A list of weaknesses in the manner of OSV: it knows one, of a package named tiny."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        weak = {"id": "TEST-1", "summary": "Weak.", "affected": [{"package": asked["package"]}]}
        answer = json.dumps({"vulns": [weak] if asked["version"] == "1.0" else []}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()


@pytest.mark.parametrize(("version", "found"), [("1.0", 1), ("1.1", 0)])
def test_a_weakness_is_found(
    service: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], version: str, found: int
) -> None:
    file = tmp_path / "requirements.lock"
    file.write_text(LOCK.replace("1.0", version))
    assert supply.audit(file, "-s", "osv", "--osv-url", service) == found
    said = capfd.readouterr()
    assert said.out == f"1 of 1 packages audited, {found} with weaknesses.\n"
    assert said.err.count("tiny 1.0: TEST-1\n") == found


def test_where_nothing_answers_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "requirements.lock"
    file.write_text(LOCK)
    assert supply.audit(file, "-s", "osv", "--osv-url", "http://127.0.0.1:9/query") == 0
    assert "Not audited: the network" in capsys.readouterr().out
