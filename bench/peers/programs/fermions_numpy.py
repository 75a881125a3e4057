"""Fermions hopping on a chain with random potentials, by NumPy: the ground state from the eigenvectors of the hopping matrix,
entropies from the eigenvalues of ⟨c†c⟩ on each interval."""

from measure import arguments, array, measure

import numpy as np

given = arguments()
n = given["sites"]
hopping = -np.diag(array("potential", n)) - np.eye(n, k=1) - np.eye(n, k=-1)


def ground():
    energies, modes = np.linalg.eigh(hopping)
    filled = modes[:, energies < 0]
    return np.sum(energies[energies < 0]), filled @ filled.T


def entropy(correlation):
    x = np.linalg.eigvalsh(correlation)
    x = x[(x > 0) & (x < 1)]
    return -np.sum(x * np.log(x) + (1 - x) * np.log1p(-x))


def intervals():
    """Of all intervals but the whole."""
    return {
        (start, end - start): entropy(state[start:end, start:end])
        for start in range(n)
        for end in range(start + 1, n + 1)
        if end - start < n
    }


def both():
    energy, correlation = ground()
    return {"energy": float(energy), "entropy": float(entropy(correlation[: n // 2, : n // 2]))}


if given["task"] == "ground":
    measure(both, lambda values: values)
else:
    _, state = ground()
    measure(intervals, lambda s: {"sum": float(sum(s.values())), "half": float(s[0, n // 2])})
