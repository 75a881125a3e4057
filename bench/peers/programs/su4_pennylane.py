"""Infidelity of the SU(4) brickwork and its gradient: PennyLane's default.qubit on JAX, jitted."""

from measure import arguments, array, measure, vector

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import pennylane as qml
from brickwork import gates_jax, pairs

given = arguments()
n = given["qubits"]
bonds = pairs(n, given["depth"])
target = jnp.asarray(vector("target"))
theta = jnp.asarray(array("theta", len(bonds), 15))


@qml.qnode(qml.device("default.qubit", wires=n), interface="jax", diff_method="backprop")
def state(angles):
    gates = gates_jax(angles)
    for k, bond in enumerate(bonds):
        qml.QubitUnitary(gates[k], wires=bond, unitary_check=False)
    return qml.state()


gradient = jax.jit(jax.value_and_grad(lambda angles: 1 - jnp.abs(jnp.vdot(target, state(angles))) ** 2))
if given.get("steps"):
    from training import train_jax

    train_jax(gradient, theta, given["steps"])
else:
    measure(
        lambda: jax.block_until_ready(gradient(theta)),
        lambda result: {"loss": float(result[0]), "gradient": float(jnp.linalg.norm(result[1]))},
    )
