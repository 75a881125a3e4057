"""Writes test/oracle: numbers and files from NumPy and SciPy that the tests compare with.

    pip install numpy scipy
    python3 scripts/oracle.py

Everything is built here from Kronecker products and dense linear algebra, without a line of the library.
Qubit 0 is the leftmost factor. Running it again with the same versions gives the same files.
"""

import json
from functools import reduce
from pathlib import Path

import numpy as np
import scipy
from scipy.linalg import eigh, expm, sqrtm, svdvals

OUT = Path(__file__).resolve().parent.parent / "test" / "oracle"
PAULI = {
    "I": np.eye(2, dtype=complex),
    "X": np.array([[0, 1], [1, 0]], dtype=complex),
    "Y": np.array([[0, -1j], [1j, 0]]),
    "Z": np.array([[1, 0], [0, -1]], dtype=complex),
}
rng = np.random.default_rng(20240601)


def numbers(array):
    """A complex array as {re, im} of nested lists."""
    array = np.asarray(array)
    return {"re": array.real.tolist(), "im": array.imag.tolist()}


def dense(terms):
    """The matrix of a list of (word, coefficient)."""
    return sum(c * reduce(np.kron, [PAULI[letter] for letter in word]) for word, c in terms)


def word(n, letters):
    return "".join(letters.get(q, "I") for q in range(n))


def random_vector(size):
    psi = rng.normal(size=size) + 1j * rng.normal(size=size)
    return psi / np.linalg.norm(psi)


def random_density(size, rank):
    a = rng.normal(size=(size, rank)) + 1j * rng.normal(size=(size, rank))
    rho = a @ a.conj().T
    return rho / np.trace(rho).real


def reduced(psi, dims, region):
    rest = [s for s in range(len(dims)) if s not in region]
    m = psi.reshape(dims).transpose(list(region) + rest)
    m = m.reshape(int(np.prod([dims[s] for s in region])), -1)
    return m @ m.conj().T


def von_neumann(rho):
    p = np.linalg.eigvalsh(rho)
    p = p[p > 1e-15]
    return float(-(p * np.log(p)).sum())


def chain(n):
    return [(i, i + 1) for i in range(n - 1)]


def ring(n):
    return [(i, (i + 1) % n) for i in range(n)]


def square(rows, columns):
    across = [(r * columns + c, r * columns + c + 1) for r in range(rows) for c in range(columns - 1)]
    down = [(r * columns + c, (r + 1) * columns + c) for r in range(rows - 1) for c in range(columns)]
    return across + down


def at_distance_two(n, edges):
    a = np.zeros((n, n), dtype=int)
    for i, j in edges:
        a[i, j] = a[j, i] = 1
    two = a @ a
    return [(i, j) for i in range(n) for j in range(i + 1, n) if two[i, j] and not a[i, j]]


def ising(n, edges, J, g):
    return [(word(n, {i: "Z", j: "Z"}), -J) for i, j in edges] + [(word(n, {i: "X"}), -g) for i in range(n)]


def xxz(n, edges, J, delta, h):
    bonds = [(word(n, {i: s, j: s}), J * (delta if s == "Z" else 1)) for i, j in edges for s in "XYZ"]
    return bonds + [(word(n, {i: "Z"}), -h) for i in range(n)]


def frustrated(n, edges, J1, J2):
    near = [(word(n, {i: s, j: s}), J1) for i, j in edges for s in "XYZ"]
    return near + [(word(n, {i: s, j: s}), J2) for i, j in at_distance_two(n, edges) for s in "XYZ"]


def cluster_ising(n, edges, K, J, g):
    terms = [(word(n, {i: "Y", j: "Y"}), J) for i, j in edges] + [(word(n, {i: "X"}), -g) for i in range(n)]
    for i in range(n):
        around = {a + b - i: "Z" for a, b in edges if i in (a, b)}
        terms.append((word(n, {**around, i: "X"}), -K))
    return terms


