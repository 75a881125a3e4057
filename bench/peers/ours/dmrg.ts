/** @file Ground state of a chain by sweeps from a random product state; with or without the conserved charge. */

import { chargedOperator, matrixProductOperator, operatorWithSymmetry, twoSiteSweeps } from 'bulkweave/network';
import { chain, heisenbergSpins, type PauliSum, spinCharges, transverseFieldIsing, xxz } from 'bulkweave/operator';
import { given, measure } from './measure.ts';

const {
  model,
  sites,
  bond,
  symmetry = false,
  energy: limit,
} = given<{
  readonly model: string;
  readonly sites: number;
  readonly bond: number;
  readonly symmetry?: boolean;
  readonly energy?: number;
}>();

/** The Hamiltonian, and the charge of states in which as many spins are up as down. */
function problem(): { readonly operator: Parameters<typeof twoSiteSweeps>[0]; readonly sector?: number } {
  if (model === 'spin-one') {
    const spins = heisenbergSpins(chain(sites), { spin: 1 });
    if (!symmetry) return { operator: matrixProductOperator(spins) };
    return { operator: chargedOperator(spins, spinCharges(sites, 1)), sector: sites };
  }
  const sum: PauliSum = {
    ising: () => transverseFieldIsing(chain(sites)),
    heisenberg: () => xxz(chain(sites)),
    xxz: () => xxz(chain(sites), { anisotropy: 0.5 }),
  }[model]!();
  if (!symmetry) return { operator: matrixProductOperator(sum) };
  return { operator: operatorWithSymmetry(sum, 'excitations').operator, sector: sites / 2 };
}

/** The energy at the end, or the first that is not above a limit. */
function search(): number {
  const { operator, ...sector } = problem();
  const sweeps = twoSiteSweeps(operator, { bond, ...sector, energyTolerance: 1e-10, sweeps: 40 });
  for (;;) {
    const { value, done } = sweeps.next();
    if (done) return value.value.energy;
    if (limit !== undefined && value.energy <= limit) return value.energy;
  }
}

measure(search, (energy) => ({ energy }), true, false);
