"""What became of an address: one state each, with an exact meaning, and what follows from it."""

from enum import StrEnum
from typing import Self


class Verdict(StrEnum):
    """What a state asks of people."""

    ANSWERS = "answers"
    LOOK = "look at it"
    UNSURE = "could not check"
    BROKEN = "broken"


class State(StrEnum):
    """What became of an address. A state says what was seen, and no more."""

    verdict: Verdict
    meaning: str

    def __new__(cls, value: str, verdict: Verdict, meaning: str) -> Self:
        state = str.__new__(cls, value)
        state._value_ = value
        state.verdict, state.meaning = verdict, meaning
        return state

    OK = "ok", Verdict.ANSWERS, "the address answered with a page"
    MOVED = "moved", Verdict.ANSWERS, "it answered from a new address, said to be permanent"
    RESOLVED = (
        "resolved",
        Verdict.ANSWERS,
        "the DOI resolver knows the DOI; the page it leads to could not be checked",
    )
    SOFT_404 = "soft 404", Verdict.LOOK, "it answered, but like a page that says “not found”"
    PARKED = "parked", Verdict.LOOK, "it answered like a domain that is for sale"
    EMPTY = "empty", Verdict.LOOK, "it answered with nothing"
    WRONG_TYPE = "wrong type", Verdict.LOOK, "what came is not of the kind that was promised"
    CHANGED = "changed", Verdict.LOOK, "its words are not those whose snapshot was kept"
    REFUSED = "refused", Verdict.UNSURE, "the server would not give the page to a program"
    LOGIN_WALL = "login wall", Verdict.UNSURE, "it asks for a login first"
    COOKIE_WALL = "cookie wall", Verdict.UNSURE, "it asks for cookies first"
    BOT_WALL = "bot wall", Verdict.UNSURE, "it asks for a proof of being human"
    DEFERRED = "deferred", Verdict.UNSURE, "it asked to be asked again later"
    SERVER_ERROR = "server error", Verdict.UNSURE, "the server failed each time it was asked"
    TOO_SLOW = "too slow", Verdict.UNSURE, "no whole answer came in time"
    NO_CONNECTION = "no connection", Verdict.UNSURE, "the connection failed or was cut"
    INCOMPLETE = "incomplete", Verdict.UNSURE, "the answer broke off, or was no proper HTTP"
    FRAGMENT_UNSEEN = (
        "fragment unseen",
        Verdict.UNSURE,
        "the page answered; the place in it may be made by a script",
    )
    GONE = "gone", Verdict.BROKEN, "the server says that there is no such page"
    NO_FRAGMENT = "no fragment", Verdict.BROKEN, "the page answered; the place in it is not there"
    NO_HOST = "no host", Verdict.BROKEN, "there is no server of this name"
    BAD_CERTIFICATE = (
        "bad certificate",
        Verdict.BROKEN,
        "the server could not prove its name; browsers warn of it",
    )
    LOOP = "loop", Verdict.BROKEN, "the redirects run in a circle or never end"
    BAD_REDIRECT = "bad redirect", Verdict.BROKEN, "it redirects to what is no address of the web"
    NOT_PUBLIC = "not public", Verdict.BROKEN, "it leads into a private network"
    BAD_ADDRESS = "bad address", Verdict.BROKEN, "it is no address of the web"
