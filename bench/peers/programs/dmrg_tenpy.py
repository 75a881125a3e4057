"""Ground state of a chain by TeNPy's two-site algorithm with its mixer, without charges, from a product state."""

import warnings

from measure import arguments, measure

warnings.filterwarnings("ignore")

from tenpy.algorithms.dmrg import TwoSiteDMRGEngine
from tenpy.models.lattice import Chain
from tenpy.models.model import CouplingMPOModel
from tenpy.networks.mps import MPS
from tenpy.networks.site import SpinHalfSite

given = arguments()
bond = given["bond"]


class PauliChain(CouplingMPOModel):
    """The Hamiltonian in Pauli matrices."""

    def init_sites(self, params):
        return SpinHalfSite(conserve=None)

    def init_terms(self, params):
        if given["model"] == "ising":
            self.add_coupling(-1, 0, "Sigmaz", 0, "Sigmaz", 1)
            self.add_onsite(-1, 0, "Sigmax")
            return
        self.add_coupling(2, 0, "Sp", 0, "Sm", 1)
        self.add_coupling(2, 0, "Sm", 0, "Sp", 1)
        self.add_coupling({"heisenberg": 1, "xxz": 0.5}[given["model"]], 0, "Sigmaz", 0, "Sigmaz", 1)


def step():
    lattice = Chain(given["sites"], SpinHalfSite(conserve=None), bc="open", bc_MPS="finite")
    model = PauliChain({"lattice": lattice})
    state = MPS.from_lat_product_state(lattice, [["up"], ["down"]] if given["model"] != "ising" else [["up"]])
    schedule = {2 * k: min(bond, 8 * 2**k) for k in range(8) if 4 * 2**k < bond}
    engine = TwoSiteDMRGEngine(
        state,
        model,
        {
            "mixer": True,
            "chi_list": schedule,
            "trunc_params": {"chi_max": bond, "svd_min": 1e-10},
            "max_E_err": 1e-10,
            "max_S_err": 1e-5,
            "max_sweeps": 80,
            "min_sweeps": 2 * len(schedule),
        },
    )
    energy, _ = engine.run()
    return float(energy)


measure(step, lambda energy: {"energy": energy}, warm=False)
