"""Norm of a projected entangled-pair state: quimb and cotengra on NumPy, path search included in the first."""

from measure import arguments, measure, vector

import numpy as np
import quimb.tensor as qtn

given = arguments()
entries = vector("tensors")
kets, bras, offset = [], [], 0
for ket, bra, shape in zip(given["ket"], given["bra"], given["shapes"]):
    size = int(np.prod(shape))
    data = entries[offset : offset + size].reshape(shape)
    kets.append(qtn.Tensor(data, inds=ket))
    bras.append(qtn.Tensor(data.conj(), inds=bra))
    offset += size
network = qtn.TensorNetwork([*kets, *bras])
measure(
    lambda: network.contract(all, optimize="auto-hq"),
    lambda value: {"norm": float(np.real(value))},
)
