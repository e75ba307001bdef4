"""What an earlier file's layout says about a later file with the same headers."""

import re
from dataclasses import replace

from kpi.ingest.layout.layout import Layout, Role

_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
_DATED = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:-?\d\d-?\d\d)?(?!\d)(?:[t _]\d\d[ :.]?\d\d(?:[ :.]?\d\d)?(?!\d))?"
    rf"|(?:\d{{1,2}} )?\b(?:{_MONTHS})[a-z]*\b"
)


def undated(text: str) -> str:
    """The text but for years, dates and times: those change from one file to the next. Other numbers may be ages."""
    return re.sub(r"[\W_]+", " ", _DATED.sub(" ", text.casefold())).strip()


def recalled(earlier: Layout, new: Layout) -> Layout:
    """What held for the whole of an earlier file holds for this one only if it is about the same; a period never is.

    What the names mean holds as long as the texts around the table are the same.
    """
    same = earlier.about == new.about
    constants: dict[Role, str] = {
        role: text for role, text in earlier.constants.items() if same and role is not Role.PERIOD
    }
    indicators = earlier.indicators if earlier.around == new.around else {}
    return replace(earlier, constants=constants, indicators=indicators, about=new.about, around=new.around)
