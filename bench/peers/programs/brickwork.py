"""The SU(4) brickwork: on every pair of neighbours the product of the rotations exp(iθP) about the 15 Pauli words."""

import itertools

import numpy as np

ONE = np.eye(2)
X = np.array([[0, 1], [1, 0]])
Y = np.array([[0, -1j], [1j, 0]])
Z = np.diag([1, -1])
LETTERS = "IXYZ"
WORDS = ["".join(pair) for pair in itertools.product(LETTERS, LETTERS)][1:]
MATRICES = np.array([np.kron(a, b) for a, b in itertools.product([ONE, X, Y, Z], repeat=2)][1:]).astype(complex)


def pairs(qubits, depth):
    """The pairs of neighbours, layer by layer."""
    return [(i, i + 1) for layer in range(depth) for i in range(layer % 2, qubits - 1, 2)]


def gates_jax(theta):
    """All gates as an array (gates, 4, 4) of jax: exp(iθP) = cos θ + i sin θ P, the first word acting first."""
    import jax.numpy as jnp

    cos, sin = jnp.cos(theta)[..., None, None], jnp.sin(theta)[..., None, None]
    factors = cos * jnp.eye(4) + 1j * sin * MATRICES
    product = factors[:, 0]
    for k in range(1, len(WORDS)):
        product = factors[:, k] @ product
    return product
