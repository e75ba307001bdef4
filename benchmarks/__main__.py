"""`python -m benchmarks [names]`: measure, print, and end with 1 when a limit is missed.

Names: overview, area, period, csv, xlsx, slides, documents (with limits); server, memory, sessions (printed).
Without names, all.
"""

import sys

from benchmarks import documents, intake, pages, reruns, slides
from benchmarks.bench import bench

LIMITED = {"overview": pages.overview, "area": pages.area, "period": pages.period}
INTAKE = {"csv": intake.csv, "xlsx": intake.xlsx}
FILES = {"slides": slides.slides}
DOCUMENTS = "documents"
PRINTED = {"server": reruns.server_time, "memory": reruns.memory, "sessions": reruns.at_once}


def main(names: list[str]) -> int:
    """Run the named measurements; returns the exit code."""
    known = [*LIMITED, *INTAKE, *FILES, DOCUMENTS, *PRINTED]
    wanted = names or known
    if unknown := set(wanted) - set(known):
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
        return 2
    missed = _intake(wanted) | _files(wanted)
    missed |= DOCUMENTS in wanted and _documents()
    if set(wanted) <= {*INTAKE, *FILES, DOCUMENTS}:
        return int(missed)
    with bench() as running:
        for name in [name for name in PRINTED if name in wanted]:
            PRINTED[name](running)
        limited = [name for name in LIMITED if name in wanted]
        if limited:
            print(_heading("ms till allt ritat"))
        for name in limited:
            found = LIMITED[name](running)
            missed |= not found.passes
            print(found.line(), flush=True)
    return int(missed)


def _heading(what: str) -> str:
    return f"\n{what:<34}{'vårt':>22}{'golv':>22}{'kvot':>8}{'gräns':>7}"


def _files(wanted: list[str]) -> bool:
    """Measure the writing of files; returns whether a limit was missed."""
    missed = False
    for name in [name for name in FILES if name in wanted]:
        found = FILES[name]()
        missed |= not found.passes
        print(f"{_heading('ms till skriven fil')}\n{found.line()}", flush=True)
    return missed


def _intake(wanted: list[str]) -> bool:
    """Measure intake, before anything else takes memory; returns whether a limit was missed."""
    missed = False
    for name in [name for name in INTAKE if name in wanted]:
        found = INTAKE[name]()
        missed |= not found.passes
        print(f"{intake.HEADING}\n{found.line()}", flush=True)
    return missed


def _documents() -> bool:
    """Measure the report's files; returns whether a limit was missed."""
    found = documents.documents()
    print("\n".join([documents.HEADING, *(one.line() for one in found)]), flush=True)
    return not all(one.passes for one in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
