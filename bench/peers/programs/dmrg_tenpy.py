"""Ground state of a chain by TeNPy's two-site algorithm with its mixer, from a product state; with or without the conserved charge."""

import warnings

from measure import arguments, measure

warnings.filterwarnings("ignore")

from tenpy.algorithms.dmrg import TwoSiteDMRGEngine
from tenpy.models.lattice import Chain
from tenpy.models.model import CouplingMPOModel
from tenpy.networks.mps import MPS
from tenpy.networks.site import SpinHalfSite, SpinSite

given = arguments()
bond, name, limit = given["bond"], given["model"], given.get("energy")
CHARGE = "Sz" if given.get("symmetry") else None
SITE = SpinSite(S=1, conserve=CHARGE) if name == "spin-one" else SpinHalfSite(conserve=CHARGE)


class SpinChain(CouplingMPOModel):
    """The Hamiltonian in Pauli matrices, or in spins 1."""

    def init_sites(self, params):
        return SITE

    def init_terms(self, params):
        if name == "ising":
            self.add_coupling(-1, 0, "Sigmaz", 0, "Sigmaz", 1)
            self.add_onsite(-1, 0, "Sigmax")
            return
        flip, along = {"heisenberg": (2, 4), "xxz": (2, 2), "spin-one": (0.5, 1)}[name]
        self.add_coupling(flip, 0, "Sp", 0, "Sm", 1)
        self.add_coupling(flip, 0, "Sm", 0, "Sp", 1)
        self.add_coupling(along, 0, "Sz", 0, "Sz", 1)


class Engine(TwoSiteDMRGEngine):
    """Ends at a given energy, where there is one."""

    def is_converged(self):
        return super().is_converged() if limit is None else self.sweep_stats["E"][-1] <= limit


def step():
    lattice = Chain(given["sites"], SITE, bc="open", bc_MPS="finite")
    model = SpinChain({"lattice": lattice})
    state = MPS.from_lat_product_state(lattice, [["up"], ["down"]] if name != "ising" else [["up"]])
    schedule = {2 * k: min(bond, 8 * 2**k) for k in range(8) if 4 * 2**k < bond}
    engine = Engine(
        state,
        model,
        {
            "mixer": True,
            "chi_list": schedule,
            "trunc_params": {"chi_max": bond, "svd_min": 1e-10},
            "max_E_err": 1e-10,
            "max_S_err": 1e-5,
            "max_sweeps": 80,
            "min_sweeps": 1 if limit is not None else 2 * len(schedule),
        },
    )
    energy, _ = engine.run()
    return float(energy)


measure(step, lambda energy: {"energy": energy}, warm=False)
