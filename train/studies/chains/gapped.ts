/** @file Gapped chains without end: energies and correlation lengths of the Ising chain, and of one that is not integrable. */

import { correlationLengthFromDispersion } from '../../../src/chain/dispersion-length.ts';
import { transferSpectrum } from '../../../src/chain/transfer-spectrum.ts';
import { uniformGroundState } from '../../../src/chain/uniform-chain.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';
import { isingTerm } from './terms.ts';

/** One chain. */
export interface GappedChain {
  readonly g: number;
  /** Field along z: with it the chain is not integrable. */
  readonly h: number;
  readonly bond: number;
  readonly energy: number;
  readonly gap: number;
  readonly correlationLength: number;
  readonly error: number;
  /** ξ of the transfer matrix, and −ln λ₂ continued to where λ₂ and λ₃ meet. */
  readonly transferLength: number;
  readonly extrapolated: number;
  readonly dispersion: readonly { readonly momentum: number; readonly energy: number }[];
}

/** Bond dimension of each chain, and a smaller one from which its transfer matrix is continued. */
const BONDS = [8, 6] as const;
const FIELD = { g: 2, h: 0.2 };
const MOMENTA = { integrable: 7, other: 21 };

export function* gappedChains({ fields }: Options): Generator<PartStep, readonly GappedChain[]> {
  const found: GappedChain[] = [];
  const all = [...fields.map((g) => ({ g, h: 0 })), FIELD];
  for (const { g, h } of all) {
    yield { message: `Ising chain, g = ${g}, h = ${h}`, progress: found.length / all.length };
    const term = isingTerm(g, h);
    const states = BONDS.map((bond) => uniformGroundState(term, { bond, tolerance: 1e-11, maxSteps: 80 }).value);
    const points = h === 0 ? MOMENTA.integrable : MOMENTA.other;
    const { value } = correlationLengthFromDispersion(term, states[0]!, { points });
    const [large, small] = states.map((state) => {
      const { values, correlationLength } = transferSpectrum(state).value;
      const decay = (k: number): number => -Math.log(Math.hypot(...values.interleaved.subarray(2 * k, 2 * k + 2)));
      return { correlationLength, first: decay(1), apart: decay(2) - decay(1) };
    }) as [TransferDecay, TransferDecay];
    const slope = (large.first - small.first) / (large.apart - small.apart);
    found.push({
      g,
      h,
      bond: BONDS[0],
      energy: states[0]!.energy,
      gap: value.gap,
      correlationLength: value.correlationLength,
      error: value.error,
      transferLength: large.correlationLength,
      extrapolated: 1 / (large.first - slope * large.apart),
      dispersion: value.dispersion.map(({ momentum, energies }) => ({ momentum, energy: energies[0]! })),
    });
  }
  return found;
}

interface TransferDecay {
  readonly correlationLength: number;
  readonly first: number;
  readonly apart: number;
}

/** −(1/π) ∫₀^π √(1 + g² − 2g cos k) dk by the midpoint rule, which converges exponentially. */
export function isingEnergy(g: number): number {
  const points = 2000;
  let sum = 0;
  for (let k = 0; k < points; k++) sum += Math.sqrt(1 + g * g - 2 * g * Math.cos((Math.PI * (k + 0.5)) / points));
  return -sum / points;
}
