"""One answer from a server that others use too: asked again when it is busy or breaks off, but not for ever.

How often and how long to wait is urllib3's `Retry`, which knows Retry-After in both its forms. It is asked here, and
not inside an adapter, because there it never sees an answer that breaks off in the middle.
"""

import time

import requests
from urllib3.exceptions import InvalidHeader, MaxRetryError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry

from kpi.errors import wrong
from kpi.ingest.limits import MEGABYTE

ANSWER_BYTES = 32 * MEGABYTE  # a page of 5 000 rows takes two to four
ANSWER_SECONDS = 120
CONNECT_SECONDS, SILENCE_SECONDS = 10, 60
LONGEST_WAIT_SECONDS = 120
SHORTEST_WAIT_SECONDS = 1.0
TRIES_MORE = 5
CHUNK = 1 << 16
BUSY = frozenset({408, 429, 500, 502, 503, 504})
_BROKEN = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError,
           requests.exceptions.ContentDecodingError)  # fmt: skip
_POLICY = Retry(total=TRIES_MORE, backoff_factor=1.0, backoff_jitter=0.5, backoff_max=30)


def get(session: requests.Session, url: str) -> bytes:
    """The body of a successful answer. Redirects are not followed. Raises `UserError`, in words, for anything else."""
    policy = _POLICY
    while True:
        asked_wait = None
        try:
            with _ask(session, url) as answer:
                if answer.status_code not in BUSY:
                    _require_success(answer)
                    return _body(answer)
                failure = wrong("kolada-busy", status=str(answer.status_code))
                asked_wait = _asked_wait(policy, answer.raw)
        except requests.exceptions.SSLError as error:
            raise wrong("kolada-certificate") from error
        except _BROKEN:
            failure = wrong("kolada-unreachable")
        try:
            policy = policy.increment("GET", url, error=failure)
        except MaxRetryError as error:
            raise failure from error
        _wait(policy.get_backoff_time() if asked_wait is None else asked_wait)


def _ask(session: requests.Session, url: str) -> requests.Response:
    return session.get(url, stream=True, allow_redirects=False, timeout=(CONNECT_SECONDS, SILENCE_SECONDS))


def _require_success(answer: requests.Response) -> None:
    if answer.is_redirect or answer.is_permanent_redirect:
        raise wrong("kolada-redirects")
    if answer.status_code != requests.codes.ok:
        raise wrong("kolada-refuses", status=str(answer.status_code))


def _body(answer: requests.Response) -> bytes:
    """All of it, but never more than fits: what a server says of its size is not trusted."""
    until, body = time.monotonic() + ANSWER_SECONDS, bytearray()
    for piece in answer.iter_content(CHUNK):
        body += piece
        if len(body) > ANSWER_BYTES:
            raise wrong("kolada-too-large", most=ANSWER_BYTES // MEGABYTE)
        if time.monotonic() > until:
            raise requests.Timeout
    return bytes(body)


def _asked_wait(policy: Retry, answer: BaseHTTPResponse) -> float | None:
    """The seconds that the server asks for, where it does."""
    try:
        return policy.get_retry_after(answer)
    except InvalidHeader:
        return None


def _wait(seconds: float) -> None:
    if seconds > LONGEST_WAIT_SECONDS:
        raise wrong("kolada-wait", minutes=round(seconds / 60))
    time.sleep(max(seconds, SHORTEST_WAIT_SECONDS))
