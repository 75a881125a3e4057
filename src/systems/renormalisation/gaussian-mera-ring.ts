/** @file The state of a Gaussian MERA on a ring, with the best state of its coarsest sites on top. */

import { DomainError } from '../../errors.ts';
import { type GaussianState, gaussianState, gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../gaussian/ground-state.ts';
import {
  checkQuadratic,
  gaussianEnergy,
  type QuadraticHamiltonian,
  quadraticHamiltonian,
} from '../../gaussian/quadratic-hamiltonian.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, submatrix } from '../../linalg/real-product.ts';
import type { GaussianLayer } from './gaussian-layer.ts';
import type { GaussianMera } from './gaussian-mera.ts';

/** A ring of n·3^T blocks of sites below n coarse ones. */
export interface GaussianMeraRing {
  /** T. */
  readonly layers: number;
  /** The ground state of the coarse-grained Hamiltonian on the n sites above all layers. */
  readonly top: GaussianState;
  /** Of all sites. */
  readonly state: GaussianState;
  /** ⟨H⟩, at least that of the ground state. */
  readonly energy: number;
}

/** The layer k above the chain, counted from 0: the last one as often as it is needed. */
export const layerAbove = ({ transitional, fixed }: GaussianMera, k: number): GaussianLayer => transitional[k] ?? fixed;

/**
 * The state of T layers on a ring of antiperiodic fermions, in the even sector, under the best state of the n sites above them: a
 * variational state of the ring, whose energy is an upper bound.
 *
 * @param hamiltonian - of a ring of antiperiodic fermions, such as `xyChain(sites, {}, 'antiperiodic')`
 * @param layers - T
 * @throws {DomainError} bosons; a number of modes that is not n·3^T blocks, n ≥ 2
 *
 * O(T N³) for N modes.
 */
export function gaussianMeraRing(
  mera: GaussianMera,
  hamiltonian: QuadraticHamiltonian,
  layers: number,
): GaussianMeraRing {
  checkQuadratic('gaussianMeraRing', hamiltonian);
  const q = mera.majoranas;
  const top = (2 * hamiltonian.modes) / (q * 3 ** layers);
  if (hamiltonian.statistics !== 'fermion' || !(Number.isInteger(top) && top >= 2)) {
    throw new DomainError(
      `gaussianMeraRing: fermions in n·3^${layers} blocks of ${q / 2} modes required, n ≥ 2, got ${hamiltonian.modes} modes`,
    );
  }
  const maps = Array.from({ length: layers }, (_, k) => layerOnRing(layerAbove(mera, k), top * 3 ** (layers - 1 - k)));
  const coarse = (n: number): readonly number[] =>
    Array.from({ length: n }, (_, k) => 3 * q * Math.floor(k / q) + (k % q));
  let matrix = hamiltonian.matrix;
  for (const map of maps) {
    const whole = multiplyReal(map, multiplyReal(matrix, map), { transposeA: true });
    matrix = submatrix(whole, coarse(whole.rows / 3));
  }
  const above = gaussianGroundState(quadraticHamiltonian('fermion', matrix), { parity: 'even' }).state;
  let covariance = above.covariance;
  for (const map of maps.toReversed()) {
    const below = gaussianVacuum('fermion', map.rows / 2).covariance.data.slice();
    const places = coarse(covariance.rows);
    places.forEach((row, i) => {
      below.fill(0, row * map.rows, (row + 1) * map.rows);
      places.forEach((column, j) => {
        below[row * map.rows + column] = covariance.data[i * covariance.rows + j]!;
      });
    });
    covariance = multiplyReal(multiplyReal(map, { ...map, data: below }), map, { transposeB: true });
  }
  const state = gaussianState('fermion', covariance);
  return { layers, top: above, state, energy: gaussianEnergy(hamiltonian, state) };
}

/** u and w on n coarse sites, shape (3nq, 3nq): rows are fine sites, columns coarse ones, each with the two of its vacuum. */
function layerOnRing({ disentangler: u, isometry: w }: GaussianLayer, n: number): RealMatrix {
  const q = w.rows / 3;
  const size = 3 * n * q;
  const isometries = new Float64Array(size * size);
  const disentanglers = new Float64Array(size * size);
  for (let site = 0; site < n; site++) {
    const first = 3 * q * site;
    for (let i = 0; i < 3 * q; i++) {
      isometries.set(w.data.subarray(3 * q * i, 3 * q * (i + 1)), (first + i) * size + first);
    }
    for (let i = 0; i < q; i++) disentanglers[(first + q + i) * (size + 1)] = 1;
    // The last site of this block with the first of the next; fermions change their sign where the ring closes.
    const places = Array.from({ length: 2 * q }, (_, k) => (first + 2 * q + k) % size);
    const sign = (k: number): number => (site === n - 1 && k >= q ? -1 : 1);
    places.forEach((row, i) => {
      places.forEach((column, j) => {
        disentanglers[row * size + column] = sign(i) * sign(j) * u.data[2 * q * i + j]!;
      });
    });
  }
  const square = (data: Float64Array): RealMatrix => ({ rows: size, cols: size, data });
  return multiplyReal(square(disentanglers), square(isometries));
}
