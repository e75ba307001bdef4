"""The command line: which commands there are and what they take, told in Swedish."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from kpi.commands.run import MODULES
from kpi.errors import wrong
from kpi.model import DataMode, Direction, YearRule
from kpi.words import say

DATES = ("day", "month", "year")
_COMPLAINTS = {
    r"unrecognized arguments: (?P<given>.*)": "cli-argument-unknown",
    r"the following arguments are required: (?P<argument>.*)": "cli-argument-missing",
    r"argument (?P<argument>.*): invalid choice: (?P<given>.*) \(choose from (?P<choices>.*)\)": "cli-argument-choice",
    r"argument (?P<argument>.*): expected one argument": "cli-argument-without-value",
    r"argument (?P<argument>.*): ignored explicit argument (?P<given>.*)": "cli-argument-with-value",
    r"argument (?P<argument>.*): invalid int value: (?P<given>.*)": "cli-argument-not-a-number",
}
"""What argparse says in English, and the sentence of the catalogue that says it to a user."""


class _Formatter(argparse.HelpFormatter):
    """Help with Swedish headings."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        """The line that shows how to call it."""
        super().add_usage(usage, actions, groups, say("cli-usage") + " " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that complains in Swedish, with exit code 1, and takes no shortened options."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"formatter_class": _Formatter, "allow_abbrev": False, "add_help": False, **options})  # type: ignore[arg-type]
        self.given = self.add_argument_group(say("cli-arguments"))
        self.options = self.add_argument_group(say("cli-options"))
        self.options.add_argument("-h", "--help", action="help", help=say("cli-help-help"))

    def error(self, message: str) -> NoReturn:
        """Raise the complaint as a `UserError`."""
        for pattern, key in _COMPLAINTS.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                raise wrong(key, None, **found.groupdict())
        raise wrong("cli-argument-other")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command and its arguments. Raises `UserError`; `--help` prints and raises `SystemExit`."""
    parser = _Parser(prog="kpi", description=say("cli-about"), epilog=say("cli-environment"))
    commands = parser.add_subparsers(title=say("cli-commands"), metavar=say("cli-command"), dest="command")
    commands.required = True
    for name in MODULES:
        told = say(f"cli-about-{name}")
        _FILL.get(name, _plain)(commands.add_parser(name, help=told, description=told))
    return parser.parse_args(argv)


def _plain(parser: _Parser) -> None:
    """Takes nothing."""


def _init(parser: _Parser) -> None:
    parser.options.add_argument("--if-missing", action="store_true", help=say("cli-help-if-missing"))


def _upload(parser: _Parser) -> None:
    parser.given.add_argument("file", metavar=say("cli-file"), help=say("cli-help-file"))
    parser.options.add_argument("--format", metavar=say("cli-name"), help=say("cli-help-format-name"))
    parser.options.add_argument("--dry-run", action="store_true", help=say("cli-help-dry-run"))
    parser.options.add_argument("--accept", metavar=say("cli-text"), default="", help=say("cli-help-accept"))
    _layout(parser)
    parser.options.add_argument("--reason", metavar=say("cli-text"), default="", help=say("cli-help-reason"))
    _who(parser)


def _layout(parser: _Parser) -> None:
    """What a file does not say itself."""
    option = parser.options.add_argument
    for name in ("indicator", "unit", "gender", "period"):
        option(f"--{name}", metavar=say("cli-code"), default="", help=say(f"cli-help-all-{name}"))
    for name in ("column", "named"):
        option(f"--{name}", metavar=say(f"cli-word-{name}"), default=[], action="append", help=say(f"cli-help-{name}"))
    option("--sheets", metavar=say("cli-role"), default="", help=say("cli-help-sheets"))
    option("--dates", choices=DATES, default="", help=say("cli-help-dates"))
    option("--new-indicators", action="store_true", help=say("cli-help-new-indicators"))
    option("--measure", metavar=say("cli-text"), help=say("cli-help-measure"))
    rules = [rule.value for rule in YearRule]
    option("--year-rule", choices=rules, default=YearRule.MEAN.value, help=say("cli-help-year-rule"))


