/** @file The maps of a layer as programs for the engine, planned once: operators up, densities down, slopes of the tensors. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { newArray } from '../../contraction/contraction-program.ts';
import { currentEngine } from '../../engine/engine.ts';
import type { Instruction, ProductProgram } from '../../engine/product-program.ts';
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
import { networkTensors, pullbackTensors, shapeOf } from '../../network/node-tensor.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { operatorSizes, type RenormalisationLayer, type Window } from './renormalisation-layer.ts';

/** A place of operators: fine legs, coarse legs, and the kinds to which they belong. */
export interface Place {
  readonly fine: readonly Leg[];
  readonly coarse: readonly Leg[];
  readonly kinds: readonly [fine: number, coarse: number];
}

/**
 * The maps of a layer at fixed tensors. Operators on all kinds of neighbourhoods are one vector, matrix after matrix,
 * interleaved; both maps are linear, and adjoint to each other in Re Tr a†b.
 */
export interface LayerMaps {
  /** A(h), summed over windows and divided by the branching. */
  readonly ascend: (operator: Float64Array) => Float64Array;
  /** D(ρ). */
  readonly descend: (density: Float64Array) => Float64Array;
  /** The derivative of Tr ρ A(h) by θ, for Hermitian ρ and h. */
  readonly slope: (density: Float64Array, operator: Float64Array) => Float64Array;
}

interface LayerPrograms {
  readonly ascend: ProductProgram;
  readonly descend: ProductProgram;
  readonly slope: ProductProgram;
}

const known = new WeakMap<RenormalisationLayer, LayerPrograms>();

/** The maps of a layer with the tensors of θ. Programs are planned once for each layer. */
export function layerMaps(layer: RenormalisationLayer, theta: Float64Array): LayerMaps {
  const { unit, windows, branching } = layer;
  const sizes = { fine: operatorSizes(layer, 'fine'), coarse: operatorSizes(layer, 'coarse') };
  const programs = known.get(layer) ?? programsOf(unit, windows.map(placeOf), sizes.fine, sizes.coarse);
  known.set(layer, programs);
  const tensors = tensorsOf(unit, theta);
  return {
    ascend: (operator) =>
      joinedOperators(run(programs.ascend, [...operatorParts(operator, sizes.fine), ...tensors]), 1 / branching),
    descend: (density) =>
      joinedOperators(run(programs.descend, [...operatorParts(density, sizes.coarse), ...tensors]), 1 / branching),
    slope: (density, operator) => {
      const inputs = [...operatorParts(operator, sizes.fine), ...operatorParts(density, sizes.coarse), ...tensors];
      const gradient = pullbackTensors(unit, theta, run(programs.slope, inputs));
      // The bra contributes the conjugate of what the ket does, since h and ρ are Hermitian.
      return gradient.map((x) => (2 * x) / branching);
    },
  };
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
    slope: slopeProgram(unit, ascents, fine, coarse),
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
  const instructions = needed(draft.instructions, outputs);
  return { inputs: draft.inputs, sizes: draft.sizes, instructions, outputs };
}

function slopeProgram(
  unit: TensorNetwork,
  ascents: Ascents,
  fine: readonly number[],
  coarse: readonly number[],
): ProductProgram {
  const draft = begun(unit, [...fine, ...coarse]);
  const outputs = unit.nodes.map((_, node) => cleared(draft, draft.sizes[draft.firstKet + node]!));
  for (const { ascent, place } of ascents) {
    const below = place.kinds[0];
    const climbed = { below, ...draftAscent(draft, ascent, below) };
    const density = restricted(draft, ascent, place, fine.length + place.kinds[1]);
    draftDescent(draft, ascent, climbed, density, undefined, outputs, false);
  }
  const instructions = needed(draft.instructions, outputs);
  return { inputs: draft.inputs, sizes: draft.sizes, instructions, outputs };
}

/** The density of the legs that an operator reaches, of one on all coarse legs of its place. */
function restricted(draft: AscentDraft, ascent: Ascent, place: Place, density: number): number {
  const { network } = draft;
  const own = cleared(draft, sizeOf(ascent.legs.map((leg) => network.dimensions[leg]!)) ** 2);
  add(draft, own, density, embedding(network, ascent.legs, place.coarse).map(reversed));
  return own;
}

/** The instructions on whose results the outputs depend. */
function needed(instructions: readonly Instruction[], outputs: readonly number[]): readonly Instruction[] {
  const wanted = new Set(outputs);
  return instructions
    .toReversed()
    .filter((step) => {
      if (!wanted.has(step.to)) return false;
      for (const from of step.kind === 'product' ? [step.left, step.right] : step.kind === 'clear' ? [] : [step.from]) {
        wanted.add(from);
      }
      return true;
    })
    .toReversed();
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
