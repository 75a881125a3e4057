/** @file The maps of a layer block by block as programs for the engine: operators up, densities down, slopes of the tensors. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import {
  joinedAxes,
  neededInstructions,
  type ProductProgram,
  type TransferAxis,
} from '../../engine/product-program.ts';
import { DomainError } from '../../errors.ts';
import { draftGraded, draftGradedPullback, type GradedTape } from '../../grading/graded-tape.ts';
import { cleared, type Draft, type Place, type Stored, storedTensor, strides } from '../../grading/stored-tensor.ts';
import { ascentContraction } from '../../network/energy-plan.ts';
import type { LayerBlocks, PackedTensors } from './layer-blocks.ts';
import type { RenormalisationLayer, Window } from './renormalisation-layer.ts';

/** The programs of a layer: inputs are operators or densities of all kinds in one array, then tensors, then their conjugates. */
export interface BlockPrograms {
  /** (operator, tensors) → operator. */
  readonly ascend: ProductProgram;
  /** (density, tensors) → density. */
  readonly descend: ProductProgram;
  /** (operator, density, tensors) → half of the slope of each tensor named, as often as it occurs. */
  readonly slope: (nodes: readonly number[]) => ProductProgram;
}

/** An operator on its way through one window. */
interface Climb {
  readonly window: Window;
  readonly result: Stored;
  readonly tape: GradedTape;
  /** Source of the tensor of each input of the tape, −1 for the operator and for conjugates. */
  readonly sources: readonly number[];
}

/** Plans the programs; those of slopes when they are asked for. */
export function blockPrograms(layer: RenormalisationLayer, blocks: LayerBlocks): BlockPrograms {
  const slopes = new Map<string, ProductProgram>();
  return {
    ascend: ascendProgram(layer, blocks),
    descend: descendProgram(layer, blocks),
    slope: (nodes) => {
      const known = slopes.get(nodes.join()) ?? slopeProgram(layer, blocks, nodes);
      slopes.set(nodes.join(), known);
      return known;
    },
  };
}

/** The nodes whose tensors are inputs, in order. */
export const distinctNodes = ({ sources }: LayerBlocks): readonly number[] =>
  sources.flatMap((source, node) => (source === node ? [node] : []));

function begun({ modulus, tensors, ...blocks }: LayerBlocks, operators: readonly PackedTensors[]) {
  const nodes = distinctNodes({ modulus, tensors, ...blocks });
  const own = nodes.map((node) => tensors[node]!.size);
  const sizes = [...operators.map(({ size }) => size), ...own, ...own];
  const draft: Draft = { sizes, instructions: [], modulus };
  const ketOf = (source: number): number => operators.length + nodes.indexOf(source);
  return { draft, inputs: sizes.length, ketOf, braOf: (source: number) => ketOf(source) + nodes.length };
}

type Begun = ReturnType<typeof begun>;

/** The way up of an operator in this array. */
function climbed(
  { unit }: RenormalisationLayer,
  blocks: LayerBlocks,
  { draft, ketOf, braOf }: Begun,
  window: Window,
  operator: number,
): Climb {
  const { fine, coarse, kinds = [0, 0] } = window;
  const { nodes, legs, contraction } = ascentContraction(unit, fine);
  if (!legs.every((leg) => coarse.includes(leg))) {
    throw new DomainError(
      `renormalisation layer: coarse legs that contain ${legs} required above ${fine}, got ${coarse}`,
    );
  }
  const [letters, , , path] = contraction ?? [[[...fine.map((leg) => `${leg}'`), ...fine]], {}, [], []];
  const of = (node: number) => blocks.sources[node]!;
  const tensor = (node: number, array: number, own: readonly Leg[]): Stored =>
    storedTensor(blocks.tensors[node]!.shapes[0]!, own, array);
  const conjugate = (stored: Stored): Stored => ({ ...stored, signs: stored.signs.map((sign) => -sign) });
  const tensors = [
    storedTensor(blocks.fine.shapes[kinds[0]]!, letters[0]!, operator, blocks.fine.starts[kinds[0]]!),
    ...nodes.map((node, k) => tensor(node, ketOf(of(node)), letters[1 + k]!)),
    ...nodes.map((node, k) => conjugate(tensor(node, braOf(of(node)), letters[1 + nodes.length + k]!))),
  ];
  const { result, tape } = draftGraded(draft, tensors, path!);
  const sources = [-1, ...nodes.map(of), ...nodes.map(() => -1)];
  return { window, result, tape, sources };
}

