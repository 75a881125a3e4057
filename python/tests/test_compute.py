"""Answers against closed forms and against NumPy."""

import pathlib
import re
from typing import Any

import numpy as np
import pytest

import bulkweave

rng = np.random.default_rng(11)


def haar(size: int) -> Any:
    psi = rng.standard_normal(size) + 1j * rng.standard_normal(size)
    return psi / np.linalg.norm(psi)


def test_a_bell_pair_is_at_its_bi_invariant_distance() -> None:
    # π/4 of Schmidt angle, reached by two commuting words of two qubits at once
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    answer = bulkweave.compute("complexity", state=bell)
    assert answer.length == pytest.approx(np.pi / (4 * np.sqrt(2)), abs=1e-10)
    assert answer.lowerBound == pytest.approx(answer.length, abs=1e-10)


def test_entropies_are_those_of_the_singular_values() -> None:
    psi = haar(32)
    answer = bulkweave.compute("entropies", state=psi, regions=[[0, 1]])
    p = np.linalg.svd(psi.reshape(4, 8), compute_uv=False) ** 2
    assert answer.regions[0].entropy == pytest.approx(-np.sum(p * np.log(p)), abs=1e-13)
    table = answer.tables["regions"]
    assert table["entropy"].dtype == np.float64
    assert [sites.tolist() for sites in table["sites"]] == [[0, 1]]


def test_site_0_is_the_most_significant_bit() -> None:
    psi = np.kron([0.6, 0.8], haar(4))
    assert bulkweave.compute("schmidt", state=psi, region=[0]).rank == 1


def test_a_square_array_is_a_density_matrix() -> None:
    a, b = haar(4), haar(4)
    rho = 0.75 * np.outer(a, a.conj()) + 0.25 * np.outer(b, b.conj())
    answer = bulkweave.compute("state", state=rho)
    assert answer.purity == pytest.approx(np.trace(rho @ rho).real, abs=1e-14)
    assert answer.entries.shape == (4, 4)
    overlap = bulkweave.compute("fidelity", a=rho, b=a).fidelity
    assert overlap == pytest.approx((a.conj() @ rho @ a).real, abs=1e-12)


def test_a_network_is_contracted_as_by_einsum() -> None:
    a, b, c = (rng.standard_normal(s) for s in ((3, 4, 2), (4, 5), (5, 3, 6)))
    tensors = [
        {"legs": ["i", "j", "x"], "path": a},
        {"legs": ["j", "k"], "path": b},
        {"legs": ["k", "i", "y"], "path": c},
    ]
    answer = bulkweave.compute("contract", network={"tensors": tensors, "output": ["y", "x"]})
    np.testing.assert_allclose(answer.value, np.einsum("ijx,jk,kiy->yx", a, b, c), rtol=1e-12)
    assert answer.path.dtype == np.int64
    assert isinstance(answer.flops, float)


def test_a_unitary_is_an_array() -> None:
    cnot = np.eye(4)[[0, 1, 3, 2]]
    answer = bulkweave.compute("two-qubit-gate", unitary=cnot)
    np.testing.assert_allclose(answer.coordinates, [np.pi / 4, 0, 0], atol=1e-10)
    assert answer.cnots == 1


def test_whatever_has_an_array_is_one() -> None:
    class Vector:
        def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
            return np.array([0.6, 0.8], dtype=dtype)

    assert bulkweave.compute("fidelity", a=Vector(), b=[1, 0]).fidelity == pytest.approx(0.36)
    answer = bulkweave.compute("entropies", state="ghz(3)", regions=[np.array([0, 2])])
    assert answer.regions[0].sites.tolist() == [0, 2]


