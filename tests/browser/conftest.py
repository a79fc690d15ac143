"""Real servers and a real browser with an empty profile."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser_kit import CHROMIUM, FLAGS, build_index, opened, product, scripted_page
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright


@pytest.fixture(scope="session")
def index_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of our own; it starts from a ready one where ``GESPREKSCOACH_TEST_INDEX`` names its folder."""
    cache = tmp_path_factory.mktemp("cache")
    if ready := os.environ.get("GESPREKSCOACH_TEST_INDEX"):
        shutil.copytree(ready, cache, dirs_exist_ok=True)
    build_index(cache)
    return cache


@pytest.fixture(scope="session")
def server(index_cache: Path) -> Iterator[str]:
    """The address of the product's own page, in a process of its own."""
    with product(index_cache) as address:
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
