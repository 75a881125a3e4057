"""Entropy, fidelity and overlap with the vacuum of oscillators by The Walrus, whose default hbar = 2 makes the covariance of
the vacuum 1. Its `vonneumann_entropy` leaves out symplectic eigenvalues within 1e-5 of 1, so the sum is taken here."""

from measure import arguments, array, measure

import numpy as np
from thewalrus.decompositions import symplectic_eigenvals
from thewalrus.quantum import density_matrix_element, fidelity, reduced_gaussian

given = arguments()
n = given["modes"]
a = array("a", 2 * n, 2 * n)
zero = np.zeros(2 * n)


def entropy():
    _, part = reduced_gaussian(zero, a, list(range(n // 2)))
    nu = symplectic_eigenvals(part)
    p, q = (nu + 1) / 2, np.maximum(nu - 1, 0) / 2
    return np.sum(p * np.log(p) - np.where(q > 0, q * np.log(np.where(q > 0, q, 1)), 0))


STEPS = {
    "entropy": (entropy, lambda s: {"entropy": float(s)}),
    "fidelity": (lambda: fidelity(zero, a, zero, array("b", 2 * n, 2 * n)), lambda f: {"fidelity": float(np.real(f))}),
    "vacuum": (
        lambda: density_matrix_element(zero, a, [0] * n, [0] * n),
        lambda f: {"overlap": float(np.real(f))},
    ),
}
measure(*STEPS[given["task"]])
