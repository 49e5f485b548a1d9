"""Problems as JUnit's XML, which most build servers show as tests."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimbook.exchange.problems.report import Report, law
from claimbook.problems import Level, Problem

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """A test suite a file and a test case a problem; one that passed where there is none."""
    root = Element("testsuites", name="claimbook check")
    for file, found in report.by_file():
        suite = _suite(root, file, found)
        for problem in found:
            _case(report, suite, problem)
    if not report.problems:
        SubElement(_suite(root, "claims", ()), "testcase", name=_clean(report.scope or "check"))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, file: str, found: tuple[Problem, ...]) -> Element:
    errors = sum(problem.level is Level.ERROR for problem in found)
    counts = {"tests": max(1, len(found)), "failures": errors, "errors": 0}
    numbers = {name: str(count) for name, count in counts.items()}
    return SubElement(root, "testsuite", {"name": _clean(file), **numbers})


def _case(report: Report, suite: Element, problem: Problem) -> None:
    name = f"{problem.rule} {problem.place.line}:{problem.place.column}"
    file = _clean(problem.place.file)
    case = SubElement(suite, "testcase", name=name, classname=file)
    said = (str(problem), law(problem.rule), report.pages.get(problem.rule, ""))
    told = _clean("\n".join(filter(None, said)))
    if problem.level is Level.ERROR:
        failure = SubElement(case, "failure", message=_clean(problem.message), type=problem.rule)
        failure.text = told
    else:
        SubElement(case, "system-out").text = told


def _clean(text: str) -> str:
    """A text without the characters that XML forbids."""
    return _NOT_XML.sub("�", text)
