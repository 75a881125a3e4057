"""Infidelity of the SU(4) brickwork and its gradient: PennyLane's lightning.qubit in C++, adjoint differentiation."""

from measure import arguments, array, measure, vector

import pennylane as qml
from brickwork import WORDS, pairs
from pennylane import numpy as pnp

given = arguments()
n = given["qubits"]
bonds = pairs(n, given["depth"])
target = vector("target")
theta = pnp.array(array("theta", len(bonds), 15), requires_grad=True)


@qml.qnode(qml.device("lightning.qubit", wires=n), diff_method="adjoint")
def fidelity(angles):
    for k, (i, j) in enumerate(bonds):
        for angle, word in zip(angles[k], WORDS):
            wires = [wire for wire, letter in zip((i, j), word) if letter != "I"]
            qml.PauliRot(-2 * angle, word.replace("I", ""), wires=wires)
    return qml.expval(qml.Projector(target, wires=range(n)))


gradient = qml.grad(fidelity)


def value_and_gradient(angles):
    derivative = gradient(angles)
    return 1 - float(gradient.forward), -derivative


measure(
    lambda: value_and_gradient(theta),
    lambda result: {"loss": result[0], "gradient": float(pnp.linalg.norm(result[1]))},
)
