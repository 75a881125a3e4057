"""Errors are exceptions with the words of the command."""

import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import bulkweave


def told_by_the_command(command: list[str], request: dict[str, Any]) -> dict[str, Any]:
    """The error in the answer of `bulkweave compute`."""
    done = subprocess.run(
        [*command, "compute", "-"], input=json.dumps(request).encode(), capture_output=True
    )
    error: dict[str, Any] = json.loads(done.stdout)["error"]
    return error


@pytest.mark.parametrize(
    "request_",
    [
        {"request": "entropies"},
        {"request": "complexity", "state": "ghz(3)", "metric": {"maxRnge": 1}, "slices": -1},
        {"request": "state", "state": "ghz(3, qubits=4)"},
        {"request": "fidelity", "a": "ghz(2)", "b": "ghz(3)"},
        {"request": "no-such-request"},
    ],
    ids=lambda request: str(request["request"]),
)
def test_words_and_fields_are_those_of_the_command(
    command: list[str], request_: dict[str, Any]
) -> None:
    told = told_by_the_command(command, request_)
    options = dict(request_)
    with pytest.raises(bulkweave.BulkweaveRequestError) as caught:
        bulkweave.compute(options.pop("request"), **options)
    error = caught.value
    assert (str(error), error.message, error.code) == (told["message"], told["message"], 2)
    issues = [
        {"path": i.path, "expected": i.expected, "received": i.received} for i in error.issues
    ]
    assert issues == told.get("issues", [])


def test_a_state_that_is_none_is_named_by_its_key() -> None:
    with pytest.raises(bulkweave.BulkweaveRequestError, match=r"^state\.npy: .*norm"):
        bulkweave.compute("schmidt", state=np.ones(4))
    with pytest.raises(ValueError, match=r"^b\.npy: "):
        bulkweave.compute("fidelity", a="ghz(2)", b=np.ones(3))


def test_what_json_lacks_is_refused_before_it_is_sent() -> None:
    for value, received in ((np.nan, "nan"), (-np.inf, "-inf")):
        with pytest.raises(bulkweave.BulkweaveRequestError) as caught:
            bulkweave.compute("entropies", state="ghz(2)", base=value)
        assert str(caught.value) == f"base: a finite number required, got {received}"
        assert caught.value.issues[0].path == "base"
    with pytest.raises(bulkweave.BulkweaveRequestError, match=r"^regions\.0: .*, got set$"):
        bulkweave.compute("entropies", state="ghz(2)", regions=[{1}])


def test_a_request_that_takes_too_long_is_broken_off_and_the_next_is_answered() -> None:
    with bulkweave.Server() as server:
        server.compute("entropies", state="ghz(2)")
        pid = server.pid
        with pytest.raises(bulkweave.BulkweaveTimeoutError, match=r"^at most 0\.3 s") as caught:
            server.compute("complexity", state="haar-random(6)", thorough=True, timeout=0.3)
        assert isinstance(caught.value, TimeoutError)
        assert caught.value.code == 1
        assert server.compute("entropies", state="ghz(2)").sites == 2
        assert server.pid == pid


def test_a_server_bounds_the_time_of_every_request() -> None:
    with (
        bulkweave.Server(seconds=0.3) as server,
        pytest.raises(bulkweave.BulkweaveTimeoutError, match=r"^at most 0\.3 s"),
    ):
        server.compute("complexity", state="haar-random(6)", thorough=True, timeout=100)


def test_a_request_that_is_too_large_is_refused_and_the_next_is_answered() -> None:
    with bulkweave.Server(mebibytes=0.1) as server:
        with pytest.raises(bulkweave.BulkweaveRequestError, match=r"at most 104857\.6 bytes"):
            server.compute("schmidt", state=np.zeros(2**14))
        assert server.compute("entropies", state="ghz(2)").sites == 2


def test_no_file_is_read_but_what_is_sent_and_what_is_in_the_folder(tmp_path: Path) -> None:
    served = tmp_path / "served"
    served.mkdir()
    for folder in (tmp_path, served):
        np.save(folder / "psi.npy", np.array([1.0, 0.0]))
    (served / "link.npy").symlink_to(tmp_path / "psi.npy")
    outside = [str(tmp_path / "psi.npy"), "../psi.npy", "link.npy"]
    with bulkweave.Server() as server:
        for path in ["psi.npy", str(served / "psi.npy"), *outside]:
            with pytest.raises(bulkweave.BulkweaveRequestError, match="sent with the request"):
                server.compute("state", state={"name": "file", "path": path})
    with bulkweave.Server(folder=served) as server:
        assert server.compute("state", state="psi.npy").entries.tolist() == [1, 0]
        for path in outside:
            with pytest.raises(bulkweave.BulkweaveRequestError, match="outside"):
                server.compute("state", state={"name": "file", "path": path})


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "nothing.npy"
    with pytest.raises(bulkweave.BulkweaveRequestError, match="state: .*nothing.npy: no such file"):
        bulkweave.compute("state", state=missing)
