"""What goes over the wire comes through as it was."""

import pytest

from kpi.commands import Command, Result
from kpi.remote import wire


def test_the_wire_carries_a_result_whatever_the_size_of_its_pieces():
    result = Result("ut\nåäö", "fel", {"a.csv": b"\n\x00" * 1000, "tom": b"", "b": b"slut"}, 1)
    sent = wire.progress_line("läser", 0.5) + b"\n" + b"".join(wire.answered(result))
    for size in (1, 2, 7, 1000, len(sent)):
        told = []
        pieces = (sent[at : at + size] for at in range(0, len(sent), size))
        assert wire.heard(pieces, lambda what, share, told=told: told.append((what, share))) == result
        assert told == [("läser", 0.5)]
    with pytest.raises(ValueError, match="too early"):
        wire.heard(iter([sent[:-1]]), lambda what, share: None)


def test_a_command_comes_through_as_it_was():
    command = Command("upload", {"file": "å.csv", "dry_run": True, "id": 3}, "Åsa", b"a\nb\x00\xff" * 500_000)
    assert wire.unpacked(b"".join(wire.packed(command))) == command
