from playwright.sync_api import Browser, Page


class Visitor:
    """Opens pages of the site and takes note of whatever goes wrong."""

    def __init__(self, browser: Browser, host: str) -> None:
        self.troubles: list[str] = []
        self.requested: list[str] = []
        self._browser, self._host = browser, host
        self._pages: list[Page] = []

    def __call__(
        self,
        path: str,
        scheme: str = "light",
        *,
        scripts: bool = True,
        policy: bool = True,
        size: tuple[int, int] = (1280, 720),
    ) -> Page:
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            bypass_csp=not policy,
            reduced_motion="reduce",
        )
        page = context.new_page()
        self._pages.append(page)
        self._listen(page)
        page.goto(self._host + path)
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
