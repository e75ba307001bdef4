"""The texts and files that the system is built from lie beside the repository; a clone without them skips."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared saknas: jämförs bara där texterna finns")
