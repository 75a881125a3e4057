"""Writes test/oracle/derivatives.json: gradients of losses of decompositions by JAX, for the tests to compare with.

    pip install jax
    python3 scripts/oracle-derivatives.py

JAX 0.10.2 on the CPU in float64. Its gradient of a real loss is the conjugate of ours, ∂L/∂Re z + i ∂L/∂Im z.
"""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
from jax.scipy.linalg import expm

jax.config.update("jax_enable_x64", True)
OUT = Path(__file__).resolve().parent.parent / "test" / "oracle" / "derivatives.json"


def matrix(rows, cols, shift):
    j, k = jnp.arange(rows)[:, None], jnp.arange(cols)[None, :]
    return jnp.sin(1 + shift + j + 2 * k * k) + 1j * jnp.cos(2 - shift + 3 * j * j - k)


def inner(a, b):
    return jnp.real(jnp.sum(jnp.conj(a) * b))


def qr_loss(a):
    q, r = jnp.linalg.qr(a)
    phase = jnp.diag(r) / jnp.abs(jnp.diag(r))
    return inner(matrix(4, 3, 1), q * phase) + inner(matrix(3, 3, 2), jnp.conj(phase)[:, None] * r)


def svd_loss(a):
    u, s, vh = jnp.linalg.svd(a, full_matrices=False)
    w = jnp.arange(1, 4)
    return jnp.sum(w * s) + inner(u * w, matrix(4, 3, 1) @ jnp.conj(vh.T))


def eigh_loss(a):
    h = (a + jnp.conj(a.T)) / 2
    values, vectors = jnp.linalg.eigh(h)
    w = jnp.arange(1, 4)
    return jnp.sum(w * values) + inner(vectors * w, matrix(3, 3, 1) @ vectors)


def polar_loss(a):
    u, _, vh = jnp.linalg.svd(a, full_matrices=False)
    return inner(matrix(4, 3, 1), u @ vh)


def expm_loss(a):
    return inner(matrix(3, 3, 1), expm(a))


CASES = {"qr": (qr_loss, 4), "svd": (svd_loss, 4), "eigh": (eigh_loss, 3), "polar": (polar_loss, 4), "expm": (expm_loss, 3)}

if __name__ == "__main__":
    record = {}
    for name, (loss, rows) in CASES.items():
        a = matrix(rows, 3, 0)
        gradient = jnp.conj(jax.grad(loss)(a)).ravel()
        flat = jnp.stack([gradient.real, gradient.imag], axis=1).ravel()
        record[name] = {"loss": float(loss(a)), "gradient": flat.tolist()}
    OUT.write_text(json.dumps(record, indent=1) + "\n")
