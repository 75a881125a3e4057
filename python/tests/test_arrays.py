"""Arrays go in and come out bit for bit."""

import string
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

import bulkweave

Array = npt.NDArray[Any]

rng = np.random.default_rng(7)
#: Values whose bits are easily lost.
AWKWARD = np.array(
    [1.0, -0.0, 0.0, 5e-324, -2.2e-308, np.nan, np.inf, -np.inf, 0.1 + 0.2, 1.7e308, np.pi]
)
BLOCK = rng.standard_normal((3, 4, 5))


def returned(array: Array) -> bulkweave.Answer:
    """The answer to the contraction of a network that is one tensor: that tensor."""
    legs = list(string.ascii_letters[: array.ndim])
    return bulkweave.compute("contract", network={"tensors": [{"legs": legs, "path": array}]})


ARRAYS: dict[str, Array] = {
    "float64": AWKWARD,
    "complex128": np.stack([AWKWARD, AWKWARD[::-1]], axis=1).view(np.complex128)[:, 0],
    "signs of complex zeros": np.array([complex(-0.0, 0.0), complex(0.0, -0.0), -0.0 - 0.0j]),
    "Fortran order": np.asfortranarray(BLOCK),
    "every other, backwards": BLOCK[::2, ::-1, 1::3],
    "transposed": BLOCK.transpose(2, 0, 1),
    "big-endian float64": AWKWARD.astype(">f8"),
    "big-endian complex128, Fortran order": np.asfortranarray(BLOCK + 1j).astype(">c16", order="K"),
    "no axis": np.array(-0.0),
    "one entry": np.array([[[2.5]]]),
    "float32": AWKWARD[:9].astype("f4"),
    "complex64": (AWKWARD[:9] + 1j).astype("c8"),
    "float16": np.array([0.1, -0.0, 6e-8, 65504.0], dtype="f2"),
    "int64": np.array([0, -1, 2**53]),
    "uint8": np.arange(256, dtype="u1"),
    "bool": np.array([True, False]),
    "read-only": np.broadcast_to(np.float64(1 / 3), (2, 3)),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_comes_back_as_complex128_with_the_same_bits(name: str) -> None:
    array = ARRAYS[name]
    answer = returned(array)
    value = answer.value
    assert answer.exponent == 0
    assert value.dtype == np.complex128
    assert value.shape == array.shape
    expected = np.ascontiguousarray(array.astype("<c16"))
    assert value.tobytes() == expected.tobytes()


def test_a_big_array_comes_back_with_the_same_bits() -> None:
    array = rng.standard_normal((512, 1024))
    assert returned(array).value.real.tobytes() == array.tobytes()


def test_float32_is_widened_and_float64_is_not_narrowed() -> None:
    third = np.array([1 / 3])
    assert returned(third.astype("f4")).value[0].real == float(np.float32(1 / 3))
    assert returned(third).value[0].real == 1 / 3


def test_an_array_of_an_answer_can_be_written_to() -> None:
    value = returned(np.ones(2)).value
    value[0] = 5
    assert value[0] == 5


def test_amplitudes_of_any_layout_are_the_same_state() -> None:
    psi = rng.standard_normal(16) + 1j * rng.standard_normal(16)
    psi /= np.linalg.norm(psi)
    wide = np.empty(48, dtype=">c16")
    wide[1::3] = psi
    entries = bulkweave.compute("state", state=psi).entries
    np.testing.assert_allclose(entries, psi, rtol=1e-15)
    for same in (wide[1::3], psi.reshape(2, 2, 2, 2), np.asfortranarray(psi.reshape(2, 2, 2, 2))):
        assert bulkweave.compute("state", state=same).entries.tobytes() == entries.tobytes()


def test_several_arrays_of_one_request_are_kept_apart() -> None:
    a, b = rng.standard_normal((2, 3)), rng.standard_normal((3, 4)) + 1j
    tensors = [{"legs": ["i", "j"], "path": a}, {"legs": ["j", "k"], "path": b}]
    value = bulkweave.compute("contract", network={"tensors": tensors}).value
    np.testing.assert_allclose(value, a @ b, rtol=1e-14)


@pytest.mark.parametrize(
    "array",
    [
        np.array(["a"]),
        np.array([object()]),
        np.array([1.0], dtype=np.longdouble),
        np.array([1.0], dtype=np.clongdouble),
        np.array(["2020-01-01"], dtype="M8[D]"),
    ],
    ids=lambda array: str(array.dtype),
)
def test_what_is_no_array_of_numbers_is_refused_by_name(array: Array) -> None:
    with pytest.raises(bulkweave.BulkweaveRequestError, match=r"^state: an array of numbers"):
        bulkweave.compute("schmidt", state=array)


def test_integers_that_float64_cannot_hold_are_refused() -> None:
    with pytest.raises(bulkweave.BulkweaveRequestError, match="integers that float64 holds"):
        returned(np.array([2**53 + 1]))


def test_an_array_where_numbers_are_asked_for_is_a_list_of_them() -> None:
    answer = bulkweave.compute("entropies", state="ghz(4)", regions=np.array([[0, 1], [2, 3]]))
    assert [region.sites.tolist() for region in answer.regions] == [[0, 1], [2, 3]]
    network = {"name": "brickwall", "qubits": 2, "depth": 1}
    theta = np.linspace(0.1, 0.9, 40)
    with pytest.raises(bulkweave.BulkweaveRequestError, match="parameters required, got 40"):
        bulkweave.compute("fisher", network={**network, "theta": theta})


def test_a_list_of_numbers_is_a_state() -> None:
    answer = bulkweave.compute("fidelity", a=[0.6, 0.8j], b=(1, 0))
    assert answer.fidelity == pytest.approx(0.36, abs=1e-15)
