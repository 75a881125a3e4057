/** @file Entropies of a scale-invariant state: the central charge, and what a coarse site knows of a fine one. */

import { DomainError } from '../../errors.ts';
import { entanglementEntropy } from '../../state/entropy.ts';
import { entropiesOfState } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';
import { operatorParts } from './layer-programs.ts';
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

/** What is known of a coarse place in one fine place so many layers below. */
export interface CodeLeakage {
  readonly layers: number;
  /** I(R:E). */
  readonly information: Nats;
  /** −½ log_b of its ratio to the last one at a place of the same kind, per layer; null where there is none. */
  readonly exponent: number | null;
}

/** Largest dimension of a place. */
const LARGEST = 16;

/**
 * The network as an approximate code: a coarse place is maximally entangled with a reference R, and the place s layers below it, E, is
 * erased: one site in the ternary and the modified binary layer, two under a disentangler in the binary one. What it knows is
 *
 *     I(R:E) = S(R) + S(E) − S(RE) ∝ b^{−2Δ_min s},    Δ_min the least scaling dimension of operators at kept places,
 *
 * so that logical operators deep in the network are protected against erasure by a power of their scale.
 *
 * @param layers - greatest s
 * @throws {DomainError} a layer without kept places, places of more than 16 states: the state of R and E has the square of their number
 * @throws {ShapeError} a layer that changes the sites
 *
 * O(layers·d⁶) for places of d states, beside the descents.
 *
 * @see Kim & Kastoryano, arXiv:1701.00050 (2017)
 */
export function codeLeakage(layer: RenormalisationLayer, theta: Float64Array, layers: number): readonly CodeLeakage[] {
  const { rows, descend } = scalingChannel(layer, theta, 'kept');
  if (Math.max(...rows) > LARGEST) {
    throw new DomainError(`codeLeakage: places of at most ${LARGEST} states required, got ${rows}`);
  }
  const sizes = rows.map((n) => n * n);
  const entries = sizes.reduce((sum, size) => sum + size, 0);
  let images: readonly Float64Array[] = Array.from({ length: sizes[0]! }, (_, k) => {
    const unit = new Float64Array(2 * entries);
    unit[2 * k] = 1;
    return unit;
  });
  let kind = 0;
  const found: CodeLeakage[] = [];
  for (let s = 1; s <= layers; s++) {
    images = images.map(descend);
    kind = below(layer, kind);
    const own = images.map((image) => operatorParts(image, sizes)[kind]!);
    const information = informationOf(own, rows[0]!, rows[kind]!);
    const before = found.at(-rows.length)?.information;
    const scale = 2 * rows.length * Math.log(layer.branching);
    const exponent = before === undefined ? null : -Math.log(information / before) / scale;
    found.push({ layers: s, information, exponent });
  }
  return found;
}

/** The kind of place that is below one of this kind. */
function below({ kept }: RenormalisationLayer, coarse: number): number {
  return (kept!.places.find(({ kinds = [0, 0] }) => kinds[1] === coarse)!.kinds ?? [0, 0])[0];
}

/** I(R:E) of Σ_ij |i⟩⟨j| ⊗ Φ(|i⟩⟨j|)/d, where Φ leads to e states. */
function informationOf(images: readonly Float64Array[], d: number, e: number): Nats {
  const joint = new Float64Array(2 * (d * e) ** 2);
  images.forEach((image, k) => {
    const [i, j] = [Math.floor(k / d), k % d];
    for (let a = 0; a < e; a++) {
      for (let b = 0; b < e; b++) {
        const to = 2 * ((i * e + a) * d * e + j * e + b);
        joint[to] = image[2 * (a * e + b)]! / d;
        joint[to + 1] = image[2 * (a * e + b) + 1]! / d;
      }
    }
  });
  const { entropy } = entropiesOfState({ rows: d * e, cols: d * e, interleaved: joint }, [d, e]);
  return entropy([0]) + entropy([1]) - entropy([0, 1]);
}
