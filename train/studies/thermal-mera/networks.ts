/** @file Thermal networks of the critical Ising chain beside the exact thermal states. */

import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { orderCorrelator } from '../../../src/gaussian/order-correlator.ts';
import { complexMatrix } from '../../../src/linalg/complex.ts';
import {
  criticalIsing,
  isingFreeEnergy,
  type ThermalMera,
  thermalCorrelations,
  thermalMera,
} from '../../../src/systems/renormalisation/index.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** One network. */
export interface ThermalFound {
  readonly beta: number;
  readonly depth: number;
  readonly sites: number;
  readonly energy: number;
  readonly entropy: number;
  readonly freeEnergy: number;
  readonly spectrum: readonly number[];
  readonly gradientNorm: number;
  /** ⟨X₀X_r⟩ at the distances 3^k, with that of the infinite chain. */
  readonly correlations: readonly { readonly distance: number; readonly found: number; readonly exact: number }[];
}

/** Exact values at one temperature, per site. */
export interface ThermalExact {
  readonly beta: number;
  readonly freeEnergy: number;
  readonly entropy: number;
}

/** All networks, temperature by temperature. */
export function* networks(
  { betas, depths, bond, maxSteps }: Options,
  seed: number,
): Generator<PartStep, readonly ThermalFound[]> {
  const found: ThermalFound[] = [];
  const total = betas.length * depths.length;
  for (const beta of betas) {
    const chain = infiniteXyChain(3 ** Math.max(...depths) + 1, {}, beta);
    for (const depth of depths) {
      const search = thermalMera(criticalIsing(), { beta, layers: depth, bond, maxSteps, seed });
      for (;;) {
        const next = search.next();
        if (next.done) {
          found.push(described(next.value, depth, chain));
          break;
        }
        if (next.value.step % 20 !== 0) continue;
        const progress = (found.length + next.value.step / maxSteps) / total;
        yield { message: `β = ${beta}, ${depth} layers`, progress: Math.min(1, progress) };
      }
    }
  }
  return found;
}

function described(thermal: ThermalMera, depth: number, chain: ReturnType<typeof infiniteXyChain>): ThermalFound {
  const flip = complexMatrix([
    [0, 1],
    [1, 0],
  ]);
  const { beta, sites, energy, entropy, freeEnergy, spectrum, gradientNorm } = thermal;
  const correlations = thermalCorrelations(thermal, flip).map(({ distance, value }) => ({
    distance,
    found: value,
    exact: orderCorrelator(chain, 0, distance),
  }));
  return { beta, depth, sites, energy, entropy, freeEnergy, spectrum, gradientNorm, correlations };
}

/** f and s = β²∂f/∂β. */
export function exactThermal(betas: readonly number[]): readonly ThermalExact[] {
  return betas.map((beta) => {
    const h = 1e-3 * beta;
    const at = (k: number): number => isingFreeEnergy(beta + k * h);
    const slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
    return { beta, freeEnergy: at(0), entropy: beta ** 2 * slope };
  });
}
