"""A PowerPoint file in LibreOffice: its pages, and where each word stands on them."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

PATIENCE_SECONDS = 180


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """True when a good part of either stands on the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min((word.right - word.left) * (word.bottom - word.top) for word in (self, other))
        return across > 0 and down > 0 and across * down > 0.3 * smaller


@dataclass(frozen=True)
class Sheet:
    width: float
    height: float
    words: tuple[Word, ...]

    def outside(self) -> list[str]:
        return [
            word.text
            for word in self.words
            if word.left < -1 or word.top < -1 or word.right > self.width + 1 or word.bottom > self.height + 1
        ]

    def covered(self) -> list[tuple[str, str]]:
        return [
            (word.text, other.text)
            for at, word in enumerate(self.words)
            for other in self.words[at + 1 :]
            if word.covers(other)
        ]


def sheets(content: bytes, folder: Path) -> list[Sheet]:
    """The pages that LibreOffice makes of it. Raises `CalledProcessError` when it cannot read the file."""
    file = folder / "bilder.pptx"
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)],
                   check=True, capture_output=True, timeout=PATIENCE_SECONDS)  # fmt: skip
    found = subprocess.run(["pdftotext", "-bbox", str(file.with_suffix(".pdf")), "-"],
                           check=True, capture_output=True).stdout  # fmt: skip
    readable = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", found)
    root = etree.fromstring(readable, etree.XMLParser(recover=True))
    return [_sheet(page) for page in root.iter("{*}page")]


def _sheet(page: etree._Element) -> Sheet:
    words = tuple(
        Word(word.text or "", *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")))
        for word in page.iter("{*}word")
        if (word.text or "").strip()
    )
    return Sheet(float(page.get("width")), float(page.get("height")), words)
