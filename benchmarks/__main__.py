"""`python -m benchmarks [names]`: measure, print, and end with 1 when a limit is missed.

Names: overview, area, period (with limits); server, memory, sessions (printed). Without names, all.
"""

import sys

from benchmarks import pages, reruns
from benchmarks.bench import bench

LIMITED = {"overview": pages.overview, "area": pages.area, "period": pages.period}
PRINTED = {"server": reruns.server_time, "memory": reruns.memory, "sessions": reruns.at_once}


def main(names: list[str]) -> int:
    """Run the named measurements; returns the exit code."""
    wanted = names or [*LIMITED, *PRINTED]
    unknown = set(wanted) - {*LIMITED, *PRINTED}
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join([*LIMITED, *PRINTED])}")
        return 2
    missed = False
    with bench() as running:
        for name in [name for name in PRINTED if name in wanted]:
            PRINTED[name](running)
        limited = [name for name in LIMITED if name in wanted]
        if limited:
            print(f"\n{'ms till allt ritat':<34}{'vårt':>22}{'golv':>22}{'kvot':>8}{'gräns':>7}")
        for name in limited:
            found = LIMITED[name](running)
            missed |= not found.passes
            print(found.line(), flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
