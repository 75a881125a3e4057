/** @file The MERA of a finite ring: layers, the same at all places, under the exact ground state of a few coarse sites. */

import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { lanczos } from '../../linalg/lanczos.ts';
import { applyMatrix } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { Objective } from '../../optimise/objective.ts';
import { layerMaps } from './layer-maps.ts';
import { joinedParameters } from './layered-network.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters } from './scale-invariant-energy.ts';

/** Most states of the ring at the top. */
const LARGEST = 1024;

/**
 * The energy per site of a ring of n·b^T sites as a function of the parameters of T layers,
 *
 *     E = λ_min(H_top)/n,    H_top = Σ_pairs A_{T−1}(⋯A_0(h)) on a ring of n sites,
 *
 * so that the top tensor is the best one, and the gradient, by the envelope theorem, that of the layers alone. An upper bound of the
 * ground state energy of the ring; exact where no layer truncates.
 *
 * @param layers - from the chain upwards, with neighbourhoods of two sites of one kind
 * @param term - h, as `chainTerm` gives it
 * @param top - n ≥ 2
 * @throws {DomainError} neighbourhoods of another kind, fewer than two sites at the top
 * @throws {ShapeError} more than 1024 states at the top
 *
 * One application of each layer each way, and Lanczos' iteration on χⁿ states: the number of sites does not matter.
 */
export function ringMeraEnergy(layers: readonly RenormalisationLayer[], term: Float64Array, top: number): Objective {
  const kinds = neighbourhoods(layers.at(-1)!, 'coarse');
  if (kinds.length !== 1 || kinds[0]!.length !== 2) {
    throw new DomainError('ringMeraEnergy: neighbourhoods of two sites of one kind required');
  }
  if (!(Number.isInteger(top) && top >= 2))
    throw new DomainError(`ringMeraEnergy: a top of n ≥ 2 sites required, got ${top}`);
  const d = kinds[0]![0]!;
  if (d ** top > LARGEST) {
    throw new ShapeError(`ringMeraEnergy: at most ${LARGEST} states at the top possible, got ${d}^${top}`);
  }
  return (theta) => {
    const parameters = layerParameters(layers, theta);
    const maps = layers.map((layer, k) => layerMaps(layer, parameters[k]!));
    const operators = [term];
    for (const { ascend } of maps) operators.push(ascend(operators.at(-1)!));
    const pair = { rows: d * d, cols: d * d, interleaved: operators.at(-1)! };
    const density = groundPairs(pair, d, top);
    const densities = [density];
    for (const { descend } of maps.slice(1).toReversed()) densities.unshift(descend(densities[0]!));
    const slopes = maps.map(({ slope }, k) => slope(densities[k]!, operators[k]!));
    return { value: dot(density, operators.at(-1)!), gradient: joinedParameters(slopes) };
  };
}

/** Sites of the chain below a top of n sites. */
export const ringSites = (layers: readonly RenormalisationLayer[], top: number): number =>
  layers.reduce((sites, { branching }) => sites * branching, top);

/** The mean density of neighbours in the ground state of Σ_pairs h on a ring of n sites of dimension d. */
function groundPairs(pair: ComplexMatrix, d: number, n: number): Float64Array {
  const size = d ** n;
  // Each bond as (stride of its first site, of its second).
  const bonds = Array.from({ length: n }, (_, k) => [d ** (n - 1 - k), d ** (n - 1 - ((k + 1) % n))] as const);
  const rests = bonds.map(([a, b]) =>
    Array.from({ length: size }, (_, k) => k).filter((k) => Math.floor(k / a) % d === 0 && Math.floor(k / b) % d === 0),
  );
  const gathered = (psi: Float64Array, rest: number, [a, b]: readonly [number, number]) => {
    const block = new Float64Array(2 * d * d);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const from = 2 * (rest + i * a + j * b);
        block.set(psi.subarray(from, from + 2), 2 * (i * d + j));
      }
    }
    return { length: d * d, interleaved: block };
  };
  const apply = ({ interleaved: psi }: { readonly length: number; readonly interleaved: Float64Array }) => {
    const out = new Float64Array(2 * size);
    bonds.forEach((bond, k) => {
      for (const rest of rests[k]!) {
        const image = applyMatrix(pair, gathered(psi, rest, bond)).interleaved;
        for (let i = 0; i < d; i++) {
          for (let j = 0; j < d; j++) {
            const [to, from] = [2 * (rest + i * bond[0] + j * bond[1]), 2 * (i * d + j)];
            out[to] = out[to]! + image[from]!;
            out[to + 1] = out[to + 1]! + image[from + 1]!;
          }
        }
      }
    });
    return { length: size, interleaved: out };
  };
  const { normal } = randomStream(1, 'top of a ring');
  // Real, so that real networks stay real.
  const start = Float64Array.from({ length: 2 * size }, (_, k) => (k % 2 === 0 ? normal() : 0));
  const { vectors } = lanczos(apply, { length: size, interleaved: start }).value;
  const psi = vectors[0]!.interleaved;
  const density = new Float64Array(2 * sizeOf([d, d]) ** 2);
  bonds.forEach((bond, k) => {
    for (const rest of rests[k]!) {
      const { interleaved: block } = gathered(psi, rest, bond);
      for (let i = 0; i < d * d; i++) {
        for (let j = 0; j < d * d; j++) {
          const at = 2 * (i * d * d + j);
          density[at] = density[at]! + (block[2 * i]! * block[2 * j]! + block[2 * i + 1]! * block[2 * j + 1]!) / n;
          density[at + 1] =
            density[at + 1]! + (block[2 * i + 1]! * block[2 * j]! - block[2 * i]! * block[2 * j + 1]!) / n;
        }
      }
    }
  });
  return density;
}
