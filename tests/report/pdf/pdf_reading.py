"""Reading a PDF back: its tree of tags, and what is drawn on its pages."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@dataclass
class Tag:
    """An element of the structure: its kind as PDF knows it, its attributes, and the elements beneath it."""

    kind: str
    own: pikepdf.Dictionary
    beneath: list["Tag"] = field(default_factory=list)

    def walk(self) -> Iterator["Tag"]:
        """This and all beneath it, in reading order."""
        yield self
        for one in self.beneath:
            yield from one.walk()

    def all(self, *kinds: str) -> list["Tag"]:
        return [one for one in self.walk() if one.kind in kinds]


def tags(pdf: pikepdf.Pdf) -> Tag:
    """The whole tree; kinds of the producer's own are shown as those that they stand for."""
    root = pdf.Root.StructTreeRoot
    roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
    return Tag("Root", root, list(_beneath(root, roles)))


def _beneath(node: pikepdf.Dictionary, roles: dict[str, str]) -> Iterator[Tag]:
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kind = roles.get(str(kid.S), str(kid.S))
            yield Tag(kind.lstrip("/"), kid, list(_beneath(kid, roles)))


def attribute(tag: Tag, name: str):
    """An attribute of an element, wherever among its attributes it is; None without it."""
    held = tag.own.get("/A", pikepdf.Array())
    for one in held if isinstance(held, pikepdf.Array) else [held]:
        if name in one:
            return one[name]
    return None


def untagged(page: pikepdf.Page) -> list[str]:
    """What paints on the page outside every tag and artifact."""
    depth, found = 0, []
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += (name in {"BMC", "BDC"}) - (name == "EMC")
        if name in PAINTS and depth == 0:
            found.append(name)
    return found


def text(content: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order of the file: a cell's lines come one after the other."""
    (folder / "read.pdf").write_bytes(content)
    command = ["pdftotext", "-raw", str(folder / "read.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
