"""Ground state of a chain by quimb's two-site algorithm, in real numbers, from a product state."""

from measure import arguments, measure

import quimb.tensor as qtn

given = arguments()
bond, n = given["bond"], given["sites"]


def hamiltonian():
    build = qtn.SpinHam1D(S=1 / 2)  # spin operators: a product of two Pauli matrices is four of them
    if given["model"] == "ising":
        build += -4, "Z", "Z"
        build += -2, "X"
    else:
        build += 2, "+", "-"
        build += 2, "-", "+"
        build += 4 * {"heisenberg": 1, "xxz": 0.5}[given["model"]], "Z", "Z"
    return build.build_mpo(n)


def step():
    bits = "0" * n if given["model"] == "ising" else ("01" * n)[:n]
    start = qtn.MPS_computational_state(bits, dtype="float64")
    schedule = [min(bond, 8 * 2**k) for k in range(8) if 4 * 2**k < bond]
    search = qtn.DMRG2(hamiltonian(), bond_dims=schedule, cutoffs=1e-16, p0=start)
    search.solve(tol=1e-10 * 150, max_sweeps=40, verbosity=0)
    return float(search.energy.real)


measure(step, lambda energy: {"energy": energy}, warm=False)
