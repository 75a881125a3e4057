"""Ground state of a chain by quimb's two-site algorithm, in real numbers, from a product state."""

from measure import arguments, measure

import quimb.tensor as qtn

given = arguments()
bond, n, model, limit = given["bond"], given["sites"], given["model"], given.get("energy")


class Search(qtn.DMRG2):
    """Ends at a given energy, where there is one."""

    def _check_convergence(self, tol):
        return super()._check_convergence(tol) if limit is None else self.energies[-1] <= limit


def hamiltonian():
    # Spin operators: a product of two Pauli matrices is four of them.
    build = qtn.SpinHam1D(S=1 if model == "spin-one" else 1 / 2)
    if model == "ising":
        build += -4, "Z", "Z"
        build += -2, "X"
        return build.build_mpo(n)
    flip, along = {"heisenberg": (2, 4), "xxz": (2, 2), "spin-one": (0.5, 1)}[model]
    build += flip, "+", "-"
    build += flip, "-", "+"
    build += along, "Z", "Z"
    return build.build_mpo(n)


def start():
    """A spin up, then one down, and so on; all up for the Ising chain."""
    if model != "spin-one":
        return qtn.MPS_computational_state("0" * n if model == "ising" else ("01" * n)[:n], dtype="float64")
    import numpy as np

    up, down = np.array([1.0, 0, 0]), np.array([0, 0, 1.0])
    return qtn.MPS_product_state([up if k % 2 == 0 else down for k in range(n)])


def step():
    schedule = [min(bond, 8 * 2**k) for k in range(8) if 4 * 2**k < bond]
    search = Search(hamiltonian(), bond_dims=schedule, cutoffs=1e-16, p0=start())
    search.solve(tol=1e-10 * 150, max_sweeps=40, verbosity=0)
    return float(search.energy.real)


measure(step, lambda energy: {"energy": energy}, warm=False)
