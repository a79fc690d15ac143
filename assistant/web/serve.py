"""Serves the page, and warms up once it is there."""

import socket
from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.errors import PersonError
from assistant.web.answering import Answering
from assistant.web.headers import middleware
from assistant.web.page import build
from assistant.web.texts import page_texts
from assistant.web.theme import ICON, STYLE, theme
from assistant.web.warmup import WarmUp


def serve(port: int, host: str, *, ready: Callable[[str], None]) -> None:
    """Serves the page until it is interrupted.

    Args:
        port: 0 takes any that is free.
        host: address to listen on.
        ready: hears the page's address once it answers.

    Raises:
        PersonError: the port is taken.
    """
    warm_up = WarmUp()
    blocks, address = launch(port, host, Answering(warm_up))
    warm_up.start()
    ready(address)
    blocks.block_thread()


def launch(port: int, host: str, answers: Answering) -> tuple[gr.Blocks, str]:
    """The page, being served on a thread of its own, and its address; see ``serve``."""
    blocks = build(answers)
    try:
        _, address, _ = blocks.launch(server_name=host, server_port=port or _free_port(host), **_options())
    except OSError as error:
        raise PersonError(f"Poort {port} is bezet. Kies een andere met PORT.") from error
    return blocks, address


def _options() -> dict[str, Any]:
    return {
        "prevent_thread_lock": True,
        "quiet": True,
        "show_error": False,
        "share": False,
        "footer_links": [],
        "run_history": False,  # Gradio would keep each call in the browser, and let it be sent to a bucket
        "enable_monitoring": False,
        "mcp_server": False,
        "pwa": False,
        "ssr_mode": False,
        "favicon_path": ICON,
        "theme": theme(),
        "css_paths": [STYLE],
        "app_kwargs": {"middleware": middleware(page_texts("nl"))},
    }


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
