"""Norm of a projected entangled-pair state: opt_einsum's greedy path on NumPy."""

from measure import arguments, measure, vector

import numpy as np
import opt_einsum

given = arguments()
entries = vector("tensors")
names = {}
operands, offset = [], 0
for ket, bra, shape in zip(given["ket"], given["bra"], given["shapes"]):
    size = int(np.prod(shape))
    data = entries[offset : offset + size].reshape(shape)
    for tensor, legs in ((data, ket), (data.conj(), bra)):
        operands += [tensor, [names.setdefault(leg, len(names)) for leg in legs]]
    offset += size
measure(
    lambda: opt_einsum.contract(*operands, [], optimize="greedy"),
    lambda value: {"norm": float(np.real(value))},
)
