"""Random Hamiltonians as OpenFermion and Qiskit print them, and as FCIDUMP, read by the library and compared entry by entry.

    npm run build && python3 scripts/compare-hamiltonians.py

needs NumPy, SciPy, OpenFermion and Qiskit. Matrices of OpenFermion have qubit 0 as the most significant bit, those of Qiskit as the
least.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from openfermion import FermionOperator, InteractionOperator, QubitOperator, get_fermion_operator, get_sparse_operator
from openfermion.utils import hermitian_conjugated
from qiskit.quantum_info import SparsePauliOp

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
import { readFileSync } from 'node:fs';
import { parsePauliSum, pauliSumMatrix } from './dist/bundle/operator.js';
const [file, endian] = process.argv.slice(1);
const sum = parsePauliSum(readFileSync(file), file, endian ? { endian } : {});
const { rows, interleaved } = pauliSumMatrix(sum);
console.log(JSON.stringify([rows, ...interleaved]));
"""


def ours(text, endian=""):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "h.txt"
        file.write_text(text)
        command = ["node", "--input-type=module", "-e", PROGRAM, str(file), endian]
        size, *numbers = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    return np.array(numbers[0::2]).reshape(size, size) + 1j * np.array(numbers[1::2]).reshape(size, size)


def fcidump(h, g, constant):
    """8-fold symmetric integrals in chemists' notation, each once."""
    m = len(h)
    lines = [f" &FCI NORB={m},NELEC={m},MS2=0,", "  ISYM=1,", " &END"]
    for p, q, r, s in np.ndindex(m, m, m, m):
        if p >= q and r >= s and (p, q) >= (r, s):
            lines.append(f" {g[p, q, r, s]:.17e} {p + 1} {q + 1} {r + 1} {s + 1}")
    lines += [f" {h[p, q]:.17e} {p + 1} {q + 1} 0 0" for p, q in np.ndindex(m, m) if p >= q]
    return "\n".join([*lines, f" {constant:.17e} 0 0 0 0", ""])


def molecule(rng, m):
    h = rng.normal(size=(m, m))
    h = h + h.T
    factor = rng.normal(size=(3, m, m))
    factor = factor + factor.transpose(0, 2, 1)
    g = np.einsum("kpq,krs->pqrs", factor, factor)  # (pq|rs)
    one, two = np.zeros((2 * m,) * 2), np.zeros((2 * m,) * 4)
    for sigma in (0, 1):
        one[sigma::2, sigma::2] = h
        for tau in (0, 1):
            # OpenFermion's two-body tensor is of a†_p a†_q a_r a_s: ½ (ps|qr)
            two[sigma::2, tau::2, tau::2, sigma::2] = g.transpose(0, 2, 3, 1) / 2
    return fcidump(h, g, 0.7), InteractionOperator(0.7, one, two)


def main():
    rng = np.random.default_rng(1)
    worst = {}
    note = lambda name, a, b: worst.update({name: max(worst.get(name, 0), np.abs(a - b).max())})
    for _ in range(10):
        qubits = QubitOperator()
        for _ in range(12):
            letters = " ".join(f"{rng.choice(list('XYZ'))}{k}" for k in range(5) if rng.random() < 0.5)
            qubits += QubitOperator(letters, rng.normal())
        qubits += QubitOperator("Z4", 0.5)
        note("OpenFermion, qubits", ours(str(qubits)), get_sparse_operator(qubits, 5).toarray())
        fermions = FermionOperator("3^ 3", 0.2)
        for _ in range(12):
            product = " ".join(f"{rng.integers(4)}{rng.choice(['^', ''])}" for _ in range(rng.integers(1, 3) * 2))
            term = FermionOperator(product, complex(rng.normal(), rng.normal()))
            fermions += term + hermitian_conjugated(term)
        note("OpenFermion, fermions", ours(f"FermionOperator:\n{fermions}"), get_sparse_operator(fermions, 4).toarray())
        words = ["".join(rng.choice(list("IXYZ"), 4)) for _ in range(9)]
        operator = SparsePauliOp(words, rng.integers(-8, 9, 9) / 4).simplify()
        note("Qiskit, printed", ours(repr(operator), "big"), operator.to_matrix())
        note("Qiskit, list", ours(repr(operator.to_list())), operator.apply_layout([3, 2, 1, 0]).to_matrix())
    for m in (1, 2, 3, 4):
        text, interaction = molecule(rng, m)
        expected = get_sparse_operator(get_fermion_operator(interaction), 2 * m).toarray()
        note("FCIDUMP", ours(text), expected)
    for name, difference in worst.items():
        print(f"{name:24} greatest difference of an entry {difference:.1e}")
    assert max(worst.values()) < 1e-10


main()
