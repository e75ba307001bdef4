"""A library that stumbles on a file says so in its own way; here it becomes one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from kpi.errors import Place, UserError, wrong


@contextmanager
def told_as(key: str, file: str) -> Iterator[None]:
    """Whatever a library raises is `key`, but for what a reader has said itself and for memory that is out."""
    try:
        yield
    except (UserError, MemoryError):
        raise
    except Exception as error:
        raise wrong(key, Place(file=file)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how Rust's panics arrive, outside of Exception
            raise
        raise wrong(key, Place(file=file)) from error
