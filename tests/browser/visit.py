from typing import TypedDict, Unpack

from playwright.sync_api import Browser, Page, expect

DRAWING = "[data-anew], [data-later=still]"
"""What is there only until all of a page is drawn."""


class How(TypedDict, total=False):
    """Whether scripts run and the policy holds, both unless told; width and height in pixels."""

    scripts: bool
    policy: bool
    size: tuple[int, int]


class Visitor:
    """Opens pages of the site and takes note of whatever goes wrong."""

    def __init__(self, browser: Browser, host: str) -> None:
        self.troubles: list[str] = []
        self.requested: list[str] = []
        self._browser, self._host = browser, host
        self._pages: list[Page] = []

    def __call__(self, path: str, scheme: str = "light", **how: Unpack[How]) -> Page:
        """A page of the site, all of it drawn."""
        page = self.blank(scheme, **how)
        page.goto(self._host + path)
        expect(page.locator(DRAWING)).to_have_count(0)
        return page

    def blank(self, scheme: str = "light", **how: Unpack[How]) -> Page:
        """A page that is nowhere yet."""
        width, height = how.get("size", (1280, 720))
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=how.get("scripts", True),
            bypass_csp=not how.get("policy", True),
            reduced_motion="reduce",
        )
        page = context.new_page()
        self._pages.append(page)
        self._listen(page)
        return page

    def leave(self) -> None:
        for page in self._pages:
            page.context.close()

    def _listen(self, page: Page) -> None:
        note = self.troubles.append
        page.on("pageerror", lambda error: note(f"script: {error}"))
        page.on("console", lambda said: note(said.text) if said.type == "error" else None)
        page.on("requestfailed", lambda request: note(f"failed: {request.url}"))
        page.on("request", lambda request: self._check_address(request.url))
        page.on("request", lambda request: self.requested.append(request.url))
        page.on(
            "response", lambda got: note(f"{got.status}: {got.url}") if got.status > 399 else None
        )

    def _check_address(self, url: str) -> None:
        if not url.startswith((self._host, "data:", "blob:")):
            self.troubles.append(f"elsewhere: {url}")
