"""A process that is spoken to by its standard streams, out of reach of the terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from typing import IO, Any

from .errors import BulkweaveCommandError, BulkweaveProcessError

#: What Ctrl-C sends; on Windows what a group of processes can be sent.
_INTERRUPT: int = getattr(signal, "CTRL_BREAK_EVENT", signal.SIGINT)

#: Last lines of standard error that are kept of a process that ended.
_LAST_LINES = 12


class Process:
    """A command with pipes to its standard input and output.

    It has a session of its own, so that Ctrl-C reaches this program alone, which then decides.
    """

    def __init__(self, command: Sequence[str], arguments: Sequence[str]) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._owner = os.getpid()
        own: dict[str, Any] = (
            {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
            if os.name == "nt"
            else {"start_new_session": True}
        )
        try:
            self._child = subprocess.Popen(
                [*command, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                **own,
            )
        except OSError as error:
            self._errors.close()
            reason = error.strerror or str(error)
            raise BulkweaveCommandError(
                f"{command[0]}: a program required, got {reason}"
            ) from error

    @property
    def is_usable(self) -> bool:
        """Whether it runs, begun by this very process and not by one that it was forked from."""
        return self._owner == os.getpid() and self._child.poll() is None

    @property
    def pid(self) -> int:
        """Its number."""
        return self._child.pid

    def write(self, *parts: bytes) -> None:
        """Send bytes.

        Raises
        ------
        BulkweaveProcessError
            It does not read any more.
        """
        try:
            for part in parts:
                self._input.write(part)
            self._input.flush()
        except (OSError, ValueError) as error:
            raise self.ended() from error

    def line(self) -> bytes | None:
        """Next line; None at the end of its output."""
        read = self._output.readline()
        return read if read.endswith(b"\n") else None

    def read(self, count: int) -> bytes:
        """So many bytes.

        Raises
        ------
        BulkweaveProcessError
            It ended before.
        """
        read = self._output.read(count)
        if len(read) < count:
            raise self.ended()
        return read

    def errors(self) -> str:
        """What it has written to standard error."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def ended(self) -> BulkweaveProcessError:
        """Exception for a process that ended unasked, with the last lines of its standard error."""
        code = self.close(1.0)
        last = "\n".join(self.errors().rstrip().splitlines()[-_LAST_LINES:])
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        told = f"; the last that it wrote:\n{last}" if last else ", and wrote nothing"
        return BulkweaveProcessError(f"bulkweave ended {how}{told}", code=code, stderr=last)

    def interrupt(self, patience: float) -> None:
        """Ask it to stop, as by Ctrl-C, and end it if it has not after so many seconds."""
        if self.is_usable:
            self._child.send_signal(_INTERRUPT)
        self.close(patience)

    def close(self, patience: float = 0.0) -> int:
        """Close its input, and end it if it has not ended after so many seconds; its exit code."""
        try:
            self._input.close()
        except OSError:
            pass  # it is gone, and with it what was not sent yet
        try:
            code = self._child.wait(patience)
        except subprocess.TimeoutExpired:
            self._child.kill()
            code = self._child.wait()
        return code

    def release(self) -> None:
        """Give back what is left of a process that was closed."""
        self._output.close()
        self._errors.close()

    @property
    def _input(self) -> IO[bytes]:
        assert self._child.stdin is not None
        return self._child.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._child.stdout is not None
        return self._child.stdout
