"""A process that answers requests, one after the other."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from os import PathLike, fspath
from types import TracebackType
from typing import Any

from .command import find_command
from .errors import BulkweaveCommandError, error_of
from .fields import Answer, fields_of
from .npy import array_of_npy
from .outgoing import Outgoing
from .process import Process
from .requests import Request, request_of

PROTOCOL = 1

#: Seconds that a process has to end once its input is closed.
_PATIENCE = 2.0


class Server:
    """One long-lived ``bulkweave serve``, begun at the first request and again after it ended.

    It reads no file but those sent with a request and those below `folder`, opens no network
    connection, and ends with this program. Requests of several threads wait for each other.

    Parameters
    ----------
    folder : path, optional
        Folder from which requests may name files by text, ``state="psi.npy"``. Default none:
        arrays and `pathlib.Path` objects are sent with the request and need no folder.
    seconds : float
        Most time for a request; default an hour. A request that takes longer is broken off.
    mebibytes : float
        Most size of a request with its arrays; default 256.
    command : sequence of str, optional
        Program and first arguments; default what `find_command` finds.

    Examples
    --------
    >>> with Server(seconds=60) as server:
    ...     server.compute("entropies", state="ghz(3)").regions[0].entropy
    0.6931471805599453
    """

    def __init__(
        self,
        *,
        folder: str | PathLike[str] | None = None,
        seconds: float = 3600.0,
        mebibytes: float = 256.0,
        command: Sequence[str] | None = None,
    ) -> None:
        self._arguments = ["serve", "--stdio", "--seconds", str(seconds), "--mebibytes"]
        self._arguments.append(str(mebibytes))
        if folder is not None:
            self._arguments += ["--folder", fspath(folder)]
        self._command = None if command is None else list(command)
        self._process: Process | None = None
        self._names: list[str] = []
        self._requests: dict[str, Request] = {}
        self._lock = threading.RLock()

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process. The next request begins another."""
        with self._lock:
            process, self._process = self._process, None
            if process is not None and process.is_usable:
                process.close(_PATIENCE)
                process.release()

    @property
    def pid(self) -> int | None:
        """Number of the process; None while there is none."""
        return None if self._process is None else self._process.pid

    def compute(
        self,
        name: str,
        /,
        *,
        timeout: float | None = None,
        on_progress: Callable[[str], object] | None = None,
        **options: Any,
    ) -> Answer:
        """Answer to a request; see `bulkweave.compute`."""
        request = self.describe(name)
        outgoing = Outgoing()
        asked = {"request": name, **outgoing.options(options, request.texts), "arrays": "npy"}
        if timeout is not None:
            asked["seconds"] = timeout
        if on_progress is not None:
            asked["progress"] = True
        reply, files = self._reply(asked, outgoing.files, on_progress)
        arrays = {key: array_of_npy(content) for key, content in files.items()}
        return Answer(
            fields_of(reply["result"], request.result, arrays),
            request=fields_of(reply["request"]),
            notes=list(reply["notes"]),
            seconds=float(reply["seconds"]),
        )

    def names(self) -> list[str]:
        """Names of all requests."""
        with self._lock:
            self._running()
            return list(self._names)

    def describe(self, name: str) -> Request:
        """A request with its options.

        Raises
        ------
        BulkweaveRequestError
            There is none of that name.
        """
        with self._lock:
            if name not in self.names():
                self._reply({"request": name}, {}, None)  # which says what there is
            if name not in self._requests:
                reply, _ = self._reply({"describe": name}, {}, None)
                self._requests[name] = request_of(reply["description"])
            return self._requests[name]

    def requests(self) -> list[Request]:
        """All requests with their options."""
        return [self.describe(name) for name in self.names()]

    def _running(self) -> Process:
        """The process, begun if there is none."""
        if self._process is not None and not self._process.is_usable:
            self._process = None
        if self._process is None:
            process = Process(self._command or find_command(), self._arguments)
            try:
                line = process.line()
                if line is None:
                    raise process.ended()
                greeting = _greeting(line)
            except BaseException:
                process.close()
                raise
            self._process = process
            if greeting["requests"] != self._names:
                self._requests = {}
            self._names = greeting["requests"]
        return self._process

    def _reply(
        self,
        asked: Mapping[str, Any],
        files: Mapping[str, bytes],
        on_progress: Callable[[str], object] | None,
    ) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Reply to a line with files behind it, and the files behind the reply.

        Whatever interrupts the exchange, Ctrl-C among it, ends the process: its next line would be
        the answer to this request. The next request begins another.
        """
        listed = [{"name": key, "bytes": len(content)} for key, content in files.items()]
        line = json.dumps({**asked, "files": listed} if listed else asked, allow_nan=False)
        with self._lock:
            process = self._running()
            try:
                process.write(line.encode() + b"\n", *files.values())
                reply, arrays = _received(process, on_progress)
            except BaseException:
                self._process = None
                process.close()
                process.release()
                raise
        if "error" in reply:
            raise error_of(reply["error"])
        return reply, arrays


def _received(
    process: Process, on_progress: Callable[[str], object] | None
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Next reply and the files behind it; progress is handed on."""
    while True:
        line = process.line()
        if line is None:
            raise process.ended()
        reply: dict[str, Any] = json.loads(line)
        if "progress" not in reply:
            arrays = {one["name"]: process.read(one["bytes"]) for one in reply.get("files", ())}
            return reply, arrays
        if on_progress is not None:
            on_progress(reply["progress"])


def _greeting(line: bytes) -> dict[str, Any]:
    """The first line of a process.

    Raises
    ------
    BulkweaveCommandError
        It is another program, or another version of the protocol.
    """
    try:
        greeting: dict[str, Any] = json.loads(line)
        protocol = greeting["protocol"]
    except (ValueError, KeyError, TypeError) as error:
        shown = line[:80].decode("utf-8", "replace").strip()
        raise BulkweaveCommandError(
            f"bulkweave serve: a greeting in JSON required, got {shown!r}"
        ) from error
    if protocol != PROTOCOL:
        raise BulkweaveCommandError(
            f"bulkweave serve: protocol {PROTOCOL} required, got {protocol};"
            " install versions of command and package that belong together"
        )
    return greeting
