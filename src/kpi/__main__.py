"""`python -m kpi …` is `kpi …`."""

import sys

from kpi.cli import main

sys.exit(main())
