"""A server on this machine that speaks OpenAI's protocol, and misbehaves on request."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Handler"], None]


class Server(ThreadingHTTPServer):
    """Does its acts in order, and the last one for ever after."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *acts: Act) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts = list(acts)
        self.asked: list[dict[str, Any]] = []
        self.left = threading.Event()
        """Somebody hung up before the end."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the tests, not worth a traceback."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.asked.append(body)
        act = self.server.acts.pop(0) if len(self.server.acts) > 1 else self.server.acts[0]
        self.close_connection = True
        try:
            act(self)
        except OSError:
            self.server.left.set()

    def open_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()

    def chunk(self, text: str, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": {"content": text} if text else {}, "finish_reason": finish}
        event = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }
        self.raw(f"data: {json.dumps(event)}\n\n")

    def raw(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def whole(self, text: str, finish: str = "stop") -> None:
        """A reply that does not stream, as a structured job asks for."""
        message = {"role": "assistant", "content": text}
        body = {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        }
        self.answer(200, json.dumps(body))

    def answer(self, code: int, body: str, **headers: str) -> None:
        self.send_response(code)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body.encode())))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.raw(body)


def says(text: str, pause: float = 0.0, size: int = 8, finish: str | None = "stop") -> Act:
    """Streams a text in pieces of so many characters, seconds apart."""

    def act(handler: Handler) -> None:
        handler.open_stream()
        for at in range(0, len(text), size):
            handler.chunk(text[at : at + size])
            time.sleep(pause)
        if finish:
            handler.chunk("", finish)
            handler.raw("data: [DONE]\n\n")

    return act


def fails(code: int, **headers: str) -> Act:
    """Answers with an HTTP status and an error as providers give it."""
    return lambda handler: handler.answer(code, json.dumps({"error": {"message": "no"}}), **headers)


def waits(seconds: float) -> Act:
    """Says nothing for a while, and then too late."""

    def act(handler: Handler) -> None:
        time.sleep(seconds)
        says("te laat")(handler)

    return act


def breaks_off(text: str) -> Act:
    """A stream cut in the middle of a word."""
    return says(text, finish=None)


def streams_nonsense(handler: Handler) -> None:
    """A stream that holds no JSON."""
    handler.open_stream()
    handler.raw("data: {'id': oeps\n\n")


def never_stops(handler: Handler) -> None:
    """A stream without an end, whatever was asked."""
    handler.open_stream()
    while True:
        handler.chunk("en nog wat ")
        time.sleep(0.0005)


def shapes(body: object) -> Act:
    """A structured reply with this body; a string is sent as it is."""
    return lambda handler: handler.whole(body if isinstance(body, str) else json.dumps(body))


@contextmanager
def serving(*acts: Act) -> Iterator[Server]:
    """The server, while the block runs."""
    server = Server(*acts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
