/** @file How operators that keep their place climb a layer: the map whose eigenvalues are b^−Δ. */

import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { shapeOf } from '../../network/node-tensor.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { chargesOf, reduced } from './graded-isometries.ts';
import { programsOf, run, tensorsOf } from './layer-programs.ts';
import type { RenormalisationLayer, ScalingPlace } from './renormalisation-layer.ts';

/** A unitary string that a twisted operator drags along on its left, by leg: a matrix for each leg there. */
export type Twist = (leg: string, dimension: number) => ComplexMatrix;

/** The map of operators at one place, and its adjoint. */
export interface ScalingChannel {
  /** Rows of an operator, Π of the dimensions of its sites. */
  readonly rows: number;
  /** Charge of each entry of an operator, ket minus bra; all 0 without a grading. */
  readonly charges: readonly number[];
  readonly ascend: (operator: Float64Array) => Float64Array;
  readonly descend: (density: Float64Array) => Float64Array;
}

/** Where operators are: anywhere, on the neighbourhoods of the energy; or where they keep their place. */
export type ChannelPlaces = 'anywhere' | 'kept';

/**
 * The channel of operators anywhere, averaged over all windows, which is `ascend`; or of the layer's scaling places, averaged over
 * them, with a string to the left of the operator.
 *
 * @throws {ShapeError} a layer that changes the sites
 * @throws {DomainError} a twist without scaling places; several kinds of neighbourhoods, and operators anywhere
 */
export function scalingChannel(
  layer: RenormalisationLayer,
  theta: Float64Array,
  where: ChannelPlaces,
  twist?: Twist,
): ScalingChannel {
  const isAnywhere = where === 'anywhere' || layer.scaling === undefined;
  if (isAnywhere && twist !== undefined) {
    throw new DomainError('scalingChannel: a layer with scaling places required for a twist');
  }
  if (isAnywhere && layer.windows.some(({ kinds = [0, 0] }) => Math.max(...kinds) > 0)) {
    throw new DomainError('scalingChannel: one kind of neighbourhood required for operators anywhere');
  }
  const unit = (isAnywhere ? undefined : layer.scaling?.unit) ?? layer.unit;
  const places = isAnywhere
    ? layer.windows.map((window): ScalingPlace => ({ ...window, left: [] }))
    : layer.scaling!.places;
  const [fine, coarse] = (['fine', 'coarse'] as const).map((side) =>
    places.map((place) => `${place[side].map((leg) => unit.dimensions[leg])}`),
  );
  if (new Set([...fine!, ...coarse!]).size !== 1) {
    throw new ShapeError(`scalingChannel: fine and coarse sites alike required, got ${fine} and ${coarse}`);
  }
  const rows = sizeOf(places[0]!.fine.map((leg) => unit.dimensions[leg]!));
  const size = rows ** 2;
  const parts = places.map((place) => {
    const own = programsOf(unit, [{ ...place, kinds: [0, 0] }], [size], [size]);
    const tensors = tensorsOf(unit, theta).slice();
    if (twist !== undefined) for (const leg of place.left) actOnKet(unit, tensors, leg, twist);
    return { own, tensors };
  });
  const mean = (results: readonly Float64Array[]): Float64Array => {
    const out = new Float64Array(2 * size);
    for (const result of results) for (let k = 0; k < out.length; k++) out[k] = out[k]! + result[k]! / results.length;
    return out;
  };
  const own = chargesOf({ ...layer, unit }, places[0]!.fine);
  const modulus = layer.grading?.modulus ?? 1;
  return {
    rows,
    charges: own.flatMap((bra) => own.map((ket) => reduced(ket - bra, modulus))),
    ascend: (operator) => mean(parts.map((part) => run(part.own.ascend, [operator, ...part.tensors])[0]!)),
    descend: (density) => mean(parts.map((part) => run(part.own.descend, [density, ...part.tensors])[0]!)),
  };
}

/** The generator of the grading to a power, on each leg: diag(e^{2πi·power·q/n}), for U(1) diag(e^{2πi·power·q}). */
export function gradedTwist(layer: RenormalisationLayer, power = 1): Twist {
  const modulus = layer.grading?.modulus || 1;
  return (leg, dimension) => {
    const charges = layer.grading?.charges[leg] ?? new Array<number>(dimension).fill(0);
    const interleaved = new Float64Array(2 * dimension * dimension);
    charges.forEach((charge, k) => {
      const turns = (power * charge) / modulus;
      const at = 2 * k * (dimension + 1);
      // Exactly real at half turns, so that real networks stay real.
      interleaved[at] = (2 * turns) % 1 === 0 ? ((2 * turns) % 2 === 0 ? 1 : -1) : Math.cos(2 * Math.PI * turns);
      interleaved[at + 1] = (2 * turns) % 1 === 0 ? 0 : Math.sin(2 * Math.PI * turns);
    });
    return { rows: dimension, cols: dimension, interleaved };
  };
}

/** Multiplies the ket of the node that has this leg as an output by the matrix of the string. */
function actOnKet(unit: TensorNetwork, tensors: Float64Array[], leg: string, twist: Twist): void {
  const index = unit.nodes.findIndex(({ legs }) => legs.includes(leg));
  const node = unit.nodes[index]!;
  const shape = shapeOf(node, unit.dimensions);
  const axis = node.legs.indexOf(leg);
  const [before, d, after] = [sizeOf(shape.slice(0, axis)), shape[axis]!, sizeOf(shape.slice(axis + 1))];
  const { interleaved: g, rows } = twist(leg, d);
  if (rows !== d) throw new ShapeError(`scalingChannel: a twist of ${d} rows required on leg '${leg}', got ${rows}`);
  const [tensor, out] = [tensors[index]!, new Float64Array(tensors[index]!.length)];
  for (let b = 0; b < before; b++) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const [re, im] = [g[2 * (i * d + j)]!, g[2 * (i * d + j) + 1]!];
        if (re === 0 && im === 0) continue;
        for (let a = 0; a < after; a++) {
          const [to, from] = [2 * ((b * d + i) * after + a), 2 * ((b * d + j) * after + a)];
          out[to] = out[to]! + re * tensor[from]! - im * tensor[from + 1]!;
          out[to + 1] = out[to + 1]! + re * tensor[from + 1]! + im * tensor[from]!;
        }
      }
    }
  }
  tensors[index] = out;
}
