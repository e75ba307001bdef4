"""Around every response: known hosts, security headers, Swedish as the page's language, compressed files."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kpi.export.open_files import PREFIX
from kpi.launcher import frame, keystrokes, navigation, presentation
from kpi.launcher.assets import CompressedAssets
from kpi.launcher.preload import links

# The one inline script of Streamlit's index page, by its hash.
INLINE_SCRIPT = "sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA="
# Streamlit's own script evaluates (Vega, Arrow) and sets styles; nothing may come from, or go to, anywhere else.
POLICY = "; ".join(
    [
        "default-src 'self'",
        f"script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' blob: '{INLINE_SCRIPT}'",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
SCRIPTS = b"".join(
    f'<script src=".{one.PATH}" defer></script>'.encode() for one in (frame, navigation, keystrokes, presentation)
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Headers:
    """Adds the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with the headers added to each response."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class SwedishPage:
    """Streamlit serves `<html lang="en">`, its own title and English names: a screen reader would read them so."""

    REPLACED = (
        (b'lang="en"', b'lang="sv"'),
        (b"<title>Streamlit</title>", "<title>Måluppföljning</title>".encode()),
        (b"You need to enable JavaScript to run this app.", "Sidan behöver JavaScript.".encode()),
        (b"</head>", SCRIPTS + b"</head>"),
    )

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold an HTML response until it is whole, then send it with the words replaced."""
        start: Message | None = None
        body = b""

        async def translated(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            for english, swedish in self.REPLACED:
                body = body.replace(english, swedish)
            body = body.replace(b"</head>", f"{links(scope['path'])}</head>".encode())
            MutableHeaders(scope=start)["content-length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        if scope["type"] != "http" or not _is_streamlits(scope["path"]):
            await self.app(scope, receive, send)
            return
        # Compressed, the words could not be replaced: the page itself is small.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, translated)


def _is_streamlits(path: str) -> bool:
    """Not a file, and not our own page of open data."""
    return "." not in path.rsplit("/", 1)[-1] and not path.startswith(PREFIX)


def _is_page(message: Message) -> bool:
    headers = MutableHeaders(scope=message)
    return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers


def middleware(address: Callable[[], str | None]) -> list[Middleware]:
    """The stack, outermost first. Listening on this machine alone, only its own names are answered to:
    a page elsewhere could otherwise reach the app through a name of its own that points here."""
    local = address() in ("127.0.0.1", "localhost", "::1")
    hosts = ["127.0.0.1", "localhost", "[::1]"] if local else ["*"]
    return [
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(Headers),
        Middleware(CompressedAssets),
        Middleware(SwedishPage),
    ]
