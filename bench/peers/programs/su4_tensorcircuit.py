"""Infidelity of the SU(4) brickwork and its gradient: TensorCircuit on JAX."""

from measure import arguments, array, measure, vector

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import tensorcircuit as tc
from brickwork import gates_jax, pairs

K = tc.set_backend("jax")
tc.set_dtype("complex128")
given = arguments()
n = given["qubits"]
bonds = pairs(n, given["depth"])
target = jnp.asarray(vector("target"))
theta = jnp.asarray(array("theta", len(bonds), 15))


def loss(angles):
    circuit = tc.Circuit(n)
    gates = gates_jax(angles)
    for k, (i, j) in enumerate(bonds):
        circuit.unitary(i, j, unitary=gates[k].reshape(2, 2, 2, 2))
    return 1 - jnp.abs(jnp.vdot(target, circuit.state())) ** 2


gradient = K.jit(K.value_and_grad(loss))
if given.get("steps"):
    from training import train_jax

    train_jax(gradient, theta, given["steps"])
else:
    measure(
        lambda: jax.block_until_ready(gradient(theta)),
        lambda result: {"loss": float(result[0]), "gradient": float(jnp.linalg.norm(result[1]))},
    )
