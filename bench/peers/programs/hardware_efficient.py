"""The hardware-efficient circuit: layers of RY and RZ on every qubit, then CNOTs on alternating pairs of neighbours."""


def layers(qubits, depth):
    """The gates as (name, qubits), rotations taking the next angle each."""
    gates = []
    for layer in range(depth):
        gates += [("ry", (i,)) for i in range(qubits)]
        gates += [("rz", (i,)) for i in range(qubits)]
        gates += [("cnot", (i, i + 1)) for i in range(layer % 2, qubits - 1, 2)]
    return gates
