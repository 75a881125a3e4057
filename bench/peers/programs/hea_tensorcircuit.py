"""Energy Σ ZZ + Σ X of the hardware-efficient circuit, or its Fisher information: TensorCircuit on JAX."""

from measure import arguments, array, measure

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import tensorcircuit as tc
import tensorcircuit.experimental
from hardware_efficient import layers

K = tc.set_backend("jax")
tc.set_dtype("complex128")
given = arguments()
n, depth = given["qubits"], given["depth"]
theta = jnp.asarray(array("theta", 2 * n * depth))


def state(angles):
    circuit, k = tc.Circuit(n), 0
    for name, where in layers(n, depth):
        if name == "cnot":
            circuit.cnot(*where)
        else:
            getattr(circuit, name)(*where, theta=angles[k])
            k += 1
    return circuit.state()


if given.get("fisher"):
    tensor = K.jit(tensorcircuit.experimental.qng(state, postprocess=None, mode="fwd"))
    measure(
        lambda: 4 * np.real(np.asarray(tensor(theta))),
        lambda fisher: {"trace": float(np.trace(fisher)), "norm": float(np.linalg.norm(fisher))},
    )
else:
    bits = (jnp.arange(2**n)[:, None] >> jnp.arange(n)) & 1
    signs = 1 - 2 * bits
    diagonal = jnp.sum(signs[:, 1:] * signs[:, :-1], axis=1)

    def energy(angles):
        psi = state(angles)
        flips = sum(jnp.vdot(psi, psi.reshape(2**q, 2, -1)[:, ::-1].ravel()).real for q in range(n))
        return jnp.sum(diagonal * jnp.abs(psi) ** 2) + flips

    gradient = jax.jit(jax.value_and_grad(energy))
    measure(
        lambda: jax.block_until_ready(gradient(theta)),
        lambda result: {"energy": float(result[0]), "gradient": float(jnp.linalg.norm(result[1]))},
    )
