"""Why a file could not be read or written, in the reader's language."""

from kpi.words import say


def why(error: OSError) -> str:
    """A few words, to end a sentence with."""
    match error:
        case FileNotFoundError():
            return say("cli-why-missing")
        case PermissionError():
            return say("cli-why-forbidden")
        case IsADirectoryError():
            return say("cli-why-folder")
        case NotADirectoryError() | FileExistsError():
            return say("cli-why-not-folder")
        case _:
            return say("cli-why-other", number=str(error.errno or 0))
