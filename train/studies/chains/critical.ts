/** @file Entropies of critical chains: open ones by sweeps beside free fermions, endless ones by finite entanglement. */

import { chainGroundState } from '../../../datasets/chain-ground-state.ts';
import { type EntanglementScaling, entanglementScaling } from '../../../src/chain/entanglement-scaling.ts';
import { chainOf, schmidtValues } from '../../../src/chain/matrix-product-state.ts';
import { uniformGroundState } from '../../../src/chain/uniform-chain.ts';
import { gaussianEntropy } from '../../../src/gaussian/entropies.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { centralChargeFit } from '../../../src/geometry/distance-fit.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain as chainLattice } from '../../../src/operator/lattice.ts';
import { distributionEntropy } from '../../../src/state/entropy.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';
import { isingTerm, xxTerm } from './terms.ts';

/** An open Ising chain: entropies of all cuts by sweeps and by free fermions. */
export interface OpenChain {
  readonly field: number;
  readonly energy: number;
  readonly exactEnergy: number;
  readonly entropies: readonly number[];
  readonly exact: readonly number[];
  readonly centralCharge: number;
  readonly error: number;
}

export interface Critical {
  readonly open: readonly OpenChain[];
  readonly scaling: readonly (EntanglementScaling & { readonly name: string; readonly expected: number })[];
}

/** Cuts nearer to an end are left out of fits. */
const MARGIN = 6;

/** The critical chain, and a gapped one as control. */
const FIELDS = [1, 2];

export function* criticalChains({ sites, bond, isingBonds, xxBonds }: Options): Generator<PartStep, Critical> {
  const open: OpenChain[] = [];
  for (const field of FIELDS) {
    yield { message: `open chain at field ${field}`, progress: open.length / 10 };
    open.push(openChain(sites, bond, field));
  }
  const scaling: Critical['scaling'][number][] = [];
  for (const [name, expected, term, bonds] of [
    ['Ising', 0.5, isingTerm(1), isingBonds],
    ['XX', 1, xxTerm, xxBonds],
  ] as const) {
    const states = [];
    for (const own of bonds) {
      yield { message: `${name} chain without end, D = ${own}`, progress: 0.2 + 0.4 * scaling.length };
      states.push(uniformGroundState(term, { bond: own, tolerance: 1e-6, maxSteps: 300 }).value);
    }
    scaling.push({ name, expected, ...entanglementScaling(states) });
  }
  return { open, scaling };
}

function openChain(sites: number, bond: number, field: number): OpenChain {
  const { network, theta, swept } = chainGroundState(transverseFieldIsing(chainLattice(sites), { field }), { bond });
  const entropies = schmidtValues(chainOf(network, theta)).map((values) =>
    distributionEntropy(values.map((s) => s * s)),
  );
  const { energy: exactEnergy, state } = gaussianGroundState(xyChain(sites, { field }, 'open'));
  const exact = entropies.map((_, cut) =>
    gaussianEntropy(
      restricted(
        state,
        Array.from({ length: cut + 1 }, (__, site) => site),
      ),
    ),
  );
  const cuts = entropies.map((_, cut) => cut + 1).filter((cut) => cut >= MARGIN && cut <= sites - MARGIN);
  const { centralCharge, centralChargeError } = centralChargeFit(
    cuts.map((cut) => ((2 * sites) / Math.PI) * Math.sin((Math.PI * cut) / sites)),
    cuts.map((cut) => entropies[cut - 1]!),
    1,
  );
  const { energy } = swept.value;
  return { field, energy, exactEnergy, entropies, exact, centralCharge, error: centralChargeError };
}
