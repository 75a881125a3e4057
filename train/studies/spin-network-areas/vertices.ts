/** @file What a single vertex knows: spectra of area and volume, and how far a random one is from perfect. */

import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { intertwinerDimension, pairSpins } from '../../../src/systems/spin/intertwiners.ts';
import { type FourSpins, linkArea, pairingSpectrum, volumeSpectrum } from '../../../src/systems/spin/spectra.ts';

/** Area of one of four equal links, and volumes of the vertex. */
export interface VertexSpectrum {
  readonly spins: FourSpins;
  readonly area: number;
  readonly volumes: readonly number[];
  /** Published volumes, ascending. */
  readonly published: readonly number[];
}

/** [c: Bianchi & Haggard, arXiv:1102.5439, and prototypes.] */
const PUBLISHED: readonly (readonly [FourSpins, readonly number[]])[] = [
  [
    [0.5, 0.5, 0.5, 0.5],
    [0.3102, 0.3102],
  ],
  [
    [0.5, 0.5, 1, 1],
    [0.3964, 0.3964],
  ],
  [
    [1, 1, 1, 1],
    [0, 0.6204, 0.6204],
  ],
  [
    [1.5, 1.5, 1.5, 1.5],
    [0.5373, 0.5373, 0.993, 0.993],
  ],
  [
    [2, 2, 2, 2],
    [0, 0.9357, 0.9357, 1.4249, 1.4249],
  ],
];

export const measuredSpectra = (): readonly VertexSpectrum[] =>
  PUBLISHED.map(([spins, published]) => ({
    spins,
    area: linkArea(spins[0]),
    volumes: [...volumeSpectrum(spins)],
    published,
  }));

/** By how much the entropy of two of four links of a random vertex misses that of a perfect tensor, 2 ln(2j + 1). */
export interface VertexDeficit {
  readonly spin: number;
  readonly sampled: number;
  readonly error: number;
  /** 2 ln(2j + 1) − Σ_{k=2}^{n} 1/k − (1/n) Σ_J ln(2J + 1), n = 2j + 1. */
  readonly exact: number;
}

export function measuredDeficits(draws: number, seed: number): readonly VertexDeficit[] {
  return [0.5, 1, 2, 4, 6].map((spin) => {
    const stream = randomStream(seed, `vertices of spin ${spin}`);
    const spins: FourSpins = [spin, spin, spin, spin];
    const n = intertwinerDimension(spins);
    const perfect = 2 * Math.log(2 * spin + 1);
    const values = Array.from({ length: draws }, () => {
      const { spins: J, probabilities } = pairingSpectrum(spins, randomVector(n, stream), '12');
      return perfect - J.reduce((sum, j, k) => sum + entropyOf(probabilities[k]!, 2 * j + 1), 0);
    });
    const sampled = values.reduce((sum, value) => sum + value, 0) / draws;
    const variance = values.reduce((sum, value) => sum + (value - sampled) ** 2, 0) / (draws - 1);
    let exact = perfect;
    for (let k = 2; k <= n; k++) exact -= 1 / k;
    for (const J of pairSpins(spins, '12')) exact -= Math.log(2 * J + 1) / n;
    return { spin, sampled, error: Math.sqrt(variance / draws), exact };
  });
}

/** Entropy of p spread evenly over a block of the given dimension. */
const entropyOf = (p: number, dimension: number): number => (p > 0 ? p * Math.log(dimension / p) : 0);
