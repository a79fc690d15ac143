"""A real server in a process of its own, and a real browser with an empty profile."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

Serve = Callable[..., str]


@contextmanager
def serving(cache: Path, log: Path, *arguments: str) -> Iterator[str]:
    """The address of a server that runs ``server.py`` with these arguments."""
    environment = os.environ | {"GESPREKSCOACH_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, str(HERE / "server.py"), *arguments],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True,
        )  # fmt: skip
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            assert address.startswith("http"), f"the server did not start:\n{log.read_text()}"
            yield address.rstrip("/")
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="session")
def index_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of our own; it starts from a ready index in ``GESPREKSCOACH_TEST_INDEX`` if that is set."""
    cache = tmp_path_factory.mktemp("cache")
    if ready := os.environ.get("GESPREKSCOACH_TEST_INDEX"):
        shutil.copytree(ready, cache, dirs_exist_ok=True)
    return cache


@pytest.fixture(scope="session")
def server(index_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product's own page."""
    with serving(index_cache, tmp_path_factory.mktemp("log") / "server.txt") as address:
        yield address


@pytest.fixture(scope="session")
def scripted(index_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The page with a scripted coach, and what its server writes to standard error."""
    log = tmp_path_factory.mktemp("log") / "scripted.txt"
    with serving(index_cache, log, "scripted") as address:
        yield address, log


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"Chromium is not at {CHROMIUM}; install it or set CHROMIUM.", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """An empty profile that fails the test on a request to another host than the server's own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    context.set_default_timeout(15_000)
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    yield context
    context.close()
    elsewhere = [url for url in requests if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert not elsewhere


@pytest.fixture
def page(context: BrowserContext, server: str) -> Page:
    """The page, opened and warm."""
    return opened(context, server)


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#box textarea")
    # Gradio connects the events just after it draws the page; then the brand tells its language.
    page.wait_for_function("document.documentElement.lang === 'nl' && localStorage.length > 0")
    return page
