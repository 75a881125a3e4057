/** @file The lattice fermion in two dimensions: a bulk of three, without and with a mass. */

import { gaussianEntropy } from '../../../src/gaussian/entropies.ts';
import { restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { type QuadraticHamiltonian, quadraticOfHopping } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { type Complex, zeroMatrix } from '../../../src/linalg/complex.ts';
import { exactHolographicMapping } from '../../../src/systems/renormalisation/exact-holographic-mapping.ts';
import { layerGeometry } from '../../../src/systems/renormalisation/layer-geometry.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import type { PartStep } from '../../study.ts';
import { FILTER } from './mapped-states.ts';
import type { Options } from './options.ts';

/** A state in the bulk over a plane. */
export interface Plane {
  readonly mass: number;
  /** Entropy of a site over that of its modes at most, by layer. */
  readonly shares: readonly number[];
  readonly upwards: readonly (number | null)[];
  /** S of layer 1 minus S of all others: 0 in a pure state. */
  readonly imbalance: number;
}

export function* planes({ side, mass }: Options): Generator<PartStep, readonly Plane[]> {
  const found: Plane[] = [];
  for (const m of [0, 8 * mass]) {
    yield { message: `mass ${m}`, progress: found.length / 2 };
    found.push(plane(2 ** side, m));
  }
  return found;
}

function plane(n: number, mass: number): Plane {
  const { state } = gaussianGroundState(planeDirac(n, mass));
  const bulk = exactHolographicMapping(state, waveletTransform([n, n], FILTER, { boundary: 'antiperiodic' }));
  const layers = layerGeometry(bulk, { distances: [1], origins: 1 });
  const modesOf = (isFirst: boolean): readonly number[] =>
    bulk.sites.filter(({ layer }) => (layer === 1) === isFirst).flatMap(({ modes }) => modes);
  const [first, others] = [true, false].map((isFirst) => gaussianEntropy(restricted(bulk.state, modesOf(isFirst))));
  return {
    mass,
    shares: layers.map(({ entropy }, k) => entropy / ((k + 1 < layers.length ? 6 : 2) * Math.LN2)),
    upwards: layers.map(({ upwards }) => upwards?.information ?? null),
    imbalance: Math.abs(first! - others!),
  };
}

/** H = Σ_k c†(sin k_x σ_x + sin k_y σ_y + (m + 2 − cos k_x − cos k_y) σ_z)c on a torus that is antiperiodic both ways. */
function planeDirac(n: number, mass: number): QuadraticHamiltonian {
  const matrix = zeroMatrix(2 * n * n, 2 * n * n);
  const add = (i: number, j: number, [re, im]: Complex): void => {
    for (const [a, b, sign] of [
      [i, j, 1],
      [j, i, -1],
    ] as const) {
      const at = 2 * (a * matrix.cols + b);
      matrix.interleaved[at] = matrix.interleaved[at]! + re;
      matrix.interleaved[at + 1] = matrix.interleaved[at + 1]! + sign * im;
    }
  };
  for (let x = 0; x < n; x++) {
    for (let y = 0; y < n; y++) {
      const here = 2 * (x * n + y);
      add(here, here, [(mass + 2) / 2, 0]);
      add(here + 1, here + 1, [-(mass + 2) / 2, 0]);
      // c†_r T c_{r+e} + h.c. with T = σ/2i − σ_z/2 for e^{ik} = the step by e.
      const east = { at: 2 * (((x + 1) % n) * n + y), sign: x + 1 === n ? -0.5 : 0.5 };
      const north = { at: 2 * (x * n + ((y + 1) % n)), sign: y + 1 === n ? -0.5 : 0.5 };
      for (const { at, sign } of [east, north]) {
        add(here, at, [-sign, 0]);
        add(here + 1, at + 1, [sign, 0]);
      }
      add(here, east.at + 1, [0, -east.sign]);
      add(here + 1, east.at, [0, -east.sign]);
      add(here, north.at + 1, [-north.sign, 0]);
      add(here + 1, north.at, [north.sign, 0]);
    }
  }
  return quadraticOfHopping(matrix);
}
