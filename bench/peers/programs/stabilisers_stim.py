"""A Clifford circuit on |0…0⟩ by Stim: its stabilisers, their canonical form, and the entropy of half of the chain, which
Stim does not have: the rank of its generators on the half over GF(2), by NumPy with 64 digits to a word.

Stim eliminates in the order x₁ z₁ x₂ z₂ …, ours in x₁ x₂ … z₁ z₂ …; for the comparison the generators of Stim are brought to
the latter, not timed."""

import hashlib

from measure import arguments, array, measure

import numpy as np
import stim

given = arguments()
n = given["qubits"]
circuit = stim.Circuit(
    "\n".join(f"CX {a} {b}" if kind == 2 else f"{'HS'[kind]} {a}" for kind, a, b in array("gates", -1, 3).astype(int).tolist())
)


def stabilisers():
    simulator = stim.TableauSimulator()
    simulator.set_num_qubits(n)
    simulator.do_circuit(circuit)
    return simulator


def generators(simulator):
    """x and z, shapes (n, n), and signs of the generators."""
    _, _, x, z, _, signs = simulator.current_inverse_tableau().inverse().to_numpy()
    return x, z, signs


def words_of(bits):
    """Rows of bits as rows of 64-bit words."""
    padded = np.pad(bits, [(0, 0), (0, -bits.shape[1] % 64)])
    return np.packbits(padded, axis=1, bitorder="little").view(np.uint64)


def ones(rows):
    """Number of bits set in each row."""
    return np.bitwise_count(rows).sum(axis=1).astype(int)


def rank(bits):
    rows = words_of(bits)
    found = 0
    for column in range(bits.shape[1]):
        word, bit = column // 64, np.uint64(column % 64)
        has = (rows[found:, word] >> bit) & np.uint64(1) == 1
        if not has.any():
            continue
        pivot = found + np.argmax(has)
        rows[[found, pivot]] = rows[[pivot, found]]
        below = np.flatnonzero((rows[found + 1 :, word] >> bit) & np.uint64(1)) + found + 1
        rows[below] ^= rows[found]
        found += 1
        if found == len(rows):
            break
    return found


def canonical(x, z, signs):
    """Reduced echelon form in the order x₁ … x_n z₁ … z_n, as text. Phases are powers of i before X^x Z^z."""
    rows_x, rows_z = words_of(x), words_of(z)
    phases = 2 * signs.astype(int) + ones(rows_x & rows_z)
    done = 0
    for column in range(2 * n):
        rows, at = (rows_x, column) if column < n else (rows_z, column - n)
        word, bit = at // 64, np.uint64(at % 64)
        has = (rows[:, word] >> bit) & np.uint64(1) == 1
        if not has[done:].any():
            continue
        pivot = done + np.argmax(has[done:])
        for part in (rows_x, rows_z, phases, has):
            part[[done, pivot]] = part[[pivot, done]]
        has[done] = False
        # X^a Z^b · X^c Z^d = (−1)^{b·c} X^{a+c} Z^{b+d}
        phases[has] = (phases[has] + phases[done] + 2 * ones(rows_z[has] & rows_x[done])) % 4
        rows_x[has] ^= rows_x[done]
        rows_z[has] ^= rows_z[done]
        done += 1
    phases = (phases - ones(rows_x & rows_z)) % 4
    digits = [np.unpackbits(rows.view(np.uint8), axis=1, bitorder="little")[:, :n] for rows in (rows_x, rows_z)]
    letters = np.frombuffer(b"IXZY", np.uint8)[digits[0] + 2 * digits[1]]
    return "\n".join(("-" if phase else "") + row.tobytes().decode() for phase, row in zip(phases, letters))


def digest(simulator):
    found = hashlib.sha256(canonical(*generators(simulator)).encode()).hexdigest()
    return {"first": int(found[:6], 16), "second": int(found[6:12], 16)}


def entropy():
    x, z, _ = generators(after)
    return rank(np.hstack([x[:, : n // 2], z[:, : n // 2]])) - n // 2


after = stabilisers()
STEPS = {
    "circuit": (stabilisers, digest),
    "canonical": (lambda: after.canonical_stabilizers(), lambda _: digest(after)),
    "entropy": (entropy, lambda bits: {"entropy": int(bits)}),
}
measure(*STEPS[given["task"]])
