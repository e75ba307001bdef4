"""Logging: ours to a file beside the database, with reference numbers that a page can show."""

import logging
import secrets
from logging.handlers import RotatingFileHandler

from kpi.settings import settings

LARGEST_LOG = 5_000_000  # bytes, then a new file; three are kept


def configure() -> None:
    """Log the package's own messages to the file that the settings name, and to no other."""
    logger, file = logging.getLogger("kpi"), settings().log_file
    kept = [handler for handler in logger.handlers if isinstance(handler, RotatingFileHandler)]
    if any(handler.baseFilename == str(file) for handler in kept):
        return
    for handler in kept:
        logger.removeHandler(handler)
        handler.close()
    handler = RotatingFileHandler(file, maxBytes=LARGEST_LOG, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def log_failure(error: BaseException) -> str:
    """Write the error with its traceback; returns the reference number to show instead of it."""
    configure()
    reference = secrets.token_hex(4)
    logging.getLogger("kpi").error("reference %s", reference, exc_info=error)
    return reference
