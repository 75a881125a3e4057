"""Energy of the Heisenberg ring in a binary MERA and its gradient by all tensors: quimb and cotengra in one jitted JAX
function. Terms and their light cones are given; so are the tensors, as complex or (argument `real`) as real numbers."""

from measure import arguments, measure, vector

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import quimb.tensor as qtn

given = arguments()
theta = vector("theta")
if given.get("real"):
    theta = theta.real
operator = vector("operator").reshape(2, 2, 2, 2)
if given.get("real"):
    operator = operator.real
tensors = []
for node in given["nodes"]:
    size = int(np.prod(node["shape"]))
    tensors.append(jnp.asarray(theta[node["offset"] : node["offset"] + size].reshape(node["shape"])))


def energy(arrays):
    total = 0.0
    for term in given["terms"]:
        ket = [qtn.Tensor(arrays[k], inds=legs) for k, legs in zip(term["nodes"], term["ket"])]
        bra = [qtn.Tensor(arrays[k].conj(), inds=legs) for k, legs in zip(term["nodes"], term["bra"])]
        network = qtn.TensorNetwork([*ket, *bra, qtn.Tensor(operator, inds=term["operator"])])
        total = total + jnp.real(network.contract(all, optimize="auto-hq"))
    return total


def horizontal(gradients):
    """Norm of the gradient along the isometries W: G − W (W†G + G†W) / 2, whatever the gradient off them."""
    squares = 0.0
    for node, tensor, derivative in zip(given["nodes"], tensors, gradients):
        w, g = (np.asarray(x).reshape(node["rows"], -1) for x in (tensor, derivative.conj()))
        overlap = w.conj().T @ g
        squares += np.linalg.norm(g - w @ (overlap + overlap.conj().T) / 2) ** 2
    return float(np.sqrt(squares))


gradient = jax.jit(jax.value_and_grad(energy))
measure(
    lambda: jax.block_until_ready(gradient(tensors)),
    lambda result: {"energy": float(result[0]), "gradient": horizontal(result[1])},
)
