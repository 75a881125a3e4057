"""Complex matrix products and decompositions: NumPy."""

from measure import arguments, measure, vector

import numpy as np

given = arguments()
n = given["size"]
a = vector("a").reshape(n, n)
b = vector("b").reshape(n, n)
hermitian = a + a.conj().T
STEPS = {
    "product": (lambda: a @ b, lambda c: {"norm": float(np.linalg.norm(c)), "trace": float(np.trace(c).real)}),
    "svd": (lambda: np.linalg.svd(a, full_matrices=False), lambda usv: {"sum": float(np.sum(usv[1]))}),
    "eigh": (lambda: np.linalg.eigh(hermitian), lambda wv: {"square": float(np.sum(wv[0] ** 2)), "last": float(wv[0][-1])}),
    "qr": (lambda: np.linalg.qr(a), lambda qr: {"sum": float(np.sum(np.abs(np.diag(qr[1]))))}),
}
measure(*STEPS[given["task"]])
