"""The ways in which a server misbehaves, and what must be seen of each.

A behaviour is registered with the address at which it stands; `{http}` and so on are ports.
"""

import asyncio
import gzip
import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote, urlsplit

from claimbook.links.results import Sight
from claimbook.links.states import State
from tests.links.server import Behaviour, Exchange, head

QUOTED = "a modest but significant increase in reported coercion"
WHOLE = "Of all respondents, 31 per cent saw " + QUOTED + " (OR 0.59)."


@dataclass(frozen=True)
class Case:
    """One way to misbehave: its address, and the state and sights of words that must be seen."""

    name: str
    address: str
    state: State
    words: Mapping[str, Sight]
    hops: int


BOMB = gzip.compress(b"<p>and again </p>" * 8 * 1024 * 1024, 1)

CASES: list[Case] = []
BEHAVIOURS: dict[str, Behaviour] = {}


def case(
    state: State, address: str = "", words: Mapping[str, Sight] | None = None, hops: int = 0
) -> Callable[[Behaviour], Behaviour]:
    """Register a behaviour at an address, or at one made of its name."""

    def register(behave: Behaviour) -> Behaviour:
        slug = behave.__name__.replace("_", "-")
        where = address or f"http://{slug}.test:{{http}}/{slug}/page"
        CASES.append(Case(slug.replace("-", " "), where, state, words or {}, hops))
        BEHAVIOURS[quote(urlsplit(where.replace("{", "").replace("}", "")).path)] = behave
        return behave

    return register


def unasked(state: State, name: str, address: str) -> None:
    """Register an address that must be judged without a request reaching the server."""
    CASES.append(Case(name, address, state, {}, 0))


def also(path: str) -> Callable[[Behaviour], Behaviour]:
    """Register what stands at the end of a redirect."""

    def register(behave: Behaviour) -> Behaviour:
        BEHAVIOURS[path] = behave
        return behave

    return register


def study(*paragraphs: str, title: str = "A study", head: str = "") -> str:
    """A page as long as a document."""
    filler = "The authors describe the sample, the method and the limits of their study. " * 30
    body = "".join(f"<p>{text}</p>" for text in (*paragraphs, filler))
    return f"<!doctype html><title>{title}</title>{head}<h1>{title}</h1>{body}"


