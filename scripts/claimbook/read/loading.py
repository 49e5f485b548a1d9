"""All files of a project -> one argument, whatever is wrong with some of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from claimbook.cache import Keep
from claimbook.model import Argument, Document, Section, Source, Text
from claimbook.problems import (
    Change,
    Place,
    Problem,
    ProblemsError,
    did_you_mean,
    nearest,
    only_near,
)
from claimbook.read.decoding import SourceText, decode
from claimbook.read.form import faults_of_form
from claimbook.read.outcomes import Head, Reading
from claimbook.read.reading import HEAD, SOURCES, head_in, section_in, sources_in
from claimbook.read.spelling import fault_of_id

T = TypeVar("T")


@dataclass(frozen=True)
class Loaded:
    """An argument as far as it could be read, and what is wrong with the files.

    `whole` is false where a file, or an entry of the bibliography, could not be read at all;
    `intact` is false where anything that was written had to be left out.
    """

    argument: Argument
    problems: tuple[Problem, ...]
    whole: bool
    intact: bool


def load(files: Mapping[str, bytes], keep: Keep | None = None) -> Loaded:
    """The argument that files hold, by their path relative to the project.

    With `keep` no file is read that was read before.
    """
    return _Loader(files, keep).loaded()


class _Loader:
    def __init__(self, files: Mapping[str, bytes], keep: Keep | None) -> None:
        self.files = files
        self.keep = keep
        self.problems: list[Problem] = []
        self.whole = True
        self.intact = True

    def loaded(self) -> Loaded:
        self._check_names()
        head = self._head()
        argument = Argument(
            title=head.title,
            text=head.text,
            thesis=head.thesis,
            sections=self._sections(head),
            sources=self._sources(),
            documents=tuple(self._documents()),
            about=head.about,
        )
        problems = tuple(sorted(set(self.problems)))
        return Loaded(argument, problems, self.whole, self.whole and self.intact)

    def _check_names(self) -> None:
        for file in (*self._named("claims/", ".yml"), *self._named("claims/", ".yaml")):
            if file != (right := _claims_file(PurePosixPath(file).stem)):
                message = "a file of this name is not read"
                self._lose([Problem(Place(file), "misnamed-file", message, f"name it {right}")])

    def _head(self) -> Head:
        source = self._text(HEAD)
        found = self._taken(head_in(source, self.keep)) if source else None
        if found is not None:
            return found
        if HEAD not in self.files:
            hint = "give the title, text, thesis and sections of the map there"
            self._miss(HEAD, "this file is missing", hint)
        nothing = Text("", Place(HEAD))
        return Head(nothing, nothing, nothing)

    def _sections(self, head: Head) -> tuple[Section, ...]:
        stems = {PurePosixPath(file).stem for file in self._named("claims/", ".yml")}
        files = {s: _claims_file(s) for s in sorted(stems) if _claims_file(s) in self.files}
        files.pop("map", None)
        if not files:
            hint = "write the first section, for example claims/introduction.yml"
            self._miss("claims", "there is no section", hint)
        if head.sections:
            self._check_list(head.sections, files)
        listed = [str(name) for name in head.sections if name in files]
        names = dict.fromkeys((*listed, *files))
        return tuple(filter(None, (self._section(name, files[name]) for name in names)))

    def _check_list(self, listed: tuple[Text, ...], files: Mapping[str, str]) -> None:
        for number, name in enumerate(listed):
            if name in listed[:number]:
                message = f"`{name}` is listed a second time"
                self._report(name.place, "duplicate-section", message, "keep one of the two")
            elif name not in files and _misnamed_file(name) not in self.files:
                left = sorted(files.keys() - set(listed))
                hint = did_you_mean(name, left) or "write it, or unlist it"
                near = only_near(name, left)
                fix = (Change(name.place, name.raw, near),) if near else ()
                message = f"no file {_claims_file(name)}"
                self.problems.append(Problem(name.place, "unknown-section", message, hint, fix=fix))
        guessed = {nearest(name, files) for name in listed if name not in files}
        for unlisted in files.keys() - set(listed) - guessed:
            message = f"the section `{unlisted}` is not listed in {HEAD}"
            self._report(Place(files[unlisted]), "unknown-section", message, "add it to `sections`")

    def _section(self, name: str, file: str) -> Section | None:
        if fault := fault_of_id(name):
            self._report(Place(file), "bad-id", f"`{name}`: {fault}", "name the file by an id")
        source = self._text(file)
        return self._taken(section_in(source, self.keep)) if source else None

    def _taken(self, read: Reading[T]) -> T | None:
        self.problems += read.problems
        self.whole &= read.value is not None
        self.intact &= read.intact
        return read.value

    def _sources(self) -> Mapping[str, Source]:
        source = self._text(SOURCES)
        if source is None:
            if SOURCES not in self.files:
                self._miss(SOURCES, "this file is missing", "put the sources there, in BibTeX")
            return MappingProxyType({})
        found = sources_in(source, self.keep)
        self.problems += found.problems
        self.whole &= found.whole
        self.intact &= not found.problems
        return found.sources

    def _documents(self) -> Iterator[Document]:
        for file in self._named("docs/", ".md"):
            if source := self._text(file):
                yield Document(Text(source.text, Place(file)))

    def _text(self, file: str) -> SourceText | None:
        try:
            source = decode(file, self.files[file]) if file in self.files else None
        except ProblemsError as error:
            self._lose(error.problems)
            return None
        if source and not file.startswith("docs/"):
            self.problems += faults_of_form(source, self.files[file])
        return source

    def _named(self, start: str, end: str) -> list[str]:
        return sorted(f for f in self.files if f.startswith(start) and f.endswith(end))

    def _miss(self, file: str, message: str, hint: str) -> None:
        self._lose([Problem(Place(file), "empty-input", message, hint)])

    def _lose(self, problems: Iterable[Problem]) -> None:
        self.whole = False
        self.problems += problems

    def _report(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))


def _claims_file(name: str) -> str:
    return f"claims/{name}.yml"


def _misnamed_file(name: str) -> str:
    return f"claims/{name}.yaml"
