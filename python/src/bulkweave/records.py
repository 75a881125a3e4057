"""What a run has found."""

from __future__ import annotations

import functools
import html
import json
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from .errors import BulkweaveRequestError
from .fields import Fields, Table, fields_of
from .figures import Figures, figures_of

#: Where a study has its exhibits, each with a form of its own.
_SECTIONS = "findings.sections."


class Record(Fields):
    """The record of a finished run or study: everything in ``record.json``, and the report.

    Members are attributes; lists of numbers are arrays. Of a run on one state the parts of that
    state are attributes of the record itself: ``record.training`` is ``record.points[0].training``.
    It may stand in a request wherever a state or a network can, ``compute("state", state=record)``.

    Attributes
    ----------
    record_json : bytes
        Content of ``record.json``.
    program : str or None
        The learned circuit as an OpenQASM program; None where none was learned.
    folder : pathlib.Path or None
        Where the run is; None if that was a temporary folder.
    reached : bool or None
        Whether every state reached its target infidelity, or every check of a study was passed;
        None where the record was not made by this program.
    summary : str
        What was found, in a line or a few; empty where the record was not made by this program.
    """

    def __init__(
        self,
        record_json: bytes,
        page: str,
        program: str | None = None,
        folder: Path | None = None,
        reached: bool | None = None,
        summary: str = "",
    ) -> None:
        members = fields_of(json.loads(record_json))
        super().__init__(members)
        self.record_json = record_json
        self.program = program
        self.folder = folder
        self.reached = reached
        self.summary = summary
        self._page = page

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name not in self._members:
            points = self._members.get("points", ())
            if len(points) == 1 and name in points[0]:
                return points[0][name]
        return super().__getattr__(name)

    def __dir__(self) -> list[str]:
        points = self._members.get("points", ())
        return [*super().__dir__(), *(points[0] if len(points) == 1 else ())]

    @property
    def name(self) -> str:
        """Name of the experiment."""
        return str(self.experiment.name)

    @functools.cached_property
    def figures(self) -> Figures:
        """Figures of the report, which Jupyter shows."""
        return figures_of(self._page)

    def report_html(self) -> str:
        """The report: one page that holds everything it needs."""
        return self._page

    @property
    def tables(self) -> dict[str, Table]:
        """Lists of alike objects as columns by name, as ``pandas.DataFrame`` takes them.

        By the path of keys, that of one state without ``points.0``: ``training.history``,
        ``bulk.edges``. Tables of a study are there by their names.
        """
        points = self._members.get("points", ())
        found = super().tables
        if len(points) == 1:
            found = {key.removeprefix("points.0."): table for key, table in found.items()}
        found = {key: one for key, one in found.items() if not key.startswith(_SECTIONS)}
        return {**found, **_exhibits(self._members.get("findings"))}

    def __repr__(self) -> str:
        return f"<Record {self.name}: {self.summary or ', '.join(self)}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th style="text-align:left">{html.escape(key)}</th>'
            f'<td style="text-align:left">{html.escape(value)}</td></tr>'
            for key, value in self._facts()
        )
        return f"<table>{rows}</table>"

    def _facts(self) -> list[tuple[str, str]]:
        facts = [("experiment", self.name)]
        if "findings" in self:
            return [*facts, ("study", self.findings.title), ("answer", self.findings.answer)]
        if len(self.points) != 1:
            return [*facts, ("states", str(len(self.points)))]
        training, geodesic = self.training, self.geodesic
        complexity = training.complexity
        facts += [
            ("target", self.target.name),
            ("infidelity", f"{training.infidelity:.3g}"),
            (
                complexity.name,
                "infinite" if complexity.value is None else f"{complexity.value:.6g}",
            ),
        ]
        if geodesic is not None:
            facts += [
                ("geodesic", f"{geodesic.length:.6g}: {geodesic.status}"),
                ("lower bound", f"{geodesic.lowerBound:.6g}"),
            ]
        return [*facts, ("figures", str(len(self.figures)))]


def load(folder: str | PathLike[str]) -> Record:
    """Record of a finished run.

    Parameters
    ----------
    folder : path
        The run's folder, with ``record.json`` and ``report.html``.

    Raises
    ------
    BulkweaveRequestError
        There is no finished run in it.
    """
    return read_record(Path(folder))


def read_record(
    folder: Path, reached: bool | None = None, summary: str = "", keep_folder: bool = True
) -> Record:
    """Record in a folder, with how the run ended."""
    try:
        record_json = (folder / "record.json").read_bytes()
        page = (folder / "report.html").read_text(encoding="utf-8")
    except OSError as error:
        raise BulkweaveRequestError(
            f"{folder}: a folder with record.json and report.html required,"
            f" got {(error.strerror or str(error)).lower()}",
            code=2,
        ) from error
    path = folder / "circuit.qasm"
    program = path.read_text(encoding="utf-8") if path.is_file() else None
    return Record(record_json, page, program, folder if keep_folder else None, reached, summary)


def _exhibits(findings: Any) -> dict[str, Table]:
    """Tables of a study by the first sentences of their captions."""
    found: dict[str, Table] = {}
    sections = findings.sections if isinstance(findings, Fields) else ()
    for section in sections:
        for exhibit in section.exhibits:
            if exhibit.kind != "table":
                continue
            rows = exhibit.rows.tolist() if isinstance(exhibit.rows, np.ndarray) else exhibit.rows
            name = exhibit.caption.split(". ")[0].removesuffix(".")
            found[name] = {
                column: _cells([row[k] for row in rows]) for k, column in enumerate(exhibit.columns)
            }
    return found


def _cells(cells: list[Any]) -> Any:
    """Cells of a column: numbers as an array, shortened texts in full."""
    whole = [one.whole if isinstance(one, Fields) else one for one in cells]
    if all(one is None or isinstance(one, (int, float)) for one in whole):
        return np.array([np.nan if one is None else one for one in whole], dtype=np.float64)
    return whole
