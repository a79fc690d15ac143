"""What the browser tests share: servers, a scripted coach, and ways to use the page."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from assistant.conversation import Conversation, Language, Reply

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_ROOT = Path(__file__).parent.parent.parent
_INDEX = "from assistant.index import index; index()"
_SERVE = """
from assistant.web.serve import serve
serve(0, "127.0.0.1", ready=lambda address: print(address, flush=True))
"""


def build_index() -> None:
    """Makes the search index in this run's folder, or brings it up to date."""
    subprocess.run([sys.executable, "-c", _INDEX], cwd=_ROOT, check=True)


@contextmanager
def product(**environment: str) -> Iterator[str]:
    """Runs the product's page in a process of its own, with these settings; gives its address."""
    command, env = [sys.executable, "-c", _SERVE], os.environ | environment
    process = subprocess.Popen(command, cwd=_ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http"), "the server did not start; see its errors above"
        yield address
    finally:
        process.kill()
        process.wait(10)


@contextmanager
def scripted_page() -> Iterator[tuple[str, Callable[[], None]]]:
    """Serves a page with a scripted coach, ready at once; gives its address and a way to end it."""
    from assistant.web.answering import Answering
    from assistant.web.serve import launch
    from assistant.web.warmup import WarmUp

    blocks, address = launch(0, "127.0.0.1", Answering(WarmUp(lambda tell: None), _scripted))
    yield address, lambda: blocks.close(verbose=False)
    blocks.close(verbose=False)


def _scripted(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
    """``stuk`` raises an error that holds the message, ``leeg`` says nothing, ``traag`` takes ten seconds."""
    if "stuk" in message:
        raise ValueError(f"could not handle {message!r}")
    if "leeg" in message:
        return
    reply = Reply(text="Woord", language=language, notice="Een <b>kleine</b> noot.")
    for number in range(200 if "traag" in message else 2):
        reply = reply.model_copy(update={"text": f"{reply.text} {number}"})
        yield reply
        time.sleep(0.05)


def opened(context: BrowserContext, address: str) -> Page:
    """The page, once its events are connected: then the server has told it what to show."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("localStorage.length > 0")
    return page


def ask(page: Page, question: str) -> None:
    """Types a question and waits until the answer is complete."""
    before = page.locator(".said").count()
    page.fill("#box textarea", question)
    for _ in range(20):
        # The words of the answer before stand there a moment before the page listens again.
        page.keyboard.press("Enter")
        page.wait_for_timeout(250)
        if page.locator(".said").count() > before or page.input_value("#box textarea") != question:
            break
    page.wait_for_function(
        "before => document.querySelector('#latest [role=log][aria-busy=false] .words')"
        " && document.querySelectorAll('.said').length > before",
        arg=before,
    )
