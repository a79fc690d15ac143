"""Serves the page for the browser tests; with ``scripted``, a coach that does what a message says.

``traag`` answers slowly, ``stuk`` raises an internal error that holds the message, ``leeg`` says nothing.
"""

import sys
import time
from collections.abc import Iterator
from unittest import mock

from assistant.conversation import Conversation, Language, Reply
from assistant.web import answering, serve, warmup


def stream(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
    """A reply as the message asks for it."""
    if "stuk" in message:
        raise ValueError(f"could not handle {message!r}")
    if "leeg" in message:
        return
    reply = Reply(text="Woord", language=language, notice="Een <b>kleine</b> noot.", suggestions=["Verder?"])
    for number in range(200 if "traag" in message else 2):
        reply = reply.model_copy(update={"text": f"{reply.text} {number}"})
        yield reply
        time.sleep(0.05)


def ready(address: str) -> None:
    """Tells the tests where the page is."""
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:] == ["scripted"]:
        mock.patch.object(answering, "_coach_stream", stream).start()
        mock.patch.object(warmup, "_load_all", lambda tell: None).start()
    serve.serve(0, "127.0.0.1", ready=ready)
