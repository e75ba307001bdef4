"""The delivered files as they came."""

import gzip
import hashlib

import pytest

from kpi.errors import UserError
from kpi.store.check import findings
from kpi.store.kept_files import folder, is_kept, keep, kept

CONTENT = "nyckeltal;enhet\nåäö;1\n".encode()
SHA = hashlib.sha256(CONTENT).hexdigest()


def test_a_file_comes_back_as_it_came_and_only_its_owner_may_read_it(store):
    keep(store, CONTENT, SHA)
    keep(store, CONTENT, SHA)
    assert kept(store, SHA) == CONTENT
    files = list(folder(store.path).iterdir())
    assert [file.name for file in files] == [f"{SHA}.gz"]
    assert [path.stat().st_mode & 0o077 for path in (files[0], folder(store.path))] == [0, 0]


@pytest.mark.parametrize("sha", ["", "../../etc/passwd", "0" * 64, SHA.upper()])
def test_what_was_not_kept_is_not_here(store, sha):
    assert not is_kept(store, sha)
    with pytest.raises(UserError) as caught:
        kept(store, sha)
    assert caught.value.key == "file-not-here"


@pytest.mark.parametrize("instead", [b"annat", gzip.compress(b"annat", mtime=0), gzip.compress(CONTENT, mtime=0)[:-4]])
def test_a_file_that_is_no_longer_what_it_was_is_told(store, instead):
    keep(store, CONTENT, SHA)
    assert findings(store) == []
    (folder(store.path) / f"{SHA}.gz").write_bytes(instead)
    with pytest.raises(UserError):
        kept(store, SHA)
    assert len(findings(store)) == 1


def test_a_folder_that_cannot_be_written_is_told(store):
    folder(store.path).write_text("en fil i vägen")
    with pytest.raises(UserError) as caught:
        keep(store, CONTENT, SHA)
    assert caught.value.key == "file-not-kept"
