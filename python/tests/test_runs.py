"""Experiments, their records and their figures."""

import json
import os
import signal
import subprocess
import xml.etree.ElementTree
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import bulkweave

BELL: dict[str, Any] = {
    "name": "bell",
    "seed": 3,
    "target": {"name": "ghz", "qubits": 2},
    "model": {"name": "staircase", "depth": 1, "block": "so4"},
    "training": {
        "optimiser": {"name": "adam", "learningRate": 0.05},
        "starts": 4,
        "maxSteps": 150,
        "checkpointEvery": 10,
    },
    "geodesic": {"slices": 4, "starts": 1},
}
#: It ends at once, and misses its target.
SHORT: dict[str, Any] = {
    **BELL,
    "training": {"optimiser": {"name": "adam"}, "starts": 1, "maxSteps": 2, "polish": 0},
    "geodesic": False,
    "bulk": False,
}


@pytest.fixture(scope="module")
def progress() -> list[bulkweave.Progress]:
    return []


@pytest.fixture(scope="module")
def record(
    progress: list[bulkweave.Progress], tmp_path_factory: pytest.TempPathFactory
) -> bulkweave.Record:
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    folder = tmp_path_factory.mktemp("runs") / "bell"
    return bulkweave.run({**BELL, "target": bell}, folder, progress.append, backend="cpu")


def test_a_run_reaches_its_target_from_an_array(record: bulkweave.Record) -> None:
    assert record.reached is True
    assert record.training.infidelity < 1e-10
    assert record.name == "bell"
    assert record.experiment.metric.maxSize == 2  # defaults filled in
    assert "infidelity" in record.summary and record.summary in repr(record)
    # the shortest path to a Bell pair, by four slices
    assert record.geodesic.length == pytest.approx(np.pi / (4 * np.sqrt(2)), abs=1e-3)


def test_members_are_attributes_and_lists_of_numbers_are_arrays(record: bulkweave.Record) -> None:
    content = json.loads(record.record_json)
    theta = content["points"][0]["training"]["theta"]
    assert record.training.theta.tobytes() == np.array(theta).tobytes()
    assert record.points[0].training is record.training
    assert record["points"][0]["target"]["dimensions"].dtype == np.int64
    assert {"training", "geodesic", "experiment"} <= set(dir(record))
    with pytest.raises(AttributeError, match="no field 'nothing'"):
        _ = record.nothing


def test_tables_are_columns_of_one_length(record: bulkweave.Record) -> None:
    content = json.loads(record.record_json)["points"][0]
    table = record.tables["training.history"]
    rows = content["training"]["history"]
    assert table["infidelity"].tolist() == [row["infidelity"] for row in rows]
    assert table["phase"] == [row["phase"] for row in rows]
    velocity = record.tables["geodesic.velocity"]
    assert np.array_equal(
        np.stack([velocity[word] for word in record.geodesic.words], axis=1),
        content["geodesic"]["velocity"],
    )
    for name, columns in record.tables.items():
        assert len({len(column) for column in columns.values()}) == 1, name


def test_figures_are_drawings_of_their_own(record: bulkweave.Record) -> None:
    assert len(record.figures) > 10
    assert [figure.number for figure in record.figures] == sorted(
        figure.number for figure in record.figures
    )
    for figure in record.figures:
        drawing = xml.etree.ElementTree.fromstring(figure.svg)
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg", figure.title
        assert drawing[0].tag == "{http://www.w3.org/2000/svg}title"
        assert drawing[0].text == figure.title != ""
        assert float(drawing.attrib["width"]) > 0 and float(drawing.attrib["height"]) > 0
        assert figure.title and "<" not in figure.title + figure.caption
        assert figure._repr_svg_() == figure.svg
    training = record.figures["Infidelity against training step"]
    assert training is record.figures[record.figures.titles.index(training.title)]
    assert training.table is not None
    assert list(training.table) == ["series", "training step", "infidelity 1 − F (log scale)"]
    assert training.table["training step"].dtype == np.float64
    assert len(record.figures[:3]) == 3
    with pytest.raises(KeyError, match="the figures are"):
        _ = record.figures["no such figure"]


def test_jupyter_shows_record_and_figures(record: bulkweave.Record) -> None:
    assert "<th" in record._repr_html_() and "bell" in record._repr_html_()
    shown = record.figures[:2]._repr_html_()
    assert shown.count("<img") == 2 and record.figures[0].title in shown


def test_the_report_is_the_page_in_the_folder(record: bulkweave.Record) -> None:
    assert record.folder is not None
    assert record.report_html() == (record.folder / "report.html").read_text(encoding="utf-8")
    assert record.program is not None and record.program.startswith("// ")
    loaded = bulkweave.load(record.folder)
    assert loaded.record_json == record.record_json
    assert (loaded.reached, loaded.summary) == (None, "")