def test_a_key_that_is_a_word_of_python_ends_with_an_underscore() -> None:
    # a turn about x by π takes π/2 at unit strength
    answer = bulkweave.compute(
        "least-time",
        drift={"name": "terms", "terms": [{"word": "X", "coefficient": 1}]},
        controls=["Z"],
        from_=np.array([1, 0]),
        to=np.array([0, 1]),
        bound=1e-6,
    )
    assert answer.time == pytest.approx(np.pi / 2, abs=1e-4)


def test_a_path_is_sent_as_its_content(tmp_path: pathlib.Path) -> None:
    psi = haar(8)
    np.save(tmp_path / "my state.npy", psi)
    answer = bulkweave.compute("state", state=tmp_path / "my state.npy")
    assert np.array_equal(answer.entries, psi)
    program = tmp_path / "bell.qasm"
    program.write_text('OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];')
    assert bulkweave.compute("gates", circuit=program).interactions >= 1
    assert bulkweave.compute("schmidt", state=program, region=[0]).rank == 2


def test_an_answer_is_a_mapping_with_attributes() -> None:
    answer = bulkweave.compute("negativity", state="werner(1)")
    assert answer.negativity == answer["negativity"] == pytest.approx(0.5, abs=1e-12)
    assert set(answer) == {"region", "negativity", "logarithmic"}
    assert answer.request.state.name == "werner"
    assert answer.notes == []
    assert answer.seconds >= 0
    assert "negativity: 0.5" in repr(answer)
    assert "negativity" in dir(answer)
    with pytest.raises(AttributeError, match="no field 'entropy'; it has"):
        _ = answer.entropy


def test_what_is_missing_among_numbers_is_nan() -> None:
    answer = bulkweave.compute("distances", state=np.kron([1, 0], [0.6, 0.8]))
    np.testing.assert_array_equal(answer.distances, [[0, np.nan], [np.nan, 0]])


def test_numbers_that_json_lacks_are_numbers() -> None:
    circuit = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; cx q[0],q[2];'
    options: dict[str, Any] = {"circuit": {"name": "circuit", "program": circuit}}
    forbidden = {"maxRange": 1, "penalty": np.inf}
    assert bulkweave.compute("gates", **options, metric=forbidden).length == np.inf


def test_a_path_of_hamiltonians_is_a_table() -> None:
    answer = bulkweave.compute("geodesic", state="ghz(2)", slices=4)
    table = answer.tables["velocity"]
    assert list(table) == ["slice", *answer.words]
    assert answer.velocity.shape == (4, len(answer.words))
    assert answer.velocity.dtype == np.float64
    np.testing.assert_array_equal(table[answer.words[2]], answer.velocity[:, 2])


def test_steps_are_told_in_order() -> None:
    told: list[str] = []
    bulkweave.compute("energy", hamiltonian="xxz", qubits=4, on_progress=told.append)
    assert told
    assert all(step == "Lanczos iteration" for step in told)


def test_none_is_the_same_as_leaving_a_key_out() -> None:
    assert bulkweave.compute("schmidt", state="ghz(4)", region=None).rank == 2


def test_the_same_request_has_the_same_answer_to_the_bit() -> None:
    psi = haar(8)
    first = bulkweave.compute("complexity", state=psi, slices=4, starts=1)
    second = bulkweave.compute("complexity", state=psi, slices=4, starts=1)
    assert first.length == second.length


def test_every_request_is_documented_and_its_example_is_answered() -> None:
    everything = bulkweave.requests()
    assert len(everything) == len(bulkweave.Server().names()) >= 23
    for request in everything:
        assert request.formula in request.documentation
        assert all(option.key in request.documentation for option in request.options)
        if request.name == "compare":  # of folders of runs
            continue
        answer = bulkweave.compute(request.name, timeout=60, **request.example)
        assert set(answer) <= set(request.result["properties"])


def test_help_prints_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    bulkweave.help("complexity")
    assert "metric.maxRange : " in capsys.readouterr().out
    bulkweave.help()
    overview = capsys.readouterr().out
    assert re.search(r"^mutual-information +mutual information of", overview, re.MULTILINE)