def _fetch(parser: _Parser) -> None:
    parser.given.add_argument("source", choices=("kolada",), metavar=say("cli-source"), help=say("cli-help-source"))
    for name, shown in (("search", "text"), ("indicator", "code"), ("id", "id"), ("units", "list"), ("years", "years"),
                        ("measure", "text")):  # fmt: skip
        parser.options.add_argument(f"--{name}", metavar=say(f"cli-{shown}"), default="", help=say(f"cli-fetch-{name}"))
    parser.options.add_argument("--direction", choices=list(Direction), default="", help=say("cli-fetch-direction"))
    parser.options.add_argument("--dry-run", action="store_true", help=say("cli-help-dry-run"))
    parser.options.add_argument("--reason", metavar=say("cli-text"), default="", help=say("cli-help-reason"))
    _who(parser)


def _withdraw(parser: _Parser) -> None:
    parser.given.add_argument("id", metavar=say("cli-id"), type=int, help=say("cli-help-id"))
    _who(parser)
    parser.options.add_argument("--reason", metavar=say("cli-text"), required=True, help=say("cli-help-reason"))


def _restore(parser: _Parser) -> None:
    """A number is a delivery; anything else is a file."""
    parser.given.add_argument("what", metavar=say("cli-id-or-file"), help=say("cli-help-id-or-file"))
    _who(parser)
    parser.options.add_argument("--reason", metavar=say("cli-text"), default="", help=say("cli-help-reason"))


def _backup(parser: _Parser) -> None:
    parser.given.add_argument("file", metavar=say("cli-file"), help=say("cli-help-backup"))
    parser.options.add_argument("--force", action="store_true", help=say("cli-help-backup-force"))


def _who(parser: _Parser) -> None:
    parser.options.add_argument("--name", metavar=say("cli-who"), default="", help=say("cli-help-name"))


def _assess(parser: _Parser) -> None:
    _selection(parser)
    parser.options.add_argument(
        "--format", choices=("table", "json", "csv"), default="table", help=say("cli-help-output")
    )


def _export(parser: _Parser) -> None:
    parser.given.add_argument("folder", metavar=say("cli-folder"), help=say("cli-help-folder"))
    _selection(parser)
    parser.options.add_argument("--force", action="store_true", help=say("cli-help-force"))


def _report(parser: _Parser) -> None:
    parser.options.add_argument("--out", dest="folder", metavar=say("cli-folder"), required=True,
                                help=say("cli-help-folder"))  # fmt: skip
    what = parser.options.add_mutually_exclusive_group()
    for name, shown in (("meeting", "date"), ("goal", "code"), ("indicator", "list")):
        what.add_argument(f"--{name}", metavar=say(f"cli-{shown}"), default="", help=say(f"cli-help-{name}"))
    parser.options.add_argument("--item", metavar=say("cli-code"), default="", help=say("cli-help-item"))
    parser.options.add_argument("--to", metavar=say("cli-list"), default="", help=say("cli-help-to"))
    _selection(parser)
    parser.options.add_argument("--force", action="store_true", help=say("cli-help-force"))


def _selection(parser: _Parser) -> None:
    for name in ("plan", "period", "unit"):
        parser.options.add_argument(f"--{name}", metavar=say("cli-code"), default="", help=say(f"cli-help-{name}"))
    modes = [mode.value for mode in DataMode]
    parser.options.add_argument("--mode", choices=modes, default="", help=say("cli-help-mode"))
    parser.options.add_argument("--as-of", metavar=say("cli-date"), default="", help=say("cli-help-as-of"))


_FILL = {
    "init": _init,
    "upload": _upload,
    "fetch": _fetch,
    "withdraw": _withdraw,
    "restore": _restore,
    "remove-examples": _who,
    "assess": _assess,
    "export": _export,
    "report": _report,
    "backup": _backup,
}