def entropies():
    dims = [2, 3, 2, 2]
    psi = random_vector(24)
    regions = []
    for region in ([0], [1], [3], [0, 1], [2, 0], [1, 3], [0, 1, 2], [3, 1, 0]):
        rho = reduced(psi, dims, region)
        values = np.linalg.eigvalsh(rho)[::-1]
        regions.append(
            {
                "region": region,
                "eigenvalues": values.tolist(),
                "vonNeumann": von_neumann(rho),
                "renyi2": float(-np.log(np.trace(rho @ rho).real)),
                "renyiHalf": float(2 * np.log(np.sqrt(values[values > 1e-15]).sum())),
                "bits": von_neumann(rho) / np.log(2),
            }
        )
    s = [von_neumann(reduced(psi, dims, [k])) for k in range(4)]
    mutual = [[s[a] + s[b] - von_neumann(reduced(psi, dims, [a, b])) if a != b else 2 * s[a] for b in range(4)] for a in range(4)]
    schmidt = svdvals(psi.reshape(dims).transpose(1, 0, 2, 3).reshape(3, 8))
    return {"dimensions": dims, "psi": numbers(psi), "regions": regions, "mutual": mutual, "schmidtOfSite1": schmidt.tolist()}


def distances():
    cases = []
    for rank_a, rank_b in ((6, 6), (2, 3), (1, 4)):
        a, b = random_density(6, rank_a), random_density(6, rank_b)
        # ‖√a √b‖₁² from singular values: no square root of a nearly singular product is taken
        root = [(v * np.sqrt(np.where(w > 1e-14, w, 0))) @ v.conj().T for w, v in (eigh(a), eigh(b))]
        fidelity = float(svdvals(root[0] @ root[1]).sum() ** 2)
        if rank_a == rank_b == 6:
            direct = np.trace(sqrtm(sqrtm(a) @ b @ sqrtm(a))).real ** 2
            assert abs(direct - fidelity) < 1e-12
        transposed = a.reshape(2, 3, 2, 3).transpose(2, 1, 0, 3).reshape(6, 6)
        cases.append(
            {
                "a": numbers(a),
                "b": numbers(b),
                "fidelity": fidelity,
                "bures": float(np.sqrt(2 - 2 * np.sqrt(fidelity))),
                "trace": float(svdvals(a - b).sum() / 2),
                "purity": float(np.trace(a @ a).real),
                "entropy": von_neumann(a),
                "reducedSecond": numbers(np.einsum("aiaj->ij", a.reshape(2, 3, 2, 3))),
                "negativity": float((svdvals(transposed).sum() - 1) / 2),
            }
        )
    return cases


def hamiltonians():
    cases = []

    def add(spec, n, terms):
        values = np.linalg.eigvalsh(dense(terms))
        cases.append({"spec": spec, "qubits": n, "lowest": values[:3].tolist(), "highest": float(values[-1])})

    tfim = {"name": "transverse-field-ising"}
    add({**tfim, "coupling": 1.3, "field": 0.7, "lattice": "chain"}, 7, ising(7, chain(7), 1.3, 0.7))
    add({**tfim, "coupling": 1, "field": 1.5, "lattice": "ring"}, 6, ising(6, ring(6), 1, 1.5))
    add({**tfim, "coupling": -0.8, "field": 0.9, "lattice": {"grid": [2, 4]}}, 8, ising(8, square(2, 4), -0.8, 0.9))
    add({"name": "xxz", "anisotropy": 0.4, "field": 0.3, "lattice": "chain"}, 7, xxz(7, chain(7), 1, 0.4, 0.3))
    add({"name": "xxz", "coupling": 0.6, "lattice": {"grid": [2, 3]}}, 6, xxz(6, square(2, 3), 0.6, 1, 0))
    add({"name": "j1-j2", "nextNearest": 0.3, "lattice": "chain"}, 8, frustrated(8, chain(8), 1, 0.3))
    add({"name": "j1-j2", "nearest": 0.9, "nextNearest": 0.4, "lattice": {"grid": [2, 4]}}, 8, frustrated(8, square(2, 4), 0.9, 0.4))
    add({"name": "cluster-ising", "coupling": 0.7, "lattice": "chain"}, 7, cluster_ising(7, chain(7), 1, 0.7, 0))
    add({"name": "cluster-ising", "cluster": 0.8, "coupling": -0.5, "field": 0.2, "lattice": "ring"}, 6, cluster_ising(6, ring(6), 0.8, -0.5, 0.2))
    edges = [(0, 1), (0, 2), (2, 4), (3, 4), (1, 3), (1, 4)]
    add({"name": "cluster-ising", "coupling": 0.3, "field": 0.1, "lattice": {"edges": edges}}, 5, cluster_ising(5, edges, 1, 0.3, 0.1))
    return cases


