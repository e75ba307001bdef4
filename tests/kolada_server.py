"""A server that speaks Kolada's API v3, as documented, and can be told to misbehave."""

import json
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from shared import SHARED

METADATA = SHARED / "data" / "kolada"
MOST_IDS, MOST_ROWS = 25, 5000
DAYS, ANTIBIOTICS, STAFF = "N79173", "N00404", "N15030"
KPIS = [
    {"id": DAYS, "title": "Medicinsk bedömning inom tre dagar, andel (%)", "description": "Andel. Källa: SKR.",
     "is_divided_by_gender": False, "municipality_type": "L", "auspice": "X", "operating_area": "Primärvård",
     "perspective": "Kvalitet", "prel_publication_date": None, "publication_date": "2026-05-05", "publ_period": "2025",
     "has_ou_data": False},
    {"id": ANTIBIOTICS, "title": "Antibiotikarecept, antal/1000 inv", "description": "Uthämtade recept.",
     "is_divided_by_gender": True, "municipality_type": "L", "has_ou_data": False},
    {"id": STAFF, "title": "Personaltäthet i förskolan", "description": "Barn per årsarbetare.",
     "is_divided_by_gender": False, "municipality_type": "K", "has_ou_data": True},
]  # fmt: skip
MUNICIPALITIES = [
    {"id": "0000", "title": "Riket", "type": "L"}, {"id": "0001", "title": "Region Stockholm", "type": "L"},
    {"id": "0023", "title": "Region Jämtland Härjedalen", "type": "L"},
    {"id": "2380", "title": "Östersund", "type": "K"}, {"id": "0180", "title": "Stockholm", "type": "K"},
]  # fmt: skip
OUS = [{"id": "V15E238000101", "title": "Förskolan Björken", "municipality": "2380"}]


def value(number, gender="T", status="", count=1, deleted=False):
    return {"gender": gender, "count": count, "status": status, "value": number, "isdeleted": deleted}


def metadata(name, made):
    """Kolada's own where the files are, with what the tests speak of; what is made otherwise."""
    file = METADATA / f"{name}_v3.json"
    real = json.loads(file.read_text(encoding="utf-8"))["values"] if file.exists() else []
    ids = {one["id"] for one in made}
    return [*made, *(one for one in real if one["id"] not in ids)]


class _Quiet(ThreadingHTTPServer):
    """A client that hangs up on an answer it has no use for is no news."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@dataclass(repr=False)
class KoladaServer:
    """`data` is {(kpi, unit, year): [values]}; `faults` are used up by the next requests, `page_rows` bounds a page."""

    data: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)
    page_rows: int = MOST_ROWS
    asked: list = field(default_factory=list)
    other: dict = field(default_factory=dict)
    next_url: object = None
    url: str = ""

    def __post_init__(self):
        self.other = {"kpi": metadata("kpi", KPIS), "municipality": metadata("municipality", MUNICIPALITIES), "ou": OUS}
        self._http = _Quiet(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._http.server_port}/v3"
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self._http.shutdown()
        self._http.server_close()

    def put(self, kpi, unit, year, *values):
        self.data[kpi, unit, year] = list(values)

    def _handler(server):  # noqa: N805 - a handler's own `self` is another
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.asked.append(self.path)
                if server.faults and (fault := server.faults.pop(0)):
                    fault(self)
                    return
                status, answer = server.answer(self.path)
                send(self, json.dumps(answer).encode(), status)

            def log_message(self, *arguments):
                pass

        return Handler

    def answer(self, path):
        parts = urlsplit(path)
        steps = [unquote(step) for step in parts.path.removeprefix("/v3/").split("/")]
        query = {name: given[0] for name, given in parse_qs(parts.query).items()}
        rows_asked = int(query.get("per_page", MOST_ROWS))
        too_many = any(len(step.split(",")) > MOST_IDS for step in steps)
        if too_many or not 0 < rows_asked <= MOST_ROWS:
            return 400, {"detail": "too many"}
        found = self._data(steps) if steps[0] in ("data", "oudata") else self._metadata(steps, query)
        return 200, self._paged(found, min(rows_asked, self.page_rows), parts.path, query)

    def _metadata(self, steps, query):
        rows = self.other[steps[0]]
        if len(steps) > 1:
            return [one for one in rows if one["id"] in steps[1].split(",")]
        return [one for one in rows if query.get("title", "").lower() in one["title"].lower()]

    def _data(self, steps):
        place = "ou" if steps[0] == "oudata" else "municipality"
        asked = {name: ids.split(",") for name, ids in zip(steps[1::2], steps[2::2], strict=True)}
        return [
            {"kpi": kpi, place: unit, "period": year, "values": values}
            for (kpi, unit, year), values in self.data.items()
            if kpi in asked["kpi"] and unit in asked.get(place, ()) and str(year) in asked["year"]
        ]

    def _paged(self, found, rows, path, query):
        page = int(query.get("page", 1))
        part, more = found[(page - 1) * rows : page * rows], page * rows < len(found)
        base = self.url.removesuffix("/v3")
        following = f"{base}{path}?{urlencode({**query, 'page': page + 1})}" if more else None
        return {"values": part, "count": len(part), "next_url": self.next_url or following, "previous_url": None}


def send(handler, body, status=200, headers=()):
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, text in headers:
        handler.send_header(name, text)
    handler.end_headers()
    handler.wfile.write(body)


def busy(status=429, wait=None):
    headers = [("Retry-After", wait)] if wait else []
    return lambda handler: send(handler, b"{}", status, headers)


def broken(handler):
    """Half a page, and then nothing more."""
    body = b'{"count": 1, "values": [{"kpi": "N79173", '
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body) * 3))
    handler.end_headers()
    handler.wfile.write(body)
    handler.wfile.flush()
    handler.close_connection = True


def silent(handler):
    """Hangs up without a word."""
    handler.close_connection = True


def says(body, status=200):
    return lambda handler: send(handler, body if isinstance(body, bytes) else json.dumps(body).encode(), status)


def moved(address):
    return lambda handler: send(handler, b"", 302, [("Location", address)])


def endless(handler):
    """More than anybody wants, in pieces, without a length."""
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(1000):
            handler.wfile.write(b" " * (1 << 16))
    except OSError:
        pass
