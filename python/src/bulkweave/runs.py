"""Experiments: runs in a process of their own, which leaves a folder."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from .command import find_command
from .errors import BulkweaveComputationError, BulkweaveError, BulkweaveRequestError
from .outgoing import Outgoing
from .process import Process
from .records import Record, read_record

#: Seconds that an interrupted run has to write its checkpoint.
_PATIENCE = 15.0


@dataclass(frozen=True)
class Progress:
    """How far a run has come.

    Attributes
    ----------
    chapter : str
        Part of the run: training, geodesic, bulk …
    message : str
        What is being done.
    fraction : float or None
        Share of the work that is done; None while unknown.
    left : float or None
        Seconds left; None while unknown.
    """

    chapter: str
    message: str
    fraction: float | None
    left: float | None


OnProgress = Callable[[Progress], object]


def run(
    experiment: Mapping[str, Any] | str | PathLike[str],
    folder: str | PathLike[str] | None = None,
    on_progress: OnProgress | None = None,
    *,
    seed: int | None = None,
    backend: str | None = None,
    overwrite: bool = False,
    command: Sequence[str] | None = None,
) -> Record:
    """Carry out an experiment.

    Parameters
    ----------
    experiment : mapping or path
        What ``bulkweave run`` takes: a file, or its content. In a mapping arrays and
        `pathlib.Path` objects may stand for files, and ``"target": psi`` is short for
        ``{"name": "file", "path": psi}``; names of files are relative to the present folder.
    folder : path, optional
        Folder for record, report and checkpoints, which is made; default a temporary one that is
        gone when the record has been read.
    on_progress : callable, optional
        Called with a `Progress` at each new chapter and up to ten times a second.
    seed : int, optional
        In place of the experiment's.
    backend : str, optional
        TensorFlow.js backend: auto, tensorflow, wasm or cpu.
    overwrite : bool
        Whether an earlier run in the folder may be overwritten.
    command : sequence of str, optional
        Program and first arguments; default what `find_command` finds.

    Returns
    -------
    Record
        What was found, also where a state missed its target infidelity: see ``Record.reached``.

    Raises
    ------
    BulkweaveRequestError
        The experiment is wrong; the message has all its mistakes.
    KeyboardInterrupt
        Ctrl-C: the run is stopped, and its checkpoint stays in `folder`; see `resume`.
    """
    options = [] if seed is None else ["--seed", str(seed)]
    options += [] if backend is None else ["--backend", backend]
    options += ["--force"] if overwrite else []
    with tempfile.TemporaryDirectory(prefix="bulkweave-") as temporary:
        out = Path(temporary, "run") if folder is None else Path(folder)
        written = _Written(Path(temporary) if _is_occupied(out) and not overwrite else out)
        source = written.experiment(experiment)
        arguments = ["run", str(source), "--json", "--out", str(out), *options]
        try:
            return _carried_out(arguments, on_progress, command, keeps=folder is not None)
        except BulkweaveRequestError:
            written.take_back()
            raise


def resume(
    folder: str | PathLike[str],
    on_progress: OnProgress | None = None,
    *,
    command: Sequence[str] | None = None,
) -> Record:
    """Go on with an interrupted run, to the same numbers as without the interruption.

    Parameters
    ----------
    folder : path
        The run's folder, with its checkpoint.
    on_progress : callable, optional
        Called with a `Progress` at each new chapter and up to ten times a second.
    command : sequence of str, optional
        Program and first arguments; default what `find_command` finds.
    """
    return _carried_out(["resume", str(folder), "--json"], on_progress, command, keeps=True)


def _is_occupied(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("record.json", "checkpoint.json"))


class _Written:
    """Files that are written for a run into its folder, and taken back if it does not begin."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_new = not folder.exists()
        self._files: list[Path] = []

    def experiment(self, experiment: Mapping[str, Any] | str | PathLike[str]) -> Path:
        """File of an experiment; one that is given as a mapping is written."""
        if not isinstance(experiment, Mapping):
            return Path(experiment)
        outgoing = Outgoing()
        given = {
            key: _as_file(value) if key == "target" else value for key, value in experiment.items()
        }
        content = outgoing.options(given, ())
        self._folder.mkdir(parents=True, exist_ok=True)
        relative = _relative_to(content, self._folder.resolve(), set(outgoing.files))
        text = json.dumps(relative, indent=2, ensure_ascii=False)
        for name, data in [*outgoing.files.items(), ("experiment.json", text.encode())]:
            path = self._folder / name
            if not path.exists():
                self._files.append(path)
            path.write_bytes(data)
        return self._folder / "experiment.json"

    def take_back(self) -> None:
        """Remove what was written."""
        for path in self._files:
            path.unlink(missing_ok=True)
        if self._is_new and self._files:
            try:
                self._folder.rmdir()
            except OSError:
                pass  # something else is in it by now


def _as_file(target: Any) -> Any:
    if isinstance(target, PathLike) or hasattr(target, "__array__"):
        return {"name": "file", "path": target}
    return target


def _relative_to(value: Any, folder: Path, own: set[str]) -> Any:
    """JSON in which names of files that are there are relative to another folder."""
    if isinstance(value, dict):
        return {
            key: _moved(one, folder, own)
            if key in ("path", "file") and isinstance(one, str)
            else _relative_to(one, folder, own)
            for key, one in value.items()
        }
    return [_relative_to(one, folder, own) for one in value] if isinstance(value, list) else value


def _moved(path: str, folder: Path, own: set[str]) -> str:
    if path in own or os.path.isabs(path) or not Path(path).exists():
        return path
    return os.path.relpath(path, folder)


def _carried_out(
    arguments: Sequence[str],
    on_progress: OnProgress | None,
    command: Sequence[str] | None,
    *,
    keeps: bool,
) -> Record:
    """Record of a run, once it has ended. Whatever interrupts the waiting stops the run."""
    process = Process(list(command or find_command()), arguments)
    try:
        finished: dict[str, Any] | None = None
        while (line := process.line()) is not None:
            told = json.loads(line)
            finished = told.get("finished", finished)
            if on_progress is not None and "progress" in told:
                on_progress(Progress(**told["progress"]))
        code = process.close(_PATIENCE)
        if finished is None:
            raise _failure(process, code)
        folder = Path(finished["folder"])
        return read_record(folder, finished["reached"], finished["summary"], keep_folder=keeps)
    except BaseException:
        process.interrupt(_PATIENCE)
        raise
    finally:
        process.release()


def _failure(process: Process, code: int) -> BulkweaveError:
    """Exception in the words that the command has written to standard error."""
    found = re.search(r"^error: (.*)", process.errors(), re.DOTALL | re.MULTILINE)
    if found is None:
        return process.ended()
    kind = BulkweaveRequestError if code == 2 else BulkweaveComputationError
    return kind(found.group(1).rstrip(), code=code)