function ascendProgram(layer: RenormalisationLayer, blocks: LayerBlocks): ProductProgram {
  const start = begun(blocks, [blocks.fine]);
  const { draft, inputs } = start;
  const output = cleared(draft, blocks.coarse.size);
  for (const window of layer.windows) {
    const { result } = climbed(layer, blocks, start, window, 0);
    for (const { own, axes, place, at } of embedded(blocks, window, result)) {
      draft.instructions.push({ kind: 'add', to: output, from: own.array, toStart: place, fromStart: at, axes });
    }
  }
  return { inputs, sizes: draft.sizes, instructions: draft.instructions, outputs: [output] };
}

function descendProgram(layer: RenormalisationLayer, blocks: LayerBlocks): ProductProgram {
  const start = begun(blocks, [blocks.coarse]);
  const { draft, inputs } = start;
  const output = cleared(draft, blocks.fine.size);
  for (const window of layer.windows) {
    const operator = draft.sizes.push(blocks.fine.size) - 1; // the way up without it is what the way down needs
    const climb = climbed(layer, blocks, start, window, operator);
    const cotangents = restricted(draft, blocks, climb, 0);
    const wanted = climb.sources.map((_, k) => k === 0);
    draftGradedPullback(draft, climb.tape, cotangents, new Map([[operator, output]]), wanted);
  }
  return {
    inputs,
    sizes: draft.sizes,
    instructions: neededInstructions(draft.instructions, [output]),
    outputs: [output],
  };
}

function slopeProgram(layer: RenormalisationLayer, blocks: LayerBlocks, nodes: readonly number[]): ProductProgram {
  const start = begun(blocks, [blocks.fine, blocks.coarse]);
  const { draft, inputs, ketOf } = start;
  const outputs = nodes.map((node) => cleared(draft, blocks.tensors[node]!.size));
  const sums = new Map(nodes.map((node, k) => [ketOf(node), outputs[k]!]));
  for (const window of layer.windows) {
    const climb = climbed(layer, blocks, start, window, 0);
    const wanted = climb.sources.map((source) => nodes.includes(source));
    if (!wanted.includes(true)) continue;
    draftGradedPullback(draft, climb.tape, restricted(draft, blocks, climb, 1), sums, wanted);
  }
  return { inputs, sizes: draft.sizes, instructions: neededInstructions(draft.instructions, outputs), outputs };
}

/** The density on the legs that an operator reaches, in arrays like those of what it became: by array of the latter. */
function restricted(
  draft: Draft,
  blocks: LayerBlocks,
  { window, result }: Climb,
  density: number,
): Map<number, number> {
  const cotangents = new Map<number, number>();
  for (const { own, axes, place, at } of embedded(blocks, window, result)) {
    const to = cotangents.get(own.array) ?? cleared(draft, draft.sizes[own.array]!);
    cotangents.set(own.array, to);
    const back = axes.map(({ extent, to: outer, from }) => ({ extent, to: from, from: outer }));
    draft.instructions.push({ kind: 'add', to, from: density, toStart: at, fromStart: place, axes: back });
  }
  return cotangents;
}

/** How a block of an operator on some coarse legs adds to one on all legs of its place, times the identity on the others. */
interface Embedded {
  readonly own: Place;
  readonly axes: readonly TransferAxis[];
  /** First entry in the array of all operators, and in that of the block. */
  readonly place: number;
  readonly at: number;
}

function embedded(blocks: LayerBlocks, { coarse, kinds = [0, 0] }: Window, { letters, places }: Stored): Embedded[] {
  const { shapes, starts } = blocks.coarse;
  const shape = shapes[kinds[1]]!;
  const sites = coarse.length;
  const others = coarse.flatMap((leg, k) => (letters.includes(leg) ? [] : [k]));
  const axisOf = coarse.flatMap((leg, k) => {
    const [bra, ket] = [letters.indexOf(`${leg}'`), letters.indexOf(leg)];
    return ket < 0 ? [] : [[k, bra] as const, [sites + k, ket] as const];
  });
  return shape.blocks.flatMap(({ sectors, shape: extents, start }) => {
    if (others.some((k) => sectors[k] !== sectors[sites + k])) return [];
    const own = new Array<number>(letters.length);
    for (const [outer, inner] of axisOf) own[inner] = sectors[outer]!;
    const block = places.get(own.join());
    if (block === undefined) return [];
    const outer = strides(extents);
    const axes = [
      ...others.map((k) => ({ extent: extents[k]!, to: outer[k]! + outer[sites + k]!, from: 0 })),
      ...axisOf.map(([k, inner]) => ({ extent: extents[k]!, to: outer[k]!, from: block.strides[inner]! })),
    ];
    return [{ own: block, axes: joinedAxes(axes), place: starts[kinds[1]]! + start, at: block.start }];
  });
}
