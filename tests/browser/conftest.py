"""Real servers and a real browser with an empty profile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.kit import CHROMIUM, FLAGS, build_index, opened, product, scripted_page


@pytest.fixture(scope="session")
def server(user_folder: Path) -> Iterator[str]:
    """The address of the product's own page, in a process of its own, on an index that is ready."""
    build_index()
    with product() as address:
        yield address


@pytest.fixture(scope="session")
def scripted() -> Iterator[str]:
    """The address of a page whose coach is scripted."""
    with scripted_page() as (address, _):
        yield address


@pytest.fixture
def brief() -> Iterator[tuple[str, Callable[[], None]]]:
    """A scripted page of its own, and a function that ends its server."""
    with scripted_page() as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"Chromium is not at {CHROMIUM}; install it or set CHROMIUM.", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """An empty profile; a request to another host than the server's own fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    context.set_default_timeout(20_000)
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    yield context
    context.close()
    assert [url for url in requests if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []


@pytest.fixture
def page(context: BrowserContext, server: str) -> Page:
    """The product's page, opened."""
    return opened(context, server)
