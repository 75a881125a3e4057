/** @file The ways of operators through places of a unit as programs for the engine: operators up, densities down. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { newArray } from '../../contraction/contraction-program.ts';
import { currentEngine } from '../../engine/engine.ts';
import { neededInstructions, type ProductProgram } from '../../engine/product-program.ts';
import { DomainError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import {
  type AscentDraft,
  add,
  cleared,
  draftAscent,
  draftDescent,
  embedding,
  reversed,
} from '../../network/ascent-program.ts';
import { type Ascent, ascentOf } from '../../network/energy-plan.ts';
import { networkTensors, shapeOf } from '../../network/node-tensor.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import type { Window } from './renormalisation-layer.ts';

/** A place of operators: fine legs, coarse legs, and the kinds to which they belong. */
export interface Place {
  readonly fine: readonly Leg[];
  readonly coarse: readonly Leg[];
  readonly kinds: readonly [fine: number, coarse: number];
}

interface LayerPrograms {
  readonly ascend: ProductProgram;
  readonly descend: ProductProgram;
}

export const placeOf = ({ fine, coarse, kinds = [0, 0] }: Window): Place => ({
  fine,
  coarse,
  kinds,
});

/** Programs of operators that go from fine to coarse places of a unit, added up by kind. */
export function programsOf(
  unit: TensorNetwork,
  places: readonly Place[],
  fine: readonly number[],
  coarse: readonly number[],
): LayerPrograms {
  const ascents = places.map((place) => {
    const ascent = ascentOf(unit, place.fine);
    if (!ascent.legs.every((leg) => place.coarse.includes(leg))) {
      throw new DomainError(
        `renormalisation layer: coarse legs that contain ${ascent.legs} required above ${place.fine}, got ${place.coarse}`,
      );
    }
    return { ascent, place };
  });
  return {
    ascend: ascendProgram(unit, ascents, fine, coarse),
    descend: descendProgram(unit, ascents, fine, coarse),
  };
}

type Ascents = readonly { readonly ascent: Ascent; readonly place: Place }[];

/** A draft whose inputs are operators of these sizes, the nodes, and their conjugates. */
function begun(network: TensorNetwork, operators: readonly number[]): AscentDraft & { readonly inputs: number } {
  const entries = network.nodes.map((node) => sizeOf(shapeOf(node, network.dimensions)));
  const sizes = [...operators, ...entries, ...entries];
  const firstKet = operators.length;
  const firstBra = firstKet + entries.length;
  return { sizes, instructions: [], network, firstKet, firstBra, inputs: sizes.length };
}

function ascendProgram(
  unit: TensorNetwork,
  ascents: Ascents,
  fine: readonly number[],
  coarse: readonly number[],
): ProductProgram {
  const draft = begun(unit, fine);
  const outputs = coarse.map((size) => cleared(draft, size));
  for (const { ascent, place } of ascents) {
    const { result } = draftAscent(draft, ascent, place.kinds[0]);
    add(draft, outputs[place.kinds[1]]!, result, embedding(unit, ascent.legs, place.coarse));
  }
  return { inputs: draft.inputs, sizes: draft.sizes, instructions: draft.instructions, outputs };
}

function descendProgram(
  unit: TensorNetwork,
  ascents: Ascents,
  fine: readonly number[],
  coarse: readonly number[],
): ProductProgram {
  const draft = begun(unit, coarse);
  const outputs = fine.map((size) => cleared(draft, size));
  for (const { ascent, place } of ascents) {
    const operator = newArray(draft, fine[place.kinds[0]]!); // the way up without it is what the way down needs
    const climbed = { below: operator, ...draftAscent(draft, ascent, operator) };
    const density = restricted(draft, ascent, place, place.kinds[1]);
    draftDescent(draft, ascent, climbed, density, outputs[place.kinds[0]], [], false);
  }
  const instructions = neededInstructions(draft.instructions, outputs);
  return { inputs: draft.inputs, sizes: draft.sizes, instructions, outputs };
}

/** The density of the legs that an operator reaches, of one on all coarse legs of its place. */
function restricted(draft: AscentDraft, ascent: Ascent, place: Place, density: number): number {
  const { network } = draft;
  const own = cleared(draft, sizeOf(ascent.legs.map((leg) => network.dimensions[leg]!)) ** 2);
  add(draft, own, density, embedding(network, ascent.legs, place.coarse).map(reversed));
  return own;
}

/** Tensors of all nodes at θ, and their conjugates. */
export function tensorsOf(unit: TensorNetwork, theta: Float64Array): readonly Float64Array[] {
  const kets = networkTensors(unit, theta).map(({ interleaved }) => interleaved);
  return [...kets, ...kets.map((ket) => ket.map((x, k) => (k % 2 === 0 ? x : -x)))];
}

export const run = (program: ProductProgram, inputs: readonly Float64Array[]): readonly Float64Array[] =>
  currentEngine().runProducts(program, inputs);

/** The matrices of a vector of operators. */
export function operatorParts(vector: Float64Array, sizes: readonly number[]): readonly Float64Array[] {
  let offset = 0;
  return sizes.map((size) => {
    offset += 2 * size;
    return vector.subarray(offset - 2 * size, offset);
  });
}

export function joinedOperators(matrices: readonly Float64Array[], factor: number): Float64Array {
  const vector = new Float64Array(matrices.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const matrix of matrices) {
    for (let k = 0; k < matrix.length; k++) vector[offset + k] = factor * matrix[k]!;
    offset += matrix.length;
  }
  return vector;
}
