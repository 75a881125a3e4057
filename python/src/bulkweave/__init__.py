"""bulkweave from Python: complexity, geodesics and geometry of quantum states.

The computing is done by the installed command ``bulkweave`` (Node.js), of which one process is
begun at the first request and kept. Arrays go in and come out bit for bit.

Examples
--------
>>> import numpy as np
>>> import bulkweave
>>> psi = np.zeros(8)
>>> psi[[0, 7]] = np.sqrt(0.5)
>>> bulkweave.compute("schmidt", state=psi, region=[0]).coefficients
array([0.70710678, 0.70710678])
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from typing import Any

from .command import find_command
from .errors import (
    BulkweaveCommandError,
    BulkweaveComputationError,
    BulkweaveError,
    BulkweaveProcessError,
    BulkweaveRequestError,
    BulkweaveTimeoutError,
    Issue,
)
from .fields import Answer, Fields, Table
from .figures import Figure, Figures
from .records import Record, load
from .requests import Option, Request
from .runs import Progress, resume, run
from .server import Server

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "BulkweaveCommandError",
    "BulkweaveComputationError",
    "BulkweaveError",
    "BulkweaveProcessError",
    "BulkweaveRequestError",
    "BulkweaveTimeoutError",
    "Fields",
    "Figure",
    "Figures",
    "Issue",
    "Option",
    "Progress",
    "Record",
    "Request",
    "Server",
    "Table",
    "close",
    "compute",
    "find_command",
    "help",
    "load",
    "requests",
    "resume",
    "run",
]

_server = Server()
atexit.register(_server.close)


def compute(
    name: str,
    /,
    *,
    timeout: float | None = None,
    on_progress: Callable[[str], object] | None = None,
    **arrays: Any,
) -> Answer:
    """Answer to one request.

    Parameters
    ----------
    name : str
        What is asked for: ``complexity``, ``geodesic``, ``entropies`` …; `requests` lists all.
    timeout : float, optional
        Seconds after which it is broken off; default an hour.
    on_progress : callable, optional
        Called with what is being done, in words.
    **arrays
        Options by key; ``help(name)`` shows them. A state is an array of amplitudes or a density
        matrix, a text such as ``"ghz(4)"``, a mapping, a `pathlib.Path` of a file or of the folder
        of a run, or a `Record`. Mappings and lists are as in ``docs/compute.md``. A key that is a
        word of Python ends with an underscore, ``from_=...``.

    Returns
    -------
    Answer
        Fields of the result as attributes, arrays as NumPy arrays.

    Raises
    ------
    BulkweaveRequestError
        The request is wrong; ``issues`` has all its mistakes.
    BulkweaveTimeoutError
        It took too long.
    BulkweaveProcessError
        The process ended; the next request begins another.
    KeyboardInterrupt
        Ctrl-C: the process is ended; the next request begins another.

    Examples
    --------
    >>> round(compute("complexity", state="ghz(2)").length, 4)
    0.5554
    """
    return _server.compute(name, timeout=timeout, on_progress=on_progress, **arrays)


def requests() -> list[Request]:
    """All that can be asked for, with options and documentation."""
    return _server.requests()


def help(name: str | None = None) -> None:
    """Print the documentation of a request, or without a name what can be asked for."""
    if name is not None:
        print(_server.describe(name).documentation)
        return
    all_requests = requests()
    width = max(len(request.name) for request in all_requests)
    for request in all_requests:
        print(f"{request.name:{width}}  {request.summary}")


def close() -> None:
    """End the process. The next request begins another."""
    _server.close()
