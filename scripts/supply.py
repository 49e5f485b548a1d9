"""What the project is made of: `python scripts/supply.py licences`, `… sbom FILE` and `… audit`.

Packages, versions and hashes come from requirements.lock, the rest from what is installed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
ENTRY = re.compile(r"^(\S+?)==(\S+).*((?:\n    --hash=sha256:\w+.*)+)", re.MULTILINE)
OWN = "claimbook"
ACCEPTED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause-LBNL", "ISC", "MIT"),
    *("MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense"),
}
"""Licences under which a package can be used by a project under the MIT licence."""
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "jinja2": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
}
"""What stands in the licence of packages that do not name it exactly, or are for other systems."""


@dataclass(frozen=True)
class Package:
    """A locked package: its name and version, and the hashes of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def licence(self) -> str:
        """Its licence as an SPDX expression; empty where it is not known."""
        if self.name in READ:
            return READ[self.name]
        found = installed(self.name)
        named = [*stated(found), *classified(found)] if found else []
        return next(filter(is_accepted, named), named[0] if named else "")


def main(words: Sequence[str]) -> int:
    """Do what the first word asks for; the exit code is 1 where something is wrong."""
    match words:
        case ["licences"]:
            return print_licences(locked())
        case ["sbom", file]:
            Path(file).write_text(sbom(locked()), encoding="utf-8")
            return 0
        case ["audit"]:
            return audit(LOCK)
    print(__doc__, file=sys.stderr)
    return 2


def locked(lock: Path = LOCK) -> list[Package]:
    """Every package of the lock."""
    return [
        Package(name, number, tuple(re.findall(r"sha256:(\w+)", hashes)))
        for name, number, hashes in ENTRY.findall(lock.read_text(encoding="utf-8"))
    ]


def print_licences(packages: Sequence[Package]) -> int:
    """List the licence of each package; what is unknown or cannot be used stands last."""
    for package in packages:
        print(f"{package.name} {package.version}: {package.licence or 'unknown'}")
    refused = [package.name for package in packages if not is_accepted(package.licence)]
    if refused:
        print(f"Not to be used, or not known: {', '.join(refused)}.", file=sys.stderr)
    return 1 if refused else 0


def is_accepted(licence: str) -> bool:
    """Whether a licence lets this project use what stands under it."""
    alternatives = [set(re.findall(r"[\w.-]+", part)) for part in licence.split(" OR ")]
    return any(names and names - {"AND"} <= ACCEPTED for names in alternatives)


def stated(package: Distribution) -> list[str]:
    """The licence in the words of a package, on one line."""
    data = package.metadata
    fields = (data[name] for name in ("License-Expression", "License") if name in data)
    return [words.partition("\n")[0] for words in fields if words != "UNKNOWN"]


def classified(package: Distribution) -> list[str]:
    """The licences that the classifiers of a package name exactly."""
    words = (line.split(" :: ")[-1] for line in package.metadata.get_all("Classifier", []))
    return [CLASSIFIERS[word] for word in words if word in CLASSIFIERS]


def sbom(packages: Sequence[Package]) -> str:
    """The packages as a CycloneDX bill of materials; those of the tests alone are excluded."""
    bom, parts = Bom(), {package.name: component(package) for package in packages}
    own = Component(name=OWN, version=version(OWN), type=ComponentType.APPLICATION, bom_ref=OWN)
    bom.metadata.component = own
    bom.metadata.timestamp = None  # type: ignore[assignment] # the same bytes on any day
    bom.serial_number = uuid5(NAMESPACE_URL, LOCK.read_text(encoding="utf-8"))
    bom.components.update(map(component, packages))
    for name, part in {OWN: own, **parts}.items():
        wanted = {canonicalize_name(need.name) for need in needs(Requirement(name))}
        bom.register_dependency(part, [parts[need] for need in sorted(wanted & parts.keys())])
    return str(JsonV1Dot6(bom).output_as_string(indent=1))


def component(package: Package) -> Component:
    """A package as CycloneDX has it."""
    url = PackageURL("pypi", name=package.name, version=package.version)
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        scope=ComponentScope.REQUIRED if package.name in at_work() else ComponentScope.EXCLUDED,
        purl=url,
        bom_ref=str(url),
        licenses=[LicenseFactory().make_from_string(package.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=text) for text in package.hashes],
    )


@cache
def at_work() -> frozenset[str]:
    """The packages that Claimbook needs when it runs, directly or through others."""
    found: dict[str, Requirement] = {}
    waiting = [Requirement(OWN)]
    while waiting:
        new = {str(need): need for need in needs(waiting.pop()) if str(need) not in found}
        found |= new
        waiting += new.values()
    return frozenset(canonicalize_name(need.name) for need in found.values())


def needs(wanted: Requirement) -> Iterator[Requirement]:
    """What a package asks for on this system, with the extras that are wanted of it."""
    package = installed(wanted.name)
    for need in map(Requirement, (package.requires or ()) if package else ()):
        extras = ({"extra": extra} for extra in ("", *wanted.extras))
        if need.marker is None or any(map(need.marker.evaluate, extras)):
            yield need


def installed(name: str) -> Distribution | None:
    """A package as it is installed; None where it is meant for other systems."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def audit(lock: Path, *options: str) -> int:
    """Ask for known weaknesses of what is locked; say so where nothing could be asked."""
    about = ("-r", str(lock), "--disable-pip", "--require-hashes", "--timeout", "10")
    command = (sys.executable, "-m", "pip_audit", *about, "--format", "json", *options)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)["dependencies"] if done.stdout.startswith("{") else []
    weak = [f"{p['name']} {p['version']}: {v['id']}" for p in told for v in p.get("vulns", ())]
    asked = sum("skip_reason" not in package for package in told)
    if asked:
        print(f"{asked} of {len(locked(lock))} packages audited, {len(weak)} with weaknesses.")
    else:
        print("Not audited: the network here does not lead to a list of weaknesses.")
    for line in weak:
        print(line, file=sys.stderr)
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
