/** @file How operators climb a layer, anywhere or at places that it keeps: the map whose eigenvalues are b^−Δ. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { plus } from '../../linalg/real-vector.ts';
import { outputsOf } from '../../network/node-outputs.ts';
import { shapeOf } from '../../network/node-tensor.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { chargesOf, reduced } from './graded-isometries.ts';
import { joinedOperators, operatorParts, placeOf, programsOf, run, tensorsOf } from './layer-programs.ts';
import type { RenormalisationLayer, Window } from './renormalisation-layer.ts';

/** A unitary string that a twisted operator drags along on its left, by leg: a matrix for each leg there. */
export type Twist = (leg: string, dimension: number) => ComplexMatrix;

/** The map of operators, and its adjoint. Operators on all kinds of places are one vector, matrix after matrix, interleaved. */
export interface ScalingChannel {
  /** Rows of the operators of each kind, Π of the dimensions of their sites. */
  readonly rows: readonly number[];
  /** Charge of each entry of the vector, ket minus bra; all 0 without a grading. */
  readonly charges: readonly number[];
  readonly ascend: (operator: Float64Array) => Float64Array;
  readonly descend: (density: Float64Array) => Float64Array;
}

/** Where operators are: anywhere, on the neighbourhoods of the energy; or where they keep their place. */
export type ChannelPlaces = 'anywhere' | 'kept';

/**
 * The channel of operators anywhere, the mean over all windows, which is `ascend`; or that of operators at the places that the layer
 * keeps. With a twist they have a string to their left.
 *
 * @throws {ShapeError} a layer that changes the sites, a twist that does not fit them
 * @throws {DomainError} operators at kept places, and a layer that has none; a twist, and windows without the legs to their left
 */
export function scalingChannel(
  layer: RenormalisationLayer,
  theta: Float64Array,
  where: ChannelPlaces,
  twist?: Twist,
): ScalingChannel {
  const { unit, branching } = layer;
  const places = where === 'anywhere' ? layer.windows : layer.kept?.places;
  if (places === undefined) throw new DomainError('scalingChannel: a layer with places that it keeps required');
  if (twist !== undefined && places.some(({ left }) => left === undefined)) {
    throw new DomainError('scalingChannel: the legs to the left of all places required for a twist');
  }
  const [fine, coarse] = [sitesOf(places, 'fine'), sitesOf(places, 'coarse')];
  const dimensions = (kinds: readonly (readonly Leg[])[]) =>
    kinds.map((legs) => legs.map((leg) => unit.dimensions[leg]!));
  if (dimensions(fine).join(' ') !== dimensions(coarse).join(' ')) {
    throw new ShapeError(
      `scalingChannel: fine and coarse sites alike required, got ${dimensions(fine).join('; ')} and ${dimensions(coarse).join('; ')}`,
    );
  }
  const rows = dimensions(fine).map(sizeOf);
  const sizes = rows.map((n) => n * n);
  // Without a string all places climb in one program; with one the tensors that they meet are different ones.
  const groups = twist === undefined ? [places] : places.map((place) => [place]);
  const factor = where === 'anywhere' ? 1 / branching : 1;
  const parts = groups.map((group) => {
    const own = programsOf(unit, group.map(placeOf), sizes, sizes);
    const tensors = tensorsOf(unit, theta).slice();
    if (twist !== undefined) for (const leg of group[0]!.left!) actOnKet(unit, tensors, leg, twist);
    return { own, tensors };
  });
  const summed = (direction: 'ascend' | 'descend', vector: Float64Array): Float64Array => {
    let sum: Float64Array = new Float64Array(vector.length);
    for (const { own, tensors } of parts) {
      const images = run(own[direction], [...operatorParts(vector, sizes), ...tensors]);
      sum = plus(sum, 1, joinedOperators(images, factor));
    }
    return sum;
  };
  const modulus = layer.grading?.modulus ?? 1;
  return {
    rows,
    charges: fine.flatMap((legs) => {
      const own = chargesOf(layer, legs);
      return own.flatMap((bra) => own.map((ket) => reduced(ket - bra, modulus)));
    }),
    ascend: (operator) => summed('ascend', operator),
    descend: (density) => summed('descend', density),
  };
}

/** Legs of one place of each kind. */
function sitesOf(places: readonly Window[], side: 'fine' | 'coarse'): readonly (readonly Leg[])[] {
  const kinds: (readonly Leg[])[] = [];
  for (const place of places) kinds[(place.kinds ?? [0, 0])[side === 'fine' ? 0 : 1]] = place[side];
  return kinds;
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
  const index = unit.nodes.findIndex((node) => outputsOf(node, unit).includes(leg));
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