def dynamics():
    n = 4
    words = ["XYZI", "YYII", "IZXY", "ZIIZ", "IIYI", "XIIX", "IXZI", "YIII"]
    terms = [(w, float(c)) for w, c in zip(words, rng.normal(size=len(words)))]
    H = dense(terms)
    psi = random_vector(2**n)
    beta = 0.7
    values, vectors = eigh(H)
    gibbs = expm(-beta * H)
    gibbs /= np.trace(gibbs).real
    left = expm(-beta * H / 2)
    evolved = {str(t): numbers(expm(-1j * t * H) @ psi) for t in (0.3, -1.7, 6.0)}
    cooled = {}
    for tau in (0.4, 3.0):
        phi = expm(-tau * H) @ psi
        cooled[str(tau)] = numbers(phi / np.linalg.norm(phi))
    return {
        "qubits": n,
        "terms": [{"word": w, "coefficient": c} for w, c in terms],
        "psi": numbers(psi),
        "applied": numbers(H @ psi),
        "expectation": float((psi.conj() @ H @ psi).real),
        "ground": {"energy": float(values[0]), "state": numbers(vectors[:, 0])},
        "beta": beta,
        "thermal": numbers(gibbs),
        "thermofieldDouble": numbers((left / np.linalg.norm(left)).reshape(-1)),
        "evolved": evolved,
        "cooled": cooled,
    }


def files():
    psi = random_vector(8)
    real = psi.real / np.linalg.norm(psi.real)
    rho = random_density(4, 3)
    little = psi.reshape(2, 2, 2).transpose(2, 1, 0).reshape(-1)
    little_rho = rho.reshape(2, 2, 2, 2).transpose(1, 0, 3, 2).reshape(4, 4)
    for kind, values in (("f4", real), ("f8", real), ("c8", psi), ("c16", psi)):
        for order, label in (("<", "little"), (">", "big")):
            np.save(OUT / f"vector-{kind}-{label}.npy", values.astype(np.dtype(f"{order}{kind}")))
    for version in (1, 2, 3):
        with open(OUT / f"vector-version-{version}.npy", "wb") as file:
            np.lib.format.write_array(file, psi, version=(version, 0))
    np.save(OUT / "density-c.npy", np.ascontiguousarray(rho))
    np.save(OUT / "density-fortran.npy", np.asfortranarray(rho.astype(">c16")))
    np.save(OUT / "density-little-endian-qubits.npy", little_rho)
    np.save(OUT / "integers.npy", np.arange(8))
    np.savez(OUT / "stored.npz", psi=psi, little=little)
    np.savez_compressed(OUT / "deflated.npz", rho=np.asfortranarray(rho))
    return {"psi": numbers(psi), "real": real.tolist(), "rho": numbers(rho)}


OUT.mkdir(parents=True, exist_ok=True)
oracle = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "entropies": entropies(),
    "distances": distances(),
    "hamiltonians": hamiltonians(),
    "dynamics": dynamics(),
    "files": files(),
}
(OUT / "states.json").write_text(json.dumps(oracle, separators=(",", ":")) + "\n")
