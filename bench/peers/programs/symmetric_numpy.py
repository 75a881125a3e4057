"""Spectra of real symmetric matrices, and the entropies of all intervals by the spectrum of each: NumPy."""

from measure import arguments, array, measure

import numpy as np

given = arguments()
n = given["size"]
a = array("a", n, n)


def intervals():
    table = np.zeros((n, n))
    for start in range(n):
        for end in range(start, n):
            x = np.linalg.eigvalsh(a[start : end + 1, start : end + 1])
            x = x[(x > 0) & (x < 1)]
            table[start, end] = -np.sum(x * np.log(x) + (1 - x) * np.log1p(-x))
    return table


def spectrum(w):
    return {"squares": float(np.sum(w**2)), "last": float(w[-1])}


STEPS = {
    "values": (lambda: np.linalg.eigvalsh(a), spectrum),
    "vectors": (lambda: np.linalg.eigh(a)[0], spectrum),
    "intervals": (intervals, lambda s: {"sum": float(np.sum(s)), "half": float(s[0, n // 2 - 1])}),
}
measure(*STEPS[given["task"]])
