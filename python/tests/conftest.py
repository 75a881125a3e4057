import signal
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import bulkweave

# Processes begun in the background ignore Ctrl-C, which the tests send to themselves.
signal.signal(signal.SIGINT, signal.default_int_handler)

#: The repository.
ROOT = Path(__file__).resolve().parents[2]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Close the run with one plain line, `N passed, N failed`; an error counts as failed."""
    count = {key: len(terminalreporter.stats.get(key, ())) for key in ("passed", "failed", "error")}
    terminalreporter.write_line(
        f"{count['passed']} passed, {count['failed'] + count['error']} failed"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def command() -> list[str]:
    """The command; found before any test moves to another folder."""
    found = bulkweave.find_command()
    bulkweave.compute("entropies", state="ghz(2)")
    return found


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], list[str]]:
    """A program in place of the command, by its text."""
    import sys

    def made(text: str) -> list[str]:
        path = tmp_path / "program.py"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return [sys.executable, str(path)]

    return made
