/** @file Networks of the chains, with what is read off them. */

import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { orderCorrelator } from '../../../src/gaussian/order-correlator.ts';
import { complexMatrix } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length } from '../../../src/linalg/real-vector.ts';
import {
  ascend,
  type ChainModel,
  type CodeLeakage,
  type CriticalMera,
  type CriticalMeraOptions,
  codeLeakage,
  criticalIsing,
  criticalMera,
  descend,
  type MeraCertificate,
  meraCertificate,
  meraCorrelations,
  operatorProduct,
  scalingSpectrum,
} from '../../../src/systems/renormalisation/index.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** A network and what speaks for it. */
export interface Certified {
  readonly name: string;
  readonly bond: number;
  readonly exact: NonNullable<ChainModel['exact']>;
  readonly certificate: MeraCertificate;
}

/** The Ising chain in detail. */
export interface IsingFound {
  readonly networks: readonly Certified[];
  /** Tr ρA(h) − Tr D(ρ)h of random matrices, relative to their norms. */
  readonly duality: number;
  /** |C_σσε|; ½. */
  readonly coefficient: number;
  readonly correlations: readonly { readonly distance: number; readonly found: number; readonly exact: number }[];
  readonly leakage: readonly CodeLeakage[];
  /** Δ_min of the channel that makes it. */
  readonly least: number;
}

/** Networks of a chain, one for each bond. */
export function* networksOf(
  model: ChainModel,
  options: CriticalMeraOptions & { readonly maxSteps?: number },
): Generator<PartStep, readonly CriticalMera[]> {
  const { bonds = [4], maxSteps = 400 } = options;
  const search = criticalMera(model, options);
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
    const { bond, phase, step } = next.value;
    if (step % 20 !== 0) continue;
    const within = phase === 'alternating' ? 0 : step / maxSteps;
    yield {
      message: `${model.name}, χ = ${bond}`,
      progress: Math.min(1, (bonds.indexOf(bond) + within) / bonds.length),
    };
  }
}

export function certified(name: string, found: readonly CriticalMera[]): readonly Certified[] {
  return found.map((mera, k) => ({
    name,
    bond: mera.shape.bond,
    exact: mera.model.exact!,
    certificate: meraCertificate(mera, found[k - 1]),
  }));
}

/** Everything of the Ising chain. */
export function* isingChain(options: Options, seed: number): Generator<PartStep, IsingFound> {
  const { bonds, maxSteps, layers, scales } = options;
  const found = yield* networksOf(criticalIsing(), { bonds, maxSteps, seed, starts: 1 });
  const last = found.at(-1)!;
  const layer = last.network.fixed;
  const theta = last.theta.subarray(last.theta.length - layer.unit.parameters);
  const operators = scalingSpectrum(layer, theta, { places: 'kept' });
  const sigma = operators.find(({ charge }) => charge === 1)!;
  const epsilon = operators.filter(({ charge }) => charge === 0)[1]!;
  const chain = infiniteXyChain(3 ** scales + 1, {});
  const flip = complexMatrix([
    [0, 1],
    [1, 0],
  ]);
  return {
    networks: certified('Ising', found),
    duality: dualityDefect(last, seed),
    coefficient: operatorProduct(layer, theta, [sigma, sigma, epsilon]),
    correlations: meraCorrelations(last, flip, scales).map(({ distance, value }) => ({
      distance,
      found: value,
      exact: orderCorrelator(chain, 0, distance),
    })),
    leakage: codeLeakage(layer, theta, layers),
    least: sigma.dimension,
  };
}

function dualityDefect({ network: { fixed }, theta }: CriticalMera, seed: number): number {
  const { normal } = randomStream(seed, 'duality');
  const own = theta.subarray(theta.length - fixed.unit.parameters);
  const rows = fixed.unit.dimensions[fixed.unit.bulk[0]!]! ** 2;
  const matrix = () => ({ rows, cols: rows, interleaved: Float64Array.from({ length: 2 * rows * rows }, normal) });
  const [h, rho] = [matrix(), matrix()];
  const [up, down] = [ascend(fixed, own, [h])[0]!, descend(fixed, own, [rho])[0]!];
  const difference = dot(rho.interleaved, up.interleaved) - dot(down.interleaved, h.interleaved);
  return Math.abs(difference) / (length(h.interleaved) * length(rho.interleaved));
}
