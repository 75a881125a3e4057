"""Infidelity of the SU(4) brickwork and its gradient: quimb's circuit, contracted by cotengra inside one jitted JAX function."""

from measure import arguments, array, measure, vector

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import quimb.tensor as qtn
from brickwork import gates_jax, pairs

given = arguments()
n = given["qubits"]
bonds = pairs(n, given["depth"])
target = jnp.asarray(vector("target")).reshape((2,) * n)
theta = jnp.asarray(array("theta", len(bonds), 15))


def loss(angles):
    circuit = qtn.Circuit(n, dtype="complex128", convert_eager=False, gate_opts={"contract": False})
    gates = gates_jax(angles)
    for k, (i, j) in enumerate(bonds):
        circuit.apply_gate_raw(gates[k], (i, j), gate_round=k)
    state = circuit.psi
    bra = qtn.Tensor(target.conj(), inds=[state.site_ind(i) for i in range(n)])
    overlap = (state & bra).contract(all, optimize="auto-hq")
    return 1 - jnp.abs(overlap) ** 2


gradient = jax.jit(jax.value_and_grad(loss))
if given.get("steps"):
    from training import train_jax

    train_jax(gradient, theta, given["steps"])
else:
    measure(
        lambda: jax.block_until_ready(gradient(theta)),
        lambda result: {"loss": float(result[0]), "gradient": float(jnp.linalg.norm(result[1]))},
    )
