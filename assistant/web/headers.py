"""What goes before the page: headers that keep the browser on this server, and a head in our own name."""

import re
from html import escape

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from assistant.web.texts import PageTexts

# Gradio compiles templates and styles in the browser, hence 'unsafe'; all else is this server only.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_ADVERTS = re.compile(r'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*>|\s*<link rel="manifest"[^>]*>')


def middleware(texts: PageTexts) -> list[Middleware]:
    """To hand to the server."""
    return [Middleware(_Head, texts=texts)]


class _Head(BaseHTTPMiddleware):
    """Gradio's own says ``lang="en"``, and advertises Gradio with a picture from elsewhere."""

    def __init__(self, app: ASGIApp, texts: PageTexts) -> None:
        super().__init__(app)
        self._texts = texts

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        if request.url.path == "/" and response.headers.get("content-type", "").startswith("text/html"):
            body = b"".join([chunk async for chunk in response.body_iterator]).decode()  # type: ignore[attr-defined]
            response = Response(self._ours(body), response.status_code, media_type="text/html")
        response.headers.update(_HEADERS)
        return response

    def _ours(self, page: str) -> str:
        description = f'<meta name="description" content="{escape(self._texts.tagline)}" />'
        page = _ADVERTS.sub("", page).replace('<html\n\tlang="en"', '<html\n\tlang="nl"', 1)
        title = f"<title>{escape(self._texts.product)}</title>"
        return page.replace("<head>", f"<head>\n\t\t{title}{description}", 1)
