"""How others follow on their own screens: the address, and its QR code."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
import streamlit as st

from kpi.settings import settings

_ONLY_HERE = ("127.0.0.1", "localhost", "::1")
QUIET_ZONE = 4  # modules of white around a QR code, as ISO/IEC 18004 asks


@dataclass(frozen=True, slots=True)
class Follow:
    """Where the same slides are. `address` is empty where only this machine reaches the app."""

    address: str
    code: str

    @property
    def short(self) -> str:
        """The address as it is read out: without "https://"."""
        return self.address.split("://", 1)[-1]


def address_of(path: str) -> str:
    """A path of the app as the reader's browser reaches it; empty where nobody else would."""
    origin = origin_of(st.context.url or "", settings().address)
    return origin and origin + path


def follow(address: str) -> Follow:
    """The address with its QR code; both empty without an address."""
    if not address:
        return Follow("", "")
    code = segno.make(address, error="m", micro=False)
    return Follow(address, code.svg_data_uri(scale=8, border=QUIET_ZONE, dark="#000", light="#fff"))


def origin_of(seen: str, public: str) -> str:
    """What the browser sees, if others can reach it; else the public address of the settings; else nothing."""
    parts = urlsplit(seen)
    if parts.hostname and parts.hostname not in _ONLY_HERE and not parts.hostname.startswith("127."):
        return f"{parts.scheme}://{parts.netloc}"
    return public
