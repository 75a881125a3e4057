"""Holographic codes with Stim: tiles joined by postselection on entangled pairs, ranks of regions with NumPy."""

from measure import arguments, measure

import numpy as np
import stim

given = arguments()
tile = stim.Tableau.from_stabilizers([stim.PauliString(word) for word in given["words"]])


def state():
    """The tiles side by side, every bond projected on (|00⟩ + |11⟩)/√2; then the open qubits in their order."""
    tableau = stim.Tableau(0)
    for _ in range(given["tiles"]):
        tableau = tableau + tile
    simulator = stim.TableauSimulator()
    simulator.set_inverse_tableau(tableau.inverse())
    total = len(tableau)
    for a, b in given["bonds"]:
        for letter in "XZ":
            word = stim.PauliString(total)
            word[a] = word[b] = letter
            simulator.postselect_observable(word)
    return bits(simulator.canonical_stabilizers())


def bits(words):
    """Rows x | z of the stabilisers that act on no joined qubit, on the open qubits."""
    arrays = [word.to_numpy() for word in words]
    x, z = (np.array([array[half] for array in arrays]) for half in (0, 1))
    joined = np.array([q for bond in given["bonds"] for q in bond], dtype=int)
    kept = ~(x[:, joined].any(axis=1) | z[:, joined].any(axis=1))
    return x[kept][:, given["open"]], z[kept][:, given["open"]]


def rank(rows):
    """The rank over GF(2) of rows packed into bytes, by elimination."""
    packed = np.packbits(rows, axis=1)
    found = 0
    for column in range(rows.shape[1]):
        byte, mask = column >> 3, 128 >> (column & 7)
        hits = np.nonzero(packed[found:, byte] & mask)[0]
        if len(hits) == 0:
            continue
        pivot = found + hits[0]
        if pivot != found:
            packed[[found, pivot]] = packed[[pivot, found]]
        below = found + hits[hits > 0] if pivot != found else found + hits[1:]
        below = below[(packed[below, byte] & mask) != 0]
        packed[below] ^= packed[found]
        found += 1
        if found == len(packed):
            break
    return found


def ranks(group):
    x, z = group
    return sum(rank(np.concatenate([x[:, region], z[:, region]], axis=1)) for region in given["regions"])


if given["task"] == "state":
    measure(state, lambda group: {"ranks": ranks(group)})
else:
    group = state()
    measure(lambda: ranks(group), lambda total: {"ranks": total})
