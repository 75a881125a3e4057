/** @file Entropies of a scale-invariant state: the central charge, and what a coarse site knows of a fine one. */

import { DomainError } from '../../errors.ts';
import { entanglementEntropy } from '../../state/entropy.ts';
import { entropiesOfState } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import { scalingChannel } from './scaling-channel.ts';
import { fixedPoint } from './superoperators.ts';

/**
 * The central charge from the scale-invariant state of two sites and of one, S(2) − S(1) = (c/3) ln 2, averaged over the kinds of
 * neighbourhoods.
 */
export function centralCharge(layer: RenormalisationLayer, theta: Float64Array): number {
  const kinds = neighbourhoods(layer, 'coarse');
  const growth = fixedPoint(layer, theta).value.map((density, kind) => {
    const of = (region: readonly number[]): number => entanglementEntropy(density, kinds[kind]!, region);
    return of([0, 1]) - (of([0]) + of([1])) / 2;
  });
  return (3 * growth.reduce((sum, x) => sum + x, 0)) / growth.length / Math.LN2;
}

/** What is known of a coarse site in one fine site so many layers below. */
export interface CodeLeakage {
  readonly layers: number;
  /** I(R:E). */
  readonly information: Nats;
  /** −½ log_b of its ratio to the one before; null for the first. */
  readonly exponent: number | null;
}

/** Largest dimension of the sites. */
const LARGEST = 16;

/**
 * The network as an approximate code: a coarse site is maximally entangled with a reference R, and s layers below one fine site E is
 * erased. What the erased site knows is
 *
 *     I(R:E) = S(R) + S(E) − S(RE) ∝ b^{−2Δ_min s},    Δ_min the least scaling dimension of the same layer,
 *
 * so that logical operators deep in the network are protected against erasure by a power of their scale.
 *
 * @param layers - greatest s
 * @throws {DomainError} sites of more than 16 states: the state of R and E has the square of their number
 * @throws {ShapeError} a layer that changes the sites
 *
 * O(layers·χ⁶).
 *
 * @see Kim & Kastoryano, arXiv:1701.00050 (2017)
 */
export function codeLeakage(layer: RenormalisationLayer, theta: Float64Array, layers: number): readonly CodeLeakage[] {
  const { rows, descend } = scalingChannel(layer, theta, 'kept');
  if (rows > LARGEST) throw new DomainError(`codeLeakage: sites of at most ${LARGEST} states required, got ${rows}`);
  let images: readonly Float64Array[] = Array.from({ length: rows * rows }, (_, k) => {
    const unit = new Float64Array(2 * rows * rows);
    unit[2 * k] = 1;
    return unit;
  });
  const found: CodeLeakage[] = [];
  for (let s = 1; s <= layers; s++) {
    images = images.map(descend);
    const information = informationOf(images, rows);
    const before = found.at(-1)?.information;
    const exponent = before === undefined ? null : -Math.log(information / before) / (2 * Math.log(layer.branching));
    found.push({ layers: s, information, exponent });
  }
  return found;
}

/** I(R:E) of Σ_ij |i⟩⟨j| ⊗ Φ(|i⟩⟨j|)/d. */
function informationOf(images: readonly Float64Array[], d: number): Nats {
  const joint = new Float64Array(2 * d ** 4);
  images.forEach((image, k) => {
    const [i, j] = [Math.floor(k / d), k % d];
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < d; b++) {
        const to = 2 * ((i * d + a) * d * d + j * d + b);
        joint[to] = image[2 * (a * d + b)]! / d;
        joint[to + 1] = image[2 * (a * d + b) + 1]! / d;
      }
    }
  });
  const { entropy } = entropiesOfState({ rows: d * d, cols: d * d, interleaved: joint }, [d, d]);
  return entropy([0]) + entropy([1]) - entropy([0, 1]);
}
