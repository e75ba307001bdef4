"""Nothing in English, and help that is quick."""

import subprocess
import sys

import pytest

from kpi.cli import main

COMMANDS = [
    "init",
    "upload",
    "fetch",
    "deliveries",
    "withdraw",
    "restore",
    "remove-examples",
    "assess",
    "export",
    "check",
    "backup",
]
ENGLISH = ("usage", "positional", "optional", "options:", "show this", "error", "argument ", "invalid", "required",
           "expected", "choose", "unrecognized", "following")  # fmt: skip


def _without_english(text):
    return not [word for word in ENGLISH if word in text.lower()]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_in_swedish(capsys, command):
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    told = capsys.readouterr().out
    assert stopped.value.code == 0
    assert told.startswith("användning: kpi")
    assert told.count("användning:") == 1
    assert _without_english(told)
    assert all(name in told for name in COMMANDS) == (not command)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "Uppgift saknas: KOMMANDO"),
        (["städa"], "KOMMANDO kan inte vara 'städa'"),
        (["upload"], "Uppgift saknas: FIL"),
        (["withdraw", "3"], "Uppgift saknas: --reason"),
        (["withdraw", "tre", "--reason", "x"], "NUMMER ska vara ett heltal, inte 'tre'"),
        (["assess", "--period"], "--period behöver ett värde"),
        (["assess", "--format", "xml"], "--format kan inte vara 'xml'"),
        (["assess", "--form", "csv"], "Kommandot förstår inte --form csv"),
        (["upload", "a.csv", "--dry-run=ja"], "--dry-run tar inget värde"),
        (["check", "nu"], "Kommandot förstår inte nu"),
    ],
)
def test_a_mistaken_command_line_is_told_in_swedish(capsys, arguments, expected):
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(expected)
    assert len(told.err.splitlines()) == 1
    assert _without_english(told.err)


def test_help_does_not_wait_for_the_heavy_libraries():
    script = (
        "import sys\nfrom kpi.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pandas', 'duckdb', 'numpy', 'scipy', 'starlette', 'requests'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
