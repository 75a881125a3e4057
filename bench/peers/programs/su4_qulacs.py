"""Infidelity of the SU(4) brickwork and its gradient: Qulacs in C++, backpropagation of the inner product."""

from measure import arguments, array, measure, vector

import numpy as np
from brickwork import LETTERS, WORDS, pairs
from qulacs import ParametricQuantumCircuit, QuantumState
from qulacs.state import inner_product

given = arguments()
n = given["qubits"]
bonds = pairs(n, given["depth"])
theta = array("theta", len(bonds), 15)


def loaded(amplitudes):
    """A state of Qulacs, whose qubit 0 is the least significant bit: our qubit i is its n − 1 − i."""
    state = QuantumState(n)
    state.load(amplitudes)
    return state


# Rotations of Qulacs are exp(+iθP/2).
circuit = ParametricQuantumCircuit(n)
for k, (i, j) in enumerate(bonds):
    for angle, word in zip(theta[k], WORDS):
        where = [(n - 1 - q, LETTERS.index(letter)) for q, letter in zip((i, j), word) if letter != "I"]
        circuit.add_parametric_multi_Pauli_rotation_gate([q for q, _ in where], [p for _, p in where], 2 * angle)

target = vector("target")
bra = loaded(target)


def value_and_gradient(angles):
    for k, angle in enumerate(angles.ravel()):
        circuit.set_parameter(k, 2 * angle)
    ket = QuantumState(n)
    circuit.update_quantum_state(ket)
    overlap = inner_product(bra, ket)
    derivative = np.array(circuit.backprop_inner_product(loaded(overlap * target)))
    return 1 - abs(overlap) ** 2, -2 * SIGN * derivative.reshape(angles.shape)


SIGN = 2  # to be checked
if given.get("steps"):
    from training import train_numpy

    train_numpy(value_and_gradient, theta, given["steps"])
else:
    measure(
        lambda: value_and_gradient(theta),
        lambda result: {"loss": float(result[0]), "gradient": float(np.linalg.norm(result[1]))},
    )
