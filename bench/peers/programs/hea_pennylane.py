"""Fisher information of the hardware-efficient circuit: PennyLane's default.qubit on JAX, forward-mode Jacobian, jitted."""

from measure import arguments, array, measure

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import pennylane as qml
from hardware_efficient import layers

given = arguments()
n, depth = given["qubits"], given["depth"]
theta = jnp.asarray(array("theta", 2 * n * depth))
GATES = {"ry": qml.RY, "rz": qml.RZ}


@qml.qnode(qml.device("default.qubit", wires=n), interface="jax", diff_method="backprop")
def state(angles):
    k = 0
    for name, where in layers(n, depth):
        if name == "cnot":
            qml.CNOT(where)
        else:
            GATES[name](angles[k], wires=where)
            k += 1
    return qml.state()


@jax.jit
def information(angles):
    jacobian = jax.jacfwd(state)(angles)
    along = jacobian.conj().T @ state(angles)
    return 4 * jnp.real(jacobian.conj().T @ jacobian - jnp.outer(along, along.conj()))


measure(
    lambda: np.asarray(information(theta)),
    lambda fisher: {"trace": float(np.trace(fisher)), "norm": float(np.linalg.norm(fisher))},
)
