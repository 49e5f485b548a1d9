"""The changes of an argument as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimbook.exchange.chronicle.event import Event

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
MOST: Final = 50  # entries of a feed


def atom(title: str, author: str, page: str, feed: str, events: Iterable[Event]) -> str:
    """The feed at the address `feed` of the events that `page` tells of, the newest first."""
    entries = tuple(events)[:MOST]
    root = Element("feed", xmlns=NAMESPACE)
    _texts(root, title=title, id=feed, updated=entries[0].time if entries else "")
    SubElement(root, "link", rel="self", href=feed)
    SubElement(root, "link", rel="alternate", href=page)
    _texts(SubElement(root, "author"), name=author)
    for event in entries:
        entry = SubElement(root, "entry")
        _texts(entry, title=event.subject, id=f"urn:sha1:{event.commit}", updated=event.time)
        SubElement(entry, "link", href=f"{page}#change-{event.commit[:12]}")
        _texts(entry, summary=" ".join((event.summary, *_lines(event))))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _lines(event: Event) -> Iterable[str]:
    for part in event.parts:
        rows = "; ".join("".join(span.text for span in item.spans) for item in part.items)
        yield f"{part.title}: {rows}."