def pdf(*pages: str) -> bytes:
    """A PDF 1.4 with one line of text for each line of a page."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    font = (
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /MediaBox [0 0 612 792] {font} /Kids [{kids}] >>",
    ]
    for number, page in enumerate(pages):
        shown = "T* ".join(f"({line}) Tj " for line in page.split("\n"))
        text = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {4 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(text)} >> stream\n{text}\nendstream")
    body = "%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj {text} endobj\n"
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{''.join(offsets)}"
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + end).encode("latin-1")


# Statuses


@case(State.OK)
async def well_behaved(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE))


@case(State.GONE)
async def status_404(exchange: Exchange) -> None:
    await exchange.answer("<h1>Not found</h1>", "404 Not Found")


@case(State.GONE)
async def status_410(exchange: Exchange) -> None:
    await exchange.answer("<h1>Gone</h1>", "410 Gone")


@case(State.REFUSED)
async def status_401(exchange: Exchange) -> None:
    await exchange.answer("", "401 Unauthorized", WWW_Authenticate="Basic")


@case(State.REFUSED)
async def status_403(exchange: Exchange) -> None:
    await exchange.answer("<h1>Forbidden</h1>", "403 Forbidden")


@case(State.REFUSED)
async def status_429_without_retry_after(exchange: Exchange) -> None:
    await exchange.answer("", "429 Too Many Requests")


@case(State.OK)
async def status_429_with_a_short_retry_after(exchange: Exchange) -> None:
    if exchange.count == 1:
        await exchange.answer("", "429 Too Many Requests", Retry_After="0")
    else:
        await exchange.answer(study())


@case(State.DEFERRED)
async def status_429_with_a_long_retry_after(exchange: Exchange) -> None:
    await exchange.answer("", "429 Too Many Requests", Retry_After="3600")


@case(State.DEFERRED)
async def status_503_with_a_date_to_come_back(exchange: Exchange) -> None:
    dates = {
        "Date": "Mon, 23 Nov 2026 10:00:00 GMT",
        "Retry_After": "Mon, 23 Nov 2026 12:00:00 GMT",
    }
    await exchange.answer("", "503 Service Unavailable", **dates)


@case(State.SERVER_ERROR)
async def status_500(exchange: Exchange) -> None:
    await exchange.answer("", "500 Internal Server Error")


@case(State.OK)
async def status_503_once(exchange: Exchange) -> None:
    await exchange.answer(study(), "503 Service Unavailable" if exchange.count == 1 else "200 OK")


@case(State.OK)
async def head_refused(exchange: Exchange) -> None:
    await exchange.answer(study(), Allow="GET")


@case(State.EMPTY)
async def empty(exchange: Exchange) -> None:
    await exchange.answer("")


# Transfers


@case(State.TOO_SLOW)
async def slow_headers(_: Exchange) -> None:
    await asyncio.sleep(60)


@case(State.TOO_SLOW)
async def slow_body(exchange: Exchange) -> None:
    await exchange.send(head("200 OK", {"Content-Type": "text/html", "Content-Length": "9999"}))
    await _drip(exchange, b"<p>word</p>", pause=0.05)


@case(State.NO_CONNECTION)
async def reset(exchange: Exchange) -> None:
    peer = exchange.writer.get_extra_info("socket")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.writer.transport.abort()


@case(State.NO_CONNECTION)
async def closed_without_a_word(exchange: Exchange) -> None:
    exchange.writer.close()


unasked(State.NO_CONNECTION, "closed port", "http://closed-port.test:9/page")


unasked(State.NO_HOST, "no such host", "http://nowhere.test:{http}/nowhere")


@case(State.INCOMPLETE, words={QUOTED: Sight.UNREAD})
async def truncated(exchange: Exchange) -> None:
    await exchange.send(head("200 OK", {"Content-Type": "text/html", "Content-Length": "99999"}))
    await exchange.send(study(WHOLE).encode())


@case(State.INCOMPLETE, words={QUOTED: Sight.UNREAD})
async def wrong_length(exchange: Exchange) -> None:
    body = study(WHOLE).encode()
    headers = {"Content-Type": "text/html", "Content-Length": str(len(body) - 400)}
    await exchange.send(head("200 OK", headers) + body)


@case(State.INCOMPLETE)
async def chunks_that_end_early(exchange: Exchange) -> None:
    await exchange.send(
        head("200 OK", {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    )
    await exchange.send(b"40\r\n<p>one piece and no more")


@case(State.INCOMPLETE)
async def no_http_at_all(exchange: Exchange) -> None:
    await exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


@case(State.INCOMPLETE)
async def gzip_that_is_none(exchange: Exchange) -> None:
    await exchange.answer("this is no gzip", Content_Encoding="gzip")


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def gzip_bomb(exchange: Exchange) -> None:
    await exchange.answer(BOMB, Content_Encoding="gzip")


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def huge_body(exchange: Exchange) -> None:
    await exchange.answer("<p>and again </p>" * 1024 * 1024)


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def endless_body(exchange: Exchange) -> None:
    await exchange.send(head("200 OK", {"Content-Type": "text/html"}))
    await _drip(exchange, b"<p>and again </p>" * 4096)


@case(State.OK, words={QUOTED: Sight.FOUND})
async def huge_headers(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE), Content_Security_Policy="default-src " + "x" * 20_000)


# Redirects


@case(State.OK, hops=3)
async def redirect_chain(exchange: Exchange) -> None:
    await exchange.redirect("/redirect-chain/2")


@also("/redirect-chain/2")
async def _chain_2(exchange: Exchange) -> None:
    await exchange.redirect("../redirect-chain/3", "307 Temporary Redirect")


@also("/redirect-chain/3")
async def _chain_3(exchange: Exchange) -> None:
    await exchange.redirect("http://redirect-chain.test:{http}/well-behaved/page", "303 See Other")


@case(State.MOVED, hops=1)
async def moved_for_good(exchange: Exchange) -> None:
    await exchange.redirect("/well-behaved/page", "301 Moved Permanently")


@case(State.MOVED, hops=1)
async def moved_to_another_host(exchange: Exchange) -> None:
    await exchange.redirect(
        "http://well-behaved.test:{http}/well-behaved/page", "308 Permanent Redirect"
    )


@case(State.GONE, hops=1)
async def moved_to_a_page_that_is_gone(exchange: Exchange) -> None:
    await exchange.redirect("/status-410/page", "301 Moved Permanently")


@case(State.LOOP, hops=2)
async def redirect_loop(exchange: Exchange) -> None:
    await exchange.redirect("/redirect-loop/back")


@also("/redirect-loop/back")
async def _loop_back(exchange: Exchange) -> None:
    await exchange.redirect("/redirect-loop/page")


@case(State.LOOP, hops=11)
async def redirects_without_end(exchange: Exchange) -> None:
    await exchange.redirect("/redirects-without-end/1")


for _number in range(1, 40):

    @also(f"/redirects-without-end/{_number}")
    async def _further(exchange: Exchange) -> None:
        number = int(exchange.path.rpartition("/")[2])
        await exchange.redirect(f"/redirects-without-end/{number + 1}")


@case(State.NOT_PUBLIC, hops=1)
async def redirect_to_a_private_address(exchange: Exchange) -> None:
    await exchange.redirect("http://192.168.0.1/admin")


@case(State.NOT_PUBLIC, hops=1)
async def redirect_to_a_name_of_a_private_address(exchange: Exchange) -> None:
    await exchange.redirect("http://intranet.test/admin")


@case(State.NOT_PUBLIC, hops=1)
async def redirect_to_metadata_wrapped_in_ipv6(exchange: Exchange) -> None:
    await exchange.redirect("http://[::ffff:169.254.169.254]/latest/meta-data/")


@case(State.BAD_REDIRECT, hops=1)
async def redirect_to_javascript(exchange: Exchange) -> None:
    await exchange.redirect("javascript:alert(1)")


@case(State.BAD_REDIRECT, hops=1)
async def redirect_to_a_file(exchange: Exchange) -> None:
    await exchange.redirect("file:///etc/passwd")


@case(State.BAD_REDIRECT, hops=1)
async def redirect_to_nowhere(exchange: Exchange) -> None:
    await exchange.answer("", "302 Found")


# Pages that are not the page


@case(State.SOFT_404)
async def soft_404(exchange: Exchange) -> None:
    await exchange.answer("<title>Page not found</title><h1>Sorry!</h1><p>Try our search.")


@case(State.SOFT_404, hops=1)
async def sent_to_the_home_page(exchange: Exchange) -> None:
    await exchange.redirect("/")


@also("/")
async def _home(exchange: Exchange) -> None:
    await exchange.answer(study(title="Welcome"))


@case(State.OK, words={QUOTED: Sight.FOUND})
async def a_study_of_pages_that_are_not_found(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE, title="404 not found: how links rot"))


@case(State.PARKED)
async def parked(exchange: Exchange) -> None:
    await exchange.answer("<title>parked.test</title><p>This domain is for sale. Related searches:")


@case(State.LOGIN_WALL, hops=1)
async def login_wall(exchange: Exchange) -> None:
    await exchange.redirect("/account/login?next=/page")


@also("/account/login?next=/page")
async def _login(exchange: Exchange) -> None:
    await exchange.answer('<h1>Sign in</h1><form><input name=u><input type="password"></form>')


@case(State.LOGIN_WALL)
async def login_wall_in_place(exchange: Exchange) -> None:
    await exchange.answer('<h1>Members only</h1><p>Log in to read.<input type="password">')


@case(State.COOKIE_WALL, hops=1)
async def cookie_wall(exchange: Exchange) -> None:
    await exchange.redirect("/cookie-wall/page", Set_Cookie="asked=1")


@case(State.COOKIE_WALL)
async def cookie_wall_in_words(exchange: Exchange) -> None:
    await exchange.answer("<p>Please enable cookies in your browser to continue.")


@case(State.BOT_WALL)
async def bot_wall(exchange: Exchange) -> None:
    await exchange.answer("<title>Just a moment...</title>", "403 Forbidden")


@case(State.BOT_WALL)
async def bot_wall_that_says_200(exchange: Exchange) -> None:
    await exchange.answer("<p>Please verify that you are human to go on.</p>")


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def words_made_by_a_script(exchange: Exchange) -> None:
    await exchange.answer('<title>Reader</title><div id="app"></div><script src="app.js"></script>')


# Kinds


@case(State.WRONG_TYPE, "http://wrong-type.test:{http}/report.pdf")
async def a_page_instead_of_a_pdf(exchange: Exchange) -> None:
    await exchange.answer(study())


@case(State.WRONG_TYPE)
async def a_page_called_a_pdf(exchange: Exchange) -> None:
    await exchange.answer(study(), type_="application/pdf")


@case(State.WRONG_TYPE)
async def binary_called_a_page(exchange: Exchange) -> None:
    await exchange.answer(b"\0\1\2\3" * 100)


@case(State.OK, words={QUOTED: Sight.FOUND, "31%": Sight.FOUND})
async def a_pdf_called_a_stream(exchange: Exchange) -> None:
    await exchange.answer(pdf("Front matter", WHOLE), type_="application/octet-stream")


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def a_damaged_pdf(exchange: Exchange) -> None:
    await exchange.answer(pdf(WHOLE)[:300], type_="application/pdf")


@case(State.OK, words={QUOTED: Sight.UNREAD})
async def a_scan_without_words(exchange: Exchange) -> None:
    await exchange.answer(pdf(""), type_="application/pdf")


# Certificates


@case(State.OK, "https://good.test:{tls}/good-certificate")
async def good_certificate(exchange: Exchange) -> None:
    await exchange.answer(study())


unasked(
    State.BAD_CERTIFICATE,
    "certificate of another",
    "https://other.test:{tls}/certificate-of-another",
)


unasked(State.BAD_CERTIFICATE, "expired certificate", "https://expired.test:{tls_expired}/expired")


unasked(
    State.BAD_CERTIFICATE,
    "self signed certificate",
    "https://self-signed.test:{tls_self_signed}/self-signed",
)


# Words


@case(State.OK, words={QUOTED: Sight.NEAR})
async def changed_words(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE.replace("significant", "negligible")))


@case(State.OK, words={QUOTED: Sight.MISSING, "0.59": Sight.MISSING})
async def missing_words(exchange: Exchange) -> None:
    await exchange.answer(study("Nothing of the kind; the odds were 10.59 and 0.590."))


@case(State.OK, words={QUOTED: Sight.FOUND, "31%": Sight.FOUND, "0.59": Sight.FOUND})
async def words_split_by_markup_and_hyphens(exchange: Exchange) -> None:
    text = WHOLE.replace("significant", "signiﬁ&shy;cant").replace("coercion", "coer-\ncion")
    await exchange.answer(study(text.replace("but", "<em>b</em>ut").replace("0.59", "0·59")))


@case(State.OK, words={QUOTED: Sight.FOUND, "0.59": Sight.FOUND})
async def words_split_in_a_pdf(exchange: Exchange) -> None:
    text = "31 per cent saw a modest but signifi-\ncant increase\n"
    text += "in re-\nported coercion \\(OR 0.59\\)."
    await exchange.answer(pdf("Title", text), type_="application/pdf")


@case(State.OK, words={"“coördinated” efforts": Sight.FOUND})
async def old_encoding(exchange: Exchange) -> None:
    body = study("The “coördinated” efforts went on.").encode("windows-1252")
    await exchange.answer(body, type_="text/html; charset=windows-1252")


# Places in a page


@case(State.OK, "http://fragment.test:{http}/a-fragment#methods")
async def a_fragment(exchange: Exchange) -> None:
    await exchange.answer(study('<a name="methods"></a>'))


@case(State.NO_FRAGMENT, "http://fragment.test:{http}/missing-fragment#methods")
async def missing_fragment(exchange: Exchange) -> None:
    await exchange.answer(study('<h2 id="method">Method</h2>'))


@case(State.FRAGMENT_UNSEEN, "http://fragment.test:{http}/fragment-by-script#methods")
async def fragment_by_script(exchange: Exchange) -> None:
    await exchange.answer(study("<script>build('methods')</script>"))


@case(
    State.OK,
    "http://fragment.test:{http}/words-in-address#:~:text=modest%20but,reported%20coercion",
    {"modest but": Sight.FOUND, "reported coercion": Sight.FOUND},
)
async def words_in_the_address(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE))


@case(
    State.NO_FRAGMENT,
    "http://fragment.test:{http}/no-words-in-address#:~:text=entirely%20other%20text",
    {"entirely other text": Sight.MISSING},
)
async def missing_words_in_the_address(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE))


# Addresses


@case(State.OK, "http://bücher-für-alle.test:{http}/überblick/seite 1")
async def non_ascii_host_and_path(exchange: Exchange) -> None:
    await exchange.answer(study())


@case(State.OK, "http://encoded.test:{http}/%C3%BCber%2Fblick")
async def encoded_path(exchange: Exchange) -> None:
    await exchange.answer(study())


BEHAVIOURS["/%C3%BCber%2Fblick"] = encoded_path


unasked(State.NOT_PUBLIC, "private address", "http://10.1.2.3/private-address")


unasked(State.NOT_PUBLIC, "loopback in ipv6", "http://[::1]:{http}/loopback-in-ipv6")


unasked(State.NOT_PUBLIC, "link local address", "http://169.254.169.254/latest/meta-data/")


unasked(State.BAD_ADDRESS, "bad address", "http://bad port.test:x/bad-address")


async def _drip(exchange: Exchange, piece: bytes, pause: float = 0) -> None:
    for _ in count():
        await exchange.send(piece)
        await asyncio.sleep(pause)
