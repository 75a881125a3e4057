"""Arrays as the bytes of ``.npy`` files: what crosses between NumPy and the command."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import BulkweaveRequestError


def npy_bytes(array: npt.NDArray[Any], name: str) -> bytes:
    """Bytes of an array; any order, strides and byte order.

    Elements are kept bit for bit: bool, integers, float32, float64, complex64, complex128. float16
    is widened to float32, which holds it exactly. The command computes in float64; an integer that
    float64 cannot hold is refused by it.

    Parameters
    ----------
    array : ndarray
        Numbers.
    name : str
        What to call it in an error.

    Raises
    ------
    BulkweaveRequestError
        Elements that are no numbers, or longer than complex128.
    """
    if array.dtype == np.float16:
        array = array.astype(np.float32)
    if array.dtype.kind not in "biufc" or array.dtype.itemsize > (
        16 if array.dtype.kind == "c" else 8
    ):
        raise BulkweaveRequestError(
            f"{name}: an array of numbers, at most float64 or complex128, required,"
            f" got {array.dtype}",
            code=2,
        )
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.asarray(array), allow_pickle=False)
    return buffer.getvalue()


def array_of_npy(content: bytes) -> npt.NDArray[Any]:
    """Array in the bytes of a ``.npy`` file, which can be written to."""
    read: npt.NDArray[Any] = np.lib.format.read_array(io.BytesIO(content), allow_pickle=False)
    return read
