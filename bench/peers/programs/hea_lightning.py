"""Energy Σ ZZ + Σ X of the hardware-efficient circuit and its gradient: lightning.qubit in C++, adjoint differentiation;
or its Fisher information by PennyLane's adjoint_metric_tensor."""

from measure import arguments, array, measure

import pennylane as qml
from hardware_efficient import layers
from pennylane import numpy as pnp

given = arguments()
n, depth = given["qubits"], given["depth"]
theta = pnp.array(array("theta", 2 * n * depth), requires_grad=True)
GATES = {"ry": qml.RY, "rz": qml.RZ}


def circuit(angles):
    k = 0
    for name, where in layers(n, depth):
        if name == "cnot":
            qml.CNOT(where)
        else:
            GATES[name](angles[k], wires=where)
            k += 1


if given.get("fisher"):

    @qml.qnode(qml.device("lightning.qubit", wires=n))
    def state(angles):
        circuit(angles)
        return qml.expval(qml.Z(0))

    measure(
        lambda: 4 * pnp.real(pnp.asarray(qml.adjoint_metric_tensor(state)(theta))),
        lambda fisher: {"trace": float(pnp.trace(fisher)), "norm": float(pnp.linalg.norm(fisher))},
        repeat=False,
    )
else:
    ising = [qml.Z(i) @ qml.Z(i + 1) for i in range(n - 1)] + [qml.X(i) for i in range(n)]
    hamiltonian = qml.Hamiltonian([1.0] * len(ising), ising)

    @qml.qnode(qml.device("lightning.qubit", wires=n), diff_method="adjoint")
    def energy(angles):
        circuit(angles)
        return qml.expval(hamiltonian)

    gradient = qml.grad(energy)

    def value_and_gradient():
        derivative = gradient(theta)
        return float(gradient.forward), derivative

    measure(
        value_and_gradient,
        lambda result: {"energy": result[0], "gradient": float(pnp.linalg.norm(result[1]))},
    )
