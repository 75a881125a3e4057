"""The weight enumerator of a holographic code: a network of labels at points of a circle, contracted by NumPy."""

from itertools import product

from measure import arguments, measure

import numpy as np

given = arguments()
n = given["sites"]
points = np.exp(2j * np.pi * np.arange(n + 1) / (n + 1))


def words():
    """All products of the generators of a tile, as labels I, X, Z, Y = 0 … 3 of its legs."""
    rows = np.array([["IXZY".index(letter) for letter in word] for word in given["words"]])
    for powers in product((0, 1), repeat=len(rows)):
        yield np.bitwise_xor.reduce(rows[[k for k, power in enumerate(powers) if power]], axis=0, initial=0)


LABELS = list(words())


def enumerator():
    operands = []
    for legs in given["legs"]:
        bonds = [k for k, leg in enumerate(legs) if leg >= 0]
        tensor = np.zeros((n + 1, *[4] * len(bonds)), dtype=complex)
        for word in LABELS:
            if word[-1] != 0:
                continue
            weight = sum(int(word[k] != 0) for k, leg in enumerate(legs) if leg < 0)
            tensor[(slice(None), *word[bonds])] += points**weight
        operands += [tensor, [0, *[1 + legs[k] for k in bonds]]]
    values = np.einsum(*operands, [0], optimize="greedy")
    return np.rint(np.fft.fft(values).real / (n + 1))


measure(enumerator, lambda counts: {f"A{w}": float(counts[w]) for w in (4, 8, 12)})
