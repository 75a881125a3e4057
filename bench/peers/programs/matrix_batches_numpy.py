"""Decompositions of many small matrices: NumPy's, of stacked arrays."""

from measure import arguments, array, measure

import numpy as np

given = arguments()
n, count = given["size"], given["count"]
a = array("a", count, n, n, 2 if given["complex"] else 1)
a = np.ascontiguousarray(a[..., 0] + 1j * a[..., 1] if given["complex"] else a[..., 0])
STEPS = {
    "svd": (
        lambda: np.linalg.svd(a, full_matrices=False),
        lambda usv: {"sum": float(np.sum(usv[1])), "last": float(usv[1][-1, -1])},
    ),
    "eigh": (
        lambda: np.linalg.eigh(a),
        lambda wv: {"square": float(np.sum(wv[0] ** 2)), "last": float(wv[0][-1, -1])},
    ),
    "qr": (
        lambda: np.linalg.qr(a),
        lambda qr: {"sum": float(np.sum(np.abs(np.diagonal(qr[1], axis1=1, axis2=2))))},
    ),
}
measure(*STEPS[given["task"]])
