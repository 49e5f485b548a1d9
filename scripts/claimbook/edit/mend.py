"""Fixes of problems, written into files that may not be readable yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimbook.edit.document import Document, Splice
from claimbook.problems import Change, Place
from claimbook.read.decoding import SourceText, decode


def mended(files: Mapping[str, bytes], changes: Iterable[Change]) -> dict[str, bytes]:
    """The files with changes made; of changes that overlap the first is made, the rest are not.

    A change whose old characters do not stand at its place is left out.
    """
    by_file: dict[str, list[Change]] = defaultdict(list)
    for change in sorted(set(changes)):
        by_file[change.place.file].append(change)
    new = {file: _mended(decode(file, files[file]), of) for file, of in by_file.items()}
    return {**files, **new}


def _mended(source: SourceText, changes: Iterable[Change]) -> bytes:
    splices: list[Splice] = []
    for change in changes:
        start = _offset(source, change.place)
        stands = source.text.startswith(change.old, start)
        if stands and (not splices or start >= splices[-1].end):
            splices.append(Splice(start, start + len(change.old), change.new))
    return Document(source.file, source.text).with_splices(splices).text.encode()


def _offset(source: SourceText, place: Place) -> int:
    return source.line_start(place.line) + place.column - 1
