/** @file Entropies of a scale-invariant state: the central charge, and what a coarse site knows of a fine one. */

import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
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
    const [first, second, ...others] = kinds[kind]!;
    const two = leftPart(density, first! * second!, sizeOf(others));
    return entropy(two) - (entropy(leftPart(two, first!, second!)) + entropy(rightPart(two, first!, second!))) / 2;
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
  const both = { rows: d * d, cols: d * d, interleaved: joint };
  return entropy(leftPart(both, d, d)) + entropy(rightPart(both, d, d)) - entropy(both);
}

/** −Tr ρ ln ρ. */
export function entropy(density: ComplexMatrix): Nats {
  return hermitianEigenvalues(density).reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}

/** The density of the first of two parts. */
export function leftPart({ interleaved }: ComplexMatrix, left: number, right: number): ComplexMatrix {
  const out = new Float64Array(2 * left * left);
  for (let i = 0; i < left; i++) {
    for (let j = 0; j < left; j++) {
      for (let k = 0; k < right; k++) {
        const [to, from] = [2 * (i * left + j), 2 * ((i * right + k) * left * right + j * right + k)];
        out[to] = out[to]! + interleaved[from]!;
        out[to + 1] = out[to + 1]! + interleaved[from + 1]!;
      }
    }
  }
  return { rows: left, cols: left, interleaved: out };
}

/** The density of the second of two parts. */
export function rightPart({ interleaved }: ComplexMatrix, left: number, right: number): ComplexMatrix {
  const out = new Float64Array(2 * right * right);
  for (let i = 0; i < right; i++) {
    for (let j = 0; j < right; j++) {
      for (let k = 0; k < left; k++) {
        const [to, from] = [2 * (i * right + j), 2 * ((k * right + i) * left * right + k * right + j)];
        out[to] = out[to]! + interleaved[from]!;
        out[to + 1] = out[to + 1]! + interleaved[from + 1]!;
      }
    }
  }
  return { rows: right, cols: right, interleaved: out };
}
