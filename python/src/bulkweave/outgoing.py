"""Options as JSON, with arrays and files beside them."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Collection, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np

from .errors import BulkweaveRequestError, Issue
from .npy import npy_bytes

#: Keys whose value is the name of a file.
FILE_KEYS = frozenset({"path", "file"})


@runtime_checkable
class SavedRecord(Protocol):
    """A finished run: its record can be handed over as a file."""

    @property
    def name(self) -> str:
        """Name of the experiment."""

    @property
    def record_json(self) -> bytes:
        """Content of ``record.json``."""


class Outgoing:
    """Values as JSON. Arrays, paths and records among them become files, in ``files`` by name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def options(self, options: Mapping[str, Any], texts: Collection[str]) -> dict[str, Any]:
        """Options of a request.

        Parameters
        ----------
        options : mapping
            By key; a key that is a word of Python may end with an underscore (``from_``). None is
            the same as leaving the key out.
        texts : collection of str
            Keys for which an array or a list of numbers is sent as a file; other arrays become
            lists.
        """
        named = {key.removesuffix("_"): value for key, value in options.items()}
        return {
            key: self._value(value, key, key in texts)
            for key, value in named.items()
            if value is not None
        }

    def _value(self, value: Any, key: str, is_text: bool) -> Any:
        last = key.rpartition(".")[2]
        is_file = is_text or last in FILE_KEYS
        if isinstance(value, SavedRecord):
            return self._run(value.record_json, f"{value.name}.json", is_text)
        if isinstance(value, PathLike):
            return self._path(Path(value), key, is_text)
        if hasattr(value, "__array__") and not isinstance(value, np.generic):
            array = np.asarray(value)
            return self._array(array, key) if is_file else self._value(array.tolist(), key, False)
        if isinstance(value, Mapping):
            return {
                str(inner): self._value(one, f"{key}.{inner}", False)
                for inner, one in value.items()
            }
        if isinstance(value, (list, tuple, range)):
            if is_file and _is_numeric(value):
                return self._array(np.asarray(value), key)
            return [self._value(one, f"{key}.{k}", False) for k, one in enumerate(value)]
        return _scalar(value, key)

    def _array(self, array: np.ndarray[Any, Any], key: str) -> str:
        stem = re.sub(r"\.(?:path|file)$", "", key)
        return self._add(f"{stem}.npy", npy_bytes(array, key))

    def _path(self, path: Path, key: str, is_text: bool) -> Any:
        if path.is_dir():
            return self._run(_content(path / "record.json", key), f"{path.name}.json", is_text)
        if path.name == "record.json":
            name = f"{path.resolve().parent.name}.json"
            return self._run(_content(path, key), name, is_text)
        return self._add(path.name, _content(path, key))

    def _run(self, content: bytes, name: str, is_text: bool) -> Any:
        sent = self._add(name, content)
        return {"name": "run", "path": sent} if is_text else sent

    def _add(self, wanted: str, content: bytes) -> str:
        """Keep a file under a name that no other has; the name it has got."""
        clean = re.sub(r"[^\w.-]", "-", wanted, flags=re.ASCII)[-80:]
        stem, dot, ending = clean.rpartition(".")
        name, k = clean, 2
        while name in self.files:
            name, k = f"{stem}-{k}{dot}{ending}", k + 1
        self.files[name] = content
        return name


def _content(path: Path, key: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BulkweaveRequestError(f"{key}: {path}: {reason}", code=2) from error


def _is_numeric(value: Any) -> bool:
    """Whether nested lists are those of an array of numbers."""
    try:
        array = np.asarray(value)
    except ValueError:  # not rectangular
        return False
    return array.size > 0 and array.dtype.kind in "biufc"


def _scalar(value: Any, key: str) -> Any:
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        number = float(value)
        if math.isinf(number) and number > 0:
            return "infinite"
        if math.isfinite(number):
            return number
        raise _mistake(key, "a finite number", str(number))
    if isinstance(value, numbers.Complex):
        return [_scalar(value.real, key), _scalar(value.imag, key)]
    raise _mistake(key, "a number, text, list, mapping, array or path", type(value).__name__)


def _mistake(key: str, expected: str, received: str) -> BulkweaveRequestError:
    issue = Issue(key, expected, received)
    return BulkweaveRequestError(
        f"{key}: {expected} required, got {received}", code=2, issues=[issue]
    )