def test_a_record_is_a_state_and_a_network(record: bulkweave.Record) -> None:
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    assert bulkweave.compute("fidelity", a=record, b=bell).infidelity < 1e-10
    entries = bulkweave.compute("state", state=record).entries
    assert abs(np.vdot(entries, bell)) == pytest.approx(1, abs=1e-10)
    assert bulkweave.compute("fisher", network=record).parameters == len(record.training.theta)
    assert bulkweave.compute("state", state=record.folder).entries.tobytes() == entries.tobytes()
    rows = bulkweave.compute("compare", runs=[record, record.folder]).tables["rows"]
    assert rows["run"] == ["bell.json", "bell-2.json"]


def test_progress_is_told_and_grows(
    record: bulkweave.Record, progress: list[bulkweave.Progress]
) -> None:
    assert record.reached
    fractions = [one.fraction for one in progress if one.fraction is not None]
    assert fractions and fractions == sorted(fractions) and fractions[-1] <= 1
    # Steps that follow each other fast are not all told; the first one is.
    assert progress[0].chapter == "target"


def test_without_a_folder_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    record = bulkweave.run(SHORT, backend="cpu")
    assert record.folder is None
    assert list(tmp_path.iterdir()) == []
    assert record.reached is False  # it is a record all the same
    assert "was not reached" in record.summary


def test_a_file_is_an_experiment_and_its_seed_can_be_another(tmp_path: Path) -> None:
    path = tmp_path / "short.json"
    path.write_text(json.dumps(SHORT))
    record = bulkweave.run(path, tmp_path / "out", seed=5, backend="cpu")
    assert record.experiment.seed == 5
    with pytest.raises(bulkweave.BulkweaveRequestError, match="a free folder required, got a fin"):
        bulkweave.run(SHORT, tmp_path / "out", backend="cpu")
    assert not (tmp_path / "out" / "experiment.json").exists()
    again = bulkweave.run(path, tmp_path / "out", backend="cpu", overwrite=True)
    assert again.experiment.seed == 3


def test_names_of_files_in_a_mapping_are_relative_to_the_present_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    np.save(tmp_path / "psi.npy", np.array([0.6, 0, 0, 0.8]))
    monkeypatch.chdir(tmp_path)
    experiment = {**SHORT, "target": {"name": "file", "path": "psi.npy"}}
    record = bulkweave.run(experiment, "out", backend="cpu", command=command)
    assert record.target.name == "../psi.npy"


def test_all_mistakes_of_an_experiment_are_told_in_the_words_of_the_command(
    tmp_path: Path, command: list[str]
) -> None:
    wrong = {**BELL, "target": {"name": "ghz", "qubits": -1}, "geodesic": {"slice": 4}}
    out = tmp_path / "out"
    with pytest.raises(bulkweave.BulkweaveRequestError) as caught:
        bulkweave.run(wrong, out)
    assert not out.exists()
    out.mkdir()
    (out / "experiment.json").write_text(json.dumps(wrong))
    done = subprocess.run(
        [*command, "run", str(out / "experiment.json")], capture_output=True, text=True, check=False
    )
    assert done.stderr.endswith(f"error: {caught.value}\n")
    assert "target.qubits" in str(caught.value) and "geodesic.slice" in str(caught.value)
    assert caught.value.code == 2


LONG: dict[str, Any] = {
    **BELL,
    "target": {"name": "haar-random", "qubits": 4},
    "model": {"name": "brickwall", "depth": 4},
    "training": {
        "optimiser": {"name": "adam", "learningRate": 1e-4},
        "starts": 1,
        "maxSteps": 100_000,
        "polish": 0,
    },
    "geodesic": False,
    "bulk": False,
}


def test_ctrl_c_stops_a_run_whose_folder_can_be_gone_on_with(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def interrupt(progress: bulkweave.Progress) -> None:
        if progress.chapter == "training":
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        bulkweave.run(LONG, out, interrupt, backend="cpu")
    assert (out / "checkpoint.json").exists() and not (out / "run.lock").exists()
    with pytest.raises(bulkweave.BulkweaveRequestError, match="got an unfinished run"):
        bulkweave.run(LONG, out)
    resumed = bulkweave.resume(out)
    assert resumed.reached and resumed.training.infidelity < 1e-10
    assert not (out / "checkpoint.json").exists()


def test_an_error_in_the_callback_stops_a_run(tmp_path: Path) -> None:
    def fails(_: bulkweave.Progress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        bulkweave.run(LONG, tmp_path / "out", fails, backend="cpu")
    assert not (tmp_path / "out" / "run.lock").exists()


def test_a_study_is_a_record_with_its_tables(root: Path) -> None:
    record = bulkweave.run(root / "train" / "experiments" / "redundancy.json")
    assert record.reached is True
    assert record.findings.title in record._repr_html_()
    assert record.tables["findings.checks"]["passed"] == [True] * len(record.findings.checks)
    table = record.tables["What the rest says"]
    assert table["condition"].dtype == np.float64
    assert set(record.tables) == {"findings.checks", "findings.verdicts", "What the rest says"}
    assert len(record.figures) > 0


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(bulkweave.BulkweaveRequestError, match="a folder with record.json"):
        bulkweave.load(tmp_path)
    with pytest.raises(bulkweave.BulkweaveRequestError, match=r"checkpoint.json required"):
        bulkweave.resume(tmp_path)
