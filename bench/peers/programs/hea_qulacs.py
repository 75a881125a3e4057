"""Energy Σ ZZ + Σ X of the hardware-efficient circuit and its gradient: Qulacs in C++, backpropagation."""

from measure import arguments, array, measure

import numpy as np
from hardware_efficient import layers
from qulacs import Observable, ParametricQuantumCircuit, QuantumState

given = arguments()
n, depth = given["qubits"], given["depth"]
theta = array("theta", 2 * n * depth)

# Rotations of Qulacs are exp(+iθP/2); its qubit 0 is the least significant bit, our qubit i is its n − 1 − i.
circuit, angles = ParametricQuantumCircuit(n), iter(theta)
for name, where in layers(n, depth):
    qubits = [n - 1 - q for q in where]
    if name == "cnot":
        circuit.add_CNOT_gate(*qubits)
    else:
        getattr(circuit, f"add_parametric_{name.upper()}_gate")(*qubits, -next(angles))
hamiltonian = Observable(n)
for i in range(n - 1):
    hamiltonian.add_operator(1.0, f"Z {i} Z {i + 1}")
for i in range(n):
    hamiltonian.add_operator(1.0, f"X {i}")


def value_and_gradient():
    for k, angle in enumerate(theta):
        circuit.set_parameter(k, -angle)
    state = QuantumState(n)
    circuit.update_quantum_state(state)
    return hamiltonian.get_expectation_value(state), -np.array(circuit.backprop(hamiltonian))


measure(
    value_and_gradient,
    lambda result: {"energy": float(np.real(result[0])), "gradient": float(np.linalg.norm(result[1]))},
)
