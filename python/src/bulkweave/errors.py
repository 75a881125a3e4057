"""What can go wrong, in the words of the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Issue:
    """One mistake in a request.

    Attributes
    ----------
    path : str
        Key, such as ``metric.maxRange``; empty for the request as a whole.
    expected : str
        What is required there.
    received : str
        What was given.
    """

    path: str
    expected: str
    received: str


class BulkweaveError(Exception):
    """An error of bulkweave; the base of all others.

    Attributes
    ----------
    message : str
        The words of the command.
    code : int or None
        Exit code of a command that ends with it: 2 if what was given is wrong, 1 otherwise.
    issues : tuple of Issue
        All mistakes key by key, where the request itself is wrong.
    """

    def __init__(
        self, message: str, *, code: int | None = None, issues: Sequence[Issue] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.issues = tuple(issues)


class BulkweaveRequestError(BulkweaveError, ValueError):
    """A request or an experiment is wrong: a key, a name, a shape, the norm of a state."""


class BulkweaveComputationError(BulkweaveError, RuntimeError):
    """What was asked for could not be computed."""


class BulkweaveTimeoutError(BulkweaveComputationError, TimeoutError):
    """A request took longer than it was allowed to, and was broken off."""


class BulkweaveProcessError(BulkweaveError, RuntimeError):
    """The process ended before it had answered; the next request begins another.

    Attributes
    ----------
    stderr : str
        The last lines that it wrote to standard error.
    """

    def __init__(self, message: str, *, code: int | None = None, stderr: str = "") -> None:
        super().__init__(message, code=code)
        self.stderr = stderr


class BulkweaveCommandError(BulkweaveError, FileNotFoundError):
    """The command ``bulkweave`` was not found, or is not one that can be used."""


def error_of(reply: Mapping[str, Any]) -> BulkweaveError:
    """Exception for the error in a reply, ``{"message", "code", "issues"?, "isLate"?}``."""
    message, code = str(reply["message"]), int(reply["code"])
    issues = [
        Issue(one["path"], one["expected"], one["received"]) for one in reply.get("issues", ())
    ]
    if reply.get("isLate"):
        return BulkweaveTimeoutError(message, code=code)
    kind = BulkweaveRequestError if code == 2 else BulkweaveComputationError
    return kind(message, code=code, issues=issues)
