/** @file The circuit of a Gaussian MERA on the modes of its ring: which Hamiltonian acts when. */

import { type QuadraticHamiltonian, quadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import type { GaussianMeraRing } from './gaussian-mera-ring.ts';

/** Generators of the gates of a layer: on three blocks from left to right, and on two. */
export interface LayerGates {
  readonly isometry: RealMatrix;
  readonly disentangler: RealMatrix;
}

/**
 * Hamiltonians that act one after the other for unit time: that of the top, then isometries and disentanglers of each layer. A site after k layers is
 * in the middle of the 3^k blocks below it.
 *
 * @param gates - from the chain upwards
 */
export function circuitPath(
  q: number,
  { layers, top }: Pick<GaussianMeraRing, 'layers' | 'top'>,
  generator: RealMatrix,
  gates: readonly LayerGates[],
): readonly QuadraticHamiltonian[] {
  const size = 2 * top.modes * 3 ** layers;
  const blocks = size / q;
  /** Adds the generator of a gate on sites after so many layers, which may lie beyond the end of the ring. */
  const placed = (data: Float64Array, own: RealMatrix, level: number, sites: readonly number[]): void => {
    const places = Array.from({ length: own.rows }, (_, a) => {
      const block = (3 ** level - 1) / 2 + 3 ** level * sites[Math.floor(a / q)]!;
      return { at: (block % blocks) * q + (a % q), sign: block < blocks ? 1 : -1 };
    });
    places.forEach((row, a) => {
      places.forEach((column, b) => {
        data[row.at * size + column.at] = row.sign * column.sign * own.data[a * own.cols + b]!;
      });
    });
  };
  const hamiltonian = (fill: (data: Float64Array) => void): QuadraticHamiltonian => {
    const data = new Float64Array(size * size);
    fill(data);
    return quadraticHamiltonian('fermion', { rows: size, cols: size, data });
  };
  const all = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);
  return [
    hamiltonian((data) => placed(data, generator, layers, all((2 * top.modes) / q))),
    ...gates
      .map(({ isometry, disentangler }, level) => {
        const count = blocks / 3 ** (level + 1);
        const each = (own: RealMatrix, sites: (j: number) => readonly number[]): QuadraticHamiltonian =>
          hamiltonian((data) => {
            for (const j of all(count)) placed(data, own, level, sites(j));
          });
        return [
          each(isometry, (j) => [3 * j, 3 * j + 1, 3 * j + 2]),
          each(disentangler, (j) => [3 * j + 2, 3 * j + 3]),
        ];
      })
      .toReversed()
      .flat(),
  ];
}
